"""Reading order of drawn pages, word by word: columns of all kinds, notes in the margin, boxes, headings between."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.unit.importing.printed import WIDTH, Frame, Sheet, Terms, Type, columns, words, wrapped

BOLD = "Helvetica-Bold"
TITLE = "Allgemeine Bedingungen der Verwahrung und Beförderung von Sachen aller Art"
SECOND = "Zweiter Teil: Besondere Bestimmungen für die Beförderung von Gegenständen aller Art"


def assert_reads(sheet: Sheet, *parts: str) -> None:
    """The words of the canonical text are these, in this order."""
    assert words(sheet.read()) == " ".join(parts).split()


def kind(size: float, *, justified: bool) -> Type:
    return Type(size, justified=justified)


@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize(
    ("count", "size", "gutter"),
    [(1, 9, 0), (2, 9, 15), (2, 5.5, 8), (3, 9, 15), (3, 7, 8), (3, 6, 12), (3, 5.5, 8), (4, 5.5, 12)],
)
def test_columns_are_read_one_after_the_other(count: int, size: float, gutter: float, justified: bool) -> None:
    terms, sheet = Terms(count), Sheet()
    text = sheet.flow(columns(count, 80, 760, gutter), terms.clauses(200), kind(size, justified=justified))
    assert_reads(sheet, text)


@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize("count", [2, 3])
def test_columns_whose_lines_share_no_baselines(count: int, justified: bool) -> None:
    terms, sheet = Terms(7), Sheet()
    frames = [Frame(f.x0, f.x1, f.top + 2.7 * i, f.bottom) for i, f in enumerate(columns(count, 80, 700, 12))]
    assert_reads(sheet, sheet.flow(frames, terms.clauses(200), kind(7, justified=justified)))


@pytest.mark.parametrize("widths", [(150, 330), (320, 160), (190, 140, 130), (100, 220, 150)])
@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
def test_unequal_columns(widths: Sequence[float], justified: bool) -> None:
    terms, sheet, x = Terms(11), Sheet(), 50.0
    frames = []
    for width in widths:
        frames.append(Frame(x, x + width, 80, 600))
        x += width + 12
    assert_reads(sheet, sheet.flow(frames, terms.clauses(200), kind(6.5, justified=justified)))


@pytest.mark.parametrize("lines", [("widerspricht.",), ("widerspricht.", "(1)", "Jede weitere Haftung"), ("Ende",) * 7])
def test_the_gutter_of_other_pages_parts_a_last_column_of_few_short_lines(lines: Sequence[str]) -> None:
    terms, sheet, body = Terms(12), Sheet(), Type(8)
    frames = [Frame(56, 217, 80, 760), Frame(233, 539, 80, 760)]
    first = sheet.flow(frames, terms.clauses(200), body)
    sheet.page()
    second = sheet.flow(frames[:1], terms.clauses(200), body)
    for i, line in enumerate(lines):
        sheet.line(frames[1].x0, 83 + 11 * i, line, body)
    assert_reads(sheet, first, second, *lines)


def test_the_last_words_of_lines_beside_a_river_are_no_labels_of_the_next_column() -> None:
    terms, sheet, body = Terms(13), Sheet(), Type(7.5)
    left, right = columns(2, 80, 700, 16)
    ends = sheet.flow([Frame(left.x0, left.x1, 80, 400)], terms.clauses(200), body)
    parts = [ends]
    for i in range(4):
        for x, text in ((left.x0, "Der Kunde darf nur mit Forderungen auf-"), (left.x1 - 12, "die")):
            sheet.line(x, 410 + 9 * i, text, body)
            parts.append(text)
    rest = sheet.flow([Frame(left.x0, left.x1, 446, 700)], terms.clauses(200), body)
    other = sheet.flow([Frame(right.x0, right.x1, 80, 385)], terms.clauses(200), body)
    after = sheet.flow([Frame(right.x0, right.x1, 410, 700)], terms.clauses(200), body)
    text = " ".join(words(sheet.read()))
    assert text.index(rest[:40]) < text.index(other[:40]) < text.index(after[:40])


@pytest.mark.parametrize("lines", [1, 2, 3, 6])
@pytest.mark.parametrize("count", [2, 3])
def test_a_last_column_of_few_lines_is_read_last(count: int, lines: int) -> None:
    terms, sheet = Terms(3), Sheet()
    frames = columns(count, 80, 500, 12)
    last = frames[-1]
    frames[-1] = Frame(last.x0, last.x1, 80, 80 + 8.4 * (lines - 1) + 1)
    text = sheet.flow(frames[:-1], terms.clauses(200), Type(7))
    rest = sheet.flow(frames[-1:], [terms.clause(8)], Type(7))
    assert_reads(sheet, text, rest)


@pytest.mark.parametrize(("above", "below"), [(1, 2), (2, 1), (2, 3), (3, 2), (1, 3), (3, 1), (2, 2), (3, 3)])
@pytest.mark.parametrize("size", [6, 9])
def test_a_line_over_all_columns_ends_those_above_and_begins_those_below(above: int, below: int, size: float) -> None:
    terms, sheet = Terms(5), Sheet()
    body = Type(size)
    sheet.line(50, 60, TITLE, Type(12, font=BOLD))
    first = sheet.flow(columns(above, 85, 300, 12), terms.clauses(200), body)
    sheet.line(50, 326, SECOND, Type(10, font=BOLD))
    second = sheet.flow(columns(below, 345, 600, 12), terms.clauses(200), body)
    assert_reads(sheet, TITLE, first, SECOND, second)


@pytest.mark.parametrize("count", [2, 3])
def test_a_short_heading_of_larger_type_between_columns_belongs_to_all_of_them(count: int) -> None:
    terms, sheet = Terms(9), Sheet()
    first = sheet.flow(columns(count, 80, 300, 12), terms.clauses(200), Type(7))
    sheet.line(50, 326, "Zweiter Teil", Type(12, font=BOLD))
    second = sheet.flow(columns(count, 345, 600, 12), terms.clauses(200), Type(7))
    assert_reads(sheet, first, "Zweiter Teil", second)


def test_a_heading_in_one_column_does_not_end_the_other() -> None:
    terms, sheet = Terms(9), Sheet()
    left, right = columns(2, 80, 600, 15)
    above = sheet.flow([Frame(left.x0, left.x1, 80, 300)], terms.clauses(200), Type(8))
    sheet.line(left.x0, 330, "Zahlung", Type(11, font=BOLD))
    below = sheet.flow([Frame(left.x0, left.x1, 350, 600)], terms.clauses(200), Type(8))
    other = sheet.flow([right], terms.clauses(200), Type(8))
    assert_reads(sheet, above, "Zahlung", below, other)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
def test_labels_hang_before_their_paragraphs_in_each_column(count: int, justified: bool) -> None:
    terms, sheet = Terms(13), Sheet()
    body, expected, number = Type(7, justified=justified), [], 0
    for frame in columns(count, 80, 600, 14):
        top = frame.top
        while top < frame.bottom:
            number += 1
            label, text = f"{number}.", terms.clause(2)
            sheet.line(frame.x0, top, label, body)
            top = sheet.paragraph(Frame(frame.x0 + 18, frame.x1, 0, 0), top, text, body) + 3
            expected += [label, text]
    assert_reads(sheet, *expected)


NOTES = (
    "Zahlung",
    "Verzug und Zinsen",
    "Abnahme der Leistung",
    "Gewährleistung",
    "Haftung",
    "Versand",
    "Gerichtsstand",
)


@pytest.mark.parametrize("right", [False, True], ids=["left", "right"])
@pytest.mark.parametrize("size", [6.5, 9])
@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize("room", [0, 8], ids=["close", "apart"])
def test_notes_in_the_margin_are_read_before_their_paragraph(
    right: bool, size: float, justified: bool, room: float
) -> None:
    terms, sheet = Terms(17), Sheet()
    body, expected, top = Type(9, justified=justified), [], 90.0
    frame, note = (
        (Frame(50, 430, 0, 0), Frame(450, 540, 0, 0)) if right else (Frame(160, 540, 0, 0), Frame(50, 140, 0, 0))
    )
    for i, title in enumerate(NOTES):
        text = f"{i + 1}. {terms.clause(5)}"
        sheet.paragraph(note, top, title, Type(size, font=BOLD))
        top = sheet.paragraph(frame, top, text, body) + room
        expected += [title, text]
    assert_reads(sheet, *expected)


def test_a_label_in_the_margin_stays_a_label() -> None:
    terms, sheet, expected, top = Terms(17), Sheet(), [], 90.0
    for i in range(8):
        text = terms.clause(4)
        sheet.line(50, top, f"§ {i + 1}", Type(9))
        top = sheet.paragraph(Frame(90, 540, 0, 0), top, text, Type(9)) + 8
        expected += [f"§ {i + 1}", text]
    document = sheet.read()
    assert words(document) == " ".join(expected).split()
    assert [document.text[b.start : b.start + 3] for b in document.blocks] == [f"§ {i + 1}" for i in range(8)]


@pytest.mark.parametrize("right", [False, True], ids=["left", "right"])
def test_text_that_flows_round_a_box_is_not_interrupted_by_it(right: bool) -> None:
    terms, sheet = Terms(19), Sheet()
    body = Type(9, leading=11)
    wide, expected, top = Frame(50, 540, 0, 0), [], 80.0
    for text in terms.clauses(4):
        top = sheet.paragraph(wide, top, text, body) + 4
        expected.append(text)
    flowing = terms.clause(14)
    rest = flowing.split()
    x0, x1 = (50, 350) if right else (240, 540)
    box_x = 370 if right else 50
    box_top = top + 3 * 11
    for i in range(40):
        if not rest:
            break
        beside = 3 <= i <= 12
        a, b = (x0, x1) if beside else (50, 540)
        line = _line(rest, b - a, body)
        sheet.line(a, top, " ".join(line), body)
        rest = rest[len(line) :]
        top += 11
    expected.append(flowing)
    hint = "Hinweis: " + terms.clause(3)
    sheet.canvas.rect(box_x - 4, sheet.height - box_top - 82, 178, 90)
    sheet.paragraph(Frame(box_x, box_x + 168, 0, 0), box_top + 4, hint, Type(8))
    expected.append(hint)
    top += 12
    for text in terms.clauses(4, first=5):
        top = sheet.paragraph(wide, top, text, body) + 4
        expected.append(text)
    assert_reads(sheet, *expected)


def _line(rest: list[str], width: float, body: Type) -> list[str]:
    return wrapped(" ".join(rest), width, body)[0].split()


@pytest.mark.parametrize("count", [2, 3])
def test_a_ruled_table_inside_a_column_is_read_there(count: int) -> None:
    terms, sheet = Terms(23), Sheet()
    body = Type(7)
    frames = columns(count, 80, 500, 14)
    first = sheet.flow([Frame(frames[0].x0, frames[0].x1, 80, 200)], terms.clauses(200), body)
    x0, middle, x1 = frames[0].x0, frames[0].x0 + 100, frames[0].x1
    rows = (("Leistung", "Preis"), ("Anfahrt", "45 Euro"), ("Wartung", "90 Euro"))
    sheet.canvas.grid([x0, middle, x1], [sheet.height - 215 - 14 * i for i in range(4)])
    for i, row in enumerate(rows):
        for x, cell in zip((x0 + 3, middle + 3), row, strict=True):
            sheet.line(x, 225 + 14 * i, cell, body)
    after = sheet.flow([Frame(frames[0].x0, frames[0].x1, 275, 500), *frames[1:]], terms.clauses(200), body)
    assert_reads(sheet, first, " ".join(cell for row in rows for cell in row), after)


def test_an_address_above_the_right_column_does_not_interrupt_the_text() -> None:
    terms, sheet = Terms(37), Sheet()
    left, right = columns(2, 200, 600, 20)
    sender = ("Hafenlager eG", "Abteilung Verwahrung", "Stand: Mai")
    address = ("Am Kai 3", "20000 Musterhafen", "Tel. 040 123", "post@kai.example")
    for x, block in ((left.x0, sender), (right.x0 + 110, address)):
        for i, text in enumerate(block):
            sheet.line(x, 100 + 11 * i, text, Type(8))
    text = sheet.flow([left, right], terms.clauses(200), Type(9))
    assert words(sheet.read())[-len(text.split()) :] == text.split()


def test_columns_on_two_sizes_of_page() -> None:
    for size in ((WIDTH, 842.0), (842.0, WIDTH), (420.0, WIDTH)):
        terms, sheet = Terms(29), Sheet(size)
        text = sheet.flow(columns(3, 60, size[1] - 60, 10, 40, size[0] - 40), terms.clauses(200), Type(6))
        assert_reads(sheet, text)


def centred(sheet: Sheet, top: float, text: str, title: Type) -> str:
    """A line in the middle of the page."""
    sheet.line((WIDTH - stringWidth(text, title.font, title.size)) / 2, top, text, title)
    return text


@pytest.mark.parametrize("size", [7, 8.5, 13])
@pytest.mark.parametrize(
    "lines",
    [
        ("Lieferung und Verwahrung",),
        ("Allgemeine Bedingungen", "für die Verwahrung"),
        ("Allgemeine Bedingungen für die Verwahrung und Beförderung von Sachen aller Art und", "sonstige Leistungen"),
    ],
    ids=["short", "two short", "long and short"],
)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_title_narrower_than_a_column_is_read_before_all_columns(
    count: int, lines: tuple[str, ...], size: float
) -> None:
    terms, sheet, title = Terms(41), Sheet(), Type(size, font=BOLD)
    for i, line in enumerate(lines):
        centred(sheet, 60 + i * title.step, line, title)
    text = sheet.flow(columns(count, 110, 700, 14), terms.clauses(200), Type(6.5, justified=True))
    assert_reads(sheet, *lines, text)


def test_a_title_over_unequal_columns_is_read_first() -> None:
    terms, sheet = Terms(42), Sheet()
    title = centred(sheet, 60, "Verwahrung", Type(13, font=BOLD))
    frames = [Frame(50, 180, 90, 700), Frame(194, 545, 90, 700)]
    assert_reads(sheet, title, sheet.flow(frames, terms.clauses(200), Type(7)))


def test_a_line_in_the_middle_below_all_columns_is_read_last() -> None:
    terms, sheet = Terms(43), Sheet()
    text = sheet.flow(columns(3, 80, 600, 14), terms.clauses(200), Type(7))
    assert_reads(sheet, text, centred(sheet, 640, "Ende der Bedingungen", Type(7)))


@pytest.mark.parametrize("longest", [0, 1, 2])
def test_the_longest_column_keeps_its_lines(longest: int) -> None:
    terms, sheet = Terms(44), Sheet()
    frames = [Frame(f.x0, f.x1, f.top, 600 if i == longest else 560) for i, f in enumerate(columns(3, 80, 600, 14))]
    assert_reads(sheet, sheet.flow(frames, terms.clauses(200), Type(7, justified=True)))


@pytest.mark.parametrize("highest", [0, 1, 2])
def test_a_column_that_begins_higher_keeps_its_heading(highest: int) -> None:
    terms, sheet = Terms(45), Sheet()
    frames = columns(3, 100, 600, 14)
    parts = []
    for i, frame in enumerate(frames):
        if i == highest:
            sheet.line(frame.x0, 80, "Verzug der Abnahme", Type(9, font=BOLD))
            parts.append("Verzug der Abnahme")
        parts.append(sheet.flow([frame], terms.clauses(100), Type(7, justified=True)))
    assert_reads(sheet, *parts)


@pytest.mark.parametrize("at", [0, 4, 9])
@pytest.mark.parametrize("left", [True, False], ids=["left", "right"])
def test_a_single_note_in_the_margin_is_read_before_its_paragraph(at: int, left: bool) -> None:
    terms, sheet, note = Terms(61), Sheet(), ("Haftung", "des Mieters")
    frame, x = (Frame(170, 530, 80, 780), 60) if left else (Frame(60, 420, 80, 780), 450)
    paragraphs, top = [terms.clause(3) for _ in range(10)], 80.0
    for i, text in enumerate(paragraphs):
        if i == at:
            for step, line in enumerate(note):
                sheet.line(x, top + 9 * step, line, Type(7.5, font=BOLD))
        top = sheet.paragraph(frame, top, text) + 8
    assert_reads(sheet, *paragraphs[:at], *note, *paragraphs[at:])


@pytest.mark.parametrize(
    ("place", "column", "x"),
    [(0, Frame(110, 285, 80, 760), 50), (0, Frame(50, 215, 80, 760), 225), (1, Frame(370, 545, 80, 760), 310)],
    ids=["left of the first", "right of the first", "left of the second"],
)
def test_notes_in_the_margin_of_one_column_stay_with_it(place: int, column: Frame, x: float) -> None:
    terms, sheet = Terms(62), Sheet()
    parts, top = [], 80.0
    for number in range(11):
        if number % 3 == 0:
            for step, line in enumerate(("Vertrag und", "Abschluss " + "ABCD"[number // 3])):
                sheet.line(x, top + 8 * step, line, Type(6.5, font=BOLD))
                parts.append(line)
        text = terms.clause(2)
        top = sheet.paragraph(column, top, text, Type(8)) + 6
        parts.append(text)
    other = Frame(310, 545, 80, 760) if place == 0 else Frame(50, 285, 80, 760)
    text = sheet.flow([other], terms.clauses(60), Type(8))
    assert_reads(sheet, *([*parts, text] if place == 0 else [text, *parts]))


@pytest.mark.parametrize(
    ("frame", "x", "note"),
    [
        (Frame(195, 539, 80, 780), 56, ("§ 15", "Schlussbestimmungen")),
        (Frame(79, 423, 80, 780), 437, ("§ 35 Haftung im", "Notdienst")),
    ],
    ids=["left, nearly at the text", "right"],
)
def test_the_margin_of_other_pages_holds_the_heading_beside_the_last_lines(
    frame: Frame, x: float, note: Sequence[str]
) -> None:
    terms, sheet, bold, parts = Terms(63), Sheet(), Type(10.4, font=BOLD), list[str]()
    for count in (8, 1):
        top = 80.0
        for _ in range(count):
            heading = note if count == 1 else ("§ 7 Haftung", "des Mieters")
            text = terms.clause(2 if count == 1 else 3)
            for step, line in enumerate(heading):
                sheet.line(x, top + 11.4 * step, line, bold)
            sheet.line(frame.x0 - 23, top, "(1)", Type(9.5))
            top = sheet.paragraph(frame, top, text, Type(9.5)) + 14
            parts += [*heading, "(1)", text]
        sheet.page()
    assert_reads(sheet, *parts)


@pytest.mark.parametrize("left", [True, False], ids=["left", "right"])
def test_small_plain_remarks_beside_a_text_with_headings_are_read_behind_their_paragraph(left: bool) -> None:
    terms, sheet, parts, top = Terms(64), Sheet(), list[str](), 80.0
    frame, x = (Frame(172, 539, 80, 780), 56) if left else (Frame(56, 423, 80, 780), 437)
    for number in range(1, 5):
        sheet.line(frame.x0, top, f"{number}. Haftung", Type(10.4, font=BOLD))
        parts.append(f"{number}. Haftung")
        top += 16
        for i in range(2):
            text = terms.clause(3)
            parts += [text, "Siehe Merkblatt"] if i else [text]
            if i:
                sheet.line(x, top + 0.4, "Siehe Merkblatt", Type(8))
            top = sheet.paragraph(frame, top, text, Type(9.5)) + 5
        top += 14
    assert_reads(sheet, *parts)
