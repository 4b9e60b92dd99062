"""Files that were handed over together: which of them is analysed next, and how far each is. Frozen; no Qt, no clock.

Strategy: two at once keep two processor cores busy and leave the window its own; the rest waits in the order it was handed
over. What the user asks to see meanwhile is opened at once and leaves the queue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from app.errors import Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.ui.models.remaining import Estimate

AT_ONCE: Final = 2


class Stage(StrEnum):
    """Where a file is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    LOCKED = "locked"  # it wants a password
    CANCELLED = "cancelled"


ENDED: Final = frozenset({Stage.DONE, Stage.FAILED, Stage.LOCKED, Stage.CANCELLED})
IN_VAIN: Final = frozenset({Stage.FAILED, Stage.LOCKED, Stage.CANCELLED})


@dataclass(frozen=True)
class Import:
    """One file. `code` and `params` say what is being done, for wording; `findings` how many hints a finished one has."""

    number: int
    path: Path
    stage: Stage = Stage.WAITING
    fraction: float = 0.0
    code: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    estimate: Estimate | None = None
    error: KlausellupeError | None = None
    findings: int = 0


@dataclass(frozen=True)
class Queue:
    """All files since the list was last emptied."""

    imports: tuple[Import, ...] = ()

    def __getitem__(self, number: int) -> Import:
        return next(entry for entry in self.imports if entry.number == number)

    def __contains__(self, number: object) -> bool:
        return any(entry.number == number for entry in self.imports)

    def added(self, paths: Iterable[Path]) -> Queue:
        """With these at the end; one that is in it already and did not fail is not added again."""
        known = {entry.path for entry in self.imports if entry.stage not in IN_VAIN}
        first = max((entry.number for entry in self.imports), default=0) + 1
        new = tuple(
            Import(number, path) for number, path in enumerate(dict.fromkeys(paths), first) if path not in known
        )
        again = {entry.path for entry in new}
        kept = tuple(entry for entry in self.imports if entry.path not in again)
        return replace(self, imports=(*kept, *new))

    def changed(self, number: int, **values: Any) -> Queue:  # noqa: ANN401 - fields of Import
        """With another state of one file; as it is where there is no such file any more."""
        return replace(self, imports=tuple(replace(e, **values) if e.number == number else e for e in self.imports))

    def without(self, numbers: Iterable[int]) -> Queue:
        """These are not listed any more."""
        gone = frozenset(numbers)
        return replace(self, imports=tuple(entry for entry in self.imports if entry.number not in gone))

    def to_start(self) -> tuple[int, ...]:
        """Which ones begin now."""
        free = AT_ONCE - len(self.at(Stage.RUNNING))
        return self.at(Stage.WAITING)[: max(0, free)]

    def at(self, *stages: Stage) -> tuple[int, ...]:
        """Numbers of the files there."""
        return tuple(entry.number for entry in self.imports if entry.stage in stages)

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return bool(self.at(Stage.WAITING, Stage.RUNNING))

    @property
    def fraction(self) -> float:
        """How far all of them are together."""
        parts = [1.0 if entry.stage in ENDED else entry.fraction for entry in self.imports]
        return sum(parts) / len(parts) if parts else 0.0

    def reported(self, number: int, fraction: float, code: str, params: Mapping[str, str | int], now: float) -> Queue:
        """A file is so far."""
        if number not in self:
            return self
        estimate = (self[number].estimate or Estimate.from_now(now)).after(fraction, now)
        return self.changed(number, fraction=fraction, code=code, params=params, estimate=estimate)

    def failed(self, number: int, error: KlausellupeError) -> Queue:
        """A file came to nothing."""
        stage = Stage.CANCELLED if isinstance(error, Cancelled) else Stage.LOCKED if _locked(error) else Stage.FAILED
        return self.changed(number, stage=stage, error=error)


def _locked(error: KlausellupeError) -> bool:
    return isinstance(error, ExpectedError) and error.code is ErrorCode.PDF_ENCRYPTED
