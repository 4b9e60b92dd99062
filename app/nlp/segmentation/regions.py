"""Parts of a document that are no clauses: tables of contents, signatures, what stands before and after the terms.

Strategy: each part is recognised by what only it has (leader dots and page numbers; rows of underscores, place and
date lines), line by line; where it lies decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.nlp.segmentation.lines import TextLine

_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$|\t\d{1,3}$|_{5,}\s*\d{1,3}$")
_CONTENTS_TITLE = re.compile(
    r"(?:inhalt|inhaltsverzeichnis|inhaltsübersicht|table of contents|contents)\s*:?$", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"\S\s+\d{1,3}$")
_SIGNATURE = re.compile(
    r"(?:_{6,}|\.{12,}|…{4,}|(?:ort|datum|place|date)\s*[,/]\s*(?:datum|ort|date|unterschrift)\b|unterschrift\w*\b.{0,40}$|stempel\b.{0,30}$)",
    re.IGNORECASE,
)


def contents_lines(lines: Sequence[TextLine]) -> frozenset[int]:
    """Indexes of the lines of tables of contents: at least three entries with leader dots or page numbers in a row."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end = _contents_end(lines, at)
        if end > at:
            found.update(range(at, end))
            at = end
        else:
            at += 1
    return frozenset(found)


def _contents_end(lines: Sequence[TextLine], start: int) -> int:
    """End of the table that begins on line `start`; `start` where none does."""
    titled = bool(_CONTENTS_TITLE.match(lines[start].text))
    at, entries, last = start + titled, 0, start
    while at < len(lines):
        text = lines[at].text
        if _LEADER.search(text) or (titled and _PAGE_AT_END.search(text)):
            entries, last = entries + 1, at + 1
        elif at - last >= 2 or (not entries and not titled):
            break
        at += 1
    return last if entries >= 3 else start


def is_signature(line: TextLine) -> bool:
    """A line to sign on, or its caption."""
    return len(line.text) < 120 and bool(_SIGNATURE.search(line.text))
