"""From the items of a paragraph to lines with a look.

Strategy: a line break cuts a paragraph into lines; bold, italic and underlined are what nearly all letters are, the
size is the one most characters have. A bold beginning is measured apart, because run-in headings are told by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.importing.docx.asides import Item
from app.importing.docx.characters import BREAK
from app.importing.docx.styles import RunLook
from app.importing.textmap import Piece
from app.models.source import RunKind

_NEARLY_ALL = 0.9
_TAB_POINTS = 35.4  # Word's default tab stop, 1.25 cm
_SPACE_SHARE = 0.28  # of the size: how wide a space is


@dataclass(frozen=True, slots=True)
class LineLook:
    """What the characters of a line look like together; `lead` counts bold characters at the start."""

    bold: bool
    italic: bool
    underlined: bool
    size: float
    lead: int
    pushed: float  # points that leading tabs and spaces push the first character to the right


def lines_of(items: Iterable[Item]) -> list[list[Item]]:
    """The items between line breaks; lines may be blank."""
    lines: list[list[Item]] = [[]]
    for item in items:
        if item.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(item)
    return lines


def look_of(items: Sequence[Item]) -> LineLook:
    """The look of a line's characters; generated labels do not count."""
    own = [item for item in items if item.kind is not RunKind.GENERATED]
    letters = Counter[RunLook]()
    for item in own:
        letters[item.look] += _letters(item)
    bold = _nearly_all(letters, lambda look: look.bold)
    return LineLook(
        bold=bold,
        italic=_nearly_all(letters, lambda look: look.italic),
        underlined=_nearly_all(letters, lambda look: look.underlined),
        size=_size(own or items),
        lead=0 if bold else _bold_lead(items),
        pushed=_pushed(items),
    )


def pieces_of(items: Iterable[Item], part: str) -> list[Piece]:
    """The items as pieces of canonical text."""
    return [Piece(item.text, item.kind, part, item.element, item.offset) for item in items if item.text]


def _nearly_all(letters: Counter[RunLook], is_so: Callable[[RunLook], bool]) -> bool:
    """Whether (nearly) all letters look so; `letters` counts them by look."""
    total = letters.total()
    return total > 0 and sum(count for look, count in letters.items() if is_so(look)) >= _NEARLY_ALL * total


def _letters(item: Item) -> int:
    return sum(char.isalnum() for char in item.text)


def _size(items: Sequence[Item]) -> float:
    counts: Counter[float] = Counter()
    for item in items:
        counts[item.look.size] += len(item.text.strip())
    # Ties go to the larger size, so that the answer does not hang on the order of runs.
    return max(counts, key=lambda size: (counts[size], size), default=RunLook().size)


def _bold_lead(items: Sequence[Item]) -> int:
    """Characters of the bold beginning, a generated label before it included; white space at both ends is not."""
    text, has_bold = "", False
    for item in items:
        own = item.kind is not RunKind.GENERATED and bool(item.text.strip())
        if own and not item.look.bold:
            break
        has_bold |= own
        text += item.text
    return len(text.strip()) if has_bold else 0


def _pushed(items: Iterable[Item]) -> float:
    pushed = 0.0
    for item in items:
        lead = item.text[: len(item.text) - len(item.text.lstrip())]
        pushed += sum(_TAB_POINTS if char == "\t" else item.look.size * _SPACE_SHARE for char in lead)
        if len(lead) < len(item.text):
            break
    return pushed
