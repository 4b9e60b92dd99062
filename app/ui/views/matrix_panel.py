"""The liability matrix: what it says, the table, and the words of the cell that is picked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.ui.language import Language
from app.ui.models.rows import Row
from app.ui.theme import Theme
from app.ui.views.tree_panel import TreePanel
from app.wording.lang import Lang

_SHARES = (0.29, 0.235, 0.235)
_HEIGHTS = (3, 1)
_MARGIN = 8


class MatrixPanel(QWidget):
    """Emits the key of the words a picked cell rests on."""

    picked = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.table = TreePanel(theme, wrap=True, shares=_SHARES, cells=True)
        self.words = QTextBrowser()
        self.words.document().setDocumentMargin(_MARGIN)
        self._arrange()
        self.table.picked.connect(self.picked)
        self.table.selectionModel().currentChanged.connect(self._tell)
        language.changed.connect(self._retranslate)
        self._retranslate()

    def _arrange(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        for widget, share in zip((self.table, self.words), _HEIGHTS, strict=True):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setSizes([share * 200 for share in _HEIGHTS])
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 0)
        column.addWidget(self.note)
        column.addWidget(splitter, 1)

    def show_matrix(self, note: str, header: tuple[str, ...], rows: tuple[Row, ...], lang: Lang) -> None:
        """Another analysis."""
        self.note.setText(note)
        self.table.show_rows(header, rows, lang)
        self.words.clear()

    def _tell(self, index: QModelIndex) -> None:
        """A cell that is not regulated leads nowhere, but says so."""
        if index.isValid():
            self.words.setPlainText(index.data(Qt.ItemDataRole.ToolTipRole) or "")

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Haftungsmatrix"))
        self.words.setAccessibleName(self.tr("Wortlaut zum gewählten Feld"))
        self.words.setPlaceholderText(self.tr("Wählen Sie ein Feld: Hier steht dann der Wortlaut, auf dem es beruht."))
