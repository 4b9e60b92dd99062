"""Texts that repeat at the edge of pages: what counts as the same text, and which numbers tell that it is not.

Strategy: numbers may differ from page to page (page numbers, dates of a printout), but not the label a text begins
with: "§ 1 Haftung" and "§ 2 Haftung" are two headings. For the strict comparison no number may differ but the page's.
"""

from __future__ import annotations

import re

_OPENING = 24  # characters: a longer text that begins alike is the same header with something added
_PART = r"(?:art(?:ikel|\.)?|anlage|anhang|teil|kapitel|abschnitt)\s*(?:\d+|[ivx]+\b|[a-z]\b)"
_LABEL = re.compile(
    rf"§+\s*\d+[a-z]?|{_PART}|\(?\d{{1,3}}[a-z]?\)|\d{{1,3}}\.(?:\d{{1,3}}\.?)*(?=\D)|\(?[a-z]\)|[ivx]+\.(?=\s)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,2}\.\s*(?:\d{1,2}\.\s*(?:\d{2}|$)|(?:jan|feb|mär|apr|ma[iy]|jun|jul|aug|sep|okt|nov|dez))", re.IGNORECASE
)
_PAGE = re.compile(r"\b(seite|page|blatt)\s*\d+|\b\d{1,4}\s*(?:/|von|of)\s*\d{1,4}\b", re.IGNORECASE)


def folded_key(text: str) -> str:
    """The text's first characters without spaces, numbers folded but for its label's."""
    label = label_of(text)
    return (_solid(label) + re.sub(r"\d+", "#", _solid(text[len(label) :])))[:_OPENING]


def exact_keys(text: str, page: int) -> set[str]:
    """The text's first characters as they are, and once for each number as far as it differs from the page's."""
    solid = re.sub(r"#\d+", "#", _solid(_PAGE.sub(lambda m: (m[1] or "") + "#", text)))
    start = len(_solid(label_of(text)))
    numbers = [m for m in re.finditer(r"\d{1,4}", solid) if m.start() >= start]
    relative = (f"{solid[: m.start()]}<{int(m[0]) - page}>{solid[m.end() :]}" for m in numbers)
    return {"=" + key[:_OPENING] for key in (solid, *relative)}


def label_of(text: str) -> str:
    """The label a numbered text begins with; empty without one."""
    match = None if _DATE.match(text) else _LABEL.match(text)
    return match[0] if match else ""


def names_page(text: str) -> bool:
    """Whether the text says which page it stands on: "Seite 3", "3/7"."""
    return bool(_PAGE.search(text))


def _solid(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()
