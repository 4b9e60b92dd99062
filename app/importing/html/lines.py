"""Gathers the characters of a page into lines and blocks and writes them into the text map.

Strategy: a line is open until it is broken or its block ends; numbers of list items and labels from a table's cell wait until
the text they stand before comes. Within a data row nothing breaks: its cells are one line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.importing.html import inline
from app.importing.html.inline import Item
from app.importing.html.look import Look
from app.importing.textmap import TextMap
from app.models.source import BlockKind, Line, Mark, RunKind

_LINE_HEIGHT: Final = 1.2  # of the size


@dataclass(frozen=True, slots=True)
class Label:
    """What waits for the text it stands before. `generated`: printed by the browser; `counts`: a number, no bullet."""

    items: tuple[Item, ...]
    owner: object
    generated: bool = True
    level: int | None = None
    counts: bool = True


class LineWriter:
    """The open line and what stands above it. `style` is the name that the next lines get."""

    def __init__(self, textmap: TextMap) -> None:
        self.marks: list[Mark] = []
        self.style = ""
        self.in_row = False
        self._map = textmap
        self._items: list[Item] = []
        self._pending: list[Label] = []
        self._in_block = False
        self._blank_lines = 0
        self._margin = 0.0

    @property
    def is_blank(self) -> bool:
        """Whether nothing is to be printed yet in the open line."""
        return not any(item.text.strip() for item in self._items)

    @property
    def after_space(self) -> bool:
        """Whether white space that comes now is of no effect."""
        return not self._items or self._items[-1].text[-1:].isspace()

    @property
    def paragraph(self) -> int:
        """Number of the block that is written now or next."""
        return len(self._map.blocks) + 1

    def add(self, items: Iterable[Item]) -> None:
        """More characters."""
        self._items.extend(items)

    def space(self) -> None:
        """White space that no text node holds."""
        if not self.after_space:
            last = self._items[-1]
            self._items.append(Item(" ", last.element, None, last.look, RunKind.GENERATED))

    def cell(self, path: str, look: Look) -> None:
        """Between two cells of a data row."""
        while self._items and not self._items[-1].text.strip(" "):
            self._items.pop()
        self._items.append(Item("\t", path, None, look, RunKind.GENERATED))

    def break_line(self, *, full: bool = False) -> None:
        """A line ends; of two breaks the second ends the paragraph. `full`: only for want of room."""
        if self.in_row:
            self.space()
        elif self.is_blank:
            self._items.clear()
            self._blank_lines += 1
            self._close()
        else:
            self._write_line(full=full)

    def end_block(self, margin: float) -> None:
        """At both ends of a block; `margin` in ems. What came before is a block of its own."""
        if self.in_row:
            self.space()
            return
        if self.is_blank:
            self._items.clear()
        else:
            self._write_line()
        self._close()
        self._margin = max(self._margin, margin)

    def end_row(self, table: int | None) -> None:
        """The data row's line is written."""
        self.in_row = False
        items, self._items = self._items, []
        if any(item.text.strip() for item in items):
            self._put(items, 0, None)
            self._close(BlockKind.TABLE_ROW, table)

    # --- labels ---------------------------------------------------------------------------------------------------------

    def wait(self, label: Label) -> None:
        """Before the next text."""
        self._pending.append(label)

    def hold_as_label(self, owner: object) -> None:
        """The open line is the label of what comes next."""
        tab = Item("\t", self._items[-1].element, None, self._items[-1].look, RunKind.GENERATED)
        self._pending.append(Label((*self._items, tab), owner, generated=False))
        self._items = []

    def owner_ends(self, owner: object) -> None:
        """An item without text shows its number; a bullet alone is white space."""
        if any(label.owner is owner for label in self._pending):
            self.flush_labels()

    def flush_labels(self) -> None:
        """Numbers that found no text are printed alone."""
        labels, self._pending = self._pending, []
        items = [item for label in labels for item in label.items]
        if any(label.counts for label in labels):
            self._put(items, _printed(labels), None)
            self._close()

    # --- writing --------------------------------------------------------------------------------------------------------

    def _write_line(self, *, full: bool = False) -> None:
        labels, self._pending = self._pending, []
        before = [item for label in labels for item in label.items]
        level = next((label.level for label in reversed(labels) if label.generated), None)
        self._put([*before, *self._items], _printed(labels), level, full=full)

    def _put(self, items: list[Item], label: int, level: int | None, *, full: bool = False) -> None:
        self._items = []
        found, marks = inline.without_marks(items)
        look = replace(self._line(found, level), full=full)
        line = self._map.write_line(inline.pieces(inline.with_raised_figures(found)), look, label=label)
        if line is not None:
            self.marks += [Mark(line.start + mark.at, mark.text, mark.kind) for mark in marks]
            self._in_block, self._blank_lines, self._margin = True, 0, 0.0

    def _line(self, items: list[Item], level: int | None) -> Line:
        own = [item for item in items if item.kind is not RunKind.GENERATED] or items
        first = own[0].look if own else Look()
        bold = inline.share(own, lambda look: look.bold)
        return Line(
            *(0, 0, 0),
            x0=first.indent,
            size=inline.size_of(own),
            bold=bold,
            italic=inline.share(own, lambda look: look.italic),
            underlined=inline.share(own, lambda look: look.underlined),
            bold_lead=0 if bold else inline.bold_lead(items),
            centered=first.centered,
            gap=self._gap(),
            style=self.style,
            outline=first.outline,
            list_level=level,
        )

    def _gap(self) -> float | None:
        """In line heights; None at the top."""
        if not self._map.lines:
            return None
        return 0.0 if self._in_block else round(self._blank_lines + self._margin / _LINE_HEIGHT, 2)

    def _close(self, kind: BlockKind = BlockKind.PARAGRAPH, table: int | None = None) -> None:
        self._map.close_block(kind, table)
        self._in_block = False


def _printed(labels: list[Label]) -> int:
    """Characters of the printed numbers, the last one's tab not included; 0 where a typed label comes first."""
    if not labels or not labels[0].generated:
        return 0
    return sum(len(item.text) for label in labels if label.generated for item in label.items) - 1
