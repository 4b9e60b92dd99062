"""What of a reading triggers a statutory rule: broken limits, cells of the liability matrix, words.

Strategy: the reading is prepared once (sentences of every clause as folded words, sections, parties); each trigger is
a function from that to hits with their quotes. A limit whose value lacks something is no hit: it is named as undecided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.comparing.audiences import sentence_spans, speaks_to_others
from app.comparing.phrases import Phrase, Words, compiled, with_parties, words_of
from app.comparing.policy import ANALYSED_LANGUAGES, condition
from app.comparing.values import judge
from app.library.statutes import LimitTrigger, MatrixTrigger, Scope, Side, Trigger, WordsTrigger
from app.models.analysis import Outcome
from app.models.facts import DealFacts
from app.models.liability import LiabilityMatrix
from app.models.provisions import Evidence, Party, Provision, obliged
from app.models.reading import Clause, Reading
from app.models.source import Span
from app.nlp.provisions.context import quote_span
from app.nlp.provisions.parties import Roles, other, roles_of


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a trigger fired, with the words it rests on."""

    clause: str
    evidence: tuple[Evidence, ...]
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """A place where a trigger could not tell: `needs` names what is missing."""

    clause: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    text: str
    words: Words


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
    def sentences(self) -> dict[str, tuple[_Sentence, ...]]:
        """The sentences of each clause."""
        return {c.id: tuple(_sentences(c.text)) for c in self.german}

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
        return roles_of((c.text for c in self.german), (c.heading for c in self.reading.clauses))

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
    return any(_found(phrase, terms.sentences[c.id], terms) for phrase in phrases for c in terms.german)


def _sentences(text: str) -> Iterator[_Sentence]:
    for start, end in sentence_spans(text):
        yield _Sentence(start, text[start:end], words_of(text[start:end]))


def _limits(trigger: LimitTrigger, terms: Terms) -> Iterator[Hit | Undecided]:
    for provision in terms.reading.provisions:
        if provision.kind is trigger.rule.provision:
            found = _against_limit(trigger, provision, terms)
            if found is not None:
                yield found


def _against_limit(trigger: LimitTrigger, provision: Provision, terms: Terms) -> Hit | Undecided | None:
    """Whose duty it is comes first: a value of the other side is none of the rule's business."""
    if trigger.obliged is not None:
        bound = obliged(provision.value)
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
    for matrix in terms.reading.liability:
        if _is_of(matrix, trigger.liable, terms):
            yield from _matrix_hits(trigger, matrix)


def _is_of(matrix: LiabilityMatrix, side: Side | None, terms: Terms) -> bool:
    """A matrix that names nobody is also the user's: who writes the terms limits at least the own liability."""
    if side is None or matrix.liable is Party.BOTH:
        return True
    return matrix.liable == terms.party(side) if matrix.liable else side is Side.USER


def _matrix_hits(trigger: MatrixTrigger, matrix: LiabilityMatrix) -> Iterator[Hit]:
    """One hit for all cells of a matrix: they are one rule of the document."""
    cells = [
        cell
        for cell in matrix.cells
        if cell.fault in trigger.fault and cell.damage in trigger.damage and cell.extent in trigger.extent
    ]
    evidence = tuple(dict.fromkeys(place for cell in cells for place in cell.evidence))
    if evidence:
        provisions = tuple(dict.fromkeys(p for cell in cells for p in cell.provisions))
        yield Hit(evidence[0].clause, evidence, provisions)


def _wordings(trigger: WordsTrigger, terms: Terms) -> Iterator[Hit]:
    for clause in terms.german:
        if trigger.types and not {clause.type, *clause.subjects} & set(trigger.types):
            continue
        place = _place(trigger, clause, terms)
        if place is None or _to_others(clause.id, place.start, place.end, terms):
            continue
        if not _answered(trigger, clause, terms):
            yield Hit(clause.id, (place,))


def _to_others(clause: str, start: int, end: int, terms: Terms) -> bool:
    return speaks_to_others(terms.reading.by_id[clause], start, end, terms.facts)


def _place(trigger: WordsTrigger, clause: Clause, terms: Terms) -> Evidence | None:
    sentences = terms.sentences[clause.id]
    scopes = [(s,) for s in sentences] if trigger.scope is Scope.SENTENCE else [sentences]
    for scope in scopes:
        spans = _all_found(trigger, scope, terms)
        if spans and not any(_found(phrase, scope, terms) for phrase in trigger.none):
            start, end = _quote(clause.text, sentences, spans)
            return Evidence(clause.id, start, end, "wording")
    return None


def _all_found(trigger: WordsTrigger, scope: tuple[_Sentence, ...], terms: Terms) -> list[Span]:
    """The places of every phrase of `all` and of the first of `any`; empty where one is missing."""
    spans = []
    for phrase in trigger.all:
        span = _found(phrase, scope, terms)
        if span is None:
            return []
        spans.append(span)
    if trigger.any:
        some = next((span for phrase in trigger.any if (span := _found(phrase, scope, terms))), None)
        return [*spans, some] if some else []
    return spans


def _found(phrase: str, scope: tuple[_Sentence, ...], terms: Terms) -> Span | None:
    """The place of a phrase in the clause's text."""
    looked_for = compiled(phrase, terms.user)
    for sentence in scope:
        span = looked_for.find(_words_for(looked_for, sentence, terms))
        if span is not None:
            return sentence.start + span[0], sentence.start + span[1]
    return None


def _words_for(phrase: Phrase, sentence: _Sentence, terms: Terms) -> Words:
    """Party words are only told apart where the rest of the phrase may be near: that takes time."""
    if not phrase.with_party or phrase.hint not in sentence.words.line:
        return sentence.words
    return with_parties(sentence.text, terms.roles)


def _answered(trigger: WordsTrigger, clause: Clause, terms: Terms) -> bool:
    if any(_found(phrase, terms.sentences[clause.id], terms) for phrase in trigger.unless_clause):
        return True
    section = terms.sections[clause.id] if trigger.unless_section else ()
    return any(
        _found(phrase, terms.sentences.get(id_, ()), terms) for phrase in trigger.unless_section for id_ in section
    )


def _quote(text: str, sentences: tuple[_Sentence, ...], spans: list[Span]) -> Span:
    """The sentence that holds the first phrase, a window of it where it is long."""
    first = min(spans)
    sentence = next(s for s in sentences if s.start <= first[0] < s.start + len(s.text))
    start, end = quote_span(sentence.text, first[0] - sentence.start, first[1] - sentence.start)
    return sentence.start + start, sentence.start + end
