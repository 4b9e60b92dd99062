"""Offsets between the canonical text and a QTextDocument that shows it: Python counts code points, Qt UTF-16 units.

They differ by one for every character beyond U+FFFF before the offset, and where the document holds more than the text:
printed numbers that are no part of it, frames of tables. Anchors say where such a stretch ends and the text goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Translates offsets of one text in both directions.

    `anchors`: (offset of the text, position in the document), ascending in both; between two of them nothing is inserted
    after the text.
    """

    def __init__(self, text: str, anchors: Sequence[tuple[int, int]] = ((0, 0),)) -> None:
        self._wide = [found.start() for found in _TWO_UNITS.finditer(text)]
        self._wide_units = [position + n for n, position in enumerate(self._wide)]
        self._offsets = [offset for offset, _ in anchors]
        self._positions = [position for _, position in anchors]

    def to_qt(self, offset: int) -> int:
        """The position of the code point at `offset`, behind what is inserted before it."""
        n = max(0, bisect_right(self._offsets, offset) - 1)
        return self._positions[n] + self._units(offset) - self._units(self._offsets[n])

    def to_python(self, position: int) -> int:
        """The code point at `position`; the middle of a pair belongs to its character, an insertion to what follows it."""
        n = max(0, bisect_right(self._positions, position) - 1)
        units = max(0, position - self._positions[n]) + self._units(self._offsets[n])
        offset = units - bisect_left(self._wide_units, units)
        return min(offset, self._offsets[n + 1]) if n + 1 < len(self._offsets) else offset

    def _units(self, offset: int) -> int:
        """UTF-16 units before the code point at `offset`."""
        return offset + bisect_left(self._wide, offset)
