"""Reference clauses → plain data with the field names of the files, the inverse of `entries`; and JSON of it.

What is absent in a file is absent here: empty texts and lists, `false`, None. A plain clause reads back to an equal
clause, so the editor, the database and the packs share one form and one validation.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from app.library.entries import read_clause
from app.library.model import LegalBasis, Position, ReferenceClause, Rule, Silence
from app.library.problems import Problems
from app.library.table import Table
from app.models.provisions import Duration

Plain = dict[str, Any]
"""Texts, numbers, flags, days, lists and tables, as `tomllib` gives them."""

_DAYS = frozenset({"as_of", "valid_from", "valid_to"})


def plain_clause(clause: ReferenceClause) -> Plain:
    """The table `[[clause]]` of a clause, keys in the order of the files."""
    return _kept(
        {
            "id": clause.id,
            "title": clause.title,
            "type": clause.type,
            "perspective": clause.perspective.value,
            "audience": [audience.value for audience in clause.audiences],
            "contract_kinds": [kind.value for kind in clause.contract_kinds],
            "governing_law": [law.value for law in clause.laws],
            "language": clause.language,
            "required": clause.required,
            "version": clause.version,
            "status": clause.status.value,
            "owner": clause.owner,
            "valid_from": clause.valid_from,
            "valid_to": clause.valid_to,
            "tags": list(clause.tags),
            "guidance": _written(clause.guidance),
            "comment": _written(clause.comment),
            "position": [_position(position) for position in clause.positions],
            "rule": [_rule(rule) for rule in clause.rules],
            "approval": [
                _kept({"approver": a.approver, "severity": a.severity.value, "contract_value": a.contract_value})
                for a in clause.approvals
            ],
            "silence": _silence(clause.silence) if clause.silence else None,
            "legal_basis": [_basis(basis) for basis in clause.legal_basis],
        }
    )


def clause_of(plain: Mapping[str, object], problems: Problems) -> ReferenceClause:
    """The clause; its mistakes are noted in `problems`, and where there are any the clause is not to be used."""
    identifier = plain.get("id")
    return read_clause(Table(dict(plain), "", identifier if isinstance(identifier, str) else "", problems))


def to_json(plain: Mapping[str, object]) -> str:
    """One line, keys in their order."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def from_json(text: str) -> Plain:
    """Plain data again. Raises ValueError where it is no JSON object."""
    plain = json.loads(text, object_hook=_with_days)
    if not isinstance(plain, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - of the text, not of a caller's argument
    return plain


def _with_days(table: Plain) -> Plain:
    for key in _DAYS & table.keys():
        if isinstance(table[key], str):
            with suppress(ValueError):  # a draft may hold what is no day: the validation names it
                table[key] = date.fromisoformat(table[key])
    return table


def _position(position: Position) -> Plain:
    return _kept(
        {
            "rank": position.rank.value,
            "text": _written(position.text),
            "note": _written(position.note),
            "examples": [_written(example) for example in position.examples],
        }
    )


def _rule(rule: Rule) -> Plain:
    return _kept(
        {
            "id": rule.id,
            "provision": rule.provision.value,
            "field": rule.field,
            "comparison": rule.comparison.value,
            "value": _value(rule),
            "severity": rule.severity.value,
            "message": rule.message,
            "sentence": _written(rule.sentence),
            "obliged": rule.obliged.value if rule.obliged else None,
            "where": {name: list(words) for name, words in rule.where},
            "unless": {name: list(words) for name, words in rule.unless},
        },
        always=("value",) if rule.value is False else (),
    )


def _value(rule: Rule) -> object:
    match rule.value:
        case Duration(value, unit):
            return {"value": value, "unit": unit.value}
        case tuple(words):
            return list(words)
        case other:
            return other


def _silence(silence: Silence) -> Plain:
    return _kept(
        {
            "effect": _written(silence.effect),
            "norm": silence.norm,
            "good_for": silence.good_for.value if silence.good_for else None,
            "severity": silence.severity.value if silence.severity else None,
        }
    )


def _basis(basis: LegalBasis) -> Plain:
    return _kept({"norm": basis.norm, "as_of": basis.as_of, "source": _written(basis.source)})


def _written(text: str) -> str:
    """An empty line separates paragraphs in a file, as a single break is only its layout."""
    return text.replace("\n", "\n\n")


def _kept(table: Plain, always: tuple[str, ...] = ()) -> Plain:
    """Without what a file leaves out."""
    return {key: value for key, value in table.items() if key in always or not _empty(value)}


def _empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})
