"""Which side wrote the terms, and whose duty a value is where its words leave that open."""

from __future__ import annotations

from app.models.facts import DealFacts, Perspective, UserOfTerms
from app.models.provisions import LiabilityCap, LiabilityExclusion, Party, ProvisionValue, obliged
from app.nlp.provisions.parties import other


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
