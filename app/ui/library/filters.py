"""Filters above the list, as small boxes of choice; one button clears them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.library.model import Status
from app.models.facts import Audience, Perspective
from app.ui.context import Context
from app.ui.library.rows import Filters, Row, status_text
from app.wording.lang import sentence_start
from app.wording.terms import term

_LEAST = 11  # characters of a box
_POPUP_ROOM = 28  # pixels for a scroll bar
_ALL_STATES = "all"


class FilterBar(QWidget):
    """Emits `changed` when the user chooses; `filters` says what is asked for (all but the type)."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tags: tuple[str, ...] = ()
        self._owners: tuple[str, ...] = ()
        self._told = False
        self._boxes = {name: self._new_box() for name in ("perspective", "audience", "status", "tag", "owner")}
        self._clear = QPushButton()
        self._clear.setFlat(True)
        self._clear.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for box in self._boxes.values():
            row.addWidget(box, 1)
        row.addWidget(self._clear)
        context.language.changed.connect(self._fill)
        self._fill()

    def _new_box(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaxVisibleItems(20)
        box.currentIndexChanged.connect(self._choose)
        return box

    def __getitem__(self, name: str) -> QComboBox:
        return self._boxes[name]

    def offer(self, rows: Sequence[Row]) -> None:
        """Offer the tags and owners that occur."""
        tags = tuple(sorted({tag for row in rows for tag in row.tags}, key=str.casefold))
        owners = tuple(sorted({row.owner for row in rows if row.owner}, key=str.casefold))
        if (tags, owners) != (self._tags, self._owners):
            self._tags, self._owners = tags, owners
            self._fill()

    @property
    def filters(self) -> Filters:
        """What is asked for."""
        status = self._chosen("status")
        return Filters(
            perspective=Perspective(self._chosen("perspective")) if self._chosen("perspective") else None,
            audience=Audience(self._chosen("audience")) if self._chosen("audience") else None,
            status=Status(status) if status and status != _ALL_STATES else None,
            retired_too=status == _ALL_STATES,
            tag=self._chosen("tag"),
            owner=self._chosen("owner") or None,
        )

    def clear(self) -> None:
        """Ask for nothing."""
        self._told = True
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        self._told = False
        self._choose()

    def show_retired(self) -> None:
        """Retired clauses as well."""
        box = self._boxes["status"]
        box.setCurrentIndex(box.findData(_ALL_STATES))

    def _chosen(self, name: str) -> str:
        return self._boxes[name].currentData() or ""

    def _choose(self) -> None:
        self._clear.setEnabled(self.filters != Filters())
        if not self._told:
            self.changed.emit()

    def _fill(self) -> None:
        lang = self._context.language.code
        names = {
            "perspective": self.tr("Unsere Rolle"),
            "audience": self.tr("Gegenüber wem"),
            "status": self.tr("Status"),
            "tag": self.tr("Schlagwort"),
            "owner": self.tr("Zuständig"),
        }
        everything = self.tr("{0}: alle")
        choices: dict[str, list[tuple[str, str]]] = {name: [(everything.format(names[name]), "")] for name in names}
        choices["perspective"] += [(sentence_start(term("perspective", p.value, lang)), p.value) for p in Perspective]
        choices["audience"] += [(sentence_start(term("audience", a.value, lang)), a.value) for a in Audience]
        choices["status"] = [
            (self.tr("Status: aktuelle"), ""),
            (self.tr("Alle, auch ausgemusterte"), _ALL_STATES),
        ]
        choices["status"] += [(sentence_start(status_text(s, lang)), s.value) for s in Status]
        choices["tag"] += [(tag, tag) for tag in self._tags]
        choices["owner"] += [(owner, owner) for owner in self._owners]
        before = self.filters
        self._told = True
        for name, box in self._boxes.items():
            self._refill(box, names[name], choices[name])
        self._told = False
        self._clear.setText(self.tr("Alle Filter löschen"))
        self._clear.setEnabled(self.filters != Filters())
        if self.filters != before:  # what was asked for does not occur any more
            self.changed.emit()

    def _refill(self, box: QComboBox, name: str, choices: list[tuple[str, str]]) -> None:
        kept = box.currentData()
        box.clear()
        for label, code in choices:
            box.addItem(label, code)
        box.setCurrentIndex(max(0, box.findData(kept)))
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _POPUP_ROOM)
        box.setAccessibleName(name)
        box.setToolTip(name)
