"""Text without pages: offsets across small numbers and tables, and the look of lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat, QTextTable

from app.models.source import Block, BlockKind, Line, Mark, MarkKind, SourceDocument
from app.ui.textformat import filling
from app.ui.textlooks import Scale

P, N = BlockKind.PARAGRAPH, BlockKind.NOTE
HTML, PLAIN = "text/html", "text/plain"


def _document(blocks, marks=(), media_type=HTML, x0=0.0):
    """Blocks as (kind or number of a table, text); marks as (offset, text)."""
    placed, lines, at = [], [], 0
    for number, (kind, text) in enumerate(blocks):
        table = kind if isinstance(kind, int) else None
        shape = BlockKind.TABLE_ROW if table is not None else kind
        placed.append(Block(at, at + len(text), shape, number + 1, table))
        lines.append(Line(at, at + len(text), number, x0=x0))
        at += len(text) + 1
    given = tuple(Mark(offset, text, MarkKind.SENTENCE_NUMBER) for offset, text in marks)
    text = "\n".join(text for _, text in blocks)
    return SourceDocument("x", "", 0, media_type, text, tuple(placed), tuple(lines), (), marks=given)


def fill(document, source):
    """All at once."""
    found = []

    def run():
        found.append((yield from filling(document, source, Scale())))

    for _ in run():
        pass
    return found[0].offsets


@pytest.fixture
def filled(qapp):
    def fill_(*arguments, **more):
        source, document = _document(*arguments, **more), QTextDocument()
        return document, fill(document, source), source

    return fill_


def _format(document, position) -> QTextCharFormat:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()


CASES = [
    pytest.param([(P, "eins zwei"), (P, "drei")], [], id="paragraphs"),
    pytest.param([(P, "eins zwei"), (P, "drei")], [(0, "1"), (5, "2"), (9, "*"), (10, "3"), (14, "4")], id="marks"),
    pytest.param([(P, "e😀s zwei"), (P, "d😀i")], [(1, "1"), (2, "2"), (4, "12"), (10, "3")], id="wide characters"),
    pytest.param([(P, "vor"), (0, "a\tb"), (0, "c\td"), (P, "nach")], [], id="a table"),
    pytest.param([(0, "a\tb"), (0, "c"), (0, "d\te😀\tf"), (P, "n😀ch"), (1, "g\th"), (2, "i\tj")], [(2, "7")], id="ragged tables"),
    pytest.param([(P, "vor"), (0, "a\tb\t"), (0, "\tc\td"), (P, "nach")], [(5, "5"), (6, "7"), (10, "8")], id="empty cells"),
    pytest.param([(P, ""), (P, ""), (0, "a\tb"), (P, "nach")], [], id="empty paragraphs"),
    pytest.param([(0, "allein"), (P, "nach"), (1, "\t".join("abcdefghijklmn"))], [(2, "1")], id="no tables"),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "marks"), CASES)
def test_every_character_stands_where_the_map_says(filled, blocks, marks):
    document, offsets, source = filled(blocks, marks)
    for offset, character in enumerate(source.text):
        if character not in "\n\t" and ord(character) < 0x10000:
            assert document.characterAt(offsets.to_qt(offset)) == character
        assert offsets.to_python(offsets.to_qt(offset)) == offset


def test_small_numbers_are_raised_and_belong_to_no_offset(filled):
    document, offsets, _ = filled([(P, "Erstens. Zweitens."), (P, "Drittens.")], [(0, "1"), (9, "2"), (19, "3")])
    assert document.toPlainText() == "1Erstens. 2Zweitens.\n3Drittens."
    raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
    printed = [n for n, character in enumerate(document.toPlainText()) if character != "\n"]
    found = [n for n in printed if _format(document, n).verticalAlignment() is raised]
    assert found == [0, 10, 21]
    assert [offsets.to_python(position) for position in (0, 10, 21)] == [0, 9, 19]


def test_rows_are_a_table_with_cells(filled):
    document, offsets, source = filled([(P, "Preise"), (0, "Wartung\t120 €"), (0, "Notdienst\t240 €")])
    cursor = QTextCursor(document)
    cursor.setPosition(offsets.to_qt(source.text.index("240")))
    table = cursor.currentTable()
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (2, 2)
    assert (table.cellAt(cursor).row(), table.cellAt(cursor).column()) == (1, 1)


def test_a_long_table_is_put_in_by_pieces_with_the_same_columns(filled):
    rows = [(0, f"Posten {n}\tWartung der Anlage {n}\t{n} €") for n in range(70)]
    document, offsets, source = filled([(P, "Preise"), *rows, (P, "Ende")], [(2, "1")])
    for offset, character in enumerate(source.text):
        if character not in "\n\t":
            assert document.characterAt(offsets.to_qt(offset)) == character
        assert offsets.to_python(offsets.to_qt(offset)) == offset
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [table.rows() for table in tables] == [30, 30, 10]
    widths = [tuple(length.rawValue() for length in table.format().columnWidthConstraints()) for table in tables]
    assert len(set(widths)) == 1
    assert sum(widths[0]) == pytest.approx(100)
    assert widths[0][1] > widths[0][0] > widths[0][2]


def test_footnotes_are_smaller_and_set_in(filled):
    document, offsets, source = filled([(P, "Es gilt¹ dies."), (N, "Das ist die Fußnote.")])
    at = offsets.to_qt(source.blocks[1].start)
    assert _format(document, at).intProperty(QTextFormat.Property.FontSizeAdjustment) == -1
    assert document.findBlock(at).blockFormat().leftMargin() > document.findBlock(0).blockFormat().leftMargin()


@pytest.mark.parametrize(("media_type", "indented"), [(HTML, True), ("text/markdown", True), ("application/rtf", True), (PLAIN, False)])  # fmt: skip
def test_indentation_shows_where_it_is_in_points(filled, media_type, indented):
    document, _, _ = filled([(P, "a) eingerückt")], media_type=media_type, x0=36.0)
    assert (document.firstBlock().blockFormat().leftMargin() == 36.0) is indented


def test_a_raised_number_in_a_bold_line_stays_light(qapp):
    source = _document([(P, "Fett")], [(0, "1")])
    lines = (Line(0, 4, 0, bold=True),)
    document = QTextDocument()
    fill(document, SourceDocument("x", "", 0, HTML, source.text, source.blocks, lines, (), marks=source.marks))
    assert [_format(document, n).fontWeight() for n in (0, 1)] == [QFont.Weight.Normal, QFont.Weight.Bold]
