"""The pages as thumbnails: where one is in a long document, and which pages hold findings.

Thumbnails are drawn by the document's worker after everything that is in sight, and only those that show themselves; they share the
memory of the pages.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QListView, QStackedLayout

from app.ui.models.pages import PageNames, PageRow, PagesModel, page_rows
from app.ui.models.weighed import weighed
from app.ui.opened import OpenDocument
from app.ui.page_pieces import thumbnail_piece
from app.ui.panels.panel import Material, Panel
from app.ui.views.page_delegate import PageDelegate

_ASK_AFTER_MS = 80  # the list rests: what is scrolled past is not drawn
_INSIDE = QPoint(4, 0)  # from the corner of the list


class PagesPanel(Panel):
    """Goes to a page and follows the one that is read."""

    name, icon = "pages", "pages"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._images = document.images
        self._following = False
        self._names = PageNames("{0}", "{0}", "{0}")
        self.model = PagesModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = PageDelegate(self.list, self._images, document.context.theme)
        self.list.setItemDelegate(self._delegate)
        self.list.viewport().installEventFilter(self)
        self._none = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._shelf = QStackedLayout(self)
        self._shelf.addWidget(self._none)
        self._shelf.addWidget(self.list)
        self._rest = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self.begin_at(self.list)
        self._listen()
        self.retranslate()

    def _listen(self) -> None:
        self._rest.timeout.connect(self._want)
        self.list.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self.list.selectionModel().currentChanged.connect(self._go_to)
        self.list.clicked.connect(self._go_to)
        self._images.changed.connect(self._draw_again)
        self.document.session.pages_known.connect(self._show_sizes)
        self.document.page_seen.connect(self._follow)
        self.document.context.theme.changed.connect(self.list.viewport().update)

    def retranslate(self) -> None:
        """Its own words."""
        self._say_none()
        self.list.setAccessibleName(self.tr("Seiten"))
        self._names = PageNames(
            self.tr("Seite {0}"), self.tr("Seite {0}, ein Hinweis"), self.tr("Seite {0}, {1} Hinweise")
        )

    def _say_none(self) -> None:
        """Once it is known."""
        self._none.setText(self.tr("Dieses Dokument hat keine Seiten.") if self.document.analysis else "")

    def title(self) -> str:
        """On the rail."""
        return self.tr("Seiten")

    def prepare(self, material: Material) -> tuple[PageRow, ...]:
        """The pages and what was found on them."""
        return page_rows(weighed(material.analysis, material.decided), self._names)

    def show_prepared(self, rows: tuple[PageRow, ...], material: Material) -> None:
        """Another analysis."""
        self._say_none()
        self._show(rows)

    def _show_sizes(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Pages are there before anything is read."""
        if len(sizes) != len(self.model.rows):
            rows = (PageRow(n, *size, spoken=self._names.of(n, 0)) for n, size in enumerate(sizes, start=1))
            self._show(tuple(rows))

    def _show(self, rows: tuple[PageRow, ...]) -> None:
        self.model.show(rows)
        self._shelf.setCurrentWidget(self.list if rows else self._none)
        if rows and self.document.page is not None:
            self._follow(*self.document.page)
        self._rest.start()

    # --- the page that is read

    def _follow(self, page: int, _count: int) -> None:
        index = self.model.index(page - 1)
        if not index.isValid() or index == self.list.currentIndex():
            return
        self._following = True
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if not self.list.viewport().rect().contains(self.list.visualRect(index)):
            self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.document.page_wanted.emit(index.row() + 1)

    # --- thumbnails

    def _want(self) -> None:
        ratio = self.devicePixelRatioF()
        pieces = []
        for row in self._visible():
            width, height = self._delegate.thumbnail_size(row)
            pieces.append(thumbnail_piece(row.number, round(width * ratio), round(height * ratio)))
        self._images.want_thumbnails(pieces)

    def _visible(self) -> tuple[PageRow, ...]:
        """The rows in sight, and one more to each side."""
        rows, view = self.model.rows, self.list.viewport().rect()
        if not rows or not self.isVisible():
            return ()
        first = self.list.indexAt(view.topLeft() + _INSIDE)
        last = self.list.indexAt(view.bottomLeft() + _INSIDE)
        low = first.row() if first.isValid() else 0
        high = last.row() if last.isValid() else len(rows) - 1
        return rows[max(0, low - 1) : high + 2]

    def _draw_again(self, page: int) -> None:
        index = self.model.index(page - 1)
        if index.isValid() and self.isVisible():
            self.list.update(index)

    def showEvent(self, event: QShowEvent) -> None:
        """Thumbnails are wanted now, and the page that is read is in sight."""
        super().showEvent(event)
        self.list.scrollTo(self.list.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at them."""
        super().hideEvent(event)
        self._images.want_thumbnails(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width, other thumbnails."""
        if event.type() is QEvent.Type.Resize:
            self.list.scheduleDelayedItemsLayout()
            self._rest.start()
        return super().eventFilter(watched, event)
