"""Two versions as rows: changed values first, then what changed in substance, the rest, text outside the clauses. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.models.reading import Reading
from app.models.source import Span as Place
from app.models.versions import ChangeKind, ClauseChange, OutsideChange, VersionComparison, places
from app.reporting.options import ReportOptions
from app.reporting.paper import Span, Text, Tone, plain
from app.reporting.versions.model import ChangeEntry, RiskEntry, ValueEntry, VersionReport
from app.reporting.versions.rows import version_report
from app.ui.comparing.follow import Point, follow
from app.ui.comparing.pair import Pair, PairRow
from app.wording.lang import Lang
from app.wording.versions import version_phrase

_TONES = {
    ChangeKind.ADDED: Tone.INSERTED,
    ChangeKind.REMOVED: Tone.DELETED,
    ChangeKind.SPLIT: Tone.MOVED,
    ChangeKind.MERGED: Tone.MOVED,
    ChangeKind.TRIVIAL: Tone.SOFT,
}


def pair_of_versions(comparison: VersionComparison, lang: Lang) -> Pair:
    """Rows, sums, and which places belong together."""
    report = version_report(comparison, ReportOptions(lang=lang))
    marked = [_marks(change, comparison) for change in comparison.changes]
    outside = [change for change in comparison.outside if change.kind is not ChangeKind.UNCHANGED]
    rows = (
        *_values(report, comparison, marked, lang),
        *_changes(report, comparison, marked, lang, of_substance=True),
        *_risk(report, comparison, lang),
        *_outside(report, outside, lang),
        *_changes(report, comparison, marked, lang, of_substance=False),
    )
    return Pair(
        title=report.name,
        rows=rows,
        sums=tuple(_sums(report, lang)),
        follow=follow(_points(comparison)),
        comparison=comparison,
        old_marks=tuple(sorted({span for old, _ in marked for span in old} | {s for c in outside for s in c.old})),
        new_marks=tuple(sorted({span for _, new in marked for span in new} | {s for c in outside for s in c.new})),
    )


def _marks(change: ClauseChange, comparison: VersionComparison) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """What differs on either side: the hunks, or all of a clause that came or went."""
    if not change.hunks:
        whole = (change.kind is not ChangeKind.UNCHANGED) and not (change.old and change.new)
        return (
            _whole(change.old, comparison.old.reading) if whole else (),
            _whole(change.new, comparison.new.reading) if whole else (),
        )
    differing = [h for h in change.hunks if change.old_text[h.a0 : h.a1] != change.new_text[h.b0 : h.b1]]
    old, new = comparison.old.reading, comparison.new.reading
    return (
        tuple(s for h in differing for s in places(old, change.old, (h.a0, h.a1), headed=change.headed)),
        tuple(s for h in differing for s in places(new, change.new, (h.b0, h.b1), headed=change.headed)),
    )


def _whole(clauses: Iterable[str], reading: Reading) -> tuple[Place, ...]:
    return tuple(span for clause in clauses for span in reading.by_id[clause].spans)


def _values(
    report: VersionReport,
    comparison: VersionComparison,
    marked: list[tuple[tuple[Place, ...], tuple[Place, ...]]],
    lang: Lang,
) -> Iterator[PairRow]:
    group = version_phrase("values", lang)
    for entry in report.values:
        change = comparison.changes[entry.number - 1]
        old, new = marked[entry.number - 1]
        yield PairRow(
            group,
            f"{entry.label}: {_either(entry.old, 'came', lang)} → {_either(entry.new, 'went', lang)}",
            " · ".join(report.changes[entry.number - 1].new or report.changes[entry.number - 1].old),
            Tone.HIGH,
            old or _whole(change.old, comparison.old.reading),
            new or _whole(change.new, comparison.new.reading),
            tuple(_value_lines(entry, lang)),
        )


def _either(value: str, otherwise: str, lang: Lang) -> str:
    return value or version_phrase(otherwise, lang)


def _value_lines(entry: ValueEntry, lang: Lang) -> Iterator[Text]:
    for code, value, quote, tone in (
        ("old", entry.old, entry.old_quote, Tone.DELETED),
        ("new", entry.new, entry.new_quote, Tone.INSERTED),
    ):
        words = (Span(f" – {quote.text}", Tone.SOFT),) if quote else ()
        shown = Span(value, tone) if value else Span(version_phrase("nothing", lang), Tone.SOFT)
        yield (Span(f"{version_phrase(code, lang)}: ", strong=True), shown, *words)


def _changes(
    report: VersionReport,
    comparison: VersionComparison,
    marked: list[tuple[tuple[Place, ...], tuple[Place, ...]]],
    lang: Lang,
    *,
    of_substance: bool,
) -> Iterator[PairRow]:
    group = version_phrase("changes" if of_substance else "minor", lang)
    for entry, change, (old, new) in zip(report.changes, comparison.changes, marked, strict=True):
        told = entry.kind is not ChangeKind.UNCHANGED or entry.remarks
        if entry.of_substance is of_substance and told:
            yield PairRow(
                group,
                " · ".join(entry.new or entry.old),
                ", ".join((entry.label, *entry.remarks))
                if change.kind is not ChangeKind.UNCHANGED
                else ", ".join(entry.remarks),
                _TONES.get(entry.kind, Tone.PLAIN),
                old or _whole(change.old, comparison.old.reading),
                new or _whole(change.new, comparison.new.reading),
                tuple(_change_lines(entry, lang)),
            )


def _change_lines(entry: ChangeEntry, lang: Lang) -> Iterator[Text]:
    if entry.old and entry.new and entry.old != entry.new:
        yield plain(f"{version_phrase('old', lang)}: {'; '.join(entry.old)}", Tone.SOFT)
    yield from (plain(remark, Tone.SOFT) for remark in entry.remarks)
    if entry.diff:
        yield entry.diff


def _risk(report: VersionReport, comparison: VersionComparison, lang: Lang) -> Iterator[PairRow]:
    group = version_phrase("risk", lang)
    for entry in report.risk:
        gone = entry.how == "vanished"
        reading = (comparison.old if gone else comparison.new).reading
        clauses = [place.clause for quote in entry.quotes for place in quote.places if place.clause in reading.by_id]
        spans = _whole(dict.fromkeys(clauses), reading)
        yield PairRow(
            group,
            entry.title,
            ", ".join(part for part in (version_phrase(entry.how, lang), entry.severity_label, entry.was) if part),
            Tone(entry.severity.value),
            spans if gone else (),
            () if gone else spans,
            tuple(_risk_lines(entry)),
        )


def _risk_lines(entry: RiskEntry) -> Iterator[Text]:
    yield from (plain(quote.text, Tone.QUOTE) for quote in entry.quotes)


def _outside(report: VersionReport, changes: Iterable[OutsideChange], lang: Lang) -> Iterator[PairRow]:
    group = version_phrase("outside", lang)
    for entry, change in zip(report.outside, changes, strict=True):
        title = (entry.new_text or entry.old_text).split("\n", 1)[0]
        yield PairRow(
            group,
            title if len(title) <= 80 else f"{title[:79]}…",
            entry.label,
            _TONES.get(entry.kind, Tone.PLAIN),
            change.old,
            change.new,
            (entry.diff,),
        )


def _sums(report: VersionReport, lang: Lang) -> Iterator[str]:
    if report.incomplete:
        yield report.incomplete
    if not any(entry.of_substance for entry in (*report.changes, *report.outside)):
        yield version_phrase("same", lang)
    yield report.sums
    yield ", ".join(f"{row.label} {row.old}/{row.new}" for row in report.counts)


def _points(comparison: VersionComparison) -> Iterator[Point]:
    """Beginnings and ends of what stayed in its place."""
    for change in comparison.changes:
        if change.old and change.new and not change.moved:
            old, new = _whole(change.old, comparison.old.reading), _whole(change.new, comparison.new.reading)
            if old and new:
                yield min(old)[0], min(new)[0]
                yield max(old)[1], max(new)[1]
