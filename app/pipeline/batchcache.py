"""Analyses that were made before, kept for the next run over the same files.

Strategy: an entry is found by what decides the reading of a document: its content and ending, program, topic model, limits, and which
engines of text recognition there are. Library, rules and facts stand in the analysis itself: whoever takes it compares them and evaluates
its reading again where they have changed. Entries are confidential: files for the user's eyes alone, in a folder of the same kind, written
whole or not at all. What is damaged or of another program is as good as missing. The folder has a size; what was not used longest goes first.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import app
from app import paths
from app.atomic import write_atomically
from app.errors import ExpectedError
from app.importing.options import MEGABYTE, ReadOptions
from app.models.analysis import Analysis

MOST_BYTES: Final = 500 * MEGABYTE
_LARGEST: Final = 50 * MEGABYTE  # of one entry: a book is read again
_SUFFIX: Final = ".analysis"
_ENGINES: Final = ("tesserocr", "rapidocr")


def batch_cache() -> Path:
    """The folder, which may not exist."""
    return paths.user_cache_dir() / "batch"


class BatchCache:
    """Of one folder; any number of processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Analysis | None:
        """The analysis of a key, None where there is none that can be used."""
        from app.storage.codec import unpacked

        path = self._path(key)
        try:
            data = path.read_bytes()
            analysis = unpacked(data, Analysis)
        except (OSError, ExpectedError):
            return None
        with suppress(OSError):
            os.utime(path)  # used just now
        return analysis

    def put(self, key: str, analysis: Analysis) -> None:
        """Keep it; a folder that cannot be written to keeps nothing, and the run goes on."""
        from app.storage.codec import packed

        data = packed(analysis, Analysis)
        if len(data) > _LARGEST:
            return
        with suppress(OSError, ExpectedError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            write_atomically(self._path(key), data, private=True)

    def trim(self, most: int = MOST_BYTES) -> None:
        """What was not used longest is deleted until the rest fits; and what a run that was killed left half written."""
        entries = sorted(self._entries(), reverse=True)
        room = most
        for _, size, path in entries:
            room -= size
            if room < 0 or path.suffix != _SUFFIX:
                with suppress(OSError):
                    path.unlink()

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        with suppress(OSError):
            for path in self._folder.iterdir():
                known = path.stat()
                yield known.st_mtime, known.st_size, path

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"


def forget(folder: Path) -> int:
    """Delete everything that is kept; how many documents that were. Raises ExpectedError where it cannot be deleted."""
    from app.errors import ErrorCode

    count = len(list(folder.glob(f"*{_SUFFIX}")))
    if folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(folder)}) from error
    return count


def key_of(data: bytes, name: str, options: ReadOptions, model: str) -> str:
    """What decides how this file is read."""
    from app.storage.codec import form

    engines = [name for name in _ENGINES if find_spec(name)] if options.text_recognition else []
    limits = (options.max_bytes, options.max_pages, options.max_characters)
    parts = (
        *(hashlib.sha256(data).hexdigest(), Path(name).suffix.lower()),
        *(app.__version__, form(Analysis), model, engines, limits),
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
