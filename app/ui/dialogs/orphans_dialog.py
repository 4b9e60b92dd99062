"""Earlier decisions that fit no finding any more: with their words, to be looked at or put aside. Nothing is guessed, nothing lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.models.decisions import Decision
from app.ui.dialogs.buttons import Buttons
from app.ui.models.orphans import key_of, orphan_rows
from app.ui.opened import OpenDocument

_DECISION = Qt.ItemDataRole.UserRole


class OrphansDialog(QDialog):
    """Stays open beside the document."""

    def __init__(self, document: OpenDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self._intro = QLabel()
        self._intro.setWordWrap(True)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setSpacing(self.fontMetrics().lineSpacing() // 4)
        self._buttons = Buttons(self, Buttons.StandardButton.Close)
        self.go = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.aside = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        for part in (self._intro, self.list, self._buttons):
            column.addWidget(part)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 80, em * 55)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._able)
        self.list.itemActivated.connect(lambda _: self._show_place())
        self.go.clicked.connect(self._show_place)
        self.aside.clicked.connect(self._put_aside)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.list, self._put_aside, context=Qt.ShortcutContext.WidgetShortcut
        )
        self._document.review.changed.connect(self._show)
        self._document.material_changed.connect(self._show)
        self._document.context.language.changed.connect(self._retranslate)
        self._document.destroyed.connect(self.close)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Frühere Entscheidungen ohne Hinweis"))
        self._intro.setText(
            self.tr(
                "Diese Entscheidungen passen zu keinem Hinweis mehr, weil sich Bibliothek, Angaben oder Gliederung geändert "
                "haben. Sie bleiben gespeichert, bis Sie sie ausblenden."
            )
        )
        self.list.setAccessibleName(self.tr("Frühere Entscheidungen"))
        self.go.setText(self.tr("&Stelle zeigen"))
        self.aside.setText(self.tr("&Ausblenden"))
        self._show()

    def _show(self) -> None:
        orphans = self._document.review.orphans
        if orphans == self._shown():
            return
        self.list.clear()
        for row in orphan_rows(orphans, self.tr("ohne Namen"), self._document.lang):
            item = QListWidgetItem(row.text, self.list)
            item.setData(_DECISION, row.decision)
        self.list.setCurrentRow(0)
        self._able()

    def _shown(self) -> tuple[Decision, ...]:
        return tuple(self.list.item(row).data(_DECISION) for row in range(self.list.count()))

    def _able(self) -> None:
        chosen = self.list.selectedItems()
        self.go.setEnabled(len(chosen) == 1)
        self.aside.setEnabled(bool(chosen))

    def _show_place(self) -> None:
        chosen, analysis = self.list.selectedItems(), self._document.analysis
        if not chosen or analysis is None:
            return
        key = key_of(chosen[0].data(_DECISION), analysis.reading)
        if key:
            self._document.go_to(key)
        else:
            self._document.said.emit(self.tr("Diese Worte stehen nicht mehr im Dokument."))

    def _put_aside(self) -> None:
        chosen = [item.data(_DECISION) for item in self.list.selectedItems()]
        if chosen:
            self._document.review.dismiss(chosen)
            self._document.said.emit(self.tr("Ausgeblendet. Strg+Z nimmt es zurück."))
