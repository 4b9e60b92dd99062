"""From a point of a page to the text and back, and selecting with mouse and keys: on words placed by hand and on a document as read."""

from __future__ import annotations

import pytest

from app.models.source import Block, Box, Run, SourceDocument
from app.ui.page_text import DocumentText
from app.ui.text_selecting import Step, TextSelecting, Unit

LETTER, HEIGHT = 5.0, 10.0
# two columns on page 1 (left: two lines, the second short; right: one line at the height of the first), a line on page 2
PRINTED = (
    (1, 50.0, 100.0, "Der Anbieter haftet voll."),
    (1, 50.0, 114.0, "Immer so."),
    (1, 300.0, 100.0, "Zweite Spalte rechts."),
    (2, 50.0, 100.0, "Auf der zweiten Seite."),
)


def _document(printed=PRINTED):
    text, runs, blocks = "", [], []
    for page, x, top, line in printed:
        start = len(text)
        for word in line.split(" "):
            at = len(text)
            left = x + (at - start) * LETTER
            runs.append(Run(at, at + len(word), box=Box(page, left, top, left + len(word) * LETTER, top + HEIGHT)))
            text += f"{word} "
        text = text[:-1] + "\n"
        blocks.append(Block(start, len(text) - 1))
    return DocumentText(SourceDocument("a", "", 0, "", text, tuple(blocks), (), tuple(runs)))


@pytest.fixture
def document():
    return _document()


@pytest.fixture
def selecting(document):
    return TextSelecting(document)


def _at(document, words):
    return document.source.text.index(words)


# --- points


@pytest.mark.parametrize(
    ("x", "y", "before"),
    [
        (50, 105, "Der Anbieter"),
        (50 + 4 * LETTER + 1, 105, "Anbieter"),
        (50 + 6 * LETTER + 1, 105, "bieter"),
        (10, 105, "Der Anbieter"),  # in the margin
        (200, 119, "\nZweite"),  # beside the end of a short line, where the right column would be nearer
        (290, 105, "Zweite"),
        (500, 105, "\nAuf der"),
        (50, 500, "Immer"),  # far below
        (50, 0, "Der"),
    ],
)
def test_a_point_is_the_nearest_place_between_two_letters(document, x, y, before):
    assert document.page(1).offset_at(x, y) == _at(document, before)


def test_every_word_of_a_document_is_found_where_it_is_printed(analysis):
    source = analysis.reading.source
    document = DocumentText(source)
    for run in source.runs:
        middle = (run.box.top + run.box.bottom) / 2
        page = document.page(run.box.page)
        assert page.offset_at(run.box.x0 + 0.01, middle) == run.start
        assert page.offset_at(run.box.x1 - 0.01, middle) == run.end
        assert page.over_text(run.box.x0, middle)


def test_a_page_without_words_has_no_places(document):
    assert document.page(7).offset_at(1, 1) is None
    assert not document.page(7).over_text(1, 1)
    assert document.page(7).span == (0, 0)
    assert DocumentText(SourceDocument("a", "", 0, "", "", (), (), ())).page_of(0) == 0


# --- boxes


def test_a_span_is_cut_to_its_letters(document):
    start = _at(document, "bieter")
    (box,) = document.page(1).boxes(start, start + 6)
    assert (box.x0, box.x1) == (50 + 6 * LETTER, 50 + 12 * LETTER)


def test_a_span_over_lines_and_pages_has_a_box_on_each(document):
    start, end = _at(document, "voll"), _at(document, "zweiten")
    assert [(box.x0, box.top) for box in document.page(1).boxes(start, end)] == [
        (50 + 20 * LETTER, 100.0),
        (50.0, 114.0),
        (300.0, 100.0),
    ]
    (box,) = document.page(2).boxes(start, end)
    assert box.x1 == 50 + len("Auf der") * LETTER
    assert document.page(2).boxes(0, _at(document, "Auf")) == ()


def test_the_boxes_of_a_clause_cover_those_of_the_report(analysis):
    source = analysis.reading.source
    document = DocumentText(source)
    for clause in analysis.reading.clauses:
        for start, end in clause.spans:
            found = [box for page in source.pages for box in document.page(page.number).boxes(start, end)]
            known = source.boxes([(start, end)])
            assert sum(b.x1 - b.x0 for b in found) == pytest.approx(sum(b.x1 - b.x0 for b in known), abs=20)


def test_the_caret_stands_between_letters(document):
    caret = document.page(1).caret(_at(document, "bieter"))
    assert (caret.x0, caret.x1, caret.top) == (50 + 6 * LETTER, 50 + 6 * LETTER, 100.0)


# --- mouse


def test_dragging_selects_letters_in_both_directions(document, selecting):
    selecting.press(_at(document, "haftet"))
    selecting.drag_to(_at(document, " voll"))
    assert selecting.text == "haftet"
    selecting.drag_to(_at(document, "Anbieter"))
    assert selecting.text == "Anbieter "


def test_two_clicks_take_a_word_and_dragging_goes_on_in_words(document, selecting):
    selecting.press(_at(document, "bieter"), Unit.WORD)
    assert selecting.text == "Anbieter"
    selecting.drag_to(_at(document, "ftet"))
    assert selecting.text == "Anbieter haftet"
    selecting.drag_to(_at(document, "er Anb"))
    assert selecting.text == "Der Anbieter"


def test_three_clicks_take_a_paragraph(document, selecting):
    selecting.press(_at(document, "Spalte"), Unit.PARAGRAPH)
    assert selecting.text == "Zweite Spalte rechts."
    selecting.drag_to(_at(document, "der zweiten"))
    assert selecting.text == "Zweite Spalte rechts.\nAuf der zweiten Seite."


def test_a_click_selects_nothing_but_shift_goes_on_from_it(document, selecting):
    selecting.press(_at(document, "Immer"))
    assert (selecting.span, selecting.text) == (None, "")
    selecting.drag_to(_at(document, " so"))
    assert selecting.text == "Immer"


def test_all_is_the_text_that_was_checked(document, selecting):
    selecting.select_all()
    assert selecting.text == document.source.text
    selecting.clear()
    assert selecting.span is None


# --- keys


@pytest.mark.parametrize(
    ("start", "steps", "selected"),
    [
        ("haftet", [Step.RIGHT, Step.RIGHT], "ha"),
        ("haftet", [Step.LEFT], " "),
        ("haftet", [Step.WORD_RIGHT], "haftet"),
        ("haftet", [Step.WORD_RIGHT, Step.WORD_RIGHT, Step.WORD_LEFT], "haftet "),
        ("haftet", [Step.WORD_LEFT], "Anbieter "),
        ("haftet", [Step.LINE_START], "Der Anbieter "),
        ("haftet", [Step.LINE_END], "haftet voll."),
        ("Anbieter", [Step.DOWN], "Anbieter haftet voll.\nImme"),
        ("so.", [Step.UP], "bieter haftet voll.\nImmer "),
        ("Spalte", [Step.DOWN], "Spalte rechts.\nAuf der zweiten Seite."),  # the next page, no farther than its line
        ("Der", [Step.UP, Step.LEFT], ""),
        ("Immer", [Step.START], "Der Anbieter haftet voll.\n"),
        ("Seite", [Step.END], "Seite.\n"),
    ],
)
def test_keys_move_the_end_of_the_selection(document, selecting, start, steps, selected):
    selecting.press(_at(document, start))
    for step in steps:
        assert selecting.move(step)
    assert selecting.text == selected


def test_up_and_down_keep_their_place_across_short_lines():
    printed = (
        (1, 50.0, 100.0, "eine lange erste Zeile"),
        (1, 50.0, 114.0, "kurz"),
        (1, 50.0, 128.0, "wieder lang genug"),
    )
    document = _document(printed)
    selecting = TextSelecting(document)
    selecting.press(_at(document, "erste"))
    selecting.move(Step.DOWN)
    assert selecting.head == _at(document, "\nwieder")
    selecting.move(Step.DOWN)
    assert selecting.head == _at(document, " genug")


def test_keys_go_on_from_a_word_that_was_clicked(document, selecting):
    selecting.press(_at(document, "Anbieter"), Unit.WORD)
    selecting.move(Step.RIGHT)
    assert selecting.text == "Anbieter "


def test_without_a_click_keys_select_nothing(selecting):
    assert not selecting.move(Step.RIGHT)
    assert selecting.span is None
