"""Our sample documents, read and evaluated once for all tests."""

from __future__ import annotations

from functools import cache

from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.analysis import Analysis
from app.paths import clause_library, resources
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed
from tests.evaluation.documents import AS_OF

NAMES = tuple(sorted(path.name for path in (resources() / "samples").iterdir()))


@cache
def analysed(name: str) -> Analysis:
    """Of one sample."""
    data = (resources() / "samples" / name).read_bytes()
    return analyse(data, name, load(clause_library()), assumed(AS_OF), ReadOptions())
