"""What stands in the tree but not in the terms: text that no browser shows, page furniture, tables that only place text.

Strategy: one walk over the tree measures the elements that are asked about later (characters, blocks, tables inside), so that
no question costs a walk of its own. Furniture is told by the page's own words (`nav`, `footer`, `role`, a cookie notice's
id), never by position, and only while it holds a small part of the page's text: terms may stand in anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from app.importing.html.look import length
from app.importing.html.source import Element
from app.importing.html.stylesheet import Declarations
from app.models.source import IgnoredReason

NOT_SHOWN: Final = frozenset(
    (
        *(
            "head",
            "script",
            "style",
            "template",
            "title",
            "meta",
            "link",
            "base",
            "datalist",
            "rt",
            "rp",
            "area",
            "map",
        ),
        *("audio", "video", "canvas", "svg", "param", "source", "track", "noframes"),
    )
)
"""Elements whose content is never text on the page."""
EMBEDDED: Final = frozenset({"iframe", "frame", "object", "embed", "applet"})
BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *(
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
        ),
        *(
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "xmp",
        ),
    )
)
_NAVIGATION: Final = frozenset({"navigation", "menu", "menubar", "banner", "search", "toolbar"})
_BESIDE: Final = frozenset({"complementary", "dialog", "alertdialog"})
_COOKIES: Final = re.compile(r"(?:^|[\s_-])(?:cookie|cookies|consent|gdpr|dsgvo)(?:$|[\s_-])|cookie-?(?:banner|bar|notice|consent|hinweis)|usercentrics|cookiebot|onetrust|borlabs", re.I)  # fmt: skip
_OF_A_PART: Final = frozenset({"main", "article"})
_OF_A_WORD_PROCESSOR: Final = {"header": IgnoredReason.HEADER, "footer": IgnoredReason.FOOTER}  # LibreOffice's export
_SMALL_SHARE: Final = 0.25  # of the page's characters: more is no furniture
_MEASURED: Final = frozenset({"td", "th", "body", "nav", "header", "footer", "aside", "dialog", "main", "article"})
_FAR: Final = 999.0  # points outside the page

TEXT_CELL_CHARACTERS: Final = 200
_LABEL: Final = re.compile(
    r"\s*(?:§+\s*\d+\w?|\(?(?:[0-9]{1,3}(?:[.,][0-9]{1,3})*|[IVXLC]{1,6}|[ivxlc]{1,6}|[A-Za-z])[a-z]?[.)]{0,2})\s*"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Of an element: characters other than white space, blocks with text and tables or lists below it."""

    characters: int
    blocks: int
    structures: int


def measured(root: Element) -> dict[Element, Measure]:
    """The measures of all elements that may be asked about."""
    found: dict[Element, Measure] = {}
    open_ones: list[tuple[int, int, int]] = []
    characters = blocks = structures = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start" and tag in NOT_SHOWN and tag != "head":
            walk.skip_subtree()
        elif event == "start":
            if _is_measured(element, tag):
                open_ones.append((characters, blocks, structures))
            structures += tag in ("table", "ul", "ol")
            blocks += tag in BLOCKS and bool((element.text or "").strip())
            characters += _visible(element.text)
        if event == "end":
            if _is_measured(element, tag):
                begun = open_ones.pop()
                found[element] = Measure(characters - begun[0], blocks - begun[1], structures - begun[2])
            blocks += bool((element.tail or "").strip()) and tag in BLOCKS
            characters += _visible(element.tail)
    return found


def hidden_cause(element: Element, stated: Declarations) -> str:
    """Why a browser does not show the element, empty where it does."""
    tag = str(element.tag)
    if element.get("hidden") is not None or tag == "noscript" or (tag == "dialog" and element.get("open") is None):
        return "not_displayed"
    if not stated:
        return ""
    if stated.get("display") == "none":
        return "not_displayed"
    if stated.get("visibility") in ("hidden", "collapse") or _is_zero(stated.get("opacity")):
        return "invisible"
    if _is_zero(stated.get("font-size")):
        return "tiny"
    return "off_page" if _is_far(stated) else ""


class Furniture:
    """Decides what is a page's furniture. `main`: the page says where its own text is."""

    def __init__(self, root: Element, measures: dict[Element, Measure]) -> None:
        self._measures = measures
        self._total = max((measure.characters for measure in measures.values()), default=0)
        self.main = {
            element
            for element, measure in measures.items()
            if element.tag == "main" and measure.characters >= self._total * _SMALL_SHARE
        }

    def reason(self, element: Element) -> IgnoredReason | None:
        """The reason to leave the element out of the text, None to keep it."""
        found = _furniture(element)
        if found is None or self._is_large(element):
            return None
        if any(above.tag in _OF_A_PART for above in element.iterancestors()):
            return None
        return found

    def _is_large(self, element: Element) -> bool:
        measure = self._measures.get(element)
        return measure is None or measure.characters > self._total * _SMALL_SHARE


def _furniture(element: Element) -> IgnoredReason | None:
    tag, role = element.tag, (element.get("role") or "").strip().lower()
    exported = _OF_A_WORD_PROCESSOR.get(element.get("title") or "")
    if tag == "div" and exported is not None:
        return exported
    if tag == "footer" or role == "contentinfo":
        return IgnoredReason.FOOTER
    if tag in ("nav", "header") or role in _NAVIGATION:
        return IgnoredReason.HEADER
    if tag in ("aside", "dialog") or role in _BESIDE or _is_cookie_notice(element):
        return IgnoredReason.SIDE_TEXT
    return None


def _is_cookie_notice(element: Element) -> bool:
    if element.tag in ("body", "html", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "span", "li"):
        return False
    return bool(_COOKIES.search(f"{(element.get('id') or '')[:200]} {(element.get('class') or '')[:1000]}"))


# --- tables -----------------------------------------------------------------------------------------------------------------


def own_rows(table: Element) -> Iterator[Element]:
    """The rows of the table itself."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def is_text_cell(cell: Element, measures: dict[Element, Measure]) -> bool:
    """Whether the cell holds running text."""
    measure = measures[cell]
    return measure.structures > 0 or measure.blocks > 1 or measure.characters > TEXT_CELL_CHARACTERS


def is_label_cell(cell: Element, measures: dict[Element, Measure]) -> bool:
    """Whether the cell holds nothing but a label (`§ 3`, `2.1`, `a)`)."""
    if not 0 < measures[cell].characters <= 12:
        return False
    return _LABEL.fullmatch("".join(str(text) for text in cell.itertext())) is not None


def places_text(table: Element, measures: dict[Element, Measure]) -> bool:
    """Whether the table only places text: it has one column, or two of which the first holds labels of the second."""
    rows = [cells(row) for row in own_rows(table)]
    columns = max(map(len, rows), default=0)
    labelled = any(
        len(row) == 2
        and is_text_cell(row[1], measures)
        and (is_label_cell(row[0], measures) or not measures[row[0]].characters)
        for row in rows
    )
    return columns <= 1 or (columns == 2 and labelled)


def _is_measured(element: Element, tag: str) -> bool:
    named = element.get("role") or element.get("title") in _OF_A_WORD_PROCESSOR
    return tag in _MEASURED or bool(named) or (tag in BLOCKS and _is_cookie_notice(element))


def _visible(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0


def _is_zero(value: str | None) -> bool:
    return value is not None and length(value, 1.0) == 0.0


def _is_far(stated: Declarations) -> bool:
    placed = ("left", "top") if stated.get("position") in ("absolute", "fixed") else ()
    return any((length(stated.get(name), 12.0) or 0.0) <= -_FAR * 0.75 for name in (*placed, "text-indent"))
