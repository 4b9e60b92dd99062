"""Packs: a library or a part of it as files, to pass on, to keep under version control or to lay on a share.

A pack is one `.toml` file, or a folder like `clause_library/`: `types.toml` and `de/<type>.toml`. Both hold the same
tables. Unlike the loader, a pack keeps drafts and retired clauses and who changed what: nothing of a clause is lost on the
way (`packwriter` writes it). Packs come from strangers, so they are measured before they are read, nothing outside their
folder is opened, and one with a single mistake is refused as a whole with all its mistakes named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from app.atomic import write_atomically
from app.errors import ErrorCode, ExpectedError
from app.library.entries import read_revision, read_type
from app.library.files import ids_of, listed, report_repeated, table_of
from app.library.model import ClauseType, Revision
from app.library.packfiles import FILE_SUFFIX, TYPES_FILE, clause_file, pack_contents, shipped_types
from app.library.packwriter import clauses_text, head_text, types_text
from app.library.problems import ProblemCode, Problems
from app.library.table import Table

MOST_CLAUSES: Final = 50_000


@dataclass(frozen=True, slots=True)
class Pack:
    """Types in their order and one revision of each clause, the last, in order of id."""

    name: str
    types: tuple[ClauseType, ...]
    revisions: tuple[Revision, ...]


def selection(pack: Pack, ids: Collection[str]) -> Pack:
    """Only these clauses, and the types they need."""
    chosen = tuple(revision for revision in pack.revisions if revision.clause.id in ids)
    needed = {revision.clause.type for revision in chosen}
    return replace(pack, types=tuple(t for t in pack.types if t.id in needed), revisions=chosen)


# --- reading


def read_pack(path: Path, known: Collection[str] = ()) -> Pack:
    """Read a pack; `known`: types that it need not define, as it need not those of the shipped library.

    Raises ExpectedError PACK_NOT_FOUND, PACK_TOO_LARGE, or PACK_INVALID with the parameters of `Problems.raise_if_any`.
    """
    problems = Problems()
    contents = pack_contents(path, problems)
    read = _PackReader(problems)
    for file, content in contents.items():
        root = table_of(content, file, problems)
        if root is not None:
            read.file(root, single=path.suffix.lower() == FILE_SUFFIX and not path.is_dir())
    read.check({*known, *(item.id for item in shipped_types())})
    problems.raise_if_any(ErrorCode.PACK_INVALID)
    return Pack(read.name or path.resolve().name, tuple(read.types), _by_id(read.revisions))


class _PackReader:
    """Gathers name, types and clauses file by file."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.name = ""
        self.types: list[ClauseType] = []
        self.revisions: list[Revision] = []
        self._places: list[tuple[str, Revision]] = []
        self._type_places: list[tuple[str, str]] = []

    def file(self, root: Table, *, single: bool) -> None:
        if single or root.file == TYPES_FILE:
            self._types(root)
        if single or root.file != TYPES_FILE:
            self._clauses(root, required=not single)
        root.finish()

    def _types(self, root: Table) -> None:
        self.name = root.line("name")
        self.types = list(listed(root, "type", read_type))
        self._type_places = [(root.file, item.id) for item in self.types]

    def _clauses(self, root: Table, *, required: bool) -> None:
        given = root.data.get("clause")
        if isinstance(given, list) and len(given) + len(self.revisions) > MOST_CLAUSES:
            raise ExpectedError(ErrorCode.PACK_TOO_LARGE, {"limit": MOST_CLAUSES, "unit": "clauses"})
        found = listed(root, "clause", read_revision)
        if required and not found:
            root.note("clause", ProblemCode.MISSING, "", ["[[clause]]"])
        self.revisions += found
        self._places += [(root.file, revision) for revision in found]

    def check(self, known: Collection[str]) -> None:
        """What only all files together show: unknown types, a clause in the wrong file, ids that stand twice."""
        types = {item.id for item in self.types} | set(known)
        for file, revision in self._places:
            self._check_type(revision, file, types)
        ids = ((file, entry) for file, revision in self._places for entry in ids_of(revision.clause))
        report_repeated(ids, self._problems)
        report_repeated(self._type_places, self._problems)

    def _check_type(self, revision: Revision, file: str, types: set[str]) -> None:
        clause = revision.clause
        if clause.type and clause.type not in types:
            self._problems.add(file, clause.id, "type", ProblemCode.NOT_ALLOWED, clause.type, sorted(types))
        elif clause.type and "/" in file and file != clause_file(clause.type):
            self._problems.add(file, clause.id, "type", ProblemCode.WRONG_FILE, clause.type, [clause_file(clause.type)])


def _by_id(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    return tuple(sorted(revisions, key=lambda revision: revision.clause.id))


# --- writing


def write_pack(pack: Pack, path: Path) -> None:
    """Write a pack: one file where `path` ends in `.toml`, else a folder.

    An older pack at that place is replaced; what is no part of it (a README, a folder of rules) stays. Raises
    ExpectedError PACK_TARGET_TAKEN where something else lies there, PACK_INVALID where nobody could read the pack because an
    id stands twice, OUTPUT_NOT_WRITABLE.
    """
    _refuse_repeated(pack)
    if path.suffix.lower() == FILE_SUFFIX and not path.is_dir():
        _refuse_foreign_file(path)
        write_atomically(path, pack_text(pack))
        return
    try:
        _write_folder(pack_files(pack), path)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(path)}) from error


def pack_text(pack: Pack) -> str:
    """A pack as one file."""
    return head_text(pack.name) + types_text(pack.types) + clauses_text(_by_id(pack.revisions))


def pack_files(pack: Pack) -> dict[str, str]:
    """A pack as files of a folder, by their names in it."""
    files = {TYPES_FILE: head_text(pack.name) + types_text(pack.types)}
    ordered = sorted(pack.revisions, key=lambda revision: (revision.clause.type, revision.clause.id))
    for kind, revisions in groupby(ordered, key=lambda revision: revision.clause.type):
        files[clause_file(kind)] = "schema = 1\n" + clauses_text(revisions)
    return files


def _refuse_repeated(pack: Pack) -> None:
    problems = Problems()
    report_repeated(
        ((clause_file(r.clause.type), entry) for r in pack.revisions for entry in ids_of(r.clause)), problems
    )
    problems.raise_if_any(ErrorCode.PACK_INVALID)


def _refuse_foreign_file(path: Path) -> None:
    if path.exists() and not _is_pack(path):
        raise ExpectedError(ErrorCode.PACK_TARGET_TAKEN, {"path": str(path)})


def _earlier_files(folder: Path) -> set[str]:
    """The clause files of the pack that lies there. Raises ExpectedError PACK_TARGET_TAKEN where it is no pack."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    if not folder.is_dir() or not _is_pack(folder / TYPES_FILE):
        raise ExpectedError(ErrorCode.PACK_TARGET_TAKEN, {"path": str(folder)})
    contents = _readable(folder)
    return {file for file, content in contents.items() if _holds_clauses(content, file)} - {TYPES_FILE}


def _readable(folder: Path) -> Mapping[str, bytes]:
    return pack_contents(folder, Problems())


def _holds_clauses(content: bytes, file: str) -> bool:
    root = table_of(content, file, Problems())
    return root is not None and isinstance(root.data.get("clause"), list)


def _is_pack(path: Path) -> bool:
    """Whether a file is the beginning of a pack: a schema and a name; its mistakes do not matter here."""
    try:
        problems = Problems()
        root = table_of(path.read_bytes(), path.name, problems)
    except OSError:
        return False
    return root is not None and not problems.found and isinstance(root.data.get("name"), str)


def _write_folder(files: Mapping[str, str], folder: Path) -> None:
    stale = _earlier_files(folder) - files.keys()
    (folder / "de").mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        _write_changed(folder / file, text)
    for file in stale:
        (folder / file).unlink(missing_ok=True)


def _write_changed(path: Path, text: str) -> None:
    """A file that says the same already keeps its time, so that nothing is synchronised for nothing."""
    if not path.is_file() or path.read_bytes() != text.encode():
        write_atomically(path, text)
