"""One file from bytes to analysis, or again from what was read: the order of the stages and their share of the progress bar."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.options import ReadOptions
from app.library.model import Library
from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.models.reading import Correction
from app.models.source import SourceDocument
from app.pipeline.stages import evaluate, read, understand
from app.progress import Progress, part_of, silent

READ_SHARE, UNDERSTAND_SHARE = 0.75, 0.97  # of the time, on the measured documents
UNDERSTAND_AGAIN_SHARE = 0.85


def analyse(
    data: bytes,
    name: str,
    library: Library,
    facts: DealFacts,
    options: ReadOptions,
    corrections: Sequence[Correction] = (),
    *,
    progress: Progress = silent,
) -> Analysis:
    """Read, understand and evaluate `data`. Raises ExpectedError (cannot be read) or Cancelled (from `progress`)."""
    source = read(data, name, options, progress=part_of(progress, 0.0, READ_SHARE))
    reading = understand(source, corrections, progress=part_of(progress, READ_SHARE, UNDERSTAND_SHARE))
    return evaluate(reading, library, facts, progress=part_of(progress, UNDERSTAND_SHARE, 1.0))


def analyse_again(
    source: SourceDocument,
    library: Library,
    facts: DealFacts,
    corrections: Sequence[Correction],
    *,
    progress: Progress = silent,
) -> Analysis:
    """Understand with these corrections what was read before, and evaluate. Raises Cancelled (from `progress`)."""
    reading = understand(source, corrections, progress=part_of(progress, 0.0, UNDERSTAND_AGAIN_SHARE))
    return evaluate(reading, library, facts, progress=part_of(progress, UNDERSTAND_AGAIN_SHARE, 1.0))
