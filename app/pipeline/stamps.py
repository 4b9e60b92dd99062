"""Which library is in force, for a process of its own: the window imports nothing that reads libraries."""

from __future__ import annotations

from pathlib import Path

from app.models.analysis import LibraryStamp
from app.progress import Progress, silent


def library_stamp(path: Path, *, progress: Progress = silent) -> LibraryStamp:
    """Name and fingerprint as an analysis would have them. Raises ExpectedError."""
    from app.pipeline.libraries import open_library

    progress(0.0, "reading", {})
    library = open_library(path)
    return LibraryStamp(library.name, library.sha256)
