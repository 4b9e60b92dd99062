"""Which clause type each topic of AGB-DE belongs to; `docs/clause-types.md` prints the table (a test compares)."""

from __future__ import annotations

from typing import Final

TYPE_OF: Final = {
    "age": "contract_formation",
    "applicability": "scope",
    "applicableLaw": "applicable_law",
    "arbitration": "dispute_resolution",
    "changes": "change_of_terms",
    "codeOfConduct": "consumer_information",
    "conclusionOfContract": "contract_formation",
    "contractLanguage": "consumer_information",
    "delivery": "delivery",
    "description": "services",
    "disposal": "consumer_information",
    "intellectualProperty": "intellectual_property",
    "liability": "limitation_of_liability",
    "payment": "payment",
    "personalData": "data_protection",
    "placeOfJurisdiction": "jurisdiction",
    "prices": "prices",
    "retentionOfTitle": "retention_of_title",
    "severability": "severability",
    "textStorage": "consumer_information",
    "warranty": "warranty",
    "withdrawal": "withdrawal",
}
"""Topics share a type where a lawyer sees one subject (language, storage and codes of conduct only inform)."""

BROADER: Final = {
    "acceptance": "delivery",
    "delay": "delivery",
    "notice_of_defects": "warranty",
    "objection_deadline": "payment",
    "price_change": "prices",
    "set_off": "payment",
}
"""Types finer than any topic, with the type under which the corpus files them."""

RARE: Final = frozenset({"change_of_terms", "intellectual_property", "services"})
"""Types of which the corpus has fewer than 50 clauses, and another kind of them than business terms: there the model is
no judge of the rules."""
