"""The asking side of a document's worker process: used by the window and by the command line.

Strategy: requests go into a queue and return at once. A sending thread starts the process when there is something to ask
and gives a new process the document first; a receiving thread per process hands replies to the callback, watches deadlines
and the process's end. A process that fell silent for too long (`guard`) is killed. What it was busy with is to blame for its end:
a page that was read is left out and everything asked again, a few times; a page that was drawn fails, so does an
analysis without a page to blame; what else was asked is asked again. Shared memory belongs to this side from creation to removal,
so that a dying worker leaves none behind.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from app.errors import Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.jobs import worker
from app.jobs.asked import Asked
from app.jobs.guard import Guard, Limits, Step
from app.jobs.knownreading import KnownReading
from app.jobs.messages import (
    Analyse,
    Analysed,
    Began,
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
    Understand,
    Understood,
)
from app.jobs.session import Entry, Session
from app.jobs.spare import SpareWorker
from app.models.facts import DealFacts
from app.models.reading import Correction, Reading

_CANCEL_GRACE_S = 3.0  # a stage that does not call progress for longer is killed
_STOP_GRACE_S = 1.0
_PROGRESS_EVERY_S = 0.05  # no window shows more
_USUAL = Limits()


class DocumentWorker:
    """One document's worker. `on_reply` is called in a thread of ours, once per reply, and must return soon.

    `reading`: of a document that was read before, so that it can be evaluated without being read again.
    """

    def __init__(
        self,
        document: Document,
        on_reply: Callable[[Reply], None],
        *,
        entry: Entry = worker.main,
        limits: Limits = _USUAL,
        spare: SpareWorker | None = None,
        reading: Reading | None = None,
    ) -> None:
        self._document = document
        self._on_reply = on_reply
        self._entry = entry
        self._limits = limits
        self._spare = spare
        self._restarts = 0
        self._progress_at = 0.0
        self._numbers = count(1)
        self._queue: SimpleQueue[Job | Cancel | Close] = SimpleQueue()
        self._lock = threading.Lock()  # guards what follows
        self._asked: dict[int, Asked] = {}
        self._session: Session | None = None
        self._known = KnownReading(reading)
        self._stop_at: float | None = None
        self._threads: list[threading.Thread] = []

    # --- requests: return at once

    def analyse(
        self,
        library: Path,
        facts: DealFacts,
        corrections: tuple[Correction, ...] = (),
        *,
        timeout: float | None = None,
        viewed: bool = False,
    ) -> int:
        """Read, understand, evaluate; `timeout` in seconds. Replies: PageSizes, Progressed…, Analysed or Failed.

        `viewed`: pages will be asked for as soon as their sizes are known, and are drawn before the reading begins.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        return self._ask(Analyse(next(self._numbers), library, facts, viewed, corrections), deadline)

    def evaluate(self, library: Path, facts: DealFacts) -> int:
        """Evaluate again. Replies: Progressed…, Analysed or Failed."""
        return self._ask(Evaluate(next(self._numbers), library, facts))

    def understand(self, corrections: tuple[Correction, ...], library: Path, facts: DealFacts) -> int:
        """Understand again with these corrections, and evaluate. Replies: Progressed…, Analysed or Failed."""
        return self._ask(Understand(next(self._numbers), corrections, library, facts))

    def render(self, page: int, width: int, height: int, clip: tuple[int, int, int, int] | None = None) -> int:
        """Draw a PDF page (1-based) with `width` × `height` pixels, or a part of it. Replies: Rendered or Failed."""
        return self._ask(Render(next(self._numbers), page, width, height, clip))

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
            self._asked[request.job] = Asked(request, deadline=deadline, overdue=_too_late())
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
                self._try_to_send(request)
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

    def _try_to_send(self, request: Job) -> None:
        try:
            self._send_job(request)
        except OSError:  # no process or no shared memory to be had
            self._fail(request.job, ExpectedError(ErrorCode.WORKER_DIED, {"reason": "start"}))

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

    def _completed(self, asked: Asked, session: Session) -> Job:
        """The request with what this very process needs."""
        request = asked.request
        if isinstance(request, Evaluate | Understand):
            return self._known.complete(request, session)
        return asked.with_memory(request) if isinstance(request, Render) else request

    def _running_session(self) -> Session | None:
        """The process, started if there is none; None once we are stopping."""
        with self._lock:
            if self._session is not None or self._stop_at is not None:
                return self._session
        session = Session(self._entry) if self._spare is None else self._spare.take()
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
        guard = Guard(self._limits)
        killed = False
        while True:
            try:
                reply = session.receive(None if killed else self._time_left(guard))
            except EOFError:
                break
            if reply is not None:
                guard.hear(reply)
                self._take(reply, session)
            elif not killed and self._time_left(guard) == 0:
                killed = True
                session.kill()
        with self._lock:
            self._session = None
        session.end()
        self._settle(session, guard, killed=killed)

    def _time_left(self, guard: Guard) -> float | None:
        with self._lock:
            times = [a.deadline for a in self._asked.values() if a.deadline is not None]
            times += [] if self._stop_at is None else [self._stop_at]
        times += [] if guard.deadline is None else [guard.deadline]
        return max(0.0, min(times) - time.monotonic()) if times else None

    def _take(self, reply: Reply, session: Session) -> None:
        match reply:
            case Began():
                pass
            case PageSizes(job):
                self._announce(job, reply)
            case Progressed():
                self._hand_progress_on(reply)
            case Analysed(job) | Evaluated(job) | Understood(job):
                with self._lock:
                    whole = self._known.learn(reply, session)
                self._finish(job, whole)
            case Rendered(job):
                self._finish(job, self._with_pixels(reply))
            case Failed(job):
                self._finish(job, reply)

    def _announce(self, job: int, reply: PageSizes) -> None:
        """Once: a second process that goes on with the job says the same."""
        with self._lock:
            asked = self._asked.get(job)
            if asked is None or asked.sizes_known:
                return
            asked.sizes_known = True
        self._hand_on(reply)

    def _hand_progress_on(self, reply: Progressed) -> None:
        now = time.monotonic()
        if now - self._progress_at >= _PROGRESS_EVERY_S:
            self._progress_at = now
            self._hand_on(reply)

    def _with_pixels(self, reply: Rendered) -> Rendered:
        with self._lock:
            asked = self._asked.get(reply.job)
        return reply if asked is None else asked.with_pixels(reply)

    def _settle(self, session: Session, guard: Guard, *, killed: bool) -> None:
        """After a process's end: its jobs fail, or are asked again where it died for another's sake."""
        lost, overdue = self._lost(session)
        timed_out = killed and not overdue
        blamed = None if overdue else guard.step
        again = killed or guard.step is not None
        if blamed is not None and self._leave_page_out(blamed, timed_out=timed_out):
            blamed = None
        reason = _too_late() if timed_out else _died(session)
        for asked in lost:
            job = asked.request.job
            if self._stop_at is not None:
                self._fail(job, Cancelled())
            elif job in overdue:
                self._fail(job, asked.overdue or reason)
            elif again and (blamed is None or blamed.job != job):
                self._queue.put(asked.request)
            else:
                self._fail(job, reason)

    def _lost(self, session: Session) -> tuple[list[Asked], set[int]]:
        """The jobs that the process was given, and those of them whose own time is over or that were cancelled."""
        now = time.monotonic()
        with self._lock:
            lost = [a for a in self._asked.values() if a.session is session]
            for asked in lost:
                asked.session = None
        return lost, {a.request.job for a in lost if a.cancelled or (a.deadline is not None and a.deadline <= now)}

    def _leave_page_out(self, step: Step, *, timed_out: bool) -> bool:
        """Whether there is a page to leave out and the document may have another process."""
        options = self._document.options
        known = {page for page, _ in options.skipped}
        if step.page is None or step.page in known or self._restarts >= self._limits.restarts:
            return False
        self._restarts += 1
        skipped = (*options.skipped, (step.page, "page_timeout" if timed_out else "page_crashed"))
        self._document = replace(self._document, options=replace(options, skipped=skipped))
        return True

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

    def _forget(self, asked: Asked) -> None:
        self._asked.pop(asked.request.job, None)
        asked.release()

    def _hand_on(self, reply: Reply) -> None:
        if self._stop_at is None:
            self._on_reply(reply)


def _too_late() -> KlausellupeError:
    return ExpectedError(ErrorCode.WORKER_TIMEOUT)


def _died(session: Session) -> KlausellupeError:
    return ExpectedError(ErrorCode.WORKER_DIED, {"reason": "memory" if session.ran_out_of_memory else "crash"})
