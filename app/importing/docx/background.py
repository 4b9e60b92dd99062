"""Whether characters can be seen: hidden by a switch, too small, or in the colour of what they stand on.

Strategy: only text of a stated colour is looked at. What it stands on is the nearest thing that paints: the run's own
shading, paragraph, cell, row, table, text box, page. Where that cannot be known (a picture, a gradient, a theme's fill, a
shape behind the text or beside its box, a page's colour) and where letters have an outline or a shadow, the text counts
as seen: read, it is reviewed like every clause.
"""

from __future__ import annotations

import re

from app.importing.docx.names import Element, child, local, number, table_properties, value
from app.importing.docx.shapes import PAPER, SHAPES, fill_of, paints_beside_boxes, paints_page
from app.importing.docx.styles import UNKNOWN_SHADE, RunLook, Styles, shade_of

HIDDEN, TINY, WHITE, OFF_PAGE = "hidden_font", "tiny", "white", "off_page"
SMALLEST = 2.0  # points that can be made out

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_NEAR = 6  # steps of 255 between two colours that nobody tells apart


class Background:
    """What the characters of one part stand on; `backdrop`: other parts may paint behind it."""

    def __init__(self, root: Element, styles: Styles, *, backdrop: bool = False) -> None:
        self._styles = styles
        self._paper = UNKNOWN_SHADE if backdrop or paints_page(root) else PAPER
        self._under_boxes = UNKNOWN_SHADE if paints_beside_boxes(root) else self._paper
        self._last: tuple[Element | None, str] = (None, PAPER)  # runs of one paragraph stand on one ground

    def hides(self, run: Element, look: RunLook) -> str:
        """Why a run's characters are not seen; empty where they are."""
        if look.hidden:
            return HIDDEN
        if look.size * _scale(run) < SMALLEST:
            return TINY
        if look.colour is None or look.outlined:
            return ""
        return WHITE if _same(look.colour, look.shade or self._behind(run)) else ""

    def _behind(self, run: Element) -> str:
        """The colour that the run stands on."""
        above = run.getparent()
        if above is None or self._last[0] is not above:
            self._last = above, self._painted_behind(run)
        return self._last[1]

    def _painted_behind(self, run: Element) -> str:
        boxed = False
        for element in run.iterancestors():
            boxed |= local(element) in SHAPES
            colour = _painted(element, self._styles)
            if colour is not None:
                return colour
        return self._under_boxes if boxed else self._paper


def _scale(run: Element) -> float:
    """How wide a run's characters are drawn; 1 is as wide as the font has them."""
    percent = number(value(run, "rPr", "w"))
    return 1.0 if percent is None else percent / 100


def _painted(element: Element, styles: Styles) -> str | None:
    name = local(element)
    if name == "p":
        return next((s for p in styles.paragraph_properties(element) if (s := shade_of(p)) is not None), None)
    if name == "tc":
        return shade_of(child(element, "tcPr"))
    if name == "tr":
        return shade_of(child(element, "tblPrEx"))
    if name == "tbl":
        properties = table_properties(element)
        return shade_of(properties) or styles.table_shade(value(properties, "tblStyle"))
    return fill_of(element) if name in SHAPES else None


def _same(colour: str, behind: str) -> bool:
    one, other = _COLOUR.match(colour), _COLOUR.match(behind)
    if one is None or other is None:
        return False
    pairs = zip(bytes.fromhex(one.group(1)), bytes.fromhex(other.group(1)), strict=True)
    return all(abs(a - b) <= _NEAR for a, b in pairs)
