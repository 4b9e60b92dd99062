"""`batch`: many files, one table. Two processes work, this thread waits, shows how far they are and hears Ctrl+C."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import Final

from app.atomic import write_atomically
from app.cli.batcharguments import BatchCall, parse
from app.cli.batchticker import BatchTicker
from app.cli.clock import made_at
from app.cli.exitcodes import CANCELLED, DONE, FAILED, UNREAD, WRONG_USE
from app.cli.parsing import language
from app.cli.printing import say
from app.errors import ErrorCode, ExpectedError, KlausellupeError
from app.importing.options import ReadOptions
from app.jobs.pool import Pool, PoolFile
from app.models.portfolio import Failure, Portfolio, PortfolioRow
from app.pipeline.batch import BatchRequest, Reviewed, failure_of
from app.pipeline.batchcache import BatchCache, batch_cache, forget
from app.pipeline.batchfiles import BatchFile, Collected, collect
from app.pipeline.libraries import open_library
from app.progress import ProgressParams
from app.reporting.options import ReportOptions
from app.reporting.portfolio.formats import PORTFOLIO_FORMATS
from app.wording.batch import batch_phrase
from app.wording.commandline import text
from app.wording.errors import error_sentence

_WAKE_EVERY_S: Final = 0.3  # Windows delivers Ctrl+C only between two waits


def run(argv: Sequence[str]) -> int:
    """Do what `argv` asks and return the exit code. Raises UsageError or Help."""
    lang = language(argv)
    try:
        call = parse(argv)
        if call.forget:
            say(batch_phrase("forgotten", call.lang, count=forget(batch_cache())))
            return DONE
        open_library(call.library)  # a mistake in the library is told once, not for every file
        return _review(call)
    except ExpectedError as error:
        say(error_sentence(error, lang))
        return WRONG_USE
    except KeyboardInterrupt:
        say(text("cancelled", lang))
        return CANCELLED


def _review(call: BatchCall) -> int:
    collected = collect(call.paths, without=[call.output] if call.output else [])
    if not collected.files and not collected.closed:
        say(batch_phrase("nothing_found", call.lang))
        return FAILED
    heard = _reviewed(collected.files, call)
    rows = (*heard.rows(), *(_closed(name) for name in collected.closed))
    _deliver(_portfolio(rows, collected), call)
    say(batch_phrase("result", call.lang, total=len(rows), **_counts(rows, heard)))
    return _exit_code(rows)


def _counts(rows: Sequence[PortfolioRow], heard: _Heard) -> dict[str, int]:
    failed = sum(row.failure is not None for row in rows)
    return {"fresh": len(rows) - failed - heard.known, "known": heard.known, "failed": failed}


def _exit_code(rows: Sequence[PortfolioRow]) -> int:
    if all(row.failure for row in rows):
        return FAILED
    return DONE if all(row.digest and row.digest.complete for row in rows) else UNREAD


def _closed(name: str) -> PortfolioRow:
    return PortfolioRow(name, failure=Failure(ErrorCode.FILE_NOT_READABLE, {"name": name}))


# --- the work


class _Heard:
    """What the pool tells."""

    def __init__(self, files: Sequence[BatchFile], ticker: BatchTicker) -> None:
        self._files, self._ticker = files, ticker
        self._rows: dict[int, PortfolioRow] = {}
        self.known = 0

    def rows(self) -> tuple[PortfolioRow, ...]:
        """In the order of the files."""
        return tuple(self._rows[index] for index in range(len(self._files)))

    def started(self, index: int) -> None:
        """A process turns to it."""
        self._ticker.show(len(self._rows), self._files[index].name)

    def progressed(self, index: int, _fraction: float, _code: str, _params: ProgressParams) -> None:
        """How far it is."""
        self._ticker.show(len(self._rows), self._files[index].name)

    def done(self, index: int, reviewed: Reviewed) -> None:
        """It was reviewed."""
        file = self._files[index]
        self._rows[index] = PortfolioRow(file.name, file.also, reviewed.digest)
        self.known += reviewed.known

    def failed(self, index: int, error: KlausellupeError) -> None:
        """It could not be."""
        file = self._files[index]
        self._rows[index] = PortfolioRow(file.name, file.also, failure=failure_of(error))


def _reviewed(files: Sequence[BatchFile], call: BatchCall) -> _Heard:
    folder = batch_cache() if call.cache else None
    options = ReadOptions(text_recognition=call.text_recognition)
    ticker = BatchTicker(len(files), call.lang)
    heard = _Heard(files, ticker)
    request = BatchRequest(call.library, call.facts, options, folder)
    pool = Pool([PoolFile(file.path, file.path.name) for file in files], request, heard)
    try:
        while not pool.wait(_WAKE_EVERY_S):
            pass
    finally:
        pool.stop()
        ticker.clear()
        if folder:
            BatchCache(folder).trim()
    return heard


def _portfolio(rows: Sequence[PortfolioRow], collected: Collected) -> Portfolio:
    from app.comparing.portfolio import portfolio_of  # rapidfuzz, and all that compares

    return portfolio_of(rows, collected.left_out)


# --- the result


def _deliver(portfolio: Portfolio, call: BatchCall) -> None:
    options = ReportOptions(lang=call.lang, made_at=made_at(), reviewer=call.reviewer)
    content = _written(portfolio, options, call)
    if call.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_atomically(call.output, content)


def _written(portfolio: Portfolio, options: ReportOptions, call: BatchCall) -> bytes:
    if call.format == "text" and call.output is None and sys.stdout.isatty():
        from app.reporting.portfolio.text import to_text

        return to_text(portfolio, options, shutil.get_terminal_size().columns)
    return PORTFOLIO_FORMATS[call.format].write(portfolio, options)
