"""What stands round the text of drawn pages: headers, footers, page numbers, letterheads, watermarks; and what is text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.models.source import IgnoredReason
from tests.unit.importing.printed import Sheet, Terms, Type, columns, words

Draw = Callable[[Sheet, int], None]
SMALL = Type(8)
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi")
CHAPTERS = ("", "Einlagerung", "Einlagerung", "Auslagerung", "Haftung der Lagerei", "Haftung der Lagerei", "Schluss")
LETTERHEAD = ("Hafenlager eG", "Am Kai 3 · 20000 Musterhafen", "Tel. 040 123 · Fax 040 124", "post@kai.example")
FOOTER = (
    ("Hafenlager eG", "Tel. 040 123", "IBAN DE00 1234"),
    ("Am Kai 3", "post@kai.example", "Kaibank Musterhafen"),
    ("20000 Musterhafen", "www.kai.example", "GnR 7"),
)


def at(x: float, top: float, text: str | Callable[[int], str], align: str = "left", kind: Type = SMALL) -> Draw:
    """Draws a text on each page; `text` may depend on the page's number and be empty."""

    def draw(sheet: Sheet, page: int) -> None:
        written = text if isinstance(text, str) else text(page)
        width = stringWidth(written, kind.font, kind.size)
        if written:
            sheet.line(x - {"left": 0.0, "right": width, "centre": width / 2}[align], top, written, kind)

    return draw


def rows(x: Sequence[float], top: float, texts: Sequence[Sequence[str]], align: str = "left") -> list[Draw]:
    return [
        at(a, top + 9 * i, text, align, Type(7)) for i, row in enumerate(texts) for a, text in zip(x, row, strict=True)
    ]


def drawn(pages: int, furniture: Sequence[Draw], count: int = 1, only: int = 0) -> tuple[Sheet, list[str]]:
    """Pages of clauses in columns, with furniture on all of them or on page `only`; the words of the clauses."""
    terms, sheet, expected = Terms(pages + count), Sheet(), []
    for page in range(1, pages + 1):
        for draw in furniture:
            if only in (0, page):
                draw(sheet, page)
        text = sheet.flow(columns(count, 90, 740, 15), terms.clauses(60, 60 * page), Type(9))
        expected += text.split()
        sheet.page()
    return sheet, expected


NUMBERS = {
    "Seite n von m": at(297, 810, lambda p: f"Seite {p} von 4", "centre"),
    "n/m": at(545, 810, lambda p: f"{p}/4", "right"),
    "- n -": at(297, 810, lambda p: f"- {p} -", "centre"),
    "from 17 on": at(297, 810, lambda p: str(p + 16), "centre"),
    "roman": at(297, 810, lambda p: ROMAN[p], "centre"),
    "roman capitals": at(297, 810, lambda p: ROMAN[p].upper(), "centre"),
    "- iv -": at(297, 810, lambda p: f"- {ROMAN[p]} -", "centre"),
    "outer side": at(297, 810, lambda p: " " * (p % 2) + str(p)),
}


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("name", NUMBERS)
def test_page_numbers_leave_the_text(name: str, count: int) -> None:
    sheet, expected = drawn(4, [NUMBERS[name]], count)
    document = sheet.read()
    assert words(document) == expected
    assert [(i.reason, i.page) for i in document.ignored] == [(IgnoredReason.PAGE_NUMBER, p) for p in (1, 2, 3, 4)]


RUNNING = {
    "left and right pages": [
        at(50, 50, lambda p: "Verwahrungsbedingungen der Hafenlager eG" if p % 2 else ""),
        at(545, 50, lambda p: "" if p % 2 else "Ausgabe Frühjahr", "right"),
    ],
    "chapters": [at(50, 50, CHAPTERS.__getitem__), at(297, 810, str, "centre")],
    "chapters and page": [at(50, 50, CHAPTERS.__getitem__), at(545, 50, str, "right")],
    "page in the header": [at(50, 50, lambda p: f"Hafenlager eG · Verwahrungsbedingungen · Seite {p}")],
    "page before the header": [at(50, 50, lambda p: f"{p} Hafenlager eG Verwahrungsbedingungen")],
    "two lines": [
        at(50, 800, "Hafenlager eG, Am Kai 3, 20000 Musterhafen"),
        at(50, 810, lambda p: f"Stand Mai | Seite {p}"),
    ],
    "three columns": rows((50, 220, 400), 790, FOOTER),
    "letterhead on each page": rows((545,), 30, [[t] for t in LETTERHEAD], "right"),
}


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("name", RUNNING)
def test_running_headers_and_footers_leave_the_text(name: str, count: int) -> None:
    sheet, expected = drawn(6, RUNNING[name], count)
    document = sheet.read()
    assert words(document) == expected
    assert all(i.page and i.box for i in document.ignored)
    assert {i.page for i in document.ignored} == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("pages", [1, 3])
@pytest.mark.parametrize(
    "letterhead",
    [
        rows((50, 220, 400), 790, FOOTER),
        rows((545,), 30, [[t] for t in LETTERHEAD], "right"),
        rows((50,), 30, [[t] for t in LETTERHEAD]),
    ],
    ids=["foot", "right", "left"],
)
def test_the_letterhead_of_the_first_page_leaves_the_text(letterhead: list[Draw], pages: int) -> None:
    sheet, expected = drawn(pages, letterhead, only=1)
    document = sheet.read()
    assert words(document) == expected
    assert {i.reason for i in document.ignored} == {IgnoredReason.LETTERHEAD}


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("pages", [1, 3])
def test_a_watermark_behind_the_text_does_not_disturb_it(count: int, pages: int) -> None:
    watermark = at(120, 433, "MUSTER KOPIE", kind=Type(50, font="Helvetica-Bold"))
    sheet, expected = drawn(pages, [watermark], count)
    document = sheet.read()
    assert words(document) == expected
    assert {(i.reason, i.text) for i in document.ignored} == {
        (IgnoredReason.WATERMARK, "MUSTER"),
        (IgnoredReason.WATERMARK, "KOPIE"),
    }


@pytest.mark.parametrize("top", [60, 60.5])
def test_a_large_title_is_no_watermark(top: float) -> None:
    sheet, expected = drawn(2, [at(50, top, "AGB", kind=Type(40, font="Helvetica-Bold"))], only=1)
    document = sheet.read()
    assert words(document) == ["AGB", *expected]
    assert document.ignored == ()


def test_small_titles_that_stand_nowhere_else_stay() -> None:
    titles = ("", "Einlagerung", "Auslagerung", "Haftung", "Verjährung")
    sheet, expected = drawn(4, [at(50, 50, titles.__getitem__)])
    document = sheet.read()
    assert sorted(words(document)) == sorted([*expected, *titles[1:]])


def test_a_page_number_in_words_is_one_wherever_it_stands_at_the_edge() -> None:
    furniture = [at(60, 50, "Angaben zum Vertrag und seinen Anlagen"), at(60, 70, lambda p: f"Seite {p} von 2")]
    sheet, _ = drawn(2, furniture, only=1)
    document = sheet.read()
    assert [(i.reason, i.text) for i in document.ignored] == [(IgnoredReason.PAGE_NUMBER, "Seite 1 von 2")]
    assert document.text.startswith("Angaben zum Vertrag")


BOLD = Type(12, font="Helvetica-Bold")
TEXT = Type(10)
SENTENCE = "Der Einlagerer holt seine Kisten binnen zehn Tagen ab."


def sections(sheet: Sheet, page: int, first: str, kind: Type = TEXT, top: float = 60) -> None:
    """A page that begins with a line, paragraphs with a line's room between them below it."""
    sheet.line(60, top, first, kind)
    for n in range(2, 12):
        sheet.line(
            60, top + 26 * (n - 1), f"{page}{n}. Fach {page}{n} kostet {page + n} Taler, Ausgabe {n * page}.", TEXT
        )


@pytest.mark.parametrize("kind", [TEXT, BOLD])
@pytest.mark.parametrize("pages", [2, 3, 6])
@pytest.mark.parametrize(
    "first",
    [
        "§ {n} Einlagerung",
        "§{n}",
        "Artikel {n}",
        "Art. {n} Haftung",
        "Anlage {n}",
        "Anhang {n} Preise",
        "Teil {n} Haftung",
        "{n}. Die Haftung bleibt.",
        "{n}. Haftung",
        "{n}.1 Haftung",
        "({n}) Die Haftung bleibt.",
        "{n}) Die Haftung bleibt.",
    ],
)
def test_labels_that_count_up_from_page_to_page_are_text(first: str, pages: int, kind: Type) -> None:
    sheet = Sheet()
    for page in range(1, pages + 1):
        sections(sheet, page, first.format(n=page), kind)
        sheet.page()
    document = sheet.read()
    assert document.ignored == ()
    assert all(first.format(n=page) in document.text for page in range(1, pages + 1))


@pytest.mark.parametrize("kind", [TEXT, Type(10.4)])
@pytest.mark.parametrize(
    "first", ["1. Die Haftung bleibt.", "(1) Die Haftung bleibt.", "Die Haftung bleibt, wie sie ist."]
)
def test_the_same_sentence_at_the_top_of_two_pages_is_text_where_no_room_sets_it_off(first: str, kind: Type) -> None:
    sheet = Sheet()
    for page in (1, 2):
        sections(sheet, page, first, kind)
        sheet.page()
    document = sheet.read()
    assert document.ignored == ()
    assert document.text.count(first) == 2


def test_pages_that_differ_only_in_their_numbers_are_text() -> None:
    sheet = Sheet()
    for page in range(1, 9):
        sections(sheet, 1, f"§ {page} Einlagerung", BOLD)
        sheet.line(60, 73, f"(1) {SENTENCE}", TEXT)
        sheet.page()
    document = sheet.read()
    assert document.ignored == ()
    assert document.text.count(SENTENCE) == 8


@pytest.mark.parametrize(
    ("line", "pages"),
    [
        ("Lagerbedingungen", 2),
        ("Lagerbedingungen der Hafenlager eG", 5),
        ("26. Oktober 2020", 3),
        ("19.09.25, 17:09 Lagerbedingungen", 3),
        ("Lagerbedingungen Seite {p}", 2),
        ("Lagerbedingungen - {p}", 2),
        ("{p} von 9 Lagerbedingungen", 2),
    ],
)
def test_headers_in_the_type_of_the_text_leave_it_where_room_sets_them_off(line: str, pages: int) -> None:
    sheet = Sheet()
    for page in range(1, pages + 1):
        sheet.line(60, 30, line.format(p=page), TEXT)
        sections(sheet, page, f"{page}. Die Haftung bleibt.", top=80)
        sheet.page()
    assert [i.text for i in sheet.read().ignored] == [line.format(p=page) for page in range(1, pages + 1)]


def test_a_header_near_the_text_leaves_it_where_it_is_on_most_pages() -> None:
    sheet = Sheet()
    for page in range(1, 6):
        sheet.line(60, 47, "Lagerbedingungen der Hafenlager eG", TEXT)
        sections(sheet, page, f"{page}. Die Haftung bleibt.")
        sheet.page()
    assert len(sheet.read().ignored) == 5


def test_small_type_on_two_pages_with_different_numbers_is_text() -> None:
    sheet = Sheet()
    for page in (1, 2):
        sections(sheet, page, f"{page}. Die Haftung bleibt.")
        sheet.line(60, 780, f"Das Pfand beträgt {page * 10} Taler.", SMALL)
        sheet.page()
    assert sheet.read().ignored == ()


@pytest.mark.parametrize("number", [str, lambda p: ROMAN[p].upper()])
def test_a_lone_number_above_the_text_at_its_distance_is_a_heading(number: Callable[[int], str]) -> None:
    sheet = Sheet()
    for page in (1, 2, 3):
        sections(sheet, page, number(page))
        sheet.page()
    assert sheet.read().ignored == ()


def test_a_number_between_the_words_of_a_scattered_heading_is_no_page_number() -> None:
    terms, sheet, expected, body = Terms(31), Sheet(), "", Type(9)
    for page in range(1, 5):
        for x, text in ((50, "§"), (62, str(page + 7)), (74, "Einlagerung der Sachen")):
            sheet.line(x, 60, text, body)
        expected += f"§ {page + 7} Einlagerung der Sachen "
        expected += sheet.flow(columns(1, 78, 740, 15), terms.clauses(30, 60 * page), body) + " "
        sheet.page()
    assert words(sheet.read()) == expected.split()


def test_a_sentence_with_contact_details_at_the_foot_is_no_letterhead() -> None:
    sentence = (
        "Der Widerruf ist zu richten an Hafenlager eG, Am Kai 3, 20000 Musterhafen, Telefon 040 123,",
        "E-Mail post@kai.example; er muss binnen 14 Tagen zugehen, sonst gilt der Vertrag als geschlossen.",
    )
    sheet = Sheet()
    sections(sheet, 1, "1. Die Haftung bleibt.")
    for i, line in enumerate(sentence):
        sheet.line(60, 780 + 10 * i, line, SMALL)
    sheet.page()
    document = sheet.read()
    assert document.ignored == ()
    assert sentence[1] in document.text


@pytest.mark.parametrize(("tops", "expected"), [((60, 86), 0), ((297, 595), 2), ((421,), 1)])
def test_dashes_before_lines_are_those_of_a_list_others_are_for_folding(tops: Sequence[float], expected: int) -> None:
    sheet = Sheet()
    sections(sheet, 1, "Der Einlagerer schuldet")
    for top in tops:
        sheet.line(20, top, "-", TEXT)
    sheet.page()
    assert [i.reason for i in sheet.read().ignored] == [IgnoredReason.SIDE_TEXT] * expected
