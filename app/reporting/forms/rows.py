"""Two companies' terms → their report model: worded once, for all forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import app
from app.models.analysis import Analysis
from app.models.forms import CellMeeting, DefaultRule, FormsComparison, Meeting, MeetingPoint, SubjectMeeting
from app.models.provisions import Evidence
from app.models.reading import Reading
from app.reporting.comparedrows import document_rows, made_rows
from app.reporting.forms.model import FormsReport, PointEntry, RuleEntry, SubjectEntry
from app.reporting.options import ReportOptions
from app.reporting.places import clause_quote, evidence_quote, provision_quote, shortened
from app.reporting.reportmodel import Quote
from app.wording.forms import form_phrase
from app.wording.lang import Lang
from app.wording.numbers import date_text
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import value_text

_QUOTED = 200  # characters


def forms_report(comparison: FormsComparison, options: ReportOptions) -> FormsReport:
    """Everything, worded."""
    lang = options.lang
    ours, theirs = comparison.ours.reading, comparison.theirs.reading
    rules = {rule.id: rule for rule in comparison.rules}
    return FormsReport(
        lang=lang,
        title=form_phrase("title", lang),
        name=f"{ours.source.name} | {theirs.source.name}",
        notices=(form_phrase("notice", lang), *((form_phrase("rules_review", lang),) if rules else ())),
        our_document=document_rows(comparison.ours, lang),
        their_document=document_rows(comparison.theirs, lang),
        common=made_rows(comparison.ours, options),
        counts=tuple((_met(meeting, lang), comparison.counts[meeting], meeting) for meeting in Meeting),
        general=tuple(_rule(rule, lang) for rule in comparison.rules if not rule.subject),
        defence=(_evidence(comparison.defence[0], ours), _evidence(comparison.defence[1], theirs)),
        subjects=tuple(_subject(meeting, comparison, rules, lang) for meeting in comparison.subjects),
        left_out=(_clauses(comparison.left_out[0], ours), _clauses(comparison.left_out[1], theirs)),
        footer=phrase("made_with", lang, version=app.__version__),
    )


def _met(meeting: Meeting, lang: Lang) -> str:
    return form_phrase(f"meeting.{meeting.value}", lang)


def _rule(rule: DefaultRule, lang: Lang) -> RuleEntry:
    norms = "; ".join(rule.norms)
    sentence, source = (rule.de, rule.source_de) if lang == "de" else (rule.en, rule.source_en)
    return RuleEntry(sentence, form_phrase("norm", lang, norms=norms, date=date_text(rule.as_of, lang), source=source))


def _clauses(clauses: Iterable[str], reading: Reading) -> tuple[Quote, ...]:
    return tuple(clause_quote(reading.by_id[clause], reading) for clause in clauses)


def _evidence(places: Iterable[Evidence], reading: Reading) -> tuple[Quote, ...]:
    """The words, each once, shortened to be recognised."""
    found = (evidence_quote(place, reading) for place in places)
    return tuple(dict.fromkeys(replace(quote, text=shortened(quote.text, _QUOTED)) for quote in found))


def _subject(
    meeting: SubjectMeeting, comparison: FormsComparison, rules: dict[str, DefaultRule], lang: Lang
) -> SubjectEntry:
    return SubjectEntry(
        subject=meeting.subject,
        label=term("clause_type", meeting.subject, lang),
        meeting=meeting.meeting,
        meeting_label=_met(meeting.meeting, lang),
        ours=_clauses(meeting.ours, comparison.ours.reading),
        theirs=_clauses(meeting.theirs, comparison.theirs.reading),
        points=tuple(_point(point, comparison, lang) for point in meeting.points),
        cells=tuple(_cells(meeting.cells, comparison, lang)),
        gap=tuple(_rule(rules[rule], lang) for rule in meeting.gap if rule in rules),
    )


def _point(point: MeetingPoint, comparison: FormsComparison, lang: Lang) -> PointEntry:
    ours, our_quote = _value(point.ours, comparison.ours, lang)
    theirs, their_quote = _value(point.theirs, comparison.theirs, lang)
    label = term("provision_kind", point.kind.value, lang)
    return PointEntry(label, point.meeting, _met(point.meeting, lang), ours, theirs, our_quote, their_quote)


def _value(provision: str | None, analysis: Analysis, lang: Lang) -> tuple[str, Quote | None]:
    if provision is None:
        return "", None
    found = analysis.provisions_by_id[provision]
    quote = provision_quote(found, analysis.reading)
    return value_text(found.value, lang), replace(quote, text=shortened(quote.text, _QUOTED))


def _cells(cells: Iterable[CellMeeting], comparison: FormsComparison, lang: Lang) -> Iterator[PointEntry]:
    for cell in cells:
        party = term("party", cell.liable.value, lang) if cell.liable else phrase("party_unnamed", lang)
        damage, fault = term("matrix_damage", cell.damage.value, lang), term("fault", cell.fault.value, lang)
        yield PointEntry(
            label=form_phrase("liable", lang, party=party, damage=damage, fault=fault),
            meeting=Meeting.COLLIDE,
            meeting_label=_met(Meeting.COLLIDE, lang),
            ours=term("extent", cell.our_extent.value, lang),
            theirs=term("extent", cell.their_extent.value, lang),
            our_quote=next(iter(_evidence(cell.ours, comparison.ours.reading)), None),
            their_quote=next(iter(_evidence(cell.theirs, comparison.theirs.reading)), None),
        )
