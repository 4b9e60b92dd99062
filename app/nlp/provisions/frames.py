"""All frames in one order, and what happens where two of them claim the same words.

Strategy: a frame is a function from a clause's view to candidates. Afterwards equal values of one kind in one clause
are one item (the surest, then the first), because a table of values needs each once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.models.provisions import Evidence, LiabilityCap, LiabilityExclusion, NoticePeriod, ProvisionValue
from app.nlp.provisions import caps, exclusions, limitation, notice, objection, payments, terms, withdrawal
from app.nlp.provisions.context import Candidate, View
from app.nlp.provisions.groups import linked

Frame = Callable[[View], Iterator[Candidate]]
FRAMES: tuple[Frame, ...] = (
    caps.find_caps,
    exclusions.find_exclusions,
    notice.find_notice_periods,
    objection.find_deadlines,
    payments.find_payment_terms,
    limitation.find_limitation_periods,
    terms.find_terms,
    withdrawal.find_withdrawal_periods,
)


def find_candidates(view: View) -> tuple[Candidate, ...]:
    """Every frame's candidates in the order of the text, without repetitions."""
    return linked(once(_merged([c for frame in FRAMES for c in frame(view)])), view.sentences)


def once(found: list[Candidate]) -> list[Candidate]:
    """Each value of a clause once, in the order of the text."""
    distinct = list(_distinct(found))
    kept = (c for c in distinct if not any(_says_more(other.value, c.value) for other in distinct))
    return sorted(kept, key=lambda c: (c.at, c.kind, c.rule))


def _says_more(value: ProvisionValue, than: ProvisionValue) -> bool:
    """`3 Monate zum Quartalsende` beside a bare `3 Monate` in the same clause: one rule, said twice."""
    if not isinstance(value, NoticePeriod) or not isinstance(than, NoticePeriod):
        return False
    return value.to is not None and than.to is None and _core(replace(value, to=None)) == _core(than)


def _distinct(found: list[Candidate]) -> Iterator[Candidate]:
    seen: set[tuple[object, ...]] = set()
    for item in sorted(found, key=lambda c: (-c.confidence, c.at)):
        key = _key(item)
        if key not in seen:
            seen.add(key)
            yield item


def _key(item: Candidate) -> tuple[object, ...]:
    # Of exclusions each counts: two that say nothing of fault or damage may still be about different claims.
    return item.kind, _core(item.value), item.start if isinstance(item.value, LiabilityExclusion) else None


def _merged(found: list[Candidate]) -> list[Candidate]:
    """The same cap said again for another degree of fault is one cap for both, with both places."""
    first: dict[tuple[object, ...], int] = {}
    merged: list[Candidate] = []
    for item in sorted(found, key=lambda c: (c.at, -c.confidence)):
        at = first.setdefault(_key(item), len(merged))
        if at == len(merged) or not isinstance(item.value, LiabilityCap):
            merged.append(item)
        else:
            merged[at] = _both(merged[at], item)
    return merged


def _both(one: Candidate, other: Candidate) -> Candidate:
    if not isinstance(one.value, LiabilityCap) or not isinstance(other.value, LiabilityCap):
        return one
    named = {*one.value.fault, *other.value.fault}
    if not (one.value.fault and other.value.fault) or len(named) == len(one.value.fault):
        return one
    fault = tuple(f for f in ("slight_negligence", "gross_negligence", "intent") if f in named)
    carve_outs = tuple(c for c in one.value.carve_outs if c not in fault)
    again = Evidence("", other.start, other.end, "rule")
    return replace(one, value=replace(one.value, fault=fault, carve_outs=carve_outs), evidence=(*one.evidence, again))


def _core(value: ProvisionValue) -> ProvisionValue:
    """The part of a value that makes it distinct: without who is bound, in what form, from when, and without the
    printed unit.
    """
    changes: dict[str, object] = {}
    for name in ("liable", "by", "form", "start"):
        if hasattr(value, name):
            changes[name] = None
    for name in ("fault", "damage", "carve_outs"):
        if hasattr(value, name):
            changes[name] = ()
    duration = getattr(value, "duration", None)
    if duration is not None:
        changes["duration"] = replace(duration, unit_printed="")
    return replace(value, **changes)  # type: ignore[arg-type]
