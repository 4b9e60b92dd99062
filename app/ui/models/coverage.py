"""Which subjects the document covers, as rows: asked for, known, and those without a reference clause; each with why and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from app.models.analysis import Analysis, Finding, FindingKind, Outcome, SubjectCheck
from app.ui.models.overview import FACTS, NONE, OK, OPEN, brief_place, lacks_fact, needs_text
from app.ui.models.rows import Row
from app.ui.passages import Passage, passage_key
from app.ui.placing import place_text
from app.wording.lang import Lang, sentence_start
from app.wording.overview import overview_words
from app.wording.report import phrase
from app.wording.terms import term

STANDING = 1  # the column that bears the mark
_PLACES = 60  # that a key leads to, and a tip tells fewer
_TOLD = 12
_SUMMED = (
    ("covered_missing", Outcome.FINDING),
    ("covered_harmless", Outcome.NOT_APPLICABLE),
    ("covered_open", Outcome.UNDECIDABLE),
)
_RULE_REASONS = ("perspective", "audience", "governing_law", "contract_kind", "validity")  # they go on after "the rule"


def coverage_header(lang: Lang) -> tuple[str, ...]:
    """Titles of the columns."""
    return (overview_words("subject", lang), overview_words("standing", lang), phrase("place", lang))


def coverage_sentence(analysis: Analysis, lang: Lang) -> str:
    """How many of the required subjects are there."""
    asked = [s for s in analysis.subjects if s.required]
    if not asked:
        return overview_words("coverage_none", lang)
    outcomes = Counter(s.outcome for s in asked)
    parts = [overview_words("covered", lang, count=outcomes[Outcome.OK], asked=len(asked))]
    parts += [overview_words(code, lang, count=outcomes[o]) for code, o in _SUMMED if outcomes[o]]
    return f"{'; '.join(parts)}."


def coverage_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """Required subjects open, the others closed; what is missing first."""
    missing = {str(f.params.get("type")): f for f in analysis.findings if f.kind is FindingKind.MISSING}
    asked = [s for s in analysis.subjects if s.required]
    unknown = [s for s in analysis.subjects if s.reason == "no_reference"]
    known = [s for s in analysis.subjects if s not in asked and s not in unknown]
    asked.sort(key=lambda s: (s.outcome is not Outcome.FINDING, s.outcome is not Outcome.UNDECIDABLE))
    groups = (("asked_for", asked), ("known", known), ("unknown", unknown))
    return tuple(_group(code, same, missing, analysis, lang) for code, same in groups if same)


def _group(
    code: str, subjects: Iterable[SubjectCheck], missing: dict[str, Finding], analysis: Analysis, lang: Lang
) -> Row:
    children = tuple(_row(s, missing.get(s.subject), analysis, lang) for s in subjects)
    label = overview_words("counted", lang, label=overview_words(code, lang), count=len(children))
    return Row((label,), strong=True, children=children, closed=code != "asked_for")


def _row(subject: SubjectCheck, missing: Finding | None, analysis: Analysis, lang: Lang) -> Row:
    subject = _nearest_first(subject, analysis)
    key = passage_key(Passage(clause, 0, 0) for clause in subject.clauses[:_PLACES])
    words, sign, leads = _standing(subject, lang)
    told = missing if missing is not None and subject.outcome is Outcome.FINDING else None
    leads = told.id if told else leads
    return Row(
        cells=(sentence_start(term("clause_type", subject.subject, lang)), words, _place(subject, analysis, lang)),
        key=key or leads,
        keys=(key or leads, leads or key, key or leads),
        severity=told.severity if told else None,
        sign="" if told else sign,
        tips=("", words, _places(subject, analysis, lang)),
        tones=("", "link" if leads == FACTS else "", ""),
    )


def _nearest_first(subject: SubjectCheck, analysis: Analysis) -> SubjectCheck:
    """Clauses that are about the subject before those that only touch on it."""
    by_id = analysis.reading.by_id
    return replace(subject, clauses=tuple(sorted(subject.clauses, key=lambda c: by_id[c].type != subject.subject)))


def _standing(subject: SubjectCheck, lang: Lang) -> tuple[str, str, str]:
    """In words, as a sign, and where it leads."""
    found = "found_" if subject.clauses else ""
    match subject.outcome:
        case Outcome.OK:
            return overview_words("found", lang), OK, ""
        case Outcome.FINDING:
            return overview_words("missing", lang), OPEN, ""
        case Outcome.UNDECIDABLE:
            reason = overview_words("needs", lang, needs=needs_text(subject.needs, lang))
            said = overview_words(f"{found}unchecked", lang, reason=reason)
            return said, OPEN, FACTS if lacks_fact(subject.needs) else ""
    if subject.reason == "no_reference":
        return overview_words("found_only", lang), NONE, ""
    reason = term("check_reason", subject.reason, lang)
    rule = "_rule" if subject.reason in _RULE_REASONS else ""
    if not subject.clauses and not rule:
        code = "absent" if subject.reason == "not_required" else "absent_because"
        return overview_words(code, lang, reason=reason), NONE, ""
    return overview_words(f"{found}unchecked{rule}", lang, reason=reason), NONE, ""


def _place(subject: SubjectCheck, analysis: Analysis, lang: Lang) -> str:
    if not subject.clauses:
        return ""
    first = brief_place(analysis.reading.by_id[subject.clauses[0]], analysis.reading, lang)
    more = len(subject.clauses) - 1
    return overview_words("more_places", lang, place=first, count=more) if more else first


def _places(subject: SubjectCheck, analysis: Analysis, lang: Lang) -> str:
    shown = subject.clauses[:_TOLD]
    lines = [place_text(analysis.reading.by_id[c], analysis.reading, lang) for c in shown]
    more = len(subject.clauses) - len(shown)
    return "\n".join([*lines, *([f"… (+{more})"] if more else [])])
