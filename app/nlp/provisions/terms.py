"""First terms and renewals of contracts.

Strategy: a noun (`Mindestlaufzeit beträgt`) or a verb (`für ein Jahr geschlossen`, `läuft zunächst`) governs the first
term; so does a termination that is not possible before. A renewal is what `verlängert sich`, `läuft weiter` or `geht über`
name; negated ones and longer delivery times are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import ProvisionKind, RenewalTerm, Term
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import before as text_before
from app.nlp.provisions.periods import period, phrase
from app.nlp.quantities import Quantity, QuantityKind


def find_terms(view: View) -> Iterator[Candidate]:
    """Candidates for first terms and renewals in a clause."""
    for sentence in view.sentences:
        yield from _first_term(sentence)
        yield from _renewal(sentence)


_TERM_NOUN = re.compile(
    r"\b(?:mindest(?:vertrags|miet|bezugs|abnahme)?-?(?:laufzeit|dauer|zeit)|mindestvertragslaufzeit|(?:vertrags|erst|grund|anfangs|fest|miet|abonnement|abo|regel)?-?laufzeit|vertragsdauer|vertragszeit|erstvertragslaufzeit|grundmietzeit|mindestmietzeit|mietdauer|mietzeit|mindestbezugszeit\w*|laufzeiten|dauer\s+(?:des|der)\s+\w*(?:vertrag|miet|abonnement|mitgliedschaft)\w*|(?:mindest)?vertragsbindung|bindungsfrist|(?:erste\s+)?vertragsperiode)\b",
    re.IGNORECASE,
)
_TERM_VERB = re.compile(
    r"\b(?:abgeschlossen|geschlossen|eingegangen|läuft|laufen|befristet|fest|bind(?:en|et)|gilt|gelten|dauert|besteht|vereinbart|unkündbar|beträgt|betragen)\b",
    re.IGNORECASE,
)
_FOR_TERM = re.compile(
    r"\b(?:auf|für|über)\s+(?:(?:die|eine)\s+)?(?:(?:feste|bestimmte|unkündbare)\w*\s+)?(?:(?:dauer|zeit|laufzeit|zeitraum|mindestdauer|mindestlaufzeit|vertragslaufzeit)\s+)?(?:von\s+)?(?:zunächst\s+|mindestens\s+|jeweils\s+)?$"
    r"|\b(?:läuft|laufen|dauert|dauern|gilt|gelten)\s+(?:\w+\s+)?(?:zunächst|mindestens|wenigstens|fest)\s+$|\b\w*(?:vertrag|abo|abonnement|mitgliedschaft|mietverhältnis)\s+(?:läuft|laufen|dauert)\s+$",
    re.IGNORECASE,
)
_NOT_TERM_BEFORE = re.compile(
    r"\b(?:um|weitere\w*|frist|kündigungsfrist|länger\s+als|mehr\s+als|über|ab|noch\s+für|unter|innerhalb|binnen|spätestens|verlänger\w*)\s*(?:von|jeweils|je|mindestens|weitere\w*)?\s*(?:jeweils\s+)?(?:weitere\w*\s+)?$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(
    r"\b(?:nach\s+ablauf|frühestens\s+nach|erstmals\s+nach|erst\s+nach|erstmals\s+zum\s+ablauf|nach)\s+(?:von\s+|eine[sr]\s+(?:laufzeit|dauer|mindestlaufzeit)\s+von\s+|einer\s+)?$",
    re.IGNORECASE,
)
_CONTRACT = words(
    r"""
    (?!vertrags(?:text|schluss|abschluss))\w*vertr[aä]g\w* \w*abonnement\w* \w*abo\b mitgliedschaft\w* mietverhältnis\w* mietzeit vereinbarung\w*
    laufzeit\w*
    """
)


def _first_term(sentence: Sentence) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    for quantity in sentence.of(QuantityKind.DURATION):
        before, after = text_before(sentence, quantity, 160), sentence.after(quantity, 120)
        if _no_first_term(sentence, quantity):
            continue
        rule = _term_rule(text, before, after)
        if rule:
            yield period(sentence, ProvisionKind.CONTRACT_TERM, Term(quantity.duration), quantity, rule)


_BEFORE_SOMETHING = re.compile(r"\s*(?:(?!mit\b|bei\b)\w+\s+){0,2}?(?:vor|(?:kündigungs)?frist)\b", re.IGNORECASE)


_CREDIT = re.compile(r"\b(?:finanzier|kredit(?!or)|darlehen|raten(?:kauf|zahlung))", re.IGNORECASE)


def _no_first_term(sentence: Sentence, quantity: Quantity) -> bool:
    """Hours, periods of notice, `weitere 12 Monate`, terms of a credit."""
    if _CREDIT.search(sentence.text):
        return True
    if quantity.unit in ("hour", "working_day") or _BEFORE_SOMETHING.match(sentence.after(quantity, 40)):
        return True
    printed = sentence.text[quantity.start - sentence.start : quantity.end - sentence.start]
    before = sentence.before(quantity, 160)
    return "weiter" in printed.casefold() or bool(_NOT_TERM_BEFORE.search(before) and not _AFTER_YEAR.search(before))


_BOUND = re.compile(
    r"^\s*(?:lang\s+)?(?:fest\s+|beiderseits\s+)?(?:unkündbar|nicht\s+(?:ordentlich\s+)?kündbar)\b", re.IGNORECASE
)
_BEFORE_THEN = re.compile(r"\bvor\s+ablauf\s+(?:von\s+|eine[rs]\s+(?:frist\s+von\s+)?)?$", re.IGNORECASE)
_IN_THE_FIRST = re.compile(r"\b(?:in\s+den|während\s+der)\s+ersten\s+$|\bwährend\s+des\s+ersten\s*$", re.IGNORECASE)
# `Mietverhältnis ab dem … für ein Jahr`: no verb.
_FROM_FOR = re.compile(
    r"\b(?:\w*vertrag|\w*verhältnis|laufzeit|abonnement)\s+(?:ab|vom|beginnend)\b[^.;,]{0,60}\bfür\s+$", re.IGNORECASE
)
_BOUND_TO = re.compile(r"\s*(?:lang\s+)?(?:fest\s+)?an\s+(?:den|diesen|seinen|ihren)\s+\w*vertrag\b", re.IGNORECASE)
_BY_PRONOUN = re.compile(r"\b(?:er|es|sie|dieser)\s+(?:wird|werden)\b[^.;,]*$", re.IGNORECASE)
_CLOSED = re.compile(r"^[^.;,]{0,40}\b(?:abgeschlossen|geschlossen|eingegangen)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:frühestens|erstmals|erst)\s*$", re.IGNORECASE)


_AFTER_THE_END = re.compile(r"^\s*nach\s+(?:\w+\s+)?(?:beendigung|ende|ablauf|auslaufen)\b", re.IGNORECASE)
_NO_TERMINATION = re.compile(
    r"kündigung\w*[^.;]*\bausgeschlossen|\bnicht\b[^.;]*kündbar|^[^.;]*\bausgeschlossen\b", re.IGNORECASE
)


_OTHER_MATTER = re.compile(
    r"gewährleist|verjähr|garantie|liefer|geheimhalt|wettbewerb|aufbewahr|speicher(?!platz)|verlänger|verzug|\bzahlung|zahlungs(?:frist|ziel)",
    re.IGNORECASE,
)
_AMOUNTS_TO = re.compile(r"\bbeträgt\b", re.IGNORECASE)
_UNTIL = re.compile(r"kündig|nach\s+ablauf|\bvor\b", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"\s*(?:\w+\s+)?(?:mindest)?\w*(?:laufzeit|vertragsdauer|vertragslaufzeit)\b", re.IGNORECASE)
_UNLIMITED = re.compile(r"unbefristet|unbestimmte", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"\b(?:unbefristet\w*|unbestimmte\s+(?:zeit|dauer))[^.;]{0,60}\b(?:mindestens|wenigstens|zumindest)\s+(?:jedoch\s+|aber\s+)?(?:(?:für|auf)\s+)?(?:die\s+dauer\s+von\s+)?$",
    re.IGNORECASE,
)
# An end by itself; `endet mit einer Frist von` is a notice.
_ENDS_AFTER = re.compile(
    r"\b(?:vertrag\w*|abonnement|abo|mitgliedschaft|mietverhältnis)\b[^.;,]{0,60}\bendet\s+(?:(?:automatisch|ohne\s+weiteres|von\s+selbst|spätestens|stets)[\s,]+){0,2}?(?:nach|mit\s+ablauf\s+von)\s+$",
    re.IGNORECASE,
)
_TERMINATED = re.compile(r"kündig|kündbar", re.IGNORECASE)
_TERMINATION = re.compile(r"\bkündigung\b|kündbar|gekündigt", re.IGNORECASE)
_ONLY_THEN = re.compile(r"erst|frühestens|erfolgt", re.IGNORECASE)
_AFTER = re.compile(r"\s*nach\b")


def _term_rule(text: str, before: str, after: str) -> str | None:
    if _OTHER_MATTER.search(_last_part(before)):
        return None
    if _named_term(before, after) or _closed_for(before, after) or _ENDS_AFTER.search(before):
        return "contract_term"
    if _AT_LEAST.search(before) and _CONTRACT.search(before):
        return "term_at_least"
    return "term_before_notice" if _not_terminable_before(text, before, after) else None


def _last_part(before: str) -> str:
    return re.split(r"[;,]", before)[-1]


# `Nach Ablauf der Mindestlaufzeit` speaks of another period unless its length follows.
_PAST_IT = re.compile(
    r"\b(?:nach|vor|zum|seit)\s+(?:dem\s+)?(?:ablauf|ende)\s+(?:der|dieser|einer|jeder)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_OF = re.compile(r"\s*(?:\w+\s+)?(?:von|in\s+höhe\s+von)?\s*(?:mindestens\s+)?", re.IGNORECASE)


def _named_term(before: str, after: str) -> bool:
    """`Die Mindestlaufzeit beträgt …`, `12 Monate Laufzeit`."""
    reach = before.rsplit(";", 1)[-1][-110:] if _AMOUNTS_TO.search(before[-110:]) else _last_part(before)[-90:]
    noun = _TERM_NOUN.search(reach)
    if noun and _PAST_IT.search(reach[: noun.start()]) and not _OF.fullmatch(reach[noun.end() :]):
        return False
    if noun and not _AFTER_THE_END.search(after) and not _UNTIL.search(reach[noun.end() :]):
        return True
    return bool(_NOUN_BEHIND.match(after)) and not _AFTER_YEAR.search(before)


def _closed_for(before: str, after: str) -> bool:
    """`Der Vertrag wird für ein Jahr geschlossen`."""
    if not _FOR_TERM.search(before):
        return False
    if _BY_PRONOUN.search(before) and _CLOSED.search(after):
        return True
    if _FROM_FOR.search(before) or _BOUND_TO.match(after):
        return True
    return bool(_TERM_VERB.search(f"{before} {after}") and _CONTRACT.search(f"{before[-120:]} {after[:60]}"))


def _not_terminable_before(text: str, before: str, after: str) -> bool:
    """`erst nach einem Jahr kündbar`, `drei Jahre unkündbar`: a first term in other words."""
    if _BOUND.search(after):
        return True
    if (_IN_THE_FIRST.search(before) or _BEFORE_THEN.search(before)) and _NO_TERMINATION.search(after):
        return True
    if _NOT_BEFORE.search(before) and _AFTER.match(after) and _TERMINATED.search(text):
        return True
    if not _AFTER_YEAR.search(before):
        return False
    if _UNLIMITED.search(text) and _TERMINATED.search(text):
        return True
    near = f"{before} {after[:60]}"
    return bool(_TERMINATION.search(near) and _ONLY_THEN.search(before[-40:]))


_RENEW = words(
    r"""
    verlänger\w* stillschweigend\w*_erneuer\w* erneuert_sich
    verlängerungs(?:laufzeit|zeitraum|periode)\w* fortgesetzt setzt_sich\b[^.;]{0,60}\bfort\b
    (?:läuft|laufen)\b[^.;]{0,80}\b(?:weiter|fort)\b (?:läuft|laufen)_(?:\w+_){0,4}?weitere\w*
    (?:geht|gehen)\b[^.;]{0,80}\bun(?:befristet|bestimmt)\w*[^.;]{0,60}\büber\b wandelt_sich umgewandelt umwandlung
    """
)
_RENEWED = words(
    r"""
    \w*vertr[aä]g\w* \w*laufzeit\w* \w*abonnement\w* \w*abo\b mitgliedschaft\w* mietverhältnis\w* \w*verhältnis\w*
    verlängerungs\w+ er\b dieser\b sie\b vereinbarung\w* \w*dauer lizenz\w* mietzeit\w* \w*paket\w* er_sich nutzung\w* bestellung\w*
    automatisch\w*
    """
)
_NOT_RENEWED = re.compile(
    r"\b(?:(?:liefer|leistungs|zahlungs|nach|gewährleistungs|verjährungs|rüge|widerrufs|ausführungs|fertigstellungs)(?:frist|fristen|termine?|zeit\w*)|garantie\w*)\b[^.;]{0,60}\bverlänger"
    r"|\b(?:die|diese|der|vereinbarte\w*|genannte\w*)\s+(?:frist(?:en)?|termine?)\s+(?:\w+\s+){0,3}?verlänger"
    r"|\bverlänger\w*\s+sich\s+(?:\w+\s+){0,2}?(?:\w*fristen?|\w*termine?)\b|\bverlänger\w*[^.;]{0,40}\b(?:liefer|leistungs|ausführungs)(?:frist|zeit|termin)"
    r"|\bverlänger\w*\s+sich\s+(?:\w+\s+){0,2}?nicht\s+(?:automatisch\s+|stillschweigend\s+)?(?:um|auf)\b|\bverlängerung\w*\b[^.;]{0,80}\b(?:findet|finden|tritt|erfolgt)\s+(?:\w+\s+)?nicht\b|\bkeine\s+(?:\w+\s+)?verlängerung\w*\s+(?:um|auf)\b",
    re.IGNORECASE,
)
_BY_LENGTH = re.compile(
    r"\b(?:um|für|auf)\s+(?:jeweils\s+|je\s+|(?:eine|die|einen)\s+)*(?:(?:weitere|neue|feste|zusätzliche)\w*\s+)?(?:(?:zeitraum|dauer|periode|laufzeit|frist|vertragslaufzeit|zeit)\s+)?(?:von\s+)?(?:jeweils\s+)?(?:weitere\w*\s+)?$",
    re.IGNORECASE,
)


_BY_ITSELF = re.compile(r"\b(?:läuft|laufen)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_EACH_TIME = re.compile(r"(?:von\s+\w+\s+zu|\w+\s+(?:für|um))\s+\w+", re.IGNORECASE)
_FURTHER = re.compile(r"\bweiter(?:e[nrs]?)?\b", re.IGNORECASE)
_FIRST_OF_TWO = re.compile(r"\b(?:auf|für)\b[^.;,]*$", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\bauf\s+un(?:bestimmte\s+(?:zeit|dauer)|befristete\s+(?:zeit|dauer))\b|\bunbefristet\w*", re.IGNORECASE
)
_LENGTH_OF_RENEWAL = re.compile(
    r"\bverlängerung(?:s(?:zeitraum|laufzeit|periode|dauer|zeit)\w*)?\b[^.;]{0,40}\b(?:beträgt|umfasst|von|ist)\s+(?:jeweils\s+)?(?:weitere\s+)?$",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"\b(?:kein\w*\s+(?:einverständnis|automatische\w*|zustimmung)|nicht\s+einverstanden)\b", re.IGNORECASE
)


def _renewal_length(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.unit not in ("week", "month", "quarter", "year") and quantity.value < 28:
        return False
    before, after = text_before(sentence, quantity, 120), sentence.after(quantity)
    printed = sentence.text[quantity.start - sentence.start : quantity.end - sentence.start]
    if _EACH_TIME.match(printed):
        return True
    if _BY_ITSELF.search(before) and _FURTHER.search(f"{before[-9:]}{printed}{after[:8]}"):
        return True
    if _LENGTH_OF_RENEWAL.search(before):
        return True
    if not _BY_LENGTH.search(before):
        return False
    # `auf ein Jahr geschlossen und verlängert sich um …`: the first term stands before its own verb.
    own = re.split(r"[;,]|\bund\b", after)[0]
    first = _FIRST_OF_TWO.search(before) and not _RENEW.search(f"{before} {own}")
    return not first


def _renewal(sentence: Sentence) -> Iterator[Candidate]:
    renew = _RENEW.search(sentence.text)
    if not renew or not _RENEWED.search(sentence.text) or _NOT_RENEWED.search(sentence.text):
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        if _renewal_length(sentence, quantity):
            yield period(sentence, ProvisionKind.RENEWAL_TERM, RenewalTerm(quantity.duration), quantity, "renewal")
    match = _INDEFINITE.search(sentence.text)
    if match and not _UNWANTED.search(sentence.text):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield phrase(sentence, ProvisionKind.RENEWAL_TERM, RenewalTerm(None, True), at, "renewal_indefinite")
