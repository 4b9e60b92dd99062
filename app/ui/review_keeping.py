"""Entries of a review on their way to the disk, and how far they are.

Strategy: what is not confirmed to be on the disk waits and goes again with the next entry, so that nothing is lost because a
database was locked for a moment; at most one request is on its way. Where nothing is stored, that is told once. Answers may come after
the document was closed: then nobody is there to see them but whoever was named for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.errors import KlausellupeError
from app.models.decisions import Decision


class Keeper(Protocol):
    """Where decisions are stored, as `Cases`."""

    def decide(
        self,
        sha256: str,
        decisions: Sequence[Decision],
        done: Callable[[], object],
        failed: Callable[[KlausellupeError], object],
    ) -> bool:
        """Add them; False where nothing is to be stored."""


class Kept(Enum):
    """How far what was decided is on the disk."""

    NOTHING_NEW = auto()
    WRITING = auto()
    STORED = auto()
    NOWHERE = auto()  # as the settings say
    REFUSED = auto()


class Keeping(QObject):
    """Of one document; `sha256` is known as soon as it was read."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept = Kept.NOTHING_NEW
        self.sha256 = ""
        self._keeper: Keeper | None = None
        self._waiting: tuple[Decision, ...] = ()
        self._asked = 0  # so many of them are on their way
        self._typing = False
        self._why = Kept.NOWHERE  # what waits is not stored
        self._stored_any = self._told = False
        self._closed: Callable[[KlausellupeError], object] | None = None

    def close(self, refused: Callable[[KlausellupeError], object]) -> None:
        """The document is closed: what waits is tried once more, and `refused` is told what comes too late to be told here."""
        self.store()
        self._closed = refused

    def keep_with(self, keeper: Keeper) -> None:
        """From now on it is stored there, with what waits."""
        self._keeper = keeper
        self.store()

    def add(self, entries: tuple[Decision, ...]) -> None:
        """To be stored at once."""
        self._waiting += entries
        self.store()

    def type(self, *, typing: bool) -> None:
        """Something is being typed that is no entry yet."""
        self._typing = typing
        self._look()

    def store(self) -> None:
        """Ask for what waits."""
        if self._asked or not self._waiting:
            return
        self._asked = len(self._waiting) if self._sent() else 0
        self._why = Kept.NOWHERE
        self._look()

    def _sent(self) -> bool:
        if self._keeper is None or not self.sha256:
            return False
        return self._keeper.decide(self.sha256, self._waiting, self._stored, self._refused)

    def _stored(self) -> None:
        self._waiting, self._asked = self._waiting[self._asked :], 0
        self._stored_any, self._told = True, False
        self.store()
        self._look()

    def _refused(self, error: KlausellupeError) -> None:
        self._asked, self._why = 0, Kept.REFUSED
        if self._closed is not None:
            self._closed(error)
        self._look()

    def _look(self) -> None:
        kept = self._state()
        if kept is not self.kept and self._closed is None:
            self.kept = kept
            self.changed.emit()
            self._tell_once()

    def _state(self) -> Kept:
        if self._typing or self._asked:
            return Kept.WRITING
        if self._waiting:
            return self._why
        return Kept.STORED if self._stored_any else Kept.NOTHING_NEW

    def _tell_once(self) -> None:
        if self._told or self.kept not in (Kept.NOWHERE, Kept.REFUSED):
            return
        self._told = True
        if self.kept is Kept.REFUSED:
            sentence = self.tr(
                "Die Entscheidung konnte nicht gespeichert werden. Sie gilt, solange das Dokument offen ist."
            )
        else:
            sentence = self.tr("Es wird nichts gespeichert. Entscheidungen gelten, solange das Dokument offen ist.")
        self.told.emit(sentence)
