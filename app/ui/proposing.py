"""Where files that are written about a document are proposed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app import paths
from app.ui.models.pasted import is_pasted


def beside(source: Path) -> Path:
    """Beside the document; what has no folder of the user's goes where documents are."""
    ours = is_pasted(source) or source.is_relative_to(paths.data_dir())
    if source.parent.is_dir() and not ours:
        return source
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) / source.name
