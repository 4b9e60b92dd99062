"""A folder of TOML files → `Library`.

`types.toml` names the clause types, `de/<type>.toml` holds the reference clauses of one type. All files are read and
checked before anything is refused, so that one run shows every mistake. The fingerprint is taken of the effective
content, not of the bytes: comments, order and layout may change without making it another library.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from app.errors import ErrorCode, ExpectedError
from app.library.entries import read_clause, read_type
from app.library.model import ClauseType, Library, ReferenceClause, Status
from app.library.problems import ProblemCode, Problems
from app.library.table import Table

SCHEMA = 1
_TYPES = "types.toml"
_CLAUSES = "de/*.toml"
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
    name, types = _read_types(folder, problems)
    clauses = _read_clauses(folder, frozenset(t.id for t in types), problems)
    problems.raise_if_any()
    effective = tuple(c for c in clauses if c.status in _IN_FORCE)
    return Library(name, _fingerprint(types, effective), types, effective)


def _read_types(folder: Path, problems: Problems) -> tuple[str, tuple[ClauseType, ...]]:
    root = _open(folder / _TYPES, _TYPES, problems)
    if root is None:
        return "", ()
    name = root.text("name")
    types = _entries(root, "type", read_type)
    _report_repeated(((_TYPES, t.id) for t in types), problems)
    return name, _by_id(types)


def _read_clauses(folder: Path, types: frozenset[str], problems: Problems) -> tuple[ReferenceClause, ...]:
    clauses: list[ReferenceClause] = []
    places: list[tuple[str, str]] = []
    for path in sorted(folder.glob(_CLAUSES)):
        file = path.relative_to(folder).as_posix()
        root = _open(path, file, problems)
        if root is None:
            continue
        found = _entries(root, "clause", read_clause)
        for clause in found:
            _check_type(clause, file, path.stem, types, problems)
        clauses.extend(found)
        places.extend((file, entry) for clause in found for entry in (clause.id, *(r.id for r in clause.rules)))
    _report_repeated(places, problems)
    return _by_id(clauses)


def _open(path: Path, file: str, problems: Problems) -> Table | None:
    """The checked root table of a file, None where it cannot be read at all."""
    try:
        data: dict[str, object] = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problems.add(file, "", "", ProblemCode.NOT_UTF8, f"byte {error.start}")
        return None
    except tomllib.TOMLDecodeError as error:
        problems.add(file, "", "", ProblemCode.NOT_TOML, error)
        return None
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"path": str(path)}) from error
    root = Table(data, file, "", problems)
    if root.raw("schema") != SCHEMA:
        root.note("schema", ProblemCode.SCHEMA_UNKNOWN, data.get("schema", ""), [str(SCHEMA)])
    return root


def _entries(root: Table, key: str, read: Callable[[Table], T]) -> tuple[T, ...]:
    """The entries of a file, each named by its id in messages, by its number where it has none."""
    entries = []
    for number, table in enumerate(root.tables(key), 1):
        identifier = table.data.get("id")
        table.entry = identifier if isinstance(identifier, str) and identifier else f"{key} {number}"
        table.prefix = ""
        entries.append(read(table))
    if not entries:
        root.note(key, ProblemCode.MISSING, "", [f"[[{key}]]"])
    root.finish()
    return tuple(entries)


def _check_type(clause: ReferenceClause, file: str, stem: str, types: frozenset[str], problems: Problems) -> None:
    if clause.type and clause.type not in types:
        problems.add(file, clause.id, "type", ProblemCode.NOT_ALLOWED, clause.type, sorted(types))
    elif clause.type and clause.type != stem:
        problems.add(file, clause.id, "type", ProblemCode.WRONG_FILE, clause.type, [f"de/{clause.type}.toml"])


def _report_repeated(places: Iterable[tuple[str, str]], problems: Problems) -> None:
    seen: dict[str, str] = {}
    for file, identifier in places:
        if identifier and identifier in seen:
            problems.add(file, identifier, "id", ProblemCode.DUPLICATE_ID, f"{identifier} ({seen[identifier]})")
        seen.setdefault(identifier, file)


def _by_id(entries: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _fingerprint(types: tuple[ClauseType, ...], clauses: tuple[ReferenceClause, ...]) -> str:
    content = {"types": [asdict(t) for t in types], "clauses": [asdict(c) for c in clauses]}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
