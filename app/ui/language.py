"""The language of the window, switchable while it runs.

Sources are German; English comes from resources/translations. Sentences about documents come from app.wording in the same
language. Everything that shows text listens to `changed`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from app import paths
from app.wording.lang import Lang


class Language(QObject):
    """The language in force."""

    changed = Signal()

    def __init__(self, code: Lang = "de") -> None:
        super().__init__()
        self._code: Lang = code
        self._installed: list[QTranslator] = []
        self._install()

    @property
    def code(self) -> Lang:
        """`de` or `en`."""
        return self._code

    def switch(self, code: Lang) -> None:
        """Speak another language from now on."""
        if code == self._code:
            return
        self.remove()
        self._code = code
        self._install()
        self.changed.emit()

    def remove(self) -> None:
        """Take the translators from the application."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()

    def _install(self) -> None:
        ours = str(paths.resources() / "translations")
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{self._code}", qts), (f"klausellupe_{self._code}", ours)):
            translator = QTranslator()
            if translator.load(name, folder) and QCoreApplication.installTranslator(translator):
                self._installed.append(translator)
