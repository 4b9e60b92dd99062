"""Subjects of the clauses in the report."""

from __future__ import annotations

from dataclasses import replace

from app.reporting.subjects import subject_rows
from tests.unit.reporting.report_example import ANALYSIS, EMPTY
from tests.unit.reporting.written import html_of, text_of

READING = ANALYSIS.reading


def _rows(**changes: object) -> dict[str, tuple[str, str]]:
    clauses = tuple(
        replace(c, **changes) if c.id == "c0005" else c  # type: ignore[arg-type]  # any field of a clause
        for c in READING.clauses
    )
    changed = replace(ANALYSIS, reading=replace(READING, clauses=clauses))
    return {row.label: (row.value, row.note) for row in subject_rows(changed, "de")}


def test_every_clause_with_words_stands_at_its_subject() -> None:
    rows = _rows()
    assert rows["Haftungsbeschränkung"] == ("§ 2 (1); § 2 (2)", "2 sicher")
    assert rows["Kündigung"][0] == "§ 1 (1); § 5 (2)"
    assert sum(value.count(";") + 1 for value, _ in rows.values()) == sum(bool(c.text) for c in READING.clauses)


def test_an_unsure_subject_is_marked_and_counted() -> None:
    assert _rows(confidence=0.3)["Haftungsbeschränkung"] == ("§ 2 (1) (unsicher); § 2 (2)", "1 sicher, 1 unsicher")


def test_clauses_without_a_subject_are_the_last_row() -> None:
    assert list(_rows(type=None).items())[-1] == ("kein Thema erkannt", ("§ 2 (1)", ""))


def test_a_label_that_repeats_the_one_above_stands_alone() -> None:
    assert _rows(path=("3.", "3.8", "3.8.2"))["Haftungsbeschränkung"][0].startswith("3.8.2;")


def test_both_reports_show_them_and_leave_the_section_out_where_there_are_none() -> None:
    for write in (html_of, text_of):
        assert "Themen der Klauseln" in write(ANALYSIS, "de")
        assert "Themen der Klauseln" not in write(EMPTY, "de")
