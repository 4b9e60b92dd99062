"""Word files and tables → drafts for the library; read in a process of its own, because files of strangers are hostile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Final

from app.cli.libraryarguments import LibraryRequest
from app.cli.parsing import UsageError
from app.importing.clauselists.model import ClauseList, Defaults
from app.library.model import ClauseType, Revision, Status
from app.library.plain import clause_of
from app.library.problems import Problems
from app.pipeline.listfiles import content_of
from app.progress import Progress, silent
from app.settings import load_settings
from app.wording.clauselists import place_text, problem_sentence
from app.wording.librarycommand import librarytext

_TABLES: Final = (".csv", ".tsv", ".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class ListRead:
    """Drafts to take, and lines for the user: what to check in them, and which were not taken and why."""

    revisions: tuple[Revision, ...]
    to_check: tuple[str, ...]
    not_taken: tuple[str, ...]


def list_revisions(request: LibraryRequest, taken: frozenset[str], types: Sequence[ClauseType]) -> ListRead:
    """The drafts of a list. Raises ExpectedError, UsageError where nobody says whom the clauses are for."""
    from app.jobs.task import run_task

    if request.perspective is None:
        raise UsageError(librarytext("side_needed", request.lang), request.lang)
    data = content_of(request.path)
    at = datetime.now(tz=UTC).replace(microsecond=0)
    defaults = Defaults(request.perspective, taken=taken, as_of=at.astimezone().date())
    found = run_task(drafts_of, data, request.path.name, defaults, tuple(types))
    signed = _Signature(request.author or load_settings()[0].user, at, request.reason)
    return _sorted_out(found, signed, types, request)


@dataclass(frozen=True, slots=True)
class _Signature:
    """Who takes the drafts in, when and why."""

    author: str
    at: datetime
    reason: str


def drafts_of(
    data: bytes, name: str, defaults: Defaults, types: Sequence[ClauseType], *, progress: Progress = silent
) -> ClauseList:
    """Runs in the worker: all sheets of a table, or a document."""
    from app.pipeline.clauselists import drafts_from_docx

    if Path(name).suffix.lower() in _TABLES:
        return _of_tables(data, name, defaults, types, progress)
    return drafts_from_docx(data, name, defaults, types, progress=progress)


def _of_tables(
    data: bytes, name: str, defaults: Defaults, types: Sequence[ClauseType], progress: Progress
) -> ClauseList:
    from app.importing.clauselists.columns import guess_columns
    from app.importing.clauselists.table import read_table
    from app.pipeline.clauselists import drafts_from_table

    lists: list[ClauseList] = []
    for sheet in read_table(data, name, progress):
        used = defaults.taken | {draft.plain["id"] for one in lists for draft in one.drafts}
        lists.append(drafts_from_table(sheet, guess_columns(sheet), replace(defaults, taken=used), types))
    return ClauseList(
        tuple(chain.from_iterable(one.drafts for one in lists)),
        tuple(chain.from_iterable(one.left_out for one in lists)),
        tuple(chain.from_iterable(one.notes for one in lists)),
    )


def _sorted_out(
    found: ClauseList, signed: _Signature, types: Sequence[ClauseType], request: LibraryRequest
) -> ListRead:
    names = {item.id: item.de if request.lang == "de" else item.en for item in types}
    revisions, to_check, not_taken = [], [], []
    for draft in found.drafts:
        problems = Problems()
        clause = clause_of(draft.plain, problems)
        told = " ".join(problem_sentence(problem, request.lang, names) for problem in draft.problems)
        if problems.found:
            place = place_text(draft.place, request.lang)
            not_taken.append(librarytext("not_taken", request.lang, place=place, problems=told or _codes(problems)))
            continue
        draft_clause = replace(clause, status=Status.DRAFT, version=1)
        revisions.append(Revision(draft_clause, signed.author, signed.at, signed.reason))
        if told:
            to_check.append(librarytext("to_check", request.lang, id=clause.id, problem=told))
    if found.left_out:
        to_check.append(librarytext("left_out", request.lang, count=len(found.left_out)))
    return ListRead(tuple(revisions), tuple(to_check), tuple(not_taken))


def _codes(problems: Problems) -> str:
    return "; ".join(problem.line() for problem in problems.found)
