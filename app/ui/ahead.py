"""What a document's page is made of is loaded while nobody waits for it, so that neither the start of the program nor the first document
pays for it.

Strategy: a thread imports it, once the window is there. Python lets the window's thread in between; who opens a document earlier waits
for no more than he would load himself. Icons can only be drawn in the window's thread: in slices.
"""

from __future__ import annotations

import importlib
import threading

from PySide6.QtCore import QObject

from app.ui.icons import draw_all
from app.ui.slices import Slices

_WANTED = ("app.ui.presenter", "app.ui.casefile", "app.ui.exporting.dialog")


class Ahead(QObject):
    """`start` it once; `wait` at the end of the program."""

    def __init__(self) -> None:
        super().__init__()
        self._icons = Slices(self)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Returns at once."""
        self._thread = threading.Thread(target=_load, name="klausellupe-ahead", daemon=True)
        self._thread.start()
        self._icons.start(draw_all(), lambda _: None)

    def wait(self) -> None:
        """Nothing outlives the window."""
        self._icons.stop()
        if self._thread is not None:
            self._thread.join()


def _load() -> None:
    for name in _WANTED:
        importlib.import_module(name)
