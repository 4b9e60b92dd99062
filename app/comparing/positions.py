"""Which position of the applicable reference is shown beside a clause.

Only wordings that we would sign are candidates, preferred and fallbacks: what stands beside the clause is what could
stand in its place. Similarity is the normalised Indel similarity of the folded words (RapidFuzz on word ids). It chooses what is shown and
decides nothing else: which rules apply is policy.
"""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import Indel

from app.comparing.diff import word_diff
from app.comparing.folding import folded_words
from app.comparing.policy import applicability
from app.library.model import Library, PositionRank, ReferenceClause
from app.models.analysis import Beside, Comparison, Outcome
from app.models.facts import DealFacts
from app.models.reading import Clause, Reading


def beside_clauses(reading: Reading, library: Library, facts: DealFacts) -> tuple[Beside, ...]:
    """For every clause with a text, the nearest wording of the references on its subject that apply; ties by id."""
    applying: dict[str, list[ReferenceClause]] = defaultdict(list)
    for reference in library.clauses:
        if applicability(reference, facts).outcome is Outcome.OK:
            applying[reference.type].append(reference)
    return tuple(
        _beside(clause, applying[clause.type]) for clause in reading.clauses if clause.text and clause.type in applying
    )


def _beside(clause: Clause, references: list[ReferenceClause]) -> Beside:
    scores = {reference.id: max(_scores(clause.text, reference).values()) for reference in references}
    nearest = min(references, key=lambda reference: (-scores[reference.id], reference.id))
    return Beside(clause.id, nearest_position(clause.text, nearest), nearest.status.value)


def similarity(a: str, b: str) -> float:
    """0..1, rounded so that ties and thresholds are the same on every machine."""
    return round(Indel.normalized_similarity(folded_words(a), folded_words(b)), 4)


def nearest_position(text: str, reference: ReferenceClause) -> Comparison:
    """The acceptable position nearest to `text`, with the word diff; the earlier position wins a tie."""
    scores = _scores(text, reference)
    index = max(scores, key=lambda i: (scores[i], -i))
    position = reference.positions[index]
    return Comparison(
        reference=reference.id,
        reference_title=reference.title,
        position=position.rank.value,
        position_index=index,
        similarity=scores[index],
        reference_text=position.text,
        clause_text=text,
        hunks=word_diff(position.text, text),
    )


def _scores(text: str, reference: ReferenceClause) -> dict[int, float]:
    """Similarity of the acceptable positions by their index."""
    return {
        index: similarity(position.text, text)
        for index, position in enumerate(reference.positions)
        if position.rank is not PositionRank.UNACCEPTABLE
    }
