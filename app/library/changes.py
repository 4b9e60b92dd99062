"""What differs between two versions of a reference clause, field by field, to be shown side by side.

Wordings are told apart by rank and place: those that stand in both versions are matched first, what lies between is paired in
order. Rules are matched by id, everything else by what it is. Words are compared by `comparing.diff` in the faces; here
a change is a code with both texts, and with both values where `wording.changes` says them better than the file does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeVar

from app.library.model import Approval, LegalBasis, Position, PositionRank, ReferenceClause, Rule, Silence
from app.library.plain import Plain, plain_clause, to_json

FACTS: Final = (
    *("title", "type", "perspective", "audience", "contract_kinds", "governing_law", "language", "required", "status"),
    *("owner", "valid_from", "valid_to", "tags", "guidance", "comment"),
)
_SILENCE: Final = ("effect", "norm", "good_for", "severity")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A difference; "" where a side has nothing.

    `field`: a code such as `title`, `position.text`, `rule`; `item`: rank of the wording, id of the rule, norm; `number`: which
    of its rank, from 1 (0: there is only one). `values`: both sides as data, None where a side has nothing.
    """

    field: str
    item: str
    number: int
    before: str
    after: str
    values: tuple[object, object] = (None, None)


def field_changes(a: ReferenceClause, b: ReferenceClause) -> tuple[FieldChange, ...]:
    """All differences but that of the version number, in the order of the files."""
    return (
        *_facts(plain_clause(a), plain_clause(b)),
        *_positions(a.positions, b.positions),
        *_rules(a.rules, b.rules),
        *_listed("approval", a.approvals, b.approvals, _approval_text),
        *_silence(a.silence, b.silence),
        *_listed("legal_basis", a.legal_basis, b.legal_basis, _basis_text, lambda basis: basis.norm),
    )


def fields_of(clause: ReferenceClause) -> tuple[FieldChange, ...]:
    """All that a clause says, each as a change from nothing: to show it in full in the same words."""
    return (
        *_facts({}, plain_clause(clause)),
        *_positions((), clause.positions),
        *_rules((), clause.rules),
        *_listed("approval", (), clause.approvals, _approval_text),
        *_silence(None, clause.silence),
        *_listed("legal_basis", (), clause.legal_basis, _basis_text),
    )


def _facts(old: Plain, new: Plain) -> Iterator[FieldChange]:
    for field in FACTS:
        before, after = old.get(field), new.get(field)
        if before != after:
            yield FieldChange(field, "", 0, _plain_text(before), _plain_text(after), (before, after))


def _plain_text(value: object) -> str:
    match value:
        case None:
            return ""
        case list():
            return ", ".join(map(str, value))
        case bool():
            return "true" if value else "false"
        case str():
            return value.replace("\n\n", "\n")
        case _:
            return str(value)


# --- wordings


def _positions(a: Sequence[Position], b: Sequence[Position]) -> Iterator[FieldChange]:
    for rank in PositionRank:
        old = [position for position in a if position.rank is rank]
        new = [position for position in b if position.rank is rank]
        several = max(len(old), len(new)) > 1
        for before, after in _paired(old, new, lambda position: position.text):
            number = (new.index(after) if after else old.index(before)) + 1 if several else 0  # type: ignore[arg-type]
            yield from _position(rank, number, before, after)


def _position(rank: PositionRank, number: int, a: Position | None, b: Position | None) -> Iterator[FieldChange]:
    for field in ("text", "note"):
        before, after = (getattr(position, field) if position else "" for position in (a, b))
        if before != after:
            yield FieldChange(f"position.{field}", rank.value, number, before, after)
    for old, new in _paired(a.examples if a else (), b.examples if b else (), str):
        if old != new:
            yield FieldChange("position.examples", rank.value, number, old or "", new or "")


def _paired(a: Sequence[T], b: Sequence[T], key: Callable[[T], object]) -> Iterator[tuple[T | None, T | None]]:
    """Both lists side by side: what is the same faces itself."""
    matcher = SequenceMatcher(None, [key(item) for item in a], [key(item) for item in b], autojunk=False)
    for _, a0, a1, b0, b1 in matcher.get_opcodes():
        for offset in range(max(a1 - a0, b1 - b0)):
            yield (
                a[a0 + offset] if a0 + offset < a1 else None,
                b[b0 + offset] if b0 + offset < b1 else None,
            )


# --- rules


def _rules(a: Sequence[Rule], b: Sequence[Rule]) -> Iterator[FieldChange]:
    old, new = {rule.id: rule for rule in a}, {rule.id: rule for rule in b}
    for identifier in sorted(old.keys() | new.keys()):
        yield from _rule(identifier, old.get(identifier), new.get(identifier))


def _rule(identifier: str, a: Rule | None, b: Rule | None) -> Iterator[FieldChange]:
    """The limit as a whole, because its parts mean nothing alone; then the words for the reader."""
    before, after = (_limit_text(rule) if rule else "" for rule in (a, b))
    if before != after:
        yield FieldChange("rule", identifier, 0, before, after, (a, b))
    for field in ("message", "sentence"):
        before, after = (getattr(rule, field) if rule else "" for rule in (a, b))
        if before != after and not (field == "message" and (a is None or b is None)):
            yield FieldChange(f"rule.{field}", identifier, 0, before, after, (a, b))


def _limit_text(rule: Rule) -> str:
    head = " ".join(filter(None, (rule.provision, rule.field, rule.comparison, _value_text(rule.value))))
    conditions = [f"{name} = {to_json(dict(pairs))}" for name in ("where", "unless") if (pairs := getattr(rule, name))]
    return ", ".join(filter(None, (head, rule.severity, rule.obliged or "", *conditions)))


def _value_text(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple(words):
            return "|".join(words)
        case bool():
            return "true" if value else "false"
        case float() | str():
            return str(value)
        case _:
            return f"{getattr(value, 'value', '')} {getattr(value, 'unit', '')}"


# --- the rest


def _silence(a: Silence | None, b: Silence | None) -> Iterator[FieldChange]:
    for field in _SILENCE:
        before, after = (getattr(silence, field, None) or "" for silence in (a, b))
        if before != after:
            yield FieldChange(f"silence.{field}", "", 0, str(before), str(after), (before or None, after or None))


def _listed(
    field: str, a: Sequence[T], b: Sequence[T], text: Callable[[T], str], key: Callable[[T], object] = lambda item: item
) -> Iterator[FieldChange]:
    for old, new in _paired(a, b, key):
        if old != new:
            yield FieldChange(field, "", 0, text(old) if old else "", text(new) if new else "", (old, new))


def _approval_text(approval: Approval) -> str:
    value = "" if approval.contract_value is None else f", >= {approval.contract_value!r} EUR"
    return f"{approval.approver}: >= {approval.severity}{value}"


def _basis_text(basis: LegalBasis) -> str:
    return f"{basis.norm} ({basis.as_of})" + (f": {basis.source}" if basis.source else "")
