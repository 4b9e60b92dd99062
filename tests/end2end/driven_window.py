"""The program itself, with somebody at it: a timer that watches its window and does what is asked, then says so on standard output.

`python driven_window.py work FILE`: opens the file, decides on its last finding, stays there; prints a line of JSON when all of it is
stored, and goes on running until it is killed. `python driven_window.py reopen`: opens the first case of the list and prints
what it shows. `python driven_window.py count FILE`: prints how many documents are open.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import paths
from app.models.decisions import Verdict
from app.storage.casestore import CaseStore
from app.ui import application
from app.ui.main_window import MainWindow

_EVERY_MS = 100


def _window() -> MainWindow | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)


def _shown(window: MainWindow) -> dict[str, object]:
    presenter = window.current
    finding = presenter.navigation.finding if presenter else None
    if presenter is None or finding is None:
        return {}
    decision = presenter.document.review.decision(finding)
    return {
        "findings": len(presenter.analysis.findings),
        "finding": finding.anchor,
        "verdict": decision.verdict if decision else None,
        "panel": presenter.page.right.current,
        "view": type(presenter.view).__name__,
    }


def _stored(shown: dict[str, object]) -> bool:
    """Whether decision and place are on the disk; the place is remembered a moment after the last step."""
    if not paths.user_cases().exists():
        return False
    with CaseStore(paths.user_cases()) as cases:
        return any(
            entry.as_left.get("finding") == shown["finding"]
            and entry.as_left.get("panel") == shown["panel"]
            and cases.decisions(entry.id) != ()
            for entry in cases.cases()
        )


class Worker:
    """Who works on the document."""

    def __init__(self) -> None:
        self._said = False

    def __call__(self, window: MainWindow) -> None:
        presenter = window.current
        if presenter is None or presenter.analysis is None or not presenter.settled or self._said:
            return
        if presenter.navigation.finding is None:
            finding = presenter.analysis.findings[-1]
            presenter.navigation.go_to_finding(finding.id)
            presenter.document.review.decide(finding, verdict=Verdict.REJECT)
            window.commands.run("panel_liability")
        elif (shown := _shown(window)) and _stored(shown):
            self._said = True
            print(json.dumps(shown), flush=True)


class Returner:
    """Who comes back the next day."""

    def __init__(self) -> None:
        self._asked = False

    def __call__(self, window: MainWindow) -> None:
        if not self._asked and window.empty.cases.count():
            self._asked = True
            window.empty.cases.select_first()
            window.empty.cases.act("open")
        if window.current is not None and window.current.settled and (shown := _shown(window)):
            print(json.dumps(shown), flush=True)
            window.close()


class Counter:
    """Who says how many documents are open, whenever it is another number."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, window: MainWindow) -> None:
        if len(window.tabs) != self._said:
            self._said = len(window.tabs)
            print(json.dumps({"documents": self._said}), flush=True)


def _drive(somebody: Callable[[MainWindow], None], files: list[Path]) -> int:
    def look() -> None:
        window = _window()
        if window is not None:
            somebody(window)

    def begin() -> None:
        timer = QTimer(QApplication.instance(), interval=_EVERY_MS)
        timer.timeout.connect(look)
        timer.start()

    show = MainWindow.show

    def shown(window: MainWindow) -> None:
        show(window)
        begin()

    MainWindow.show = shown  # type: ignore[method-assign]  # the only way in that the program offers
    return application.run(files)


if __name__ == "__main__":
    wish, *names = sys.argv[1:]
    somebody = {"work": Worker, "reopen": Returner, "count": Counter}[wish]()
    sys.exit(_drive(somebody, [Path(name) for name in names]))
