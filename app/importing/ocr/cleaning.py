"""A scanned page made easy to read: paper white, sheet straight, dust gone.

Strategy: grey values are divided by the brightness of the paper around them, so shadows and grey paper vanish and thin
strokes stay. The lines of a straight sheet make the sharpest profile of ink per row: the angle that gives it is the
skew. Dust is smaller than any dot of a letter; the filter that takes it away also wears thin strokes, so it is used
only where dust is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    Grey = NDArray[np.uint8]

INK = 140  # darker is ink, once the paper is white
_BLOCK = 16  # pixels: larger than any stroke of body type at 300 dpi, smaller than a shadow
_PAPER = 0.9  # quantile of a block that is paper: above it lies only the grain
_DARKEST_PAPER = 96  # a darker block is ink (a bar, a picture)
_COARSE, _FINE = 4, 2  # the skew is looked for in a picture this much smaller, then more exactly in a larger one
_MAX_SKEW = 3.0  # degrees
_MIN_SKEW = 0.04  # degrees: turns a line of text by less than half a millimetre; turning costs sharpness
_SPECK = 9  # pixels of ink
_LONELY = (9, 29)  # pixels: what is no larger than the first and has nothing within the second is no part of a text
_FAINT = 200  # darker is a trace of ink: of a speck all of it must go
_DUST = 0.00008  # of the pixels are specks on a dusty page; on clean ones at most half as many (full stops)


@dataclass(frozen=True)
class Straight:
    """A clean grey picture whose lines are level.

    First it was turned by `turn` degrees clockwise (quarter turns), then by `angle` degrees counter-clockwise about its
    centre: so much the lines fell to the right. Whether it stands on its head is not known.
    """

    image: Image
    turn: int
    angle: float


def straightened(image: Image) -> Straight:
    """The picture in grey, paper white, without dust, its lines level and running from left to right."""
    from PIL import Image as Images

    grey = whitened(np.asarray(image.convert("L")))
    clean = Images.fromarray(grey)
    if dusty(grey):
        clean = _dusted(clean)
    turn = 0 if runs_across(np.asarray(clean)) else 90
    if turn:
        clean = clean.transpose(Images.Transpose.ROTATE_270)  # counter-clockwise
    angle = skew(np.asarray(clean))
    if abs(angle) >= _MIN_SKEW:
        clean = clean.rotate(angle, Images.Resampling.BICUBIC, fillcolor=255)
    return Straight(clean, turn, angle if abs(angle) >= _MIN_SKEW else 0.0)


def upside_down(page: Straight) -> Straight:
    """The other way up."""
    from PIL import Image as Images

    return Straight(page.image.transpose(Images.Transpose.ROTATE_180), (page.turn + 180) % 360, page.angle)


def inked(page: Straight) -> bool:
    """Whether anything is on the page at all."""
    return bool((np.asarray(page.image) < INK).any())


def whitened(grey: Grey) -> Grey:
    """Every pixel relative to the paper round it."""
    from PIL import Image as Images

    height, width = grey.shape
    padded = np.pad(grey, ((0, -height % _BLOCK), (0, -width % _BLOCK)), mode="edge")
    blocks = padded.reshape(padded.shape[0] // _BLOCK, _BLOCK, padded.shape[1] // _BLOCK, _BLOCK)
    paper = np.quantile(blocks[:, ::2, :, ::2], _PAPER, axis=(1, 3))  # every fourth pixel tells enough
    paper = _smooth(np.where(paper < _DARKEST_PAPER, 255.0, paper))
    full = Images.fromarray(paper.astype(np.uint8)).resize(padded.shape[::-1], Images.Resampling.BILINEAR)
    share = np.asarray(full, dtype=np.float32)[:height, :width]
    white: Grey = np.minimum(grey * np.float32(255) / np.maximum(share, 1), 255).astype(np.uint8)
    return white


def _smooth(paper: NDArray[Any]) -> NDArray[Any]:
    """Each block as bright as the brightest of its neighbours: one full of ink has paper beside it."""
    rows = np.pad(paper, 1, mode="edge")
    shifted = [rows[y : y + paper.shape[0], x : x + paper.shape[1]] for y in range(3) for x in range(3)]
    brighter: NDArray[Any] = np.median(np.sort(np.stack(shifted), axis=0)[4:], axis=0)
    return brighter


def dusty(grey: Grey) -> bool:
    """Whether specks lie on the page: ink too small for a full stop, with white round it."""
    ink = grey < INK
    return bool((_alone(ink, 3, 7) & (_box_sum(ink, 7) <= _SPECK)).mean() > _DUST)


def _alone(ink: NDArray[np.bool_], inner: int, outer: int) -> NDArray[np.bool_]:
    """Ink that has all ink of the window of `outer` pixels round it within that of `inner` pixels."""
    alone: NDArray[np.bool_] = ink & (_box_sum(ink, inner) == _box_sum(ink, outer))
    return alone


def _box_sum(ink: NDArray[np.bool_], size: int) -> NDArray[np.int32]:
    """Sum over the square window of odd `size` round each pixel."""
    half = size // 2
    total = np.cumsum(np.cumsum(np.pad(ink, ((half + 1, half), (half + 1, half))), 0, np.int32), 1, np.int32)
    return total[size:, size:] - total[:-size, size:] - total[size:, :-size] + total[:-size, :-size]


def _dusted(image: Image) -> Image:
    """Without specks: the median takes those between letters, and what stands far from all others goes too."""
    from PIL import Image as Images
    from PIL import ImageFilter

    grey = np.array(image.filter(ImageFilter.MedianFilter(3)))
    grey[_alone(grey < _FAINT, *_LONELY)] = 255
    return Images.fromarray(grey)


def skew(grey: Grey) -> float:
    """Degrees by which the lines fall to the right (clockwise), at most 3 either way."""
    coarse = _sharpest(*_ink_of(grey, _COARSE), np.arange(-_MAX_SKEW, _MAX_SKEW + 0.01, 0.2))
    fine = _sharpest(*_ink_of(grey, _FINE), coarse + np.arange(-0.2, 0.21, 0.02))
    return round(fine, 2)


def _ink_of(grey: Grey, factor: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Columns and rows of the ink in a picture smaller by `factor`."""
    from PIL import Image as Images

    rows, columns = np.nonzero(np.asarray(Images.fromarray(grey).reduce(factor)) < INK + 40)
    return columns, rows


def _sharpest(x: NDArray[Any], y: NDArray[Any], angles: NDArray[Any]) -> float:
    return float(max(angles, key=lambda a: (_sharpness(x, y, float(a)), -abs(a))))


def _sharpness(x: NDArray[Any], y: NDArray[Any], angle: float) -> float:
    """How much the ink per row changes from row to row once the page is turned back by `angle`."""
    if not len(x):
        return 0.0
    rows = np.rint(y - x * np.tan(np.radians(angle))).astype(np.int64)
    profile = np.bincount(rows - rows.min())
    return float(np.square(np.diff(profile)).sum())


def runs_across(grey: Grey) -> bool:
    """Whether the lines run across the picture, not up or down."""
    x, y = _ink_of(grey, _COARSE)
    angles = np.arange(-_MAX_SKEW, _MAX_SKEW + 0.01, 0.2)
    return max(_sharpness(x, y, float(a)) for a in angles) >= max(_sharpness(y, x, float(a)) for a in angles)
