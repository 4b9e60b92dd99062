"""The parts of a clause's editor and how they lie: head, notice, pages with the preview beside them, list of mistakes; ways between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.library.desk import Desk
from app.ui.library.editing import Editing, Place, judged
from app.ui.library.editor_head import EditorHead
from app.ui.library.editor_mistakes import MistakeList
from app.ui.library.editor_notice import NoticeStrip
from app.ui.library.editor_pages import EditorPages
from app.ui.library.preview_panel import PreviewPanel, make_room

_PAGES = 6


class EditorFrame(QWidget):
    """What is typed and done in it is the editor's business."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = desk.context
        self.editing: Editing | None = None
        self.pages: EditorPages | None = None
        self._build(desk)

    def _build(self, desk: Desk) -> None:
        self.head = EditorHead(self._context.theme)
        self.notice = NoticeStrip(self._context.theme)
        self.mistakes = MistakeList()
        self.mistakes.picked.connect(self.reveal)
        self.preview = PreviewPanel(desk)
        self.preview.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.preview)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.notice, self.splitter, self.mistakes):
            column.addWidget(widget)
        column.setStretch(2, 1)
        self.head.preview.toggled.connect(self._show_preview)
        self.shortcut("F8", self.next_mistake)
        for number in range(_PAGES):
            self.shortcut(f"Ctrl+{number + 1}", partial(self._go_to_page, number))

    def shortcut(self, keys: str, action: Callable[[], object]) -> None:
        """A key that works in all of the editor."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    def reveal(self, place: Place) -> None:
        """Bring a place to sight, with the focus in it."""
        if self.pages is not None:
            self.pages.reveal(place)

    def next_mistake(self) -> None:
        """To the mistake below the one looked at last."""
        found = self.mistakes.list
        if found.count():
            row = (found.currentRow() + 1) % found.count()
            found.setCurrentRow(row)
            self.reveal(tuple(found.item(row).data(Qt.ItemDataRole.UserRole)))

    def _go_to_page(self, number: int) -> None:
        if self.pages is not None:
            self.pages.names.setCurrentRow(number)
            self.pages.names.setFocus()

    def _show_preview(self, on: bool) -> None:
        if on:
            make_room(self.preview)
        self.preview.setVisible(on)
        self.splitter.setSizes([3 * self.width() // 5, 2 * self.width() // 5])
        if on and self.editing is not None:
            self.preview.show_clause(judged(self.editing.plain).clause)
