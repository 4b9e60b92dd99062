"""The window: the only code that imports Qt."""

from __future__ import annotations

import ctypes
import sys


def _keep_singletons_alive() -> None:
    """WORKAROUND: PySide6 6.12.0 gives away a reference to None (or True, …) with every method that returns it.

    Its wheels are built for Pythons where these are immortal (3.12 and later). Before that the count runs out after some
    thousand calls and Python aborts with "deallocating None". With this many references it lasts for ever.
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython" and sys.maxsize > 2**32:
        for singleton in (None, True, False, NotImplemented, Ellipsis):
            ctypes.c_ssize_t.from_address(id(singleton)).value += 1 << 40


_keep_singletons_alive()
