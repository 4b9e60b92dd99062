"""A document as formatted text, with the same marks as on its pages; Word, web pages and text have no other view.

A long text is filled and set in slices; until it stands there, where to go and what to mark is remembered. Marks are painted over what
is in sight (`text_marks`), so the document itself never changes and painting costs the same in a long text as in a short one.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.models.source import Span
from app.ui.models.shown_text import ShownText
from app.ui.pagenotes import TextNote
from app.ui.slices import Slices
from app.ui.theme import Theme
from app.ui.views.marked_scroll_bar import Mark, MarkedScrollBar, MarkKind
from app.ui.views.text_marks import MarkPainter, TextMarks
from app.ui.views.text_page import TextPage

_BAR_STEPS = 1000  # heights of a scroll bar that can be told apart
_SMALL = 0.86  # letters of the numbers of pages


class TextView(TextPage):
    """The text of one document: a `DocumentView` of spans."""

    clause_clicked = Signal(str)
    menu_wanted = Signal(str, QPoint)  # on a clause, at a place of the screen
    note_clicked = Signal(str)  # key of a part left out, or id of a finding

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = TextMarks()
        self._tip_of: Callable[[str], str] | None = None
        self._bar = MarkedScrollBar(theme)
        self._bar_work = Slices(self)
        self._bar.mark_clicked.connect(self.clause_clicked)
        self.setVerticalScrollBar(self._bar)
        self.laid_out.connect(self._mark_bar)
        theme.changed.connect(self._recolour)
        self.setAutoFillBackground(True)
        self._recolour()

    # --- what is shown

    def show_text(self, text: ShownText, tip_of: Callable[[str], str] | None = None) -> None:
        """A text and its marks; the same text keeps its place. `tip_of`: what there is to say about a clause."""
        self._marks.text, self._tip_of = text, tip_of
        if self.show_source(text.source):
            self._marks.hits, self._marks.current = (), None
            self._bar.set_marks(())
        else:
            self._mark_bar()
        self.viewport().update()

    # --- marks

    def select(
        self,
        clause: str | None,
        quotes: tuple[Span, ...],
        places: tuple[Span, ...] = (),
        focus: tuple[Span, ...] = (),
    ) -> None:
        """Outline a clause, mark quotes, outline places that are no clause; bring `focus` (one of the quotes) into sight."""
        marks = self._marks
        marks.clause, marks.quotes, marks.places, marks.focus = clause, quotes, places, focus
        self._mark_bar()
        self.viewport().update()
        self.reveal(places or focus or marks.text.spans.get(clause or "", ()))

    def show_hits(self, hits: tuple[Span, ...], current: int | None) -> None:
        """Mark what was searched for, the current one stronger; moves nothing."""
        self._marks.hits, self._marks.current = hits, current
        self._mark_bar()
        self.viewport().update()

    def _mark_bar(self) -> None:
        if self.ready:
            self._bar_work.start(self._bar_marks(), self._bar.set_marks)

    def _bar_marks(self) -> Generator[None, None, tuple[Mark, ...]]:
        """No more than can be told apart: of two of a kind at the same height the first."""
        found: dict[tuple[int, MarkKind], Mark] = {}
        for offset, kind, tip, clause in self._marks.for_bar():
            at = self.height_of(offset)
            found.setdefault((round(at * _BAR_STEPS), kind), Mark(at, kind, tip, clause))
            yield None
        return tuple(found.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks under the text, the text, marks over it."""
        if not self.ready:
            super().paintEvent(event)
            return
        marks, painter = self._mark_painter(), QPainter(self.viewport())
        marks.paint_below(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        marks.paint_above(painter)
        marks.paint_pages(painter, self.tr("Seite {0}"), self._small_font())
        painter.end()

    def _mark_painter(self) -> MarkPainter:
        left, origin = self._side(), self._origin()
        edges = left - origin.x(), self.document().size().width() - left - origin.x()
        return MarkPainter(self._marks, self.offsets, self.document(), self._theme, origin, self._seen(), edges)

    def _small_font(self) -> QFont:
        font = QFont(self.document().defaultFont())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    # --- places

    def visible_clause(self) -> str | None:
        """The clause that is read now: the first in sight."""
        place = self.place()
        return None if place is None else self._marks.text.clauses.next_from(place)

    # --- look

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("document", "paper"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("document", "ink"))
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("document", "paper"))  # beside the viewport
        self.setPalette(palette)
        self._bar.setPalette(QApplication.palette())
        self.viewport().update()

    # --- events

    def event(self, event: QEvent) -> bool:
        """The frame shows where the keyboard is."""
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without selecting text selects the clause."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            offset = self._offset_at(event.position().toPoint())
            clause, note = self._marks.text.clauses.at(offset), self._note_at(offset)
            if note is not None and (clause is None or note.severity is not None):
                self.note_clicked.emit(note.key)
            elif clause is not None:
                self.clause_clicked.emit(clause)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the clause that was clicked; selected text can be copied instead."""
        clause = self._marks.text.clauses.at(self._offset_at(event.pos()))
        if clause is None or self.textCursor().hasSelection():
            super().contextMenuEvent(event)
        else:
            self.menu_wanted.emit(clause, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say why a part was left out, or what was found in the clause."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(self._offset_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip_at(self, offset: int) -> str:
        note, clause = self._note_at(offset), self._marks.text.clauses.at(offset)
        if note is not None:
            return note.tip
        return self._tip_of(clause) if clause in self._marks.text.marks and self._tip_of and clause else ""

    def _offset_at(self, place: QPoint) -> int:
        return self.offsets.to_python(self.cursorForPosition(place).position())

    def _note_at(self, offset: int) -> TextNote | None:
        return next((n for n in self._marks.text.notes if any(a <= offset <= b for a, b in n.spans)), None)

    # --- selected text

    def selected_text(self) -> str:
        """As in the document: without the numbers of sentences and notes."""
        cursor = self.textCursor()
        offsets, source = self.offsets, self._marks.text.source
        return source.text[offsets.to_python(cursor.selectionStart()) : offsets.to_python(cursor.selectionEnd())]

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged away."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data
