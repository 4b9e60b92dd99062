"""References inside the document that lead nowhere.

Strategy: every reference is read into the places it names and each place is looked for in the outline, from the
outside in and, for `Abs. 2`, from the clause outwards. Nothing is said where the document's numbers are incomplete, where
the words around name a statute or another document, or where the number stands at the start of a line that was not
read as a clause. A place that may be there, because paragraphs cannot be counted for sure, is no finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from textwrap import shorten

from app.comparing.aims import Aim, aim_of, statutory_numbers
from app.comparing.anchors import finding_anchor
from app.comparing.outline import Outline, spellings
from app.models.analysis import Finding, FindingKind, Severity
from app.models.provisions import Evidence
from app.models.reading import Clause, Reading
from app.nlp.citations import Citation, Place, find_citations, places_of

GRAVE = frozenset({"limitation_of_liability", "termination", "term", "delay", "price_change", "change_of_terms"})

FIRST_WORDS = 50  # characters that stand for a clause without a number
SURELY_COUNTED = 2  # letters of an enumeration that must be there before another is missed

_MARK = re.compile(r"[.;:!?](?=\s|$)")
_BACK = re.compile(r"(?:vorstehend|vorhergehend|vorangehend|obig)\w*\s+(?:Absatz|Absatzes|Ziffer)$", re.IGNORECASE)


class _Found(IntEnum):
    """How sure it is that a place is there."""

    NO = 0
    PERHAPS = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class _Search:
    """What a search came to: where it ended (None: no section of that number), and why there is nothing."""

    found: _Found
    code: str = ""
    home: Clause | None = None
    there: str = ""


@dataclass(frozen=True, slots=True)
class _Broken:
    """A place that is not there, named by `clause.text[start:end]`."""

    clause: Clause
    start: int
    end: int
    target: str
    path: tuple[str, ...]
    search: _Search

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two of them the same fault."""
        home = self.search.home.anchor if self.search.home else ""
        return self.search.code, home, *(part.casefold() for part in self.path)


def reference_findings(reading: Reading) -> list[Finding]:
    """One finding for every place of the document that is named and is not there, with all that name it."""
    if not reading.source.complete:
        return []
    outline, statutory = Outline(reading), statutory_numbers(reading)
    groups: dict[tuple[str, ...], list[_Broken]] = defaultdict(list)
    for clause in (c for c in reading.clauses if c.language == "de"):
        for broken in _broken(clause, outline, statutory):
            groups[broken.key].append(broken)
    return [_finding(group, outline) for group in groups.values()]


def _broken(clause: Clause, outline: Outline, statutory: frozenset[str]) -> Iterator[_Broken]:
    law: Citation | None = None
    for citation in find_citations(clause.text):
        if citation.law:
            law = citation
        if citation.law or aim_of(clause.text, citation, law, outline, statutory) is Aim.ELSEWHERE:
            continue
        printed = " ".join(clause.text[citation.start : citation.end].split())
        places = places_of(printed)
        searches = [(place, _search(clause, place, outline)) for place in places]
        missing = [(place, search) for place, search in searches if search.found is _Found.NO]
        for _, found in groupby(missing, key=lambda item: (item[1].code, item[1].home and item[1].home.id)):
            these = list(found)
            target = printed if len(these) == len(places) else ", ".join(_named(place, printed) for place, _ in these)
            yield _Broken(clause, citation.start, citation.end, target, these[0][0].path, these[0][1])
        if not places and _BACK.search(printed) and _nothing_before(clause, citation, outline):
            search = _Search(_Found.NO, "broken_reference_back", clause)
            yield _Broken(clause, citation.start, citation.end, printed, (printed,), search)


_NAMES = {"section": "§ ", "number": "Ziffer ", "paragraph": "Abs. ", "letter": "lit. ", "attachment": "Anlage "}


def _named(place: Place, printed: str) -> str:
    """One place of a list by itself, in the way the list is printed."""
    dotted = ".".join(place.path)
    number = dotted if dotted in printed or len(place.path) == 1 else f"{place.path[0]} Abs. {'.'.join(place.path[1:])}"
    return _NAMES.get(place.unit, "") + number


def _search(clause: Clause, place: Place, outline: Outline) -> _Search:
    if place.unit == "attachment":
        return _attachment(place, outline)
    if not outline.certain:
        return _Search(_Found.PERHAPS)
    if place.unit == "section":
        return _absolute(place, outline)
    near = _nearby(clause, place, outline)
    if place.unit != "number" and len(place.path) == 1:
        return near
    far = _absolute(place, outline)
    return near if near.found is _Found.YES or (near.found > far.found and len(place.path) == 1) else far


def _attachment(place: Place, outline: Outline) -> _Search:
    there = not outline.attachments.isdisjoint(spellings(place.path[0]))
    return _Search(_Found.YES) if there else _Search(_Found.NO, "missing_attachment")


def _nearby(clause: Clause, place: Place, outline: Outline) -> _Search:
    """The place counted from the clause outwards; what its section says decides."""
    tried = [_descend(home, place.path, place, outline) for home in outline.ancestors(clause)]
    best = max(tried, key=lambda search: search.found)
    return best if best.found is _Found.YES or place.unit != "paragraph" else tried[-1]


def _absolute(place: Place, outline: Outline) -> _Search:
    for length in range(len(place.path), 0, -1):
        homes = outline.at(place.path[:length])
        if homes:
            tried = [_descend(home, place.path[length:], place, outline) for home in homes]
            return max(tried, key=lambda search: search.found)
    if _printed(place.path, outline):
        return _Search(_Found.PERHAPS)
    return _Search(_Found.NO, "broken_reference", None, _between([c for c in outline.sections if c.label]))


def _descend(home: Clause, rest: Sequence[str], place: Place, outline: Outline) -> _Search:
    """The place `rest` below `home`."""
    if not rest:
        return _sentence(home, place.sentence, outline)
    below = outline.within(home, rest[0])
    if below:
        return max((_descend(c, rest[1:], place, outline) for c in below), key=lambda search: search.found)
    if not outline.printed_below(home).isdisjoint(spellings(rest[0])):
        return _Search(_Found.YES)
    number = next((int(s) for s in spellings(rest[0]) if s.isdigit()), None)
    numbered = outline.numbered_below(home)
    if numbered and (number is not None) == (outline.labels[numbered[0].id].number is not None):
        return _Search(_Found.NO, "broken_reference_inside", home, _between(numbered))
    if number is None:
        return _letter(home, rest[0], outline)
    if numbered or number <= max(1, outline.paragraphs(home)):
        return _Search(_Found.PERHAPS)
    return _Search(_Found.NO, "broken_reference_count", home)


def _letter(home: Clause, letter: str, outline: Outline) -> _Search:
    """A letter that was not found: missed where the ones before it are there."""
    before = [chr(code) for code in range(ord("a"), ord(letter[0].casefold()))]
    there = [x for x in before if x in outline.printed_below(home)]
    if len(letter) > 1 or len(there) < SURELY_COUNTED or there[0] != "a":
        return _Search(_Found.PERHAPS)
    return _Search(_Found.NO, "broken_reference_inside", home, f"{there[0]}) – {there[-1]})")


def _sentence(home: Clause, number: int | None, outline: Outline) -> _Search:
    """A sentence by its number: only in one plain paragraph they can be counted for sure, and then generously."""
    marks = len(_MARK.findall(home.text))
    if number is None or outline.under(home) or "\n" in home.text or number <= max(1, marks):
        return _Search(_Found.YES)
    return _Search(_Found.NO, "broken_reference_sentence", home)


def _printed(path: Sequence[str], outline: Outline) -> bool:
    """Whether the number begins a line of the document, like a heading or paragraph that was not read as a clause."""
    sign_needed = outline.speaks_in_sections and len(path) == 1
    key = tuple(part.casefold() for part in path)
    return (True, key) in outline.lines or (not sign_needed and (False, key) in outline.lines)


def _nothing_before(clause: Clause, citation: Citation, outline: Outline) -> bool:
    """Whether the section begins with this very paragraph."""
    home = list(outline.ancestors(clause))[-1]
    first = home if home.text.strip() else next(iter(outline.under(home)), home)
    return outline.certain and first.id == clause.id and "\n" not in clause.text[: citation.start].strip()


def _between(clauses: Sequence[Clause]) -> str:
    """`(1) – (5)`: the first and the last of the labels."""
    first, last = clauses[0].label, clauses[-1].label
    return first if len(clauses) == 1 else f"{first} – {last}"


def _finding(group: Sequence[_Broken], outline: Outline) -> Finding:
    first = group[0]
    search = first.search
    clauses = list(dict.fromkeys(b.clause.id for b in group))
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.BROKEN_REFERENCE, search.code, [first.clause.anchor], first.target),
        kind=FindingKind.BROKEN_REFERENCE,
        severity=_severity(group),
        code=search.code,
        params={
            "label": _shown(first.clause),
            "target": first.target,
            "home": _shown(search.home) if search.home else None,
            "there": search.there or None,
            "places": len(clauses),
        },
        clauses=tuple(clauses),
        evidence=tuple(Evidence(b.clause.id, b.start, b.end, "reference") for b in group),
    )


def _shown(clause: Clause) -> str:
    """The way to the clause; its first words where nothing on the way has a number or heading."""
    return (
        " > ".join(part for part in clause.path if part) or f"„{shorten(clause.text, FIRST_WORDS, placeholder=' …')}“"
    )


def _severity(group: Sequence[_Broken]) -> Severity:
    if group[0].search.code == "missing_attachment":
        return Severity.INFO
    grave = any(b.clause.type in GRAVE or GRAVE.intersection(b.clause.subjects) for b in group)
    return Severity.MEDIUM if grave and group[0].search.code == "broken_reference" else Severity.LOW
