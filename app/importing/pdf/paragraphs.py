"""The look of each line (edges, gap, weight, full) and the paragraphs the lines form.

Strategy: the left edge of a column is the leftmost place several lines share, compared across pages so that a page
that only has indented text keeps its indentation. A line is full when the next line's first word would not have
fitted: then the paragraph probably goes on, also in the next column or on the next page. More white space than inside
the column's paragraphs parts two of them unless the sentence plainly goes on: after an article or a preposition, in lower
case, with the rest of a broken word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.importing.pdf.geometry import PrintedLine, Rule
from app.importing.pdf.hyphens import HYPHENS
from app.models.source import MarkKind

_SAME_EDGE = 2.0  # points
_FAR = 0.15  # of the column's width: an edge further off belongs to another layout
_SAME_LAYOUT = 0.5  # of the way the left edge moved: how far the right one may move in the same layout
_RAGGED = 8.0  # points the right edge of unjustified text moves from page to page
_FITS = 0.6  # of the size that must be left beside the next line's first word
_NEW_GAP = 1.35  # of the usual distance between baselines: a new paragraph, however the sentence goes on
_MORE_WHITE = 0.25  # of the size beyond the usual distance: a new paragraph if the sentence does not plainly go on
_STEPS = 5  # distances in a column that tell its own usual one
_SAME_SIZE = 0.08
_OTHER_SIZE = 0.3  # that a sentence's next line may differ at most
_NEARLY_FULL = 0.35  # of the column's width that is free at most where a sentence goes on
_CELL_MARGIN = 5.4  # points between text and ruling, as word processors set it
_CENTRED = 0.03  # of the column's width the middles may differ
_WHITE = 0.06  # of the column's width that is left free on both sides of a centred line
_TEXT_EDGE = 3  # lines that begin at one place and are not centred make it an edge of the text
_LABEL = re.compile(
    r"^(?:§{1,2}\s*\d|(?i:art(?:ikel)?|abs(?:atz)?|ziff(?:er)?|teil|kapitel|abschnitt)\.?\s*[\dIVX]+\b"
    r"|\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})\)|\d{1,2}(?:\.\d{1,3})*\.?(?:\s|$)|(?:[A-Z]|[IVX]{1,5})\.\s|[a-h]\.\s(?!\w\.)"
    r"|[-–•●▪■◦○]\s)"
)
_ENTRY = re.compile(r"(?:[._]\s?){4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$")  # of a table of contents
_ENDS = re.compile(r"[.!?:;,][\"“”»«’)\]]*$")
_STOPS = re.compile(r"[.!?:;][\"“”»«’)\]]*$")
_CAPTION = re.compile(r"[\w-]+(?: [\w-]+)?:(?:\s|$)")
_BULLET = re.compile(r"[-–•●▪■◦○*\uf0b7\uf0a7](?:\s|$)")
_CITED = re.compile(r"§{1,2}\s*\d|(?:Art(?:ikel)?|Abs(?:atz)?|Ziff(?:er)?)\.?\s*\d|\d{1,3}(?:\.\d{3})*\s+[^\W\d_]")
_OPEN_WORDS = (
    "der die das des dem den ein eine einer eines einem einen kein keine keiner keinen keinem ihr ihre ihrer ihres "
    "ihrem ihren sein seine seiner seines seinem seinen unser unsere unserer unseren unserem dieser diese dieses "
    "diesem diesen jeder jede jedes jedem jeden und oder sowie bzw. beziehungsweise von vom zu zum zur mit im in ins "
    "bei beim für nach binnen innerhalb außerhalb während seit trotz spätestens mindestens höchstens pro aus auf "
    "durch als am um unter über gegen ohne gemäß nebst samt zwischen wegen dass ob wenn falls weil sofern soweit the "
    "a an of and or to for with by from in on at any such that which"
)
_OPEN = frozenset(_OPEN_WORDS.split())  # after which a sentence goes on


@dataclass(frozen=True, slots=True)
class Look:
    """What segmentation wants to know of a line beside its words (`app.models.source.Line` has the meanings)."""

    x0: float
    gap: float | None
    bold: bool
    bold_lead: int
    italic: bool
    centered: bool
    underlined: bool
    full: bool


def column_edges(lines: Sequence[PrintedLine]) -> dict[tuple[int, int, int], tuple[float, float]]:
    """Left and right edge of each (page, columns, column)."""
    groups: defaultdict[tuple[int, int, int], list[PrintedLine]] = defaultdict(list)
    for line in lines:
        groups[line.page, line.columns, line.column].append(line)
    lefts = {key: _shared([g.box.x0 for g in group], min) for key, group in groups.items()}
    rights = {key: _shared([g.box.x1 for g in group], max) for key, group in groups.items()}
    left = _steady(_confirmed(lefts, rights, -1), rights)
    right = _confirmed(rights, lefts, 1)
    return {key: (left[key], right[key]) for key in groups}


def _shared(places: Sequence[float], outermost: object) -> float:
    """The outermost place that at least two lines share, else the outermost."""
    ordered = sorted(places, reverse=outermost is max)
    for first, second in pairwise(ordered):
        if abs(first - second) <= _SAME_EDGE:
            return first
    return ordered[0]


def _confirmed(
    edges: dict[tuple[int, int, int], float], others: dict[tuple[int, int, int], float], sign: int
) -> dict[tuple[int, int, int], float]:
    """An edge no other page has gives way to the one further out that most pages have."""
    by_column: defaultdict[tuple[int, int], Counter[float]] = defaultdict(Counter)
    for (_, columns, column), edge in edges.items():
        by_column[columns, column][round(edge / _SAME_EDGE)] += 1
    result = {}
    for key, edge in edges.items():
        counts = by_column[key[1:]]
        place = round(edge / _SAME_EDGE)
        usual = max(counts, key=lambda p: (counts[p], p * sign))
        further = (usual - place) * sign > 0
        near = abs(usual - place) * _SAME_EDGE <= _FAR * abs(others[key] - edge)
        alone = counts[place] + counts[place - 1] + counts[place + 1] < 2
        result[key] = usual * _SAME_EDGE if further and near and alone else edge
    return result


def _steady(
    lefts: dict[tuple[int, int, int], float], rights: dict[tuple[int, int, int], float]
) -> dict[tuple[int, int, int], float]:
    """The outermost left edge of all pages of a layout: a page of indented text keeps its indentation.

    Where the right edge moves too, the page is another layout (mirrored margins, wider text) and keeps its own.
    """
    result = {}
    for key, left in lefts.items():
        near = _FAR * (rights[key] - left)
        alike = [
            other
            for place, other in lefts.items()
            if place[1:] == key[1:]
            and 0 <= left - other <= near
            and abs(rights[key] - rights[place]) <= max(_RAGGED, _SAME_LAYOUT * (left - other))
        ]
        result[key] = min(alike)
    return result


def looks_of(lines: Sequence[PrintedLine], rules: dict[int, Sequence[Rule]]) -> list[Look]:
    """The look of each line, in order."""
    indented = _indented(lines)
    looks = []
    text: PrintedLine | None = None  # the line before that is in the text's own flow, no footnote
    for i, line in enumerate(lines):
        last = text if i and not line.note else lines[i - 1] if i else None
        before = last if last is not None and _same_column(last, line) else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        text = text if line.note else line
        looks.append(_look(line, before, after, rules.get(line.page, ()), indented))
    return looks


_Place = tuple[float, int]  # size of the type, indentation in steps of `_SAME_EDGE`


def _place(line: PrintedLine) -> _Place:
    return line.size, round((line.box.x0 - line.edges[0]) / _SAME_EDGE)


def _indented(lines: Sequence[PrintedLine]) -> frozenset[_Place]:
    """Where indented text of a size begins: what begins there is not centred, if its middle is the column's or not."""
    counts = Counter(_place(line) for line in lines if not _centred(line))
    return frozenset(place for place, count in counts.items() if count >= _TEXT_EDGE)


def _look(
    line: PrintedLine,
    before: PrintedLine | None,
    after: PrintedLine | None,
    rules: Sequence[Rule],
    indented: frozenset[_Place],
) -> Look:
    letters = sum([len(w.text) for w in line.words])
    bold = sum([len(w.text) for w in line.words if w.bold])
    return Look(
        x0=round(line.box.x0 - line.edges[0], 2),
        gap=None if before is None else round((line.box.top - before.box.bottom) / _height(line), 2),
        bold=bold >= 0.9 * letters,
        bold_lead=0 if not bold or bold >= 0.9 * letters else _bold_lead(line),
        italic=sum([len(w.text) for w in line.words if w.italic]) >= 0.9 * letters,
        centered=_centred(line)
        and _place(line) not in indented
        and not any(_aligned(line, other) for other in (before, after)),
        underlined=_underlined(line, rules),
        full=_full(line, after),
    )


def _height(line: PrintedLine) -> float:
    return max(line.box.bottom - line.box.top, 1.0)


def _bold_lead(line: PrintedLine) -> int:
    count = 0
    for word in line.words:
        if not word.bold:
            break
        count += len(word.text) + 1
    return max(0, count - 1)


def _same_column(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether `b` follows below `a`, not at the top of the next column or page."""
    if a.page != b.page or b.baseline <= a.baseline:
        return False
    if a.column < 0 or b.column < 0:  # notes in the margin
        return a.column == b.column
    return a.column == b.column or a.columns == 1 or b.columns == 1


def _centred(line: PrintedLine) -> bool:
    left, right = line.edges
    width = right - left
    if width <= 0 or min(line.box.x0 - left, right - line.box.x1) < _WHITE * width:
        return False
    middle = (line.box.x0 + line.box.x1) / 2
    return abs(middle - (left + right) / 2) <= _CENTRED * width


def _aligned(line: PrintedLine, other: PrintedLine | None) -> bool:
    """Whether both lines begin at one place and end at different ones: indented text, not centred."""
    if other is None or other.page != line.page or abs(line.box.x0 - other.box.x0) > _SAME_EDGE:
        return False
    return abs(line.box.x1 - other.box.x1) > _SAME_EDGE


def _underlined(line: PrintedLine, rules: Sequence[Rule]) -> bool:
    width = line.box.x1 - line.box.x0
    return any(
        -0.1 * line.size <= rule.y - line.baseline <= 0.35 * line.size
        and min(rule.x1, line.box.x1) - max(rule.x0, line.box.x0) >= 0.7 * width
        and rule.x1 - rule.x0 <= 1.2 * width
        for rule in rules
    )


def _full(line: PrintedLine, after: PrintedLine | None) -> bool:
    right = line.edges[1] if line.cell_right is None else line.cell_right - _CELL_MARGIN
    room = right - line.box.x1
    if after is None:
        return room <= line.size
    return room < _first_width(after) + _FITS * line.size


def _first_width(line: PrintedLine) -> float:
    return line.words[0].x1 - line.words[0].x0


def paragraphs_of(lines: Sequence[PrintedLine], looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Half-open ranges of lines that form a paragraph or a table row."""
    usual = _usual_distances(lines)
    starts = [i for i in range(len(lines)) if not i or _begins(lines[i - 1], lines[i], looks[i - 1], looks[i], usual)]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


_Steps = dict[tuple[float, int, int], float]  # by size, page and column; page 0: of the document


def _usual_distances(lines: Sequence[PrintedLine]) -> _Steps:
    """The most frequent distance between baselines, for each size of type in the document and in each column."""
    steps: defaultdict[tuple[float, int, int], defaultdict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for a, b in pairwise(lines):
        if a.size == b.size and a.row == b.row and _same_column(a, b):
            distance = b.baseline - a.baseline
            for place in ((b.size, 0, 0), (b.size, b.page, b.column)):
                steps[place][round(distance)].append(distance)
    usual = {}
    for place, found in steps.items():
        commonest = max(found, key=lambda d: (len(found[d]), -d))
        if not place[1] or len(found[commonest]) >= _STEPS:
            usual[place] = sum(found[commonest]) / len(found[commonest])
    return usual


def _begins(a: PrintedLine, b: PrintedLine, look_a: Look, look_b: Look, usual: _Steps) -> bool:
    """Whether `b` begins a new paragraph after `a`."""
    if a.note or b.note:
        return a.note != b.note
    if a.row or b.row:
        return (a.row or ())[:2] != (b.row or ())[:2]
    if (a.column < 0) != (b.column < 0):  # a note in the margin
        return True
    if _opens_count(b):
        return not _LABEL.fullmatch(a.text)
    if a.words[-1].text[-1].isdigit() and _ENTRY.search(a.text):
        return True
    if not _same_column(a, b):
        return not _runs_over(a, b, look_a, look_b)
    more = _more_white(a, b, usual)
    if abs(a.size - b.size) > _SAME_SIZE * max(a.size, b.size):
        return not (look_a.full and not more and look_a.bold == look_b.bold and _in_other_size(a, b))
    if not look_a.full:
        return not _goes_on_early(a, b, look_a, look_b, more)
    return _begins_below(a, b, look_a, look_b, more, usual)


def _opens_count(line: PrintedLine) -> bool:
    """Whether the line opens with the small number of a paragraph's first sentence."""
    return any(n.text == "1" and not n.before and n.kind is MarkKind.SENTENCE_NUMBER for n in line.numbers)


def _step(line: PrintedLine, usual: _Steps, else_: float) -> float:
    """The usual distance of the line's column, unless its lines all stand apart: the document's."""
    everywhere = usual.get((line.size, 0, 0), else_)
    here = usual.get((line.size, line.page, line.column), everywhere)
    return here if here <= _NEW_GAP * everywhere else everywhere


def _more_white(a: PrintedLine, b: PrintedLine, usual: _Steps) -> bool:
    """Whether there is more room between two lines of a column than inside its paragraphs."""
    distance = b.baseline - a.baseline
    return distance > _step(b, usual, distance) + _MORE_WHITE * b.size


def _runs_over(a: PrintedLine, b: PrintedLine, look_a: Look, look_b: Look) -> bool:
    """Whether the paragraph goes on at the top of the next column or page."""
    if abs(a.size - b.size) > _SAME_SIZE * max(a.size, b.size) or _STOPS.search(a.text) or _is_item(a, b):
        return False
    if _goes_on(a, b):
        return True
    if (look_a.bold, look_a.centered, look_a.underlined) != (look_b.bold, look_b.centered, look_b.underlined):
        return False
    if _is_open(a):
        return _nearly_full(a)
    aligned = abs(look_a.x0 - look_b.x0) <= 2 * _SAME_EDGE and not _BULLET.match(a.text)
    plain = not (look_a.centered or a.text.isupper() or b.text.isupper() or _CAPTION.match(b.text))
    return look_a.full and aligned and plain


def _in_other_size(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether a sentence goes on in a line that is mostly of another size."""
    near = abs(a.size - b.size) <= _OTHER_SIZE * max(a.size, b.size)
    return near and b.text[0].islower() and not _STOPS.search(a.text) and not _LABEL.match(b.text)


def _goes_on_early(a: PrintedLine, b: PrintedLine, look_a: Look, look_b: Look, more: bool) -> bool:
    """Whether a paragraph goes on below a line that has room for the next word."""
    if not _ends_sentence(a) and _goes_on(a, b) and not _LABEL.match(b.text):
        return True
    if more or _STOPS.search(a.text) or _is_item(a, b) or not _nearly_full(a):
        return False
    alike = (look_a.bold, look_a.centered) == (look_b.bold, look_b.centered)
    return alike and (_is_open(a) or (a.text[-1] == "," and b.text[0].islower()))


def _begins_below(a: PrintedLine, b: PrintedLine, look_a: Look, look_b: Look, more: bool, usual: _Steps) -> bool:
    """Whether a new paragraph begins below a full line."""
    distance = b.baseline - a.baseline
    if distance > _NEW_GAP * _step(b, usual, distance) + 1:
        return True
    if look_a.centered != look_b.centered:
        return more or not (_same_middle(a, b) and not _STOPS.search(a.text) and (_is_open(a) or _goes_on(a, b)))
    label = bool(_LABEL.match(b.text))
    if more and (label or _ends_sentence(a) or not (_goes_on(a, b) or _is_open(a))):
        return True
    if look_a.bold != look_b.bold:
        return _ends_sentence(a) or not _goes_on(a, b)
    return label and (_ends_sentence(a) or b.box.x0 < a.box.x0 - _SAME_EDGE)


def _same_middle(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether the second line of a centred title stands below a first one that leaves no room beside it."""
    return abs(a.box.x0 + a.box.x1 - b.box.x0 - b.box.x1) <= 2 * _SAME_EDGE


def _is_item(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether `b` begins with a label or a bullet, and not with a number or § that the sentence speaks of."""
    return bool(_LABEL.match(b.text)) and not (_is_open(a) and _CITED.match(b.text))


def _is_open(line: PrintedLine) -> bool:
    """Whether the line ends with a word after which a sentence goes on."""
    return line.words[-1].text in _OPEN and len(line.words) > 1


def _nearly_full(line: PrintedLine) -> bool:
    left, right = line.edges
    return right - line.box.x1 <= _NEARLY_FULL * (right - left)


def _ends_sentence(line: PrintedLine) -> bool:
    return bool(_ENDS.search(line.text))


def _goes_on(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether the sentence plainly goes on: lower case, or a broken word before."""
    return b.text[0].islower() or a.text[-1] in HYPHENS
