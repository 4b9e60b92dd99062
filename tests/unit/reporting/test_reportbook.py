"""The report as a workbook: what stands in which sheet with which type, internal and outward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.analysis import Severity
from app.models.decisions import Verdict
from app.reporting.options import Reader, ReportOptions
from app.reporting.reportbook import findings_sheet, report_book
from app.reporting.sheets import Book, Sheet, Value
from app.reporting.tocsv import to_csv
from app.reporting.toxlsx import to_xlsx
from app.wording.lang import LANGS, Lang
from app.wording.terms import term
from tests.unit.reporting.internal_marks import (
    COMMENT,
    MADE_AT,
    PREFERRED,
    found_marks,
    internal_options,
    mark,
    marked_analysis,
    outward_options,
)
from tests.unit.reporting.report_example import ANALYSIS

MARKED = marked_analysis()


def book(lang: Lang = "de", **rest: object) -> Book:
    return report_book(ANALYSIS, ReportOptions(lang=lang, made_at=MADE_AT, **rest))  # type: ignore[arg-type]


def sheet(title: str, of: Book) -> Sheet:
    return next(found for found in of.sheets if found.title == title)


def column(label: str, of: Sheet) -> list[Value]:
    at = [found.label for found in of.columns].index(label)
    return [row[at] for row in of.rows]


def overview(of: Book) -> dict[Value, Value]:
    return {row[0]: row[1] for row in of.sheets[0].rows}


# --- sheets


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("de", ["Überblick", "Werte", "Hinweise", "Klauseln", "Dubletten", "Nicht geprüft"]),
        ("en", ["Overview", "Values", "Findings", "Clauses", "Duplicates", "Not checked"]),
    ],
)
def test_every_part_has_its_sheet(lang: Lang, titles: list[str]) -> None:
    assert [found.title for found in book(lang).sheets] == titles


def test_without_the_annex_the_clauses_are_left_out() -> None:
    assert "Klauseln" not in [found.title for found in book(annex=False).sheets]


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_has_a_cell_for_every_column(lang: Lang) -> None:
    for found in (*book(lang).sheets, *book(lang, reader=Reader.OUTWARD).sheets):
        assert all(len(row) == len(found.columns) for row in found.rows), found.title


def test_the_overview_names_document_time_program_library_and_rules() -> None:
    rows, source = overview(book(reviewer="Mia Muster")), ANALYSIS.reading.source
    assert rows["Datei"] == source.name
    assert rows["SHA-256"] == source.sha256
    assert rows["Größe in Byte"] == source.size
    assert rows["Zeitpunkt des Berichts"] == MADE_AT
    assert rows["Geprüft von"] == "Mia Muster"
    assert str(rows["Programm"]).startswith("Klausellupe ")
    assert rows["Klauselbibliothek"] == ANALYSIS.library.name
    assert str(rows["Kein Rechtsrat"]).startswith("Hinweise für die Prüfung, keine Rechtsberatung")
    assert isinstance(rows["Stichtag der Prüfung"], date)
    assert len(str(rows["Prüfsumme der Prüfung"])) == 64


def test_the_counts_of_the_overview_add_up() -> None:
    rows = overview(book())
    labels = ("Hoch", "Mittel", "Gering", "Zur Information")
    assert sum(int(str(rows[f"Hinweise: {label}"])) for label in labels) == len(ANALYSIS.findings)
    assert rows["Hinweise ohne Entscheidung"] == len(ANALYSIS.findings)


def test_values_are_numbers_and_their_words_stand_beside() -> None:
    values = sheet("Werte", book())
    assert len(values.rows) == len(ANALYSIS.reading.provisions)
    assert 10000.0 in column("Betrag", values)
    assert "EUR" in column("Währung", values)
    assert 0.005 in column("Prozent", values)
    assert 24 in column("Dauer", values)
    assert "Monate" in column("Einheit", values)
    assert all(column("Wortlaut", values))


def test_all_clauses_stand_with_their_whole_text() -> None:
    texts = column("Text", sheet("Klauseln", book()))
    assert [text or "" for text in texts] == [clause.text for clause in ANALYSIS.reading.clauses]


def test_duplicates_stand_with_both_texts() -> None:
    found = sheet("Dubletten", book())
    assert len(found.rows) == len(ANALYSIS.duplicates) > 0
    assert all(column("Erster Text", found))
    assert all(column("Zweiter Text", found))


def test_what_was_not_checked_is_listed() -> None:
    assert len(sheet("Nicht geprüft", book()).rows) > 3


def test_where_nothing_is_missing_it_says_so() -> None:
    source = replace(ANALYSIS.reading.source, warnings=(), ignored=(), unread_pages=(), unread_parts=())
    reading = replace(ANALYSIS.reading, source=source, not_analysed=(), lost_corrections=())
    clean = replace(ANALYSIS, reading=reading, not_checked=(), checks=())
    rows = sheet("Nicht geprüft", report_book(clean, ReportOptions())).rows
    assert rows == (("Nichts bekannt", "Alle Seiten und Teile der Datei konnten gelesen werden."),)


# --- findings


def test_a_finding_shows_decision_own_severity_and_the_old_one() -> None:
    options = internal_options(MARKED)
    found = sheet("Hinweise", report_book(MARKED, options))
    assert set(column("Gewichtung", found)) == {"Gering"}
    old = column("Gewichtung des Programms", found)
    wanted = [None if f.severity is Severity.LOW else f.severity for f in MARKED.findings]
    assert [value is None for value in old] == [value is None for value in wanted]
    assert set(column("Entscheidung", found)) == {term("verdict_done", Verdict.NEGOTIATE.value, "de")}
    assert set(column("Notiz", found)) == {mark("decision-note")}
    assert set(column("Zuständig", found)) == {mark("assignee")}
    assert set(found.tones) == {"low"}


def test_only_chosen_findings_are_in_it() -> None:
    anchor = ANALYSIS.findings[1].anchor
    made = book(chosen=frozenset({anchor}))
    assert column("Kennung", sheet("Hinweise", made)) == [anchor]
    assert overview(made)["Ausgewählte Hinweise"] == f"1 von {len(ANALYSIS.findings)}"


def test_a_row_for_csv_stands_for_itself() -> None:
    found = findings_sheet(ANALYSIS, ReportOptions(made_at=MADE_AT))
    assert len(found.rows) == len(ANALYSIS.findings)
    for label in ("Dokument", "SHA-256", "Zeitpunkt des Berichts", "Programm", "Klauselbibliothek", "Perspektive"):
        assert all(column(label, found)), label
    assert set(column("SHA-256", found)) == {ANALYSIS.reading.source.sha256}
    assert "Nicht vollständig gelesen" in str(column("Vollständig gelesen", found)[0])


@pytest.mark.parametrize(
    ("reader", "label", "said"),
    [
        (Reader.INTERNAL, "Hinweis", "Kein Hinweis. Was nicht geprüft wurde, steht im Bericht."),
        (Reader.OUTWARD, "Thema", "Keine Anmerkung"),
    ],
)
def test_without_a_finding_a_row_says_so(reader: Reader, label: str, said: str) -> None:
    found = findings_sheet(replace(ANALYSIS, findings=()), ReportOptions(reader=reader))
    assert column(label, found) == [said]
    assert column("Dokument", found) == [ANALYSIS.reading.source.name]


# --- outward


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_internal_leaves_the_house(lang: Lang) -> None:
    options = outward_options(MARKED, lang)
    assert found_marks(to_xlsx(report_book(MARKED, options))) == []
    assert found_marks(to_csv(findings_sheet(MARKED, options), lang)) == []


def test_the_marks_would_be_found() -> None:
    options = internal_options(MARKED)
    for content in (to_xlsx(report_book(MARKED, options)), to_csv(findings_sheet(MARKED, options))):
        found = " ".join(found_marks(content))
        assert all(mark(name) in found for name in ("decision-note", "assignee", "by", "library-file", "title"))


def test_our_proposal_and_comment_leave_with_the_quote() -> None:
    found = sheet("Anmerkungen", report_book(MARKED, outward_options(MARKED)))
    assert PREFERRED in column("Vorgeschlagener Wortlaut", found)
    assert COMMENT in column("Anmerkung", found)
    assert any(column("Wortlaut", found))
    assert found.tones == ()


def test_outward_there_are_no_sheets_of_our_own() -> None:
    made = report_book(ANALYSIS, ReportOptions(reader=Reader.OUTWARD))
    assert [found.title for found in made.sheets] == ["Überblick", "Werte", "Anmerkungen"]


@pytest.mark.parametrize("reader", list(Reader))
def test_the_same_report_is_the_same_bytes(reader: Reader) -> None:
    options = ReportOptions(reader=reader, made_at=MADE_AT)
    assert to_xlsx(report_book(ANALYSIS, options)) == to_xlsx(report_book(ANALYSIS, options))
