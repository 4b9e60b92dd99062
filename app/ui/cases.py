"""The user's cases as the window sees them: every analysed document is kept as the settings say, and reopens as it was left.

Strategy: the database is slow to import and to write, so a thread of its own does the work (`CaseKeeper`); what comes back is carried
into the main thread by one queued signal. A case that cannot be stored disturbs no review: it is told once. What the user asked
for is told each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app import paths
from app.errors import KlausellupeError
from app.jobs.casekeeper import CaseKeeper
from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.models.reading import Correction
from app.settings import Keep, load_settings

if TYPE_CHECKING:
    from app.storage.casestore import Case, CaseStore  # loads sqlite_utils

T = TypeVar("T")


@dataclass(frozen=True)
class Reopened:
    """A stored case with its document: the file where it still is what was read, else the kept bytes, else None.

    `changed`: the file is there and holds something else now.
    """

    case: Case
    content: Path | bytes | None
    changed: bool = False


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Cases(QObject):
    """One for the program."""

    listed = Signal(object)  # tuple[CaseEntry, ...], opened last first
    used = Signal(object)  # reference clause → Usage
    failed = Signal(object)  # KlausellupeError
    _arrived = Signal(object)  # to be called in the main thread

    def __init__(self, path: Path | None = None, *, clock: Callable[[], datetime] = _utc_now) -> None:
        super().__init__()
        self.path = path or paths.user_cases()
        self._clock = clock
        self._keeper = CaseKeeper(self.path, self._tell)
        self._failed_already = self._closed = False
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, singleShot=True, interval=0)  # many documents closed at once cost one list
        self._soon.timeout.connect(self._list)

    # --- the list

    def start(self) -> None:
        """What is older than the settings allow is deleted, the rest listed; nothing where nothing was ever stored."""
        if not self.path.is_file():
            self.listed.emit(())
            self.used.emit({})
            return
        days = load_settings()[0].retention_days
        if days:
            self._ask(lambda store: store.expire(days, self._clock()))
        self.refresh()

    def refresh(self) -> None:
        """List them again, and which reference clauses they met."""
        self._soon.start()

    def _list(self) -> None:
        if self.path.is_file() or _wanted():
            self._ask(lambda store: store.cases(), self.listed.emit)
            self._ask(lambda store: store.usage(), self.used.emit)

    def delete(self, case: str) -> None:
        """Erase a case with everything that was stored of it."""
        self._ask(lambda store: store.delete(case), wished=True)
        self.refresh()

    def rename(self, case: str, title: str) -> None:
        """Give a case another title."""
        self._ask(lambda store: store.rename(case, title), wished=True)
        self.refresh()

    # --- one document

    def keep(self, analysis: Analysis, path: Path, content: bytes | None = None) -> None:
        """Store what was just read and analysed, as far as the settings want it; `content`: of a document that is no file."""
        keep = load_settings()[0].keep
        if keep is Keep.NOTHING:
            return
        at = self._clock()

        def store(cases: CaseStore) -> None:
            sha256 = analysis.reading.source.sha256
            data = (content or _bytes(path, sha256) or cases.document(sha256)) if keep is Keep.DOCUMENT else None
            cases.store(analysis, path=path, data=data, title=path.name, at=at)

        self._ask(store)
        self.refresh()

    def evaluated(self, analysis: Analysis) -> None:
        """A document was evaluated again; nothing happens where it has no case or nothing is to be stored."""
        at = self._clock()
        self._of(analysis.reading.source.sha256, lambda store, case: store.evaluated(case, analysis, at=at))

    def remember(self, sha256: str, state: Mapping[str, Any]) -> None:
        """How the window shows a document; nothing happens where it has no case or nothing is to be stored."""
        self._of(sha256, lambda store, case: store.remember(case, state))

    def decide(
        self,
        sha256: str,
        decisions: Sequence[Decision],
        done: Callable[[], object],
        failed: Callable[[KlausellupeError], object],
    ) -> bool:
        """Add decisions in their order; `done` when they are on the disk. False where nothing is to be stored."""
        wanted = _wanted()
        if wanted:

            def store(cases: CaseStore) -> None:
                for decision in decisions:
                    cases.decide(sha256, decision)

            self._ask(store, lambda _: done(), failed=failed)
        return wanted

    def correct(self, sha256: str, corrections: Sequence[Correction]) -> None:
        """Keep these edits of the clause tree in place of the earlier ones; nothing happens where there is no case."""
        self._of(sha256, lambda store, case: store.correct(case, corrections))

    def _of(self, sha256: str, work: Callable[[CaseStore, str], None]) -> None:
        def step(store: CaseStore) -> None:
            case = store.case_of(sha256)
            if case is not None:
                work(store, case)

        if _wanted():
            self._ask(step)

    def document(self, sha256: str, done: Callable[[bytes | None], object]) -> None:
        """The bytes that are kept of a document, None where there are none or they cannot be read."""
        if self.path.is_file():
            self._ask(lambda store: store.document(sha256), done, failed=lambda _: done(None))
        else:
            done(None)

    def open(self, case: str, done: Callable[[Reopened], None]) -> None:
        """Open a case."""
        self._ask(lambda store: _reopened(store, case), done, wished=True)

    def find(self, path: Path, done: Callable[[Reopened], None], content: bytes | None = None) -> None:
        """Open the case of a file, or of a document that is none, if there is one."""
        if self.path.is_file():
            self._ask(lambda store: _found(store, path, content), lambda found: done(found) if found else None)

    def close(self) -> None:
        """Wait until all is stored. Nothing is answered any more."""
        self._keeper.close()
        self._closed = True
        self._soon.stop()

    # --- the thread

    def _ask(
        self,
        work: Callable[[CaseStore], T],
        done: Callable[[T], object] | None = None,
        *,
        wished: bool = False,
        failed: Callable[[KlausellupeError], object] | None = None,
    ) -> None:
        """`wished`: by the user just now, who is told what went wrong; `failed` is told in place of the window."""

        def hand_over(result: T) -> None:
            if done is not None:
                self._arrived.emit(lambda: done(result))

        def hand_back(error: KlausellupeError) -> None:
            self._arrived.emit(lambda: failed(error) if failed is not None else None)

        if not self._closed:
            self._keeper.ask(work, hand_over, hand_back if failed else self._refuse if wished else None)

    def _call(self, arrived: Callable[[], object]) -> None:
        if not self._closed:
            arrived()

    def _refuse(self, error: KlausellupeError) -> None:
        """In the thread."""
        self._arrived.emit(lambda: self.failed.emit(error))

    def _tell(self, error: KlausellupeError) -> None:
        """In the thread. What cannot be stored is told once, not for every document."""
        if not self._failed_already:
            self._failed_already = True
            self._refuse(error)


def _wanted() -> bool:
    """Who wants nothing stored gets no database either."""
    return load_settings()[0].keep is not Keep.NOTHING


def _reopened(store: CaseStore, name: str) -> Reopened:
    case = store.open(name)
    now = _sha256(case.entry.path)
    if now == case.entry.sha256:
        return Reopened(case, case.entry.path)
    return Reopened(case, case.data, changed=now is not None)


def _found(store: CaseStore, path: Path, content: bytes | None) -> Reopened | None:
    now = hashlib.sha256(content).hexdigest() if content else _sha256(path)
    case = store.case_of(now) if now else None
    return Reopened(store.open(case), content or path) if case else None


def _bytes(path: Path, sha256: str) -> bytes | None:
    """The file, where it is still what was read."""
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _sha256(path: Path) -> str | None:
    """None where there is no such file; a pipe is none and would be waited for."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
