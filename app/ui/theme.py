"""Named colours, light and dark, following the system.

The colours lie in resources/themes/*.toml; nothing else in the program names a colour. Fusion (Linux) gets a palette of
them, native styles keep the system's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app import paths
from app.models.analysis import Severity

_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "base",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
}
_GROUNDS: Mapping[str, str] = {
    "QCheckBox": "choice",
    "QRadioButton": "choice",
    "QLineEdit": "field",
    "QAbstractSpinBox": "field",
    "QPlainTextEdit": "field",
    "QTextEdit": "field",
    "QTextBrowser": "base",
}
_DIMMED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)

NAMES = ("light", "dark")


@cache
def _colours(name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    return found


class Theme(QObject):
    """The colours in force; `changed` when the system turns light or dark."""

    changed = Signal()

    def __init__(self, wish: str = "") -> None:
        super().__init__()
        self._wish = wish if wish in NAMES else ""
        self._name = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._paint_fusion()

    @property
    def name(self) -> str:
        """`light` or `dark`."""
        return self._name

    def colour(self, group: str, name: str) -> QColor:
        """A named colour of the theme file."""
        return QColor(_colours(self._name)[group][name])

    def hex(self, group: str, name: str) -> str:
        """The same as `#rrggbb`, for rich text."""
        return _colours(self._name)[group][name]

    def severity(self, severity: Severity) -> QColor:
        """The colour of a severity."""
        return self.colour("severity", severity.value)

    def paper_colour(self, group: str, name: str) -> QColor:
        """A colour for marks on pages, which are white in every theme."""
        return QColor(_colours("light")[group][name])

    def paper_severity(self, severity: Severity) -> QColor:
        """The colour of a severity on white."""
        return self.paper_colour("severity", severity.value)

    @property
    def wish(self) -> str:
        """`light`, `dark`, or "" for the system's."""
        return self._wish

    def choose(self, wish: str) -> None:
        """Always light, always dark, or ("") as the system is."""
        self._wish = wish if wish in NAMES else ""
        self._follow()

    def _wanted(self) -> str:
        if self._wish:
            return self._wish
        return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"

    def _follow(self) -> None:
        self._name = self._wanted()
        self._paint_fusion()
        self.changed.emit()

    def _paint_fusion(self) -> None:
        if QApplication.style().name().casefold() != "fusion":
            return
        palette = QPalette(self.colour("palette", "button"), self.colour("palette", "window"))
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour("palette", name))
        for role in _DIMMED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("palette", "disabled"))
        QApplication.setPalette(palette)
        self._paint_fields(palette)

    def _paint_fields(self, palette: QPalette) -> None:
        """Fusion draws frames darker than the window: on a dark one nobody sees them, so fields have a ground of their own."""
        for widget, name in _GROUNDS.items():
            own = QPalette(palette)
            own.setColor(QPalette.ColorRole.Base, self.colour("palette", name))
            QApplication.setPalette(own, widget)  # type: ignore[arg-type]  # the binding takes a text only
