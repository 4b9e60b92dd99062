"""How the library window is arranged: search and filters above, then what is to be said, then types, list and clause."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import line_icon
from app.ui.library.desk import Desk
from app.ui.library.detail_pane import DetailPane
from app.ui.library.filters import FilterBar
from app.ui.library.library_actions import LibraryActions
from app.ui.library.list_pane import ListPane
from app.ui.library.news_bar import NewsBar
from app.ui.library.search_field import SearchField
from app.ui.library.type_tree import TypeTree
from app.ui.views.banner import Banner

_SHARES = (17, 48, 35)  # of the width: types, list, clause
_LEAST = (22, 40, 64)  # characters
_MENU_KEYS = frozenset({"Ctrl+E", "Ctrl+H", "Ctrl+U"})


class LibraryPage(QWidget):
    """Arrangement only."""

    def __init__(self, desk: Desk, actions: LibraryActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        context = desk.context
        self.search = SearchField(_MENU_KEYS)
        self.exchange = QToolButton()
        self.filters = FilterBar(context)
        self.banner, self.notice = Banner(context.theme), Banner(context.theme)
        self.news = NewsBar(desk)
        self.tree = TypeTree(context)
        self.pane = ListPane(context)
        self.detail = DetailPane(context, actions)
        self.splitter = QSplitter()
        self._search_icon = QAction(self)
        self._arrange(actions)
        order = (self.search, self.filters["perspective"], self.tree, self.pane.list, self.detail.text)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._recolour)
        self._retranslate()
        self._recolour()

    def _arrange(self, actions: LibraryActions) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(self._first_row(actions))
        for widget in (self.filters, self.banner, self.notice, self.news):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)
        em = self.fontMetrics().averageCharWidth()
        panes = (self.tree, self.pane, self.detail)
        for pane, share, least in zip(panes, _SHARES, _LEAST, strict=True):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, share)
            pane.setMinimumWidth(em * least)
        self.splitter.setChildrenCollapsible(False)

    def _first_row(self, actions: LibraryActions) -> QHBoxLayout:
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        new, as_of = QToolButton(), QToolButton()
        new.setDefaultAction(actions["new"])
        as_of.setDefaultAction(actions["as_of"])
        self.exchange.setMenu(actions.exchange)
        self.exchange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        for button in (new, self.exchange, as_of):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        return row

    def restore(self, width: int, state: QByteArray) -> None:
        """Share the width as usual, or as it was left."""
        self.splitter.setSizes([width * share // 100 for share in _SHARES])
        self.splitter.restoreState(state)

    def step(self, by: int) -> None:
        """To the next or previous pane."""
        panes = (self.search, self.tree, self.pane.list, self.detail.text)
        now = next((place for place, pane in enumerate(panes) if pane.hasFocus()), -1 if by > 0 else 0)
        panes[(now + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Bibliothek durchsuchen: Titel, Wortlaut, Hinweise, Schlagwörter"))
        self.search.setAccessibleName(self.tr("Bibliothek durchsuchen"))
        self.pane.list.setAccessibleName(self.tr("Klauseln"))
        self.exchange.setText(self.tr("Import/Export"))
        self.exchange.setToolTip(self.tr("Klauseln importieren oder exportieren"))

    def _recolour(self) -> None:
        self._search_icon.setIcon(line_icon("search"))
        self.exchange.setIcon(line_icon("export"))
