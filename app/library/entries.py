"""Tables `[[type]]` and `[[clause]]` → the model; field names in the files are those of clause_library/README.md."""

from __future__ import annotations

import re

from app.library.model import (
    Approval,
    ClauseType,
    LegalBasis,
    Position,
    PositionRank,
    ReferenceClause,
    Revision,
    Rule,
    Silence,
    Status,
)
from app.library.placeholders import misplaced_braces
from app.library.problems import ProblemCode
from app.library.rules import read_rule
from app.library.table import Table
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective

TYPE_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
"""A type is the name of a file, on every system."""


def read_type(table: Table) -> ClauseType:
    """One clause type."""
    clause_type = ClauseType(
        id=table.line("id"),
        de=table.line("de"),
        en=table.line("en"),
        definition_de=table.text("definition_de"),
        definition_en=table.text("definition_en"),
    )
    if clause_type.id and not TYPE_ID.fullmatch(clause_type.id):
        table.note("id", ProblemCode.NOT_ALLOWED, clause_type.id, ["a-z 0-9 _ -"])
    table.finish()
    return clause_type


def read_revision(table: Table) -> Revision:
    """One reference clause with who changed it last, when and why (`[clause.change]`, absent in the starter library)."""
    change = table.table("change")
    clause = read_clause(table)
    if change is None:
        return Revision(clause)
    revision = Revision(
        clause,
        change.line("author", required=False),
        change.optional_instant("at"),
        change.text("reason", required=False),
    )
    change.finish()
    return revision


def read_clause(table: Table) -> ReferenceClause:
    """One reference clause with its positions, rules, silence and legal basis."""
    clause = ReferenceClause(
        id=table.line("id"),
        title=table.line("title"),
        type=table.line("type"),
        perspective=table.choice("perspective", Perspective),
        audiences=table.choices("audience", Audience),
        contract_kinds=table.choices("contract_kinds", ContractKind),
        laws=table.choices("governing_law", GoverningLaw),
        language=table.line("language"),
        required=table.flag("required"),
        silence=_silence(table),
        positions=_positions(table),
        rules=_rules(table),
        guidance=table.text("guidance", required=False),
        legal_basis=_legal_basis(table),
        version=table.whole("version", 1),
        status=table.choice("status", Status),
        tags=table.words("tags"),
        comment=table.text("comment", required=False),
        approvals=tuple(_approval(item) for item in table.tables("approval")),
        owner=table.line("owner", required=False),
        valid_from=table.optional_day("valid_from"),
        valid_to=table.optional_day("valid_to"),
    )
    table.finish()
    if clause.valid_from and clause.valid_to and clause.valid_to < clause.valid_from:
        table.note("valid_to", ProblemCode.NOT_ALLOWED, clause.valid_to, [f">= {clause.valid_from}"])
    if clause.required and clause.silence is None:
        table.note("silence", ProblemCode.MISSING, "", ["[clause.silence] (required = true)"])
    return clause


def _silence(table: Table) -> Silence | None:
    silence = table.table("silence")
    if silence is None:
        return None
    read = Silence(
        effect=silence.text("effect"),
        norm=silence.line("norm"),
        good_for=silence.optional_choice("good_for", Perspective),
        severity=silence.optional_choice("severity", Severity),
    )
    silence.finish()
    return read


def _positions(table: Table) -> tuple[Position, ...]:
    positions = tuple(_position(item) for item in table.tables("position"))
    if PositionRank.PREFERRED not in {position.rank for position in positions}:
        table.note("position", ProblemCode.NO_PREFERRED)
    order = list(PositionRank)
    return tuple(sorted(positions, key=lambda position: order.index(position.rank)))


def _position(table: Table) -> Position:
    position = Position(
        rank=table.choice("rank", PositionRank),
        text=table.text("text"),
        note=table.text("note", required=False),
        examples=table.texts("examples"),
    )
    for field, text in (("text", position.text), *(("examples", example) for example in position.examples)):
        if found := misplaced_braces(text):
            table.note(field, ProblemCode.PLACEHOLDER, found, ["{{Name}}"])
    table.finish()
    return position


def _approval(table: Table) -> Approval:
    approval = Approval(
        approver=table.line("approver"),
        severity=table.choice("severity", Severity),
        contract_value=table.optional_number("contract_value"),
    )
    table.finish()
    return approval


def _rules(table: Table) -> tuple[Rule, ...]:
    return tuple(sorted((read_rule(item) for item in table.tables("rule")), key=lambda rule: rule.id))


def _legal_basis(table: Table) -> tuple[LegalBasis, ...]:
    return tuple(read_basis(item) for item in table.tables("legal_basis"))


def read_basis(table: Table) -> LegalBasis:
    """One norm with the day of its knowledge."""
    basis = LegalBasis(table.line("norm"), table.day("as_of"), table.text("source", required=False))
    table.finish()
    return basis
