"""What was compared and with what, in rows: for the reports on two documents."""

from __future__ import annotations

from collections.abc import Iterator

import app
from app.models.analysis import Analysis
from app.reporting.cover import made_text
from app.reporting.documentrows import completeness, file_rows
from app.reporting.options import ReportOptions
from app.reporting.reportmodel import Row
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.versions import version_phrase


def document_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """One of the two documents, and whether all of it was read."""
    clauses = Row(phrase("clauses", lang), str(len(analysis.reading.clauses)))
    read = Row(version_phrase("read", lang), completeness(analysis, lang))
    return (*file_rows(analysis, lang), clauses, read)


def made_rows(analysis: Analysis, options: ReportOptions) -> tuple[Row, ...]:
    """When it was made, with what, for whom; outward nothing of the library."""
    return tuple(_made(analysis, options))


def _made(analysis: Analysis, options: ReportOptions) -> Iterator[Row]:
    lang = options.lang
    if options.made_at is not None:
        yield Row(version_phrase("made_at", lang), made_text(options.made_at, lang))
    if not options.outward:
        perspective = analysis.facts.perspective.value
        shown = term("perspective", perspective.value, lang) if perspective else phrase("unknown", lang)
        yield Row(term("fact", "perspective", lang), shown)
        yield Row(phrase("library", lang), _named(analysis.library.name, analysis.library.sha256))
        if rules := analysis.rules:
            yield Row(phrase("rule_pack", lang), _named(rules.name, rules.sha256))
    yield Row(phrase("program", lang), f"Klausellupe {app.__version__}")


def _named(name: str, sha256: str) -> str:
    return f"{name} (SHA-256 {sha256[:16]}…)"
