"""What is known of each file of a portfolio while it is being made. No Qt.

Strategy: frozen entries in the order of the files; a file that is added later takes its place by name, what was read already stays read. What
was not reviewed goes into a saved table as such: nothing is dropped silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.errors import ErrorCode
from app.models.portfolio import NOT_REVIEWED, DocumentDigest, Failure, PortfolioRow
from app.pipeline.batchfiles import BatchFile, Collected


class Stage(StrEnum):
    """How far a file is; `ENDED`: given up before its turn or in the middle."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    ENDED = "ended"


UNDER_WAY = frozenset((Stage.WAITING, Stage.RUNNING))
MISSING = frozenset((Stage.FAILED, Stage.ENDED))


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or (`path` None) a folder that could not be opened."""

    name: str
    path: Path | None = None
    size: int = 0
    also: tuple[str, ...] = ()
    stage: Stage = Stage.WAITING
    fraction: float = 0.0
    digest: DocumentDigest | None = None
    failure: Failure | None = None

    def row(self) -> PortfolioRow:
        """As the core knows it."""
        if self.digest is not None:
            return PortfolioRow(self.name, self.also, self.digest)
        return PortfolioRow(self.name, self.also, failure=self.failure or Failure(NOT_REVIEWED))


def merged(known: Iterable[Entry], found: Collected) -> tuple[Entry, ...]:
    """All files that were found; those that were read already and have not changed need not be read again."""
    read = {entry.path: entry for entry in known if entry.stage is Stage.DONE}
    files = tuple(_entry(file, read.get(file.path)) for file in found.files)
    return (*files, *(_closed(name) for name in found.closed))


def _entry(file: BatchFile, read: Entry | None) -> Entry:
    if read is not None and read.size == file.size:
        return replace(read, name=file.name, also=file.also)
    return Entry(file.name, file.path, file.size, file.also)


def _closed(name: str) -> Entry:
    failure = Failure(ErrorCode.FILE_NOT_READABLE, {"name": name})
    return Entry(name, stage=Stage.FAILED, failure=failure)


def again(entries: Iterable[Entry], *, everything: bool) -> tuple[Entry, ...]:
    """Those that are missing wait again, or all."""
    return tuple(_waiting(e) if e.path and (everything or e.stage in MISSING) else e for e in entries)


def _waiting(entry: Entry) -> Entry:
    return replace(entry, stage=Stage.WAITING, fraction=0.0, digest=None, failure=None)


def given_up(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What was not done by now is not done."""
    return tuple(replace(e, stage=Stage.ENDED, fraction=0.0) if e.stage in UNDER_WAY else e for e in entries)


def at(entries: Sequence[Entry], *stages: Stage) -> tuple[Entry, ...]:
    """Those of these stages."""
    return tuple(entry for entry in entries if entry.stage in stages)


def fraction_of(entries: Sequence[Entry], numbers: Sequence[int]) -> float:
    """How far those are that were begun together."""
    ways = (entries[n].fraction if entries[n].stage in UNDER_WAY else 1.0 for n in numbers)
    return sum(ways) / len(numbers) if numbers else 1.0
