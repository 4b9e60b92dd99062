"""A second process: holds the writer's lock, or writes version after version and says of each when it is kept.

`python -m tests.unit.storage.writer hold|write PATH`; `write` runs until it is killed. Every third change is a block of
several clauses with drafts and marks, which must come as a whole or not at all.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from app.library.model import Revision, Status
from app.storage.librarystore import Draft, LibraryStore
from tests.unit.storage.libraries import clause

BLOCK = 4


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def hold(path: Path) -> None:
    """Hold the lock until a line comes in, with a change that is kept only then."""
    with LibraryStore(path) as store, store.writing():
        store.save(clause("theirs"), base=0, author="Zweite", reason="", at=datetime.now(tz=UTC))
        _say("held")
        sys.stdin.readline()


def write(path: Path) -> None:
    """Change after change; what was said to be kept must be there afterwards."""
    with LibraryStore(path) as store:
        first = len(store.entries())
        _say("open")
        for number in count(first):
            if number % 3:
                _save(store, number)
            else:
                _block(store, number)


def _save(store: LibraryStore, number: int) -> None:
    base = store.last("notice").clause.version
    author, at = f"Anna-{number}", datetime.now(tz=UTC)
    if number % 2:
        made = store.save(clause(text=f"Wort {number} " * 50), base=base, author=author, reason="", at=at)
    else:
        made = store.set_status("notice", Status.APPROVED, base=base, author=author, reason="", at=at)
    _say("kept", made.clause.id, made.clause.version, made.author)


def _block(store: LibraryStore, number: int) -> None:
    base, now = store.last("notice").clause.version, datetime.now(tz=UTC)
    name = f"block-{base}-{number}"
    ids = [f"{name}-{i}" for i in range(BLOCK)]
    with store.writing():
        store.bring_in([Revision(clause(identifier)) for identifier in ids], origin=name, at=now)
        store.mark(name, dict.fromkeys(ids, "abc"), now)
        store.keep_draft(Draft(name, 0, {"id": name}, now, "Anna"))
    for identifier in ids:
        _say("kept", identifier, 1, "-")


if __name__ == "__main__":
    {"hold": hold, "write": write}[sys.argv[1]](Path(sys.argv[2]))
