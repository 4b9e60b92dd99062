"""Progress as a plain callable `(fraction, code, params)`; stages get slices of it.

The same function serves the window and the command line. A progress call may raise `app.errors.Cancelled`; stages
let it pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

ProgressParams = Mapping[str, str | int]
Progress = Callable[[float, str, ProgressParams], None]


def silent(fraction: float, code: str, params: ProgressParams) -> None:
    """Progress that nobody looks at."""


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """A stage's slice: its 0..1 becomes `start`..`end` of the whole."""

    def report(fraction: float, code: str, params: ProgressParams) -> None:
        progress(start + (end - start) * fraction, code, params)

    return report
