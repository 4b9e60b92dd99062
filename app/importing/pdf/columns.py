"""Reading order of a page: regions of one, two or more columns from the white space of the page itself.

Strategy: the best gutter (`gutters`) splits the page into what stands above, the columns beside it and what stands
below; each part is split again. Text that crosses the strip (a heading over both columns) ends the region, and so does
what crosses the gutter next to it where nothing stands beside. A line above all columns or below them, in the middle of
the page or in larger type, belongs to the page, though it is narrower than a column. A column round which the text flows is a box: it is
read at the next paragraph. Notes in the margin are read before the paragraph they stand beside. A gutter that is
certain on one page helps on pages with few lines, as do the edges of text and margin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.importing.pdf.geometry import Fragment
from app.importing.pdf.gutters import Gutter, Piece, Strip, free_runs, gutters, note_starts, paragraph_starts, piece_of

MARGIN = -1  # the column of notes in the margin

_SAME_ROW = 2.0  # points between baselines
_PARALLEL = 0.5  # of the shorter of two gutters that stands beside the other
_HEADING = 1.12  # times the size of the columns: a heading over all of them, though short
_HEADING_ROOM = 1.6  # of the columns' size that is free beside it, besides its own height
_MIDDLE = 0.02  # of the page's width its middle may be off
_FLUSH = 3  # lines that begin where a line begins make that the edge of a column
_TOUCH = 0.15  # of the size that lines one above the other may overlap
_BAND = 0.8  # of the size that is white across all columns
_FAR_INSIDE = 3.0  # of the size
_ADDRESS_LINES = 2
_ABOVE_NEXT = 0.1  # points below the last line of what ends
_SAME_TOP = 2.0  # points: where columns begin again
_FLOWS = 1.3  # of the distance between baselines: the text goes on past a box
_SAME_SIZE = 0.08
_REMARK = 0.95  # of the text's size that remarks in the margin have at most
_FEW_BOLD = 0.3  # of the pieces of a text: its headings
_TEXT_CHARACTERS = 24  # a line of the text beside notes has on average
_SAME_EDGE = 3.0  # points


@dataclass(frozen=True, slots=True)
class Region:
    """Fragments that are read line by line from top to bottom, in a column (`MARGIN`: notes) of so many."""

    fragments: tuple[Fragment, ...]
    column: int = 0
    columns: int = 1


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where lines begin left and right of the gutter beside notes, and on which side these are (-1, 1)."""

    left: float
    right: float
    notes: int


def all_regions(pages: Sequence[Sequence[Fragment]]) -> list[list[Region]]:
    """The fragments of each page as regions in reading order; a gutter certain on one page helps on the others."""
    pieces = [[piece_of(f) for f in fragments] for fragments in pages]
    found = [gutters(own, _width(own)) for own in pieces]
    best = [g for g in map(_best, found) if g is not None and not g.notes]
    hints = tuple(sorted((g.x0, g.x1) for g in best))
    if not hints and any(found):
        found = _with_margins(pieces, found)
    return [_split(own, _width(own), hints, gutters_here) for own, gutters_here in zip(pieces, found, strict=True)]


def _with_margins(pages: Sequence[list[Piece]], found: Sequence[list[Gutter]]) -> list[list[Gutter]]:
    """The gutters beside notes as far as all lines keep to the notes' and the text's edge, which other pages tell too."""
    margins = [_margin(own, here) for own, here in zip(pages, found, strict=True)]
    known = next(m for m in margins if m is not None)
    result = []
    for own, here, margin in zip(pages, found, margins, strict=True):
        longer = _kept_to(own, margin or known, _best(here))
        result.append([longer] if longer else here)
    return result


def _margin(pieces: Sequence[Piece], found: Sequence[Gutter]) -> _Margin | None:
    best = _best(found)
    if best is None:
        return None
    beside = [p for p in pieces if best.top <= p.middle <= best.bottom]
    left = min(p.x0 for p in beside if p.x1 <= best.middle)
    right = min(p.x0 for p in beside if p.x1 > best.middle)
    return _Margin(left, right, best.notes)


def _kept_to(pieces: Sequence[Piece], margin: _Margin, known: Gutter | None) -> Gutter | None:
    """The longest stretch where lines begin at both edges and cross neither; it holds the gutter known there."""
    blockers = sorted((p for p in pieces if not _keeps_to(margin, p)), key=lambda p: p.top)
    runs = free_runs(blockers, min((p.top for p in pieces), default=0.0), max((p.bottom for p in pieces), default=0.0))
    if known is not None:
        runs = [r for r in runs if r[0] <= known.top and known.bottom <= r[1]]
    top, bottom = max(runs, key=lambda r: r[1] - r[0], default=(0.0, 0.0))
    beside = [p for p in pieces if top <= p.middle <= bottom]
    left = [p for p in beside if p.x0 < margin.right - _SAME_EDGE]
    right = [p for p in beside if p.x0 >= margin.right - _SAME_EDGE]
    if not left or not right:
        return None
    text, notes = (right, left) if margin.notes < 0 else (left, right)
    characters = sum(p.characters for p in text)
    if known is None and characters < _TEXT_CHARACTERS * max(len(_rows(text)), len(_rows(notes))):
        return None
    x0, x1 = max(p.x1 for p in left), min(p.x0 for p in right)
    return Gutter(x0, x1, top, bottom, len(_rows(notes)), margin.notes) if x0 < x1 else None


def _keeps_to(margin: _Margin, piece: Piece) -> bool:
    """Whether a piece stands on one side, those of the margin at its edge."""
    if piece.table:
        return False
    if piece.x0 < margin.right - _SAME_EDGE:
        flush = abs(piece.x0 - margin.left) <= _SAME_EDGE
        return piece.x1 <= margin.right and (flush or margin.notes > 0)
    return margin.notes < 0 or abs(piece.x0 - margin.right) <= _SAME_EDGE


def _width(pieces: Sequence[Piece]) -> float:
    return max(p.x1 for p in pieces) - min(p.x0 for p in pieces) if pieces else 0.0


def _best(found: Sequence[Gutter]) -> Gutter | None:
    """The gutter with the most lines; notes only where there are no columns."""
    columns = [g for g in found if not g.notes] or list(found)
    return max(columns, key=lambda g: (g.lines, g.x1 - g.x0, -g.x0), default=None)


def _split(
    pieces: list[Piece], width: float, hints: tuple[Strip, ...], found: Sequence[Gutter] | None = None
) -> list[Region]:
    """The regions of a part of a page. `found`: its certain gutters, where they are known already."""
    if not pieces:
        return []
    if found is None or (hints and all(g.notes for g in found)):
        found = gutters(pieces, width, hints)
    best = _best(found)
    if best is None:
        return [_region(pieces)]
    gutter = best if best.notes else _clipped(best, found, pieces)
    above = [p for p in pieces if p.middle < gutter.top]
    below = [p for p in pieces if p.middle > gutter.bottom]
    beside = [p for p in pieces if gutter.top <= p.middle <= gutter.bottom]
    left = [p for p in beside if p.x1 <= gutter.middle]
    right = [p for p in beside if p.x1 > gutter.middle]
    if not left or not right:
        return [_region(pieces)]
    if gutter.notes:
        middle = _with_notes(left, right) if gutter.notes < 0 else _with_notes(right, left)
        return [*_split(above, width, hints), *middle, *_split(below, width, hints)]
    box = _box(above, left, right, below)
    if box is not None:
        return _round_box(above, [p for p in beside if p not in box], box, below, width, hints)
    columns = _side_by_side(_split(left, width, hints), _split(right, width, hints))
    return [*_split(above, width, hints), *columns, *_split(below, width, hints)]


def _region(pieces: Sequence[Piece]) -> Region:
    return Region(tuple(p.fragment for p in pieces))


def _side_by_side(left: list[Region], right: list[Region]) -> list[Region]:
    """Columns counted from the left, also where a side was split again."""
    first = max(r.columns for r in left)
    total = first + max(r.columns for r in right)
    moved = [r if r.column == MARGIN else replace(r, column=r.column + first) for r in right]
    return [replace(r, columns=total) for r in [*left, *moved]]


def _clipped(best: Gutter, found: Sequence[Gutter], pieces: Sequence[Piece]) -> Gutter:
    """The gutter as far as the columns beside it go: up to what stands alone across its neighbour or over all."""
    beside = [p for p in pieces if best.top <= p.middle <= best.bottom]
    best, beside = _without_titles(best, beside)
    top = _address_end(best, beside)
    if top is not None:
        return replace(best, top=top)
    headings = _lone_headings(best, beside)
    if headings:
        return replace(best, bottom=min(p.top for p in headings) - 0.1)
    parallel = [g for g in found if not g.notes and _stand_beside(best, g)]
    neighbour = max(parallel, key=lambda g: g.lines, default=None)
    if neighbour is None:
        return best
    ends = [p for p in beside if _crosses_alone(p, neighbour, best, beside)]
    return _between(best, ends, _common_middle(best, neighbour))


def _without_titles(gutter: Gutter, beside: list[Piece]) -> tuple[Gutter, list[Piece]]:
    """The gutter and the pieces beside it without the lines of the page above all columns or below them."""
    rows = _bands(beside)
    first = next((i for i, row in enumerate(rows) if not _is_title(row, beside, gutter)), 0)
    last = next((i for i, row in enumerate(reversed(rows)) if not _is_title(row, beside, gutter)), 0)
    if last and rows[-last][0].top - max(p.bottom for p in rows[-last - 1]) < _BAND * rows[-last][0].size:
        last = 0  # the longest column's last line
    if first + last == 0:
        return gutter, beside
    kept = [p for row in rows[first : len(rows) - last] for p in row]
    top = max(p.middle for row in rows[:first] for p in row) if first else gutter.top
    bottom = min(p.middle for row in rows[len(rows) - last :] for p in row) if last else gutter.bottom
    if not any(p.x1 <= gutter.middle for p in kept) or not any(p.x1 > gutter.middle for p in kept):
        return gutter, beside
    return replace(
        gutter, top=top + _ABOVE_NEXT if first else top, bottom=bottom - _ABOVE_NEXT if last else bottom
    ), kept


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand beside each other, from the top down: nothing stands beside two bands."""
    bands: list[list[Piece]] = []
    bottom = 0.0
    for piece in sorted(pieces, key=lambda p: p.top):
        if bands and piece.top < bottom - _TOUCH * piece.size:
            bands[-1].append(piece)
        else:
            bands.append([piece])
        bottom = max(bottom, piece.bottom)
    return bands


def _is_title(row: Sequence[Piece], beside: Sequence[Piece], gutter: Gutter) -> bool:
    """Whether a row is a line of the page: on one side of the gutter, in its middle or in larger type, at no column's edge."""
    left, right = min(p.x0 for p in row), max(p.x1 for p in row)
    if left < gutter.middle < right or any(p.table for p in row):
        return False
    larger = min(p.size for p in row) >= _HEADING * sorted(p.size for p in beside)[len(beside) // 2]
    middle = (min(p.x0 for p in beside) + max(p.x1 for p in beside)) / 2
    width = max(p.x1 for p in beside) - min(p.x0 for p in beside)
    centred = abs((left + right) / 2 - middle) <= _MIDDLE * width
    begin = sum(abs(p.x0 - left) <= _SAME_EDGE for p in beside)
    flush = begin > max(_FLUSH, sum(p.x0 < left - _SAME_EDGE and p.x1 > left for p in beside))
    return (centred and (larger or not flush)) or (larger and not flush and left > gutter.middle)


def _address_end(gutter: Gutter, beside: Sequence[Piece]) -> float | None:
    """Where blocks above the columns end (of sender and date) whose right one begins far inside the right column."""
    end: float | None = None
    bottom = gutter.top
    ordered = sorted(beside, key=lambda p: p.top)
    right = [p for p in ordered if p.x0 >= gutter.middle]
    edge = min(p.x0 for p in right)
    for piece in ordered:
        if piece.top - bottom >= _BAND * piece.size and sum(p.top < piece.top for p in right) >= _ADDRESS_LINES:
            end = bottom
        if piece.x0 >= gutter.middle and piece.x0 < edge + _FAR_INSIDE * piece.size:
            break
        bottom = max(bottom, piece.bottom)
    return end + _ABOVE_NEXT if end is not None and end > gutter.top else None


def _common_middle(a: Gutter, b: Gutter) -> float:
    """A height at which both gutters are."""
    return (max(a.top, b.top) + min(a.bottom, b.bottom)) / 2


def _between(gutter: Gutter, ends: Sequence[Piece], height: float) -> Gutter:
    top = max([gutter.top, *(p.bottom for p in ends if p.middle < height)])
    bottom = min([gutter.bottom, *(p.top for p in ends if p.middle > height)])
    return replace(gutter, top=top, bottom=bottom)


def _stand_beside(a: Gutter, b: Gutter) -> bool:
    if a.x0 < b.x1 and b.x0 < a.x1:
        return False
    common = min(a.bottom, b.bottom) - max(a.top, b.top)
    return common >= _PARALLEL * min(a.bottom - a.top, b.bottom - b.top)


def _crosses_alone(piece: Piece, neighbour: Gutter, best: Gutter, beside: Sequence[Piece]) -> bool:
    """Whether a piece lies across the neighbouring gutter and nothing stands beside it beyond the best one."""
    if neighbour.top <= piece.middle <= neighbour.bottom or not piece.x0 < neighbour.middle < piece.x1:
        return False
    left = piece.x1 <= best.middle
    return not any(
        (p.x0 >= best.middle) is left and p.top < piece.bottom and p.bottom > piece.top
        for p in beside
        if p is not piece
    )


def _lone_headings(gutter: Gutter, beside: Sequence[Piece]) -> list[Piece]:
    """Short headings of larger type left of the gutter where all columns end above and begin again below together."""
    usual = sorted(p.size for p in beside)[len(beside) // 2]
    found = []
    for piece in beside:
        if piece.table or piece.x1 > gutter.middle or piece.size < _HEADING * usual:
            continue
        if _ends_columns(piece, [p for p in beside if p.x0 >= gutter.middle], beside, usual):
            found.append(piece)
    return found


def _ends_columns(heading: Piece, others: Sequence[Piece], beside: Sequence[Piece], usual: float) -> bool:
    above = [p for p in others if p.middle < heading.middle]
    below = [p for p in others if p.middle >= heading.middle]
    own = [p for p in beside if p.top >= heading.bottom - 1 and p.x0 < heading.x1 and p is not heading]
    if not above or not below or not own:
        return False
    low, high = max(p.bottom for p in above), min(p.top for p in below)
    room = high - low >= heading.bottom - heading.top + _HEADING_ROOM * usual
    return room and low <= heading.top and high >= heading.bottom and abs(min(p.top for p in own) - high) <= _SAME_TOP


def _box(
    above: Sequence[Piece], left: Sequence[Piece], right: Sequence[Piece], below: Sequence[Piece]
) -> Sequence[Piece] | None:
    """The side that is a box, where the text of the other side comes from above and goes on below without a break."""
    if not above or not below:
        return None
    for text, box in ((left, right), (right, left)):
        before = max(above, key=lambda p: p.baseline)
        after = min(below, key=lambda p: p.baseline)
        if _flows(before, text, after) and not _flows(before, box, after):
            return box
    return None


def _flows(before: Piece, text: Sequence[Piece], after: Piece) -> bool:
    """Whether the rows of the text go on from the piece above to the one below at their own distance."""
    rows = sorted({round(p.baseline, 1) for p in text})
    steps = sorted(b - a for a, b in pairwise(rows) if b - a > _SAME_ROW)
    if not steps or any(p.table for p in text):
        return False
    usual = steps[len(steps) // 3]
    size = max(p.size for p in text)
    alike = all(abs(p.size - size) <= _SAME_SIZE * size for p in (before, after))
    return alike and rows[0] - before.baseline <= _FLOWS * usual and after.baseline - rows[-1] <= _FLOWS * usual


def _round_box(
    above: list[Piece],
    text: list[Piece],
    box: Sequence[Piece],
    below: list[Piece],
    width: float,
    hints: tuple[Strip, ...],
) -> list[Region]:
    """The text first up to the next paragraph, then the box, then the rest of the text."""
    edge = min(p.baseline for p in text)
    flow = [*above, *text, *below]
    later = [b for b in paragraph_starts(flow, apart=True) if b > edge]
    cut = later[0] - _SAME_ROW if later else max(p.baseline for p in flow) + 1
    first, rest = [p for p in flow if p.baseline < cut], [p for p in flow if p.baseline >= cut]
    inside = [replace(r, column=1, columns=2) for r in _split(list(box), width, hints)]
    return [*_split(first, width, hints), *inside, *_split(rest, width, hints)]


def _rows(pieces: Sequence[Piece]) -> list[float]:
    rows: list[float] = []
    for baseline in sorted(p.baseline for p in pieces):
        if not rows or baseline - rows[-1] > _SAME_ROW:
            rows.append(baseline)
    return rows


def _with_notes(notes: Sequence[Piece], text: Sequence[Piece]) -> list[Region]:
    """The text cut where a paragraph begins that a note stands beside; the note is read before it, a remark behind."""
    rows = _rows(text)
    begins = paragraph_starts(text)
    remarks = paragraph_starts(text, apart=True) if _are_remarks(notes, text) else []
    size = max(p.size for p in text)
    regions: list[Region] = []
    done = 0.0
    firsts = note_starts(_rows(notes), max(p.size for p in notes))
    for first, after in zip(firsts, [*firsts[1:], float("inf")], strict=True):
        if len(remarks) > 1:
            cut = min((b for b in remarks if b > first + 0.8 * size), default=rows[-1] + 2 * _SAME_ROW) - _SAME_ROW
        else:
            cut = max((b for b in begins if b <= first + 0.8 * size), default=rows[0]) - _SAME_ROW
        before = [p for p in text if done <= p.baseline < cut]
        regions += [_region(before)] if before else []
        note = [p for p in notes if first - _SAME_ROW <= p.baseline < after - _SAME_ROW]
        regions.append(replace(_region(note), column=MARGIN))
        done = max(done, cut)
    rest = [p for p in text if p.baseline >= done]
    return [*regions, _region(rest)] if rest else regions


def _are_remarks(notes: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Whether notes are no headings: in plain type smaller than the text's, which has bold headings of its own."""
    usual = sorted(p.size for p in text)[len(text) // 2]
    if any(p.size > _REMARK * usual for p in notes) or any(w.bold for p in notes for w in p.fragment.words):
        return False
    bold = sum(all(w.bold for w in p.fragment.words) for p in text)
    return 0 < bold <= _FEW_BOLD * len(text)
