"""What the window shows without a document: how to begin, and the cases to go on with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.models.cases import CaseRow
from app.ui.views.case_list import CaseList
from app.ui.views.drop_zone import DropZone

_WIDEST = 165  # characters
_SEARCH = 34


class EmptyPage(QWidget):
    """Drop zone above; below the stored cases or, where there are none, the files opened last."""

    shown_again = Signal()
    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(object)  # Path
    case_wanted = Signal(str)
    case_unwanted = Signal(str, str)  # id and title

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = False
        self.context, self._settings = context, context.settings
        self.zone = DropZone(context)
        self.zone.open_wanted.connect(self.open_wanted)
        self.zone.paste_wanted.connect(self.paste_wanted)
        self.zone.sample_wanted.connect(self.sample_wanted)
        self.cases = CaseList(context)
        self.cases.picked.connect(self.case_wanted)
        self.cases.delete_wanted.connect(self.case_unwanted)
        self.cases.typed.connect(self._type)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._look_for)
        self.search.installEventFilter(self)
        self._heading, self._nothing, self._privacy = QLabel(), QLabel(), QLabel()
        self._recent = QVBoxLayout()
        self._arrange()
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self.refresh)
        self._retranslate()
        self.refresh()

    def _arrange(self) -> None:
        em = self.fontMetrics().averageCharWidth()
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self._heading.setFont(font)
        self.search.setFixedWidth(em * _SEARCH)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._privacy.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._privacy.setWordWrap(True)
        self._recent.setSpacing(2)
        head, column, middle = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self.search)
        column.setSpacing(em * 2)
        column.addStretch(1)
        column.addWidget(self.zone)
        column.addLayout(head)
        column.addLayout(self._recent)
        column.addWidget(self.cases, 100)
        column.addWidget(self._nothing, 100)
        column.addWidget(self._privacy)
        column.addStretch(1)
        whole = QWidget()
        whole.setLayout(column)
        whole.setMaximumWidth(em * _WIDEST)
        middle.addStretch(1)
        middle.addWidget(whole, 1000)
        middle.addStretch(1)
        self.setTabOrder(self.search, self.cases)

    def show_cases(self, rows: tuple[CaseRow, ...]) -> None:
        """The stored cases take the place of the files opened last."""
        self.cases.show_rows(rows)
        self.refresh()

    def forget(self, path: Path) -> None:
        """The file is named here no more."""
        self._settings.forget_recent(path)
        self.refresh()

    def refresh(self) -> None:
        """Show the stored cases or, where there are none, the files opened last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        stored, shown = self.cases.table.total > 0, self.cases.count() > 0
        paths = () if stored else self._settings.recent()
        for path in paths:
            self._recent.addWidget(self._recent_button(path), 0, Qt.AlignmentFlag.AlignLeft)
        self.zone.show_large(large=not stored)
        self.cases.setVisible(shown)
        self._nothing.setVisible(stored and not shown)
        self.search.setVisible(stored)
        self._heading.setVisible(stored or bool(paths))
        self._name_heading()

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.name.replace("&", "&&"))
        button.setFlat(True)
        button.setToolTip(str(path))
        button.setIcon(line_icon("document"))
        button.clicked.connect(lambda: self.file_wanted.emit(path))
        return button

    # --- looking for a case

    def _look_for(self, words: str) -> None:
        self.cases.look_for(words)
        said = self.tr("Kein Vorgang passt zu „{0}“.")
        self._nothing.setText(said.format(words.strip()))
        found = self.cases.count() > 0
        self.cases.setVisible(found)
        self._nothing.setVisible(not found and self.cases.table.total > 0)

    def _type(self, text: str) -> None:
        """Whoever types in the list looks for something."""
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field down into the list; Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.cases.select_first()
                    return True
                case Qt.Key.Key_Escape if self.search.text():
                    self.search.clear()
                    return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is where it helps most."""
        super().showEvent(event)
        if self._shown:
            self.shown_again.emit()
        self._shown = True
        if self.cases.table.total:
            self.search.setFocus()
        else:
            self.zone.open.setFocus()

    def _name_heading(self) -> None:
        self._heading.setText(self.tr("Vorgänge") if self.cases.table.total else self.tr("Zuletzt geöffnet"))

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Vorgang suchen"))
        self.search.setAccessibleName(self.tr("Vorgang suchen"))
        self._privacy.setText(
            self.tr(
                "Alles geschieht auf diesem Rechner, es wird nichts übertragen. Was von Vorgängen gespeichert bleibt, bestimmen "
                "Sie in den Einstellungen."
            )
        )
        self._look_for(self.search.text())
        self._name_heading()
