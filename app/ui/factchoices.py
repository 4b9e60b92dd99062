"""Deal facts as choices: what a user may say about each, and what is assumed if nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from app.models.facts import (
    Audience,
    ContractKind,
    DealFacts,
    Fact,
    FactSource,
    GoverningLaw,
    Perspective,
    UserOfTerms,
)
from app.pipeline.facts import assumed, settled
from app.settings import load_settings

CHOICES: dict[str, type[StrEnum]] = {
    "perspective": Perspective,
    "user_of_terms": UserOfTerms,
    "audience": Audience,
    "governing_law": GoverningLaw,
    "contract_kind": ContractKind,
}
AMOUNTS = ("contract_value", "annual_fee")
DATES = ("contract_date",)
NAMES = (*CHOICES, *DATES, *AMOUNTS)
SETTABLE = ("perspective", "audience")  # what the settings may assume of a new document


def assumed_today() -> DealFacts:
    """What is assumed at first; the only place where the window reads the clock."""
    return usual(datetime.now(tz=UTC).astimezone().date())


def usual(as_of: date) -> DealFacts:
    """What is assumed of a deal, with the user's settings in place of the program's own assumptions."""
    return replace(assumed(as_of), **{name: Fact(value) for name, value in wished().items()})


def wished() -> dict[str, Any]:
    """What the settings say of every new deal."""
    settings = load_settings()[0]
    given = {name: getattr(settings, name) for name in SETTABLE}
    return {name: CHOICES[name](value) for name, value in given.items() if value in list(CHOICES[name])}


def without_word(facts: DealFacts, name: str, document: DealFacts) -> Fact[Any]:
    """What would hold of one fact if the user had said nothing of it: who we are depends on whose terms these are."""
    fact: Fact[Any] = getattr(settled(chosen(facts, name, None), document), name)
    return fact


def meant(name: str, stored: str | None) -> StrEnum | None:
    """The value behind a choice: Qt hands a StrEnum back as plain text, which is no value of a fact."""
    return None if stored is None else CHOICES[name](stored)


def chosen(facts: DealFacts, name: str, value: StrEnum | float | date | None) -> DealFacts:
    """The facts with the user's word; None takes it back."""
    if value is not None:
        return _with(facts, name, Fact(value, FactSource.USER))
    as_of = facts.as_of.value
    default = getattr(usual(as_of), name) if as_of is not None else Fact()
    return _with(facts, name, default)


def _with(facts: DealFacts, name: str, fact: object) -> DealFacts:
    changes: dict[str, Any] = {name: fact}
    return replace(facts, **changes)
