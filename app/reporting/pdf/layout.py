"""A paper laid out on pages of A4: everything that is known before anything is drawn.

A paper that must fit on one page is set smaller, step by step, as far as it can still be read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.reporting.logo import checked_logo
from app.reporting.paper import Paper, plain
from app.reporting.pdf.area import Area, Texts
from app.reporting.pdf.blocks import Blocks, anchors
from app.reporting.pdf.boxes import Box, PictureBox
from app.reporting.pdf.fonts import Fonts
from app.reporting.pdf.lines import Line, Setter
from app.reporting.pdf.look import A4, EDGE, LEADING, MARGIN, RUNNING, SUBTITLE, TITLE, Look
from app.reporting.pdf.pages import Page, paginate
from app.wording.wordfile import file_phrase

SIZES: Final = (1.0, 0.95, 0.9, 0.85, 0.8)  # of type, for one page
_LOGO: Final = (130.0, 44.0)  # at most
_HEADER_LINES, _FOOTER_LINES = 2, 3


@dataclass(frozen=True, slots=True)
class Layout:
    """`size`: of a page; `top`: where the text begins; `header` and `footer` are lines, the last of a footer lowest."""

    paper: Paper
    pages: list[Page]
    size: tuple[float, float]
    top: float
    header: tuple[Line, ...]
    footer: tuple[Line, ...]
    fonts: Fonts


def laid_out(paper: Paper) -> Layout:
    """All pages."""
    layout = _laid_out(paper, 1.0)
    for factor in SIZES[1:] if paper.one_page else ():
        if len(layout.pages) == 1:
            break
        layout = _laid_out(paper, factor)
    return layout


def page_count(paper: Paper) -> int:
    """Of its PDF; for a paper of one page at full size."""
    return len(_laid_out(paper, 1.0).pages)


def _laid_out(paper: Paper, factor: float) -> Layout:
    fonts = Fonts()
    setter = Setter(fonts, frozenset(anchors(paper.blocks)), factor)
    size = (A4[1], A4[0]) if paper.landscape else A4
    width = size[0] - 2 * MARGIN
    header = _running(setter, paper.header, width, _HEADER_LINES)
    footer = _running(setter, paper.footer, width - 90, _FOOTER_LINES)
    top = EDGE + _height(header) + 9
    bottom = EDGE + max(_height(footer), RUNNING.size * LEADING) + 9
    boxes = _boxes(paper, setter, Area(MARGIN, width), factor)
    pages = paginate(boxes, size[1] - top - bottom)
    return Layout(paper, pages, size, size[1] - top, header, footer, fonts)


def _boxes(paper: Paper, setter: Setter, area: Area, factor: float) -> list[Box]:
    texts = Texts(setter, factor * factor)
    boxes = [*_opening(paper, texts, area), *Blocks(paper, texts).boxes(paper.blocks, area)]
    if setter.fonts.lacking:
        count = setter.fonts.lacking.total()
        text = file_phrase("lacking", paper.lang, count=count, codes=setter.fonts.lacking_codes())
        boxes += [texts.white(8, area), *texts.text(plain(text), RUNNING, area)]
    while len(boxes) > 1 and boxes[-1].empty and not boxes[-1].marks:
        boxes.pop()
    return boxes


def _opening(paper: Paper, texts: Texts, area: Area) -> list[Box]:
    """Title and subtitle, the logo beside them."""
    boxes: list[Box] = []
    beside, tall = area, 0.0
    if paper.logo:
        logo = checked_logo(paper.logo)
        width, tall = logo.fitted(*_LOGO)
        boxes.append(PictureBox(0, keep=True, data=logo.content, x=area.x + area.width - width, size=(width, tall)))
        beside = replace(area, width=area.width - width - 14)
    if paper.title:
        boxes += texts.text(plain(paper.title), TITLE, beside, keep=True)
    if paper.subtitle:
        boxes += [texts.white(3, area, keep=True), *texts.text(plain(paper.subtitle), SUBTITLE, beside, keep=True)]
    boxes.append(Box(max(0.0, tall - sum(box.height for box in boxes)), keep=True))
    return [*boxes, texts.white(10, area)]


def _running(setter: Setter, text: str, width: float, most: int) -> tuple[Line, ...]:
    """At most so many lines; an ellipsis says where there is more."""
    if not text.strip():
        return ()
    look: Look = RUNNING
    lines = setter.lines(plain(text), look, width)
    if len(lines) > most:
        dots = setter.lines(plain("…"), look, width)[0]
        shorter = setter.lines(plain(text), look, width - look.size)
        lines = [*shorter[: most - 1], Line((*shorter[most - 1].pieces, *dots.pieces))]
    return tuple(lines)


def _height(lines: tuple[Line, ...]) -> float:
    return len(lines) * RUNNING.size * LEADING
