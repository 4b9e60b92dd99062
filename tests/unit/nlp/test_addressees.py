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
        ("Äußert sich der Verbraucher nicht binnen sechs Wochen, gilt dies als Zustimmung.", None),
        ("Ist der Kauf für beide Teile ein Handelsgeschäft, rügt der Käufer unverzüglich.", Audience.B2B),
        ("Bei beiderseitigen Handelsgeschäften ist unser Sitz Gerichtsstand.", Audience.B2B),
        ("Kaufen Sie für Ihre gewerbliche oder selbständige berufliche Tätigkeit, gilt ein Jahr.", Audience.B2B),
        (
            "Handelt der Kunde in Ausübung seiner gewerblichen oder selbstständigen beruflichen Tätigkeit, gilt ein Jahr.",
            Audience.B2B,
        ),
        (
            "Verbraucher ist, wer weder für seine gewerbliche noch für seine selbständige berufliche Tätigkeit kauft.",
            None,
        ),
        ("Der Unternehmer hat offene Mängel binnen einer Woche zu rügen.", Audience.B2B),
        ("Kaufleute müssen die Ware bei Ankunft untersuchen.", Audience.B2B),
        ("Gerichtsstand für alle Mieter, auch solche, die keine Kaufleute sind, ist Seestadt.", None),
        ("Das gilt gleichermaßen, auch wenn der Kunde kein Verbraucher ist.", None),
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
        (
            ["Unsere Angebote stehen nur Unternehmen offen. Verbraucher sind von der Anmeldung ausgenommen."],
            Audience.B2B,
        ),
        (
            [
                "Der Verbraucher kann zahlen, wie er will.",
                "Dem Verbraucher steht es frei.",
                "Verbraucher wenden sich an uns.",
            ],
            Audience.B2C,
        ),
        (["Unser Angebot richtet sich nur an Unternehmer, nicht an Verbraucher."], Audience.B2B),
        (["Verbraucher ist jede natürliche Person.", "Ihnen steht ein Widerrufsrecht zu."], Audience.B2C),
        (["Die AGB gelten nur für Verbraucher und Unternehmer.", "Der Preis ist fest."], None),
        (["Der Kunde zahlt sofort."], None),
    ],
)
def test_terms_say_whom_they_are_for(texts: list[str], audience: Audience | None) -> None:
    assert audience_of(reading(*texts).clauses).value is audience
