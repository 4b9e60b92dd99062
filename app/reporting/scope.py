"""What a report looked at and what it did not: for its cover and for the summary of decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.models.analysis import Analysis, Outcome
from app.reporting.ledger import not_checked, not_checked_title, outside_share
from app.reporting.places import page_ranges
from app.wording.decisions import decision_phrase
from app.wording.lang import Lang
from app.wording.numbers import list_text, percent_text
from app.wording.report import phrase
from app.wording.reportparts import part_phrase
from app.wording.terms import term


def scope_lines(analysis: Analysis, lang: Lang) -> tuple[str, ...]:
    """What was looked at, then everything that was not."""
    undecidable = sum(check.outcome is Outcome.UNDECIDABLE for check in analysis.checks)
    looked = part_phrase(
        "scope_checked",
        lang,
        clauses=len(analysis.reading.clauses),
        checks=len(analysis.checks),
        undecidable=undecidable,
    )
    unchecked = tuple(unchecked_lines(analysis, lang))
    return (looked, *(unchecked or (part_phrase("scope_all", lang),)))


def unchecked_lines(analysis: Analysis, lang: Lang) -> Iterator[str]:
    """What was not read, checked or decided, a line each."""
    source = analysis.reading.source
    if not source.complete:
        places = [phrase("page_short", lang, pages=page_ranges(source.unread_pages))] if source.unread_pages else []
        places += [phrase("unread_parts", lang)] if source.unread_parts else []
        yield phrase("incomplete", lang, places=", ".join(places))
    for reason, count in Counter(part.reason for part in not_checked(analysis)).items():
        yield decision_phrase("unchecked", lang, title=not_checked_title(reason, lang), count=count)
    if (share := round(outside_share(analysis) * 100)) >= 1:
        title = phrase("surroundings", lang)
        yield decision_phrase("unchecked", lang, title=title, count=percent_text(share, lang))
    undecided = [check for check in analysis.checks if check.outcome is Outcome.UNDECIDABLE]
    if undecided:
        needs = dict.fromkeys(term("need", need, lang) for check in undecided for need in check.needs)
        yield decision_phrase("undecidable", lang, count=len(undecided), needs=list_text(list(needs), lang))
