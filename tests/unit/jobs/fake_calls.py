"""Functions to be called in isolation. Importable by the spawned process."""

from __future__ import annotations

import signal
import sys
import time


def product(a, b):
    return a * b


def chatter():
    """What it says must not reach the caller's terminal by the logs."""
    import logging

    logging.getLogger("pypdf").warning("Der Kunde schuldet nichts.")
    return "said"


def sleeps():
    time.sleep(60)


def sleeps_after_a_step(*, progress):
    progress(0.5, "evaluating", {})
    time.sleep(60)


def twice(values):
    return values + values


def surroundings():
    import multiprocessing

    parent = multiprocessing.parent_process()
    return {
        "qt": [name for name in sys.modules if name.startswith("PySide6")],
        "interrupts": signal.getsignal(signal.SIGINT) is not signal.SIG_IGN,
        "parent": parent.pid if parent else None,
        "memory": _memory_limit(),
    }


def _memory_limit():
    if sys.platform != "linux":
        return None
    import resource

    return resource.getrlimit(resource.RLIMIT_AS)[0]


def takes_memory():
    return len(bytes(1 << 40))
