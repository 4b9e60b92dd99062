"""Decides the outline: which lines begin clauses, titles, signatures or nothing.

Strategy: numbered units first (sequence, then enumerations taken out), unnumbered headings around them, then the
parts that are no clauses. A document without numbers is cut at its headings, one without either at its paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.nlp.segmentation.candidates import candidates
from app.nlp.segmentation.ends import with_ends
from app.nlp.segmentation.enumerations import enumerated
from app.nlp.segmentation.evidence import is_article
from app.nlp.segmentation.headings import BULLET, Heading, group_headings, headings, plain_headings
from app.nlp.segmentation.lines import SIZE_STEP, TextLine, block_end
from app.nlp.segmentation.outline import Unit, heading_unit, nest, numbered_units
from app.nlp.segmentation.regions import contents_lines, is_signature
from app.nlp.segmentation.sequence import choose
from app.nlp.segmentation.surroundings import SURROUNDINGS, TITLE, TITLE_WORDS, without_surroundings
from app.nlp.segmentation.webpage import names_terms

PREAMBLE = "preamble"
FRONT_TEXT = 150  # characters of text that make a heading before the first number a clause,
FULL_FRONT = 1000  # that make it one by itself, unless it names the document
FRONT_CLAUSES = 3  # where there are so many of them
FULL_TEXT = 600  # characters that no title has under it, where other headings look the same
TITLE_HEADINGS = 3  # headings at the beginning that may name the document
LONGEST_TITLE = 8  # words
SCRAP_WORDS = 5  # of a block that is no paragraph of its own
ARTICLE = 400  # characters before the terms that hold no word of law: a page's own text


@dataclass(frozen=True, slots=True)
class Outline:
    """The decided units in reading order, with parents, and the lines that belong to none (tables of contents)."""

    units: tuple[Unit, ...]
    skipped: frozenset[int]


def decide(lines: Sequence[TextLine]) -> Outline:
    """The outline of the document with these lines."""
    skipped = contents_lines(lines)
    heads = [h for h in headings(lines) if not skipped.intersection(range(h.first, h.last + 1))]
    numbered = _numbered(lines, heads, skipped)
    loose = _loose(lines, heads, numbered)
    if not any(h.first > numbered[0].line for h in loose) if numbered else _titles(loose, lines) == len(loose):
        loose = _plain(lines, numbered, loose)
    units = _with_headings(lines, numbered, loose) if numbered else _without_numbers(lines, loose, skipped)
    units = without_surroundings(lines, sorted(units, key=lambda u: u.line))
    units = with_ends(lines, _with_front(lines, units))
    return Outline(nest(units), skipped)


def _numbered(lines: Sequence[TextLine], heads: Sequence[Heading], skipped: frozenset[int]) -> list[Unit]:
    """The numbered units that are clauses."""
    set_off = [False] * len(lines)
    for head in heads:
        set_off[head.first : head.last + 1] = [True] * (head.last - head.first + 1)
    chosen = choose([c for c in candidates(lines, set_off) if c.line not in skipped])
    units = nest(numbered_units(lines, chosen, {h.first for h in heads}))
    dropped = enumerated(lines, units)
    return [replace(u, parent=None) for i, u in enumerate(units) if i not in dropped]


def _own_lines(units: Sequence[Unit]) -> set[int]:
    """The lines of the units' labels and headings."""
    return {n for u in units for n in range(u.line, (u.heading[1][0] if u.heading else u.line) + 1)}


def _loose(lines: Sequence[TextLine], heads: Sequence[Heading], numbered: Sequence[Unit]) -> list[Heading]:
    """The headings that are not a numbered unit's own, nor part of a form before the terms."""
    taken = _own_lines(numbered)
    form = _form_end(lines, numbered[0].line) if numbered else 0
    values = {above.body[0] for above, after in pairwise(numbered) if _holds_value(above, after)}
    free = [h for h in heads if h.first >= form and not taken.intersection(range(h.first, h.last + 1))]
    return [h for h in free if h.first not in values or h.style.bold or lines[h.first].larger or lines[h.first].styled]


def _form_end(lines: Sequence[TextLine], first: int) -> int:
    """Where a form that is filled in and signed before longer numbered terms ends: behind its last line to sign on."""
    end = max((n + 1 for n in range(first) if is_signature(lines[n])), default=0)
    return end if _length(lines[:end]) <= _length(lines[first:]) else 0


def _length(lines: Sequence[TextLine]) -> int:
    return sum(len(line.text) for line in lines)


def _holds_value(above: Unit, after: Unit) -> bool:
    """Whether a single line stands between a numbered heading and the next of its kind: its text, however printed."""
    alike = (above.family, above.level) == (after.family, after.level)
    return alike and above.has_heading and above.body[0] + 1 == after.line


def _plain(lines: Sequence[TextLine], numbered: Sequence[Unit], loose: Sequence[Heading]) -> list[Heading]:
    """Headings in the body's type, for documents in which none is set off."""
    if not numbered:
        titles = {n for h in loose for n in range(h.first, h.last + 1)}
        return sorted([*loose, *(h for h in plain_headings(lines) if h.first not in titles)], key=lambda h: h.first)
    taken = _own_lines(numbered) | {n for h in loose for n in range(h.first, h.last + 1)}
    over = group_headings(lines, [u.line for u in numbered if not u.has_heading], taken)
    return sorted([*loose, *over], key=lambda h: h.first)


def _with_headings(lines: Sequence[TextLine], numbered: Sequence[Unit], loose: Sequence[Heading]) -> list[Unit]:
    """Numbered units and unnumbered headings in reading order; what stands out alone before them is the title."""
    first = numbered[0]
    front = [h for h in loose if h.first < first.line]
    own = _front_clauses(lines, front, [h for h in loose if h.first > first.line], first)
    units = [replace(heading_unit(lines, h), reason=TITLE if h in front and h not in own else "") for h in loose]
    return sorted([*numbered, *units], key=lambda u: u.line)


def _front_clauses(
    lines: Sequence[TextLine], front: Sequence[Heading], later: Sequence[Heading], first: Unit
) -> list[Heading]:
    """Headings before the first number that are clauses: over that number as later ones are, or with text of their own."""
    ends = [*(h.first for h in front[1:]), first.line]
    texts = [(head, _length(lines[head.last + 1 : end])) for head, end in zip(front, ends, strict=False)]
    found = [
        h for h, size in texts if size >= FRONT_TEXT and any(_alike(h, other) for other in front if other is not h)
    ]
    full = [h for h, size in texts if size >= FULL_FRONT and not TITLE_WORDS.search(lines[h.first].text)]
    own = found if len(found) >= FRONT_CLAUSES else full
    last = front[-1] if front else None
    over = last is not None and last.last + 1 == first.line and any(_alike(last, h) for h in later)
    if last is not None and over and last not in own and (first.style is None or last.style.above(first.style)):
        own.append(last)
    return own


def _alike(head: Heading, other: Heading) -> bool:
    a, b = head.style, other.style
    return abs(a.size - b.size) <= SIZE_STEP and (a.bold, a.capitals, a.outline) == (b.bold, b.capitals, b.outline)


def _without_numbers(lines: Sequence[TextLine], heads: Sequence[Heading], skipped: frozenset[int]) -> list[Unit]:
    titles = _titles(heads, lines)
    units = [replace(heading_unit(lines, h), reason=TITLE if i < titles else "") for i, h in enumerate(heads)]
    if any(not u.reason for u in units):
        return units
    return units + _paragraphs(lines, units, skipped)


def _titles(heads: Sequence[Heading], lines: Sequence[TextLine]) -> int:
    """How many headings at the beginning are the document's title: they name the document or stand out alone."""
    count = 0
    while count < len(heads):
        head = heads[count]
        names = count < TITLE_HEADINGS and TITLE_WORDS.search(lines[head.first].text) is not None
        others = [h for h in (*heads[:count], *heads[count + 1 :]) if _alike(head, h)]
        after = heads[count + 1].first if count + 1 < len(heads) else len(lines)
        length, first = _length(lines[head.last + 1 : after]), lines[head.first]
        full = (first.heavier or first.larger) and length >= FULL_TEXT
        if others and (full or (not names and (others[-1].first > head.first or length >= FRONT_TEXT))):
            break
        count += 1
    return count


def _paragraphs(lines: Sequence[TextLine], taken: Sequence[Unit], skipped: frozenset[int]) -> list[Unit]:
    """Each paragraph that is not a title, for documents without numbers and headings."""
    used = _own_lines(taken)
    title = max((n for n in used if n < len(lines) / 2), default=-1)
    free = {n: None for n in range(title + 1, len(lines)) if n not in used and n not in skipped}
    listed = _introduced(lines)
    starts = [
        n
        for n in free
        if lines[n].starts_block
        and n not in listed
        and not (n - 1 in free and (_goes_on(lines[n - 1], lines[n]) or _is_scrap(lines, n)))
    ]
    while len(starts) > 1 and _is_scrap(lines, starts[0], LONGEST_TITLE):
        starts.pop(0)  # a title, an address: no sentence yet
    return [Unit(n, None, None, (n, 0)) for n in starts]


def _introduced(lines: Sequence[TextLine]) -> frozenset[int]:
    """First lines of the items of bullet lists that a line before them introduces."""
    found: set[int] = set()
    inside = False
    for number, line in enumerate(lines):
        if line.starts_block:
            item = BULLET.match(line.text) is not None
            inside = item and (inside or (number > 0 and lines[number - 1].text.endswith(":")))
            if inside:
                found.add(number)
    return frozenset(found)


def _goes_on(before: TextLine, line: TextLine) -> bool:
    """A list under its introduction, or the rest of a sentence."""
    return before.text.endswith((":", ",", ";")) or line.text[0].islower() or line.text[0] == "("


def _is_scrap(lines: Sequence[TextLine], number: int, most: int = SCRAP_WORDS) -> bool:
    """A block of few words without a sentence: blanks to fill in, an address, a caption."""
    block = lines[number : block_end(lines, number)]
    return not block[-1].ends_sentence and sum(line.words for line in block) <= most


def _with_front(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """What stands before the first unit becomes the preamble; an article over the title of the terms is none."""
    found = sorted(units, key=lambda u: u.line)
    end = found[0].line if found else len(lines)
    if found and (end, found[0].column) == (0, 0):
        return found
    titles = [n for n in range(end) if lines[n].starts_block and names_terms(lines[n].text)]
    split = titles[-1] if titles else end
    article = is_article(lines[:split], ARTICLE) and not any(is_signature(line) for line in lines[:split])
    front = [Unit(0, None, None, (0, 0), reason=SURROUNDINGS if article else PREAMBLE)]
    if article and split < end:
        front.append(Unit(split, None, None, (split, 0), reason=PREAMBLE))
    return front + found
