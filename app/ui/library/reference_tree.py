"""Reference clauses to pick one from, under their types; the rows of a type are made when it is opened, for there may be thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from app.library.model import ClauseType, ReferenceClause, Status
from app.ui.library.status_marks import status_icon
from app.ui.theme import Theme
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term

_ID = Qt.ItemDataRole.UserRole
_AT_ONCE = 300  # rows that a search opens


class ReferenceTree(QTreeWidget):
    """Types in the order of their first clause."""

    def __init__(self, types: Sequence[ClauseType], theme: Theme, lang: Lang) -> None:
        super().__init__()
        self._types, self._lang = {known.id: known for known in types}, lang
        self._icons: dict[Status, QIcon] = {status: status_icon(status, theme) for status in Status}
        self._below: dict[str, list[ReferenceClause]] = {}
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.itemExpanded.connect(self._fill)

    def wait(self, words: str) -> None:
        """Say that the clauses are still to come."""
        self.clear()
        QTreeWidgetItem(self, [words]).setFlags(Qt.ItemFlag.NoItemFlags)

    def show_by_type(self, references: Sequence[ReferenceClause], opened: Callable[[str], bool]) -> None:
        """These, with the types open that are to be; the first of the first is chosen if it is in sight."""
        self._show(references)
        for group in self._groups():
            group.setExpanded(opened(group.data(0, _ID)))
        self._choose_first()

    def show_hits(self, references: Sequence[ReferenceClause]) -> None:
        """These, as far as they are few enough to be opened; the first is chosen."""
        self._show(references)
        rows = 0
        for group in self._groups():
            group.setExpanded(not rows or rows + len(self._below[group.data(0, _ID)]) <= _AT_ONCE)
            rows += group.childCount()
        self._choose_first()

    def chosen(self) -> str | None:
        """The clause that is picked."""
        item = self.currentItem()
        return None if item is None or item.parent() is None else item.data(0, _ID)

    def _show(self, references: Sequence[ReferenceClause]) -> None:
        self._below = {}
        for type_id, few in groupby(references, key=lambda one: one.type):
            self._below.setdefault(type_id, []).extend(few)
        self.clear()
        for type_id in self._below:
            group = QTreeWidgetItem(self, [self._type_name(type_id)])
            group.setData(0, _ID, type_id)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def _fill(self, group: QTreeWidgetItem) -> None:
        if not group.childCount():
            group.addChildren([self._row(reference) for reference in self._below[group.data(0, _ID)]])

    def _row(self, reference: ReferenceClause) -> QTreeWidgetItem:
        side = sentence_start(term("perspective", reference.perspective.value, self._lang))
        item = QTreeWidgetItem([f"{reference.title}  ({side})"])
        item.setData(0, _ID, reference.id)
        item.setIcon(0, self._icons[reference.status])
        return item

    def _groups(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.topLevelItemCount()):
            if (group := self.topLevelItem(row)) is not None:
                yield group

    def _choose_first(self) -> None:
        first = next(self._groups(), None)
        item = first.child(0) if first is not None and first.isExpanded() else None
        self.clearSelection()
        self.setCurrentIndex(self.indexFromItem(item) if item is not None else QModelIndex())

    def _type_name(self, type_id: str) -> str:
        known = self._types.get(type_id)
        if known is None:
            return type_id
        return known.de if self._lang == "de" else known.en
