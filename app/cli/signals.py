"""Being told to end (SIGTERM, SIGHUP) is Ctrl+C: the worker is ended, nothing half written is left, exit code 130.

Without this the program would die where it stands and its worker would not hear of it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_NAMES: Final = ("SIGTERM", "SIGHUP")  # Windows knows no SIGHUP


@contextmanager
def ends_as_interrupts() -> Iterator[None]:
    """Within, these signals raise KeyboardInterrupt in the main thread; one that is ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set handlers
        return
    signals = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    taken = [number for number in signals if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)
