"""Panels on top of each other beside the document, and the rail of icons that brings one to the front.

The icon of the panel in front closes the stack and opens it again: on a small screen the document gets the room.

Strategy: at first only the panel in front is made, so that a document opens at once; `make_next` makes another, one at a time. Whoever
wants a panel by its name gets it made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import line_icon
from app.ui.panels.panel import Panel
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.opened import OpenDocument

_ICON_LINES = 1.5  # of the text's height
_WIDTH_EM = 11
_LEAST_EM = 24  # of a panel
_BADGE = 0.78  # of the text's size


class _RailButton(QToolButton):
    """Icon, word below, and a number at the icon's corner."""

    def __init__(self, panel: Panel, theme: Theme) -> None:
        super().__init__()
        self._panel, self._theme = panel, theme
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = round(self.fontMetrics().lineSpacing() * _ICON_LINES)
        self.setIconSize(QSize(side, side))
        self.name()

    def name(self) -> None:
        """Words and icon, again where language or colours have changed."""
        title, badge = self._panel.title(), self._panel.badge()
        self.setText(title)
        self.setIcon(line_icon(self._panel.icon))
        self.setToolTip(f"{title} ({badge})" if badge else title)
        self.setAccessibleName(f"{title}, {badge}" if badge else title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the number."""
        super().paintEvent(event)
        badge = self._panel.badge()
        if not badge:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * _BADGE)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(badge) + metrics.height() // 2, metrics.height())
        left = min(self.width() // 2 + self.iconSize().width() // 4, self.width() - width - 2)
        area = QRect(left, 3, width, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("palette", "accent"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(self._theme.colour("palette", "accent_text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, badge)
        painter.end()


class PanelStack(QWidget):
    """`rail_at`: the side of the window the rail stands at."""

    current_changed = Signal(str)
    opened_changed = Signal(bool)

    def __init__(
        self, kinds: Sequence[type[Panel]], document: OpenDocument, *, rail_at: Qt.Edge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._kinds = {kind.name: kind for kind in kinds}
        self._made: dict[str, Panel] = {}
        self._buttons: dict[str, _RailButton] = {}
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._rail = QVBoxLayout()
        self._rail.setContentsMargins(2, 4, 2, 4)
        self._rail.setSpacing(2)
        self._rail.addStretch(1)
        self._em = self.fontMetrics().averageCharWidth()
        self._stack.setMinimumWidth(self._em * _LEAST_EM)
        self._arrange(self._rail, at_left=rail_at is Qt.Edge.LeftEdge)
        self._show(next(iter(self._kinds), ""))
        document.context.theme.changed.connect(self.name_all)

    @property
    def panels(self) -> Mapping[str, Panel]:
        """All by their names, made if need be."""
        self.make_all()
        return {name: self._made[name] for name in self._kinds}

    @property
    def made(self) -> tuple[Panel, ...]:
        """Those that are there."""
        return tuple(self._made.values())

    @property
    def complete(self) -> bool:
        """Whether all are there."""
        return len(self._made) == len(self._kinds)

    def make_all(self) -> None:
        """Nobody can wait."""
        while self.make_next():
            pass

    def make_next(self) -> bool:
        """The first that is not there yet; False: all are."""
        missing = next((name for name in self._kinds if name not in self._made), None)
        if missing is not None:
            self.panel(missing)
        return missing is not None

    def panel(self, name: str) -> Panel:
        """By its name, made if need be."""
        return self._made[name] if name in self._made else self._make(name)

    def _make(self, name: str) -> Panel:
        names = list(self._kinds)
        panel = self._kinds[name](self._document)
        button = _RailButton(panel, self._document.context.theme)
        button.setMinimumWidth(self._em * _WIDTH_EM)
        at = sum(known in self._made for known in names[: names.index(name)])
        self._group.addButton(button, names.index(name))
        self._stack.insertWidget(at, panel)
        self._rail.insertWidget(at, button)
        panel.titled.connect(button.name)
        button.clicked.connect(lambda: self._click(name))
        self._made[name], self._buttons[name] = panel, button
        return panel

    def _arrange(self, rail: QVBoxLayout, *, at_left: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if at_left:
            row.addLayout(rail)
        row.addWidget(self._stack, 1)
        if not at_left:
            row.addLayout(rail)

    @property
    def current(self) -> str:
        """Name of the panel in front."""
        panel = self._stack.currentWidget()
        return panel.name if isinstance(panel, Panel) else ""

    @property
    def opened(self) -> bool:
        """Whether a panel shows beside the rail."""
        return not self._stack.isHidden()

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        if name in self._kinds:
            self.open(opened=True)
            self._show(name)

    def open(self, *, opened: bool) -> None:
        """Show the panel, or the rail alone."""
        if opened != self.opened:
            self._stack.setVisible(opened)
            self.opened_changed.emit(opened)

    def name_all(self) -> None:
        """The language or the colours have changed."""
        for button in self._buttons.values():
            button.name()

    def _click(self, name: str) -> None:
        if name == self.current:
            self.open(opened=not self.opened)
        else:
            self.show_panel(name)

    def _show(self, name: str) -> None:
        if name:
            changed = self.current != name
            self._stack.setCurrentWidget(self.panel(name))
            self._buttons[name].setChecked(True)
            if changed:
                self.current_changed.emit(name)
