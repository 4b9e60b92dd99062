"""Worker processes of a pool that do what the name of a file says. Importable by the spawned process."""

from __future__ import annotations

import os
import time
from contextlib import suppress

from app.errors import BugError, ErrorCode, ExpectedError
from app.jobs import process
from app.jobs.batchworker import Ask, Done
from app.jobs.messages import Began, Failed, Progressed


def main(connection) -> None:
    process.prepare()
    with suppress(EOFError, OSError):
        connection.recv()
        files = 0
        while (asked := connection.recv()) is not None:
            files += 1
            connection.send(Began(asked.job))
            connection.send(_answer(asked, connection, files))
    connection.close()


def _answer(asked: Ask, connection, files: int):
    skipped = [page for page, _ in asked.options.skipped]
    connection.send(Progressed(asked.job, 0.5, "reading_page", {"page": 7}))
    match asked.name.partition("-")[0]:
        case "crash" if 7 not in skipped:
            os._exit(3)
        case "hang" if 7 not in skipped:
            time.sleep(60)
        case "always":
            connection.send(Progressed(asked.job, 0.5, "reading_page", {"page": len(skipped) + 1}))
            os._exit(3)
        case "stage":
            connection.send(Progressed(asked.job, 0.9, "understanding", {}))
            os._exit(3)
        case "memory":
            connection.send(Progressed(asked.job, 0.9, "understanding", {}))
            process.end_for_want_of_memory()
        case "slow":
            connection.send(Progressed(asked.job, 0.9, "understanding", {}))
            time.sleep(60)
        case "broken":
            return Failed(asked.job, ExpectedError(ErrorCode.PDF_DAMAGED, {"name": asked.name}))
        case "bug":
            return Failed(asked.job, BugError("Traceback"))
    return Done(asked.job, (asked.name, os.getpid(), files, tuple(asked.options.skipped)))
