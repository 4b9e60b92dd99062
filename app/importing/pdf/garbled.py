"""Whether a page's text can be used: fonts without a table of characters give signs that stand for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from unicodedata import category

_MAX_SHARE = 0.15  # of the characters that may be unreadable
_FEW = 200  # characters say nothing
_MIN_LETTERS = 0.5  # of the characters are letters on any page of prose, leaders of a table of contents left out
_LEADERS = "._…·-"


def is_garbled(texts: Sequence[str]) -> bool:
    """Whether the characters of a page's words are no text anyone printed."""
    counts = Counter("".join(texts))
    printed = sum(n for c, n in counts.items() if not c.isspace() and c not in _LEADERS)
    if not printed:
        return False
    unreadable = sum(n for c, n in counts.items() if _is_unreadable(c))
    letters = sum(n for c, n in counts.items() if c.isalpha())
    return unreadable > _MAX_SHARE * printed or (printed >= _FEW and letters < _MIN_LETTERS * printed)


def _is_unreadable(char: str) -> bool:
    """Unmapped, private, undefined or a control character."""
    return char == "\ufffd" or (category(char) in ("Co", "Cn", "Cc") and not 0xF000 <= ord(char) <= 0xF0FF)
