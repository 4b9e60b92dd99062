"""A worker process whose pipeline does what the document's name says. Importable by the spawned process."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from dataclasses import fields, replace
from pathlib import Path

from app.errors import ErrorCode, ExpectedError
from app.jobs import process, rendering, worker
from app.models.analysis import Analysis, LibraryStamp
from app.models.reading import Reading
from app.models.source import ImportNote, Page, SourceDocument

SECRET = "Der Kunde schuldet nichts."
MODULES_FILE = "KLAUSELLUPE_TEST_MODULES"


def reading_of(data: bytes, name: str, skipped=()) -> Reading:
    text = "Eine Klausel. " * 20
    pages = (Page(1, 200.0, 100.0),)
    notes = tuple(ImportNote(code, {"page": page}, page) for page, code in skipped)
    source = SourceDocument(name, "0" * 64, len(data), "text/plain", text, (), (), (), pages, warnings=notes)
    return Reading(source, ())


def analysis_of(reading: Reading, facts, stamp: LibraryStamp) -> Analysis:
    """Every field has something in it: with a value of its own, or with its own name where the pipeline has its values."""
    others = [f.name for f in fields(Analysis) if f.name not in ("reading", "facts", "library")]
    return Analysis(reading, facts, stamp, **{name: (name,) for name in others})


def sleep_for_ever():
    time.sleep(60)


def crash():
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def take_all_memory():
    raise MemoryError


class FakeStages:
    def analyse(self, data, name, library, facts, options, corrections, progress):
        self.options = options
        getattr(self, name.split(".")[0])(progress)
        reading = replace(reading_of(data, name, options.skipped), corrections=corrections)
        return Analysis(reading, facts, LibraryStamp(str(library), str(os.getpid())))

    def understand(self, source, library, facts, corrections, progress):
        """A clause is corrected by doing what its anchor says."""
        for one in corrections:
            getattr(self, one.anchor)(progress)
        reading = Reading(source, (), corrections=corrections)
        return analysis_of(reading, facts, LibraryStamp(str(library), source.name))

    def evaluate(self, reading, library, facts, progress):
        progress(0.5, "evaluating", {})
        return analysis_of(reading, facts, LibraryStamp(str(library), reading.source.name))

    def quick(self, progress):
        progress(0.5, "reading", {})

    def paged(self, progress):
        for page in range(1, 1001):
            time.sleep(0.01)
            progress(page / 1000, "reading_page", {"page": page, "pages": 1000})

    def brief(self, progress):
        for page in range(1, 31):
            time.sleep(0.01)
            progress(page / 30, "reading_page", {"page": page, "pages": 30})

    def lasting(self, progress):
        """Longer than a page may take, each page quickly."""
        for page in range(1, 31):
            time.sleep(0.08)
            progress(page / 30, "reading_page", {"page": page, "pages": 30})

    def _pages(self, progress, bad):
        """Ten pages, of which those in `bad` bring the reader down by its function."""
        left_out = {page for page, _ in self.options.skipped}
        for page in range(1, 11):
            progress(page / 10, "reading_page", {"page": page, "pages": 10})
            if page in bad and page not in left_out:
                bad[page]()

    def hangs_on_three(self, progress):
        self._pages(progress, {3: sleep_for_ever})

    def crashes_on_three(self, progress):
        self._pages(progress, {3: crash})

    def takes_all_memory_on_three(self, progress):
        self._pages(progress, {3: take_all_memory})

    def hangs_and_crashes(self, progress):
        self._pages(progress, {3: sleep_for_ever, 4: crash, 9: crash})

    def crashes_everywhere(self, progress):
        """On each of the first four pages."""
        self._pages(progress, dict.fromkeys(range(1, 5), crash))

    def crashes_nowhere_else(self, progress):
        """The page is to blame by its own account, but leaving it out does not help."""
        progress(0.1, "reading_page", {"page": 3, "pages": 10})
        crash()

    def recognises_slowly(self, progress):
        progress(0.1, "recognising_page", {"page": 3, "pages": 10})
        time.sleep(2.0)
        progress(0.2, "recognising_page", {"page": 4, "pages": 10})

    def crashes_after_the_pages(self, progress):
        self._pages(progress, {})
        progress(0.9, "understanding", {})
        crash()

    def deaf(self, progress):
        progress(0.1, "reading", {})
        time.sleep(60)

    def busy(self, progress):
        """Computes for ever and lets no other thread run, as a bad pattern would."""
        re.fullmatch(r"(a|a)+", "a" * 60 + "b")

    def crash(self, progress):
        os._exit(3)

    def encrypted(self, progress):
        raise ExpectedError(ErrorCode.PDF_ENCRYPTED, {"name": "x.pdf"})

    def bug(self, progress):
        try:
            {}[SECRET]
        except KeyError as error:
            raise ValueError(SECRET) from error

    def memory(self, progress):
        raise MemoryError

    def limits(self, progress):
        bytearray(process.MEMORY_LIMIT + 1)


def main(connection):
    process.prepare()
    worker.serve(connection, FakeStages())


def main_that_crashes_drawing(connection):
    """Page 2 brings PDFium down."""
    real = rendering.PdfPages.draw

    def draw(self, page, *how):
        crash() if page == 2 else real(self, page, *how)

    rendering.PdfPages.draw = draw
    main(connection)


def main_that_hangs_drawing(connection):
    rendering.PdfPages.draw = lambda *_: sleep_for_ever()
    main(connection)


def main_that_reports_modules(connection):
    main(connection)
    Path(os.environ[MODULES_FILE]).write_text("\n".join(sorted(sys.modules)), encoding="utf-8")
