"""The asking side of a document's worker process: used by the window and by the command line.

Strategy: requests go into a queue and return at once. A sending thread starts the process when there is something to ask
and gives a new process the document first; a receiving thread per process hands replies to the callback, watches deadlines
and the process's end. A dead process fails the jobs it was given (`WORKER_DIED`); one that we killed because a cancelled
job did not listen fails only that job, the others are asked again. Shared memory belongs to this side from creation to
removal, so that a dying worker leaves none behind.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from queue import SimpleQueue

from app.errors import Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.jobs import worker
from app.jobs.messages import (
    Analyse,
    Analysed,
    Cancel,
    Close,
    Document,
    Evaluate,
    Evaluated,
    Failed,
    Job,
    Load,
    PageSizes,
    Progressed,
    Render,
    Rendered,
    Reply,
    with_reading,
)
from app.jobs.session import Entry, Session
from app.models.facts import DealFacts
from app.models.reading import Reading

_CANCEL_GRACE_S = 3.0  # a stage that does not call progress for longer is killed
_STOP_GRACE_S = 1.0


@dataclass(slots=True)
class _Asked:
    """A job without an answer. At `deadline` the process is killed and the job fails with `overdue`."""

    request: Job
    session: Session | None = None
    segment: SharedMemory | None = None
    deadline: float | None = None
    overdue: KlausellupeError | None = None


class DocumentWorker:
    """One document's worker. `on_reply` is called in a thread of ours, once per reply, and must return soon."""

    def __init__(self, document: Document, on_reply: Callable[[Reply], None], *, entry: Entry = worker.main) -> None:
        self._document = document
        self._on_reply = on_reply
        self._entry = entry
        self._numbers = count(1)
        self._queue: SimpleQueue[Job | Cancel | Close] = SimpleQueue()
        self._lock = threading.Lock()  # guards what follows
        self._asked: dict[int, _Asked] = {}
        self._session: Session | None = None
        self._reading: Reading | None = None
        self._informed: Session | None = None  # the process that has the reading
        self._stop_at: float | None = None
        self._threads: list[threading.Thread] = []

    # --- requests: return at once

    def analyse(self, library: Path, facts: DealFacts, *, timeout: float | None = None) -> int:
        """Read, understand, evaluate; `timeout` in seconds. Replies: PageSizes, Progressed…, Analysed or Failed."""
        deadline = None if timeout is None else time.monotonic() + timeout
        return self._ask(Analyse(next(self._numbers), library, facts), deadline)

    def evaluate(self, library: Path, facts: DealFacts) -> int:
        """Evaluate again. Replies: Progressed…, Analysed or Failed."""
        return self._ask(Evaluate(next(self._numbers), library, facts))

    def render(self, page: int, width: int, height: int) -> int:
        """Draw a PDF page (1-based) with `width` × `height` pixels. Replies: Rendered or Failed."""
        return self._ask(Render(next(self._numbers), page, width, height))

    def cancel(self, job: int) -> None:
        """Give up; the job fails with Cancelled. A worker that does not listen is killed."""
        with self._lock:
            asked = self._asked.get(job)
            if asked is None:
                return
            asked.deadline, asked.overdue = time.monotonic() + _CANCEL_GRACE_S, Cancelled()
            session = self._session
        self._queue.put(Cancel(job))
        if session is not None:
            session.wake()

    def stop(self, *, wait: bool = True) -> None:
        """End process and threads: politely, then by force. No reply comes after it with `wait`."""
        with self._lock:
            if self._stop_at is None:
                self._stop_at = time.monotonic() + _STOP_GRACE_S
                self._queue.put(Close())
            session, threads = self._session, tuple(self._threads)
        if session is not None:
            session.wake()
        while wait and threads:
            for thread in threads:
                thread.join()
            with self._lock:  # the sending thread may just have started another
                threads = tuple(thread for thread in self._threads if thread.is_alive())

    @property
    def ended(self) -> bool:
        """Whether no thread and no process of it is left."""
        with self._lock:
            return not any(thread.is_alive() for thread in self._threads)

    def _ask(self, request: Job, deadline: float | None = None) -> int:
        with self._lock:
            if self._stop_at is not None:
                raise RuntimeError("the worker was stopped")
            self._asked[request.job] = _Asked(request, deadline=deadline, overdue=_too_late(deadline))
            if not self._threads:
                self._start_thread(self._send_all, "klausellupe-send")
        self._queue.put(request)
        return request.job

    def _start_thread(self, run: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=run, name=name, daemon=True)
        thread.start()
        self._threads = [*(t for t in self._threads if t.is_alive()), thread]

    # --- the sending thread

    def _send_all(self) -> None:
        while not isinstance(request := self._queue.get(), Close):
            if isinstance(request, Cancel):
                self._send_cancel(request)
            else:
                self._send_job(request)
        with self._lock:
            session = self._session
        if session is not None:
            session.send(request)
            session.wait_for_end()
        self._drop_unsent()

    def _send_cancel(self, request: Cancel) -> None:
        with self._lock:
            asked = self._asked.get(request.job)
        if asked is None:
            return
        if asked.session is None:
            self._fail(request.job, Cancelled())
        else:
            asked.session.send(request)

    def _send_job(self, request: Job) -> None:
        while (session := self._running_session()) is not None:
            with self._lock:
                asked = self._asked.get(request.job)
                if asked is None:
                    return
                if session is self._session:  # from here on the receiving thread answers for the job
                    asked.session = session
                    request = self._completed(asked, session)
                    break
        else:
            return
        session.send(request)

    def _completed(self, asked: _Asked, session: Session) -> Job:
        """The request with what this very process needs."""
        request = asked.request
        if isinstance(request, Evaluate) and session is not self._informed:
            self._informed = session
            return replace(request, reading=self._reading)
        if isinstance(request, Render):
            asked.segment = asked.segment or SharedMemory(create=True, size=request.width * request.height * 4)
            return replace(request, segment=asked.segment.name)
        return request

    def _running_session(self) -> Session | None:
        """The process, started if there is none; None once we are stopping."""
        with self._lock:
            if self._session is not None or self._stop_at is not None:
                return self._session
        session = Session(self._entry)
        with self._lock:
            self._session = session
            self._start_thread(lambda: self._receive_all(session), "klausellupe-receive")
        session.send(Load(self._document))
        return session

    def _drop_unsent(self) -> None:
        with self._lock:
            for asked in [a for a in self._asked.values() if a.session is None]:
                self._forget(asked)

    # --- the receiving thread

    def _receive_all(self, session: Session) -> None:
        killed = False
        while True:
            try:
                reply = session.receive(None if killed else self._time_left())
            except EOFError:
                break
            if reply is not None:
                self._take(reply, session)
            elif self._overdue():
                killed = True
                session.kill()
        with self._lock:
            self._session = None
        session.end()
        self._settle(session, killed)

    def _time_left(self) -> float | None:
        with self._lock:
            times = [a.deadline for a in self._asked.values() if a.deadline is not None]
            times += [] if self._stop_at is None else [self._stop_at]
        return max(0.0, min(times) - time.monotonic()) if times else None

    def _overdue(self) -> bool:
        left = self._time_left()
        return left is not None and left <= 0

    def _take(self, reply: Reply, session: Session) -> None:
        match reply:
            case PageSizes() | Progressed():
                self._hand_on(reply)
            case Analysed(job, analysis):
                with self._lock:
                    self._reading, self._informed = analysis.reading, session
                self._finish(job, reply)
            case Evaluated(job):
                reading = self._reading
                if reading is not None:
                    self._finish(job, with_reading(reply, reading))
            case Rendered(job):
                self._finish(job, self._with_pixels(reply))
            case Failed(job):
                self._finish(job, reply)

    def _with_pixels(self, reply: Rendered) -> Rendered:
        with self._lock:
            asked = self._asked.get(reply.job)
        if asked is None or asked.segment is None or asked.segment.buf is None:
            return reply
        return replace(reply, pixels=bytes(asked.segment.buf[: reply.width * reply.height * 4]))

    def _settle(self, session: Session, killed: bool) -> None:
        """After a process's end: its jobs fail, or are asked again where the process died for another's sake."""
        now = time.monotonic()
        with self._lock:
            lost = [a for a in self._asked.values() if a.session is session]
            for asked in lost:
                asked.session = None
        for asked in lost:
            overdue = asked.overdue if asked.deadline is not None and asked.deadline <= now else None
            if self._stop_at is not None:
                self._fail(asked.request.job, Cancelled())
            elif killed and overdue is None:
                self._queue.put(asked.request)
            else:
                self._fail(asked.request.job, overdue or ExpectedError(ErrorCode.WORKER_DIED, {"reason": "crash"}))

    # --- the end of a job

    def _fail(self, job: int, error: KlausellupeError) -> None:
        self._finish(job, Failed(job, error))

    def _finish(self, job: int, reply: Reply) -> None:
        with self._lock:
            asked = self._asked.get(job)
            if asked is None:
                return
            self._forget(asked)
        self._hand_on(reply)

    def _forget(self, asked: _Asked) -> None:
        self._asked.pop(asked.request.job, None)
        if asked.segment is not None:
            asked.segment.close()
            asked.segment.unlink()

    def _hand_on(self, reply: Reply) -> None:
        if self._stop_at is None:
            self._on_reply(reply)


def _too_late(deadline: float | None) -> KlausellupeError | None:
    return None if deadline is None else ExpectedError(ErrorCode.WORKER_TIMEOUT)
