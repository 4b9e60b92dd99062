"""The characters of a line before it is written: white space as a browser sees it, small raised numbers, the line's look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.importing.html.look import Look
from app.importing.raised import raised_figures
from app.importing.repair import clean
from app.importing.textmap import Piece
from app.models.source import MarkKind, RunKind

_NEARLY_ALL: Final = 0.9
_SPACE: Final = r"\t\n\r\f\u00a0\u2000-\u200a\u202f\u3000"
_SPACES: Final = re.compile(rf"[ {_SPACE}]{{2,}}|[{_SPACE}]")  # all but a single blank
_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED: Final = re.compile(r"[⁰¹²³⁴-⁹]{1,2}")
_NOTE_SIGN: Final = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[a-z])[\])]?")
_NEAR: Final = 10  # items after a mark among which its sentence begins
_LONGEST_LABEL: Final = 12  # characters
_OPENING: Final = "„“\"»«'‚([§"


@dataclass(frozen=True, slots=True)
class Item:
    """Characters of one place: of an element of the page, or (`element` empty) of the file."""

    text: str
    element: str
    offset: int | None
    look: Look
    kind: RunKind = RunKind.EXACT


@dataclass(frozen=True, slots=True)
class Marked:
    """A small number taken out of a line; `at` counts characters of the line."""

    at: int
    text: str
    kind: MarkKind


def collapsed(text: str, element: str, offset: int, look: Look, *, after_space: bool) -> Iterator[Item]:
    """The items of a text node with white space collapsed; `after_space`: white space stands before it already."""
    at = len(text) - len(text.lstrip()) if after_space else 0
    for match in _SPACES.finditer(text, at):
        if match.start() > at:
            yield Item(text[at : match.start()], element, offset + at, look)
        yield Item(" ", element, offset + match.start(), look, RunKind.REPAIRED)
        at = match.end()
    if at < len(text):
        yield Item(text[at:], element, offset + at, look)


def without_marks(items: Sequence[Item]) -> tuple[list[Item], list[Marked]]:
    """The items without the numbers of sentences and notes, and these; other raised figures stay text.

    A sentence's number stands before a word at the beginning of a line or after a space, a note's is a link to the note.
    """
    found: list[Item] = []
    marks: list[Marked] = []
    parts = [part for item in items for part in _split(item)]
    after_mark, length = False, 0
    for index, part in enumerate(parts):
        kind = _mark_kind(part, found, parts, index) if part.look.raised else None
        if kind is not None:
            marks.append(Marked(length, part.text.strip().translate(_DIGITS), kind))
        for own in () if kind is not None else _without_second_space(part, found) if after_mark else (part,):
            found.append(own)
            length += len(clean(own.text) if length else clean(own.text).lstrip())
        after_mark = kind is not None
    return found if marks else list(items), marks


def with_raised_figures(items: Sequence[Item]) -> list[Item]:
    """The items with figures that are raised among others as characters of their own."""
    if all(item.look.raised or not any(map(str.isalnum, item.text)) for item in items):
        return list(items)
    found: list[Item] = []
    for item in items:
        before = found[-1].text if found else ""
        text = raised_figures(item.text, before) if item.look.raised else item.text
        found.append(item if text == item.text else replace(item, text=text, kind=RunKind.REPAIRED))
    return found


def _without_second_space(item: Item, before: Sequence[Item]) -> Iterator[Item]:
    """Where a mark was taken out, the space before and the one after it meet."""
    is_second = not before or before[-1].text[-1:].isspace()
    text = item.text.lstrip(" ") if is_second else item.text
    if text:
        yield replace(item, text=text, offset=_moved(item.offset, len(item.text) - len(text)))


def _split(item: Item) -> Iterator[Item]:
    """Signs that are small raised digits by themselves are items by themselves."""
    if item.look.raised or not _RAISED.search(item.text):
        yield item
        return
    at = 0
    for match in _RAISED.finditer(item.text):
        yield from _part(item, at, match.start())
        yield replace(
            item, text=match.group(), offset=_moved(item.offset, match.start()), look=replace(item.look, raised=True)
        )
        at = match.end()
    yield from _part(item, at, len(item.text))


def _part(item: Item, start: int, end: int) -> Iterator[Item]:
    if end > start:
        yield replace(item, text=item.text[start:end], offset=_moved(item.offset, start))


def _moved(offset: int | None, by: int) -> int | None:
    return None if offset is None else offset + by


def _mark_kind(item: Item, before: Sequence[Item], parts: Sequence[Item], index: int) -> MarkKind | None:
    text = item.text.strip().translate(_DIGITS)
    if item.kind is RunKind.GENERATED or not _NOTE_SIGN.fullmatch(text):
        return None
    if item.look.anchor:
        return MarkKind.FOOTNOTE
    after = (parts[i].text for i in range(index + 1, min(len(parts), index + _NEAR)))
    follows = next((text.lstrip()[:1] for text in after if text.strip()), "")
    last = next((other for other in reversed(before) if other.text), None)
    starts = last is None or last.text[-1].isspace() or last.kind is RunKind.GENERATED
    printed = "".join(other.text for other in before[-_NEAR:]).rstrip()
    if printed[-1:].isdigit() and len(printed) > _LONGEST_LABEL:
        return None  # cents or a power set apart
    begins_word = bool(follows) and (follows.isupper() or follows in _OPENING)
    return MarkKind.SENTENCE_NUMBER if text.isdecimal() and starts and begins_word else None


# --- look -------------------------------------------------------------------------------------------------------------------


def share(items: Iterable[Item], is_so: Callable[[Look], bool]) -> bool:
    """Whether (nearly) all letters and digits look so."""
    counted = [(sum(map(str.isalnum, item.text)), item.look) for item in items if item.kind is not RunKind.GENERATED]
    total = sum(count for count, _ in counted)
    return total > 0 and sum(count for count, look in counted if is_so(look)) >= total * _NEARLY_ALL


def size_of(items: Iterable[Item]) -> float | None:
    """The size most characters have; of two the larger."""
    counts: Counter[float] = Counter()
    for item in items:
        counts[item.look.size] += len(item.text.strip())
    return max(counts, key=lambda size: (counts[size], size), default=None)


def bold_lead(items: Iterable[Item]) -> int:
    """Characters of the bold beginning, a printed number before it included."""
    text, has_bold = "", False
    for item in items:
        own = item.kind is not RunKind.GENERATED and bool(item.text.strip())
        if own and not item.look.bold:
            break
        has_bold |= own
        text += item.text
    return len(clean(text).strip()) if has_bold else 0


def pieces(items: Iterable[Item]) -> list[Piece]:
    """The items as pieces of canonical text."""
    return [Piece(item.text, item.kind, None, item.element or None, item.offset) for item in items]
