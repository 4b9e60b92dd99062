"""A rule of the library as one sentence: „Kündigungsfrist höchstens 3 Monate, wenn der Kunde kündigt – mittel“.

It takes anything shaped like a rule, so that the editor can say what a half-filled form means: what is missing shows as "…".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from app.models.provisions import Duration
from app.wording.lang import Lang, Pair, pick, sentence_start
from app.wording.numbers import list_text, money_text, number_text, percent_text
from app.wording.terms import term
from app.wording.values import duration_text

Conditions = Sequence[tuple[str, Sequence[str]]]


class RuleLike(Protocol):
    """A rule, or what is known of one."""

    @property
    def provision(self) -> str:
        """Kind of provision."""

    @property
    def field(self) -> str:
        """Part of the value, "" for the provision as such."""

    @property
    def comparison(self) -> str:
        """How it is compared."""

    @property
    def value(self) -> object:
        """The limit."""

    @property
    def severity(self) -> str:
        """Of the finding."""

    @property
    def obliged(self) -> str | None:
        """Whose duty."""

    @property
    def where(self) -> Conditions:
        """Which provisions alone are looked at."""

    @property
    def unless(self) -> Conditions:
        """Which are not."""


_OBLIGED: Final[dict[str, Pair]] = {
    "liability_cap": ("wenn der {0} haftet", "where the {0} is liable"),
    "liability_exclusion": ("wenn der {0} haftet", "where the {0} is liable"),
    "notice_period": ("wenn der {0} kündigt", "where the {0} gives notice"),
    "objection_deadline": ("wenn der {0} sie einhalten muss", "where the {0} must meet it"),
}
_ONLY_WHERE: Final[Pair] = ("nur bei {0}", "only for {0}")
_UNLESS: Final[Pair] = ("außer bei {0}", "except for {0}")
_OR: Final[Pair] = (" oder ", " or ")
_YES: Final[Pair] = ("nur „{0}“", "only “{0}”")
_NO: Final[Pair] = ("nicht „{0}“", "not “{0}”")
_ONLY: Final[Pair] = ("nur {0}", "only {0}")
_LABELS: Final = {"carve_outs": "carve_out", "of": "base"}  # where a word stands alone, not in a sentence
_GAP: Final = "…"


def rule_sentence(rule: RuleLike, lang: Lang) -> str:
    """The limit, whose duty it is about, under which conditions, and how grave a breach is."""
    kind = sentence_start(term("provision_kind", rule.provision, lang))
    parts = [_limit(rule, kind, lang), _obliged(rule, lang)]
    parts += [pick(_ONLY_WHERE, lang).format(_condition(c, lang)) for c in rule.where]
    parts += [pick(_UNLESS, lang).format(_condition(c, lang)) for c in rule.unless]
    severity = term("severity", rule.severity, lang)
    return f"{', '.join(filter(None, parts))} – {severity[:1].lower()}{severity[1:]}"


def _limit(rule: RuleLike, kind: str, lang: Lang) -> str:
    comparison = term("comparison", rule.comparison, lang)
    if not rule.field:
        return f"{kind} {comparison}"
    bound = _bound(rule, comparison, lang)
    return f"{kind} {bound}" if rule.field == "duration" else f"{kind}: {bound}"


def _bound(rule: RuleLike, comparison: str, lang: Lang) -> str:
    part = term("value_part", rule.field, lang)
    match rule.value:
        case bool(wanted):
            return pick(_YES if wanted else _NO, lang).format(part)
        case Duration() as length:
            return f"{comparison} {duration_text(length, lang)}"
        case int() | float() as number:
            return f"{part} {comparison} {_number(rule.field, number, lang)}"
        case str(word) if word:
            return f"{part} {pick(_ONLY, lang).format(word_label(rule.field, word, lang))}"
        case tuple(words) if words and rule.comparison == "one_of":
            return f"{part} {pick(_ONLY, lang).format(_either(rule.field, words, lang))}"
        case tuple(words) if words:
            return f"{part} {comparison} {list_text([word_label(rule.field, w, lang) for w in words], lang)}"
        case _:
            return f"{comparison} {_GAP}" if rule.field == "duration" else f"{part} {comparison} {_GAP}"


def _number(field: str, number: float, lang: Lang) -> str:
    if field == "amount":
        return money_text(number, "EUR", lang)
    return percent_text(number, lang) if field == "percent" else number_text(number, lang)


def word_label(field: str, word: str, lang: Lang) -> str:
    """A word of a value part as a reader knows it."""
    return term(_LABELS.get(field, field), word, lang)


def _either(field: str, words: Sequence[str], lang: Lang) -> str:
    return pick(_OR, lang).join(word_label(field, word, lang) for word in words)


def _condition(condition: tuple[str, Sequence[str]], lang: Lang) -> str:
    field, words = condition
    return f"{term('value_part', field, lang)}: {_either(field, words, lang) if words else _GAP}"


def _obliged(rule: RuleLike, lang: Lang) -> str:
    pattern = _OBLIGED.get(rule.provision)
    if not rule.obliged or pattern is None:
        return ""
    return pick(pattern, lang).format(term("party", rule.obliged, lang))
