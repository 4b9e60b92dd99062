"""The strip at the foot of the window while several files are read: all in one line, and each in a list that can be pulled up."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.imports import Imports
from app.ui.models.importlist import ROW_ROLE, ImportListModel
from app.ui.models.importrows import ImportRow
from app.ui.models.queueing import IN_VAIN
from app.ui.views.import_delegate import ImportDelegate

_STEPS = 1000
_LINES = 11  # of text, the list is high at most
_LEAST = 4


class ImportList(QFrame):
    """Hidden while there is nothing to tell; opens by itself where a file came to nothing."""

    def __init__(self, imports: Imports, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imports = imports
        self._failed = 0
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = QLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setAutoRaise(True)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.toggled.connect(self._unfold)
        self.cancel_all, self.close_ = QPushButton(), QPushButton()
        self.cancel_all.clicked.connect(imports.cancel_all)
        self.close_.clicked.connect(imports.clear)
        self.list = _List(context)
        self.list.activated.connect(self._do_first)
        self.list.customContextMenuRequested.connect(self._offer_menu)
        self.list.selectionModel().currentChanged.connect(self._show_possible)
        self._buttons = {what: QPushButton() for what in ("show", "password", "retry", "cancel", "remove")}
        for what, button in self._buttons.items():
            button.clicked.connect(lambda _=False, what=what: self._do(what))
        self._body = QWidget()
        self._arrange()
        imports.changed.connect(self._refresh)
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._retranslate)
        self._retranslate()

    def _arrange(self) -> None:
        head, foot, body, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self._body), QVBoxLayout(self)
        head.addWidget(self._text)
        head.addWidget(self._bar, 1)
        head.addStretch()
        for button in (self.toggle, self.cancel_all, self.close_):
            head.addWidget(button)
        for button in self._buttons.values():
            foot.addWidget(button)
        foot.addStretch()
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.list)
        body.addLayout(foot)
        column.addLayout(head)
        column.addWidget(self._body)
        self._body.hide()

    # --- what is shown

    def _refresh(self) -> None:
        together, rows = self._imports.together(), self._imports.rows()
        self._text.setText(together.text)
        self._bar.setVisible(together.busy)
        self._bar.setValue(round(together.fraction * _STEPS))
        self.cancel_all.setVisible(together.busy)
        self.close_.setVisible(not together.busy)
        self.list.show_rows(rows)
        self._show_possible()
        if together.failed > self._failed:
            self.toggle.setChecked(True)
            self.list.look_at_trouble()
        self._failed = together.failed
        self.setVisible(bool(rows) and (together.busy or together.failed > 0))

    def _unfold(self, wanted: bool) -> None:
        self._body.setVisible(wanted)
        self._retranslate()

    def _show_possible(self) -> None:
        row = self.list.row
        for what, button in self._buttons.items():
            button.setVisible(row is not None and what in row.possible)

    # --- what the user does

    def _do(self, what: str) -> None:
        row = self.list.row
        if row is not None and what in row.possible:
            self._imports.act(row.number, what)

    def _do_first(self) -> None:
        row = self.list.row
        if row is not None:
            self._do(row.possible[0])

    def _offer_menu(self, place: QPoint) -> None:
        row = self.list.row
        if row is None or not self.list.indexAt(place).isValid():
            return
        menu = QMenu(self)
        for what in row.possible:
            menu.addAction(self._buttons[what].text()).triggered.connect(lambda _=False, what=what: self._do(what))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del gives a file up or takes it off the list."""
        if event.key() == Qt.Key.Key_Delete and self.list.row is not None:
            self._do("cancel" if "cancel" in self.list.row.possible else "remove")
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        unfolded = self.toggle.isChecked()
        self.setAccessibleName(self.tr("Dateien, die gelesen werden"))
        self.list.setAccessibleName(self.tr("Dateien, die gelesen werden"))
        self._bar.setAccessibleName(self.tr("Fortschritt aller Dateien"))
        self.toggle.setText(self.tr("Liste ausblenden") if unfolded else self.tr("Liste zeigen"))
        self.toggle.setIcon(line_icon("fold" if unfolded else "unfold"))
        self.cancel_all.setText(self.tr("Alle abbrechen"))
        self.close_.setText(self.tr("Schließen"))
        self._buttons["show"].setText(self.tr("Anzeigen"))
        self._buttons["password"].setText(self.tr("Passwort eingeben …"))
        self._buttons["retry"].setText(self.tr("Erneut versuchen"))
        self._buttons["cancel"].setText(self.tr("Abbrechen"))
        self._buttons["remove"].setText(self.tr("Aus der Liste nehmen"))
        self._refresh()


class _List(QListView):
    """Keeps the row that is looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._model = ImportListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ImportDelegate(self, context.theme))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: tuple[ImportRow, ...]) -> None:
        """As they are now."""
        kept = self.row
        heights = [row.below.count(" ") for row in rows] != [row.below.count(" ") for row in self._model.rows]
        self._model.show(rows)
        place = self._model.place_of(kept.number) if kept else 0
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self._model.index(max(0, place)))
        if heights:
            self.scheduleDelayedItemsLayout()  # a sentence may need another line
            self.updateGeometry()

    def look_at_trouble(self) -> None:
        """At the first file that came to nothing, unless somebody is in the list."""
        places = [place for place, row in enumerate(self._model.rows) if row.stage in IN_VAIN]
        if places and not self.hasFocus():
            self.setCurrentIndex(self._model.index(places[0]))

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        line, frame = self.fontMetrics().lineSpacing(), 2 * self.frameWidth()
        rows = sum(self.sizeHintForRow(place) for place in range(self._model.rowCount()))
        return QSize(super().sizeHint().width(), min(max(rows, _LEAST * line), _LINES * line) + frame)

    def minimumSizeHint(self) -> QSize:
        """It gives way to the document."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * _LEAST)

    @property
    def row(self) -> ImportRow | None:
        """The one looked at."""
        index: QModelIndex = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences break elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The selection steps forward."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And back."""
        super().focusOutEvent(event)
        self.viewport().update()
