"""Where a clause stands: its headings, its section, its service, and the clauses its references name.

Strategy: the section is the nearest heading above. Services are top clauses that each have liability sections below
them; a top clause called general, or that has none, belongs to no service.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from app.models.reading import Clause
from app.nlp.citations import find_citations

_LIABILITY = re.compile(r"haft|schadens?ersatz", re.I)
_NO_SERVICE = re.compile(r"haft|schaden|gewähr|mängel|mangel|vertragsdurch|schluss", re.I)
_GENERAL = re.compile(r"allgemein|gemeinsam|grundleg|geltung|übergreifend|generell|rahmen", re.I)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_GENITIVE = re.compile(r"\bAbsatzes\s+\d+(?:\s+(?:und|oder|bis)\s+\d+)?")
DEEPEST = 12  # levels that are climbed


class Outline:
    """The clause tree as liability needs it."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._by_id = {c.id: c for c in clauses}
        self._clauses = clauses

    def upwards(self, clause: Clause) -> list[Clause]:
        """The clause and those above it."""
        found = [clause]
        while clause.parent and clause.parent in self._by_id and len(found) < DEEPEST:
            clause = self._by_id[clause.parent]
            found.append(clause)
        return found

    def headings(self, clause: Clause) -> tuple[str, ...]:
        """Headings from the clause's own upwards."""
        return tuple(c.heading for c in self.upwards(clause) if c.heading)

    def section(self, clause: Clause) -> str:
        """Id of the clause with the nearest heading above; paragraphs without any share that of the clause before."""
        return self._sections[clause.id]

    @cached_property
    def _sections(self) -> dict[str, str]:
        found: dict[str, str] = {}
        before = ""
        for clause in self._clauses:
            above = found.get(clause.parent) if clause.parent else before
            before = found[clause.id] = clause.id if clause.heading or not above else above
        return found

    def service(self, clause: Clause) -> str | None:
        """Id of the top clause whose service the clause is about, None where the document has one regime."""
        top = self.upwards(clause)[-1].id
        return top if top in self._services and len(self._services) + self._general_part > 1 else None

    @cached_property
    def _services(self) -> frozenset[str]:
        return frozenset(t for t in self._with_regime if not _GENERAL.search(self._by_id[t].heading))

    @cached_property
    def _general_part(self) -> int:
        return int(any(_GENERAL.search(self._by_id[t].heading) for t in self._with_regime))

    @cached_property
    def _with_regime(self) -> frozenset[str]:
        """Top clauses below whose other sections stands a section on liability."""
        below: dict[str, int] = defaultdict(int)
        regimes: set[str] = set()
        for clause in self._clauses:
            top = self.upwards(clause)[-1]
            if top is clause or not clause.heading or _NO_SERVICE.search(top.heading):
                continue
            below[top.id] += 1
            if _LIABILITY.search(clause.heading):
                regimes.add(top.id)
        return frozenset(t for t in regimes if below[t] >= 2)

    def named(self, text: str, clause: Clause) -> frozenset[str]:
        """Ids of the clauses that references in `text` lead to."""
        found: set[str] = set()
        spans = [(c.start, c.end) for c in find_citations(text) if c.internal]
        for start, end in (*spans, *(m.span() for m in _GENITIVE.finditer(text))):
            for number in _NUMBER.findall(text[start:end]):
                found |= self._labelled(number, clause)
        return frozenset(found)

    def _labelled(self, number: str, clause: Clause) -> set[str]:
        near = self._numbers.get((clause.parent, number)) or self._numbers.get((clause.id, number))
        full = None if near else self._anywhere.get(number)
        found = near or full
        return {found, *self._below[found]} if found else set()

    @cached_property
    def _numbers(self) -> dict[tuple[str | None, str], str]:
        return {(c.parent, n): c.id for c in reversed(self._clauses) for n in _NUMBER.findall(c.label)[-1:]}

    @cached_property
    def _anywhere(self) -> dict[str, str]:
        return {n: c.id for c in reversed(self._clauses) for n in _NUMBER.findall(c.label)[-1:]}

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for c in self._clauses:
            if c.parent:
                found[c.parent].append(c.id)
        return found
