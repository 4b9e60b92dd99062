"""A clause of a document becomes a reference clause, or a position or example of one.

Pure functions on plain data (`app.library.plain`); saving, and asking before it, is the faces' work. A clause's wording is its own
text and that of the numbered paragraphs below it, as the library writes it: an empty line between paragraphs.
`near_identical` warns before the library gets the same wording twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.comparing.folding import folded_words
from app.importing.clauselists.ids import new_id
from app.library.model import ClauseType, PositionRank, ReferenceClause, Status
from app.library.plain import Plain
from app.models.facts import Audience, DealFacts, Perspective
from app.models.reading import Clause, Reading
from app.wording.clauselists import origin_in_document

NEAR = 0.85  # similarity of the folded words from which two wordings are as good as one
_TITLE_WORDS = 8
_AUDIENCES = {
    Audience.B2C: (Audience.B2C,),
    Audience.B2B: (Audience.B2B, Audience.MERCHANTS),
    Audience.MERCHANTS: (Audience.MERCHANTS,),
}
_RANKS = tuple(rank.value for rank in PositionRank)


@dataclass(frozen=True, slots=True)
class NearClause:
    """A wording of the library near to a text; `index` counts the clause's positions, `example` its examples (None: the wording itself).

    `similarity` is 1.0 where only what folding ignores (case, quotes, white space) differs.
    """

    reference: str
    title: str
    index: int
    rank: PositionRank
    similarity: float
    example: int | None = None


def wording_of(clause: Clause, reading: Reading) -> str:
    """The clause's text with that of its sub-clauses, paragraphs separated by an empty line; headings of theirs are lines."""
    parts = (_own(part, with_heading=part is not clause) for part in _family(clause, reading))
    return "\n\n".join(line for part in parts for line in part)


def taken_as_new(
    clause: Clause,
    reading: Reading,
    facts: DealFacts,
    types: Sequence[ClauseType],
    *,
    taken: Collection[str] = (),
) -> Plain:
    """A draft with the clause's wording as preferred position; `type` is absent where the clause has none of `types`.

    `taken`: ids that are in use.
    """
    text = wording_of(clause, reading)
    title = clause.heading or _first_words(text)
    type_id = clause.type if clause.type in {known.id for known in types} else None
    perspective = (facts.perspective.value or Perspective.CUSTOMER).value
    audience = facts.audience.value
    audiences = [one.value for one in _AUDIENCES[audience]] if audience else []
    plain: Plain = {
        "id": new_id(type_id or "", perspective, audiences, title, taken),
        "title": title,
        "type": type_id,
        "perspective": perspective,
        "audience": audiences,
        "language": clause.language if clause.language != "und" else "de",
        "version": 1,
        "status": Status.DRAFT.value,
        "guidance": origin_in_document(clause.path, clause.page, "de"),
        "position": [{"rank": PositionRank.PREFERRED.value, "text": text}],
    }
    return {key: value for key, value in plain.items() if value not in (None, [], "")}


def taken_as(
    rank: PositionRank,
    clause: Clause,
    reading: Reading,
    onto: Plain,
    *,
    as_example: bool,
    position: int | None = None,
) -> Plain:
    """`onto` with the clause's wording as another position of `rank`, behind those it has; `onto` itself stays as it is.

    `as_example`: as a further example of the position with index `position` of `onto["position"]` (None: the first of that
    rank) instead; where there is none, it becomes a position. A wording the position has already is not added again.
    """
    text = wording_of(clause, reading)
    positions = [dict(item) for item in onto.get("position", [])]
    of_rank = [n for n, item in enumerate(positions) if item.get("rank") == rank.value]
    if as_example and (position is not None or of_rank):
        at = of_rank[0] if position is None else position
        positions[at] = _with_example(positions[at], text)
    else:
        before = _RANKS[: _RANKS.index(rank.value) + 1]
        at = sum(item.get("rank") in before for item in positions)
        positions.insert(at, {"rank": rank.value, "text": text})
    return {**onto, "position": positions}


def near_identical(text: str, clauses: Sequence[ReferenceClause] | Wordings) -> tuple[NearClause, ...]:
    """Wordings of the library at least `NEAR` similar to `text`, most similar first; ties by id and place.

    Whoever asks more than once about the same clauses makes `Wordings` of them first.
    """
    wordings = clauses if isinstance(clauses, Wordings) else Wordings(clauses)
    return wordings.near(text)


class Wordings:
    """The folded words of all positions and examples, as numbers, so that thousands are compared in a blink."""

    def __init__(self, clauses: Sequence[ReferenceClause]) -> None:
        self._vocabulary: dict[str, int] = {}
        self._places = [place for clause in clauses for place in _places(clause)]
        self._rows = [self._numbers(words) for _, words in self._places]

    def near(self, text: str) -> tuple[NearClause, ...]:
        """See `near_identical`."""
        own = self._numbers(folded_words(text))
        if not own:
            return ()
        scored = process.extract(
            own, self._rows, scorer=Indel.normalized_similarity, score_cutoff=NEAR, limit=None, processor=None
        )
        found = [_scored(self._places[n][0], round(score, 4)) for _, score, n in scored]
        order = sorted(found, key=lambda one: (-one.similarity, one.reference, one.index, one.example or 0))
        return tuple(one for one in order if one.similarity >= NEAR)

    def nearness(self, text: str, references: Collection[str]) -> dict[str, float]:
        """Share of common words with the nearest wording of each of these clauses: enough to put a list in order."""
        own = frozenset(self._numbers(folded_words(text)))
        best: dict[str, float] = {}
        for (place, _), row in zip(self._places, self._rows, strict=True):
            if place.reference in references:
                share = len(own.intersection(row)) / max(1, len(own.union(row)))
                best[place.reference] = max(best.get(place.reference, 0.0), share)
        return best

    def _numbers(self, words: Sequence[str]) -> list[int]:
        return [self._vocabulary.setdefault(word, len(self._vocabulary)) for word in words]


def _places(clause: ReferenceClause) -> Iterator[tuple[NearClause, tuple[str, ...]]]:
    for index, position in enumerate(clause.positions):
        for example, wording in enumerate(position.wordings, -1):
            number = example if example >= 0 else None
            yield NearClause(clause.id, clause.title, index, position.rank, 0.0, number), folded_words(wording)


def _scored(place: NearClause, similarity: float) -> NearClause:
    return NearClause(place.reference, place.title, place.index, place.rank, similarity, place.example)


def _family(clause: Clause, reading: Reading) -> Iterator[Clause]:
    """The clause and everything below it, in reading order; parents come before their children."""
    inside = {clause.id}
    for other in reading.clauses:
        if other.id == clause.id or other.parent in inside:
            inside.add(other.id)
            yield other


def _own(clause: Clause, *, with_heading: bool) -> list[str]:
    lines = clause.text.split("\n")
    return [line.strip() for line in ([clause.heading] if with_heading else []) + lines if line.strip()]


def _with_example(position: Plain, text: str) -> Plain:
    known = {folded_words(wording) for wording in (position.get("text", ""), *position.get("examples", []))}
    if folded_words(text) in known:
        return position
    return {**position, "examples": [*position.get("examples", []), text]}


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")
