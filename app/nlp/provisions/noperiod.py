"""Ordinary terminations with no period at all: `jederzeit fristlos und ohne Angabe von Gründen zu kündigen`.

Strategy: words of no period (`fristlos`, `mit sofortiger Wirkung`) and of free choice (`jederzeit`, `ohne Angabe von Gründen`)
side by side, and termination as what they govern. Anything that sounds like a cause or a condition in that part of the
sentence makes it a termination for cause, which has no period of notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import NoticePeriod, ProvisionKind
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.forms import form_of
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import phrase
from app.nlp.provisions.terminating import terminating

_REASONS = (
    r"(?:(?:wichtige|besondere|sachliche|weitere|nähere|irgendwelche|eigene)[nrsm]?\s+)?(?:gr(?:u|ü)nd\w*|anlass\w*)"
)
_WITHOUT_REASON = (
    rf"ohne\s+(?:(?:die|eine|jede|jegliche)[nrs]?\s+)?(?:(?:angabe|nennung|mitteilung|vorliegen|darlegung|benennung)\s+(?:(?:von|eine[sr])\s+)?)?{_REASONS}"
    rf"|ohne\s+(?:jede\s+|nähere\s+|weitere\s+)?begründung|grundlos|ohne\s+dass\s+(?:es\s+)?(?:hierfür\s+|dafür\s+|dazu\s+)?(?:eine[sr]|ein)\s+{_REASONS}"
    r"|nach\s+(?:eigenem\s+|seinem\s+|ihrem\s+|unserem\s+)?(?:freie[mn]\s+)?(?:ermessen|belieben)"
)
_AT_ONCE = (
    r"(?:fristlos|per\s+sofort)\b|fristlosen?\s+(?=kündigung)|mit\s+(?:sofortiger|unmittelbarer)\s+wirkung|(?:zur\s+)?sofortigen\s+(?=kündigung)"
    r"|ohne\s+(?:jede\s+)?(?:(?:einhaltung|wahrung|beachtung)\s+(?:eine[rs]|von|der)?\s*)?(?:kündigungs)?frist(?:en)?\b"
)
# Up to the other words: no number, no other period, no other predicate.
_BETWEEN = (
    r"(?:(?!\b(?:kann|können|darf|dürfen|ist|sind|wird|werden|hat|haben|frist\s+(?:von|beträgt))\b)[^.;:\d]){0,80}?"
)
_FREELY = rf"(?:jederzeit\b|{_WITHOUT_REASON})"
_NO_PERIOD = re.compile(
    rf"\b(?:{_FREELY}{_BETWEEN}\b(?:{_AT_ONCE})|(?:{_AT_ONCE}){_BETWEEN}\b{_FREELY}|täglich\s+(?=künd|gekünd))",
    re.IGNORECASE,
)
_NO_REASON = re.compile(rf"\b(?:{_WITHOUT_REASON})", re.IGNORECASE)

# What ends: a contract, not an access or a consent.
_CONTRACT = r"(?:vertrag|vereinbarung|verhältnis|abonnement|abo|mitgliedschaft|beziehung|zusammenarbeit|nutzung)"
_ENDS = re.compile(
    r"\b(?!\w*(?:an(?:ge|zu)?kündig|kündigungs?frist)|(?:ver|er)(?:ge|zu)?kündig)\w*kündig\w*|\bkündbar\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"\b\w*{_CONTRACT}(?:e?s)?\b[^.;]*?\b(?:zu\s+)?(?:beend(?:en|et|igen|igt|bar)|aufzulösen|aufgelöst|auflösbar)\b"
    r"|\b\w*(?:konto|konten|account)s?\b[^.;]*?\b(?:zu\s+)?(?:schlie(?:ß|ss)en|geschlossen)\b",
    re.IGNORECASE,
)
_OTHER_ACT = words(
    r"sperren gesperrt widerrufen einstellen einzustellen ändern aussetzen auszusetzen unterbrechen löschen entziehen zurücktreten zurückzutreten untersagen (?:zurück|heraus|ein)(?:zu)?(?:fordern|verlangen)"
)
_CAUSE = words(
    r"""
    wichtig\w*_gr(?:u|ü)nd\w* \w*außerordentlich\w* ausserordentlich\w* schwerwiegend\w* verst(?:o|ö)(?:ß|ss)\w* verletz\w* zuwiderhand\w*
    \w*verzug\w* \w*rückst(?:a|ä)nd\w* \w*abmahnung\w* missbr\w* missbräuch\w* insolvenz\w* zahlungseinstellung\w* zahlungsunfähig\w* vertragswidrig\w* rechtswidrig\w* wegen\b unberührt verdacht\w*
    wenn\b falls\b sofern\b soweit\b sobald\b solange\b nachdem\b insbesondere\b insoweit\b
    (?:im|für_den)_fall\w* in_(?:diese[mn]|solche[mn]|einem_solchen|folgenden)_f[aä]ll\w* dann\b andernfalls ansonsten widrigenfalls daher\b deshalb
    bei_(?:vorliegen|nicht\w+|falsch\w*|unrichtig\w*|unzutreffend\w*)
    """
)  # fmt: skip
# Beside `jederzeit` alone these give a cause too: `bei Gefahr`, `nach erfolgloser Aufforderung`, `auf Verlangen der Behörde`.
_OCCASION = words(
    r"bei_(?!monatlich|unbefristet)\w+ nach_(?:erfolglos|fruchtlos|vergeblich|mehrfach|wiederholt)\w* auf_(?:verlangen|anordnung|weisung|aufforderung)\w* aufgrund\b auf_grund\b infolge\b mangels\b"
)
# `Verstößt der Nutzer gegen …, kann der Anbieter …`: a sentence that opens with its verb is a condition.
_CONDITION_FIRST = re.compile(
    r"\W*(?:verstößt|verstoßen|verletz(?:t|en)|ger(?:ät|aten)|kommt|kommen|befinde[nt]|stell(?:t|en)|tritt|treten|ist|sind|wird|werden|hat|haben|erfolg(?:t|en)|unterlässt|zahl(?:t|en)|lieg(?:t|en)|besteh(?:t|en)|ergib(?:t|en)|sollten?|entf(?:ä|a)ll\w*|erfüll(?:t|en)|leiste[nt]|verweiger(?:t|n)|erh(?:ä|e)b\w*|widersprich\w*|mach(?:t|en)|änder[nt])\b"
)
_SAYS_WHEN = re.compile(
    r"\W*(?:(?:dies|das)\s+(?:gilt|ist)\b|insbesondere|als\s+wichtig|ein(?:e)?\s+(?:solche[rs]?|wichtige[rs]?|schwere[rs]?)\b|(?:wichtige|solche)\s+gr)",
    re.IGNORECASE,
)


def find_without_period(sentence: Sentence, view: View) -> Iterator[Candidate]:
    """The candidate for an ordinary termination without any period that a sentence on termination states."""
    match = next((m for m in _NO_PERIOD.finditer(sentence.text) if _ordinary(sentence, view, m)), None)
    if match:
        at = sentence.start + match.start(), sentence.start + match.end()
        form = form_of(sentence, view, "termination")
        value = NoticePeriod(None, "any_time", immediate=True, by=terminating(sentence, view, at), form=form.form)
        yield phrase(sentence, ProvisionKind.NOTICE_PERIOD, value, at, "notice_none", form.evidence)


def _ordinary(sentence: Sentence, view: View, match: re.Match[str]) -> bool:
    """Whether the words govern a termination that needs no cause."""
    text = sentence.text
    low = text.rfind(";", 0, match.start()) + 1
    high = end if (end := text.find(";", match.end())) >= 0 else len(text)
    part = text[low:high]
    if text.endswith(":") or not _governs(part, match.end() - low):
        return False
    if _CONDITION_FIRST.match(part.lower()) or _CAUSE.search(_NO_REASON.sub(" ", f"{sentence.lead} {part}")):
        return False
    return bool(_NO_REASON.search(part)) or not (_OCCASION.search(part) or _for_cause_around(sentence, view))


def _governs(part: str, end: int) -> bool:
    """Whether the act that the words belong to is a termination: the first act behind them, else one before."""
    acts = [(m.start(), True) for p in (_ENDS, _ENDED) for m in p.finditer(part) if m.end() > end]
    acts += [(m.start(), False) for m in _OTHER_ACT.finditer(part) if m.start() >= end]
    if acts:
        return min(acts)[1]
    return bool(_ENDS.search(part[:end]))


def _for_cause_around(sentence: Sentence, view: View) -> bool:
    """`jederzeit` alone may be explained: by the heading `Kündigung aus wichtigem Grund`, or by the next sentence."""
    heading = " ".join(view.around.headings[:1])
    return bool(_CAUSE.search(heading) or _SAYS_WHEN.match(sentence.following))
