"""Two companies' terms beside each other as plain rows: already worded, nothing of its form."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.forms import Meeting
from app.reporting.reportmodel import Quote, Row
from app.wording.lang import Lang


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A default rule: its sentence, and norms with day and source."""

    sentence: str
    norm: str


@dataclass(frozen=True, slots=True)
class PointEntry:
    """Two values of a kind: "" with None where a side says nothing."""

    label: str
    meeting: Meeting
    meeting_label: str
    ours: str
    theirs: str
    our_quote: Quote | None
    their_quote: Quote | None


@dataclass(frozen=True, slots=True)
class SubjectEntry:
    """A subject: what stands on either side, in words and values, and what would fill the gap."""

    subject: str
    label: str
    meeting: Meeting
    meeting_label: str
    ours: tuple[Quote, ...]
    theirs: tuple[Quote, ...]
    points: tuple[PointEntry, ...]
    cells: tuple[PointEntry, ...]
    gap: tuple[RuleEntry, ...]


@dataclass(frozen=True, slots=True)
class FormsReport:
    """Everything in order; `left_out`: ours and theirs."""

    lang: Lang
    title: str
    name: str
    notices: tuple[str, ...]
    our_document: tuple[Row, ...]
    their_document: tuple[Row, ...]
    common: tuple[Row, ...]
    counts: tuple[tuple[str, int, Meeting], ...]
    general: tuple[RuleEntry, ...]
    defence: tuple[tuple[Quote, ...], tuple[Quote, ...]]
    subjects: tuple[SubjectEntry, ...]
    left_out: tuple[tuple[Quote, ...], tuple[Quote, ...]]
    footer: str
