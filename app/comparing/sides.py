"""Which side wrote the terms, and whose duty a value is where its words leave that open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.models.facts import DealFacts, Perspective, UserOfTerms
from app.models.provisions import LiabilityCap, LiabilityExclusion, Party, ProvisionValue, obliged
from app.models.reading import Clause, Reading
from app.nlp.provisions.parties import Roles, other, roles_of


def user_of(facts: DealFacts) -> Party | None:
    """The side that wrote the terms."""
    perspective, terms = facts.perspective.value, facts.user_of_terms.value
    if perspective is None or terms is None:
        return None
    own = Party.CUSTOMER if perspective is Perspective.CUSTOMER else Party.SUPPLIER
    return own if terms is UserOfTerms.OURS else other(own)


def bound_by(value: ProvisionValue, facts: DealFacts) -> Party | None:
    """Whose duty a value is. `Die Haftung ist begrenzt` names nobody: who writes terms limits the own liability."""
    party = obliged(value)
    if party is None and isinstance(value, LiabilityCap | LiabilityExclusion):
        return user_of(facts)
    return party


def roles_in(clauses: Iterable[Clause], reading: Reading) -> Roles:
    """What a document calls its parties, by the texts of these clauses and all headings; read once."""
    return _roles(tuple(c.text for c in clauses), tuple(c.heading for c in reading.clauses))


@lru_cache(maxsize=8)
def _roles(texts: tuple[str, ...], headings: tuple[str, ...]) -> Roles:
    return roles_of(texts, headings)
