"""Offsets between Python and Qt: Python counts code points, Qt counts UTF-16 units.

They differ by one for every character beyond U+FFFF before the offset; texts without such characters cost nothing.
"""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_ONE_UNIT = 0xFFFF


class Utf16Map:
    """Translates offsets of one text in both directions."""

    def __init__(self, text: str) -> None:
        self._wide = [i for i, c in enumerate(text) if ord(c) > _LAST_OF_ONE_UNIT]
        self._wide_units = [position + n for n, position in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """UTF-16 units before the code point at `offset`."""
        return offset + bisect_left(self._wide, offset)

    def to_python(self, units: int) -> int:
        """The code point that holds the UTF-16 unit at `units`; the middle of a pair belongs to its character."""
        return units - bisect_left(self._wide_units, units)
