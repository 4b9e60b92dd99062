"""What the steps hand to each other: glyphs, words, fragments, lines; all in points of the page as displayed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.importing.pdf.frame import Matrix
from app.models.source import Box, Ignored, IgnoredReason, MarkKind, Page


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


@dataclass(frozen=True)
class Fragment:
    """Words on one baseline without a wide gap, or a whole table: the unit that is put in reading order.

    `behind`: drawn large behind the text.
    """

    words: tuple[Word, ...]
    table: Table | None = None
    behind: bool = False

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.table.x0 if self.table else self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return self.table.x1 if self.table else max(w.x1 for w in self.words)

    @cached_property
    def top(self) -> float:
        """Upper edge."""
        return self.table.top if self.table else min(w.top for w in self.words)

    @cached_property
    def bottom(self) -> float:
        """Lower edge."""
        return self.table.bottom if self.table else max(w.bottom for w in self.words)

    @cached_property
    def baseline(self) -> float:
        """Baseline of the largest word (of a table: its middle)."""
        if self.table:
            return (self.table.top + self.table.bottom) / 2
        return max(self.words, key=lambda w: (w.size, -w.x0)).baseline

    @cached_property
    def size(self) -> float:
        """Size of the type in points."""
        return max((w.size for w in self.words), default=10.0)

    @cached_property
    def text(self) -> str:
        """Words with a space between."""
        return " ".join(w.text for w in self.words)


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


@dataclass(frozen=True)
class PrintedLine:
    """A line of words in reading order. `columns`/`column`: how many stand side by side there, and which this is.

    `row`: (table, row, cell) of the document where the line stands in a table, `cell_right` that cell's right edge.
    `numbers`: raised numbers that are no text. `note`: which footnote it belongs to, from 1 on; 0 for none.
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

    @cached_property
    def box(self) -> Box:
        """Smallest box around the words."""
        return Box(
            self.page,
            min(w.x0 for w in self.words),
            min(w.top for w in self.words),
            max(w.x1 for w in self.words),
            max(w.bottom for w in self.words),
        )

    @cached_property
    def text(self) -> str:
        """Words with a space between."""
        return " ".join(w.text for w in self.words)

    @cached_property
    def size(self) -> float:
        """Size of most characters, to a tenth of a point."""
        counts: dict[float, int] = {}
        for word in self.words:
            size = round(word.size, 1)
            counts[size] = counts.get(size, 0) + len(word.text)
        return max(counts, key=lambda s: (counts[s], s))

    @cached_property
    def baseline(self) -> float:
        """Baseline of the words of the line's size."""
        return next((w.baseline for w in self.words if round(w.size, 1) == self.size), self.words[0].baseline)
