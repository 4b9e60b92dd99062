"""Towards whom a sentence and whole terms are meant."""

from __future__ import annotations

import pytest

from app.models.facts import Audience
from app.nlp.addressees import addressed_to, audience_of
from tests.unit.comparing.made import reading


@pytest.mark.parametrize(
    ("sentence", "audience"),
    [
        ("Ist der Kunde Unternehmer, verjähren Mängelansprüche in einem Jahr.", Audience.B2B),
        ("Gegenüber Unternehmern haftet der Verkäufer nur für grobe Fahrlässigkeit.", Audience.B2B),
        ("Ist der Käufer Kaufmann, ist Gerichtsstand unser Sitz.", Audience.B2B),
        ("Im kaufmännischen Geschäftsverkehr gilt § 377 HGB.", Audience.B2B),
        ("Gegenüber Verbrauchern gilt die gesetzliche Frist.", Audience.B2C),
        ("Verbrauchern steht ein Widerrufsrecht zu; für sie gilt die gesetzliche Frist.", None),
        ("Sofern der Kunde kein Verbraucher ist, beträgt die Frist ein Jahr.", Audience.B2B),
        ("Wenn der Besteller nicht Unternehmer ist, bleibt es beim Gesetz.", Audience.B2C),
        ("Für Verbraucher gelten zwei Jahre, für Unternehmer ein Jahr.", None),
        ("Dieser Absatz gilt für Verbraucher nicht.", Audience.B2B),
        ("Meldet sich der Verbraucher nicht, gilt das Werk als abgenommen.", None),
        ("Der Unternehmer hat das Werk abzuliefern.", None),
        ("Der Kunde zahlt innerhalb von 14 Tagen.", None),
    ],
)
def test_a_sentence_is_addressed_where_it_names_one_side_as_a_condition(
    sentence: str, audience: Audience | None
) -> None:
    assert addressed_to(sentence) is audience


@pytest.mark.parametrize(
    ("texts", "audience"),
    [
        (["Diese AGB gelten ausschließlich gegenüber Unternehmern im Sinne des § 14 BGB."], Audience.B2B),
        (["Unsere Bedingungen gelten nur gegenüber Kaufleuten."], Audience.B2B),
        (["Unser Angebot richtet sich nur an Unternehmer, nicht an Verbraucher."], Audience.B2B),
        (["Verbraucher ist jede natürliche Person.", "Ihnen steht ein Widerrufsrecht zu."], Audience.B2C),
        (["Die AGB gelten nur für Verbraucher und Unternehmer.", "Der Preis ist fest."], None),
        (["Der Kunde zahlt sofort."], None),
    ],
)
def test_terms_say_whom_they_are_for(texts: list[str], audience: Audience | None) -> None:
    assert audience_of(reading(*texts).clauses).value is audience
