"""Two companies' terms beside each other, with the subjects of the library and the default rules that ship with the program."""

from __future__ import annotations

from pathlib import Path

from app.comparing.forms import meet
from app.library.defaults import shipped_defaults
from app.models.analysis import Analysis
from app.models.forms import FormsComparison
from app.pipeline.libraries import open_library


def meet_forms(ours: Analysis, theirs: Analysis, library: Path) -> FormsComparison:
    """Subjects in the order of the library at `library`. Raises ExpectedError where it cannot be read."""
    return meet(ours, theirs, [item.id for item in open_library(library).types], shipped_defaults())
