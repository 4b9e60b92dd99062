"""Running headers, footers and page numbers: by repetition and position across pages.

Strategy: in the upper and lower part of each page the lines are looked at from the edge inwards; a line whose text
(digits folded) stands at the same height on other pages is furniture, and so is a page number; the first other line
ends the search, so a repeated sentence in the text is never taken. Losing a clause is worse than keeping a header: in
the text's own type a line goes only where white space sets it off from the text or where it is the same on most
pages, and a labelled one only where both hold. What does not repeat is judged in `letterhead`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import attrgetter

from app.importing.pdf.fragments import LARGE, LEAST
from app.importing.pdf.geometry import Fragment, RawPage
from app.importing.pdf.letterhead import body_size, folded, lone_footers
from app.importing.pdf.pagenumbers import EXPLICIT, PAGE_NUMBER, SPELLED, number_in
from app.importing.pdf.repeated import exact_keys, folded_key, label_of, names_page
from app.models.source import IgnoredReason

_DOWN = attrgetter("baseline", "x0")
_ZONE = 0.2  # of the page's height, from the upper and the lower edge
_SAME_HEIGHT = 4.0  # points between two pages
_MIN_SHARE = 0.4  # of the pages (left and right pages may differ)
_GAP = 2.2  # of the size, from one baseline to the next
_WIDER = 1.2  # times the distances in the text: room that sets a line off
_WIDE_SHARE = 0.9  # of the distances in the text are smaller than the room between its paragraphs
_NO_LABEL = 5.0  # of the size: a number that far right of the text below is not its label
_FEW = 2  # pages: a text on both must be the same, a number folded is no evidence
_IN_LINE = 1.6  # of the size: a number so near to the words on both sides belongs to them
_MIN_LETTERS = 3  # "4.3." at the top of two pages is no header
_MAX_MARK = 0.06  # of the page's width: signs further left are marks for folding and punching
_MARK_GAP = 15.0  # points from such a mark to the text at least
_RUNNING_SHARE = 0.6  # of the pages that have a row at the height of running titles
_RUNNING_PAGES = 3
_SMALLER = 0.95  # of the body's size
_LABEL = re.compile(r"^(?:§|\(?[a-z0-9]{1,3}[.)]|\d{1,2}\.\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A fragment that is left out, with the reason."""

    fragment: Fragment
    reason: IgnoredReason


@dataclass(frozen=True, slots=True)
class _Row:
    """Fragments on one baseline of a page's upper or lower zone; `place`: distance from the page's edge."""

    page: int
    fragments: tuple[Fragment, ...]
    place: float
    upper: bool
    in_zone: bool

    @property
    def text(self) -> str:
        return " ".join(f.text for f in self.fragments)


def furniture_of(pages: Sequence[RawPage], fragments: Sequence[Sequence[Fragment]]) -> list[list[Furniture]]:
    """What to leave out of each page."""
    body = body_size(fragments)
    behind = _behind(fragments, body)
    rows = [
        _zones(page, [f for f in parts if id(f) not in behind]) for page, parts in zip(pages, fragments, strict=True)
    ]
    sides = [side for zone in rows for side in zone]
    everything = [row for side in sides for row in side]
    document = _Document(
        _repeated(everything),
        _number_offsets(everything),
        _running(sides, len(pages), body, fragments),
        len(pages),
        body,
    )
    document = replace(document, wide=_wide(sides, document))
    found: list[list[Furniture]] = []
    for zone, page, parts in zip(rows, pages, fragments, strict=True):
        page_found = [Furniture(f, IgnoredReason.WATERMARK) for f in parts if id(f) in behind]
        page_found.extend(_margin_marks(page, parts))
        for side in zone:
            page_found.extend(_outermost(side, document))
            page_found.extend(_spelled_out(side, {id(f.fragment) for f in page_found}))
        found.append(page_found)
    if all(len(f) == len(parts) for f, parts in zip(found, fragments, strict=True)):
        return [[] for _ in pages]  # the same page over and over: its text repeats, but is the text
    return _with_lone_footers(pages, fragments, found, body)


def _with_lone_footers(
    pages: Sequence[RawPage],
    fragments: Sequence[Sequence[Fragment]],
    found: Sequence[list[Furniture]],
    body: float,
) -> list[list[Furniture]]:
    """What was found, and the footers that do not repeat at their place."""
    known = frozenset(folded(f.fragment.text) for page in found for f in page if f.reason is IgnoredReason.FOOTER)
    result = []
    for page, parts, already in zip(pages, fragments, found, strict=True):
        out = {id(f.fragment) for f in already}
        numbers = [f.fragment for f in already if f.reason is IgnoredReason.PAGE_NUMBER]
        rest = [f for f in parts if id(f) not in out]
        lone = lone_footers(page, rest, numbers, known, body)
        result.append([*already, *(Furniture(f, reason) for f, reason in lone)])
    return result


def _behind(fragments: Sequence[Sequence[Fragment]], body: float) -> set[int]:
    """Watermarks (by `id`): what is drawn behind the text, and large type at one place of most pages."""
    found = {id(f) for parts in fragments for f in parts if f.behind}
    places: defaultdict[tuple[str, int, int], list[Fragment]] = defaultdict(list)
    for f in (f for parts in fragments for f in parts if f.table is None and f.size >= max(LEAST, LARGE * body)):
        places[f.text, round(f.x0 / _SAME_HEIGHT), round(f.baseline / _SAME_HEIGHT)].append(f)
    enough = max(2, _RUNNING_SHARE * len(fragments))
    return found | {id(f) for same in places.values() if len(same) >= enough for f in same}


def _margin_marks(page: RawPage, fragments: Sequence[Fragment]) -> list[Furniture]:
    """Marks for folding and punching: a lone dash or dot at the paper's edge."""
    marks = [f for f in fragments if not any(c.isalnum() for c in f.text) and f.x1 <= _MAX_MARK * page.page.width]
    if not marks:
        return []
    known = {id(f) for f in marks}
    texts = [f for f in fragments if id(f) not in known]
    if len(marks) > 1 and all(any(abs(f.baseline - m.baseline) <= 1 for f in texts) for m in marks):
        return []  # each at the beginning of a line: the dashes of a list
    text = min((f.x0 for f in texts), default=0.0)
    return [Furniture(f, IgnoredReason.SIDE_TEXT) for f in marks if f.words and f.x1 + _MARK_GAP <= text]


def _zones(page: RawPage, fragments: list[Fragment]) -> tuple[list[_Row], list[_Row]]:
    """Rows of the upper zone from the top down and of the lower zone from the bottom up, each with the row after."""
    height = page.page.height
    rows = _rows([f for f in fragments if f.table is None])
    upper = [_row(page, r, r[0].baseline, True) for r in rows]
    lower = [_row(page, r, height - r[0].baseline, False) for r in reversed(rows)]
    in_upper, in_lower = (sum(row.in_zone for row in side) for side in (upper, lower))
    return upper[: in_upper + 1], lower[: in_lower + 1]


def _row(page: RawPage, fragments: list[Fragment], place: float, upper: bool) -> _Row:
    return _Row(page.page.number, tuple(fragments), place, upper, place <= _ZONE * page.page.height)


def _rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=_DOWN):
        if rows and fragment.baseline - rows[-1][0].baseline <= 2:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return rows


_Places = dict[tuple[bool, int, str], set[int]]


def _repeated(rows: Sequence[_Row]) -> _Places:
    """The pages where a text of the zones stands at a height."""
    places: defaultdict[tuple[bool, int, str], set[int]] = defaultdict(set)
    for row in rows:
        for text in {row.text, *(f.text for f in row.fragments)}:
            for key in {folded_key(text), *exact_keys(text, row.page)}:
                places[row.upper, round(row.place / _SAME_HEIGHT), key].add(row.page)
    return places


@dataclass(frozen=True, slots=True)
class _Document:
    """What is known of all pages: texts that repeat, how far numbers differ from the page's, running titles' places,
    the text's size and (`wide`) the room between its paragraphs, in points.
    """

    places: _Places
    offsets: dict[int, int]
    running: frozenset[tuple[bool, int]]
    pages: int
    body: float
    wide: float = 0.0


def _running(
    sides: Sequence[Sequence[_Row]], pages: int, body: float, fragments: Sequence[Sequence[Fragment]]
) -> frozenset[tuple[bool, int]]:
    """Heights where most pages have the title of a chapter: small, apart, and printed again in the text or beside it."""
    if pages < _RUNNING_PAGES:
        return frozenset()
    titles: defaultdict[tuple[bool, int], list[str]] = defaultdict(list)
    for side in sides:
        row = next((r for r in side[:-1] if not all(number_in(f.text) for f in r.fragments)), None)
        if row is not None and row.in_zone and _may_be_running(row, side[side.index(row) + 1], body):
            titles[row.upper, round(row.place / _SAME_HEIGHT)].append(_title(row))
    often = {
        place: texts for place, texts in titles.items() if len(texts) >= max(_RUNNING_PAGES, _RUNNING_SHARE * pages)
    }
    printed = {folded_key(f.text) for parts in fragments for f in parts if f.size > _SMALLER * body} if often else set()
    return frozenset(place for place, texts in often.items() if _are_titles(texts, printed))


def _are_titles(texts: Sequence[str], printed: set[str]) -> bool:
    """Whether at least half of the different texts stand on two pages or in the text as well."""
    different = set(texts)
    return 2 * sum(t in printed or texts.count(t) > 1 for t in different) >= len(different)


def _title(row: _Row) -> str:
    return folded_key(" ".join(f.text for f in row.fragments if not number_in(f.text)))


def _may_be_running(row: _Row, following: _Row, body: float) -> bool:
    small = all(f.size <= _SMALLER * body for f in row.fragments)
    apart = abs(following.place - row.place) > _GAP * row.fragments[0].size
    return small and apart and not _LABEL.match(row.text) and any(c.isalpha() for c in row.text)


def _number_offsets(rows: Sequence[_Row]) -> dict[int, int]:
    """How many bare numbers differ from their page's number by the same amount, for each amount."""
    offsets: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows:
        for fragment in row.fragments:
            number = number_in(fragment.text)
            if number is not None:
                offsets[number - row.page].add(row.page)
    return {offset: len(pages) for offset, pages in offsets.items()}


def _outermost(side: Sequence[_Row], document: _Document) -> list[Furniture]:
    found: list[list[Furniture]] = []
    for i, row in enumerate(side):
        following = side[i + 1] if i + 1 < len(side) else None
        reasons = [_reason(row, f, document) for f in row.fragments]
        if following is not None and _heads(row, following, document):
            reasons = [None]
        edge = IgnoredReason.HEADER if row.upper else IgnoredReason.FOOTER
        whole = _recurs(row, row.text, document) or _runs(row, document)
        if not whole and not all(reasons):
            del found[_furthest(side, len(found), document) :]
            return [*chain(*found), *(_numbers(row, reasons) if found else _own_number(side) or _numbers(row, reasons))]
        if not row.in_zone:
            break
        found.append([Furniture(f, r or edge) for f, r in zip(row.fragments, reasons, strict=True)])
    return list(chain(*found[: _apart(side)]))


def _furthest(side: Sequence[_Row], count: int, document: _Document) -> int:
    """How many of the outermost rows stay out: the inner ones may be the beginning or the end of the text."""
    while count and _is_text(side[count - 1], side[count], document):
        count -= 1
    return count


def _is_text(row: _Row, following: _Row, document: _Document) -> bool:
    """Whether a row that repeats is text nevertheless: in the text's type, near to it or seldom the same."""
    if _runs(row, document) or _tells_page(row, document):
        return False
    exact = _repeats_exactly(row, document)
    if all(f.size <= _SMALLER * document.body for f in row.fragments):
        return document.pages <= _FEW and exact < _FEW
    often = exact >= max(_RUNNING_PAGES, _RUNNING_SHARE * document.pages)
    if label_of(row.text):
        return not (often and _set_off(row, following, document))
    if not _set_off(row, following, document):
        return not often
    return document.pages <= _FEW and exact < _FEW


def _tells_page(row: _Row, document: _Document) -> bool:
    return names_page(row.text) or any(_is_page_number(row, f, document) for f in row.fragments)


def _set_off(row: _Row, following: _Row, document: _Document) -> bool:
    """Whether there is more room between the row and the text than the text itself has."""
    size = min(max(f.size for f in r.fragments) for r in (row, following))
    return abs(following.place - row.place) > max(_GAP * size, _WIDER * document.wide)


def _heads(row: _Row, following: _Row, document: _Document) -> bool:
    """Whether a lone number is a heading: above the text, flush with it, in its type and at its distance."""
    number = row.fragments[0]
    flush = number.x0 < following.fragments[0].x0 + _NO_LABEL * number.size
    if len(row.fragments) > 1 or not row.upper or not flush or number.size <= _SMALLER * document.body:
        return False
    bare = number_in(number.text) is not None and not EXPLICIT.search(number.text)
    return bare and not _set_off(row, following, document)


def _wide(sides: Sequence[Sequence[_Row]], document: _Document) -> float:
    """Points between the baselines of paragraphs: only few rows of the text that do not repeat are further apart."""
    pairs = (pair for side in sides for pair in pairwise(side))
    texts = [pair for pair in pairs if not any(_recurs(r, r.text, document) or _tells_page(r, document) for r in pair)]
    gaps = sorted(abs(following.place - row.place) for row, following in texts)
    return gaps[int(_WIDE_SHARE * (len(gaps) - 1))] if gaps else 0.0


def _spelled_out(side: Sequence[_Row], known: set[int]) -> list[Furniture]:
    """Numbers like "Seite 3 von 7" on page 3, between whatever lines they stand."""
    return [
        Furniture(f, IgnoredReason.PAGE_NUMBER)
        for row in side
        for f in row.fragments
        if row.in_zone and id(f) not in known and SPELLED.match(f.text) and number_in(f.text) == row.page
    ]


def _runs(row: _Row, document: _Document) -> bool:
    """Whether a running title stands at the row's height, in this row."""
    return (row.upper, round(row.place / _SAME_HEIGHT)) in document.running and not _LABEL.match(row.text)


def _own_number(side: Sequence[_Row]) -> list[Furniture]:
    """A number only this page shows and that is its own: alone in the outermost row and apart from the text."""
    row = side[0]
    match = PAGE_NUMBER.match(row.text)
    if not match or not row.in_zone or len(row.fragments) > 1 or len(side) < 2 or int(match[1]) != row.page:
        return []
    number, following = row.fragments[0], side[1]
    if row.upper and not EXPLICIT.search(row.text) and number.x0 < following.fragments[0].x0 + _NO_LABEL * number.size:
        return []
    apart = abs(following.place - row.place) > _GAP * number.size
    return [Furniture(number, IgnoredReason.PAGE_NUMBER)] if apart else []


def _apart(side: Sequence[_Row]) -> int:
    """How many rows stand apart from the rest, where the text repeats too: the same page printed twice."""
    for i, (row, following) in enumerate(pairwise(side), start=1):
        if abs(following.place - row.place) > _GAP * row.fragments[0].size:
            return i
    return len(side) if len(side) == 1 else 0


def _numbers(row: _Row, reasons: Sequence[IgnoredReason | None]) -> list[Furniture]:
    """Page numbers in a row with other text, but never before it: there they are labels."""
    pairs = zip(row.fragments[1:], reasons[1:], strict=True) if row.in_zone else ()
    return [Furniture(f, r) for f, r in pairs if r is IgnoredReason.PAGE_NUMBER]


def _reason(row: _Row, fragment: Fragment, document: _Document) -> IgnoredReason | None:
    if _is_page_number(row, fragment, document):
        return IgnoredReason.PAGE_NUMBER
    if _recurs(row, fragment.text, document):
        return IgnoredReason.HEADER if row.upper else IgnoredReason.FOOTER
    return None


def _recurs(row: _Row, text: str, document: _Document) -> bool:
    key = folded_key(text)
    if sum(c.isalpha() for c in key) < _MIN_LETTERS:
        return False
    return _pages_with(row, key, document) >= max(2, _MIN_SHARE * document.pages)


def _pages_with(row: _Row, key: str, document: _Document) -> int:
    """On how many pages a text stands at the row's height."""
    height = round(row.place / _SAME_HEIGHT)
    return len({page for step in (-1, 0, 1) for page in document.places.get((row.upper, height + step, key), ())})


def _repeats_exactly(row: _Row, document: _Document) -> int:
    """On how many pages the row stands, no number in it differing but the page's."""
    return max(_pages_with(row, key, document) for key in exact_keys(row.text, row.page))


def _is_inside(row: _Row, fragment: Fragment) -> bool:
    """Whether a text stands between words of its line, near to both: in a heading in scattered letters."""
    near = _IN_LINE * fragment.size
    others = [f for f in row.fragments if f is not fragment and any(c.isalnum() or c == "§" for c in f.text)]
    before = any(0 <= fragment.x0 - f.x1 <= near for f in others)
    return before and any(0 <= f.x0 - fragment.x1 <= near for f in others) and not names_page(row.text)


def _is_page_number(row: _Row, fragment: Fragment, document: _Document) -> bool:
    number = number_in(fragment.text)
    if number is None or _is_inside(row, fragment):
        return False
    if document.pages == 1:
        return bool(PAGE_NUMBER.match(fragment.text)) and (
            bool(EXPLICIT.search(fragment.text)) or (not row.upper and number == 1)
        )
    return document.offsets.get(number - row.page, 0) >= max(2, _MIN_SHARE * document.pages) or bool(
        re.search(r"seite|page|blatt", fragment.text, re.IGNORECASE)
    )
