"""Whether a page's text can be used: fonts without a table of characters give signs that stand for nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from app.importing.pdf.geometry import Glyph

_MAX_SHARE = 0.15  # of the characters that may be unreadable
_MIN_LETTERS = 0.5  # of the characters are letters on any page of prose


def unreadable_share(glyphs: Sequence[Glyph]) -> float:
    """Share of characters that are unmapped, private, undefined or control characters, 0..1."""
    printed = [g.text for g in glyphs if g.text.strip()]
    return sum(map(_unreadable, printed)) / len(printed) if printed else 0.0


def is_garbled(glyphs: Sequence[Glyph]) -> bool:
    """Whether the page's characters are no text anyone printed."""
    printed = [g.text for g in glyphs if g.text.strip()]
    if not printed:
        return False
    letters = sum(t[0].isalpha() for t in printed if not _unreadable(t))
    few_letters = len(printed) >= 200 and letters < _MIN_LETTERS * len(printed)
    return unreadable_share(glyphs) > _MAX_SHARE or few_letters


def _unreadable(text: str) -> bool:
    if "\ufffd" in text:
        return True
    return any(unicodedata.category(c) in ("Co", "Cn", "Cc") and not 0xF000 <= ord(c) <= 0xF0FF for c in text)
