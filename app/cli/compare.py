"""`klausellupe compare OLD NEW`: both files are read in a worker process each, then compared; one bad file ends it with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

from app.atomic import write_atomically
from app.cli.clock import made_at
from app.cli.comparearguments import CompareRequest, parse
from app.cli.exitcodes import CANCELLED, DONE, FAILED, UNREAD, WRONG_USE
from app.cli.parsing import UsageError
from app.cli.password import read_password, reading_sentence
from app.cli.printing import print_result, say
from app.cli.ticker import Ticker
from app.errors import BugError, Cancelled, ExpectedError
from app.importing.options import ReadOptions
from app.jobs.blocking import analyse_file
from app.models.analysis import Analysis
from app.models.facts import DealFacts, Fact, FactSource, UserOfTerms
from app.pipeline.libraries import open_library
from app.reporting.comparisons import form_file, version_file
from app.reporting.options import ReportOptions
from app.wording.commandline import text
from app.wording.comparecommand import comparetext
from app.wording.errors import bug_sentence, error_sentence

TIMEOUT_S: Final = 1800.0


class _Failed(Exception):
    """One of the files could not be read; it has been told."""


def run(argv: Sequence[str]) -> int:
    """Do what was asked and return the exit code. Raises UsageError, or Help where help is asked for."""
    request = parse(argv)
    _check_output(request)
    try:
        open_library(request.library)  # a mistake in it is told once, before anything is read
    except ExpectedError as error:
        say(error_sentence(error, request.lang))
        return WRONG_USE
    try:
        return _compared(request)
    except Cancelled:
        say(text("cancelled", request.lang))
        return CANCELLED
    except _Failed:
        return FAILED


def _check_output(request: CompareRequest) -> None:
    target = request.output
    if target is None:
        return
    if any(target.exists() and file.exists() and target.samefile(file) for file in (request.old, request.new)):
        raise UsageError(text("output_is_input", request.lang, path=target), request.lang)
    if target.exists() and not request.overwrite:
        raise UsageError(comparetext("exists", request.lang, path=target), request.lang)


def _compared(request: CompareRequest) -> int:
    ticker = Ticker(request.lang)
    password = read_password(request.lang) if request.password_stdin else None
    options = ReadOptions(password=password, text_recognition=request.text_recognition)
    old_facts, new_facts = _facts(request)
    try:
        old = _analysed(request.old, old_facts, options, request, ticker)
        new = _analysed(request.new, new_facts, options, request, ticker)
        content = _content(old, new, request)
    finally:
        ticker.clear()
    try:
        _deliver(content, request)
    except ExpectedError as error:
        say(error_sentence(error, request.lang))
        return FAILED
    return _told(old, new, request)


def _facts(request: CompareRequest) -> tuple[DealFacts, DealFacts]:
    """Two companies' terms have two users, whatever was said of one of them."""
    if not request.forms:
        return request.facts, request.facts
    users = (UserOfTerms.OURS, UserOfTerms.THEIRS)
    ours, theirs = (replace(request.facts, user_of_terms=Fact(user, FactSource.USER)) for user in users)
    return ours, theirs


def _analysed(file: Path, facts: DealFacts, options: ReadOptions, request: CompareRequest, ticker: Ticker) -> Analysis:
    ticker.start(file.name)
    try:
        return analyse_file(
            file, file.name, request.library, facts, options=options, progress=ticker.report, timeout=TIMEOUT_S
        )
    except ExpectedError as error:
        ticker.clear()
        _fail(file, reading_sentence(error, request.lang, password_given=request.password_stdin), request)
    except BugError as error:
        ticker.clear()
        _fail(file, f"{bug_sentence(request.lang)}\n{error.report}", request)


def _fail(file: Path, sentence: str, request: CompareRequest) -> NoReturn:
    say(comparetext("failed", request.lang, name=file.name, sentence=sentence))
    raise _Failed


def _content(old: Analysis, new: Analysis, request: CompareRequest) -> bytes:
    """What the other program reads (JSON) has no clock in it: the same files give the same bytes."""
    made = None if request.format == "json" else made_at()
    options = ReportOptions(lang=request.lang, reader=request.reader, made_at=made, reviewer=request.reviewer)
    if request.forms:
        from app.pipeline.forms import meet_forms

        return form_file(request.format, meet_forms(old, new, request.library), options)
    from app.pipeline.compare import compare

    return version_file(request.format, compare(old, new), options)


def _deliver(content: bytes, request: CompareRequest) -> None:
    if request.output is None:
        print_result(content)
    else:
        write_atomically(request.output, content)


def _told(old: Analysis, new: Analysis, request: CompareRequest) -> int:
    unread = [analysis.reading.source.name for analysis in (old, new) if not analysis.reading.source.complete]
    for name in unread:
        say(comparetext("incomplete", request.lang, name=name))
    return UNREAD if unread else DONE
