"""A worker of the pool that does what the name of a file says. Importable by the spawned process."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from dataclasses import replace

from app.errors import BugError, ErrorCode, ExpectedError
from app.jobs import process
from app.jobs.batchworker import Done
from app.jobs.messages import Began, Failed, Progressed
from app.pipeline.batch import Reviewed
from tests.unit.reporting.portfolio_example import DIGEST

GO = "go"  # a file beside a slow one that lets it go on


def main(connection) -> None:
    process.prepare()
    with suppress(EOFError, OSError):
        request = connection.recv()
        if request.cache is not None:
            request.cache.mkdir(parents=True, exist_ok=True)
        while (asked := connection.recv()) is not None:
            connection.send(Began(asked.job))
            connection.send(Progressed(asked.job, 0.5, "understanding", {}))
            connection.send(_answer(asked))
    connection.close()


def _answer(asked):
    kind = asked.name.partition("-")[0]
    while kind == "slow" and not (asked.path.parent / GO).exists():
        time.sleep(0.02)
    match kind:
        case "broken":
            return Failed(asked.job, ExpectedError(ErrorCode.PDF_DAMAGED, {"name": asked.name}))
        case "locked":
            return Failed(asked.job, ExpectedError(ErrorCode.PDF_ENCRYPTED, {"name": asked.name}))
        case "bug":
            return Failed(asked.job, BugError("Traceback"))
    digest = replace(DIGEST, sha256=hashlib.sha256(asked.path.read_bytes()).hexdigest())
    if kind == "quiet":
        counts = tuple((severity, 0) for severity, _ in digest.counts)
        digest = replace(digest, worst=None, worst_place="", counts=counts, values=(), clauses=(), complete=True)
    return Done(asked.job, Reviewed(digest))
