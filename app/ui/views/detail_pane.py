"""The detail of a finding: its text, with what changes how it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from app.wording.findinglist import list_phrase
from app.wording.lang import Lang

_MARGIN = 0.6  # of a line
_LEAST = 4  # lines


class DetailPane(QWidget):
    """Shows what it is told; `large`: in a window of its own, which need not offer one."""

    followed = Signal(str)  # a link
    beside_changed = Signal(bool)
    large_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._shown = self._heading = ""
        self.title = QLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the buttons need the room
        self.beside = QToolButton()
        self.beside.setCheckable(True)
        self.large = QToolButton()
        if large:  # shown before it has a parent it would be a window of its own for a moment, and take the focus
            self.large.hide()
        for button in (self.beside, self.large):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(self.fontMetrics().lineSpacing() * _MARGIN)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST)
        self._arrange()
        self.text.anchorClicked.connect(self._follow)
        self.beside.clicked.connect(self.beside_changed)
        self.large.clicked.connect(self.large_wanted)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        gap = self.fontMetrics().lineSpacing() // 3
        row.setContentsMargins(gap * 2, gap, gap, gap)
        row.addWidget(self.title, 1)
        row.addWidget(self.beside)
        row.addWidget(self.large)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.text, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heading stands where there is room for all of it; the text below bears the same name."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = (b.sizeHint().width() for b in (self.beside, self.large) if not b.isHidden())
        whole = self.title.fontMetrics().horizontalAdvance(self._heading) + self.fontMetrics().lineSpacing() * 2
        self.title.setText(self._heading if whole + sum(buttons) <= self.width() else "")

    def show_html(self, key: str, html: str) -> None:
        """Another page begins at its top; the same one stays where it is: stepping through its places must not lose the reader's."""
        bar = self.text.verticalScrollBar()
        place = bar.value() if key and key == self._shown else 0
        self._shown = key
        self.text.setHtml(html)
        bar.setValue(place)

    def speak(self, lang: Lang) -> None:
        """In this language."""
        self._heading = list_phrase("detail", lang)
        self.text.setAccessibleName(list_phrase("detail", lang))
        self.text.setPlaceholderText(list_phrase("choose_one", lang))
        for button, name in ((self.beside, "beside"), (self.large, "large")):
            button.setText(list_phrase(name, lang))
            button.setToolTip(list_phrase(f"{name}_tip", lang))
        self._fit()

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(url.toString())
