"""Where clauses and quotes stand on the pages: pure geometry between the analysis and the PDF view."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.models.analysis import Analysis, Severity
from app.models.source import Box
from app.ui.models.outline import worst_by_clause

_REACH = 3.0  # points round a line that still count as on it


@dataclass(frozen=True, slots=True)
class Overlay:
    """A clause's boxes on one page; `severity` None: nothing was found there, it is only for clicks.

    `tinted`: the severity its lines are tinted for. A clause that is only repeated has a bar, not a tint, because whole pages
    would be coloured.
    """

    clause: str
    severity: Severity | None
    boxes: tuple[Box, ...]
    tinted: Severity | None = None


def overlays_by_page(analysis: Analysis) -> dict[int, tuple[Overlay, ...]]:
    """All clauses of each page, in reading order."""
    worst, tinted = worst_by_clause(analysis), worst_by_clause(analysis, sections=False)
    found: defaultdict[int, list[Overlay]] = defaultdict(list)
    for clause in analysis.reading.clauses:
        pages: defaultdict[int, list[Box]] = defaultdict(list)
        for box in clause.boxes:
            pages[box.page].append(box)
        for page, boxes in pages.items():
            found[page].append(Overlay(clause.id, worst.get(clause.id), tuple(boxes), tinted.get(clause.id)))
    return {page: tuple(overlays) for page, overlays in found.items()}


def clause_at(overlays: tuple[Overlay, ...], x: float, y: float) -> str | None:
    """The clause with a line at a point of its page (in points)."""
    for overlay in overlays:
        for box in overlay.boxes:
            if box.x0 - _REACH <= x <= box.x1 + _REACH and box.top - _REACH <= y <= box.bottom + _REACH:
                return overlay.clause
    return None
