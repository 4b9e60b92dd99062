"""Lines: nothing is lost, nothing is wider than its room, words are torn only where they must be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reporting.paper import Span, Tone, plain
from app.reporting.pdf.fonts import REPLACEMENT, Fonts, clean
from app.reporting.pdf.lines import Line, Setter
from app.reporting.pdf.look import Look

LOOK = Look(size=10)
WIDE = 10_000.0


def lines(text: str, width: float = WIDE) -> list[str]:
    return [words(line) for line in Setter(Fonts()).lines(plain(text), LOOK, width)]


def words(line: Line) -> str:
    return "".join(piece.run.text for piece in line.pieces)


def width_of(text: str) -> float:
    return Fonts().width(text, LOOK.size)


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=300), st.floats(min_value=30, max_value=400), st.sampled_from(list(Tone)))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: float, tone: Tone) -> None:
    setter = Setter(Fonts())
    made = setter.lines((Span(text), Span("|"), Span(text, tone)), LOOK, width)
    read = "".join(map(words, made)).replace("\u00a0", "")
    lacking = setter.fonts.lacking
    drawn = "".join(REPLACEMENT if char in lacking else char for char in clean(text))
    kept = "".join(char for char in drawn if not char.isspace() and char not in "\u200b\u00ad")
    assert bare(read).count(bare(kept)) >= (2 if kept else 0)
    assert all(line.width <= width + 0.01 for line in made)


def bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "▲◆●■✓?\u200b\u00ad")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eins zwei drei", ["eins zwei", "drei"]),
        ("eins\nzwei", ["eins", "zwei"]),
        ("eins\n\nzwei", ["eins", "", "zwei"]),
        ("eins\r\nzwei\u2028drei", ["eins", "zwei", "drei"]),
        ("", [""]),
        ("einszwei-dreivier", ["einszwei-", "dreivier"]),
        ("eins/zwei/drei", ["eins/zwei/", "drei"]),
        ("einszwei\u00addreivier", ["einszwei", "dreivier"]),
        ("eins zw\u00adei", ["eins zwei"]),
        ("bis 31.12.2026", ["bis", "31.12.2026"]),
        ("eins 1/2/2026", ["eins", "1/2/2026"]),
        ("eins zwei 10\u00a0€", ["eins zwei", "10\u00a0€"]),
        ("  eingerückt", ["  eingerückt"]),
        ("          eingerückt", ["eingerückt"]),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, expected: list[str]) -> None:
    assert lines(text, 58) == expected


def test_a_torn_word_goes_on_without_a_character_between() -> None:
    setter = Setter(Fonts())
    made = setter.lines(plain("Haftungsbeschränkung 12345678901234567890"), LOOK, 60)
    assert "".join(map(words, made)) == "Haftungsbeschränkung12345678901234567890"
    assert made[0].torn
    assert not made[-2].torn  # figures have no hyphen


def test_a_soft_hyphen_is_drawn_where_a_line_ends_with_it() -> None:
    made = Setter(Fonts()).lines(plain("einszwei\u00addreivier vier\u00adfünf"), LOOK, 62)
    assert [(words(line), line.torn) for line in made] == [("einszwei", True), ("dreivier vier", True), ("fünf", False)]


def test_a_word_of_two_looks_moves_as_one() -> None:
    made = Setter(Fonts()).lines((Span("eins zwei Kün"), Span("digung", strong=True)), LOOK, 70)
    assert [words(line) for line in made] == ["eins zwei", "Kündigung"]


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x00", REPLACEMENT),
        ("\x1b", REPLACEMENT),
        ("\u202e", REPLACEMENT),
        ("\ud800", REPLACEMENT),
        ("\ue000", REPLACEMENT),
    ],
)
def test_what_must_not_be_drawn_is_a_sign(char: str, shown: str) -> None:
    assert lines(f"a{char}b") == [f"a{shown}b"]


def test_characters_that_no_font_has_are_counted_and_named() -> None:
    fonts = Fonts()
    Setter(fonts).lines(plain("".join(map(chr, range(0x4E00, 0x4E20)))), LOOK, WIDE)
    assert fonts.lacking.total() == 32
    assert fonts.lacking_codes().startswith("U+4E00, U+4E01")
    assert fonts.lacking_codes().endswith("…")
