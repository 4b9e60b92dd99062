"""Which subjects the document covers: those the library asks for first, what is missing before what is there."""

from __future__ import annotations

from typing import Final

from app.models.analysis import Analysis, Outcome, SubjectCheck
from app.reporting.places import clause_place, place_lines
from app.reporting.reportmodel import Row
from app.reporting.undecided import need_text
from app.wording.lang import Lang, sentence_start
from app.wording.numbers import list_text
from app.wording.overview import overview_words
from app.wording.reportparts import part_phrase
from app.wording.terms import term

_ORDER: Final = (Outcome.FINDING, Outcome.UNDECIDABLE, Outcome.OK, Outcome.NOT_APPLICABLE)
_RULE_REASONS: Final = (
    "perspective",
    "audience",
    "governing_law",
    "contract_kind",
    "validity",
)  # they go on after "the rule"
_PLACES: Final = 3  # named for a subject; the others are counted


def coverage_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """A row for each subject: what stands in the document, and where."""
    order = {outcome: rank for rank, outcome in enumerate(_ORDER)}
    subjects = sorted(analysis.subjects, key=lambda one: (not one.required, order[one.outcome], not one.clauses))
    return tuple(_row(subject, analysis, lang) for subject in subjects)


def _row(subject: SubjectCheck, analysis: Analysis, lang: Lang) -> Row:
    name = sentence_start(term("clause_type", subject.subject, lang))
    label = part_phrase("asked_for", lang, subject=name) if subject.required else name
    return Row(label, sentence_start(_standing(subject, lang)), _places(subject, analysis, lang))


def _standing(subject: SubjectCheck, lang: Lang) -> str:
    found = "found_" if subject.clauses else ""
    match subject.outcome:
        case Outcome.OK:
            return overview_words("found", lang)
        case Outcome.FINDING:
            return overview_words("missing", lang)
        case Outcome.UNDECIDABLE:
            needs = list_text([need_text(need, lang) for need in subject.needs], lang)
            return overview_words(f"{found}unchecked", lang, reason=overview_words("needs", lang, needs=needs))
    if subject.reason == "no_reference":
        return overview_words("found_only", lang)
    reason = term("check_reason", subject.reason, lang)
    rule = "_rule" if subject.reason in _RULE_REASONS else ""
    if not subject.clauses and not rule:
        code = "absent" if subject.reason == "not_required" else "absent_because"
        return overview_words(code, lang, reason=reason)
    return overview_words(f"{found}unchecked{rule}", lang, reason=reason)


def _places(subject: SubjectCheck, analysis: Analysis, lang: Lang) -> str:
    """The clauses that are about the subject before those that only touch on it."""
    reading = analysis.reading
    clauses = sorted((reading.by_id[name] for name in subject.clauses), key=lambda one: one.type != subject.subject)
    shown = "; ".join(place_lines([clause_place(clause, reading) for clause in clauses[:_PLACES]], lang))
    more = len(clauses) - _PLACES
    return overview_words("more_places", lang, place=shown, count=more) if more > 0 else shown
