"""The window's actions: keys, icons, menus, and when they can be used. Words are in `action_words`, what they do in `commands`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from app.ui.action_words import language_names, menu_titles, theme_names, words
from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.library.wiring import TakenAs
from app.ui.theme import NAMES
from app.wording.lang import LANGS, Lang

_KEYS: Mapping[str, tuple[str, ...]] = {
    "open": ("Ctrl+O",),
    "paste_text": ("Ctrl+Shift+V",),
    "sample": (),
    "export": ("Ctrl+S", "Ctrl+E"),  # a line of text keeps Ctrl+E to itself on X11
    "export_card": (),
    "export_copy": (),
    "export_deadlines": (),
    "compare": ("Ctrl+D",),
    "compare_forms": (),
    "portfolio": ("Ctrl+Shift+O",),
    "again": ("F5",),
    "cancel": ("Esc",),
    "close": ("Ctrl+W",),
    "settings": ("Ctrl+,",),
    "quit": ("Ctrl+Q",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "copy": ("Ctrl+C",),
    "copy_summary": ("Ctrl+Shift+C",),
    "find": ("Ctrl+F",),
    "find_next": ("F3",),
    "find_previous": ("Shift+F3",),
    "merge": (),
    "split": (),
    "level_up": (),
    "level_down": (),
    "exclude": (),
    "retype": (),
    "restore": (),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "fit": ("Ctrl+0",),
    "fit_page": ("Ctrl+9",),
    "text_view": ("Ctrl+T",),
    "legend": (),
    "panel_findings": ("Alt+1",),
    "panel_overview": ("Alt+2",),
    "panel_deadlines": ("Alt+3",),
    "panel_liability": ("Alt+4",),
    "panel_duplicates": ("Alt+5",),
    "panel_facts": ("Alt+6",),
    "panel_unchecked": ("Alt+7",),
    "panel_outline": ("Alt+Shift+1",),
    "panel_pages": ("Alt+Shift+2",),
    "panel_search": ("Alt+Shift+3",),
    "start": ("Alt+Home",),
    "next_pane": ("F6",),
    "previous_pane": ("Shift+F6",),
    "next": ("F8",),
    "previous": ("Shift+F8",),
    "next_undecided": ("F9",),
    "next_passage": ("F7",),
    "previous_passage": ("Shift+F7",),
    "filter": ("Ctrl+Shift+F",),
    "go_page": ("Ctrl+G",),
    "accept": ("Ctrl+1",),
    "negotiate": ("Ctrl+2",),
    "needs_approval": ("Ctrl+3",),
    "reject": ("Ctrl+4",),
    "not_relevant": ("Ctrl+5",),
    "undecide": ("Ctrl+Backspace",),
    "note": ("Ctrl+M",),
    "own_severity": (),
    "assign": (),
    "library": ("Ctrl+L",),
    "take_reference": ("Ctrl+Shift+R",),
    "take_fallback": (),
    "take_unacceptable": (),
    "shortcuts": ("F1",),
    "tour": (),
    "about": (),
}
_ICONS = {
    "open": "open",
    "paste_text": "paste",
    "export": "export",
    "undo": "undo",
    "redo": "redo",
    "find": "search",
    "zoom_in": "zoom-in",
    "zoom_out": "zoom-out",
    "fit": "fit-width",
    "fit_page": "fit-page",
    "text_view": "text",
    "next": "next",
    "previous": "previous",
    "cancel": "cancel",
    "library": "library",
}
_MENUS: Mapping[str, tuple[str, ...]] = {
    "file": ("open", "paste_text", "sample", "", "export", "export_card", "export_copy", "export_deadlines", "", "compare", "compare_forms", "portfolio", "", "again", "cancel", "close", "", "settings", "quit"),
    "edit": ("undo", "redo", "", "copy", "copy_summary", "", "find", "find_next", "find_previous", "", ">outline"),
    "outline": ("merge", "split", "level_up", "level_down", "exclude", "retype", "", "restore"),
    "view": ("zoom_in", "zoom_out", "fit", "fit_page", "", "text_view", "legend", "", ">panels", "", ">language", ">theme"),
    "panels": (
        *("panel_findings", "panel_overview", "panel_deadlines", "panel_liability", "panel_duplicates", "panel_facts"),
        *("panel_unchecked", "", "panel_outline", "panel_pages", "panel_search"),
    ),
    "go": ("start", "", "next", "previous", "next_undecided", "", "next_passage", "previous_passage", "", "go_page", "filter", "", "next_pane", "previous_pane"),
    "decide": (
        *("accept", "negotiate", "needs_approval", "reject", "not_relevant", "undecide"),
        *("", "note", "own_severity", "assign"),
    ),
    "library": ("library", "", "take_reference", "take_fallback", "take_unacceptable"),
    "help": ("shortcuts", "tour", "sample", "", "about"),
}  # fmt: skip
_BAR = ("open", "export", "", "undo", "redo", "", "zoom_out", "zoom_in", "fit", "fit_page", "text_view", "find", "", "previous", "next", "", "library", "", "cancel")  # fmt: skip
_NAMED_ON_BAR = ("open", "export", "library")  # what everybody looks for first says its name
_CHECKABLE = ("text_view", "legend")
TAKE: Mapping[str, TakenAs] = {
    "take_reference": "reference",
    "take_fallback": "fallback",
    "take_unacceptable": "unacceptable",
}
EXPORTS = frozenset(("export", "export_card", "export_copy"))
"""What needs an analysis and opens the same dialog."""
COMPARING = frozenset(("compare", "compare_forms"))
"""What needs an analysis and opens a window beside this one."""
OWN = frozenset(
    ("open", "start", "paste_text", "sample", "portfolio", "settings", "quit", "library", "shortcuts", "tour", "about")
)
"""What the window does with or without a document."""
_NEED_DOCUMENT = frozenset(("close",))
_NEED_VIEW = frozenset(
    (
        "zoom_in",
        "zoom_out",
        "fit",
        "fit_page",
        "find",
        "find_next",
        "find_previous",
        "go_page",
        "copy",
        "legend",
        "next_pane",
        "previous_pane",
    )
)


class Actions(QObject):
    """All actions by name, and the menus and the tool bar that hold them."""

    def __init__(self, window: QMainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self._actions = {name: QAction(window, checkable=name in _CHECKABLE) for name in _KEYS}
        for name, keys in _KEYS.items():
            self[name].setShortcuts([QKeySequence(key) for key in keys])
        self.languages = {code: QAction(window, checkable=True) for code in LANGS}
        self.themes = {wish: QAction(window, checkable=True) for wish in ("", *NAMES)}
        _one_of(window, self.languages, context.language.code)
        _one_of(window, self.themes, context.theme.wish)
        self.menus = self._fill_menus(window)
        self.bar = self._fill_bar(window)
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._recolour)
        self._retranslate()
        self._recolour()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def names(self) -> Iterable[str]:
        """Of all actions, in the order of the menus."""
        return self._actions.keys()

    def enable(
        self,
        known: Iterable[str],
        *,
        document: bool,
        view: bool,
        analysis: bool,
        busy: bool,
        impossible: Iterable[str] = (),
    ) -> None:
        """What can be done now: `known` are the commands of the document in front, `impossible` those it cannot do now."""
        able = set(known) - set(impossible)
        for name, action in self._actions.items():
            if name in OWN:
                continue
            needed = document if name in _NEED_DOCUMENT else view if name in _NEED_VIEW else analysis
            action.setEnabled(
                needed and (name in able or name in _NEED_DOCUMENT or name in TAKE or name in EXPORTS | COMPARING)
            )
        self["cancel"].setEnabled(busy)

    def check(self, on: Iterable[str]) -> None:
        """Which switches are on in the document in front."""
        for name in _CHECKABLE:
            self[name].setChecked(name in on)

    def name_steps(self, undo: str, redo: str) -> None:
        """What would be taken back or done again stands in the tips."""
        for name, step in (("undo", undo), ("redo", redo)):
            action = self[name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            said = f"{action.iconText()}: {step}" if step else action.iconText()
            action.setToolTip(f"{said} ({keys})")

    def _fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        menus = {name: QMenu(window) for name in (*_MENUS, "language", "theme")}
        for menu, names in _MENUS.items():
            for name in names:
                if not name:
                    menus[menu].addSeparator()
                elif name.startswith(">"):
                    menus[menu].addMenu(menus[name[1:]])
                else:
                    menus[menu].addAction(self[name])
        menus["language"].addActions(list(self.languages.values()))
        menus["theme"].addActions(list(self.themes.values()))
        for name in ("file", "edit", "view", "go", "decide", "library", "help"):
            window.menuBar().addMenu(menus[name])
        return menus

    def _fill_bar(self, window: QMainWindow) -> QToolBar:
        bar = window.addToolBar("")
        bar.setObjectName("tools")
        bar.setMovable(False)
        for name in _BAR:
            if name:
                bar.addAction(self[name])
            else:
                bar.addSeparator()
        for name in _NAMED_ON_BAR:
            button = cast("QToolButton", bar.widgetForAction(self[name]))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return bar

    def _recolour(self) -> None:
        for name, icon in _ICONS.items():
            self[name].setIcon(line_icon(icon))
        self.themes[self._context.theme.wish].setChecked(True)

    def _retranslate(self) -> None:
        for name, text in words().items():
            self._name(self[name], text)
        for code, text in language_names().items():
            self.languages[code].setText(text)
        self.languages[self._context.language.code].setChecked(True)
        for wish, text in theme_names().items():
            self.themes[wish].setText(text)
        for name, title in menu_titles().items():
            self.menus[name].setTitle(title)
        self.bar.setWindowTitle(self.tr("Werkzeuge"))

    def _name(self, action: QAction, text: str) -> None:
        action.setText(text)
        plain = text.replace("&", "").removesuffix(" …")
        action.setIconText(plain)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)


def _one_of(window: QMainWindow, actions: Mapping[Lang, QAction] | Mapping[str, QAction], checked: str) -> None:
    group = QActionGroup(window)
    for name, action in actions.items():
        group.addAction(action)
        action.setChecked(name == checked)
