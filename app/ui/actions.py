"""The window's actions: words, keys and icons. What they do is connected by the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.library.wiring import TakenAs
from app.ui.theme import NAMES
from app.wording.lang import LANGS, Lang

_KEYS = {
    "open": ("Ctrl+O",),
    "export": ("Ctrl+S", "Ctrl+E"),  # a line of text keeps Ctrl+E to itself on X11
    "close": ("Ctrl+W",),
    "quit": ("Ctrl+Q",),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "fit": ("Ctrl+0",),
    "next": ("F8",),
    "previous": ("Shift+F8",),
    "next_passage": ("F7",),
    "previous_passage": ("Shift+F7",),
    "filter": ("Ctrl+F",),
    "cancel": ("Esc",),
    "library": ("Ctrl+L",),
    "take_reference": ("Ctrl+Shift+R",),
    "take_fallback": (),
    "take_unacceptable": (),
    "settings": ("Ctrl+,",),
    "about": ("F1",),
}
_ICONS = {
    "open": "open",
    "export": "export",
    "zoom_in": "zoom-in",
    "zoom_out": "zoom-out",
    "fit": "fit-width",
    "next": "next",
    "previous": "previous",
    "cancel": "cancel",
    "library": "library",
}
TAKE: Mapping[str, TakenAs] = {
    "take_reference": "reference",
    "take_fallback": "fallback",
    "take_unacceptable": "unacceptable",
}
_NEED_ANALYSIS = ("export", "next", "previous", "next_passage", "previous_passage", "filter", *TAKE)
_NEED_VIEW = ("zoom_in", "zoom_out", "fit")


class Actions(QObject):
    """All actions by name, and the menus and the tool bar that hold them."""

    def __init__(self, window: QMainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self._actions = {name: QAction(window) for name in _KEYS}
        for name, keys in _KEYS.items():
            self[name].setShortcuts([QKeySequence(key) for key in keys])
        self.languages = {code: QAction(window, checkable=True) for code in LANGS}
        self.themes = {wish: QAction(window, checkable=True) for wish in ("", *NAMES)}
        _one_of(window, self.languages, context.language.code)
        _one_of(window, self.themes, context.theme.wish)
        self._menus = self._fill_menus(window)
        self._bar = self._fill_bar(window)
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._recolour)
        self._retranslate()
        self._recolour()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable(self, *, document: bool, view: bool, analysis: bool, busy: bool) -> None:
        """What can be done now."""
        for name in _NEED_ANALYSIS:
            self[name].setEnabled(analysis)
        for name in _NEED_VIEW:
            self[name].setEnabled(view)
        self["close"].setEnabled(document)
        self["cancel"].setEnabled(busy)

    def _fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        bar = window.menuBar()
        menus = {name: bar.addMenu("") for name in ("file", "view", "go", "library", "help")}
        contents = {
            "file": ("open", "export", "", "cancel", "close", "", "settings", "quit"),
            "view": ("zoom_in", "zoom_out", "fit", ""),
            "go": ("next", "previous", "", "next_passage", "previous_passage", "", "filter"),
            "library": ("library", "", *TAKE),
            "help": ("about",),
        }
        for menu, names in contents.items():
            for name in names:
                if name:
                    menus[menu].addAction(self[name])
                else:
                    menus[menu].addSeparator()
        menus["language"] = menus["view"].addMenu("")
        menus["language"].addActions(list(self.languages.values()))
        menus["theme"] = menus["view"].addMenu("")
        menus["theme"].addActions(list(self.themes.values()))
        return menus

    def _fill_bar(self, window: QMainWindow) -> QToolBar:
        bar = window.addToolBar("")
        bar.setObjectName("tools")
        bar.setMovable(False)
        for name in (
            "open",
            "export",
            "",
            "zoom_out",
            "zoom_in",
            "fit",
            "",
            "previous",
            "next",
            "",
            "library",
            "",
            "cancel",
        ):
            if name:
                bar.addAction(self[name])
            else:
                bar.addSeparator()
        for name in ("open", "export", "library"):  # what everybody looks for first says its name
            button = cast("QToolButton", bar.widgetForAction(self[name]))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return bar

    def _recolour(self) -> None:
        for name, icon in _ICONS.items():
            self[name].setIcon(line_icon(icon))

    def _retranslate(self) -> None:
        words = {
            "open": self.tr("Ö&ffnen …"),
            "export": self.tr("Bericht &exportieren …"),
            "close": self.tr("Dokument s&chließen"),
            "quit": self.tr("&Beenden"),
            "zoom_in": self.tr("Ver&größern"),
            "zoom_out": self.tr("Ver&kleinern"),
            "fit": self.tr("&Seitenbreite"),
            "next": self.tr("&Nächster Hinweis"),
            "previous": self.tr("&Voriger Hinweis"),
            "next_passage": self.tr("Nächste &Stelle des Hinweises"),
            "previous_passage": self.tr("V&orige Stelle des Hinweises"),
            "filter": self.tr("Hinweise &filtern"),
            "cancel": self.tr("Auswertung &abbrechen"),
            "library": self.tr("&Klauselbibliothek"),
            "take_reference": self.tr("Klausel als &neue Bezugsklausel übernehmen …"),
            "take_fallback": self.tr("Klausel als &Rückfallfassung übernehmen …"),
            "take_unacceptable": self.tr("Klausel als Beispiel für &Unannehmbares übernehmen …"),
            "settings": self.tr("&Einstellungen …"),
            "about": self.tr("Ü&ber Klausellupe"),
        }
        for name, text in words.items():
            self._name(self[name], text)
        self.languages["de"].setText("&Deutsch")
        self.languages["en"].setText("&English")
        self.themes[""].setText(self.tr("Wie das &System"))
        self.themes["light"].setText(self.tr("&Hell"))
        self.themes["dark"].setText(self.tr("&Dunkel"))
        titles = {
            "file": self.tr("&Datei"),
            "view": self.tr("&Ansicht"),
            "go": self.tr("&Gehe zu"),
            "library": self.tr("&Bibliothek"),
            "help": self.tr("&Hilfe"),
            "language": self.tr("S&prache"),
            "theme": self.tr("&Farben"),
        }
        for name, title in titles.items():
            self._menus[name].setTitle(title)
        self._bar.setWindowTitle(self.tr("Werkzeuge"))

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
