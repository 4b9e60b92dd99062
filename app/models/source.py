"""What was read from a file: one canonical text and the way back to the page or the paragraph.

Strategy: the canonical text is one NFC string (`\n` between blocks, `\t` between cells of a table row).
`Run`s are the piecewise anchors (a word of a PDF page, a run of a Word paragraph), `Line`s carry the look
that segmentation decides on (size, weight, indentation, gap), `Block`s are paragraphs or table rows.
All spans are half-open and count code points of `SourceDocument.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

Span = tuple[int, int]


class RunKind(StrEnum):
    """How the characters of a run came into the canonical text."""

    EXACT = "exact"
    REPAIRED = "repaired"
    GENERATED = "generated"
    OCR = "ocr"


class BlockKind(StrEnum):
    """What a block is in the document."""

    PARAGRAPH = "paragraph"
    TABLE_ROW = "table_row"
    NOTE = "note"  # a footnote or endnote, right after the block that refers to it


class IgnoredReason(StrEnum):
    """Why a printed text is not part of the canonical text."""

    HEADER = "header"
    FOOTER = "footer"
    LETTERHEAD = "letterhead"
    PAGE_NUMBER = "page_number"
    WATERMARK = "watermark"
    SIDE_TEXT = "side_text"
    HIDDEN = "hidden"
    NOTE = "note"
    COMMENT = "comment"
    DELETED = "deleted"
    PLACEHOLDER = "placeholder"  # what an empty form field asks for


class MarkKind(StrEnum):
    """What a mark in the text stands for."""

    SENTENCE_NUMBER = "sentence_number"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points of the page as displayed; origin top left, `page` is 1-based."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    def joined(self, other: Box) -> Box:
        """The smallest box around both (same page)."""
        return Box(
            self.page,
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A page as displayed: size in points, rotation in degrees, matrix (a b c d e f) back to PDF user space."""

    number: int
    width: float
    height: float
    rotation: int = 0
    to_user_space: tuple[float, float, float, float, float, float] = (1.0, 0.0, 0.0, -1.0, 0.0, 0.0)
    columns: int = 1
    reader: str = ""  # what read the page: pdfium, pdfplumber or the engine of text recognition


@dataclass(frozen=True, slots=True)
class Run:
    """A piecewise anchor: canonical `[start, end)` and where these characters stand in the file.

    PDF: `box` (one word or part of a word). DOCX: `part` (zip member), `element` (path of the run's element,
    e.g. `body/p[12]/r[3]`) and `offset` in that element's text. Text: `offset` in the decoded file.
    """

    start: int
    end: int
    kind: RunKind = RunKind.EXACT
    box: Box | None = None
    part: str | None = None
    element: str | None = None
    offset: int | None = None
    confidence: float | None = None  # of text recognition, 0..1


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line (PDF, text) or a paragraph or part of one up to a line break (DOCX), with its look.

    `label`: span of an automatic Word number at the line's start (kind `generated`), else None.
    `size` in points; `bold`/`caps`/`italic`: (nearly) all letters are; `bold_lead`: number of leading characters that
    are bold where the rest is not (a run-in heading). `x0` in points from the left edge of the line's column
    (PDF), of the text area (DOCX, from indentation) or in characters (text). `gap`: white space above in units
    of the line's height, None at the top of a page or column. `outline`: 0-based heading level of the Word
    style; `list_level`: 0-based level of the automatic list.
    """

    start: int
    end: int
    block: int
    page: int | None = None
    column: int = 0
    box: Box | None = None
    x0: float = 0.0
    size: float | None = None
    bold: bool = False
    italic: bool = False
    bold_lead: int = 0
    centered: bool = False
    gap: float | None = None
    label: Span | None = None
    style: str = ""
    outline: int | None = None
    list_level: int | None = None
    underlined: bool = False
    full: bool = False  # reaches the right edge of its column: the paragraph probably goes on


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table row; `paragraph` is the 1-based number in DOCX and text."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    paragraph: int | None = None
    table: int | None = None  # index of the table a row belongs to


@dataclass(frozen=True, slots=True)
class Ignored:
    """Printed text that was left out of the canonical text, with its reason and place."""

    reason: IgnoredReason
    text: str
    page: int | None = None
    box: Box | None = None
    part: str | None = None
    cause: str = ""  # of hidden text: white, invisible, tiny, off_page, clipped, covered, hidden_font, not_displayed
    paragraph: int | None = None
    at: int | None = None  # canonical offset where the text would stand (Word)
    author: str = ""  # of a comment or a tracked change


@dataclass(frozen=True, slots=True)
class Mark:
    """A small number printed at `at` in the canonical text that is no part of it: of a sentence or of a note."""

    at: int
    text: str
    kind: MarkKind
    box: Box | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class ImportNote:
    """Something the import could not do or had to guess; `code` and `params` become a sentence in wording."""

    code: str
    params: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)
    page: int | None = None


@dataclass(frozen=True)
class SourceDocument:
    """A file as read. `complete` is false if anything in it was not read.

    `unread_pages`: 1-based pages without usable text; `unread_parts`: codes of the notes that tell of unread parts.
    """

    name: str
    sha256: str
    size: int
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    runs: tuple[Run, ...]
    pages: tuple[Page, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    warnings: tuple[ImportNote, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    unread_pages: tuple[int, ...] = ()
    unread_parts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every page or part could be read."""
        return not (self.unread_pages or self.unread_parts)

    @cached_property
    def _run_starts(self) -> list[int]:
        return [r.start for r in self.runs]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]

    def runs_in(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs that share a character with `[start, end)`, in order."""
        first = max(0, bisect_right(self._run_starts, start) - 1)
        found = []
        for index in range(first, len(self.runs)):  # a slice would copy all that follow
            run = self.runs[index]
            if run.start >= end:
                break
            if run.end > start:
                found.append(run)
        return tuple(found)

    def line_at(self, offset: int) -> Line | None:
        """The last line that starts at or before `offset`; None before the first."""
        index = bisect_right(self._line_starts, offset) - 1
        return self.lines[index] if index >= 0 else None

    def block_at(self, offset: int) -> Block | None:
        """The last block that starts at or before `offset`; None before the first."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def boxes(self, spans: Iterable[Span]) -> tuple[Box, ...]:
        """Page boxes of the spans, one per printed line, in reading order; empty where there are no pages."""
        boxes: list[Box] = []
        lines: list[int] = []
        for start, end in spans:
            for run in self.runs_in(start, end):
                if run.box is None:
                    continue
                line = bisect_right(self._line_starts, run.start)
                if lines and lines[-1] == line and boxes[-1].page == run.box.page:
                    boxes[-1] = boxes[-1].joined(run.box)
                else:
                    boxes.append(run.box)
                    lines.append(line)
        return tuple(boxes)

    def __getstate__(self) -> dict[str, object]:
        """Without the cached indexes: they are cheap to make and would travel between processes."""
        return {k: v for k, v in self.__dict__.items() if not k.startswith("_")}
