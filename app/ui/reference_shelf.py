"""What the library has on a reference clause, when a finding about it is looked at: one small query of the open database."""

from __future__ import annotations

from app.errors import ExpectedError
from app.library.lifecycle import in_force
from app.ui.library.session import LibrarySession
from app.ui.models.positions import KnownReference


def known_reference(library: LibrarySession, reference: str | None) -> KnownReference | None:
    """Its version in force; None where the library is not open, is a folder, or no longer has the clause.

    A database that cannot be read says so in the window; the finding is shown without it.
    """
    if not reference or library.folder is not None or not library.is_open:
        return None
    try:
        revision = in_force(library.store.versions(reference))
    except ExpectedError as error:
        library.failed.emit(error)
        return None
    if revision is None:
        return None
    clause = revision.clause
    return KnownReference(clause.id, clause.title, clause.status.value, clause.positions)
