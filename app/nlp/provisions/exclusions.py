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
from app.models.source import Span
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.direction import liable_party
from app.nlp.provisions.lexemes import CARVE_OUTS, DAMAGES, governing_faults, named, words

# Confidence per frame: our estimate of how often it is right, after reading its finds on terms outside the gold set.
EXCLUDED, NOT_LIABLE = 0.8, 0.75

_SUBJECT = r"(?:haftung\w*|gesamthaftung|haftungsansprüche|schadens?-?\s?ersatz(?:ansprüche?n?|anspruchs?|pflicht\w*|forderungen)?|ersatzansprüche|ersatzpflicht|ansprüche\s+(?:\w+\s+){0,4}?auf\s+(?:\w+\s+)?schadens?ersatz|(?:ansprüche|ersatz)\s+[^.;]{0,60}sch[aä]d\w*)"
_EXCLUDED = re.compile(
    rf"\b{_SUBJECT}\b[^.;]{{0,260}}?\b(?:ausgeschlossen|wegbedungen)\b|\b(?:ausgeschlossen|wegbedungen)\s+(?:ist|sind)\b[^.;]{{0,160}}\b{_SUBJECT}\b"
    rf"|\bschließ(?:t|en)\b[^.;]{{0,120}}\b{_SUBJECT}\b[^.;]{{0,160}}\baus\b|\b{_SUBJECT}\b[^.;]{{0,160}}\b(?:schließ(?:t|en)\b[^.;]{{0,60}}\baus\b|lehn(?:t|en)\b[^.;]{{0,60}}\bab\b|abgelehnt)"
    rf"|\bkeine(?:rlei|\s+weitergehende|\s+weitere)?\s+(?:\w+\s+)?(?:haftung|schadensersatzpflicht|schadensersatzansprüche|schadenersatzansprüche)\b|\bist\s+(?:jede|jegliche)\s+haftung\b[^.;]{{0,120}}ausgeschlossen",
    re.IGNORECASE,
)
_NOT_LIABLE = re.compile(
    r"\bhaft(?:et|en)\b(?P<between>[^.;]{0,220}?)\bnicht\b(?P<after>[^.;]{0,120})|\bnicht\s+(?:haftbar|zum\s+ersatz|schadensersatzpflichtig)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\bverschuldensunabhängig\w*|\b(?:übersteig|überschreit)\w*|\b(?:kann|können)\b[^.;]*ausgeschlossen\s+werden|\bnicht\s+(?:\w+\s+){0,4}?(?:ausgeschlossen|beschränkt|begrenzt|eingeschränkt)|\bweder\b[^.;]{0,80}ausgeschlossen|\bbleib(?:t|en)\b[^.;]{0,60}unberührt|\b(?:gilt|gelten|greif\w*|betrifft|betreffen)\b[^.;]{0,60}\bnicht\b|\bkein(?:e|en)?\s+(?:haftungs)?ausschluss|^(?:die\s+)?(?:vorstehend\w*|vorgenannt\w*|dies\w*|obig\w*)\s+(?:haftungs)?(?:ausschl\w+|beschränk\w+|begrenz\w+|regelung\w*|einschränk\w+)",
    re.IGNORECASE,
)
_NO_EXCLUSION_AFTER = re.compile(
    r"^\s*(?:nur|allein|lediglich|ausschließlich|nach|mehr\s+als|vorsätzlich\w*|grob|schuldhaft\w*|zu\s+vertreten\w*)\b",
    re.IGNORECASE,
)
_PERMITTED = re.compile(r"(?:–|-|,)?\s*soweit\s+(?:gesetzlich|rechtlich)\s+zulässig\s*(?:–|-|,)?", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:soweit|sofern|wenn|falls|insofern|insoweit\s+als|dass|weil)\b|,\s*(?:die|der|das|welche[rs]?)\b",
    re.IGNORECASE,
)
_OWN = words(
    r"""
    (?:leicht|einfach|grob)\w*_(?:und_\w+_)?fahrlässig\w* fahrlässig\w*
    (?:leichte|einfache|grobe|jede)\w*_fahrlässigkeit verschulden\w* jegliche\w*
    jede_(?:weitere|weitergehende|darüber|haftung|art) sämtliche (?:im|in_allen)_übrigen weitergehende\w*
    darüber_hinaus\w* ansprüche_[^.;]{0,80}schadens?ersatz schadens?ersatz\w* gleich_aus_welche\w* egal_(?:aus|auf)
    ohne_rücksicht_auf pflichtverletzung\w* vertragsverletzung\w* verletzung\w*_von aus_welchem_rechtsgrund
    grundsätzlich soweit_(?:gesetzlich|rechtlich)_zulässig
    """
)  # fmt: skip
_DAMAGE_KIND = words(
    r"""
    (?:mangel)?folgesch[aä]d\w* (?:in|mittel)direkt\w* mittelbar\w* entgangene\w* datenverlust\w*
    verlust\w*_von_daten vermögenssch[aä]d\w* sch[aä]den\b produktionsausfall\w*
    """
)
_OTHER_SPHERE = words(
    r"""
    dritte[rn]?\b höhere\w*_gewalt abnutzung verschleiß inhalt\w* links?\b verlinkt\w* unsachgemäß\w* missbrauch\w* bedienungsfehler\w*
    streik\w* nicht_zu_vertreten umstände\w* übertragungs\w* internet\w* falsche\w*_angaben
    (?:durch|vom|seitens|des)_(?:den_|de[rs]_)?(?:kunden|auftraggeber|besteller|nutzer|mieter)\w*_(?:\w+_){0,3}?(?:verursacht\w*|verschuldet\w*|bereitgestellt\w*|geliefert\w*)
    verlust\w*_oder_diebstahl garderobe\w* eingebrachte\w* zufällig\w* produkthaft\w*
    """
)  # fmt: skip
_ONLY_UNFORESEEN = re.compile(
    r"\b(?:nicht\s+(?:vorherseh|vorausseh|vertragstyp|typisch)|unvorherseh|unvorausseh|atypisch|untypisch)",
    re.IGNORECASE,
)
_SILENCE = words(
    r"""
    rüg\w* gerügt anzeig\w* angezeigt beanstand\w* widerspr\w* aufrechn\w* zurückbehaltung\w* rückgriff\w*
    """
)


_OWN_ALL_THE_SAME = re.compile(r"fahrlässig|folgesch|entgangene|mittelbar|indirekt|jegliche|sämtliche", re.IGNORECASE)
_NOTHING_ELSE = re.compile(
    r"\W*(?:(?:eine|die|unsere|jede)\s+)?haftung(?:\s+\w+){0,6}\s+ausgeschlossen\W*", re.IGNORECASE
)


def find_exclusions(view: View) -> Iterator[Candidate]:
    """Candidates for full exclusions of liability in a clause."""
    for sentence in view.sentences:
        found = _excluded(sentence) or _not_liable(sentence)
        if (
            found is None
            or _DENIED.search(sentence.text)
            or _SILENCE.search(sentence.text)
            or _ONLY_UNFORESEEN.search(sentence.text)
        ):
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
    text = _PERMITTED.sub(lambda m: " " * len(m[0]), sentence.text)
    match = _NOT_LIABLE.search(text)
    if match is None or _NO_EXCLUSION_AFTER.search(match["after"] or "") or _SUBORDINATE.search(match["between"] or ""):
        return None
    return (sentence.start + match.start(), sentence.start + match.end()), "exclusion_not_liable", NOT_LIABLE


def _takes_away_own_liability(sentence: Sentence) -> bool:
    text = f"{sentence.lead} {sentence.text}"
    if _OTHER_SPHERE.search(text):
        return bool(_OWN_ALL_THE_SAME.search(text))
    if _OWN.search(text) or _DAMAGE_KIND.search(text):
        return True
    return bool(_NOTHING_ELSE.fullmatch(sentence.text))


def _value(sentence: Sentence, view: View) -> LiabilityExclusion:
    own = f"{sentence.lead} {sentence.text}"
    section = f"{view.around.before[-1500:]} {view.text} {view.around.after[:1500]}"
    excepted = named(CARVE_OUTS, section)
    fault = governing_faults(own)
    carve_outs = tuple(c for c in excepted if c not in fault)
    return LiabilityExclusion(
        liable_party(own, view.before(sentence), view.around), fault, named(DAMAGES, own), carve_outs
    )
