"""Which facts hold: what the user says, else what the document says, else what is usual.

The faces hand in the user's facts and today's date; nothing here reads the clock.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from app.models.facts import (
    Audience,
    DealFacts,
    Fact,
    FactSource,
    GoverningLaw,
    Perspective,
    UserOfTerms,
)


def assumed(as_of: date) -> DealFacts:
    """Facts assumed where neither user nor document says otherwise: we are a business and received their terms."""
    return DealFacts(
        perspective=Fact(Perspective.CUSTOMER),
        user_of_terms=Fact(UserOfTerms.THEIRS),
        audience=Fact(Audience.B2B),
        governing_law=Fact(GoverningLaw.DE),
        as_of=Fact(as_of),
    )


def settled(given: DealFacts, document: DealFacts) -> DealFacts:
    """`given`, with the document's own statements in place of mere assumptions."""

    def choose(name: str) -> Fact[object]:
        mine: Fact[object] = getattr(given, name)
        its: Fact[object] = getattr(document, name)
        return its if mine.source is FactSource.DEFAULT and its.value is not None else mine

    facts = DealFacts(**{f.name: choose(f.name) for f in fields(DealFacts)})  # type: ignore[arg-type]  # names and types are DealFacts' own
    return _seen_from_our_terms(facts)


def given(facts: DealFacts) -> DealFacts:
    """What was handed in, of the facts that held: a stored case is evaluated again with it.

    What the document says itself is assumed again, so that it is taken from the document a second time and not twice.
    """
    usual = assumed(date.min)

    def choose(name: str) -> Fact[object]:
        held: Fact[object] = getattr(facts, name)
        expected: Fact[object] = getattr(usual, name)
        return expected if held.source is FactSource.DOCUMENT else held

    return DealFacts(**{f.name: choose(f.name) for f in fields(DealFacts)})  # type: ignore[arg-type]  # names and types are DealFacts' own


def _seen_from_our_terms(facts: DealFacts) -> DealFacts:
    """The document tells which side wrote it; where these are our own terms, that side is us."""
    mine = facts.perspective
    if facts.user_of_terms.value is not UserOfTerms.OURS or mine.source is not FactSource.DOCUMENT:
        return facts
    swapped = Perspective.CUSTOMER if mine.value is Perspective.SUPPLIER else Perspective.SUPPLIER
    return replace(facts, perspective=replace(mine, value=swapped))
