"""Text that a file or a terminal can take: names and quotes come from strangers, and readers obey control characters."""

from __future__ import annotations

import unicodedata
from typing import Final

_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn text round
_NO_TEXT: Final = ("Cc", "Cs")  # control characters, halves of surrogate pairs
_INSTEAD: Final = "\ufffd"


def printable(text: str) -> str:
    """One line without control characters."""
    return "".join(_INSTEAD if _breaks(char) else char for char in text)


def printable_lines(text: str) -> str:
    """The same, but line ends and tabs stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(printable, line.split("\t"))) for line in lines)


def _breaks(char: str) -> bool:
    return char in _BIDI or unicodedata.category(char) in _NO_TEXT or ord(char) & 0xFFFE == 0xFFFE
