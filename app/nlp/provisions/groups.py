"""Values that belong together: a rate and the ceiling of its scale, a limit per case and the one per year.

Strategy: only within one sentence, and only where the wider count names the other's ceiling; which of two bases is the
lower (`10 % des Preises, höchstens 50.000 €`) is `ceiling_of` for the sum behind `höchstens`; of two joined by `oder`
the second is `max_of` or `min_of` where the text says which of both counts, else an `alternative`. Periods of one kind
that share their words belong together: as alternatives (`14 Tage oder einen Monat`) or for different cases (`bei
Neuware 24, bei Gebrauchtware 12 Monate`), which is a group without a relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.models.provisions import LiabilityCap, LiabilityExclusion
from app.nlp.provisions.context import Candidate, Sentence

_RATES = ("week", "day", "month")
_WIDER = {"claimant": ("event", "year", "total"), "event": ("year", "total"), "contract": ("year", "total")}
_AT_MOST = re.compile(r"\b(?:höchstens|maximal|max\.|nicht\s+mehr\s+als|insgesamt)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:oder|bzw\.|beziehungsweise)(?:\s|$)", re.IGNORECASE)
_HIGHER = re.compile(
    r"\b(?:(?:dem|den|der|des)\s+höhere[nrs]?|höhere[nr]?\s+(?:der\s+beiden|dieser|betrag|wert)\w*|(?:betrag|wert|welche[rs]?)[^.;]{0,30}\bhöher|größere[nr]?\s+(?:der|betrag|wert)\w*)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:(?:dem|den|der|des)\s+(?:niedrigere|geringere|kleinere)[nrs]?|(?:niedrigere|geringere|kleinere)[nr]?\s+(?:der\s+beiden|dieser|betrag|wert)\w*|(?:betrag|wert|welche[rs]?)[^.;]{0,30}\b(?:niedriger|geringer|kleiner))\b",
    re.IGNORECASE,
)


_OR = re.compile(
    r"\s*(?:,|/|oder|bzw\.?|beziehungsweise|respektive|resp\.)\s*(?:(?:von|binnen|innerhalb)\s+)?(?:von\s+)?",
    re.IGNORECASE,
)
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
            found[high] = replace(found[high], group=number, relation=found[high].relation or relation)
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


def _limits(here: Sequence[tuple[int, Candidate]], sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    caps = [(index, item) for index, item in here if isinstance(item.value, LiabilityCap)]
    for at, (low, a) in enumerate(caps):
        for other_at, (high, b) in enumerate(caps):
            if low == high or not (isinstance(a.value, LiabilityCap) and isinstance(b.value, LiabilityCap)):
                continue
            if _is_ceiling(a.value, b.value):
                yield low, high, "ceiling_of"
            elif other_at == at + 1 and (relation := _beside(a, b, sentence)):
                yield low, high, relation


def _beside(one: Candidate, other: Candidate, sentence: Sentence) -> str | None:
    """How the second of two neighbouring caps belongs to the first: its ceiling, or one of the two counts."""
    between = sentence.text[one.at[1] - sentence.start : other.at[0] - sentence.start]
    if not isinstance(one.value, LiabilityCap) or not isinstance(other.value, LiabilityCap):
        return None
    if other.value.basis == "amount" and one.value.basis in _SHARES and _AT_MOST.search(between):
        return "ceiling_of"
    if not _EITHER.search(between) or one.value.damage != other.value.damage:
        return None
    if _HIGHER.search(sentence.text):
        return "max_of"
    return "min_of" if _LOWER.search(sentence.text) else "alternative"


_SHARES = ("percentage", "multiple", "order_value")


def _is_ceiling(one: LiabilityCap, other: LiabilityCap) -> bool:
    if one.basis != other.basis:
        return False
    if one.basis == "percentage":
        return one.per in _RATES and other.per in ("year", "total") and (other.percent or 0) > (one.percent or 0)
    wider = _WIDER.get(one.per or "", ())
    return one.basis == "amount" and other.per in wider and (other.amount or 0) > (one.amount or 0)
