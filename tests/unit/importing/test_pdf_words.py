"""Characters to words: gaps, ligatures, accents, bold drawn twice, misread glyphs."""

from __future__ import annotations

import pytest

from app.importing.pdf.fonts import is_bold
from app.importing.pdf.geometry import Glyph, RawPage
from app.importing.pdf.misread import is_doubtful, resolve
from app.importing.pdf.words import fragments_of, words_of
from app.models.source import Page

WIDTH = 5.0


def typed(
    text: str, x: float = 0.0, baseline: float = 100.0, font: str = "ABCDEF+Sans", codes: str = ""
) -> list[Glyph]:
    """Glyphs of 5 points' width in 10 point type; `codes` overrides the codes letter by letter."""
    return [
        Glyph(
            c,
            x + i * WIDTH,
            baseline - 8,
            x + (i + 1) * WIDTH,
            baseline + 2,
            baseline,
            10,
            font,
            code=ord((codes or text)[i]),
        )
        for i, c in enumerate(text)
    ]


def test_a_gap_of_a_seventh_of_the_size_parts_words() -> None:
    glyphs = typed("zur") + typed("Miete", 3 * WIDTH + 1.6)
    assert [w.text for w in words_of(glyphs)] == ["zur", "Miete"]


def test_a_kerning_gap_parts_nothing() -> None:
    glyphs = typed("V") + typed("ertrag", WIDTH + 0.8)
    assert [w.text for w in words_of(glyphs)] == ["Vertrag"]


def test_bold_drawn_twice_is_read_once_and_is_bold() -> None:
    [word] = words_of(typed("Haftung") + typed("Haftung", 0.3))
    assert (word.text, word.bold) == ("Haftung", True)


def test_double_letters_stay() -> None:
    assert words_of(typed("Mitteilung"))[0].text == "Mitteilung"


def test_an_accent_over_a_letter_is_composed() -> None:
    glyphs = [*typed("fur"), Glyph("¨", WIDTH + 1, 90, WIDTH + 4, 95, 100, 10, "F")]
    [word] = words_of(glyphs)
    assert (word.text, word.repaired) == ("für", True)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\ufb01nden", "finden"),
        ("\u202dMiete\u202c", "Miete"),
        ("Vertra\u0308ge", "Verträge"),
        ("\x01Ende", "Ende"),
    ],
)
def test_characters_are_repaired(raw: str, clean: str) -> None:
    assert "".join(w.text for w in words_of(typed(raw))) == clean


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [("\uf0b7", "Symbol", "•"), ("\uf041", "SomeText", "A"), ("§", "Wingdings-Regular", "•"), ("§", "Arial", "§")],
)
def test_symbol_fonts_give_bullets_not_paragraph_signs(text: str, font: str, expected: str) -> None:
    assert words_of(typed(text, font=font))[0].text == expected


@pytest.mark.parametrize(
    ("font", "bold"),
    [
        ("ABCDEF+Arial-BoldMT", True),
        ("CMBX10", True),
        ("Roboto-Black", True),
        ("Lato-Semibold", True),
        ("BOLDAB+Arial", False),
        ("Arial-ItalicMT", False),
    ],
)
def test_weight_comes_from_the_font_name_without_its_prefix(font: str, bold: bool) -> None:
    assert is_bold(font) is bold


def test_fragments_end_at_gutters_not_at_blanks() -> None:
    words = words_of(typed("der") + typed("Kunde", 18) + typed("haftet", 18 + 25 + 9))
    assert [f.text for f in fragments_of(words)] == ["der Kunde", "haftet"]


def page(glyphs: list[Glyph]) -> RawPage:
    return RawPage(Page(1, 600, 800), tuple(glyphs))


def read(glyphs: list[Glyph]) -> list[str]:
    [resolved] = resolve([page(glyphs)])
    return [w.text for w in words_of(resolved.glyphs)]


def test_a_ligature_read_as_a_capital_is_found_out_by_the_words_it_makes() -> None:
    glyphs = typed("GeschäEsbedingungen", codes="Geschä1sbedingungen") + typed("Ende", 200)
    assert read(glyphs) == ["Geschäftsbedingungen", "Ende"]


def test_a_nameless_ligature_is_found_out_by_the_words_it_makes() -> None:
    glyphs = typed("bestä")
    glyphs.append(Glyph("(cid:9)", 25, 92, 30, 102, 100, 10, "ABCDEF+Sans", code=9))
    glyphs += typed("gen", 30)
    assert read(glyphs) == ["bestätigen"]


def test_names_with_capitals_inside_stay() -> None:
    assert read(typed("GmbH") + typed("PayPal", 40) + typed("VerleiherInnen", 90)) == [
        "GmbH",
        "PayPal",
        "VerleiherInnen",
    ]


def test_private_pairs_that_open_and_close_are_parentheses() -> None:
    assert read(typed("\ue081AGB\ue082") + typed("\ue081Kunde\ue082", 60)) == ["(AGB)", "(Kunde)"]


def test_what_stays_unknown_is_shown() -> None:
    assert read([*typed("Wert"), Glyph("(cid:77)", 40, 92, 45, 102, 100, 10, "X", code=77)]) == ["Wert", "\ufffd"]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Geschäftsbedingungen der GmbH, Haftung, Hinweise", False),
        ("GeschäEsbedingungen KraE haEet", True),
        ("bestä\ue001gen", True),
        ("www.firma.de. Ende.", False),
    ],
)
def test_words_with_signs_where_they_make_no_sense_are_doubtful(text: str, doubtful: bool) -> None:
    words = tuple(words_of(typed(text)))
    assert is_doubtful([RawPage(Page(1, 600, 800), words=words)]) is doubtful
