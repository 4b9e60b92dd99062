"""Full exclusions of liability: what no cap limits because nothing is owed at all.

Strategy: `haftet … nicht`, `Haftung … ausgeschlossen`, `keine Haftung`. Only a sentence that takes away liability for
one's own breach counts: it names a degree of fault, a kind of damage, claims for damages, or all other liability. A
statement about somebody else's sphere (third parties' content, force majeure, misuse by the customer) excludes nothing
that would be owed, and is left out; so are `die Haftung ist nicht ausgeschlossen` and the loss of rights by silence,
which is an objection deadline. What stays excepted is read from the sentence, its clause and its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import LiabilityExclusion, ProvisionKind
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.direction import liable_party
from app.nlp.provisions.lexemes import CARVE_OUTS, DAMAGES, FAULTS, named, words
from app.models.source import Span

# Confidence per frame: how often the frame is right on terms it was not written with, rounded down.
EXCLUDED, NOT_LIABLE = 0.8, 0.75

_SUBJECT = r"(?:haftung\w*|gesamthaftung|haftungsansprüche|schadens?-?\s?ersatz(?:ansprüche?n?|anspruchs?|pflicht\w*|forderungen)?|ersatzansprüche|ersatzpflicht|ansprüche\s+(?:\w+\s+){0,4}?auf\s+(?:\w+\s+)?schadens?ersatz|(?:ansprüche|ersatz)\s+[^.;]{0,60}sch[aä]d\w*)"
_EXCLUDED = re.compile(
    rf"\b{_SUBJECT}\b[^.;]{{0,260}}?\b(?:ausgeschlossen|wegbedungen|ausgenommen)\b|\b(?:ausgeschlossen|wegbedungen)\s+(?:ist|sind)\b[^.;]{{0,160}}\b{_SUBJECT}\b"
    rf"|\bschließ(?:t|en)\b[^.;]{{0,120}}\b{_SUBJECT}\b[^.;]{{0,160}}\baus\b|\b{_SUBJECT}\b[^.;]{{0,160}}\b(?:schließ(?:t|en)\b[^.;]{{0,60}}\baus\b|lehn(?:t|en)\b[^.;]{{0,60}}\bab\b|abgelehnt)"
    rf"|\bkeine(?:rlei|\s+weitergehende|\s+weitere)?\s+(?:\w+\s+)?(?:haftung|schadensersatzpflicht|schadensersatzansprüche|schadenersatzansprüche)\b|\bist\s+(?:jede|jegliche)\s+haftung\b[^.;]{{0,120}}ausgeschlossen",
    re.IGNORECASE,
)
_NOT_LIABLE = re.compile(
    r"\bhaft(?:et|en)\b(?P<between>[^.;]{0,220}?)\bnicht\b(?P<after>[^.;]{0,120})|\bnicht\s+(?:haftbar|zum\s+ersatz|schadensersatzpflichtig)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\bnicht\s+(?:\w+\s+){0,4}?(?:ausgeschlossen|beschränkt|begrenzt|eingeschränkt)|\bweder\b[^.;]{0,80}ausgeschlossen|\bbleib(?:t|en)\b[^.;]{0,60}unberührt|\b(?:gilt|gelten|greif\w*|betrifft|betreffen)\b[^.;]{0,60}\bnicht\b|\bkein(?:e|en)?\s+(?:haftungs)?ausschluss|^(?:die\s+)?(?:vorstehend\w*|vorgenannt\w*|dies\w*|obig\w*)\s+(?:haftungs)?(?:ausschl\w+|beschränk\w+|begrenz\w+|regelung\w*|einschränk\w+)",
    re.IGNORECASE,
)
_NO_EXCLUSION_AFTER = re.compile(r"^\s*(?:nur|allein|lediglich|ausschließlich|nach|mehr\s+als)\b", re.IGNORECASE)
_OWN = words(
    r"(?:leicht|einfach|grob)\w*\s+(?:und\s+\w+\s+)?fahrlässig\w*", r"fahrlässig\w*", r"(?:leichte|einfache|grobe|jede)\w*\s+fahrlässigkeit", r"verschulden\w*", r"jegliche\w*", r"jede\s+(?:weitere|weitergehende|darüber|haftung|art)", r"sämtliche", r"(?:im|in\s+allen)\s+übrigen", r"weitergehende\w*", r"darüber\s+hinaus\w*", r"ansprüche\s+[^.;]{0,80}schadens?ersatz",
    r"schadens?ersatz\w*", r"gleich\s+aus\s+welche\w*", r"egal\s+(?:aus|auf)", r"ohne\s+rücksicht\s+auf", r"pflichtverletzung\w*", r"vertragsverletzung\w*", r"verletzung\w*\s+von", r"aus\s+welchem\s+rechtsgrund", r"grundsätzlich", r"soweit\s+(?:gesetzlich|rechtlich)\s+zulässig",
)  # fmt: skip
_DAMAGE_KIND = words(
    r"(?:mangel)?folgesch[aä]d\w*",
    r"(?:in|mittel)direkt\w*",
    r"mittelbar\w*",
    r"entgangene\w*",
    r"datenverlust\w*",
    r"verlust\w*\s+von\s+daten",
    r"vermögenssch[aä]d\w*",
    r"sch[aä]den\b",
    r"produktionsausfall\w*",
)
_OTHER_SPHERE = words(
    r"dritte[rn]?\b", r"höhere\w*\s+gewalt", r"inhalt\w*", r"links?\b", r"verlinkt\w*", r"unsachgemäß\w*", r"missbrauch\w*", r"bedienungsfehler\w*", r"streik\w*", r"nicht\s+zu\s+vertreten", r"umstände\w*", r"übertragungs\w*", r"internet\w*", r"falsche\w*\s+angaben", r"(?:durch|vom|seitens|des)\s+(?:den\s+|de[rs]\s+)?(?:kunden|auftraggeber|besteller|nutzer|mieter)\w*\s+(?:\w+\s+){0,3}?(?:verursacht\w*|verschuldet\w*|bereitgestellt\w*|geliefert\w*)", r"verlust\w*\s+oder\s+diebstahl", r"garderobe\w*", r"eingebrachte\w*", r"zufällig\w*", r"produkthaft\w*",
)  # fmt: skip
_SILENCE = words(
    r"rüg\w*",
    r"gerügt",
    r"anzeig\w*",
    r"angezeigt",
    r"beanstand\w*",
    r"widerspr\w*",
    r"aufrechn\w*",
    r"zurückbehaltung\w*",
    r"rückgriff\w*",
)


def find_exclusions(view: View) -> Iterator[Candidate]:
    """Candidates for full exclusions of liability in a clause."""
    for sentence in view.sentences:
        found = _excluded(sentence) or _not_liable(sentence)
        if found is None or _DENIED.search(sentence.text) or _SILENCE.search(sentence.text):
            continue
        at, rule, confidence = found
        if _takes_away_own_liability(sentence):
            yield candidate(sentence, ProvisionKind.LIABILITY_EXCLUSION, _value(sentence, view), at, rule, confidence)


def _excluded(sentence: Sentence) -> tuple[Span, str, float] | None:
    match = _EXCLUDED.search(sentence.text)
    if match is None:
        return None
    return (sentence.start + match.start(), sentence.start + match.end()), "exclusion_excluded", EXCLUDED


def _not_liable(sentence: Sentence) -> tuple[Span, str, float] | None:
    match = _NOT_LIABLE.search(sentence.text)
    if match is None or _NO_EXCLUSION_AFTER.search(match["after"] or ""):
        return None
    return (sentence.start + match.start(), sentence.start + match.end()), "exclusion_not_liable", NOT_LIABLE


def _takes_away_own_liability(sentence: Sentence) -> bool:
    text = f"{sentence.lead} {sentence.text}"
    if _OTHER_SPHERE.search(text):
        return bool(
            re.search(r"fahrlässig|folgesch|entgangene|mittelbar|indirekt|jegliche|sämtliche", text, re.IGNORECASE)
        )
    if _OWN.search(text) or _DAMAGE_KIND.search(text):
        return True
    return bool(
        re.fullmatch(
            r"\W*(?:(?:eine|die|unsere|jede)\s+)?haftung(?:\s+\w+){0,6}\s+ausgeschlossen\W*",
            sentence.text,
            re.IGNORECASE,
        )
    )


def _value(sentence: Sentence, view: View) -> LiabilityExclusion:
    own = f"{sentence.lead} {sentence.text}"
    section = f"{view.around.before[-1500:]} {view.text} {view.around.after[:1500]}"
    excepted = named(CARVE_OUTS, section)
    fault = tuple(f for f in named(FAULTS, own) if not _excepted(own, f))
    carve_outs = tuple(c for c in excepted if c not in fault)
    return LiabilityExclusion(
        liable_party(own, f"{view.around.before} {view.text}", view.around), fault, named(DAMAGES, own), carve_outs
    )


def _excepted(text: str, fault: str) -> bool:
    """Whether a degree of fault is named only as an exception (`außer bei Vorsatz`, `soweit nicht … beruht`)."""
    pattern = next(p for name, p in FAULTS if name == fault)
    match = pattern.search(text)
    if match is None:
        return False
    before = text[max(0, match.start() - 140) : match.start()]
    return bool(
        re.search(
            r"\b(?:außer|ausser|ausgenommen|soweit\s+nicht|sofern\s+nicht|es\s+sei\s+denn|mit\s+ausnahme|soweit|sofern|wenn\s+nicht|nicht\s+auf|vorbehaltlich|unbeschadet)\b",
            before,
            re.IGNORECASE,
        )
    )
