"""Words as letters: a text becomes a string of one letter a word, which RapidFuzz compares fastest.

Words that no known text has are all the same foreign letter, which matches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

FOREIGN = "\0"
_SURROGATES, _AFTER = 0xD800, 0xE000  # are no letters


class Vocabulary:
    """The words of some texts, each with its letter."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def line(self, words: Iterable[str]) -> str:
        """The words as letters; new ones are learnt."""
        letters = self._letters
        return "".join([letters.get(word) or letters.setdefault(word, _letter(len(letters) + 1)) for word in words])

    def known(self, words: Iterable[str]) -> str:
        """The words as letters; unknown ones are foreign."""
        letters = self._letters
        return "".join([letters.get(word, FOREIGN) for word in words])


def _letter(number: int) -> str:
    return chr(number if number < _SURROGATES else number - _SURROGATES + _AFTER)
