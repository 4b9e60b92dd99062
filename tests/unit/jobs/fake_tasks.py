"""Functions for tasks. Importable by the spawned process."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from app.errors import ErrorCode, ExpectedError

SECRET = "Der Kunde schuldet nichts."


def product(a, b, *, progress):
    progress(0.5, "evaluating", {"n": 1})
    return a * b


def modules(*, progress):
    return sorted(sys.modules)


def counts(to=1000, *, progress):
    for n in range(to):
        time.sleep(0.01)
        progress(n / to, "evaluating", {"n": n})
    return to


def sleeps(*, progress):
    progress(0.1, "evaluating", {})
    time.sleep(60)


def crashes(*, progress):
    os._exit(3)


def no_memory(*, progress):
    raise MemoryError


def expected(*, progress):
    raise ExpectedError(ErrorCode.PACK_INVALID, {"name": "x.toml"})


def bug(*, progress):
    try:
        {}[SECRET]
    except KeyError as error:
        raise ValueError(SECRET) from error


def unpicklable(*, progress):
    return lambda: None


def reads_nothing(*, progress):
    Path("/none/at/all").read_bytes()  # an OSError of the function's own
