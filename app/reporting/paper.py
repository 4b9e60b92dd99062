"""A document to be read, as blocks: what a writer (HTML, text, Word, PDF) needs to know and nothing of its form.

Strategy: builders (`pages`, `salescard`, `versionpages` …) turn a worded model into blocks once; every writer knows the blocks and no
builder knows a writer. All texts are worded already and may come from strangers: each writer escapes them in its own way. `anchor`
names a block that a `Span.link` of the same paper leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.wording.lang import Lang


class Tone(StrEnum):
    """What a piece of text or a frame stands for; a writer gives it colour and a second sign (struck, underlined, bold, a bar)."""

    PLAIN = "plain"
    SOFT = "soft"
    QUOTE = "quote"
    INSERTED = "inserted"
    DELETED = "deleted"
    FILLED = "filled"
    MOVED = "moved"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"
    GOOD = "good"
    UNSURE = "unsure"


class Style(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    LEAD = "lead"  # opens a part, a little larger
    SOFT = "soft"
    NOTICE = "notice"
    WARNING = "warning"
    QUOTE = "quote"  # words of the document, indented
    TAG = "tag"  # a line that says what kind of thing follows
    DIFF = "diff"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text of one look; `link`: anchor of a block of the same paper; `title`: what it stands for, where a reader can ask."""

    text: str
    tone: Tone = Tone.PLAIN
    strong: bool = False
    link: str = ""
    title: str = ""


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1..4; headings of level 1 and 2 are the contents. `tag`: a short label beside it, as a severity."""

    level: int
    text: str
    anchor: str = ""
    tag: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`anchor`: where a link leads to it."""

    text: Text
    style: Style = Style.BODY
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `anchors` (one an item, or none at all) where links lead to its items."""

    items: tuple[Text, ...]
    numbered: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs of a cell; `tone` colours it as a whole."""

    texts: tuple[Text, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class TableRow:
    """`group`: a line across the whole table (one cell) that opens a group of rows."""

    cells: tuple[Cell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`shares`: widths of the columns, adding up to 1; an empty `columns` has no header row. The header is repeated on every page.

    `label_column`: the first cell of a row is its heading.
    """

    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[TableRow, ...]
    label_column: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """A line of figures, each with its label and tone: three high, two low."""

    items: tuple[tuple[int, str, Tone], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Labels with room to write on, or what is written there already ("" to be filled in by hand)."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks that belong together, as those of a finding; `tone` is that of its bar."""

    blocks: tuple[Block, ...]
    tone: Tone = Tone.PLAIN
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """Long and of little interest: closed at first where a reader can open it, in small type elsewhere."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents stands here (where the form has pages)."""

    title: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins (where the form has pages)."""


Block = Heading | Paragraph | Bullets | Table | Counts | Lines | Frame | Folded | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. `title` with `subtitle` stands at the top of the first page and in the file's properties.

    `header` and `footer` run along every page, beside the page number; `logo`: a PNG or JPEG, None without. `made_at`: what the file
    says of its making (None: nothing), never the clock. `landscape`: for wide tables. `one_page`: everything must fit on one page.
    """

    lang: Lang
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    logo: bytes | None = None
    company: str = ""
    made_at: datetime | None = None
    landscape: bool = False
    one_page: bool = False


def plain(text: str, tone: Tone = Tone.PLAIN, *, strong: bool = False, link: str = "") -> Text:
    """A text of one piece."""
    return (Span(text, tone, strong, link),)


def characters(text: Text) -> str:
    """Its words alone."""
    return "".join(span.text for span in text)
