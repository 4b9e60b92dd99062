"""The files of a pack, measured before anything is understood.

A pack may come from a stranger or lie on a share: files are counted and weighed before they are read, a link out of the
folder is not followed, and what is no ordinary file (a pipe would wait forever) is not opened.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.library.entries import read_type
from app.library.files import listed, open_table, toml_files
from app.library.model import ClauseType
from app.library.problems import ProblemCode, Problems
from app.paths import clause_library

FILE_SUFFIX: Final = ".toml"
TYPES_FILE: Final = "types.toml"
MOST_FILES: Final = 1_000
MOST_BYTES: Final = 32 * 1024 * 1024
_MOST_DOTS: Final = 2_000  # in a line: of a key with so many parts tomllib looks at every beginning
_MOST_MARKS: Final = 2_000_000  # brackets, equal signs and commas: what becomes objects in memory


def clause_file(kind: str) -> str:
    """The file of a clause type in a folder."""
    return f"de/{kind}.toml"


def pack_contents(path: Path, problems: Problems) -> dict[str, bytes]:
    """The files of a pack by their names in it, types first. Raises PACK_NOT_FOUND, PACK_TOO_LARGE."""
    try:
        files = _folder_files(path, problems) if path.is_dir() else _one_file(path)
        return _read(files)
    except OSError as error:
        raise ExpectedError(ErrorCode.PACK_NOT_FOUND, {"path": str(path)}) from error


@cache
def shipped_types() -> tuple[ClauseType, ...]:
    """Types that a pack may use without defining them."""
    root = open_table(clause_library() / TYPES_FILE, TYPES_FILE, Problems())
    return listed(root, "type", read_type) if root else ()


def _one_file(path: Path) -> dict[str, Path]:
    if not path.is_file():
        raise ExpectedError(ErrorCode.PACK_NOT_FOUND, {"path": str(path)})
    return {path.name: path}


def _folder_files(folder: Path, problems: Problems) -> dict[str, Path]:
    wanted = [folder / TYPES_FILE] if (folder / TYPES_FILE).exists() else []
    wanted += toml_files(folder / "de")
    if not wanted:
        problems.add(folder.name, "", "", ProblemCode.MISSING, "", [TYPES_FILE, clause_file("…")])
    files = {file.relative_to(folder).as_posix(): file for file in wanted}
    if len(files) > MOST_FILES:
        raise ExpectedError(ErrorCode.PACK_TOO_LARGE, {"limit": MOST_FILES, "unit": "files"})
    return {name: file for name, file in files.items() if _belongs(file, folder, name, problems)}


def _belongs(file: Path, folder: Path, name: str, problems: Problems) -> bool:
    inside = file.resolve().is_relative_to(folder.resolve()) and file.is_file()
    if not inside:
        problems.add(name, "", "", ProblemCode.OUTSIDE)
    return inside


def _read(files: dict[str, Path]) -> dict[str, bytes]:
    if sum(file.stat().st_size for file in files.values()) > MOST_BYTES:
        raise ExpectedError(ErrorCode.PACK_TOO_LARGE, {"limit": MOST_BYTES})
    contents = {name: _bytes(file) for name, file in files.items()}
    if sum(content.count(mark) for content in contents.values() for mark in (b"[", b"=", b",")) > _MOST_MARKS:
        raise ExpectedError(ErrorCode.PACK_TOO_LARGE, {"limit": MOST_BYTES})
    if any(line.count(b".") > _MOST_DOTS for content in contents.values() for line in content.split(b"\n")):
        raise ExpectedError(ErrorCode.PACK_TOO_LARGE, {"limit": MOST_BYTES})
    return contents


def _bytes(file: Path) -> bytes:
    """No more than is allowed, even where the file grows meanwhile."""
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)
