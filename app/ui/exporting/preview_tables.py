"""The first rows of the tables that would be written, one tab a sheet."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from app.ui.exporting.previewing import SheetRows
from app.ui.views.roomy_tabs import RoomyTabs

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LEAST, _MOST = 6, 34  # letters of a column


class PreviewTables(RoomyTabs):
    """Read-only; nothing in them is ever taken for markup or a formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)

    def show_sheets(self, sheets: tuple[SheetRows, ...]) -> None:
        """In place of what was shown; the same sheet stays in front."""
        front = self.tabText(self.currentIndex())
        while (page := self.widget(0)) is not None:
            self.removeTab(0)
            page.deleteLater()
        for sheet in sheets:
            self.addTab(self._page(sheet), sheet.title or self.tr("Tabelle"))
        self.setCurrentIndex(max(0, next((n for n in range(self.count()) if self.tabText(n) == front), 0)))

    def _page(self, sheet: SheetRows) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table(sheet), 1)
        if sheet.total > len(sheet.rows):
            said = self.tr("und {0} weitere Zeilen").format(sheet.total - len(sheet.rows))
            column.addWidget(QLabel(said))
        return page

    def _table(self, sheet: SheetRows) -> QTableView:
        table = QTableView()
        table.setModel(_Rows(sheet, table))
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setAccessibleName(sheet.title or self.tr("Tabelle"))
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        letter = table.fontMetrics().averageCharWidth()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().lineSpacing() * 1.4))
        for number in range(max(map(len, sheet.rows), default=0)):
            longest = max((len(row[number]) for row in sheet.rows if number < len(row)), default=0)
            table.setColumnWidth(number, letter * (min(max(longest, _LEAST), _MOST) + 3))
        return table


class _Rows(QAbstractTableModel):
    def __init__(self, sheet: SheetRows, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._columns = max(map(len, sheet.rows), default=0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._sheet.rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.replace("\n", " ⏎ ")
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(text) if text else None
            case Qt.ItemDataRole.FontRole if index.row() in self._sheet.bold:
                strong = QFont(QApplication.font())
                strong.setBold(True)
                return strong
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _letters(section) if orientation is Qt.Orientation.Horizontal else str(section + 1)


def _letters(number: int) -> str:
    """A … Z, AA …"""
    head, rest = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + rest)


def as_tip(text: str) -> str:
    """As it is, wrapped: Qt guesses whether a tip is markup."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"
