"""Whether a place of the terms speaks to the deal's audience: a rule for consumers must not judge what businesses get.

Strategy: the sentence decides, else the headings above it, the nearest first. What names neither is meant for all.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from app.models.facts import Audience, DealFacts
from app.models.reading import Clause
from app.models.source import Span
from app.nlp.addressees import addressed_to
from app.nlp.sentences import split_sentences


def speaks_to_others(clause: Clause, start: int, end: int, facts: DealFacts) -> bool:
    """Whether `clause.text[start:end]` is said to consumers only while the deal is with a business, or the reverse."""
    audience = facts.audience.value
    if audience is None:
        return False
    addressee = _addressee(clause, start, end)
    return addressee is not None and (addressee is Audience.B2C) is not (audience is Audience.B2C)


def _addressee(clause: Clause, start: int, end: int) -> Audience | None:
    spans = sentence_spans(clause.text)
    first = max(0, bisect_right(spans, (start, start)) - 1)
    for low, high in spans[first:]:
        if low >= end:
            break
        if start < high and (found := addressed_to(clause.text[low:high])):
            return found
    return next((found for heading in reversed(clause.path) if (found := addressed_to(heading))), None)


@lru_cache(maxsize=16_384)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a clause's text; many rules ask for them, and again after every change of a fact."""
    return tuple(split_sentences(text))
