"""Decides the outline: which lines begin clauses, titles, signatures or nothing.

Strategy: numbered units first (sequence, then enumerations taken out), unnumbered headings around them, then the
parts that are no clauses. A document without numbers is cut at its headings, one without either at its paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.nlp.segmentation.candidates import candidates
from app.nlp.segmentation.enumerations import enumerated
from app.nlp.segmentation.headings import Heading, group_headings, headings, plain_headings
from app.nlp.segmentation.lines import SIZE_STEP, TextLine
from app.nlp.segmentation.outline import Unit, heading_unit, nest, numbered_units
from app.nlp.segmentation.regions import contents_lines, is_signature
from app.nlp.segmentation.sequence import choose
from app.nlp.segmentation.surroundings import SURROUNDINGS, TITLE, TITLE_WORDS, without_surroundings

PREAMBLE = "preamble"
SIGNATURE = "signature"
FRONT_TEXT = 150  # characters of text that make a heading before the first number a clause,
FRONT_CLAUSES = 3  # where there are so many of them
TITLE_HEADINGS = 3  # headings at the beginning that may name the document
LONGEST_TITLE = 8  # words
SIGNATURE_LINES = 25  # a signature block is not longer


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
    loose = _loose(heads, numbered)
    if not any(h.first > numbered[0].line for h in loose) if numbered else not loose:
        loose = _plain(lines, numbered, loose)
    units = _with_headings(lines, numbered, loose) if numbered else _without_numbers(lines, loose, skipped)
    units = without_surroundings(lines, sorted(units, key=lambda u: u.line))
    units = _with_signature(lines, _with_front(units))
    return Outline(_without_empty(lines, nest(units)), skipped)


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


def _loose(heads: Sequence[Heading], numbered: Sequence[Unit]) -> list[Heading]:
    """The headings that are not a numbered unit's own."""
    taken = _own_lines(numbered)
    return [h for h in heads if not taken.intersection(range(h.first, h.last + 1))]


def _plain(lines: Sequence[TextLine], numbered: Sequence[Unit], loose: Sequence[Heading]) -> list[Heading]:
    """Headings in the body's type, for documents in which none is set off."""
    if not numbered:
        return list(plain_headings(lines))
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
    found = [
        head
        for head, end in zip(front, [*(h.first for h in front[1:]), first.line], strict=False)
        if sum(len(line.text) for line in lines[head.last + 1 : end]) >= FRONT_TEXT
        and any(_alike(head, other) for other in front if other is not head)
    ]
    own = found if len(found) >= FRONT_CLAUSES else []
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
        if not names and any(_alike(head, h) for h in heads[count + 1 :]):
            break
        count += 1
    return count


def _paragraphs(lines: Sequence[TextLine], taken: Sequence[Unit], skipped: frozenset[int]) -> list[Unit]:
    """Each paragraph that is not a title, for documents without numbers and headings."""
    used = _own_lines(taken)
    free = [n for n in range(len(lines)) if n not in used and n not in skipped]
    starts = [n for n in free if lines[n].starts_block and not (n and _goes_on(lines[n - 1], lines[n]))]
    while len(starts) > 1 and not lines[starts[0]].ends_sentence and lines[starts[0]].words <= LONGEST_TITLE:
        starts.pop(0)  # a title, an address: no sentence yet
    return [Unit(n, None, None, (n, 0)) for n in starts]


def _goes_on(before: TextLine, line: TextLine) -> bool:
    """A list under its introduction, or the rest of a sentence."""
    return before.text.endswith((":", ",", ";")) or line.text[0].islower()


def _with_front(units: Sequence[Unit]) -> list[Unit]:
    """What stands before the first unit becomes the preamble."""
    found = sorted(units, key=lambda u: u.line)
    if not found or (found[0].line, found[0].column) > (0, 0):
        found.insert(0, Unit(0, None, None, (0, 0), reason=PREAMBLE))
    return found


def _with_signature(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """Cuts the signature block off the last unit."""
    first = max(units[-1].body[0], len(lines) - SIGNATURE_LINES) if units else 0
    for number in range(first, len(lines)):
        if is_signature(lines[number]):
            return [*units, Unit(number, None, None, (number, 0), reason=SIGNATURE)]
    return list(units)


def _without_empty(lines: Sequence[TextLine], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Unnumbered headings over nothing at the end of the terms are captions, mostly of signatures, not clauses."""
    found: list[Unit] = list(units)
    after: Unit | None = None
    for index in range(len(found) - 1, -1, -1):
        unit = found[index]
        end = after.line if after else len(lines)
        if unit.label is None and unit.has_heading and unit.body[0] >= end and (after is None or after.reason):
            signed = is_signature(lines[unit.line]) or (after is not None and after.reason == SIGNATURE)
            reason = SIGNATURE if signed else SURROUNDINGS
            found[index] = unit = replace(unit, reason=unit.reason or reason, parent=None)
        after = unit
    return tuple(found)
