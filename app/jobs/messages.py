"""What the window or the command line and a document's worker process say to each other.

Small frozen dataclasses that pickle; every request with an answer carries a job id and every reply names it, so that a
stale reply is recognised. Pixels do not travel through the pipe: a render request names a shared memory segment that
belongs to the asking process.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import KlausellupeError
from app.importing.options import ReadOptions
from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.models.reading import NOTHING_READ, Correction, Reading
from app.progress import ProgressParams


@dataclass(frozen=True, slots=True)
class Document:
    """A file: its content, or a path that the worker reads; the options hold password and limits."""

    content: bytes | Path
    name: str
    options: ReadOptions


# --- requests -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """The document that all later requests are about. No answer: what is wrong with it shows when it is used."""

    document: Document


@dataclass(frozen=True, slots=True)
class Analyse:
    """Read, understand and evaluate. Answers: `PageSizes` (PDF only), `Progressed`…, then `Analysed` or `Failed`."""

    job: int
    library: Path
    facts: DealFacts
    viewed: bool = False  # somebody waits for pictures of the first pages: they are drawn before the reading begins
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Evaluate again with other facts or another library. `reading` is given to a worker that has none."""

    job: int
    library: Path
    facts: DealFacts
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Understand:
    """Understand the same source again with these corrections (all of them, in order) and evaluate. `reading` as in `Evaluate`."""

    job: int
    corrections: tuple[Correction, ...]
    library: Path
    facts: DealFacts
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Render:
    """Draw a PDF page (1-based) of `width` × `height` pixels into the shared memory `segment`: BGRx, no padding.

    `clip`: only this part of it (left, top, width, height in the same pixels), as for a page that is looked at closely.
    """

    job: int
    page: int
    width: int
    height: int
    clip: tuple[int, int, int, int] | None = None
    segment: str = ""

    @property
    def bitmap(self) -> tuple[int, int]:
        """Width and height of what is drawn."""
        return (self.width, self.height) if self.clip is None else self.clip[2:]


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give a job up; it answers with `Failed(Cancelled)` unless it is done already."""

    job: int


@dataclass(frozen=True, slots=True)
class WarmUp:
    """No document yet: import what the first page needs."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the process."""


Job = Analyse | Evaluate | Understand | Render
Request = Load | Job | Cancel | WarmUp | Close


# --- replies ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Began:
    """The process turns to a job; pages may be drawn in the middle of another job."""

    job: int
    drawing: bool = False


@dataclass(frozen=True, slots=True)
class PageSizes:
    """Width and height of every page in points as displayed: known long before the analysis is done."""

    job: int
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a job is: fraction 0..1, code and parameters for wording."""

    job: int
    fraction: float
    code: str
    params: ProgressParams


@dataclass(frozen=True, slots=True)
class Analysed:
    """The end of an `Analyse` or, put together by the client, of an `Evaluate` or `Understand`."""

    job: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The end of an `Evaluate`: the analysis with an empty reading; the real one is large and known to the asker."""

    job: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Understood:
    """The end of an `Understand`: the analysis with an empty source in its reading; the asker knows the real one."""

    job: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Rendered:
    """The end of a `Render`: size of the bitmap. `pixels` are filled in by the client from the shared memory."""

    job: int
    page: int
    width: int
    height: int
    pixels: bytes = b""


@dataclass(frozen=True, slots=True)
class Failed:
    """A job's end by an error: expected, bug or cancelled."""

    job: int
    error: KlausellupeError


Reply = Began | PageSizes | Progressed | Analysed | Evaluated | Understood | Rendered | Failed


def without_reading(job: int, analysis: Analysis) -> Evaluated:
    """The small form in which an analysis travels when its reading is known."""
    return Evaluated(job, replace(analysis, reading=NOTHING_READ))


def without_source(job: int, analysis: Analysis) -> Understood:
    """The form in which an analysis travels when only its source is known."""
    return Understood(job, replace(analysis, reading=replace(analysis.reading, source=NOTHING_READ.source)))


def put_together(reply: Evaluated | Understood, known: Reading) -> Analysed:
    """The analysis with what is known of it already."""
    if isinstance(reply, Understood):
        known = replace(reply.analysis.reading, source=known.source)
    return Analysed(reply.job, replace(reply.analysis, reading=known))
