"""Pictures of two documents side by side: a former version of our sample made from its own text, and two samples as two companies' terms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from app.ui.main_window import MainWindow

COMPARISONS: Final = ("vergleich", "gegenueber")
_FORMERLY: Final = (
    ("14 Tagen", "30 Tagen"),
    ("zwei Wochen", "vier Wochen"),
    ("24 Monate", "12 Monate"),
    ("acht Wochen", "zehn Wochen"),
    ("Teillieferungen sind zulässig, soweit sie dem Kunden zumutbar sind.", "Teillieferungen sind nicht zulässig."),
)


class CompareCamera:
    """`shoot` and `wait` are the other camera's."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        shoot: Callable[[QWidget, str], None],
        wait: Callable[[Callable[[], bool]], None],
    ) -> None:
        self._window, self._folder, self._shoot, self._wait = window, folder, shoot, wait

    def take(self, other: Path) -> None:
        """Versions, then `other` as the other side's terms; the document in front is the new version, and ours."""
        self._picture(self._former_version(), "vergleich", forms=False)
        self._picture(other, "gegenueber", forms=True)

    def _former_version(self) -> Path:
        presenter = self._window.current
        if presenter is None or presenter.analysis is None:
            raise RuntimeError("no document is open")
        text = presenter.analysis.reading.source.text
        for now, formerly in _FORMERLY:
            text = text.replace(now, formerly)
        path = self._folder / "lieferbedingungen-2024.txt"
        path.write_text(text, encoding="utf-8")
        return path

    def _picture(self, other: Path, name: str, *, forms: bool) -> None:
        presenter = self._window.current
        if presenter is None:
            raise RuntimeError("no document is open")
        window = self._window.comparing.open(presenter, other, forms=forms)
        self._wait(lambda: window.settled)
        if forms:
            window.swap()
            self._wait(lambda: window.settled)
        window.rows.tree.setFocus()
        self._shoot(window, name)
        window.close()
        self._wait(lambda: not self._window.comparing.windows)
