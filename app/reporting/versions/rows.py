"""Comparison → its report model: worded once, for all forms.

Strategy: changes are numbered in the order of the new version, so that values and figures can name the change they belong to.
Unchanged clauses are counted and listed, never left out: the counts of all groups add up to those of the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

import app
from app.models.analysis import Analysis, Finding
from app.models.reading import Reading
from app.models.versions import ChangeKind, ClauseChange, FigureChange, OutsideChange, ValueChange, VersionComparison
from app.reporting.comparedrows import document_rows, made_rows
from app.reporting.entries import finding_entry
from app.reporting.options import ReportOptions
from app.reporting.paper import Span
from app.reporting.places import clause_place, place_lines, provision_quote, shortened
from app.reporting.reportmodel import Quote
from app.reporting.versions.diffs import diff_text, words_around
from app.reporting.versions.model import (
    ChangeEntry,
    CountRow,
    FigureEntry,
    RiskEntry,
    ValueEntry,
    VersionReport,
)
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import found_text, value_text
from app.wording.versions import version_phrase

_QUOTED = 160  # characters


def version_report(comparison: VersionComparison, options: ReportOptions) -> VersionReport:
    """Everything, worded; outward nothing of what the library says."""
    lang = options.lang
    changes = tuple(_change(n, c, comparison, lang) for n, c in enumerate(comparison.changes, start=1))
    numbered = list(zip(changes, comparison.changes, strict=True))
    old, new = comparison.old, comparison.new
    return VersionReport(
        lang=lang,
        title=version_phrase("title", lang),
        name=f"{old.reading.source.name} → {new.reading.source.name}",
        notices=(phrase("no_advice", lang),),
        incomplete=""
        if old.reading.source.complete and new.reading.source.complete
        else version_phrase("incomplete", lang),
        old_document=document_rows(old, lang),
        new_document=document_rows(new, lang),
        common=made_rows(new, options),
        sums=version_phrase("adds_up", lang, old=len(old.reading.clauses), new=len(new.reading.clauses)),
        counts=tuple(_counts(comparison.changes, lang)),
        values=tuple(_value(value, entry.number, comparison, lang) for entry, c in numbered for value in c.values),
        figures=tuple(_figure(figure, entry.number, c) for entry, c in numbered for figure in c.figures),
        risk=() if options.outward else tuple(_risk(comparison, lang)),
        changes=changes,
        outside=tuple(_outside(comparison, len(changes), lang)),
        footer=phrase("made_with", lang, version=app.__version__),
        outward=options.outward,
    )


def _counts(changes: Iterable[ClauseChange], lang: Lang) -> Iterator[CountRow]:
    given = tuple(changes)
    for kind in ChangeKind:
        same = [change for change in given if change.kind is kind]
        if same:
            label = version_phrase(f"kind.{kind.value}", lang)
            yield CountRow(label, sum(len(c.old) for c in same), sum(len(c.new) for c in same))


# --- values and figures


def _value(value: ValueChange, number: int, comparison: VersionComparison, lang: Lang) -> ValueEntry:
    old, old_quote = _of(value.old, comparison.old, lang)
    new, new_quote = _of(value.new, comparison.new, lang)
    parts = list_text([term("value_part", part, lang) for part in value.parts], lang) if value.parts else ""
    return ValueEntry(term("provision_kind", value.kind.value, lang), old, new, parts, old_quote, new_quote, number)


def _of(provision: str | None, analysis: Analysis, lang: Lang) -> tuple[str, Quote | None]:
    if provision is None:
        return "", None
    found = analysis.provisions_by_id[provision]
    quote = provision_quote(found, analysis.reading)
    return value_text(found.value, lang), replace(quote, text=shortened(quote.text, _QUOTED))


def _figure(figure: FigureChange, number: int, change: ClauseChange) -> FigureEntry:
    (a0, a1), (b0, b1) = figure.old, figure.new
    return FigureEntry(
        change.old_text[a0:a1],
        change.new_text[b0:b1],
        words_around(change.old_text, figure.old) if a0 < a1 else "",
        words_around(change.new_text, figure.new) if b0 < b1 else "",
        number,
    )


# --- risk


def _risk(comparison: VersionComparison, lang: Lang) -> Iterator[RiskEntry]:
    risk = comparison.risk
    for finding in risk.appeared:
        yield _finding("appeared", finding, comparison.new, lang)
    for before, finding in risk.graver:
        yield _finding("graver", finding, comparison.new, lang, before)
    for before, finding in risk.lighter:
        yield _finding("lighter", finding, comparison.new, lang, before)
    for before, finding in risk.otherwise:
        yield _finding("otherwise", finding, comparison.new, lang, before)
    for finding in risk.vanished:
        yield _finding("vanished", finding, comparison.old, lang)


def _finding(how: str, finding: Finding, analysis: Analysis, lang: Lang, before: Finding | None = None) -> RiskEntry:
    entry = finding_entry(finding, analysis, lang)
    was = version_phrase("was", lang, value=_former(before, finding, lang)) if before else ""
    quotes = tuple(replace(quote, text=shortened(quote.text, _QUOTED)) for quote in entry.quotes)
    return RiskEntry(how, entry.severity, entry.severity_label, entry.title, was, quotes)


def _former(before: Finding, finding: Finding, lang: Lang) -> str:
    """The severity it had, or the value where only that is another now."""
    if before.severity is finding.severity and before.limit is not None:
        return found_text(before.limit, lang)
    return term("severity", before.severity.value, lang)


# --- changes


def _change(number: int, change: ClauseChange, comparison: VersionComparison, lang: Lang) -> ChangeEntry:
    return ChangeEntry(
        number=number,
        kind=change.kind,
        label=version_phrase(f"kind.{change.kind.value}", lang),
        old=_places(change.old, comparison.old.reading, lang),
        new=_places(change.new, comparison.new.reading, lang),
        remarks=tuple(_remarks(change, comparison, lang)),
        diff=_diff(change),
        of_substance=change.of_substance,
        old_text=change.old_text,
        new_text=change.new_text,
    )


def _diff(change: ClauseChange | OutsideChange) -> tuple[Span, ...]:
    if change.kind is ChangeKind.UNCHANGED:
        return ()
    return diff_text(change.old_text, change.new_text, change.hunks)


def _places(clauses: Iterable[str], reading: Reading, lang: Lang) -> tuple[str, ...]:
    return place_lines((clause_place(reading.by_id[clause], reading) for clause in clauses), lang)


def _remarks(change: ClauseChange, comparison: VersionComparison, lang: Lang) -> Iterator[str]:
    if change.moved:
        yield version_phrase("moved", lang)
    if change.renumbered:
        old, new = _labels(change.old, comparison.old.reading), _labels(change.new, comparison.new.reading)
        nothing = version_phrase("unlabelled", lang)
        yield version_phrase("renumbered", lang, old=old or nothing, new=new or nothing)
    for span in change.redirected:
        yield version_phrase("redirected", lang, quote=words_around(change.new_text, span))


def _labels(clauses: Iterable[str], reading: Reading) -> str:
    return ", ".join(label for clause in clauses if (label := reading.by_id[clause].label))


def _outside(comparison: VersionComparison, before: int, lang: Lang) -> Iterator[ChangeEntry]:
    numbers = count(before + 1)
    for change in comparison.outside:
        if change.kind is not ChangeKind.UNCHANGED:
            yield ChangeEntry(
                number=next(numbers),
                kind=change.kind,
                label=version_phrase(f"kind.{change.kind.value}", lang),
                old=_pages(change.old, comparison.old.reading, lang),
                new=_pages(change.new, comparison.new.reading, lang),
                remarks=(),
                diff=_diff(change),
                of_substance=bool(change.substantive) or change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED),
                old_text=change.old_text,
                new_text=change.new_text,
            )


def _pages(spans: Iterable[tuple[int, int]], reading: Reading, lang: Lang) -> tuple[str, ...]:
    """Page or paragraph at which the first of the spans begins."""
    for start, _ in spans:
        line, block = reading.source.line_at(start), reading.source.block_at(start)
        if line is not None and line.page is not None:
            return (phrase("page_short", lang, pages=str(line.page)),)
        if block is not None and block.paragraph is not None:
            return (phrase("paragraph_short", lang, number=str(block.paragraph)),)
    return ()
