"""Letter-spaced words, small capitals and blanks between words."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.unit.importing.printed import Sheet, Type

TEXT = "Der Besteller prüft die gelieferten Gegenstände binnen zehn Werktagen."


def spaced(sheet: Sheet, top: float, text: str, room: float) -> None:
    """A line with `room` points between its letters."""
    sheet.canvas.saveState()
    out = sheet.canvas.beginText(60, sheet.height - top)
    out.setFont("Helvetica-Bold", 11)
    out.setCharSpace(room)
    out.textOut(text)
    sheet.canvas.drawText(out)
    sheet.canvas.restoreState()


@pytest.mark.parametrize(
    "text", ["Haftung und Verjährung", "§ 5 Haftung", "ALLGEMEINE BEDINGUNGEN", "Preise, Zahlung", "AGB", "12.3 Verzug"]
)
@pytest.mark.parametrize("room", [0.5, 2, 3, 4, 6])
def test_room_between_letters_parts_no_word(text: str, room: float) -> None:
    sheet = Sheet()
    spaced(sheet, 80, text, room)
    sheet.line(60, 110, TEXT)
    assert sheet.read().text == f"{text}\n{TEXT}"


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("H a f t u n g", "Haftung"),
        ("A G B", "AGB"),
        ("§ 5 H a f t u n g", "§ 5 Haftung"),
        ("V e r t r a g s s c h l u s s   u n d   F r i s t", "Vertragsschluss und Frist"),
        ("Er haftet s o f o r t dafür", "Er haftet sofort dafür"),
    ],
)
def test_blanks_between_letters_part_no_word(printed: str, text: str) -> None:
    sheet = Sheet()
    sheet.line(60, 80, printed, Type(11))
    sheet.line(60, 110, TEXT)
    assert sheet.read().text == f"{text}\n{TEXT}"


@pytest.mark.parametrize("printed", ["Typ A oder B", "Klasse A und B", "a) A und B", "Anlage A B"])
def test_single_letters_stay_apart(printed: str) -> None:
    sheet = Sheet()
    sheet.line(60, 80, printed, Type(11))
    assert sheet.read().text == printed


def test_small_capitals_stay_in_their_word() -> None:
    sheet, x = Sheet(), 60.0
    for text, size in (("A", 12), ("LLGEMEINE", 9.5), (" B", 12), ("EDINGUNGEN", 9.5)):
        sheet.line(x, 80, text, Type(size))
        x += stringWidth(text, "Helvetica", size)
    assert sheet.read().text == "ALLGEMEINE BEDINGUNGEN"


def test_doubled_blanks_are_one() -> None:
    sheet = Sheet()
    sheet.line(60, 80, TEXT.replace(" ", "   ", 3))
    assert sheet.read().text == TEXT
