"""The ledger of what the program did not look at, so that silence never reads as "in order".

Text round the terms is listed apart, because a web page printed to PDF is full of it; everything else that no rule
saw, with the pages that could not be read, is the other list.
"""

from __future__ import annotations

from app.models.analysis import Analysis
from app.models.reading import NotAnalysed
from app.wording.lang import Lang, sentence_start
from app.wording.report import phrase
from app.wording.terms import term

SURROUNDINGS, UNREAD = "surroundings", "unread_page"


def surroundings(analysis: Analysis) -> tuple[NotAnalysed, ...]:
    """Text round the terms, in reading order."""
    return tuple(part for part in _all(analysis) if part.reason == SURROUNDINGS)


def not_checked(analysis: Analysis) -> tuple[NotAnalysed, ...]:
    """What no rule looked at: unread pages first, then parts of the text in reading order."""
    parts = [part for part in _all(analysis) if part.reason != SURROUNDINGS]
    listed = {part.page for part in parts if part.reason == UNREAD}
    unread = [NotAnalysed(UNREAD, (), page) for page in analysis.reading.source.unread_pages if page not in listed]
    return (*unread, *parts)


def _all(analysis: Analysis) -> tuple[NotAnalysed, ...]:
    """Both stages' lists without repetitions."""
    return tuple(dict.fromkeys((*analysis.reading.not_analysed, *analysis.not_checked)))


def not_checked_title(reason: str, lang: Lang) -> str:
    """The heading of a list: a reason that is a sentence of its own, or "Nicht geprüfte Teile: Titel"."""
    label = term("not_analysed_reason", reason, lang)
    if ": " in label or " – " in label:
        return sentence_start(label)
    return f"{phrase('not_checked', lang)}: {label}"


def outside_share(analysis: Analysis) -> float:
    """The share of the text's characters that stand outside the terms, 0..1."""
    outside = sum(end - start for part in surroundings(analysis) for start, end in part.spans)
    return outside / max(1, len(analysis.reading.source.text))
