"""The stored cases: found by typing, sorted by a click, opened, renamed and deleted by key, mouse or menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.context import Context
from app.ui.models.cases import DECIDED, FINDINGS, OPENED, STATE, TITLE, CaseRow
from app.ui.models.casetable import ID_ROLE, CaseTable

_LOOKED_AT = 200  # rows: what most are like
_LEAST_TITLE = 30  # characters
_LEAST_STATE = 18


class CaseList(QTableView):
    """Emits what the user wants of a case, by its id."""

    picked = Signal(str)
    delete_wanted = Signal(str, str)  # id and title
    rename_wanted = Signal(str, str)  # id and new title
    folder_wanted = Signal(object)  # Path of the file
    typed = Signal(str)  # somebody types in the list

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = CaseTable(context, self)
        self.setModel(self.table)
        self.setItemDelegate(_Quiet(self, context))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # F2 is an action: typing filters
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)
        self._arrange()
        self._actions = self._new_actions()
        self.table.rename_wanted.connect(self.rename_wanted)
        self.doubleClicked.connect(lambda index: self.picked.emit(str(index.data(ID_ROLE))))
        context.language.changed.connect(self._retranslate)
        self._retranslate()

    def _arrange(self) -> None:
        upright, across = self.verticalHeader(), self.horizontalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setMinimumSectionSize(1)
        upright.setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.7))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSortIndicator(OPENED, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def _new_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        keys = {"open": "Return", "rename": "F2", "folder": "", "delete": "Del"}
        doing = {"open": self._open, "rename": self._rename, "folder": self._show_folder, "delete": self._delete}
        for name, key in keys.items():
            action = made[name] = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(doing[name])
            self.addAction(action)
        return made

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Show other cases; the one looked at stays so."""
        kept = self.case
        self.table.show(rows)
        self._select(self.table.row_of(kept.id) if kept else -1)
        self._fit()

    def look_for(self, words: str) -> None:
        """Only those that hold these words."""
        kept = self.case
        self.table.look_for(words)
        self._select(self.table.row_of(kept.id) if kept else -1)

    def count(self) -> int:
        """How many are shown."""
        return self.table.rowCount()

    @property
    def case(self) -> CaseRow | None:
        """The one looked at."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def select_first(self) -> None:
        """From the search field into the list."""
        self._select(max(0, self.currentIndex().row()))
        self.setFocus()

    def _select(self, row: int) -> None:
        if 0 <= row < self.count():
            self.selectRow(row)

    # --- what the user does

    def act(self, name: str) -> None:
        """As its key would: open, rename, folder, delete."""
        self._actions[name].trigger()

    def _open(self) -> None:
        if self.case:
            self.picked.emit(self.case.id)

    def _rename(self) -> None:
        if self.case:
            self.edit(self.currentIndex().siblingAtColumn(TITLE))

    def _show_folder(self) -> None:
        if self.case and self.case.on_disk:
            self.folder_wanted.emit(self.case.path)

    def _delete(self) -> None:
        if self.case:
            self.delete_wanted.emit(self.case.id, self.case.title)

    def _offer_menu(self, place: QPoint) -> None:
        if self.case is None or not self.indexAt(place).isValid():
            return
        menu = QMenu(self)
        self._actions["folder"].setEnabled(self.case.on_disk)
        for name in ("open", "rename", "folder", "delete"):
            if name == "delete":
                menu.addSeparator()
            menu.addAction(self._actions[name])
        menu.setDefaultAction(self._actions["open"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(place))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key beside the numbers opens too; who types looks for something."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Enter:
            self._open()
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is there now: the first row is looked at where none was."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self._select(max(0, self.currentIndex().row()))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The selection steps back."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room for less important columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, across = self.fontMetrics(), self.horizontalHeader()
        em = metrics.averageCharWidth()
        room = self.viewport().width() - em * _LEAST_TITLE
        for column in (FINDINGS, DECIDED, OPENED):
            across.resizeSection(column, self._needed(column))
            room -= self._needed(column)
        signs = any(row.signs for row in self.table.rows)
        across.setSectionHidden(STATE, not signs or room < em * _LEAST_STATE)
        across.resizeSection(STATE, min(self._needed(STATE), max(room, em * _LEAST_STATE)))

    def _needed(self, column: int) -> int:
        """Room for title and words of a column."""
        metrics = self.fontMetrics()
        title = str(self.table.headerData(column, Qt.Orientation.Horizontal)) + "  "
        words = {title, *(row.texts[column] for row in self.table.rows[:_LOOKED_AT])}
        icon = metrics.lineSpacing() * 2 if column in (FINDINGS, STATE) else 0
        return max(map(metrics.horizontalAdvance, words)) + icon + metrics.averageCharWidth() * 4

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Gespeicherte Vorgänge"))
        self._actions["open"].setText(self.tr("Ö&ffnen"))
        self._actions["rename"].setText(self.tr("&Umbenennen"))
        self._actions["folder"].setText(self.tr("Im &Ordner zeigen"))
        self._actions["delete"].setText(self.tr("Vorgang &löschen …"))
        self.table.retitle()
        self._fit()


class _Quiet(QStyledItemDelegate):
    """A row that is selected in a list nobody is in has a quiet ground."""

    def __init__(self, view: CaseList, context: Context) -> None:
        super().__init__(view)
        self._view, self._theme = view, context.theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if option.state & QStyle.StateFlag.State_Selected and not self._view.hasFocus():
            option.state &= ~QStyle.StateFlag.State_Selected
            option.backgroundBrush = QBrush(self._theme.colour("palette", "line"))
