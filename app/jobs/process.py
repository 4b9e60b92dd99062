"""How a worker process protects itself and the user: limits, no interrupts, no chatter.

Everything here is best effort where the platform has no such means (Windows has neither rlimits nor SIGINT masks).
"""

from __future__ import annotations

import logging
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

MEMORY_LIMIT = 4 * 1024**3  # address space: spaCy and a 2,000-page PDF stay far below; a bomb does not take the machine


def prepare() -> None:
    """Called first in the child."""
    _limit_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's business: it ends us politely
    logging.getLogger().addHandler(logging.NullHandler())  # log messages of readers may quote the document


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
