"""The clause types at the left, with how many clauses of each the filters let through."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.library.model import ClauseType
from app.ui.context import Context
from app.ui.library.rows import type_name

_ID = Qt.ItemDataRole.UserRole
_ROOM = 5  # pixels of height more than the style gives a row
_MARGINS = 10  # pixels


class _Roomy(QStyledItemDelegate):
    """Rows with some air."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _ROOM)


class TypeTree(QTreeWidget):
    """A tree of one root („Alle Klauseln“); emits the type that is picked, "" for all."""

    picked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._types: tuple[ClauseType, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._told = False
        self._least = self.fontMetrics().horizontalAdvance("000")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(1)
        self.setItemDelegate(_Roomy(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self.currentItemChanged.connect(self._pick)
        context.language.changed.connect(self._word)
        context.theme.changed.connect(self._word)

    def show_types(self, types: tuple[ClauseType, ...]) -> None:
        """Show the types of a library; the type picked stays so."""
        if types == self._types:
            return
        kept = self.type
        self._types = types
        self._told = True
        self.clear()
        root = QTreeWidgetItem(self)
        self._items = {"": root}
        for kind in types:
            self._items[kind.id] = QTreeWidgetItem(root)
        for identifier, item in self._items.items():
            item.setData(0, _ID, identifier)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        root.setExpanded(True)
        self._word()
        self.setCurrentItem(self._items.get(kept, root))
        self._told = False

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many clauses there are of each type."""
        self._counts = counts
        self._word()

    @property
    def type(self) -> str:
        """The type picked, "" for all."""
        item = self.currentItem()
        return str(item.data(0, _ID)) if item else ""

    def pick(self, clause_type: str) -> None:
        """Pick a type."""
        if clause_type in self._items:
            self.setCurrentItem(self._items[clause_type])

    def name(self, clause_type: str) -> str:
        """What a type is called in the language of the window; its id where it is not known."""
        lang = self._context.language.code
        return next((type_name(kind, lang) for kind in self._types if kind.id == clause_type), clause_type)

    def _word(self) -> None:
        german = self._context.language.code == "de"
        self.setAccessibleName(self.tr("Themen"))
        for kind in self._types:
            item = self._items[kind.id]
            item.setToolTip(0, kind.definition_de if german else kind.definition_en)
            self._fill(item, type_name(kind, self._context.language.code), self._counts.get(kind.id, 0))
        if "" in self._items:
            self._fill(self._items[""], self.tr("Alle Klauseln"), sum(self._counts.values()))
            widest = self.fontMetrics().horizontalAdvance(self._items[""].text(1))
            self.header().resizeSection(1, max(widest, self._least) + _MARGINS)

    def _fill(self, item: QTreeWidgetItem, name: str, count: int) -> None:
        item.setText(0, name)
        item.setText(1, str(count) if count else "–")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}, {count}")
        ink = self._context.theme.colour("palette", "text" if count else "soft")
        item.setForeground(0, ink)
        item.setForeground(1, self._context.theme.colour("palette", "soft"))

    def _pick(self) -> None:
        if not self._told:
            self.picked.emit(self.type)
