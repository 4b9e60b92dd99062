"""What every part of the window needs: colours, language, memory, and the clause library, and which worker to use."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.jobs import worker
from app.jobs.session import Entry
from app.settings import Settings
from app.ui.language import Language
from app.ui.library.session import LibrarySession
from app.ui.settings import WindowSettings
from app.ui.textsize import apply_text_size
from app.ui.theme import Theme


@dataclass(frozen=True)
class Context:
    """Made once for the application."""

    theme: Theme
    language: Language
    settings: WindowSettings
    library: LibrarySession = field(default_factory=LibrarySession)
    entry: Entry = worker.main

    def choose(self, settings: Settings, theme: str) -> None:
        """What the user has chosen holds from now on and is kept."""
        self.library.keep_settings(settings)
        self.theme.choose(theme)
        self.settings.keep_theme(theme)
        self.language.switch("en" if settings.language == "en" else "de")
        apply_text_size(settings.text_percent)
