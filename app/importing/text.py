"""Reads plain text: paragraphs by blank lines, hard-wrapped lines joined as on a page, light Markdown.

Strategy: AGB are pasted either with one paragraph a line or wrapped at some width, as from a page. A wrapped file shows it:
many lines are about equally long, and the lines after these go on in lower case. Then lines are joined by a space
(undoing line-end hyphens) until one was cut short; otherwise every line is a paragraph. Markdown's marks (`#`, `**`,
underlines of `=`) become look and leave the text. Page numbers and repeated lines at the edges of pages are set aside.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.errors import ErrorCode, ExpectedError
from app.importing.encoding import decoded
from app.importing.options import ReadOptions
from app.importing.repair import clean
from app.importing.textmap import Piece, TextMap
from app.importing.textpages import furniture
from app.models.source import Ignored, Line, RunKind, SourceDocument
from app.progress import Progress

MAX_LINES = 500_000  # 2,000 pages, the most of a PDF, have a fifth of that; each costs up to 80 microseconds
_MOST_WHITE_SPACE = 4  # characters of the file for one of the canonical text

_TAB_WIDTH = 4
# Measured on text copied from 18 PDFs and on 20 text files with a paragraph a line: the first have 0.23 to 0.66 of their
# lines full and 0.42 to 0.67 of the lines after these begin in lower case, the others at most 0.18 and mostly none.
_MIN_WIDTH, _MAX_WIDTH = 30, 220  # characters; shorter lines are lists, longer ones paragraphs
_FULL, _OVERFULL = 0.82, 1.15  # of the width: proportional type makes lines of unequal numbers of characters
_FULL_LINES = 0.2
_GOING_ON = 0.3
_ENDS = frozenset(".:;!?")
_CONNECTING = frozenset(["und", "oder", "bzw", "sowie", "u", "o", "noch", "als", "wie", "and", "or"])

_EOL = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_RULE = re.compile(r"\s*([-=_*~+#.])(\s?\1){2,}\s*$")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_MAX_HEADING = 100  # characters
_SETEXT = {"=": 0, "-": 1}
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1(:?)$")
_BOLD_LEAD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_MARKER = re.compile(r"(§|Art(ikel|\.)|[-•*–·▪◦]\s|\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(\.\d{1,2})+)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file: its characters without indentation, where they begin, and how far they are indented."""

    text: str
    offset: int
    indent: float
    bold: bool = False
    bold_marks: tuple[tuple[int, int], ...] = ()
    outline: int | None = None
    begins_page: bool = False

    @property
    def blank(self) -> bool:
        return not self.text


def read_text(data: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    """The text file in `data`; TEXT_UNDECODABLE where it is none."""
    progress(0.0, "reading", {})
    text, notes = decoded(data)
    refuse_too_long(text, options)
    textmap = TextMap(options.max_characters)
    printed, ignored = _without_furniture(tuple(_rows(text)))
    rows = _without_rules(printed)
    width = _wrap_width(rows)
    for paragraph, gap in _paragraphs(rows, width):
        _write_paragraph(textmap, paragraph, gap, width)
    progress(1.0, "reading", {})
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type="text/plain",
        text=textmap.text,
        blocks=tuple(textmap.blocks),
        lines=tuple(textmap.lines),
        runs=tuple(textmap.runs),
        ignored=ignored,
        warnings=notes,
    )


def refuse_too_long(text: str, options: ReadOptions) -> None:
    """FILE_TOO_LARGE for white space without end, before it is looked at line by line."""
    limit = options.max_characters * _MOST_WHITE_SPACE
    if len(text) > limit:
        raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": len(text), "limit": limit, "unit": "characters"})
    count = sum(1 for _ in _EOL.finditer(text))
    if count > MAX_LINES:
        raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": count, "limit": MAX_LINES, "unit": "lines"})


# --- rows -----------------------------------------------------------------------------------------------------------------


def _rows(text: str) -> Iterator[_Row]:
    start, begins_page = 0, False
    for match in _EOL.finditer(text):
        yield replace(_row(text[start : match.start()], start), begins_page=begins_page)
        start, begins_page = match.end(), match.group() == "\f"
    yield replace(_row(text[start:], start), begins_page=begins_page)


def _without_furniture(rows: Sequence[_Row]) -> tuple[tuple[_Row, ...], tuple[Ignored, ...]]:
    """The rows without page furniture, and this; a sentence that goes on behind it is not torn."""
    breaks = [index for index, row in enumerate(rows) if row.begins_page]
    found = furniture([row.text for row in rows], breaks)
    ignored = tuple(Ignored(found[i], clean(rows[i].text), paragraph=None) for i in sorted(found))
    kept: list[_Row] = []
    at_edge = False
    for index, row in enumerate(rows):
        if index in found or row.begins_page:
            at_edge = True
        if index in found or (at_edge and row.blank):
            continue
        if at_edge:
            _join_pages(kept, row)
        kept.append(row)
        at_edge = False
    return tuple(kept), ignored


def _join_pages(kept: list[_Row], row: _Row) -> None:
    """White space between the pages stays, unless a sentence goes on."""
    while kept and kept[-1].blank:
        kept.pop()
    if kept and not (kept[-1].text[-1] not in _ENDS and row.text[:1].islower()):
        kept.append(_Row("", row.offset, 0.0))


def _row(raw: str, offset: int) -> _Row:
    body = raw.lstrip()
    lead = raw[: len(raw) - len(body)]
    indent = float(len(lead.expandtabs(_TAB_WIDTH)))
    row = _Row(body.rstrip(), offset + len(lead), indent)
    return _without_bold_marks(_without_heading_mark(row))


def _without_heading_mark(row: _Row) -> _Row:
    match = _HEADING.match(row.text)
    if match is None:
        return row
    cut = match.end()
    text = row.text[cut:].rstrip()
    return replace(row, text=text, offset=row.offset + cut, bold=True, outline=len(match.group(1)) - 1)


def _without_bold_marks(row: _Row) -> _Row:
    """`**Haftung**` is a bold line, `**Haftung.** Wir …` a bold lead; marks elsewhere stay as they are."""
    if (match := _WHOLE_BOLD.match(row.text)) and match.group(1) not in match.group(2):
        return replace(row, bold=True, bold_marks=(match.span(2), match.span(3)))
    if match := _BOLD_LEAD.match(row.text):
        return replace(row, bold_marks=(match.span(2), (match.end(), len(row.text))))
    return row


def _without_rules(rows: Sequence[_Row]) -> tuple[_Row, ...]:
    """Lines of `---` or `===` are drawn, not written; under a single line they make it a heading."""
    kept: list[_Row] = []
    for row in rows:
        if not _RULE.match(row.text):
            kept.append(row)
            continue
        if kept and _is_underlined(kept) and row.text[0] in _SETEXT:
            kept[-1] = replace(kept[-1], bold=True, outline=_SETEXT[row.text[0]])
        kept.append(_Row("", row.offset, 0.0))
    return tuple(kept)


def _is_underlined(rows: Sequence[_Row]) -> bool:
    """Whether the last row is a heading if a line is drawn under it: short, no sentence, alone."""
    text = rows[-1].text
    alone = len(rows) == 1 or rows[-2].blank
    return alone and 0 < len(text) <= _MAX_HEADING and text[-1] not in ".,;"


# --- paragraphs -----------------------------------------------------------------------------------------------------------


def _wrap_width(rows: Sequence[_Row]) -> int | None:
    """The width (characters) that most lines were wrapped at, None if lines are whole paragraphs."""
    lengths = sorted(_printed_length(row) for row in rows if not row.blank)
    if not lengths:
        return None
    widths = range(_MIN_WIDTH, _MAX_WIDTH + 1)
    counts = [bisect_right(lengths, width) - bisect_left(lengths, width * _FULL) for width in widths]
    width = widths[counts.index(max(counts))]
    if max(counts) < len(lengths) * _FULL_LINES:
        return None
    full = [(a, b) for a, b in pairwise(rows) if not a.blank and not b.blank and _is_full(a, width)]
    going_on = sum(b.text[0].islower() for _, b in full)
    return width if full and going_on >= len(full) * _GOING_ON else None


def _printed_length(row: _Row) -> int:
    return int(row.indent) + len(row.text)


def _is_full(row: _Row, width: int) -> bool:
    return width * _FULL <= _printed_length(row) <= width * _OVERFULL


def _was_wrapped(row: _Row, following: _Row, width: int) -> bool:
    """Whether the paragraph goes on in the next line."""
    ends = row.text[-1] in _ENDS
    if not ends and following.text[0].islower() and not _MARKER.match(following.text):
        return True
    if ends or not _is_full(row, width):
        # The last line of a paragraph may be full by chance: only a word that would not have fitted shows a wrap.
        first_word = following.text.split(maxsplit=1)[0]
        return width < _printed_length(row) + 1 + len(first_word) <= width * _OVERFULL + len(first_word)
    return True


def _paragraphs(rows: Sequence[_Row], width: int | None) -> Iterator[tuple[list[_Row], int | None]]:
    """Paragraphs with the number of blank lines above (None at the top)."""
    paragraph: list[_Row] = []
    gap: int | None = None
    blanks = 0
    for row in rows:
        if row.blank:
            blanks += 1
            continue
        if paragraph and (blanks or not _continues(paragraph, row, width)):
            yield paragraph, gap
            paragraph, gap = [], blanks
        paragraph.append(row)
        blanks = 0
    if paragraph:
        yield paragraph, gap


def _continues(paragraph: Sequence[_Row], row: _Row, width: int | None) -> bool:
    last = paragraph[-1]
    if width is None or last.outline is not None or row.outline is not None or last.bold != row.bold:
        return False
    if _MARKER.match(row.text) and last.text[-1] in _ENDS:
        return False
    return _was_wrapped(last, row, width)


def _write_paragraph(textmap: TextMap, rows: Sequence[_Row], gap: int | None, width: int | None) -> None:
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        undone = following is not None and _is_hyphenated(row, following)
        pieces = list(_pieces(row, drop_hyphen=undone))
        look = Line(
            0,
            0,
            0,
            x0=row.indent,
            bold=row.bold,
            outline=row.outline,
            gap=(None if gap is None else float(gap)) if index == 0 else 0.0,
            full=width is not None and _is_full(row, width),
        )
        separator = "" if index == 0 or _joins_directly(rows[index - 1], row) else " "
        line = textmap.write_line(pieces, look, separator=separator)
        if line is not None and row.bold_marks and not row.bold:
            lead = row.bold_marks[0][1] - row.bold_marks[0][0]
            textmap.lines[-1] = replace(line, bold_lead=lead)
    textmap.close_block()


def _pieces(row: _Row, *, drop_hyphen: bool) -> Iterator[Piece]:
    end = len(row.text) - drop_hyphen
    for a, b in row.bold_marks or ((0, end),):
        text = row.text[a : min(b, end)]
        if text:
            kind = RunKind.REPAIRED if row.bold_marks or drop_hyphen else RunKind.EXACT
            yield Piece(text, kind, offset=row.offset + a)


def _is_hyphenated(row: _Row, following: _Row) -> bool:
    """`Haf-` + `tung`, but not `Hard-` + `und Software`."""
    if len(row.text) < 2 or row.text[-1] != "-" or not row.text[-2].isalpha():
        return False
    word = re.match(r"[^\W\d_]*", following.text)
    return word is not None and word.group()[:1].islower() and word.group() not in _CONNECTING


def _joins_directly(before: _Row, row: _Row) -> bool:
    """After an undone hyphen, and after a real one before a capital (`Co.-` + `KG`)."""
    if _is_hyphenated(before, row):
        return True
    return len(before.text) > 1 and before.text[-1] == "-" and not before.text[-2].isspace() and row.text[0].isupper()
