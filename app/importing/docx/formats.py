"""Number formats of automatic lists: 4 as `4`, `04`, `d`, `IV`.

The formats German terms use are exact. Others (other scripts) fall back to digits and are reported by
`is_exact`, so that the import can say that a printed number is approximated.
"""

from __future__ import annotations

from collections.abc import Callable

from app.importing.docx.number_words import cardinal, ordinal

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MAX_ROMAN = 4999  # beyond, Roman numerals are only rows of M
_MAX_REPEATS = 30  # `aaa…`: Word repeats the letter; a hostile start value must not make a text of its own
_CHICAGO = "*†‡§"
_CIRCLED_ONE, _CIRCLED_TWENTY = 0x2460, 20


def roman(number: int) -> str:
    """Upper-case Roman numeral; digits outside 1..4999."""
    if not 1 <= number <= _MAX_ROMAN:
        return str(number)
    letters = []
    for unit, letter in _ROMAN:
        count, number = divmod(number, unit)
        letters.append(letter * count)
    return "".join(letters)


def letter(number: int) -> str:
    """A, B, … Z, AA, BB, … as Word counts (not as a spreadsheet does); digits outside."""
    if not 1 <= number <= 26 * _MAX_REPEATS:
        return str(number)
    repeats, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (repeats + 1)


def _circled(number: int) -> str:
    return chr(_CIRCLED_ONE + number - 1) if 1 <= number <= _CIRCLED_TWENTY else str(number)


def _chicago(number: int) -> str:
    """The marks of footnotes, doubled and trebled after a round."""
    if not 1 <= number <= len(_CHICAGO) * _MAX_REPEATS:
        return str(number)
    repeats, index = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[index] * (repeats + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalZero3": lambda number: f"{number:03d}",  # three of Word's custom formats
    "decimalZero4": lambda number: f"{number:04d}",
    "decimalZero5": lambda number: f"{number:05d}",
    "cardinalText": cardinal,
    "ordinalText": ordinal,
    "chicago": _chicago,
    "upperLetter": letter,
    "lowerLetter": lambda number: letter(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "ordinal": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedCircle": _circled,
    "decimalHalfWidth": str,
    "none": lambda _: "",
    "bullet": lambda _: "",
}

_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf0a8": "□",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0fe": "☒",
    "\uf06f": "□",
    "\uf02d": "–",
    "\uf0be": "–",
}
_HOLLOW = "o"  # Word's second bullet is the letter o of Courier New: a circle to the eye, a label to a parser


def formatted(number: int, number_format: str) -> str:
    """`number` as printed in this format of ST_NumberFormat."""
    return _FORMATS.get(number_format, str)(number)


def is_exact(number_format: str) -> bool:
    """Whether `formatted` prints what Word prints."""
    return number_format in _FORMATS


def symbol(char: str) -> str | None:
    """The plain character for one of a symbol font (private use area); None if it is not known."""
    if not "\ue000" <= char <= "\uf8ff":
        return char
    return _SYMBOLS.get(char)


def bullet(text: str) -> str:
    """The printed bullet of a list level."""
    if text == _HOLLOW:
        return "◦"
    return "".join(symbol(char) or "•" for char in text)
