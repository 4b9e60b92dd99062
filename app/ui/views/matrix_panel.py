"""The liability matrix: what it says, the table, and the words of the cell that is picked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.models.folding import TIP_ROLE
from app.ui.models.rows import Row
from app.ui.views.folding_table import FoldingTable
from app.wording.lang import Lang

_SHARES = (0.28, 0.22, 0.22, 0.28)
_HEIGHTS = (3, 1)
_SHAPE = "liability"


class MatrixPanel(QWidget):
    """Emits the key of the words a picked cell rests on."""

    picked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.table = FoldingTable(context, "liability", shares=_SHARES, cells=True)
        self.words = QTextBrowser()
        self.words.document().setDocumentMargin(self.fontMetrics().averageCharWidth())
        self._arrange()
        self.table.walked.connect(self.picked)
        self.table.picked.connect(self.picked)
        self.table.selectionModel().currentChanged.connect(self._tell)
        context.language.changed.connect(self._retranslate)
        self._retranslate()

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        for widget, share in zip((self.table, self.words), _HEIGHTS, strict=True):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, share)
        self.splitter.setSizes([share * 200 for share in _HEIGHTS])
        self.splitter.restoreState(self._settings.shape(_SHAPE))
        self.splitter.splitterMoved.connect(self._keep_shape)
        column = QVBoxLayout(self)
        em = self.fontMetrics().averageCharWidth()
        column.setContentsMargins(em, em, em, 0)
        column.addWidget(self.note)
        column.addWidget(self.splitter, 1)

    def _keep_shape(self) -> None:
        self._settings.keep_shape(_SHAPE, self.splitter.saveState())

    def show_matrix(self, note: str, header: tuple[str, ...], rows: tuple[Row, ...], lang: Lang) -> None:
        """Another analysis."""
        self.note.setText(note)
        self.splitter.setVisible(bool(rows))
        self.table.show_rows(header, rows, lang)
        self.words.clear()

    def _tell(self, index: QModelIndex) -> None:
        """A cell that is not regulated leads nowhere, but says so; a title has no words."""
        said = index.data(TIP_ROLE) if index.isValid() else ""
        self.words.setPlainText(said or "")

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Haftungsmatrix"))
        self.words.setAccessibleName(self.tr("Wortlaut zum gewählten Feld"))
        self.words.setPlaceholderText(self.tr("Wortlaut: bitte ein Feld wählen."))
