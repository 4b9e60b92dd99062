"""Panels on top of each other beside the document, and the rail of icons that brings one to the front.

The icon of the panel in front closes the stack and opens it again: on a small screen the document gets the room.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import line_icon
from app.ui.panels.panel import Panel
from app.ui.theme import Theme

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
        self, panels: Sequence[Panel], theme: Theme, *, rail_at: Qt.Edge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.panels = {panel.name: panel for panel in panels}
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._buttons = {panel.name: _RailButton(panel, theme) for panel in panels}
        rail = QVBoxLayout()
        rail.setContentsMargins(2, 4, 2, 4)
        rail.setSpacing(2)
        em = self.fontMetrics().averageCharWidth()
        for number, panel in enumerate(panels):
            button = self._buttons[panel.name]
            button.setMinimumWidth(em * _WIDTH_EM)
            self._group.addButton(button, number)
            self._stack.addWidget(panel)
            rail.addWidget(button)
            panel.titled.connect(button.name)
            button.clicked.connect(lambda _=False, name=panel.name: self._click(name))
        rail.addStretch(1)
        self._stack.setMinimumWidth(em * _LEAST_EM)
        self._arrange(rail, at_left=rail_at is Qt.Edge.LeftEdge)
        self._show(next(iter(self.panels), ""))
        theme.changed.connect(self.name_all)

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
        if name in self.panels:
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
            self._stack.setCurrentWidget(self.panels[name])
            self._buttons[name].setChecked(True)
            if changed:
                self.current_changed.emit(name)
