"""Words for the differences between two versions of a reference clause (`app.library.changes`).

It takes anything of their shape: the words lie below the library.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, Protocol, cast

from app.wording.lang import Lang, Pair, Table, filled, pick
from app.wording.numbers import date_text, money_text
from app.wording.rulewords import RuleLike, rule_sentence
from app.wording.terms import term

LABELS: Final[Table] = {
    "title": ("Überschrift", "Title"),
    "type": ("Thema", "Subject"),
    "perspective": ("Unsere Rolle", "Our role"),
    "audience": ("Gegenüber wem", "Towards whom"),
    "contract_kinds": ("Vertragsarten", "Kinds of contract"),
    "governing_law": ("Recht", "Governing law"),
    "language": ("Sprache", "Language"),
    "required": ("Muss geregelt sein", "Must be dealt with"),
    "status": ("Stand", "Status"),
    "owner": ("Zuständig", "Keeper"),
    "valid_from": ("Gilt ab", "Valid from"),
    "valid_to": ("Gilt bis", "Valid until"),
    "tags": ("Schlagwörter", "Tags"),
    "guidance": ("Leitfaden (intern)", "Guidance (internal)"),
    "comment": ("Kommentar für die andere Seite", "Comment for the other side"),
    "position.text": ("{position}", "{position}"),
    "position.note": ("{position}: Anmerkung", "{position}: note"),
    "position.examples": ("{position}: Beispiel", "{position}: example"),
    "rule": ("Vorgabe", "Limit"),
    "rule.message": ("Vorgabe „{item}“: Kennwort des Satzes", "Limit “{item}”: code of the sentence"),
    "rule.sentence": ("Vorgabe „{item}“: Satz für den Bericht", "Limit “{item}”: sentence for the report"),
    "approval": ("Freigabe einer Abweichung", "Approval of a deviation"),
    "silence.effect": ("Wenn nichts geregelt ist: Was gilt", "Where nothing is said: what applies"),
    "silence.norm": ("Wenn nichts geregelt ist: Vorschrift", "Where nothing is said: norm"),
    "silence.good_for": ("Wenn nichts geregelt ist: gut für", "Where nothing is said: good for"),
    "silence.severity": ("Wenn nichts geregelt ist: Schwere", "Where nothing is said: severity"),
    "legal_basis": ("Rechtsgrundlage", "Legal basis"),
}
"""A label for every code of `FieldChange.field`."""

_GROUPS: Final = {
    "type": "clause_type",
    "perspective": "perspective",
    "audience": "audience",
    "contract_kinds": "contract_kind",
    "governing_law": "governing_law",
    "language": "language",
    "status": "clause_status",
    "silence.good_for": "perspective",
    "silence.severity": "severity",
}
_ALL: Final = frozenset({"audience", "contract_kinds", "governing_law"})
_ANY: Final[Pair] = ("alle", "all")
_YES: Final[Pair] = ("ja", "yes")
_NO: Final[Pair] = ("nein", "no")
_APPROVAL: Final[Pair] = ("{approver}, ab Schwere {severity}", "{approver}, from severity {severity}")
_FROM_VALUE: Final[Pair] = (" und ab {value} Auftragswert", " and from a contract value of {value}")
_BASIS: Final[Pair] = ("{norm} (Stand {day})", "{norm} (as of {day})")


class Place(Protocol):
    """Where something has changed."""

    @property
    def field(self) -> str:
        """Code of the field."""

    @property
    def item(self) -> str:
        """Rank of a wording, id of a rule."""

    @property
    def number(self) -> int:
        """Which of its rank, from 1; 0: the only one."""


class Change(Place, Protocol):
    """What has changed there."""

    @property
    def before(self) -> str:
        """The old text."""

    @property
    def after(self) -> str:
        """The new text."""

    @property
    def values(self) -> tuple[object, object]:
        """Both sides as data, None where a side has nothing."""


class _Approval(Protocol):
    @property
    def approver(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def contract_value(self) -> float | None: ...


class _Basis(Protocol):
    @property
    def norm(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def source(self) -> str: ...


def field_label(change: Place, lang: Lang) -> str:
    """What has changed: „Rückfallfassung 2: Anmerkung“."""
    position = ""
    if change.field.startswith("position."):
        position = term("position", change.item, lang)
        position = position[:1].upper() + position[1:] + (f" {change.number}" if change.number else "")
    return filled(LABELS[change.field], {"position": position, "item": change.item}, lang)


def shown(change: Change, lang: Lang) -> tuple[str, str]:
    """Both sides in words; as they stand in the file where words would not tell them apart."""
    before, after = (
        _side(change, value, text, lang)
        for value, text in zip(change.values, (change.before, change.after), strict=True)
    )
    return (before, after) if before != after else (change.before, change.after)


def _side(change: Change, value: object, text: str, lang: Lang) -> str:
    if isinstance(value, date):
        return date_text(value, lang)
    words = _WHOLE.get(change.field)
    if words is not None:
        return words(value, lang) if value is not None else ""
    return _coded(change.field, value, lang) or text


def _coded(field: str, value: object, lang: Lang) -> str:
    if field == "required":
        return pick(_YES if value else _NO, lang)
    if field in _ALL and not value:
        return pick(_ANY, lang)
    label = _labels(field, lang)
    if label is None or not value:
        return ""
    return ", ".join(map(label, value)) if isinstance(value, list) else label(str(value))


def _labels(field: str, lang: Lang) -> Callable[[str], str] | None:
    group = _GROUPS.get(field)
    return None if group is None else lambda code: term(group, code, lang)


def _approval(approval: _Approval, lang: Lang) -> str:
    severity = term("severity", approval.severity, lang)
    severity = severity[:1].lower() + severity[1:]
    text = filled(_APPROVAL, {"approver": approval.approver, "severity": severity}, lang)
    if approval.contract_value is None:
        return text
    return text + filled(_FROM_VALUE, {"value": money_text(approval.contract_value, "EUR", lang)}, lang)


def _basis(basis: _Basis, lang: Lang) -> str:
    text = filled(_BASIS, {"norm": basis.norm, "day": date_text(basis.as_of, lang)}, lang)
    return f"{text}: {basis.source}" if basis.source else text


_WHOLE: Final[dict[str, Callable[[object, Lang], str]]] = {
    "rule": lambda rule, lang: rule_sentence(cast(RuleLike, rule), lang),
    "approval": lambda approval, lang: _approval(cast(_Approval, approval), lang),
    "legal_basis": lambda basis, lang: _basis(cast(_Basis, basis), lang),
}
"""What is said as a whole."""
