"""Regions to printed lines in reading order.

Words on one baseline are a line, whatever the white space between them (a label in the margin and its text). Small
raised or lowered type (¹, ²) joins the line it overlaps: type far smaller than the region's, or a little smaller than
a word it stands close to, on a baseline of its own. A ruled table gives the lines of its cells, row by row.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from app.importing.pdf.columns import Region
from app.importing.pdf.geometry import Fragment, PrintedLine, Table, Word
from app.importing.pdf.tables import cell_words

_LABEL = re.compile(r"§?\s?\(?(?:\d{1,3}[a-z]?(?:\.\d{1,3})*|[a-z]{1,2}|[ivxIVX]{1,5}|[A-Z])[.)]{0,2}")
_DOWN, _X0 = attrgetter("baseline", "x0"), attrgetter("x0")
_SAME_LINE = 0.35  # of the size: baselines that differ less are one line (a label set a little higher)
_SMALL = 0.8  # of the line's size: raised and lowered type
_SMALLER = 0.9  # of the word beside it: raised and lowered type of browsers
_BESIDE = 0.4  # of that word's size: room between the two at most
_SHIFT = (0.12, 0.6)  # of that word's size that its baseline is higher or lower
_OVERLAP = 0.4  # of its height that small type shares with its line


def lines_of(regions: Sequence[Region], page: int, first_table: int = 0) -> list[PrintedLine]:
    """The lines of a page in reading order; tables are counted from `first_table` on."""
    lines: list[PrintedLine] = []
    table = first_table
    for region in regions:
        words: list[Word] = []
        for fragment in sorted(region.fragments, key=lambda f: (f.table is not None and f.top) or f.top):
            if fragment.table is None:
                words.extend(fragment.words)
                continue
            lines.extend(_plain(words, page, region))
            words = []
            lines.extend(_table_lines(fragment, fragment.table, page, region, table))
            table += 1
        lines.extend(_plain(words, page, region))
    return lines


def _plain(words: Sequence[Word], page: int, region: Region) -> list[PrintedLine]:
    return [PrintedLine(row, page, region.column, region.columns) for row in rows_of(words)]


def _table_lines(fragment: Fragment, table: Table, page: int, region: Region, number: int) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    for r, row in enumerate(cell_words(table, fragment.words)):
        label: tuple[Word, ...] = ()
        for c, cell in enumerate(row):
            box = table.rows[r][c]
            for words in _labelled(label, rows_of(cell)):
                right = box[2] if box else None
                lines.append(PrintedLine(words, page, region.column, region.columns, (number, r, c), cell_right=right))
            label = ()
            if cell and _is_label(lines[-1], number, r, c):
                label = lines.pop().words
        if label:  # nothing stands beside it
            lines.append(PrintedLine(label, page, region.column, region.columns, (number, r, len(row) - 1)))
    placed = {id(w) for line in lines for w in line.words}
    rest = [w for w in fragment.words if id(w) not in placed]  # on the ruling itself: never lost
    lines.extend(_plain(rest, page, region))
    return lines


def _is_label(line: PrintedLine, *place: int) -> bool:
    """Whether the line is all its cell holds, and a number: it belongs to the line beside it."""
    return line.row == place and bool(_LABEL.fullmatch(line.text))


def _labelled(label: tuple[Word, ...], rows: list[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The lines of a cell with the label of the cell before at their beginning, if both share a baseline."""
    if not label:
        return rows
    if rows and abs(rows[0][0].baseline - label[0].baseline) <= _SAME_LINE * label[0].size:
        return [label + rows[0], *rows[1:]]
    return [label, *rows]


def rows_of(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Words as lines from top to bottom, each from left to right."""
    if not words:
        return []
    usual = sorted(w.size for w in words)[len(words) // 2]
    shifted = _shifted(words)
    small = [w for w in words if w.size < _SMALL * usual or id(w) in shifted]
    small.sort(key=lambda w: id(w) in shifted)  # first what makes lines of its own
    apart = {id(w) for w in small}
    rows = _by_baseline([w for w in words if id(w) not in apart])
    for word in small:
        _attach(word, rows)
    rows.sort(key=lambda row: (row[0].baseline, row[0].x0))
    return [tuple(sorted(row, key=_X0)) for row in rows]


def _shifted(words: Sequence[Word]) -> set[int]:
    """Raised and lowered words (by `id`): smaller than a word close beside them, on another baseline."""
    largest = max(w.size for w in words)
    if all(w.size > _SMALLER * largest for w in words):
        return set()
    ordered = sorted(words, key=lambda w: w.baseline)
    baselines = [w.baseline for w in ordered]
    found: set[int] = set()
    for word in (w for w in words if w.size <= _SMALLER * largest):
        reach = _SHIFT[1] * largest
        near = ordered[bisect_left(baselines, word.baseline - reach) : bisect_right(baselines, word.baseline + reach)]
        if any(_is_beside(word, w) for w in near):
            found.add(id(word))
    return found


def _is_beside(word: Word, larger: Word) -> bool:
    """Whether a word is raised or lowered type before or behind a larger one."""
    if word.size > _SMALLER * larger.size:
        return False
    room = max(word.x0 - larger.x1, larger.x0 - word.x1)
    shift = abs(word.baseline - larger.baseline)
    overlap = min(word.bottom, larger.bottom) - max(word.top, larger.top)
    return (
        -_BESIDE * word.size <= room <= _BESIDE * larger.size
        and _SHIFT[0] * larger.size <= shift <= _SHIFT[1] * larger.size
        and overlap > _OVERLAP * (word.bottom - word.top)
    )


def _by_baseline(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=_DOWN):
        if rows and word.baseline - rows[-1][0].baseline <= _SAME_LINE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _attach(word: Word, rows: list[list[Word]]) -> None:
    """Put small type into the line it overlaps, or make it a line of its own."""
    best, share = None, _OVERLAP
    for row in rows:
        line = row[0]
        common = min(word.bottom, line.bottom) - max(word.top, line.top)
        if common > share * (word.bottom - word.top) and _has_room(word, row):
            best, share = row, common / (word.bottom - word.top)
    if best is None:
        rows.append([word])
    else:
        best.append(word)


def _has_room(word: Word, row: Sequence[Word]) -> bool:
    return all(min(word.x1, w.x1) - max(word.x0, w.x0) < 0.5 * (word.x1 - word.x0) for w in row)


def usual_size(lines: Sequence[PrintedLine]) -> float:
    """Size of most characters in points; 0 where there are none."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return max(counts, key=lambda s: (counts[s], s), default=0.0)


def with_edges(lines: list[PrintedLine], edges: dict[tuple[int, int, int], tuple[float, float]]) -> list[PrintedLine]:
    """The lines with the edges of their column, by (page, columns, column): written into them."""
    for line in lines:
        line.edges = edges[line.page, line.columns, line.column]
    return lines
