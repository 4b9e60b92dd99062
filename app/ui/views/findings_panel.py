"""The findings at the right: a filter, the list, and the selected finding in full."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.ui.detail import LINK
from app.ui.icons import line_icon
from app.ui.language import Language
from app.ui.models.findings import ID_ROLE, FindingsFilter, FindingsModel, ListedFinding
from app.ui.theme import Theme
from app.ui.views.finding_delegate import FindingDelegate

_MARGIN = 10


class FindingsView(QWidget):
    """Emits what the user picks; shows what it is told."""

    finding_picked = Signal(str)
    place_picked = Signal(str)  # id of a clause or key of a passage

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = False  # the selection moves because we were told so, not by the user
        self._model = FindingsModel(self)
        self._filter = FindingsFilter(self._model, self)
        self._search = QLineEdit()
        self._search_icon = QAction(self)
        self._search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._search.setClearButtonEnabled(True)
        self._list = self._new_list()
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setMargin(8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._checks: tuple[str, ...] = ()
        self._shown: str | None = None
        self._known = False  # nothing is said about findings before there is an analysis
        self._detail = QTextBrowser()
        self._detail.setOpenLinks(False)
        self._detail.document().setDocumentMargin(_MARGIN)
        self._detail.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self._arrange()
        self._search.textChanged.connect(self._look_for)
        self._detail.anchorClicked.connect(self._follow)
        language.changed.connect(self._retranslate)
        theme.changed.connect(self._recolour)
        self._retranslate()
        self._recolour()

    def _new_list(self) -> QListView:
        view = QListView()
        view.setModel(self._filter)
        view.setItemDelegate(FindingDelegate(view, self._theme))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._pick)
        view.clicked.connect(self._pick)
        return view

    def _arrange(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(6, 8, 6, 0)
        for widget in (self._search, self._empty, self._list):
            column.addWidget(widget)
        column.setStretch(1, 1)
        column.setStretch(2, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self._detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    # --- what is shown

    def show_findings(self, findings: tuple[ListedFinding, ...], checks: tuple[str, ...]) -> None:
        """The list; `checks` say which rules were applied, without which an empty list would say too much."""
        self._known = True
        self._checks = checks
        self._model.show(findings)
        self._tell_if_empty()

    def show_detail(self, finding: str | None, html: str) -> None:
        """The selected finding."""
        row = self._model.row_of(finding)
        index = self._filter.mapFromSource(self._model.index(row, 0)) if row >= 0 else QModelIndex()
        self._told = True
        self._list.setCurrentIndex(index)
        self._told = False
        bar = self._detail.verticalScrollBar()
        place = bar.value() if finding and finding == self._shown else 0
        self._shown = finding
        self._detail.setHtml(html)
        bar.setValue(place)  # stepping through the places of a finding must not lose the reader's

    def step(self, by: int) -> None:
        """Pick the next or previous finding of the list as filtered."""
        count = self._filter.rowCount()
        if count:
            current = self._list.currentIndex().row()
            row = (current + by) % count if current >= 0 else (0 if by > 0 else count - 1)
            self._list.setCurrentIndex(self._filter.index(row, 0))

    def focus_filter(self) -> None:
        """Let the user type words to filter by."""
        self._search.setFocus()
        self._search.selectAll()

    # --- what the user does

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid() and not self._told:
            self.finding_picked.emit(index.data(ID_ROLE))

    def _follow(self, link: QUrl) -> None:
        self.place_picked.emit(link.toString().removeprefix(LINK))

    def _look_for(self, text: str) -> None:
        self._filter.look_for(text)
        self._tell_if_empty()

    def _tell_if_empty(self) -> None:
        empty = self._known and self._filter.rowCount() == 0
        self._empty.setVisible(empty)
        self._list.setVisible(not empty)
        if self._model.rowCount() > 0:
            self._empty.setText(self.tr("Kein Hinweis enthält diese Wörter."))
            return
        nothing = self.tr("Keine Hinweise. Was nicht geprüft wurde, steht unter „Nicht geprüft“.")
        self._empty.setText("\n\n".join((nothing, *self._checks)))

    # --- language, colours

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Hinweise filtern"))
        self._search.setAccessibleName(self.tr("Hinweise filtern"))
        self._list.setAccessibleName(self.tr("Hinweise"))
        self._detail.setPlaceholderText(self.tr("Wählen Sie einen Hinweis oder eine Klausel."))
        self._detail.setAccessibleName(self.tr("Hinweis im Einzelnen"))
        self._tell_if_empty()

    def _recolour(self) -> None:
        self._search_icon.setIcon(line_icon("filter"))
        self._list.viewport().update()
