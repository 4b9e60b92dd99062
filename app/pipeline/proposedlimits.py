"""Limits proposed from the preferred wording of a draft: only where it leaves no doubt.

What we prefer is the limit: our own notice period may be no longer, the other side's cap no lower. A wording with two values of
a kind, with a value bound to conditions or with nobody named is no ground for a rule; then there is none. Nor is one where the
law turns the interest round: towards consumers, and where silence is to change the contract, too short a time harms its user.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.importing.clauselists.model import DraftClause, ListCode, ListProblem, Plain
from app.models.provisions import (
    Duration,
    LiabilityCap,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    Provision,
    ProvisionKind,
    RenewalTerm,
    Term,
)
from app.wording.clauselists import limit_note

SURE = 0.8  # confidence of a value from which it may become a limit
_MOST, _LEAST = "at_most", "at_least"
_CHANGES = ("change_of_terms", "price_change")


@dataclass(frozen=True, slots=True)
class _Limit:
    """A rule to be: `obliged` None where the kind has no party."""

    field: str
    comparison: str
    value: Plain | float
    message: str
    obliged: Party | None = None


def with_limits(draft: DraftClause, provisions: Sequence[Provision]) -> DraftClause:
    """The draft with a rule for each kind of value of which its preferred wording has exactly one."""
    plain = draft.plain
    preferred = [one for one in plain.get("position", []) if one["rank"] == "preferred"]
    us = Party(plain["perspective"])
    if len(preferred) != 1 or (us is Party.SUPPLIER and "b2c" in plain.get("audience", ())):
        return draft
    rules, notes, problems = [], [], []
    for provision in _alone(provisions):
        limit = _limit(provision, us)
        if limit is None:
            continue
        rules.append(_rule(plain["id"], provision.kind, limit))
        params = _params(provision.kind, limit)
        notes.append(limit_note(params, "de"))
        problems.append(ListProblem(ListCode.LIMIT_PROPOSED, params))
    if not rules:
        return draft
    positions = [_noted(one, notes) if one is preferred[0] else one for one in plain["position"]]
    return replace(draft, plain={**plain, "position": positions, "rule": rules}, problems=(*draft.problems, *problems))


def _alone(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Sure values that are the only ones of their kind and hang on no other."""
    for provision in provisions:
        same = [one for one in provisions if one.kind is provision.kind]
        if len(same) == 1 and provision.confidence >= SURE and provision.relation is None:
            yield provision


def _limit(provision: Provision, us: Party) -> _Limit | None:
    match provision.value:
        case NoticePeriod() as notice:
            return _notice(notice, us)
        case ObjectionDeadline(immediate=False) as deadline if deadline.duration and deadline.by in (us, _other(us)):
            ours = deadline.by is us
            if not ours and deadline.subject in _CHANGES:
                return None
            kind = (_LEAST, "short_objection") if ours else (_MOST, "long_objection")
            return _lasting(deadline.duration, *kind, deadline.by)
        case Term(immediate=False) as term if term.duration and term.by in (None, Party.CUSTOMER):
            return _term(provision.kind, term.duration, us)
        case RenewalTerm(indefinite=False) as renewal if renewal.duration and us is Party.CUSTOMER:
            return _lasting(renewal.duration, _MOST, "long_renewal")
        case LiabilityCap() as cap if cap.basis == "amount" and cap.amount and cap.currency == "EUR":
            return _cap(cap, us)
        case _:
            return None


def _notice(notice: NoticePeriod, us: Party) -> _Limit | None:
    if notice.immediate or notice.duration is None or notice.by is None:
        return None
    if notice.by is _other(us):
        return _lasting(notice.duration, _LEAST, "short_notice", notice.by)
    return _lasting(notice.duration, _MOST, "long_notice", us)  # ours, or both sides': ours binds us


def _term(kind: ProvisionKind, duration: Duration, us: Party) -> _Limit | None:
    """Terms whose longer end is good for one side: the customer pays late and complains long, the supplier binds long."""
    customer = us is Party.CUSTOMER
    match kind:
        case ProvisionKind.PAYMENT_TERM:
            return _lasting(duration, *((_LEAST, "short_payment") if customer else (_MOST, "long_payment")))
        case ProvisionKind.LIMITATION_PERIOD:
            return _lasting(duration, *((_LEAST, "short_limitation") if customer else (_MOST, "long_limitation")))
        case ProvisionKind.CONTRACT_TERM:
            return _lasting(duration, *((_MOST, "long_term") if customer else (_LEAST, "short_term")))
        case _:
            return None


def _cap(cap: LiabilityCap, us: Party) -> _Limit | None:
    if cap.amount is None or cap.liable is None or cap.liable is Party.BOTH or cap.per not in (None, "event", "total"):
        return None
    comparison, message = (_MOST, "high_cap") if cap.liable is us else (_LEAST, "low_cap")
    return _Limit("amount", comparison, cap.amount, message, cap.liable)


def _lasting(duration: Duration, comparison: str, message: str, whose: Party | None = None) -> _Limit | None:
    if duration.value <= 0:
        return None
    return _Limit("duration", comparison, {"value": duration.value, "unit": duration.unit.value}, message, whose)


def _other(us: Party) -> Party:
    return Party.SUPPLIER if us is Party.CUSTOMER else Party.CUSTOMER


def _rule(clause: str, kind: ProvisionKind, limit: _Limit) -> Plain:
    rule: Plain = {
        "id": f"{clause}.{kind.value}",
        "provision": kind.value,
        "field": limit.field,
        "comparison": limit.comparison,
        "value": limit.value,
        "severity": "medium",
        "message": limit.message,
    }
    if limit.obliged:
        rule["obliged"] = limit.obliged.value
    if limit.field == "amount":
        rule["where"] = {"basis": ["amount"]}
    return rule


def _params(kind: ProvisionKind, limit: _Limit) -> dict[str, str | int | float]:
    value, unit = (limit.value["value"], limit.value["unit"]) if isinstance(limit.value, dict) else (limit.value, "EUR")
    party = limit.obliged.value if limit.obliged else ""
    return {"kind": kind.value, "comparison": limit.comparison, "value": value, "unit": unit, "party": party}


def _noted(position: Plain, notes: Sequence[str]) -> Plain:
    return {**position, "note": " ".join(filter(None, (position.get("note", ""), *notes)))}
