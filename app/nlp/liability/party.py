"""Whose liability a rule is about.

Strategy: the subject of the verb of liability in the rule itself; else what the provisions make of it, where claims of
third parties against a side are not taken for that side's liability.
"""

from __future__ import annotations

import re

from app.models.provisions import Party
from app.nlp.provisions.context import Surroundings
from app.nlp.provisions.direction import liable_party

LONGEST = 1500  # characters of a rule that tell who is meant
_SUBJECT = re.compile(
    r"\bist\s+(?:der|die)\s+(SUPPLIER|CUSTOMER)\b[^.;]{0,200}\b(?:verpflichtet|ersatzpflichtig|haftbar)\b"
    r"|(?:\b(?:[Dd]er|[Dd]ie)\s+|^\W*)(SUPPLIER|CUSTOMER)\b(?:(?!SUPPLIER|CUSTOMER)[^.;]){0,160}\bhaft(?:et|en)\b"
    r"|\b(SUPPLIER|CUSTOMER)\s+(?:schlie(?:ß|ss)t|lehnt|übernimmt|wegbedingt|beschränkt|begrenzt)\b[^.;]{0,80}\b(?:[Hh]aftung|Schadens?ersatz)"
    r"|\b(?:[Dd]er|[Dd]ie)\s+(SUPPLIER|CUSTOMER)\s+ist\b[^.;]{0,200}\b(?:zum\s+\w*[Ee]rsatz|schadens?ersatzpflichtig|haftbar)\b"
)
_COMPOUND = re.compile(r"\b(?:Geschäfts|Privat|Firmen|End)kunden?\b")
_THIRD = re.compile(
    r"\b(?:\w*ansprüche\w*|forderungen)\s+(?:\w+\s+)?Dritter\s+(?:gegen(?:über)?\s+)?(?:de[nmrs]|die|das|uns)?\s*\w*",
    re.IGNORECASE,
)


# `Pflichten, auf die der Mieter vertrauen darf, …`: who trusts is not who is liable.
_RELATIVE = re.compile(
    r",\s*(?:also\s+solche[rn]?\s*,\s*)?(?:(?:auf|in|mit|an|bei|für)\s+)?(?:die|der|denen|deren|dessen|welche[rn]?)\s[^,;.]{1,160},"
)


def party_of(text: str, lead: str, around: Surroundings) -> Party | None:
    """The liable side, None where the words leave it open."""
    text = _COMPOUND.sub("Kunde", _THIRD.sub(" ", _RELATIVE.sub(" ", text[:LONGEST])))
    sides = {next(g for g in m.groups() if g) for m in _SUBJECT.finditer(around.roles.normalised(text))}
    if len(sides) == 1:
        return Party(next(iter(sides)).lower())
    return liable_party(text, lead, around)
