"""Lists of corrections: shortened, taken back, compared with what was read."""

from __future__ import annotations

import pytest

from app.models.corrections import laid_over, name_of, possible, simplified, split_anchor, without
from app.models.reading import Clause, Correction, LostCorrection, Reading
from app.models.source import SourceDocument

SOURCE = SourceDocument("a.txt", "", 0, "text/plain", "", (), (), ())
DEEPER, HIGHER = Correction("level", "a", "+1"), Correction("level", "a", "-1")
SPLIT = Correction("split", "a", "4:Der Kunde")
MADE = split_anchor("a", SPLIT.value)
OTHER = Correction("merge", "b", "x")


def typed(name: str, anchor: str = "a") -> Correction:
    return Correction("type", anchor, name)


@pytest.mark.parametrize(
    ("made", "left"),
    [
        ([DEEPER, HIGHER], []),
        ([HIGHER, DEEPER], [HIGHER, DEEPER]),  # units behind it came under it
        ([DEEPER, OTHER, HIGHER], [DEEPER, OTHER, HIGHER]),  # the merge may rest on the level
        ([DEEPER, typed("term"), HIGHER], [typed("term")]),
        ([DEEPER, DEEPER, HIGHER, HIGHER], []),
        ([SPLIT, Correction("merge", MADE, "a")], []),
        ([SPLIT, typed("term", MADE), Correction("merge", MADE, "a")], []),
        ([SPLIT, Correction("merge", MADE, "b")], [SPLIT, Correction("merge", MADE, "b")]),
        ([SPLIT, DEEPER, HIGHER, Correction("merge", MADE)], []),
        ([typed("term"), OTHER, typed(""), typed("term", "b")], [OTHER, typed(""), typed("term", "b")]),
    ],
)
def test_what_a_later_correction_undoes_is_left_out(made: list[Correction], left: list[Correction]) -> None:
    assert simplified(made) == tuple(left)


def test_what_did_not_hold_is_not_undone() -> None:
    assert simplified([DEEPER, HIGHER], lost=[DEEPER]) == (DEEPER, HIGHER)


@pytest.mark.parametrize(
    ("anchor", "left"),
    [
        ("a", [OTHER]),  # with its split goes what was done with the unit that it made
        (MADE, [DEEPER, OTHER, typed("term")]),
        ("x", [DEEPER, SPLIT, typed("term"), typed("", MADE)]),  # the unit that joined it
        ("b", [DEEPER, SPLIT, typed("term"), typed("", MADE)]),
        ("c", [DEEPER, SPLIT, OTHER, typed("term"), typed("", MADE)]),
    ],
)
def test_all_changes_of_one_clause_are_taken_back(anchor: str, left: list[Correction]) -> None:
    assert without([DEEPER, SPLIT, OTHER, typed("term"), typed("", MADE)], anchor) == tuple(left)


@pytest.mark.parametrize(
    ("held", "lost", "asked", "same"),
    [
        ([], [], [], True),
        ([DEEPER, OTHER], [], [DEEPER, OTHER], True),
        ([DEEPER, OTHER], [], [OTHER, DEEPER], False),
        ([DEEPER], [OTHER], [OTHER, DEEPER], True),
        ([DEEPER], [OTHER], [DEEPER], False),
        ([DEEPER], [], [], False),
        ([DEEPER], [DEEPER], [DEEPER, DEEPER], True),
    ],
)
def test_a_reading_knows_what_was_laid_over_it(
    held: list[Correction], lost: list[Correction], asked: list[Correction], same: bool
) -> None:
    gone = tuple(LostCorrection(one, "no_such_clause") for one in lost)
    assert laid_over(Reading(SOURCE, (), corrections=tuple(held), lost_corrections=gone), asked) is same


def clause(number: int, level: int, **fields: str) -> Clause:
    given = {"label": "", "heading": "", "text": ""} | fields
    return Clause(id=f"c{number}", anchor=f"a{number}", path=(), parent=None, level=level, **given)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, {"exclude", "type"}),
        (1, {"merge", "level_up", "exclude", "type", "split"}),
        (2, {"merge", "level_up", "level_down", "exclude", "type", "split"}),
        (3, {"merge", "level_down", "exclude", "type"}),
    ],
)
def test_what_can_be_done_with_a_clause(number: int, expected: set[str]) -> None:
    clauses = (
        clause(0, 0, heading="Preise"),
        clause(1, 1, text="Zwei Worte"),
        clause(2, 1, label="(2)", text="Wort"),
        clause(3, 0, text="Wort"),
    )
    assert possible(Reading(SOURCE, clauses), f"c{number}") == expected
    assert possible(Reading(SOURCE, clauses), "c9") == frozenset()


@pytest.mark.parametrize(
    ("path", "label", "heading", "text", "name"),
    [
        (("§ 8", "(2)"), "(2)", "", "Text", "§ 8 (2)"),
        (("§ 8",), "§ 8", "Haftung", "Text", "§ 8 Haftung"),
        (("3.", "3.1"), "3.1", "Preise", "Text", "3.1 Preise"),
        (("Preise",), "", "Preise", "Text", "Preise"),
        (("",), "", "", "Der Preis\ngilt.", "Der Preis gilt."),
        (("§ 8", ""), "", "", "Der Preis gilt.", "§ 8 Der Preis gilt."),
        (("§ 8",), "§ 8", "Wort " * 20, "", "§ 8 " + "Wort " * 11 + "…"),
    ],
)
def test_a_clause_has_a_name(path: tuple[str, ...], label: str, heading: str, text: str, name: str) -> None:
    assert name_of(Clause("c", "a", label, heading, text, path, None, 0)) == name
