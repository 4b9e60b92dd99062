"""A paper as one HTML file: no script, no network, printable, light and dark on screen, light on paper.

Strategy: one small function a block. Every text passes `_text`, which escapes and takes control characters out, because documents
are hostile; a content policy forbids everything but the inline style and the logo inside the file as a second lock. Links lead
only to places that are on the page.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from app import paths
from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Contents,
    Counts,
    Folded,
    Frame,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Text,
    Tone,
)
from app.reporting.printable import printable_lines

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_TAGS: Final = {Tone.DELETED: "del", Tone.INSERTED: "ins"}
_STYLES: Final = {Style.QUOTE: "blockquote", Style.DIFF: "div"}  # everything else is a p
_PNG: Final = b"\x89PNG"


def to_html(paper: Paper) -> bytes:
    """A self-contained page, UTF-8."""
    return _Page(paper).text().encode()


def _text(text: str) -> str:
    return html.escape(printable_lines(text), quote=True)


def _tag(name: str, content: str, css: str = "", **attributes: str) -> str:
    """An element around finished markup; attributes without a value are left out."""
    given = {key: value for key, value in {"class": css, **attributes}.items() if value}
    written = "".join(f' {key}="{_text(value)}"' for key, value in given.items())
    return f"<{name}{written}>{content}</{name}>"


class _Page:
    """One paper being written; `anchors` are the places that links may lead to."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._anchors = frozenset(_anchors(paper.blocks))
        self._numbers = count(1)
        self._names = {id(heading): heading.anchor or f"h-{number}" for number, heading in self._chapters()}

    def text(self) -> str:
        paper = self._paper
        style = (paths.resources() / "templates" / "report.css").read_text(encoding="utf-8")
        title = ": ".join(part for part in (paper.title, paper.subtitle) if part)
        return (
            f'<!DOCTYPE html>\n<html lang="{_text(paper.lang)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_text(_POLICY)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body{self._wide()}>\n"
            + "\n".join([self._head(), *self._sections(), *self._foot()])
            + "\n</body>\n</html>\n"
        )

    def _wide(self) -> str:
        return ' class="wide"' if self._paper.landscape else ""

    def _head(self) -> str:
        paper = self._paper
        house = _logo(paper.logo, paper.company) if paper.logo else _tag("p", _text(paper.company), "company")
        parts = [house] if paper.logo or paper.company else []
        parts += [_tag("h1", _text(paper.title)), _tag("p", _text(paper.subtitle), "name")]
        return _tag("header", "\n".join(parts), "top")

    def _foot(self) -> Iterator[str]:
        if self._paper.footer:
            yield _tag("footer", _text(self._paper.footer))

    def _sections(self) -> Iterator[str]:
        """A section for each chapter; what stands before the first is none."""
        chapter: list[Block] = []
        for block in (*self._paper.blocks, None):
            if block is None or (isinstance(block, Heading) and block.level == 1):
                yield from self._section(chapter)
                chapter = []
            if block is not None:
                chapter.append(block)

    def _section(self, blocks: Sequence[Block]) -> Iterator[str]:
        if blocks:
            content = self._blocks(blocks)
            yield _tag("section", f"\n{content}\n") if isinstance(blocks[0], Heading) else content

    def _chapters(self) -> Iterator[tuple[int, Heading]]:
        chapters = (b for b in self._paper.blocks if isinstance(b, Heading) and b.level <= 2)
        return enumerate(chapters, start=1)

    # --- blocks

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Bullets():
                return self._bullets(block)
            case Table():
                return self._table(block)
            case Counts() | Lines():
                return _plain_block(block)
            case _:
                return self._holder(block)

    def _holder(self, block: Frame | Folded | Contents | PageBreak) -> str:
        match block:
            case Frame():
                return _tag("article", f"\n{self._blocks(block.blocks)}\n", f"finding {block.tone}", id=block.anchor)
            case Folded():
                return _tag("details", _tag("summary", _text(block.title)) + self._blocks(block.blocks))
            case Contents():
                return self._contents(block)
            case PageBreak():
                return _tag("div", "", "page")

    def _paragraph(self, block: Paragraph) -> str:
        name = _STYLES.get(block.style, "p")
        css = "" if block.style in (Style.BODY, Style.QUOTE) else block.style.value
        return _tag(name, self._spans(block.text), css, id=block.anchor)

    def _heading(self, block: Heading) -> str:
        name = f"h{block.level + 1}"
        title = _tag(name, _text(block.text), id=self._names.get(id(block), block.anchor))
        return title + (_tag("p", _text(block.tag.text), f"tag {block.tag.tone}") if block.tag else "")

    def _contents(self, block: Contents) -> str:
        items = (
            _tag("li", _tag("a", _text(heading.text), href=f"#{self._names[id(heading)]}"), f"level{heading.level}")
            for _, heading in self._chapters()
        )
        return _tag("nav", _tag("h2", _text(block.title)) + _tag("ul", "\n".join(items)))

    def _bullets(self, block: Bullets) -> str:
        anchors = block.anchors or ("",) * len(block.items)
        items = (
            _tag("li", self._spans(text), "quote", id=anchor) for text, anchor in zip(block.items, anchors, strict=True)
        )
        return _tag("ol" if block.numbered else "ul", "\n".join(items))

    # --- tables

    def _table(self, table: Table) -> str:
        columns = "".join(f'<col style="width:{share * 100:.1f}%">' for share in table.shares)
        head = "".join(_tag("th", _text(label), scope="col") for label in table.columns) if any(table.columns) else ""
        body = "\n".join(self._row(row, table) for row in table.rows)
        parts = [_tag("caption", _text(table.title))] if table.title else []
        parts += [_tag("colgroup", columns), *([_tag("thead", _tag("tr", head))] if head else [])]
        return _tag("table", "".join(parts) + _tag("tbody", body), "rows" if table.label_column else "summary")

    def _row(self, row: TableRow, table: Table) -> str:
        if row.group:
            label = self._cell_text(row.cells[0])
            return _tag("tr", _tag("th", label, colspan=str(len(table.shares)), scope="rowgroup"), "kind")
        cells = (
            _tag("th", self._cell_text(cell), _tone(cell.tone), scope="row")
            if number == 0 and table.label_column
            else _tag("td", self._cell_text(cell), _tone(cell.tone))
            for number, cell in enumerate(row.cells)
        )
        return _tag("tr", "".join(cells))

    def _cell_text(self, cell: Cell) -> str:
        if len(cell.texts) == 1:
            return self._spans(cell.texts[0])
        return "".join(_tag("div", self._spans(text)) for text in cell.texts)

    # --- text

    def _spans(self, text: Text) -> str:
        return "".join(map(self._span, text))

    def _span(self, span: Span) -> str:
        shown = _text(span.text)
        if span.tone is not Tone.PLAIN or span.title:
            name = _TAGS.get(span.tone, "span")
            shown = _tag(name, shown, "" if name != "span" else _tone(span.tone), title=span.title)
        if span.strong:
            shown = _tag("strong", shown)
        return _tag("a", shown, href=f"#{span.link}") if span.link in self._anchors else shown


def _tone(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else tone.value


def _count(number: int, label: str, tone: Tone) -> str:
    return _tag("li", f"{_tag('strong', str(number))} {_text(label)}", tone.value if number else "zero")


def _plain_block(block: Counts | Lines) -> str:
    """Blocks without links."""
    if isinstance(block, Counts):
        return _tag("ul", "".join(_count(*item) for item in block.items), "counts")
    fields = "".join(_tag("dt", _text(label)) + _tag("dd", _text(value)) for label, value in block.items)
    return _tag("dl", fields, "sign")


def _logo(picture: bytes, company: str) -> str:
    kind = "png" if picture.startswith(_PNG) else "jpeg"
    source = f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
    return f'<img class="logo" alt="{_text(company)}" src="{source}">'


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from (block.anchor,) if block.anchor else ()
            case Bullets():
                yield from filter(None, block.anchors)
            case Frame():
                yield from ((block.anchor,) if block.anchor else ())
                yield from _anchors(block.blocks)
            case Folded():
                yield from _anchors(block.blocks)
