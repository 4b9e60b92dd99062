"""What the window shows of two documents: rows with their places on either side, and what stands in the detail. No Qt.

Made in a process of its own, because comparing takes as long as it takes; analyses travel without what only pages need.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.models.analysis import Analysis
from app.models.forms import FormsComparison
from app.models.source import Span
from app.models.versions import VersionComparison
from app.reporting.paper import Text, Tone
from app.ui.comparing.follow import Follow
from app.wording.lang import Lang

Comparison = VersionComparison | FormsComparison


@dataclass(frozen=True, slots=True)
class PairRow:
    """A line of the list: `group` is its heading, `lines` are paragraphs of the detail; spans of either canonical text.

    `old`, `new`: what is marked; empty where nothing stands on that side.
    """

    group: str
    title: str
    note: str
    tone: Tone
    old: tuple[Span, ...]
    new: tuple[Span, ...]
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class Pair:
    """Everything in order; `sums`: sentences below the list. `marks`: all that differs, on either side, in reading order."""

    title: str
    rows: tuple[PairRow, ...]
    sums: tuple[str, ...]
    follow: Follow
    comparison: Comparison
    old_marks: tuple[Span, ...] = ()
    new_marks: tuple[Span, ...] = ()


def slim(analysis: Analysis) -> Analysis:
    """Without the places of single words, which are most of a document and of no use here."""
    return replace(analysis, reading=replace(analysis.reading, source=replace(analysis.reading.source, runs=())))


def versions_pair(old: Analysis, new: Analysis, lang: Lang) -> Pair:
    """Two versions compared; to be called in another process."""
    from app.pipeline.compare import compare
    from app.ui.comparing.versionrows import pair_of_versions

    return pair_of_versions(compare(old, new), lang)


def forms_pair(ours: Analysis, theirs: Analysis, library: Path, lang: Lang) -> Pair:
    """Two companies' terms compared; to be called in another process."""
    from app.pipeline.forms import meet_forms
    from app.ui.comparing.formrows import pair_of_forms

    return pair_of_forms(meet_forms(ours, theirs, library), lang)
