"""What all frames for periods share: candidates with the confidence of their rule and with what marks their numbers.

Strategy: a frame judges a duration by the words before and behind it; of `14 Tagen oder einem Monat` the second is judged
where the first stands. A number word that contradicts its figure and the lower end of a range are evidence, not values.
"""

from __future__ import annotations

import re
from dataclasses import replace

from app.models.provisions import Evidence, ProvisionKind, ProvisionValue
from app.models.source import Span
from app.nlp.provisions.context import Candidate, Sentence, candidate
from app.nlp.provisions.periodconfidences import PERIOD_CONFIDENCES
from app.nlp.quantities import Quantity, QuantityKind

OWN = ""  # the clause a frame reads has no name for it

_OR = re.compile(
    r"\s*(?:,|/|oder|bzw\.?|beziehungsweise|respektive|resp\.)\s*(?:(?:von|binnen|innerhalb)\s+)?(?:von\s+)?",
    re.IGNORECASE,
)


def period(
    sentence: Sentence,
    kind: ProvisionKind,
    value: ProvisionValue,
    quantity: Quantity,
    rule: str,
    evidence: tuple[Evidence, ...] = (),
) -> Candidate:
    """A candidate whose value stands in a duration."""
    marks = tuple(
        Evidence(OWN, *span, part)
        for span, part in ((quantity.word, "number_word"), (quantity.lower, "lower_end"))
        if span
    )
    return phrase(sentence, kind, value, (quantity.start, quantity.end), rule, (*evidence, *marks))


def phrase(
    sentence: Sentence,
    kind: ProvisionKind,
    value: ProvisionValue,
    at: Span,
    rule: str,
    evidence: tuple[Evidence, ...] = (),
) -> Candidate:
    """A candidate whose value is said in words: `sofort fällig`."""
    return replace(candidate(sentence, kind, value, at, rule, PERIOD_CONFIDENCES[rule]), evidence=evidence)


def first_of(sentence: Sentence, quantity: Quantity) -> Quantity:
    """The first of the alternatives that `quantity` ends: what stands before it governs them all."""
    first = quantity
    for other in reversed(sentence.of(QuantityKind.DURATION)):
        if other.end > first.start:
            continue
        if not _OR.fullmatch(sentence.text, other.end - sentence.start, first.start - sentence.start):
            break
        first = other
    return first


def before(sentence: Sentence, quantity: Quantity, width: int = 400) -> str:
    """The sentence's text before a duration, or before the first of its alternatives."""
    return sentence.before(first_of(sentence, quantity), width)
