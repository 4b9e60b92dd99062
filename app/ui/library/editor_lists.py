"""Pages that are a list of like cards: approvals and legal basis. A card is added at the end and removed by its button."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.library.plain import Plain
from app.models.analysis import Severity
from app.ui.library.editing import changed
from app.ui.library.editor_fields import ChoiceField, DayField, LineField, NumberField, TextField
from app.ui.library.editor_form import Form, Kit, Page, soft_label
from app.ui.library.editor_general import options


class ListPage(Page):
    """Cards of the list `key`; made anew when there are more or fewer."""

    key = ""

    def __init__(self, kit: Kit, intro: str, add: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._cards: list[Form] = []
        self._frames: list[QFrame] = []
        self.column.addWidget(soft_label(intro, kit.theme))
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.add_button = QPushButton(add)
        self.add_button.clicked.connect(self.add_item)
        self.column.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def new_item(self) -> Plain:
        """What a new card begins with."""
        return {}

    def card(self, index: int) -> Form:
        """The form of one item."""
        raise NotImplementedError

    def forms(self) -> Iterator[Form]:
        """The cards."""
        yield from self._cards

    def _count(self) -> int:
        return len(self._plain.get(self.key, []))

    def show_plain(self, plain: Plain) -> None:
        """As many cards as there are items."""
        self._plain = plain
        if len(self._cards) != self._count():
            self._rebuild()
        super().show_plain(plain)

    def _rebuild(self) -> None:
        for frame in self._frames:
            self._list.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._cards, self._frames = [], []
        for index in range(self._count()):
            self._frames.append(self._framed(index))
            self._list.addWidget(self._frames[-1])

    def _framed(self, index: int) -> QFrame:
        card = self.card(index)
        card.edited.connect(self.edited)
        self._cards.append(card)
        frame = card_frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(card, 1)
        remove = QPushButton(self.tr("Entfernen"))
        remove.setAccessibleName(self.tr("{0} entfernen").format(index + 1))
        remove.clicked.connect(lambda: self.remove_item(index))
        row.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
        row.setContentsMargins(0, 8, 8, 0)
        return frame

    def add_item(self) -> None:
        """One more, with the focus in it."""
        place = (self.key, self._count())
        self.edited.emit(changed(self._plain, place, self.new_item()), place, False)
        self.reveal(place)

    def remove_item(self, index: int) -> None:
        """One less."""
        left = list(self._plain.get(self.key, []))
        del left[index]
        self.edited.emit(changed(self._plain, (self.key,), left), (self.key,), False)
        self.add_button.setFocus()


def card_frame() -> QFrame:
    """A framed card on the ground of a field."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    return frame


class ApprovalsPage(ListPage):
    """Whose consent a deviation needs."""

    key = "approval"

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        intro = self.tr("Wer muss zustimmen, wenn ein Dokument von dieser Klausel abweicht?")
        super().__init__(kit, intro, self.tr("&Freigabe hinzufügen"), parent)

    def new_item(self) -> Plain:
        """From medium severity on."""
        return {"severity": Severity.HIGH.value}

    def card(self, index: int) -> Form:
        """Who, from when on."""
        kit, form = self.kit, Form(self.kit)
        hint = self.tr("zum Beispiel: Leitung Recht")
        form.add((self.key, index, "approver"), self.tr("Freigabe durch"), LineField(hint))
        severities = options("severity", [s.value for s in Severity], kit.lang)
        form.add((self.key, index, "severity"), self.tr("ab Schwere"), ChoiceField(severities))
        anything = self.tr("Leer: bei jedem Auftragswert.")
        form.add((self.key, index, "contract_value"), self.tr("ab Auftragswert"), NumberField(kit.lang, "€"), anything)
        return form


class BasisPage(ListPage):
    """Norms with the day of their knowledge."""

    key = "legal_basis"

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        intro = self.tr(
            "Vorschriften zum Gegenstand dieser Klausel, mit dem Tag, an dem sie nachgesehen wurden. Wo eine Grenze allein "
            "Geschäftspolitik ist, steht hier nichts."
        )
        super().__init__(kit, intro, self.tr("&Vorschrift hinzufügen"), parent)

    def new_item(self) -> Plain:
        """As known today."""
        return {"as_of": self.kit.today}

    def card(self, index: int) -> Form:
        """Norm, day, source."""
        kit, form = self.kit, Form(self.kit)
        form.add((self.key, index, "norm"), self.tr("Vorschrift"), LineField("§ 309 Nr. 9 BGB"))
        form.add((self.key, index, "as_of"), self.tr("Stand"), DayField(kit.lang, self.tr("nicht angegeben")))
        form.add((self.key, index, "source"), self.tr("Fundstelle oder Anmerkung"), TextField(kit.theme, 1, 6))
        return form
