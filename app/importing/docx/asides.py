"""What stands at a place of the text and is no part of it: hidden and deleted text, marks of notes and comments.

Strategy: an aside travels among the characters of its paragraph as an item without characters, so that its place in the
canonical text is known once these are written, whatever was repaired or trimmed around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.importing.docx.names import Element, local, w
from app.importing.docx.styles import RunLook
from app.models.source import IgnoredReason, MarkKind, Run, RunKind

_QUIET = tuple(
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    )
)
_OF_MARKS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class Aside:
    """`text` is what was set aside, or the own mark of a note. `reference`: the element that names note or comment."""

    reason: IgnoredReason | MarkKind
    text: str = ""
    cause: str = ""
    author: str = ""
    reference: Element | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Characters of one run, a line break (`text` is BREAK), or an aside (no text)."""

    text: str
    element: str
    offset: int
    look: RunLook
    kind: RunKind = RunKind.EXACT
    aside: Aside | None = None


def quiet_changes(root: Element) -> int:
    """Tracked changes that are not met as text: of format, and of the marks of paragraphs, rows and cells."""
    above = (mark.getparent() for mark in root.iter(*_OF_MARKS))
    marks = sum(parent is not None and local(parent) in {"rPr", "trPr", "numPr"} for parent in above)
    return marks + sum(1 for _ in root.iter(*_QUIET))


def hidden(items: Iterable[Item], cause: str, reason: IgnoredReason = IgnoredReason.HIDDEN) -> list[Item]:
    """The items with their characters set aside."""
    return [replace(item, text="", aside=Aside(reason, item.text, cause)) if item.text else item for item in items]


def aside_items(items: Iterable[Item]) -> list[Item]:
    """Only the asides."""
    return [item for item in items if item.aside is not None]


def placed(items: Iterable[Item], runs: Sequence[Run], start: int) -> Iterator[tuple[Aside, int]]:
    """The asides among `items` with their places; `runs` are what became of the others, `start` is where they begin."""
    at, index = start, 0
    for item in items:
        if item.aside is not None:
            leads = item.aside.reason is MarkKind.SENTENCE_NUMBER and index < len(runs)
            yield item.aside, runs[index].start if leads else at
            continue
        while index < len(runs) and _came_from(runs[index], item):
            at = runs[index].end
            index += 1


def _came_from(run: Run, item: Item) -> bool:
    if run.element != item.element or run.offset is None:
        return False
    return item.offset <= run.offset < item.offset + max(1, len(item.text))


def joined(asides: Iterable[tuple[Aside, int]]) -> list[tuple[Aside, int]]:
    """Neighbours of one kind at one place are one."""
    found: list[tuple[Aside, int]] = []
    for aside, at in asides:
        if found and _alike(found[-1][0], aside) and found[-1][1] == at:
            found[-1] = (replace(aside, text=found[-1][0].text + aside.text), at)
        else:
            found.append((aside, at))
    return found


def _alike(one: Aside, other: Aside) -> bool:
    """Both of text, set aside for one reason."""
    plain = one.reference is None and other.reference is None
    return plain and (one.reason, one.cause, one.author) == (other.reason, other.cause, other.author)
