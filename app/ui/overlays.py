"""Where clauses and what was found about them stand on the pages: pure geometry between the analysis and the PDF view.

The first line of a clause carries the signs of its kinds of findings, at the side where no other text stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.models.analysis import Analysis, Finding, FindingKind, Severity
from app.models.source import Box, Page
from app.ui.models.outline import clause_name, marked_clauses, worst_by_clause
from app.wording.lang import Lang
from app.wording.terms import term

_REACH = 3.0  # points round a line that still count as on it
_SIGNS_REACH = 30.0  # points beside the first line where its signs may stand
_SIGN_HEIGHT = 14.0  # points that must be free for a sign
_MOST_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Overlay:
    """A clause's boxes on one page; `severity` None: nothing was found there, it is only for clicks.

    `tinted`: the severity its lines are tinted for. A clause that is only repeated has a bar, not a tint, because whole pages
    would be coloured. `kinds`: of its findings, worst first, on the page where it begins; `room`: points free to the left and to the
    right of its first line.
    """

    clause: str
    severity: Severity | None
    boxes: tuple[Box, ...]
    tinted: Severity | None = None
    kinds: tuple[FindingKind, ...] = ()
    room: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class BarPlace:
    """Where the scroll bar tells of a clause with findings: height in points on a page."""

    page: int
    top: float
    severity: Severity
    tip: str
    clause: str


def overlays_by_page(analysis: Analysis) -> dict[int, tuple[Overlay, ...]]:
    """All clauses of each page, in reading order."""
    worst, tinted = worst_by_clause(analysis), worst_by_clause(analysis, sections=False)
    kinds = {clause: _kinds(findings) for clause, findings in findings_by_clause(analysis).items()}
    found: defaultdict[int, list[Overlay]] = defaultdict(list)
    for clause in analysis.reading.clauses:
        pages: defaultdict[int, list[Box]] = defaultdict(list)
        for box in clause.boxes:
            pages[box.page].append(box)
        for number, (page, boxes) in enumerate(pages.items()):
            signs = kinds.get(clause.id, ()) if number == 0 else ()
            found[page].append(
                Overlay(clause.id, worst.get(clause.id), tuple(boxes), tinted.get(clause.id), kinds=signs)
            )
    sizes = {page.number: page for page in analysis.reading.source.pages}
    return {page: tuple(_with_room(overlays, sizes.get(page))) for page, overlays in found.items()}


def findings_by_clause(analysis: Analysis) -> dict[str, tuple[Finding, ...]]:
    """The findings on each clause, worst first."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(analysis.findings, key=lambda f: f.severity.rank):
        for clause in marked_clauses(finding):
            found[clause].append(finding)
    return {clause: tuple(findings) for clause, findings in found.items()}


def bar_places(analysis: Analysis, lang: Lang) -> tuple[BarPlace, ...]:
    """The clauses with findings, in reading order."""
    return tuple(_bar_places(analysis, worst_by_clause(analysis), lang))


def clause_at(overlays: tuple[Overlay, ...], x: float, y: float) -> str | None:
    """The clause with a line, or else with a sign, at a point of its page (in points)."""
    for overlay in overlays:
        for box in overlay.boxes:
            if box.x0 - _REACH <= x <= box.x1 + _REACH and box.top - _REACH <= y <= box.bottom + _REACH:
                return overlay.clause
    return next((o.clause for o in overlays if o.kinds and _beside(o, x, y)), None)


def _beside(overlay: Overlay, x: float, y: float) -> bool:
    box, (left, right) = overlay.boxes[0], overlay.room
    reach = box.x0 - min(left, _SIGNS_REACH), box.x1 + min(right, _SIGNS_REACH)
    return reach[0] <= x <= reach[1] and box.top - _REACH <= y <= max(box.bottom, box.top + _SIGN_HEIGHT)


def _kinds(findings: tuple[Finding, ...]) -> tuple[FindingKind, ...]:
    return tuple(dict.fromkeys(finding.kind for finding in findings))[:_MOST_SIGNS]


def _with_room(overlays: list[Overlay], page: Page | None) -> Iterator[Overlay]:
    boxes = [box for overlay in overlays for box in overlay.boxes]
    width = page.width if page else max(box.x1 for box in boxes)
    for overlay in overlays:
        yield replace(overlay, room=_room(overlay.boxes[0], boxes, width)) if overlay.kinds else overlay


def _room(line: Box, boxes: list[Box], width: float) -> tuple[float, float]:
    """Between a line and what stands beside it and where its signs would hang down."""
    low = max(line.bottom, line.top + _SIGN_HEIGHT)
    near = [box for box in boxes if box.top < low and box.bottom > line.top]
    left = max((box.x1 for box in near if box.x1 <= line.x0 + 1), default=0.0)
    right = min((box.x0 for box in near if box.x0 >= line.x1 - 1), default=width)
    return max(0.0, line.x0 - left), max(0.0, right - line.x1)


def _bar_places(analysis: Analysis, worst: Mapping[str, Severity], lang: Lang) -> Iterator[BarPlace]:
    for clause in analysis.reading.clauses:
        severity, box = worst.get(clause.id), next(iter(clause.boxes), None)
        if severity is not None and box is not None:
            tip = f"{term('severity', severity.value, lang)} · {clause_name(clause)}"
            yield BarPlace(box.page, box.top, severity, tip, clause.id)
