"""What of a reading triggers a statutory rule: broken limits, cells of the liability matrix, words.

Strategy: the reading is prepared once (sentences of every clause as folded words, sections, parties); each trigger is
a function from that to hits with their quotes. A limit whose value lacks something is no hit: it is named as undecided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.comparing.audiences import speaks_to_others
from app.comparing.lookup import Lookup
from app.comparing.policy import ANALYSED_LANGUAGES, condition
from app.comparing.sides import bound_by, roles_in
from app.comparing.values import judge
from app.library.statutes import LimitTrigger, MatrixTrigger, Scope, Side, Trigger, WordsTrigger
from app.models.analysis import Outcome
from app.models.facts import DealFacts
from app.models.liability import LiabilityMatrix
from app.models.provisions import Evidence, Party, Provision
from app.models.reading import Clause, Reading
from app.models.source import Span
from app.nlp.provisions.context import quote_span
from app.nlp.provisions.parties import Roles, other
from app.nlp.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a trigger fired, with the words it rests on; `matrix`: which one, where its cells fired."""

    clause: str
    evidence: tuple[Evidence, ...]
    provisions: tuple[str, ...] = ()
    matrix: int | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """A place where a trigger could not tell: `needs` names what is missing."""

    clause: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Terms:
    """A reading prepared for triggers; `user`: the side that wrote the terms, None where nobody knows."""

    reading: Reading
    user: Party | None
    facts: DealFacts

    @cached_property
    def german(self) -> tuple[Clause, ...]:
        """The clauses that are looked at."""
        return tuple(c for c in self.reading.clauses if c.language in ANALYSED_LANGUAGES and c.text)

    @cached_property
    def lookup(self) -> Lookup:
        """Where phrases stand."""
        return Lookup(self.german, self.roles, self.user)

    @cached_property
    def sections(self) -> dict[str, tuple[str, ...]]:
        """For each clause, all clauses of its section: its topmost clause and what stands below."""
        by_id = self.reading.by_id
        top: dict[str, str] = {}
        members: dict[str, list[str]] = defaultdict(list)
        for clause in self.reading.clauses:  # parents come before their children
            top[clause.id] = top.get(clause.parent or "", clause.id)
            members[top[clause.id]].append(clause.id)
        return {id_: tuple(members[top[id_]]) for id_ in by_id}

    @cached_property
    def roles(self) -> Roles:
        """Who `wir` is."""
        return roles_in(self.german, self.reading)

    @cached_property
    def by_place(self) -> dict[str, Provision]:
        """Provisions by id."""
        return {p.id: p for p in self.reading.provisions}

    def party(self, side: Side) -> Party | None:
        """The party on a side of the terms."""
        return self.user if side is Side.USER else other(self.user)


def fired(trigger: Trigger, terms: Terms) -> Iterator[Hit | Undecided]:
    """Where the trigger fires, in reading order within its kind."""
    match trigger:
        case LimitTrigger():
            return _limits(trigger, terms)
        case MatrixTrigger():
            return _cells(trigger, terms)
        case WordsTrigger():
            return _wordings(trigger, terms)


def said_anywhere(phrases: tuple[str, ...], terms: Terms) -> bool:
    """Whether one of the phrases stands anywhere in the document."""
    return any(terms.lookup.places(phrase) for phrase in phrases)


def _limits(trigger: LimitTrigger, terms: Terms) -> Iterator[Hit | Undecided]:
    for provision in terms.reading.provisions:
        if provision.kind is trigger.rule.provision:
            found = _against_limit(trigger, provision, terms)
            if found is not None:
                yield found


def _against_limit(trigger: LimitTrigger, provision: Provision, terms: Terms) -> Hit | Undecided | None:
    """Whose duty it is comes first: a value of the other side is none of the rule's business."""
    if trigger.obliged is not None:
        bound = bound_by(provision.value, terms.facts)
        if bound is None:
            return Undecided(provision.clause, ("obliged",))
        if bound not in (terms.party(trigger.obliged), Party.BOTH):
            return None
    if _to_others(provision.clause, provision.start, provision.end, terms):
        return None
    verdict = condition(trigger.rule, provision) or judge(trigger.rule, provision.value, terms.facts)
    if verdict.outcome is Outcome.UNDECIDABLE:
        return Undecided(provision.clause, verdict.needs)
    if verdict.outcome is not Outcome.FINDING:
        return None
    place = Evidence(provision.clause, provision.start, provision.end, "value")
    return Hit(provision.clause, (place,), (provision.id,))


def _cells(trigger: MatrixTrigger, terms: Terms) -> Iterator[Hit]:
    for number, matrix in enumerate(terms.reading.liability):
        if _is_of(matrix, trigger.liable, terms):
            yield from _matrix_hits(trigger, matrix, number, terms)


def _is_of(matrix: LiabilityMatrix, side: Side | None, terms: Terms) -> bool:
    """A matrix that names nobody is also the user's: who writes the terms limits at least the own liability."""
    if side is None or matrix.liable is Party.BOTH:
        return True
    return matrix.liable == terms.party(side) if matrix.liable else side is Side.USER


def _matrix_hits(trigger: MatrixTrigger, matrix: LiabilityMatrix, number: int, terms: Terms) -> Iterator[Hit]:
    """One hit for all cells of a matrix: they are one rule of the document. What is said to others only counts for them."""
    cells = [
        cell
        for cell in matrix.cells
        if cell.fault in trigger.fault and cell.damage in trigger.damage and cell.extent in trigger.extent
        if not all(_to_others(place.clause, place.start, place.end, terms) for place in cell.evidence)
    ]
    evidence = tuple(dict.fromkeys(place for cell in cells for place in cell.evidence))
    if evidence:
        provisions = tuple(dict.fromkeys(p for cell in cells for p in cell.provisions))
        yield Hit(evidence[0].clause, evidence, provisions, number)


_Found = dict[int, list[Span]]  # spans of the phrases by the sentence (or its clause's first) they stand together in


def _wordings(trigger: WordsTrigger, terms: Terms) -> Iterator[Hit]:
    """One hit a clause, at the first place that nothing there takes back."""
    told: set[str] = set()
    for index, spans in _together(trigger, terms).items():
        clause = terms.reading.by_id[terms.lookup.sentences[index].clause]
        if clause.id in told or (trigger.types and not {clause.type, *clause.subjects} & set(trigger.types)):
            continue
        start, end = _quote(clause.text, spans)
        if _taken_back(trigger, index, terms) or _to_others(clause.id, start, end, terms):
            continue
        if not _answered(trigger, clause, terms):
            told.add(clause.id)
            yield Hit(clause.id, (Evidence(clause.id, start, end, "wording"),))


def _together(trigger: WordsTrigger, terms: Terms) -> _Found:
    """Where every phrase of `all` and one of `any` stand in one sentence, or in one clause; in reading order.

    The group of phrases that can be in the fewest sentences is looked for first, the others only where it stands.
    """
    groups = [*((phrase,) for phrase in trigger.all), *((trigger.any,) if trigger.any else ())]
    rarest, *others = sorted(groups, key=terms.lookup.weight)
    found: _Found = {}
    for at, span in sorted(_first_of(rarest, trigger.scope, terms).items()):
        rest = [_found_at(group, at, trigger.scope, terms) for group in others]
        if None not in rest:
            found[at] = [span, *(other for other in rest if other)]
    return found


def _first_of(phrases: tuple[str, ...], scope: Scope, terms: Terms) -> dict[int, Span]:
    """Places of the phrases, the earlier phrase first; in the scope of clauses, by the clause's first sentence."""
    places: dict[int, Span] = {}
    for phrase in phrases:
        for index, span in terms.lookup.places(phrase).items():
            places.setdefault(_scope_of(index, scope, terms), span)
    return places


def _found_at(phrases: tuple[str, ...], at: int, scope: Scope, terms: Terms) -> Span | None:
    """The place of the first of the phrases that stands at the same spot."""
    places = (terms.lookup.place(phrase, index) for phrase in phrases for index in _indexes(at, scope, terms))
    return next((place for place in places if place), None)


def _indexes(at: int, scope: Scope, terms: Terms) -> list[int]:
    lookup = terms.lookup
    return [at] if scope is Scope.SENTENCE else lookup.of(lookup.sentences[at].clause)


def _scope_of(index: int, scope: Scope, terms: Terms) -> int:
    return index if scope is Scope.SENTENCE else terms.lookup.of(terms.lookup.sentences[index].clause)[0]


def _taken_back(trigger: WordsTrigger, index: int, terms: Terms) -> bool:
    """Whether a phrase of `none` stands in the sentence, or anywhere in the clause where that is the scope."""
    indexes = _indexes(index, trigger.scope, terms)
    return any(terms.lookup.place(phrase, at) for phrase in trigger.none for at in indexes)


def _to_others(clause: str, start: int, end: int, terms: Terms) -> bool:
    return speaks_to_others(terms.reading.by_id[clause], start, end, terms.facts, terms.reading)


def _answered(trigger: WordsTrigger, clause: Clause, terms: Terms) -> bool:
    section = terms.sections[clause.id] if trigger.unless_section else ()
    asked = ((trigger.unless_clause, (clause.id,)), (trigger.unless_section, section))
    return any(
        terms.lookup.place(phrase, index)
        for phrases, clauses in asked
        for phrase in phrases
        for id_ in clauses
        for index in terms.lookup.of(id_)
    )


def _quote(text: str, spans: list[Span]) -> Span:
    """The sentence that holds the first phrase, a window of it where it is long."""
    low, high = min(spans)
    start, end = next((a, b) for a, b in sentence_spans(text) if a <= low < b)
    first, last = quote_span(text[start:end], low - start, high - start)
    return start + first, start + last
