"""Sheets of a report beside its findings: values, clauses, duplicates, what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.analysis import Analysis, Check, DuplicatePair, Outcome, Severity
from app.models.decisions import Decision
from app.models.provisions import Provision, ProvisionValue
from app.models.reading import Clause
from app.reporting.bookcolumns import Field, table
from app.reporting.bookoverview import completeness
from app.reporting.bookvalues import value_fields
from app.reporting.options import ReportOptions
from app.reporting.places import clause_place, place_lines, provision_quote
from app.reporting.sheets import Column, Sheet, Shown, Value
from app.reporting.unread import unread_listings
from app.wording.certainty import UNSURE_TYPE, UNSURE_VALUE, certainty
from app.wording.corrections import changed_by_hand
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.sheets import sheet_phrase
from app.wording.terms import term

_LONG = Shown.LONG_TEXT


@dataclass(frozen=True, slots=True)
class _ValueRow:
    number: int
    provision: Provision
    severity: Severity | None
    outcomes: frozenset[Outcome]


def values_sheet(analysis: Analysis, lang: Lang, *, outward: bool) -> Sheet:
    """Every provision with its value in typed cells; its severity colours the row."""
    reading = analysis.reading
    columns: tuple[Field[_ValueRow], ...] = (
        Field("number", lambda row: row.number, 6, Shown.WHOLE),
        Field("kind", lambda row: term("provision_kind", row.provision.kind.value, lang), 24),
        *map(_of_row, value_fields(lang)),
        Field("place", lambda row: _path(reading.by_id[row.provision.clause], analysis), 34, _LONG),
        Field("page", lambda row: reading.by_id[row.provision.clause].page, 8, Shown.WHOLE),
        Field("paragraph", lambda row: reading.by_id[row.provision.clause].paragraph, 11, Shown.WHOLE),
        Field("quote", lambda row: row.provision.quote, 60, _LONG),
        Field("certainty", lambda row: _sure(row.provision.confidence, UNSURE_VALUE, lang), 14, internal=True),
        Field("severity", lambda row: row.severity and term("severity", row.severity.value, lang), 12, internal=True),
        Field("rules", lambda row: _outcomes(row.outcomes, lang), 24, _LONG, internal=True),
    )
    return table("values", columns, _value_rows(analysis), lang, outward=outward, tone=_value_tone)


def _of_row(field: Field[ProvisionValue]) -> Field[_ValueRow]:
    def of(row: _ValueRow) -> Value:
        return field.of(row.provision.value)

    return Field(field.code, of, field.width, field.shown)


def _value_rows(analysis: Analysis) -> Iterator[_ValueRow]:
    for number, provision in enumerate(analysis.reading.provisions, start=1):
        severities = [f.severity for f in analysis.findings if provision.id in f.provisions]
        outcomes = frozenset(c.outcome for c in analysis.checks if provision.id in c.provisions)
        yield _ValueRow(number, provision, min(severities, key=lambda s: s.rank, default=None), outcomes)


def _value_tone(row: _ValueRow) -> str:
    return row.severity.value if row.severity else ""


def _outcomes(outcomes: frozenset[Outcome], lang: Lang) -> str:
    """Nothing of "within the limits" where a rule found something or was left open."""
    order = (Outcome.FINDING, Outcome.UNDECIDABLE)
    said = [term("outcome", outcome.value, lang) for outcome in order if outcome in outcomes]
    if not said and Outcome.OK in outcomes:
        said = [term("outcome", Outcome.OK.value, lang)]
    return "; ".join(said) or phrase("no_rule", lang)


def _sure(confidence: float, unsure: float, lang: Lang) -> str:
    return term("certainty", certainty(confidence, unsure), lang)


def _path(clause: Clause, analysis: Analysis) -> str:
    return clause_place(clause, analysis.reading).path


# --- clauses, duplicates, what was not checked


def clauses_sheet(analysis: Analysis, lang: Lang) -> Sheet:
    """All clauses in reading order with their whole text."""
    numbered = enumerate(analysis.reading.clauses, start=1)
    columns: tuple[Field[tuple[int, Clause]], ...] = (
        Field("number", lambda row: row[0], 6, Shown.WHOLE),
        Field("label", lambda row: row[1].label or None, 12),
        Field("heading", lambda row: row[1].heading or None, 32, _LONG),
        Field("level", lambda row: row[1].level, 8, Shown.WHOLE),
        Field("place", lambda row: _path(row[1], analysis), 34, _LONG),
        Field("page", lambda row: row[1].page, 8, Shown.WHOLE),
        Field("paragraph", lambda row: row[1].paragraph, 11, Shown.WHOLE),
        Field("subject", lambda row: row[1].type and term("clause_type", row[1].type, lang), 24),
        Field("certainty", lambda row: _type_sure(row[1], lang), 14),
        Field("language", lambda row: term("language", row[1].language, lang), 12),
        Field("words", lambda row: len(row[1].text.split()), 9, Shown.WHOLE),
        Field("text", lambda row: row[1].text or None, 90, _LONG),
        Field("by_hand", lambda row: changed_by_hand(row[1], lang) or None, 20, _LONG),
    )
    return table("clauses", columns, numbered, lang)


def _type_sure(clause: Clause, lang: Lang) -> str | None:
    if not clause.type:
        return None
    by_hand = clause.type_source == "user"
    return term("type_source", "user", lang) if by_hand else _sure(clause.confidence, UNSURE_TYPE, lang)


def duplicates_sheet(analysis: Analysis, lang: Lang) -> Sheet:
    """Pairs of clauses that say the same, with both texts."""
    by_id = analysis.reading.by_id
    columns: tuple[Field[DuplicatePair], ...] = (
        Field("relation", lambda pair: term("relation", pair.relation, lang), 18),
        Field("similarity", lambda pair: pair.similarity, 12, Shown.PERCENT),
        Field("first", lambda pair: _line(by_id[pair.first], analysis, lang), 36, _LONG),
        Field("second", lambda pair: _line(by_id[pair.second], analysis, lang), 36, _LONG),
        Field("first_text", lambda pair: by_id[pair.first].text, 70, _LONG),
        Field("second_text", lambda pair: by_id[pair.second].text, 70, _LONG),
    )
    return table("duplicates", columns, analysis.duplicates, lang)


def _line(clause: Clause, analysis: Analysis, lang: Lang) -> str:
    return "; ".join(place_lines((clause_place(clause, analysis.reading),), lang))


def unchecked_sheet(analysis: Analysis, options: ReportOptions) -> Sheet:
    """What was not read, left out, not checked or not decidable; it says so where nothing is known."""
    lang = options.lang
    listed = [(listing.title, entry) for listing in unread_listings(analysis, lang) for entry in listing.entries]
    listed += [(sheet_phrase("undecided", lang), text) for text in _open_checks(analysis, lang)]
    listed += [(sheet_phrase("orphan", lang), _orphan(decision, lang)) for decision in options.orphans]
    rows = listed or [(sheet_phrase("nothing_unchecked", lang), completeness(analysis, lang))]
    columns = (Column(sheet_phrase("what", lang), 44, _LONG), Column(sheet_phrase("text", lang), 100, _LONG))
    return Sheet(sheet_phrase("unchecked", lang), columns, tuple(rows))


def _orphan(decision: Decision, lang: Lang) -> str:
    verdict = term("verdict_done", decision.verdict.value, lang) if decision.verdict else ""
    return ": ".join(part for part in (decision.place, decision.quote, verdict, decision.note) if part)


def _open_checks(analysis: Analysis, lang: Lang) -> Iterator[str]:
    """Equal places and reasons once, with what is needed."""
    open_checks = (check for check in analysis.checks if check.outcome is Outcome.UNDECIDABLE)
    for text, count in Counter(_open_check(check, analysis, lang) for check in open_checks).items():
        yield text if count == 1 else f"{text} ({phrase('times', lang, count=count)})"


def _open_check(check: Check, analysis: Analysis, lang: Lang) -> str:
    quotes = [provision_quote(analysis.provisions_by_id[name], analysis.reading) for name in check.provisions]
    places = [line for quote in quotes for line in place_lines(quote.places, lang)]
    needs = list_text([term("need", need, lang) for need in check.needs], lang)
    needed = f"{phrase('needed', lang)}: {needs}" if needs else ""
    reason = term("check_reason", check.reason, lang) if check.reason and not needs else ""
    return ". ".join(part for part in ("; ".join(dict.fromkeys(places)), needed, reason) if part)
