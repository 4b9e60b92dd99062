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
from dataclasses import dataclass, replace

from app.models.provisions import Evidence, LiabilityExclusion, ProvisionKind
from app.models.source import Span
from app.nlp.provisions.capconfidences import CAP_CONFIDENCES
from app.nlp.provisions.carveouts import Limit, carved
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.direction import liable_party
from app.nlp.provisions.lexemes import CARVE_OUTS, DAMAGES, named, words
from app.nlp.provisions.scopes import Scopes, scopes_of
from app.nlp.provisions.support import support

_GAP = r"[^;]"  # a frame sees one sentence: a full stop in it is an abbreviation's
_LIABILITY = r"(?:(?:schadens?ersatz|gesamt|vertrags|delikts|sach|verzugs|schadens|vermögens)?haftung\w*)"
_DAMAGES_CLAIM = rf"(?:schadens?-?\s?ersatz(?:ansprüche?n?|anspruchs?|pflicht\w*|forderungen|leistungen)?|ersatzansprüche?n?|ersatzpflicht|ansprüche\s+(?:\w+\s+){{0,4}}?auf\s+(?:\w+\s+)?schadens?ersatz|(?:ansprüche|ersatz)\s+{_GAP}{{0,60}}sch[aä]d\w*)"
_SUBJECT = rf"(?:{_LIABILITY}|{_DAMAGES_CLAIM})"
_EXCLUDED = re.compile(
    rf"\b{_SUBJECT}\b{_GAP}{{0,260}}?\b(?:ausgeschlossen|wegbedungen)\b|\b(?:ausgeschlossen|wegbedungen)\s+(?:ist|sind|wird|werden)\b{_GAP}{{0,160}}\b{_SUBJECT}\b"
    rf"|\bschlie(?:ß|ss)(?:t|en)\b{_GAP}{{0,120}}\b{_SUBJECT}\b{_GAP}{{0,160}}\baus\b|\b{_SUBJECT}\b{_GAP}{{0,160}}\b(?:schlie(?:ß|ss)(?:t|en)\b{_GAP}{{0,60}}\baus\b|lehn(?:t|en)\b{_GAP}{{0,60}}\bab\b|abgelehnt)"
    rf"|\b(?:lehn(?:t|en)|beding(?:t|en))\b{_GAP}{{0,80}}\b{_SUBJECT}\b{_GAP}{{0,120}}\b(?:ab|weg)\b"
    r"|\bkeine(?:rlei)?\s+(?:\w+\s+){0,3}?(?:haftung|schadens?ersatzpflicht|schadens?ersatzansprüche|ansprüche\s+auf\s+schadens?ersatz)\b"
    rf"|\bist\s+(?:jede|jegliche)\s+haftung\b{_GAP}{{0,120}}ausgeschlossen",
    re.IGNORECASE,
)
_NOT_LIABLE = re.compile(
    rf"\bhaft(?:et|en|e)\b(?P<between>{_GAP}{{0,220}}?)\b(?:nicht|in\s+keinem\s+fall|keinesfalls|niemals|unter\s+keinen\s+umständen)\b(?P<after>{_GAP}{{0,120}})|\bnicht\s+(?:haftbar|zum\s+ersatz|schadens?ersatzpflichtig|ersatzpflichtig)\b"
    rf"|\b(?:steht|stehen)\b{_GAP}{{0,120}}?\bnicht\s+ein\b|\bnicht\s+gehaftet\b|\bhaft(?:et|en)\s+weder\b{_GAP}{{0,120}}\bnoch\b"
    r"|\bnicht\s+verantwortlich\s+für\s+(?:\w+\s+){0,3}?(?:\w*folgesch|indirekt|mittelbar|entgangene)\w*",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    rf"\b{_DAMAGES_CLAIM}\b{_GAP}{{0,160}}?\b(?:nicht\s+(?:gewährt|geleistet|anerkannt|übernommen|geschuldet|begründet|zu)|scheide[nt]\s+aus|entf[aä]ll(?:t|en)|(?:besteht|bestehen)\s+(?:\w+\s+){{0,2}}?nicht)\b"
    rf"|\b{_LIABILITY}\b{_GAP}{{0,120}}?\b(?:nicht\s+übernommen|scheidet\s+aus|entfällt|besteht\s+(?:\w+\s+){{0,2}}?nicht)\b"
    rf"|\bbegründe(?:t|n)\b{_GAP}{{0,40}}?\b(?:keine?n?|nicht|in\s+keinem\s+fall|keinesfalls)\b{_GAP}{{0,80}}\b{_DAMAGES_CLAIM}"
    rf"|\bverzicht(?:et|en)\b{_GAP}{{0,60}}\bauf\b{_GAP}{{0,120}}\b{_SUBJECT}\b|\bauf\b{_GAP}{{0,120}}\b{_SUBJECT}\b{_GAP}{{0,160}}\bverzicht(?:et|en)\b"
    rf"|\b(?:besteht|bestehen|hat|haben|stehen?)\b{_GAP}{{0,60}}\bkeine?n?\s+(?:anspr[uü]ch\w*\s+auf\s+)?{_DAMAGES_CLAIM}",
    re.IGNORECASE,
)
_GRAVE = r"(?:(?:fälle|schäden)\s+(?:von|des|der|aus|wegen|durch)\s+)?(?:der\s+|die\s+)?(?:(?:\w+\s+)?verletzung\s+(?:\w+\s+)?(?:wesentlich|vertragswesentlich|kardinal|hauptleist)|vorsatz|vorsätzlich|grob|krass|absicht)"
# Liable for graver fault only: what the rest is, is excluded.
_ONLY = re.compile(
    rf"\bhaft(?:et|en|e)\b{_GAP}{{0,320}}?(?<!nicht\s)\b(?:nur|ausschlie(?:ß|ss)lich|lediglich|allein|einzig)\b(?P<what>.*)"
    rf"|(?<!nicht\s)\b(?:nur|ausschlie(?:ß|ss)lich|lediglich)\b(?P<front>{_GAP}{{0,160}}?)\b(?:haft(?:et|en|e)|haftbar)\b"
    rf"|\b{_SUBJECT}\b{_GAP}{{0,160}}?\b(?:beschränk\w*|begrenz\w*)\s+(?:sich\s+)?auf\s+(?P<limited>{_GRAVE}.*)"
    rf"|\b{_SUBJECT}\b{_GAP}{{0,160}}?\bauf\s+(?P<behind>{_GRAVE}{_GAP}{{0,140}}?)\b(?:beschränkt|begrenzt)\b(?P<more>.*)"
    rf"|\b{_LIABILITY}\b{_GAP}{{0,200}}?\bbesteht\s+(?:\w+\s+){{0,2}}?(?:nur|lediglich|ausschlie(?:ß|ss)lich)\b(?P<exists>.*)"
    rf"|\b{_DAMAGES_CLAIM}\b{_GAP}{{0,220}}?(?<!nicht\s)\b(?:nur|ausschlie(?:ß|ss)lich|lediglich)\b(?P<claim>.*)"
    rf"|\b(?:hat|haben)\s+(?:\w+\s+){{0,4}}?(?:nur|lediglich|ausschlie(?:ß|ss)lich)\s+(?P<answer>(?:für\s+)?(?:vorsatz|grob){_GAP}{{0,80}}?)\bzu\s+vertreten\b"
    rf"|\b(?:leicht|einfach)\w*\s+(?:fahrlässigkeit|verschulden)\b{_GAP}{{0,60}}?(?<!nicht\s)\b(?:nur|lediglich)\b(?P<ellipsis>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CAPPED = re.compile(
    r"\b(?:begrenzt|beschränkt|höchstens|maximal|bis\s+zu|vorhersehbar\w*|vertragstypisch\w*|der\s+höhe\s+nach)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:im\s+übrigen|übrigen|weiter[enrs]*|weitergehende\w*|darüber\s*hinaus\w*|sonstige\w*|ansonsten|andere[rnms]?|anderweitige\w*|unwesentliche\w*|nicht\s+wesentliche\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\bverschuldensunabhängig\w*|\büber\s+(?:den\s+betrag|(?:\w+\s+)?(?:EUR|€|CHF)?\s*\d)[^;]{0,60}\bhinaus|\b(?:übersteig|überschreit)\w*|\b(?:kann|können)\b[^.;]*ausgeschlossen\s+werden|\bnicht\s+(?:\w+\s+){0,4}?(?:ausgeschlossen|beschränkt|begrenzt|eingeschränkt)|\bweder\b[^.;]{0,80}ausgeschlossen|\bbleib(?:t|en)\b[^.;]{0,60}unberührt|\b(?:gilt|gelten|greif\w*|betrifft|betreffen)\b[^.;]{0,60}\bnicht\b|\bkein(?:e|en)?\s+(?:haftungs)?ausschluss|^(?:die\s+)?(?:vorstehend\w*|vorgenannt\w*|dies\w*|obig\w*)\s+(?:haftungs)?(?:ausschl\w+|beschränk\w+|begrenz\w+|regelung\w*|einschränk\w+)",
    re.IGNORECASE,
)
_NO_EXCLUSION_AFTER = re.compile(
    r"^\s*(?:nur|allein|lediglich|ausschlie(?:ß|ss)lich|nach|mehr\s+als|vorsätzlich\w*|grob|schuldhaft\w*|zu\s+vertreten\w*)\b",
    re.IGNORECASE,
)
_PERMITTED = re.compile(r"(?:–|-|,)?\s*soweit\s+(?:gesetzlich|rechtlich)\s+zulässig\s*(?:–|-|,)?", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:soweit|sofern|wenn|falls|insofern|insoweit\s+als|dass|weil)\b|,\s*(?:die|der|das|welche[rs]?)\b",
    re.IGNORECASE,
)
_MENTIONED = re.compile(r"haft|ersatz|ersätz|ansprüche|verantwortlich|\bnicht\s+ein\b|zu\s+vertreten", re.IGNORECASE)
_OWN = words(
    r"""
    (?:leicht|einfach|grob)\w*_(?:und_\w+_)?fahrlässig\w* fahrlässig\w*
    (?:leichte|einfache|grobe|jede)\w*_fahrlässigkeit lohnausf\w* verschulden\w* jegliche\w*
    jede_(?:weitere|weitergehende|darüber|haftung|art) sämtliche (?:im|in_allen)_übrigen weitergehende\w*
    darüber_hinaus\w* ansprüche_[^.;]{0,80}schadens?ersatz schadens?ersatz\w* gleich_aus_welche\w* egal_(?:aus|auf)
    ohne_rücksicht_auf pflichtverletzung\w* vertragsverletzung\w* verletzung\w*_von aus_welchem_rechtsgrund
    unabhängig_vo[nm]_(?:\w+_){0,2}?(?:rechtsgrund|rechtsgrunde|rechtsnatur|verschulden)\w* in_(?:allen_)?anderen_(?:als|fällen)
    grundsätzlich soweit_(?:\w+_)?(?:gesetzlich|rechtlich)_zulässig wegbedungen
    """
)  # fmt: skip
_DAMAGE_KIND = words(
    r"""
    (?:sach|personen|körper|gesundheits)sch[aä]den\b (?:sach|personen)-_(?:und|oder)_\w+sch[aä]den\b
    (?:mangel)?folgesch[aä]d\w* (?:in|mittel)direkt\w* mittelbar\w* entgangene\w* datenverlust\w*
    verlust\w*_von_daten vermögenssch[aä]d\w* folgende_verluste sch[aä]den\b produktionsausfall\w*
    """
)
_OTHER_SPHERE = words(
    r"""
    dritte[rn]?\b höhere\w*_gewalt abnutzung verschleiß vertragsgemäße\w*_gebrauch inhalt\w* links?\b verlinkt\w* unsachgemäß\w* missbrauch\w* bedienungsfehler\w*
    streik\w* nicht_zu_vertreten umstände\w* übertragungs\w* internet\w* falsche\w*_angaben
    (?:durch|vom|seitens|des)_(?:den_|de[rs]_)?(?:kunden|auftraggeber|besteller|nutzer|mieter)\w*_(?:\w+_){0,3}?(?:verursacht\w*|verschuldet\w*|bereitgestellt\w*|geliefert\w*)
    verletzung\w*_(?:von|der|seiner|ihrer)_(?:\w+_)?(?:\w+)?pflichten_(?:des|der|seitens)_(?:des_)?(?:kunden|nutzers?|auftraggebers|mieters|bestellers|käufers|teilnehmers)\b
    verlust\w*_oder_diebstahl garderobe\w* eingebrachte\w* zufällig\w* produkthaft\w*
    nicht_(?:aus|auf)_(?:\w+_){0,2}?(?:vernachlässigung|pflicht\w*|verschulden\w*)
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
    r"\W*(?:\d[\d.]*\s*)?(?:(?:eine|die|unsere|jede)\s+)?haftung(?:\s+(?!für\b|bei\b|wegen\b|aus\b)\w+){0,6}\s+ausgeschlossen\b",
    re.IGNORECASE,
)


_WRONG_SUBJECT = re.compile(r"\b(?:sach)?m[aä]ngelhaftung|\bgewährleistung\w*\s+(?:ist|wird)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """Which rule takes liability away and where in the sentence; `only`: what somebody stays liable for, `rest`: the
    sentence without that.
    """

    rule: str
    at: Span
    only: str = ""
    rest: str = ""


def find_exclusions(view: View) -> Iterator[Candidate]:
    """Candidates for full exclusions of liability in a clause."""
    for sentence in view.sentences:
        if not _MENTIONED.search(f"{sentence.lead} {sentence.text}"):
            continue
        lead = f"{sentence.lead} " if sentence.lead else ""
        scopes = scopes_of(lead + sentence.text)
        if found := _found(sentence, scopes, len(lead)):
            value, evidence = _value(sentence, view, scopes, found, len(lead))
            at = sentence.start + found.at[0], sentence.start + found.at[1]
            made = candidate(
                sentence, ProvisionKind.LIABILITY_EXCLUSION, value, at, found.rule, CAP_CONFIDENCES[found.rule]
            )
            yield replace(made, evidence=(*support(view, sentence, value.liable), *evidence))


def _found(sentence: Sentence, scopes: Scopes, lead: int) -> _Found | None:
    text = scopes.limited[lead:]
    if _DENIED.search(text) or _ONLY_UNFORESEEN.search(text) or _WRONG_SUBJECT.search(text):
        return None
    if found := _only(text):
        return found
    if _SILENCE.search(text) or not _takes_away_own_liability(sentence):
        return None
    if match := _EXCLUDED.search(text) or _listed(sentence, text):
        return _Found("exclusion_excluded", match.span())
    if match := _not_liable(text):
        return _Found("exclusion_not_liable", match.span())
    match = _REFUSED.search(text)
    return _Found("exclusion_refused", match.span()) if match else None


_LIST_EXCLUDED = re.compile(r"\b(?:ausgeschlossen|wegbedungen)\b", re.IGNORECASE)
_LIABILITY_FOR = re.compile(r"\bhaftung\s+(?:für|aus|wegen|bei)\b", re.IGNORECASE)


def _listed(sentence: Sentence, text: str) -> re.Match[str] | None:
    """`Ausgeschlossen werden: 1. die Haftung für …`."""
    return _LIABILITY_FOR.search(text) if _LIST_EXCLUDED.search(sentence.lead) else None


def _only(text: str) -> _Found | None:
    """`haftet nur bei Vorsatz`: no cap, where what follows is a degree of fault or a kind of duty."""
    match = _ONLY.search(text)
    if match is None:
        return None
    kept, rest = "", text
    for group in (g for g, value in match.groupdict().items() if value):
        start, end = match.span(group)
        cap = _CAPPED.search(text, start, end)
        end = cap.start() if cap else end
        kept += f" {text[start:end]}"
        rest = rest[:start] + " " * (end - start) + rest[end:]
    if not {"intent", "gross_negligence", "essential_duties"} & set(named(CARVE_OUTS, kept[:220])):
        return None
    return _Found("exclusion_only", (match.start(), min(match.end(), match.start() + 200)), kept, rest)


def _not_liable(text: str) -> re.Match[str] | None:
    text = _PERMITTED.sub(lambda m: " " * len(m[0]), text)
    match = _NOT_LIABLE.search(text)
    if match is None or _NO_EXCLUSION_AFTER.search(match["after"] or "") or _SUBORDINATE.search(match["between"] or ""):
        return None
    return match


def _takes_away_own_liability(sentence: Sentence) -> bool:
    text = f"{sentence.lead} {sentence.text}"
    if _OTHER_SPHERE.search(text):
        return bool(_OWN_ALL_THE_SAME.search(text))
    if _OWN.search(text) or _DAMAGE_KIND.search(text):
        return True
    return bool(_NOTHING_ELSE.match(sentence.text))


def _value(
    sentence: Sentence, view: View, scopes: Scopes, found: _Found, lead: int
) -> tuple[LiabilityExclusion, tuple[Evidence, ...]]:
    own = f"{sentence.lead} {sentence.text}"
    items = _items(sentence, view)
    kept = f"{found.only} {items if found.only else ''}"
    about = scopes.limited[:lead] + found.rest if found.only else f"{scopes.limited} {items}"
    excepted = {*scopes.excepted, *scopes.granted, *named(CARVE_OUTS, kept if found.only else "")}
    liable = liable_party(own, view.before(sentence), view.around)
    limit = Limit(about, tuple(excepted), True, bool(_REST.search(scopes.limited)), liable)
    result = carved(view, sentence, limit)
    fault = result.fault or (_lesser(excepted) if found.only else ())
    codes = tuple(c for c in result.codes if c not in fault)
    return LiabilityExclusion(liable, fault, named(DAMAGES, about), codes), result.evidence


def _items(sentence: Sentence, view: View) -> str:
    """The items that the sentence introduces."""
    return " ".join(s.text for s in view.sentences if s.lead and s.lead == sentence.text and s.start > sentence.start)


def _lesser(kept: set[str]) -> tuple[str, ...]:
    """What `nur bei Vorsatz und grober Fahrlässigkeit` excludes."""
    if "gross_negligence" in kept:
        return ("slight_negligence",)
    return ("slight_negligence", "gross_negligence") if "intent" in kept else ()
