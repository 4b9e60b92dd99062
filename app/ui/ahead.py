"""What a document's page is made of is loaded while nobody waits for it, so that neither the start of the program nor the first document
pays for it.

Strategy: a thread imports it, once the window is there. Python lets the window's thread in between; who opens a document earlier waits
for no more than he would load himself.
"""

from __future__ import annotations

import importlib
import threading

_WANTED = ("app.ui.presenter", "app.ui.casefile")


class Ahead:
    """`start` it once; `wait` at the end of the program."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Returns at once."""
        self._thread = threading.Thread(target=_load, name="klausellupe-ahead", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """No thread outlives the window."""
        if self._thread is not None:
            self._thread.join()


def _load() -> None:
    for name in _WANTED:
        importlib.import_module(name)
