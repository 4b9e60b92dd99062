"""Whose liability a sentence speaks of.

Strategy: first the subject of `haftet` and the possessor of `Haftung` in the sentence itself, then the bearer of the
claims (`Schadensersatzansprüche des Kunden` are against the other side), then the same in the text before it in its
section, if only one side ever appears there. Late delivery and performance are the supplier's, whoever is named.
"""

from __future__ import annotations

import re

from app.models.provisions import Party
from app.nlp.provisions.context import Surroundings
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.parties import BOTH, Roles, other, speaks_of_us

_BEARS = re.compile(
    r"\b(CUSTOMER|SUPPLIER)\s+übernimmt\b|(?:übernimmt|leiste[nt]|schulde[nt])\s+(?:der|die)\s+(CUSTOMER|SUPPLIER)\b"
    r"|haftet\s+(?:\w+\s+){0,3}?(CUSTOMER|SUPPLIER)\b|\b(CUSTOMER|SUPPLIER)(?:\s+\w+){0,7}?\s+haft(?:et|en)\b|haften\s+(?:der|die)\s+(CUSTOMER|SUPPLIER)\b"
    r"|\b(CUSTOMER|SUPPLIER)\s+leiste(?:t|n)\s+(?:\w+\s+){0,2}[Ss]chadens?ersatz\b|\b(CUSTOMER|SUPPLIER)\s+ha(?:t|ben)\b[^.;]{0,80}\b(?:Vorsatz|Fahrlässigkeit)\s+zu\s+vertreten\b"
    r"|[Hh]aftung\s+(?:auf\s+\w*[Ee]rsatz\s+)?(?:der|des|von\s+dem|von)?\s*(CUSTOMER|SUPPLIER)\b|des\s+(CUSTOMER|SUPPLIER)\s+(?:\w+\s+){0,2}?(?:Gesamth|H|h)aftung"
    r"|(?:[Ss]chadens?ersatz|[Ee]rsatz|[Ee]instands)pflicht\s+(?:der|des|von)\s+(CUSTOMER|SUPPLIER)\b"
    r"|des\s+(CUSTOMER|SUPPLIER)\s+(?:Schadens?ersatz(?:haftung|pflicht)|Ersatzpflicht)"
    r"|(?:[Aa]nspr[uü]ch\w*|[Ss]chadens?ersatz\w*)[^.;]{0,180}?\bgegen(?:über)?\s+(?:den|die|dem|der)?\s*(CUSTOMER|SUPPLIER)\b"
)
# Who breaks a duty or takes liability on is liable, where the sentence itself is the rule.
_BREAKS = re.compile(
    r"(?:\b[Vv]erletzt|[Ss]chlie(?:ß|ss)(?:t|en)|[Ll]ehn(?:t|en)|\bsteh(?:t|en))\s+(?:der|die)\s+(CUSTOMER|SUPPLIER)\b|\b[Dd](?:er|ie)\s+(CUSTOMER|SUPPLIER)\s+schlie(?:ß|ss)(?:t|en)\b[^.;]{0,160}[Hh]aftung"
    r"|(?:[Pp]flichtverletzung(?:en)?|Fahrlässigkeit|Verschulden|Vorsatz)\s+(?:der|des|durch\s+de[nr]|von(?:\s+de[mr])?)\s+(CUSTOMER|SUPPLIER)\b"
    r"|\b(?:[Ss]oweit|[Ss]ofern|[Ww]enn|[Ff]alls|denn,?)\s+(?:der|die|dem)\s+(CUSTOMER|SUPPLIER)\b(?:(?!,\s*(?:ist|sind|wird|so|haft))[^.;]){0,120}\b(?:vorsätzlich|grob|fahrlässig|Vorsatz|zur\s+Last)"
    r"|\b(?:zahl|vergüte|schulde)(?:t|n|en)\s+(?:(?:in\s+diesem\s+fall|dann)\s+)?(?:der|die)\s+(CUSTOMER|SUPPLIER)\b|\b(CUSTOMER|SUPPLIER)\s+(?:zahl|vergüte|schulde)(?:t|n|en)\b"
    r"|\b(?:von|vom|seitens|durch)\s+(?:de[mrns]\s+)?(CUSTOMER|SUPPLIER)\s+(?:\w+\s+){0,5}?(?:wegbedungen|übernommen|gewährt|geleistet|herbeigeführt\w*|verursacht\w*|verschuldet\w*)"
)
_CLAIMS = re.compile(
    r"(?:[Aa]nsprüche?n?|[Aa]nspruchs?|[Ss]chadens?ersatz\w*|[Ee]rsatz\w*)\s+(?:(?!wegen\b|aus\b|[Vv]erletzung)\w+\s+){0,2}?(?:der|des|von)\s+(CUSTOMER|SUPPLIER)\b"
    r"|des\s+(CUSTOMER|SUPPLIER)\s+(?:\w+\s+){0,2}?(?:[Ss]chadens?[Ee]rsatz|[Ee]rsatz|[Hh]aftungs)?-?[Aa]nspr"
    r"|\b(CUSTOMER|SUPPLIER)\s+(?:kann|können|hat|haben|ist\s+berechtigt)\b[^.;]{0,160}(?:Entschädigung|[Ss]chadens?ersatz|Ersatz|verlangen)"
    r"|(?:kann|können|hat|haben|verliert)\s+(?:der|die)\s+(CUSTOMER|SUPPLIER)\b[^.;]{0,160}(?:Entschädigung|[Ss]chadens?ersatz|Ersatz|verlangen)"
    r"|(?:dem|der)\s+(CUSTOMER|SUPPLIER)\s+(?:\w+\s+){0,3}?(?:Schaden|zu\s+ersetzen|entstanden)"
    r"|\bsteh(?:t|en)\s+(?:dem|der)\s+(CUSTOMER|SUPPLIER)\b[^.;]{0,120}\bzu\b"
    r"|(?:[Ss]ch[aä]den)\s+(?:der|des)\s+(CUSTOMER|SUPPLIER)\b"
)


def liable_party(sentence: str, context: str, around: Surroundings) -> Party | None:
    """The side whose liability is limited or excluded; None where the text leaves it open."""
    roles = around.roles
    for text in (sentence, around.heading, context):
        if text is sentence and BOTH.search(text):
            return Party.BOTH
        found = _borne(text, roles, text is sentence)
        if len(found) == 1:
            return next(iter(found))
        if len(found) == 2 and text is sentence:
            return None
    return _nearest(context, roles) or (Party.SUPPLIER if _delivers_late(sentence, around) else None)


_LATE = words(
    r"""
    (?:liefer|leistungs)(?:verzug|verzögerung|verspätung)\w* (?:überschreitung|nichteinhaltung)_(?:der|von|des|eines)_(?:\w+_)?(?:liefer|fertigstellungs|ausführungs)(?:frist|termin|zeit)\w*
    (?:verspätet|verzögert)\w*_(?:\w+_)?(?:liefer|leistung|fertigstell|erbringung|ausführung)\w* verzug\w*_(?:mit|bei|in)_(?:der|einer)_(?:liefer|leistung|fertigstellung|ausführung)\w*
    verzugssch[aä]d\w*[^.;]{0,80}(?:%|prozent)\s+(?:der|des|vom)_(?:\w+_)?(?:(?:liefer|auftrags|bestell|waren|rechnungs|kauf|vertrags|netto)?(?:werts?|wertes|prei(?:s|ses)|summe))\b
    """
)
_RECEIVES_LATE = words(
    r"""
    \w*zahlungsverzug\w* annahmeverzug\w* \w*abnahme\w* abruf\w* \w*zahlung\w* rückgabe\w* rücklieferung\w* räumung\w* mitwirkung\w* beistellung\w*
    """
)


def _delivers_late(sentence: str, around: Surroundings) -> bool:
    """`Bei Lieferverzug`, `Verzugsschaden … des Lieferwerts`: nobody is named, and only the supplier delivers."""
    if speaks_of_us(sentence) or around.roles.mentioned(sentence):
        return False
    return bool(_LATE.search(sentence)) and not _RECEIVES_LATE.search(f"{sentence} {around.heading}")


_SENTENCES = re.compile(r"(?<=[.;:])\s")
_NEAR = 600  # characters; farther away another rule may stand between


def _nearest(context: str, roles: Roles) -> Party | None:
    """Of two sides in the text before, the one that the last sentence naming any calls liable."""
    for part in reversed(_SENTENCES.split(context[-_NEAR:])):
        if found := _borne(part, roles, breaks=False):
            return next(iter(found)) if len(found) == 1 else None
    return None


def named_liable(text: str, roles: Roles) -> Party | None:
    """The side that one sentence itself calls liable; None where it names none or two."""
    if BOTH.search(text):
        return Party.BOTH
    found = _borne(text, roles)
    return next(iter(found)) if len(found) == 1 else None


def _borne(text: str, roles: Roles, breaks: bool = True) -> set[Party]:
    if not text:
        return set()
    plain = roles.normalised(text)
    if "CUSTOMER" not in plain and "SUPPLIER" not in plain:
        return set()
    found = {_party(m) for m in _BEARS.finditer(plain)}
    if not found and breaks:
        found = {_party(m) for m in _BREAKS.finditer(plain)}
    if not found:
        found = {other(_party(m)) or Party.SUPPLIER for m in _CLAIMS.finditer(plain)}
    return found


def _party(match: re.Match[str]) -> Party:
    return Party(next(g for g in match.groups() if g).lower())
