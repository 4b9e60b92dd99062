"""A long text set in a reader's measure: filled, laid out and scaled in slices, so that the window answers meanwhile.

Until the text stands there, where to go is remembered. Sizes follow the letters: indentation, white space and margins grow with them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from app.models.reading import NOTHING_READ
from app.models.source import SourceDocument, Span
from app.ui.slices import Slices
from app.ui.textformat import Filled, filling, scaling
from app.ui.textlooks import Looks, ParagraphLook, Scale
from app.ui.utf16 import Utf16Map
from app.ui.views.text_geometry import boxes_of, positions_between

_COLUMN_EM = 46  # a readable measure
_SIDE_EM = 6.5  # beside it: bars, signs and the numbers of pages
_STEP, _LEAST, _MOST = 1.15, 0.5, 4.0
_ABOVE, _BELOW = 16.0, 40.0  # pixels before the first line and behind the last
_SETTLED = 16  # paragraphs that are laid out at a time
_IN_SIGHT = 8000  # characters: more are never in sight at once
_POINTS_PER_INCH = 72
_FRAME = 1  # pixels round the viewport, for the frame of the focus


class TextPage(QTextEdit):
    """The text of one source; whoever inherits paints and listens."""

    zoom_changed = Signal(float)
    filled = Signal()  # the text stands there
    laid_out = Signal()  # it stands elsewhere than before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offsets = Utf16Map("")
        self._source = NOTHING_READ.source
        self._looks: tuple[tuple[int, ParagraphLook], ...] = ()
        self._body = Looks(self._source).body
        self._slices = Slices(self)
        self._ready = False
        self._then: Callable[[], None] | None = None  # where to go when the text stands there
        self._wanted: int | None = None
        self._kept = (0, 0)  # a place that was gone to, and the scroll bar then
        self._percent = 1.0
        self._resized = False
        self._settled = True  # False: laid out anew, the picture stands still meanwhile
        self._size = self.font().pointSizeF()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    @property
    def ready(self) -> bool:
        """Whether the text stands there."""
        return self._ready

    # --- filling

    def show_source(self, source: SourceDocument) -> bool:
        """Whether it is another text than before; the same keeps its place."""
        other = not self._started or self._source.text != source.text
        self._source = source
        if other:
            self._fill(source)
        return other

    @property
    def _started(self) -> bool:
        return self._ready or self._slices.busy

    def _fill(self, source: SourceDocument) -> None:
        self._ready, self._settled, self._kept = False, True, (0, 0)
        self.viewport().setUpdatesEnabled(True)
        self._body = Looks(source).body
        self.document().clear()
        self._set_margins()
        self._slices.start(self._filling(source), self._take)

    def _filling(self, source: SourceDocument) -> Generator[None, None, Filled]:
        filled = yield from filling(self.document(), source, self._scale())
        yield from self._laying_out()
        return filled

    def _take(self, filled: Filled) -> None:
        self.offsets, self._looks, self._ready = filled.offsets, filled.looks, True
        self.setTextCursor(QTextCursor(self.document()))  # filling leaves it, and so the view, at the end
        if self._then is None:
            self.verticalScrollBar().setValue(0)
        else:
            self._then()
        self._then = self._wanted = None
        self.viewport().update()
        self.filled.emit()
        self.laid_out.emit()

    def _laying_out(self) -> Iterator[None]:
        """Qt lays a text out where it is asked for, all that stands before it at once: ask step by step."""
        block, layout = self.document().begin(), self.document().documentLayout()
        enough = self.offsets.to_qt(self._wanted or 0) + _IN_SIGHT
        while block.isValid():
            if block.blockNumber() % _SETTLED == 0:
                layout.blockBoundingRect(block)
                if block.position() > enough and not self._settled:
                    self._make_room()
                    self._settle()
                yield None
            block = block.next()
        self._settle()

    def _hold(self, place: int | None) -> None:
        """The picture stands still until the place is laid out again."""
        if self._then is None and place is not None:
            self._then = lambda: self.go_to_place(place)
        self._wanted, self._settled = place, False
        self.viewport().setUpdatesEnabled(False)

    def _lay_out_anew(self, work: Iterable[None] = ()) -> None:
        """After `_hold` and a change of sizes."""
        self._slices.start(self._settling(work), lambda _: self.laid_out.emit())

    def _settling(self, work: Iterable[None]) -> Generator[None, None, None]:
        yield from work
        yield from self._laying_out()

    def _make_room(self) -> None:
        """Qt tells the scroll bar only when all is laid out."""
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), round(self._top_of(self._wanted or 0))))

    def _settle(self) -> None:
        """The place is there: go to it."""
        if self._settled:
            return
        then, self._then, self._wanted, self._settled = self._then, None, None, True
        if then is not None:
            then()
        self.viewport().setUpdatesEnabled(True)

    @property
    def _at_rest(self) -> bool:
        return self._ready and self._settled

    # --- places

    def reveal(self, spans: tuple[Span, ...]) -> None:
        """Bring the first of them into sight, into the upper third if it is not comfortably there."""
        if not spans:
            return
        if not self._at_rest:
            self._then, self._wanted = lambda: self.reveal(spans), spans[0][0]
            return
        top, height, bar = self._top_of(spans[0][0]), self.viewport().height(), self.verticalScrollBar()
        if not height * 0.05 <= top - bar.value() <= height * 0.85:
            bar.setValue(round(top - height / 3))

    def place(self) -> int | None:
        """Offset of the first line in sight; the very place that was gone to, as long as nobody scrolls."""
        if not self._at_rest:
            return self._wanted
        value, (kept, at) = self.verticalScrollBar().value(), self._kept
        return kept if value == at else self._seen_line(value + 2)

    def go_to_place(self, offset: int) -> None:
        """Scroll so that the text at `offset` stands at the upper edge."""
        if not self._at_rest:
            self._then, self._wanted = lambda: self.go_to_place(offset), offset
            return
        first, bar = self._top_of(offset) <= _ABOVE + 1, self.verticalScrollBar()
        bar.setValue(0 if first else round(self._top_of(offset)))
        self._kept = offset, bar.value()

    def _seen_line(self, height: float) -> int:
        layout = self.document().documentLayout()
        return self.offsets.to_python(max(0, layout.hitTest(QPointF(0, height), Qt.HitTestAccuracy.FuzzyHit)))

    def height_of(self, offset: int) -> float:
        """Where in the document a place stands, 0 to 1, near enough for a scroll bar."""
        block = self.document().findBlock(self.offsets.to_qt(offset))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return min(1.0, max(0.0, top / max(1.0, self.document().size().height())))

    def _top_of(self, offset: int) -> float:
        at = self.offsets.to_qt(offset)
        boxes = boxes_of(self.document(), at, at)
        return boxes[-1].top() if boxes else 0.0

    def _origin(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def sees(self, offset: int) -> bool:
        """Whether the text at an offset is in sight."""
        return self._ready and self._seen()[0] <= offset < self._seen()[1]

    def _seen(self) -> Span:
        """What of the text is in sight."""
        top = self.verticalScrollBar().value()
        start, end = positions_between(self.document(), top, top + self.viewport().height())
        return self.offsets.to_python(start), self.offsets.to_python(end)

    # --- look

    def _em(self) -> float:
        return QFontMetricsF(self.document().defaultFont()).averageCharWidth()

    def _side(self) -> float:
        return self.document().rootFrame().frameFormat().leftMargin()

    def _scale(self) -> Scale:
        font = self.document().defaultFont()
        pixels = font.pointSizeF() * self.logicalDpiY() / _POINTS_PER_INCH
        return Scale(pixels / self._body, QFontMetricsF(font).height())

    def _set_margins(self) -> None:
        """Room for signs in the document; what is beyond the measure stays outside, where it costs no layout."""
        frame, side = self.document().rootFrame(), round(self._em() * _SIDE_EM)
        shape = frame.frameFormat()
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(_ABOVE)
            shape.setBottomMargin(_BELOW)
            frame.setFrameFormat(shape)
        self._set_sides()

    def _set_sides(self) -> None:
        wanted = round(self._em() * 2 * (_COLUMN_EM + _SIDE_EM))
        now = self.viewportMargins()
        side = max(_FRAME, (self.viewport().width() + now.left() + now.right() - wanted) // 2)
        if side != now.left():
            self.setViewportMargins(side, _FRAME, side, _FRAME)

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

    def fit_page(self) -> None:
        """A text has no pages."""
        self.fit()

    def _set_zoom(self, percent: float) -> None:
        self._percent = min(_MOST, max(_LEAST, percent))
        place = self.place()
        if self._ready:
            self._hold(place)
        font = QFont(self.font())
        font.setPointSizeF(self._size * self._percent)
        self.document().setDefaultFont(font)
        self._set_margins()
        if self._ready:
            self._hold(place)  # another width may have been laid out at once
            self._lay_out_anew(scaling(self.document(), self._looks, self._scale()))
        elif self._started:
            self._fill(self._source)
        self.zoom_changed.emit(self._percent)

    # --- events

    def changeEvent(self, event: QEvent) -> None:
        """The window's text has another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.font().pointSizeF() != self._size:
            self._size = self.font().pointSizeF()
            self._set_zoom(self._percent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure and the place."""
        self._resized = False
        self._set_sides()
        if self._resized:
            return  # this was called again, with the size that counts
        self._resized = True
        if not self._ready or event.oldSize().width() == event.size().width():
            super().resizeEvent(event)
            return
        self._hold(self.place())
        self.verticalScrollBar().setValue(0)  # else Qt lays out at once all that stands before the place
        super().resizeEvent(event)
        self._lay_out_anew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)
