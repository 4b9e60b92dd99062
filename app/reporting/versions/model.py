"""A comparison of two versions as plain rows: already worded, nothing of its form."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.analysis import Severity
from app.models.versions import ChangeKind
from app.reporting.paper import Text
from app.reporting.reportmodel import Quote, Row
from app.wording.lang import Lang


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """A value that changed; `old` or `new` is "" where it came or went. `number`: of the change it belongs to."""

    label: str
    old: str
    new: str
    parts: str
    old_quote: Quote | None
    new_quote: Quote | None
    number: int


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """Another number that changed, each with the words around it."""

    old: str
    new: str
    old_words: str
    new_words: str
    number: int


@dataclass(frozen=True, slots=True)
class RiskEntry:
    """A finding that came, went or weighs otherwise now; `was`: worded, "" where it weighs as before or did not exist."""

    how: str
    severity: Severity
    severity_label: str
    title: str
    was: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """What became of one clause; `number` counts all changes from 1 in the order of the new version.

    `old`, `new`: places with labels and headings. `diff` is empty where nothing in the words changed.
    """

    number: int
    kind: ChangeKind
    label: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    remarks: tuple[str, ...]
    diff: Text
    of_substance: bool
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A group of the sum: how many clauses of either version stand in it."""

    label: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class VersionReport:
    """Everything in order. `notices`: what must be said first; `incomplete`: "" where both files were read whole."""

    lang: Lang
    title: str
    name: str
    notices: tuple[str, ...]
    incomplete: str
    old_document: tuple[Row, ...]
    new_document: tuple[Row, ...]
    common: tuple[Row, ...]
    sums: str
    counts: tuple[CountRow, ...]
    values: tuple[ValueEntry, ...]
    figures: tuple[FigureEntry, ...]
    risk: tuple[RiskEntry, ...]
    changes: tuple[ChangeEntry, ...]
    outside: tuple[ChangeEntry, ...]
    footer: str
    outward: bool = False
