"""A document's jobs, seen from the window: asks the worker, turns its replies into signals of the main thread.

Strategy: replies come in the worker's receiving thread; one queued signal carries them over. Only replies to the last analysis
or evaluation asked for count, older ones are stale and dropped by their job id. Closing returns at once; the object lives on in
`_ending` until the worker's threads are gone, so that Qt objects die in the main thread only. One process waits in advance, and the
first pages are drawn before anything is read, so that the document is seen at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from app.errors import ErrorCode, ExpectedError, KlausellupeError
from app.importing.options import ReadOptions
from app.jobs import worker
from app.jobs.client import DocumentWorker
from app.jobs.messages import Analysed, Document, Failed, PageSizes, Progressed, Rendered, Reply
from app.jobs.session import Entry
from app.jobs.spare import SpareWorker
from app.models.analysis import Analysis
from app.models.corrections import laid_over
from app.models.facts import DealFacts
from app.models.reading import Correction, Reading
from app.settings import load_settings
from app.ui import preparing
from app.ui.page_pieces import Piece

_LOOK_EVERY_MS = 100
_ending: set[DocumentSession] = set()
_spare: SpareWorker | None = None


@dataclass(frozen=True)
class Stored:
    """A document that was read before; `content`: the file or its bytes, b"" where neither is left.

    `reading` is None where it must be read again.
    """

    content: Path | bytes
    reading: Reading | None = None
    analysis: Analysis | None = None


class DocumentSession(QObject):
    """One open document. `library` says each time which one to use."""

    pages_known = Signal(object)  # tuple[tuple[float, float], ...]
    progressed = Signal(object)  # Progressed
    analysed = Signal(object)  # Analysis
    failed = Signal(object)  # KlausellupeError
    page_drawn = Signal(object, object)  # Piece, QImage
    page_failed = Signal(object, bool)  # Piece; whether another try may help
    pages_locked = Signal(object)  # ExpectedError: to be seen, the pages of a stored document need the password again
    busy_changed = Signal(bool)
    _arrived = Signal(object)

    def __init__(
        self,
        path: Path,
        library: Callable[[], Path],
        facts: DealFacts,
        *,
        entry: Entry = worker.main,
        stored: Stored | None = None,
        corrections: tuple[Correction, ...] = (),
    ) -> None:
        super().__init__()
        self.path = path
        self.facts = facts
        self.corrections = corrections  # asked for; of what is shown, unless they are being laid over it just now
        self.analysis: Analysis | None = None
        self._library = library
        self._entry = entry
        self._stored = stored
        self._options = ReadOptions(text_recognition=load_settings()[0].ocr)
        self._closed = False
        self._main_job: int | None = None
        self._outdated = False  # while it is read, facts, library or corrections have changed
        self._asked = self._shown = corrections  # of the reading that is being made; of the one that is shown
        self._understanding = False
        self._pages: dict[int, Piece] = {}  # by job
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._worker = self._new_worker()
        self._former: list[DocumentWorker] = []

    def _new_worker(self) -> DocumentWorker:
        content = self.path if self._stored is None else self._stored.content
        document = Document(content, self.path.name, self._options)
        spare = _spare if self._entry is worker.main else None
        reading = self.analysis.reading if self.analysis else self._stored.reading if self._stored else None
        return DocumentWorker(document, self._hand_over, entry=self._entry, spare=spare, reading=reading)

    @property
    def busy(self) -> bool:
        """Whether an analysis or evaluation runs."""
        return self._main_job is not None

    @property
    def content(self) -> bytes | None:
        """The document where it is no file but was handed in: pasted text, or what was kept."""
        content = self._stored.content if self._stored else None
        return content if isinstance(content, bytes) and content else None

    def shows(self, path: Path) -> bool:
        """Whether this file is shown, and not what was kept of it."""
        return self.path == path and (self._stored is None or self._stored.content == path)

    def twin(self) -> DocumentSession:
        """Another for the same document, with a process of its own; what was read is not read again."""
        content = self.path if self._stored is None else self._stored.content
        reading = self.analysis.reading if self.analysis else None
        other = DocumentSession(
            self.path,
            self._library,
            self.facts,
            entry=self._entry,
            stored=Stored(content, reading, self.analysis),
            corrections=self.corrections,
        )
        other._options = self._options  # the password too
        other._change_worker()
        return other

    # --- what the window asks for

    def analyse(self) -> None:
        """Read the file and analyse it."""
        self._asked, self._understanding = self.corrections, True
        self._start(self._worker.analyse(self._library(), self.facts, self.corrections, viewed=True))

    def resume(self) -> None:
        """Show what was stored, then evaluate it by the library that holds now."""
        if self._stored is None or self._closed:
            return
        if self._stored.reading is not None:
            pages = self._stored.reading.source.pages
            self.pages_known.emit(tuple((page.width, page.height) for page in pages))
        if self._stored.analysis is not None:
            self.analysis = self._stored.analysis
            self.analysed.emit(self.analysis)
        self.go_on()

    def go_on(self) -> None:
        """Evaluate what is read already, else read it: at first, and after an error. Understand it where it was corrected since."""
        known = self.analysis.reading if self.analysis else self._stored.reading if self._stored else None
        if known is None:
            self.analyse()
        elif laid_over(known, self.corrections):
            self._asked, self._understanding = self.corrections, False
            self._start(self._worker.evaluate(self._library(), self.facts))
        else:
            self._asked, self._understanding = self.corrections, True
            self._start(self._worker.understand(self.corrections, self._library(), self.facts))

    @property
    def password(self) -> str | None:
        """What opened an encrypted file; a copy of it needs it again."""
        return self._options.password

    def go_on_with_password(self, password: str) -> None:
        """Try again with the password of an encrypted file."""
        self._options = replace(self._options, password=password)
        self._change_worker()
        self.go_on()

    def rest(self) -> None:
        """Nobody looks at it now: its process ends. The next wish starts another, which is given what was read."""
        if not (self.busy or self._pages or self._closed):
            self._change_worker()

    def _change_worker(self) -> None:
        self._worker.stop(wait=False)
        self._former.append(self._worker)
        self._pages.clear()
        self._worker = self._new_worker()

    def evaluate(self, facts: DealFacts) -> None:
        """Other facts, or another library: evaluate again, as soon as it is read."""
        self.facts = facts
        self._again()

    def correct(self, corrections: tuple[Correction, ...]) -> None:
        """Other corrections of the clause tree, all of them in order: understand again, as soon as it is read.

        Where that fails or is cancelled, `corrections` are again those of the analysis that is shown.
        """
        self.corrections = corrections
        self._again()

    def _again(self) -> None:
        """What changes while it is read or understood is made good afterwards, once."""
        if self._closed:
            return
        if self.busy and (self._understanding or self.analysis is None):
            self._outdated = True
        elif self.analysis is not None:
            self.go_on()

    def cancel(self) -> None:
        """Give the running analysis up."""
        if self._main_job is not None:
            self._worker.cancel(self._main_job)

    def draw_page(self, piece: Piece) -> None:
        """Ask for a page or a part of it."""
        self._pages[self._worker.render(piece.page, piece.width, piece.height, piece.clip)] = piece

    def close(self) -> None:
        """End the worker without waiting for it."""
        self._closed = True
        self._worker.stop(wait=False)
        self._main_job = None
        _ending.add(self)
        self._wait_for_end()

    def wait(self) -> None:
        """Wait until the worker has ended."""
        for client in (self._worker, *self._former):
            client.stop()

    def _wait_for_end(self) -> None:
        if all(client.ended for client in (self._worker, *self._former)):
            _ending.discard(self)
        else:
            QTimer.singleShot(_LOOK_EVERY_MS, self._wait_for_end)

    def _start(self, job: int) -> None:
        self._main_job = job
        self.busy_changed.emit(True)

    # --- replies

    def _hand_over(self, reply: Reply) -> None:
        """In the worker's thread: pixels become an image here, the rest in the main thread."""
        if isinstance(reply, Rendered):
            image = QImage(reply.pixels, reply.width, reply.height, reply.width * 4, QImage.Format.Format_RGB32)
            self._arrived.emit((reply.job, image.copy()))
        else:
            self._arrived.emit(reply)

    def _take(self, reply: Reply | tuple[int, QImage]) -> None:
        if self._closed:
            return  # it was on its way when the document was closed
        match reply:
            case (int(job), QImage() as image):
                if job in self._pages:
                    self.page_drawn.emit(self._pages.pop(job), image)
            case Failed(job, error) if job in self._pages:
                died = isinstance(error, ExpectedError) and error.code is ErrorCode.WORKER_DIED
                self.page_failed.emit(self._pages.pop(job), died)
                if isinstance(error, ExpectedError) and error.code is ErrorCode.PDF_ENCRYPTED:
                    self.pages_locked.emit(error)
            case PageSizes(job, sizes) if job == self._main_job:
                self.pages_known.emit(sizes)
            case Progressed(job) if job == self._main_job:
                self.progressed.emit(reply)
            case Analysed(job, analysis) if job == self._main_job:
                self._done(analysis, None)
            case Failed(job, error) if job == self._main_job:
                self._done(None, error)

    def _done(self, analysis: Analysis | None, error: KlausellupeError | None) -> None:
        self._main_job = None
        self.busy_changed.emit(False)
        outdated, self._outdated = self._outdated, False
        if analysis is not None:
            self.analysis, self._shown = analysis, self._asked
            self.analysed.emit(analysis)
            if outdated:
                self._again()
        if error is not None:
            if self.analysis is not None:
                self.corrections = self._shown
            self.failed.emit(error)


def keep_worker_ready() -> None:
    """At the start of the program: documents opened from now on find a process that waits for them."""
    global _spare  # noqa: PLW0603 - one for all windows, as `_ending`
    _spare = _spare or SpareWorker()


def ending() -> bool:
    """Whether a document that was closed is still ending its work."""
    return bool(_ending) or preparing.ending()


def wait_for_all() -> None:
    """At the end of the program: no worker and no thread outlives the window."""
    global _spare  # noqa: PLW0603
    for session in tuple(_ending):
        session.wait()
    _ending.clear()
    preparing.wait_for_all()
    if _spare is not None:
        _spare.close()
    _spare = None
