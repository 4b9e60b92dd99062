"""A function run in a process of its own: for what is slow or hostile and belongs to no open document.

Strategy: one thread starts the process, sends the call, hands progress on and waits for the answer; it lives as long as the
process (Linux ends a process with the thread that started it). Cancelling is heard whenever the function calls progress; who
does not listen, takes too long or falls silent is killed. The function must stand at the top of a module without Qt in its
imports; arguments and result are pickled.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar, cast

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.jobs import process
from app.jobs.session import Conversation
from app.jobs.travel import packed, unpacked
from app.progress import Progress, ProgressParams, silent

T = TypeVar("T")

_CANCEL_GRACE_S = 3.0  # a function that does not call progress for longer is killed
_SILENCE_S = 300.0
_PROGRESS_EVERY_S = 0.05  # no window shows more
_WAKE_EVERY_S = 0.5  # Windows delivers Ctrl+C only between two waits


@dataclass(frozen=True, slots=True)
class _Call:
    function: Callable[..., object]
    args: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Cancel:
    pass


@dataclass(frozen=True, slots=True)
class _Step:
    fraction: float
    code: str
    params: ProgressParams


@dataclass(frozen=True, slots=True)
class _Returned:
    value: object


@dataclass(frozen=True, slots=True)
class _Failed:
    error: KlausellupeError


class _Conversation(Conversation[_Call | _Cancel, _Step | _Returned | _Failed]):
    """Both what it is given and what it returns may be long."""

    def _put(self, request: _Call | _Cancel) -> None:
        self._pipe.send_bytes(packed(request))

    def _take(self) -> _Step | _Returned | _Failed:
        return cast(_Step | _Returned | _Failed, unpacked(self._pipe.recv_bytes()))


class Task(Generic[T]):
    """`function(*args, progress=…)` in a process; starts at once.

    Either `done` or `failed` is called once, after the process has ended; `progress` before, if at all. They are called in
    a thread of ours and must return soon. `failed` gets an ExpectedError, a BugError or Cancelled. `timeout`: seconds in
    all; `silence`: seconds without progress.
    """

    def __init__(
        self,
        function: Callable[..., T],
        *args: object,
        done: Callable[[T], None],
        failed: Callable[[KlausellupeError], None],
        progress: Progress = silent,
        timeout: float | None = None,
        silence: float = _SILENCE_S,
    ) -> None:
        self._call = _Call(function, args)
        self._done, self._failed, self._progress = done, failed, progress
        self._silence = silence
        self._deadline = None if timeout is None else time.monotonic() + timeout
        self._lock = threading.Lock()  # guards what follows
        self._conversation: _Conversation | None = None
        self._give_up_at: float | None = None  # cancelled: when patience ends
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="klausellupe-task", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Give up politely; it fails with Cancelled unless it is done already. A function that does not listen is killed."""
        self._give_up(_CANCEL_GRACE_S)

    def stop(self, *, wait: bool = True) -> None:
        """Kill the process. No callback is called after it with `wait`."""
        self._stopped = True
        self._give_up(0.0)
        if wait and threading.current_thread() is not self._thread:
            self._thread.join()

    @property
    def ended(self) -> bool:
        """Whether no thread and no process of it is left."""
        return not self._thread.is_alive()

    def _give_up(self, patience: float) -> None:
        with self._lock:
            latest = time.monotonic() + patience
            self._give_up_at = latest if self._give_up_at is None else min(latest, self._give_up_at)
            conversation = self._conversation
        if conversation is not None:
            conversation.send(_Cancel())
            conversation.wake()

    # --- our thread

    def _run(self) -> None:
        try:
            answer = self._answer()
        except Exception as error:  # noqa: BLE001 - the border: what cannot be pickled becomes a report
            answer = _Failed(BugError(process.bug_report(error)))
        if self._stopped:
            return
        if isinstance(answer, _Returned):
            self._done(cast(T, answer.value))
        else:
            self._failed(answer.error)

    def _answer(self) -> _Returned | _Failed:
        try:
            conversation = _Conversation(_main)
        except OSError:  # no process to be had
            return _Failed(ExpectedError(ErrorCode.TASK_DIED, {"reason": "start"}))
        with self._lock:
            self._conversation = conversation
        try:
            conversation.send(self._call)
            answer, timed_out = self._hear(conversation)
        finally:
            with self._lock:
                self._conversation = None
            conversation.end()
        return answer or _Failed(self._cause(conversation, timed_out=timed_out))

    def _hear(self, conversation: _Conversation) -> tuple[_Returned | _Failed | None, bool]:
        """The answer, if the process gave one, and whether it was killed for being late."""
        heard, killed = time.monotonic(), False
        while True:
            try:
                told = conversation.receive(None if killed else self._time_left(heard))
            except EOFError:
                return None, killed
            if isinstance(told, _Step):
                heard = time.monotonic()
                self._hand_on(told)
            elif told is not None:
                return told, killed
            elif not killed and self._time_left(heard) == 0:
                killed = True
                conversation.kill()

    def _time_left(self, heard: float) -> float:
        with self._lock:
            times = [t for t in (self._deadline, self._give_up_at) if t is not None]
        return max(0.0, min(*times, heard + self._silence, float("inf")) - time.monotonic())

    def _hand_on(self, step: _Step) -> None:
        if not self._stopped and self._give_up_at is None:
            self._progress(step.fraction, step.code, step.params)

    def _cause(self, conversation: _Conversation, *, timed_out: bool) -> KlausellupeError:
        if self._give_up_at is not None:
            return Cancelled()
        if timed_out:
            return ExpectedError(ErrorCode.TASK_TIMEOUT)
        return ExpectedError(ErrorCode.TASK_DIED, {"reason": "memory" if conversation.ran_out_of_memory else "crash"})


def run_task(
    function: Callable[..., T],
    *args: object,
    progress: Progress = silent,
    timeout: float | None = None,
    silence: float = _SILENCE_S,
) -> T:
    """The same while the caller waits: for the command line.

    Raises ExpectedError, BugError, or Cancelled on Ctrl+C and from `progress`, which is called in this thread.
    """
    told: SimpleQueue[_Step | _Returned | _Failed] = SimpleQueue()
    task = Task(
        function,
        *args,
        done=lambda value: told.put(_Returned(value)),
        failed=lambda error: told.put(_Failed(error)),
        progress=lambda *step: told.put(_Step(*step)),
        timeout=timeout,
        silence=silence,
    )
    try:
        return cast(T, _wait(told, progress))
    except KeyboardInterrupt as interrupt:
        raise Cancelled from interrupt
    finally:
        task.stop()


def _wait(told: SimpleQueue[_Step | _Returned | _Failed], progress: Progress) -> object:
    while True:
        try:
            heard = told.get(timeout=_WAKE_EVERY_S)
        except Empty:
            continue
        match heard:
            case _Returned(value):
                return value
            case _Failed(error):
                raise error
            case _Step(fraction, code, params):
                progress(fraction, code, params)


# --- the process ------------------------------------------------------------------------------------------------------------


class _Ended(BaseException):
    """The other side is gone: nobody is left to tell. No Exception: the function must not mistake it for its own."""


def _main(connection: Connection) -> None:
    process.prepare()
    with suppress(_Ended):
        _tell(connection, _outcome(connection))
    connection.close()


def _outcome(connection: Connection) -> bytes:
    """The answer, pickled."""
    try:
        call = _receive(connection)
        return packed(_Returned(call.function(*call.args, progress=_progress(connection))))
    except MemoryError:
        process.end_for_want_of_memory()
    except KlausellupeError as error:
        return packed(_Failed(error))
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report
        return packed(_Failed(BugError(process.bug_report(error))))


def _receive(connection: Connection) -> _Call:
    try:
        call: _Call = connection.recv()
    except EOFError as error:
        raise _Ended from error
    return call


def _progress(connection: Connection) -> Progress:
    """Tells the other side, not too often, and hears whether it gave up: then it raises Cancelled."""
    told = 0.0

    def report(fraction: float, code: str, params: ProgressParams) -> None:
        nonlocal told
        if _poll(connection):
            raise Cancelled
        if time.monotonic() - told >= _PROGRESS_EVERY_S:
            told = time.monotonic()
            _tell(connection, packed(_Step(fraction, code, dict(params))))

    return report


def _poll(connection: Connection) -> bool:
    """Nothing but a cancel ever comes after the call."""
    try:
        return connection.poll()
    except OSError as error:
        raise _Ended from error


def _tell(connection: Connection, told: bytes) -> None:
    try:
        connection.send_bytes(told)
    except OSError as error:
        raise _Ended from error
