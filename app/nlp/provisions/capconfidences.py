"""How often each rule for caps and exclusions is right: one table.

Shares of right finds on terms that were annotated before the program read them (two batches of documents and single
clauses), drawn towards the whole where a rule found little.
"""

from __future__ import annotations

CAP_CONFIDENCES = {
    "cap_amount": 0.95,
    "cap_insurance": 0.9,
    "cap_foreseeable": 0.97,
    "cap_unforeseen": 0.9,
    "cap_restoration": 0.93,
    "cap_percentage": 0.9,
    "cap_delay_damages": 0.95,
    "cap_multiple": 0.93,
    "cap_order_value": 0.93,
    "exclusion_excluded": 0.95,
    "exclusion_not_liable": 0.9,
    "exclusion_only": 0.95,
    "exclusion_refused": 0.85,
}
