"""What shapes and pictures paint, and whether text may stand on them.

Strategy: where they lie on the page is not known without laying it out. A shape or picture behind the text, in a header
or beside others in a group may lie under any text there; one in the line of text lies under none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importing.docx.names import Element, child, local, w
from app.importing.docx.styles import UNKNOWN_SHADE

PAPER = "FFFFFF"
SHAPES = frozenset({"wsp", "shape", "rect", "roundrect", "oval"})

_AREAS = tuple(f"{{*}}{name}" for name in (*sorted(SHAPES), "pic"))
_PAINT = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_LIGHT = frozenset({"bg1", "lt1"})
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_WHITE = re.compile(r"(?:white|#fff)\b", re.IGNORECASE)
_BELOW = re.compile(r"z-index\s*:\s*-")
_PLACED = re.compile(r"position\s*:\s*absolute")
_LETTERING = "textpath"
_BACKGROUND = w("background")
_EMU = 12_700
_LOGO = 170.0  # points, 6 cm: what is smaller on both sides stands beside the text


def paints_page(root: Element) -> bool:
    """Whether a colour of the page or anything behind the running text may be what it stands on."""
    background = child(root, "background") if root.tag != _BACKGROUND else root
    coloured = background is not None and background.get(w("color"), "auto").upper() not in {"AUTO", PAPER}
    return coloured or any(_is_behind(area) for area in _painting(root))


def paints_all_pages(header: Element) -> bool:
    """Whether a header or footer paints more than a logo: what is in it lies behind the text."""
    return any(_is_placed(area) and not _is_logo(area) for area in _painting(header))


def paints_beside_boxes(root: Element) -> bool:
    """Whether the text of a box that paints nothing itself may stand on another shape or a picture."""
    return any(local(area) != "pic" or _is_placed(area) for area in _painting(root))


def fill_of(shape: Element) -> str | None:
    """What a text box paints behind its text: VML in attributes, DrawingML in its shape's properties; None: nothing."""
    if local(shape) != "wsp":
        return _vml_fill(shape)
    for properties in shape:
        for fill in properties if local(properties) == "spPr" else ():
            if local(fill) in _PAINT:
                return _solid(fill)
            if local(fill) == "noFill":
                return None
    themed = (part for style in shape if local(style) == "style" for part in style if local(part) == "fillRef")
    return UNKNOWN_SHADE if any(reference.get("idx") != "0" for reference in themed) else None


def _painting(root: Element) -> Iterator[Element]:
    """Shapes that paint an area in a colour, and pictures."""
    for area in root.iter(*_AREAS):
        if local(area) == "pic" or fill_of(area) not in {None, PAPER} or _holds(area, "imagedata"):
            yield area


def _vml_fill(shape: Element) -> str | None:
    stated = shape.get("fillcolor")
    if stated is None or shape.get("filled") in {"f", "false"} or _holds(shape, _LETTERING):
        return None
    found = _COLOUR.match(stated)
    return PAPER if _WHITE.match(stated) else found.group(1).upper() if found else UNKNOWN_SHADE


def _holds(shape: Element, name: str) -> bool:
    return any(local(part) == name for part in shape)


def _solid(fill: Element) -> str:
    if local(fill) == "solidFill" and len(fill) == 1:
        colour = fill[0].get("val", "")
        if colour in _LIGHT and not len(fill[0]):
            return PAPER
        if _COLOUR.match(colour):
            return colour.upper()
    return UNKNOWN_SHADE


def _frames(area: Element) -> Iterator[Element]:
    """The area and what holds it within its drawing."""
    yield area
    yield from area.iterancestors("{*}anchor", "{*}group")


def _is_behind(area: Element) -> bool:
    return any(f.get("behindDoc") in {"1", "true"} or _BELOW.search(f.get("style", "")) for f in _frames(area))


def _is_placed(area: Element) -> bool:
    """Whether it has a place of its own on the page; else it stands in a line of text."""
    return any(local(f) == "anchor" or _PLACED.search(f.get("style", "")) for f in _frames(area))


def _is_logo(area: Element) -> bool:
    sizes = (part for anchor in area.iterancestors("{*}anchor") for part in anchor if local(part) == "extent")
    size = next(sizes, None)
    sides = () if size is None else (size.get("cx", ""), size.get("cy", ""))
    return bool(sides) and all(side.isdecimal() and int(side[:12]) < _LOGO * _EMU for side in sides)
