"""Tables `[[rule]]` of the rule pack → `StatutoryRule`; field names are those of clause_library/rules/README.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.library.entries import read_basis
from app.library.model import Comparator, LegalBasis, Status
from app.library.phrases import PhraseError, compiled
from app.library.problems import ProblemCode
from app.library.rules import read_limit
from app.library.statutes import (
    DatedBy,
    Effect,
    Explanation,
    LimitTrigger,
    MatrixTrigger,
    Protects,
    RuleTest,
    Scope,
    Side,
    StatutoryRule,
    Trigger,
    WordsTrigger,
)
from app.library.table import Table
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective, UserOfTerms
from app.models.liability import Damage, Extent, Fault

E = TypeVar("E", bound=StrEnum)
_FACTS: Mapping[str, type[StrEnum]] = {
    "perspective": Perspective,
    "user_of_terms": UserOfTerms,
    "audience": Audience,
    "governing_law": GoverningLaw,
    "contract_kind": ContractKind,
}
_DAYS = ("contract_date", "as_of")


def read_statutory_rule(table: Table) -> StatutoryRule:
    """One rule; its mistakes are noted in the table."""
    identifier = table.text("id")
    rule = StatutoryRule(
        id=identifier,
        title_de=table.text("title_de"),
        title_en=table.text("title_en"),
        norm=table.text("norm"),
        jurisdiction=table.choice("jurisdiction", GoverningLaw),
        topic=table.text("topic"),
        effect=_by_audience(table, "effect", Effect),
        severity=_by_audience(table, "severity", Severity),
        disputed=table.choices("disputed", Audience),
        kinds=table.choices("contract_kinds", ContractKind),
        except_kinds=table.choices("except_contract_kinds", ContractKind),
        disputed_kinds=table.choices("disputed_contract_kinds", ContractKind),
        protects=table.choice("protects", Protects),
        valid_from=_day(table, "valid_from"),
        valid_to=_day(table, "valid_to"),
        dated_by=table.optional_choice("dated_by", DatedBy) or DatedBy.CONTRACT_DATE,
        triggers=_triggers(table, identifier),
        unless_document=_phrases(table, "unless_document"),
        explanation=_explanation(table),
        sources=_sources(table),
        tests=_tests(table),
        status=table.choice("status", Status),
        note=table.text("note", required=False),
    )
    table.finish()
    _check_severities(rule, table)
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        table.note("valid_to", ProblemCode.NOT_ALLOWED, rule.valid_to, [f"≥ {rule.valid_from}"])
    return rule


def _day(table: Table, key: str) -> date | None:
    return table.day(key) if table.has(key) else None


def _by_audience(table: Table, key: str, options: type[E]) -> tuple[tuple[Audience, E], ...]:
    sub = table.table(key)
    if sub is None:
        table.note(key, ProblemCode.MISSING, "", [f"[rule.{key}]"])
        return ()
    found = [(audience, sub.choice(audience.value, options)) for audience in Audience if sub.has(audience.value)]
    sub.finish()
    return tuple(found)


def _check_severities(rule: StatutoryRule, table: Table) -> None:
    """Every audience that the norm reaches has a severity."""
    rated = {audience for audience, _ in rule.severity}
    for audience, effect in rule.effect:
        if effect is not Effect.NONE and audience not in rated:
            table.note("severity", ProblemCode.MISSING, "", [audience.value])


def _triggers(table: Table, rule: str) -> tuple[Trigger, ...]:
    limits = [_limit(item, f"{rule}.limit{n}") for n, item in enumerate(table.tables("limit"), 1)]
    cells = [_matrix(item) for item in table.tables("matrix")]
    words = [_words(item) for item in table.tables("words")]
    if not (limits or cells or words):
        table.note("words", ProblemCode.MISSING, "", ["[[rule.limit]], [[rule.matrix]], [[rule.words]]"])
    return (*limits, *cells, *words)


def _limit(table: Table, identifier: str) -> LimitTrigger:
    side = table.optional_choice("obliged", Side)
    trigger = LimitTrigger(read_limit(table, identifier), side)
    if trigger.rule.comparison is Comparator.REQUIRED:
        table.note("comparison", ProblemCode.NOT_ALLOWED, "required", [c for c in Comparator if c != "required"])
    table.finish()
    return trigger


def _matrix(table: Table) -> MatrixTrigger:
    trigger = MatrixTrigger(
        fault=table.choices("fault", Fault),
        damage=table.choices("damage", Damage),
        extent=table.choices("extent", Extent),
        liable=table.optional_choice("liable", Side) or Side.USER,
    )
    for key in ("fault", "damage", "extent"):
        if not table.words(key):
            table.note(key, ProblemCode.MISSING)
    table.finish()
    return trigger


def _words(table: Table) -> WordsTrigger:
    trigger = WordsTrigger(
        scope=table.optional_choice("scope", Scope) or Scope.SENTENCE,
        all=_phrases(table, "all"),
        any=_phrases(table, "any"),
        none=_phrases(table, "none"),
        types=table.words("types"),
        unless_clause=_phrases(table, "unless_clause"),
        unless_section=_phrases(table, "unless_section"),
    )
    if not (trigger.all or trigger.any):
        table.note("all", ProblemCode.MISSING, "", ["all, any"])
    table.finish()
    return trigger


def _phrases(table: Table, key: str) -> tuple[str, ...]:
    """Phrases, each of them as the grammar has it: what is wrong is said when the pack is read."""
    phrases = table.words(key)
    for phrase in phrases:
        try:
            compiled(phrase)
        except PhraseError:
            table.note(key, ProblemCode.PHRASE, phrase)
    return phrases


def _explanation(table: Table) -> Explanation:
    keys = ("theirs_de", "theirs_en", "ours_de", "ours_en")
    sub = table.table("explanation")
    if sub is None:
        table.note("explanation", ProblemCode.MISSING, "", ["[rule.explanation]"])
        return Explanation("", "", "", "")
    found = Explanation(*(sub.text(key) for key in keys))
    sub.finish()
    return found


def _sources(table: Table) -> tuple[LegalBasis, ...]:
    sources = tuple(read_basis(item) for item in table.tables("source"))
    if not sources:
        table.note("source", ProblemCode.MISSING, "", ["[[rule.source]]"])
    return sources


def _tests(table: Table) -> tuple[RuleTest, ...]:
    return tuple(_test(item) for item in table.tables("test"))


def _test(table: Table) -> RuleTest:
    facts = table.table("facts")
    given = [(name, _fact(facts, name)) for name in (*_FACTS, *_DAYS) if facts.has(name)] if facts else []
    if facts:
        facts.finish()
    test = RuleTest(table.text("text"), table.flag("hit"), table.text("heading", required=False), tuple(given))
    table.finish()
    return test


def _fact(facts: Table, name: str) -> str:
    """The value of a fact as it stands, one of those that there are; a day may stand in quotes."""
    if name in _FACTS:
        return facts.choice(name, _FACTS[name]).value
    given = facts.raw(name)
    if not isinstance(given, str):
        return facts.day(name).isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        facts.note(name, ProblemCode.NOT_ALLOWED, given, ["2026-11-22"])
        return given
