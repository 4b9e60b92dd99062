"""Figures in a row, and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.reporting.paper import Counts, Lines, Span, Style, Tone, plain
from app.reporting.pdf.area import BETWEEN, Area, Texts
from app.reporting.pdf.boxes import CHIP_HEIGHT, Box, CellBox, Chip, ChipsBox, RowBox, chip_width, row_height
from app.reporting.pdf.look import CELL, LEADING, LOOKS, SOFT, Look, ink
from app.reporting.tones import sign
from app.wording.numbers import NO_BREAK


class Figures:
    """Makes their boxes."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def counts(self, counts: Counts, area: Area) -> Iterator[Box]:
        row: list[Chip] = []
        used = 0.0
        for count, label, tone in counts.items:
            text = (Span(f"{count} {' '.join(label.split())}", tone, strong=True),)
            chip = self._chip(count, label, tone, area)
            if chip is None:  # too long for a chip
                yield from [self._chips(row, area)] if row else []
                yield from self._texts.text(text, LOOKS[Style.BODY], area)
                row, used = [], 0.0
                continue
            if row and used + chip_width(chip.text) > area.width:
                yield self._chips(row, area)
                row, used = [], 0.0
            row.append(chip)
            used += chip_width(chip.text) + 7
        if row:
            yield self._chips(row, area)
        yield self._texts.white(BETWEEN, area)

    def _chip(self, count: int, label: str, tone: Tone, area: Area) -> Chip | None:
        colour = ink(tone) if count else SOFT
        look = Look(size=8.5 * self._texts.set.factor, ink=colour)
        shown = f"{sign(tone)}{NO_BREAK} " if sign(tone) else ""
        text = (Span(shown), Span(f"{count} ", strong=True), Span(" ".join(label.split())))
        lines = self._texts.set.lines(text, look, area.width - 30)
        return Chip(lines[0], colour) if len(lines) == 1 else None

    def _chips(self, row: list[Chip], area: Area) -> ChipsBox:
        return ChipsBox(CHIP_HEIGHT + 6, sides=area.sides, chips=tuple(row), x=area.x)

    def lines(self, lines: Lines, area: Area) -> Iterator[Box]:
        """What is to be filled in by hand has room for it."""
        look = CELL.sized(area.factor * self._texts.set.factor)
        label_width = area.width * 0.28
        for label, value in lines.items:
            cells = (
                self._cell(label, replace(look, ink=SOFT), area.x, label_width),
                replace(self._cell(value, look, area.x + label_width + 8, area.width - label_width - 8), under=True),
            )
            empty = 26.0 if not value else 0.0
            yield RowBox(max(row_height(cells), empty), sides=area.sides, cells=cells)
        yield self._texts.white(BETWEEN, area)

    def _cell(self, text: str, look: Look, x: float, width: float) -> CellBox:
        lines = self._texts.set.lines(plain(text), look, width)
        return CellBox(x, width, tuple((0.0, look.size * LEADING, line) for line in lines))
