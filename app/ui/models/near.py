"""Two clauses that say nearly the same, to be read beside each other: rows with what differs marked, and both places."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.models.analysis import Analysis
from app.models.reading import Clause
from app.ui.models.columns import AlignedRow, Mark, Piece, aligned, differences
from app.ui.models.duplicates import Group
from app.ui.passages import Passage, passage_key
from app.ui.placing import short_place
from app.wording.lang import Lang

MADE_AHEAD = 200  # pairs of a document; any further one is made when somebody looks at it


@dataclass(frozen=True, slots=True)
class Place:
    """Name of the copy (A1), where it stands, and what leads there."""

    name: str
    where: str
    key: str


@dataclass(frozen=True, slots=True)
class Beside:
    """`equal`: word for word; not `comparable`: too different for marks to help."""

    left: Place
    right: Place
    rows: tuple[AlignedRow, ...]
    equal: bool
    comparable: bool


def shown_pairs(group: Group) -> tuple[tuple[str, str], ...]:
    """The pairs of clauses that are worth a look: those that differ; of clauses that do not, the first two."""
    if group.pairs:
        return tuple((pair.first, pair.second) for pair in group.pairs)
    return () if group.is_section else ((group.copies[0][0], group.copies[1][0]),)


def beside(group: Group, number: int, analysis: Analysis, lang: Lang) -> Beside:
    """The pair `number` of `shown_pairs`."""
    by_id = analysis.reading.by_id
    first, second = (by_id[clause] for clause in shown_pairs(group)[number])
    one, other = _text(first), _text(second)
    parts = differences(one, other) if one != other else ()
    rows = aligned(parts) if parts else (AlignedRow((Piece(one),), (Piece(other),)),)
    left, right = (_place(clause, group, analysis, lang) for clause in (first, second))
    return Beside(left, right, tuple(map(_alike, rows)), one == other, one == other or bool(parts))


def _text(clause: Clause) -> str:
    return clause.text or clause.heading


def _place(clause: Clause, group: Group, analysis: Analysis, lang: Lang) -> Place:
    copy = next(n for n, clauses in enumerate(group.copies) if clause.id in clauses)
    key = passage_key([Passage(clause.id, 0, len(clause.text))])
    return Place(group.name(copy), short_place(clause, analysis.reading, lang), key)


def _alike(row: AlignedRow) -> AlignedRow:
    """Neither is the original: what is only here is marked alike at both."""
    left = tuple(replace(piece, mark=Mark.NEW) if piece.mark is Mark.GONE else piece for piece in row.left)
    return AlignedRow(left, row.right)
