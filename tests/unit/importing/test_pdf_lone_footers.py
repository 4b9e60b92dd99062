"""Footers that do not repeat, page numbers of a single page, and last clauses that look a little like them."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.models.source import IgnoredReason, SourceDocument
from tests.unit.importing.test_pdf_reading import HEIGHT, LEADING, PROSE, WIDTH, Draw, lines, made, printed, read

LETTERHEAD = (
    ("Muster Netze GmbH", "Tel. 0123 456", "Musterbank Musterstadt"),
    ("Hafenweg 1", "post@muster.example", "IBAN DE00 0000 0000"),
    ("12345 Musterstadt", "www.muster.example", "Amtsgericht Musterstadt HRB 1"),
)


def left_out(document: SourceDocument) -> list[str]:
    return [i.text for i in document.ignored]


def turned(number: int) -> tuple[str, ...]:
    """The prose beginning with another line, so that no text repeats at its place."""
    return PROSE[number % 4 :] + PROSE[: number % 4]


def bottom(
    *texts: str, size: float = 7, top: float = 800, rule: bool = False, centred: bool = False, number: int = 0
) -> Draw:
    """A page of prose with these lines at its lower edge."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, turned(number))
        if rule:
            canvas.line(70, HEIGHT - top + size + 3, 500, HEIGHT - top + size + 3)
        canvas.setFont("Helvetica", size)
        for i, text in enumerate(texts):
            if centred:
                canvas.drawCentredString(WIDTH / 2, HEIGHT - top - i * LEADING, text)
            else:
                canvas.drawString(70, HEIGHT - top - i * LEADING, text)

    return draw


def letterhead(size: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE)
        canvas.setFont("Helvetica", size)
        for i, row in enumerate(LETTERHEAD):
            for x, text in zip((70, 230, 390), row, strict=True):
                canvas.drawString(x, HEIGHT - 780 - i * LEADING, text)

    return draw


@pytest.mark.parametrize("size", [7, 10])
def test_a_letterhead_in_columns_at_the_bottom_of_one_page_is_left_out(size: float) -> None:
    document = read(made(letterhead(size)))
    assert printed(document) == list(PROSE)
    assert sorted(left_out(document)) == sorted(text for row in LETTERHEAD for text in row)
    assert {i.reason for i in document.ignored} == {IgnoredReason.LETTERHEAD}


def test_a_letterhead_on_the_first_page_only_does_not_stand_between_the_pages() -> None:
    document = read(made(letterhead(7), bottom(number=1)))
    assert printed(document) == [*PROSE, *turned(1)]


CONTACTS = ("Muster Netze GmbH, Hafenweg 1, 12345 Musterstadt", "Tel. 0123 456, www.muster.example")


@pytest.mark.parametrize(
    "page",
    [bottom(*CONTACTS), bottom(*CONTACTS, top=760, rule=True), bottom(*CONTACTS, size=10, centred=True)],
    ids=["smaller", "below a ruling", "centred and far off"],
)
def test_contact_lines_at_the_bottom_are_a_footer(page: Draw) -> None:
    document = read(made(page))
    assert printed(document) == list(PROSE)
    assert sorted(left_out(document)) == sorted(CONTACTS)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (bottom(*CONTACTS, size=10), CONTACTS[1]),
        (bottom(*CONTACTS, top=400), CONTACTS[1]),
        (bottom("Der Kunde rügt Mängel per Fax.", size=7), "Fax."),
        (bottom("§ 9 Beschwerden: Tel. 0123 456, post@muster.example"), "§ 9"),
        (bottom("12.3 Der Kunde kann sich an post@muster.example wenden, Tel. 0123 456."), "12.3"),
        (bottom("Das Recht zur Kündigung aus wichtigem Grund bleibt unberührt.", top=790), "unberührt"),
        (bottom("2", top=124), "2"),
    ],
    ids=[
        "in the body's type",
        "in the middle of the page",
        "one contact detail",
        "labelled with a section sign",
        "labelled with a number",
        "small print without contacts",
        "a number that is not apart",
    ],
)
def test_what_may_be_a_last_clause_stays(page: Draw, text: str) -> None:
    document = read(made(page))
    assert text in document.text
    assert document.ignored == ()


def test_a_clause_just_above_a_letterhead_stays() -> None:
    def draw(canvas: Canvas) -> None:
        letterhead(7)(canvas)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(70, HEIGHT - 750, "12. Gerichtsstand ist Musterstadt, www.muster.example.")

    assert printed(read(made(draw)))[-1].startswith("12. Gerichtsstand")


@pytest.mark.parametrize("number", ["Seite 1 von 1", "1/1", "- 1 -", "Page 1", "1"])
def test_a_single_page_has_its_number_and_the_text_beside_it_left_out(number: str) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 30, "Muster Netze GmbH, Ausgabe 3")
        canvas.drawRightString(520, 30, number)

    document = read(made(draw))
    assert printed(document) == list(PROSE)
    assert [(i.text, i.reason) for i in document.ignored] == [
        (number, IgnoredReason.PAGE_NUMBER),
        ("Muster Netze GmbH, Ausgabe 3", IgnoredReason.FOOTER),
    ]


def test_a_last_line_close_to_the_text_stays_beside_a_page_number() -> None:
    def draw(canvas: Canvas) -> None:
        top = lines(canvas, PROSE, top=770)
        canvas.drawString(70, HEIGHT - top, "Er haftet nicht.")
        canvas.drawRightString(520, HEIGHT - top, "Seite 1 von 1")

    document = read(made(draw))
    assert printed(document)[-1] == "Er haftet nicht."
    assert left_out(document) == ["Seite 1 von 1"]


def test_a_number_only_one_of_several_pages_shows_is_a_page_number() -> None:
    document = read(made(*(bottom(*("2",) * (i == 1), number=i) for i in range(6))))
    assert [(i.text, i.reason, i.page) for i in document.ignored] == [("2", IgnoredReason.PAGE_NUMBER, 2)]


def test_a_footer_at_another_height_on_the_last_page_is_a_footer_there_too() -> None:
    footer = "Bedingungen der Muster Netze GmbH"
    last = bottom(footer, top=500, size=10, number=2)
    document = read(made(bottom(footer), bottom(footer, number=1), last))
    assert printed(document) == [*PROSE, *turned(1), *turned(2)]
    assert [i.page for i in document.ignored] == [1, 2, 3]
