"""Which position of the applicable reference is shown beside a clause.

Only wordings that we would sign are candidates, preferred and fallbacks: what stands beside the clause is what could
stand in its place. Similarity is the normalised Indel similarity of the folded words (RapidFuzz on word ids), with the
placeholders of a wording filled in. It chooses what is shown and decides nothing else: which rules apply is policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.comparing.applying import Keyed, applying
from app.comparing.diff import wording_diff
from app.comparing.filling import MOST, at_most_filled, filled_in, without_placeholders
from app.comparing.folding import folded_words
from app.comparing.vocabulary import Vocabulary
from app.library.model import Library, PositionRank, ReferenceClause
from app.library.placeholders import PLACEHOLDER
from app.models.analysis import Beside, Comparison
from app.models.facts import DealFacts
from app.models.reading import Clause, Reading

TIED = 8  # best wordings among which rounding may make a tie
FILLED = 6  # most promising wordings with placeholders that are filled in


def beside_clauses(reading: Reading, library: Library, facts: DealFacts) -> tuple[Beside, ...]:
    """For every clause with a text, the nearest wording of the references on its subject that apply; ties by id."""
    shelf = _shelf(Keyed(library))
    by_type = applying(library, facts).by_type
    choices = {subject: shelf.choices(references) for subject, references in by_type.items()}
    return tuple(
        _beside(clause, shelf, choices[clause.type])
        for clause in reading.clauses
        if clause.text and clause.type in choices
    )


@dataclass(frozen=True, slots=True)
class _Wording:
    """An acceptable wording; `line`: its folded words, a letter each; `holes`: words its placeholders may take."""

    reference: ReferenceClause
    index: int
    line: str
    holes: int


@dataclass(slots=True)
class _Choices:
    """The wordings a clause may stand beside, those with placeholders apart."""

    wordings: list[_Wording] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    open: list[_Wording] = field(default_factory=list)


class _Shelf:
    """The acceptable wordings of a library, folded once."""

    def __init__(self, references: Sequence[ReferenceClause]) -> None:
        self.vocabulary = Vocabulary()
        self._wordings = {reference.id: tuple(self._of(reference)) for reference in references}

    def _of(self, reference: ReferenceClause) -> Iterator[_Wording]:
        for index, position in _acceptable(reference):
            words = folded_words(without_placeholders(position))
            yield _Wording(reference, index, self.vocabulary.line(words), MOST * len(PLACEHOLDER.findall(position)))

    def choices(self, references: Sequence[ReferenceClause]) -> _Choices:
        """The wordings of some references, in order."""
        found = _Choices()
        for reference in references:
            for wording in self._wordings[reference.id]:
                if wording.holes:
                    found.open.append(wording)
                else:
                    found.wordings.append(wording)
                    found.lines.append(wording.line)
        return found


@lru_cache(maxsize=4)
def _shelf(keyed: Keyed) -> _Shelf:
    return _Shelf(keyed.library.clauses)


def _beside(clause: Clause, shelf: _Shelf, choices: _Choices) -> Beside:
    own = shelf.vocabulary.known(folded_words(clause.text))
    near = process.extract(own, choices.lines, scorer=Indel.normalized_similarity, limit=TIED)
    rated = [(round(score, 4), choices.wordings[number]) for _, score, number in near]
    open_ = nlargest(FILLED, choices.open, key=lambda w: at_most_filled(own, w.line, w.holes))
    rated += [(similarity(w.reference.positions[w.index].text, clause.text), w) for w in open_]
    nearest = min(rated, key=lambda r: (-r[0], r[1].reference.id, r[1].index))[1].reference
    return Beside(clause.id, nearest_position(clause.text, nearest), nearest.status.value)


def similarity(wording: str, text: str) -> float:
    """0..1, rounded so that ties and thresholds are the same on every machine."""
    filled = filled_in(wording, text).text
    return round(Indel.normalized_similarity(folded_words(filled), folded_words(text)), 4)


def nearest_position(text: str, reference: ReferenceClause) -> Comparison:
    """The acceptable position nearest to `text`, with the word diff; the earlier position wins a tie."""
    scores = {index: similarity(position, text) for index, position in _acceptable(reference)}
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
        hunks=wording_diff(position.text, text),
    )


def _acceptable(reference: ReferenceClause) -> Iterator[tuple[int, str]]:
    """The texts of the acceptable positions with their numbers."""
    for index, position in enumerate(reference.positions):
        if position.rank is not PositionRank.UNACCEPTABLE:
            yield index, position.text
