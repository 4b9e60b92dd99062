"""The legend: every mark of the document beside its meaning, drawn by the same functions as on the pages.

A box below the document that is shown and hidden by its action and remembers it. Samples lie on white, as pages do in every theme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.models.analysis import FindingKind, Severity
from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.theme import Theme
from app.ui.views.flow_layout import FlowLayout
from app.ui.views.kind_signs import draw_kind_badge
from app.ui.views.marking import (
    draw_bar,
    draw_hit,
    draw_quote,
    draw_selection,
    draw_spots,
    draw_tint,
    draw_uncertain,
    draw_veil,
)
from app.wording.lang import Lang
from app.wording.terms import term

_CHOICE = "legend"
_LINES_SHOWN = 10  # lines of text; more is scrolled

Draw = Callable[[QPainter, QRectF], None]


class _Sample(QWidget):
    """A mark as on the page."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(round(line * 1.8), round(line * 1.3))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.fillRect(area, QColor(Qt.GlobalColor.white))
        self._draw(painter, area.adjusted(3, 3, -3, -3))
        painter.end()


class Legend(QFrame):
    """`asked` remembers whether the user wants it."""

    toggled = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title = QLabel()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.clicked.connect(lambda: self.ask(wanted=False))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 4, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area)
        self._area.setMaximumHeight(self.fontMetrics().lineSpacing() * _LINES_SHOWN)
        context.language.changed.connect(self._fill)
        context.theme.changed.connect(self._fill)
        self._fill()
        self.setVisible(self.asked)

    @property
    def asked(self) -> bool:
        """Whether the user wants to see it."""
        return self._context.settings.choice(_CHOICE) == "shown"

    def ask(self, *, wanted: bool) -> None:
        """Show or hide it from now on."""
        self._context.settings.keep_choice(_CHOICE, "shown" if wanted else "")
        self.setVisible(wanted)
        self.toggled.emit(wanted)

    # --- what it says

    def _fill(self) -> None:
        self._title.setText(f"<b>{self.tr('Zeichenerklärung')}</b>")
        self._close.setIcon(line_icon("cancel"))
        self._close.setToolTip(self.tr("Zeichenerklärung schließen"))
        self._close.setAccessibleName(self.tr("Zeichenerklärung schließen"))
        self._area.setAccessibleName(self.tr("Zeichenerklärung"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for heading, entries in self._groups(self._context.language.code, self._context.theme):
            column.addWidget(QLabel(heading))
            column.addWidget(self._row(entries))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _row(self, entries: Iterator[tuple[str, Draw]]) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        for said, draw in entries:
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 10, 0)
            line.setSpacing(5)
            line.addWidget(_Sample(draw))
            line.addWidget(QLabel(said))
            row.addWidget(entry)
        return holder

    def _groups(self, lang: Lang, theme: Theme) -> Iterator[tuple[str, Iterator[tuple[str, Draw]]]]:
        yield self.tr("Balken am Rand: Gewicht des schwersten Hinweises"), _severities(lang, theme)
        yield self.tr("Zeichen am Rand: Art der Hinweise"), _kinds(lang, theme)
        yield self.tr("Im Text"), self._text_marks(theme)

    def _text_marks(self, theme: Theme) -> Iterator[tuple[str, Draw]]:
        paper, medium = theme.paper_colour, theme.paper_severity(Severity.MEDIUM)
        yield self.tr("Klausel mit Hinweis"), lambda p, a: draw_tint(p, [a], medium)
        yield self.tr("gewählte Klausel"), partial(_selection, colour=paper("document", "selected"))
        yield self.tr("Wortlaut, auf dem der Hinweis beruht"), partial(_quote, colour=paper("document", "quote"))
        yield self.tr("Fundstelle der Suche"), partial(_hit, theme=theme)
        yield self.tr("nicht ausgewertet"), lambda p, a: draw_veil(p, [a], paper("palette", "soft"))
        yield self.tr("verborgener Text"), lambda p, a: draw_spots(p, [a.adjusted(4, 4, -4, -4)], medium)
        yield self.tr("unsicher erkanntes Wort"), partial(_uncertain, colour=medium)


def _severities(lang: Lang, theme: Theme) -> Iterator[tuple[str, Draw]]:
    for severity in Severity:
        yield term("severity", severity.value, lang), partial(_bar, severity=severity, theme=theme)


def _kinds(lang: Lang, theme: Theme) -> Iterator[tuple[str, Draw]]:
    for kind in FindingKind:
        colour = theme.paper_colour("palette", "text")
        yield term("finding_kind", kind.value, lang), partial(_kind, kind=kind, colour=colour)


def _bar(painter: QPainter, area: QRectF, severity: Severity, theme: Theme) -> None:
    draw_bar(painter, area.center().x(), area.top(), area.bottom(), severity, theme.paper_severity(severity))


def _kind(painter: QPainter, area: QRectF, kind: FindingKind, colour: QColor) -> None:
    side = area.height()
    place = QRectF(area.center().x() - side / 2, area.top(), side, side)
    draw_kind_badge(painter, place, kind, colour, QColor(Qt.GlobalColor.white))


def _selection(painter: QPainter, area: QRectF, colour: QColor) -> None:
    draw_selection(painter, [area.adjusted(9, 4, -6, -4)], colour)


def _quote(painter: QPainter, area: QRectF, colour: QColor) -> None:
    draw_quote(painter, [area.adjusted(1, 3, -1, -3)], colour)


def _hit(painter: QPainter, area: QRectF, theme: Theme) -> None:
    colours = theme.paper_colour("document", "hit"), theme.paper_colour("document", "hit_line")
    draw_hit(painter, [area.adjusted(2, 3, -2, -3)], *colours, current=True)


def _uncertain(painter: QPainter, area: QRectF, colour: QColor) -> None:
    draw_uncertain(painter, [area.adjusted(0, 0, 0, -4)], colour)
