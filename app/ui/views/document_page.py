"""The page of one document: outline at the left, the document, findings and their detail at the right.

Only arrangement; what is shown and what follows from a click is in `app.ui.presenter`.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QTabBar, QTabWidget, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.page_images import PageImages
from app.ui.views.banner import Banner
from app.ui.views.facts_form import FactsForm
from app.ui.views.findings_panel import FindingsPanel
from app.ui.views.matrix_panel import MatrixPanel
from app.ui.views.overview_panel import OverviewPanel
from app.ui.views.pdf_view import PdfView
from app.ui.views.progress_strip import ProgressStrip
from app.ui.views.text_view import TextView
from app.ui.views.tree_panel import TreePanel

_SHARES = (20, 45, 35)  # of the width
_TAB_ROOM = 6  # pixels
_OVERVIEW_SHARES = (0.44, 0.24)


class _RoomyTabBar(QTabBar):
    """Tabs high enough for umlauts: the style lowers a tab in the background and cuts its text to what is left."""

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(0, _TAB_ROOM)


class DocumentPage(QWidget):
    """Widgets of one tab."""

    def __init__(self, context: Context, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = context.language
        self._settings = context.settings
        theme = context.theme
        self.banner = Banner(theme)
        self.progress = ProgressStrip(context.language)
        self.outline = TreePanel(theme)
        self.outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.waiting = QLabel()
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self.pdf = PdfView(theme, images)
        self.text = TextView(theme)
        self.documents = QStackedWidget()
        for widget in (self.waiting, self.pdf, self.text):
            self.documents.addWidget(widget)
        self.findings = FindingsPanel(theme, context.language)
        self.facts = FactsForm()
        self.overview = TreePanel(theme, wrap=True, shares=_OVERVIEW_SHARES)
        self.notices = QLabel()
        self.notices.setWordWrap(True)
        self.matrix = MatrixPanel(theme, context.language)
        self.not_checked = TreePanel(theme, wrap=True)
        self.tabs = self._new_tabs()
        self.splitter = self._new_splitter()
        self._arrange()
        context.language.changed.connect(self._retranslate)
        self._retranslate()

    def _new_tabs(self) -> QTabWidget:
        overview = OverviewPanel((self.facts, self.notices), self.overview)
        tabs = QTabWidget()
        tabs.setTabBar(_RoomyTabBar())
        tabs.setDocumentMode(True)
        for widget in (self.findings, overview, self.matrix, self.not_checked):
            tabs.addTab(widget, "")
        return tabs

    def _new_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, share in zip((self.outline, self.documents, self.tabs), _SHARES, strict=True):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, share)
        em = self.fontMetrics().averageCharWidth()
        self.outline.setMinimumWidth(em * 16)
        self.documents.setMinimumWidth(em * 30)
        self.tabs.setMinimumWidth(em * 26)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([share * 12 for share in _SHARES])
        splitter.restoreState(self._settings.shape("document"))
        return splitter

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.banner, self.progress, self.splitter):
            column.addWidget(widget)
        column.setStretch(2, 1)

    def keep_shape(self) -> None:
        """Remember the widths."""
        self._settings.keep_shape("document", self.splitter.saveState())

    def show_panels(self, *, shown: bool) -> None:
        """Without an analysis outline and findings have nothing to say, and an empty list would look like good news."""
        self.outline.setVisible(shown)
        self.tabs.setVisible(shown)

    def count_findings(self, count: int) -> None:
        """Put the number into the tab's title."""
        self.tabs.setTabText(0, self.tr("Hinweise ({0})").format(count))

    def _retranslate(self) -> None:
        self.tabs.setTabText(0, self.tr("Hinweise"))
        self.tabs.setTabText(1, self.tr("Übersicht"))
        self.tabs.setTabText(2, self.tr("Haftung"))
        self.tabs.setTabText(3, self.tr("Nicht geprüft"))
        self.waiting.setText(self.tr("Das Dokument wird gelesen …"))
        self.outline.setAccessibleName(self.tr("Gliederung"))
        self.pdf.setAccessibleName(self.tr("Seiten des Dokuments"))
        self.text.setAccessibleName(self.tr("Text des Dokuments"))
        self.overview.setAccessibleName(self.tr("Haftung, Fristen und Laufzeiten"))
        self.not_checked.setAccessibleName(self.tr("Was nicht geprüft wurde"))
