"""Parts of a document that are no clauses: tables of contents, signatures, what stands before and after the terms.

Strategy: each part is recognised by what only it has (leader dots and page numbers; rows of underscores, place and
date lines), line by line; where it lies decides the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.nlp.segmentation.headings import is_sentence
from app.nlp.segmentation.labels import labels_at
from app.nlp.segmentation.lines import TextLine

CONTENTS = "table_of_contents"

_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$|\t\d{1,3}$|_{5,}\s*\d{1,3}$")
_CONTENTS_TITLE = re.compile(
    r"(?:inhalt|inhaltsverzeichnis|inhaltsübersicht|inhaltsangabe|gliederung|übersicht|table of contents|contents)\s*:?$",
    re.IGNORECASE,
)
_CONTENTS_STYLE = re.compile(
    r"(?:toc ?\d|toc\b|tocheading|verzeichnis ?\d|inhaltsverzeichnis|contents\b)", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"\S\s+\d{1,3}$")
_ENTRY_END = re.compile(r"[\s._…]*\d{1,3}$")
_RULE = re.compile(r"_{6,}|\.{12,}|…{4,}")
_CAPTION = re.compile(
    r"(?:ort|datum|place|date)\s*[,/]\s*(?:datum|ort|date|unterschrift)\b|unterschrift\w*\b.{0,40}$|stempel\b.{0,30}$",
    re.IGNORECASE,
)
FEWEST_ENTRIES = 3
FEWEST_UNTITLED = 4
MOSTLY = 0.7  # of the entries are found again; sub-headings may stand over sub-headings
ENTRY_WORDS = 14
MOST_PLACES = 5  # further down that are looked at for an entry; bounds what a hostile document can cost
ENTRY_LENGTH = 60  # characters; text is longer
ENTRY_LETTERS = 12  # enough to know an entry again; headings wrap
MOST_SIGNATURE_WORDS = 10


def contents_lines(lines: Sequence[TextLine]) -> frozenset[int]:
    """Indexes of the lines of tables of contents: entries with leader dots or page numbers, or a list of headings.

    Their words stand again further down: a table of prices is none.
    """
    places = _places(lines)
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end = max(_styled_end(lines, at), _contents_end(lines, at), _list_end(lines, at, places))
        if end > at:
            found.update(range(at, end))
            at = end
        else:
            at += 1
    return frozenset(found)


def _places(lines: Sequence[TextLine]) -> Mapping[str, list[int]]:
    """The lines that begin with the same words, for each such beginning."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        places[_opening(line.text)].append(number)
    return places


def _list_end(lines: Sequence[TextLine], start: int, places: Mapping[str, list[int]]) -> int:
    """End of the list of headings without pages that begins on line `start`; `start` where none does.

    Each entry must be the heading of some text further down: of terms printed twice, neither is a list.
    """
    titled = bool(_CONTENTS_TITLE.match(lines[start].text))
    first = start + titled
    if first >= len(lines) or not (titled or any(label.first for label in labels_at(lines[first].text))):
        return start
    again = next(iter(_later(places[_opening(lines[first].text)], first + 1)), first)
    end = first
    while end < again and _may_be_entry(lines[end], titled):
        end += 1
    fewest = max(FEWEST_ENTRIES if titled else FEWEST_UNTITLED, MOSTLY * (end - first))
    if end - first < fewest:
        return start
    entries = [n for n in range(first, end) if _heads_text(lines, places, n, end)]
    return entries[-1] + 1 if len(entries) >= fewest else start


def _later(numbers: Sequence[int], first: int) -> Sequence[int]:
    """The next few of the ascending numbers from `first` on."""
    at = bisect_left(numbers, first)
    return numbers[at : at + MOST_PLACES]


def _may_be_entry(line: TextLine, titled: bool) -> bool:
    short = (
        len(line.text.split()) <= ENTRY_WORDS and not line.text.endswith((".", ";", ",")) and not is_sentence(line.text)
    )
    return short and (titled or bool(labels_at(line.text)))


def _heads_text(lines: Sequence[TextLine], places: Mapping[str, list[int]], entry: int, end: int) -> bool:
    """Whether the entry's words stand again behind `end`, over a line that is longer or a sentence."""
    opening = _opening(lines[entry].text)
    again = [n for n in _later(places[opening], end) if n + 1 < len(lines)] if opening else []
    return any(lines[n + 1].ends_sentence or len(lines[n + 1].text) > ENTRY_LENGTH for n in again)


def _styled_end(lines: Sequence[TextLine], start: int) -> int:
    """End of the table that begins on line `start` by the word processor's own word; `start` where none does."""
    first = start + bool(_CONTENTS_TITLE.match(lines[start].text))
    end = first
    while end < len(lines) and _CONTENTS_STYLE.match(lines[end].line.style):
        end += 1
    return end if end > first else start


def _contents_end(lines: Sequence[TextLine], start: int) -> int:
    """End of the table that begins on line `start`; `start` where none does."""
    titled = bool(_CONTENTS_TITLE.match(lines[start].text))
    at, last = start + titled, start
    entries: list[int] = []
    while at < len(lines):
        text = lines[at].text
        plain = _PAGE_AT_END.search(text) and not lines[at].ends_sentence
        if _LEADER.search(text) or (plain and (titled or (at == last and _next_entry(lines, entries, at)))):
            entries.append(at)
            last = at + 1
        elif at - last >= 2 or not (entries or titled or _wrapped_entry(lines, at)):
            break
        at += 1
    dotted = titled or any(_LEADER.search(lines[n].text) for n in entries)
    fewest = FEWEST_ENTRIES if dotted else FEWEST_UNTITLED
    return last if len(entries) >= fewest and _stand_again(lines, entries, start, last) else start


def _wrapped_entry(lines: Sequence[TextLine], at: int) -> bool:
    """Whether the entry's dots and page stand on the line below."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return bool(labels_at(lines[at].text) and _LEADER.match(below))


def _next_entry(lines: Sequence[TextLine], entries: Sequence[int], at: int) -> bool:
    """Whether a numbered line with a page number goes on without falling behind the entries before it."""
    if not labels_at(lines[at].text) or lines[at].table:
        return False
    pages = [int(lines[n].text.split()[-1].lstrip("._…")) for n in (*entries[-1:], at)]
    return pages[0] <= pages[-1]


def _stand_again(lines: Sequence[TextLine], entries: Sequence[int], start: int, end: int) -> bool:
    """Whether half of the entries begin lines behind the table or, where it stands at the end, before it."""
    others = {_opening(line.text) for line in (*lines[:start], *lines[end:])}
    return 2 * sum(_opening(_ENTRY_END.sub("", lines[n].text)) in others for n in entries) >= len(entries)


def _opening(text: str) -> str:
    """The first letters, without number: words are printed alike in the table and over the section."""
    return "".join(c for c in text.casefold() if c.isalpha())[:ENTRY_LETTERS]


def is_signature(line: TextLine) -> bool:
    """A line to sign on, or its caption; no sentence that speaks of signing."""
    text = line.text
    if len(text) >= 120 or line.words > MOST_SIGNATURE_WORDS:
        return False
    return bool(_RULE.search(text)) or bool(
        _CAPTION.search(text) and not is_sentence(text) and not text.endswith((".", ",", ";"))
    )
