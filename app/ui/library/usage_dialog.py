"""How often each reference clause was met in the stored cases, and when last; which were never met."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.library.model import Status
from app.ui.dialogs.buttons import Buttons
from app.ui.library.desk import Desk
from app.ui.library.rows import local_day

_ID = Qt.ItemDataRole.UserRole
_TITLE, _TYPE, _CASES, _LAST = range(4)
_ALL, _MET, _NEVER = range(3)


class _Line(QTreeWidgetItem):
    """Sorted by what the columns mean, not by how they are written."""

    def __init__(self, cells: list[str], clause: str, keys: tuple[str, str, int, str]) -> None:
        super().__init__(cells)
        self.setData(_TITLE, _ID, clause)
        self.setTextAlignment(_CASES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keys = keys

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        if not isinstance(other, _Line):
            return super().__lt__(other)
        return (self._keys[column], self._keys) < (other._keys[column], other._keys)


class UsageDialog(QDialog):
    """`look_at` shows a clause in the library's window."""

    def __init__(self, desk: Desk, look_at: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Verwendung der Bezugsklauseln"))
        self._desk, self._look_at = desk, look_at
        self.shown = QComboBox()
        self.shown.addItems([self.tr("Alle"), self.tr("Gefundene"), self.tr("Nie gefundene")])
        self.shown.currentIndexChanged.connect(self._fill)
        self.count = QLabel()
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels([self.tr("Bezugsklausel"), self.tr("Thema"), self.tr("Vorgänge"), self.tr("Zuletzt")])
        self.list.itemActivated.connect(lambda item: self._look_at(item.data(_TITLE, _ID)))
        self._arrange()
        desk.usage.changed.connect(self._fill)
        self.list.setSortingEnabled(True)
        self.list.sortByColumn(_CASES, Qt.SortOrder.DescendingOrder)
        self._fill()

    def _arrange(self) -> None:
        note = QLabel(
            self.tr(
                "Gezählt wird in den Vorgängen, die auf diesem Rechner gespeichert sind: wo eine Klausel des Dokuments einer Fassung "
                "nahekommt oder ein Hinweis aus der Bezugsklausel entstand."
            )
        )
        note.setWordWrap(True)
        row = QHBoxLayout()
        label = QLabel(self.tr("&Zeigen:"))
        label.setBuddy(self.shown)
        for widget in (label, self.shown, self.count):
            row.addWidget(widget)
        row.addStretch()
        buttons = Buttons(self, Buttons.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(note)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 130, em * 85)
        for section, width in ((_TITLE, 62), (_TYPE, 34), (_CASES, 10)):
            self.list.setColumnWidth(section, em * width)

    def _fill(self) -> None:
        session, lang = self._desk.session, self._desk.context.language.code
        usage = self._desk.usage()
        if usage is None:
            self.count.setText(self.tr("Die gespeicherten Vorgänge sind noch nicht gelesen oder nicht lesbar."))
            return
        names = {kind.id: kind.de if lang == "de" else kind.en for kind in session.store.types()}
        wanted = self.shown.currentIndex()
        self.list.clear()
        lines = []
        for entry in session.store.entries():
            found = usage.get(entry.id)
            met = found is not None and found.cases > 0
            if entry.status is Status.RETIRED or (wanted == _MET and not met) or (wanted == _NEVER and met):
                continue
            cases = found.cases if found else 0
            last = found.last.isoformat() if found else ""
            kind = names.get(entry.type, entry.type)
            said = local_day(found.last, lang) if found and met else self.tr("nie")
            keys = (entry.title.casefold(), kind.casefold(), cases, last)
            lines.append(_Line([entry.title, kind, str(cases), said], entry.id, keys))
        self.list.addTopLevelItems(lines)
        self.count.setText(self.tr("{0} Klauseln").format(len(lines)))
