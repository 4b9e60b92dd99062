"""Small raised numbers: before the sentences of a paragraph marks, no text; elsewhere raised characters.

Strategy: raised digits where a sentence begins, by the look or as characters of their own (`¹`), and only where they
count the paragraph's sentences from 1. A raised number alone is a power, cents, or a note typed by hand, and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.importing.docx.asides import Aside, Item
from app.importing.raised import raised_figures
from app.models.source import MarkKind, RunKind

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,2}")
_NUMBER = re.compile(r"\s*(\d{1,2})\s*$")
_LABEL = re.compile(r"\s*(?:§+\s*\d+\w?|\(?\d+(?:\.\d+)*[a-z]?[.)]{0,2}|\(?[a-zA-Z][.)]{1,2}|[IVX]+\.)(\s+)$")
_BEGINS = re.compile(r"(?:^|\n|[.!?:;][)\"“”»«']*)(\s*)$")
_FEWEST = 2
_LONGEST_LABEL = 12  # characters

_Found = tuple[int, int, int]  # from, to, number


def with_raised_numbers(items: list[Item]) -> list[Item]:
    """The items with the numbers of sentences as asides and other raised figures as characters of their own."""
    found = _without_sentence_numbers(items)
    if all(item.look.raised or not any(map(str.isalnum, item.text)) for item in found):
        return found
    return list(_raised_among_others(found))


def _raised_among_others(items: Iterable[Item]) -> Iterator[Item]:
    before = ""
    for item in items:
        text = raised_figures(item.text, before) if item.look.raised else item.text
        yield item if text == item.text else replace(item, text=text, kind=RunKind.REPAIRED)
        before = text or before


def _without_sentence_numbers(items: list[Item]) -> list[Item]:
    if not any(item.look.raised or _RAISED.search(item.text) for item in items if item.text):
        return items
    text = "".join(item.text for item in items)
    found = [span for first, last, number in sorted(_raised(items)) for span in _at_start(text, first, last, number)]
    if len(found) < _FEWEST or [number for *_, number in found] != list(range(1, len(found) + 1)):
        return items
    return list(_cut(items, found))


def _raised(items: Iterable[Item]) -> Iterator[_Found]:
    at = 0
    for item in items:
        digits = _NUMBER.match(item.text) if item.look.raised else None
        if digits:
            yield at + digits.start(1), at + digits.end(1), int(digits.group(1))
        else:
            for match in _RAISED.finditer(item.text):
                yield at + match.start(), at + match.end(), int(match.group().translate(_DIGITS))
        at += len(item.text)


def _at_start(text: str, first: int, last: int, number: int) -> Iterator[_Found]:
    """The number with the white space behind it, if a sentence begins there; a note's number ends one."""
    before = text[max(0, first - _LONGEST_LABEL) : first]
    begins = _BEGINS.search(before) or (_LABEL.match(before) if first < _LONGEST_LABEL else None)
    rest = text[last:].lstrip()
    if begins is None or not rest or not (rest[0].isalpha() or rest[0] in "„“»«\"'("):
        return
    spaced = bool(begins.group(1)) or first == 0
    if spaced or not text[last].isspace():
        yield first, len(text) - len(rest) if spaced else last, number


def _cut(items: Iterable[Item], found: Sequence[_Found]) -> Iterator[Item]:
    at, waiting = 0, list(reversed(found))
    for item in items:
        begun, end = at, at + len(item.text)
        while waiting and waiting[-1][0] < end:
            first, last, number = waiting[-1]
            if first >= at:
                yield from _part(item, begun, at, first)
                yield replace(item, text="", aside=Aside(MarkKind.SENTENCE_NUMBER, str(number)))
            at = min(last, end)
            if last > end:
                break
            waiting.pop()
        yield from _part(item, begun, at, end) if item.text else [item]
        at = end


def _part(item: Item, begun: int, first: int, last: int) -> Iterator[Item]:
    if last > first:
        yield replace(item, text=item.text[first - begun : last - begun], offset=item.offset + first - begun)
