"""A document without pages (Word, web pages, text) as formatted text with the same marks as on pages.

Tints are extra selections, so the document itself never changes; bars and the outline are painted in the left margin. What is no
part of the terms is set grey; where hidden text would stand there is a small wedge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from app.models.analysis import Analysis, Severity
from app.models.reading import Clause
from app.models.source import Span
from app.ui.models.outline import worst_by_clause
from app.ui.pagenotes import TextNote
from app.ui.textformat import TAB, fill
from app.ui.theme import Theme
from app.ui.utf16 import Utf16Map
from app.ui.views.marking import draw_bar, draw_wedge, spot_pen, tint

_SIDE = 30  # pixels at the left for bars and outline
_COLUMN_EM = 46  # a readable measure
_STEP, _LEAST, _MOST = 1.15, 0.5, 4.0
_QUOTE_ALPHA = 120
_BESIDE = 6.0  # pixels of a wedge from its paragraph


class TextView(QTextEdit):
    """The text of one document."""

    clause_clicked = Signal(str)
    menu_wanted = Signal(str, QPoint)  # on a clause, at a place of the screen
    note_clicked = Signal(str)  # key of a part left out, or id of a finding
    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._analysis: Analysis | None = None
        self._offsets = Utf16Map("")
        self._shown_text: str | None = None
        self._worst: dict[str, Severity] = {}
        self._tinted: dict[str, Severity] = {}
        self._selected: str | None = None
        self._quotes: tuple[Span, ...] = ()
        self._places: tuple[Span, ...] = ()
        self._focus: tuple[Span, ...] = ()
        self._notes: tuple[TextNote, ...] = ()
        self._percent = 1.0
        self._size = self.font().pointSizeF()
        self.setReadOnly(True)
        self.setTabStopDistance(TAB)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._recolour)
        self._recolour()

    # --- what is shown

    def show_analysis(self, analysis: Analysis) -> None:
        """The text and its marks; the same text keeps its place."""
        self._analysis = analysis
        self._worst, self._tinted = worst_by_clause(analysis), worst_by_clause(analysis, sections=False)
        source = analysis.reading.source
        if self._shown_text != source.text:
            self._shown_text = source.text
            self._offsets = fill(self.document(), source)
            self._set_margins()
            self.moveCursor(QTextCursor.MoveOperation.Start)  # filling leaves it, and so the view, at the end
        self._mark()

    def show_notes(self, notes: tuple[TextNote, ...]) -> None:
        """Parts left out and places of hidden text."""
        self._notes = notes
        self._mark()

    def select(
        self,
        clause: str | None,
        quotes: tuple[Span, ...],
        places: tuple[Span, ...] = (),
        focus: tuple[Span, ...] = (),
    ) -> None:
        """Outline a clause, mark quotes, outline places that are no clause; bring `focus` (one of the quotes) into sight."""
        self._selected, self._quotes, self._places, self._focus = clause, quotes, places, focus
        self._mark()
        spans = places or focus or self._spans(clause)
        if spans:
            self._reveal(spans[0])

    def _spans(self, clause: str | None) -> tuple[Span, ...]:
        if self._analysis is None or clause is None:
            return ()
        return self._analysis.reading.by_id[clause].spans

    def _reveal(self, span: Span) -> None:
        place = self.cursorRect(self._cursor((span[0], span[0])))
        height = self.viewport().height()
        if not height * 0.05 <= place.top() <= height * 0.85:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(place.top() - height / 3))

    # --- marks

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_qt(span[0]))
        cursor.setPosition(self._offsets.to_qt(span[1]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self) -> None:
        if self._analysis is None:
            return
        marks = [self._greyed(span) for note in self._notes if note.severity is None for span in note.spans]
        for clause, severity in self._tinted.items():
            colour = tint(self._theme.severity(severity))
            marks += [self._wash(span, colour) for span in self._spans(clause)]
        quote = tint(self._theme.colour("document", "quote"), _QUOTE_ALPHA)
        marks += [self._wash(span, quote) for span in self._quotes]
        if self._focus != self._quotes:  # it is one of several
            marks += [self._underlined(span, quote) for span in self._focus]
        self.setExtraSelections(marks)
        self.viewport().update()

    def _marked(self) -> Iterable[Clause]:
        clauses = self._analysis.reading.clauses if self._analysis else ()
        return (clause for clause in clauses if clause.id in self._worst)

    def _wash(self, span: Span, colour: QColor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(span)
        mark.format.setBackground(colour)
        return mark

    def _underlined(self, span: Span, colour: QColor) -> QTextEdit.ExtraSelection:
        mark = self._wash(span, colour)
        mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        mark.format.setUnderlineColor(self._theme.colour("document", "selected"))
        return mark

    def _greyed(self, span: Span) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(span)
        mark.format.setForeground(self._theme.colour("palette", "soft"))
        return mark

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then bars and outline."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for clause in self._marked():
            severity = self._worst[clause.id]
            for top, bottom in self._heights(clause.spans):
                draw_bar(painter, self._left() - 12.0, top, bottom, severity, self._theme.severity(severity))
        if self._selected is not None:
            self._paint_outline(
                painter, self._spans(self._selected), QPen(self._theme.colour("document", "selected"), 2.0)
            )
        self._paint_places(painter)
        painter.end()

    def _paint_places(self, painter: QPainter) -> None:
        """Wedges where hidden text would stand; a dashed outline round what was picked and is no clause."""
        for note in self._notes:
            if note.severity is not None:
                self._paint_wedges(painter, note.spans, self._theme.severity(note.severity))
        self._paint_wedges(painter, self._places, self._theme.colour("document", "selected"))
        wide = tuple(span for span in self._places if span[0] < span[1])
        self._paint_outline(painter, wide, spot_pen(self._theme.colour("document", "selected")))

    def _paint_wedges(self, painter: QPainter, spans: Sequence[Span], colour: QColor) -> None:
        for start, end in spans:
            place = QRectF(self.cursorRect(self._cursor((start, start))))
            if start < end:  # only the paragraph is known: beside it
                place.translate(-_BESIDE, 0)
            draw_wedge(painter, place, colour)

    def _paint_outline(self, painter: QPainter, spans: Sequence[Span], pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heights = list(self._heights(spans))
        if heights:
            top, bottom = min(t for t, _ in heights), max(b for _, b in heights)
            width = self.viewport().width() - 2 * (self._left() - 18.0)
            painter.drawRoundedRect(QRectF(self._left() - 18.0, top - 2, width, bottom - top + 4), 4, 4)

    def _heights(self, spans: Iterable[Span]) -> Iterable[tuple[float, float]]:
        """Top and bottom of each span in the viewport, where it shows."""
        for start, end in spans:
            first = self.cursorRect(self._cursor((start, start)))
            last = self.cursorRect(self._cursor((end, end)))
            if last.bottom() >= 0 and first.top() <= self.viewport().height():
                yield float(first.top()), float(last.bottom())

    # --- look

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("document", "paper"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("document", "ink"))
        self.setPalette(palette)
        self._mark()

    def _left(self) -> float:
        return self.document().rootFrame().frameFormat().leftMargin()

    def _set_margins(self) -> None:
        measure = self.fontMetrics().averageCharWidth() * 2 * _COLUMN_EM * self._percent
        side = max(float(_SIDE), (self.viewport().width() - measure) / 2)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(16)
            shape.setBottomMargin(40)
            frame.setFrameFormat(shape)

    # --- zoom

    def zoom_in(self) -> None:
        """One step larger."""
        self._set_zoom(self._percent * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._set_zoom(self._percent / _STEP)

    def fit(self) -> None:
        """The size of the window's text."""
        self._set_zoom(1.0)

    def _set_zoom(self, percent: float) -> None:
        self._percent = min(_MOST, max(_LEAST, percent))
        font = QFont(self.font())
        font.setPointSizeF(self._size * self._percent)
        self.document().setDefaultFont(font)
        self._set_margins()
        self.zoom_changed.emit(self._percent)

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure."""
        super().resizeEvent(event)
        self._set_margins()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without selecting text selects the clause."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            offset = self._offset_at(event.position().toPoint())
            clause, note = self._clause_at(offset), self._note_at(offset)
            if note is not None and (clause is None or note.severity is not None):
                self.note_clicked.emit(note.key)
            elif clause is not None:
                self.clause_clicked.emit(clause)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the clause that was clicked; selected text can be copied instead."""
        clause = self._clause_at(self._offset_at(event.pos()))
        if clause is None or self.textCursor().hasSelection():
            super().contextMenuEvent(event)
        else:
            self.menu_wanted.emit(clause, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say why a part was left out."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note = self._note_at(self._offset_at(event.pos()))
            QToolTip.showText(event.globalPos(), note.tip if note else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def _offset_at(self, place: QPoint) -> int:
        return self._offsets.to_python(self.cursorForPosition(place).position())

    def _note_at(self, offset: int) -> TextNote | None:
        return next((n for n in self._notes if any(a <= offset <= b for a, b in n.spans)), None)

    def _clause_at(self, offset: int) -> str | None:
        clauses = self._analysis.reading.clauses if self._analysis else ()
        return next((c.id for c in clauses if any(a <= offset <= b for a, b in c.spans)), None)
