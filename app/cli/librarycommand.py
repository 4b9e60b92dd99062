"""`klausellupe library …`: looking at libraries and packs, comparing them, writing packs. `libraryimport` takes clauses in."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from app.cli.exitcodes import DONE, FAILED, UNREAD
from app.cli.libraryarguments import LibraryCommand, LibraryRequest, parse
from app.cli.librarydiff import run_diff
from app.cli.librarysource import Version, chosen, library_path, open_source
from app.cli.librarywords import clause_lines, counted, history_lines, list_lines
from app.cli.parsing import UsageError
from app.cli.printing import print_lines, print_result, say
from app.errors import ExpectedError
from app.library.model import Revision
from app.library.packs import Pack, read_pack, selection, write_pack
from app.library.packwriter import plain_revision
from app.wording.errors import error_sentence
from app.wording.librarycommand import librarytext


def run(argv: Sequence[str]) -> int:
    """Do what was asked and return the exit code. Raises UsageError, or Help where help is asked for."""
    request = parse(argv)
    try:
        return _COMMANDS[request.command](request)
    except ExpectedError as error:
        _tell(error, request)
        return FAILED


def _tell(error: ExpectedError, request: LibraryRequest) -> None:
    """The sentence, and all mistakes of a library that has several."""
    say(error_sentence(error, request.lang))
    if int(error.params.get("count", 0)) > 1:
        say(str(error.params.get("details", "")))


# --- looking


def _list(request: LibraryRequest) -> int:
    with open_source(library_path(request), request.lang, request.as_of) as source:
        found = chosen(source, request.filters, request.lang)
        if request.json:
            _print_json([_entry(source.revision(item.id, request.lang)) for item in found])
        else:
            print_lines(list_lines(found, source.types, request.lang))
    return DONE


def _show(request: LibraryRequest) -> int:
    with open_source(library_path(request), request.lang, request.as_of) as source:
        revision = source.revision(request.clause or "", request.lang)
    if request.json:
        _print_json(plain_revision(revision))
    else:
        print_lines(clause_lines(revision, request.lang))
    return DONE


def _history(request: LibraryRequest) -> int:
    with open_source(library_path(request), request.lang) as source:
        versions = source.versions(source.revision(request.clause or "", request.lang).clause.id)
    if request.json:
        _print_json([_version(version) for version in versions])
    else:
        print_lines(history_lines(versions, request.lang))
    return DONE


def _entry(revision: Revision) -> dict[str, object]:
    """What lists show, with the field names of the files."""
    plain = plain_revision(revision)
    return {key: value for key, value in plain.items() if key not in _LONG}


_LONG: Final = ("guidance", "comment", "position", "rule", "approval", "silence", "legal_basis")


def _version(version: Version) -> dict[str, object]:
    revision = version.revision
    return {
        "version": revision.clause.version,
        "status": revision.clause.status,
        "in_force": version.in_force,
        "author": revision.author,
        "at": revision.at,
        "reason": revision.reason,
        "recorded": version.recorded,
        "clause": plain_revision(revision),
    }


def _print_json(content: object) -> None:
    print_result(json.dumps(content, ensure_ascii=False, indent=2, default=_iso) + "\n")


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat().replace("+00:00", "Z")
    raise TypeError(type(value).__name__)


# --- checking


def _validate(request: LibraryRequest) -> int:
    """All mistakes, one a line; exit code 1 where there are some."""
    path = request.path if request.what else library_path(request)
    try:
        pack = _checked(path, request)
    except ExpectedError as error:
        if "details" not in error.params:
            raise
        say(error_sentence(error, request.lang))
        print_lines([librarytext("invalid", request.lang, count=error.params["count"])])
        print_lines(str(error.params["details"]).splitlines())
        return UNREAD
    counts = {"clauses": len(pack.revisions), "types": len(pack.types)}
    print_lines([librarytext("valid", request.lang, name=pack.name, **counts)])
    return DONE


def _checked(path: Path, request: LibraryRequest) -> Pack:
    """A folder may hold statutory rules of its own, which a pack does not know."""
    with open_source(path, request.lang) as source:
        pack = source.pack
    if path.is_dir() and (path / "rules").is_dir():
        from app.library.loader import load

        load(path)
    return pack


# --- writing


def _export(request: LibraryRequest) -> int:
    with open_source(library_path(request), request.lang, request.as_of) as source:
        ids = {item.id for item in chosen(source, request.filters, request.lang)}
        if not ids:
            raise UsageError(librarytext("nothing_chosen", request.lang), request.lang)
        everything = source.pack
    whole = len(ids) == len(everything.revisions) and request.as_of is None
    pack = everything if whole else selection(everything, ids)
    before = _ids_at(request.path)
    write_pack(pack, request.path)
    say(librarytext("exported", request.lang, clauses=counted(len(ids), request.lang), path=request.path))
    if left := sorted(before - ids):
        say(librarytext("left_pack", request.lang, ids=", ".join(left)))
    return DONE


def _ids_at(path: Path) -> set[str]:
    """The clauses of the pack that will be replaced; none where there is none that can be read."""
    try:
        earlier: Pack | None = read_pack(path)
    except ExpectedError:
        earlier = None
    return {revision.clause.id for revision in earlier.revisions} if earlier else set()


def _import(request: LibraryRequest) -> int:
    from app.cli.libraryimport import run_import

    return run_import(request)


def _diff(request: LibraryRequest) -> int:
    found = run_diff(request)
    if request.json:
        _print_json([part.plain for part in found])
    else:
        print_lines([line for part in found for line in part.lines] or [librarytext("no_difference", request.lang)])
    return DONE


_COMMANDS: Final[dict[LibraryCommand, Callable[[LibraryRequest], int]]] = {
    LibraryCommand.LIST: _list,
    LibraryCommand.SHOW: _show,
    LibraryCommand.VALIDATE: _validate,
    LibraryCommand.EXPORT: _export,
    LibraryCommand.IMPORT: _import,
    LibraryCommand.DIFF: _diff,
    LibraryCommand.HISTORY: _history,
}
