"""What the window remembers: its shape, the language, the files opened last. One INI file in the user's folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app import paths
from app.settings import load_settings, save_settings

_RECENT = 8
_REASONS = 12
_RECALLED = 40


class WindowSettings:
    """Typed access to the file."""

    def __init__(self) -> None:
        self._store = QSettings(str(paths.user_config_dir() / "window.ini"), QSettings.Format.IniFormat)

    def shape(self, name: str) -> QByteArray:
        """State of a window or splitter as Qt saved it; empty if there is none."""
        value = self._store.value(f"shape/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, name: str, state: QByteArray) -> None:
        """Remember a state."""
        self._store.setValue(f"shape/{name}", state)

    def recent(self) -> tuple[Path, ...]:
        """Files opened last, newest first, that still exist."""
        value = self._store.value("recent", [])
        names = value if isinstance(value, list) else [value]
        return tuple(path for path in map(Path, map(str, names)) if path.is_file())

    def keep_recent(self, path: Path) -> None:
        """Put a file in front."""
        others = [p for p in self.recent() if p != path]
        self._store.setValue("recent", [str(p) for p in (path, *others)][:_RECENT])

    def forget_recent(self, path: Path) -> None:
        """The file is named no more: its case was deleted."""
        self._store.setValue("recent", [str(p) for p in self.recent() if p != path])

    def theme(self) -> str:
        """`light`, `dark` or "" for the system's."""
        return str(self._store.value("theme", ""))

    def keep_theme(self, name: str) -> None:
        """Remember the choice."""
        self._store.setValue("theme", name)

    def keep_language(self, lang: str) -> None:
        """For the next start, among what the user has chosen."""
        settings, _ = load_settings()
        if settings.language != lang:
            save_settings(replace(settings, language=lang))

    def reasons(self) -> tuple[str, ...]:
        """Reasons given for changes of clauses, newest first."""
        value = self._store.value("reasons", [])
        return tuple(map(str, value if isinstance(value, list) else [value]))

    def keep_reason(self, reason: str) -> None:
        """Put a reason in front."""
        others = [r for r in self.reasons() if r != reason]
        self._store.setValue("reasons", [reason, *others][:_REASONS])

    def choice(self, name: str, usual: str = "") -> str:
        """A small choice in the window, as it was left."""
        return str(self._store.value(f"choice/{name}", usual))

    def keep_choice(self, name: str, value: str) -> None:
        """Remember it."""
        self._store.setValue(f"choice/{name}", value)

    def recalled(self, what: str) -> tuple[str, ...]:
        """Words typed before for the same thing, newest first."""
        value = self._store.value(f"recalled/{what}", [])
        return tuple(map(str, value if isinstance(value, list) else [value]))

    def keep_recalled(self, what: str, text: str) -> None:
        """Put them in front."""
        others = [t for t in self.recalled(what) if t != text]
        self._store.setValue(f"recalled/{what}", [text, *others][:_RECALLED])

    def save(self) -> None:
        """Write now."""
        self._store.sync()
