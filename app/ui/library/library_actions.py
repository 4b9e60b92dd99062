"""What can be done in the library window: words, keys and icons; the menus. What they do is connected by the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.library.model import Status
from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.library.rows import Row

_KEYS = {
    "new": ("Ctrl+N",),
    "edit": ("F2",),
    "history": ("Ctrl+H",),
    "submit": ("Ctrl+Return",),
    "approve": ("Ctrl+Shift+Return",),
    "retire": ("Del",),
    "find": ("Ctrl+F",),
    "clear": ("Ctrl+Shift+F",),
    "as_of": ("Ctrl+T",),
    "export": ("Ctrl+E",),
    "import_pack": ("Ctrl+I",),
    "import_word": (),
    "import_table": (),
    "subscriptions": (),
    "starter": (),
    "usage": ("Ctrl+U",),
    "settings": ("Ctrl+,",),
    "next_pane": ("F6",),
    "previous_pane": ("Shift+F6",),
    "close": ("Ctrl+W",),
}
_ICONS = {
    "new": "new",
    "edit": "edit",
    "history": "history",
    "submit": "submit",
    "approve": "approve",
    "retire": "retire",
    "export": "export",
    "import_pack": "import",
    "as_of": "calendar",
}
_MENUS = {
    "clause": ("new", "edit", "history", "", "submit", "approve", "retire"),
    "library": ("as_of", "usage", "", "import", "export", "", "subscriptions", "starter", "", "settings", "", "close"),
    "go": ("find", "clear", "", "next_pane", "previous_pane"),
}
IMPORT = ("import_pack", "import_word", "import_table")
ON_CLAUSE = ("edit", "history", "submit", "approve", "retire")
_WRITING = ("new", *IMPORT, "subscriptions", "starter")


class LibraryActions(QObject):
    """All actions by name."""

    def __init__(self, window: QMainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self._actions = {name: QAction(window) for name in _KEYS}
        for name, keys in _KEYS.items():
            self[name].setShortcuts([QKeySequence(key) for key in keys])
        self["retire"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # in a line of text Del deletes a letter
        self._menus: dict[str, QMenu] = {}
        self._fill_menus(window)
        self.exchange = QMenu(window)  # of the button
        self.exchange.addActions([self[name] for name in (*IMPORT, "export")])
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._recolour)
        self._retranslate()
        self._recolour()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable(self, row: Row | None, *, writable: bool, some: bool) -> None:
        """What can be done with the clause looked at, and with the library."""
        for name in _WRITING:
            self[name].setEnabled(writable)
        status = row.status if row and writable else None
        self["edit"].setEnabled(status is not None)
        self["history"].setEnabled(status is not None)
        self._offer("submit", offered=status is Status.DRAFT)
        self._offer("approve", offered=status is Status.REVIEW)
        self._offer("retire", offered=status not in (None, Status.RETIRED))
        self["export"].setEnabled(writable and some)

    def _offer(self, name: str, *, offered: bool) -> None:
        """A step of a clause's life is seen only where it is the next one."""
        self[name].setEnabled(offered)
        self[name].setVisible(offered)

    def _fill_menus(self, window: QMainWindow) -> None:
        for menu, names in _MENUS.items():
            self._menus[menu] = window.menuBar().addMenu("")
            for name in names:
                if not name:
                    self._menus[menu].addSeparator()
                elif name == "import":
                    self._menus["import"] = self._menus[menu].addMenu("")
                    self._menus["import"].addActions([self[way] for way in IMPORT])
                else:
                    self._menus[menu].addAction(self[name])

    def _recolour(self) -> None:
        for name, icon in _ICONS.items():
            self[name].setIcon(line_icon(icon))

    def _retranslate(self) -> None:
        words = {
            "new": self.tr("&Neue Klausel"),
            "edit": self.tr("&Bearbeiten"),
            "history": self.tr("&Verlauf"),
            "submit": self.tr("Zur &Prüfung vorlegen …"),
            "approve": self.tr("&Freigeben …"),
            "retire": self.tr("&Ausmustern …"),
            "find": self.tr("&Suchen"),
            "clear": self.tr("Alle &Filter löschen"),
            "as_of": self.tr("&Stand vom …"),
            "usage": self.tr("Ver&wendung …"),
            "export": self.tr("Als Paket &exportieren …"),
            "import_pack": self.tr("&Paket importieren …"),
            "import_word": self.tr("Klauseln aus &Word …"),
            "import_table": self.tr("Klauseln aus &Tabelle (XLSX, CSV) …"),
            "subscriptions": self.tr("&Abonnierte Pakete …"),
            "starter": self.tr("&Neues aus der Startbibliothek …"),
            "settings": self.tr("&Einstellungen …"),
            "next_pane": self.tr("&Nächster Bereich"),
            "previous_pane": self.tr("&Voriger Bereich"),
            "close": self.tr("Fenster s&chließen"),
        }
        for name, text in words.items():
            self._name(self[name], text)
        self["submit"].setIconText(self.tr("Vorlegen"))  # there is little room on a button
        self["as_of"].setIconText(self.tr("Stand vom …"))
        titles = {
            "clause": self.tr("&Klausel"),
            "library": self.tr("&Bibliothek"),
            "go": self.tr("&Gehe zu"),
            "import": self.tr("&Importieren"),
        }
        for name, title in titles.items():
            self._menus[name].setTitle(title)

    def _name(self, action: QAction, text: str) -> None:
        action.setText(text)
        plain = text.replace("&", "")
        action.setIconText(plain.removesuffix(" …"))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = plain.removesuffix(" …")
        action.setToolTip(f"{name} ({keys})" if keys else name)
