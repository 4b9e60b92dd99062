"""The user's word counts before the document's, the document's before what is usual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.facts import DealFacts, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.pipeline.facts import assumed, given, settled

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


@pytest.mark.parametrize("terms", UserOfTerms)
@pytest.mark.parametrize("law", [None, GoverningLaw.AT])
@pytest.mark.parametrize("document", [DealFacts(), SWISS, DealFacts(Fact(Perspective.SUPPLIER, FactSource.DOCUMENT))])
def test_a_stored_case_is_evaluated_again_with_the_facts_that_held(terms, law, document) -> None:
    handed_in = replace(USUAL, user_of_terms=Fact(terms, FactSource.USER))
    if law:
        handed_in = replace(handed_in, governing_law=Fact(law, FactSource.USER))
    held = settled(handed_in, document)
    assert given(held) == handed_in
    assert settled(given(held), document) == held
