"""Letterheads, and footers that no repetition gives away: printed once, on a single page, or at another height.

Strategy: from the lower edge of a page inwards, after the repeated furniture is gone. A row goes where its whole text is
a footer of another page, where it stands apart beside a page number, or where it belongs to a block of a letterhead:
apart from the text, in smaller type or in columns, with at least two kinds of contact details and no sentence. Losing a clause is
worse than keeping a footer, so each rule needs the white space (or a ruling) above and type that differs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from app.importing.pdf.geometry import Fragment, RawPage, Rule
from app.models.source import IgnoredReason

_ZONE = 0.2  # of the page's height
_APART = 2.2  # of the size, from one baseline to the next
_FAR_APART = 3.2  # of the size: enough even where the type is the body's
_SMALLER = 0.95  # of the body's size
_SAME_ROW = 2.0  # points
_CENTRED = 0.03  # of the page's width that the white on both sides differs
_MIN_RULE = 0.25  # of the page's width: a separator, not an underlined word
_MIN_LETTERS = 3
_KINDS = 2  # of contact details a letterhead has at least
_CONTACT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\biban\b|\bbic\b|\bswift\b",
        r"bank|sparkasse|\bkonto|\bkto\b|\bblz\b",
        r"\btel\b|telefon|\bfon\b|\bphone|\bmobil\b",
        r"(?:tele)?fax\b",
        r"\bhr[ab]\b|\bhr-?nr|handelsregister|registergericht|amtsgericht|firmenbuch",
        r"\bust\b|\bust\.|\buid\b|steuer-?n(?:umme)?r|st\.-?\s?nr|finanzamt",
        r"geschäftsführ|\bgf:|\binhaber|vorstand",
        r"\bwww\.|https?://",
        r"\S@\S",
    )
)
_SENTENCE_END = re.compile(r"[^\W\d_]{2,}[.!?](?=\s|$)")
_SMALL_WORD = re.compile(r"(?<!\S)[a-zäöüß]{2,}(?=[,.;]?(?!\S))")
_SMALL_WORDS = 5  # that a sentence has and a letterhead does not
_CLAUSE = re.compile(r"^(?:§|art(?:ikel|\.)?\s*\d|\d{1,2}\.\d|\d{1,2}[.)]\s|\(?[a-z0-9]{1,2}\)\s)", re.IGNORECASE)

_Row = list[Fragment]


def body_size(fragments: Sequence[Sequence[Fragment]]) -> float:
    """Size in points of most characters of the document."""
    counts: defaultdict[float, int] = defaultdict(int)
    for page in fragments:
        for fragment in page:
            counts[round(fragment.size, 1)] += len(fragment.text)
    return max(counts, key=lambda size: (counts[size], size), default=10.0)


def folded(text: str) -> str:
    """The whole text without spaces, numbers folded."""
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", text)).casefold()


def lone_footers(
    page: RawPage, fragments: Sequence[Fragment], numbers: Sequence[Fragment], known: frozenset[str], body: float
) -> list[tuple[Fragment, IgnoredReason]]:
    """What to leave out at the bottom of a page, and the letterhead of the first page.

    `numbers`: the page's numbers, `known`: footers of other pages, folded, `body`: size of the text.
    """
    rows = _rows(fragments)
    found: list[Fragment] = []
    while rows and _is_known(rows[-1], known):
        found.extend(rows.pop())
    if len(rows) > 1 and _is_numbered(rows, numbers, page, body):
        found.extend(rows.pop())
    foot = _letterhead(rows, page, body)
    head = _head(rows[: len(rows) - len(foot)], page, body) if page.page.number == 1 else []
    return [
        *((f, IgnoredReason.FOOTER) for f in found),
        *((f, IgnoredReason.LETTERHEAD) for row in (*foot, *head) for f in row),
    ]


def _rows(fragments: Sequence[Fragment]) -> list[_Row]:
    """The rows of the page from the top down; a table is a row of its own."""
    rows: list[_Row] = []
    for fragment in sorted(fragments, key=lambda f: (f.baseline, f.x0)):
        if rows and fragment.table is None and fragment.baseline - rows[-1][0].baseline <= _SAME_ROW:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return rows


def _is_known(row: _Row, known: frozenset[str]) -> bool:
    texts = [folded(f.text) for f in row]
    return any(sum(c.isalpha() for c in t) >= _MIN_LETTERS for t in texts) and all(t in known for t in texts)


def _is_numbered(rows: Sequence[_Row], numbers: Sequence[Fragment], page: RawPage, body: float) -> bool:
    """Whether the last row stands beside a page number and apart from the text."""
    above, row = rows[-2:]
    if not _in_zone(row, page) or _CLAUSE.match(row[0].text):
        return False
    if not any(abs(n.baseline - row[0].baseline) <= _SAME_ROW for n in numbers):
        return False
    factor = _APART if _is_small(row, body) or _ruled(above, row, page) else _FAR_APART
    return _distance(above, row) > factor * _size(row)


def _letterhead(rows: Sequence[_Row], page: RawPage, body: float) -> list[_Row]:
    """The rows of the lowest part of the page, cut at white space or a ruling, as far up as they are a letterhead."""
    found: list[_Row] = []
    block: list[_Row] = []
    for above, row in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
        if not _in_zone(row, page) or row[0].table is not None:
            break
        block.append(row)
        if _distance(above, row) > _APART * _size(row) or _ruled(above, row, page):
            far = _distance(above, row) > _FAR_APART * _size(row)
            if not _is_letterhead(block, body, page.page.width if far else None):
                break
            found, block = [*found, *block], []
    return found


def _head(rows: Sequence[_Row], page: RawPage, body: float) -> list[_Row]:
    """The rows of the first page's upper part that are a letterhead: apart from what follows them."""
    block: list[_Row] = []
    for row, below in pairwise(rows):
        if row[0].baseline > _ZONE * page.page.height or row[0].table is not None:
            break
        block.append(row)
        if _distance(row, below) > _APART * _size(row) or _ruled(row, below, page):
            right = all(f.x0 > page.page.width / 2 for r in block for f in r)
            far = right or _distance(row, below) > _FAR_APART * _size(row)
            return block if _is_letterhead(block, body, page.page.width if far else None, right=right) else []
    return []


def _is_letterhead(block: Sequence[_Row], body: float, width: float | None, *, right: bool = False) -> bool:
    """Whether the block is in smaller type, in columns, centred (on a page of `width`; None: too near) or at the `right`,
    and tells how to reach somebody.
    """
    small = all(_is_small(row, body) for row in block)
    in_columns = 2 * sum(len(row) > 1 for row in block) > len(block) > 1
    centred = width is not None and all(_is_centred(row, width) for row in block)
    if not (small or in_columns or centred or right) or any(_CLAUSE.match(f.text) for row in block for f in row):
        return False
    text = "\n".join(f.text for row in sorted(block, key=lambda r: r[0].baseline) for f in row)
    return sum(bool(kind.search(text)) for kind in _CONTACT) >= _KINDS and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    """Whether the block says something: a finished sentence with verbs and other small words."""
    return bool(_SENTENCE_END.search(text)) and len(set(_SMALL_WORD.findall(text))) >= _SMALL_WORDS


def _in_zone(row: _Row, page: RawPage) -> bool:
    return row[0].baseline >= (1 - _ZONE) * page.page.height


def _is_small(row: _Row, body: float) -> bool:
    return all(f.size <= _SMALLER * body for f in row)


def _is_centred(row: _Row, width: float) -> bool:
    left, right = min(f.x0 for f in row), width - max(f.x1 for f in row)
    return abs(left - right) <= _CENTRED * width


def _size(row: _Row) -> float:
    return max(f.size for f in row)


def _distance(above: _Row, row: _Row) -> float:
    """Points between the baselines; under a table from its lower edge on."""
    return row[0].baseline - max(f.bottom if f.table else f.baseline for f in above)


def _ruled(above: _Row, row: _Row, page: RawPage) -> bool:
    """Whether a separator runs between the two rows."""
    low, high = max(f.baseline for f in above), min(f.top for f in row)
    return any(low < r.y <= high + 1 and _is_separator(r, page) for r in page.rules)


def _is_separator(rule: Rule, page: RawPage) -> bool:
    return rule.x1 - rule.x0 >= _MIN_RULE * page.page.width
