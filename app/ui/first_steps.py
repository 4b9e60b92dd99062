"""What the tour of the first start says, and when it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.settings import load_settings
from app.ui.tour import Step, Tour

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class FirstSteps(QObject):
    """One for the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.tour: Tour | None = None

    def offer(self) -> None:
        """At the very first start only."""
        if not load_settings()[0].tour_seen:
            self.show()

    def show(self) -> None:
        """Help › Short introduction."""
        if self.tour is None:
            self._window.tabs.show_start()
            self.tour = Tour(self._window, self._steps(), self._window.context.theme)
            self.tour.ended.connect(self._ended)
            self.tour.begin()

    def _ended(self) -> None:
        self.tour = None
        settings, _ = load_settings()
        if not settings.tour_seen:
            self._window.context.library.keep_settings(replace(settings, tour_seen=True))

    def _steps(self) -> tuple[Step, ...]:
        window = self._window

        return (
            Step(
                title=lambda: QCoreApplication.translate("FirstSteps", "Dokumente hierher"),
                text=lambda: QCoreApplication.translate(
                    "FirstSteps",
                    "Ziehen Sie AGB oder Verträge in das Fenster, oder öffnen Sie sie hier. Alles bleibt auf diesem Rechner. "
                    "Was Sie geprüft haben, finden Sie auf dieser Seite wieder.",
                ),
                target=lambda: window.empty.zone,
                go_on=lambda: QCoreApplication.translate("FirstSteps", "&Weiter mit einem Beispiel"),
            ),
            Step(
                title=lambda: QCoreApplication.translate("FirstSteps", "Hinweise lesen und entscheiden"),
                text=lambda: QCoreApplication.translate(
                    "FirstSteps",
                    "Rechts stehen die Hinweise, mit Wortlaut, Ihrer Vorgabe und der Bezugsklausel. F8 führt zum nächsten. Unter jedem "
                    "halten Sie fest, ob Sie annehmen, verhandeln oder ablehnen. Unter „Angaben“ sagen Sie, wer Sie in diesem Vorgang sind.",
                ),
                target=self._findings,
                begin=window.imports.sample,
            ),
            Step(
                title=lambda: QCoreApplication.translate("FirstSteps", "Bericht und eigene Vorgaben"),
                text=lambda: QCoreApplication.translate(
                    "FirstSteps",
                    "Der Bericht hält alles mit Fundstellen fest. In der Klauselbibliothek pflegen Sie Ihre Bezugsklauseln und Grenzen: "
                    "Danach wird geprüft. Alle Tasten zeigt F1.",
                ),
                target=lambda: window.actions_.bar,
            ),
        )

    def _findings(self) -> QWidget | None:
        presenter = self._window.current
        return presenter.page.right if presenter is not None else None
