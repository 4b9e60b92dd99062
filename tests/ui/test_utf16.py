"""Offsets of Python and Qt."""

from __future__ import annotations

import pytest

from app.ui.utf16 import Utf16Map

TEXTS = ["", "Haftung", "§ 1 – „Frist“", "a😀b", "😀😀", "x𝔸y😀z𝔸", "e\u0301 ä 𐍈"]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_are_those_of_the_encoded_text(text):
    mapping = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert mapping.to_qt(offset) == len(text[:offset].encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", TEXTS)
def test_there_and_back_is_the_same_offset(text):
    mapping = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert mapping.to_python(mapping.to_qt(offset)) == offset


def test_the_middle_of_a_pair_belongs_to_its_character():
    assert [Utf16Map("a😀b").to_python(units) for units in range(5)] == [0, 1, 1, 2, 3]
