"""Looks for the file that a document was read from: where it lay, else what its case keeps. Both may wait for a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.models.source import SourceDocument
from app.ui.exporting.source import NoSource, Source, file_source, kept_source
from app.ui.inthread import InThread

Kept = Callable[[str, Callable[[bytes | None], object]], None]


class SourceFinder(QObject):
    """`found`: the file, or why there is none."""

    found = Signal(object)  # Source

    def __init__(self, kept: Kept, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._document: SourceDocument | None = None
        self._looking, self._checking = InThread(self), InThread(self)
        self._looking.done.connect(self._take)
        self._checking.done.connect(self.found)

    def find(self, document: SourceDocument, path: Path, handed_in: bytes | None) -> None:
        """`found` follows."""
        self._document = document
        self._looking.start(lambda _stale: file_source(document, path, handed_in))

    def close(self) -> None:
        """Nothing is wanted any more; a drive that does not answer is not waited for."""
        self._looking.close(0)
        self._checking.close(0)

    def _take(self, source: Source) -> None:
        document = self._document
        if document is None or source.content is not None or source.reason is NoSource.KIND:
            self.found.emit(source)
            return

        def check(kept: bytes | None) -> None:
            if isValid(self):
                self._checking.start(lambda _stale: kept_source(source, document, kept))

        self._kept(document.sha256, check)
