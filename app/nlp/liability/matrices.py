"""From the clauses of a document to its liability matrices.

Strategy: passages are read in order, each with the statements before it in view, and kept with the party that is
liable and the service they are about; then every party gets a matrix for the document and for each service with
rules of its own, on which those of the general part stand behind. Rules for both parties count for each of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.models.liability import Damage, LiabilityMatrix
from app.models.provisions import Party, Provision, ProvisionKind
from app.models.reading import Clause
from app.nlp.liability.outline import Outline
from app.nlp.liability.parts import Part, parts
from app.nlp.liability.party import LONGEST, party_of
from app.nlp.liability.passages import Passage, passages
from app.nlp.liability.resolve import Placed, resolved
from app.nlp.liability.rules import read_part
from app.nlp.liability.statements import ABSOLUTE, Context, Reach, Statement
from app.nlp.liability.words import CONFIRMED, EXCLUDED, LIABLE, NOT_APPLIED, SAME_CASE
from app.nlp.provisions.context import Surroundings
from app.nlp.provisions.parties import Roles, roles_of

CARRIES_ON = re.compile(
    r"\W*(?:dies|das|dieser?|hiervon|davon)\s+(?:\w+\s+)?(?:gilt|gelten|bleibt|bleiben|ist|sind|ausgenommen)\b", re.I
)
_DEFECTS = re.compile(r"\w*mängelhaftung\w*", re.I)
NEIGHBOURS = 40  # statements of the section that an exception or a reference looks at


def liability_matrices(clauses: tuple[Clause, ...], provisions: tuple[Provision, ...]) -> tuple[LiabilityMatrix, ...]:
    """A matrix for each liable party, and for each service with liability rules of its own; in a fixed order."""
    outline = Outline(clauses)
    german = [c for c in clauses if c.language == "de"]
    reader = _Reader(outline, roles_of((c.text for c in german), (c.heading for c in clauses)))
    for passage in passages(clauses):
        reader.read(passage)
    located = _located(provisions)
    return tuple(_matrices(_of_party(reader.placed), reader.services, located))


def _about_liability(heading: str) -> bool:
    return bool(LIABLE.search(_DEFECTS.sub(" ", heading)))


@dataclass(slots=True)
class _Reader:
    """Reads passage after passage and remembers what later ones refer to."""

    outline: Outline
    roles: Roles
    placed: list[Placed] = field(default_factory=list)
    services: dict[int, str | None] = field(default_factory=dict)
    section: str = ""
    recent: list[Statement] = field(default_factory=list)  # of this section
    last: tuple[Statement, ...] = ()
    ruled: bool = False  # the part before was a rule

    def read(self, passage: Passage) -> None:
        section = self.outline.section(passage.clause)
        if section != self.section:
            self.section, self.recent, self.last, self.ruled = section, [], (), False
        for part in parts(passage.text):
            made = read_part(passage, part, self._context(passage, part))
            self.ruled = bool(made) or (self.ruled and bool(CONFIRMED.search(part.plain)))
            if made:
                made = [self._settled(s) for s in made]
                self._keep(passage, made)

    def _context(self, passage: Passage, part: Part) -> Context:
        clause = passage.clause_at(part.start)
        headings = self.outline.headings(clause)
        names = self._references(part, clause)
        referred = tuple(s for s in self.recent[-NEIGHBOURS:] if s.clause in names)
        return Context(
            liable=self._liable(passage, part, headings),
            before=self.last,
            in_clause=bool(self.last) and self.last[-1].clause == clause.id,
            headed=(headed := any(_about_liability(h) for h in headings[:2])),
            subject=headed or self.ruled,
            refers=names if NOT_APPLIED.search(part.plain) else frozenset(),
            referred=referred if SAME_CASE.search(part.plain) else (),
            ruled=self.ruled,
        )

    def _references(self, part: Part, clause: Clause) -> frozenset[str]:
        lifting = NOT_APPLIED.search(part.plain)
        text = part.plain[: lifting.end()] if lifting else part.plain
        return self.outline.named(text, clause) if lifting or SAME_CASE.search(text) else frozenset()

    def _liable(self, passage: Passage, part: Part, headings: tuple[str, ...]) -> Party | None:
        if self.ruled and self.recent and CARRIES_ON.match(part.text):
            return self.recent[-1].liable
        around = Surroundings(headings, "", "", self.roles)
        found = party_of(part.text, passage.lead, around)
        if found is None and part.start:
            found = party_of(passage.text[: part.start + len(part.text)][-LONGEST:], "", around)
        return found or self._inherited(part)

    def _inherited(self, part: Part) -> Party | None:
        """The party of the rules before; for an exclusion that of the last rule that restricts, if there is any."""
        near = self.recent[-NEIGHBOURS:]
        alike = [s for s in near if s.restricts] if EXCLUDED.search(part.plain) else []
        last = alike or near
        return last[-1].liable if last else None

    def _settled(self, s: Statement) -> Statement:
        """How far a lifting statement reaches, and over which cases."""
        if s.reach is Reach.NONE or not s.exception:
            return s
        near = [r for r in self.recent[-NEIGHBOURS:] if r.restricts]
        reach = s.reach
        if reach is Reach.NEAR and not any(r.clause == s.clause for r in near):
            reach = Reach.BACK
        if reach is Reach.BACK and not near:
            reach = Reach.ALL
        if reach is Reach.NEAR:
            near = [r for r in near if r.clause == s.clause]
        if reach is Reach.CLAUSES:
            near = [r for r in near if r.clause in s.lifts]
        return replace(_confined(s, near) if reach is not Reach.ALL else s, reach=reach)

    def _keep(self, passage: Passage, made: Sequence[Statement]) -> None:
        service = self.outline.service(passage.clause)
        for s in made:
            self.services[len(self.placed)] = service
            self.placed.append(Placed(s, len(self.placed), self.section))
        self.recent += made
        self.last = tuple(made)


def _confined(s: Statement, lifted: Sequence[Statement]) -> Statement:
    """`Dies gilt nicht bei Vorsatz` behind a rule on lost profit speaks of lost profit; duties keep the rule's fault."""
    if not lifted:
        return s
    box = s.box
    if not box.damages and all(r.box.damages for r in lifted):
        box = replace(box, damages=frozenset[Damage]().union(*(r.box.damages for r in lifted)))
    elif box.damages and not box.faults and not box.damages & ABSOLUTE and all(r.box.faults for r in lifted):
        box = replace(box, faults=lifted[0].box.faults.union(*(r.box.faults for r in lifted)))
    return replace(s, box=box)


def _of_party(placed: Sequence[Placed]) -> dict[Party | None, list[Placed]]:
    """The statements that count for each party."""
    found: dict[Party | None, list[Placed]] = defaultdict(list)
    known = {p.statement.liable for p in placed} - {None, Party.BOTH}
    for p in placed:
        liable = p.statement.liable
        if liable is None and known == {Party.SUPPLIER}:
            liable = Party.SUPPLIER
        if liable is Party.BOTH and known:
            for party in (Party.SUPPLIER, Party.CUSTOMER):
                found[party].append(p)
        else:
            found[liable].append(p)
    return found


_ORDER = (Party.SUPPLIER, Party.CUSTOMER, Party.BOTH, None)
Located = Callable[[Statement], tuple[str, ...]]


def _matrices(
    parties: dict[Party | None, list[Placed]], services: dict[int, str | None], located: Located
) -> Iterator[LiabilityMatrix]:
    for party in _ORDER:
        placed = parties.get(party, [])
        general = [p for p in placed if services[p.order] is None]
        if general:
            yield LiabilityMatrix(party, None, resolved(general, located))
        special: dict[str, list[Placed]] = defaultdict(list)
        for p in placed:
            if (service := services[p.order]) is not None:
                special[service].append(p)
        behind = [replace(p, own=False) for p in general]
        for service, own in special.items():
            both = sorted([*own, *behind], key=lambda p: p.order)
            yield LiabilityMatrix(party, service, resolved(both, located))


def _located(provisions: Sequence[Provision]) -> Located:
    """Caps and exclusions whose quotes meet a statement's words."""
    kinds = (ProvisionKind.LIABILITY_CAP, ProvisionKind.LIABILITY_EXCLUSION)
    by_clause: dict[str, list[Provision]] = defaultdict(list)
    for p in provisions:
        if p.kind in kinds:
            by_clause[p.clause].append(p)

    def of(statement: Statement) -> tuple[str, ...]:
        places = {(e.clause, e.start, e.end) for e in statement.evidence}
        return tuple(
            p.id
            for clause, start, end in sorted(places)
            for p in by_clause.get(clause, ())
            if p.start < end and start < p.end
        )

    return of
