"""What can be computed about looks: what is cut off, what has no name, how much two colours differ."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QToolButton, QWidget

_TOLERANCE = 1


def cut_off(within: QWidget) -> set[str]:
    """Labels, buttons and tabs that are seen, whose words need more room than they have and who do not say so by a tool tip."""
    found = set()
    for widget in within.findChildren(QWidget):
        if widget.isVisible() and widget.width() and not widget.visibleRegion().isEmpty() and _too_small(widget):
            path = f"{type(widget.parentWidget()).__name__} › {type(widget).__name__}"
            found.add(f"{path} “{_words(widget)}” {widget.width()}×{widget.height()}")
    return found


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return text()[:60] if callable(text) else ""


def _too_small(widget: QWidget) -> bool:
    match widget:
        case QLabel():
            return _label_too_small(widget)
        case QToolButton() if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly or not widget.text():
            return False
        case QAbstractButton():
            return _smaller(widget.size(), widget.minimumSizeHint() if not widget.text() else _needed(widget))
        case QTabBar():
            return any(
                widget.tabRect(n).width() + _TOLERANCE < widget.fontMetrics().horizontalAdvance(widget.tabText(n))
                and not widget.tabToolTip(n)
                for n in range(widget.count())
            )
    return False


def _needed(button: QAbstractButton) -> QSize:
    """The words and the icon; the style's margins may give way."""
    metrics = button.fontMetrics()
    words = metrics.size(int(Qt.TextFlag.TextShowMnemonic), button.text())
    style = button.toolButtonStyle() if isinstance(button, QToolButton) else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    without = button.icon().isNull() or style is Qt.ToolButtonStyle.ToolButtonTextOnly
    icon = QSize(0, 0) if without else button.iconSize()
    if style is Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
        return QSize(max(words.width(), icon.width()), words.height() + icon.height())
    return QSize(words.width() + icon.width(), metrics.height())


def _label_too_small(label: QLabel) -> bool:
    if not label.text():
        return False
    if label.wordWrap():
        longest = _longest_word(label)
        return label.heightForWidth(label.width()) > label.height() + _TOLERANCE or longest > label.width() + _TOLERANCE
    return _smaller(label.size(), label.sizeHint()) and not label.toolTip()


def _longest_word(label: QLabel) -> int:
    document = QTextDocument()
    plain = label.textFormat() is Qt.TextFormat.PlainText
    document.setPlainText(label.text()) if plain else document.setHtml(label.text())
    words = document.toPlainText().replace("-", "- ").replace("/", "/ ").split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _smaller(size: QSize, needed: QSize) -> bool:
    return size.width() + _TOLERANCE < needed.width() or size.height() + _TOLERANCE < needed.height()


# --- what a screen reader says


def nameless(within: QWidget) -> set[str]:
    """Widgets the keyboard reaches that have no name; parts of Qt's own widgets are not counted."""
    return {
        f"{type(w.parentWidget()).__name__} › {type(w).__name__}"
        for w in within.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not w.objectName().startswith("qt_") and not said(w)
    }


def said(widget: QWidget) -> str:
    """The name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


# --- the keyboard


def by_tab(window: QWidget) -> Iterator[QWidget]:
    """Who gets the focus when Tab is pressed again and again, until it comes back to the first."""
    seen: list[QWidget] = []
    for _ in range(400):
        window.focusNextChild()
        now = QApplication.focusWidget()
        if now is None or now in seen:
            return
        seen.append(now)
        yield now


# --- colours


def contrast(one: object, other: object) -> float:
    """WCAG 2 contrast ratio of two QColor."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
