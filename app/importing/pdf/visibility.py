"""Which words of a page nobody sees, and why: someone may hide a clause.

Strategy: what the text object says (drawn invisibly, transparent, tiny) and where it lies: off the page, outside its
clipping path, on a ground of its own colour (a look at the drawn page confirms it), under an area drawn later. Only what is certain counts as hidden: on a
picture everything may be readable. An invisible layer over a scan's picture is text recognition and stays.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from app.importing.pdf import native
from app.importing.pdf.drawings import Area, Colour, Drawings
from app.importing.pdf.frame import Box4, Frame, common
from app.importing.pdf.geometry import Word
from app.importing.pdf.printout import Printout
from app.importing.pdf.textpage import Printed

INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither filled nor stroked
MIN_SIZE = 2.0  # points: nobody reads smaller type
_LAYER = "OC\0".encode("utf-16-le")
_NAME_BYTES = 32
_TRANSPARENT = 12  # of 255: the eye sees nothing
_SAME = 8  # of 255, in each colour: no difference to the eye
_PAPER: Colour = (255, 255, 255)
_FILL_ONLY, _CLIP_ONLY = 0, 7
_NOWHERE: Box4 = (1.0, 1.0, 0.0, 0.0)
_EDGE = 1.0  # points
_OCR_SHARE = 0.9  # of the words are invisible and a picture lies there: the text layer of a scan
_PICTURE_SHARE = 0.5  # of the page that pictures cover


class Visibility:
    """Judges the words of one page."""

    def __init__(self, frame: Frame, drawings: Drawings, printed: Sequence[Printed], printout: Printout) -> None:
        self._frame = frame
        self._printout = printout
        self._moved = drawings.moved
        self._order = dict(zip(drawings.texts, drawings.order, strict=True))
        self._areas = drawings.areas
        first = min(drawings.order, default=0)
        self._covers = [a for a in drawings.areas if a.opaque and a.order > first]
        self._pictures = [a for a in drawings.areas if a.picture and a.order > first]
        self._colours = {a.colour for a in drawings.areas if a.colour is not None}
        self._clips: dict[int, Box4 | None] = {}
        self._seen: dict[int, Box4] = {}
        self._grounds: dict[Colour, bool] = {}
        self._name, self._length = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_ulong()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._at = ctypes.byref(self._x), ctypes.byref(self._y)
        self.ocr = drawings.picture_share(frame) >= _PICTURE_SHARE and self._is_ocr_layer(printed)

    def cause(self, printed: Printed) -> str:
        """Why the word cannot be seen: invisible, tiny, off_page, clipped, white, covered; empty if it can."""
        word = printed.word
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        seen = self.seen_within(printed)
        if seen[0] <= x <= seen[2] and seen[1] <= y <= seen[3]:
            return ""
        return self._cause(printed, x, y)

    def seen_within(self, printed: Printed) -> Box4:
        """Where words of this text object are certainly seen; nowhere if anything about it must be looked at."""
        seen = self._seen.get(printed.first)
        if seen is None:
            seen = self._seen[printed.first] = self._read_seen(printed)
        return seen

    def _read_seen(self, printed: Printed) -> Box4:
        style = printed.style
        red, green, blue, alpha = style.fill
        doubtful = (
            style.mode in INVISIBLE_MODES
            or alpha <= _TRANSPARENT
            or style.size < MIN_SIZE
            or self._may_vanish((red, green, blue))
            or self._is_on_layer(printed.first)
            or self._covers
        )
        page = (0.0, 0.0, self._frame.width, self._frame.height)
        return _NOWHERE if doubtful else common(self._clip(printed.first), page)

    def _cause(self, printed: Printed, x: float, y: float) -> str:
        style, word = printed.style, printed.word
        if not self.ocr and self._is_invisible(printed):
            return "invisible"
        if word.size < MIN_SIZE:
            return "tiny"
        if self._frame.outside(x, y):
            return "off_page"
        if not _holds(self._clip(printed.first), x, y, _EDGE):
            return "clipped"
        red, green, blue, _ = style.fill
        if style.mode == _FILL_ONLY and self._may_vanish((red, green, blue)):
            ground = self._ground(x, y, printed.first)
            if ground is not None and _alike(ground, (red, green, blue)) and not self._can_be_seen(word):
                return "white"
        return "covered" if self._is_covered(word, printed.first) else ""

    def _is_invisible(self, printed: Printed) -> bool:
        """Drawn without fill and outline, transparent, or on a layer switched off; letters that clip may let a picture show."""
        mode = printed.style.mode
        if mode == _CLIP_ONLY or self._is_on_layer(printed.first):
            return not self._can_be_seen(printed.word)
        return mode in INVISIBLE_MODES or printed.style.fill[3] <= _TRANSPARENT

    def _is_on_layer(self, obj: int) -> bool:
        """Whether the object is optional content (PDF 32000-1, 8.11): viewers may have its layer switched off."""
        return any(self._mark(native.object_mark(obj, i)) == _LAYER for i in range(native.object_marks(obj)))

    def _mark(self, mark: int) -> bytes:
        native.mark_name(mark, self._name, len(self._name), ctypes.byref(self._length))
        return self._name.raw[: min(self._length.value, len(self._name))]

    def _can_be_seen(self, word: Word) -> bool:
        return self._printout.shows_something((word.x0, word.top, word.x1, word.bottom))

    def _is_ocr_layer(self, printed: Sequence[Printed]) -> bool:
        unseen = sum(p.style.mode in INVISIBLE_MODES or self._is_under_picture(p) for p in printed)
        return bool(printed) and unseen >= _OCR_SHARE * len(printed)

    def _is_under_picture(self, printed: Printed) -> bool:
        """Whether the word lies under a picture that was drawn later: another way to store recognised text."""
        if not self._pictures:
            return False
        x, y = (printed.word.x0 + printed.word.x1) / 2, (printed.word.top + printed.word.bottom) / 2
        order = self._order.get(printed.first, 0)
        return any(a.order > order and _holds(a.box, x, y) for a in self._pictures)

    def _may_vanish(self, colour: Colour) -> bool:
        """Whether paper or any area of the page has this colour."""
        if colour not in self._grounds:
            self._grounds[colour] = any(_alike(ground, colour) for ground in (_PAPER, *self._colours))
        return self._grounds[colour]

    def _ground(self, x: float, y: float, obj: int) -> Colour | None:
        """The colour under the text, None where a picture or a translucent area makes it unknown."""
        order = self._order.get(obj, 0)
        below = [a for a in self._areas if a.order < order and _holds(a.box, x, y)]
        if not below:
            return _PAPER
        return below[-1].colour if below[-1].opaque else None

    def _is_covered(self, word: Word, obj: int) -> bool:
        if not self._covers:
            return False
        order = self._order.get(obj, 0)
        return any(a.order > order > 0 and _contains(a, word) for a in self._covers)

    def _clip(self, obj: int) -> Box4 | None:
        if obj not in self._clips:
            self._clips[obj] = None if obj in self._moved else self._read_clip(obj)
        return self._clips[obj]

    def _read_clip(self, obj: int) -> Box4 | None:
        """The box in which the object is printed; None where nothing clips it."""
        path = native.clip_path(obj)
        box: Box4 | None = None
        for index in range(max(0, native.clip_paths(path))):
            points = []
            for i in range(max(0, native.clip_segments(path, index))):
                native.segment_point(native.clip_segment(path, index, i), *self._at)
                points.append((self._x.value, self._y.value))
            if points:
                xs, ys = zip(*points, strict=True)
                box = common(box, self._frame.box(min(xs), min(ys), max(xs), max(ys)))
        return box


def _alike(a: Colour, b: Colour) -> bool:
    return all(abs(x - y) <= _SAME for x, y in zip(a, b, strict=True))


def _holds(box: Box4 | None, x: float, y: float, margin: float = 0.0) -> bool:
    if box is None:
        return True
    return box[0] - margin <= x <= box[2] + margin and box[1] - margin <= y <= box[3] + margin


def _contains(area: Area, word: Word) -> bool:
    x0, top, x1, bottom = area.box
    return x0 - _EDGE <= word.x0 and word.x1 <= x1 + _EDGE and top - _EDGE <= word.top and word.bottom <= bottom + _EDGE
