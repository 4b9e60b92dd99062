"""Boxes of pages that were read turned or levelled, back to the page as displayed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.importing.pdf.frame import transformed
from app.importing.pdf.geometry import RawPage
from app.models.source import Box, Ignored, Line, Mark, Run


def turned_lines(lines: tuple[Line, ...], raw: Sequence[RawPage]) -> tuple[Line, ...]:
    """The lines with their boxes as displayed."""
    turned = _turned(raw)
    return tuple(replace(line, box=_back(line.box, turned)) for line in lines) if turned else lines


def turned_runs(runs: tuple[Run, ...], raw: Sequence[RawPage]) -> tuple[Run, ...]:
    """The runs with their boxes as displayed."""
    turned = _turned(raw)
    return tuple(replace(run, box=_back(run.box, turned)) for run in runs) if turned else runs


def turned_marks(marks: tuple[Mark, ...], raw: Sequence[RawPage]) -> tuple[Mark, ...]:
    """The numbers of sentences and notes with their boxes as displayed."""
    turned = _turned(raw)
    return tuple(replace(mark, box=_back(mark.box, turned)) for mark in marks) if turned else marks


def turned_ignored(ignored: Iterable[Ignored], raw: Sequence[RawPage]) -> tuple[Ignored, ...]:
    """What was left out with its boxes as displayed."""
    turned = _turned(raw)
    return tuple(replace(item, box=_back(item.box, turned)) if turned else item for item in ignored)


def _turned(raw: Sequence[RawPage]) -> dict[int, RawPage]:
    return {page.page.number: page for page in raw if page.turn or page.to_page}


def _back(box: Box | None, turned: dict[int, RawPage]) -> Box | None:
    page = turned.get(box.page) if box is not None else None
    if box is None or page is None:
        return box
    if page.to_page:
        return Box(box.page, *transformed(page.to_page, (box.x0, box.top, box.x1, box.bottom)))
    width, height = page.page.width, page.page.height
    match page.turn:
        case 90:
            return Box(box.page, box.top, width - box.x1, box.bottom, width - box.x0)
        case 180:
            return Box(box.page, width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        case _:
            return Box(box.page, height - box.bottom, box.x0, height - box.top, box.x1)
