"""Files with clauses, read in a process of their own: functions for `jobs.task`, from a path to drafts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.errors import ErrorCode, ExpectedError
from app.importing.clauselists.model import ClauseList, Columns, Defaults, Sheet
from app.importing.clauselists.table import read_table
from app.importing.options import ReadOptions
from app.library.model import ClauseType
from app.pipeline.clauselists import drafts_from_docx, drafts_from_table
from app.progress import Progress, silent


def drafts_of_word(
    path: Path, defaults: Defaults, types: Sequence[ClauseType], *, progress: Progress = silent
) -> ClauseList:
    """Drafts of a playbook in Word. Raises ExpectedError or Cancelled."""
    return drafts_from_docx(content_of(path), path.name, defaults, types, progress=progress)


def sheets_of(path: Path, *, progress: Progress = silent) -> tuple[Sheet, ...]:
    """The sheets of a table as text. Raises ExpectedError or Cancelled."""
    return read_table(content_of(path), path.name, progress)


def drafts_of_sheet(
    sheet: Sheet, columns: Columns, defaults: Defaults, types: Sequence[ClauseType], *, progress: Progress = silent
) -> ClauseList:
    """Drafts of a sheet's rows. Raises Cancelled."""
    return drafts_from_table(sheet, columns, defaults, types, progress=progress)


def content_of(path: Path) -> bytes:
    """The file's bytes, measured before they are read; what is no ordinary file (a pipe would wait forever) is not opened."""
    limit = ReadOptions().max_bytes
    try:
        if not path.exists():
            raise ExpectedError(ErrorCode.FILE_NOT_FOUND, {"name": path.name})
        if not path.is_file():
            raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": path.name})
        size = path.stat().st_size
        if size > limit:
            raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": size, "limit": limit})
        return path.read_bytes()
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": path.name}) from error
