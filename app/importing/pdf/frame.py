"""From PDF user space to the page as displayed: crop box and rotation applied, origin top left, in points."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]
Box4 = tuple[float, float, float, float]
"""x0, top, x1, bottom of the page as displayed; (left, bottom, right, top) in user space."""


class Frame:
    """One page's way from user space and back. `bounds`: (left, bottom, right, top) of what is displayed."""

    def __init__(self, bounds: Box4, rotation: int) -> None:
        left, bottom, right, top = bounds
        self.bounds = bounds
        self.rotation = rotation % 360
        self.left, self.upper = left, top
        self.plain = not self.rotation  # x only moves, y is turned over
        across = self.rotation in (90, 270)
        self.width, self.height = (top - bottom, right - left) if across else (right - left, top - bottom)
        self.matrix = _to_display(bounds, self.rotation)
        self.to_user_space = inverse(self.matrix)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as displayed."""
        if self.plain:
            return x - self.left, self.upper - y
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box4:
        """A rectangle of user space as displayed."""
        if self.plain:
            return left - self.left, self.upper - top, right - self.left, self.upper - bottom
        return transformed(self.matrix, (left, bottom, right, top))

    def outside(self, x: float, y: float) -> bool:
        """Whether a displayed point lies off the page."""
        return not (0 <= x <= self.width and 0 <= y <= self.height)


def _to_display(bounds: Box4, rotation: int) -> Matrix:
    left, bottom, right, top = bounds
    match rotation:
        case 90:
            return 0, 1, 1, 0, -bottom, -left
        case 180:
            return -1, 0, 0, 1, right, -bottom
        case 270:
            return 0, -1, -1, 0, top, right
        case _:
            return 1, 0, 0, -1, -left, top


def transformed(m: Matrix, box: Box4) -> Box4:
    """The smallest upright rectangle around the transformed one."""
    xs = [m[0] * x + m[2] * y + m[4] for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [m[1] * x + m[3] * y + m[5] for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """First `m`, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def inverse(m: Matrix) -> Matrix:
    """The matrix that leads back; `m` must not be singular."""
    a, b, c, d, e, f = m
    det = a * d - b * c
    return d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det


def common(a: Box4 | None, b: Box4) -> Box4:
    """Where both boxes lie; the right edge is left of the left one where they do not meet."""
    return b if a is None else (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
