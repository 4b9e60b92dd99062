"""Many documents reviewed by a few worker processes at once: for the command line and the window.

Strategy: a thread for each process takes the next file, asks its process and waits. Linux ends a process with the thread that started it,
so the thread does both. What a process was busy with when it fell silent or died is to blame: a page is left out and the file asked again
by a new process, a few times; else the file has failed and the next one is taken. A process is replaced after some files, because what
readers of strangers' files have gathered is never given back. No file stops the others, and stopping waits for nobody: what workers keep
they write whole or not at all.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final, Protocol

from app.errors import ErrorCode, ExpectedError, KlausellupeError
from app.jobs import batchworker
from app.jobs.batchworker import Ask, Done
from app.jobs.guard import Guard, Limits, Step
from app.jobs.messages import Failed, Progressed
from app.jobs.session import Conversation, Entry
from app.pipeline.batch import BatchRequest, Reviewed, skipping
from app.progress import ProgressParams

PROCESSES: Final = 2
FILES_EACH: Final = 40  # that a process reads before another takes its place
TIMEOUT_S: Final = 1800.0  # of one file
_USUAL: Final = Limits()


class Listener(Protocol):
    """Hears of files by their place in the list; called in threads of the pool, one call at a time, and must return soon."""

    def started(self, index: int) -> None:
        """A process turns to it."""

    def progressed(self, index: int, fraction: float, code: str, params: ProgressParams) -> None:
        """How far it is."""

    def done(self, index: int, reviewed: Reviewed) -> None:
        """It was reviewed."""

    def failed(self, index: int, error: KlausellupeError) -> None:
        """It could not be: an ExpectedError or a BugError."""


@dataclass(frozen=True, slots=True)
class PoolFile:
    """What a process needs of a file; `name` tells its kind."""

    path: Path
    name: str


class Pool:
    """Starts at once. Every file ends in exactly one call of `done` or `failed`, unless the pool is stopped before."""

    def __init__(
        self,
        files: Sequence[PoolFile],
        request: BatchRequest,
        listener: Listener,
        *,
        ended: Callable[[], None] | None = None,
        processes: int = PROCESSES,
        limits: Limits = _USUAL,
        timeout: float = TIMEOUT_S,
        entry: Entry = batchworker.main,
    ) -> None:
        self._files = tuple(files)
        self._request, self._listener, self._ended = request, listener, ended
        self._limits, self._timeout, self._entry = limits, timeout, entry
        self._next = count()
        self._lock = threading.RLock()  # guards what follows, and calls of the listener
        self._talking: set[_Talk] = set()
        self._stopped = False
        number = max(1, min(processes, len(self._files)))
        self._busy = number
        self._threads = [
            threading.Thread(target=self._work, name=f"klausellupe-pool-{n}", daemon=True) for n in range(number)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self, *, wait: bool = True) -> None:
        """End all processes. The listener is not called after it with `wait`; the listener itself must not wait."""
        with self._lock:
            self._stopped = True
            talking = tuple(self._talking)
        for talk in talking:
            talk.kill()
        if wait:
            self.wait()

    def wait(self, timeout: float | None = None) -> bool:
        """Whether everything is done; waits for it, at most `timeout` seconds."""
        until = None if timeout is None else time.monotonic() + timeout
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(None if until is None else max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    # --- threads of the pool

    def _work(self) -> None:
        talk: _Talk | None = None
        try:
            while (index := next(self._next)) < len(self._files) and not self._stopped:
                talk = self._review(index, talk)
        finally:
            if talk is not None:
                self._close(talk)
            self._leave()

    def _leave(self) -> None:
        with self._lock:
            self._busy -= 1
            last = not self._busy and not self._stopped
        if last and self._ended:
            self._ended()

    def _review(self, index: int, talk: _Talk | None) -> _Talk | None:
        """One file to its end; the process for the next one, if this one lives."""
        file, options = self._files[index], self._request.options
        self._tell(partial(self._listener.started, index))
        for left in range(self._limits.restarts, -1, -1):
            try:
                talk = talk or self._open()
            except OSError:  # no process to be had
                self._fail(index, ExpectedError(ErrorCode.WORKER_DIED, {"reason": "start"}))
                return None
            answer = talk.ask(Ask(index, file.path, file.name, options), partial(self._progress, index))
            if isinstance(answer, Done):
                self._tell(partial(self._listener.done, index, answer.reviewed))
                return self._still_good(talk)
            if isinstance(answer, Failed):
                self._fail(index, answer.error)
                return self._still_good(talk)
            self._close(talk)
            talk = None
            if answer.page is None or not left or self._stopped:
                self._fail(index, answer.error)
                return None
            options = skipping(options, answer.page, "page_timeout" if answer.late else "page_crashed")
        return None

    def _still_good(self, talk: _Talk) -> _Talk | None:
        if talk.files < FILES_EACH:
            return talk
        self._close(talk)
        return None

    def _fail(self, index: int, error: KlausellupeError) -> None:
        self._tell(partial(self._listener.failed, index, error))

    def _progress(self, index: int, step: Progressed) -> None:
        self._tell(partial(self._listener.progressed, index, step.fraction, step.code, step.params))

    def _tell(self, call: Callable[[], None]) -> None:
        with self._lock:
            if not self._stopped:
                call()

    def _open(self) -> _Talk:
        talk = _Talk(self._entry, self._request, self._limits, self._timeout)
        with self._lock:
            self._talking.add(talk)
            stopped = self._stopped
        if stopped:
            talk.kill()
        return talk

    def _close(self, talk: _Talk) -> None:
        with self._lock:
            self._talking.discard(talk)
        talk.end()


@dataclass(frozen=True, slots=True)
class _Lost:
    """The process is gone: the page it was busy with, whether it was late, and what to tell of it."""

    page: int | None
    late: bool
    error: KlausellupeError


class _Talk:
    """With one process, in one thread; `kill` in any."""

    def __init__(self, entry: Entry, request: BatchRequest, limits: Limits, timeout: float) -> None:
        self.files = 0
        self._limits, self._timeout = limits, timeout
        self._conversation: Conversation[BatchRequest | Ask | None, object] = Conversation(entry)
        self._conversation.send(request)

    def ask(self, asked: Ask, progress: Callable[[Progressed], None]) -> Done | Failed | _Lost:
        """The answer to one file."""
        self.files += 1
        guard, until, killed = Guard(self._limits), time.monotonic() + self._timeout, False
        self._conversation.send(asked)
        while True:
            try:
                heard = self._conversation.receive(None if killed else self._left(guard, until))
            except EOFError:
                return self._lost(guard.step, late=killed, overdue=killed and time.monotonic() >= until)
            match heard:
                case Done() | Failed():
                    return heard
                case None if not killed and self._left(guard, until) == 0:
                    killed = True
                    self._conversation.kill()
                case None:
                    pass
                case _:
                    guard.hear(heard)  # type: ignore[arg-type]
                    if isinstance(heard, Progressed):
                        progress(heard)

    def _left(self, guard: Guard, until: float) -> float:
        """Before it says anything it starts, which takes a while."""
        stage = time.monotonic() + self._limits.stage_s if guard.deadline is None else guard.deadline
        return max(0.0, min(until, stage) - time.monotonic())

    def _lost(self, step: Step | None, *, late: bool, overdue: bool) -> _Lost:
        """The page is to blame, unless the whole file took too long."""
        self._conversation.end()
        memory = "memory" if self._conversation.ran_out_of_memory else "crash"
        error = (
            ExpectedError(ErrorCode.WORKER_TIMEOUT)
            if late
            else ExpectedError(ErrorCode.WORKER_DIED, {"reason": memory})
        )
        return _Lost(step.page if step and not overdue else None, late, error)

    def kill(self) -> None:
        """At once."""
        self._conversation.kill()

    def end(self) -> None:
        """Politely, then by force."""
        if self._conversation.alive:
            self._conversation.send(None)
        self._conversation.end()
