"""Which references of a library apply to a deal: policy, decided by its facts and never by similarity.

A reference applies by perspective, audience, law, kind of contract, and by the days on which it is valid. A restriction whose
fact is not known makes it undecidable and is named. This is worked out once for a library and a deal: references of one
scope share the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.library.model import Library, ReferenceClause
from app.models.analysis import Outcome
from app.models.facts import DealFacts

VALIDITY = "validity"  # the reason: the day of the review is none on which the reference is valid


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whether a reference applies: `outcome` is ok, not_applicable (with `reason`) or undecidable (with `needs`)."""

    outcome: Outcome
    needs: tuple[str, ...] = ()
    reason: str = ""


def applicability(reference: ReferenceClause, facts: DealFacts) -> Applicability:
    """Whether `reference` applies under `facts`; the first restriction that is not met is the reason."""
    needs: list[str] = []
    for name, allowed in _restrictions(reference):
        value = getattr(facts, name).value
        if allowed and value is None:
            needs.append(name)
        elif allowed and value not in allowed:
            return Applicability(Outcome.NOT_APPLICABLE, reason=name)
    day = facts.as_of.value
    if day is None and (reference.valid_from or reference.valid_to):
        needs.append("as_of")
    elif day is not None and not (reference.valid_from or day) <= day <= (reference.valid_to or day):
        return Applicability(Outcome.NOT_APPLICABLE, reason=VALIDITY)
    return Applicability(Outcome.UNDECIDABLE, tuple(needs), "facts_missing") if needs else Applicability(Outcome.OK)


def _restrictions(reference: ReferenceClause) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield "perspective", (reference.perspective,)
    yield "audience", reference.audiences
    yield "governing_law", reference.laws
    yield "contract_kind", reference.contract_kinds


def _scope(reference: ReferenceClause) -> tuple[object, ...]:
    """All that decides whether a reference applies."""
    restrictions = tuple(allowed for _, allowed in _restrictions(reference))
    return (*restrictions, reference.valid_from, reference.valid_to)


class Applying:
    """The references of a library under the facts of a deal."""

    def __init__(self, library: Library, facts: DealFacts) -> None:
        known: dict[tuple[object, ...], Applicability] = {}
        self.of: dict[str, Applicability] = {}
        for reference in library.clauses:
            scope = _scope(reference)
            if scope not in known:
                known[scope] = applicability(reference, facts)
            self.of[reference.id] = known[scope]
        self.references = tuple(c for c in library.clauses if self.of[c.id].outcome is Outcome.OK)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of the references that apply."""
        return frozenset(reference.id for reference in self.references)

    @cached_property
    def by_type(self) -> Mapping[str, tuple[ReferenceClause, ...]]:
        """The references that apply by the subject they are about, in order of id."""
        found: dict[str, list[ReferenceClause]] = defaultdict(list)
        for reference in self.references:
            found[reference.type].append(reference)
        return {subject: tuple(references) for subject, references in found.items()}


class Keyed:
    """A library that is told from others by its fingerprint and entries, to remember what was worked out for it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._key = (library.sha256, len(library.clauses))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and self._key == other._key and self.library.clauses == other.library.clauses


def applying(library: Library, facts: DealFacts) -> Applying:
    """What applies of a library; libraries of one content share it."""
    return _applying(Keyed(library), facts)


@lru_cache(maxsize=8)
def _applying(keyed: Keyed, facts: DealFacts) -> Applying:
    return Applying(keyed.library, facts)
