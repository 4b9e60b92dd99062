"""The hits of the search as a list, under the clauses and pages they stand on; a row leads to its hit."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout

from app.ui.models.hit_list import ROW_ROLE, HitList
from app.ui.models.search import MOST
from app.ui.models.search_rows import GroupRow, HitRow, SearchPlaces
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.searching import SearchState
from app.ui.slices import Slices
from app.ui.views.hit_delegate import HitDelegate
from app.ui.views.query_field import QueryField
from app.wording.numbers import number_text


class SearchPanel(Panel):
    """Shows what `document.search` has found."""

    name, icon = "search", "search"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._search = document.search
        self._places: SearchPlaces | None = None
        self._told = False  # the selection moves because we were told so
        self._slices = Slices(self)
        self.field = QueryField(self._search, lambda: 0)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows = HitList(self._group_name, self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(HitDelegate(self.list, document.context.theme))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._listen()
        self._arrange()
        self.retranslate()

    def _listen(self) -> None:
        self.field.into_list.connect(self._into_list)
        self.list.selectionModel().currentChanged.connect(self._pick)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)  # Enter: back to the hit that was scrolled away
        self._search.changed.connect(self._list_hits)
        self._search.moved.connect(self._show_current)

    def _arrange(self) -> None:
        self.begin_at(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 0)
        for widget in (self.field, self.said, self.list):
            column.addWidget(widget)
        column.setStretch(2, 1)

    def title(self) -> str:
        """On the rail."""
        return self.tr("Suche")

    def badge(self) -> str:
        """How many hits."""
        hits = self._search.hits
        return number_text(len(hits.spans), self.document.lang) + ("+" if hits.more else "") if hits.spans else ""

    def retranslate(self) -> None:
        """Words of its own."""
        self.field.setPlaceholderText(self.tr("Im Dokument suchen"))
        self.field.setAccessibleName(self.tr("Im Dokument suchen"))
        self.list.setAccessibleName(self.tr("Treffer"))
        self._say()

    # --- what is shown

    def prepare(self, material: Material) -> SearchPlaces:
        """Where the text belongs."""
        return SearchPlaces(material.analysis.reading, material.lang)

    def show_prepared(self, places: SearchPlaces, material: Material) -> None:
        """Another analysis: the same hits may stand in other clauses."""
        self._places = places
        self._list_hits()

    def _list_hits(self) -> None:
        self._say()
        if self._search.state is SearchState.RUNNING:
            return
        self._slices.start(self._rows(), self._show)

    def _rows(self) -> Generator[None, None, tuple[GroupRow | HitRow, ...]]:
        if self._places is None:
            return ()
        return (yield from self._places.rows(self._search.hits.spans))

    def _show(self, rows: tuple[GroupRow | HitRow, ...]) -> None:
        self.rows.show(rows)
        self.list.setVisible(bool(rows))
        self._show_current()
        self.titled.emit()

    def _show_current(self) -> None:
        self._told = True
        index = self.rows.index_of(self._search.current)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index.siblingAtRow(index.row() - 1))  # the clause above, if it is the first there
            self.list.scrollTo(index)
        self._told = False

    def _group_name(self, row: GroupRow) -> str:
        return ", ".join(part for part in (row.clause or self.tr("Außerhalb der Klauseln"), row.page) if part)

    def _say(self) -> None:
        words = self._words()
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _words(self) -> str:
        search, lang = self._search, self.document.lang
        match search.state:
            case SearchState.EMPTY:
                return self.tr(
                    "Geben Sie Wörter ein, die im Dokument stehen. Hier erscheinen alle Stellen mit ihrer Klausel."
                )
            case SearchState.READING:
                return self.tr("Das Dokument wird noch gelesen. Danach wird gesucht.")
            case SearchState.RUNNING:
                return self.tr("Wird gesucht …")
        if not search.hits.spans:
            return self.tr("Keine Treffer für „{0}“ im ganzen Dokument.").format(search.query.words.strip())
        if search.hits.more:
            words = self.tr("Es gibt mehr Treffer. Gezeigt sind die ersten {0}; mehr Wörter grenzen die Suche ein.")
            return words.format(number_text(MOST, lang))
        return ""

    # --- what the user does

    def _into_list(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus()
            self._show_current()

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, HitRow) and not self._told:
            self._search.go_to(row.index)
