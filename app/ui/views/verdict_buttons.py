"""The five decisions as buttons; at most one is down, and pressing that one again takes it back.

Strategy: the list and the finding need the room, so the buttons take one line wherever they can: with their signs beside the words,
else above them; where that is too wide too, they wrap, without the signs if that saves a line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from app.models.decisions import Verdict
from app.ui.icons import coloured_icon
from app.ui.theme import Theme
from app.ui.views.flow_layout import FlowLayout
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term

KEYS = {verdict: f"Ctrl+{number}" for number, verdict in enumerate(Verdict, start=1)}  # as in app.ui.actions
_STYLES = (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
_WRAPPED = (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextOnly)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class VerdictButtons(QWidget):
    """One stop for the tab key; arrow keys go from button to button, space presses."""

    picked = Signal(object)  # Verdict | None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = FlowLayout(self, spacing=3)
        self.buttons = {verdict: self._new_button(verdict) for verdict in Verdict}
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._stop_at(Verdict.ACCEPT)
        self.setFocusProxy(self.buttons[Verdict.ACCEPT])
        theme.changed.connect(self._recolour)
        self._recolour()

    def _new_button(self, verdict: Verdict) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        side = self.fontMetrics().height()
        button.setIconSize(QSize(side, side))
        button.toggled.connect(lambda _: self._paint(button, verdict))
        button.clicked.connect(lambda down: self._pick(verdict if down else None))
        button.installEventFilter(self)
        return button

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Press it down without a word."""
        for own, button in self.buttons.items():
            if button.isChecked() is not (own is verdict):
                button.setChecked(own is verdict)
        self._stop_at(verdict or Verdict.ACCEPT)

    def retranslate(self, lang: Lang) -> None:
        """Name the buttons."""
        for verdict, button in self.buttons.items():
            label = sentence_start(term("verdict", verdict.value, lang))
            key = QKeySequence(KEYS[verdict]).toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(term("verdict_short", verdict.value, lang))
            button.setToolTip(f"{label} ({key})")
            button.setAccessibleName(label)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the panel."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """The first style in which all stand in one line."""
        for style in _STYLES:
            self._set_style(style)
            if self._row.sizeHint().width() <= width:
                return
        lines = {style: self._height(style, width) for style in _WRAPPED}
        self._set_style(min(_WRAPPED, key=lambda style: lines[style]))

    def _height(self, style: Qt.ToolButtonStyle, width: int) -> int:
        self._set_style(style)
        return self._row.heightForWidth(width)

    def _set_style(self, style: Qt.ToolButtonStyle) -> None:
        for button in self.buttons.values():
            button.setToolButtonStyle(style)

    def _pick(self, verdict: Verdict | None) -> None:
        self.show_verdict(verdict)
        self.picked.emit(verdict)

    def _stop_at(self, verdict: Verdict) -> None:
        for own, button in self.buttons.items():
            alone = own is verdict
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.ClickFocus)

    def _recolour(self) -> None:
        for verdict, button in self.buttons.items():
            self._paint(button, verdict)

    def _paint(self, button: QToolButton, verdict: Verdict) -> None:
        """The one that is down is filled with its colour."""
        colour, paper = self._theme.colour("verdict", verdict.value), self._theme.colour("palette", "base")
        button.setIcon(coloured_icon(f"verdict-{verdict.value}", paper if button.isChecked() else colour))
        palette = QApplication.palette()
        if button.isChecked():
            palette.setColor(QPalette.ColorRole.Button, colour)
            palette.setColor(QPalette.ColorRole.ButtonText, paper)
        button.setPalette(palette)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            order = list(self.buttons.values())
            at = next((number for number, button in enumerate(order) if button is watched), 0)
            order[(at + _STEPS[Qt.Key(event.key())]) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)
