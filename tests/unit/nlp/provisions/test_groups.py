"""Values that belong together: a scale and its ceiling, a case and a year, alternatives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.models.provisions import Provision, ProvisionKind

Find = Callable[..., tuple[Provision, ...]]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Bei Verzug zahlt der Verkäufer als Schadensersatz 0,5 % je Woche, höchstens 5 % des Preises.", [("g0001", None), ("g0001", "ceiling_of")]),
        ("Die Haftung ist auf 10.000 € je Schadensfall, höchstens 20.000 € im Kalenderjahr begrenzt.", [("g0001", None), ("g0001", "ceiling_of")]),
        ("Die Haftung ist auf 10 % des Auftragswertes, höchstens aber 50.000 € begrenzt.", [("g0001", None), ("g0001", "ceiling_of")]),
        ("Die Haftung ist auf den Auftragswert oder 50.000 EUR begrenzt, je nachdem, welcher Betrag höher ist.", [("g0001", None), ("g0001", "max_of")]),
        ("Die Haftung ist auf den niedrigeren der beiden Beträge begrenzt: 20.000 EUR oder die Jahresvergütung.", [("g0001", None), ("g0001", "min_of")]),
        ("Die Haftung ist auf 20.000 EUR oder die Jahresvergütung begrenzt.", [("g0001", None), ("g0001", "alternative")]),
        ("Die Haftung ist auf 12.500 EUR je Nutzer, insgesamt auf 1 Mio. EUR je Schadensereignis begrenzt.", [("g0001", None), ("g0001", "ceiling_of")]),
        ("Die Haftung ist auf 10.000 € begrenzt.", [(None, None)]),
        ("Für Sachschäden ist die Haftung auf 10.000 €, für Vermögensschäden auf 5.000 € begrenzt.", [(None, None), (None, None)]),
    ],
)  # fmt: skip
def test_a_ceiling_names_its_group_and_relation(
    provisions: Find, text: str, relations: list[tuple[str | None, str | None]]
) -> None:
    caps = [p for p in provisions(text) if p.kind is ProvisionKind.LIABILITY_CAP]
    assert [(p.group, p.relation) for p in caps] == relations


def test_groups_are_counted_through_the_document(provisions: Find) -> None:
    text = "Die Haftung ist auf 10.000 € je Schadensfall, höchstens 20.000 € im Jahr begrenzt."
    assert [p.group for p in provisions(text, text)] == ["g0001", "g0001", "g0002", "g0002"]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Rechnungen sind innerhalb von 14 Tagen oder einem Monat zu zahlen.", [("g0001", None), ("g0001", "alternative")]),
        ("Die Laufzeit beträgt 12, 24 oder 36 Monate.", [("g0001", None), ("g0001", "alternative"), ("g0001", "alternative")]),
        ("Die Gewährleistungsfrist beträgt bei Neuware 24 und bei Gebrauchtware 12 Monate.", [("g0001", None), ("g0001", None)]),
        ("Mängelansprüche verjähren in zwei Jahren. Bei Gebrauchtware verjähren sie in einem Jahr.", [(None, None), (None, None)]),
    ],
)  # fmt: skip
def test_periods_that_share_their_words_are_a_group(
    provisions: Find, text: str, relations: list[tuple[str | None, str | None]]
) -> None:
    assert [(p.group, p.relation) for p in provisions(text)] == relations
