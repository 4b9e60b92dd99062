"""How a worker process protects itself and the user: limits, no interrupts, no chatter, no life without its parent.

Everything here is best effort where the platform has no such means (Windows has neither rlimits nor SIGINT masks).
A parent that is killed cannot end its worker, and a worker that computes does not look into the pipe. Linux ends it then
(and needs the starting thread to live as long: `Session.wait_for_end`); elsewhere a thread of the worker's own does.
The same thread watches the memory there: Linux refuses what is too much, macOS and Windows give it.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import Final, NoReturn

from app.jobs import memory

MEMORY_LIMIT = 4 * 1024**3  # address space: spaCy and a 2,000-page PDF stay far below; a bomb does not take the machine
_PR_SET_PDEATHSIG: Final = 1  # linux/prctl.h
_ORPHANED: Final = 1  # exit code that nobody is left to read
OUT_OF_MEMORY: Final = 77  # exit code
_LOOK_AT_MEMORY_EVERY_S = 0.25


def prepare() -> None:
    """Called first in the child."""
    _end_with_parent()
    _limit_memory()
    calm_collector()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's business: it ends us politely
    logging.getLogger().addHandler(logging.NullHandler())  # log messages of readers may quote the document


def calm_collector() -> None:
    """Look for garbage less often: a document is hundreds of thousands of small objects that last, and none in a circle."""
    gc.set_threshold(100_000, 20, 20)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform != "linux":
        threading.Thread(target=_watch, args=(parent,), name="klausellupe-watch", daemon=True).start()
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent.pid:  # it died before we asked
        os._exit(_ORPHANED)


def _watch(parent: BaseProcess) -> None:
    while not connection.wait([parent.sentinel], _LOOK_AT_MEMORY_EVERY_S):
        if memory.peak() > MEMORY_LIMIT:
            end_for_want_of_memory()
    os._exit(_ORPHANED)


def end_for_want_of_memory() -> NoReturn:
    """At once: nothing that was half done can be trusted. The exit code tells the asking side why."""
    os._exit(OUT_OF_MEMORY)


def _limit_memory() -> None:
    if sys.platform != "linux":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Around the start of a child: it inherits the mask, so Ctrl+C cannot hit it before `prepare`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def bug_report(error: BaseException) -> str:
    """The traceback without any error message: messages (`KeyError: '…'`) may quote the document."""
    parts = []
    current: BaseException | None = error
    while current is not None:
        frames = "".join(traceback.format_tb(current.__traceback__))
        parts.append(f"{frames}{type(current).__module__}.{type(current).__qualname__}\n")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(reversed(parts))
