"""Which position of a reference a clause is closest to (preferred, a fallback, unacceptable, none), and why.

Strategy: a clause is held against all wordings on its subjects of the references that apply, examples and paragraphs included.
How near a wording is, is told by its words twice: in order (Indel), and weighed by how rare they are in the library, so
that a clause in other words is still found. Then the figures speak: of positions about as near, the one with the
clause's own figures is meant. What reverses a wording (a negation, swapped parties) rules it out, and so does policy: a
clause that breaks a rule of the reference is no version of what we would sign, however near its words are. Nearness
decides no finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.comparing.applying import applying
from app.comparing.candidates import Candidates, Unit, candidates_of
from app.comparing.deviations import limit_params
from app.comparing.filling import at_most_filled, without_placeholders
from app.comparing.policy import ANALYSED_LANGUAGES, Violation
from app.comparing.sides import roles_in
from app.comparing.turns import Change, Turn, changes
from app.comparing.wordsigns import Sign, Token, figure, norms, tokens
from app.library.model import Library, PositionRank
from app.models.analysis import Limit, MatchRank, MatchReason, PositionMatch
from app.models.facts import DealFacts
from app.models.provisions import Party
from app.models.reading import Clause, Reading
from app.models.source import Span

NEAR = 0.5  # from which a clause is a version of a position; of 2,000 strangers' clauses read against wordings of others few come so near
FIRST = 0.25  # similarity in order below which rare words are not looked at
LOOKED_AT = 12  # wordings whose rare words and figures are read
FILLED = 6  # wordings with placeholders that are filled in
FIGURES = 0.1  # that equal figures bring a wording nearer, and other figures take it away
RIVAL = 0.25  # by which another position may be less near than one that is ruled out
SAME = 0.7  # similarity in order from which a negation that came or went can be told
ALIKE = 0.85  # the same for sides: where a sentence is built otherwise they change places too
RULES_OUT = ("rule_broken", Turn.NEGATION.value, Turn.PARTY.value)
_TURNS = (Turn.NEGATION, Turn.PARTY, Turn.MODALITY)


def position_matches(
    reading: Reading, library: Library, facts: DealFacts, violations: Iterable[Violation]
) -> tuple[PositionMatch, ...]:
    """For each clause the references it is near to, or the nearest one with the rank none; in order of clause and reference."""
    shelf = _Shelf(library, facts)
    broken: dict[tuple[str, str], list[Violation]] = defaultdict(list)
    for violation in violations:
        if violation.provision:
            broken[violation.provision.clause, violation.reference.id].append(violation)
    we = roles_in(reading.clauses, reading).we
    return tuple(
        match
        for clause in reading.clauses
        if clause.text and clause.language in ANALYSED_LANGUAGES
        for match in _matches(_Clause(clause, we), shelf, broken)
    )


class _Clause:
    """A clause with its words, read when they are needed."""

    def __init__(self, clause: Clause, we: Party | None) -> None:
        self.clause = clause
        self.text = clause.text
        self._we = we
        self._weighed: dict[str, float] | None = None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its norms."""
        return norms(self.text, self._we)

    def weighed(self, index: Candidates) -> dict[str, float]:
        """Its norms with their weight in the library."""
        if self._weighed is None:
            self._weighed = index.weighed(Counter(self.words))
        return self._weighed

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, quantities read."""
        return tokens(self.text, self._we)

    @cached_property
    def figures(self) -> dict[str, str]:
        """Its figures as they are compared, and as printed."""
        return _figures(self.text, self.tokens)


def _figures(text: str, found: Sequence[Token]) -> dict[str, str]:
    return {t.norm: " ".join(text[t.start : t.end].split()) for t in found if t.sign is Sign.NUMBER}


class _Shelf:
    """The wordings of a library that apply to a deal, by subject."""

    def __init__(self, library: Library, facts: DealFacts) -> None:
        self.index = candidates_of(library)
        self._units = {
            subject: [unit for reference in references for unit in self.index.of(reference.id)]
            for subject, references in applying(library, facts).by_type.items()
        }
        self._open = {subject: [unit for unit in units if unit.holes] for subject, units in self._units.items()}
        self._units = {subject: [unit for unit in units if not unit.holes] for subject, units in self._units.items()}
        self._lines = {subject: [unit.line for unit in units] for subject, units in self._units.items()}

    def nearest(self, clause: _Clause) -> list[Unit]:
        """The wordings on a clause's subjects that share most words in order with it."""
        own = self.index.vocabulary.known(clause.words)
        found: list[Unit] = []
        for subject in dict.fromkeys((clause.clause.type or "", *clause.clause.subjects)):
            units = self._units.get(subject, [])
            near = process.extract(
                own, self._lines.get(subject, []), scorer=Indel.normalized_similarity, limit=LOOKED_AT
            )
            found += [units[number] for _, _, number in near]
            found += nlargest(
                LOOKED_AT, self._open.get(subject, []), key=lambda u: at_most_filled(own, u.line, u.holes)
            )
        return list({id(unit): unit for unit in found}.values())


@dataclass(frozen=True, slots=True)
class _Rated:
    """A wording with how near it is; `ordered`: its words in order alone; figures that are the same, and other ones."""

    unit: Unit
    score: float
    ordered: float
    same: tuple[str, ...] = ()
    other: tuple[str, str] | None = None

    @property
    def order(self) -> tuple[float, int, int, int]:
        """Nearest first; ties by place in the reference."""
        return -self.score, *self.unit.place[1:]


def _matches(
    clause: _Clause, shelf: _Shelf, broken: Mapping[tuple[str, str], list[Violation]]
) -> Iterator[PositionMatch]:
    by_reference: dict[str, list[_Rated]] = defaultdict(list)
    for unit in shelf.nearest(clause):
        by_reference[unit.reference.id].append(_rated(unit, clause, shelf.index))
    found = [
        _match(clause, sorted(rated, key=lambda r: r.order), broken.get((clause.clause.id, reference), []))
        for reference, rated in sorted(by_reference.items())
    ]
    near = [match for match in found if match.similarity >= NEAR]
    yield from near or sorted(found, key=lambda match: (-match.similarity, match.reference))[:1]


def _rated(given: Unit, clause: _Clause, index: Candidates) -> _Rated:
    unit = given.filled_in(clause.text)
    ordered = round(Indel.normalized_similarity(unit.row, clause.words), 4)
    if ordered < FIRST:
        return _Rated(unit, ordered, ordered)
    score = (ordered + index.shared(clause.weighed(index), unit)) / 2
    if score < NEAR - FIGURES:
        return _Rated(unit, round(score, 4), ordered)
    same, other = _compared(given, unit, clause)
    score += -FIGURES if other else FIGURES if same else 0
    return _Rated(unit, round(min(1.0, score), 4), ordered, same, other)


def _compared(given: Unit, unit: Unit, clause: _Clause) -> tuple[tuple[str, ...], tuple[str, str] | None]:
    """The figures both have, and one of each where they differ; what stands for a placeholder is neither."""
    own = _figures(without_placeholders(given.text), given.tokens)
    filled = own if unit is given else _figures(unit.text, unit.tokens)
    same = tuple(printed for norm, printed in clause.figures.items() if norm in own)
    theirs = [printed for norm, printed in clause.figures.items() if norm not in filled]
    ours = [printed for norm, printed in own.items() if norm not in clause.figures]
    return same, (theirs[0], ours[0]) if theirs and ours else None


def _match(clause: _Clause, rated: list[_Rated], broken: Sequence[Violation]) -> PositionMatch:
    """The nearest position that nothing rules out."""
    best = rated[0]
    if best.score < NEAR:
        return _result(clause, best, MatchRank.NONE, [_too_far(best)])
    against: list[MatchReason] = []
    for one in rated:
        if one.score < max(NEAR, best.score - RIVAL):
            break
        reasons = [*_broken(one, clause, broken), *_turned(one, clause)]
        if not any(reason.code in RULES_OUT for reason in reasons):
            return _result(clause, one, MatchRank(one.unit.position.rank.value), [*_shared(one), *reasons, *against])
        against = against or reasons
    return _result(clause, best, MatchRank.NONE, [*_shared(best), *against])


def _too_far(one: _Rated) -> MatchReason:
    return MatchReason("too_far", {"percent": round(one.score * 100), "least": round(NEAR * 100)})


def _broken(one: _Rated, clause: _Clause, broken: Sequence[Violation]) -> Iterator[MatchReason]:
    """Rules that the clause breaks and the position keeps. Only a fallback may state the very value that a rule is against."""
    rank = one.unit.position.rank
    if rank is PositionRank.UNACCEPTABLE:
        return
    for violation in broken:
        rule, limit = violation.rule, violation.verdict.limit
        if limit and rank is PositionRank.FALLBACK and _states(one, clause, _figure(limit)):
            continue
        params: dict[str, str | int | float | bool | None] = {
            "rule": rule.id,
            "kind": rule.provision.value,
            "field": rule.field,
            "comparison": rule.comparison.value,
            "rank": rank.value,
        }
        yield MatchReason("rule_broken", params | (limit_params(limit) if limit else {}))


def _states(one: _Rated, clause: _Clause, value: str) -> bool:
    """Whether the wording has a figure as often as the clause has."""
    ours, theirs = (sum(t.norm == value for t in found) for found in (one.unit.tokens, clause.tokens))
    return ours >= theirs > 0


def _figure(limit: Limit) -> str:
    """The value found as the tokens of a text write it, "" where it is no figure."""
    if isinstance(limit.found, bool) or not isinstance(limit.found, float | int):
        return ""
    return figure(limit.found, limit.unit_found, percent=limit.field == "percent")


def _turned(one: _Rated, clause: _Clause) -> Iterator[MatchReason]:
    """What reverses the wording, where the two are near enough to tell."""
    if one.ordered < SAME:
        return
    unit = one.unit
    for change in changes(unit.text, unit.tokens, clause.text, clause.tokens, lambda _: False):
        told = change.turn in _TURNS and (change.turn is not Turn.PARTY or _swapped(change, one, clause))
        if told:
            old, new = (_words(t, spans) for t, spans in ((unit.text, change.old), (clause.text, change.new)))
            yield MatchReason(change.turn.value, {"old": old, "new": new, "rank": unit.position.rank.value})


def _swapped(change: Change, one: _Rated, clause: _Clause) -> bool:
    """Whether other sides stand in the places of the wording's; a sentence built otherwise only moves them."""
    ours, theirs = _sides(one.unit.tokens, change.old), _sides(clause.tokens, change.new)
    return one.ordered >= ALIKE and len(ours) == len(theirs) and ours != theirs


def _sides(found: Iterable[Token], spans: Sequence[Span]) -> list[str]:
    return [t.norm for t in found if t.sign is Sign.PARTY and any(a <= t.start < b for a, b in spans)]


def _words(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(text[a:b].split()) for a, b in spans)


def _shared(one: _Rated) -> Iterator[MatchReason]:
    yield MatchReason("shared_words", {"percent": round(one.ordered * 100)})
    if one.unit.paragraph is not None:
        yield MatchReason("paragraph", {"number": one.unit.paragraph + 1})
    if one.unit.example is not None:
        yield MatchReason("example", {"number": one.unit.example + 1})
    if one.same:
        yield MatchReason("same_figures", {"figures": ", ".join(one.same)})
    if one.other:
        yield MatchReason("other_figures", {"found": one.other[0], "ours": one.other[1]})


def _result(clause: _Clause, one: _Rated, rank: MatchRank, why: Iterable[MatchReason]) -> PositionMatch:
    reference, index = one.unit.reference, one.unit.index
    before = [position.rank for position in reference.positions[: index + 1]]
    return PositionMatch(
        clause=clause.clause.id,
        reference=reference.id,
        reference_title=reference.title,
        rank=rank,
        fallback=before.count(PositionRank.FALLBACK) if rank is MatchRank.FALLBACK else None,
        position=index,
        example=one.unit.example,
        similarity=one.score,
        why=tuple(why),
    )
