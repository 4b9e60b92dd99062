"""Texts of strangers as the content of a cell: what no table may hold is out, what a table would take for a formula is known."""

from __future__ import annotations

import re
from typing import Final

# What XML 1.0 forbids (halves of surrogate pairs and the two non-characters too), what a terminal obeys, what turns text round.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LINE_ENDS: Final = re.compile("\r\n?|[\u2028\u2029]")
_FORMULA: Final = frozenset("=+-@\t\r\n|%＝＋－＠")  # Lotus' and DDE's beginnings too, and the wide letters Excel folds


def cell_text(text: str) -> str:
    """The text with one kind of line end and "�" for every character that must not be."""
    return _FORBIDDEN.sub("�", _LINE_ENDS.sub("\n", text))


def starts_like_a_formula(text: str) -> bool:
    """Whether a program may take it for one, perhaps after white space."""
    return text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA if text else False
