"""Beside the editor: how the clause meets the document that is open in the main window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from app.library.model import ReferenceClause
from app.models.analysis import Analysis
from app.ui.library.desk import Desk
from app.ui.library.editor_form import soft_label
from app.ui.library.preview_html import PreviewWords, preview_html
from app.ui.library.preview_runner import PreviewRunner
from app.wording.errors import bug_sentence


class PreviewPanel(QFrame):
    """Works only while it is seen."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clause: ReferenceClause | None = None
        self._said: tuple[object, Analysis] | None = None
        self.runner = PreviewRunner(parent=self)
        self.runner.met.connect(self._show_meeting)
        self.runner.failed.connect(self._show_bug)
        self.title = QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setWordWrap(True)
        self.state = soft_label("", desk.context.theme)
        self.view = QTextBrowser()
        self.view.setOpenLinks(False)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        for widget in (self.title, self.state, self.view):
            column.addWidget(widget)
        column.setStretch(2, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the language in force."""
        self.view.setAccessibleName(self.tr("Vorschau am Dokument"))
        self._refresh()
        if self._said is not None:
            self._show_meeting(*self._said)

    def show_clause(self, clause: ReferenceClause | None) -> None:
        """The clause as it stands now; None while it has mistakes."""
        self._clause = clause
        if not self.isHidden():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The document in front may be another now."""
        super().showEvent(event)
        self._refresh()

    def stop(self) -> None:
        """At the end: nothing runs on."""
        self.runner.stop()

    def _refresh(self) -> None:
        document = self._desk.document()
        if document is None:
            self._say(
                self.tr("Vorschau am Dokument"),
                self.tr("Öffnen Sie im Hauptfenster ein Dokument, um zu sehen, wie diese Klausel darauf trifft."),
            )
            return
        title = self.tr("So trifft die Klausel auf „{0}“").format(document.title)
        if self._clause is None:
            self._say(title, self.tr("Die Vorschau erscheint, sobald alle Angaben vollständig sind."))
            return
        self.title.setText(title)
        self.state.setText(self.tr("wird geprüft …"))
        self.state.show()
        if not self.isHidden():
            self.runner.ask(document.analysis, self._clause, self._desk.session.store.types())

    def _say(self, title: str, sentence: str) -> None:
        self.runner.forget()
        self._said = None
        self.title.setText(title)
        self.state.setText(sentence)
        self.state.show()
        self.view.clear()

    def _show_meeting(self, meeting: object, analysis: Analysis) -> None:
        from app.pipeline.effect import Meeting

        if self._clause is None or not isinstance(meeting, Meeting):
            return
        self._said = (meeting, analysis)
        words = PreviewWords(
            findings=self.tr("Hinweise ({0})"),
            nothing=self.tr("Kein Hinweis."),
            not_applied=self.tr("Die Klausel gilt für dieses Dokument nicht; nicht passend: {0}."),
            not_known=self.tr("Ob die Klausel gilt, ist offen. Es fehlt:"),
            positions=self.tr("Welche Klausel steht wo"),
            no_positions=self.tr("Keine Klausel des Dokuments behandelt dieses Thema so, dass sie verglichen wird."),
            rules=self.tr("Vorgaben"),
        )
        self.state.hide()
        context = self._desk.context
        self.view.setHtml(preview_html(meeting, self._clause, analysis, words, context.theme, context.language.code))
        self.shown.emit()

    def _show_bug(self) -> None:
        """The program's own report of it comes from the thread."""
        self._say(self.title.text(), bug_sentence(self._desk.context.language.code))


def make_room(panel: PreviewPanel) -> None:
    """The panel is to stand beside the form, not in its place: the window gets wider where the screen has room."""
    window, screen = panel.window(), panel.screen().availableGeometry()
    if panel.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    width = max(window.width(), min(window.width() * 3 // 2, screen.width()))
    beyond = window.x() + width - screen.right()
    if beyond > 0:
        window.move(max(screen.left(), window.x() - beyond), window.y())
    window.resize(width, window.height())
