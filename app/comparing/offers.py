"""Which wordings could be proposed for the findings: the acceptable positions of the references that they name.

Placeholders take what the clause has in their place and nothing from elsewhere: what a wording would say of another amount or
another party is for a human to fill in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.comparing.filling import filled_in
from app.library.model import Library, PositionRank, ReferenceClause
from app.library.placeholders import PLACEHOLDER, names
from app.models.analysis import Finding, Offer
from app.models.handles import with_also
from app.models.reading import Reading


def offers(findings: Iterable[Finding], reading: Reading, library: Library) -> tuple[Offer, ...]:
    """In the order of the findings, then of the positions; a position without a text offers nothing."""
    references = {reference.id: reference for reference in library.clauses}
    wanted = dict.fromkeys((f.clauses[0] if f.clauses else "", f.reference) for f in with_also(findings))
    return tuple(
        offer
        for clause, reference in wanted
        if reference in references
        for offer in _of(references[reference], clause, reading.by_id[clause].text if clause else "")
    )


def _of(reference: ReferenceClause, clause: str, words: str) -> Iterator[Offer]:
    for number, position in enumerate(reference.positions):
        if position.rank is PositionRank.UNACCEPTABLE or not position.text.strip():
            continue
        text = filled_in(position.text, words).text if words else position.text
        shown = PLACEHOLDER.sub(lambda match: f"[{match[1]}]", text)
        yield Offer(clause, reference.id, number, position.rank.value, shown, names(text))
