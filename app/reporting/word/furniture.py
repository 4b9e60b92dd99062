"""What runs along every page: the header's words, the footer's words and the number of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.reporting.paper import Paper
from app.reporting.word.elements import Element, field, run, w
from app.reporting.word.sheet import Sheet
from app.wording.wordfile import file_phrase

_GAP: Final = "\0"
_SHORT: Final = 90  # characters; a longer footer has the page number on a line of its own
_EDGE: Final = 540  # from the sheet's edge


def header_elements(paper: Paper) -> Iterator[Element]:
    """One paragraph, empty without words."""
    yield w("p", w("pPr", w("pStyle", val="Header")), *_words(paper.header))


def footer_elements(paper: Paper, sheet: Sheet) -> Iterator[Element]:
    """The words at the left, the page number at the right."""
    page = _page(paper)
    if len(paper.footer) > _SHORT:
        yield _footer(sheet, *_words(paper.footer))
        yield _footer(sheet, w("r", w("tab")), *page)
    else:
        yield _footer(sheet, *_words(paper.footer), w("r", w("tab")), *page)


def section_element(sheet: Sheet, header: str, footer: str, relation: str) -> Element:
    """The sheet; `header` and `footer`: ids of the relations to their parts, `relation`: the name of the attribute that holds them."""
    head, foot = w("headerReference", type="default"), w("footerReference", type="default")
    head.set(relation, header)
    foot.set(relation, footer)
    turned = {"orient": "landscape"} if sheet.turned else {}
    size = w("pgSz", w=sheet.width, h=sheet.height, **turned)
    margin = sheet.margin
    margins = w("pgMar", top=margin, right=margin, bottom=margin, left=margin, header=_EDGE, footer=_EDGE, gutter=0)
    return w("sectPr", head, foot, size, margins, w("cols", space=708))


def _footer(sheet: Sheet, *content: Element) -> Element:
    right = w("tabs", w("tab", val="right", pos=sheet.text_width))
    return w("p", w("pPr", w("pStyle", val="Footer"), right), *content)


def _page(paper: Paper) -> Iterator[Element]:
    """The fields of the page and of the number of pages within the words of the language."""
    words = file_phrase("page", paper.lang, page=_GAP, pages=_GAP).split(_GAP)
    for index, word in enumerate(words):
        yield from _words(word)
        if index < len(words) - 1:
            yield from field(("PAGE", "NUMPAGES")[index], run("1"))


def _words(content: str) -> list[Element]:
    return [run(content)] if content else []
