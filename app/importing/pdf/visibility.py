"""Which words of a page nobody sees, and why: someone may hide a clause.

Strategy: what the text object says (drawn invisibly, transparent, tiny) and where it lies: off the page, outside its
clipping path, on a ground of its own colour, under an area drawn later. Bounds and colours say more than is painted, so
the drawn page has the last word: where it shows type that is no other word's, the word is seen. On a picture everything may
be readable. An invisible layer over a scan's picture is text recognition and stays.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from functools import cached_property
from statistics import median

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
_FEW_LETTERS = 10  # bytes: four letters of UTF-16 with the end
_TRANSPARENT = 12  # of 255: the eye sees nothing
_SAME = 8  # of 255, in each colour: no difference to the eye
_PAPER: Colour = (255, 255, 255)
_FILL_ONLY, _NEITHER = 0, 3
_NOWHERE: Box4 = (1.0, 1.0, 0.0, 0.0)
_EDGE = 1.0  # points
_OCR_SHARE = 0.5  # of the words are invisible and a picture lies there: the text layer of a scan, perhaps with a stamp
_FIRST_WORDS = 5  # of a form
_SAMPLE = 60  # of them are compared with the drawn page
_DRAWN_SHARE = 0.6  # of the sample must be drawn there
_ROW = 10.0  # points
_OVERLAP = 0.3  # of the smaller box that another word covers
_PICTURE_SHARE = 0.5  # of the page that pictures cover


class Visibility:
    """Judges the words of one page."""

    def __init__(self, frame: Frame, drawings: Drawings, printed: Sequence[Printed], printout: Printout) -> None:
        self._frame = frame
        self._printout = printout
        self._printed = printed
        self._usual = median(p.word.size for p in printed) if printed else MIN_SIZE
        self._moved, self._veiled = drawings.moved, drawings.veiled
        self._order = dict(zip(drawings.texts, drawings.order, strict=True))
        self._areas = drawings.areas
        first = min(drawings.order, default=0)
        self._may_cover = any(a.opaque and a.order > first for a in drawings.areas)
        self._pictures = [a for a in drawings.areas if a.picture and a.order > first]
        self._colours = {a.colour for a in drawings.areas if a.colour is not None}
        self._clips: dict[int, Box4 | None] = {}
        self._forms: dict[int, bool] = {}
        self._layered: dict[int, bool] = {}
        self._seen: dict[int, Box4] = {}
        self._grounds: dict[Colour, bool] = {}
        self._name, self._length = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_ulong()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._at = ctypes.byref(self._x), ctypes.byref(self._y)
        self.replaced = False  # PDFium gives the replacement instead of what is printed
        self.ocr = drawings.picture_share(frame) >= _PICTURE_SHARE and self._is_ocr_layer()

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
        layered = self._is_on_layer(printed.first)
        doubtful = (
            layered
            or style.mode in INVISIBLE_MODES
            or alpha <= _TRANSPARENT
            or style.size < MIN_SIZE <= self._usual
            or self._may_vanish((red, green, blue))
            or self._may_cover
            or self._pictures
            or not self._is_unveiled(printed.first)
        )
        page = (0.0, 0.0, self._frame.width, self._frame.height)
        return _NOWHERE if doubtful else common(self._clip(printed.first), page)

    def _cause(self, printed: Printed, x: float, y: float) -> str:
        word = printed.word
        if word.size < MIN_SIZE and self._usual >= MIN_SIZE:
            return "tiny"
        if self._frame.outside(x, y):
            return "off_page"
        cause = self._said_by_objects(printed, x, y)
        return "" if cause and self._is_printed(printed) else cause

    def _said_by_objects(self, printed: Printed, x: float, y: float) -> str:
        style = printed.style
        if not self.ocr and self._is_invisible(printed):
            return "invisible"
        if not _holds(self._clip(printed.first), x, y, _EDGE):
            return "clipped"
        red, green, blue, _ = style.fill
        if style.mode == _FILL_ONLY and self._may_vanish((red, green, blue)):
            ground = self._ground(x, y, printed.first)
            if ground is not None and _alike(ground, (red, green, blue)):
                return "white"
        if not self._is_unveiled(printed.first):
            return "invisible"
        under = self._is_covered(printed.word, printed.first) or (not self.ocr and self._is_under_picture(printed))
        return "covered" if under else ""

    def _is_invisible(self, printed: Printed) -> bool:
        """Drawn without fill and outline, filled with nothing, or on a layer that may be switched off."""
        style = printed.style
        transparent = style.mode == _FILL_ONLY and style.fill[3] <= _TRANSPARENT
        return style.mode in INVISIBLE_MODES or transparent or self._is_on_layer(printed.first)

    def _is_printed(self, printed: Printed) -> bool:
        """Whether the drawn page shows type at the word's place, and it is neither another word's nor a picture's."""
        word = printed.word
        box = (word.x0, word.top, word.x1, word.bottom)
        has_letters = any(map(str.isalnum, word.text))  # a line to write on fills few rows
        if not (self._printout.shows_type(box) if has_letters else self._printout.shows_something(box)):
            return False
        if printed.style.mode == _NEITHER and any(_overlap(a.box, word) for a in self._areas if a.picture):
            return False
        return not any(_overlap((w.x0, w.top, w.x1, w.bottom), word) for w in self._near(word) if w is not word)

    def _is_unveiled(self, obj: int) -> bool:
        """Whether the form that the object stands in shows its first words: it shows all or nothing."""
        form = self._veiled.get(obj)
        if form is None:
            return True
        if form not in self._forms:
            inside = [p for p in self._printed if self._veiled.get(p.first) == form][:_FIRST_WORDS]
            self._forms[form] = all(map(self._is_printed, inside))
        return self._forms[form]

    def _near(self, word: Word) -> Iterator[Word]:
        """The words on about the same height."""
        row = int(word.baseline / _ROW)
        for key in (row - 1, row, row + 1):
            yield from self._rows.get(key, ())

    @cached_property
    def _areas_at(self) -> dict[int, list[Area]]:
        """The areas by the strips of the page they lie on, in the order of drawing."""
        strips: dict[int, list[Area]] = {}
        last = int(self._frame.height / _ROW)
        for area in self._areas:
            for strip in range(max(0, int(area.box[1] / _ROW)), min(last, int(area.box[3] / _ROW)) + 1):
                strips.setdefault(strip, []).append(area)
        return strips

    @cached_property
    def _rows(self) -> dict[int, list[Word]]:
        rows: dict[int, list[Word]] = {}
        for printed in self._printed:
            rows.setdefault(int(printed.word.baseline / _ROW), []).append(printed.word)
        return rows

    def _is_on_layer(self, obj: int) -> bool:
        """Whether the object is optional content (PDF 32000-1, 8.11): viewers may have its layer switched off."""
        if obj not in self._layered:
            self._layered[obj] = self._read_marks(obj)
        return self._layered[obj]

    def _read_marks(self, obj: int) -> bool:
        """Whether one of the object's marks is a layer's; notes where one gives other words for what is printed.

        Such words (ActualText) spell out ligatures and hyphens with a few letters; inside a moved form PDFium puts them
        elsewhere.
        """
        layered = False
        for i in range(native.object_marks(obj)):
            mark = native.object_mark(obj, i)
            layered = layered or self._mark(mark) == _LAYER
            if native.mark_text(mark, b"ActualText", None, 0, ctypes.byref(self._length)):
                self.replaced = self.replaced or self._length.value > _FEW_LETTERS or obj in self._moved
        return layered

    def _mark(self, mark: int) -> bytes:
        native.mark_name(mark, self._name, len(self._name), ctypes.byref(self._length))
        return self._name.raw[: min(self._length.value, len(self._name))]

    def _is_ocr_layer(self) -> bool:
        """Whether most words are unseen and type is drawn where they stand: recognised text under or over a scan."""
        unseen = [p for p in self._printed if p.style.mode in INVISIBLE_MODES or self._is_under_picture(p)]
        if len(unseen) < _OCR_SHARE * len(self._printed) or not unseen:
            return False
        sample = [p.word for p in unseen[:: 1 + len(unseen) // _SAMPLE]]
        drawn = sum(self._printout.shows_type((w.x0, w.top, w.x1, w.bottom)) for w in sample)
        return drawn >= _DRAWN_SHARE * len(sample)

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
        below = [a for a in self._areas_at.get(int(y / _ROW), ()) if a.order < order and _holds(a.box, x, y)]
        if not below:
            return _PAPER
        return below[-1].colour if below[-1].opaque else None

    def _is_covered(self, word: Word, obj: int) -> bool:
        if not self._may_cover:
            return False
        order = self._order.get(obj, 0)
        near = self._areas_at.get(int((word.top + word.bottom) / 2 / _ROW), ())
        return any(a.opaque and a.order > order > 0 and _contains(a, word) for a in near)

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


def _overlap(box: Box4, word: Word) -> bool:
    """Whether the box and the word's cover a good part of each other."""
    width = min(box[2], word.x1) - max(box[0], word.x0)
    height = min(box[3], word.bottom) - max(box[1], word.top)
    if width <= 0 or height <= 0:
        return False
    smaller = min((box[2] - box[0]) * (box[3] - box[1]), (word.x1 - word.x0) * (word.bottom - word.top))
    return width * height >= _OVERLAP * smaller


def _contains(area: Area, word: Word) -> bool:
    x0, top, x1, bottom = area.box
    return x0 - _EDGE <= word.x0 and word.x1 <= x1 + _EDGE and top - _EDGE <= word.top and word.bottom <= bottom + _EDGE
