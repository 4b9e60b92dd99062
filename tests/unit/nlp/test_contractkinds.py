"""The kind of contract, and on which side we stand."""

from __future__ import annotations

import pytest

from app.models.facts import ContractKind, Perspective
from app.nlp.contractkinds import contract_kind_of, our_side
from tests.unit.comparing.made import reading

RENTAL = "Der Vermieter überlässt dem Mieter die Mietsache für die Mietzeit gegen Zahlung des Mietpreises, den der Mieter trägt."
PURCHASE = "Der Käufer zahlt dem Verkäufer den Kaufpreis; bis dahin gilt der Eigentumsvorbehalt an der Vorbehaltsware. Der Käufer haftet."


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        ([RENTAL] * 4, ContractKind.RENTAL),
        ([PURCHASE] * 4, ContractKind.PURCHASE),
        ([PURCHASE, PURCHASE, *["Der Vertrag läuft ein Jahr."] * 18], None),
        ([RENTAL, PURCHASE] * 4, None),
        (["Der Käufer zahlt."], None),
    ],
)
def test_a_kind_is_told_only_where_its_words_outweigh_the_others(texts: list[str], kind: ContractKind | None) -> None:
    assert contract_kind_of(reading(*texts).clauses).value is kind


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Diese Allgemeinen Einkaufsbedingungen gelten für alle Bestellungen.", Perspective.SUPPLIER),
        ("Unsere Einkaufsbedingungen gelten ausschließlich.", Perspective.SUPPLIER),
        ("Einkaufsbedingungen des Kunden gelten nicht.", None),
        ("Abweichenden Einkaufsbedingungen wird widersprochen.", None),
    ],
)
def test_who_receives_purchase_terms_is_to_supply(text: str, side: Perspective | None) -> None:
    assert our_side(reading(text).clauses).value is side
