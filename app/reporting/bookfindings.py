"""Findings as rows for our own house: with decision, own severity beside the program's, limit and proposal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app.models.analysis import Analysis, Finding, Severity
from app.models.decisions import Decision, Verdict
from app.reporting.bookcolumns import Field
from app.reporting.entries import finding_entry
from app.reporting.options import ReportOptions
from app.reporting.places import place_lines
from app.reporting.proposals import proposal
from app.reporting.reportmodel import FindingEntry, Place
from app.reporting.selection import selected
from app.reporting.sheets import Shown
from app.wording.lang import Lang
from app.wording.terms import term
from app.wording.values import bound_text, found_text, value_text

_LONG = Shown.LONG_TEXT


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with what the columns ask of it."""

    number: int
    finding: Finding
    entry: FindingEntry
    analysis: Analysis
    options: ReportOptions

    @property
    def decision(self) -> Decision | None:
        """What was decided, if anything."""
        return self.options.decided.get(self.finding.anchor)

    @property
    def severity(self) -> Severity:
        """The user's own, else the program's."""
        return (self.decision.severity if self.decision else None) or self.finding.severity

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its quotes stand."""
        return tuple(place for quote in self.entry.quotes for place in quote.places)


def finding_rows(analysis: Analysis, options: ReportOptions) -> Iterator[FindingRow]:
    """One row a finding, numbered from 1."""
    for number, finding in enumerate(selected(analysis, options), start=1):
        yield FindingRow(number, finding, finding_entry(finding, analysis, options.lang), analysis, options)


def finding_fields(lang: Lang) -> tuple[Field[FindingRow], ...]:
    """All columns."""
    return (
        Field("number", lambda row: row.number, 6, Shown.WHOLE),
        Field("severity", lambda row: term("severity", row.severity.value, lang), 12),
        Field("program_severity", lambda row: _old_severity(row, lang), 14),
        Field("severity_reason", lambda row: (row.decision and row.decision.reason) or None, 24, _LONG),
        Field("finding_kind", lambda row: row.entry.kind, 18),
        Field("finding", lambda row: row.entry.title, 44, _LONG),
        Field("explanation", lambda row: row.entry.explanation, 60, _LONG),
        Field("place", lambda row: "\n".join(place_lines(row.places, lang)) or None, 34, _LONG),
        Field("page", lambda row: _first(row, "page"), 8, Shown.WHOLE),
        Field("paragraph", lambda row: _first(row, "paragraph"), 11, Shown.WHOLE),
        Field("quote", lambda row: "\n\n".join(quote.text for quote in row.entry.quotes) or None, 60, _LONG),
        Field("found", lambda row: _found(row, lang), 22, _LONG),
        Field("limit", lambda row: _limit(row, lang), 22, _LONG),
        Field("legal_basis", lambda row: "; ".join(row.finding.legal_basis) or None, 22, _LONG),
        Field("reference", lambda row: row.entry.reference.title if row.entry.reference else None, 28, _LONG),
        Field("proposal", _proposal, 60, _LONG),
        Field("comment", lambda row: row.finding.comment or None, 40, _LONG),
        Field("verdict", lambda row: _verdict(row, lang), 18),
        Field("decision_note", lambda row: (row.decision and row.decision.note) or None, 36, _LONG),
        Field("assignee", lambda row: (row.decision and row.decision.assignee) or None, 16),
        Field("decided_by", lambda row: (row.decision and row.decision.by) or None, 16),
        Field("decided_at", _decided_at, 18, Shown.MOMENT),
        Field("anchor", lambda row: row.finding.anchor, 18),
    )


def tone(row: FindingRow) -> str:
    """The severity that counts."""
    return row.severity.value


def _old_severity(row: FindingRow, lang: Lang) -> str | None:
    """Where it was changed by hand."""
    changed = row.decision is not None and row.decision.severity not in (None, row.finding.severity)
    return term("severity", row.finding.severity.value, lang) if changed else None


def _verdict(row: FindingRow, lang: Lang) -> str | None:
    verdict: Verdict | None = row.decision.verdict if row.decision else None
    return term("verdict_done", verdict.value, lang) if verdict else None


def _decided_at(row: FindingRow) -> datetime | None:
    """In the zone of the report."""
    zone = row.options.made_at.tzinfo if row.options.made_at else UTC
    return row.decision.at.astimezone(zone) if row.decision else None


def _first(row: FindingRow, name: str) -> int | None:
    found = (getattr(place, name) for place in row.places)
    return next((number for number in found if isinstance(number, int)), None)


def _values(row: FindingRow, lang: Lang) -> list[str]:
    values = (value_text(row.analysis.provisions_by_id[name].value, lang) for name in row.finding.provisions)
    return list(dict.fromkeys(values))


def _found(row: FindingRow, lang: Lang) -> str | None:
    """The values read there; where there is none, what a limit was compared with."""
    limit = row.finding.limit
    values = _values(row, lang) or ([found_text(limit, lang)] if limit else [])
    return "; ".join(values) or None


def _limit(row: FindingRow, lang: Lang) -> str | None:
    return bound_text(row.finding.limit, lang) if row.finding.limit else None


def _proposal(row: FindingRow) -> str | None:
    offer = proposal(row.finding, row.analysis, row.options.proposals)
    return offer.text if offer else None
