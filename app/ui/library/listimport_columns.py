"""Which column of a table holds what: guessed, shown with examples, changed by the user."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.importing.clauselists.columns import columns_of, guess_columns, with_field
from app.importing.clauselists.model import Columns, Field, Sheet
from app.ui.dialogs.buttons import Buttons
from app.ui.library.listimport_sides import SidesForm
from app.wording.clauselists import field_name
from app.wording.lang import Lang

_EXAMPLES = 2
_SHORT = 90
_WORDINGS = (Field.PREFERRED, Field.FALLBACK, Field.UNACCEPTABLE, Field.TITLE)
_HEADING, _EXAMPLE, _FIELD = range(3)

Chosen = Callable[[Sheet, Columns], None]


class ColumnsDialog(QDialog):
    """`chosen` gets the sheet and its columns; `sides` holds what the table itself does not say."""

    def __init__(self, sheets: Sequence[Sheet], lang: Lang, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Spalten zuordnen"))
        self._sheets, self._lang, self._chosen = tuple(sheets), lang, chosen
        self._columns = guess_columns(self._sheets[0])
        self.sheet = QComboBox()
        self.sheet.addItems([sheet.name for sheet in self._sheets])
        self.header = QSpinBox()
        self.header.setSpecialValueText(self.tr("keine"))
        self.table = QTableWidget(0, 3)
        self.sides = SidesForm(lang)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._arrange()
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self.header.valueChanged.connect(self._show_header)
        self._show_sheet()

    def _arrange(self) -> None:
        self.table.setHorizontalHeaderLabels([self.tr("Überschrift"), self.tr("Beispiele"), self.tr("Enthält")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setAccessibleName(self.tr("Spalten der Tabelle"))
        self.table.horizontalHeader().setStretchLastSection(True)
        form = QFormLayout()
        for text, field in ((self.tr("&Tabelle:"), self.sheet), (self.tr("Überschriften in &Zeile:"), self.header)):
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        self.buttons = Buttons(self)
        self.go_on = self.buttons.addButton(self.tr("&Weiter"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.table, 1)
        for widget in (self._note, self.sides, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 140, em * 85)

    @property
    def current(self) -> Sheet:
        """The sheet that is shown."""
        return self._sheets[self.sheet.currentIndex()]

    def _show_sheet(self) -> None:
        self._columns = guess_columns(self.current)
        self.header.blockSignals(True)
        self.header.setRange(0, len(self.current.rows))
        self.header.setValue(self._columns.header_row)
        self.header.blockSignals(False)
        self._fill()

    def _show_header(self, row: int) -> None:
        self._columns = columns_of(self.current, row)
        self._fill()

    def _fill(self) -> None:
        self.table.setRowCount(len(self._columns.fields))
        for number, field in enumerate(self._columns.fields):
            self.table.setItem(number, _HEADING, QTableWidgetItem(self._heading(number)))
            example = QTableWidgetItem(self._example(number))
            example.setToolTip(example.text())
            self.table.setItem(number, _EXAMPLE, example)
            self.table.setCellWidget(number, _FIELD, self._box(number, field))
        em = self.fontMetrics().averageCharWidth()
        self.table.setColumnWidth(_HEADING, em * 30)
        self.table.setColumnWidth(_EXAMPLE, em * 62)
        self.table.resizeRowsToContents()
        self._say()

    def _heading(self, number: int) -> str:
        header = self._columns.header
        named = header[number] if number < len(header) else ""
        return named or self.tr("Spalte {0}").format(number + 1)

    def _example(self, number: int) -> str:
        below = self.current.rows[self._columns.header_row :]
        cells = (row[number] for row in below if number < len(row) and row[number])
        return "\n".join(cell if len(cell) <= _SHORT else f"{cell[:_SHORT]}…" for cell in islice(cells, _EXAMPLES))

    def _box(self, number: int, field: Field | None) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("– nicht übernehmen –"), None)
        for choice in Field:
            if choice is not Field.IGNORE:
                box.addItem(field_name(choice, self._lang), choice)
        box.setCurrentIndex(max(0, box.findData(field)))
        box.setAccessibleName(self.tr("Inhalt der Spalte {0}").format(self._heading(number)))
        box.activated.connect(lambda: self._assign(number, box.currentData()))
        return box

    def _assign(self, number: int, field: str | None) -> None:
        """`field`: Qt hands back a plain text."""
        self._columns = with_field(self._columns, number, Field(field) if field else Field.IGNORE)
        self._fill()
        again = self.table.cellWidget(number, _FIELD)
        if again is not None:
            again.setFocus()

    def _say(self) -> None:
        enough = any(field in _WORDINGS for field in self._columns.fields)
        self.go_on.setEnabled(enough)
        self._note.setText(
            ""
            if enough
            else self.tr(
                "Bitte ordnen Sie mindestens eine Spalte einer Fassung oder dem Titel zu, dann geht es weiter."
            )
        )
        self._note.setVisible(not enough)

    def accept(self) -> None:
        """On with these columns."""
        super().accept()
        self._chosen(self.current, self._columns)
