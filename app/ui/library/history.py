"""The versions of a reference clause: who changed what, when and why; any two compared; an old one brought back.

Strategy: the list shows the newest first and marks which version is in force. What is chosen there is compared with the version
before it, or with another one the user picks. Bringing back makes a new draft with the old content: nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.library.changes import field_changes
from app.library.lifecycle import in_force
from app.library.model import Revision, Status
from app.ui.dialogs.buttons import Buttons
from app.ui.library.changes_view import changes_html
from app.ui.library.desk import Desk
from app.ui.library.rows import local_time, status_text

_NOTHING = -1


def show_history(desk: Desk, clause: str, parent: QWidget) -> HistoryDialog:
    """Open the list of versions."""
    dialog = HistoryDialog(desk, clause, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class HistoryDialog(QDialog):
    """Left the versions, right what changed."""

    def __init__(self, desk: Desk, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clause = desk, clause
        self._lang = desk.context.language.code
        self._versions: tuple[Revision, ...] = ()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setAccessibleName(self.tr("Versionen"))
        self.list.currentRowChanged.connect(self._choose)
        self.base = QComboBox()
        self.base.activated.connect(self._compare)
        self.view = QTextBrowser()
        self.view.setAccessibleName(self.tr("Unterschiede"))
        self.restore = QPushButton(self.tr("Diesen Stand als neuen Entwurf &wiederherstellen"))
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        self._arrange()
        desk.session.changed.connect(self._read)
        self._read()
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 150, em * 90)

    def _arrange(self) -> None:
        compared = QHBoxLayout()
        label = QLabel(self.tr("&Verglichen mit:"))
        label.setBuddy(self.base)
        compared.addWidget(label)
        compared.addWidget(self.base, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(compared)
        column.addWidget(self.view, 1)
        panes = QSplitter()
        panes.addWidget(self.list)
        panes.addWidget(right)
        panes.setStretchFactor(0, 2)
        panes.setStretchFactor(1, 3)
        panes.setChildrenCollapsible(False)
        buttons = Buttons(self, Buttons.StandardButton.Close)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.addWidget(panes, 1)
        column.addWidget(buttons)

    def _read(self) -> None:
        self._versions = tuple(reversed(self._desk.session.store.versions(self._clause)))
        self.setWindowTitle(self.tr("Verlauf: {0}").format(self._versions[0].clause.title))
        effective = in_force(tuple(reversed(self._versions)))
        self.list.clear()
        for version in self._versions:
            self.list.addItem(QListWidgetItem(self._line(version, in_force=version == effective)))
        self.list.setCurrentRow(0)

    def _line(self, version: Revision, *, in_force: bool) -> str:
        clause = version.clause
        first = self.tr("Version {0}").format(clause.version) + f" · {status_text(clause.status, self._lang)}"
        if in_force:
            first += " · " + self.tr("gilt")
        when = local_time(version.at, self._lang) if version.at else ""
        second = " · ".join(filter(None, (when, version.author or self.tr("mitgelieferter Bestand"))))
        return "\n".join(filter(None, (first, second, version.reason)))

    # --- comparing

    def _choose(self, row: int) -> None:
        """Another version: compared with the one before it."""
        if row < 0:
            return
        self.base.clear()
        for index, version in enumerate(self._versions):
            if index != row:
                self.base.addItem(self.tr("Version {0}").format(version.clause.version), index)
        before = self.base.findData(row + 1)
        if before == _NOTHING and self.base.count():
            before = 0
        self.base.setCurrentIndex(before)
        self.base.setEnabled(self.base.count() > 0)
        self.restore.setEnabled(row > 0)
        self._compare()

    def _compare(self) -> None:
        row, other = self.list.currentRow(), self.base.currentData()
        if other is None:
            self.view.setHtml(f"<p>{escape(self.tr('Das ist die einzige Version.'))}</p>")
            return
        older, newer = _in_order(self._versions, row, other)
        html = changes_html(field_changes(older.clause, newer.clause), self._desk.context.theme, self._lang)
        title = self.tr("Von Version {0} zu Version {1}").format(older.clause.version, newer.clause.version)
        same = self.tr("Am Inhalt wurde nichts geändert.")
        self.view.setHtml(f"<h3>{escape(title)}</h3>" + (html or f"<p>{escape(same)}</p>"))

    # --- bringing back

    def _restore(self) -> None:
        old, last = self._versions[self.list.currentRow()], self._versions[0]
        reason = self.tr("Stand von Version {0} wiederhergestellt").format(old.clause.version)
        draft = replace(old.clause, status=Status.DRAFT)
        self._desk.session.save(draft, base=last.clause.version, reason=reason)


def _in_order(versions: Sequence[Revision], row: int, other: int) -> tuple[Revision, Revision]:
    """The older first; the list is newest first."""
    return versions[max(row, other)], versions[min(row, other)]
