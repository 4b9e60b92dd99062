"""A page of titled sections that fold and scroll together, as a printed page with headings would read.

What is folded is remembered by name. A section's title is a button: Enter and Space fold it, a screen reader says its state.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.settings import WindowSettings

_LARGER = 1.1  # the words of a heading


class Section(QWidget):
    """A title and what stands below it."""

    folded = Signal(bool)

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self._open = True
        self.head = QToolButton()
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setArrowType(Qt.ArrowType.DownArrow)
        self.head.setAutoRaise(True)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self.head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.head.setFont(font)
        self.head.clicked.connect(lambda: self.set_open(open_=not self.open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(content)

    @property
    def open(self) -> bool:
        """Whether its content is seen."""
        return self._open

    def set_open(self, *, open_: bool) -> None:
        """Fold or unfold it."""
        self._open = open_
        self.head.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.content.setVisible(open_)
        self._say()
        self.folded.emit(not open_)

    def set_title(self, title: str) -> None:
        """The words of the heading."""
        self.head.setText(title)
        self._say()

    def _say(self) -> None:
        """What a screen reader says."""
        self.head.setAccessibleName(self.head.text())
        self.head.setAccessibleDescription(self.tr("aufgeklappt") if self._open else self.tr("zugeklappt"))


class SectionPage(QScrollArea):
    """Sections below each other; `name`: what the window remembers the folded ones by."""

    def __init__(self, settings: WindowSettings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._name = settings, f"folded/{name}"
        self._sections: dict[str, Section] = {}
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        em = self.fontMetrics().averageCharWidth()
        self._column.setContentsMargins(em, em, em, em)
        self._column.setSpacing(self.fontMetrics().height())
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add_plain(self, widget: QWidget) -> None:
        """Something without a title."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add(self, name: str, content: QWidget) -> Section:
        """A further section."""
        section = self._sections[name] = Section(content)
        section.set_open(open_=name not in self._settings.choice(self._name).split())
        section.folded.connect(self._keep)
        self._column.insertWidget(self._column.count() - 1, section)
        return section

    def _keep(self) -> None:
        closed = [name for name, section in self._sections.items() if not section.open]
        self._settings.keep_choice(self._name, " ".join(closed))

    def keep_in_sight(self, widget: QWidget, area: QRect) -> None:
        """Scroll to a part of a widget on the page."""
        top = widget.mapTo(self._page, area.topLeft()).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif top + area.height() > bar.value() + height:
            bar.setValue(top + area.height() - height)
