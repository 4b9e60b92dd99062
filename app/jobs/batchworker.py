"""The worker process of a portfolio: one document after another, so that Python, models and library are loaded once.

It says what it is doing in the words of a document's worker (`messages`), so that the same guard watches it; it ends when it is told to
or when the other side is gone. Nothing of Qt is imported here, and the pipeline only when it is needed.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import BugError, KlausellupeError
from app.importing.options import ReadOptions
from app.jobs import process
from app.jobs.messages import Began, Failed, Progressed
from app.progress import Progress, ProgressParams

if TYPE_CHECKING:
    from app.pipeline.batch import BatchRequest, Reviewed

_PROGRESS_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Ask:
    """Review this file."""

    job: int
    path: Path
    name: str
    options: ReadOptions


@dataclass(frozen=True, slots=True)
class Done:
    """The end of an `Ask` that went well."""

    job: int
    reviewed: Reviewed


Told = Ask | None
"""None: end."""
Heard = Began | Progressed | Done | Failed


class _Ended(BaseException):
    """The other side is gone. No Exception: the pipeline must not mistake it for its own."""


def main(connection: Connection) -> None:
    """Entry of the process; the request that holds for all documents comes first."""
    process.prepare()
    with suppress(_Ended, EOFError):
        _serve(connection, connection.recv())
    connection.close()


def _serve(connection: Connection, request: BatchRequest) -> None:
    from app.pipeline.batch import Reviewer

    reviewer = Reviewer(request)
    while (asked := connection.recv()) is not None:
        _send(connection, Began(asked.job))
        try:
            progress = _progress(connection, asked.job)
            answer: Heard = Done(asked.job, reviewer.review(asked.path, asked.name, asked.options, progress=progress))
        except MemoryError:
            process.end_for_want_of_memory()
        except KlausellupeError as error:
            answer = Failed(asked.job, error)
        except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report, the process lives on
            answer = Failed(asked.job, BugError(process.bug_report(error)))
        _send(connection, answer)


def _progress(connection: Connection, job: int) -> Progress:
    """Each page: the guard must know which."""
    told, page = 0.0, None

    def report(fraction: float, code: str, params: ProgressParams) -> None:
        nonlocal told, page
        now = time.monotonic()
        if params.get("page") != page or now - told >= _PROGRESS_EVERY_S:
            told, page = now, params.get("page")
            _send(connection, Progressed(job, fraction, code, dict(params)))

    return report


def _send(connection: Connection, message: Heard) -> None:
    try:
        connection.send(message)
    except OSError as error:
        raise _Ended from error
