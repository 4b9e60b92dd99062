"""The list of findings: a selection that outlives every new arrangement, headings that open and close by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.ui.models.findingrows import FindingRow, ListRow
from app.ui.models.findings import FindingsModel
from app.ui.theme import Theme
from app.ui.views.finding_delegate import FindingDelegate
from app.wording.lang import Lang

_Select = QItemSelectionModel.SelectionFlag
_TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FindingsList(QListView):
    """Emits what the user picks; shows what it is told."""

    picked = Signal(str)  # id of a finding
    several = Signal()  # more or fewer findings are selected
    toggled = Signal(str)  # key of a group that is to be opened or closed
    opened = Signal(str)  # id of a finding: to be seen large
    menu_wanted = Signal(str, QPoint)  # id of a finding, place on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False  # the selection moves because we were told so, not by the user
        self.rows = FindingsModel(self)
        self.setModel(self.rows)
        self._delegate = FindingDelegate(self, self.rows, theme)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)
        self.selectionModel().currentChanged.connect(self._pick)
        self.selectionModel().selectionChanged.connect(self._count)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)

    # --- what is shown

    def show_rows(self, rows: tuple[ListRow, ...], lang: Lang) -> None:
        """Other rows; what was selected stays so, and as far from the top as it was, where it is still shown."""
        current, chosen = self.current, self.chosen()
        group = self.rows.group_at(self.currentIndex())
        place = self.visualRect(self.currentIndex()).top()
        self._told = True
        self.rows.show(rows, lang)
        self._choose(group.key if group else current, chosen)
        self._told = False
        now = self.currentIndex()
        if now.isValid():
            self._put(now, place)

    def _choose(self, current: str | None, chosen: tuple[str, ...]) -> None:
        places = (self.rows.index(row) for row in map(self.rows.row_of, chosen) if row >= 0)
        selection = QItemSelection()
        for place in places:
            selection.select(place, place)
        self.selectionModel().select(selection, _Select.ClearAndSelect)
        index = self.rows.index(self.rows.row_of(current)) if self.rows.row_of(current) >= 0 else QModelIndex()
        flag = _Select.NoUpdate if len(chosen) > 1 else _Select.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def _put(self, index: QModelIndex, top: int) -> None:
        bar = self.verticalScrollBar()
        if 0 <= top < self.viewport().height():
            bar.setValue(bar.value() + self.visualRect(index).top() - top)
        else:
            self.scrollTo(index)

    def forget(self) -> None:
        """Nothing is selected: what comes next are other findings, whatever their ids."""
        self._told = True
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()
        self._told = False

    def select(self, finding: str | None) -> None:
        """The finding that is looked at."""
        if finding == self.current and finding in self.chosen():
            return
        row = self.rows.row_of(finding)
        self._told = True
        index = self.rows.index(row) if row >= 0 else QModelIndex()
        # Not by the view: it looks at Ctrl and Shift, which are still held down after Ctrl+1 or Shift+F8, and would add to the selection.
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        if row < 0:
            self.clearSelection()
        self._told = False

    @property
    def current(self) -> str | None:
        """Id of the finding in front."""
        row = self.rows.finding_at(self.currentIndex())
        return row.finding.id if row else None

    def chosen(self) -> tuple[str, ...]:
        """Ids of all findings that are selected, in their order."""
        return tuple(row.finding.id for row in self.chosen_rows())

    def chosen_rows(self) -> Iterator[FindingRow]:
        """The same, as rows."""
        for index in sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row):
            if (row := self.rows.finding_at(index)) is not None:
                yield row

    # --- what the user does

    def _pick(self, index: QModelIndex) -> None:
        if not self._told and (row := self.rows.finding_at(index)) is not None:
            self.picked.emit(row.finding.id)

    def _count(self) -> None:
        if not self._told:
            self.several.emit()

    def _click(self, index: QModelIndex) -> None:
        group = self.rows.group_at(index)
        if group is not None:
            self.toggled.emit(group.key)
        else:
            self._pick(index)

    def _open(self, index: QModelIndex) -> None:
        if (row := self.rows.finding_at(index)) is not None:
            self.opened.emit(row.finding.id)

    def _offer_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if (row := self.rows.finding_at(index)) is not None:
            self.menu_wanted.emit(row.finding.id, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right, Return and space are a heading's; Return on a finding shows it large."""
        group = self.rows.group_at(self.currentIndex())
        key = event.key()
        if group is not None and (key in _TOGGLES or key == _arrow(is_open=group.open)):
            self.toggled.emit(group.key)
        elif group is None and key in _TOGGLES[:2]:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click on a heading is a click of its own."""
        if self.rows.group_at(self.indexAt(event.position().toPoint())) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    # --- sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles may need another line; the finding that is looked at stays in sight."""
        before = QRect(QPoint(), event.oldSize())
        seen = self.visualRect(self.currentIndex()).intersects(before)
        self._delegate.measure()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # Qt lays rows out anew for another height only
            self.scheduleDelayedItemsLayout()
        if seen:
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """So they may in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.measure()
            self.scheduleDelayedItemsLayout()


def _arrow(*, is_open: bool) -> Qt.Key:
    """The arrow key that has something to do."""
    return Qt.Key.Key_Left if is_open else Qt.Key.Key_Right
