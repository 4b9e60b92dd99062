"""Raised figures that are text: cents, powers, notes typed by hand. They become characters of their own (`49⁹⁹`, `10⁶`, `m²`).

Written like other digits they would run into the number before them and make another amount of it. All readers do so:
the text says what is printed. Cents behind a printed comma (`49,99`) are read the same either way and stay plain.
"""

from __future__ import annotations

import re

_PLAIN = "0123456789+-−–"
_RAISED_SIGNS = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_FIGURES = re.compile(r"\s*[(\[]?[+\-−–]?\d{1,3}(?:\s?[,;/]\s?\d{1,3})*[)\]]?\s*")
_DIGITS = re.compile(r"[+\-−–]?\d+")
_DECIMAL = re.compile(r"\d[.,]$")
_CENTS = re.compile(r"\d\d(?!\d)")


def raised_figures(text: str, before: str) -> str:
    """Superscript `text` as characters of the same number, its figures raised; `before` ends where it stands."""
    if _DECIMAL.search(before[-2:]) and _CENTS.match(text):
        return text
    if _FIGURES.fullmatch(text):
        return _DIGITS.sub(lambda found: found[0].translate(_RAISED_SIGNS), text)
    lead = _DIGITS.match(text) if before[-1:].isdigit() else None
    return lead[0].translate(_RAISED_SIGNS) + text[lead.end() :] if lead else text
