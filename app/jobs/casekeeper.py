"""The user's cases, kept in a thread of their own: storing a long document takes a moment in which no window may stand still.

Strategy: what is to be done is a function of the open store, put into a queue; one thread opens the store when the first comes, does
one after the other and closes it at the end. So nothing is done twice at once, and what was asked before the end is done. What
is cut off there is taken back as a whole: each step is a transaction.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from app.errors import BugError, KlausellupeError
from app.jobs import process

if TYPE_CHECKING:
    from app.storage.casestore import CaseStore  # loads SQLite, which a window does not need at its start

T = TypeVar("T")
Failed = Callable[[KlausellupeError], None]

_LIMIT_S = 10.0  # a long document is stored in one; the disk may be slow


class CaseKeeper:
    """`failed` is called in the thread with what went wrong; it and all that is called back must return soon."""

    def __init__(self, path: Path, failed: Failed) -> None:
        self._path = path
        self._failed = failed
        self._queue: SimpleQueue[tuple[Callable[[CaseStore], None], Failed] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(
        self, work: Callable[[CaseStore], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do it when its turn comes; `done` gets the result or `failed` what went wrong, in the thread."""

        def step(store: CaseStore) -> None:
            result = work(store)
            if done is not None:
                done(result)

        self._queue.put((step, failed or self._failed))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="klausellupe-cases", daemon=True)
            self._thread.start()

    def close(self, *, limit: float = _LIMIT_S) -> None:
        """Wait until all that was asked is done, so many seconds at most: a program that cannot be closed is worse."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(limit)
            self._thread = None

    # --- the thread

    def _work(self) -> None:
        from app.storage.casestore import CaseStore

        store: CaseStore | None = None
        while (asked := self._queue.get()) is not None:
            step, failed = asked
            try:
                store = store or CaseStore(self._path)  # tried again each time: a locked database may be free by then
                step(store)
            except KlausellupeError as error:
                failed(error)
            except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report, the thread lives on
                failed(BugError(process.bug_report(error)))
        if store is not None:
            store.close()
