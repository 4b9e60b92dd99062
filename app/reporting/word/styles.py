"""The styles part of a Word file, made from `looks`: defaults with the language, paragraph, character and table styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.reporting.tones import INK, color, ground
from app.reporting.word.elements import Element, Value, flag, parent, w
from app.reporting.word.looks import (
    BAR,
    BAR_SPACE,
    BASE_SIZE,
    BODY_AFTER,
    LETTERS,
    LOOKS,
    RULE,
    Letters,
    Look,
    tone_style,
)
from app.wording.lang import Lang
from app.wording.wordfile import file_phrase

FONT: Final = "Arial"  # on every machine that has Word; LibreOffice has one of the same widths
LANGUAGES: Final = {"de": "de-DE", "en": "en-GB"}
_LINE: Final = 264  # 1.1 lines
_LISTS: Final = {"ListBullet": 1, "ListNumber": 2}  # ids in the numbering part


def style_elements(lang: Lang, scale: float) -> Iterator[Element]:
    """All of them; `scale`: of the sizes and distances, below 1 where everything must fit on one page."""
    yield _defaults(lang, scale)
    yield _standard()
    yield from (_paragraph_style(look, lang, scale) for look in LOOKS)
    yield w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
            type="character", default=1, styleId="DefaultParagraphFont")  # fmt: skip
    yield from (_letter_style(letters, lang) for letters in LETTERS)
    yield _link_style()
    yield _plain_table()
    yield _table_style("bare", lang)
    yield _table_style("table", lang, _borders(), *_conditions())


def half_points(size: float, scale: float) -> int:
    """A size as Word counts it."""
    return round(size * scale * 2)


def twips(points: float, scale: float) -> int:
    """A distance as Word counts it."""
    return round(points * scale * 20)


def edge(name: str, colour: str, size: int = 4, space: int = 0) -> Element:
    """A line; `size` in eighths of a point, `space` in points."""
    return w(name, val="single", sz=size, space=space, color=colour)


def shade(colour: str) -> Element | None:
    """A ground, None for the paper itself."""
    return w("shd", val="clear", color="auto", fill=colour) if colour else None


def _defaults(lang: Lang, scale: float) -> Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    size = half_points(BASE_SIZE, scale)
    run = w("rPr", fonts, w("sz", val=size), w("szCs", val=size),
            w("lang", val=LANGUAGES[lang], eastAsia=LANGUAGES[lang], bidi="ar-SA"))  # fmt: skip
    paragraph = w("pPr", w("spacing", before=0, after=twips(BODY_AFTER, scale), line=_LINE, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _standard() -> Element:
    """The ink is here and not among the defaults: within tables LibreOffice sets those above the character styles."""
    ink = w("rPr", w("color", val=INK))
    return w("style", w("name", val="Normal"), w("qFormat"), ink, type="paragraph", default=1, styleId="Normal")


def _own(is_own: bool) -> dict[str, Value]:
    return {"customStyle": 1} if is_own else {}


def _paragraph_style(look: Look, lang: Lang, scale: float) -> Element:
    return w(
        "style",
        w("name", val=look.name or file_phrase(look.id, lang)),
        w("basedOn", val=look.based),
        w("next", val=look.then) if look.then else None,
        w("uiPriority", val=9 if look.level else 20),
        flag("qFormat", look.shown),
        _paragraph_properties(look, scale),
        _run_properties(look, scale),
        type="paragraph",
        styleId=look.id,
        **_own(not look.name),
    )


def _paragraph_properties(look: Look, scale: float) -> Element | None:
    numbered = _LISTS.get(look.id)
    return parent(
        "pPr",
        flag("keepNext", look.keep),
        flag("keepLines", look.keep),
        w("numPr", w("numId", val=numbered)) if numbered else None,
        parent("pBdr", edge("left", look.bar, BAR, BAR_SPACE) if look.bar else None, edge("bottom", look.under, 8, 2) if look.under else None),
        shade(look.ground),
        flag("suppressAutoHyphens", not look.hyphens),
        _spacing(look, scale),
        w("ind", left=look.indent) if look.indent else None,
        w("jc", val="right") if look.right else None,
        w("outlineLvl", val=look.level - 1) if look.level else None,
    )  # fmt: skip


def _spacing(look: Look, scale: float) -> Element | None:
    if look.id == "gap":  # stands between two tables, which Word would join
        return w("spacing", before=0, after=0, line=120, lineRule="exact")
    after = BODY_AFTER if look.after is None else look.after
    return w("spacing", before=twips(look.before, scale), after=twips(after, scale))


def _run_properties(look: Look, scale: float) -> Element | None:
    size = half_points(look.size, scale)
    return parent(
        "rPr",
        flag("b", look.bold),
        flag("bCs", look.bold),
        flag("noProof", not look.proof),
        w("color", val=look.color) if look.color else None,
        w("sz", val=size) if size else None,
        w("szCs", val=size) if size else None,
    )


def _letter_style(letters: Letters, lang: Lang) -> Element:
    tone = letters.tone
    run = w(
        "rPr",
        flag("b", letters.bold),
        flag("bCs", letters.bold),
        flag("i", letters.italic),
        flag("iCs", letters.italic),
        flag("strike", letters.struck),
        w("color", val=color(tone)),
        w("u", val=letters.line) if letters.line else None,
        shade(ground(tone)) if letters.shaded else None,
    )
    return w(
        "style",
        w("name", val=file_phrase(tone_style(tone), lang)),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=21),
        w("qFormat"),
        run,
        type="character",
        customStyle=1,
        styleId=tone_style(tone),
    )


def _link_style() -> Element:
    look = w("rPr", w("color", val="1D5A96"), w("u", val="single"))
    return w("style", w("name", val="Hyperlink"), w("basedOn", val="DefaultParagraphFont"), w("uiPriority", val=99),
             w("unhideWhenUsed"), look, type="character", styleId="Hyperlink")  # fmt: skip


# --- tables


def _plain_table() -> Element:
    """The one every table style is based on; Word expects it."""
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), _cell_margins(108))
    return w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"), properties,
             type="table", default=1, styleId="TableNormal")  # fmt: skip


def _cell_margins(side: int) -> Element:
    return w("tblCellMar", *(w(name, w=width, type="dxa") for name, width in (("top", 0), ("left", side), ("bottom", 0), ("right", side))))  # fmt: skip


def _table_style(code: str, lang: Lang, borders: Element | None = None, *conditions: Element) -> Element:
    return w(
        "style",
        w("name", val=file_phrase(code, lang)),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=30),
        w("tblPr", w("tblInd", w=0, type="dxa"), borders, _cell_margins(85)),
        *conditions,
        type="table",
        customStyle=1,
        styleId=code,
    )


def _borders() -> Element:
    return w("tblBorders", edge("top", RULE), edge("bottom", RULE), edge("insideH", RULE))


def _conditions() -> Iterator[Element]:
    """Of the header row and, where there is one, the column of labels."""
    line = w("tcPr", w("tcBorders", edge("bottom", INK, 8)))
    yield w("tblStylePr", w("rPr", w("b"), w("bCs")), line, type="firstRow")
    yield w("tblStylePr", w("rPr", w("b"), w("bCs")), type="firstCol")
