"""What the document itself says about the deal: governing law, audience, who wrote the terms, kind of contract.

Each fact comes with the words it was read from. What the text does not settle stays unknown: nobody guesses.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.models.facts import DealFacts
from app.models.reading import Clause
from app.nlp.addressees import audience_of
from app.nlp.contractkinds import contract_kind_of, our_side
from app.nlp.governinglaw import governing_law


def document_facts(clauses: Iterable[Clause]) -> DealFacts:
    """Facts with source DOCUMENT where the text settles them; everything else unknown."""
    read = tuple(clauses)
    return DealFacts(
        perspective=our_side(read),
        audience=audience_of(read),
        governing_law=governing_law(read),
        contract_kind=contract_kind_of(read),
    )
