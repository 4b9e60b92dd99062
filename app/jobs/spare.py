"""One worker process started in advance: a document that is opened need not wait for Python and PDFium to load.

Strategy: a keeper thread starts the processes and lives as long as any of them (Linux ends a process with the thread that started it).
What is taken is replaced a little later, so that the new one does not take the processor from the document just opened.
"""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue

from app.jobs import worker
from app.jobs.messages import Close, WarmUp
from app.jobs.session import Entry, Session

_Answer = SimpleQueue[Session | None]
_PAUSE_S = 5.0  # until the next is started; opening a document keeps both processors busy for about so long


class SpareWorker:
    """`take` in any thread; `close` once no document uses a process any more."""

    def __init__(self, entry: Entry = worker.main) -> None:
        self._entry = entry
        self._wanted: SimpleQueue[_Answer | None] = SimpleQueue()
        self._keeper = threading.Thread(target=self._keep, name="klausellupe-spare", daemon=True)
        self._keeper.start()

    def take(self) -> Session:
        """The process that is ready, else a new one. OSError where none can be started. Not after `close`."""
        answer: _Answer = SimpleQueue()
        self._wanted.put(answer)
        session = answer.get()
        if session is None:
            raise OSError
        return session

    def close(self) -> None:
        """End the idle process, and the thread once those taken have ended."""
        self._wanted.put(None)
        self._keeper.join()

    # --- the keeper thread

    def _keep(self) -> None:
        taken: list[Session] = []
        ready = self._warm()
        while True:
            try:
                answer = self._wanted.get(timeout=_PAUSE_S if ready is None else None)
            except Empty:
                ready = self._warm()
                continue
            if answer is None:
                break
            given = self._living(ready)
            ready = None
            taken = [session for session in (*taken, given) if session is not None and session.alive]
            answer.put(given)
        if ready is not None:
            ready.send(Close())
            ready.end()
        for session in taken:
            session.wait_for_end()

    def _warm(self) -> Session | None:
        session = self._started()
        if session is not None:
            session.send(WarmUp())
        return session

    def _living(self, ready: Session | None) -> Session | None:
        if ready is not None and ready.alive:
            return ready
        if ready is not None:
            ready.end()
        return self._started()

    def _started(self) -> Session | None:
        try:
            return Session(self._entry)
        except OSError:  # too many processes: whoever wants one is told
            return None
