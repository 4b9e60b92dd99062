"""What an edit changes in the file: characters that go, text that comes, whole paragraphs that go or come.

Strategy: everything is decided and checked before anything is changed. Lines that go or come are paragraphs where the paragraph is
theirs alone and another one follows it (the mark of a last one cannot go); else the text goes and comes within the paragraphs there are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.importing.docx.names import Element, child, local, w
from app.importing.docx.origins import Stretch
from app.importing.repair import clean
from app.models.source import BlockKind
from app.reporting.copyresult import CopyReason
from app.reporting.redline.document import Document
from app.reporting.redline.matching import changes, paired
from app.reporting.redline.model import Edit, Refused
from app.reporting.redline.removing import removed, removed_with_paragraph
from app.reporting.redline.runs import UNWRITABLE
from app.reporting.redline.standing import Spot, spot
from app.reporting.redline.units import Unit, units

_BETWEEN = frozenset({"bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"})
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters that go and text that comes: behind the last of them, or at `spot` where none go."""

    cuts: tuple[Stretch, ...]
    text: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph that comes, beside one that it looks like, in the look of a run."""

    text: str
    beside: Element
    behind: bool
    look: Element | None


@dataclass(slots=True)
class Plan:
    """All of one edit. `reads`: canonical spans and what will be read there."""

    part: str
    changes: list[Change] = field(default_factory=list)
    gone: list[Element] = field(default_factory=list)
    new: list[NewParagraph] = field(default_factory=list)
    reads: list[tuple[int, int, str]] = field(default_factory=list)


def plan(document: Document, edit: Edit) -> Plan:
    """How to write an edit; Refused with the reason where that would do harm."""
    if document.protected:
        raise Refused(CopyReason.CHANGE_PROTECTED)
    text = unicodedata.normalize("NFC", edit.text)
    if UNWRITABLE.search(text):
        raise Refused(CopyReason.CHANGE_CHARACTERS)
    found = units(document, edit.spans)
    if len({unit.part for unit in found}) > 1:
        raise Refused(CopyReason.CHANGE_PARAGRAPHS)
    old = [document.source.text[unit.start : unit.end] for unit in found]
    new = [clean(line).strip() for line in text.split("\n") if line.strip()] or [""]
    if [line.split() for line in old] == [line.split() for line in new]:
        raise Refused(CopyReason.SAME_WORDING)
    return _Planner(document, found, old, new).plan()


@dataclass(slots=True)
class _Planner:
    document: Document
    units: list[Unit]
    old: list[str]
    new: list[str]
    made: Plan = field(init=False)
    _texts: dict[int, list[str]] = field(default_factory=dict)  # what the lines within each unit will be

    def __post_init__(self) -> None:
        self.made = Plan(self.units[0].part)

    def plan(self) -> Plan:
        """Pair the lines, then write down each unit's change."""
        last: int | None = None
        for old, new in paired(self.old, self.new):
            if old is None:
                self._add(self.new[new or 0], last)
                continue
            last = old
            if new is None:
                self._remove(old)
            else:
                self._texts.setdefault(old, []).append(self.new[new].removeprefix(self.units[old].label).strip())
        for number, lines in self._texts.items():
            self._within(number, "\n".join(lines))
        return self.made

    def _add(self, line: str, after: int | None) -> None:
        """A line that is new: behind a unit, or before the first."""
        unit = self.units[after or 0]
        behind = after is not None
        if unit.alone and not unit.shared and _may_stand_beside(unit.paragraph, behind=behind):
            look = self.document.element(unit.runs[-1 if behind else 0])
            self.made.new.append(NewParagraph(line, unit.paragraph, behind, look))
            at = _read_behind(self.document, unit) if behind else self._line_start(unit)
            self.made.reads.append((at, at, f"\n{line}\n"))
        else:
            self._texts.setdefault(after or 0, []).append(line)

    def _remove(self, number: int) -> None:
        """A line that goes, with its paragraph if nothing else is in it."""
        unit = self.units[number]
        if unit.shared:
            raise Refused(CopyReason.CHANGE_PARAGRAPHS)
        if not _may_go(unit):
            if unit.label:
                raise Refused(CopyReason.CHANGE_GENERATED)
            self._within(number, "")
            return
        if any(char.isalnum() for char in unit.label):
            raise Refused(CopyReason.CHANGE_GENERATED)
        self.made.changes.append(Change(tuple(removed_with_paragraph(self.document, unit)), ""))
        self.made.gone.append(unit.paragraph)
        self.made.reads.append((self._line_start(unit), unit.end, ""))

    def _within(self, number: int, text: str) -> None:
        unit = self.units[number]
        if text.split() == self.old[number].split():  # white space is the paragraph's own
            return
        if unit.shared:
            raise Refused(CopyReason.CHANGE_PARAGRAPHS)
        for hunk in changes(self.old[number], text):
            start, end = unit.start + hunk.a0, unit.start + hunk.a1
            new = text[hunk.b0 : hunk.b1]
            if new.isspace() and self.document.source.text[start:end].isspace():
                continue
            if start == end:
                self.made.changes.append(Change((), new, spot(self.document, unit, start)))
            else:
                self.made.changes.append(Change(tuple(removed(self.document, unit, start, end)), new))
        self.made.reads.append((unit.start, unit.end, text))

    def _line_start(self, unit: Unit) -> int:
        line = self.document.source.line_at(unit.start)
        return unit.start if line is None or line.label is None else line.label[0]


def _read_behind(document: Document, unit: Unit) -> int:
    """Where a paragraph behind this one is read: after the notes and text boxes that hang on this one."""
    source, at = document.source, unit.end
    for block in source.blocks:
        if block.start < at:
            continue
        run = next(iter(source.runs_in(block.start, block.end)), None)
        element = None if run is None or run.part != unit.part else document.element(run)
        hangs = element is not None and any(above is unit.paragraph for above in element.iterancestors())
        if run is None or not (hangs or block.kind is BlockKind.NOTE):
            return at
        at = block.end
    return at


def _may_go(unit: Unit) -> bool:
    """Whether the paragraph can be struck out with its mark: then what follows keeps its own look."""
    if not unit.alone or not _may_stand_beside(unit.paragraph, behind=True):
        return False
    return child(unit.paragraph, "pPr", "sectPr") is None and all(
        local(element) not in {"drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar", "sdt"}
        for element in unit.paragraph.iter()
    )


def _may_stand_beside(paragraph: Element, *, behind: bool) -> bool:
    """Whether a paragraph can come or go there without a trace: its mark is nobody's change, and a paragraph follows."""
    if any(child(paragraph, "pPr", "rPr", name) is not None for name in _TRACKED):
        return False
    if next(paragraph.iterancestors(w("sdt")), None) is not None:
        return False
    if child(paragraph, "pPr", "framePr") is not None or (behind and child(paragraph, "pPr", "sectPr") is not None):
        return False
    return not behind or _follows(paragraph.itersiblings())


def _follows(elements: Iterable[Element]) -> bool:
    for element in elements:
        if local(element) not in _BETWEEN and local(element):
            return bool(element.tag == w("p"))
    return False
