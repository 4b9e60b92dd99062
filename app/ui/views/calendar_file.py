"""At the bottom of the deadlines: when the calendar shall remind, and the button that writes the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QWidget

from app.ui.icons import line_icon

_ALARMS: tuple[tuple[int, ...], ...] = (
    (7, 1),
    (14, 7, 1),
    (30, 7, 1),
    (1,),
    (),
)  # days before; the first is the usual one
_LETTERS = 12  # that the box has room for at least


class CalendarFile(QWidget):
    """`wanted`: the file shall be written."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = narrow_box()
        self.button = QPushButton()
        self._label = QLabel()
        self._label.setBuddy(self.box)
        form = QFormLayout(self)
        form.setContentsMargins(6, 0, 6, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._label, self.box)
        form.addRow(self.button)
        self.button.clicked.connect(self.wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Its own words."""
        self._label.setText(self.tr("E&rinnern:"))
        self.box.setAccessibleName(self.tr("Erinnerung im Kalender"))
        self.button.setText(self.tr("Als &Kalenderdatei …"))
        self.button.setIcon(line_icon("calendar"))
        fill_box(self.box, [(" ".join(map(str, alarms)), self._text(alarms)) for alarms in _ALARMS])

    def _text(self, alarms: tuple[int, ...]) -> str:
        if not alarms:
            return self.tr("nicht")
        if alarms == (1,):
            return self.tr("1 Tag vorher")
        days = ", ".join(map(str, alarms[:-1]))
        return self.tr("{0} Tage und 1 Tag vorher").format(days)

    @property
    def alarms(self) -> tuple[int, ...]:
        """In days before."""
        return tuple(map(int, self.state().split()))

    def state(self) -> str:
        """What was chosen, as JSON keeps it."""
        return str(self.box.currentData() or "")

    def restore(self, state: object) -> None:
        """What was chosen before; the usual where it is not known."""
        self.box.setCurrentIndex(max(0, self.box.findData(state)))


def narrow_box() -> QComboBox:
    """A box that is no wider than it must be."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    return box


def fill_box(box: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Values with their words, in another language perhaps; what was chosen stays."""
    chosen = box.currentData()
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
