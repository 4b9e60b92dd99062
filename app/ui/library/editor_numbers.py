"""Numbers as readers of either language write them: "1.000.000", "2,5". What is no number stays text, to be shown as a mistake."""

from __future__ import annotations

import re

from app.wording.lang import Lang
from app.wording.numbers import number_text

_MARKS = {"de": (".", ","), "en": (",", ".")}  # of thousands, of decimals


def number_of(text: str, lang: Lang) -> float | str | None:
    """The number; None for nothing, the text itself where it is none."""
    bare = text.replace("€", "").replace("%", "").replace("\u00a0", " ").strip()
    if not bare:
        return None
    thousands, decimal = map(re.escape, _MARKS[lang])
    if not re.fullmatch(rf"(\d{{1,3}}({thousands}\d{{3}})+|\d+)({decimal}\d*)?", bare, re.ASCII) or len(bare) > 18:
        return text.strip()
    return float(bare.replace(_MARKS[lang][0], "").replace(_MARKS[lang][1], "."))


def number_shown(value: object, lang: Lang) -> str:
    """The inverse."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(value, lang)
    return value if isinstance(value, str) else ""
