"""What a drawing in a run holds: text boxes, which are read, and what is not: embedded objects, diagrams, pictures.

Strategy: a drawing is searched once, outside its text boxes (these are read as blocks and bring their own drawings).
A picture may be a scanned page: `page_pictures` tells by size, and by how little text there is besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.importing.docx.names import ALTERNATE, Element, alternative, below, local, w

Size = tuple[float, float]
"""Width and height in points."""

_DRAWN = frozenset({w("pict"), w("drawing")})
_BOX, _OBJECT = w("txbxContent"), w("object")
_DIAGRAMS = ("/diagram", "/chart", "/chartex")  # endings of the URI of a graphic whose text is in a part of its own
_EMU = 12_700  # English Metric Units in a point
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px)")
_PAGE = (340.0, 340.0, 510.0)  # points; 12 × 12 × 18 cm: no side is shorter, one is longer than the last
_SMALL = 170.0  # points, 6 cm: a logo, a signature
_HARDLY_ANY = 500  # characters for each picture; a page of terms has thousands


@dataclass(slots=True)
class Drawn:
    """`boxes` with their paths; counts of what is not read; sizes of pictures, None where it is not said.

    `lettering` is drawn text: watermarks, mostly.
    """

    boxes: list[tuple[Element, str]] = field(default_factory=list)
    embedded: int = 0
    diagrams: int = 0
    pictures: list[Size | None] = field(default_factory=list)
    lettering: list[str] = field(default_factory=list)

    def add(self, other: Drawn) -> None:
        """Take over what `other` holds."""
        self.boxes += other.boxes
        self.embedded += other.embedded
        self.diagrams += other.diagrams
        self.pictures += other.pictures
        self.lettering += other.lettering


def drawn(drawing: Element, path: str) -> Drawn:
    """What a `drawing`, `pict`, `object` or an alternative of these holds (Word stores a second copy for old programs)."""
    found = Drawn()
    if drawing.tag == ALTERNATE:
        chosen, path = alternative(drawing, path)
        if chosen is None:
            return found
        drawing = chosen
    for element in _outside_boxes(drawing):
        _look_at(element, path, found)
    return found


def watermarks(part: Element) -> list[str]:
    """The lettering drawn across the pages by a header or footer."""
    found = [text.strip() for drawing in below(part) if drawing.tag in _DRAWN for text in drawn(drawing, "").lettering]
    return [text for text in dict.fromkeys(found) if text]


def in_watermark(paragraph: Element) -> bool:
    """Whether a paragraph is lettering in a text box that its program calls a watermark."""
    frames = (above for above in paragraph.iterancestors("{*}anchor"))
    return any(local(part) == "docPr" and "watermark" in part.get("name", "").casefold() for f in frames for part in f)


def _look_at(element: Element, path: str, found: Drawn) -> None:
    name = local(element)
    if element.tag == _BOX:
        found.boxes.append((element, f"{path}/txbxContent[{len(found.boxes) + 1}]"))
    elif element.tag == _OBJECT:
        found.embedded += 1
    elif name == "graphicData":
        found.diagrams += element.get("uri", "").endswith(_DIAGRAMS)
    elif name == "txBody" and _has_text(element):
        found.diagrams += 1
    elif name == "textpath" and element.get("string"):
        found.lettering.append(element.get("string", ""))
    elif name in {"pic", "imagedata"} and not _is_preview(element):
        found.pictures.append(_size(element))


def _outside_boxes(element: Element) -> Iterator[Element]:
    """The element and all below it in order; of a text box only the box itself, of alternatives only one."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        yield current
        if current.tag == ALTERNATE:
            chosen, _ = alternative(current, "")
            waiting.extend([] if chosen is None else [chosen])
        elif current.tag != _BOX:
            waiting.extend(reversed(current))


def _has_text(element: Element) -> bool:
    return any((part.text or "").strip() for part in element.iter() if local(part) == "t")


def _is_preview(picture: Element) -> bool:
    """An embedded object shows itself as a picture; it is counted already."""
    return any(above.tag == _OBJECT for above in picture.iterancestors())


# --- pictures -------------------------------------------------------------------------------------------------------------


def page_pictures(sizes: Sequence[Size | None], characters: int) -> int:
    """How many pictures may be scanned pages: the large ones, and all but the small where there is hardly any text."""
    large = sum(_is_large(size) for size in sizes)
    notable = sum(size is None or min(size) > _SMALL for size in sizes)
    return notable if characters < _HARDLY_ANY * notable else large


def _is_large(size: Size | None) -> bool:
    width, height, longer = _PAGE
    return size is not None and size[0] > width and size[1] > height and max(size) > longer


def _size(picture: Element) -> Size | None:
    """From the drawing's frame (DrawingML) or the shape's style (VML), whichever is nearer."""
    for above in picture.iterancestors():
        name = local(above)
        if name in {"inline", "anchor"}:
            return _extent(above)
        if name in {"shape", "rect"}:
            found = {
                side: float(number) * _UNITS[unit] for side, number, unit in _STYLE.findall(above.get("style", ""))
            }
            return (found["width"], found["height"]) if len(found) == len(("width", "height")) else None
    return None


def _extent(frame: Element) -> Size | None:
    for element in frame:
        if local(element) == "extent":
            try:
                return int(element.get("cx", "")) / _EMU, int(element.get("cy", "")) / _EMU
            except (ValueError, OverflowError):
                return None
    return None
