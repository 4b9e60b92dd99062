"""Text round the terms: privacy statements and the rest of a web page printed together with them.

Strategy: every time the outermost counter begins again, a new text begins. Such a text is left out only where it is
clearly a web page's privacy statement and another one is not. What follows the last paragraph of a text without any
sign of belonging to it, many times longer than every other paragraph, is the rest of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.nlp.segmentation.enumerations import own_text
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.outline import Unit

SURROUNDINGS = "surroundings"
TITLE = "title"
PRIVACY_DENSITY = 2.5  # privacy words in 1,000 characters; terms with a privacy clause stay far below
WEB_WORDS = 3  # different words of web technology; agreements on data processing have none
SITE_WORDS = 2  # mentions of the site or of the statement itself
FEWEST_UNITS = 8  # units that a text needs before one of them can be called far too long
TAIL_FACTOR = 4  # times the longest other paragraph
TAIL_LENGTH = 3000  # characters

TITLE_WORDS = re.compile(r"bedingungen\b|\bAGB\b|\b\w*vertrag$|\bordnung\b|vereinbarung$", re.IGNORECASE)
_TERMS = re.compile(r"AGB\b|Allgemeine\w*\s+\w*bedingungen\b", re.IGNORECASE)
_PRIVACY = re.compile(r"Datenschutz|personenbezogene|DS-?GVO|BDSG", re.IGNORECASE)
_SITE = re.compile(
    r"Datenschutzerklärung|Datenschutzhinweis|(?:unsere[rn]?|diese[rn]?) (?:Web|Internet)?(?:site|seiten?|auftritt|Homepage)\b",
    re.IGNORECASE,
)
_WEB = re.compile(r"Cookie|Browser|Log-?File|Server-Log|IP-Adresse|Newsletter|Tracking|Analytics|SSL", re.IGNORECASE)


def without_surroundings(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """The units (in reading order) with what is no part of the terms marked as such."""
    runs = _runs(units)
    texts = [_run_text(lines, units, start, end) for start, end in runs]
    private = [_is_privacy(text) for text in texts]
    found: list[Unit] = list(units[: runs[0][0]]) if runs else list(units)
    for (start, end), drop in zip(runs, private, strict=True):
        if drop and not all(private):
            found.append(_left_out(units[start].line))
        else:
            found.extend(_tail_cut(lines, [*units[start:end]], _line_after(lines, units, end)))
    return _titles_marked(lines, found)


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


def _is_privacy(text: str) -> bool:
    density = 1000 * len(_PRIVACY.findall(text)) / max(1, len(text))
    web = len({m.lower() for m in _WEB.findall(text)})
    return density >= PRIVACY_DENSITY and web >= WEB_WORDS and len(_SITE.findall(text)) >= SITE_WORDS


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
            return [*run, _left_out(number)]
    return run


def _left_out(line: int) -> Unit:
    return Unit(line, None, None, (line, 0), reason=SURROUNDINGS)


def _titles_marked(lines: Sequence[TextLine], units: list[Unit]) -> list[Unit]:
    """A heading that names the document right before its counter begins again, or over lesser headings, is a title."""
    for index in range(len(units) - 1):
        unit, after = units[index], units[index + 1]
        if unit.label is not None or not unit.has_heading or unit.reason:
            continue
        text = lines[unit.line].text
        begins = after.label is not None and after.level == 0 and after.numbers[-1] <= 1
        if (begins and TITLE_WORDS.search(text)) or (_TERMS.match(text) and _over_lesser(unit, after)):
            units[index] = replace(unit, reason=TITLE)
    return units


def _over_lesser(unit: Unit, after: Unit) -> bool:
    """Without text of its own, over an unnumbered heading that is less prominent."""
    empty = after.line <= unit.body[0] and after.label is None
    return empty and unit.style is not None and after.style is not None and unit.style.above(after.style)
