"""The user's word counts before the document's, the document's before what is usual."""

from __future__ import annotations

from datetime import date

from app.models.facts import DealFacts, Fact, FactSource, GoverningLaw
from app.pipeline.facts import assumed, settled

SWISS = DealFacts(governing_law=Fact(GoverningLaw.CH, FactSource.DOCUMENT))
USUAL = assumed(date(2026, 11, 22))


def test_the_document_overrides_an_assumption() -> None:
    assert settled(USUAL, SWISS).governing_law == Fact(GoverningLaw.CH, FactSource.DOCUMENT)


def test_the_user_overrides_the_document() -> None:
    user = DealFacts(governing_law=Fact(GoverningLaw.AT, FactSource.USER))
    assert settled(user, SWISS).governing_law.value is GoverningLaw.AT


def test_what_the_document_does_not_say_stays_assumed() -> None:
    assert settled(USUAL, DealFacts()) == USUAL


def test_what_nobody_says_is_named_as_missing() -> None:
    assert settled(USUAL, SWISS).missing() == ("contract_kind", "contract_date", "contract_value", "annual_fee")
