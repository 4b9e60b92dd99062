"""Whether characters can be seen: hidden by a switch, too small, or in the colour of what they stand on.

Strategy: only text of a stated colour is looked at. What it stands on is the nearest thing that paints: the run's own
shading, paragraph, cell, table style, text box, page. Where that cannot be known (a picture, a gradient, a theme's
fill) the text counts as seen: read, it is reviewed like every clause.
"""

from __future__ import annotations

import re

from app.importing.docx.names import Element, child, local, number, table_properties, value
from app.importing.docx.styles import UNKNOWN_SHADE, RunLook, Styles, shade_of

HIDDEN, TINY, WHITE, OFF_PAGE = "hidden_font", "tiny", "white", "off_page"
SMALLEST = 2.0  # points that can be made out

_PAPER = "FFFFFF"
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_NEAR = 6  # steps of 255 between two colours that nobody tells apart
_SHAPES = frozenset({"wsp", "shape", "rect", "roundrect", "oval"})
_PAINT = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_LIGHT = frozenset({"bg1", "lt1"})


class Background:
    """What the characters of one part stand on."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        # Which text a picture behind it belongs to nobody knows without laying out the pages.
        self._paper = UNKNOWN_SHADE if _has_backdrop(root) else _PAPER
        self._last: tuple[Element | None, str] = (None, _PAPER)  # runs of one paragraph stand on one ground

    def hides(self, run: Element, look: RunLook) -> str:
        """Why a run's characters are not seen; empty where they are."""
        if look.hidden:
            return HIDDEN
        if look.size * _scale(run) < SMALLEST:
            return TINY
        if look.colour is None:
            return ""
        return WHITE if _same(look.colour, look.shade or self._behind(run)) else ""

    def _behind(self, run: Element) -> str:
        """The colour that the run stands on."""
        above = run.getparent()
        if above is None or self._last[0] is not above:
            painted = (_painted(element, self._styles) for element in run.iterancestors())
            self._last = above, next((colour for colour in painted if colour is not None), self._paper)
        return self._last[1]


def _scale(run: Element) -> float:
    """How wide a run's characters are drawn; 1 is as wide as the font has them."""
    percent = number(value(run, "rPr", "w"))
    return 1.0 if percent is None else percent / 100


def _has_backdrop(root: Element) -> bool:
    """Whether a picture or a coloured shape lies behind the text."""
    return any(anchor.get("behindDoc") in {"1", "true"} and _paints(anchor) for anchor in root.iter("{*}anchor"))


def _paints(anchor: Element) -> bool:
    """Whether a drawing holds a picture or an area in a colour."""
    fills = (element for element in anchor.iter() if local(element) in _PAINT)
    return any(local(fill) == "blipFill" or (_is_area(fill) and _solid(fill) != _PAPER) for fill in fills)


def _is_area(fill: Element) -> bool:
    above = fill.getparent()
    return above is not None and local(above) == "spPr"


def _painted(element: Element, styles: Styles) -> str | None:
    name = local(element)
    if name == "p":
        return next((s for p in styles.paragraph_properties(element) if (s := shade_of(p)) is not None), None)
    if name == "tc":
        return shade_of(child(element, "tcPr"))
    if name == "tbl":
        properties = table_properties(element)
        return shade_of(properties) or styles.table_shade(value(properties, "tblStyle"))
    if name in _SHAPES:
        return _fill(element)
    return None


def _fill(shape: Element) -> str | None:
    """What a text box paints behind its text: VML in attributes, DrawingML in its shape's properties."""
    if local(shape) != "wsp":
        found = _COLOUR.match(shape.get("fillcolor", ""))
        plain = shape.get("filled") in {"f", "false"} or "fillcolor" not in shape.attrib
        return None if plain else found.group(1) if found else UNKNOWN_SHADE
    for properties in shape:
        for fill in properties if local(properties) == "spPr" else ():
            if local(fill) in _PAINT:
                return _solid(fill)
            if local(fill) == "noFill":
                return None
    return UNKNOWN_SHADE if any(local(part) == "style" for part in shape) else None


def _solid(fill: Element) -> str:
    if local(fill) == "solidFill" and len(fill) == 1:
        colour = fill[0].get("val", "")
        if colour in _LIGHT and not len(fill[0]):
            return _PAPER
        if _COLOUR.match(colour):
            return colour
    return UNKNOWN_SHADE


def _same(colour: str, behind: str) -> bool:
    one, other = _COLOUR.match(colour), _COLOUR.match(behind)
    if one is None or other is None:
        return False
    pairs = zip(bytes.fromhex(one.group(1)), bytes.fromhex(other.group(1)), strict=True)
    return all(abs(a - b) <= _NEAR for a, b in pairs)
