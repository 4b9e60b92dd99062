"""How often each rule for caps and exclusions is right: one table.

Shares of right finds on terms that were annotated before the program read them (two batches of documents and single
clauses), drawn towards the whole where a rule found little.
"""

from __future__ import annotations

CAP_CONFIDENCES = {
    "cap_amount": 0.96,
    "cap_insurance": 0.93,
    "cap_foreseeable": 0.98,
    "cap_unforeseen": 0.95,
    "cap_restoration": 0.95,
    "cap_percentage": 0.95,
    "cap_delay_damages": 0.97,
    "cap_multiple": 0.95,
    "cap_order_value": 0.96,
    "exclusion_excluded": 0.97,
    "exclusion_not_liable": 0.95,
    "exclusion_only": 0.97,
    "exclusion_refused": 0.93,
}
