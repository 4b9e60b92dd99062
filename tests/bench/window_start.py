"""The program as it starts, or a bare window, until it is usable: `python -m tests.bench.window_start program|bare`.

Usable: the window is shown and painted, and an event posted after that has been handled. Printed is the clock then
(`time.monotonic`, one for all processes of a machine), which whoever started this process compares with the clock before, and which
modules are loaded by then. The program's own `run` is what runs; only the window it makes is told to say when it is usable.
"""

from __future__ import annotations

import json
import sys
import time


def watched(kind: type) -> type:
    """The same window; at its first picture it says when it is usable, and closes."""
    from PySide6.QtCore import QTimer

    class Watched(kind):
        _painted = False

        def paintEvent(self, event) -> None:
            super().paintEvent(event)
            if not self._painted:
                self._painted = True
                QTimer.singleShot(0, self._usable)

        def _usable(self) -> None:
            said = {"clock": time.monotonic(), "modules": sorted(sys.modules)}
            QTimer.singleShot(0, self.close)
            print(json.dumps(said), flush=True)

    return Watched


def bare() -> None:
    """What Qt for Python takes for itself."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = watched(QMainWindow)()
    window.resize(1200, 800)
    window.show()
    application.exec()


def program() -> None:
    """As `klausellupe` without a file."""
    from app.ui import application

    application.MainWindow = watched(application.MainWindow)
    application.run([])


if __name__ == "__main__":
    {"bare": bare, "program": program}[sys.argv[1]]()
