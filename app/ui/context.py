"""What every part of the window needs: colours, language, memory, and which library and worker to use."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app import paths
from app.jobs import worker
from app.jobs.session import Entry
from app.ui.language import Language
from app.ui.settings import WindowSettings
from app.ui.theme import Theme


@dataclass(frozen=True)
class Context:
    """Made once for the application."""

    theme: Theme
    language: Language
    settings: WindowSettings
    library: Path = field(default_factory=paths.clause_library)
    entry: Entry = worker.main
