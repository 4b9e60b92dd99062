"""Reads Markdown as it is printed: headings, lists with their numbers, emphasis, tables, links as their text.

Strategy: markdown-it-py (CommonMark with tables) makes tokens; they are written as the lines of a web page are, with the same
numbers and looks. Tokens know their lines only, so each text is looked for in the file from where the last one ended: this
gives every run its place. HTML in between is read by the reader of web pages. What is nested deeper than the parser goes is
read as plain text, so that nothing is lost.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.importing.detection import MEDIA_TYPES, Format
from app.importing.encoding import decoded
from app.importing.html.inline import Item
from app.importing.html.lines import Label, LineWriter
from app.importing.html.look import MARGINS, Look, looked
from app.importing.options import ReadOptions
from app.importing.repair import clean
from app.importing.text import read_text, refuse_too_long
from app.importing.textmap import TextMap
from app.models.source import Ignored, IgnoredReason, Mark, RunKind, SourceDocument
from app.progress import Progress

_DEEPEST: Final = 60  # nested blocks or marks; the parser goes four calls deep for each
_FULL: Final = 0.82  # of the longest line of a paragraph
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n((?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|$)", re.DOTALL)
_EMPHASIS: Final = {"strong": "b", "em": "i"}
_INLINE_TAGS: Final = frozenset({"b", "strong", "i", "em", "u", "ins", "sup", "sub", "small", "cite", "var", "dfn"})
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_markdown(data: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    """The Markdown file in `data`; TEXT_UNDECODABLE where it is no text."""
    progress(0.0, "reading", {})
    raw, notes = decoded(data)
    refuse_too_long(raw, options)
    page = _Page(raw)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable("text_join")
    tokens = parser.parse(page.text)
    if _is_too_deep(tokens):
        return replace(read_text(data, name, options, progress), media_type=MEDIA_TYPES[Format.MARKDOWN])
    textmap = TextMap(options.max_characters)
    writer = _Writer(page, textmap, progress)
    writer.write(tokens)
    progress(1.0, "reading", {})
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=MEDIA_TYPES[Format.MARKDOWN],
        text=textmap.text,
        blocks=tuple(textmap.blocks),
        lines=tuple(textmap.lines),
        runs=tuple(textmap.runs),
        ignored=(*page.front_matter, *writer.ignored),
        warnings=notes,
        marks=writer.marks,
    )


def _is_too_deep(tokens: Sequence[Token]) -> bool:
    return any(token.level >= _DEEPEST - 1 or _is_too_deep(token.children or ()) for token in tokens)


class _Page:
    """The file's text with plain line ends, and the way back to its own."""

    def __init__(self, raw: str) -> None:
        plain = re.sub(r"\r\n?", "\n", raw).replace("\0", "\ufffd")
        match = _FRONT_MATTER.match(plain)
        self.front_matter = _metadata(match[1]) if match else ()
        # Blanked, not cut: all places stay.
        self.text = plain if match is None else re.sub(r"[^\n]", " ", match.group()) + plain[match.end() :]
        self.starts = [0, *(found.end() for found in re.finditer("\n", plain))]
        self._raw_starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", raw))]

    def raw_offset(self, at: int) -> int:
        """Where the character at `at` of the text stands in the file."""
        line = bisect_right(self.starts, at) - 1
        return self._raw_starts[line] + at - self.starts[line]

    def line_start(self, line: int) -> int:
        """Offset of a line (from 0), the text's end beyond the last."""
        return self.starts[line] if line < len(self.starts) else len(self.text)


def _metadata(text: str) -> tuple[Ignored, ...]:
    """What stands between two rules at the top is for programs and printed by none."""
    return (
        (Ignored(IgnoredReason.HIDDEN, clean(text.replace("\n", " ")).strip(), cause="not_displayed"),)
        if text.strip()
        else ()
    )


@dataclass(slots=True)
class _List:
    """An open list: the next number, None for bullets."""

    number: int | None
    level: int
    item: object = field(default_factory=object)


class _Writer:
    """Writes tokens into a text map."""

    def __init__(self, page: _Page, textmap: TextMap, progress: Progress) -> None:
        self.ignored: list[Ignored] = []
        self._page = page
        self._map = textmap
        self._progress = progress
        self._lines = LineWriter(textmap)
        self._looks = [Look()]
        self._lists: list[_List] = []
        self._at = 0  # up to here the file's characters are used
        self._until = len(page.text)
        self._tables = -1
        self._cells = 0
        self._struck: list[str] | None = None
        self._html_marks: list[Mark] = []

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The numbers of sentences and notes."""
        return tuple(sorted((*self._lines.marks, *self._html_marks), key=lambda mark: mark.at))

    def write(self, tokens: Sequence[Token]) -> None:
        """Write them all."""
        for number, token in enumerate(tokens):
            if number % 200 == 0:
                self._progress(number / len(tokens), "reading", {})
            if token.map is not None:
                self._at = max(self._at, self._page.line_start(token.map[0]))
                self._until = self._page.line_start(token.map[1])
            self._block(token)
        self._lines.end_block(0.0)
        self._lines.flush_labels()

    # --- blocks ---------------------------------------------------------------------------------------------------------

    def _block(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            self._inlines(token.children or [], token.content)
        elif kind in ("fence", "code_block"):
            self._code(token.content)
        elif kind == "html_block":
            self._html(token.content)
        elif kind in ("tr_open", "tr_close", "th_open", "td_open", "table_open"):
            self._table(token)
        elif kind.endswith("_open"):
            self._open(token)
        elif kind.endswith("_close"):
            self._close(token)
        elif kind == "hr":
            self._lines.end_block(0.0)

    def _open(self, token: Token) -> None:
        self._lines.end_block(0.0 if token.hidden else self._margin(token.tag))
        self._looks.append(looked(self._looks[-1], token.tag, {}, ""))
        if not token.hidden:
            self._lines.style = token.tag
        if token.type in ("ordered_list_open", "bullet_list_open"):
            start = token.attrs.get("start", 1)
            self._lists.append(_List(int(start) if token.tag == "ol" else None, len(self._lists)))
        elif token.type == "list_item_open":
            self._item(token)

    def _close(self, token: Token) -> None:
        if token.type in ("th_close", "td_close", "thead_close", "tbody_close", "thead_open", "tbody_open"):
            return
        self._lines.end_block(0.0 if token.hidden else self._margin(token.tag))
        if token.type == "list_item_close" and self._lists:
            self._lines.owner_ends(self._lists[-1].item)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._lists.pop()
        if token.type != "table_close":
            self._looks.pop()

    def _margin(self, tag: str) -> float:
        return 0.0 if tag in ("ul", "ol") and len(self._lists) > 1 else MARGINS.get(tag, 0.0)

    def _item(self, token: Token) -> None:
        """The item's number as printed: counted on, whatever the file says; its place is that of the file's own."""
        owner = self._lists[-1]
        owner.item = object()
        ordered = owner.number is not None
        text = f"{owner.number}{token.markup}" if ordered else "•"
        owner.number = owner.number + 1 if owner.number is not None else None
        offset = self._found(f"{token.info}{token.markup}" if ordered else token.markup)
        look = self._looks[-1]
        items = (Item(text, "", offset, look, RunKind.GENERATED), Item("\t", "", None, look, RunKind.GENERATED))
        self._lines.wait(Label(items, owner.item, level=owner.level, counts=ordered))

    def _table(self, token: Token) -> None:
        if token.type == "table_open":
            self._lines.end_block(0.0)
            self._tables += 1
        elif token.type == "tr_open":
            self._lines.in_row, self._cells, self._lines.style = True, 0, "tr"
        elif token.type == "tr_close":
            self._lines.end_row(self._tables)
        else:
            look = replace(self._looks[-1], bold=token.tag == "th")
            self._looks[-1] = look
            if self._cells:
                self._lines.cell("", look)
            self._cells += 1

    def _code(self, content: str) -> None:
        self._lines.end_block(MARGINS["pre"])
        self._lines.style = "pre"
        look = replace(self._looks[-1], preformatted=True)
        for line in content.rstrip("\n").split("\n"):
            if line.strip():
                at = self._found(line.rstrip())
                kind = RunKind.EXACT if at is not None else RunKind.REPAIRED  # a tab the parser has spelt out
                self._lines.add([Item(line.rstrip(), "", at, look, kind=kind)])
            self._lines.break_line()
        self._lines.end_block(MARGINS["pre"])

    def _html(self, content: str) -> None:
        """A block of HTML; comments are listed, because a program shows them to nobody."""
        self._lines.end_block(0.0)
        for comment in _COMMENT.findall(content):
            self._set_aside(comment)
        rest = _COMMENT.sub("", content)
        if not rest.strip():
            return
        from app.importing.html.source import tree
        from app.importing.html.stylesheet import Stylesheet
        from app.importing.html.walker import Walker

        walker = Walker(tree(f"<body>{rest}</body>"), Stylesheet([]), self._map, self._progress)
        walker.walk()
        self._html_marks.extend(walker.marks)
        self.ignored.extend(walker.findings.ignored)

    def _set_aside(self, comment: str) -> None:
        text = clean(" ".join(comment.split()))
        if text:
            self.ignored.append(
                Ignored(IgnoredReason.HIDDEN, text, cause="not_displayed", paragraph=self._lines.paragraph)
            )

    # --- within a paragraph ---------------------------------------------------------------------------------------------

    def _inlines(self, children: Sequence[Token], content: str) -> None:
        lengths = [len(line) for line in content.split("\n")]
        long = max(lengths) * _FULL
        line = 0
        for token in children:
            if token.type == "softbreak":
                self._lines.break_line(full=lengths[min(line, len(lengths) - 1)] >= long)
                line += 1
            elif token.type == "hardbreak":
                self._lines.break_line()
                line += 1
            else:
                self._inline(token)

    def _inline(self, token: Token) -> None:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type in ("text", "code_inline"):
            self._text(token.content, token.content)
        elif token.type == "text_special":
            self._text(token.content, token.markup)
        elif token.type == "html_inline":
            self._tag(token.content)
        elif kind == "s":
            self._strike(begins=token.nesting > 0)
        elif kind in _EMPHASIS:
            self._emphasis(_EMPHASIS[kind], begins=token.nesting > 0)
        # Links are their text, pictures print none.

    def _text(self, text: str, source: str) -> None:
        if not text:
            return
        if self._struck is not None:
            self._struck.append(text)
            self._found(source)
            return
        kind = RunKind.EXACT if text == source else RunKind.REPAIRED
        offset = self._found(source)
        if self._lines.after_space and text[0] == " ":  # something that is not printed stood between two spaces
            cut = len(text) - len(text.lstrip(" "))
            text, offset = text[cut:], None if offset is None else offset + cut
        self._lines.add([Item(text, "", offset, self._looks[-1], kind if offset is not None else RunKind.REPAIRED)])

    def _emphasis(self, tag: str, *, begins: bool) -> None:
        if begins:
            self._looks.append(looked(self._looks[-1], tag, {}, ""))
        else:
            self._looks.pop()

    def _strike(self, *, begins: bool) -> None:
        if begins:
            self._struck = []
            return
        text = clean("".join(self._struck or ())).strip()
        self._struck = None
        if text:
            self.ignored.append(Ignored(IgnoredReason.DELETED, text, paragraph=self._lines.paragraph))

    def _tag(self, content: str) -> None:
        """A tag within a paragraph: a line break, a look, or nothing that is printed."""
        for comment in _COMMENT.findall(content):
            self._set_aside(comment)
        match = _TAG.fullmatch(content)
        name = match[2].lower() if match else ""
        if name == "br":
            self._lines.break_line()
        elif name in _INLINE_TAGS and match is not None:
            depth = len(self._looks)
            if not match[1]:
                self._looks.append(looked(self._looks[-1], name, {}, ""))
            elif depth > 1:
                self._looks.pop()

    def _found(self, source: str) -> int | None:
        """Where `source` stands next in the file; None if the parser made it of something else."""
        at = self._page.text.find(source, self._at, self._until) if source else -1
        if at < 0:
            return None
        self._at = at + len(source)
        return self._page.raw_offset(at)
