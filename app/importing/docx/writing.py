"""Writes paragraphs and rows of a Word document into the canonical text, and says where the asides among them stand.

Strategy: one writer for the whole document (body, text boxes, notes), because white space and places run through. What
was set aside is listed at once with its place; notes and comments are handed back, whoever reads them knows their texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby

from app.importing.docx.asides import Aside, Item, joined, placed
from app.importing.docx.characters import BREAK
from app.importing.docx.layout import LineLook, lines_of, look_of, pieces_of
from app.importing.docx.names import Element
from app.importing.docx.numbering import Numbering, Place
from app.importing.docx.styles import Styles
from app.importing.repair import clean
from app.importing.textmap import TextMap
from app.models.source import BlockKind, Ignored, IgnoredReason, Line, Mark, MarkKind, RunKind

_LINE_HEIGHT = 1.2  # of the size
_REFERENCES = frozenset({IgnoredReason.NOTE, IgnoredReason.COMMENT})


@dataclass(frozen=True, slots=True)
class Content:
    """A paragraph ready to be written. `style`: shown instead of its own style's name."""

    element: Element
    items: list[Item]
    place: Place | None
    style: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not any(item.text.strip() for item in self.items)

    @property
    def is_empty_bullet(self) -> bool:
        """A bullet without text is white space to a reader; an empty numbered paragraph shows its number."""
        is_bullet = self.place is not None and self.place.level.format == "bullet"
        return is_bullet and not any(item.text.strip() for item in self.items if item.kind is not RunKind.GENERATED)


@dataclass(slots=True)
class Writer:
    """`ignored` and `marks` gather what was met; `references` are marks of notes and comments not yet looked after."""

    styles: Styles
    numbering: Numbering
    textmap: TextMap
    part: str
    kind: BlockKind = BlockKind.PARAGRAPH
    ignored: list[Ignored] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    references: list[tuple[Aside, int]] = field(default_factory=list)
    _blank_lines: int = 0
    _space_after: float = 0.0

    @property
    def end(self) -> int:
        """Length of the canonical text."""
        return self.textmap.lines[-1].end if self.textmap.lines else 0

    def blank(self, items: Sequence[Item]) -> None:
        """A paragraph of which nothing is printed."""
        self._blank_lines += 1
        self._settle(items, len(self.textmap.runs))

    def paragraph(self, content: Content, before: Sequence[Item]) -> None:
        """A paragraph with what goes before it on its first line."""
        items = [*before, *content.items]
        first = len(self.textmap.runs)
        space_before, after = self.styles.spacing(content.element)
        space = max(space_before, self._space_after)
        for group in _groups(lines_of(items)):
            self._group(content, group, space)
            self._blank_lines, space = 1, 0.0
        self._blank_lines, self._space_after = 0, after
        self._settle(items, first)

    def row(self, items: Sequence[Item], table: int | None) -> None:
        """A row of a table, or (without a table) loose items as a paragraph; nothing where nothing is printed."""
        first = len(self.textmap.runs)
        if not any(item.text.strip() for item in items):
            self._settle(items, first)
            return
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
        self.textmap.write_line(pieces_of(items, self.part), line, label=_label_length(items))
        self.textmap.close_block(self.kind if table is None else BlockKind.TABLE_ROW, table)
        self._blank_lines, self._space_after = 0, 0.0
        self._settle(items, first)

    def set_aside(self, asides: Iterable[Aside]) -> None:
        """List what was set aside here, between paragraphs."""
        self._list((aside, self.end) for aside in asides)

    def mark(self, text: str, at: int, kind: MarkKind) -> None:
        """The printed number of a note or a sentence."""
        if clean(text).strip():
            self.marks.append(Mark(at, clean(text).strip(), kind, part=self.part))

    @contextmanager
    def note(self, part: str) -> Iterator[None]:
        """Within, a note is written: it stands at the foot of the page, white space goes on around it."""
        kept = (self.part, self.kind, self._blank_lines, self._space_after)
        self.part, self.kind, self._blank_lines, self._space_after = part, BlockKind.NOTE, 0, 0.0
        try:
            yield
        finally:
            self.part, self.kind, self._blank_lines, self._space_after = kept

    def _group(self, content: Content, lines: Sequence[Sequence[Item]], space: float) -> None:
        """Lines up to an empty one (two breaks in a row end a paragraph to every reader) as one block."""
        for index, items in enumerate(lines):
            look = self._look(content, look_of(items), continued=index > 0, space=space)
            self.textmap.write_line(pieces_of(items, self.part), look, label=_label_length(items))
            self._blank_lines = 0
        self.textmap.close_block(self.kind)

    def _look(self, content: Content, look: LineLook, *, continued: bool, space: float) -> Line:
        indent = self.numbering.indent(content.element, content.place)
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
            centered=self.styles.centered(content.element),
            gap=self._gap(look.size, 0.0 if continued else space),
            style=content.style or self.styles.name(self.styles.of_paragraph(content.element)),
            outline=self.styles.outline(content.element),
            list_level=None if content.place is None else content.place.index,
        )

    def _gap(self, size: float, space: float) -> float | None:
        """White space above in line heights; None for the first line of the document."""
        if not self.textmap.lines:
            return None
        return round(self._blank_lines + space / (size * _LINE_HEIGHT or 1.0), 2)

    def _settle(self, items: Sequence[Item], first: int) -> None:
        """The places of the asides among the items, now that these are written; `first` is their first run."""
        runs = self.textmap.runs[first:]
        self._list(joined(placed(items, runs, runs[0].start if runs else self.end)))

    def _list(self, asides: Iterable[tuple[Aside, int]]) -> None:
        for aside, at in asides:
            text = clean(aside.text).strip()
            if isinstance(aside.reason, MarkKind):
                self.mark(text, at, aside.reason)
            elif aside.reason in _REFERENCES:
                self.references.append((aside, at))
            elif text:
                found = Ignored(aside.reason, text, part=self.part, cause=aside.cause, at=at, author=aside.author)
                self.ignored.append(found)


def unbroken(items: Iterable[Item]) -> list[Item]:
    """The items with spaces for line breaks."""
    return [
        Item(" ", item.element, item.offset, item.look, RunKind.REPAIRED) if item.text == BREAK else item
        for item in items
    ]


def _label_length(items: Sequence[Item]) -> int:
    """Characters of the automatic number that a line begins with, 0 without one."""
    begins = bool(items) and items[0].kind is RunKind.GENERATED and bool(items[0].text.strip())
    return len(items[0].text) if begins else 0


def _groups(lines: Sequence[list[Item]]) -> Iterator[list[list[Item]]]:
    """The lines between empty ones."""
    for filled, group in groupby(lines, key=lambda items: any(item.text.strip() for item in items)):
        if filled:
            yield list(group)
