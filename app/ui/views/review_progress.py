"""How far the review is: "23 von 41 entschieden" over a thin line that fills; a click leads to the next undecided finding."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from app.ui.context import Context
from app.ui.models.decided import Progress
from app.wording.terms import term

_LINE = 0.2  # of the text's height


class ReviewProgress(QToolButton):
    """For the status bar; nothing is shown where there is nothing to decide."""

    next_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._progress = Progress()
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.next_wanted)
        context.language.changed.connect(self._refresh)
        context.theme.changed.connect(self.update)
        self._refresh()

    def show_progress(self, progress: Progress | None) -> None:
        """Of the document in front, None for none."""
        self._progress = progress or Progress()
        self._refresh()

    def _refresh(self) -> None:
        progress, lang = self._progress, self._context.language.code
        said = self.tr("{0} von {1} entschieden").format(progress.decided, progress.total)
        self.setText(said)
        self.setAccessibleName(said)
        rows = [f"{term('severity', s.value, lang)}: {done} / {total}" for s, done, total in progress.by_severity]
        self.setToolTip("\n".join((*rows, self.tr("Zum nächsten offenen Hinweis (F9)"))))
        self.setVisible(progress.total > 0)
        self.setEnabled(progress.decided < progress.total)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the line below."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._thickness())

    def _thickness(self) -> int:
        return max(3, round(self.fontMetrics().height() * _LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then the line."""
        super().paintEvent(event)
        if not self._progress.total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick = self._thickness()
        area = QRectF(4, self.height() - thick - 1, self.width() - 8, thick)
        done = area.adjusted(0, 0, -area.width() * (1 - self._progress.decided / self._progress.total), 0)
        for part, name in ((area, "line"), (done, "accent")):
            if part.width() > 0:
                painter.setBrush(self._context.theme.colour("palette", name))
                painter.drawRoundedRect(part, thick / 2, thick / 2)
        painter.end()
