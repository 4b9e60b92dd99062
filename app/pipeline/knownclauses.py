"""What the library knows about a wording that somebody takes over: clauses that it may be added to, and nearly the same wordings.

Strategy: the library is read through a connection of its own, so any thread may ask. The wordings of 5,000 clauses take
seconds to read and fold, so they are kept until the library has changed; then a question takes a blink.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.library.model import ReferenceClause, Status
from app.models.facts import Perspective
from app.pipeline.taking import NearClause, Wordings, near_identical
from app.storage.libraryreader import LibraryReader


@dataclass(frozen=True, slots=True)
class Question:
    """A wording, the clause types it is about and the side it is on."""

    text: str
    subjects: frozenset[str]
    perspective: Perspective | None


@dataclass(frozen=True, slots=True)
class Answer:
    """`references`: all but the retired ones, those on the subject first, the nearest before the others; `near`: see `near_identical`."""

    references: tuple[ReferenceClause, ...]
    near: tuple[NearClause, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    references: tuple[ReferenceClause, ...]
    wordings: Wordings


_State = tuple[Path, tuple[int, str]]
_kept: dict[_State, _Known] = {}


def look_up(library: Path, question: Question) -> Answer:
    """Read the library and answer. Raises ExpectedError."""
    known = _known(library)
    return Answer(_ordered(known, question), near_identical(question.text, known.wordings))


def _known(library: Path) -> _Known:
    with LibraryReader(library) as store:
        state = (library, store.state())
        if state in _kept:
            return _kept[state]
        last = [revision.clause for revision in store.ours().values()]
    references = tuple(clause for clause in last if clause.status is not Status.RETIRED)
    known = _Known(references, Wordings(references))
    _kept.clear()
    _kept[state] = known
    return known


def _ordered(known: _Known, question: Question) -> tuple[ReferenceClause, ...]:
    on_subject = {one.id for one in known.references if one.type in question.subjects}
    near = known.wordings.nearness(question.text, on_subject)  # of thousands only those few are looked at closely

    def order(reference: ReferenceClause) -> tuple[bool, bool, float, str, str]:
        other_side = reference.perspective is not question.perspective
        return reference.id not in on_subject, other_side, -near.get(reference.id, 0.0), reference.title, reference.id

    return tuple(sorted(known.references, key=order))
