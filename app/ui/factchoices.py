"""Deal facts as choices: what a user may say about each, and what is assumed if nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

CHOICES: dict[str, type[StrEnum]] = {
    "perspective": Perspective,
    "user_of_terms": UserOfTerms,
    "audience": Audience,
    "governing_law": GoverningLaw,
    "contract_kind": ContractKind,
}
AMOUNTS = ("contract_value", "annual_fee")
DATES = ("contract_date",)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a fact with its label; None: leave it to document and program."""

    value: StrEnum | None
    label: str


def assumed_today() -> DealFacts:
    """What is assumed at first; the only place where the window reads the clock."""
    return assumed(datetime.now(tz=UTC).astimezone().date())


def without_user(facts: DealFacts, document: DealFacts) -> DealFacts:
    """The facts that would hold if the user had said nothing."""
    as_of = facts.as_of.value
    return settled(assumed(as_of), document) if as_of is not None else document


def choices(name: str, automatic: DealFacts, lang: Lang) -> Iterator[Choice]:
    """First what holds without a word of the user, then every value."""
    fact: Fact[StrEnum] = getattr(automatic, name)
    if fact.value is None:
        yield Choice(None, phrase("unknown", lang))
    else:
        source = term("fact_source_short", fact.source.value, lang)
        yield Choice(None, f"{term(name, fact.value.value, lang)} ({source})")
    for value in CHOICES[name]:
        yield Choice(value, term(name, value.value, lang))


def meant(name: str, stored: str | None) -> StrEnum | None:
    """The value behind a choice: Qt hands a StrEnum back as plain text, which is no value of a fact."""
    return None if stored is None else CHOICES[name](stored)


def chosen(facts: DealFacts, name: str, value: StrEnum | float | date | None) -> DealFacts:
    """The facts with the user's word; None takes it back."""
    if value is not None:
        return _with(facts, name, Fact(value, FactSource.USER))
    as_of = facts.as_of.value
    default = getattr(assumed(as_of), name) if as_of is not None else Fact()
    return _with(facts, name, default)


def _with(facts: DealFacts, name: str, fact: object) -> DealFacts:
    changes: dict[str, Any] = {name: fact}
    return replace(facts, **changes)
