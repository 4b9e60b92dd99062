"""The button whose menu has the choices that findings are filtered by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.ui.models.filterchoices import GROUPS, ChoiceGroup
from app.ui.views.staying_menu import StayingMenu
from app.wording.findinglist import list_phrase
from app.wording.lang import Lang


class FilterButton(QPushButton):
    """What there is to choose is asked for when the menu opens."""

    choices_wanted = Signal()
    toggled_choice = Signal(str, str)  # group, value
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang: Lang = "de"
        self._menu = QMenu(self)
        self._submenus = {name: StayingMenu(self._menu) for name in GROUPS}
        for submenu in self._submenus.values():
            self._menu.addMenu(submenu)
        self._menu.addSeparator()
        self._reset = self._menu.addAction("")
        self._reset.triggered.connect(self.reset_wanted)
        self._menu.aboutToShow.connect(self.choices_wanted)
        self.setMenu(self._menu)

    def speak(self, lang: Lang) -> None:
        """In this language."""
        self._lang = lang
        self.setText(list_phrase("filter", lang))
        self.setToolTip(list_phrase("filter_tip", lang))
        self._reset.setText(list_phrase("reset", lang))

    def show_choices(self, groups: tuple[ChoiceGroup, ...]) -> None:
        """Also while the menu is open: it keeps its place."""
        for group in groups:
            menu = self._submenus[group.name]
            menu.setTitle(group.label)
            menu.setEnabled(bool(group.choices))
            self._fill(menu, group)
        self._reset.setEnabled(any(choice.chosen for group in groups for choice in group.choices))

    def _fill(self, menu: QMenu, group: ChoiceGroup) -> None:
        if [action.data() for action in menu.actions()] != [choice.value for choice in group.choices]:
            menu.clear()
            for choice in group.choices:
                self._add(menu, group.name, choice.value)
        for action, choice in zip(menu.actions(), group.choices, strict=True):
            label = choice.label.replace("&", "&&")
            action.setText(list_phrase("count", self._lang, label=label, count=choice.count))
            action.setChecked(choice.chosen)

    def _add(self, menu: QMenu, group: str, value: str) -> None:
        action = menu.addAction("")
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(lambda: self.toggled_choice.emit(group, value))
