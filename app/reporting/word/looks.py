"""What each style of our Word files looks like, as data: whoever gets the file changes a style and not a hundred paragraphs.

Where Word has a style of its own for the purpose it is that one, under Word's name (which Word shows in the user's language), so that its
navigation, its table of contents and a template of the company's find it; the others are named in the paper's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.reporting.paper import Style, Tone
from app.reporting.tones import INK, LINE, PANEL, SOFT, WARNING, color


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. Sizes and distances in points, `indent` in twentieths of a point; `name` "" : its own, by `id`.

    `level`: of the outline, from 1; `bar`: colour of a line at its left; `proof`: whether the spelling is checked (never that of quoted words).
    """

    id: str
    name: str = ""
    based: str = "Normal"
    then: str = ""
    size: float = 0
    bold: bool = False
    color: str = ""
    ground: str = ""
    bar: str = ""
    under: str = ""
    before: float = 0
    after: float | None = None
    indent: int = 0
    keep: bool = False
    level: int = 0
    proof: bool = True
    hyphens: bool = True
    right: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Letters:
    """A character style."""

    tone: Tone
    bold: bool = False
    italic: bool = False
    struck: bool = False
    line: str = ""  # underline
    shaded: bool = False


BASE_SIZE: Final = 10.0
BODY_AFTER: Final = 5.0
QUOTE_INDENT: Final = 280
BAR_INDENT: Final = 227
BAR_SPACE: Final = 7
BAR: Final = 24  # eighths of a point
LIST_INDENT: Final = 340

LOOKS: Final = (
    Look("Title", "Title", then="Normal", size=24, bold=True, after=2, keep=True, hyphens=False),
    Look("Subtitle", "Subtitle", then="Normal", size=13, color=SOFT, after=14, hyphens=False),
    Look("Heading1", "heading 1", then="Normal", size=16, bold=True, under=INK, before=18, after=6, keep=True, level=1, hyphens=False),
    Look("Heading2", "heading 2", then="Normal", size=13, bold=True, before=16, after=5, keep=True, level=2, hyphens=False),
    Look("Heading3", "heading 3", then="Normal", size=11, bold=True, before=13, after=4, keep=True, level=3, hyphens=False),
    Look("Heading4", "heading 4", then="Normal", size=10, bold=True, color=SOFT, before=9, after=3, keep=True, level=4, hyphens=False),
    Look("TOCHeading", "TOC Heading", then="Normal", size=13, bold=True, before=14, after=5, keep=True, hyphens=False),
    Look("TOC1", "toc 1", then="Normal", size=9.5, bold=True, before=2, after=1, shown=False),
    Look("TOC2", "toc 2", then="Normal", size=9.5, indent=280, after=0, shown=False),
    Look("Header", "header", size=8, color=SOFT, after=0, shown=False),
    Look("Footer", "footer", size=8, color=SOFT, after=0, shown=False),
    Look("Caption", "caption", then="Normal", size=10, bold=True, before=9, after=4, keep=True),
    Look("ListBullet", "List Bullet", after=2),
    Look("ListNumber", "List Number", after=2),
    Look("lead", size=12, before=4, after=6),
    Look("soft", size=9, color=SOFT, after=4),
    Look("small", size=8.5, before=2, after=2),
    Look("notice", ground=PANEL, bar=color(Tone.INFO), before=4, after=6, indent=BAR_INDENT),
    Look("warning", bold=True, ground=WARNING, bar=color(Tone.MEDIUM), before=4, after=6, indent=BAR_INDENT),
    Look("quote", then="Normal", ground=PANEL, before=2, after=5, indent=QUOTE_INDENT, proof=False),
    Look("tag", then="Normal", size=8.5, bold=True, color=SOFT, before=6, after=2, keep=True),
    Look("diff", indent=QUOTE_INDENT, before=2, after=6, proof=False),
    Look("cell", size=9, before=2, after=2),
    Look("cell_small", based="cell", size=8, before=1, after=1),
    Look("head", based="cell", size=8.5, bold=True, color=SOFT, keep=True, hyphens=False, before=2, after=2),
    Look("group", based="cell", bold=True, size=9.5, keep=True, before=5, after=2),
    Look("gap", size=3, after=0, shown=False),
    Look("figure", based="cell", size=17, bold=True, before=3, after=0),
    Look("company", size=9, color=SOFT, after=4, right=True),
)  # fmt: skip

LETTERS: Final = (
    Letters(Tone.SOFT),
    Letters(Tone.QUOTE, italic=True),
    Letters(Tone.INSERTED, line="single", shaded=True),
    Letters(Tone.DELETED, struck=True, shaded=True),
    Letters(Tone.FILLED, line="dotted", shaded=True),
    Letters(Tone.MOVED, line="double", shaded=True),
    Letters(Tone.HIGH, bold=True),
    Letters(Tone.MEDIUM, bold=True),
    Letters(Tone.LOW, bold=True),
    Letters(Tone.INFO, bold=True),
    Letters(Tone.GOOD, bold=True),
    Letters(Tone.UNSURE, italic=True),
)

OF_PARAGRAPH: Final = {style: style.value for style in Style} | {Style.BODY: "Normal"}
RULE: Final = LINE


def tone_style(tone: Tone) -> str:
    """Id of the character style of a tone, "" for plain."""
    return "" if tone is Tone.PLAIN else f"tone_{tone.value}"
