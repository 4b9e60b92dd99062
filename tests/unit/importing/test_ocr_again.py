"""Signs in no recognised word are found, and what was read badly is read again; the engine here is told what it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.importing.ocr.again import read_again
from app.importing.ocr.engine import OcrWord, Symbol
from app.importing.ocr.leftover import left_over
from tests.evaluation.scans import FACES, FONTS

EM = 42  # pixels: 10 points at 300 dpi
FOOT = 200
FONT = ImageFont.truetype(str(FONTS / FACES[1].regular), EM)


class Sheet:
    """A white sheet with one line that was read, "Mieter zahlt Entgelt" from x = 600 on."""

    def __init__(self) -> None:
        self.image = Image.new("L", (1200, 800), 255)
        self.draw = ImageDraw.Draw(self.image)
        x, words = 600.0, []
        for text in ("Mieter", "zahlt", "Entgelt"):
            words.append(self.word(text, x))
            x += FONT.getlength(f"{text} ")
        self.words = tuple(words)

    def word(self, text: str, x: float, foot: int = FOOT, *, read: str = "", confidence: float = 0.9) -> OcrWord:
        symbols = []
        for char in text:
            box = self.print(char, x, foot)
            symbols.append(Symbol(char, *box))
            x += FONT.getlength(char)
        x0, x1 = symbols[0].x0, symbols[-1].x1
        top, bottom = min(s.top for s in symbols), max(s.bottom for s in symbols)
        return OcrWord(read or text, x0, top, x1, bottom, confidence, foot, foot, () if read else tuple(symbols))

    def print(self, text: str, x: float, foot: int = FOOT) -> tuple[float, float, float, float]:
        self.draw.text((x, foot), text, font=FONT, fill=0, anchor="ls")
        return self.draw.textbbox((x, foot), text, font=FONT, anchor="ls")

    def blocks(self) -> list[tuple[int, int]]:
        """Left edge and signs of each block that is left over."""
        return [(box.x0, box.signs) for box in left_over(self.words, np.asarray(self.image))]


@dataclass
class Told:
    """Reads what it is told, text and confidence for one picture after the other, at a place of its own."""

    answers: list[tuple[str, float]]
    name: str = "told 1"
    language: str = "de"
    sections: bool = True
    sizes: list[tuple[int, int]] = field(default_factory=list)

    def read(self, image: Image.Image, dpi: int) -> tuple[OcrWord, ...]:
        raise AssertionError("only lines are read again")

    def read_lines(self, images: Sequence[Image.Image], dpi: int) -> tuple[tuple[OcrWord, ...], ...]:
        self.sizes += [image.size for image in images]
        answers = [self.answers.pop(0) for _ in images]
        return tuple((OcrWord(t, 20, 20, 120, 100, c, 0, 90),) if t else () for t, c in answers)


@pytest.mark.parametrize(("label", "signs"), [("(1)", 3), ("a)", 2), ("12.3", 3), ("§", 1)])
def test_a_label_alone_before_the_text_is_left_over(label: str, signs: int) -> None:
    sheet = Sheet()
    left = sheet.print(label, 500)[0]
    ((x0, count),) = sheet.blocks()
    assert (x0, count) == (pytest.approx(left, abs=4), signs)


def test_signs_of_two_lines_or_far_from_each_other_are_blocks_of_their_own() -> None:
    sheet = Sheet()
    for x, foot in ((100, 400), (100, 460), (300, 460)):
        sheet.print("(2)", x, foot)
    assert [signs for _, signs in sheet.blocks()] == [3, 3, 3]


@pytest.mark.parametrize("label", ["1.", "i)", "10.", "Ü"])
def test_full_stop_and_dots_belong_to_the_block(label: str) -> None:
    sheet = Sheet()
    _, top, right, _ = sheet.print(label, 500)
    (box,) = left_over(sheet.words, np.asarray(sheet.image))
    assert (box.top, box.x1) == (pytest.approx(top, abs=2), pytest.approx(right, abs=4))


def test_all_that_was_read_leaves_nothing_over() -> None:
    assert Sheet().blocks() == []


def test_rulings_frames_specks_and_logos_are_no_signs() -> None:
    sheet = Sheet()
    sheet.draw.line((100, 300, 1100, 300), fill=0, width=3)
    sheet.draw.line((60, 100, 60, 700), fill=0, width=3)
    sheet.draw.rectangle((100, 400, 400, 600), outline=0, width=3)
    sheet.draw.rectangle((700, 500, 706, 505), fill=0)
    sheet.draw.ellipse((800, 400, 1000, 600), fill=0)
    assert sheet.blocks() == []


def test_what_stands_in_a_frame_is_text_and_what_stands_in_a_photograph_is_not() -> None:
    sheet = Sheet()
    sheet.draw.rectangle((80, 350, 500, 700), outline=0, width=3)
    sheet.print("(1)", 200, 500)
    sheet.draw.rectangle((600, 350, 1100, 700), fill=0)
    sheet.draw.rectangle((700, 420, 1000, 600), fill=255)
    sheet.print("(1)", 800, 500)
    assert [signs for _, signs in sheet.blocks()] == [3]


def test_a_letter_that_its_words_box_does_not_hold_was_read() -> None:
    sheet = Sheet()
    x = FONT.getlength("82")
    first, second = sheet.print("8", 300)[0], sheet.print("2", 300 + x)
    sheet.words += (OcrWord("82", *second, 0.9, 1, FOOT),)
    assert first < second[0]
    assert sheet.blocks() == []


def test_without_words_there_is_nothing_to_measure_signs_by() -> None:
    sheet = Sheet()
    sheet.words = ()
    assert sheet.blocks() == []


def test_a_block_is_read_enlarged_and_comes_as_a_line_of_its_own_with_its_place() -> None:
    sheet = Sheet()
    left, top, right, bottom = sheet.print("(1)", 500)
    engine = Told([("(1)", 0.9), ("(1)", 0.8), ("i", 0.95)])
    again = read_again(sheet.words, sheet.image, engine, 300)
    assert again.words[:3] == sheet.words
    added = again.words[3]
    assert (added.text, added.confidence) == ("(1)", 0.9)
    assert added.line not in {w.line for w in sheet.words}
    assert (added.x0, added.top) == (pytest.approx(left, abs=4), pytest.approx(top, abs=4))
    assert added.x1 - added.x0 == 50  # read at twice the size, 100 pixels
    assert engine.sizes[2][0] > engine.sizes[0][0] > 2 * (right - left)
    assert engine.sizes[0][1] > 2 * (bottom - top)
    assert again.unread == 0


@pytest.mark.parametrize("answer", [("", 0.0), ("(1)", 0.4), ("—", 0.9)])
def test_what_stays_unread_is_counted_and_nothing_is_invented(answer: tuple[str, float]) -> None:
    sheet = Sheet()
    sheet.print("(1)", 500)
    again = read_again(sheet.words, sheet.image, Told([answer] * 3), 300)
    assert again.words == sheet.words
    assert again.unread == 3


@pytest.mark.parametrize(("confidence", "unread"), [(0.85, 1), (0.95, 0)])
def test_a_single_sign_must_be_read_very_surely(confidence: float, unread: int) -> None:
    sheet = Sheet()
    sheet.print("x", 500)
    assert read_again(sheet.words, sheet.image, Told([("x", confidence)] * 3), 300).unread == unread


def test_of_a_page_full_of_drawing_only_some_is_read_and_the_rest_counted() -> None:
    sheet = Sheet()
    for x in range(20, 1180, 80):
        for y in range(280, 800, 50):
            sheet.print("x", x, y)
    again = read_again(sheet.words, sheet.image, Told([("x", 0.95)] * 360), 300)
    assert len(again.words) == 3 + 120
    assert again.unread == 15 * 11 - 120


@pytest.mark.parametrize(
    ("before", "answers", "after"),
    [
        (("m)", 0.2), [("(1)", 0.6), ("(11)", 0.62), ("(1)", 0.8)], ("(1)", 0.8)),
        (("W", 0.0), [("N)", 0.65), ("(1)", 0.7), ("(1)", 0.9)], ("(1)", 0.9)),
        (("1)", 0.5), [("a)", 0.7)] * 3, ("a)", 0.7)),
        (("6)", 0.65), [("(3)", 0.62)] * 3, ("6)", 0.65)),  # less sure
        (("1)", 0.2), [("(1)", 0.5)] * 3, ("1)", 0.2)),  # not sure enough
        (("Die", 0.4), [("Dle", 0.9)] * 3, ("Die", 0.4)),  # no label
        (("(2)", 0.7), [], ("(2)", 0.7)),  # sure
        (("8", 0.4), [], ("8", 0.4)),  # perhaps a section sign
        (("Entgelt", 0.4), [], ("Entgelt", 0.4)),  # long
    ],
)
def test_a_doubtful_label_at_the_beginning_of_a_line_is_read_again(
    before: tuple[str, float], answers: list[tuple[str, float]], after: tuple[str, float]
) -> None:
    sheet = Sheet()
    label = sheet.word("(1)", 600, 400, read=before[0], confidence=before[1])
    again = read_again((*sheet.words, label), sheet.image, Told(answers), 300)
    assert (again.words[-1].text, again.words[-1].confidence) == after
    assert again.words[-1].line == label.line
    assert again.words[-1].changed is (after[0] != before[0])


def test_within_a_line_nothing_is_read_again() -> None:
    sheet = Sheet()
    label = sheet.word("(1)", 1100, read="m)", confidence=0.1)
    again = read_again((*sheet.words, label), sheet.image, Told([]), 300)
    assert again.words[-1] is label
