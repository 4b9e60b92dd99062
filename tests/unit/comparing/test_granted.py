"""A carve-out counts as the document ends up, not as a clause mentions it."""

from __future__ import annotations

import pytest

from app.comparing.granted import Granted
from app.importing.options import ReadOptions
from app.models.provisions import LiabilityExclusion
from app.pipeline.stages import read, understand

FULL = "Jede weitere Haftung des Anbieters ist ausgeschlossen."
UNLIMITED = "Der Anbieter haftet unbeschränkt bei Vorsatz, grober Fahrlässigkeit und bei Verletzung von Leben, Körper oder Gesundheit."
CAPPED = "Für Schäden aus der Verletzung von Leben, Körper oder Gesundheit haftet der Anbieter bis zu 5.000 Euro je Schadensfall."
NAMED = "Der Anbieter haftet nicht, außer bei Vorsatz, grober Fahrlässigkeit und bei Verletzung von Leben, Körper oder Gesundheit."


def carve_outs(text: str) -> set[str]:
    """Of the last exclusion in the text."""
    reading = understand(read(text.encode(), "probe.txt", ReadOptions()))
    exclusion = [p for p in reading.provisions if isinstance(p.value, LiabilityExclusion)][-1]
    value = Granted(reading).value(exclusion)
    assert isinstance(value, LiabilityExclusion)
    return set(value.carve_outs)


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        (f"§ 1 Haftung\n(1) {UNLIMITED}\n(2) {FULL}", True),
        (f"§ 1 Haftung\n(1) {UNLIMITED}\n§ 2 Schluss\n(1) {FULL}", True),
        (f"§ 1 Haftung\n(1) {FULL}", False),
        (f"§ 1 Haftung\n(1) {NAMED}", True),
        (f"§ 1 Haftung\n(1) {NAMED}\n(2) {CAPPED}", False),
    ],
    ids=["granted beside", "granted elsewhere", "not at all", "named", "named and then capped"],
)
def test_life_body_and_health_count_where_liability_ends_unlimited(text: str, granted: bool) -> None:
    assert ("life_body_health" in carve_outs(text)) is granted


def test_an_annex_has_terms_of_its_own() -> None:
    text = f"§ 1 Haftung\n(1) {UNLIMITED}\nAnlage 1: Bedingungen für Notdienste\n§ 1 Umfang\n(1) Wir kommen.\n§ 2 Haftung\n(1) {FULL}"
    assert "intent" not in carve_outs(text)
