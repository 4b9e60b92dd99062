"""How the list of findings is grouped and sorted: a button that says it and a menu to change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.ui.models.arranging import Arrangement, Grouping, Sorting
from app.wording.findinglist import list_phrase
from app.wording.lang import Lang

T = TypeVar("T", Grouping, Sorting)
_LABELS: Mapping[Grouping, str] = {
    Grouping.SEVERITY: "severity",
    Grouping.KIND: "kind",
    Grouping.CLAUSE: "section",
    Grouping.SUBJECT: "subject",
    Grouping.NONE: "none",
}


class GroupingButton(QPushButton):
    """Emits the arrangement that is wanted."""

    changed = Signal(object)  # Arrangement

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement = Arrangement()
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def show_arrangement(self, arrangement: Arrangement, lang: Lang) -> None:
        """What is chosen."""
        self._arrangement = arrangement
        self.setText(list_phrase(f"by_{arrangement.grouping.value}", lang))
        self.setToolTip(f"{list_phrase('group_by', lang)}, {list_phrase('sort_by', lang)}")
        self.setAccessibleName(f"{list_phrase('group_by', lang)}: {self.text()}")
        self._menu.clear()
        groupings = {grouping: list_phrase(code, lang) for grouping, code in _LABELS.items()}
        sortings = {sorting: list_phrase(sorting.value, lang) for sorting in Sorting}
        self._offer(list_phrase("group_by", lang), groupings, arrangement.grouping, self._group)
        self._offer(list_phrase("sort_by", lang), sortings, arrangement.sorting, self._sort)

    def _offer(self, title: str, labels: Mapping[T, str], chosen: T, choose: Callable[[T], None]) -> None:
        self._menu.addSection(title)
        group = QActionGroup(self._menu)
        for value, label in labels.items():
            action = self._menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(value is chosen)
            action.setActionGroup(group)
            action.triggered.connect(_chosen(choose, value))

    def _group(self, grouping: Grouping) -> None:
        self.changed.emit(replace(self._arrangement, grouping=grouping))

    def _sort(self, sorting: Sorting) -> None:
        self.changed.emit(replace(self._arrangement, sorting=sorting))


def _chosen(choose: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: choose(value)
