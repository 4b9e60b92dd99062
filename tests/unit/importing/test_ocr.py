"""Pictures of pages are cleaned and levelled, and what an engine read is put right; no engine is needed here."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.importing.ocr.cleaning import dusty, inked, skew, straightened, upside_down, whitened
from app.importing.ocr.dirt import without_dirt
from app.importing.ocr.engine import OcrWord, Symbol
from app.importing.ocr.sections import repaired
from app.importing.ocr.typeface import types_of
from tests.evaluation.scans import FACES, FONTS, Face

HEIGHT = 40  # pixels of an em: 9.6 points at 300 dpi
FOOT = 100


def lines_of_text(angle: float = 0.0) -> Image.Image:
    """A page with ten black lines."""
    page = Image.new("L", (1200, 1200), 255)
    draw = ImageDraw.Draw(page)
    for y in range(200, 1000, 80):
        draw.rectangle((150, y, 1050, y + 16), fill=0)
    return page.rotate(-angle, fillcolor=255)


@pytest.mark.parametrize("angle", [-1.5, -0.4, 0.0, 0.7, 1.5])
def test_the_skew_of_a_sheet_is_measured(angle: float) -> None:
    assert skew(np.asarray(lines_of_text(angle))) == pytest.approx(angle, abs=0.1)


def test_a_sheet_is_levelled_and_says_by_how_much() -> None:
    sheet = straightened(lines_of_text(1.2))
    assert sheet.angle == pytest.approx(1.2, abs=0.1)
    assert abs(skew(np.asarray(sheet.image))) <= 0.12
    assert sheet.turn == 0


def test_a_sheet_that_lies_across_is_turned() -> None:
    sheet = straightened(lines_of_text().rotate(90, expand=True))
    assert sheet.turn == 90
    assert upside_down(sheet).turn == 270


def test_grey_paper_and_shadows_become_white_and_ink_stays() -> None:
    page = np.tile(np.linspace(160, 230, 640).astype(np.uint8), (640, 1))
    page[300:304, 100:500] = 40
    white = whitened(page)
    assert white[:250].min() > 240
    assert white[302, 120:480].max() < 90


def test_only_a_page_with_specks_is_dusty() -> None:
    page = np.full((1000, 1000), 255, np.uint8)
    page[100:130, 100:900] = 0
    assert not dusty(page)
    chance = np.random.default_rng(1)
    for y, x in chance.integers(200, 990, (60, 2)):
        page[y : y + 2, x : x + 2] = 30
    assert dusty(page)
    assert (np.asarray(straightened(Image.fromarray(page)).image)[220:] > 200).all()


def test_a_white_sheet_has_no_ink() -> None:
    assert not inked(straightened(Image.new("L", (400, 400), 250)))


def typed(face: Face, *printed: str, read: tuple[str, ...] = ()) -> tuple[list[OcrWord], Image.Image]:
    """Words on a line as an engine would give them that read `read` where `printed` stands, and the picture."""
    font = ImageFont.truetype(str(FONTS / face.regular), HEIGHT)
    page = Image.new("L", (2400, 160), 255)
    draw = ImageDraw.Draw(page)
    words, x = [], 40.0
    for shown, text in zip(printed, read or printed, strict=True):
        symbols = []
        for char, as_read in zip(shown, text, strict=True):
            draw.text((x, FOOT), char, font=font, fill=0, anchor="ls")
            box = draw.textbbox((x, FOOT), char, font=font, anchor="ls")
            symbols.append(Symbol(as_read, box[0], box[1], box[2], box[3]))
            x += font.getlength(char)
        x += font.getlength(" ")
        words.append(word(text, symbols))
    return words, page


def word(text: str, symbols: list[Symbol], confidence: float = 0.9, line: int = 0) -> OcrWord:
    x0, top = min(s.x0 for s in symbols), min(s.top for s in symbols)
    x1, bottom = max(s.x1 for s in symbols), max(s.bottom for s in symbols)
    return OcrWord(text, x0, top, x1, bottom, confidence, line, FOOT, tuple(symbols))


@pytest.mark.parametrize("face", FACES, ids=lambda f: f.name)
@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("§ 5 Haftung", "8 5 Haftung"),
        ("§ 5 Haftung", "$ 5 Haftung"),
        ("§§ 305 ff. BGB", "88 305 ff. BGB"),
        ("gemäß § 377 HGB", "gemäß 8 377 HGB"),
        ("(§ 126b BGB)", "(8 126b BGB)"),
        ("vgl. § 2", "vgl. 5 2"),
        ("§ 4 Lieferung", "8 A Lieferung"),
    ],
)
def test_a_section_sign_that_was_read_as_something_else_is_found(face: Face, printed: str, read: str) -> None:
    words, page = typed(face, *printed.split(), read=tuple(read.split()))
    result = repaired(words, page)
    assert " ".join(w.text for w in result) == printed
    assert any(w.changed for w in result)


@pytest.mark.parametrize("face", FACES, ids=lambda f: f.name)
@pytest.mark.parametrize(
    "printed",
    [
        "8 Tage nach Zugang",
        "Ziffer 8 der Anlage",
        "höchstens 8 % im Jahr",
        "8 1/2 Jahre",
        "8 Gewährleistung",
        "Abschnitt 8 377 HGB",
        "88 305 EUR",
        "Nr. 8 5 Stück",
        "0880 18 28 38",
        "8.1 Mängel",
        "80 x 8 mm",
    ],
)
def test_a_printed_eight_stays_an_eight(face: Face, printed: str) -> None:
    words, page = typed(face, *printed.split())
    assert " ".join(w.text for w in repaired(words, page)) == printed


@pytest.mark.parametrize("printed", ["US-$ 500 je Stück", "USD $ 14 BGB"])
def test_a_dollar_sign_stays_one(printed: str) -> None:
    words, page = typed(FACES[1], *printed.split())
    assert " ".join(w.text for w in repaired(words, page)) == printed


def test_a_glued_section_sign_becomes_a_word_with_its_own_box() -> None:
    words, page = typed(FACES[0], "Nr.", "§31", "UrhG", read=("Nr.", "831", "UrhG"))
    result = repaired(words, page)
    assert [w.text for w in result] == ["Nr.", "§", "31", "UrhG"]
    assert result[1].x1 <= result[2].x0
    assert result[2].x1 == words[1].x1


def test_words_without_places_of_characters_stay_as_they_were_read() -> None:
    words, page = typed(FACES[0], "§", "14", "BGB", read=("8", "14", "BGB"))
    bare = [replace(w, symbols=()) for w in words]
    assert repaired(bare, page) == tuple(bare)


def test_specks_that_were_read_as_marks_are_left_out() -> None:
    words, _ = typed(FACES[1], "Der", "Kunde", "–", "zahlt.")
    speck = Symbol(".", 5, 80, 8, 83)
    dirty = [word(".", [speck]), word("'Der", [replace(speck, text="'"), *words[0].symbols]), *words[1:]]
    assert [w.text for w in without_dirt(dirty)] == ["Der", "Kunde", "–", "zahlt."]


def test_marks_of_which_the_engine_is_unsure_are_left_out_and_words_are_not() -> None:
    words, _ = typed(FACES[1], "Der", "—", "Kunde")
    unsure = [replace(w, confidence=0.2) for w in words]
    assert [w.text for w in without_dirt(unsure)] == ["Der", "Kunde"]


def test_size_and_weight_are_measured_on_the_picture() -> None:
    words, page = typed(FACES[1], "Haftung", "des", "Auftragnehmers", "bei", "Verzug")
    bold = replace(FACES[1], regular=FACES[1].bold)
    heading, other = typed(bold, "Haftung", "bei", "Verzug")
    both = Image.new("L", (2400, 320), 255)
    both.paste(page, (0, 0))
    both.paste(other, (0, 160))
    below = [
        replace(w, line=1, top=w.top + 160, bottom=w.bottom + 160, symbols=w.symbols, baseline=FOOT + 160)
        for w in heading
    ]
    types = types_of([*words, *below], both, 300)
    assert [t.bold for t in types] == [False] * 5 + [True] * 3
    assert [t.size for t in types] == pytest.approx([HEIGHT * 72 / 300] * 8, abs=0.6)
