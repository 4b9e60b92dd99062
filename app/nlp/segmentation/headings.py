"""Headings: which lines are set off as headings, and how far a numbered unit's heading reaches.

Strategy: lines are taken together that wrap one heading (same type, same block or no gap); each group is weighed by
size, weight, capitals, centring, white space, length and by what headings are not: sentences. Weak looks (a short line
of its own in the body's type) only count for numbered units.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from app.nlp.segmentation.labels import labels_at
from app.nlp.segmentation.lines import SIZE_STEP, WIDE_GAP, TextLine, block_end, unspaced

MOST_WORDS = 16
MOST_LINES = 4
PLAIN_WORDS = 12  # of a heading in the body's type
FEW_WORDS = 1  # that end in a colon are a heading even over a list
FEWEST_PLAIN = 3  # plain headings from which they are believed
BODY_LENGTH = 60  # characters a paragraph under a plain heading has
BLOCK_WORDS = 28  # of one that wraps, among numbered headings
STOPPED_WORDS = 12  # that end with a full stop: with more, it must not begin as sentences do
SET_OFF = 2.0  # score from which unnumbered lines are a heading
KNOWN_LOOK = 1.1  # the same for a look that is a heading's elsewhere: wrapping and a colon are no hindrance
BULLET = re.compile(r"[-–—•·●○▪■⦁\*\uf0b7\uf0a7o✓→‣]\s")
# A finite verb or a hanging preposition makes a sentence of what is not set off by its type.
_SENTENCE = re.compile(
    r"\b(?:ist|sind|wird|werden|kann|können|muss|müssen|darf|dürfen|soll|sollen|hat|haben|gilt|gelten|haftet|haften|kommt|kommen"
    r"|erfolgt|erfolgen|bedarf|bedürfen|steht|stehen|bleibt|bleiben|sofern|soweit|wenn|dass|falls|verpflichtet sich|sich)\b"
    r"|\b(?:mit|für|von|bei|zu|auf|an|in|und|oder|der|die|das|den|dem|des|ein|eine|einer|einem)$"
)
_SUBJECT = re.compile(r"(?:Der|Die|Das|Ein|Eine|Wir|Sie|Ihr|Es|Er|Jede[rs]?|Alle|Diese[rs]?|Bei|Für|Im|In|Nach|Mit)\b")
_STAND = re.compile(r"\(?(?:Stand|Version|Fassung|Gültig (?:ab|seit)|www\.|https?:)", re.IGNORECASE)
_TOWN = re.compile(r"(?:[A-Z]{1,2}[-–])?\d{4,5} [A-ZÄÖÜ][a-zäöüß]")
_STREET = re.compile(r"[a-zäöüß.] \d{1,3} ?[a-z]?$")
_CONTACT = re.compile(
    r"^(?:[A-Z]{1,2}[-–])?\d{4,5} [A-ZÄÖÜ][a-zäöüß]+(?:[ -][\w.()/-]+){0,3}$|\S@\S+\.\w{2,}|^(?:https?://|www\.)"
    r"|^(?:Tel|Telefon|Fon|Phone|Fax|Telefax|Mobil|Handy|Hotline|E-?Mail|Internet|IBAN|BIC)\b\W*(?:[+\d(]|\S+@|www)"
    r"|(?:straße|strasse|str\.|weg|platz|allee|gasse) \d{1,3} ?[a-z]?$",
    re.IGNORECASE,
)
_REMAINDER = re.compile(r"[a-zäöü,;.)\]]|\((?!\w{1,2}\))")
_FRAGMENT_START = re.compile(r"[a-zäöü,;.)\]]")


@dataclass(frozen=True, slots=True)
class Heading:
    """An unnumbered heading: lines `first` to `last` (inclusive, indexes of the text lines) and its style."""

    first: int
    last: int
    style: Style


@dataclass(frozen=True, slots=True, order=True)
class Style:
    """How prominent a heading is: compared from left to right, greater stands higher."""

    outline: int
    size: float
    capitals: bool
    bold: bool
    other: bool

    def larger(self, other: Style) -> bool:
        """Of a higher outline level or a larger size."""
        if self.outline and other.outline:
            return self.outline > other.outline
        return self.size > other.size + SIZE_STEP

    def above(self, other: Style) -> bool:
        """Clearly more prominent than `other`."""
        if self.larger(other) or other.larger(self):
            return self.larger(other)
        return (self.bold, self.capitals, self.other) > (other.bold, other.capitals, other.other)


def style_of(line: TextLine) -> Style:
    """The style of a heading's first line; `outline` counts down from 10 so that greater stands higher."""
    source = line.line
    outline = 0 if source.outline is None else max(1, 10 - source.outline)
    return Style(
        outline,
        source.size or 0.0,
        line.capitals,
        source.bold or source.bold_lead > 0,
        source.centered or source.underlined,
    )


def headings(lines: Sequence[TextLine]) -> tuple[Heading, ...]:
    """Groups of lines set off as unnumbered headings would be; numbered ones look the same and are among them."""
    groups = _groups(lines)
    weights = [_weight(lines, first, last) if _may_head(lines, first, last) else 0.0 for first, last in groups]
    known = _known_looks(lines, groups, weights)
    found = []
    for (first, last), weight in zip(groups, weights, strict=True):
        if weight >= SET_OFF or (weight >= KNOWN_LOOK and _has_look(lines, first, last, known)):
            found.append(Heading(first, last, style_of(lines[first])))
    return tuple(found)


def _groups(lines: Sequence[TextLine]) -> list[tuple[int, int]]:
    """First and last lines of what is printed together in one type."""
    found: list[tuple[int, int]] = []
    while not found or found[-1][1] + 1 < len(lines):
        first = found[-1][1] + 1 if found else 0
        found.append((first, group_end(lines, first)))
    return found if lines else []


_LookOfType = tuple[float | None, bool, bool]


def _known_looks(
    lines: Sequence[TextLine], groups: Sequence[tuple[int, int]], weights: Sequence[float]
) -> frozenset[_LookOfType]:
    """Looks of at least two unnumbered headings: each further block printed so is likely one."""
    firsts = (first for (first, _), weight in zip(groups, weights, strict=True) if weight >= SET_OFF)
    count = Counter(_look(lines[n]) for n in firsts if not labels_at(lines[n].text))
    return frozenset(look for look, number in count.items() if number > 1)


def _look(line: TextLine) -> _LookOfType:
    return line.line.size, line.line.bold, line.capitals


def _has_look(lines: Sequence[TextLine], first: int, last: int, known: Set[_LookOfType]) -> bool:
    """A block of its own in a known look, over text in another type."""
    if last + 1 >= len(lines) or not (lines[first].starts_block and lines[last + 1].starts_block):
        return False
    return _look(lines[first]) in known and not same_type(lines[last], lines[last + 1])


def group_end(lines: Sequence[TextLine], first: int) -> int:
    """The last line that wraps on from `first` in the same type (alone if it is body text)."""
    last = first
    while last + 1 < len(lines) and last - first + 1 < MOST_LINES and _wraps(lines[last], lines[last + 1]):
        last += 1
    return last


def _wraps(line: TextLine, after: TextLine) -> bool:
    listed = line.text.endswith(";") and line.capitals and after.capitals
    if not same_type(line, after) or after.table or line.table or (line.ends_sentence and not listed):
        return False
    if not (line.heavier or line.larger or line.capitals):
        return False
    if after.line.block == line.line.block:
        return True
    near = after.line.gap is not None and after.line.gap < 0.6 and after.line.page == line.line.page
    both = line.larger and after.larger and not labels_at(after.text)
    return near and (both or line.line.full or line.line.centered or _REMAINDER.match(after.text) is not None)


def same_type(line: TextLine, other: TextLine) -> bool:
    """Same size, weight and capitals."""
    a, b = line.line, other.line
    near = a.size is None or b.size is None or abs(a.size - b.size) <= SIZE_STEP
    return near and a.bold == b.bold and (line.capitals == other.capitals or not (line.capitals or other.words > 1))


def _may_head(lines: Sequence[TextLine], first: int, last: int) -> bool:
    line, words = lines[first], sum(item.words for item in lines[first : last + 1])
    if (
        _STAND.match(line.text)
        or _is_address(lines, first, last)
        or line.table
        or not 1 <= words <= MOST_WORDS
        or BULLET.match(line.text)
        or _FRAGMENT_START.match(line.text)
    ):
        return False
    return line.starts_block or ((line.heavier or line.larger) and not line.follows_open)


def _is_address(lines: Sequence[TextLine], first: int, last: int) -> bool:
    """A line of contact data, or the street over the town."""
    town = last + 1 < len(lines) and _TOWN.match(lines[last + 1].text) is not None
    return bool(_CONTACT.search(lines[first].text)) or (town and _STREET.search(lines[last].text) is not None)


def _weight(lines: Sequence[TextLine], first: int, last: int) -> float:
    line, end = lines[first], lines[last]
    points = 3.0 * line.styled + 1.6 * line.larger + 1.6 * line.heavier + 1.2 * line.capitals
    points += 0.6 * line.line.underlined + 0.5 * line.line.centered + 0.4 * _apart(lines, first, last)
    points += 0.4 * (not end.line.full) - 0.4 * (last > first)
    return points - _sentence_look(end.text)


def _apart(lines: Sequence[TextLine], first: int, last: int) -> bool:
    """A block of its own, with white space above it."""
    own = lines[first].starts_block and (last + 1 >= len(lines) or lines[last + 1].starts_block)
    gap = lines[first].line.gap
    return own and (gap is None or gap > WIDE_GAP)


def _sentence_look(text: str) -> float:
    """Penalty for ending like a sentence or an introduction of a list."""
    if text.endswith((",", ";")):
        return 2.0
    if text.endswith(":"):
        return 0.8
    return 1.2 if text.endswith((".", "!")) else 0.0


def numbered_heading_end(lines: Sequence[TextLine], first: int, rest: str, stops: frozenset[int]) -> int | None:
    """The last line of the heading of a numbered unit on line `first`, or None where its text is a paragraph.

    `rest` is the text after the label; `stops` are the lines of other labels.
    """
    line = lines[first]
    end = first
    while (
        end + 1 < len(lines)
        and end + 1 not in stops
        and end - first + 1 < MOST_LINES
        and _wraps(lines[end], lines[end + 1])
    ):
        end += 1
    text = " ".join([rest, *(item.text for item in lines[first + 1 : end + 1])])
    words = len(text.split())
    strong = line.heavier or line.larger or line.styled or (line.capitals and words > 0)
    most = BLOCK_WORDS if line.larger or line.capitals else MOST_WORDS
    if not 1 <= words <= most or _FRAGMENT_START.match(text):
        return None
    if strong and not (text.endswith((",", ";")) or (text.endswith(".") and words > 8)):
        return end
    return _plain_heading_end(lines, first, text)


def _plain_heading_end(lines: Sequence[TextLine], first: int, text: str) -> int | None:
    """A short line of its own in the body's type, followed by something new."""
    after = lines[first + 1] if first + 1 < len(lines) else None
    if after is None or text.endswith((".", ",", ";", "!")) or len(text.split()) > PLAIN_WORDS:
        return None
    if is_sentence(text):
        return None
    labels = labels_at(after.text)
    follows = after.text[labels[0].rest :] if labels else after.text
    introduces = text.endswith(":") and len(text.split()) > FEW_WORDS and (labels or BULLET.match(after.text))
    if _FRAGMENT_START.match(follows) or introduces:
        return None
    if lines[first].line.full:
        return first if after.starts_block and _wide_gap(after) else None
    return first


def is_sentence(text: str) -> bool:
    """Whether words that headings do without stand in `text`; questions may be headings."""
    return not text.endswith("?") and bool(_SENTENCE.search(text))


def _wide_gap(line: TextLine) -> bool:
    return line.line.gap is not None and line.line.gap > WIDE_GAP


def block_heading_end(
    lines: Sequence[TextLine], first: int, rest: str, stops: frozenset[int], *, stopped: bool
) -> int | None:
    """The last line of a block that could be a wrapped heading in the body's type; only believed among like units.

    `stopped`: a full stop at its end may be.
    """
    end = first
    while end + 1 < len(lines) and end + 1 not in stops and not lines[end + 1].starts_block:
        end += 1
    text = " ".join([rest, *(item.text for item in lines[first + 1 : end + 1])])
    fits = end - first < MOST_LINES and 1 <= len(text.split()) <= BLOCK_WORDS
    if not fits or is_sentence(text) or _FRAGMENT_START.match(text):
        return None
    says = len(text.split()) > STOPPED_WORDS and _SUBJECT.match(text) is not None
    if lines[end].ends_sentence and (says or not (stopped and text.endswith("."))):
        return None
    return end if end + 1 < len(lines) else None


def plain_headings(lines: Sequence[TextLine]) -> tuple[Heading, ...]:
    """Short paragraphs that longer ones follow: headings where nothing else is set off; bold ones with a colon first."""
    short = [_plain(lines, number) for number in range(len(lines) - 1)]
    leads = [n for n, plain in enumerate(short) if plain and lines[n].text.endswith(":")]
    own = [n for n, plain in enumerate(short) if plain and not (n and short[n - 1])]
    found = leads if len(leads) >= FEWEST_PLAIN else own
    return tuple(Heading(n, n, style_of(lines[n])) for n in found) if len(found) >= FEWEST_PLAIN else ()


def _plain(lines: Sequence[TextLine], number: int) -> bool:
    line, after = lines[number], lines[number + 1]
    lead = line.heavier and not after.heavier and line.text.endswith(":")
    if not (line.starts_block and after.starts_block) or line.table or line.line.full:
        return False
    if line.ends_sentence and not lead:
        return False
    words = len(unspaced(line.text).split())
    title = 1 <= words <= PLAIN_WORDS and line.words > 0 and line.text[0].isupper() and not is_sentence(line.text)
    if not title or "\t" in line.text or BULLET.match(line.text) or _is_address(lines, number, number):
        return False
    body = lines[number + 1 : block_end(lines, number + 1)]
    return lead or sum(len(item.text) for item in body) >= BODY_LENGTH or body[-1].ends_sentence


def group_headings(lines: Sequence[TextLine], numbered: Sequence[int], taken: Set[int]) -> tuple[Heading, ...]:
    """Short paragraphs in the body's type right before numbered lines, where no heading is set off otherwise."""
    found = sorted({n - 1 for n in numbered if n and n - 1 not in taken and _over(lines, n - 1)})
    return tuple(Heading(n, n, style_of(lines[n])) for n in found) if len(found) >= FEWEST_PLAIN else ()


def _over(lines: Sequence[TextLine], number: int) -> bool:
    line, ended = lines[number], number == 0 or lines[number - 1].ends_sentence or lines[number].starts_block
    short = not line.line.full and not line.ends_sentence and 1 <= len(line.text.split()) <= PLAIN_WORDS
    worded = line.words > 0 and line.text[0].isupper() and not is_sentence(line.text) and not labels_at(line.text)
    return ended and short and worded
