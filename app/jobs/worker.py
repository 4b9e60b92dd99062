"""The worker process of one document: runs the pipeline, draws PDF pages, obeys.

Strategy: one thread, one loop over the pipe. While an analysis runs, the pipeline calls progress often; each call looks
into the pipe, so pages are drawn and a cancel is heard between the pages of a running analysis: PDFium, which does both, is
never called from two places at once. Other requests wait their turn. Nothing of Qt is imported here, and the pipeline only when it is
needed.
"""

from __future__ import annotations

import time
from collections import deque
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import NoReturn, Protocol

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.importing.options import ReadOptions
from app.jobs import process, rendering
from app.jobs.messages import (
    Analyse,
    Analysed,
    Began,
    Cancel,
    Close,
    Document,
    Evaluate,
    Failed,
    Job,
    Load,
    PageSizes,
    Progressed,
    Render,
    Rendered,
    Reply,
    Request,
    Understand,
    WarmUp,
    without_reading,
    without_source,
)
from app.jobs.pieces import Gathered, in_pieces
from app.jobs.rendering import PdfPages
from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.models.reading import Correction, Reading
from app.models.source import SourceDocument
from app.progress import Progress, ProgressParams

_PROGRESS_EVERY_S = 0.05
_FIRST_REQUEST_S = 0.4  # how long a window may take to lay out the pages and ask for the first
_NEXT_REQUEST_S = 0.05  # and for the next one that is visible


class Stages(Protocol):
    """What the worker needs of the pipeline."""

    def analyse(
        self,
        data: bytes,
        name: str,
        library: Path,
        facts: DealFacts,
        options: ReadOptions,
        corrections: tuple[Correction, ...],
        progress: Progress,
    ) -> Analysis:
        """Read, understand, evaluate."""

    def understand(
        self,
        source: SourceDocument,
        library: Path,
        facts: DealFacts,
        corrections: tuple[Correction, ...],
        progress: Progress,
    ) -> Analysis:
        """Understand and evaluate."""

    def evaluate(self, reading: Reading, library: Path, facts: DealFacts, progress: Progress) -> Analysis:
        """Evaluate only."""


class Pipeline:
    """The real stages, imported on first use."""

    def analyse(
        self,
        data: bytes,
        name: str,
        library: Path,
        facts: DealFacts,
        options: ReadOptions,
        corrections: tuple[Correction, ...],
        progress: Progress,
    ) -> Analysis:
        """Read, understand, evaluate."""
        from app.pipeline.analyse import analyse
        from app.pipeline.libraries import open_library

        return analyse(data, name, open_library(library), facts, options, corrections, progress=progress)

    def understand(
        self,
        source: SourceDocument,
        library: Path,
        facts: DealFacts,
        corrections: tuple[Correction, ...],
        progress: Progress,
    ) -> Analysis:
        """Understand and evaluate."""
        from app.pipeline.analyse import analyse_again
        from app.pipeline.libraries import open_library

        return analyse_again(source, open_library(library), facts, corrections, progress=progress)

    def evaluate(self, reading: Reading, library: Path, facts: DealFacts, progress: Progress) -> Analysis:
        """Evaluate only."""
        from app.pipeline.libraries import open_library
        from app.pipeline.stages import evaluate

        return evaluate(reading, open_library(library), facts, progress=progress)


def main(connection: Connection) -> None:
    """Entry of the process."""
    process.prepare()
    serve(connection, Pipeline())


def serve(connection: Connection, stages: Stages) -> None:
    """Answer requests until `Close` or until the other side is gone."""
    worker = _Worker(connection, stages)
    try:
        worker.run()
    except _Ended:
        pass
    finally:
        worker.close()
        connection.close()


class _Ended(BaseException):
    """`Close`, or the other side is gone. No Exception: the pipeline must not mistake it for its own."""


class _Worker:
    def __init__(self, connection: Connection, stages: Stages) -> None:
        self._connection = connection
        self._stages = stages
        self._waiting: deque[Request] = deque()
        self._document: Document | None = None
        self._data: bytes | None = None
        self._pages: PdfPages | None = None
        self._reading: Reading | None = None
        self._gathered = Gathered()
        self._reported = 0.0
        self._page: object = None  # that progress named last

    def run(self) -> NoReturn:
        while True:
            self._handle(self._waiting.popleft() if self._waiting else self._receive())

    def close(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    # --- the pipe

    def _receive(self) -> Request:
        request: Request | None = None
        while request is None:
            try:
                request = self._gathered.take(self._connection.recv())
            except (EOFError, OSError) as error:
                raise _Ended from error
        return request

    def _asked(self, patience: float = 0.0) -> bool:
        try:
            return self._connection.poll(patience)
        except OSError as error:
            raise _Ended from error

    def _send(self, reply: Reply) -> None:
        try:
            for piece in in_pieces(reply):
                self._connection.send(piece)
        except OSError as error:
            raise _Ended from error

    def _handle(self, request: Request) -> None:
        match request:
            case Close():
                raise _Ended
            case Load(document):
                self._load(document)
            case WarmUp():
                rendering.warm_up()
            case Cancel():
                pass  # its job is done already
            case _:
                self._answer(request)

    def _answer(self, request: Job) -> None:
        self._send(Began(request.job, isinstance(request, Render)))
        try:
            reply = self._work(request)
        except MemoryError:
            process.end_for_want_of_memory()  # what is half done may stay half done: a new process goes on
        except KlausellupeError as error:
            reply = Failed(request.job, error)
        except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report, the process lives on
            reply = Failed(request.job, BugError(process.bug_report(error)))
        self._send(reply)

    # --- the work

    def _work(self, request: Job) -> Reply:
        match request:
            case Render():
                return self._render(request)
            case Analyse():
                return self._analyse(request)
            case Evaluate():
                return self._evaluate(request)
            case Understand():
                return self._understand(request)

    def _load(self, document: Document) -> None:
        self.close()
        self._document, self._data, self._reading = document, None, None

    def _analyse(self, request: Analyse) -> Reply:
        document, data = self._loaded(), self._bytes()
        if self._announce_pages(request.job) and request.viewed:
            self._draw_first_pages(request.job)
        analysis = self._stages.analyse(
            data,
            document.name,
            request.library,
            request.facts,
            document.options,
            request.corrections,
            self._progress(request.job),
        )
        self._reading = analysis.reading
        return Analysed(request.job, analysis)

    def _evaluate(self, request: Evaluate) -> Reply:
        reading, progress = self._known(request), self._progress(request.job)
        analysis = self._stages.evaluate(reading, request.library, request.facts, progress)
        return without_reading(request.job, analysis)

    def _understand(self, request: Understand) -> Reply:
        """What was read before stays until it is done."""
        source, progress = self._known(request).source, self._progress(request.job)
        analysis = self._stages.understand(source, request.library, request.facts, request.corrections, progress)
        self._reading = analysis.reading
        return without_source(request.job, analysis)

    def _known(self, request: Evaluate | Understand) -> Reading:
        self._reading = request.reading or self._reading
        if self._reading is None:
            raise RuntimeError("nothing was read yet")
        return self._reading

    def _render(self, request: Render) -> Reply:
        pages = self._pdf()
        segment = SharedMemory(request.segment)
        try:
            if segment.buf is not None:  # it is not, until it is closed
                pages.draw(request.page, request.width, request.height, segment.buf, request.clip)
        finally:
            segment.close()
        return Rendered(request.job, request.page, *request.bitmap)

    def _announce_pages(self, job: int) -> bool:
        """Sizes of the pages, so that the first can be shown before the analysis is done."""
        if not rendering.looks_like_pdf(self._bytes()):
            return False
        try:
            sizes = self._pdf().sizes(self._loaded().options.max_pages)
        except ExpectedError:
            return False  # the reader says what is wrong with the file, and better
        self._send(PageSizes(job, sizes))
        return True

    def _draw_first_pages(self, job: int) -> None:
        """Before the pipeline's imports take a second in which nobody is heard."""
        patience = _FIRST_REQUEST_S
        while self._asked(patience):
            self._obey(job)
            patience = _NEXT_REQUEST_S

    # --- the document

    def _loaded(self) -> Document:
        if self._document is None:
            raise RuntimeError("no document was loaded")
        return self._document

    def _bytes(self) -> bytes:
        if self._data is None:
            document = self._loaded()
            content = document.content
            self._data = content if isinstance(content, bytes) else _read(content, document.options.max_bytes)
        return self._data

    def _pdf(self) -> PdfPages:
        if self._pages is None:
            import pypdfium2
            import pypdfium2.raw as pdfium

            try:
                self._pages = PdfPages(self._bytes(), self._loaded().options.password)
            except pypdfium2.PdfiumError as error:
                locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
                code = ErrorCode.PDF_ENCRYPTED if locked else ErrorCode.PDF_DAMAGED
                raise ExpectedError(code, {"name": self._loaded().name}) from error
        return self._pages

    # --- between two steps of the pipeline

    def _progress(self, job: int) -> Progress:
        def report(fraction: float, code: str, params: ProgressParams) -> None:
            self._obey(job)
            now, page = time.monotonic(), params.get("page")
            if page != self._page or now - self._reported >= _PROGRESS_EVERY_S:  # each page: the guard must know which
                self._reported, self._page = now, page
                self._send(Progressed(job, fraction, code, dict(params)))

        return report

    def _obey(self, job: int) -> None:
        while self._asked():
            request = self._receive()
            match request:
                case Close():
                    raise _Ended
                case Cancel(other) if other == job:
                    raise Cancelled
                case Cancel(other):
                    self._drop(other)
                case Render():
                    self._answer(request)
                case _:
                    self._waiting.append(request)

    def _drop(self, job: int) -> None:
        """A waiting job was cancelled before its turn."""
        for request in self._waiting:
            if isinstance(request, Evaluate | Understand | Analyse) and request.job == job:
                self._waiting.remove(request)
                self._send(Failed(job, Cancelled()))
                return


def _read(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": size, "limit": limit, "unit": "bytes"})
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_FOUND, {"name": path.name}) from error
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": path.name}) from error
