"""Limitation periods: how long claims for defects or damages can be made.

Strategy: a noun or verb of limitation or warranty governs a duration of at least a month; the time within which a defect
is reported, repaired or appears is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import Party, ProvisionKind, Term
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.parties import BOTH, other
from app.nlp.provisions.periods import before as text_before
from app.nlp.provisions.periods import period
from app.nlp.quantities import Quantity, QuantityKind


def find_limitation_periods(view: View) -> Iterator[Candidate]:
    """Candidates for limitation periods in a clause."""
    for sentence in view.sentences:
        yield from _limitation(sentence, view)


_LIMITATION = words(
    r"""
    verjähr\w* \w*verjährung(?:sfrist|szeit)?\w*
    (?:gewährleistungs|mängelhaftungs|sachmängel\w*|haftungs|ausschluss|rügeausschluss)(?:frist|zeit|dauer|zeitraum)\w*
    gewährleistung(?:spflicht)?\b (?:sach)?mängelhaftung\b gewährleist(?:en|et)\b gerichtlich_geltend für_(?:sach)?mängel_hafte[nt]\b (?:haften|haftet)_[^.;]{0,40}\bfür_die_dauer_von (?:haften|haftet)_[^.;]{0,60}\b(?:jahr\w*|monat\w*)_lang\b
    ansprüche\w*_[^.;,]{0,80}?\b(?:erlöschen|verfallen)_(?:nach_|mit_ablauf_von_)?(?:\d+|\w+)_(?:monat|jahr)
    gewährleistungsansprüche\w* (?:sach|rechts)?mängelansprüche\w* gewähr\b mängelrechte\w*
    (?:rechte|ansprüche)_[^.;,]{0,60}\b(?:mängeln?|mangel\w*|gewährleistung)\b
    """
)  # fmt: skip
_LIMITATION_VERB = words(
    r"""
    leiste(?:n|t)\b übern(?:immt|ehmen)\b (?:gibt|geben|gewähr(?:t|en))\b haften_wir gewährleist(?:en|et)\b geltend_gemacht geltend_zu_machen
    verjähr\w* beträgt betragen endet enden frist\w* begrenzt beschränkt dauer\b dauert läuft \w*frist\w*
    gewähr\w*_für erlisch\w* erlöschen innerhalb verkürzt für_die_dauer verfallen lang\b reduziert gilt_(?:eine|für) auf\b von\b
    """
)
_NO_LIMITATION = words(
    r"""
    rüg\w* gerügt anzeig\w* anzuzeigen angezeigt beanstand\w* mitzuteilen (?:ge)?meld\w* beseitig\w* nachfrist\w*
    kündig\w* geltend_gemacht
    """
)


# A defect that appears within a time: the reversed burden of proof, no period of limitation.
_APPEARS = re.compile(r"^[^.;,]{0,60}\b(?:auftr[ei]t|zeig(?:t|en)|aufgetreten)|^\s*auf\b", re.IGNORECASE)


_HEADED = re.compile(r"verjährung|gewährleistungsfrist", re.IGNORECASE)
_PERIOD = re.compile(r"\bfrist\b", re.IGNORECASE)
# Behind these words the act (`geltend machen`, `anzeigen`) is what limits the claim, not another duty.
_STRONG = re.compile(
    r"verjähr|gewährleistungs(?:frist|zeit|dauer)|mängelhaftungsfrist|gerichtlich\s+geltend"
    r"|(?:mängel|gewährleistungs)anspr[uü]ch\w*[^.;]*\bgeltend\s+gemacht",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\b(?:gewährleistung\w*|verjährung\w*|sachmängelhaftung)\s*:?\s*$", re.IGNORECASE)
_AGE = re.compile(r"\b(?:(?:älter|mehr|länger)\s+als|seit)\s*$|\bverlängert\b[^.;]*\bum\s+$", re.IGNORECASE)
_OTHER_DUTY = re.compile(r"ersatzteil|lieferfähig|verfügbarkeit|aufbewahr|geheimhalt|vertraulich", re.IGNORECASE)
_UNTOUCHED = re.compile(r"^[^.;]{0,90}\bbleib\w*\b[^.;]{0,30}\bunberührt", re.IGNORECASE)  # a statute quoted
SHORTEST = 30  # days; what is shorter is a time to complain


def _limitation(sentence: Sentence, view: View) -> Iterator[Candidate]:
    if not _about_limitation(sentence, view):
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        if _limits_claims(sentence, quantity):
            value = Term(quantity.duration, by=_claimant(sentence, quantity, view))
            yield period(sentence, ProvisionKind.LIMITATION_PERIOD, value, quantity, "limitation")


_CLAIM = r"(?:\w*anspr[uü]ch\w*|\w*rechten?|\w*forderungen?)"
_CLAIMS_OF = re.compile(
    rf"\b{_CLAIM}\s+(?:\w+\s+){{0,3}}?(?:des|der|eines|einer|von)\s+(CUSTOMER|SUPPLIER)\b|\b(?:des|der)\s+(CUSTOMER|SUPPLIER)\s+(?:\w+\s+){{0,2}}?{_CLAIM}",
    re.IGNORECASE,
)
_CLAIMS_AGAINST = re.compile(
    rf"\b{_CLAIM}[^.;]{{0,80}}?\b(?:gegen|gegenüber)\s+(?:den\s+|dem\s+|die\s+|der\s+)?(CUSTOMER|SUPPLIER)\b",
    re.IGNORECASE,
)
_FOR_DEFECTS = re.compile(r"gewähr|mängel|mangel|garantie", re.IGNORECASE)


def _claimant(sentence: Sentence, quantity: Quantity, view: View) -> Party | None:
    """Whose claims become barred. Claims for defects are of the one who receives the goods or the work."""
    own = f"{sentence.lead} {sentence.text}"
    if BOTH.search(own):
        return Party.BOTH
    for text in (sentence.before(quantity), own):
        plain = view.around.roles.normalised(text)
        holders = {_side(m) for m in _CLAIMS_OF.finditer(plain)}
        holders |= {other(_side(m)) or Party.BOTH for m in _CLAIMS_AGAINST.finditer(plain)}
        if holders:
            return holders.pop() if len(holders) == 1 else Party.BOTH
    return Party.CUSTOMER if _FOR_DEFECTS.search(f"{own} {view.around.heading}") else None


def _side(match: re.Match[str]) -> Party:
    return Party(next(g for g in match.groups() if g).lower())


def _about_limitation(sentence: Sentence, view: View) -> bool:
    text = f"{sentence.lead} {sentence.text}"
    if _LIMITATION.search(text):
        return True
    return bool(_HEADED.search(" ".join(view.around.headings[:1])) and _PERIOD.search(text))


def _limits_claims(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.unit in ("hour", "working_day", "day", "week") and quantity.value < SHORTEST:
        return False
    before, after = text_before(sentence, quantity, 260), sentence.after(quantity, 110)
    near = f"{before[-150:]} {after}"
    if _OTHER_DUTY.search(near) or _UNTOUCHED.search(after):
        return False
    if _NO_LIMITATION.search(near) and not _STRONG.search(f"{sentence.lead} {sentence.text}"):
        return False
    return bool(_LIMITATION_VERB.search(near) or _LABELLED.search(before)) and not (
        _APPEARS.search(after) or _AGE.search(before)
    )
