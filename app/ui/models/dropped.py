"""What was dropped on the window: files as they are, of folders the files in them that can be read. No Qt.

A file that was named is always tried, whatever it is called: its content decides. In a folder lies much else; there the ending decides,
and hidden files and the traces of programs that have a file open (`~$…`) are passed by.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from app.ui.models.fileendings import READ

LIMIT: Final = 20  # files at once: each becomes a tab
_LOOKED_AT: Final = 50_000  # entries of folders: whoever drops a whole disk gets an answer
_TRACES: Final = (".", "~$", "~")


@dataclass(frozen=True, slots=True)
class Dropped:
    """`files` to be opened, in order; `too_many`: there were more; `nothing`: folders, and nothing in them that is read."""

    files: tuple[Path, ...]
    too_many: bool = False
    nothing: bool = False


def dropped(paths: Iterable[Path], *, limit: int = LIMIT) -> Dropped:
    """Looks into folders: may take a while where these are large or far away."""
    given = tuple(paths)
    found = tuple(islice(dict.fromkeys(_files(given)), limit + 1))
    nothing = not found and any(path.is_dir() for path in given)
    return Dropped(found[:limit], too_many=len(found) > limit, nothing=nothing)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    """By name, folder by folder; links to folders are not followed."""
    looked_at = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            looked_at += 1
            if looked_at > _LOOKED_AT:
                return
            if name.lower().endswith(READ) and not name.startswith(_TRACES):
                yield Path(place) / name
