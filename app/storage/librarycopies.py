"""Copies of the user's library, in case its file is damaged one day: a new one at most once a day, the last few are kept.

Older versions are in the library itself; a copy is only for the file. Copies of another schema are those made before the
library was brought up to date: they stay.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from app.storage.database import backups_of
from app.storage.libraryreader import LibraryReader
from app.storage.libraryschema import MIGRATIONS

_EVERY: Final = timedelta(days=1)
_KEPT: Final = 5
_NAME: Final = re.compile(r"\d{8}T\d{12}")


def keep_copy(path: Path, now: datetime) -> Path | None:
    """Copy the library if it has changed since the last copy and that is a day old. Takes a moment; raises ExpectedError.

    Copies made while the computer's clock was ahead do not count.
    """
    with LibraryReader(path) as library:
        last = max((at for copy in _copies(path) if (at := _copied(copy)) <= now), default=None)
        changed = library.changed()
        if changed is None or (last and (changed <= last or now - last < _EVERY)):
            return None
        copy = library.copy_into(backups_of(path), now)
    for old in _copies(path)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return copy


def _copies(path: Path) -> list[Path]:
    """Of this schema, oldest first; a copy that the user has named otherwise is not ours."""
    found = backups_of(path).glob(f"{path.stem}-{len(MIGRATIONS)}-*.sqlite")
    return sorted(copy for copy in found if _NAME.fullmatch(copy.stem.rpartition("-")[2]))


def _copied(copy: Path) -> datetime:
    return datetime.strptime(copy.stem.rpartition("-")[2], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
