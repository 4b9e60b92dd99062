"""Tables `[[clause.rule]]` → `Rule`, checked against the typing of the rule language (`rulefields`)."""

from __future__ import annotations

from dataclasses import replace

from app.library.model import Comparator, Rule, RuleValue
from app.library.problems import ProblemCode
from app.library.rulefields import COMPARISONS, FIELDS, PARTIES, WITH_PARTY, WITHOUT_VALUE, FieldType, RuleField
from app.library.table import Table
from app.models.analysis import Severity
from app.models.provisions import Duration, Party, ProvisionKind, Unit


def read_rule(table: Table) -> Rule:
    """One rule; its mistakes are noted in the table."""
    limit = read_limit(table, table.line("id"))
    rule = replace(
        limit,
        severity=table.choice("severity", Severity),
        message=table.line("message"),
        obliged=_obliged(table, limit.provision),
        sentence=table.text("sentence", required=False),
    )
    table.finish()
    return rule


def read_limit(table: Table, identifier: str) -> Rule:
    """The limit alone: kind, field, comparison, value and conditions."""
    kind = table.choice("provision", ProvisionKind)
    comparison = table.choice("comparison", Comparator)
    field, value = _limit(table, kind, comparison)
    return Rule(
        id=identifier,
        provision=kind,
        field=field,
        comparison=comparison,
        value=value,
        severity=Severity.INFO,
        message="",
        where=_conditions(table, "where", kind),
        unless=_conditions(table, "unless", kind),
    )


def _limit(table: Table, kind: ProvisionKind, comparison: Comparator) -> tuple[str, RuleValue]:
    if comparison in WITHOUT_VALUE:
        for key in ("field", "value"):
            if table.has(key):
                table.note(key, ProblemCode.NOT_ALLOWED, table.raw(key), [f"nothing ({comparison.value})"])
        return "", None
    name = table.line("field")
    field = FIELDS[kind].get(name)
    if field is None:
        table.has("value")
        if name:
            table.note("field", ProblemCode.NOT_ALLOWED, name, list(FIELDS[kind]))
        return name, None
    if comparison not in COMPARISONS[field.type]:
        table.note("comparison", ProblemCode.NOT_ALLOWED, comparison.value, COMPARISONS[field.type])
    return name, _value(table, field, comparison)


def _value(table: Table, field: RuleField, comparison: Comparator) -> RuleValue:
    match field.type:
        case FieldType.NUMBER:
            return table.number("value")
        case FieldType.DURATION:
            return _duration(table)
        case FieldType.FLAG:
            if not table.has("value"):
                table.note("value", ProblemCode.MISSING, "", ["true, false"])
            return table.flag("value")
        case FieldType.WORD if comparison is Comparator.EQUALS:
            return _known(table, "value", (table.line("value"),), field)[0]
        case _:
            return _known(table, "value", _some_words(table, "value"), field)


def _duration(table: Table) -> Duration | None:
    length = table.table("value")
    if length is None:
        if not table.has("value"):
            table.note("value", ProblemCode.MISSING, "", ['{ value = 3, unit = "month" }'])
        return None
    duration = Duration(length.number("value"), length.choice("unit", Unit))
    length.finish()
    return duration


def _some_words(table: Table, key: str) -> tuple[str, ...]:
    words = table.words(key)
    if not words:
        table.note(key, ProblemCode.EMPTY)
    return words


def _known(table: Table, key: str, words: tuple[str, ...], field: RuleField) -> tuple[str, ...]:
    for word in words:
        if field.words and word not in field.words:
            table.note(key, ProblemCode.NOT_ALLOWED, word, field.words)
    return words


def _obliged(table: Table, kind: ProvisionKind) -> Party | None:
    party = table.optional_choice("obliged", Party)
    allowed = PARTIES if kind in WITH_PARTY else ()
    if party is not None and party not in allowed:
        table.note("obliged", ProblemCode.NOT_ALLOWED, party.value, allowed or ["nothing"])
    return party


def _conditions(table: Table, key: str, kind: ProvisionKind) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Fields with the words that `where` asks for or `unless` leaves out."""
    conditions = table.table(key)
    if conditions is None:
        return ()
    usable = {name: f for name, f in FIELDS[kind].items() if f.type in (FieldType.WORD, FieldType.WORDS)}
    found = []
    for name in sorted(conditions.data):
        if name not in usable:
            conditions.note(name, ProblemCode.NOT_ALLOWED, name, sorted(usable))
            continue
        found.append((name, _known(conditions, name, _some_words(conditions, name), usable[name])))
    return tuple(found)
