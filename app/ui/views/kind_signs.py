"""A small sign for each kind of finding, told apart by its drawing: on the margin of pages, in lists, in the legend."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from app import paths
from app.models.analysis import FindingKind
from app.ui.views.marking import tint

_PAPER_ALPHA = 235
_THIN, _THICK = 'stroke-width="1.8"', 'stroke-width="2.6"'  # in small: else the lines are grey


def kind_icon_name(kind: FindingKind) -> str:
    """Its drawing in resources/icons."""
    return f"kind-{kind.value}"


def draw_kind(painter: QPainter, area: QRectF, kind: FindingKind, colour: QColor) -> None:
    """The sign alone."""
    _renderer(kind, colour.name()).render(painter, area)


def draw_kind_badge(painter: QPainter, area: QRectF, kind: FindingKind, colour: QColor, paper: QColor) -> None:
    """The sign on a ground of its own, to stand out from whatever lies below."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(tint(paper, _PAPER_ALPHA))
    round_ = area.width() * 0.25
    painter.drawRoundedRect(area, round_, round_)
    inset = area.width() * 0.02
    draw_kind(painter, area.adjusted(inset, inset, -inset, -inset), kind, colour)
    painter.restore()


@cache
def _renderer(kind: FindingKind, colour: str) -> QSvgRenderer:
    drawing = (paths.resources() / "icons" / f"{kind_icon_name(kind)}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).replace(_THIN, _THICK).encode()))
