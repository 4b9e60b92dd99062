"""Footnotes at the foot of a page or column: read after the paragraph that refers to them, not inside a sentence.

Strategy: a footnote begins with the small number that a mark of its page has, in type smaller than the document's, and
only such lines follow it down to the foot. Where no mark refers to it, or two do, it stays where it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.importing.pdf.geometry import PrintedLine
from app.importing.pdf.lines import usual_size
from app.models.source import MarkKind

_SMALLER = 0.93  # of the document's size
_NUMBER = re.compile(r"(\d{1,3})\)?")


def notes_moved(
    lines: Sequence[PrintedLine], paragraphs: Callable[[Sequence[PrintedLine]], Sequence[tuple[int, int]]]
) -> list[PrintedLine]:
    """The lines with each footnote behind the paragraph that refers to it; `paragraphs` finds them in the text."""
    references = _references(lines)
    notes = _notes(lines, references) if references else []
    if not notes:
        return list(lines)
    out = {i for first, last, _ in notes for i in range(first, last)}
    text = [i for i in range(len(lines)) if i not in out]
    found = paragraphs([lines[i] for i in text])
    following: dict[int, list[PrintedLine]] = {}
    for number, (first, last, place) in enumerate(notes, start=1):
        own = [replace(line, note=number) for line in lines[first:last]]
        at = text.index(place)
        following.setdefault(next(end for start, end in found if start <= at < end) - 1, []).extend(own)
    return [line for n, i in enumerate(text) for line in (lines[i], *following.get(n, ()))]


def _references(lines: Sequence[PrintedLine]) -> dict[tuple[int, str], int]:
    """The line that refers to a note, by page and number, where it is only one."""
    places: dict[tuple[int, str], list[int]] = {}
    for i, line in enumerate(lines):
        for number in line.numbers:
            if number.kind is MarkKind.FOOTNOTE:
                places.setdefault((line.page, number.text.rstrip(")")), []).append(i)
    return {key: found[0] for key, found in places.items() if len(found) == 1}


def _notes(lines: Sequence[PrintedLine], references: dict[tuple[int, str], int]) -> list[tuple[int, int, int]]:
    """First line, line after the last and referring line of each note."""
    limit = _SMALLER * usual_size(lines)
    found: list[tuple[int, int, int]] = []
    end = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if i + 1 < len(lines) and (lines[i + 1].page, lines[i + 1].column) != (line.page, line.column):
            end = i + 1
        if line.size > limit or line.row is not None:
            end = i
            continue
        place = references.get((line.page, _label(line)))
        if place is not None and place < i and _reaches_foot(lines, i, end):
            found.append((i, end, place))
            end = i
    return found[::-1]


def _label(line: PrintedLine) -> str:
    match = _NUMBER.fullmatch(line.words[0].text)
    return match[1] if match else ""


def _reaches_foot(lines: Sequence[PrintedLine], first: int, end: int) -> bool:
    """Whether nothing but small lines of the column stand between the note's first line and `end`."""
    return first < end and all(lines[i].page == lines[first].page for i in range(first, end))
