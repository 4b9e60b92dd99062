"""The pages of the editor behind a list of their names; each name says how many mistakes its page has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.library.plain import Plain
from app.ui.library.editing import Place
from app.ui.library.editor_form import Kit, Page
from app.ui.library.editor_general import GeneralPage, TextsPage
from app.ui.library.editor_lists import ApprovalsPage, BasisPage
from app.ui.library.positions_page import PositionsPage
from app.ui.library.rules_form import RulesPage

_ROOM = 3  # pixels round the name of a page
_PAGE_OF = {
    "position": 1,
    "rule": 2,
    "guidance": 3,
    "comment": 3,
    "approval": 4,
    "legal_basis": 5,
}  # all else is on the first


class EditorPages(QWidget):
    """One page is in front; all show the same snapshot."""

    edited = Signal(object, object, bool)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.positions = PositionsPage(kit)
        self.rules = RulesPage(kit)
        self.pages: tuple[Page, ...] = (
            GeneralPage(kit),
            self.positions,
            self.rules,
            TextsPage(kit),
            ApprovalsPage(kit),
            BasisPage(kit),
        )
        self.stack = QStackedWidget()
        self.names = QListWidget()
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setAccessibleName(self.tr("Abschnitte der Klausel"))
        self.names.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setSpacing(_ROOM)
        for page, name in zip(self.pages, self._titles(), strict=True):
            page.setAccessibleName(name)
            page.edited.connect(self.edited)
            self.stack.addWidget(page)
            QListWidgetItem(name, self.names)
        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.names.setCurrentRow(0)
        self._arrange()

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Allgemein"),
            self.tr("Fassungen"),
            self.tr("Vorgaben"),
            self.tr("Leitfaden, Kommentar"),
            self.tr("Freigaben"),
            self.tr("Rechtsgrundlage"),
        )

    def _arrange(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.names)
        splitter.addWidget(self.stack)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        em = self.fontMetrics().averageCharWidth()
        widest = max(self.names.fontMetrics().horizontalAdvance(f"{title}  ▲ 99") for title in self._titles())
        self.names.setMinimumWidth(em * 12)
        self.stack.setMinimumWidth(em * 40)
        splitter.setSizes([widest + em * 2, em * 100])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def show_plain(self, plain: Plain) -> None:
        """Show a snapshot on all pages."""
        for page in self.pages:
            page.show_plain(plain)

    def show_mistakes(self, said: Mapping[Place, str]) -> None:
        """Mark fields, and count them beside the names of the pages."""
        for number, (page, title) in enumerate(zip(self.pages, self._titles(), strict=True)):
            own = {place: sentence for place, sentence in said.items() if _page_of(place) == number}
            page.show_mistakes(own)
            item = self.names.item(number)
            item.setText(f"{title}  ▲ {len(own)}" if own else title)
            words = self.tr("{0}: Angaben fehlen oder sind falsch: {1}").format(title, len(own))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words if own else title)

    def name_of(self, place: Place) -> str:
        """„Fassungen › Rückfall 1 › Text“."""
        number = _page_of(place)
        return " › ".join(filter(None, (self._titles()[number], self.pages[number].name_of(place))))

    def order(self, place: Place) -> tuple[int, str]:
        """In the order of the pages, then of places."""
        return _page_of(place), " ".join(f"{key:03}" if isinstance(key, int) else key for key in place)

    def reveal(self, place: Place) -> None:
        """Bring a place to sight, with the focus in it."""
        if not place:
            return
        number = _page_of(place)
        self.names.setCurrentRow(number)
        self.pages[number].reveal(place)

    @property
    def current(self) -> int:
        """Number of the page in front."""
        return self.stack.currentIndex()


def _page_of(place: Place) -> int:
    return _PAGE_OF.get(str(place[0]), 0) if place else 0
