"""The governing law is what a clause chooses, not what it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.models.facts import FactSource, GoverningLaw
from app.nlp.dealfacts import document_facts
from tests.unit.comparing.made import reading


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Es gilt das Recht der Bundesrepublik Deutschland.", GoverningLaw.DE),
        ("Auf den Vertrag findet ausschließlich deutsches Recht Anwendung.", GoverningLaw.DE),
        ("Der Vertrag unterliegt deutschem materiellen Recht unter Ausschluss des UN-Kaufrechts.", GoverningLaw.DE),
        ("Anwendbar ist österreichisches Recht.", GoverningLaw.AT),
        ("Es gilt das Recht der Republik Österreich.", GoverningLaw.AT),
        ("Dieser Vertrag untersteht schweizerischem Recht.", GoverningLaw.CH),
        ("Anwendbar ist ausschliesslich Schweizer Recht.", GoverningLaw.CH),
        ("Das Recht der Schweiz gilt nicht; es gilt deutsches Recht.", GoverningLaw.DE),
        ("Es gilt nicht deutsches Recht, sondern österreichisches Recht.", GoverningLaw.AT),
        ("Für Kunden in der Schweiz gilt schweizerisches Recht, sonst gilt deutsches Recht.", None),
        ("Es gilt deutsches Recht und das UN-Kaufrecht ist ausgeschlossen.", GoverningLaw.DE),
        ("Es gilt deutsches Recht, nicht jedoch das UN-Kaufrecht.", GoverningLaw.DE),
        ("Soweit nicht anders vereinbart gilt das Recht der Bundesrepublik Deutschland.", GoverningLaw.DE),
        ("Deutsches Recht ist anwendbar.", GoverningLaw.DE),
        ("Es ist Schweizerisches Recht anwendbar.", GoverningLaw.CH),
        ("In einzelnen Verträgen kann englisches Recht Anwendung finden.", None),
        ("Es gilt georgisches Recht.", GoverningLaw.OTHER),
        ("Diese Bedingungen unterliegen den Gesetzen der Bundesrepublik Deutschland.", GoverningLaw.DE),
        ("Die Anwendung ausländischen Rechts ist ausgeschlossen.", None),
        ("Das deutsche Recht kennt keine solche Pflicht.", None),
        ("Der Sitz des Anbieters ist in Österreich.", None),
        ("Der Kunde zahlt nach Rechnung.", None),
    ],
)
def test_a_law_counts_as_chosen_where_a_sentence_says_that_it_applies(text: str, law: GoverningLaw | None) -> None:
    assert document_facts(reading(text).clauses).governing_law.value == law


def test_two_different_choices_are_none() -> None:
    clauses = reading("Es gilt deutsches Recht.", "Es gilt österreichisches Recht.").clauses
    assert document_facts(clauses).governing_law.value is None


def test_the_heading_can_say_that_it_is_a_choice() -> None:
    (clause,) = reading("Recht der Bundesrepublik Deutschland.").clauses
    facts = document_facts([replace(clause, heading="Anwendbares Recht")])
    assert (facts.governing_law.value, facts.governing_law.source) == (GoverningLaw.DE, FactSource.DOCUMENT)
