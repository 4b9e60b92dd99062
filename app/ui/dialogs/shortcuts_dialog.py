"""All commands with their keys, by menu, filtered as one types: read from the actions themselves, so that nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import Actions
from app.ui.dialogs.buttons import Buttons

_WIDTH_EM, _LINES = 84, 34
_MENUS = ("file", "edit", "view", "panels", "go", "decide", "outline", "library", "help")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command and its keys, as the system writes them."""

    name: str
    keys: str


def shortcuts_of(menu: QMenu) -> tuple[Shortcut, ...]:
    """The commands of a menu, not those of menus in it."""
    return tuple(_shortcuts(menu.actions()))


def _shortcuts(actions: Iterable[QAction]) -> Iterator[Shortcut]:
    for action in actions:
        if not action.isSeparator() and action.menu() is None:
            keys = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
            yield Shortcut(action.iconText(), ", ".join(keys))


class ShortcutsDialog(QDialog):
    """Help › Shortcuts (F1)."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tastenkürzel"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Befehl oder Taste suchen"))
        self._search.setAccessibleName(self.tr("Befehl oder Taste suchen"))
        self._search.setClearButtonEnabled(True)
        self._tree = self._new_tree()
        self._fill(actions)
        column = QVBoxLayout(self)
        for widget in (self._search, self._tree, Buttons(self, Buttons.StandardButton.Close)):
            column.addWidget(widget)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH_EM, metrics.lineSpacing() * _LINES)
        self._search.textChanged.connect(self.look_for)
        self._search.setFocus()

    def _new_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Befehl"), self.tr("Tasten")])
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setAccessibleName(self.tr("Befehle und ihre Tasten"))
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _fill(self, actions: Actions) -> None:
        for name in _MENUS:
            menu = actions.menus[name]
            group = QTreeWidgetItem([menu.title().replace("&", "")])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._tree.addTopLevelItem(group)
            for shortcut in shortcuts_of(menu):
                group.addChild(QTreeWidgetItem([shortcut.name, shortcut.keys]))
        self._tree.expandAll()

    def look_for(self, text: str) -> None:
        """Only commands whose name or keys hold all words."""
        words = text.casefold().split()
        for number in range(self._tree.topLevelItemCount()):
            group = self._tree.topLevelItem(number)
            if group is not None:
                group.setHidden(not _any_left(group, words))


def _any_left(group: QTreeWidgetItem, words: list[str]) -> bool:
    """Hide the rows that do not hold all words; whether one is left."""
    left = False
    for row in (group.child(number) for number in range(group.childCount())):
        if row is not None:
            holds = all(word in f"{row.text(0)} {row.text(1)}".casefold() for word in words)
            row.setHidden(not holds)
            left = left or holds
    return left
