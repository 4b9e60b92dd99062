"""White space that runs down a page between columns, or between the text and notes in its margin.

Strategy: a gutter lies left of an edge where lines begin, along a stretch of the page where nothing crosses it. It is
judged by the columns next to it alone (what stands beyond the next gutter is another column's business): both must be
prose over several lines. A side of short, rare lines that stand where the paragraphs of the other begin is no column
but notes in the margin; a side of labels is neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from app.importing.pdf.geometry import Fragment

_STRIP = 4.0  # points: the least width looked for
_CLEAR = 1.0  # point a line may begin left of its column's edge
_MOST_WORK = 200_000  # edges times pieces that are looked at: ten times what a dense page has
_FEWEST_EDGES = 4
_MIN_LINES = 4  # on each side
_MANY_LINES = 10  # from here on a narrow gutter is believed
_MIN_SHARE = 0.17  # of the text's width that a column takes at least
_MIN_FILL = 0.5  # how full the lines of a column are on average
_MIN_CHARACTERS = 14  # a line of a column has on average
_OVERLAP = 3.0  # of the size that both sides stand beside each other at least
_BRIDGES = 15  # one piece in so many may lie across two columns
_LABEL_SHARE = 0.12  # of the text's width that labels take at most
_LABEL_CHARACTERS = 8
_HINT_SHARE = 0.8  # of a certain gutter's white space that a gutter shares to be the same
_SAME_GUTTER = 1.5  # points its edges may be off where few lines stand beside it, as notes might
_LOOSE = 3.5  # of the size from one line of a last column to the next on average
_LAST_FILL = 0.8  # of the other column's width that the widest of the few lines of a last column takes
_LAST_LINE = 0.6  # that a single line takes
_SAME_ROW = 2.0  # points between baselines
_NOTE_SHARE = 0.36  # of the text's width that notes in the margin take at most
_NOTE_ROWS = 0.6  # as many rows as the text beside them, at most
_NOTE_STARTS = 0.6  # of the notes stand where a paragraph begins
_NOTE_FLUSH = 0.8  # of the notes begin at one place, or end at one
_NOTE_STEP = 1.8  # of the size between the lines of one note
_TEXT_CHARACTERS = 24  # a line of the text beside notes has on average
_NEW_PARAGRAPH = 1.2  # of the usual distance between baselines
_SHORT = 0.15  # of the text's width that a line leaves free where a paragraph ends
_LABEL = re.compile(r"(?:§|\(?\d{1,3}[.)]|\d{1,2}\.\d|\(?[a-z]\))")
_MARGINAL = re.compile(r"\W|.{0,3}\d|\w{1,3}[.)]|\w\b")  # how labels begin; the last word of a line is none
_WORD = re.compile(r"[^\W\d_]{4,}")  # labels have none

Strip = tuple[float, float]  # from x0 to x1


class Piece(NamedTuple):
    """A fragment's measures, in points of the page as displayed; `middle` of its height."""

    x0: float
    x1: float
    top: float
    bottom: float
    middle: float
    baseline: float
    size: float
    characters: int
    table: bool
    fragment: Fragment


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space from `x0` to `x1` between `top` and `bottom`; `lines` on the side that has fewer.

    `notes`: -1 where what stands left of it are notes in the margin, 1 where it is what stands right, 0 for columns.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    lines: int
    notes: int = 0

    @property
    def middle(self) -> float:
        """Where the page is cut."""
        return (self.x0 + self.x1) / 2


def piece_of(f: Fragment) -> Piece:
    """The measures of a fragment."""
    table, text = f.table is not None, len(f.text)
    return Piece(f.x0, f.x1, f.top, f.bottom, (f.top + f.bottom) / 2, f.baseline, f.size, text, table, f)


def gutters(pieces: Sequence[Piece], width: float, hints: Sequence[Strip] = ()) -> list[Gutter]:
    """All gutters of a part of a page; `width` of the page's text, `hints`: certain gutters of other pages."""
    text = [p for p in pieces if not p.table]
    if len(text) < 2:
        return []
    by_top = sorted(pieces, key=lambda p: (p.top, p.bottom))
    by_middle = sorted(text, key=lambda p: p.middle)
    middles = [p.middle for p in by_middle]
    first, end = by_top[0].top, max(p.bottom for p in pieces)
    least = _OVERLAP * min(p.size for p in text) if not hints else 0.0
    found: list[Gutter] = []
    for edge in _edges(text):
        blockers = [p for p in by_top if p.x0 < edge - _CLEAR and p.x1 > edge - _STRIP]
        for top, bottom in free_runs(blockers, first, end):
            if bottom - top >= least:
                beside = by_middle[bisect_left(middles, top) : bisect_right(middles, bottom)]
                gutter = _gutter(beside, edge, (top, bottom), width, hints)
                found.extend([gutter] if gutter else [])
    return found


def _edges(text: Sequence[Piece]) -> list[float]:
    """Where lines begin, but for the outermost; of several within a point the leftmost; the commonest of very many."""
    edges: list[float] = []
    counts: list[int] = []
    for x in sorted(p.x0 for p in text):
        if not edges or x - edges[-1] > _CLEAR:
            edges.append(x)
            counts.append(0)
        counts[-1] += 1
    found = list(zip(counts, edges, strict=True))[1:]
    most = max(_FEWEST_EDGES, _MOST_WORK // len(text))
    if len(found) > most:
        found = sorted(found, key=lambda edge: -edge[0])[:most]
    return [edge for _, edge in found]


def free_runs(blockers: Sequence[Piece], top: float, bottom: float) -> list[tuple[float, float]]:
    """The stretches between `top` and `bottom` that no blocker covers; the blockers are ordered by `top`."""
    runs = []
    for blocker in blockers:
        if blocker.top > top:
            runs.append((top, blocker.top))
        top = max(top, blocker.bottom)
    runs.append((top, bottom))
    return runs


def _gutter(
    beside: Sequence[Piece], edge: float, run: tuple[float, float], width: float, hints: Sequence[Strip]
) -> Gutter | None:
    """The white space left of `edge` in the run, if columns or notes stand on its sides."""
    right = [p for p in beside if p.x0 >= edge - _CLEAR]
    if not right or len(right) == len(beside):
        return None
    left = [p for p in beside if p.x1 <= edge - _STRIP]
    if not left:
        return None
    need = max(_STRIP, 0.5 * beside[len(beside) // 2].size)
    near_left, near_right = _nearest(left, -1, need), _right_column(right, need, width)
    x0, x1 = max(p.x1 for p in left), min(p.x0 for p in right)
    sides = _Side(near_left), _Side(near_right)
    notes = _notes(sides, x1 - x0, width)
    if notes or not all(_is_prose(s, width) for s in sides):
        left_column = _with_own_text(sides[0], left, -1, (x1 - x0, need, width)) if notes <= 0 else None
        right_column = _with_own_text(sides[1], right, 1, (x1 - x0, need, width)) if notes >= 0 else None
        if left_column or right_column:
            sides, notes = (left_column or sides[0], right_column or sides[1]), 0
    if any(abs(x0 - h0) <= _SAME_GUTTER and abs(x1 - h1) <= _SAME_GUTTER for h0, h1 in hints):
        notes = 0
    gutter = Gutter(x0, x1, *run, min(s.lines for s in sides), notes)
    if notes:
        return gutter
    prose = [_is_prose(s, width) for s in sides]
    if any(min(x1, h1) - max(x0, h0) >= _HINT_SHARE * (h1 - h0) for h0, h1 in hints):
        return gutter if all(prose) or (prose[0] and _is_rest(sides[1], sides[0])) else None
    return gutter if all(prose) and _is_certain(gutter, sides) else None


class _Side:
    """What stands on one side of a gutter, as far as the next one."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.x0 = min(p.x0 for p in pieces)
        self.x1 = max(p.x1 for p in pieces)
        self.width = self.x1 - self.x0
        self.size = sorted(p.size for p in pieces)[len(pieces) // 2]
        self.rows = _baselines(pieces)
        self.lines = len(self.rows)
        self.characters = sum(p.characters for p in pieces) / self.lines
        self.filled = sum(p.x1 - p.x0 for p in pieces) / self.lines

    @property
    def top(self) -> float:
        return min(p.top for p in self.pieces)

    @property
    def bottom(self) -> float:
        return max(p.bottom for p in self.pieces)


def _baselines(pieces: Sequence[Piece]) -> list[float]:
    rows: list[float] = []
    for baseline in sorted(p.baseline for p in pieces):
        if not rows or baseline - rows[-1] > _SAME_ROW:
            rows.append(baseline)
    return rows


def _right_column(right: Sequence[Piece], need: float, width: float) -> list[Piece]:
    """The column right of a gutter, with the labels in its margin and the text they stand before."""
    near = _nearest(right, 1, need)
    side = _Side(near)
    narrow = side.width < _LABEL_SHARE * width and side.characters < _LABEL_CHARACTERS
    if narrow and len(near) < len(right) and all(_MARGINAL.match(p.fragment.text) for p in near):
        rest = [p for p in right if p.x0 >= side.x1]
        return near + _nearest(rest, 1, need) if rest else near
    return near


def _with_own_text(
    notes: _Side, side: Sequence[Piece], sign: int, measures: tuple[float, float, float]
) -> _Side | None:
    """Notes with the text beyond them, if they stand in its margin: nearer to it than to what is across the gutter.

    `measures`: width of the gutter, of the least gutter, and of the page's text.
    """
    gap, need, width = measures
    beyond = [p for p in side if (p.x0 >= notes.x1 if sign > 0 else p.x1 <= notes.x0)]
    if not beyond:
        return None
    room = min(p.x0 for p in beyond) - notes.x1 if sign > 0 else notes.x0 - max(p.x1 for p in beyond)
    text = _Side(_nearest(beyond, sign, need))
    if room >= gap or not _are_notes(notes, text, width):
        return None
    return _Side([*notes.pieces, *text.pieces])


def _nearest(side: Sequence[Piece], sign: int, need: float) -> list[Piece]:
    """The pieces up to the next white space of the width `need`, leftwards or rightwards (`sign`)."""
    spans = [(p.x0, p.x1) if sign > 0 else (-p.x1, -p.x0) for p in side]
    cuts = [_next_gutter(spans, need, allowed) for allowed in {0, len(spans) // _BRIDGES}]
    cut = min((c for c in cuts if c is not None), default=None)
    if cut is None:
        return list(side)
    if sign > 0:
        return [p for p in side if p.x1 <= cut + need] or list(side)
    return [p for p in side if p.x0 >= -cut - need] or list(side)


def _next_gutter(spans: Sequence[Strip], need: float, allowed: int) -> float | None:
    """Where the first white space of the width `need` begins that no more than `allowed` spans lie across."""
    events = sorted([(x0, 1) for x0, _ in spans] + [(x1, -1) for _, x1 in spans])
    depth, low, begun = 0, 0.0, False
    for x, step in events:
        if step > 0 and depth == allowed:
            if begun and x - low >= need:
                return low
            begun = True
        depth += step
        if step < 0 and depth == allowed:
            low = x
    return None


def _is_prose(side: _Side, width: float) -> bool:
    full = side.width >= _MIN_SHARE * width and side.filled >= _MIN_FILL * side.width
    return full and side.characters >= _MIN_CHARACTERS


def _is_certain(gutter: Gutter, sides: tuple[_Side, _Side]) -> bool:
    size = min(s.size for s in sides)
    left, right = sides
    gap = gutter.x1 - gutter.x0
    narrow = gutter.lines < _MANY_LINES and gap < size
    if gap < 0.5 * size:
        return False
    if narrow or gutter.lines < _MIN_LINES:
        return left.lines >= (_MANY_LINES if narrow else 2 * _MIN_LINES) and _ends_early(right, left)
    return min(left.bottom, right.bottom) - max(left.top, right.top) >= _OVERLAP * size


def _is_rest(last: _Side, column: _Side) -> bool:
    """Whether few lines may end the text in a column that other pages have: at its top, whatever their length."""
    close = last.bottom - last.top <= _LOOSE * last.size * last.lines
    long = column.lines >= max(_MANY_LINES, last.lines)
    return last.lines < _MANY_LINES and long and close and last.top <= column.top + 2 * last.size


def _ends_early(last: _Side, column: _Side) -> bool:
    """Whether few lines are the end of the text: at the top of a column as wide as the one before."""
    wide = max(p.x1 for p in last.pieces) - last.x0
    least = _LAST_FILL if last.lines > 1 else _LAST_LINE
    return least * column.width <= wide <= column.width / _LAST_FILL and last.top <= column.top + 2 * last.size


def _notes(sides: tuple[_Side, _Side], gap: float, width: float) -> int:
    """Which side holds notes in the margin of the other: -1, 1 or 0 for neither."""
    left, right = sides
    if gap < max(left.size, right.size):
        return 0
    if _are_notes(left, right, width):
        return -1
    return 1 if _are_notes(right, left, width) else 0


def _are_notes(notes: _Side, text: _Side, width: float) -> bool:
    if notes.width > min(_NOTE_SHARE * width, text.width / 1.6) or text.characters < _TEXT_CHARACTERS:
        return False
    words = sum(bool(_WORD.search(p.fragment.text)) for p in notes.pieces)
    if (
        text.lines < _MANY_LINES
        or notes.lines > _NOTE_ROWS * text.lines
        or 2 * words < len(notes.pieces)
        or not _share_edge(notes)
    ):
        return False
    firsts = note_starts(notes.rows, notes.size)
    begins = paragraph_starts(text.pieces)
    near = 0.8 * text.size
    starting = sum(any(abs(first - row) <= near for row in begins) for first in firsts)
    several = len(firsts) > 1 or notes.lines > 1  # a single one of one line is read in the line beside it anyway
    return several and starting >= _NOTE_STARTS * len(firsts)


def _share_edge(notes: _Side) -> bool:
    """Whether the notes are set flush left or flush right."""
    left = sum(p.x0 - notes.x0 <= _CLEAR for p in notes.pieces)
    right = sum(notes.x1 - p.x1 <= _CLEAR for p in notes.pieces)
    return max(left, right) >= _NOTE_FLUSH * len(notes.pieces)


def note_starts(rows: Sequence[float], size: float) -> list[float]:
    """The first baseline of each note."""
    return [rows[0], *(b for a, b in pairwise(rows) if b - a > _NOTE_STEP * size)]


def paragraph_starts(pieces: Sequence[Piece], *, apart: bool = False) -> list[float]:
    """The baselines where a paragraph may begin: they stand off, have a label, follow a short line or a full stop.

    `apart`: only those that stand off.
    """
    rows = _by_row(pieces)
    if len(rows) < 2:
        return [row[0].baseline for row in rows]
    steps = sorted(b[0].baseline - a[0].baseline for a, b in pairwise(rows))
    least = _NEW_PARAGRAPH * steps[len(steps) // 3]
    if apart:
        return [
            rows[0][0].baseline,
            *(b[0].baseline for a, b in pairwise(rows) if b[0].baseline - a[0].baseline > least),
        ]
    right = max(p.x1 for p in pieces)
    short = right - _SHORT * (right - min(p.x0 for p in pieces))
    return [rows[0][0].baseline, *(b[0].baseline for a, b in pairwise(rows) if _starts(a, b, least, short))]


def _starts(above: Sequence[Piece], row: Sequence[Piece], least: float, short: float) -> bool:
    if row[0].baseline - above[0].baseline > least or max(p.x1 for p in above) < short:
        return True
    first, last = row[0].fragment.text, max(above, key=lambda p: p.x1).fragment.text
    return bool(_LABEL.match(first)) or (last.endswith((".", "!", "?")) and first[0].isupper())


def _by_row(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.baseline, p.x0)):
        if rows and piece.baseline - rows[-1][0].baseline <= _SAME_ROW:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows
