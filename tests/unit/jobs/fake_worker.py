"""A worker process whose pipeline does what the document's name says. Importable by the spawned process."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

from app.errors import ErrorCode, ExpectedError
from app.jobs import process, worker
from app.models.analysis import Analysis, LibraryStamp
from app.models.reading import Reading
from app.models.source import Page, SourceDocument

SECRET = "Der Kunde schuldet nichts."
MODULES_FILE = "KLAUSELLUPE_TEST_MODULES"


def reading_of(data: bytes, name: str) -> Reading:
    text = "Eine Klausel. " * 20
    pages = (Page(1, 200.0, 100.0),)
    source = SourceDocument(name, "0" * 64, len(data), "text/plain", text, (), (), (), pages)
    return Reading(source, ())


class FakeStages:
    def analyse(self, data, name, library, facts, options, progress):
        getattr(self, name.split(".")[0])(progress)
        return Analysis(reading_of(data, name), facts, LibraryStamp(str(library), str(os.getpid())))

    def evaluate(self, reading, library, facts, progress):
        progress(0.5, "evaluating", {})
        return Analysis(reading, facts, LibraryStamp(str(library), reading.source.name))

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


def main_that_reports_modules(connection):
    main(connection)
    Path(os.environ[MODULES_FILE]).write_text("\n".join(sorted(sys.modules)), encoding="utf-8")
