"""The text view: filling in slices, places, marks, zoom, and the looks of paragraphs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextTable

from app.models.analysis import FindingKind, Severity
from app.models.reading import Clause
from app.models.source import Block, BlockKind, Box, Line, Mark, MarkKind, SourceDocument
from app.ui.models.clause_spans import ClauseSpans
from app.ui.models.shown_text import ClauseMark, ShownText, shown_text
from app.ui.models.sight import page_starts
from app.ui.pagenotes import TextNote
from app.ui.textlooks import Looks, ParagraphLook
from app.ui.views.marked_scroll_bar import MarkKind as BarMark
from app.ui.views.text_geometry import boxes_of, positions_between
from app.ui.views.text_view import TextView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
PDF, WORD = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _source(paragraphs, media_type=WORD, pages=()):
    """Paragraphs as texts; `pages`: of each paragraph, for a document that has some."""
    blocks, lines, at = [], [], 0
    for number, text in enumerate(paragraphs):
        box = Box(pages[number], 50, 100, 500, 110) if pages else None
        blocks.append(Block(at, at + len(text), paragraph=number + 1))
        lines.append(Line(at, at + len(text), number, box=box, size=10.0))
        at += len(text) + 1
    return SourceDocument("x", "", 0, media_type, "\n".join(paragraphs), tuple(blocks), tuple(lines), ())


def _shown(source, **more):
    """Every paragraph is a clause; the second has a finding."""
    clauses = tuple(
        Clause(f"c{n}", f"c{n}", "", "", "", (), None, 0, body_spans=((b.start, b.end),))
        for n, b in enumerate(source.blocks)
    )
    mark = ClauseMark(Severity.HIGH, Severity.HIGH, (FindingKind.DEVIATION,), "Hoch · § 2")
    spans = {clause.id: clause.spans for clause in clauses}
    marks = {"c1": mark} if "c1" in spans else {}
    return ShownText(source, ClauseSpans(clauses), spans, marks, pages=page_starts(source), **more)


LONG = [f"{n}. Die Zahlung ist innerhalb von {n} Tagen nach Zugang der Rechnung fällig." for n in range(400)]


@pytest.fixture
def view(theme, qtbot):
    made = TextView(theme)
    made.resize(700, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def _fill(view, text, qtbot):
    view.show_text(text, lambda clause: f"Hinweis zu {clause}")
    qtbot.waitUntil(lambda: view.ready, timeout=10_000)
    return text


def _grab(view):
    return view.viewport().grab().toImage()


# --- filling and places


def test_a_long_text_is_filled_in_slices(view, theme, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.slices._SLICE", 0.001)
    events = []
    view._slices._timer.timeout.connect(lambda: events.append(view.ready))
    source = _fill(view, _shown(_source(LONG)), qtbot).source
    assert len(events) > 3
    assert view.toPlainText() == source.text
    assert view.verticalScrollBar().value() == 0


def test_where_to_go_before_the_text_stands_there_is_remembered(view, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.slices._SLICE", 0.0)
    text = _shown(_source(LONG))
    view.show_text(text)
    assert not view.ready
    offset = text.source.blocks[300].start
    view.go_to_place(offset)
    assert view.place() == offset
    qtbot.waitUntil(lambda: view.ready, timeout=10_000)
    assert view.place() == offset


def test_a_place_is_kept_by_going_there_zooming_and_narrowing(view, qtbot):
    text = _fill(view, _shown(_source(LONG)), qtbot)
    offset = text.source.blocks[200].start
    view.go_to_place(offset)
    assert view.place() == offset
    assert view.visible_clause() == "c200"
    view.zoom_in()
    qtbot.waitUntil(lambda: not view._slices.busy, timeout=10_000)
    assert view.visible_clause() == "c200"
    view.resize(400, 500)
    assert view.visible_clause() == "c200"


def test_a_place_is_kept_where_the_measure_grows_with_the_letters(view, qtbot):
    view.resize(2000, 500)
    text = _fill(view, _shown(_source(LONG)), qtbot)
    view.go_to_place(text.source.blocks[200].start)
    width = view.viewport().width()
    for zoom in (view.zoom_in, view.zoom_in, view.zoom_out):
        zoom()
        assert view.place() == text.source.blocks[200].start
    qtbot.waitUntil(lambda: not view._slices.busy, timeout=10_000)
    assert view.viewport().width() > width
    assert view.place() == text.source.blocks[200].start
    assert view.viewport().updatesEnabled()


def test_many_widths_do_not_move_the_place(view, qtbot):
    """The line it stands in begins elsewhere in each of them."""
    text = _fill(view, _shown(_source(["Wort " * 2000, *LONG])), qtbot)
    view.go_to_place(4000)
    for width in range(690, 400, -10):
        view.resize(width, 500)
    qtbot.waitUntil(lambda: not view._slices.busy, timeout=10_000)
    assert view.place() == 4000
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 200)
    assert view.place() > 4000
    assert text.source.text[view.place() :].startswith(("Wort", "ort"))


def test_while_a_long_text_is_laid_out_anew_its_picture_stands_still(view, qtbot, monkeypatch):
    text = _fill(view, _shown(_source(LONG)), qtbot)
    view.go_to_place(text.source.blocks[350].start)
    monkeypatch.setattr("app.ui.slices._SLICE", 0.0)
    view.resize(500, 500)
    assert not view.viewport().updatesEnabled()
    assert view.place() == text.source.blocks[350].start
    view.reveal(view._marks.text.spans["c300"])
    qtbot.waitUntil(view.viewport().updatesEnabled, timeout=10_000)
    assert text.source.blocks[285].start < view.place() <= text.source.blocks[300].start


def test_the_same_text_keeps_its_place_another_begins_at_its_beginning(view, qtbot):
    source = _fill(view, _shown(_source(LONG)), qtbot).source
    view.go_to_place(source.blocks[100].start)
    view.show_text(_shown(source))
    assert view.place() == source.blocks[100].start
    _fill(view, _shown(_source(LONG[::-1])), qtbot)
    assert view.verticalScrollBar().value() == 0


def test_a_span_is_revealed_only_where_it_is_out_of_sight(view, qtbot):
    source = _fill(view, _shown(_source(LONG)), qtbot).source
    view.reveal(((source.blocks[2].start, source.blocks[2].end),))
    assert view.verticalScrollBar().value() == 0
    view.reveal(((source.blocks[300].start, source.blocks[300].end),))
    assert source.blocks[290].start < view.place() < source.blocks[300].start


def test_the_measure_is_readable_however_wide_the_window_is(view, qtbot):
    _fill(view, _shown(_source(LONG)), qtbot)
    view.resize(500, 500)
    narrow = view.viewport().width()
    view.resize(2400, 500)
    wide = view.viewport().width()
    assert narrow < wide < 2400 / 2
    assert view.document().pageSize().width() == wide
    assert view.viewport().x() > 300


@pytest.mark.parametrize(("steps", "percent"), [(40, 4.0), (-40, 0.5), (0, 1.0)])
def test_zoom_has_ends(view, qtbot, steps, percent):
    _fill(view, _shown(_source(["1.\tEins"])), qtbot)
    for _ in range(abs(steps)):
        view.zoom_in() if steps > 0 else view.zoom_out()
    with qtbot.waitSignal(view.zoom_changed) as zoomed:
        view.fit_page() if not steps else view._set_zoom(view._percent)
    assert zoomed.args == [percent]


def test_indentation_grows_with_the_letters(view, qtbot):
    source = _source(["a) eins", "b) zwei"])
    lines = tuple(Line(line.start, line.end, line.block, x0=36.0, size=10.0) for line in source.lines)
    _fill(view, _shown(SourceDocument("x", "", 0, WORD, source.text, source.blocks, lines, ())), qtbot)

    def indent():
        return view.document().lastBlock().blockFormat().leftMargin()

    before = indent()
    view._set_zoom(2.0)
    qtbot.waitUntil(lambda: not view._slices.busy, timeout=5000)
    assert indent() == pytest.approx(2 * before)


# --- marks


def _ground(view, offset):
    """The colour between the letters at a place."""
    (box, *_) = boxes_of(view.document(), view.offsets.to_qt(offset), view.offsets.to_qt(offset + 1))
    place = (box.topLeft() - view._origin()).toPoint() + QPoint(0, 1)
    return _grab(view).pixelColor(place).name()


def test_clauses_with_findings_are_tinted_and_hits_and_quotes_stand_out(view, qtbot):
    source = _fill(view, _shown(_source(LONG[:20])), qtbot).source
    starts = [block.start for block in source.blocks]
    assert _ground(view, starts[2]) == "#ffffff"
    tinted = _ground(view, starts[1])
    view.select("c3", ((starts[3], starts[3] + 5),))
    view.show_hits(((starts[5], starts[5] + 4), (starts[6], starts[6] + 4)), 1)
    grounds = [tinted, *(_ground(view, starts[n]) for n in (3, 5, 6))]
    assert "#ffffff" not in grounds
    assert len(set(grounds)) == 4
    view.show_hits((), None)
    assert _ground(view, starts[5]) == "#ffffff"


def test_what_was_left_out_is_veiled_and_says_why(view, qtbot):
    source = _source(LONG[:20])
    span = (source.blocks[4].start, source.blocks[4].end)
    _fill(view, _shown(source, notes=(TextNote("aside:1", (span,), "Anschrift"),)), qtbot)
    assert _ground(view, span[0]) != "#ffffff"
    assert view._tip_at(span[0] + 3) == "Anschrift"
    assert view._tip_at(source.blocks[1].start) == "Hinweis zu c1"
    assert view._tip_at(source.blocks[2].start) == ""


def test_the_scroll_bar_tells_where_findings_hits_and_the_selected_clause_are(view, qtbot):
    source = _fill(view, _shown(_source(LONG)), qtbot).source
    view.select("c200", ())
    view.show_hits(((source.blocks[300].start, source.blocks[300].start + 3),), 0)
    qtbot.waitUntil(lambda: len(view._bar.marks) == 3, timeout=5000)
    marks = {mark.kind: mark for mark in view._bar.marks}
    assert (marks[BarMark.HIGH].key, marks[BarMark.HIGH].tip) == ("c1", "Hoch · § 2")
    assert marks[BarMark.SELECTED].position == pytest.approx(0.5, abs=0.02)
    assert marks[BarMark.CURRENT_HIT].position == pytest.approx(0.75, abs=0.02)
    with qtbot.waitSignal(view.clause_clicked) as clicked:
        view._bar.mark_clicked.emit("c1")
    assert clicked.args == ["c1"]


def test_painting_asks_only_for_what_is_in_sight(view, qtbot, monkeypatch):
    _fill(view, _shown(_source(LONG)), qtbot)
    asked = []

    class Watched(dict):
        def __getitem__(self, clause):
            asked.append(clause)
            return super().__getitem__(clause)

    text = view._marks.text
    marks = dict.fromkeys(text.spans, text.marks["c1"])
    view._marks.text = ShownText(text.source, text.clauses, Watched(text.spans), marks)
    view.go_to_place(text.source.blocks[200].start)
    asked.clear()
    _grab(view)
    numbers = {int(clause[1:]) for clause in asked}
    assert min(numbers) >= 195
    assert max(numbers) <= 240


def test_pages_of_the_original_are_numbered(view, qtbot):
    source = _source(LONG[:6], PDF, pages=(1, 1, 2, 2, 3, 3))
    text = _shown(source)
    assert text.pages == ((source.blocks[2].start, 2), (source.blocks[4].start, 3))
    _fill(view, text, qtbot)
    with_lines = _grab(view)
    view._marks.text = ShownText(source, text.clauses, text.spans, text.marks)
    assert _grab(view) != with_lines


def test_a_click_beside_a_selection_leads_to_the_clause(view, qtbot):
    source = _fill(view, _shown(_source(LONG[:20])), qtbot).source
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.to_qt(source.blocks[3].start + 4))
    with qtbot.waitSignal(view.clause_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert clicked.args == ["c3"]


def test_selected_text_is_the_documents_own(view, qtbot):
    source = _source(["Erstens. Zweitens.", "Drittens."])
    marks = (Mark(0, "1", MarkKind.SENTENCE_NUMBER), Mark(9, "2", MarkKind.SENTENCE_NUMBER))
    source = SourceDocument("x", "", 0, WORD, source.text, source.blocks, source.lines, (), marks=marks)
    _fill(view, _shown(source), qtbot)
    assert view.toPlainText() == "1Erstens. 2Zweitens.\nDrittens."
    assert view.selected_text() == ""
    view.selectAll()
    assert view.selected_text() == source.text
    view.copy()
    assert QGuiApplication.clipboard().text() == source.text


def test_both_themes_have_their_paper(view, theme, qtbot):
    _fill(view, _shown(_source(LONG[:3])), qtbot)
    light = _grab(view).pixelColor(2, 2)
    theme.choose("dark")
    assert _grab(view).pixelColor(2, 2).lightness() < 60 < light.lightness()


def test_a_real_analysis_is_shown_with_its_marks(view, docx_analysis, qtbot):
    text = _fill(view, shown_text(docx_analysis, "de"), qtbot)
    finding = next(f for f in docx_analysis.findings if f.clauses)
    assert text.marks[finding.clauses[0]].severity.rank <= finding.severity.rank
    assert text.marks[finding.clauses[0]].tip


# --- geometry


def test_positions_between_two_heights(view, qtbot):
    _fill(view, _shown(_source(LONG)), qtbot)
    document = view.document()
    block = document.findBlockByNumber(100)
    top = document.documentLayout().blockBoundingRect(block).top()
    start, end = positions_between(document, top + 3, top + 5)
    assert (start, end) == (block.position(), block.position() + block.length() - 1)


def test_boxes_of_a_wrapped_paragraph_are_its_lines(view, qtbot):
    source = _fill(view, _shown(_source(["Wort " * 60])), qtbot).source
    boxes = boxes_of(view.document(), 0, len(source.text))
    assert len(boxes) > 2
    assert [b.top() for b in boxes] == sorted({b.top() for b in boxes})
    assert len(boxes_of(view.document(), 7, 7)) == 1


# --- looks


def _looks(lines, text="(1) Eins zwei drei vier fünf sechs", media_type=PDF, kind=BlockKind.PARAGRAPH):
    blocks = (Block(0, len(text), kind),)
    pages = ("page",) if media_type == PDF else ()
    return Looks(SourceDocument("x", "", 0, media_type, text, blocks, tuple(lines), (), pages)).paragraph(lines)


@pytest.mark.parametrize(
    ("lines", "more", "look"),
    [
        pytest.param([Line(0, 10, 0, x0=0.0), Line(11, 30, 0, x0=24.0)], {}, (24.0, -24.0, 24.0), id="hanging number"),
        pytest.param([Line(0, 10, 0, x0=12.0), Line(11, 30, 0, x0=0.0)], {"text": "Eins zwei drei vier fünf sechs"}, (0.0, 12.0, 0.0), id="first line set in"),
        pytest.param([Line(0, 10, 0, x0=999.0)], {}, (200.0, 0.0, 0.0), id="never far out"),
        pytest.param([Line(0, 10, 0, x0=28.0, size=10.0, label=(0, 3))], {"media_type": WORD}, (54.0, -26.0, 26.0), id="automatic number"),
        pytest.param([Line(0, 10, 0, x0=40.0)], {"media_type": "text/plain"}, (0.0, 0.0, 0.0), id="characters are no points"),
    ],
)  # fmt: skip
def test_indentation_is_as_printed(lines, more, look):
    found = _looks(lines, **more)
    assert (found.left, found.first, found.tab) == pytest.approx(look)


def test_titles_in_the_middle_notes_set_in_rows_plain():
    assert _looks([Line(0, 10, 0, centered=True, x0=80)]).centered
    assert _looks([Line(0, 10, 0)], kind=BlockKind.NOTE).left > 0
    assert _looks([Line(0, 10, 0, gap=3.0)], kind=BlockKind.TABLE_ROW) == ParagraphLook()


def test_headings_and_gaps_have_white_space_above():
    lines = [Line(0, 5, 0), Line(6, 10, 0, bold=True), Line(11, 20, 0, gap=1.2), Line(21, 30, 0, gap=0.3)]
    above = [_looks([line], media_type=WORD).above for line in lines]
    assert above[0] == above[3] == 0.0
    assert above[1] > 0.5
    assert above[2] == pytest.approx(0.8)


def test_a_paragraph_of_one_line_hangs_like_its_neighbours(view, qtbot):
    """It may get a second line here."""
    paragraphs = ["(1) Eins zwei", "(2) Zwei"]
    source = _source(paragraphs, PDF, pages=(1, 1))
    box = source.lines[0].box
    lines = (Line(0, 8, 0, x0=0, box=box), Line(9, 13, 0, x0=24, box=box), Line(14, 22, 1, x0=0, box=box))
    made = SourceDocument("x", "", 0, PDF, source.text, source.blocks, lines, (), pages=("page",))
    _fill(view, _shown(made), qtbot)
    first, second = view.document().begin(), view.document().begin().next()
    assert first.blockFormat().textIndent() == second.blockFormat().textIndent() < 0
    assert second.text() == "(2)\tZwei"
    view.selectAll()
    assert view.selected_text() == made.text


def test_a_short_row_fills_its_table(view, qtbot):
    text = "a\tb\tc\nalles zusammen"
    blocks = (Block(0, 5, BlockKind.TABLE_ROW, table=0), Block(6, 20, BlockKind.TABLE_ROW, table=0))
    lines = (Line(0, 5, 0, bold=True), Line(6, 20, 1))
    _fill(view, _shown(SourceDocument("x", "", 0, WORD, text, blocks, lines, ())), qtbot)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.to_qt(8))
    table = cursor.currentTable()
    assert isinstance(table, QTextTable)
    assert table.cellAt(cursor).columnSpan() == 3
