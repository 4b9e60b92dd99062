"""Files of a library: a TOML file → its entries, ids that stand twice, and the fingerprint of the content.

The fingerprint is taken of the effective content, not of the bytes: comments, order and layout may change without
making it another library.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final, TypeVar

from app.errors import ErrorCode, ExpectedError
from app.library.model import ClauseType, ReferenceClause, Revision
from app.library.plain import plain_clause, to_json
from app.library.problems import ProblemCode, Problems
from app.library.statutes import StatutoryRule
from app.library.table import Table
from app.models.forms import DefaultRule

SCHEMA = 1
_PIECE: Final = 2000  # bytes; from 2048 on hashlib lets other threads go on meanwhile, if only they came to it

T = TypeVar("T", ClauseType, ReferenceClause, Revision, StatutoryRule, DefaultRule)


def open_table(path: Path, file: str, problems: Problems) -> Table | None:
    """The checked root table of a file, None where it cannot be read at all."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"path": str(path)}) from error
    return table_of(data, file, problems)


def toml_files(folder: Path) -> list[Path]:
    """Those of a folder, by name; none where there is no folder.

    Raises OSError where it cannot be read: `Path.glob` would find nothing then, and a review would go by an empty library.
    """
    return sorted(file for file in folder.iterdir() if file.match("*.toml")) if folder.is_dir() else []


def table_of(content: bytes, file: str, problems: Problems) -> Table | None:
    """Like `open_table`, of the bytes of a file."""
    try:
        data: dict[str, object] = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problems.add(file, "", "", ProblemCode.NOT_UTF8, f"byte {error.start}")
        return None
    except (ValueError, RecursionError) as error:  # of Python's own: numbers of thousands of digits, lists in lists
        found = error if isinstance(error, tomllib.TOMLDecodeError) else ""
        problems.add(file, "", "", ProblemCode.NOT_TOML, found)
        return None
    root = Table(data, file, "", problems)
    if root.raw("schema") != SCHEMA:
        root.note("schema", ProblemCode.SCHEMA_UNKNOWN, data.get("schema", ""), [str(SCHEMA)])
    return root


def entries_of(root: Table, key: str, read: Callable[[Table], T]) -> tuple[T, ...]:
    """The entries of a file that holds nothing else and at least one."""
    entries = listed(root, key, read)
    if not entries:
        root.note(key, ProblemCode.MISSING, "", [f"[[{key}]]"])
    root.finish()
    return entries


def listed(root: Table, key: str, read: Callable[[Table], T]) -> tuple[T, ...]:
    """The entries of a kind, each named by its id in messages, by its number where it has none."""
    entries = []
    for number, table in enumerate(root.tables(key), 1):
        identifier = table.data.get("id")
        table.entry = identifier if isinstance(identifier, str) and identifier else f"{key} {number}"
        table.prefix = ""
        entries.append(read(table))
    return tuple(entries)


def ids_of(clause: ReferenceClause) -> tuple[str, ...]:
    """Its own and those of its rules: a rule is named in reports, so its id stands for it in the whole library."""
    return (clause.id, *(rule.id for rule in clause.rules))


def report_repeated(places: Iterable[tuple[str, str]], problems: Problems) -> None:
    """Note ids that stand more than once; `places` are pairs of file and id."""
    seen: dict[str, str] = {}
    for file, identifier in places:
        if identifier and identifier in seen:
            problems.add(file, identifier, "id", ProblemCode.DUPLICATE_ID, f"{identifier} ({seen[identifier]})")
        seen.setdefault(identifier, file)


def fingerprint(content: Mapping[str, Iterable[ClauseType | ReferenceClause | StatutoryRule]]) -> str:
    """SHA-256 of the content of entries, whatever their files look like, composed of those of the entries."""
    return combined({key: [entry_sha(entry) for entry in entries] for key, entries in content.items()})


def entry_sha(entry: ClauseType | ReferenceClause | StatutoryRule) -> str:
    """The fingerprint of one entry."""
    return _sha(_text(entry))


def combined(shas: Mapping[str, Sequence[str]]) -> str:
    """The fingerprint of entries whose own are known."""
    return _sha(_json(shas))


def _text(entry: ClauseType | ReferenceClause | StatutoryRule) -> str:
    """A clause as it is written: a field that a later program adds changes nothing as long as it is empty."""
    return to_json(plain_clause(entry)) if isinstance(entry, ReferenceClause) else _json(asdict(entry))


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _sha(text: str) -> str:
    """In pieces for which hashlib keeps the interpreter.

    For longer ones it gives it up and takes it back at once. A thread that reads thousands of clauses would do so all the time,
    and whoever waits for the interpreter begins to wait anew each time: the window stood still for 200 ms.
    """
    content, sha = text.encode(), hashlib.sha256()
    for at in range(0, len(content), _PIECE):
        sha.update(content[at : at + _PIECE])
    return sha.hexdigest()
