"""All frames in one order, and what happens where two of them claim the same words.

Strategy: a frame is a function from a clause's view to candidates. Afterwards equal values of one kind in one clause
are one item (the surest, then the first), because a table of values needs each once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.models.provisions import NoticePeriod, ProvisionValue
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
    found = [c for frame in FRAMES for c in frame(view)]
    distinct = list(_distinct(found))
    kept = (c for c in distinct if not any(_says_more(other.value, c.value) for other in distinct))
    return linked(sorted(kept, key=lambda c: (c.at, c.kind, c.rule)), view.sentences)


def _says_more(value: ProvisionValue, than: ProvisionValue) -> bool:
    """`3 Monate zum Quartalsende` beside a bare `3 Monate` in the same clause: one rule, said twice."""
    if not isinstance(value, NoticePeriod) or not isinstance(than, NoticePeriod):
        return False
    return value.to is not None and than.to is None and _core(replace(value, to=None)) == _core(than)


def _distinct(found: list[Candidate]) -> Iterator[Candidate]:
    seen: set[tuple[str, ProvisionValue]] = set()
    for item in sorted(found, key=lambda c: (-c.confidence, c.at)):
        key = item.kind, _core(item.value)
        if key not in seen:
            seen.add(key)
            yield item


def _core(value: ProvisionValue) -> ProvisionValue:
    """The part of a value that makes it distinct: without who is bound and without the printed unit."""
    changes: dict[str, object] = {}
    for name in ("liable", "by"):
        if hasattr(value, name):
            changes[name] = None
    for name in ("fault", "damage"):
        if hasattr(value, name):
            changes[name] = ()
    duration = getattr(value, "duration", None)
    if duration is not None:
        changes["duration"] = replace(duration, unit_printed="")
    return replace(value, **changes)  # type: ignore[arg-type]
