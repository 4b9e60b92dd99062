"""Type drawn twice to look bold is read once, and is bold.

PDFium leaves out some of the repetitions itself (a text object at the place of the one before) and keeps others, where
the second stands a little aside.
"""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from app.importing.pdf import native
from app.importing.pdf.frame import Box4
from app.importing.pdf.textpage import Printed

_SAME_PLACE = 0.1  # of the size: the same word again within it was drawn twice
_NEAR = 1.0  # points
_MIN_INK = 0.1  # points
_MAX_SAME = 200  # words of one text that are looked at: the second drawing follows soon
_FLOATS = [ctypes.c_float() for _ in range(4)]
_REFERENCES = [ctypes.byref(value) for value in _FLOATS]


def drawn_once(printed: Sequence[Printed], texts: Iterable[int], known: Collection[int]) -> list[Printed]:
    """The words without repetitions. `texts`: all text objects of the page, `known`: those that PDFium read."""
    repeated = _left_out_doubles(texts, known)
    kept: list[Printed] = []
    places: dict[str, list[int]] = {}
    for item in printed:
        same = places.setdefault(item.word.text, [])
        twin = next((i for i in same if _is_twin(kept[i], item)), -1) if same else -1
        if twin >= 0:
            kept[twin] = _bold(kept[twin])
            continue
        same.append(len(kept))
        del same[:-_MAX_SAME]
        kept.append(_bold(item) if item.first in repeated else item)
    return kept


def _is_twin(a: Printed, b: Printed) -> bool:
    near = _SAME_PLACE * a.word.size
    return abs(a.word.x0 - b.word.x0) <= near and abs(a.word.baseline - b.word.baseline) <= near


def _bold(item: Printed) -> Printed:
    return item if item.word.bold else item._replace(word=replace(item.word, bold=True))


def _left_out_doubles(texts: Iterable[int], known: Collection[int]) -> set[int]:
    """The objects of words at whose place another text object stands that PDFium left out."""
    left_out = [box for address in texts if address not in known and (box := _bounds(address))]
    if not left_out:
        return set()
    boxes: dict[tuple[int, int], list[tuple[Box4, int]]] = {}
    for address in known:
        box = _bounds(address)
        if box:
            boxes.setdefault((round(box[0]), round(box[1])), []).append((box, address))
    return {found for box in left_out if (found := _at(boxes, box))}


def _at(boxes: dict[tuple[int, int], list[tuple[Box4, int]]], box: Box4) -> int:
    """The object that covers the same place, 0 if there is none."""
    x, y = round(box[0]), round(box[1])
    near = (found for dx in (-1, 0, 1) for dy in (-1, 0, 1) for found in boxes.get((x + dx, y + dy), ()))
    return next((a for other, a in near if all(abs(p - q) <= _NEAR for p, q in zip(other, box, strict=True))), 0)


def _bounds(address: int) -> Box4 | None:
    """(left, bottom, right, top) of the object's ink; None for blanks."""
    native.object_bounds(address, *_REFERENCES)
    left, bottom, right, top = (value.value for value in _FLOATS)
    return (left, bottom, right, top) if right - left > _MIN_INK and top - bottom > _MIN_INK else None
