"""What the actions do: most are given to the document in front, whose parts say what they can."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from app.ui.actions import COMPARING, EXPORTS, OWN, TAKE, Actions

if TYPE_CHECKING:
    from app.ui.panels.panel import Command
    from app.ui.presenter import Presenter

_WINDOW = OWN | frozenset(TAKE) | EXPORTS | COMPARING | {"close", "cancel"}


class Commands(QObject):
    """`own`: what the window does itself; `current`: the document in front."""

    def __init__(
        self, actions: Actions, own: Mapping[str, Command], current: Callable[[], Presenter | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._current = actions, current
        for name in actions.names():
            if name in own:
                actions[name].triggered.connect(lambda _=False, command=own[name]: command())
            elif name not in _WINDOW:
                actions[name].triggered.connect(lambda _=False, name=name: self.run(name))

    def run(self, name: str) -> None:
        """Let the document in front do it."""
        presenter = self._current()
        if presenter is not None and (command := presenter.page.commands().get(name)) is not None:
            command()

    def fill_clause_menu(self, menu: QMenu) -> None:
        """What can be done with the clause that is selected and the finding on it."""
        decide, outline = QMenu(menu), QMenu(menu)
        for inner, name in ((decide, "decide"), (outline, "outline")):
            inner.setTitle(self._actions.menus[name].title())
            inner.addActions(self._actions.menus[name].actions())
            menu.addMenu(inner)
        menu.addSeparator()
        menu.addActions([self._actions[name] for name in TAKE])

    def refresh(self) -> None:
        """Enable what can be done now."""
        presenter = self._current()
        page = presenter.page if presenter is not None else None
        self._actions.enable(
            page.commands() if page else (),
            document=presenter is not None,
            view=presenter is not None and presenter.view is not None,
            analysis=presenter is not None and presenter.analysis is not None,
            busy=presenter is not None and presenter.session.busy,
            impossible=page.impossible() if page else (),
        )
        undo = page.document.undo if page else None
        self._actions.name_steps(undo.undoText() if undo else "", undo.redoText() if undo else "")
        self._actions.check(page.stack.checked() if page else ())
