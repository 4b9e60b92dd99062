"""A portfolio in every form: each document and each failure is in it, nothing in it is run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from app.models.facts import Fact, GoverningLaw
from app.models.portfolio import Portfolio
from app.reporting.options import ReportOptions
from app.reporting.portfolio.book import documents_sheet, portfolio_book
from app.reporting.portfolio.formats import PORTFOLIO_FORMATS
from app.reporting.portfolio.paper import portfolio_paper
from app.reporting.portfolio.rows import remarks, worst_text
from app.reporting.portfolio.text import to_text
from app.wording.batch import batch_phrase, time_left
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.internal_marks import MADE_AT
from tests.unit.reporting.papers import every_text
from tests.unit.reporting.portfolio_example import DIGEST, example
from tests.unit.reporting.wordrules import broken_rules

PORTFOLIO = example()
EMPTY = Portfolio(())


def options(lang: Lang = "de") -> ReportOptions:
    return ReportOptions(lang=lang, made_at=MADE_AT, reviewer="Mia Muster")


def written(name: str, lang: Lang = "de", portfolio: Portfolio = PORTFOLIO) -> bytes:
    return PORTFOLIO_FORMATS[name].write(portfolio, options(lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", list(PORTFOLIO_FORMATS))
def test_the_same_portfolio_is_the_same_bytes(name: str, lang: Lang) -> None:
    assert written(name, lang) == written(name, lang)


@pytest.mark.parametrize("name", list(PORTFOLIO_FORMATS))
def test_a_portfolio_without_documents_can_be_written(name: str) -> None:
    assert written(name, portfolio=EMPTY)


@pytest.mark.parametrize("name", ["text", "csv", "json", "html"])
def test_every_document_and_every_failure_is_named(name: str) -> None:
    text = written(name).decode("utf-8-sig")
    for said in ("alt/lieferung.pdf", "kopie.pdf", "geschützt.pdf", "seltsam.docx"):
        assert said in text
    assert "mit einem Kennwort geschützt" in text


@pytest.mark.parametrize("name", ["text", "html"])
def test_what_was_left_out_and_that_it_is_no_advice_is_said(name: str) -> None:
    text = written(name).decode()
    assert "bild.png" in text
    assert "keine Rechtsberatung" in text
    assert "2 von 4 Dokumenten wurden gelesen, 1 davon nicht vollständig" in " ".join(text.split())


# --- tables to calculate with


def rows(lang: Lang = "de") -> list[dict[str, str]]:
    text = written("csv", lang).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_document_is_a_row_with_its_figures() -> None:
    row = rows()[0]
    assert row["Dokument"] == "alt/lieferung.pdf"
    assert row["Gleicher Inhalt"] == "kopie.pdf"
    assert row["SHA-256"] == DIGEST.sha256
    assert int(row["Hinweise: Hoch"]) == dict(DIGEST.counts)[next(iter(dict(DIGEST.counts)))]
    assert "10.000\u00a0€ je Schadensereignis" in row["Haftungsobergrenze"]
    assert "6\u00a0Monate" in row["Kündigungsfrist"]
    assert row["Vollständig gelesen"] == "FALSCH"
    assert row["Zeitpunkt"] == "22.11.2026 09:30"


@pytest.mark.parametrize(
    ("applied", "undecided", "said"),
    [
        (0, 0, "keine unserer Vorgaben ist anwendbar"),
        (9, 0, "kein Hinweis (Vorgaben angewandt: 9)"),
        (9, 3, "kein Hinweis (Vorgaben angewandt: 9, davon nicht entscheidbar: 3)"),
    ],
)
def test_no_finding_says_what_that_is_worth(applied: int, undecided: int, said: str) -> None:
    assert worst_text(replace(DIGEST, worst=None, applied=applied, undecided=undecided), "de") == said


@pytest.mark.parametrize(
    ("law", "complete", "said"),
    [
        (GoverningLaw.DE, True, ()),
        (None, True, ()),
        (GoverningLaw.DE, False, ("nicht vollständig gelesen",)),
        (GoverningLaw.CH, True, ("Anwendbares Recht: schweizerisches Recht",)),
    ],
)
def test_what_a_reader_must_know_stands_below_the_name(law: GoverningLaw | None, complete: bool, said: object) -> None:
    facts = replace(DIGEST.facts, governing_law=Fact(law))
    assert remarks(replace(DIGEST, facts=facts, complete=complete), "de") == said


def test_a_failure_is_a_row_with_its_sentence_and_nothing_else() -> None:
    row = rows()[2]
    filled = {name for name, value in row.items() if value}
    assert filled == {"Dokument", "Fehler", "Zeitpunkt", "Programm"}
    assert "klausellupe analyze --password-stdin" in row["Fehler"]


def test_a_hostile_name_is_a_text() -> None:
    assert rows()[1]["Dokument"] == "'=cmd|'/C calc'!A0 <b>�[31m�fdp.pdf"
    sheet = load_workbook(BytesIO(written("xlsx")))["Dokumente"]
    assert sheet["A3"].data_type == "s"
    assert sheet["A3"].quotePrefix


def test_the_book_has_documents_values_shared_clauses_and_how_it_was_made() -> None:
    book = portfolio_book(PORTFOLIO, options())
    assert [sheet.title for sheet in book.sheets] == ["Dokumente", "Werte", "Gleiche Klauseln", "Überblick"]
    assert all(len(row) == len(sheet.columns) for sheet in book.sheets for row in sheet.rows)
    assert len(book.sheets[0].rows) == 4
    assert len(book.sheets[1].rows) == len(DIGEST.values)
    assert book.sheets[0].tones[1:] == ("", "", "")


def test_every_place_of_a_shared_clause_is_a_row() -> None:
    sheet = portfolio_book(PORTFOLIO, options()).sheets[2]
    assert len(sheet.rows) == sum(len(same.places) for same in PORTFOLIO.same) > 0


def test_english_labels_stand_over_english_values() -> None:
    row = rows("en")[0]
    assert row["Read completely"] == "FALSE"
    assert "€10,000 per event" in row["Liability cap"]


# --- to be read


@pytest.mark.parametrize("lang", LANGS)
def test_shares_of_every_table_add_up(lang: Lang) -> None:
    from app.reporting.paper import Table

    tables = [block for block in portfolio_paper(PORTFOLIO, options(lang)).blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert sum(table.shares) == pytest.approx(1)
        assert all(len(row.cells) == len(table.shares) for row in table.rows)


def test_the_paper_says_what_a_reader_must_know() -> None:
    text = " ".join(every_text(portfolio_paper(PORTFOLIO, options())))
    for said in (
        "alt/lieferung.pdf (auch als kopie.pdf)",
        "nicht vollständig gelesen",
        "22.11.2026, 09:30",
        "Mia Muster",
    ):
        assert said in text


def test_the_word_file_keeps_words_rules() -> None:
    assert broken_rules(written("docx")) == []


@pytest.mark.parametrize("width", [20, 80, 120, 1000])
def test_no_line_of_the_text_is_wider_than_asked(width: int) -> None:
    lines = to_text(PORTFOLIO, options(), width).decode().splitlines()
    assert max(map(len, lines)) <= max(60, min(width, 200))


def test_a_terminal_gets_no_escape_sequences() -> None:
    assert not set(written("text").decode()) & set("\x1b\u202e")


# --- JSON


def test_json_holds_codes_and_numbers() -> None:
    made = json.loads(written("json"))
    first, _, locked, strange = made["documents"]
    assert made["schema"] == "klausellupe-portfolio"
    assert first["findings"]["high"] == dict(DIGEST.counts)[next(iter(dict(DIGEST.counts)))]
    cap = next(value for value in first["values"] if value["kind"] == "liability_cap" and value["value"]["amount"])
    assert (cap["value"]["amount"], cap["value"]["currency"]) == (10000.0, "EUR")
    assert first["facts"]["perspective"]["value"] == "customer"
    assert locked["error"]["code"] == "pdf_encrypted"
    assert strange["error"]["code"] == "bug"
    assert {place["document"] for place in made["same_clauses"][0]["places"]} > {"alt/lieferung.pdf"}


def test_documents_keep_the_order_of_the_files() -> None:
    assert [row[0] for row in documents_sheet(PORTFOLIO, options()).rows] == [row.name for row in PORTFOLIO.rows]


@pytest.mark.parametrize(
    ("seconds", "german", "english"),
    [
        (3, "noch etwa 5 Sekunden", "about 5 seconds left"),
        (42, "noch etwa 40 Sekunden", "about 40 seconds left"),
        (58, "noch etwa eine Minute", "about a minute left"),
        (170, "noch etwa 3 Minuten", "about 3 minutes left"),
    ],
)
def test_the_time_left_is_told_roughly(seconds: float, german: str, english: str) -> None:
    assert (time_left(seconds, "de"), time_left(seconds, "en")) == (german, english)


def test_phrases_name_what_is_missing_in_both_languages() -> None:
    assert batch_phrase("progress", "de", done=1, total=2) == "1 von 2 Dateien"
