"""Provisions of a whole document: surroundings for every clause, the pipeline over all of them, ids in reading order.

A monstrous clause goes through the pipeline in pieces, cut where sentences begin: spaCy takes no more than a million
characters, its memory grows with the text, and whoever waits wants to be able to cancel.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from app.models.provisions import Evidence, Provision
from app.models.reading import Clause
from app.models.source import Span
from app.nlp.provisions.context import Candidate, Neighbour, Surroundings
from app.nlp.provisions.frames import once
from app.nlp.provisions.parties import Roles, roles_of
from app.nlp.sentences import split_sentences
from app.nlp.umlauts import Unfolded, unfold
from app.progress import Progress, silent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SECTION_LIMIT = 4000  # characters of the section a frame may look at before and after its clause
NEIGHBOURS = 12  # clauses on either side that can fill it
PIECE = 50_000  # characters of a clause that are read at once; whole documents are mostly shorter
_TOLD_EVERY = 20_000  # characters, some tenths of a second


# Nothing to read in so long a run, and spaCy's tokeniser takes time with its square.
_NO_WORD = re.compile(r"\S{400,}")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause, or `[start, end)` of a monstrous one."""

    clause: Clause
    start: int
    end: int


def find_provisions(clauses: tuple[Clause, ...], progress: Progress = silent) -> tuple[Provision, ...]:
    """Provisions of all German clauses in clause order; ids `p0001`…; quotes are exact slices of the clause's text."""
    from app.nlp.pipeline import build  # spaCy is loaded when the first document is read, not before

    nlp = build()
    read = {c.id: unfold(_NO_WORD.sub(_blank, c.text)) for c in clauses}
    spelled = tuple(replace(c, text=read[c.id].text, heading=unfold(c.heading).text) for c in clauses)
    german = [c for c in spelled if c.language == "de" and c.text.strip()]
    around = _surroundings(spelled, roles_of((c.text for c in german), (c.heading for c in spelled)))
    pieces = [_Piece(c, *span) for c in german for span in _cut(c.text)]
    docs = (_doc(nlp, piece, around[piece.clause.id]) for piece in _told(pieces, progress))
    read_in = ((p, doc._.candidates) for p, doc in zip(pieces, nlp.pipe(docs), strict=True))
    found = (pair for _, same in groupby(read_in, lambda pair: pair[0].clause.id) for pair in _once(list(same)))
    printed = {c.id: c for c in clauses}
    numbers: dict[tuple[str, int, int], str] = {}
    return tuple(
        _provision(i, printed[p.clause.id], read, p, item, _group(numbers, p, item))
        for i, (p, item) in enumerate(found, start=1)
    )


def _once(pieces: list[tuple[_Piece, tuple[Candidate, ...]]]) -> Iterator[tuple[_Piece, Candidate]]:
    """The candidates of a clause's pieces; what a piece repeats of another is there once, as in a clause read at once."""
    if len(pieces) == 1:
        yield from ((pieces[0][0], item) for item in pieces[0][1])
        return
    moved = [(piece, _moved(item, piece.start)) for piece, items in pieces for item in items]
    homes = {(item.kind, item.at): piece for piece, item in moved}
    for item in once([item for _, item in moved]):
        piece = homes[item.kind, item.at]
        yield piece, _moved(item, -piece.start)


def _moved(item: Candidate, by: int) -> Candidate:
    """The candidate with its places in the clause instead of its piece, or back."""
    start, end = item.at
    evidence = tuple(e if e.clause else replace(e, start=e.start + by, end=e.end + by) for e in item.evidence)
    return replace(item, start=item.start + by, end=item.end + by, at=(start + by, end + by), evidence=evidence)


def _cut(text: str) -> Iterator[Span]:
    """The whole text, or pieces of a monstrous one that begin with a sentence, else with a word."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        last = max((begun for begun, _ in split_sentences(window)), default=0)
        cut = start + (last or window.rfind(" ") + 1 or PIECE)
        yield start, cut
        start = cut
    yield start, len(text)


def _told(pieces: Sequence[_Piece], progress: Progress) -> Iterator[_Piece]:
    """The pieces, while progress is told of them."""
    done = due = 0
    total = sum(piece.end - piece.start for piece in pieces)
    for piece in pieces:
        if done >= due:
            progress(done / total, "understanding", {})
            due = done + _TOLD_EVERY
        yield piece
        done += piece.end - piece.start


def _doc(nlp: Language, piece: _Piece, around: Surroundings) -> Doc:
    text = piece.clause.text
    doc = nlp.make_doc(text[piece.start : piece.end])
    if piece.start or piece.end < len(text):
        before = f"{around.before} {text[max(0, piece.start - SECTION_LIMIT) : piece.start]}"[-SECTION_LIMIT:]
        after = f"{text[piece.end : piece.end + SECTION_LIMIT]} {around.after}"[:SECTION_LIMIT]
        around = replace(around, before=before, after=after)
    doc._.around = around
    return doc


def _group(numbers: dict[tuple[str, int, int], str], piece: _Piece, item: Candidate) -> str | None:
    """`g0001` … in the order in which the groups begin."""
    if item.group is None:
        return None
    return numbers.setdefault((piece.clause.id, piece.start, item.group), f"g{len(numbers) + 1:04d}")


def _provision(
    number: int, clause: Clause, read: dict[str, Unfolded], piece: _Piece, item: Candidate, group: str | None
) -> Provision:
    start, end = read[clause.id].printed((piece.start + item.start, piece.start + item.end))
    return Provision(
        id=f"p{number:04d}",
        kind=item.kind,
        clause=clause.id,
        start=start,
        end=end,
        quote=clause.text[start:end],
        value=item.value,
        rule=item.rule,
        confidence=item.confidence,
        evidence=tuple(_printed(e, read, piece) for e in item.evidence),
        group=group,
        relation=item.relation,
    )


def _printed(evidence: Evidence, read: dict[str, Unfolded], piece: _Piece) -> Evidence:
    """A place as frames name it (their own clause is "") in the clause's text as printed."""
    own = not evidence.clause
    clause, shift = (piece.clause.id, piece.start) if own else (evidence.clause, 0)
    start, end = read[clause].printed((shift + evidence.start, shift + evidence.end))
    return replace(evidence, clause=clause, start=start, end=end)


@dataclass(frozen=True, slots=True)
class _Section:
    """The clauses under one heading, which of them is meant, and the parts of that one."""

    siblings: list[Clause]
    at: int
    parts: list[Clause]


def _surroundings(clauses: tuple[Clause, ...], roles: Roles) -> dict[str, Surroundings]:
    by_id = {c.id: c for c in clauses}
    sections: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in clauses:
        sections[clause.parent].append(clause)
    places = {c.id: at for section in sections.values() for at, c in enumerate(section)}
    return {
        c.id: _around(c, by_id, _Section(sections[c.parent], places[c.id], sections.get(c.id, [])), roles)
        for c in clauses
    }


def _around(clause: Clause, by_id: dict[str, Clause], section: _Section, roles: Roles) -> Surroundings:
    headings = tuple(h for h in (c.heading for c in _upwards(clause, by_id)) if h)
    parent = by_id.get(clause.parent) if clause.parent else None
    low, high = section.at - NEIGHBOURS, section.at + 1 + NEIGHBOURS
    siblings, parts = section.siblings, tuple(_neighbours(section.parts[:NEIGHBOURS]))
    if parent is None:
        beside = [c for c in siblings[section.at + 1 : section.at + 3] if not (c.heading or clause.heading)]
        return Surroundings(headings, "", "", roles, (), (*parts, *_neighbours(beside)))
    earlier, later = [parent, *siblings[max(0, low) : section.at]], siblings[section.at + 1 : high]
    before, after = " ".join(c.text for c in earlier), " ".join(c.text for c in later)
    return Surroundings(
        headings,
        before[-SECTION_LIMIT:],
        after[:SECTION_LIMIT],
        roles,
        tuple(_neighbours(earlier)),
        (*parts, *_neighbours(later)),
    )


def _neighbours(clauses: Sequence[Clause]) -> Iterator[Neighbour]:
    """Clauses with a text, none longer than a frame may look at."""
    return (Neighbour(c.id, c.text[:SECTION_LIMIT]) for c in clauses if c.text and c.language == "de")


def _upwards(clause: Clause, by_id: dict[str, Clause]) -> Iterator[Clause]:
    seen: set[str] = set()
    at: Clause | None = clause
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = by_id.get(at.parent) if at.parent else None
