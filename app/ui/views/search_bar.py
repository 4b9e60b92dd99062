"""The bar above the document: what is searched for, which hit one is at, and how to compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import line_icon
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Command
from app.ui.searching import Search, SearchState
from app.ui.views.document_view import DocumentView
from app.ui.views.flow_layout import FlowLayout
from app.ui.views.query_field import QueryField
from app.wording.numbers import number_text

_FIELD_EM = 16
_SELECTED = 100  # characters of selected text that are taken over: more is no search


class SearchBar(QWidget):
    """Hidden until `open`. `view`: the one in front, which gets the keyboard when the bar is `closed`."""

    closed = Signal()

    def __init__(
        self, document: OpenDocument, view: Callable[[], DocumentView[Any] | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._view = document, view
        self.search: Search = document.search
        self.field = QueryField(self.search, self._place)
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FIELD_EM)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self.previous, self.next, self.shut = (self._button() for _ in range(3))
        self.whole, self.exact = QCheckBox(), QCheckBox()
        self.previous.clicked.connect(partial(self.search.step, -1))
        self.next.clicked.connect(partial(self.search.step, 1))
        self.shut.clicked.connect(self.close_bar)
        self.whole.toggled.connect(self._compare)
        self.exact.toggled.connect(self._compare)
        self.search.changed.connect(self._refresh)
        self.search.moved.connect(self._refresh)
        self._arrange()
        document.context.language.changed.connect(self._retranslate)
        document.context.theme.changed.connect(self._draw_icons)
        self._retranslate()
        self._draw_icons()
        self.hide()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        side = self.fontMetrics().height() + 2
        button.setIconSize(button.iconSize().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.field, 3), (self.previous, 0), (self.next, 0), (self.count, 2), (self.shut, 0)):
            line.addWidget(widget, stretch)
        ways = FlowLayout(spacing=14)
        ways.addWidget(self.whole)
        ways.addWidget(self.exact)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(ways)

    # --- open and shut

    def open(self) -> None:
        """Show it with what is selected in the document."""
        view = self._view()
        selected = " ".join(view.selected_text().split()) if view is not None else ""
        self.show()
        if 0 < len(selected) <= _SELECTED:
            self.field.setText(selected)
        self.field.ask(self.field.text())
        self._refresh()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Away with bar and marks; the keyboard is in the document again."""
        self.hide()
        self.search.conceal()
        self.closed.emit()

    def step(self, by: int) -> None:
        """To the next hit; without words, ask for some."""
        if self.search.state is SearchState.EMPTY:
            self.open()
        else:
            self.search.step(by)

    def commands(self) -> Mapping[str, Command]:
        """What it does, by name of the action."""
        return {"find": self.open, "find_next": partial(self.step, 1), "find_previous": partial(self.step, -1)}

    # --- what is asked and said

    def _place(self) -> int | None:
        view = self._view()
        return view.place() if view is not None else None

    def _compare(self) -> None:
        query = replace(self.search.query, whole=self.whole.isChecked(), exact=self.exact.isChecked())
        self.search.ask(query, self._place() or 0)

    def _refresh(self) -> None:
        words = self._said()
        self.count.setText(words)
        self.count.setToolTip(words)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.search.hits.spans))

    def _said(self) -> str:
        search, lang = self.search, self._document.lang
        match search.state:
            case SearchState.EMPTY:
                return ""
            case SearchState.READING:
                return self.tr("Das Dokument wird noch gelesen")
            case SearchState.RUNNING:
                return self.tr("Wird gesucht …")
        if search.current is None:
            return self.tr("Keine Treffer")
        now, all_ = number_text(search.current + 1, lang), number_text(len(search.hits.spans), lang)
        words = self.tr("{0} von mehr als {1}") if search.hits.more else self.tr("{0} von {1}")
        return words.format(now, all_)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Im Dokument suchen"))
        self.field.setAccessibleName(self.tr("Im Dokument suchen"))
        self.count.setAccessibleName(self.tr("Treffer"))
        self.whole.setText(self.tr("Ganze &Wörter"))
        self.exact.setText(self.tr("&Genau wie getippt"))
        self.exact.setToolTip(self.tr("Groß- und Kleinschreibung, Umlaute und ß zählen"))
        for button, name, keys in (
            (self.previous, self.tr("Voriger Treffer"), "Shift+F3"),
            (self.next, self.tr("Nächster Treffer"), "F3"),
            (self.shut, self.tr("Suche schließen"), "Esc"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
        self._refresh()

    def _draw_icons(self) -> None:
        for button, icon in ((self.previous, "previous"), (self.next, "next"), (self.shut, "cancel")):
            button.setIcon(line_icon(icon))

    # --- events

    def event(self, event: QEvent) -> bool:
        """Esc shuts the bar, whatever else it means in the window."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.close_bar()
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below."""
        painter = QPainter(self)
        painter.setPen(self._document.context.theme.colour("palette", "line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
