"""Small libraries for the tests: clauses of one type, a clock that is told the time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.library.model import ClauseType, Position, PositionRank, ReferenceClause, Revision, Status
from app.models.facts import Perspective
from app.storage.librarystore import LibraryStore

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TYPES = (
    ClauseType("payment", "Zahlung", "Payment", "Wann zu zahlen ist.", "When payment is due."),
    ClauseType("termination", "Kündigung", "Termination", "Wie der Vertrag endet.", "How the contract ends."),
)


class Clock:
    """Says the time it was told, a second more each time."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def clause(identifier: str = "notice", text: str = "Wir zahlen binnen 30 Tagen.", **changes: object) -> ReferenceClause:
    """A short clause."""
    plain = ReferenceClause(
        id=identifier,
        title=f"Titel von {identifier}",
        type="payment",
        perspective=Perspective.CUSTOMER,
        audiences=(),
        contract_kinds=(),
        laws=(),
        language="de",
        required=False,
        silence=None,
        positions=(Position(PositionRank.PREFERRED, text),),
        rules=(),
        guidance="Kurz halten.",
        legal_basis=(),
        version=1,
        status=Status.REVIEW,
    )
    return replace(plain, **changes)


def made(folder: Path, *clauses: ReferenceClause, clock: Clock | None = None) -> LibraryStore:
    """An open library of these clauses."""
    revisions = [Revision(item) for item in clauses]
    path = folder / "library.sqlite"
    return LibraryStore.create(path, revisions, TYPES, "Probe", origin="starter", clock=clock or Clock())


def save(store: LibraryStore, item: ReferenceClause, author: str = "Anna") -> Revision:
    """A new version on top of the last."""
    versions = store.versions(item.id)
    base = versions[-1].clause.version if versions else 0
    return store.save(item, base=base, author=author, reason="", at=NOON)
