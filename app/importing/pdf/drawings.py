"""What a page draws besides text: rulings, coloured areas and pictures, and the order in which all is drawn.

Strategy: one pass over the page's objects, forms included. Bounds tell nearly everything; the points of a path are
only asked for where several rectangles or lines may be drawn as one. A page may hold a drawing of a million lines: after
`_MAX_SHAPES` no more are looked at. After `MAX_OBJECTS` the pass ends: such a page is not read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from app.importing.pdf import native
from app.importing.pdf.frame import Box4, Frame, Matrix, multiply, transformed
from app.importing.pdf.geometry import Rule

MAX_OBJECTS = 500_000
_MAX_SHAPES = 5_000  # lines and rectangles: more is a drawing, or letters drawn as outlines
_MAX_DEPTH = 12  # of forms within forms
_MAX_SEGMENTS = 2_000  # of one path: more is a drawing
_THIN = 2.5  # points: a ruling
_SHORTEST_RULE = 5.0  # points
_FEW_SEGMENTS = 6  # of one rectangle or line: its bounds say all
Colour = tuple[int, int, int]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_MOVE = 2  # FPDF_SEGMENT_MOVETO
_NO_FILL = 0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled area, or a picture (no colour), that text may lie on or under. `order`: of drawing."""

    box: Box4
    order: int
    colour: Colour | None
    opaque: bool

    @property
    def picture(self) -> bool:
        """Whether it is a picture or a shading."""
        return self.colour is None


@dataclass(slots=True)
class Drawings:
    """The page's objects: `shapes` are the boxes of drawn paths, `texts` the addresses of the text objects in the order of
    drawing, `order` the place of each among all objects, `moved` those inside forms with a matrix of their own, `veiled` those in
    forms that are transparent or marked, with the form.
    """

    shapes: list[Box4] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)
    veiled: dict[int, int] = field(default_factory=dict)
    complete: bool = True

    def rules(self) -> tuple[Rule, ...]:
        """The thin horizontal lines."""
        return tuple(
            Rule(x0, x1, (top + bottom) / 2)
            for x0, top, x1, bottom in self.shapes
            if bottom - top <= _THIN and x1 - x0 >= _SHORTEST_RULE
        )

    def picture_share(self, frame: Frame) -> float:
        """Share of the page that pictures cover, 0..1 (overlaps count twice, up to 1)."""
        covered = sum((a.box[2] - a.box[0]) * (a.box[3] - a.box[1]) for a in self.areas if a.picture)
        return min(1.0, covered / max(1.0, frame.width * frame.height))


def drawings_of(page: int, frame: Frame) -> Drawings:
    """The drawings of the page with this handle."""
    return _Pass(frame).over(page)


class _Pass:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._found = Drawings()
        self._count = 0
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._references = [ctypes.byref(f) for f in self._floats]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._colours = [ctypes.byref(c) for c in self._colour]
        self._matrix = pdfium.FS_MATRIX()

    def over(self, page: int) -> Drawings:
        self._objects(
            [native.page_object(page, i) for i in range(_capped(native.page_object_count(page)))], _IDENTITY, 0
        )
        return self._found

    def _objects(self, objects: list[int], matrix: Matrix, depth: int, veil: int = 0) -> None:
        texts, order, kind_of = self._found.texts, self._found.order, native.object_type
        for obj in objects:
            self._count += 1
            if self._count > MAX_OBJECTS:
                self._found.complete = False
                return
            kind = kind_of(obj)
            if kind == native.TEXT:
                texts.append(obj)
                order.append(self._count)
                if matrix is not _IDENTITY:
                    self._found.moved.add(obj)
                if veil:
                    self._found.veiled[obj] = veil
            elif kind == native.PATH and len(self._found.shapes) < _MAX_SHAPES:
                self._path(obj, matrix)
            elif kind in (native.IMAGE, native.SHADING) and len(self._found.areas) < _MAX_SHAPES:
                box = self._bounds(obj, matrix)
                self._found.areas.append(Area(box, self._count, None, opaque=False))
            elif kind == native.FORM and depth < _MAX_DEPTH:
                self._form(obj, matrix, depth, veil or (obj if _may_hide(obj) else 0))

    def _form(self, form: int, matrix: Matrix, depth: int, veil: int) -> None:
        own = self._own_matrix(form)
        inner = matrix if own == _IDENTITY else multiply(own, matrix)
        count = _capped(native.form_object_count(form))
        self._objects([native.form_object(form, i) for i in range(count)], inner, depth + 1, veil)

    def _own_matrix(self, obj: int) -> Matrix:
        m = self._matrix
        if not native.object_matrix(obj, ctypes.byref(m)):
            return _IDENTITY
        return m.a, m.b, m.c, m.d, m.e, m.f

    def _bounds(self, obj: int, matrix: Matrix) -> Box4:
        native.object_bounds(obj, *self._references)
        left, bottom, right, top = (f.value for f in self._floats)
        box = (left, bottom, right, top) if matrix is _IDENTITY else transformed(matrix, (left, bottom, right, top))
        return self._frame.box(*box)

    def _path(self, path: int, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        native.path_mode(path, ctypes.byref(fill), ctypes.byref(stroke))
        filled = fill.value != _NO_FILL
        if not filled and not stroke.value:
            return  # only clips
        segments = native.path_segments(path)
        if segments <= _FEW_SEGMENTS:
            boxes = [self._bounds(path, matrix)]
        elif segments <= _MAX_SEGMENTS:
            boxes = list(self._parts(path, segments, multiply(self._own_matrix(path), matrix)))
        else:
            boxes = []
        self._found.shapes.extend(boxes)
        if filled:
            self._fill(path, boxes)

    def _fill(self, path: int, boxes: list[Box4]) -> None:
        native.object_fill(path, *self._colours)
        red, green, blue, alpha = (c.value for c in self._colour)
        opaque = alpha == 255 and not native.object_is_transparent(path)
        self._found.areas.extend(
            Area(box, self._count, (red, green, blue), opaque)
            for box in boxes
            if box[3] - box[1] > _THIN and box[2] - box[0] > _THIN
        )

    def _parts(self, path: int, segments: int, matrix: Matrix) -> Iterator[Box4]:
        """The boxes of the rectangles and lines that one path draws."""
        points: list[tuple[float, float]] = []
        x, y = self._floats[:2]
        for index in range(segments):
            segment = native.path_segment(path, index)
            if native.segment_type(segment) == _MOVE and len(points) > 1:
                yield self._around(points, matrix)
            if native.segment_type(segment) == _MOVE:
                points = []
            native.segment_point(segment, *self._references[:2])
            points.append((x.value, y.value))
        if len(points) > 1:
            yield self._around(points, matrix)

    def _around(self, points: list[tuple[float, float]], matrix: Matrix) -> Box4:
        xs, ys = zip(*points, strict=True)
        return self._frame.box(*transformed(matrix, (min(xs), min(ys), max(xs), max(ys))))


def _capped(count: int) -> int:
    return max(0, min(count, MAX_OBJECTS + 1))


def _may_hide(form: int) -> bool:
    """Whether the form is transparent, masked, or marked (perhaps as a layer's content)."""
    return bool(native.object_is_transparent(form)) or native.object_marks(form) > 0
