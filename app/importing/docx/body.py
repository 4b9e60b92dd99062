"""Walks the body of a Word document in reading order and writes the canonical text.

Strategy: one pass. Paragraphs get their automatic number as a generated run before their text; an empty paragraph is
white space; a paragraph whose mark is deleted flows into the next one, as after accepting the change; text boxes
are read after the paragraph they are anchored in. Tables: see `tables`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from app.importing.docx.drawings import Drawn
from app.importing.docx.inline import BREAK, Inline, InlineReader, Item, deleted_text, mark_is
from app.importing.docx.layout import LineLook, lines_of, look_of, pieces_of
from app.importing.docx.names import ALTERNATE, DELETED, Element, alternative, holds_text, local, steps, texts_below, w
from app.importing.docx.numbering import Counters, Numbering, Place, suffix
from app.importing.docx.styles import Styles
from app.importing.docx.tables import MAX_DEPTH, Cell, Row, paragraphs, places_text, rows
from app.importing.repair import clean
from app.importing.textmap import TextMap
from app.models.source import BlockKind, Ignored, IgnoredReason, Line, RunKind
from app.progress import Progress

_PARAGRAPH, _TABLE = w("p"), w("tbl")
_TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_FOREIGN = frozenset({w("altChunk"), w("subDoc")})
_LINE_HEIGHT = 1.2  # of the size
_PROGRESS_EVERY = 50  # paragraphs, empty ones too: cancelling must work in a file of nothing but them
_HALF_WAY = 500  # paragraphs: progress stands at one half


@dataclass(slots=True)
class Findings:
    """What was met on the way and belongs into notes: counts, and texts that were set aside."""

    ignored: list[Ignored] = field(default_factory=list)
    changes: int = 0
    symbols: int = 0
    drawn: Drawn = field(default_factory=Drawn)
    too_deep: bool = False
    texts_lost: int = 0


@dataclass(frozen=True, slots=True)
class _Content:
    """A paragraph ready to be written."""

    element: Element
    items: list[Item]
    place: Place | None
    boxes: list[tuple[Element, str]]

    @property
    def blank(self) -> bool:
        return not any(item.text.strip() for item in self.items)


class BodyReader:
    """Reads one part into a text map. `findings` and `counters` tell afterwards what was met."""

    def __init__(
        self, part: str, root: Element, styles: Styles, numbering: Numbering, textmap: TextMap, progress: Progress
    ) -> None:
        self.findings = Findings()
        self.counters = Counters()
        self._part = part
        self._styles = styles
        self._numbering = numbering
        self._map = textmap
        self._progress = progress
        self._inline = InlineReader(root, styles)
        self._carried: list[Item] = []  # text of paragraphs whose mark is deleted
        self._carried_boxes: list[tuple[Element, str]] = []
        self._cell_label: list[Item] = []  # a label from the cell before
        self._tables = self._seen = 0
        self._blank_lines = 0
        self._space_after = 0.0

    def read(self, body: Element) -> None:
        """Write the whole body."""
        self._blocks(body, local(body), 0)
        self._flush_carried(0)
        # Whoever writes Word files finds ways that no reader foresaw: what was not come by is at least told of.
        self.findings.texts_lost = max(0, texts_below(body) - self._inline.texts)

    def _blocks(self, parent: Element, path: str, depth: int) -> None:
        for element, where in steps(parent, path):
            tag = element.tag
            if tag == _PARAGRAPH:
                self._paragraph(element, where, depth)
            elif tag == _TABLE:
                self._flush_carried(depth)
                self._table(element, where, depth + 1)
            elif tag in _TRANSPARENT:
                self._blocks(element, where, depth)
            elif tag == ALTERNATE:
                chosen, chosen_path = alternative(element, where)
                if chosen is not None:
                    self._blocks(chosen, chosen_path, depth)
            elif tag in DELETED:
                self._set_aside(IgnoredReason.DELETED, [deleted_text(element)])
            elif tag in _FOREIGN:
                self.findings.drawn.embedded += 1
            elif holds_text(element):  # a wrapper of whatever name
                has_blocks = next(element.iter(_PARAGRAPH, _TABLE), None) is not None
                (self._blocks if has_blocks else self._paragraph)(element, where, depth)

    # --- paragraphs ---------------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, path: str, depth: int) -> None:
        content = self._content(paragraph, path)
        if content is None:
            return
        if content.blank or _is_empty_bullet(content):
            self._blank_lines += 1
        else:
            self._write_paragraph(content)
        self._boxes(content.boxes, depth)

    def _flush_carried(self, depth: int) -> None:
        """Nothing follows that the carried text could flow into: it is a paragraph of its own."""
        items, boxes = self._carried, self._carried_boxes
        self._carried, self._carried_boxes = [], []
        if any(item.text.strip() for item in items):
            self._write_row(_unbroken(items), None)
        self._boxes(boxes, depth)

    def _content(self, paragraph: Element, path: str) -> _Content | None:
        """The paragraph's items with its number; None if it flows into the next paragraph."""
        self._report()
        inline = self._inline.read(paragraph, path)
        self._note(inline)
        if mark_is(paragraph, "del"):
            self._carried.extend(inline.items)
            self._carried_boxes.extend(inline.drawn.boxes)
            self.findings.changes += 1
            return None
        items, boxes = [*self._carried, *inline.items], [*self._carried_boxes, *inline.drawn.boxes]
        self._carried, self._carried_boxes = [], []
        place = self._numbering.place(paragraph)
        if place is not None:
            items = [*self._label(paragraph, path, place), *items]
        return _Content(paragraph, items, place, boxes)

    def _label(self, paragraph: Element, path: str, place: Place) -> list[Item]:
        label = clean(self.counters.next_label(place))
        if not label:
            return []
        look = self._styles.run_look(None, self._styles.of_paragraph(paragraph))
        # A suffix of nothing leaves label and text glued together; Word's users put the space into the label.
        space = suffix(place) or " "
        return [Item(text, path, 0, look, RunKind.GENERATED) for text in (label, space)]

    def _write_paragraph(self, content: _Content) -> None:
        items = [*self._cell_label, *content.items]
        self._cell_label = []
        before, after = self._styles.spacing(content.element)
        space = max(before, self._space_after)
        for group in _groups(lines_of(items)):
            self._write_group(content, group, space)
            self._blank_lines, space = 1, 0.0
        self._blank_lines, self._space_after = 0, after

    def _write_group(self, content: _Content, lines: Sequence[Sequence[Item]], space: float) -> None:
        """Lines up to an empty one (two breaks in a row end a paragraph to every reader) as one block."""
        for index, items in enumerate(lines):
            look = self._look(content, look_of(items), continued=index > 0, space=space)
            self._map.write_line(pieces_of(items, self._part), look, label=_label_length(items))
            self._blank_lines = 0
        self._map.close_block()

    def _look(self, content: _Content, look: LineLook, *, continued: bool, space: float) -> Line:
        indent = self._numbering.indent(content.element, content.place)
        first = 0.0 if continued else indent.first or 0.0
        return Line(
            0,
            0,
            0,
            x0=round((indent.left or 0.0) + first + look.pushed, 2),
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underlined=look.underlined,
            bold_lead=look.lead,
            centered=self._styles.centered(content.element),
            gap=self._gap(look.size, 0.0 if continued else space),
            style=self._styles.name(self._styles.of_paragraph(content.element)),
            outline=self._styles.outline(content.element),
            list_level=None if content.place is None else content.place.index,
        )

    def _gap(self, size: float, space: float) -> float | None:
        """White space above in line heights; None for the first line of the document."""
        if not self._map.lines:
            return None
        return round(self._blank_lines + space / (size * _LINE_HEIGHT or 1.0), 2)

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, table: Element, path: str, depth: int) -> None:
        if depth > MAX_DEPTH:
            self.findings.too_deep = True
            for number, paragraph in enumerate(table.iter(_PARAGRAPH), start=1):
                self._paragraph(paragraph, f"{path}//p[{number}]", depth)
            return
        self._tables += 1
        index = self._tables - 1
        table_rows = rows(table, path)
        text_only = places_text(table_rows)
        for row in table_rows:
            if row.deleted:
                self._set_aside(IgnoredReason.DELETED, [deleted_text(row.element)])
                self.findings.changes += 1
            elif text_only or any(cell.is_text for cell in row.cells):
                self._text_row(row, depth, labelled=text_only)
            else:
                self._data_row(row, index, depth)

    def _text_row(self, row: Row, depth: int, *, labelled: bool) -> None:
        """Cell by cell; a label alone goes before the text in the next cell (`labelled`: before a short one too)."""
        for cell, following in zip_longest(row.cells, row.cells[1:]):
            takes_label = following is not None and (following.is_text or (labelled and following.text))
            if takes_label and self._holds_label(cell):
                self._flush_label()
                self._cell_label = self._label_cell(cell)
            else:
                self._blocks(cell.element, cell.path, depth)
                self._flush_carried(depth)
        self._flush_label()

    def _holds_label(self, cell: Cell) -> bool:
        """A typed label, or an empty paragraph with an automatic number."""
        if cell.text:
            return cell.is_label
        return any(self._numbering.place(paragraph) is not None for paragraph, _ in paragraphs(cell))

    def _label_cell(self, cell: Cell) -> list[Item]:
        items, _ = self._cell_items(cell)
        while items and not items[-1].text.strip():
            items.pop()  # the label's own suffix
        if not items:
            return []
        return [*items, Item("\t", cell.path, 0, items[-1].look, RunKind.GENERATED)]

    def _flush_label(self) -> None:
        """A label that found no text after all is printed alone."""
        items, self._cell_label = self._cell_label, []
        if items:
            self._write_row(items, None)

    def _data_row(self, row: Row, table: int, depth: int) -> None:
        items: list[Item] = []
        boxes: list[tuple[Element, str]] = []
        for number, cell in enumerate(row.cells):
            cell_items, cell_boxes = self._cell_items(cell)
            if number:
                look = (cell_items or items)[-1].look if cell_items or items else self._styles.run_look(None, None)
                items.append(Item("\t", cell.path, 0, look, RunKind.GENERATED))
            items.extend(cell_items)
            boxes.extend(cell_boxes)
        if any(item.text.strip() for item in items):
            self._write_row(items, table)
        self._boxes(boxes, depth)

    def _cell_items(self, cell: Cell) -> tuple[list[Item], list[tuple[Element, str]]]:
        """All items of a small cell, its paragraphs and lines joined by spaces."""
        items: list[Item] = []
        boxes: list[tuple[Element, str]] = []
        for paragraph, path in paragraphs(cell):
            content = self._content(paragraph, path)
            if content is None or content.blank:
                continue
            if items:
                items.append(Item(" ", cell.path, 0, items[-1].look, RunKind.GENERATED))
            items.extend(_unbroken(content.items))
            boxes.extend(content.boxes)
        items.extend(_unbroken(self._carried))
        boxes.extend(self._carried_boxes)
        self._carried, self._carried_boxes = [], []
        return items, boxes

    def _write_row(self, items: list[Item], table: int | None) -> None:
        look = look_of(items)
        line = Line(
            0,
            0,
            0,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underlined=look.underlined,
            bold_lead=look.lead,
            gap=self._gap(look.size, self._space_after),
        )
        self._map.write_line(pieces_of(items, self._part), line, label=_label_length(items))
        self._map.close_block(BlockKind.PARAGRAPH if table is None else BlockKind.TABLE_ROW, table)
        self._blank_lines, self._space_after = 0, 0.0

    # --- what is set aside --------------------------------------------------------------------------------------------

    def _boxes(self, boxes: Sequence[tuple[Element, str]], depth: int) -> None:
        for box, path in boxes:
            self._blocks(box, path, depth)

    def _note(self, inline: Inline) -> None:
        self.findings.changes += inline.changes
        self.findings.symbols += inline.symbols
        self.findings.drawn.add(inline.drawn)
        self._set_aside(IgnoredReason.DELETED, inline.deleted)
        self._set_aside(IgnoredReason.HIDDEN, inline.hidden)

    def _set_aside(self, reason: IgnoredReason, texts: Sequence[str]) -> None:
        joined = clean("".join(texts)).strip()
        if joined:
            self.findings.ignored.append(Ignored(reason, joined, part=self._part))

    def _report(self) -> None:
        """Progress cannot know how long a document is before it is read: it only moves on."""
        self._seen += 1
        if self._seen % _PROGRESS_EVERY == 0:
            self._progress(1.0 - 1.0 / (1.0 + self._seen / _HALF_WAY), "reading", {})


def _label_length(items: Sequence[Item]) -> int:
    """Characters of the automatic number that a line begins with, 0 without one."""
    begins = bool(items) and items[0].kind is RunKind.GENERATED and bool(items[0].text.strip())
    return len(items[0].text) if begins else 0


def _is_empty_bullet(content: _Content) -> bool:
    """A bullet without text is white space to a reader; an empty numbered paragraph shows its number."""
    is_bullet = content.place is not None and content.place.level.format == "bullet"
    return is_bullet and not any(item.text.strip() for item in content.items if item.kind is not RunKind.GENERATED)


def _groups(lines: Sequence[list[Item]]) -> Iterator[list[list[Item]]]:
    """The lines between empty ones."""
    for filled, group in groupby(lines, key=lambda items: any(item.text.strip() for item in items)):
        if filled:
            yield list(group)


def _unbroken(items: Sequence[Item]) -> list[Item]:
    return [
        Item(" ", item.element, item.offset, item.look, RunKind.REPAIRED) if item.text == BREAK else item
        for item in items
    ]
