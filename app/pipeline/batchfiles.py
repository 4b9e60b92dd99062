"""Which files a portfolio is about: those named, and those in folders that a reader knows; every content once.

Strategy: folders are walked by name, links followed, no folder twice, so that links make no loop. A file that was named is taken whatever
it is; in a folder, files of other kinds are left out by name, hidden ones and Word's lock files without a word. Equal content is found
by its SHA-256; what cannot be read here is handed on, because the reader says best what is wrong with it.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_DOCUMENTS: Final = (".pdf", ".docx", ".docm", ".dotx", ".doc", ".dot", ".odt", ".ott", ".rtf")
_PAGES: Final = (".htm", ".html", ".xhtml", ".mht", ".mhtml", ".md", ".markdown", ".txt", ".text")
KNOWN: Final = frozenset((*_DOCUMENTS, *_PAGES))
_LOCK: Final = "~$"
_AT_ONCE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A file to read; `name` as it is told, `also`: names of further files of the same content."""

    path: Path
    name: str
    size: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collected:
    """What was found; `left_out`: names of files in folders that no reader knows; `closed`: folders that could not be opened."""

    files: tuple[BatchFile, ...]
    left_out: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


def collect(
    paths: Iterable[Path], *, without: Iterable[Path] = (), looked: Callable[[], None] | None = None
) -> Collected:
    """The files of these paths; `without`: none of these (what is about to be written); `looked` is called now and then and may raise."""
    walk = _Walk({os.path.realpath(path) for path in without}, looked or _nothing)
    for path in paths:
        walk.take(path)
    return Collected(_each_once(walk.found, walk.looked), tuple(walk.left_out), tuple(walk.closed))


def _nothing() -> None:
    """Nobody looks."""


class _Walk:
    def __init__(self, without: set[str], looked: Callable[[], None]) -> None:
        self.found: list[BatchFile] = []
        self.left_out: list[str] = []
        self.closed: list[str] = []
        self.looked = looked
        self._seen = set(without)
        self._folders: set[tuple[int, int]] = set()

    def take(self, path: Path) -> None:
        if _is_folder(path):
            self._enter(path, "")
        else:
            self._file(path, path.name)

    def _enter(self, folder: Path, below: str) -> None:
        self.looked()
        try:
            known = folder.stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            self.closed.append(below.rstrip("/") or folder.name)
            return
        if (known.st_dev, known.st_ino) in self._folders:
            return
        self._folders.add((known.st_dev, known.st_ino))
        for entry in entries:
            if not entry.name.startswith((".", _LOCK)):
                self._entry(Path(entry.path), below + entry.name)

    def _entry(self, path: Path, name: str) -> None:
        if _is_folder(path):
            self._enter(path, f"{name}/")
        elif path.suffix.lower() in KNOWN:
            self._file(path, name)
        else:
            self.left_out.append(name)

    def _file(self, path: Path, name: str) -> None:
        """One file through two links is one file."""
        real = os.path.realpath(path)
        if real not in self._seen:
            self._seen.add(real)
            self.found.append(BatchFile(path, name, _size(path)))


def _is_folder(path: Path) -> bool:
    """What may not even be looked at is taken for a file: the reader says that it cannot be read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _each_once(found: Iterable[BatchFile], looked: Callable[[], None]) -> tuple[BatchFile, ...]:
    """Sizes tell most files apart; only those of one size are read."""
    given = list(found)
    sizes: dict[int, int] = {}
    for file in given:
        sizes[file.size] = sizes.get(file.size, 0) + 1
    firsts: dict[object, int] = {}
    kept: list[BatchFile] = []
    for file in given:
        looked()
        key = _content(file) if sizes[file.size] > 1 else None
        if key is not None and key in firsts:
            first = kept[firsts[key]]
            kept[firsts[key]] = BatchFile(first.path, first.name, first.size, (*first.also, file.name))
            continue
        if key is not None:
            firsts[key] = len(kept)
        kept.append(file)
    return tuple(_apart(kept))


def _content(file: BatchFile) -> str | None:
    """SHA-256; None of what is no plain file or cannot be read."""
    try:
        if not stat.S_ISREG(file.path.stat().st_mode):
            return None
        digest = hashlib.sha256()
        with file.path.open("rb") as opened:
            while piece := opened.read(_AT_ONCE):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()


def _apart(files: Iterable[BatchFile]) -> Iterator[BatchFile]:
    """Names that clash get the folder they lie in."""
    given = list(files)
    count: dict[str, int] = {}
    for file in given:
        count[file.name] = count.get(file.name, 0) + 1
    for file in given:
        name = file.name if count[file.name] == 1 else f"{file.path.absolute().parent.name}/{file.name}"
        yield BatchFile(file.path, name, file.size, file.also)
