"""A placeholder of a wording stands for whatever the clause says there; what is filled in is no difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.comparing.diff import wording_diff
from app.comparing.evaluation import evaluate_reading
from app.comparing.filling import MOST, filled_in
from app.comparing.positions import nearest_position, similarity
from app.comparing.wordings import wording_findings
from app.library.model import Position, PositionRank, ReferenceClause
from app.library.placeholders import names
from app.models.analysis import DiffOp
from tests.unit.comparing.made import FACTS, library, reading, reference

CAP = "Die {{Auftragnehmer}} haftet für jeden Schadensfall bis {{Betrag}}, insgesamt aber höchstens bis {{Summe}} im Jahr."


def taken(wording: str, clause: str) -> dict[str, str]:
    """What stands for each placeholder."""
    return {names(wording[a0:a1])[0]: clause[b0:b1] for (a0, a1), (b0, b1) in filled_in(wording, clause).places}


FILLS = [
    ("Die {{A}} zahlt {{B}}.", "Die Muster GmbH & Co. KG zahlt 500.000,00 €.", {"A": "Muster GmbH & Co. KG", "B": "500.000,00 €"}),
    ("Die {{A}} zahlt.", "Die zahlt.", {}),
    ("{{A}} zahlt.", "Wir zahlt.", {"A": "Wir"}),
    ("Er zahlt an {{A}}", "Er zahlt an die Kasse der Bank", {"A": "die Kasse der Bank"}),
    ("Die Frist des {{A}}s läuft.", "Die Frist des Anbieters läuft.", {"A": "Anbieters"}),
    ("{{A}} haftet bis {{B}}.", "Wer haftet, haftet bis bis zu zehn Euro.", {"A": "Wer haftet", "B": "bis zu zehn Euro"}),
    ("Es zahlt {{A}}. Es gilt {{B}}.", "Es zahlt der Kunde. Es gilt das Gesetz.", {"A": "der Kunde", "B": "das Gesetz"}),
    ("Es zahlt {{A}} Geld.", "Es zahlt der Kunde. Das Gesetz kennt kein Geld.", {}),
    ("Es zahlt {{A}} Geld.", f"Es zahlt {'sehr ' * MOST}Geld.", {"A": ("sehr " * MOST).strip()}),
    ("Es zahlt {{A}} Geld.", f"Es zahlt {'sehr ' * (MOST + 1)}Geld.", {}),
    ("Der {{A}} haftet nicht für {{B}} aus diesem Vertrag.", "Der Anbieter haftet für Folgeschäden aus dem Vertrag.",
     {"A": "Anbieter", "B": "Folgeschäden"}),
    ("Die Haftung ist auf {{B}} je Fall begrenzt.", "Die Haftung ist auf zehn Euro für jeden Fall begrenzt.", {"B": "zehn Euro für"}),
    ("Die Haftung ist auf {{B}} begrenzt.", "Die Haftung ist auf ______ € begrenzt.", {"B": "______ €"}),
]  # fmt: skip


@pytest.mark.parametrize(("wording", "clause", "expected"), FILLS)
def test_a_placeholder_takes_what_stands_in_its_place(wording: str, clause: str, expected: dict[str, str]) -> None:
    assert taken(wording, clause) == expected


def test_a_wording_without_placeholders_stays_as_it_is() -> None:
    assert filled_in("Es gilt deutsches Recht.", "Etwas anderes.").text == "Es gilt deutsches Recht."


def test_what_is_filled_in_is_a_hunk_of_its_own_and_no_change() -> None:
    clause = "Die Muster AG haftet für jeden Schadensfall bis 10 Euro, insgesamt aber höchstens bis 20 Euro im Monat."
    hunks = wording_diff(CAP, clause)
    shown = [(h.op, CAP[h.a0 : h.a1], clause[h.b0 : h.b1]) for h in hunks if h.op is not DiffOp.EQUAL]
    assert shown == [
        (DiffOp.FILLED, "{{Auftragnehmer}}", "Muster AG"),
        (DiffOp.FILLED, "{{Betrag}}", "10 Euro"),
        (DiffOp.FILLED, "{{Summe}}", "20 Euro"),
        (DiffOp.REPLACE, "Jahr", "Monat"),
    ]
    assert "".join(CAP[h.a0 : h.a1] for h in hunks) == CAP
    assert "".join(clause[h.b0 : h.b1] for h in hunks) == clause


def shelf_of(*texts: str) -> ReferenceClause:
    return reference(id_="cap", type_="limitation_of_liability", positions=texts)


OTHERS = (
    "Es gilt deutsches Recht ohne das Übereinkommen über den Kauf.",
    "Der Kunde zahlt binnen zehn Tagen nach Zugang der Rechnung.",
)
WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzäöüß0123456789", min_size=1, max_size=8)
    | st.sampled_from(
        ["nicht", "Kunde", "Anbieter", "bis", "höchstens", "10.000 €", "GmbH", "drei Monate", "ohne", "kann"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(fills=st.tuples(WORDS, WORDS, WORDS))
def test_a_clause_that_fills_in_the_wording_is_the_wording(fills: tuple[str, str, str]) -> None:
    assume(all(len(fill.split()) <= MOST for fill in fills))
    clause = CAP
    for name, fill in zip(names(CAP), fills, strict=True):
        clause = clause.replace(f"{{{{{name}}}}}", fill)
    own = shelf_of(OTHERS[0], CAP, OTHERS[1])
    assert similarity(CAP, clause) == 1.0
    assert nearest_position(clause, own).position_index == 1
    read = reading(clause, types=("limitation_of_liability",))
    assert wording_findings(read, library(own), FACTS) == []
    (beside,) = evaluate_reading(read, library(own), FACTS).beside
    assert (beside.comparison.position_index, beside.comparison.similarity) == (1, 1.0)
    assert {h.op for h in beside.comparison.hunks} == {DiffOp.EQUAL, DiffOp.FILLED}


CHANGED = [
    ("number", "im Jahr", "in zwei Jahren"),
    ("missing", "insgesamt aber höchstens", "insgesamt"),
    ("words", "für jeden Schadensfall", "für jeden Brandfall"),
]


@pytest.mark.parametrize(("turn", "old", "new"), CHANGED)
def test_a_change_beside_a_filled_placeholder_is_still_a_deviation(turn: str, old: str, new: str) -> None:
    clause = "Die Muster AG haftet für jeden Schadensfall bis zehntausend Euro, insgesamt aber höchstens bis 50.000 € im Jahr."
    assert old in clause
    assert wording_findings(reading(clause), library(shelf_of(CAP)), FACTS) == []
    (finding,) = wording_findings(reading(clause.replace(old, new)), library(shelf_of(CAP)), FACTS)
    assert finding.code == f"wording_{turn}"
    assert finding.comparison is not None
    assert finding.comparison.reference_text == CAP
    assert [h.op for h in finding.comparison.hunks].count(DiffOp.FILLED) == 3


def test_a_wording_we_never_sign_is_found_with_its_placeholders_filled_in() -> None:
    never = "Für {{Schäden}} haftet die {{Auftragnehmer}} in keinem Fall, gleich aus welchem Rechtsgrund der Kunde sie verlangt."
    own = replace(
        shelf_of(OTHERS[1]), positions=(*shelf_of(OTHERS[1]).positions, Position(PositionRank.UNACCEPTABLE, never))
    )
    clause = "Für entgangenen Gewinn haftet die Muster AG in keinem Fall, gleich aus welchem Rechtsgrund der Kunde ihn verlangt."
    (finding,) = wording_findings(reading(clause), library(own), FACTS)
    assert finding.code == "wording_unacceptable"


def test_an_example_counts_as_its_position() -> None:
    example = (
        "Für Folgeschäden steht der Anbieter unter keinen Umständen ein, auch wenn der Kunde ihn vorher gewarnt hat."
    )
    never = Position(PositionRank.UNACCEPTABLE, "Jede Haftung ist ausgeschlossen.", examples=(example,))
    own = replace(shelf_of(OTHERS[1]), positions=(*shelf_of(OTHERS[1]).positions, never))
    (finding,) = wording_findings(reading(example), library(own), FACTS)
    assert (finding.code, finding.comparison and finding.comparison.reference_text) == ("wording_unacceptable", example)
