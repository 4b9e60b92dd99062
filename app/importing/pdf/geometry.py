"""What the steps hand to each other: glyphs, words, fragments, lines; all in points of the page as displayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from app.importing.pdf.frame import Matrix
from app.models.source import Box, Ignored, IgnoredReason, MarkKind, Page

_X0 = attrgetter("x0")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character. `baseline` counts from the top of the page; `heavy`: drawn with fill and outline.

    `code`: the font's own number for it; `changed`: its text is not what the file says.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    font: str
    heavy: bool = False
    code: int = -1
    changed: bool = False


@dataclass(frozen=True, slots=True)
class HiddenText:
    """A word nobody sees on the page (HIDDEN, with its cause), that runs up its side (SIDE_TEXT) or aslant (WATERMARK)."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    reason: IgnoredReason = IgnoredReason.HIDDEN
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal line (underline, separator)."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as rectangles (x0, top, x1, bottom); None where a merged cell covers the place."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: tuple[tuple[tuple[float, float, float, float] | None, ...], ...]


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as extracted, in the coordinates it is read in; `shown` is the page as displayed where it is read turned
    (`turn` degrees clockwise).

    `glyphs`: characters instead of `words`, from the second opinion. `ocr`: its text is the invisible layer a text
    recognition put over a picture; `picture`: share of the page that pictures cover, 0..1. `unmapped`: characters whose
    font does not say what they are. `blank`: nothing is drawn. `skipped`: code of the note that says why it is not read. `replaced`: the file gives other words than are printed.
    `confidence`: of text recognition that read the page, 0..1; `to_page`: from the sheet it levelled to the page as shown.
    """

    page: Page
    glyphs: tuple[Glyph, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    rules: tuple[Rule, ...] = ()
    tables: tuple[Table, ...] = ()
    ocr: bool = False
    damaged: bool = False
    words: tuple[Word, ...] = ()
    notes: tuple[Ignored, ...] = ()
    picture: float = 0.0
    shown: Page | None = None
    turn: int = 0
    unmapped: int = 0
    blank: bool = False
    skipped: str = ""
    reader: str = ""
    replaced: bool = False
    confidence: float | None = None
    to_page: Matrix | None = None


@dataclass(slots=True)  # not frozen: that trebles the time to make one, and a page has hundreds; nobody changes one
class Word:
    """Characters without white space between them. `repaired`: the text differs from the characters of the file.

    `confidence`: how sure text recognition was, 0..1; None where the file says what is printed.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    repaired: bool = False
    confidence: float | None = None
    font: str = ""


@dataclass(slots=True)  # measured once when made: each measure is asked for many times; nobody changes one
class Fragment:
    """Words on one baseline without a wide gap, or a whole table: the unit that is put in reading order.

    `behind`: drawn large behind the text. `baseline`: of the largest word (of a table: its middle); `text`: the words with
    a space between.
    """

    words: tuple[Word, ...]
    table: Table | None = None
    behind: bool = False
    x0: float = field(init=False, compare=False)
    x1: float = field(init=False, compare=False)
    top: float = field(init=False, compare=False)
    bottom: float = field(init=False, compare=False)
    baseline: float = field(init=False, compare=False)
    size: float = field(init=False, compare=False)
    text: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Take the measures."""
        words, table = self.words, self.table
        self.text = " ".join([w.text for w in words])
        self.size = max([w.size for w in words], default=10.0)
        if table is not None:
            self.x0, self.top, self.x1, self.bottom = table.x0, table.top, table.x1, table.bottom
            self.baseline = (table.top + table.bottom) / 2
            return
        self.x0 = words[0].x0
        self.x1 = max([w.x1 for w in words])
        self.top = min([w.top for w in words])
        self.bottom = max([w.bottom for w in words])
        size = self.size
        self.baseline = min([w for w in words if w.size == size], key=_X0).baseline


@dataclass(frozen=True, slots=True)
class SmallNumber:
    """The raised number of a sentence or note that stands before the word `before` of its line (`word`: its place).

    `back`: how many characters before the end of the text it stands: "Preis¹," has its comma behind it.
    """

    before: int
    text: str
    kind: MarkKind
    word: Word
    back: int = 0


@dataclass(slots=True)  # measured once when made, like a fragment; only `lines.with_edges` changes one
class PrintedLine:
    """A line of words in reading order. `columns`/`column`: how many stand side by side there, and which this is.

    `row`: (table, row, cell) of the document where the line stands in a table, `cell_right` that cell's right edge.
    `numbers`: raised numbers that are no text. `note`: which footnote it belongs to, from 1 on; 0 for none.
    `size`: of most characters, to a tenth of a point; `baseline`: of the words of that size.
    """

    words: tuple[Word, ...]
    page: int
    column: int = 0
    columns: int = 1
    row: tuple[int, int, int] | None = None
    edges: tuple[float, float] = (0.0, 0.0)
    cell_right: float | None = None
    numbers: tuple[SmallNumber, ...] = ()
    note: int = 0
    box: Box = field(init=False, compare=False)
    text: str = field(init=False, compare=False)
    size: float = field(init=False, compare=False)
    baseline: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Take the measures."""
        words = self.words
        self.text = " ".join([w.text for w in words])
        self.box = Box(
            self.page,
            min([w.x0 for w in words]),
            min([w.top for w in words]),
            max([w.x1 for w in words]),
            max([w.bottom for w in words]),
        )
        first = words[0]
        self.size, self.baseline = round(first.size, 1), first.baseline
        if any(w.size != first.size for w in words):
            self.size = _usual_size(words)
            self.baseline = next(w.baseline for w in words if round(w.size, 1) == self.size)


def _usual_size(words: Sequence[Word]) -> float:
    counts: dict[float, int] = {}
    for word in words:
        size = round(word.size, 1)
        counts[size] = counts.get(size, 0) + len(word.text)
    return max(counts, key=lambda s: (counts[s], s))
