"""Provisions of a whole document: surroundings for every clause, the pipeline over all of them, ids in reading order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.models.provisions import Provision
from app.models.reading import Clause
from app.nlp.provisions.context import Candidate, Surroundings
from app.nlp.provisions.parties import Roles, roles_of
from app.nlp.umlauts import Unfolded, unfold

if TYPE_CHECKING:
    from spacy.tokens import Doc

SECTION_LIMIT = 4000  # characters of the section a frame may look at before and after its clause
NEIGHBOURS = 12  # clauses on either side that can fill it


# Nothing to read in so long a run, and spaCy's tokeniser takes time with its square.
_NO_WORD = re.compile(r"\S{400,}")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def find_provisions(clauses: tuple[Clause, ...]) -> tuple[Provision, ...]:
    """Provisions of all German clauses in clause order; ids `p0001`…; quotes are exact slices of the clause's text."""
    from app.nlp.pipeline import build  # spaCy is loaded when the first document is read, not before

    nlp = build()
    read = {c.id: unfold(_NO_WORD.sub(_blank, c.text)) for c in clauses}
    spelled = tuple(replace(c, text=read[c.id].text, heading=unfold(c.heading).text) for c in clauses)
    german = [c for c in spelled if c.language == "de" and c.text.strip()]
    around = _surroundings(spelled, roles_of((c.text for c in german), (c.heading for c in spelled)))
    docs = (_doc(nlp.make_doc(c.text), around[c.id]) for c in german)
    found = ((c.id, item) for c, doc in zip(german, nlp.pipe(docs), strict=True) for item in doc._.candidates)
    printed = {c.id: c for c in clauses}
    numbers: dict[tuple[str, int], str] = {}
    return tuple(
        _provision(i, printed[name], read[name], item, _group(numbers, name, item))
        for i, (name, item) in enumerate(found, start=1)
    )


def _doc(doc: Doc, around: Surroundings) -> Doc:
    doc._.around = around
    return doc


def _group(numbers: dict[tuple[str, int], str], clause: str, item: Candidate) -> str | None:
    """`g0001` … in the order in which the groups begin."""
    if item.group is None:
        return None
    return numbers.setdefault((clause, item.group), f"g{len(numbers) + 1:04d}")


def _provision(number: int, clause: Clause, read: Unfolded, item: Candidate, group: str | None) -> Provision:
    start, end = read.printed((item.start, item.end))
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
        evidence=item.evidence,
        group=group,
        relation=item.relation,
    )


def _surroundings(clauses: tuple[Clause, ...], roles: Roles) -> dict[str, Surroundings]:
    by_id = {c.id: c for c in clauses}
    sections: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in clauses:
        sections[clause.parent].append(clause)
    return {c.id: _around(c, by_id, sections, roles) for c in clauses}


def _around(
    clause: Clause, by_id: dict[str, Clause], sections: dict[str | None, list[Clause]], roles: Roles
) -> Surroundings:
    headings = tuple(h for h in (c.heading for c in _upwards(clause, by_id)) if h)
    parent = by_id.get(clause.parent) if clause.parent else None
    if parent is None:
        return Surroundings(headings, "", "", roles)
    siblings = sections[clause.parent]
    at = next(i for i, c in enumerate(siblings) if c.id == clause.id)
    before = " ".join([parent.text, *(c.text for c in siblings[max(0, at - NEIGHBOURS) : at])])
    after = " ".join(c.text for c in siblings[at + 1 : at + 1 + NEIGHBOURS])
    return Surroundings(headings, before[-SECTION_LIMIT:], after[:SECTION_LIMIT], roles)


def _upwards(clause: Clause, by_id: dict[str, Clause]) -> Iterator[Clause]:
    seen: set[str] = set()
    at: Clause | None = clause
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = by_id.get(at.parent) if at.parent else None
