"""What a clause is about, chosen by the user from a list that is filtered as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from app.ui.dialogs.buttons import Buttons

_WIDTH_EM, _LINES = 60, 22
Choices = Sequence[tuple[str, str]]


class TypeDialog(QDialog):
    """`choices`: name and words of every subject; `name()` is the one chosen, `current` to begin with."""

    def __init__(self, choices: Choices, current: str, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Art der Klausel"))
        self._choices = tuple(choices)
        model = QStringListModel([words for _, words in self._choices], self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(model)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        label = QLabel(self.tr("Wovon handelt {0}?").format(clause))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Filtern"))
        self._search.setAccessibleName(self.tr("Arten filtern"))
        self._search.setClearButtonEnabled(True)
        self._list = QListView()
        self._list.setModel(self._filter)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(self.tr("Arten von Klauseln"))
        self.buttons = Buttons(self)
        self.agree = self.buttons.addButton(self.tr("Ü&bernehmen"), Buttons.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        for widget in (label, self._search, self._list, self.buttons):
            column.addWidget(widget)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH_EM, metrics.lineSpacing() * _LINES)
        self._search.textChanged.connect(self._look_for)
        self._list.doubleClicked.connect(self.accept)
        self._list.selectionModel().selectionChanged.connect(self._able)
        self._select(next((n for n, (name, _) in enumerate(self._choices) if name == current), 0))
        self._search.setFocus()

    def name(self) -> str:
        """Of the subject chosen; "" for none of them."""
        index = self._filter.mapToSource(self._list.currentIndex())
        return self._choices[index.row()][0] if index.isValid() else ""

    def _select(self, row: int) -> None:
        index = self._filter.mapFromSource(self._filter.sourceModel().index(row, 0))
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _look_for(self, text: str) -> None:
        self._filter.setFilterFixedString(text)
        if self._filter.rowCount() and not self._list.selectionModel().hasSelection():
            index = self._filter.index(0, 0)
            self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._able()

    def _able(self) -> None:
        self.agree.setEnabled(self._list.selectionModel().hasSelection())
