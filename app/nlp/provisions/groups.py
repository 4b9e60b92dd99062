"""Values that belong together: a rate and the ceiling of its scale, a limit per case and the one per year.

Strategy: only within one sentence, and only where the wider count names the other's ceiling; which of two bases is the
lower (`10 % des Preises, höchstens 50.000 €`) is `max_of` for the sum behind `höchstens`. Periods of one kind that share
their words belong together: as alternatives (`14 Tage oder einen Monat`) or for different cases (`bei Neuware 24, bei
Gebrauchtware 12 Monate`), which is a group without a relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.models.provisions import LiabilityCap, LiabilityExclusion
from app.nlp.provisions.context import Candidate, Sentence

_RATES = ("week", "day", "month")
_CASES = ("event", "claimant", "contract")
_WIDER = ("year", "total")
_AT_MOST = re.compile(r"\b(?:höchstens|maximal|max\.|nicht\s+mehr\s+als|insgesamt)\b", re.IGNORECASE)


_OR = re.compile(r"\s*(?:,|/|oder|bzw\.?|beziehungsweise)\s*(?:(?:von|binnen|innerhalb)\s+)?(?:von\s+)?", re.IGNORECASE)
_OTHER_CASE = re.compile(
    r",?\s*(?:,|und|sowie|bzw\.|oder)\s+(?:für|bei|gegenüber|im\s+falle?)\s+[^.;:,]{1,60}", re.IGNORECASE
)


def linked(candidates: Sequence[Candidate], sentences: Sequence[Sentence]) -> tuple[Candidate, ...]:
    """The candidates with `group` (its number within the clause) and `relation` where caps of a sentence belong together."""
    found = list(candidates)
    groups = 0
    for sentence in sentences:
        here = [i for i, c in enumerate(found) if sentence.start <= c.at[0] < sentence.end]
        for low, high, relation in _pairs([(i, found[i]) for i in here], sentence):
            number = found[low].group or found[high].group
            if number is None:
                groups += 1
                number = groups
            found[low] = replace(found[low], group=number)
            found[high] = replace(found[high], group=number, relation=relation)
    return tuple(found)


def _pairs(here: Sequence[tuple[int, Candidate]], sentence: Sentence) -> Iterator[tuple[int, int, str | None]]:
    """Index of the limited or first value, index of what limits it or stands beside it, and how."""
    yield from _periods(here, sentence)
    yield from _limits(here, sentence)


def _periods(here: Sequence[tuple[int, Candidate]], sentence: Sentence) -> Iterator[tuple[int, int, str | None]]:
    """Neighbours of one kind that share a sentence's words."""
    last: dict[str, tuple[int, Candidate]] = {}
    for index, item in here:
        if isinstance(item.value, LiabilityCap | LiabilityExclusion):
            continue
        if item.kind in last:
            before, other = last[item.kind]
            between = sentence.text[other.at[1] - sentence.start : item.at[0] - sentence.start]
            if _OR.fullmatch(between):
                yield before, index, "alternative"
            elif _OTHER_CASE.fullmatch(between):
                yield before, index, None
        last[item.kind] = index, item


def _limits(caps: Sequence[tuple[int, Candidate]], sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for low, a in caps:
        for high, b in caps:
            one, other = a.value, b.value
            if low == high or not (isinstance(one, LiabilityCap) and isinstance(other, LiabilityCap)):
                continue
            if _is_ceiling(one, other):
                yield low, high, "ceiling_of"
            elif other.basis == "amount" and one.basis in ("percentage", "multiple", "order_value") and a.at < b.at:
                between = sentence.text[a.at[1] - sentence.start : b.at[0] - sentence.start]
                if _AT_MOST.search(between):
                    yield low, high, "max_of"


def _is_ceiling(one: LiabilityCap, other: LiabilityCap) -> bool:
    if one.basis != other.basis or other.per not in _WIDER:
        return False
    if one.basis == "percentage":
        return one.per in _RATES and (other.percent or 0) > (one.percent or 0)
    return one.basis == "amount" and one.per in _CASES and (other.amount or 0) > (one.amount or 0)
