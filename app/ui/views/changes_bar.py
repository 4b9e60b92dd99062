"""The quiet strip above a document that says what a new analysis has changed, with the findings concerned on request.

Strategy: it is made like a panel (`app.ui.panels.panel`): the former and the new analysis are compared in a thread. While another
analysis is under way (a case takes its facts back in), nothing is said and the former one stays the measure.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app import __version__
from app.models.analysis import Analysis
from app.ui.models.changes import NOTHING, Changes, changes
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material
from app.ui.views.tree_panel import TreePanel

_LINES = 9
_SHARES = (0.6, 0.22)


@dataclass(frozen=True)
class _Compared:
    """`old` None: there is nothing to compare with yet."""

    old: Analysis | None
    new: Analysis
    found: Changes


class ChangesBar(QFrame):
    """A part of the page."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document, self._theme = document, document.context.theme
        self._former: Analysis | None = None
        self._program = __version__
        self._last: _Compared | None = None
        self._closed: Analysis | None = None  # the user has seen enough of this one
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_button, self.close_button = QPushButton(), QPushButton()
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._unfold)
        self.close_button.clicked.connect(self._close)
        self.list = TreePanel(self._theme, shares=_SHARES)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.list.picked.connect(document.go_to)
        self.list.hide()
        self._arrange()
        self.setAutoFillBackground(True)
        self._theme.changed.connect(self._recolour)
        document.context.language.changed.connect(self._retranslate)
        self._recolour()
        self._retranslate()
        self.hide()

    def _arrange(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        row.addWidget(self._label, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.close_button)
        column.addLayout(row)
        column.addWidget(self.list)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._label.text()

    def remember(self, former: Analysis | None, program: str) -> None:
        """The analysis that was stored with the case, and the version of the program that made it."""
        if former is not None and self._last is None:
            self._former, self._program = former, program

    # --- made from the material

    def prepare(self, material: Material) -> _Compared:
        """In a thread: the same two are worded again where only the language has changed."""
        new, last = material.analysis, self._last
        old = self._former if last is None else last.old if last.new is new else last.new
        if old is None or old is new:
            return _Compared(old if old is not new else None, new, NOTHING)
        changed = old is self._former and self._program != __version__
        return _Compared(old, new, changes(old, new, material.lang, program_changed=changed))

    def show_prepared(self, compared: _Compared, material: Material) -> None:
        """In the main thread."""
        if self._document.session.busy and compared.old is not None:
            return  # another one comes
        said_already = self._last is not None and self._last.new is compared.new
        self._last = compared
        found = compared.found
        self._label.setText(found.sentence)
        self._label.setAccessibleName(found.sentence)
        self.list.show_rows(("", "", ""), found.rows, material.lang)
        self.show_button.setVisible(bool(found.rows))
        if not found.rows:
            self.show_button.setChecked(False)
        self.setVisible(found.lasting and self._closed is not compared.new)
        if found.sentence and not found.lasting and not said_already:
            self._document.said.emit(found.sentence)

    def show_place(self) -> None:
        """It says the same everywhere."""

    # --- what the user does

    def _unfold(self, wanted: bool) -> None:
        self.list.setVisible(wanted)
        self._retranslate()

    def _close(self) -> None:
        self._closed = self._last.new if self._last else None
        self.show_button.setChecked(False)
        self.hide()

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("banner", "note_back"))
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("palette", "text"))
        self.setPalette(palette)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Was sich geändert hat"))
        self.list.setAccessibleName(self.tr("Geänderte Hinweise"))
        self.show_button.setText(self.tr("Ausblenden") if self.show_button.isChecked() else self.tr("Anzeigen"))
        self.close_button.setText(self.tr("Schließen"))
