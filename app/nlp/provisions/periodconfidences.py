"""How sure each rule for periods is, all of them in one place.

A figure is how often a rule's finds were right on terms outside the gold set that had been annotated by reading before the
program saw them (171 finds in 53 documents and 260 consumer clauses, 0.965 of them right), drawn towards
that mean by as much as four finds weigh; rules with hardly a find there stay below it.
"""

from __future__ import annotations

PERIOD_CONFIDENCES = {
    "notice_with_period": 0.97,
    "notice_before_end": 0.97,
    "notice_to_date": 0.93,
    "notice_with_effect": 0.9,
    "notice_none": 0.9,
    "objection_act": 0.97,
    "objection_report": 0.96,
    "objection_deemed": 0.96,
    "objection_claim": 0.92,
    "objection_before_effect": 0.92,
    "objection_examine": 0.9,
    "objection_at_once": 0.95,
    "payment_within": 0.96,
    "payment_at_once": 0.95,
    "limitation": 0.98,
    "contract_term": 0.93,
    "term_at_least": 0.92,
    "term_before_notice": 0.9,
    "renewal": 0.97,
    "renewal_indefinite": 0.93,
    "withdrawal": 0.95,
}
