"""`analyze`: one file after another, each in a worker process; a bad file never stops the others."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.atomic import write_atomically
from app.cli.arguments import Request
from app.cli.exitcodes import CANCELLED, DONE, FAILED, UNREAD, WRONG_USE
from app.cli.making import make, tell
from app.cli.outputs import prepare, targets
from app.cli.password import read_password, reading_sentence
from app.cli.printing import print_result, say
from app.cli.ticker import Ticker
from app.errors import BugError, Cancelled, ExpectedError
from app.importing.options import ReadOptions
from app.jobs.blocking import analyse_file
from app.models.analysis import Analysis
from app.pipeline.libraries import open_library
from app.progress import Progress
from app.reporting.formats import Written
from app.wording.commandline import text
from app.wording.errors import bug_sentence, error_sentence

TIMEOUT_S: Final = 1800.0  # two thousand pages take a third of it


def run(request: Request) -> int:
    """Analyse every file and return the exit code. Raises UsageError where output or password make no sense."""
    wanted = targets(request)
    try:
        open_library(request.library)  # a mistake in the library is told once, not for every file
        prepare(request)
    except ExpectedError as error:
        say(error_sentence(error, request.lang))
        return WRONG_USE
    options = _options(request)
    ticker = Ticker(request.lang)
    try:
        results = [_one(file, target, request, options, ticker) for file, target in wanted.items()]
    except Cancelled:
        say(text("cancelled", request.lang))
        return CANCELLED
    finally:
        ticker.clear()
    return _exit_code(results)


def _options(request: Request) -> ReadOptions:
    """One password for all files: those that need none do not mind."""
    password = read_password(request.lang) if request.password_stdin else None
    return ReadOptions(password=password, text_recognition=request.text_recognition)


def _exit_code(results: list[int]) -> int:
    if all(result == FAILED for result in results):
        return FAILED
    return DONE if all(result == DONE for result in results) else UNREAD


def _one(file: Path, target: Path | None, request: Request, options: ReadOptions, ticker: Ticker) -> int:
    """DONE, UNREAD (parts are missing) or FAILED (nothing was written)."""
    ticker.start(file.name)
    try:
        analysis = _analyse(file, request, options, ticker.report)
        made = make(analysis, file, request, options.password)
        if target is not None and target.exists() and not request.overwrite:  # it came while the document was read
            return _failed(file, text("output_exists", request.lang, path=target), request, ticker)
        _deliver(made, target, ticker)
    except ExpectedError as error:
        return _failed(
            file, reading_sentence(error, request.lang, password_given=request.password_stdin), request, ticker
        )
    except BugError as error:
        return _failed(file, f"{bug_sentence(request.lang)}\n{error.report}", request, ticker)
    tell(made, analysis, file, request.lang)
    if analysis.reading.source.complete:
        return DONE
    say(text("incomplete", request.lang, name=file.name))
    return UNREAD


def _analyse(file: Path, request: Request, options: ReadOptions, progress: Progress) -> Analysis:
    return analyse_file(
        file, file.name, request.library, request.facts, options=options, progress=progress, timeout=TIMEOUT_S
    )


def _deliver(made: Written, target: Path | None, ticker: Ticker) -> None:
    ticker.clear()
    if target is None:
        print_result(made.content)
    else:
        write_atomically(target, made.content)


def _failed(file: Path, sentence: str, request: Request, ticker: Ticker) -> int:
    ticker.clear()
    say(text("failed", request.lang, name=file.name, sentence=sentence))
    return FAILED
