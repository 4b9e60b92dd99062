"""The list with what is said where it is empty: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.library.browsing import Browsing
from app.ui.library.clause_list import ClauseList


class ListPane(QStackedWidget):
    """List or sentence."""

    clear_wanted = Signal()
    retired_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ClauseList(context)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.retired = QPushButton()
        self.retired.clicked.connect(self.retired_wanted)
        self.act = QPushButton()
        self.act.clicked.connect(self._act)
        self._act_wanted = self.clear_wanted
        self.addWidget(self.list)
        self.addWidget(self._empty())

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self.sentence)
        for button in (self.retired, self.act):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return page

    def show_rows(self, browsing: Browsing, type_name: str, *, writable: bool, past: bool = False) -> None:
        """The list, or why it is empty."""
        rows = browsing.shown
        self.list.show_rows(rows, browsing.query)
        self.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._tell(browsing, type_name, writable=writable, past=past)

    def _tell(self, browsing: Browsing, type_name: str, *, writable: bool, past: bool) -> None:
        self.retired.setVisible(browsing.retired_hits > 0)
        self.retired.setText(self.tr("Ausgemusterte zeigen ({0})").format(browsing.retired_hits))
        if browsing.shelf is None:
            self._say(self.tr("Die Bibliothek wird geöffnet …"), "", shown=False)
        elif past and (not browsing.all or not (browsing.query or browsing.filters.any)):
            self._say(self.tr("An diesem Tag galt hier noch keine Klausel."), "", shown=False)
        elif browsing.query or browsing.filters.any:
            self._act_wanted = self.clear_wanted
            self._say(self._not_found(browsing, type_name), self.tr("Suche und Filter löschen"), shown=True)
        else:
            self._act_wanted = self.new_wanted
            nothing = self.tr("Hier gibt es noch keine Klausel.")
            if type_name:
                nothing = self.tr("Zum Thema „{0}“ gibt es noch keine Klausel.").format(type_name)
            how = self.tr(
                "Legen Sie eine an, importieren Sie ein Paket oder übernehmen Sie eine Klausel aus einem Dokument."
            )
            self._say(f"{nothing}\n{how}" if writable else nothing, self.tr("Neue Klausel"), shown=writable)

    def _not_found(self, browsing: Browsing, type_name: str) -> str:
        """Says where else there are hits."""
        elsewhere = sum(browsing.counts.values()) if type_name else 0
        if elsewhere:
            said = self.tr("Zum Thema „{0}“ passt keine Klausel; zu anderen Themen passen {1}.")
            return said.format(type_name, elsewhere)
        if browsing.query:
            return self.tr("Keine Klausel enthält alle diese Wörter: {0}").format(browsing.query)
        return self.tr("Keine Klausel entspricht diesen Filtern.")

    def _say(self, sentence: str, action: str, *, shown: bool) -> None:
        self.sentence.setText(sentence)
        self.act.setText(action)
        self.act.setVisible(shown)

    def _act(self) -> None:
        self._act_wanted.emit()
