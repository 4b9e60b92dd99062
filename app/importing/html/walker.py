"""Walks the tree of a page once and writes the canonical text.

Strategy: the characters of text nodes gather in a line until a block begins or ends, a `br` comes or a table's cell is over.
A frame on a stack stands for each open element and holds what it hands down. Places are paths of elements with the offset in
all the text of the element (`textContent`), kept by counting. Nothing is recursive: the nesting is the file's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from app.importing.html import inline, lists
from app.importing.html.inline import Item
from app.importing.html.judging import (
    BLOCKS,
    EMBEDDED,
    NOT_SHOWN,
    Furniture,
    cells,
    hidden_cause,
    is_label_cell,
    is_text_cell,
    measured,
    places_text,
)
from app.importing.html.lines import Label, LineWriter
from app.importing.html.look import Look, looked, margins
from app.importing.html.source import Element
from app.importing.html.stylesheet import Declarations, Stylesheet
from app.importing.repair import clean
from app.importing.textmap import TextMap
from app.models.source import Ignored, IgnoredReason, Mark, RunKind
from app.progress import Progress

_DEEPEST_PATH: Final = 100  # elements; deeper ones are named by the one at this depth, without an offset
_PROGRESS_EVERY: Final = 500  # elements
_HALF_WAY: Final = 5000  # elements: progress stands at one half
_STRUCK: Final = frozenset({"del", "s", "strike"})
_CONTROLS: Final = frozenset({"button", "select", "input", "label"})  # printed as boxes of their own
_SILENT_INPUTS: Final = frozenset({"hidden", "checkbox", "radio", "password", "file", "image", "color", "range"})
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_CELLS: Final = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element. `begun`: characters of the page before it; `path` None below the deepest path."""

    tag: str
    path: str
    begun: int
    look: Look
    block: str
    deep: bool
    in_main: bool
    margins: tuple[float, float]
    children: Counter[str] = field(default_factory=Counter)
    printed_list: lists.PrintedList | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    index: int
    text_only: bool


@dataclass(slots=True)
class Findings:
    """What was met on the way."""

    ignored: list[Ignored] = field(default_factory=list)
    embedded: int = 0


class Walker:
    """Writes one page into a text map; `findings` tells afterwards what else was met."""

    def __init__(self, root: Element, sheet: Stylesheet, textmap: TextMap, progress: Progress) -> None:
        self.findings = Findings()
        self._root = root
        self._sheet = sheet
        self._progress = progress
        self._measures = measured(root)
        self._furniture = Furniture(root, self._measures)
        self._frames: list[_Frame] = []
        self._skipped: list[Element] = []
        self._tables: list[_Table] = []
        self._table_count = self._count = self._seen = 0
        self._row: Element | None = None  # the data row that is open
        self._lines = LineWriter(textmap)

    def walk(self) -> None:
        """Write the whole page."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element)
            elif not self._start(element):
                self._skipped.append(element)
                self._count += sum(len(str(text)) for text in element.itertext())
                walk.skip_subtree()
        self._lines.end_block(0.0)
        self._lines.flush_labels()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The numbers of sentences and notes."""
        return tuple(self._lines.marks)

    # --- elements -------------------------------------------------------------------------------------------------------

    def _start(self, element: Element) -> bool:
        """Open an element; False if its content is passed over."""
        self._report()
        tag = str(element.tag)
        stated = self._sheet.of(element)
        if self._is_set_aside(element, tag, hidden_cause(element, stated)) or self._is_simple(element, tag):
            return False
        frame = self._frame(element, tag, stated)
        self._open(element, tag, frame, stated.get("list-style-type") or stated.get("list-style") or "")
        self._text(element.text)
        return True

    def _end(self, element: Element) -> None:
        if self._skipped and self._skipped[-1] is element:
            self._skipped.pop()
            self._count_child(str(element.tag))
        else:
            self._close(element, str(element.tag))
        if self._frames:
            self._text(element.tail)

    def _is_set_aside(self, element: Element, tag: str, cause: str) -> bool:
        if tag in NOT_SHOWN:
            return True
        if cause:
            self._ignore(IgnoredReason.HIDDEN, element, cause)
            return True
        reason = IgnoredReason.DELETED if tag in _STRUCK else self._furniture.reason(element)
        if reason is not None:
            self._ignore(reason, element)
        return reason is not None

    def _is_simple(self, element: Element, tag: str) -> bool:
        """Elements that are read as one: no text node of theirs is printed."""
        if tag in EMBEDDED:
            self.findings.embedded += _is_seen(element)
        elif tag == "br":
            self._lines.break_line()
        elif tag == "hr":
            self._lines.end_block(0.0)
        elif tag == "input":
            shown = (element.get("type") or "").lower() not in _SILENT_INPUTS
            self._control(element.get("value") if shown else None, element)
        elif tag == "select":
            self._control(_chosen(element), element)
        else:
            return False
        return True

    def _frame(self, element: Element, tag: str, stated: Declarations) -> _Frame:
        look = looked(self._look(), tag, stated, element.get("align") or "")
        above = self._frames[-1] if self._frames else None
        number = self._count_child(tag)
        deep = len(self._frames) >= _DEEPEST_PATH
        step = f"{above.path}/{tag}[{number}]" if above and above.path else "body" if tag == "body" else ""
        is_block = tag in BLOCKS
        if tag == "a" and (element.get("href") or "").startswith("#"):
            look = replace(look, anchor=True)
        return _Frame(
            tag=tag,
            path=above.path if above and deep else step,
            begun=self._count,
            look=look,
            block=tag if is_block or above is None else above.block,
            deep=deep,
            in_main=(above is not None and above.in_main) or element in self._furniture.main,
            margins=margins(tag, stated, look.size, nested=self._in_list(tag)),
        )

    def _count_child(self, tag: str) -> int:
        if not self._frames:
            return 1
        self._frames[-1].children[tag] += 1
        return self._frames[-1].children[tag]

    def _open(self, element: Element, tag: str, frame: _Frame, list_style: str) -> None:
        if tag in _CONTROLS:
            self._lines.space()
        if tag in BLOCKS:
            self._lines.end_block(frame.margins[0])
        if tag in _LISTS:
            level = sum(outer.printed_list is not None for outer in self._frames)
            frame = replace(frame, printed_list=lists.opened(element, level, list_style))
        elif tag == "li":
            self._item_begins(element, frame, list_style)
        elif tag == "table":
            self._tables.append(_Table(self._table_count, places_text(element, self._measures)))
            self._table_count += 1
        elif tag == "tr" and self._is_data(element):
            self._row, self._lines.in_row = element, True
        elif (
            tag in _CELLS and self._row is not None and self._row is element.getparent() and self._cells_before(element)
        ):
            self._lines.cell(frame.path, frame.look)
        self._frames.append(frame)
        self._name_lines()

    def _close(self, element: Element, tag: str) -> None:
        if tag in _CELLS and self._row is None:
            self._cell_ends(element)
        if tag == "tr" and self._row is element:
            self._row = None
            self._lines.end_row(self._tables[-1].index if self._tables else None)
        if tag in BLOCKS:
            self._lines.end_block(self._frames[-1].margins[1])
        self._frames.pop()
        self._name_lines()
        if tag == "li":
            self._lines.owner_ends(element)
        elif tag == "table" and self._tables:
            self._lines.flush_labels()
            self._tables.pop()
        if tag in _CONTROLS:
            self._lines.space()

    def _in_list(self, tag: str) -> bool:
        return tag in _LISTS and any(frame.printed_list is not None for frame in self._frames)

    def _name_lines(self) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame is not None:
            outside = self._furniture.main and not frame.in_main
            self._lines.style = f"{frame.block} outside main" if outside else frame.block

    # --- characters -----------------------------------------------------------------------------------------------------

    def _look(self) -> Look:
        return self._frames[-1].look if self._frames else Look()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        frame = self._frames[-1]
        offset = self._count - frame.begun
        self._count += len(text)
        if frame.look.preformatted:
            self._preformatted(text, frame, offset)
        else:
            found = inline.collapsed(text, frame.path, offset, frame.look, after_space=self._lines.after_space)
            self._lines.add(_placeless(found) if frame.deep else found)

    def _preformatted(self, text: str, frame: _Frame, offset: int) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._lines.break_line()
            if line:
                place = None if frame.deep else offset
                self._lines.add([Item(line.rstrip("\r"), frame.path, place, frame.look)])
            offset += len(line) + 1

    def _control(self, text: str | None, element: Element) -> None:
        if text and text.strip() and self._frames:
            self._lines.space()
            path = f"{self._frames[-1].path}/{element.tag}"
            self._lines.add([Item(" ".join(text.split()), path, None, self._look(), RunKind.REPAIRED)])
            self._lines.space()

    # --- lists ----------------------------------------------------------------------------------------------------------

    def _item_begins(self, element: Element, frame: _Frame, style: str) -> None:
        printed = next((above.printed_list for above in reversed(self._frames) if above.printed_list is not None), None)
        text = "•" if printed is None else printed.label(element, style)
        if not text:
            return
        kinds = (text, "\t")
        items = tuple(Item(kind, frame.path, None, frame.look, RunKind.GENERATED) for kind in kinds)
        counts = printed is not None and printed.ordered
        self._lines.wait(Label(items, element, level=printed.level if printed else 0, counts=counts))

    # --- tables ---------------------------------------------------------------------------------------------------------

    def _is_data(self, row: Element) -> bool:
        own = cells(row)
        plain = self._tables and not self._tables[-1].text_only and own and self._row is None
        return bool(plain) and not any(is_text_cell(cell, self._measures) for cell in own)

    def _cells_before(self, cell: Element) -> bool:
        return any(True for _ in cell.itersiblings("td", "th", preceding=True))

    def _cell_ends(self, cell: Element) -> None:
        """A label alone in its cell goes before the text of the next."""
        following = next(iter(cell.itersiblings("td", "th")), None)
        if following is None or not self._tables or self._lines.is_blank or not is_label_cell(cell, self._measures):
            return
        takes = is_text_cell(following, self._measures) or self._tables[-1].text_only
        if takes and self._measures[following].characters:
            self._lines.hold_as_label(cell)

    # --- the rest -------------------------------------------------------------------------------------------------------

    def _ignore(self, reason: IgnoredReason, element: Element, cause: str = "") -> None:
        text = "\n".join(_plain_lines(element))
        if text:
            self.findings.ignored.append(Ignored(reason, text, cause=cause, paragraph=self._lines.paragraph))

    def _report(self) -> None:
        self._seen += 1
        if self._seen % _PROGRESS_EVERY == 0:
            self._progress(1.0 - 1.0 / (1.0 + self._seen / _HALF_WAY), "reading", {})


def _placeless(items: Iterator[Item]) -> Iterator[Item]:
    for item in items:
        yield Item(item.text, item.element, None, item.look, item.kind)


def _is_seen(element: Element) -> bool:
    """A frame of no size counts visitors."""
    return (element.get("width") or "1").strip() not in ("0", "0px") and (element.get("height") or "1") not in (
        "0",
        "0px",
    )


def _chosen(select: Element) -> str | None:
    """The text of the chosen option, else of the first."""
    options = list(select.iter("option"))
    chosen = next((option for option in options if option.get("selected") is not None), options[0] if options else None)
    return None if chosen is None else chosen.text


def _plain_lines(element: Element) -> Iterator[str]:
    """The text of an element that is set aside, a line for each block."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        tag = str(inner.tag)
        if event == "start" and tag in NOT_SHOWN:
            walk.skip_subtree()
        elif event == "start":
            parts.append(("\n" if tag in BLOCKS or tag == "br" else "") + (inner.text or "").replace("\n", " "))
        if event == "end" and inner is not element:
            parts.append(("\n" if tag in BLOCKS else "") + (inner.tail or "").replace("\n", " "))
    for line in "".join(parts).split("\n"):
        text = clean(" ".join(line.split()))
        if text:
            yield text
