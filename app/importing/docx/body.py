"""Walks a Word document in reading order and hands its paragraphs to the writer of the canonical text.

Strategy: one pass. Paragraphs get their automatic number as a generated run before their text; an empty paragraph is
white space; a paragraph whose mark is deleted or hidden, and a dropped initial, flows into the next one, as on paper; text
boxes are read after the paragraph they are anchored in, notes after the paragraph or row that refers to them. Tables:
see `tables`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, zip_longest

from app.importing.docx.asides import Aside, Item, aside_items, hidden
from app.importing.docx.background import HIDDEN
from app.importing.docx.characters import BREAK
from app.importing.docx.contents import STYLE
from app.importing.docx.inline import Inline, InlineReader, deleted_block, deletion, is_placeholder, mark_is
from app.importing.docx.names import (
    ALTERNATE,
    DELETED,
    Element,
    alternative,
    child,
    holds_text,
    printed,
    steps,
    switch,
    texts_below,
    w,
)
from app.importing.docx.numbering import Place, suffix
from app.importing.docx.resources import Boxes, Carried, Resources
from app.importing.docx.sentences import with_raised_numbers
from app.importing.docx.sheet import row_cause
from app.importing.docx.tables import MAX_DEPTH, Cell, Row, is_parallel, paragraphs, places_text, rows, stretches
from app.importing.docx.writing import Content, unbroken
from app.importing.repair import clean
from app.models.source import BlockKind, IgnoredReason, MarkKind, RunKind

_PARAGRAPH, _TABLE, _CONTROL = w("p"), w("tbl"), w("sdt")
_TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_FOREIGN = frozenset({w("altChunk"), w("subDoc")})
_INITIALS = frozenset({"drop", "margin"})
_LONGEST_INITIAL = 3  # characters
_PROGRESS_EVERY = 50  # paragraphs, empty ones too: cancelling must work in a file of nothing but them
_HALF_WAY = 500  # paragraphs: progress stands at one half


class BodyReader:
    """Reads one part of a document: the body, or notes."""

    def __init__(self, root: Element, resources: Resources) -> None:
        self._all = resources
        self._findings = resources.findings
        self._writer = resources.writer
        self._inline = InlineReader(root, resources.styles, backdrop=resources.backdrop)
        self._carried = Carried()
        self._cell_label: list[Item] = []  # a label from the cell before
        self._note_readers: dict[str, BodyReader] = {}  # by part
        self._controls: dict[Element, bool] = {}  # whether each is empty
        self._tables = self._seen = 0

    def read(self, body: Element, path: str) -> None:
        """Write the whole body, or a note."""
        before = self._inline.texts
        self._blocks(body, path, 0)
        self._flush_carried(0)
        # Whoever writes Word files finds ways that no reader foresaw: what was not come by is at least told of.
        self._findings.texts_lost += max(0, texts_below(body) - (self._inline.texts - before))

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
            else:
                self._other(element, where, depth)

    def _other(self, element: Element, path: str, depth: int) -> None:
        if element.tag in DELETED:
            self._writer.set_aside([deletion(element)])
        elif element.tag in _FOREIGN:
            self._findings.drawn.embedded += 1
        elif holds_text(element):  # a wrapper of whatever name
            has_blocks = next(element.iter(_PARAGRAPH, _TABLE), None) is not None
            (self._blocks if has_blocks else self._paragraph)(element, path, depth)

    # --- paragraphs ---------------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, path: str, depth: int) -> None:
        found = self._content(paragraph, path)
        if found is not None:
            self._write(*found, depth)

    def _write(self, content: Content, boxes: Boxes, depth: int) -> None:
        if content.blank or content.is_empty_bullet:
            self._writer.blank(content.items)
        else:
            before, self._cell_label = self._cell_label, []
            self._writer.paragraph(content, before)
        self._after(boxes, depth)

    def _flush_carried(self, depth: int) -> None:
        """Nothing follows that the carried text could flow into: it is a paragraph of its own."""
        carried, self._carried = self._carried, Carried()
        if carried.lead is not None:
            self._write(Content(carried.lead[0], carried.items, carried.lead[1]), carried.boxes, depth)
        elif carried:
            self._writer.row(unbroken(carried.items), None)
            self._after(carried.boxes, depth)

    def _content(self, paragraph: Element, path: str) -> tuple[Content, Boxes] | None:
        """The paragraph with its number, and its text boxes; None if it flows into the next paragraph."""
        self._report()
        inline = self._inline.read(paragraph, path)
        self._note(inline)
        carried = self._carried
        carried.boxes += inline.drawn.boxes
        if self._runs_on(paragraph, inline):
            carried.items += inline.items
            return None
        # Behind a heading that runs into its text Word prints no second number.
        place = None if carried.lead else self._all.numbering.place(paragraph)
        self._carry(*self._seen_items(paragraph, path, place, inline))
        lead = carried.lead = carried.lead or (paragraph, place)
        if self._mark_is_hidden(paragraph):
            return None
        self._carried = Carried()
        return Content(lead[0], carried.items, lead[1], STYLE if lead[0] in self._all.contents else ""), carried.boxes

    def _runs_on(self, paragraph: Element, inline: Inline) -> bool:
        """Whether the paragraph has no line of its own: deleted with its mark, a dropped initial, or hidden altogether."""
        if _mark_is_gone(paragraph) or (inline.blank and self._mark_is_hidden(paragraph)):
            return True
        frame = child(paragraph, "pPr", "framePr")
        initial = "".join(item.text for item in inline.items).strip()
        return frame is not None and frame.get(w("dropCap")) in _INITIALS and 0 < len(initial) <= _LONGEST_INITIAL

    def _mark_is_hidden(self, paragraph: Element) -> bool:
        """A hidden mark does not end the line: so Word makes headings that run into their text."""
        mark, styles = child(paragraph, "pPr", "rPr"), self._all.styles
        return styles.run_look(mark, styles.of_paragraph(paragraph)).hidden or bool(switch(child(mark, "specVanish")))

    def _seen_items(
        self, paragraph: Element, path: str, place: Place | None, inline: Inline
    ) -> tuple[list[Item], list[Item]]:
        """Label and text, set aside where the sheet hides the whole paragraph, or nobody has filled it in."""
        label = [] if place is None else self._label(paragraph, path, place)
        cause = self._all.sheet.hides_paragraph(self._all.styles.paragraph_properties(paragraph))
        items = with_raised_numbers(inline.items)
        if cause:
            return hidden(label, cause), hidden(items, cause)
        if self._is_asked(paragraph):
            return [], hidden(items, "", IgnoredReason.PLACEHOLDER)
        return label, items

    def _is_asked(self, paragraph: Element) -> bool:
        """Whether a content control around the paragraph shows only what is to be filled in."""
        for control in paragraph.iterancestors(_CONTROL):
            if control not in self._controls:
                self._controls[control] = is_placeholder(control)
            if self._controls[control]:
                return True
        return False

    def _carry(self, label: list[Item], items: list[Item]) -> None:
        """Add to what was carried from the paragraphs before."""
        carried = self._carried
        carried.items += items
        if label:
            carried.items = [*label, *_without_lead_breaks(carried.items)]

    def _label(self, paragraph: Element, path: str, place: Place) -> list[Item]:
        label = clean(self._all.counters.next_label(place))
        if not label:
            return []
        look = self._all.styles.run_look(None, self._all.styles.of_paragraph(paragraph))
        # A suffix of nothing leaves label and text glued together; Word's users put the space into the label.
        space = suffix(place) or " "
        return [Item(text, path, 0, look, RunKind.GENERATED) for text in (label, space)]

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, table: Element, path: str, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._findings.too_deep = True
            for number, paragraph in enumerate(table.iter(_PARAGRAPH), start=1):
                self._paragraph(paragraph, f"{path}//p[{number}]", depth)
            return
        self._tables += 1
        index = self._tables - 1
        table_rows = rows(table, path)
        if is_parallel(table_rows, self._opening) and not self._counts_across(table_rows):
            self._versions(table_rows, depth)
            return
        text_only = places_text(table_rows)
        for row in map(self._seen_row, table_rows):
            if text_only or any(cell.is_text for cell in row.cells):
                self._text_row(row, depth, labelled=text_only)
            else:
                self._data_row(row, index, depth)

    def _seen_row(self, row: Row) -> Row:
        """The row as it is printed; what is deleted or hidden of it is listed."""
        self._writer.set_aside(map(deleted_block, row.deleted))
        cause = row_cause(row.element)
        for cell in row.cells if cause else ():
            self.unseen(cell.element, cell.path, IgnoredReason.HIDDEN, cause)
        return replace(row, cells=()) if cause else row

    def _versions(self, table_rows: list[Row], depth: int) -> None:
        """Column by column between rows that span both."""
        for stretch in stretches([self._seen_row(row) for row in table_rows]):
            for cell in chain.from_iterable(zip(*(row.cells for row in stretch), strict=True)):
                self._blocks(cell.element, cell.path, depth)
                self._flush_carried(depth)

    def _opening(self, cell: Cell) -> str:
        """The label that a cell's text begins with, the list that numbers it; empty where there is neither."""
        first = next((paragraph for paragraph, _ in paragraphs(cell)), None)
        place = None if first is None else self._all.numbering.place(first)
        return f"{place.index}" if place is not None and place.level.format != "bullet" else cell.opening

    def _counts_across(self, table_rows: list[Row]) -> bool:
        """Whether one list counts through several columns: its numbers follow the rows."""
        columns: dict[str, int] = {}
        for row in table_rows:
            for column, cell in enumerate(row.cells):
                for paragraph in cell.element.iter(_PARAGRAPH):
                    place = self._all.numbering.place(paragraph)
                    if place is not None and columns.setdefault(place.list.definition, column) != column:
                        return True
        return False

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
        return any(self._all.numbering.place(paragraph) is not None for paragraph, _ in paragraphs(cell))

    def _label_cell(self, cell: Cell) -> list[Item]:
        items, _ = self._cell_items(cell)
        while items and items[-1].aside is None and not items[-1].text.strip():
            items.pop()  # the label's own suffix
        if not items:
            return []
        return [*items, Item("\t", cell.path, 0, items[-1].look, RunKind.GENERATED)]

    def _flush_label(self) -> None:
        """A label that found no text after all is printed alone."""
        items, self._cell_label = self._cell_label, []
        if items:
            self._writer.row(items, None)

    def _data_row(self, row: Row, table: int, depth: int) -> None:
        items: list[Item] = []
        boxes: Boxes = []
        for number, cell in enumerate(row.cells):
            cell_items, cell_boxes = self._cell_items(cell)
            if number:
                look = (cell_items or items)[-1].look if cell_items or items else self._all.styles.run_look(None, None)
                items.append(Item("\t", cell.path, 0, look, RunKind.GENERATED))
            items.extend(cell_items)
            boxes.extend(cell_boxes)
        self._writer.row(items, table)
        self._after(boxes, depth)

    def _cell_items(self, cell: Cell) -> tuple[list[Item], Boxes]:
        """All items of a small cell, its paragraphs and lines joined by spaces."""
        items: list[Item] = []
        boxes: Boxes = []
        for paragraph, path in paragraphs(cell):
            found = self._content(paragraph, path)
            if found is None:
                continue
            content, own_boxes = found
            boxes.extend(own_boxes)
            if items and not content.blank:
                items.append(Item(" ", cell.path, 0, items[-1].look, RunKind.GENERATED))
            items.extend(aside_items(content.items) if content.blank else unbroken(content.items))
        items.extend(unbroken(self._carried.items))
        boxes.extend(self._carried.boxes)
        self._carried = Carried()
        return items, boxes

    # --- what stands elsewhere ----------------------------------------------------------------------------------------

    def _after(self, boxes: Boxes, depth: int) -> None:
        """The notes and text boxes of what was just written."""
        references, self._writer.references = self._writer.references, []
        for aside, at in references:
            if aside.reason is IgnoredReason.NOTE:
                self._note_text(aside, at)
            elif aside.reference is not None:
                self._findings.comments.setdefault(aside.reference.get(w("id"), ""), at)
        for box, path in boxes:
            cause = self._all.sheet.hides_box(box)
            if cause:
                self.unseen(box, path, IgnoredReason.HIDDEN, cause)
            else:
                self._blocks(box, path, depth)

    def _note_text(self, aside: Aside, at: int) -> None:
        """The number at its place, the note's text after the block. Notes have no notes, whatever a file says."""
        if aside.reference is None:
            return
        number = aside.text or self._all.notes.number(aside.reference)
        self._writer.mark(number, at, MarkKind.FOOTNOTE)
        note = self._all.notes.note(aside.reference) if self._writer.kind is not BlockKind.NOTE else None
        if note is None:
            return
        reader = self._note_readers.get(note.part) or BodyReader(note.root, self._all)
        self._note_readers[note.part] = reader
        with self._writer.note(note.part):
            if aside.cause == HIDDEN:
                reader.unseen(note.element, note.path, IgnoredReason.HIDDEN, HIDDEN)
                return
            begun = self._writer.end
            reader.read(note.element, note.path)
            if note.prints_number and self._writer.end > begun:
                self._writer.mark(number, begun + (begun > 0), MarkKind.FOOTNOTE)

    def unseen(self, element: Element, path: str, reason: IgnoredReason, cause: str = "") -> None:
        """Paragraphs of which nothing is printed."""
        lines = []
        for paragraph in printed(element, _PARAGRAPH):
            items = self._inline.read(paragraph, path).items
            lines.append("".join(item.text or (item.aside.text if item.aside else "") for item in items))
        self._writer.set_aside([Aside(reason, "\n".join(lines), cause)])

    def _note(self, inline: Inline) -> None:
        self._findings.changes += inline.changes
        self._findings.symbols += inline.symbols
        self._findings.drawn.add(inline.drawn)
        self._writer.set_aside(Aside(IgnoredReason.WATERMARK, text) for text in inline.drawn.lettering)

    def _report(self) -> None:
        """Progress cannot know how long a document is before it is read: it only moves on."""
        self._seen += 1
        if self._seen % _PROGRESS_EVERY == 0:
            self._all.progress(1.0 - 1.0 / (1.0 + self._seen / _HALF_WAY), "reading", {})


def _without_lead_breaks(items: list[Item]) -> list[Item]:
    """A number stands before its text, not alone above a break (a page's, mostly) that the paragraph begins with."""
    first = next((n for n, item in enumerate(items) if item.text.strip()), 0)
    return [item for n, item in enumerate(items) if n >= first or item.text != BREAK]


def _mark_is_gone(paragraph: Element) -> bool:
    return mark_is(paragraph, "del") or mark_is(paragraph, "moveFrom")
