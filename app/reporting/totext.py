"""A paper as plain text for a terminal, 80 columns wide.

Strategy: one small function a block, lines are wrapped as they are made. A table becomes lines: one of labels stands in two
columns where its values are short, every other row opens with its first cell and names the columns of the rest. In the word comparison
[-…-] was taken out, {+…+} was put in, and
[name: …] stands for a placeholder.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Counts,
    Folded,
    Frame,
    Heading,
    Lines,
    Paper,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Text,
    Tone,
)
from app.reporting.printable import printable

WIDTH: Final = 80
_LABEL: Final = 28
_SHORT: Final = 160  # characters of a value that may stand beside its label
_HELD: Final = "§\ue000"  # a sign of private use, which no wrapping breaks
_RULES: Final = {1: "-", 2: "."}
_BELOW: Final = 4
_INDENTED: Final = 3  # of what stands in a frame


def to_text(paper: Paper) -> bytes:
    """The whole paper, UTF-8; lines end with a newline."""
    return ("\n".join(line.rstrip() for line in _lines(paper)) + "\n").encode()


def _lines(paper: Paper) -> Iterator[str]:
    if paper.company:
        yield from _wrapped(paper.company)
    yield from _wrapped(": ".join(part for part in (paper.title, paper.subtitle) if part))
    yield "=" * WIDTH
    yield from _blocks(paper.blocks, 0)
    if paper.footer:
        yield from ("", *_wrapped(paper.footer))


def _wrapped(text: str, indent: int = 0, first: str | None = None) -> Iterator[str]:
    """Paragraphs of `text`, indented; `first` opens the first line in place of the indentation. § stays with its number."""
    lead = " " * indent if first is None else first
    for paragraph in text.splitlines() or [""]:
        lines = textwrap.wrap(
            printable(paragraph.replace("\t", " ")).replace("§ ", _HELD),
            WIDTH,
            initial_indent=lead,
            subsequent_indent=" " * indent,
            break_on_hyphens=False,
        )
        yield from (line.replace(_HELD, "§ ") for line in lines or [lead])
        lead = " " * indent


def _blocks(blocks: Iterable[Block], indent: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent)


def _block(block: Block, indent: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block, indent)
        case Paragraph():
            space = 2 if block.style in (Style.QUOTE, Style.DIFF) else 0
            yield from _wrapped(_shown(block.text), indent + space)
        case Bullets():
            yield from _bullets(block, indent)
        case Table():
            yield from _table(block, indent)
        case Counts():
            yield from _wrapped("   ".join(f"{label}: {number}" for number, label, _ in block.items), indent)
        case Lines():
            yield from _to_sign(block, indent)
        case Frame():
            yield ""
            yield from _blocks(block.blocks, indent + _INDENTED)
        case Folded():
            yield from _wrapped(block.title, indent)
            yield from _blocks(block.blocks, indent + 2)


def _heading(block: Heading, indent: int) -> Iterator[str]:
    tag = f" [{block.tag.text}]" if block.tag else ""
    if rule := _RULES.get(block.level):
        title = list(_wrapped(block.text + tag))
        yield from ("", *title, rule * min(WIDTH, max(map(len, title))))
    else:
        lead = " " * (max(0, indent - _INDENTED) if block.tag else indent)
        yield from _wrapped(block.text + tag, indent, lead)


def _bullets(block: Bullets, indent: int) -> Iterator[str]:
    for number, text in enumerate(block.items, start=1):
        sign = "- " if not block.numbered else f"[{number}] " if block.anchors else f"{number}. "
        yield from _wrapped(_shown(text), indent + len(sign) + 1, f"{' ' * (indent + 1)}{sign}")


def _to_sign(block: Lines, indent: int) -> Iterator[str]:
    yield ""
    for label, value in block.items:
        yield from _wrapped(value or "_" * 40, indent + _LABEL, f"{' ' * indent}{label + ': ':<{_LABEL}}")


# --- tables


def _table(table: Table, indent: int) -> Iterator[str]:
    if table.title:
        yield from ("", *_wrapped(table.title, indent))
    layout = _aligned if _fits_beside_labels(table) else _stacked
    for row in table.rows:
        if row.group:
            label = _cell(row.cells[0])
            yield from _wrapped(label if ":" in label else f"{label}:", indent)
        else:
            yield from layout(row, table, indent)


def _fits_beside_labels(table: Table) -> bool:
    if not table.label_column or len(table.shares) > 3:
        return False
    return all(len(_cell(row.cells[1])) <= _SHORT for row in table.rows if not row.group)


def _aligned(row: TableRow, _table: Table, indent: int) -> Iterator[str]:
    """Label, value and a remark in brackets; further paragraphs below."""
    label, value, *rest = row.cells
    note, *more = tuple(text for cell in rest for text in cell.texts) or ((),)
    said = _cell(value) + (f" ({_shown(note)})" if note else "")
    title = f"{' ' * indent}{_cell(label) + ': ':<{_LABEL}}"
    if _longest_word(said) > WIDTH - indent - _LABEL:  # a checksum stays whole, to be copied
        yield title
        yield from _wrapped(said, indent + _BELOW)
    else:
        yield from _wrapped(said, indent + _LABEL, title)
    for text in more:
        yield from _wrapped(_shown(text), indent + _LABEL)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _stacked(row: TableRow, table: Table, indent: int) -> Iterator[str]:
    """The first cell, and below it the others, each with its column."""
    first, *rest = row.cells
    mark = "  " if table.label_column else "- "
    end = ":" if table.label_column else ""
    yield from _wrapped(_cell(first) + end, indent + 4, f"{' ' * (indent + 2)}{mark}")
    for label, cell in zip(table.columns[1:] or ("",) * len(rest), rest, strict=True):
        if text := _cell(cell):
            yield from _wrapped(f"{label}: {text}" if label else text, indent + 6)


def _cell(cell: Cell) -> str:
    return "\n".join(filter(None, map(_shown, cell.texts)))


# --- text


def _shown(text: Text) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    match span.tone:
        case Tone.DELETED:
            return f"[-{span.text}-]"
        case Tone.INSERTED:
            return f"{{+{span.text}+}}"
        case Tone.FILLED if span.title:
            return f"[{span.title}: {span.text}]"
    return span.text
