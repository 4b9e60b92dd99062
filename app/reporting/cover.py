"""What the cover says beside document and facts: when it was made, what was checked, what was weighed by hand, who signs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.models.analysis import Analysis
from app.reporting.analysishash import analysis_hash
from app.reporting.options import ReportOptions
from app.reporting.reportmodel import Cover, FindingEntry
from app.reporting.scope import scope_lines
from app.wording.lang import Lang
from app.wording.numbers import date_text
from app.wording.report import phrase
from app.wording.reportparts import part_phrase


def cover(analysis: Analysis, entries: tuple[FindingEntry, ...], options: ReportOptions) -> Cover:
    """Of an internal report."""
    lang = options.lang
    return Cover(
        made=made_text(options.made_at, lang),
        analysis_hash=analysis_hash(analysis),
        scope=scope_lines(analysis, lang),
        changed=tuple(_changed(entries, lang)),
        sign=tuple(_sign(options)),
    )


def made_text(made_at: datetime | None, lang: Lang) -> str:
    """Day and time with the zone, as the clock on the wall showed it; "" without."""
    if made_at is None:
        return ""
    zone = made_at.tzname() or ""
    time = f"{made_at.hour:02}:{made_at.minute:02}"
    worded = part_phrase("made_at", lang, date=date_text(made_at.date(), lang), time=time, zone=zone)
    return worded if zone else worded.removesuffix(" ()")


def _changed(entries: tuple[FindingEntry, ...], lang: Lang) -> Iterator[str]:
    for entry in entries:
        if entry.program_label and entry.decision:
            yield part_phrase(
                "severity_changed",
                lang,
                number=entry.number,
                own=entry.severity_label,
                program=entry.program_label,
                signed=entry.decision.signed,
                reason=entry.decision.reason or part_phrase("no_reason", lang),
            )


def _sign(options: ReportOptions) -> Iterator[tuple[str, str]]:
    lang = options.lang
    yield phrase("remarks", lang), ""
    yield phrase("reviewed_by", lang), options.reviewer
    yield phrase("date", lang), date_text(options.made_at.date(), lang) if options.made_at and options.reviewer else ""
    yield phrase("signature", lang), ""
