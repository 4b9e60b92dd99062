"""The deal facts as rows of a form: what holds, where it comes from, what the document says instead, which checks wait for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.analysis import Analysis, Outcome
from app.models.facts import DealFacts, Fact, FactSource
from app.reporting.places import evidence_quote, shortened
from app.ui.factchoices import NAMES, SETTABLE, without_word
from app.ui.passages import passage_key, passage_of
from app.ui.placing import quoted, short_place
from app.wording.facts import fact_phrase
from app.wording.lang import Lang
from app.wording.numbers import date_text, money_text
from app.wording.terms import term

_LOOKED_FOR = ("perspective", "audience", "governing_law", "contract_kind")  # by app.nlp.dealfacts
_QUOTED = 90  # characters; the whole quote is marked in the document


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the document: `key` leads to them, `place` names where, `quote` is what they say."""

    key: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """`source` says where the value comes from, `words` where it was read; `mine`: the user's word, which can be taken back.

    `conflict`: what the document says instead, with `words` where it says so. `waiting`: that checks need it.
    """

    name: str
    label: str
    value: Any
    source: str
    mine: bool
    words: Words | None = None
    conflict: str = ""
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A fact that checks wait for."""

    name: str
    sentence: str


def fact_rows(facts: DealFacts, analysis: Analysis, wished: dict[str, Any], lang: Lang) -> tuple[FactRow, ...]:
    """`facts`: as asked for; `wished`: what the settings assume of every deal."""
    waiting = _waiting(analysis)
    return tuple(_row(name, facts, analysis, wished, waiting[name], lang) for name in NAMES)


def _row(name: str, facts: DealFacts, analysis: Analysis, wished: dict[str, Any], waiting: int, lang: Lang) -> FactRow:
    asked: Fact[Any] = getattr(facts, name)
    automatic = without_word(facts, name, analysis.reading.document_facts)
    mine = asked.source is FactSource.USER
    holds = asked if mine else automatic
    conflict = mine and automatic.source is FactSource.DOCUMENT and automatic.value != asked.value
    said = fact_phrase("document_says", lang, value=value_words(name, automatic.value, lang)) if conflict else ""
    return FactRow(
        name=name,
        label=term("fact", name, lang),
        value=holds.value,
        source=_source(name, holds, wished, lang),
        mine=mine,
        words=_words(automatic, analysis, lang) if conflict or holds.source is FactSource.DOCUMENT else None,
        conflict=said,
        waiting=_counted("waiting", waiting, name, lang) if waiting else "",
    )


def value_words(name: str, value: object, lang: Lang) -> str:
    """A value as a reader sees it."""
    match value:
        case date():
            return date_text(value, lang)
        case float() | int():
            return money_text(value, "EUR", lang)
    return term(name, str(value), lang)


def _source(name: str, fact: Fact[Any], wished: dict[str, Any], lang: Lang) -> str:
    if fact.value is None:
        return fact_phrase("not_stated" if name in _LOOKED_FOR else "not_looked_for", lang)
    if fact.source is FactSource.DEFAULT and name in SETTABLE and name in wished:
        return fact_phrase("from_settings", lang)
    return term("fact_source", fact.source.value, lang)


def _words(fact: Fact[Any], analysis: Analysis, lang: Lang) -> Words | None:
    if not fact.evidence:
        return None
    first = fact.evidence[0]
    quote = quoted(shortened(evidence_quote(first, analysis.reading).text, _QUOTED), lang)
    place = short_place(analysis.reading.by_id[first.clause], analysis.reading, lang)
    return Words(passage_key([passage_of(first)]), place, quote)


def _waiting(analysis: Analysis) -> Counter[str]:
    """How many checks lack a fact."""
    lacking = (check for check in analysis.checks if check.outcome is Outcome.UNDECIDABLE)
    return Counter(need for check in lacking for need in dict.fromkeys(check.needs) if need in NAMES)


def needs(analysis: Analysis, lang: Lang) -> tuple[Need, ...]:
    """The facts that checks wait for, most wanted first."""
    return tuple(Need(name, _counted("needed", count, name, lang)) for name, count in _waiting(analysis).most_common())


def _counted(code: str, count: int, name: str, lang: Lang) -> str:
    return fact_phrase(code if count > 1 else f"{code}_once", lang, count=count, fact=term("fact", name, lang))
