"""What the sheet of paper hides: text moved off its edges, squeezed into lines or rows without height.

Strategy: only what is certain without laying out pages. Places are stated from the page, a margin or a column; all
columns lie between the margins, so a box is off the page if it is whatever column it is counted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.importing.docx.background import HIDDEN, OFF_PAGE, TINY
from app.importing.docx.names import Element, child, local, points, switch, w

_EMU = 12_700  # English Metric Units in a point
_LOWEST = 2.0  # points of a line or row in which anything can be made out
_UNITS = {"": 1.0, "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_STYLE = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]*)")
_LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,6})?)(pt|in|cm|mm|px)?$")
_SHAPES = frozenset({"shape", "rect", "roundrect", "oval"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """The largest page of a document, in points."""

    width: float = 595.3
    height: float = 841.9

    def hides_box(self, box: Element) -> str:
        """Why nobody sees the text of a text box; empty where it is seen."""
        for above in box.iterancestors():
            name = local(above)
            if name in _SHAPES:
                return self._shape(dict(_STYLE.findall(above.get("style", ""))))
            if name in {"anchor", "inline"}:
                return self._anchor(above)
        return ""

    def hides_paragraph(self, properties: Iterator[Element]) -> str:
        """Why nobody sees a paragraph with these properties (nearest first)."""
        for ppr in properties:
            spacing, frame = child(ppr, "spacing"), child(ppr, "framePr")
            if spacing is not None and spacing.get(w("lineRule")) == "exact":
                height = points(spacing.get(w("line")))
                if height is not None and height < _LOWEST:
                    return TINY
            if frame is not None:
                return self._frame(frame)
        return ""

    def _frame(self, frame: Element) -> str:
        x, y = points(frame.get(w("x"))) or 0.0, points(frame.get(w("y"))) or 0.0
        width = points(frame.get(w("w"))) or self.width
        return OFF_PAGE if self._outside(x, width, self.width) or self._outside(y, self.height, self.height) else ""

    def _anchor(self, frame: Element) -> str:
        if any(local(part) == "docPr" and part.get("hidden") in {"1", "true"} for part in frame):
            return HIDDEN
        extent = next((part for part in frame if local(part) == "extent"), None)
        for side, along, full in (("positionH", "cx", self.width), ("positionV", "cy", self.height)):
            offset = _offset(frame, side)
            length = None if extent is None else _emu(extent.get(along))
            if offset is not None and (
                self._outside(offset[0], length or 0.0, full) or (offset[1] and offset[0] + (length or 0.0) <= 0)
            ):
                return OFF_PAGE
        return ""

    def _shape(self, style: dict[str, str]) -> str:
        if style.get("visibility", "").strip() == "hidden":
            return HIDDEN
        for edge, along, full in (("left", "width", self.width), ("top", "height", self.height)):
            offset = _length(style.get(f"margin-{edge}") or style.get(edge))
            if offset is not None and self._outside(offset, _length(style.get(along)) or 0.0, full):
                return OFF_PAGE
        return ""

    @staticmethod
    def _outside(start: float, length: float, full: float) -> bool:
        """Off the page even if counted from the far edge of it."""
        return start + length <= -full or start >= full


def sheet_of(root: Element) -> Sheet:
    """The sheet of a document."""
    sizes = [child(section, "pgSz") for section in root.iter(w("sectPr"))]
    widths = [points(size.get(w("w"))) for size in sizes if size is not None]
    heights = [points(size.get(w("h"))) for size in sizes if size is not None]
    least = Sheet()
    return Sheet(
        max((x for x in widths if x), default=least.width), max((y for y in heights if y), default=least.height)
    )


def row_cause(row: Element) -> str:
    """Why nobody sees a table row; empty where it is seen."""
    properties = child(row, "trPr")
    if switch(child(properties, "hidden")):
        return HIDDEN
    height = child(properties, "trHeight")
    if height is None or height.get(w("hRule")) != "exact":
        return ""
    size = points(height.get(w("val")))
    return TINY if size is not None and size < _LOWEST else ""


def _offset(frame: Element, side: str) -> tuple[float, bool] | None:
    """How far from its origin, in points, and whether that is the page's edge."""
    for part in frame:
        if local(part) == side:
            offset = next((_emu(p.text) for p in part if local(p) == "posOffset"), None)
            return None if offset is None else (offset, part.get("relativeFrom") == "page")
    return None


def _emu(text: str | None) -> float | None:
    try:
        return int(text or "") / _EMU
    except (ValueError, OverflowError):
        return None


def _length(text: str | None) -> float | None:
    found = _LENGTH.match((text or "").strip())
    return float(found.group(1)) * _UNITS[found.group(2) or ""] if found else None
