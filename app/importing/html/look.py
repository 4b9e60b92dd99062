"""How the characters of an element are set: a browser's defaults, then the page's own rules, inherited by what is inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from app.importing.html.stylesheet import Declarations

BODY_SIZE: Final = 12.0  # points: a browser's 16 pixels
INDENT: Final = 30.0  # points: a browser's 40 pixels
_POINTS: Final = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0}
_LENGTH: Final = re.compile(r"([+-]?\d*\.?\d+)(pt|px|in|cm|mm|pc|rem|em|%)?")
_MAX_LENGTH: Final = 100_000.0
_MAX_MARGIN: Final = 20.0  # ems
_NAMED_SIZES: Final = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}

# tag → size in ems of the parent and margin above in ems of its own (HTML standard, 15.3.7)
_HEADINGS: Final = {
    "h1": (2.0, 0.67),
    "h2": (1.5, 0.83),
    "h3": (1.17, 1.0),
    "h4": (1.0, 1.33),
    "h5": (0.83, 1.67),
    "h6": (0.67, 2.33),
}
MARGINS: Final = {
    **{tag: margin for tag, (_, margin) in _HEADINGS.items()},
    **dict.fromkeys(("p", "ul", "ol", "dl", "blockquote", "pre", "figure", "menu"), 1.0),
}
_BOLD: Final = frozenset({"b", "strong", "th", *_HEADINGS})
_ITALIC: Final = frozenset({"i", "em", "cite", "dfn", "var", "address"})
_UNDERLINED: Final = frozenset({"u", "ins"})
_INDENTED: Final = frozenset({"ul", "ol", "menu", "dd", "blockquote"})
_SMALLER: Final = frozenset({"small", "sub", "sup"})


@dataclass(frozen=True, slots=True)
class Look:
    """Set in points; `anchor`: inside a link to a place of the same page; `raised`: superscript."""

    size: float = BODY_SIZE
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    centered: bool = False
    preformatted: bool = False
    indent: float = 0.0
    outline: int | None = None
    list_style: str = ""
    anchor: bool = False
    raised: bool = False


def looked(parent: Look, tag: str, stated: Declarations, align: str) -> Look:
    """The look of an element with this tag, these declarations and this `align` attribute."""
    look = _by_tag(parent, tag)
    if align:
        look = replace(look, centered=align.lower() == "center")
    return _by_rules(look, parent, stated) if stated else look


def length(value: str | None, size: float) -> float | None:
    """A length in points, None where it is none; `size`: what an em and a percentage are of."""
    match = _LENGTH.fullmatch(value.strip()) if value else None
    if match is None:
        return None
    unit = match[2] or "px"
    factor = {"em": size, "rem": BODY_SIZE, "%": size / 100}.get(unit) or _POINTS[unit]
    return max(-_MAX_LENGTH, min(_MAX_LENGTH, float(match[1][:20]) * factor))


def margins(tag: str, stated: Declarations, size: float, *, nested: bool) -> tuple[float, float]:
    """White space above and below in ems; a list within a list (`nested`) has none of its own."""
    usual = 0.0 if nested and tag in ("ul", "ol", "menu") else MARGINS.get(tag, 0.0)
    sides = stated.get("margin", "").split()
    above = stated.get("margin-top") or (sides[0] if sides else None)
    below = stated.get("margin-bottom") or (sides[2] if len(sides) > 2 else sides[0] if sides else None)
    return _ems(above, size, usual), _ems(below, size, usual)


def _ems(stated: str | None, size: float, usual: float) -> float:
    found = length(stated, size)
    return usual if found is None or not size else round(min(max(found / size, 0.0), _MAX_MARGIN), 2)


def _by_tag(parent: Look, tag: str) -> Look:
    look = parent
    if tag in _HEADINGS:
        size = round(parent.size * _HEADINGS[tag][0], 2)
        look = replace(look, size=size, outline=int(tag[1]) - 1)
    if tag in _SMALLER:
        look = replace(look, size=round(parent.size * 0.83, 2), raised=tag == "sup")
    if tag in _INDENTED:
        look = replace(look, indent=parent.indent + INDENT)
    return replace(
        look,
        bold=look.bold or tag in _BOLD,
        italic=look.italic or tag in _ITALIC,
        underlined=look.underlined or tag in _UNDERLINED,
        centered=(look.centered or tag in ("center", "caption", "th")) and tag != "td",
        preformatted=look.preformatted or tag in ("pre", "textarea", "listing", "xmp"),
    )


def _by_rules(look: Look, parent: Look, stated: Declarations) -> Look:
    weight, slant = stated.get("font-weight"), stated.get("font-style")
    line = stated.get("text-decoration") or stated.get("text-decoration-line")
    space = stated.get("white-space")
    return replace(
        look,
        size=_size(stated.get("font-size"), look, parent),
        bold=look.bold if weight is None else _is_bold(weight),
        italic=look.italic if slant is None else slant in ("italic", "oblique"),
        underlined=look.underlined or (line is not None and "underline" in line),
        centered=look.centered if "text-align" not in stated else stated["text-align"] == "center",
        preformatted=look.preformatted if space is None else space in ("pre", "pre-wrap", "pre-line", "break-spaces"),
        indent=look.indent + sum(_side(stated.get(side), look.size) for side in ("margin-left", "padding-left")),
        list_style=stated.get("list-style-type") or stated.get("list-style") or look.list_style,
    )


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)


def _size(stated: str | None, look: Look, parent: Look) -> float:
    found = _NAMED_SIZES.get(stated or "") or length(stated, parent.size)
    return look.size if found is None or found < 0 else round(found, 2)


def _side(stated: str | None, size: float) -> float:
    found = length(stated, size) or 0.0
    return round(min(max(found, 0.0), 400.0), 2)
