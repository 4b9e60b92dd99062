"""The pages of a PDF as one works with them: mouse and keys over `PdfPages`.

A click selects the clause; dragging selects words, two clicks a word, three a paragraph; Shift goes on from there. The text is
that of the document, so what is copied is what was checked. Pointing at a clause tells what was found there.
"""

from __future__ import annotations

from PySide6.QtCore import QBasicTimer, QElapsedTimer, QEvent, QPoint, QRect, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from app.ui.page_images import PageImages
from app.ui.page_text import DocumentText
from app.ui.text_selecting import Unit
from app.ui.theme import Theme
from app.ui.views.page_painter import placed
from app.ui.views.pdf_keys import step_of
from app.ui.views.pdf_pages import PdfPages

_SCROLL_EVERY_MS = 30  # while the mouse drags a selection out of the view
_SCROLL_SHARE = 0.5  # of the distance from the view at each of these


class PdfView(PdfPages):
    """The pages of one PDF."""

    clause_clicked = Signal(str)
    menu_wanted = Signal(str, QPoint)  # on a clause, at a place of the screen
    note_clicked = Signal(str)  # key of a part left out, or id of a finding
    selection_changed = Signal()  # of words

    def __init__(self, theme: Theme, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(theme, images, parent)
        self._pressed: QPoint | None = None
        self._dragging = False
        self._several = QElapsedTimer()  # since the second of several clicks
        self._beyond = QBasicTimer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.bar.mark_clicked.connect(self.clause_clicked)

    # --- selected words

    def selected_text(self) -> str:
        """The words selected, "" for none."""
        return self._marks.selecting.text

    def has_selection(self) -> bool:
        """Whether there is anything to copy."""
        return self._marks.selecting.span is not None

    def copy(self) -> None:
        """What is selected to the clipboard."""
        if self.selected_text():
            QGuiApplication.clipboard().setText(self.selected_text())

    def select_all(self) -> None:
        """All words of the document."""
        self._marks.selecting.select_all()
        self._selected()

    def show_text(self, text: DocumentText) -> None:
        """The words that can be selected."""
        super().show_text(text)
        self.selection_changed.emit()

    def _selected(self, *, done: bool = True) -> None:
        """Another selection; `done`: the mouse has let it go, so that the middle button of X11 can put it elsewhere."""
        clipboard = QGuiApplication.clipboard()
        if done and self.selected_text() and clipboard.supportsSelection():
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)
        self.selection_changed.emit()
        self._redraw()

    def _offset_at(self, place: QPoint) -> int | None:
        """The letter nearest to a place of the viewport, also beside the page."""
        number, x, y = self._nearest(place.toPointF())
        return self._marks.text.page(number).offset_at(x, y)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of words, which may become a selection; a third click of a paragraph."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        third = self._several.isValid() and self._several.elapsed() < QApplication.doubleClickInterval()
        self._several.invalidate()
        offset, selecting = self._offset_at(place), self._marks.selecting
        if offset is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selecting.head is not None:
            selecting.drag_to(offset)
            self._dragging = True
        elif offset is not None:
            selecting.press(offset, Unit.PARAGRAPH if third else Unit.LETTER)
            self._dragging = third
        self._pressed = place
        self._selected(done=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A word."""
        offset = self._offset_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and offset is not None:
            self._marks.selecting.press(offset, Unit.WORD)
            self._pressed, self._dragging = event.position().toPoint(), True
            self._several.start()
            self._selected(done=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a selection, else show what is under the mouse."""
        place = event.position().toPoint()
        if self._pressed is None:
            self._point_at(place)
        elif self._dragging or (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._drag_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a selection; a click that selected nothing is one on the clause."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        clicked = not self._dragging
        self._pressed, self._dragging = None, False
        self._beyond.stop()
        self._selected()
        if clicked:
            self._click(event.position().toPoint())

    def _click(self, place: QPoint) -> None:
        number, x, y = self._on_page(place)
        if self._images.failed(number):
            self._images.try_again()
            return
        clause, (hidden, aside) = self._marks.clause_at(number, x, y), self._marks.note_at(number, x, y)
        if note := hidden or (aside if clause is None else ""):
            self.note_clicked.emit(note)
        elif clause is not None:
            self._stays = True  # what was clicked is in sight, and a second click must meet the same word
            self.clause_clicked.emit(clause)
            self._stays = False

    def _drag_to(self, place: QPoint) -> None:
        offset = self._offset_at(place)
        if offset is not None:
            self._marks.selecting.drag_to(offset)
            self._selected(done=False)
        if self.viewport().rect().contains(place):
            self._beyond.stop()
        elif not self._beyond.isActive():
            self._beyond.start(_SCROLL_EVERY_MS, self)

    def timerEvent(self, event: QTimerEvent) -> None:
        """The mouse holds a selection beyond the view: scroll after it, faster the farther it is."""
        if event.timerId() != self._beyond.timerId():
            super().timerEvent(event)
            return
        place, view = self.viewport().mapFromGlobal(QCursor.pos()), self.viewport().rect()
        down = max(0, place.y() - view.bottom()) + min(0, place.y() - view.top())
        across = max(0, place.x() - view.right()) + min(0, place.x() - view.left())
        for bar, by in ((self.bar, down), (self.horizontalScrollBar(), across)):
            bar.setValue(bar.value() + round(by * _SCROLL_SHARE))
        self._drag_to(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the clause; words that are selected can be copied instead."""
        by_mouse = event.reason() is not QContextMenuEvent.Reason.Keyboard
        clause = self._marks.clause_at(*self._on_page(event.pos())) if by_mouse else self._marks.clause
        if self.selected_text():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Kopieren"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
            menu.addAction(
                self.tr("Alles markieren"), QKeySequence(QKeySequence.StandardKey.SelectAll), self.select_all
            )
            menu.popup(event.globalPos())
        elif clause is not None:
            self.menu_wanted.emit(clause, event.globalPos())

    # --- pointing

    def _point_at(self, place: QPoint) -> None:
        """Show what can be clicked, and a page that was not read as it is."""
        number, x, y = self._on_page(place)
        clause = self._marks.clause_at(number, x, y)
        self._set_pointed(clause, number)
        if self._images.failed(number):
            shape = Qt.CursorShape.PointingHandCursor
        elif self._marks.text.page(number).over_text(x, y):
            shape = Qt.CursorShape.IBeamCursor
        elif clause is not None or any(self._marks.note_at(number, x, y)):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _set_pointed(self, clause: str | None, page: int) -> None:
        marks = self._marks
        if (clause, page) != (marks.pointed, marks.pointed_page):
            marks.pointed, marks.pointed_page = clause, page
            self._redraw()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say why a part was left out, or what was found in the clause under the mouse."""
        if event.type() is QEvent.Type.Leave:
            self._set_pointed(None, 0)
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip, clause = self._tip_at(event.pos())
            QToolTip.showText(event.globalPos(), tip, self.viewport(), self._where(clause, event.pos()))
            return True
        return super().viewportEvent(event)

    def _tip_at(self, place: QPoint) -> tuple[str, str | None]:
        number, x, y = self._on_page(place)
        note = self._marks.note_tip(number, x, y)
        clause = None if note else self._marks.clause_at(number, x, y)
        return note or (self._tips(clause) if clause else ""), clause

    def _where(self, clause: str | None, place: QPoint) -> QRect:
        """The lines of the clause on this page: the tip goes when the mouse leaves them."""
        number = self._on_page(place)[0]
        found = next((o for o in self._marks.overlays.get(number, ()) if o.clause == clause), None)
        if found is None:
            return QRect()
        page = self._layout.pages[number - 1]
        lines = placed(found.boxes, page, self._area(page))
        return next(
            (line.toAlignedRect().adjusted(-2, -4, 2, 4) for line in lines if line.contains(place.toPointF())), QRect()
        )

    # --- keys

    def event(self, event: QEvent) -> bool:
        """F5 means the page while there is one to be drawn again."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            again = event.key() == Qt.Key.Key_F5 and self._anything_failed()
            if again or step_of(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def _anything_failed(self) -> bool:
        return any(self._images.failed(page.number) for page in self._visible())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and arrows go on selecting; the rest scrolls."""
        step = step_of(event)
        if step is not None and self._marks.selecting.move(step):
            self._selected()
            self._show_head()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_F5 and self._anything_failed():
            self._images.try_again()
        else:
            super().keyPressEvent(event)

    def _show_head(self) -> None:
        """Where the selection is moved stays in sight."""
        text, head = self._marks.text, self._marks.selecting.head
        box = text.page(text.page_of(head)).caret(head) if head is not None else None
        if box is not None:
            self._reveal(box)
