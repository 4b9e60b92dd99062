"""Faults in the document's numbers: gaps, double numbers, wrong order, a paragraph with another section's number.

Strategy: siblings whose labels look alike form a row; a row that begins again (parts, copies) is a new one. A number that is
missing among the clauses but printed between its neighbours was read as something else, and one that is said to be
dropped (`entfallen`) is no gap. A row with many faults is no row of numbers, and nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.comparing.anchors import finding_anchor
from app.comparing.folding import folded
from app.comparing.outline import Label, Outline, read_label, roman
from app.models.analysis import Finding, FindingKind, Severity
from app.models.provisions import Evidence
from app.models.reading import Clause, Reading

LONGEST_GAP = 10  # more numbers than that are not forgotten, they were read wrongly
MOST_FAULTS = 0.25  # share of a row's steps that may be faults
LONG = 3  # members from which a row may begin anywhere
EXCERPT = 120  # characters of a clause that are shown as its beginning

_OPENING = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]*(?=\s)")
_DROPPED = re.compile(
    r"entf(?:ällt|allen)|weggefallen|gestrichen|aufgehoben|nicht\s+(?:besetzt|belegt|vergeben)|unbesetzt|reserviert|freigehalten|frei gelassen",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A member of a row: its clause, the label as printed, its number and the numbers that lead to it."""

    clause: Clause
    printed: str
    number: int
    lead: tuple[str, ...]
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class _Fault:
    """A step from one sibling to the next that numbers do not take."""

    code: str
    before: _Item
    after: _Item
    missing: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Copies of a section have the same fault."""
        texts = (folded(item.clause.text) for item in (self.before, self.after))
        return self.code, self.before.printed, self.after.printed, *texts


def numbering_findings(reading: Reading) -> list[Finding]:
    """One finding for every fault in the numbers of siblings."""
    outline = Outline(reading)
    if not outline.reliable:
        return []
    found: list[_Fault] = []
    for parent, siblings in outline.siblings.items():
        rows = (_opened(row, parent, outline) for row in _rows(siblings, outline))
        for row in filter(_counts, rows):
            faults = list(_faults(row, outline))
            if len(faults) <= max(1, MOST_FAULTS * len(row)):
                found += faults
    groups: dict[tuple[str, ...], list[_Fault]] = defaultdict(list)
    for fault in [*found, *_strangers(outline)]:
        groups[fault.key].append(fault)
    return [_finding(group, outline) for group in groups.values()]


def _rows(siblings: Sequence[Clause], outline: Outline) -> Iterator[list[_Item]]:
    """Siblings with labels of one style and lead, in order; one that begins with its first number is a new row."""
    rows: dict[tuple[str, tuple[str, ...]], list[_Item]] = defaultdict(list)
    letters = _letters(siblings, outline)
    previous: Clause | None = None
    for clause in siblings:
        label = outline.labels.get(clause.id)
        item = _item(clause, clause.label, label, letters) if label else None
        if label is not None and item is not None:
            row = rows[label.style, item.lead]
            twins = len(row) == 1 and row[-1].clause is previous
            if item.number <= 1 and row and not twins:
                yield row
                row = rows[label.style, item.lead] = []
            row.append(item)
        previous = clause
    yield from rows.values()


def _opened(row: list[_Item], parent: str | None, outline: Outline) -> list[_Item]:
    """The row with its section before it, where the section's own text begins with a number of the row's style."""
    section = outline.reading.by_id[parent] if parent else None
    first = _OPENING.match(section.text) if section and row[0].number > 1 else None
    label = read_label(first[0]) if first else None
    if section is None or first is None or label is None or label.style != outline.labels[row[0].clause.id].style:
        return row
    item = _item(section, first[0], label, letters=False)
    return [item, *row] if item and item.number < row[0].number else row


def _counts(row: Sequence[_Item]) -> bool:
    """Whether the row is one of numbers that count: it begins at the beginning or is long."""
    return len(row) > 1 and (row[0].number <= 1 or len(row) >= LONG)


def _letters(siblings: Sequence[Clause], outline: Outline) -> bool:
    """Whether single capitals are letters here (A, B, C, D) and no Roman numbers."""
    parts = {outline.labels[c.id].parts[0] for c in siblings if c.id in outline.labels}
    return "A" in parts or "B" in parts


def _item(clause: Clause, printed: str, label: Label, letters: bool) -> _Item | None:
    last = label.parts[-1]
    match = re.fullmatch(r"(0|[1-9]\d{0,2})([a-z]?)", last)
    if match:
        return _Item(clause, printed, int(match[1]), label.parts[:-1], match[2])
    value = None if letters else roman(last)
    if value is None and len(last) == 1 and last.isascii():
        value = ord(last.casefold()) - ord("a") + 1
    return None if value is None else _Item(clause, printed, value, label.parts[:-1])


def _faults(row: Sequence[_Item], outline: Outline) -> Iterator[_Fault]:
    seen: dict[tuple[int, str], _Item] = {}
    numbers = {item.number for item in row}
    doubled = False  # the numbers after a double one are one too low, and those of a copied run are double
    for before, item in pairwise(row):
        seen.setdefault((before.number, before.suffix), before)
        twin = seen.get((item.number, item.suffix))
        if twin is not None and not doubled and not _copy(twin.clause, item.clause):
            yield _Fault("numbering_double", twin, item)
        elif twin is None and item.number < before.number and not doubled:
            yield _Fault("numbering_order", before, item)
        elif item.number > before.number + 1 and not doubled:
            yield from _gap(before, item, numbers, outline)
        doubled = twin is not None


def _copy(first: Clause, second: Clause) -> bool:
    """Whether a section is printed again under its number: that is no fault of the numbers."""
    return (folded(first.heading), folded(first.text)) == (folded(second.heading), folded(second.text))


def _gap(before: _Item, after: _Item, numbers: set[int], outline: Outline) -> Iterator[_Fault]:
    missing = tuple(n for n in range(before.number + 1, after.number) if n not in numbers)
    if missing and len(missing) <= LONGEST_GAP and not _printed(before, after, missing, outline):
        yield _Fault("numbering_gap", before, after, missing)


def _printed(before: _Item, after: _Item, missing: Sequence[int], outline: Outline) -> bool:
    """Whether a missing number stands between its neighbours, or is said to be dropped there."""
    start, end = outline.extent(before.clause)[0], after.clause.spans[0][0]
    text = outline.reading.source.text[start:end]
    if _DROPPED.search(text):
        return True
    lead = "".join(rf"{re.escape(part)}\s?\.\s?" for part in before.lead)
    return any(re.search(_as_label(lead, number, after), text, re.MULTILINE) for number in missing)


def _as_label(lead: str, number: int, neighbour: _Item) -> str:
    names = (
        f"{number}" if re.search(r"\d", neighbour.printed) else f"{chr(ord('a') + (number - 1) % 26)}|{_roman(number)}"
    )
    return (
        rf"(?:^\W*(?:§\s*)?|(?<=\s)[§(]\s?){lead}(?i:{names})(?!\w)(?!\.\d)|(?<=\s){lead}(?i:{names})[.)]+\s*[A-ZÄÖÜ]"
    )


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _strangers(outline: Outline) -> Iterator[_Fault]:
    """Sections whose paragraphs all begin with another section's number (`6.` > `5.1`), with the first of them."""
    for section in outline.sections:
        label = outline.labels.get(section.id)
        below = [(c, outline.labels[c.id]) for c in outline.numbered_below(section)]
        if label is None or label.number is None or len(label.parts) > 1 or not below:
            continue
        leads = {below_label.parts[:-1] for _, below_label in below}
        if len(leads) == 1 and leads.isdisjoint({(), label.parts}) and len(next(iter(leads))) == 1:
            home = _item(section, section.label, label, letters=True)
            first = _item(below[0][0], below[0][0].label, below[0][1], letters=True)
            if home and first:
                yield _Fault("numbering_stranger", home, first)


def _finding(group: Sequence[_Fault], outline: Outline) -> Finding:
    fault = group[0]
    before, after = fault.before, fault.after
    clauses = [item.clause for each in group for item in (each.before, each.after)]
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.NUMBERING, fault.code, [before.clause.anchor, after.clause.anchor]),
        kind=FindingKind.NUMBERING,
        severity=Severity.INFO if fault.code == "numbering_gap" else Severity.LOW,
        code=fault.code,
        params={
            "before": before.printed,
            "after": after.printed,
            "missing": ", ".join(_named(n, after) for n in fault.missing) or None,
            "home": _home(after.clause, outline.reading),
        },
        clauses=tuple(clause.id for clause in clauses),
        evidence=tuple(Evidence(c.id, 0, min(EXCERPT, len(c.text)), "label") for c in clauses if c.text),
    )


def _home(clause: Clause, reading: Reading) -> str | None:
    """The way to the section in which the numbers are counted."""
    parent = reading.by_id[clause.parent] if clause.parent else None
    return " > ".join(part for part in parent.path if part) if parent else None


def _named(number: int, neighbour: _Item) -> str:
    """The missing number as its neighbour's is written."""
    label = read_label(neighbour.printed)
    last = label.parts[-1] if label else "1"
    letter = chr(ord("A" if last.isupper() else "a") + (number - 1) % 26)
    name = str(number) if last[0].isdigit() else _roman(number) if roman(last) else letter
    return ".".join((*neighbour.lead, name))
