"""Our own documents meet the bars of the import, and a document that is read badly does not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.models.analysis import Analysis
from app.models.reading import Reading
from app.models.source import Ignored, IgnoredReason
from tests.evaluation import imported
from tests.evaluation.documents import OURS, ROOT, analysed, gold_documents
from tests.evaluation.imported import compared, document_id, measure_import
from tests.evaluation.readers import read_independently

COLUMNS = ROOT / "resources/samples/hosting-zweispaltig.pdf"
DOCUMENTS = [pytest.param(path, id=stem) for stem, path, _ in gold_documents(OURS)]


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.needs_tool("soffice")
@pytest.mark.parametrize("path", DOCUMENTS)
def test_our_documents_meet_the_bars(path: Path) -> None:
    figures, _ = measure_import(path, path.stem)
    assert figures.words > 100
    assert figures.faults == (), figures.details


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analysed(COLUMNS)


def faults_of(reading: Reading) -> tuple[str, ...]:
    return compared("sample", COLUMNS, reading, read_independently(COLUMNS), 0.0).faults


@pytest.mark.needs_tool("pdftotext")
def test_a_clause_that_is_dropped_from_the_tree_is_a_loss(analysis: Analysis) -> None:
    reading = analysis.reading
    fewer = dataclasses.replace(reading, clauses=reading.clauses[:5] + reading.clauses[6:])
    assert faults_of(fewer) == ("lost",)


@pytest.mark.needs_tool("pdftotext")
def test_furniture_that_is_listed_nowhere_is_a_loss(analysis: Analysis) -> None:
    source = dataclasses.replace(analysis.reading.source, ignored=())
    assert "lost" in faults_of(dataclasses.replace(analysis.reading, source=source))


@pytest.mark.needs_tool("pdftotext")
def test_furniture_that_the_page_does_not_show_is_invented(analysis: Analysis) -> None:
    source = analysis.reading.source
    more = (*source.ignored, Ignored(IgnoredReason.HEADER, "Diese Zeile steht nirgends", page=1))
    source = dataclasses.replace(source, ignored=more)
    assert faults_of(dataclasses.replace(analysis.reading, source=source)) == ("invented",)


@pytest.mark.needs_tool("pdftotext")
def test_a_clause_whose_text_says_more_than_its_place_is_invented(analysis: Analysis) -> None:
    reading = analysis.reading
    first = dataclasses.replace(reading.clauses[1], text=reading.clauses[1].text + " und noch etwas mehr")
    assert "invented" in faults_of(
        dataclasses.replace(reading, clauses=(reading.clauses[0], first, *reading.clauses[2:]))
    )


@pytest.mark.needs_tool("pdftotext")
def test_boxes_of_other_lines_are_not_read_back(analysis: Analysis) -> None:
    reading = analysis.reading
    moved = [
        dataclasses.replace(
            clause, boxes=tuple(dataclasses.replace(b, top=b.top + 12, bottom=b.bottom + 12) for b in clause.boxes)
        )
        for clause in reading.clauses
    ]
    assert faults_of(dataclasses.replace(reading, clauses=tuple(moved))) == ("back",)


def test_a_document_goes_by_its_number_or_its_hash(tmp_path: Path) -> None:
    for name in ("050_someone.pdf", "d07.pdf", "other.docx"):
        (tmp_path / name).write_bytes(b"x")
    names = [document_id(path) for path in sorted(tmp_path.iterdir())]
    assert names == ["050.pdf", "d07.pdf", "2d7116.docx"]


def test_the_bars_are_those_asked_for() -> None:
    bars = (imported.LOST_BAR, imported.INVENTED_BAR, imported.ORDER_BAR, imported.BACK_BAR)
    assert bars == (0.002, 0.001, 0.99, 0.98)


@pytest.mark.needs_tool("pdftotext")
def test_printed_text_that_is_listed_as_hidden_is_a_loss(analysis: Analysis) -> None:
    source = analysis.reading.source
    furniture = [dataclasses.replace(i, reason=IgnoredReason.HIDDEN, cause="white") for i in source.ignored]
    reading = dataclasses.replace(analysis.reading, source=dataclasses.replace(source, ignored=tuple(furniture)))
    assert "lost" in faults_of(reading)


@pytest.mark.needs_tool("pdftotext")
def test_text_in_the_colour_of_the_paper_is_no_loss(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "white.pdf"))
    for number in range(1, 6):
        canvas.drawString(60, 800 - 30 * number, f"{number}. Der Kunde zahlt den Preis binnen zehn Tagen.")
    canvas.setFillGray(1)
    canvas.drawString(60, 500, "Der Kunde haftet auch ohne Verschulden")
    canvas.save()
    figures, analysed_file = measure_import(tmp_path / "white.pdf", "white")
    assert analysed_file is not None
    assert [i.cause for i in analysed_file.reading.source.ignored] == ["white"]
    assert figures.faults == (), figures.details
