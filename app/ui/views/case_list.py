"""The stored cases: title, when it was opened last, how many hints and decisions; opened and deleted from here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from app.models.analysis import Severity
from app.ui.context import Context
from app.ui.icons import mark_icon
from app.ui.library.rows import local_time

if TYPE_CHECKING:
    from app.storage.casestore import CaseEntry

_ID = Qt.ItemDataRole.UserRole


class CaseList(QListWidget):
    """Two lines a case, with the mark of its gravest hint."""

    picked = Signal(str)
    delete_wanted = Signal(str, str)  # id and title

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: tuple[CaseEntry, ...] = ()
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delete = QAction(self)
        self._delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._delete.triggered.connect(self._want_deleted)
        self.addAction(self._delete)
        self.itemActivated.connect(lambda item: self.picked.emit(item.data(_ID)))
        self.customContextMenuRequested.connect(self._offer_menu)
        context.language.changed.connect(self._fill)
        context.theme.changed.connect(self._fill)
        self._fill()

    def show_cases(self, entries: Sequence[CaseEntry]) -> None:
        """Show other cases."""
        self._entries = tuple(entries)
        self._fill()

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("Gespeicherte Vorgänge"))
        self._delete.setText(self.tr("Vorgang &löschen …"))
        chosen = self.currentRow()
        self.clear()
        for entry in self._entries:
            item = QListWidgetItem(f"{entry.title}\n{self._below(entry)}", self)
            item.setData(_ID, entry.id)
            item.setToolTip(str(entry.path))
            worst = entry.worst or Severity.INFO
            item.setIcon(mark_icon(worst, self._context.theme.severity(worst), hollow=entry.worst is None))
        self.setCurrentRow(min(max(chosen, 0), self.count() - 1))

    def _below(self, entry: CaseEntry) -> str:
        hints = self.tr("1 Hinweis") if entry.findings == 1 else self.tr("{0} Hinweise").format(entry.findings)
        decided = self.tr("{0} entschieden").format(entry.decided) if entry.decided else ""
        opened = local_time(entry.opened, self._context.language.code)
        return " · ".join(filter(None, (opened, hints, decided)))

    def _offer_menu(self, place: QPoint) -> None:
        if self.itemAt(place) is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Ö&ffnen")).triggered.connect(lambda: self.picked.emit(self.currentItem().data(_ID)))
        menu.addAction(self._delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(place))

    def _want_deleted(self) -> None:
        row = self.currentRow()
        if 0 <= row < len(self._entries):
            self.delete_wanted.emit(self._entries[row].id, self._entries[row].title)
