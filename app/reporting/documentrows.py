"""The document and the deal in rows: name, checksum, format, pages; the facts assumed and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.models.analysis import Analysis
from app.models.facts import Fact
from app.models.source import SourceDocument
from app.reporting.places import evidence_quote, page_ranges
from app.reporting.reportmodel import Row
from app.wording.lang import Lang
from app.wording.numbers import date_text, money_text, size_text
from app.wording.report import phrase
from app.wording.reportparts import part_phrase
from app.wording.terms import term


def completeness(analysis: Analysis, lang: Lang) -> str:
    """Whether everything could be read, in a sentence."""
    source = analysis.reading.source
    if source.complete:
        return phrase("complete", lang)
    pages, parts = source.unread_pages, source.unread_parts
    places = [phrase("page_short", lang, pages=page_ranges(pages))] if pages else []
    places += [phrase("unread_parts", lang)] if parts else []
    return phrase("incomplete", lang, places=", ".join(places))


def file_rows(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    """Which file it was: name, checksum, format with size and pages."""
    source = analysis.reading.source
    yield Row(phrase("file", lang), source.name)
    yield Row("SHA-256", source.sha256)
    yield Row(phrase("format", lang), _format(source, lang))


def _format(source: SourceDocument, lang: Lang) -> str:
    kind, size = term("media_type", source.media_type, lang), size_text(source.size, lang)
    if not source.pages:
        return f"{kind}, {size}"
    code = "one_page" if len(source.pages) == 1 else "page_count"
    return part_phrase(code, lang, format=kind, size=size, pages=len(source.pages))


def fact_row(name: str, analysis: Analysis, lang: Lang) -> Row:
    """A fact of the deal with its source and the words it was read from."""
    fact: Fact[object] = getattr(analysis.facts, name)
    label = term("fact", name, lang)
    match fact.value:
        case None:
            return Row(label, phrase("unknown", lang))
        case date() as day:
            text = date_text(day, lang)
        case float() | int() as money:
            text = money_text(money, "EUR", lang)
        case code:
            text = term(name, str(code), lang)
    quotes = tuple(evidence_quote(place, analysis.reading) for place in fact.evidence)
    return Row(label, text, term("fact_source", fact.source.value, lang), quotes)
