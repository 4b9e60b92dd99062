"""Towards whom a sentence or a whole document is meant: consumers or businesses.

Strategy: terms that serve both say so where it matters (`Ist der Kunde Unternehmer, …`, `Gegenüber Verbrauchern …`),
and a rule for one of them must not judge what is said to the other. A sentence counts as addressed only where it names
one of the two as a condition or as its addressee; `Unternehmer` may also be a party of a contract for work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.models.facts import Audience, Fact, FactSource
from app.models.provisions import Evidence
from app.models.reading import Clause
from app.nlp.sentences import split_sentences

_B = r"(?:Unternehmer(?:n|s|in|innen)?|Kaufleuten?|(?:Voll)?[Kk]aufm[aä]nn(?:er|s|ern)?|Geschäftskunden|Gewerbetreibenden?|Firmenkunden|gewerblichen?\s+Kunden?|juristischen?\s+Personen\s+des\s+öffentlichen\s+Rechts)"
_C = r"(?:Verbraucher(?:n|s|in|innen)?|Privatkunden|Endverbrauchern?|Konsumenten?)"
_CONSUMER = re.compile(rf"\b{_C}\b")
_CONDITION = (
    r"(?:\b(?:gegenüber|bei|für|mit|von|unter|an|zwischen|als|nur|auch|soweit|sofern|wenn|falls|ist|sind|handelt\s+es\s+sich|"
    r"gehört|kein(?:e[mnrs]?)?|ein(?:e[mnrs]?)?|im|nicht)\s+(?:\w+\s+){0,4}?)"
)
_TO_BUSINESS = re.compile(
    rf"{_CONDITION}(?:{_B}\b|(?:kaufmännischen|unternehmerischen)\s+(?:Geschäfts)?verkehr)|\b(?:der|die)\s+{_B}\s+(?:ist|sind)\b",
    re.IGNORECASE,
)
_TO_CONSUMER = re.compile(rf"{_CONDITION}{_C}\b|\b(?:der|die)\s+{_C}\s+(?:ist|sind)\b", re.IGNORECASE)
_NOT = r"\b(?:kein(?:e[mnrs]?)?|nicht(?:\s+\w+){0,2}?)"
_NOT_FOR = r"\b(?:gilt|gelten|findet|finden|bestimmt)\b[^.;,]{0,60}?"
_NO_CONSUMER = re.compile(
    rf"{_NOT}\s+{_C}\b|\b{_C}\b[^.;]{{0,40}}?\b(?:ausgeschlossen|ausgenommen)\b|{_NOT_FOR}\b{_C}\s+(?:nicht|keine)\b",
    re.IGNORECASE,
)
_NO_BUSINESS = re.compile(rf"{_NOT}\s+{_B}\b|{_NOT_FOR}\b{_B}\s+(?:nicht|keine)\b", re.IGNORECASE)
# `auch solche, die keine Kaufleute sind`: the others, too, so everybody.
_OTHERS_TOO = re.compile(
    rf"\b(?:auch|einschließlich|gleich|gleichgültig|unabhängig|egal|ebenso)\b[^.;:]{{0,60}}?{_NOT}\s+(?:{_B}|{_C})\b",
    re.IGNORECASE,
)
# What the law asks of merchants only, and what makes a customer a business.
_BUSINESS_CASE = re.compile(
    rf"\b(?:bei|ein|für|im\s+Rahmen\s+ein\w*)\s+(?:beid(?:er)?seitige[nsmr]?\s+)?Handelsgeschäfte?(?:n|s)?\b"
    rf"|(?<!weder\s)(?<!nicht\s)\b(?:für|in\s+Ausübung|im\s+Rahmen|bei)\s+(?:\w+\s+){{0,2}}?gewerbliche[nrms]?\s+(?:oder|bzw\.|und)\s+"
    rf"(?:\w+\s+)?selb(?:st)?ständige[nrms]?\s+(?:beruflichen?\s+)?Tätigkeit"
    rf"|\b{_B}\s+(?:hat|haben|muss|müssen|ist|sind)\b[^.;]{{0,120}}?\b(?:zu\s+rügen|rügen|anzuzeigen|anzeigen|zu\s+untersuchen|untersuchen)\b",
    re.IGNORECASE,
)

_ONLY_BUSINESS = re.compile(
    rf"(?:\b(?:nur|ausschließlich|ausschliesslich|allein|lediglich)\b[^.;]{{0,60}}?(?:{_B}|(?<!unser\s)Unternehmen|Behörden)\b"
    rf"|{_B}\b[^.;]{{0,120}}?\b(?:ausschließlich|ausschliesslich)\b"
    r"|gelten\s+(?:diese\s+\w+\s+)?gegenüber\s+Unternehmern?"
    r"|\bund\s+Unternehmern\s+(?:im\s+Sinne|i\.\s?S\.)"
    r"|§\s*310\s+Abs(?:atz|\.)\s*1\b)"
)
_TERMS = re.compile(
    r"\b(?:AGB|Bedingungen|\w*bedingungen|Vertrag|Angebot\w*|richte[nt]|Leistungen|Geschäftsbeziehung\w*)\b"
)
_FOR_CONSUMERS = re.compile(
    r"\bWiderrufs(?:recht|belehrung|formular|frist)\b|Verbraucher\s+(?:ist|sind|im\s+Sinne)\b|\bVerbraucherstreitbeilegung|"
    r"\bSie\s+(?:haben\s+das\s+Recht,\s+binnen|können\s+Ihre\s+Vertragserklärung)|\b(?:Reisende[rn]?|Pauschalreise)\b|"
    r"\bKunden?\s+\(Verbraucher\b|\b(?:nur|ausschließlich)\b[^.;]{0,80}\bVerbraucher(?:n|s)?\b"
)
_EARLY = 40  # clauses in which terms say whom they are for
_ENOUGH = 2  # signs of consumers: a single one may be a mere reference
_ENOUGH_WITH_MENTIONS = 3  # sentences that only speak to consumers count as well


@lru_cache(maxsize=16_384)
def addressed_to(text: str) -> Audience | None:
    """Whom a sentence speaks of as its addressee; None where it is meant for all, or names both."""
    if _OTHERS_TOO.search(text):
        return None
    business = bool(_TO_BUSINESS.search(text) or _BUSINESS_CASE.search(text))
    consumer = bool(_TO_CONSUMER.search(text))
    if _NO_CONSUMER.search(text):
        business, consumer = True, False
    elif _NO_BUSINESS.search(text):
        business, consumer = False, True
    if business == consumer or (business and _CONSUMER.search(text) and not _NO_CONSUMER.search(text)):
        return None
    return Audience.B2B if business else Audience.B2C


def audience_of(clauses: tuple[Clause, ...]) -> Fact[Audience]:
    """Whom the terms are for: businesses where they say so, consumers where they give them their rights, else unknown."""
    businesses = [place for clause in clauses[:_EARLY] for place in _only_business(clause)]
    if businesses:
        return Fact(Audience.B2B, FactSource.DOCUMENT, tuple(businesses[:1]))
    signs = [place for clause in clauses for place in _consumer_signs(clause)]
    mentions = [place for clause in clauses for place in _consumer_sentences(clause)]
    if len(signs) >= _ENOUGH or len(signs) + len(mentions) >= _ENOUGH_WITH_MENTIONS:
        return Fact(Audience.B2C, FactSource.DOCUMENT, tuple((signs or mentions)[:1]))
    return Fact()


def _only_business(clause: Clause) -> Iterator[Evidence]:
    for start, end in split_sentences(clause.text):
        sentence = clause.text[start:end]
        if _ONLY_BUSINESS.search(sentence) and _TERMS.search(sentence) and _excludes_consumers(sentence):
            yield Evidence(clause.id, start, end, "audience")


def _excludes_consumers(sentence: str) -> bool:
    return not _CONSUMER.search(sentence) or bool(_NO_CONSUMER.search(sentence))


def _consumer_signs(clause: Clause) -> Iterator[Evidence]:
    """Words that only terms for consumers hold; not those of a sentence that shuts consumers out."""
    for start, end in split_sentences(clause.text):
        sentence = clause.text[start:end]
        if not _NO_CONSUMER.search(sentence):
            for match in _FOR_CONSUMERS.finditer(sentence):
                yield Evidence(clause.id, start + match.start(), start + match.end(), "audience")


def _consumer_sentences(clause: Clause) -> Iterator[Evidence]:
    """Sentences that say what consumers get or do."""
    for start, end in split_sentences(clause.text):
        sentence = clause.text[start:end]
        if _CONSUMER.search(sentence) and not _NO_CONSUMER.search(sentence):
            yield Evidence(clause.id, start, end, "audience")
