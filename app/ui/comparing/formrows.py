"""Two companies' terms as rows, one a subject; what would apply without agreement stands in the detail. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.models.forms import FormsComparison, Meeting
from app.models.reading import Reading
from app.models.source import Span as Place
from app.reporting.forms.model import FormsReport, PointEntry, SubjectEntry
from app.reporting.forms.rows import forms_report
from app.reporting.options import ReportOptions
from app.reporting.paper import Span, Text, Tone, plain
from app.ui.comparing.follow import Follow
from app.ui.comparing.pair import Pair, PairRow
from app.wording.forms import form_phrase
from app.wording.lang import Lang

_TONES = {
    Meeting.COLLIDE: Tone.HIGH,
    Meeting.DIFFER: Tone.MEDIUM,
    Meeting.ONLY_OURS: Tone.INFO,
    Meeting.ONLY_THEIRS: Tone.LOW,
    Meeting.AGREE: Tone.GOOD,
}


def pair_of_forms(comparison: FormsComparison, lang: Lang) -> Pair:
    """Rows and sums. Nothing follows when one side is scrolled: other companies write in another order."""
    report = forms_report(comparison, ReportOptions(lang=lang))
    ours, theirs = comparison.ours.reading, comparison.theirs.reading
    rows = tuple(
        PairRow(
            entry.meeting_label,
            entry.label,
            _values(entry),
            _TONES[entry.meeting],
            _spans(meeting.ours, ours),
            _spans(meeting.theirs, theirs),
            tuple(_lines(entry, lang)),
        )
        for entry, meeting in zip(report.subjects, comparison.subjects, strict=True)
    )
    sums = ", ".join(f"{label} {number}" for label, number, _ in report.counts)
    return Pair(report.name, (*rows, _general(report, comparison, lang)), (sums,), Follow(()), comparison)


def _general(report: FormsReport, comparison: FormsComparison, lang: Lang) -> PairRow:
    """What holds whatever the subject: how terms collide, and who refuses the other's."""
    ours, theirs = (
        tuple(span for place in places for span in reading.by_id[place.clause].canonical(place.start, place.end))
        for places, reading in zip(
            comparison.defence, (comparison.ours.reading, comparison.theirs.reading), strict=True
        )
    )
    return PairRow(
        form_phrase("overview", lang),
        form_phrase("collision", lang),
        form_phrase("defence", lang) if any(report.defence) else form_phrase("no_defence", lang),
        Tone.PLAIN,
        ours,
        theirs,
        tuple(_general_lines(report)),
    )


def _general_lines(report: FormsReport) -> Iterator[Text]:
    for rule in report.general:
        yield (Span(rule.sentence), Span(f" {rule.norm}", Tone.SOFT))
    for quotes in report.defence:
        yield from (plain(quote.text, Tone.QUOTE) for quote in quotes)
    yield from (plain(notice, Tone.SOFT) for notice in report.notices)


def _spans(clauses: Iterable[str], reading: Reading) -> tuple[Place, ...]:
    return tuple(span for clause in clauses for span in reading.by_id[clause].spans)


def _values(entry: SubjectEntry) -> str:
    told = [point for point in (*entry.points, *entry.cells) if point.meeting is Meeting.COLLIDE]
    return "; ".join(f"{point.label}: {point.ours} | {point.theirs}" for point in told)


def _lines(entry: SubjectEntry, lang: Lang) -> Iterator[Text]:
    for point in (*entry.points, *entry.cells):
        yield _point(point, lang)
    for rule in entry.gap:
        yield (
            Span(f"{form_phrase('gap', lang)}: ", strong=True),
            Span(rule.sentence),
            Span(f" {rule.norm}", Tone.SOFT),
        )
    if not (entry.points or entry.cells or entry.gap):
        yield plain(entry.meeting_label, Tone.SOFT)


def _point(point: PointEntry, lang: Lang) -> Text:
    nothing = form_phrase("nothing", lang)
    return (
        Span(f"{point.label}: ", strong=True),
        Span(
            f"{form_phrase('ours', lang)}: {point.ours or nothing}; {form_phrase('theirs', lang)}: {point.theirs or nothing} "
        ),
        Span(f"({point.meeting_label})", Tone.SOFT),
    )
