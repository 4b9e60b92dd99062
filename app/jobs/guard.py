"""Watches what a worker process says it is doing, and when its silence has lasted too long.

Strategy: PDFium and pdfminer cannot be interrupted from Python, so the asking side watches. The worker says when it turns to
a job (`Began`), names each page before it reads it (`Progressed` with one of `PAGE_CODES`) and answers at the end. Drawing a page may
come between two pages of an analysis, so the jobs begun are a stack: what is on top when the process dies or falls silent is to blame.
The limits are counted from the last sign of life, not from the start: long documents may take as long as they need.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.jobs.messages import Analysed, Began, Evaluated, Failed, PageSizes, Progressed, Rendered, Reply, Understood

READING, RECOGNISING = "reading_page", "recognising_page"
PAGE_CODES = (READING, RECOGNISING)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds without a sign of life, and how many processes one document may use up.

    A page is read in 5 to 100 ms and recognised in 2 to 5 s, so the limits are met by what will not end, also on a slow and busy
    machine. `stage_s` holds for everything without pages: opening the file, understanding, comparing.
    """

    page_s: float = 20.0
    recognition_s: float = 180.0
    drawing_s: float = 20.0
    stage_s: float = 300.0
    restarts: int = 5


@dataclass(frozen=True, slots=True)
class Step:
    """What the process was busy with: `page` (1-based) where a page was read, `drawing` where one was drawn."""

    job: int
    drawing: bool = False
    page: int | None = None
    code: str = ""


class Guard:
    """Of one process; hears every reply in order."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._steps: list[Step] = []
        self._heard = clock()

    @property
    def step(self) -> Step | None:
        """What it is busy with by its own account."""
        return self._steps[-1] if self._steps else None

    @property
    def deadline(self) -> float | None:
        """When its silence will have lasted too long, on the clock; None while it is idle."""
        step = self.step
        return None if step is None else self._heard + self._limit(step)

    def hear(self, reply: Reply) -> None:
        """A sign of life."""
        self._heard = self._clock()
        match reply:
            case Began(job, drawing):
                self._steps.append(Step(job, drawing))
            case Progressed(job, _, code, params):
                page = params.get("page") if code in PAGE_CODES else None
                self._replace(Step(job, page=page if isinstance(page, int) else None, code=code))
            case Analysed(job) | Evaluated(job) | Understood(job) | Rendered(job) | Failed(job):
                self._steps = [step for step in self._steps if step.job != job]
            case PageSizes():
                pass

    def _replace(self, step: Step) -> None:
        self._steps = [step if known.job == step.job else known for known in self._steps]

    def _limit(self, step: Step) -> float:
        if step.drawing:
            return self._limits.drawing_s
        if step.page is None:
            return self._limits.stage_s
        return self._limits.recognition_s if step.code == RECOGNISING else self._limits.page_s
