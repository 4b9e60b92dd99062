"""Faults in the numbers: gaps, doubles, wrong order; nothing where numbers begin again or were read badly."""

from __future__ import annotations

import pytest

from app.comparing.numbering import numbering_findings
from app.models.analysis import Severity
from app.models.reading import Reading
from app.wording.findings import explanation, title
from tests.unit.comparing.outlined import outlined


def labelled(*labels: str, **more: str) -> Reading:
    """Siblings with these labels under one section; two spaces more for what lies below one."""
    return outlined("§ 1 | Eins |", *(f"  {label} | | Text zu Punkt {n}." for n, label in enumerate(labels)), **more)


def told(read: Reading) -> list[str]:
    return [
        " ".join(str(f.params[name]) for name in ("before", "after", "missing") if f.params[name])
        for f in numbering_findings(read)
    ]


@pytest.mark.parametrize(
    ("labels", "fault"),
    [
        (("(1)", "(2)", "(4)"), "(2) (4) 3"),
        (("1.", "2.", "5.", "6."), "2. 5. 3, 4"),
        (("1.1", "1.2", "1.4"), "1.2 1.4 1.3"),
        (("a)", "b)", "d)"), "b) d) c"),
        (("A.", "B.", "D."), "B. D. C"),
        (("I.", "II.", "IV."), "II. IV. III"),
        (("(1)", "(3)"), "(1) (3) 2"),
        (("1.1", "1.4", "1.5"), "1.1 1.4 1.2, 1.3"),
        (("§ 1", "§ 2", "§ 4"), "§ 2 § 4 3"),
        (("1", "2.", "4"), "2. 4 3"),
        (("Artikel 1", "Artikel 3"), "Artikel 1 Artikel 3 2"),
        (("1.1.1", "1.1.3"), "1.1.1 1.1.3 1.1.2"),
    ],
)
def test_a_number_that_is_left_out_is_told(labels: tuple[str, ...], fault: str) -> None:
    assert told(labelled(*labels)) == [fault]


@pytest.mark.parametrize(
    ("labels", "fault"),
    [
        (("(1)", "(2)", "(2)", "(3)"), "(2) (2)"),
        (("(1)", "(1)", "(2)"), "(1) (1)"),
        (("1.", "2.", "3.", "3.", "4."), "3. 3."),
        (("(1)", "(2)", "(2)", "(4)"), "(2) (2)"),
        (("1.1", "1.2", "1.2"), "1.2 1.2"),
        (("a)", "b)", "b)", "c)"), "b) b)"),
        (("I.", "II.", "II."), "II. II."),
        (("§ 1", "§ 2", "§ 2", "§ 3"), "§ 2 § 2"),
        (("§ 1", "§ 2", "§ 3", "§ 4", "§ 2", "§ 3"), "§ 2 § 2"),
        (("1.26.1", "1.26.2", "1.26.3", "1.26.3"), "1.26.3 1.26.3"),
        (("4", "4a", "4a", "5"), "4a 4a"),
    ],
)
def test_a_number_that_stands_twice_is_told_once(labels: tuple[str, ...], fault: str) -> None:
    assert told(labelled(*labels)) == [fault]


@pytest.mark.parametrize(
    ("labels", "fault"),
    [
        (("1.", "2.", "4.", "3.", "5."), "4. 3."),
        (("(1)", "(3)", "(2)", "(4)"), "(3) (2)"),
        (("a)", "c)", "b)"), "c) b)"),
        (("1.1", "1.3", "1.2"), "1.3 1.2"),
    ],
)
def test_numbers_out_of_order_are_told_once(labels: tuple[str, ...], fault: str) -> None:
    assert told(labelled(*labels)) == [fault]


@pytest.mark.parametrize(
    "labels",
    [
        ("(1)", "(2)", "(3)"),
        ("1.", "2.", "1.", "2."),
        ("a)", "b)", "(1)", "(2)"),
        ("I.", "II.", "III.", "IV.", "V."),
        ("H.", "I.", "J."),
        ("4", "4a", "5"),
        ("3.", "4.", "5."),
        ("05", "05", "09"),
        ("", "", ""),
        ("1.", "20.", "21."),
        ("•", "•"),
        ("1.", "7.", "3.", "9.", "2.", "11."),
        ("7.1.1", "7.1.2", "7.2", "7.3"),
    ],
)
def test_numbers_that_count_or_are_none_are_let_be(labels: tuple[str, ...]) -> None:
    assert told(labelled(*labels)) == []


@pytest.mark.parametrize(
    "between",
    ["(3) entfällt", "Absatz 3 weggefallen", "3. Ein Absatz, der nicht als Klausel gelesen wurde", "(3) Kleines"],
)
def test_a_number_that_is_printed_or_dropped_is_no_gap(between: str) -> None:
    assert told(labelled("(1)", "(2)", "(4)", between=between)) == []


def test_a_first_number_that_was_read_as_text_counts() -> None:
    assert told(outlined("§ 1 | Eins | (1) Zuerst.", "  (3) | | Dann.", "  (4) | | Danach.")) == ["(1) (3) 2"]


def test_every_section_counts_for_itself() -> None:
    read = outlined("§ 1 | Eins |", "  (1) | | A.", "  (2) | | B.", "§ 2 | Zwei |", "  (1) | | C.", "  (3) | | D.")
    (finding,) = numbering_findings(read)
    assert (finding.params["home"], finding.params["missing"], finding.severity) == ("§ 2", "2", Severity.INFO)


def test_paragraphs_with_another_sections_number_are_told_once() -> None:
    read = outlined("6. | Sechs |", "  5.1 | | A.", "  5.2 | | B.", "7. | Sieben |", "  7.1 | | C.")
    assert told(read) == ["6. 5.1"]


def test_copies_of_a_section_share_a_fault() -> None:
    rows = ("  (1) | | A.", "  (3) | | B.")
    assert told(outlined("§ 1 | Eins |", *rows, "§ 1 | Eins |", *rows)) == ["(1) (3) 2"]


@pytest.mark.parametrize("more", [{"unread": (2,)}, {"note": "numbering_approximated"}])
def test_nothing_is_told_where_numbers_are_incomplete(more: dict[str, object]) -> None:
    assert told(outlined("1. | Eins |", "2. | Zwei |", "4. | Vier |", **more)) == []  # type: ignore[arg-type]


def test_a_fault_shows_both_neighbours_and_says_what_is_missing() -> None:
    (finding,) = numbering_findings(labelled("(1)", "(2)", "(4)"))
    assert [e.part for e in finding.evidence] == ["label", "label"]
    assert title(finding, "de") == "Nummerierung: auf (2) folgt (4)"
    assert explanation(finding, "de").startswith("Zwischen (2) und (4) fehlt: 3.")
