"""What a rule may say about a provision: fields per kind, the comparisons a field allows, the words it knows.

This is the typing of the rule language: a limit in months on an amount of money is a mistake in the library, not a
check that quietly never fires. Open vocabularies (`of`, `fault`, `damage`) take any word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.library.model import Comparator
from app.models.provisions import Party, ProvisionKind


class FieldType(StrEnum):
    """Types of value parts."""

    NUMBER = "number"
    DURATION = "duration"
    FLAG = "flag"
    WORD = "word"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class RuleField:
    """A value part; `words` is its vocabulary, empty where any word may occur."""

    type: FieldType
    words: tuple[str, ...] = ()


COMPARISONS: Mapping[FieldType, tuple[Comparator, ...]] = {
    FieldType.NUMBER: (Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.EQUALS),
    FieldType.DURATION: (Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.EQUALS),
    FieldType.FLAG: (Comparator.EQUALS,),
    FieldType.WORD: (Comparator.EQUALS, Comparator.ONE_OF),
    FieldType.WORDS: (Comparator.AT_LEAST,),
}
"""For `words`, `at_least` means: all of these are among those found."""

WITHOUT_VALUE = (Comparator.FORBIDDEN, Comparator.REQUIRED)

_NUMBER = RuleField(FieldType.NUMBER)
_DURATION = RuleField(FieldType.DURATION)
_FLAG = RuleField(FieldType.FLAG)
_FAULT = RuleField(FieldType.WORDS)
_DAMAGE = RuleField(FieldType.WORDS)
_TERM: Mapping[str, RuleField] = {"duration": _DURATION, "immediate": _FLAG}

FIELDS: Mapping[ProvisionKind, Mapping[str, RuleField]] = {
    ProvisionKind.LIABILITY_CAP: {
        "basis": RuleField(
            FieldType.WORD,
            (
                "amount",
                "percentage",
                "multiple",
                "foreseeable_damage",
                "restoration_effort",
                "order_value",
                "insurance_cover",
            ),
        ),
        "amount": _NUMBER,
        "percent": _NUMBER,
        "factor": _NUMBER,
        "of": RuleField(FieldType.WORD),
        "per": RuleField(FieldType.WORD, ("event", "year", "total", "claimant", "contract", "week", "day")),
        "fault": _FAULT,
        "damage": _DAMAGE,
    },
    ProvisionKind.LIABILITY_EXCLUSION: {
        "fault": _FAULT,
        "damage": _DAMAGE,
        "carve_outs": RuleField(
            FieldType.WORDS,
            (
                "intent",
                "gross_negligence",
                "life_body_health",
                "guarantee",
                "product_liability",
                "essential_duties",
                "fraudulent_concealment",
            ),
        ),
    },
    ProvisionKind.NOTICE_PERIOD: {
        "duration": _DURATION,
        "to": RuleField(FieldType.WORD, ("end_of_year", "end_of_quarter", "end_of_month", "end_of_term", "any_time")),
        "immediate": _FLAG,
    },
    ProvisionKind.OBJECTION_DEADLINE: {
        "duration": _DURATION,
        "immediate": _FLAG,
        "subject": RuleField(
            FieldType.WORD,
            (
                "invoice",
                "change_of_terms",
                "price_change",
                "timesheet",
                "defect",
                "delivery",
                "acceptance",
                "other",
            ),
        ),
        "deemed_consent": _FLAG,
    },
    ProvisionKind.PAYMENT_TERM: _TERM,
    ProvisionKind.LIMITATION_PERIOD: _TERM,
    ProvisionKind.CONTRACT_TERM: _TERM,
    ProvisionKind.WITHDRAWAL_PERIOD: _TERM,
    ProvisionKind.RENEWAL_TERM: {"duration": _DURATION, "indefinite": _FLAG},
}

WITH_PARTY = (
    ProvisionKind.LIABILITY_CAP,
    ProvisionKind.LIABILITY_EXCLUSION,
    ProvisionKind.NOTICE_PERIOD,
    ProvisionKind.OBJECTION_DEADLINE,
)
"""Kinds whose values say whose duty they are; for the others a rule cannot ask for a party."""

PARTIES = (Party.SUPPLIER, Party.CUSTOMER)
