"""Whether a page's text can be used: fonts without a table of characters give signs that stand for nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_MAX_SHARE = 0.15  # of the characters that may be unreadable
_MIN_LETTERS = 0.5  # of the characters are letters on any page of prose


def unreadable_share(texts: Sequence[str]) -> float:
    """Share of characters that are unmapped, private, undefined or control characters, 0..1."""
    printed = [c for text in texts for c in text if not c.isspace()]
    return sum(map(_unreadable, printed)) / len(printed) if printed else 0.0


def is_garbled(texts: Sequence[str]) -> bool:
    """Whether the characters of a page's words are no text anyone printed."""
    printed = [c for text in texts for c in text if not c.isspace()]
    if not printed:
        return False
    letters = sum(t[0].isalpha() for t in printed if not _unreadable(t))
    few_letters = len(printed) >= 200 and letters < _MIN_LETTERS * len(printed)
    return unreadable_share(texts) > _MAX_SHARE or few_letters


def _unreadable(text: str) -> bool:
    if "\ufffd" in text:
        return True
    return any(unicodedata.category(c) in ("Co", "Cn", "Cc") and not 0xF000 <= ord(c) <= 0xF0FF for c in text)
