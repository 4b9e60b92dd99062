"""What the scroll bar beside the pages tells: findings, hits of the search, the selected clause, each at its height.

Strategy: heights of findings and hits are computed when they or the layout change, not when another clause is selected.
"""

from __future__ import annotations

from app.models.source import Span
from app.ui.overlays import BarPlace
from app.ui.page_layout import PageLayout
from app.ui.views.marked_scroll_bar import Mark, MarkKind
from app.ui.views.pdf_marks import PdfMarks

_DIGITS = 3  # a thousandth of the document is less than a pixel of the bar: there are no more marks than that


class BarMarks:
    """Of one view."""

    def __init__(self, marks: PdfMarks) -> None:
        self._marks = marks
        self._places: tuple[BarPlace, ...] = ()
        self._findings: tuple[Mark, ...] = ()
        self._hits: tuple[Mark, ...] = ()
        self._found_for: tuple[object, object] = (None, None)  # the objects they were computed for
        self._hit_for: tuple[object, object] = (None, None)

    def show_places(self, places: tuple[BarPlace, ...]) -> None:
        """The clauses with findings."""
        self._places = places

    def of(self, layout: PageLayout, hit_tip: str) -> tuple[Mark, ...]:
        """All marks for pages that lie so."""
        marks = self._marks
        if not _same(self._found_for, (layout, self._places)):
            self._found_for = layout, self._places
            self._findings = tuple(
                Mark(_position(layout, p.page, p.top), MarkKind.of(p.severity), p.tip, p.clause) for p in self._places
            )
        if not _same(self._hit_for, (layout, marks.hits)):
            self._hit_for = layout, marks.hits
            heights = sorted({round(self._height(layout, hit), _DIGITS) for hit in marks.hits})
            self._hits = tuple(Mark(height, MarkKind.HIT, hit_tip) for height in heights)
        return (*self._findings, *self._hits, *self._current(layout, hit_tip), *self._selected(layout))

    def _height(self, layout: PageLayout, hit: Span) -> float:
        box = self._marks.text.word_box(hit[0])
        return _position(layout, box.page, box.top) if box else 0.0

    def _current(self, layout: PageLayout, tip: str) -> tuple[Mark, ...]:
        marks = self._marks
        if marks.current is None or not 0 <= marks.current < len(marks.hits):
            return ()
        return (Mark(self._height(layout, marks.hits[marks.current]), MarkKind.CURRENT_HIT, tip),)

    def _selected(self, layout: PageLayout) -> tuple[Mark, ...]:
        box = self._marks.first_box(self._marks.clause)
        return (Mark(_position(layout, box.page, box.top), MarkKind.SELECTED),) if box else ()


def _same(known: tuple[object, object], now: tuple[object, object]) -> bool:
    """Whether both are the very same: comparing what is in them would take longer."""
    return known[0] is now[0] and known[1] is now[1]


def _position(layout: PageLayout, page: int, top: float) -> float:
    if not 0 < page <= len(layout.pages):
        return 0.0
    placed = layout.pages[page - 1]
    return (placed.y + top * placed.scale) / max(1, layout.height)
