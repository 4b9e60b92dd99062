"""Where results go: standard output, one file, or a folder with one file for each document."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app.cli.arguments import Request
from app.cli.parsing import UsageError
from app.errors import ErrorCode, ExpectedError
from app.reporting.formats import FORMATS
from app.wording.commandline import text


def targets(request: Request) -> dict[Path, Path | None]:
    """The file to write for each document; None: standard output. Raises UsageError."""
    wanted = _targets(request)
    for target in filter(None, wanted.values()):
        if any(_same(target, file) for file in request.files):
            raise UsageError(text("output_is_input", request.lang, path=target), request.lang)
        if target.exists() and not request.overwrite:
            raise UsageError(text("output_exists", request.lang, path=target), request.lang)
    return wanted


def _targets(request: Request) -> dict[Path, Path | None]:
    output, several = request.output, len(request.files) > 1
    if output is None and several:
        raise UsageError(text("folder_needed", request.lang), request.lang)
    if output is None:
        if sys.stdout.isatty() and not FORMATS[request.format].readable:
            raise UsageError(text("binary_to_terminal", request.lang, format=request.format), request.lang)
        return dict.fromkeys(request.files)
    if not several and not output.is_dir():
        return {request.files[0]: output}
    if output.exists() and not output.is_dir():
        raise UsageError(text("folder_is_file", request.lang, path=output), request.lang)
    names = file_names(request.files, FORMATS[request.format].suffix or None)
    return {file: output / name for file, name in zip(request.files, names, strict=True)}


def _same(target: Path, file: Path) -> bool:
    """Whether both name one file, through links and spellings too: a contract must never be overwritten by its report."""
    try:
        return target.samefile(file)
    except OSError:  # one of them is not there (yet)
        return os.path.realpath(target) == os.path.realpath(file)


def prepare(request: Request) -> None:
    """Make the folder for several results. Raises ExpectedError OUTPUT_NOT_WRITABLE."""
    if request.output is None or len(request.files) < 2:
        return
    try:
        request.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(request.output)}) from error


def file_names(files: Sequence[Path], suffix: str | None) -> list[str]:
    """NAME.json; NAME.docx.json where names clash; numbered where even these do. Case does not tell names apart.

    `suffix` None: each keeps its own, as copies do.
    """
    stems = Counter(file.stem.casefold() for file in files)
    taken: set[str] = set()
    names = []
    for file in files:
        ending = file.suffix if suffix is None else suffix
        wanted = file.stem if suffix is None or stems[file.stem.casefold()] == 1 else file.name
        free, number = wanted, 1
        while f"{free}{ending}".casefold() in taken:
            number += 1
            free = f"{wanted}-{number}"
        taken.add(f"{free}{ending}".casefold())
        names.append(free + ending)
    return names
