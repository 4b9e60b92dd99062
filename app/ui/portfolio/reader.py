"""Finds the files, has them reviewed by the pool, and looks for the clauses they share: what the window follows by signals.

Strategy: files are found and hashed in a thread; the pool tells what happens in threads of its own, which comes here as queued signals with
the number of the run, so that what a run that was given up still says is dropped. Shared clauses are found in a process.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from app.errors import BugError, Cancelled, KlausellupeError
from app.importing.options import ReadOptions
from app.jobs import batchworker
from app.jobs.isolated import isolated
from app.jobs.pool import Pool, PoolFile
from app.jobs.process import bug_report
from app.jobs.session import Entry as Process
from app.models.portfolio import Portfolio, SameClause
from app.pipeline.batch import BatchRequest, Reviewed, failure_of
from app.pipeline.batchcache import BatchCache, batch_cache
from app.pipeline.batchfiles import Collected, collect
from app.progress import ProgressParams
from app.settings import Keep, load_settings
from app.ui.context import Context
from app.ui.factchoices import assumed_today
from app.ui.inthread import InThread, Stale
from app.ui.models.remaining import Estimate
from app.ui.portfolio.entries import Entry, Stage, again, at, fraction_of, given_up, merged

_PATIENCE_S = 120.0
_ENDING_S = 1.0


class PortfolioReader(QObject):
    """One list of files; `same` is None while nobody has looked for shared clauses."""

    listed = Signal()  # other files
    advanced = Signal(int)  # one of them
    turned = Signal()  # another step of the work, or its end
    _told = Signal(int, str, int, object)  # run, what, place in the run's files

    def __init__(self, context: Context, parent: QObject | None = None, *, process: Process = batchworker.main) -> None:
        super().__init__(parent)
        self._context, self._process = context, process
        self.entries: tuple[Entry, ...] = ()
        self.left_out: tuple[str, ...] = ()
        self.same: tuple[SameClause, ...] | None = None
        self.same_failed = False
        self.looked_in_vain = False
        self.step = ""  # "looking", "reading", "comparing" or ""
        self._paths: tuple[Path, ...] = ()
        self._before: tuple[Path, ...] = ()  # what was chosen before the files that are being looked for
        self._run = 0
        self._numbers: tuple[int, ...] = ()  # of the entries that are read in this run
        self._pool: Pool | None = None
        self._cache: Path | None = None  # none where the user wants nothing to be kept
        self._stop = Event()
        self._estimate = Estimate.from_now(0.0)
        self._looking, self._comparing, self._tidying = InThread(self), InThread(self), InThread(self)
        self._looking.done.connect(self._take_files)
        self._comparing.done.connect(self._take_same)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self.step)

    @property
    def fraction(self) -> float:
        """Of this run."""
        return fraction_of(self.entries, self._numbers)

    def remaining(self) -> float | None:
        """Seconds of this run, None where nobody can tell."""
        return self._estimate.remaining(time.monotonic()) if self.step == "reading" else None

    def portfolio(self) -> Portfolio:
        """What there is now."""
        return Portfolio(tuple(entry.row() for entry in self.entries), self.same or (), self.left_out)

    # --- what the user does

    def add(self, paths: Iterable[Path]) -> None:
        """Files and folders beside those that are there, which are looked through again; not while it is busy."""
        wanted = tuple(paths)
        if self.busy or not wanted:
            return
        self._before = self._paths
        self._paths = given = tuple(dict.fromkeys((*self._paths, *wanted)))
        self._turn("looking")
        self._looking.start(lambda stale: _collected(given, stale))

    def again(self) -> None:
        """What is missing; where nothing is, everything."""
        if self.busy or not self.entries:
            return
        missing = bool(at(self.entries, Stage.FAILED, Stage.ENDED)) or self.same_failed
        self.entries = again(self.entries, everything=not missing)
        self.listed.emit()
        self._read()

    def cancel(self) -> None:
        """What is done stays."""
        if self.step == "looking":
            self._looking.close(0)
            self._paths = self._before
            self._turn("")
        elif self.step == "reading":
            self._end_pool()
            self.entries = given_up(self.entries)
            self.listed.emit()
            self._compare()
        elif self.step == "comparing":
            self._stop.set()
            self._take_same(Cancelled())

    def clear(self) -> None:
        """An empty list."""
        if not self.busy:
            self.entries, self._paths, self.left_out, self.same = (), (), (), None
            self.same_failed = False
            self.listed.emit()
            self.turned.emit()

    def close(self) -> None:
        """All work ends; nothing is told any more."""
        self._stop.set()
        pool = self._pool
        self._end_pool()
        if pool is not None:
            pool.wait(_ENDING_S)
        for thread in (self._looking, self._comparing, self._tidying):
            thread.close()

    # --- the work

    def _turn(self, step: str) -> None:
        self.step = step
        self.turned.emit()

    def _take_files(self, found: Collected | KlausellupeError) -> None:
        if isinstance(found, Collected):
            self.entries, self.left_out = merged(self.entries, found), found.left_out
            self.same, self.same_failed = None, False
            self.looked_in_vain = not self.entries
            if self.looked_in_vain:
                self._paths = ()
            self.listed.emit()
            self._read()
        else:
            self._turn("")

    def _read(self) -> None:
        self._numbers = tuple(n for n, entry in enumerate(self.entries) if entry.stage is Stage.WAITING)
        if not self._numbers:
            self._compare()
            return
        self.same, self.same_failed = None, False
        self._run += 1
        self._estimate = Estimate.from_now(time.monotonic())
        files = [PoolFile(path, path.name) for n in self._numbers if (path := self.entries[n].path) is not None]
        settings = load_settings()[0]
        self._cache = batch_cache() if settings.keep is not Keep.NOTHING else None
        options = ReadOptions(text_recognition=settings.ocr)
        request = BatchRequest(self._context.library.effective(), assumed_today(), options, self._cache)
        listener, run = _Listener(self._told, self._run), self._run
        self._pool = Pool(
            files, request, listener, ended=lambda: self._told.emit(run, "ended", 0, None), entry=self._process
        )
        self._turn("reading")

    def _hear(self, run: int, what: str, index: int, told: object) -> None:
        if run != self._run or self._pool is None:
            return
        if what == "ended":
            self._end_pool()
            self._compare()
            return
        number = self._numbers[index]
        self.entries = (*self.entries[:number], _after(self.entries[number], what, told), *self.entries[number + 1 :])
        self._estimate = self._estimate.after(self.fraction, time.monotonic())
        self.advanced.emit(number)

    def _end_pool(self) -> None:
        """Also what it has said already and was not heard yet is dropped."""
        pool, self._pool = self._pool, None
        self._run += 1
        if pool is not None:
            pool.stop(wait=False)
            if (cache := self._cache) is not None:
                self._tidying.start(lambda _stale: BatchCache(cache).trim())

    def _compare(self) -> None:
        """Not worth a process where there is nothing to compare."""
        rows = self.portfolio().rows
        if len(at(self.entries, Stage.DONE)) < 2:
            self.same = ()
            self._turn("")
            return
        self._stop = stop = Event()
        self._turn("comparing")

        def work(_stale: Stale) -> tuple[SameClause, ...] | KlausellupeError:
            from app.comparing.portfolio import same_clauses

            try:
                return isolated(same_clauses, rows, timeout=_PATIENCE_S, stop=stop)
            except KlausellupeError as error:
                return error
            except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report
                return BugError(bug_report(error))

        self._comparing.start(work)

    def _take_same(self, found: tuple[SameClause, ...] | KlausellupeError) -> None:
        if self.step == "comparing":
            self.same_failed = isinstance(found, KlausellupeError)
            self.same = None if isinstance(found, KlausellupeError) else found
            self._turn("")


def _collected(paths: tuple[Path, ...], stale: Stale) -> Collected | KlausellupeError:
    """In a thread."""

    def look() -> None:
        if stale():
            raise Cancelled

    try:
        return collect(paths, looked=look)
    except KlausellupeError as error:
        return error


def _after(entry: Entry, what: str, told: object) -> Entry:
    match what, told:
        case "progressed", float():
            return replace(entry, stage=Stage.RUNNING, fraction=told)
        case "done", Reviewed():
            return replace(entry, stage=Stage.DONE, digest=told.digest, failure=None)
        case "failed", KlausellupeError():
            return replace(entry, stage=Stage.FAILED, failure=failure_of(told))
    return replace(entry, stage=Stage.RUNNING, fraction=0.0)


class _Listener:
    """In threads of the pool: hands on what it hears."""

    def __init__(self, told: SignalInstance, run: int) -> None:
        self._told, self._run = told, run

    def started(self, index: int) -> None:
        """A process turns to it."""
        self._tell("started", index, None)

    def progressed(self, index: int, fraction: float, _code: str, _params: ProgressParams) -> None:
        """How far it is."""
        self._tell("progressed", index, fraction)

    def done(self, index: int, reviewed: Reviewed) -> None:
        """It was reviewed."""
        self._tell("done", index, reviewed)

    def failed(self, index: int, error: KlausellupeError) -> None:
        """It could not be."""
        self._tell("failed", index, error)

    def _tell(self, what: str, index: int, told: object) -> None:
        self._told.emit(self._run, what, index, told)
