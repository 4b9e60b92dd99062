"""The user's corrections laid over the tree: what each does, and what none of them may ever do."""

from __future__ import annotations

import pytest

from app.models.corrections import EXCLUDED, merge, refusal, split, split_anchor
from app.models.reading import Clause, Correction, Reading
from app.nlp.segmentation import Segmentation, segment
from tests.unit.nlp.segmentation.build import BOLD, Written, document

TERMS: tuple[Written, ...] = (
    ("Allgemeine Bedingungen", BOLD),
    ("§ 1 Preise", BOLD),
    "(1) Der Preis gilt ab Werk.",
    "(2) Der Preis gilt netto.",
    ("§ 2 Lieferung", BOLD),
    "(1) Die Lieferung erfolgt sofort.",
    "Die Abnahme erfolgt später.",
    "(2) Der Kunde nimmt ab.",
)


def outline(found: Segmentation) -> list[str]:
    """Level, label or heading, opening words."""
    return [
        "  " * c.level + " ".join(filter(None, (c.label, c.heading and f"[{c.heading}]", *c.text.split()[:3])))
        for c in found.clauses
    ]


def after(*edits: tuple[str, str, str], terms: tuple[Written, ...] = TERMS) -> Segmentation:
    """The terms with these corrections: action, opening of the clause, value."""
    source = document(*terms)
    made: list[Correction] = []
    for action, opening, value in edits:
        clause = of(segment(source, made), opening)
        made.append(
            split(clause, clause.text.index(value)) if action == "split" else Correction(action, clause.anchor, value)
        )
    found = segment(source, made)
    assert (found.corrections, found.lost_corrections) == (tuple(made), ())
    return found


def of(found: Segmentation, opening: str) -> Clause:
    return next(c for c in found.clauses if f"{c.label} {c.heading} {c.text}".strip().startswith(opening))


def reading(found: Segmentation) -> Reading:
    return Reading(document(*TERMS), found.clauses)


def test_the_terms_of_these_tests() -> None:
    assert outline(after()) == [
        "§ 1 [Preise]",
        "  (1) Der Preis gilt",
        "  (2) Der Preis gilt",
        "§ 2 [Lieferung]",
        "  (1) Die Lieferung erfolgt",
        "  (2) Der Kunde nimmt",
    ]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("merge", "(2)  Der Preis", ""), ["§ 1 [Preise]", "  (1) Der Preis gilt", "§ 2 [Lieferung]", "  (1) Die Lieferung erfolgt", "  (2) Der Kunde nimmt"]),
        (("merge", "(1)  Der Preis", ""), ["§ 1 [Preise] (1) Der Preis", "  (2) Der Preis gilt", "§ 2 [Lieferung]", "  (1) Die Lieferung erfolgt", "  (2) Der Kunde nimmt"]),
        (("merge", "§ 2", ""), ["§ 1 [Preise]", "  (1) Der Preis gilt", "  (2) Der Preis gilt", "  (1) Die Lieferung erfolgt", "  (2) Der Kunde nimmt"]),
        (("split", "(1)  Die Lieferung", "Die Abnahme"), ["§ 1 [Preise]", "  (1) Der Preis gilt", "  (2) Der Preis gilt", "§ 2 [Lieferung]", "  (1) Die Lieferung erfolgt", "  Die Abnahme erfolgt", "  (2) Der Kunde nimmt"]),
        (("level", "(2)  Der Preis", "+1"), ["§ 1 [Preise]", "  (1) Der Preis gilt", "    (2) Der Preis gilt", "§ 2 [Lieferung]", "  (1) Die Lieferung erfolgt", "  (2) Der Kunde nimmt"]),
        (("level", "§ 2", "+1"), ["§ 1 [Preise]", "  (1) Der Preis gilt", "  (2) Der Preis gilt", "  § 2 [Lieferung]", "    (1) Die Lieferung erfolgt", "    (2) Der Kunde nimmt"]),
        (("level", "(1)  Der Preis", "-1"), ["§ 1 [Preise]", "(1) Der Preis gilt", "  (2) Der Preis gilt", "§ 2 [Lieferung]", "  (1) Die Lieferung erfolgt", "  (2) Der Kunde nimmt"]),
        (("exclude", "§ 1", ""), ["§ 2 [Lieferung]", "  (1) Die Lieferung erfolgt", "  (2) Der Kunde nimmt"]),
        (("type", "§ 1", "limitation_of_liability"), outline(after())),
    ],
    ids=["merge", "merge_with_the_unit_it_stands_in", "merge_a_section", "split", "deeper", "deeper_with_units", "higher", "exclude", "type"],
)  # fmt: skip
def test_what_a_correction_makes_of_the_tree(edit: tuple[str, str, str], expected: list[str]) -> None:
    assert outline(after(edit)) == expected


def test_label_and_heading_of_a_merged_unit_become_text() -> None:
    assert of(after(("merge", "§ 2", "")), "(2)").text == "Der Preis gilt netto.\n§ 2 Lieferung"


def test_a_clause_knows_how_it_was_changed() -> None:
    found = after(("merge", "(2)  Der Preis", ""), ("merge", "(1)  Der Preis", ""), ("level", "§ 2", "+1"))
    assert [c.corrected for c in found.clauses] == [("merge",), ("level",), (), ()]


def test_a_unit_joins_the_one_that_the_user_saw_before_it_and_no_other() -> None:
    before = after()
    joins = merge(reading(before), of(before, "(2)  Der Preis"))
    assert segment(document(*TERMS), [joins]).corrections == (joins,)
    gone = Correction("exclude", of(before, "(1)  Der Preis").anchor)
    assert [one.reason for one in segment(document(*TERMS), [gone, joins]).lost_corrections] == ["other_before"]


@pytest.mark.parametrize(
    ("lines", "at", "expected"),
    [
        (["Der Preis gilt.", "(2) Er gilt netto."], "(2)", ("(2)", "", "Er gilt netto.")),
        (["Der Preis gilt. (2) Er gilt netto."], "(2)", ("(2)", "", "Er gilt netto.")),
        (["Der Preis gilt. Er gilt netto."], "Er", ("", "", "Er gilt netto.")),
        (["Der Preis gilt.", "3. Verzug", "Wer nicht zahlt, ist in Verzug."], "3.", ("3.", "Verzug", "Wer nicht zahlt, ist in Verzug.")),
        (["Der Preis gilt.", "Verzug", "Wer nicht zahlt, ist in Verzug."], "Verzug", ("", "Verzug", "Wer nicht zahlt, ist in Verzug.")),
        (["Der Preis gilt.", "30 Tage danach ist der Kunde in Verzug."], "30", ("", "", "30 Tage danach ist der Kunde in Verzug.")),
        (["Der Preis gilt.", "der Verzug", "beginnt sofort."], "der Verzug", ("", "", "der Verzug\nbeginnt sofort.")),
    ],
    ids=["label", "label_in_a_line", "sentence", "label_and_heading", "heading", "number", "words"],
)  # fmt: skip
def test_a_new_units_label_and_heading_are_recognised(
    lines: list[str], at: str, expected: tuple[str, str, str]
) -> None:
    source = document("(1) Alles steht hier.", *lines)
    merges = [Correction("merge", c.anchor) for c in segment(source).clauses[1:]]
    whole = segment(source, merges).clauses[0]
    found = segment(source, [*merges, split(whole, whole.text.index(at))]).clauses[1]
    assert (found.label, found.heading, found.text) == expected


def test_a_merged_section_is_the_same_again_when_it_is_split_off() -> None:
    plain = tuple(line if isinstance(line, str) else line[0] for line in TERMS)
    before = after(terms=plain)
    joins = merge(reading(before), of(before, "§ 2"))
    host = of(segment(document(*plain), [joins]), "(2)")
    cut = split(host, host.text.index("§ 2"))
    out = Correction("level", split_anchor(host.anchor, cut.value), "-1")
    assert outline(segment(document(*plain), [joins, cut, out])) == outline(before)


@pytest.mark.parametrize(("offset", "start"), [(0, 0), (1, 0), (3, 4), (4, 4), (6, 4), (9, 10), (12, 10)])
def test_a_split_takes_place_before_a_whole_word(offset: int, start: int) -> None:
    assert split(of(after(), "(1)  Der Preis"), offset).value.partition(":")[0] == str(start)


def test_a_split_is_found_again_when_the_text_before_it_has_changed() -> None:
    clause = of(after(), "(1)  Die Lieferung")
    shifted = Correction("split", clause.anchor, split(clause, 30).value.replace("30:", "12:"))
    found = segment(document(*TERMS), [shifted])
    assert found.corrections == (shifted,)
    assert of(found, "Die Abnahme").anchor == split_anchor(clause.anchor, shifted.value)


@pytest.mark.parametrize(
    ("action", "opening", "value", "reason"),
    [
        ("merge", "§ 1", "", "nothing_before"),
        ("level", "§ 1", "-1", "outermost"),
        ("level", "§ 1", "+1", "no_unit_above"),
        ("level", "(1)  Der", "+1", "no_unit_above"),
        ("level", "(1)  Der", "+7", "unknown_action"),
        ("split", "§ 1", "0:Preise", "nothing_to_split"),
        ("split", "(1)  Der", "4:Kunde", "place_not_found"),
        ("split", "(1)  Die", "99:D", "place_not_found"),
        ("split", "(1)  Der", "Preis", "place_not_found"),
        ("split", "(1)  Der", "9999999999:Preis", "place_not_found"),
        ("erase", "(1)  Der", "", "unknown_action"),
    ],
)
def test_what_is_not_possible_is_listed_with_its_reason(action: str, opening: str, value: str, reason: str) -> None:
    before = after()
    edit = Correction(action, of(before, opening).anchor, value)
    found = segment(document(*TERMS), [edit])
    assert [(lost.correction, lost.reason) for lost in found.lost_corrections] == [(edit, reason)]
    assert (found.clauses, found.corrections) == (before.clauses, ())
    assert refusal(reading(before), edit) == reason


def test_a_type_that_there_is_not_is_listed() -> None:
    edit = Correction("type", of(after(), "§ 1").anchor, "weather")
    found = segment(document(*TERMS), [edit])
    assert [(one.correction, one.reason) for one in found.lost_corrections] == [(edit, "unknown_type")]
    assert found.clauses == after().clauses


def test_the_tree_that_is_kept_for_further_corrections_is_that_of_the_same_document() -> None:
    one, other = document(*TERMS), document("1. Preise", "Der Preis gilt.")
    edits = [Correction("merge", of(after(), "(2)  Der Preis").anchor)]
    first = segment(one, edits)
    assert segment(other, edits).lost_corrections
    assert segment(one, edits) == first == segment(document(*TERMS), edits)


def test_an_unknown_clause_is_listed() -> None:
    found = segment(document(*TERMS), [Correction("merge", "nowhere")])
    assert [lost.reason for lost in found.lost_corrections] == ["no_such_clause"]


def test_what_is_excluded_is_listed_with_its_anchor_and_whole_text() -> None:
    part = next(p for p in after(("exclude", "§ 1", "")).not_analysed if p.reason == EXCLUDED)
    source = document(*TERMS)
    assert [source.text[a:b] for a, b in part.spans] == [
        "§ 1 Preise\n(1) Der Preis gilt ab Werk.\n(2) Der Preis gilt netto."
    ]
    assert part.anchor == of(after(), "§ 1").anchor
