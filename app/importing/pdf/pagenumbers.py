"""Page numbers: "7", "- 7 -", "Seite 7 von 9", "vii"."""

from __future__ import annotations

import re

PAGE_NUMBER = re.compile(
    r"^(?:seite|page|s\.|blatt)?\s*+[-–—|]?\s*+(\d{1,4})(?:\s*+(?:/|von|of|\|)\s*+(?:seiten?\s*+)?\d{1,4})?"
    r"\s*+(?:seiten?)?\s*+[-–—|]?$",
    re.IGNORECASE,
)
SPELLED = re.compile(r"^(?:seite|page|blatt)\s*\d{1,4}\s*(?:von|of|/)\s*\d{1,4}$", re.IGNORECASE)
_ROMAN = re.compile(r"^(?:seite|page)?\s*+[-–—|]?\s*+(x{0,3}(?:ix|iv|v?i{0,3}))\s*+[-–—|]?$", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
EXPLICIT = re.compile(r"seite|page|blatt|/|von|of|[-–—|]", re.IGNORECASE)


def number_in(text: str) -> int | None:
    """The page number a text is, arabic or roman."""
    match = PAGE_NUMBER.match(text)
    if match:
        return int(match[1])
    roman = _ROMAN.match(text)
    return _roman(roman[1].lower()) if roman and roman[1] else None


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
