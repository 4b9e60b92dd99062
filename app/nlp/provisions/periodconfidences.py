"""How sure each rule for periods is, all of them in one place.

A figure is the share of a rule's finds that were right on terms outside the gold set that had been annotated by reading
before the program saw them, drawn towards the mean of all rules where there were few finds.
"""

from __future__ import annotations

PERIOD_CONFIDENCES = {
    "notice_with_period": 0.9,
    "notice_before_end": 0.9,
    "notice_to_date": 0.8,
    "notice_with_effect": 0.8,
    "notice_none": 0.7,
    "objection_act": 0.9,
    "objection_report": 0.9,
    "objection_deemed": 0.85,
    "objection_claim": 0.85,
    "objection_before_effect": 0.85,
    "objection_examine": 0.75,
    "objection_at_once": 0.8,
    "payment_within": 0.9,
    "payment_at_once": 0.8,
    "limitation": 0.9,
    "contract_term": 0.85,
    "term_at_least": 0.85,
    "term_before_notice": 0.75,
    "renewal": 0.9,
    "renewal_indefinite": 0.85,
    "withdrawal": 0.9,
}
