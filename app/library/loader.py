"""A folder of TOML files → `Library`.

`types.toml` names the clause types, `de/<type>.toml` holds the reference clauses of one type. All files are read and
checked before anything is refused, so that one run shows every mistake. Who changed a clause last is checked too, though a
review does not ask. The fingerprint is taken of the effective
content, not of the bytes: comments, order and layout may change without making it another library.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from app.errors import ErrorCode, ExpectedError
from app.library.entries import read_revision, read_type
from app.library.files import entries_of, fingerprint, ids_of, open_table, report_repeated, toml_files
from app.library.model import ClauseType, Library, ReferenceClause, Status
from app.library.packfiles import shipped_types
from app.library.packs import read_pack
from app.library.problems import ProblemCode, Problems
from app.library.rulepack import load_rules
from app.library.statutes import RulePack
from app.library.table import Table
from app.paths import clause_library

_TYPES = "types.toml"
_IN_FORCE = (Status.REVIEW, Status.APPROVED)

T = TypeVar("T", ClauseType, ReferenceClause)


def load(folder: Path) -> Library:
    """Read a library. Raises `ExpectedError` with LIBRARY_NOT_FOUND, or LIBRARY_INVALID (params: file, entry,
    field, problem, found, allowed, did_you_mean of the first problem; count; details with one line per problem).

    Drafts and retired clauses are checked like the others but are not part of the effective library.
    """
    if not (folder / _TYPES).is_file():
        raise ExpectedError(ErrorCode.LIBRARY_NOT_FOUND, {"path": str(folder)})
    problems = Problems()
    try:
        name, types = _read_types(folder, problems)
        known = frozenset(t.id for t in types)
        clauses = _read_clauses(folder, known, problems)
        rules = _rules(folder, known, problems)
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"path": str(folder)}) from error
    problems.raise_if_any()
    effective = tuple(c for c in clauses if c.status in _IN_FORCE)
    return Library(name, fingerprint({"types": types, "clauses": effective}), types, effective, rules)


def load_pack(file: Path) -> Library:
    """A pack in one file, read as a library. Raises ExpectedError like `read_pack`."""
    pack, problems = read_pack(file), Problems()
    used = {revision.clause.type for revision in pack.revisions} - {item.id for item in pack.types}
    types = _by_id((*pack.types, *(item for item in shipped_types() if item.id in used)))
    effective = tuple(r.clause for r in pack.revisions if r.clause.status in _IN_FORCE)
    rules = load_rules(clause_library() / "rules", None, problems)
    problems.raise_if_any()
    return Library(pack.name, fingerprint({"types": types, "clauses": effective}), types, effective, rules)


def _rules(folder: Path, types: frozenset[str], problems: Problems) -> RulePack:
    """The folder's own statutory rules, else the shipped ones: the law is the same for every library."""
    own = folder / "rules"
    if own.is_dir():
        return load_rules(own, types, problems)
    return load_rules(clause_library() / "rules", None, problems)


def _read_types(folder: Path, problems: Problems) -> tuple[str, tuple[ClauseType, ...]]:
    root = open_table(folder / _TYPES, _TYPES, problems)
    if root is None:
        return "", ()
    name = root.text("name")
    types = entries_of(root, "type", read_type)
    report_repeated(((_TYPES, t.id) for t in types), problems)
    return name, _by_id(types)


def _read_clauses(folder: Path, types: frozenset[str], problems: Problems) -> tuple[ReferenceClause, ...]:
    clauses: list[ReferenceClause] = []
    places: list[tuple[str, str]] = []
    for path in toml_files(folder / "de"):
        file = path.relative_to(folder).as_posix()
        root = open_table(path, file, problems)
        if root is None:
            continue
        found = entries_of(root, "clause", _clause)
        for clause in found:
            _check_type(clause, file, path.stem, types, problems)
        clauses.extend(found)
        places.extend((file, entry) for clause in found for entry in ids_of(clause))
    report_repeated(places, problems)
    return _by_id(clauses)


def _clause(table: Table) -> ReferenceClause:
    """Who changed it and when is for packs; here only what holds counts."""
    return read_revision(table).clause


def _check_type(clause: ReferenceClause, file: str, stem: str, types: frozenset[str], problems: Problems) -> None:
    if clause.type and clause.type not in types:
        problems.add(file, clause.id, "type", ProblemCode.NOT_ALLOWED, clause.type, sorted(types))
    elif clause.type and clause.type != stem:
        problems.add(file, clause.id, "type", ProblemCode.WRONG_FILE, clause.type, [f"de/{clause.type}.toml"])


def _by_id(entries: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))
