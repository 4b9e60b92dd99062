"""Text round the terms: privacy statements and the rest of a web page printed together with them.

Strategy: every time the outermost counter begins again, a new text begins. Such a text is left out only where it is
clearly a web page's privacy statement and another one is not. What follows the last paragraph of a text, many times
longer than every other paragraph and without words of rights and duties, is the rest of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.nlp.segmentation.enumerations import own_text
from app.nlp.segmentation.evidence import is_legal, is_privacy
from app.nlp.segmentation.headings import is_sentence
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.outline import Unit

SURROUNDINGS = "surroundings"
TITLE = "title"
FEWEST_UNITS = 8  # units that a text needs before one of them can be called far too long
TAIL_FACTOR = 4  # times the longest other paragraph
TAIL_LENGTH = 3000  # characters

TITLE_LINES = 5  # that a title in the body's type may have
LONGEST_TITLE = 16  # words of a line of it
TITLE_PREAMBLE = 2500  # characters that may stand between it and the first number

PART = re.compile(r"(?:Anhang|Anlage|Annex|Teil|Besondere|Ergänzende|Zusätzliche|Spezielle)\b", re.IGNORECASE)
_FULL_TITLE = re.compile(r"(?:Allgemeine|Besondere)\w* \w*(?:bedingungen|bestimmungen)\b", re.IGNORECASE)
TITLE_WORDS = re.compile(r"bedingungen\b|\bAGB\b|\b\w*vertrag$|\bordnung\b|vereinbarung$", re.IGNORECASE)
_TERMS = re.compile(r"AGB\b|Allgemeine\w*\s+\w*bedingungen\b", re.IGNORECASE)


def without_surroundings(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """The units (in reading order) with what is no part of the terms marked as such."""
    runs = _runs(units)
    texts = [_run_text(lines, units, start, end) for start, end in runs]
    private = [is_privacy(text) for text in texts]
    found: list[Unit] = list(units[: runs[0][0]]) if runs else list(units)
    for (start, end), drop in zip(runs, private, strict=True):
        if drop and not all(private):
            found.append(_left_out(units[start].line))
        else:
            found.extend(_tail_cut(lines, [*units[start:end]], _line_after(lines, units, end)))
    return _titles_marked(lines, _plain_titles(lines, found))


def _runs(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Ranges of units that one outermost counter spans; the first begins with the first numbered unit."""
    starts: list[int] = []
    counting = False
    for index, unit in enumerate(units):
        if unit.label is None or unit.level > 0:
            continue
        if not starts or (counting and unit.numbers[-1] <= 1):
            starts.append(index)
            counting = False
        counting = counting or unit.numbers[-1] > 1
    return list(pairwise([*starts, len(units)]))


def _line_after(lines: Sequence[TextLine], units: Sequence[Unit], index: int) -> int:
    return units[index].line if index < len(units) else len(lines)


def _run_text(lines: Sequence[TextLine], units: Sequence[Unit], start: int, end: int) -> str:
    first, last = units[start].line, _line_after(lines, units, end)
    return "\n".join(line.text for line in lines[first:last])


def _tail_cut(lines: Sequence[TextLine], run: list[Unit], end: int) -> list[Unit]:
    """The run, with the page's rest behind its last paragraph cut off."""
    numbered = [i for i, unit in enumerate(run) if unit.label is not None]
    last = numbered[-1]
    if len(numbered) < FEWEST_UNITS or last + 1 < len(run):
        return run
    lengths = [len(own_text(lines, unit, run[i + 1].line)) for i, unit in enumerate(run[:-1])]
    if len(own_text(lines, run[last], end)) < max(TAIL_LENGTH, TAIL_FACTOR * max(lengths)):
        return run
    first = run[last].body[0]
    for number in range(first + 1, end):
        if lines[number].starts_block and lines[number - 1].ends_sentence:
            return run if is_legal(lines[number:end]) else [*run, _left_out(number)]
    return run


def _left_out(line: int) -> Unit:
    return Unit(line, None, None, (line, 0), reason=SURROUNDINGS)


def _titles_marked(lines: Sequence[TextLine], units: list[Unit]) -> list[Unit]:
    """A heading that names a further set of terms, printed like the document's own title, is a title as well.

    It stands right before a counter that begins again or over lesser headings. Annexes and parts are clauses.
    """
    own = next((unit.style for unit in units if unit.reason == TITLE), None)
    for index in range(len(units) - 1):
        unit, after = units[index], units[index + 1]
        if unit.label is not None or not unit.has_heading or unit.reason:
            continue
        text = lines[unit.line].text
        if PART.match(text) or (own is not None and unit.style is not None and own.above(unit.style)):
            continue
        named = _TERMS.match(text) or (TITLE_WORDS.search(text) and own is not None and own == unit.style)
        if (_begins(after) and TITLE_WORDS.search(text)) or (named and _over_lesser(unit, after)):
            units[index] = replace(unit, reason=TITLE)
    return units


def _begins(unit: Unit) -> bool:
    """Whether an outermost counter begins with the unit."""
    return unit.label is not None and unit.level == 0 and unit.numbers[-1] <= 1


def _plain_titles(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """Titles in the body's type between a text and the next one, whose counter begins again."""
    found: list[Unit] = []
    counted = False
    for unit in units:
        if _begins(unit) and counted and found and not found[-1].reason:
            start = _plain_title(lines, found[-1].body[0] + 1, unit.line)
            if start is not None:
                found.append(Unit(start, None, None, (start, 0), reason=TITLE))
        counted = counted or (unit.label is not None and unit.level == 0 and unit.numbers[-1] > 1)
        found.append(unit)
    return found


def _plain_title(lines: Sequence[TextLine], first: int, end: int) -> int | None:
    """Where the title begins of the terms that begin on the line `end`: rules above it and a preamble below included."""
    length = 0
    for number in range(end - 1, first - 1, -1):
        line = lines[number]
        length += len(line.text)
        if length > TITLE_PREAMBLE:
            return None
        if _is_plain_title(lines, number, near=number >= end - TITLE_LINES):
            return _behind_words(lines, first, number)
    return None


def _is_plain_title(lines: Sequence[TextLine], number: int, *, near: bool) -> bool:
    """A line that names terms and says nothing; away from the first number only as a block of its own."""
    line = lines[number]
    if line.ends_sentence or not line.starts_block or len(line.text.split()) > LONGEST_TITLE or is_sentence(line.text):
        return False
    own = near or (number + 1 < len(lines) and lines[number + 1].starts_block)
    return own and _FULL_TITLE.match(line.text) is not None


def _behind_words(lines: Sequence[TextLine], first: int, number: int) -> int:
    """The first line of the rules and ornaments right above `number`."""
    while number > first and not any(c.isalnum() for c in lines[number - 1].text):
        number -= 1
    return number


def _over_lesser(unit: Unit, after: Unit) -> bool:
    """Without text of its own, over an unnumbered heading that is less prominent."""
    empty = after.line <= unit.body[0] and after.label is None
    return empty and unit.style is not None and after.style is not None and unit.style.above(after.style)
