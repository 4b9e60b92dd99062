"""Tables without rulings, and what only looks a little like one; tables of contents."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.models.source import BlockKind, SourceDocument
from tests.unit.importing.printed import Frame, Sheet, Terms, Type, columns, words

BODY = Type(9)
THREE = (
    ("Leistung", "Einheit", "Preis netto"),
    ("Anfahrt im Stadtgebiet", "pauschal", "45,00 Euro"),
    ("Wartung der Anlage", "je Stunde", "98,50 Euro"),
    ("Entsorgung", "je Tonne", "150,00 Euro"),
)
TWO = tuple((row[0], row[2]) for row in THREE[1:])


def put(sheet: Sheet, top: float, rows: Sequence[Sequence[str]], x: Sequence[float], *, right: bool = False) -> float:
    for row in rows:
        for i, (place, text) in enumerate(zip(x, row, strict=True)):
            moved = stringWidth(text, BODY.font, BODY.size) if right and i else 0.0
            sheet.line(place - moved, top, text, BODY)
        top += 13
    return top


def table_rows(document: SourceDocument) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.TABLE_ROW]


@pytest.mark.parametrize("right", [False, True], ids=["left", "right"])
@pytest.mark.parametrize(("rows", "x"), [(THREE, (60, 300, 450)), (TWO, (60, 400))], ids=["three", "two"])
def test_a_price_list_without_rulings_is_read_row_by_row(
    rows: Sequence[Sequence[str]], x: Sequence[float], right: bool
) -> None:
    terms, sheet = Terms(41), Sheet()
    before, after = terms.clause(5), terms.clause(5)
    top = sheet.paragraph(Frame(60, 540, 0, 0), 80, before, BODY)
    top = put(sheet, top + 10, rows, x, right=right)
    sheet.paragraph(Frame(60, 540, 0, 0), top + 10, after, BODY)
    document = sheet.read()
    assert table_rows(document) == ["\t".join(row) for row in rows]
    assert document.text == "\n".join([before, *("\t".join(row) for row in rows), after])


def test_rulings_between_rows_make_words_a_table() -> None:
    sheet = Sheet()
    rows = (("Klein", "Grün"), ("Mittel", "Gelb"), ("Gross", "Rot"))
    put(sheet, 100, rows, (60, 300))
    assert table_rows(sheet.read()) == []
    for i in range(4):
        sheet.canvas.line(60, sheet.height - 91 - 13 * i, 400, sheet.height - 91 - 13 * i)
    ruled = Sheet()
    for i in range(4):
        ruled.canvas.line(60, ruled.height - 91 - 13 * i, 400, ruled.height - 91 - 13 * i)
    put(ruled, 100, rows, (60, 300))
    assert table_rows(ruled.read()) == ["Klein\tGrün", "Mittel\tGelb", "Gross\tRot"]


@pytest.mark.parametrize("count", [2, 3])
def test_a_price_list_inside_a_column_is_read_there(count: int) -> None:
    terms, sheet = Terms(43), Sheet()
    frames = columns(count, 80, 500, 15)
    first = frames[0]
    text = sheet.flow([Frame(first.x0, first.x1, 80, 200)], terms.clauses(200), Type(7))
    rows = (("Anfahrt", "45 Euro"), ("Wartung", "90 Euro"), ("Notdienst", "120 Euro"))
    put(sheet, 220, rows, (first.x0, first.x0 + 90))
    rest = sheet.flow([Frame(first.x0, first.x1, 265, 500), *frames[1:]], terms.clauses(200), Type(7))
    document = sheet.read()
    assert table_rows(document) == ["\t".join(row) for row in rows]
    assert words(document) == [*text.split(), *(w for row in rows for cell in row for w in cell.split()), *rest.split()]


@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_prose_in_columns_is_no_table(count: int, justified: bool) -> None:
    for seed in range(3):
        terms, sheet = Terms(seed), Sheet()
        sheet.flow(columns(count, 80, 740, 12), terms.clauses(200), Type(8, justified=justified))
        assert table_rows(sheet.read()) == []


def test_labels_before_their_paragraphs_are_no_table() -> None:
    sheet = Sheet()
    for i in range(6):
        sheet.line(60, 100 + 14 * i, f"{i + 1}.", BODY)
        sheet.line(100, 100 + 14 * i, f"Frist von {i} Tagen.", BODY)
    assert table_rows(sheet.read()) == []


TITLES = ("Geltung", "Angebot und Abschluss", "Preise", "Zahlung", "Lieferung", "Mängel", "Haftung", "Schluss")


def contents(sheet: Sheet, x0: float, x1: float, first: int, *, leaders: bool) -> list[str]:
    entries = []
    for i, title in enumerate(TITLES):
        text, page = f"§ {first + i} {title}", str(1 + i // 3)
        room = x1 - x0 - stringWidth(f"{text}  {page}", BODY.font, BODY.size)
        dots = "." * int(room / stringWidth(".", BODY.font, BODY.size)) if leaders else ""
        if leaders:
            sheet.line(x0, 100 + 13 * i, f"{text} {dots} {page}", BODY)
        else:
            sheet.line(x0, 100 + 13 * i, text, BODY)
            sheet.line(x1 - 5, 100 + 13 * i, page, BODY)
        entries.append(f"{text} {dots} {page}" if leaders else f"{text} {page}")
    return entries


@pytest.mark.parametrize("leaders", [True, False])
def test_each_entry_of_a_table_of_contents_is_a_line(leaders: bool) -> None:
    sheet = Sheet()
    entries = contents(sheet, 60, 540, 1, leaders=leaders)
    document = sheet.read()
    assert [document.text[line.start : line.end] for line in document.lines] == entries
    assert table_rows(document) == []


def test_a_table_of_contents_in_two_columns_is_read_column_by_column() -> None:
    sheet = Sheet()
    entries = [*contents(sheet, 60, 290, 1, leaders=True), *contents(sheet, 310, 540, 9, leaders=True)]
    document = sheet.read()
    assert [document.text[line.start : line.end] for line in document.lines] == entries
    assert len(document.blocks) == len(entries)
