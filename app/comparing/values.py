"""A value found against a rule's limit.

Outcomes: ok, finding, undecidable (what is missing is named) and not applicable (the value has no such part, e.g. the
amount of a cap at the foreseeable damage). A cap in percent or as a multiple becomes an amount only through the deal's
own figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.comparing.durations import compare
from app.library.model import Comparator, Rule
from app.models.analysis import Limit, Outcome
from app.models.facts import DealFacts
from app.models.provisions import Duration, LiabilityCap, ProvisionValue

_BASES_WITH_SUM = ("amount", "insurance_cover")
# What a percentage or multiple refers to: the deal's figure, and how often it holds the thing (a year has 12 fees).
_FIGURES = {
    "price": ("contract_value", 1),
    "remuneration": ("contract_value", 1),
    "contract_value": ("contract_value", 1),
    "order_value": ("contract_value", 1),
    "annual_fee": ("annual_fee", 1),
    "quarterly_fee": ("annual_fee", 4),
    "monthly_fee": ("annual_fee", 12),
}
_Raw = float | str | bool | Duration | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a rule on one provision; `limit` where a value was held against one."""

    outcome: Outcome
    needs: tuple[str, ...] = ()
    reason: str = ""
    limit: Limit | None = None


def judge(rule: Rule, value: ProvisionValue, facts: DealFacts) -> Verdict:
    """The verdict of `rule` on `value`, whose direction and conditions are met."""
    if rule.comparison is Comparator.FORBIDDEN:
        return Verdict(Outcome.FINDING)
    if rule.comparison is Comparator.REQUIRED:
        return Verdict(Outcome.OK)
    found, needs = _found(rule.field, value, facts)
    if needs:
        return Verdict(Outcome.UNDECIDABLE, needs, "facts_missing")
    if found is None:
        return _without_value(rule.field, value)
    if rule.field == "amount" and getattr(value, "currency", None) not in (None, "EUR"):
        return Verdict(Outcome.UNDECIDABLE, ("exchange_rate",), "other_currency")
    kept = _COMPARISONS[rule.comparison](found, rule.value)
    limit = _limit(rule, found, value)
    if kept is None:
        return Verdict(Outcome.UNDECIDABLE, ("calendar",), "units_not_comparable", limit)
    return Verdict(Outcome.OK if kept else Outcome.FINDING, limit=limit)


def demand(rule: Rule, value: ProvisionValue) -> Limit:
    """What a rule asks of a value, whatever came of it; of one that forbids or asks for a provision what it speaks of."""
    if rule.comparison in (Comparator.FORBIDDEN, Comparator.REQUIRED) and rule.where:
        name, accepted = rule.where[0]
        named = [part for part in field_text(value, name) or accepted if part in accepted]
        return Limit(rule.id, name, None, rule.comparison.value, ", ".join(named or accepted))
    return _limit(rule, None, value)


def _without_value(name: str, value: ProvisionValue) -> Verdict:
    """The part is unknown, or the value is of another kind: at once, for ever, or not a sum of money."""
    of_another_kind = (
        getattr(value, "immediate", False) or getattr(value, "indefinite", False) or isinstance(value, LiabilityCap)
    )
    if of_another_kind and not (isinstance(value, LiabilityCap) and value.basis in _BASES_WITH_SUM):
        return Verdict(Outcome.NOT_APPLICABLE, reason="value_missing")
    return Verdict(Outcome.UNDECIDABLE, (name,), "value_missing")


def field_text(value: ProvisionValue, name: str) -> tuple[str, ...] | None:
    """The value part `name` as strings for a condition; None where the part is unknown."""
    found = getattr(value, name, None)
    if found is None:
        return None
    return tuple(str(part) for part in found) if isinstance(found, tuple) else (_as_text(found),)


def _as_text(found: object) -> str:
    return str(found).lower() if isinstance(found, bool) else str(found)


def _found(name: str, value: ProvisionValue, facts: DealFacts) -> tuple[_Raw, tuple[str, ...]]:
    if name == "amount" and isinstance(value, LiabilityCap):
        return _amount(value, facts)
    return getattr(value, name, None), ()


def _amount(cap: LiabilityCap, facts: DealFacts) -> tuple[float | None, tuple[str, ...]]:
    """The cap in money: printed, or worked out from the deal's figure that it refers to."""
    if cap.amount is not None:
        return cap.amount, ()
    share = _share(cap)
    if share is None:
        return None, ()
    name, divisor = ("contract_value", 1) if cap.basis == "order_value" else _FIGURES.get(cap.of or "", ("of", 1))
    if name == "of":
        return None, ("of",)
    figure: float | None = getattr(facts, name).value
    return (None, (name,)) if figure is None else (round(figure / divisor * share, 2), ())


def _share(cap: LiabilityCap) -> float | None:
    """The share of a figure that the cap is; None for caps that are no share, and for instalments (per week)."""
    match cap.basis:
        case "order_value":
            return 1.0
        case "percentage" if cap.percent is not None and cap.per in (None, "total", "contract"):
            return cap.percent / 100
        case "multiple":
            return cap.factor
    return None


def _at_most(found: _Raw, limit: _Raw) -> bool | None:
    order = _order(found, limit)
    return None if order is None else order <= 0


def _at_least(found: _Raw, limit: _Raw) -> bool | None:
    if isinstance(found, tuple) and isinstance(limit, tuple):
        return set(limit) <= set(found)
    order = _order(found, limit)
    return None if order is None else order >= 0


def _equals(found: _Raw, limit: _Raw) -> bool | None:
    if isinstance(found, Duration) and isinstance(limit, Duration):
        order = compare(found, limit)
        return None if order is None else order == 0
    return found == limit


def _one_of(found: _Raw, limit: _Raw) -> bool | None:
    return isinstance(limit, tuple) and str(found) in limit


def _order(found: _Raw, limit: _Raw) -> int | None:
    if isinstance(found, Duration) and isinstance(limit, Duration):
        return compare(found, limit)
    if isinstance(found, int | float) and isinstance(limit, int | float):
        return (found > limit) - (found < limit)
    return None


_COMPARISONS: dict[Comparator, Callable[[_Raw, _Raw], bool | None]] = {
    Comparator.AT_MOST: _at_most,
    Comparator.AT_LEAST: _at_least,
    Comparator.EQUALS: _equals,
    Comparator.ONE_OF: _one_of,
}


def _limit(rule: Rule, found: _Raw, value: ProvisionValue) -> Limit:
    found_value, found_unit = _plain(found)
    limit_value, limit_unit = _plain(rule.value)
    currency = getattr(value, "currency", None) or "EUR"
    if rule.field == "amount":
        found_unit, limit_unit = currency, "EUR"
    return Limit(rule.id, rule.field, found_value, rule.comparison.value, limit_value, found_unit, limit_unit)


def _plain(raw: _Raw) -> tuple[str | float | bool | None, str]:
    """A raw value as one cell of a table and its unit."""
    if isinstance(raw, Duration):
        return raw.value, raw.unit.value
    if isinstance(raw, tuple):
        return ", ".join(raw), ""
    return raw, ""
