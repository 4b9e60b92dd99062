"""What counts as the same word, and what never does."""

from __future__ import annotations

import pytest

from app.comparing.folding import folded, folded_words, numbers, plain_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("„Frist“", '"frist"'),
        ("Maßnahme", "MASSNAHME"),
        ("daß", "dass"),
        ("ﬁndet", "findet"),
        ("Kündi\u00adgung", "Kündigung"),
        ("5\u00a0Tage", "5 Tage"),
        ("Ｆrist", "Frist"),
    ],
)
def test_spelling_of_the_same_word_is_folded(a: str, b: str) -> None:
    assert folded(a) == folded(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("49⁹⁹ €", "4999 €"),
        ("5 Tage¹", "5 Tage1"),
        ("10²", "102"),
        ("1½ Jahre", "11⁄2 Jahre"),
        ("m²", "m2"),
        ("§ 4 Abs. 1", "% 4 Abs. 1"),
    ],
)
def test_raised_and_broken_figures_are_no_digits(a: str, b: str) -> None:
    assert folded(a) != folded(b)


def test_the_mark_of_a_footnote_is_no_part_of_its_word_or_number() -> None:
    assert folded_words("5 Tage¹") == ("5", "tage", "¹")
    assert numbers("innerhalb von 5 Tagen¹") == ("5",)
    assert numbers("49⁹⁹ oder 49⁵⁰") == ("49⁹⁹", "49⁵⁰")


def test_plain_words_write_umlauts_out() -> None:
    assert plain_words("für Mängel") == plain_words("fuer Maengel")
    assert folded("für") != folded("fuer")


def test_numbers_are_read_from_words_but_not_from_articles() -> None:
    assert numbers("eine Frist von drei Monaten und 14 Tagen") == ("3", "14")
