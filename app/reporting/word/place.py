"""Where blocks stand on the sheet: how far in, beside which bar, in which type; and the paragraphs that stand there.

Strategy: a frame is no table but a bar at the left of its paragraphs, because Word shows only headings outside tables in its navigation.
The bar keeps its place beside indented paragraphs: their distance to it is greater by the indent. Word allows 31 points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.reporting.word.elements import Element, flag, parent, w
from app.reporting.word.looks import BAR, BAR_INDENT, BAR_SPACE, LIST_INDENT, LOOKS
from app.reporting.word.styles import edge

_FARTHEST: Final = 31
_INDENTS: Final = {look.id: look.indent for look in LOOKS}
_MADE_SMALL: Final = ("Normal", "lead", "ListBullet", "ListNumber")
_OWN_BAR: Final = frozenset(look.id for look in LOOKS if look.bar)


@dataclass(frozen=True, slots=True)
class Place:
    """`width`: of the text, in twentieths of a point, `indent` included."""

    width: int
    indent: int = 0
    bar: str = ""
    small: bool = False

    def framed(self, bar: str) -> Place:
        """The place within a frame."""
        return Place(self.width, self.indent + BAR_INDENT, bar, self.small)

    def in_small_type(self) -> Place:
        """The same place for what is of little interest."""
        return Place(self.width, self.indent, self.bar, small=True)

    def style(self, wanted: str) -> str:
        """The style that a paragraph has here."""
        return "small" if self.small and wanted in _MADE_SMALL else wanted


def paragraph(
    style: str,
    content: tuple[Element, ...],
    place: Place,
    *,
    list_id: int = 0,
    new_page: bool = False,
    keep: bool = False,
) -> Element:
    """A paragraph; `list_id`: of the numbered list it belongs to; `keep`: on one page with what follows."""
    return w(
        "p",
        parent(
            "pPr",
            w("pStyle", val=style) if style != "Normal" else None,
            flag("keepNext", keep),
            flag("pageBreakBefore", new_page),
            w("numPr", w("ilvl", val=0), w("numId", val=list_id)) if list_id else None,
            _bar(style, place, listed=bool(list_id)),
            _indent(style, place, listed=bool(list_id)),
        ),
        *content,
    )


def _bar(style: str, place: Place, *, listed: bool) -> Element | None:
    if not place.bar or style in _OWN_BAR:
        return None
    space = BAR_SPACE + (0 if listed else _INDENTS.get(style, 0) // 20)
    return w("pBdr", edge("left", place.bar, BAR, min(space, _FARTHEST)))


def _indent(style: str, place: Place, *, listed: bool) -> Element | None:
    if listed:  # its text stands as far in as the list's own, its number before it
        return w("ind", left=place.indent + LIST_INDENT, hanging=LIST_INDENT)
    return w("ind", left=place.indent + _INDENTS.get(style, 0)) if place.indent else None
