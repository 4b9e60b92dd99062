"""Which position of the applicable reference is shown beside a clause.

Only wordings that we would sign are candidates, preferred and fallbacks: what stands beside the clause is what could
stand in its place. Similarity is the normalised Indel similarity of the folded words (RapidFuzz on word ids). It chooses what is shown and
decides nothing else: which rules apply is policy.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from app.comparing.diff import word_diff
from app.comparing.folding import folded_words
from app.library.model import PositionRank, ReferenceClause
from app.models.analysis import Comparison


def similarity(a: str, b: str) -> float:
    """0..1, rounded so that ties and thresholds are the same on every machine."""
    return round(Indel.normalized_similarity(folded_words(a), folded_words(b)), 4)


def nearest_position(text: str, reference: ReferenceClause) -> Comparison:
    """The acceptable position nearest to `text`, with the word diff; the earlier position wins a tie."""
    scores = {
        index: similarity(position.text, text)
        for index, position in enumerate(reference.positions)
        if position.rank is not PositionRank.UNACCEPTABLE
    }
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
