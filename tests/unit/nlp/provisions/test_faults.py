"""Which degrees of fault a limiting rule is about, and which it only names."""

from __future__ import annotations

import pytest

from app.nlp.provisions.scopes import scopes_of


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Bei leichter Fahrlässigkeit haften wir bis 10.000 EUR.", {"slight_negligence"}),
        ("Bei leichter Fahrlässigkeit bis 10.000 EUR; bei Vorsatz haften wir unbeschränkt.", {"slight_negligence"}),
        (
            "Bei Vorsatz haften wir unbegrenzt, im Übrigen bei leichter Fahrlässigkeit bis 5.000 EUR.",
            {"slight_negligence"},
        ),
        ("Für Vorsatz gelten die gesetzlichen Vorschriften; sonst haften wir bis 5.000 EUR.", set()),
        ("Außer bei Vorsatz haften wir höchstens bis zum Auftragswert.", set()),
        (
            "Auch bei grober Fahrlässigkeit und Vorsatz haften wir höchstens bis 5.000 EUR.",
            {"gross_negligence", "intent"},
        ),
    ],
)
def test_a_fault_counts_where_the_rule_limits_liability_for_it(text: str, faults: set[str]) -> None:
    assert set(scopes_of(text).faults) == faults
