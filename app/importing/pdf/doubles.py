"""Type drawn twice to look bold is read once, and is bold.

PDFium leaves out some of the repetitions itself (a text object at the place of the one before) and keeps others, where
the second stands a little aside.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from app.importing.pdf import native
from app.importing.pdf.textpage import Printed

_SAME_PLACE = 0.1  # of the size: the same word again within it was drawn twice
_NEAR = 1.0  # points


def drawn_once(printed: Sequence[Printed], texts: Iterable[int]) -> list[Printed]:
    """The words without repetitions. `texts`: all text objects of the page."""
    repeated = _left_out_doubles(printed, texts)
    kept: list[Printed] = []
    places: dict[tuple[str, int], list[int]] = {}
    for item in printed:
        word = item.word
        same = [i for step in (-1, 0, 1) for i in places.get((word.text, round(word.baseline) + step), ())]
        twin = next((i for i in same if _is_twin(kept[i], item)), None)
        if twin is not None:
            kept[twin] = _bold(kept[twin])
            continue
        places.setdefault((word.text, round(word.baseline)), []).append(len(kept))
        kept.append(_bold(item) if item.first in repeated else item)
    return kept


def _is_twin(a: Printed, b: Printed) -> bool:
    near = _SAME_PLACE * a.word.size
    return abs(a.word.x0 - b.word.x0) <= near and abs(a.word.baseline - b.word.baseline) <= near


def _bold(item: Printed) -> Printed:
    return item if item.word.bold else replace(item, word=replace(item.word, bold=True))


def _left_out_doubles(printed: Sequence[Printed], texts: Iterable[int]) -> set[int]:
    """The objects of words at whose place another text object stands that PDFium left out."""
    known = {address for item in printed for address in (item.first, item.last)}
    left_out = [address for address in texts if address not in known]
    if not left_out:
        return set()
    begins: dict[tuple[int, int], list[tuple[float, float, int]]] = {}
    for address in known:
        x, y = _origin(address)
        begins.setdefault((round(x), round(y)), []).append((x, y, address))
    return {found for address in left_out if (found := _at(begins, *_origin(address)))}


def _at(begins: dict[tuple[int, int], list[tuple[float, float, int]]], x: float, y: float) -> int:
    """The object that begins near (x, y), 0 if there is none."""
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            for other_x, other_y, address in begins.get((round(x) + dx, round(y) + dy), ()):
                if abs(other_x - x) <= _NEAR and abs(other_y - y) <= _NEAR:
                    return address
    return 0


def _origin(address: int) -> tuple[float, float]:
    matrix = pdfium.FS_MATRIX()
    native.object_matrix(address, ctypes.byref(matrix))
    return matrix.e, matrix.f
