"""One function called in a process of its own while the caller's thread waits: copies, comparisons, previews.

Strategy: a `Task` (its limits, its end with ours, its errors) and a loop that also looks whether the caller wants it any more. The
functions return what they made and change nothing outside, so stopping one is killing it. Any thread may wait, the window's worker threads
and the command line's only one alike.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event
from typing import TypeVar, cast

from app.errors import Cancelled, KlausellupeError
from app.jobs.task import Task
from app.progress import Progress, ProgressParams

T = TypeVar("T")

_LOOK_EVERY_S = 0.1  # how long a stop may go unheard; Windows delivers Ctrl+C only between two waits

_Done = tuple[object]
_Step = tuple[float, str, ProgressParams]


def isolated(
    function: Callable[..., T],
    *args: object,
    timeout: float,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> T:
    """The result of `function(*args)`, or of `function(*args, progress=…)` where `progress` is given; it is called in this thread.

    The function stands at the top of a module without Qt in its imports; arguments and result pickle. Raises what it raised as ExpectedError
    or BugError, ExpectedError where its process died or took longer than `timeout` seconds, Cancelled after `stop.set()` (from any thread), on
    Ctrl+C and from `progress`.
    """
    told: SimpleQueue[_Done | KlausellupeError | _Step] = SimpleQueue()
    task: Task[T] = Task(
        *((function,) if progress is not None else (quietly, function)),
        *args,
        done=lambda value: told.put((value,)),
        failed=told.put,
        progress=lambda *step: told.put(step),
        timeout=timeout,
        silence=timeout,
    )
    try:
        return cast(T, _wait(told, progress, stop))
    except KeyboardInterrupt as interrupt:
        raise Cancelled from interrupt
    finally:
        task.stop()


def quietly(function: Callable[..., T], *args: object, progress: Progress) -> T:
    """A function that tells no progress, as a task."""
    return function(*args)


def _wait(told: SimpleQueue[_Done | KlausellupeError | _Step], progress: Progress | None, stop: Event | None) -> object:
    while True:
        if stop is not None and stop.is_set():
            raise Cancelled
        try:
            heard = told.get(timeout=_LOOK_EVERY_S)
        except Empty:
            continue
        if isinstance(heard, KlausellupeError):
            raise heard
        if len(heard) == 1:
            return heard[0]
        if progress is not None:
            progress(*heard)
