"""What the form of a rule may offer: only what `rulefields` allows, and how one choice settles the others. No Qt.

A rule here is the plain table of the files. Whatever is chosen, what no longer fits is replaced by the nearest thing that
does, so that no sequence of choices ends in a combination the library would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.library.model import Comparator
from app.library.plain import Plain
from app.library.rulefields import COMPARISONS, FIELDS, PARTIES, WITH_PARTY, WITHOUT_VALUE, FieldType, RuleField
from app.models.analysis import Severity
from app.models.provisions import Duration, ProvisionKind, Unit
from app.wording.terms import TERMS

ITSELF = ""
"""Chosen as part: the provision as such, which may be forbidden or required."""

_OPEN_WORDS = {
    "of": ("order_value", "annual_fee", "quarterly_fee", "monthly_fee", "price", "remuneration", "delayed_part"),
    "fault": ("intent", "gross_negligence", "slight_negligence", "simple_negligence", "negligence", "essential_duties"),
    "damage": (
        "indirect",
        "consequential",
        "lost_profit",
        "data_loss",
        "property_damage",
        "personal_injury",
        "financial_loss",
        "delay",
        "defect",
        "business_interruption",
        "third_party_claims",
    ),
}
"""Words offered where any word may occur; others that a rule already holds are offered as well."""


def kinds() -> tuple[ProvisionKind, ...]:
    """What a rule can be about."""
    return tuple(FIELDS)


def parts(kind: str) -> tuple[str, ...]:
    """Which part is compared; last the provision as such."""
    return (*_fields(kind), ITSELF)


def comparisons(kind: str, part: str) -> tuple[Comparator, ...]:
    """How that part can be compared."""
    field = _fields(kind).get(part)
    return COMPARISONS[field.type] if field else WITHOUT_VALUE


def field_type(kind: str, part: str) -> FieldType | None:
    """What its value is; None for the provision as such."""
    field = _fields(kind).get(part)
    return field.type if field else None


def words(kind: str, part: str, held: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of a part, those that are held already among them."""
    field = _fields(kind).get(part)
    known = (field.words or _OPEN_WORDS.get(part, ())) if field else ()
    return tuple(dict.fromkeys((*known, *held)))


def parties(kind: str) -> tuple[str, ...]:
    """Whose duty can be asked for; none where the program cannot tell."""
    return tuple(party.value for party in PARTIES) if kind in WITH_PARTY else ()


def condition_parts(kind: str) -> tuple[str, ...]:
    """Parts that `where` and `unless` can name."""
    return tuple(name for name, f in _fields(kind).items() if f.type in (FieldType.WORD, FieldType.WORDS))


def _fields(kind: str) -> Mapping[str, RuleField]:
    return FIELDS.get(ProvisionKind(kind), {}) if kind in list(ProvisionKind) else {}


# --- rules


def new_rule(clause: str, taken: Iterable[str], kind: ProvisionKind = ProvisionKind.NOTICE_PERIOD) -> Plain:
    """A rule to begin with; its limit is still to be given."""
    rule: Plain = {
        "id": new_rule_id(clause, kind.value, taken),
        "provision": kind.value,
        "severity": Severity.MEDIUM.value,
    }
    return settled(rule)


def new_rule_id(clause: str, kind: str, taken: Iterable[str]) -> str:
    """An id nobody else has."""
    known, number = set(taken), 1
    while (identifier := f"{clause}.{kind.replace('_', '-')}-{number}") in known:
        number += 1
    return identifier


def with_choice(rule: Plain, name: str, value: object) -> Plain:
    """The rule after one choice, the others settled to fit."""
    chosen = dict(rule)
    if value in (None, "", [], {}):
        chosen.pop(name, None)
    else:
        chosen[name] = value
    if name in ("provision", "field", "comparison"):
        chosen["message"] = ""  # its sentence may not fit any more
    if name == "field":
        chosen["comparison"] = "" if value else Comparator.FORBIDDEN.value
    return settled(chosen)


def settled(rule: Plain) -> Plain:
    """Only what the rule language allows."""
    kind = str(rule["provision"])
    part = _part(rule, kind)
    allowed = [c.value for c in comparisons(kind, part)]
    comparison = rule.get("comparison") if rule.get("comparison") in allowed else allowed[0]
    made = {
        "id": rule["id"],
        "provision": kind,
        "field": part,
        "comparison": comparison,
        "value": _value(rule.get("value"), kind, part, str(comparison)),
        "severity": rule.get("severity", Severity.MEDIUM.value),
        "message": rule.get("message") or comparison,
        "sentence": rule.get("sentence", ""),
        "obliged": rule.get("obliged") if rule.get("obliged") in parties(kind) else None,
        "where": _conditions(rule.get("where"), kind),
        "unless": _conditions(rule.get("unless"), kind),
    }
    return {key: value for key, value in made.items() if value is False or value not in (None, "", [], {})}


def _part(rule: Mapping[str, Any], kind: str) -> str:
    part = rule.get("field", ITSELF)
    if part == ITSELF and rule.get("comparison") in WITHOUT_VALUE:
        return ITSELF
    return part if part in _fields(kind) else parts(kind)[0]


def _value(value: object, kind: str, part: str, comparison: str) -> Any:  # noqa: ANN401
    """The value if it fits, else none; a flag has always one, words move between one and several.

    A number may be text that is none yet; the form shows it as a mistake.
    """
    match field_type(kind, part):
        case FieldType.NUMBER:
            return value if isinstance(value, int | float | str) and not isinstance(value, bool) else None
        case FieldType.DURATION:
            return value if isinstance(value, dict) else None
        case FieldType.FLAG:
            return value if isinstance(value, bool) else False
        case FieldType.WORD | FieldType.WORDS:
            return _words_value(value, kind, part, comparison)
        case None:
            return None


def _words_value(value: object, kind: str, part: str, comparison: str) -> str | list[str] | None:
    held = [value] if isinstance(value, str) else [str(word) for word in value] if isinstance(value, list) else []
    known = words(kind, part)
    fitting = [word for word in held if word in known or not FIELDS[ProvisionKind(kind)][part].words]
    if comparison == Comparator.EQUALS:
        return fitting[0] if fitting else None
    return fitting or None


def _conditions(conditions: object, kind: str) -> Plain:
    given = conditions if isinstance(conditions, dict) else {}
    usable = condition_parts(kind)
    return {name: list(found) for name, found in given.items() if name in usable}


# --- for the sentence


@dataclass(frozen=True, slots=True)
class Sketch:
    """A rule as far as the form is filled in, shaped for `rulewords`."""

    provision: str
    field: str
    comparison: str
    value: object
    severity: str
    obliged: str | None
    where: tuple[tuple[str, tuple[str, ...]], ...]
    unless: tuple[tuple[str, tuple[str, ...]], ...]


def sketch(rule: Mapping[str, Any]) -> Sketch:
    """Read a plain rule without judging it."""
    return Sketch(
        provision=str(rule.get("provision", "")),
        field=str(rule.get("field", "")),
        comparison=str(rule.get("comparison", "")),
        value=_sketched(rule.get("value")),
        severity=str(rule.get("severity", "")),
        obliged=rule.get("obliged"),
        where=_pairs(rule.get("where")),
        unless=_pairs(rule.get("unless")),
    )


def _sketched(value: object) -> object:
    match value:
        case {"value": int() | float() as number, "unit": str(unit)} if unit in TERMS["unit"]:
            return Duration(float(number), Unit(unit))
        case list(found):
            return tuple(found)
        case dict():
            return None
        case other:
            return other


def _pairs(conditions: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    given = conditions if isinstance(conditions, dict) else {}
    return tuple((name, tuple(found)) for name, found in given.items())
