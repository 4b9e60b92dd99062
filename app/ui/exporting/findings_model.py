"""The findings of an analysis as a list to tick, filtered by words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from app.models.analysis import Severity
from app.ui.exporting.preview_tables import as_tip
from app.ui.icons import mark_icon
from app.ui.models.findingrows import ListedFinding
from app.ui.theme import Theme
from app.wording.lang import Lang
from app.wording.terms import term

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROOM = 1.5  # of a line


@dataclass(frozen=True, slots=True)
class Tickable:
    """A finding with the severity that counts."""

    finding: ListedFinding
    severity: Severity


class FindingsModel(QAbstractListModel):
    """`ticked_changed`: by the user or by `tick_shown`."""

    ticked_changed = Signal()

    def __init__(self, theme: Theme, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._all: tuple[Tickable, ...] = ()
        self._shown: tuple[Tickable, ...] = ()
        self._words: tuple[str, ...] = ()
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> frozenset[str]:
        """Anchors."""
        return frozenset(self._ticked)

    def show(
        self, findings: Iterable[ListedFinding], severities: Mapping[str, Severity], ticked: Iterable[str]
    ) -> None:
        """All of them; `severities` by anchor."""
        self._all = tuple(Tickable(f, severities.get(f.anchor, f.severity)) for f in findings)
        self._ticked = set(ticked)
        self.filter(" ".join(self._words))

    def filter(self, words: str) -> None:
        """Show those with all these words; what is ticked stays ticked."""
        self._words = tuple(words.casefold().split())
        self.beginResetModel()
        self._shown = tuple(t for t in self._all if all(word in t.finding.searchable for word in self._words))
        self.endResetModel()

    def tick_shown(self, *, on: bool) -> None:
        """All that are shown."""
        anchors = {t.finding.anchor for t in self._shown}
        self._ticked = self._ticked | anchors if on else self._ticked - anchors
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticked_changed.emit()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, severity's mark, tick; the place below in the tip."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.finding.title
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(f"{row.finding.title}\n{row.finding.below}")
            case Qt.ItemDataRole.DecorationRole:
                return mark_icon(row.severity, self._theme.severity(row.severity))
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(
                    1, round(QFontMetrics(QApplication.font()).height() * _ROOM)
                )  # as wide as the list: elided
            case Qt.ItemDataRole.CheckStateRole:
                ticked = row.finding.anchor in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = term("severity", row.severity.value, self._lang)
                return f"{severity}: {row.finding.title}, {row.finding.below}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        anchor = self._shown[index.row()].finding.anchor
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(anchor)
        else:
            self._ticked.discard(anchor)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True
