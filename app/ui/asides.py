"""The parts of a file that are no part of what was checked, each with its place: what the list leads to and pages veil.

Strategy: the report's own lists (unread pages, unchecked parts, surroundings, ignored text) as one sequence in that order, so
that a number names a part. Boxes of text are computed when somebody wants to see them, because clauses without a rule are many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.analysis import Analysis, Finding, FindingKind
from app.models.reading import NotAnalysed
from app.models.source import Box, Ignored, IgnoredReason, Page, SourceDocument, Span
from app.reporting.ledger import not_checked, surroundings

KEY = "aside:"
_CLAUSES = ("no_reference", "no_rule", "not_applicable")  # clauses that were read as such: they are listed, not veiled


@dataclass(frozen=True, slots=True)
class Aside:
    """One part: `not_analysed` a part of the text (or a page), `ignored` text that is no part of it."""

    key: str
    part: NotAnalysed | Ignored

    @property
    def veiled(self) -> bool:
        """Whether pages mark it as left out; hidden text is marked as a finding instead."""
        if isinstance(self.part, Ignored):
            return self.part.reason is not IgnoredReason.HIDDEN
        return self.part.reason not in _CLAUSES


def asides(analysis: Analysis) -> tuple[Aside, ...]:
    """All parts: unread and unchecked ones, surroundings, ignored text."""
    parts: tuple[NotAnalysed | Ignored, ...] = (
        *not_checked(analysis),
        *surroundings(analysis),
        *analysis.reading.source.ignored,
    )
    return tuple(Aside(f"{KEY}{number}", part) for number, part in enumerate(parts))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: boxes on pages, or spans of the text (empty where it is not printed)."""

    boxes: tuple[Box, ...] = ()
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.boxes or self.spans)


def spot(part: NotAnalysed | Ignored, source: SourceDocument) -> Spot:
    """The place of a part; nothing where the file does not tell."""
    if isinstance(part, NotAnalysed):
        boxes = source.boxes(part.spans) or (() if part.spans else _whole(part.page, source.pages))
        return Spot(boxes, part.spans)
    if part.box is not None:
        return Spot((_on_paper(part.box, source.pages),))
    if part.at is not None:
        return Spot((), ((part.at, part.at),))
    return Spot(_whole(part.page, source.pages), _paragraph(part.paragraph, source))


def hidden_parts(finding: Finding, source: SourceDocument) -> tuple[Ignored, ...]:
    """The hidden text a finding tells of, in pieces as they were read."""
    if finding.kind is not FindingKind.HIDDEN_TEXT:
        return ()
    quote = str(finding.params.get("quote", ""))
    hidden = [item for item in source.ignored if _told(item, finding)]
    for first in range(len(hidden)):
        for last in range(first + 1, len(hidden) + 1):
            joined = " ".join(item.text.strip() for item in hidden[first:last]).strip()
            if joined == quote:
                return tuple(hidden[first:last])
            if not quote.startswith(joined):
                break
    return ()


def finding_spot(finding: Finding | None, source: SourceDocument) -> Spot:
    """Where a finding's hidden text stands; nothing for other findings."""
    spots = [spot(part, source) for part in hidden_parts(finding, source)] if finding else []
    return Spot(tuple(b for s in spots for b in s.boxes), tuple(a for s in spots for a in s.spans))


def _told(item: Ignored, finding: Finding) -> bool:
    return item.reason is IgnoredReason.HIDDEN and item.cause == finding.params.get("cause")


def whole_page(number: int, source: SourceDocument) -> Spot:
    """A page as a place."""
    return Spot(_whole(number, source.pages))


def _whole(page: int | None, pages: Sequence[Page]) -> tuple[Box, ...]:
    found = next((p for p in pages if p.number == page), None)
    return (Box(found.number, 0.0, 0.0, found.width, found.height),) if found else ()


def _on_paper(box: Box, pages: Sequence[Page]) -> Box:
    """The box, moved to the edge of its page where it lies beyond it: off the sheet nobody can look."""
    page = next((p for p in pages if p.number == box.page), None)
    if page is None:
        return box
    x0, x1 = (min(max(0.0, x), page.width) for x in (box.x0, box.x1))
    top, bottom = (min(max(0.0, y), page.height) for y in (box.top, box.bottom))
    return Box(box.page, x0, top, x1, bottom)


def _paragraph(number: int | None, source: SourceDocument) -> tuple[Span, ...]:
    """The paragraph an ignored text of Word or a web page belongs to."""
    found = next((b for b in source.blocks if b.paragraph == number), None) if number is not None else None
    return ((found.start, found.end),) if found else ()
