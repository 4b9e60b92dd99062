"""What a value is about: two values contradict each other only where they speak of the same case.

Strategy: the nouns and adjectives of the sentence that states a value, less those that any sentence of its kind uses
(`Vertrag`, `Kündigung`, `Frist`, `Rechnung`, party names), are its scope: `Webhosting`, `Anzahlung`, `Sonderkündigung`. Audience
and condition words of the clause before the sentence, and services named by the headings, belong to it. Equal scopes speak
of the same case, different ones of two; where only one sentence says more and no condition begins in it, the case is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.comparing.folding import folded, folded_words, plain_words
from app.models.provisions import Party, Provision, ProvisionKind, ProvisionValue
from app.models.reading import Clause, Reading
from app.models.source import Span
from app.nlp.numberwords import number_word
from app.nlp.provisions.parties import CUSTOMER, SUPPLIER
from app.nlp.quantities import QuantityKind, find_quantities
from app.nlp.sentences import sentence_spans

_STOP = (
    r"de[rnmsi]|die|das|dass|daß|dies\w*|jene\w*|jede\w*|alle[rnms]?|sämtliche\w*|ein|eine[rnms]?|kein\w*|sich|sie|er|es|wir|uns|unser\w*|ihr\w*|ihm|ihn|"
    r"sein|seine\w*|ist|sind|war|wird|werden|worden|wurde\w*|haben|hat|kann|können|darf|dürfen|muss|müssen|soll\w*|bedarf|bedürfen|bleib\w*|"
    r"und|oder|sowie|auch|aber|jedoch|nur|noch|schon|bereits|so|wie|als|dann|damit|daher|dabei|hier\w*|davon|deren|dessen|welche\w*|"
    r"in|im|ins|an|am|auf|aus|zu|zum|zur|von|vom|vor|nach|mit|ohne|durch|unter|über|gegen|seit|ab|bis|um|pro|je|per|bzw|beziehungsweise|etwa|mindestens|"
    r"nicht|jeweil\w*|jeweils|stets|immer|sofort|unverzüglich|grundsätzlich|insgesamt|ausschließlich|ausdrücklich|hiervon|erst|erste[nrms]?|"
    r"nächst\w*|folgend\w*|weiter\w*|voll\w*|ganz\w*|gesamt\w*|bestimmt\w*|gilt|gelten|beträgt|betragen|läuft|erfolg\w*|erfolgt|wirksam\w*|möglich|zulässig|berechtigt|verpflichtet|"
    r"sofern|soweit|falls|wenn|bei|beim|für|anders|anderes|sonst|andernfalls|ansonsten|danach|zunächst|anschließend|daraus|entsteh\w*|anderweitig\w*|abweichend\w*|vereinbart\w*|nichts|etwas|etwaige\w*|gemäß|entsprechend\w*|jederzeit|allgemein\w*|ordnungsgemäß\w*|abs|satz|ziffer|ziff|nr|art|"
    r"gesetzlich\w*|vertraglich\w*|üblich\w*|sonstig\w*|übrig\w*|einzig\w*|gültig\w*|ursprünglich\w*|zukünftig\w*|notwendig\w*|zusätzlich\w*|vollständig\w*|\w+fache[nrms]?|geschlossen\w*|beid\w*|beiderseit\w*|gleich\w*|eur|euro|chf|usd|mwst|zzgl|inkl|brutto|netto"
)
_TALK = (
    r"(?:kalender|werk|arbeits|bank\w*|geschäfts)?tag\w*|(?:kalender)?woche\w*|(?:kalender|vertrags)?monat(?:e[ns]?|s)?|(?:kalender|vertrags)?jahr(?:e|es|en|s)?|quartal(?:e[ns]?|s)?|(?:kalender)?vierteljahr(?:e[ns]?|s)?|stunden?|"
    r"kalender\w*ende\w*|(?:monats|jahres|quartals|vertrags|laufzeit|vierteljahres)ende\w*|ende|enden|endet|ablauf\w*|abgelaufen\w*|beginn\w*|dauer|datum|zeitpunkt\w*|zeit|zeitraum\w*|termin\w*|"
    r"frist\w*|innerhalb|binnen|spätestens|frühestens|vorher|nachdem|rechtzeitig\w*|fristgerecht\w*|fristgemäß\w*|einhalt\w*|"
    r"vertrag(?:e?s|e)?|vertragsverhältnis\w*|verhältnis\w*|vereinbarung\w*|(?:vertrags)?laufzeit\w*|vertragsdauer|unbefristet\w*|unbestimmt\w*|befristet\w*|"
    r"(?:vertrags)?partei\w*|(?:vertrags)?partner\w*|seite\w*|teil\w*|"
    r"schriftlich\w*|schriftform|textform|form|mail|erklär\w*|erklärung\w*|mitteil\w*|mitgeteilt|anzeig\w*|anzuzeigen|angezeigt|gegenüber|zugang\w*|zugeh\w*|eingang\w*|eingeh\w*|erhalt\w*|empfang\w*"
)
_BY_KIND = {
    ProvisionKind.NOTICE_PERIOD: r"(?:vertrags)?kündig\w*|gekündigt\w*|kündbar\w*|kündigungsfrist\w*|kündigungstermin\w*|beend\w*|beendig\w*|ordentlich\w*|verlänger\w*|auflös\w*|aufgelöst",
    ProvisionKind.CONTRACT_TERM: r"mindest(?:vertrags)?laufzeit\w*|mindestvertragsdauer|erstlaufzeit|grundlaufzeit|mindestdauer|schließ\w*|fest\w*|kündig\w*|kündbar\w*|gekündigt|verlänger\w*",
    ProvisionKind.RENEWAL_TERM: r"verlänger\w*|automatisch\w*|stillschweigend\w*|gekündigt|kündig\w*|laufzeit\w*|andernfalls|vertragslaufzeit\w*|mindest(?:vertrags)?laufzeit\w*|anschließend\w*",
    ProvisionKind.PAYMENT_TERM: r"(?:be)?zahl\w*|gezahlt|bezahlt|zahlbar\w*|zahlung\w*|zahlungsziel\w*|zahlungsfrist\w*|fällig\w*|rechnung(?:en|s)?|rechnungs(?:stellung|datum\w*|erhalt\w*|betrag\w*|eingang|zugang|legung)|gestellt\w*|stellen|begleich\w*|beglichen|ausgleich\w*|"
    r"abzug\w*|abzüge\w*|rein|spesenfrei|kostenfrei|porto\w*|skonto\w*|entgelt\w*|vergütung\w*|betrag\w*|beträge\w*|konto\w*|überweis\w*|preis(?:e[ns]?)?|angegeben\w*|genannt\w*|lieferung\w*|leisten|geleistet|entrichten|sonstig\w*",
    ProvisionKind.LIMITATION_PERIOD: r"verjähr\w*|verjährungsfrist\w*|gewährleistung\w*|mängel\w*|mangel\w*|sachmängel\w*|sachmangel\w*|mängelanspr\w*|anspr[uü]ch\w*|recht\w*|wegen|ablieferung\w*|lieferung\w*|übergabe\w*|gefahrübergang\w*|gefahrenübergang\w*|abnahme|sache\w*|ware\w*|gesetzlich\w*|geliefert\w*|gerechnet|leistung(?:en)?|lieferung(?:en)?",
    ProvisionKind.WITHDRAWAL_PERIOD: r"wider\w*|widerrufsfrist|recht|angabe\w*|gründe\w*|ware\w*|vertragserklärung|vertragsschluss\w*|lang\w*",
    ProvisionKind.OBJECTION_DEADLINE: r"rüg\w*|gerügt|mängelrüge\w*|reklam\w*|mängel\w*|mangel\w*|beanstand\w*|einwend\w*|einwänd\w*|einspr\w*|widersp\w*|genehmigt\w*|genehmig\w*|anerkannt|angenommen|untersuch\w*|prüf\w*|rechnung\w*|lieferung\w*|ware\w*|abgelieferung|ablieferung\w*|übergabe|feststell\w*|melden|gemeldet|geltend|machen|andernfalls|gelieferte\w*|eintreffen|gewährleistung\w*|anspr[uü]ch\w*|rechte?|ausgeschlossen|verlust\w*",
    ProvisionKind.LIABILITY_CAP: r"haft\w*|schad\w*|schäden|schadens\w*|ersatz\w*|ersetz\w*|höhe\w*|begrenz\w*|beschränk\w*|höchst\w*|höchstens|maximal\w*|insgesamt|summe\w*|betrag\w*|gesamt\w*|haftungs\w*|typisch\w*|vertragstypisch\w*|vorhersehbar\w*|entschädigung\w*|verzug\w*|lieferverzug\w*|verzögerung\w*|verspät\w*|kommt|gerät|verlang\w*|preis\w*|lieferung\w*|wert\w*|wegen|einzeln\w*|fall|falle|fäll\w*|ereignis\w*|schadensereignis\w*|schadensfall\w*|schadenfall\w*|übersteig\w*|hinaus\w*|übrig\w*|fahrlässig\w*|einfach\w*|leicht\w*",
}
_SIDES = {Party.SUPPLIER: re.compile(rf"\b(?:{SUPPLIER})\b"), Party.CUSTOMER: re.compile(rf"\b(?:{CUSTOMER})\b")}
_PARTIES = re.compile(rf"(?:{SUPPLIER}|{CUSTOMER})", re.IGNORECASE)
_CASES = re.compile(
    r"\b(verbraucher|unternehmer|kaufl|kaufm|konsument|gebraucht|neuware|neue[nrms]?\s+(?:sachen|waren?)|ausland|ausländ|stammkunde|neukunde|"
    r"anzahlung|abschlag|teilzahlung|schlussrechnung|offensichtlich|offene|verdeckt|versteckt|erkennbar|bauwerk|vorsätzlich|arglist|"
    r"mietv|kaufv|werkvertr|dienstvertr)"
)
_CONTRASTED = re.compile(
    r"\b(?:(?P<open>offen|offensichtlich|erkennbar)|(?P<hidden>verdeckt|versteckt|verborgen))(?:e[nrs]?)?\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"(hosting|housing|domain|wartung|pflege|leasing|schulung|seminar|beratung|support|lizenz|saas|cloud|werkleistung|reparatur|montage|workshop|"
    r"gutschein|veranstaltung|backup|monitoring|telekommunikation|colocation|verbraucher|unternehmer|export|ausland|online-?shop|coaching|training)"
)
_BEGINS_CONDITION = re.compile(
    r"\b(?:wenn|falls|sofern|soweit|bei|beim|für|fall|falle|gegenüber|hinsichtlich|bezüglich|betreffend|abweichend|ausnahm\w*|während|nach\s+ablauf|erstmal\w*|verlänger\w*|statt|anstelle|wegen|aufgrund|infolge|nur|ist\s+(?:der|die|das)|wird\s+(?:der|die|das)|hat\s+(?:der|die))\b",
    re.IGNORECASE,
)
# `Erhöht der Anbieter die Preise, …`: the verb before its subject.
_VERB_FIRST = re.compile(
    r"\W*(?:[A-ZÄÖÜ]\w+t|Soll|Kann|Ist|Sind|Werden|Haben)\s+(?:der|die|das|den|dem|ein\w*|kein\w*|er|sie|es|wir|diese\w*|sich|Ihnen)\b"
)
# The case stands in the sentence before, so it is no other sentence's case.
_POINTS_BACK = re.compile(
    r"\bin\s+den\s.{0,40}?\b(?:bezeichnet|genannt|aufgeführt|geregelt|beschrieben)en\s+Fällen\b|\b(?:in\s+(?:diese[mn]|solche[mn]|einem\s+solchen|letztere[mn])\s+F[aä]lle?n?|diesfalls|insoweit|insofern|(?:hier|da)für|(?:hier|da)bei|hierzu)\b",
    re.IGNORECASE,
)
# A rule for what no other clause says gives way to every other one.
_FALLS_BACK = re.compile(
    r"\b(?:so(?:fern|weit)|wenn|falls)\s+(?:[\w-]+\s+){0,6}?nichts?\s+(?:\w+\s+){0,3}?(?:angegeben|geregelt|bestimmt|ergibt|festgelegt|genannt)\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:sofern|soweit|wenn|falls)\s+(?:\w+\s+){0,3}?(?:nichts?|keine?)\s+(?:\w+\s+){0,3}?(?:vereinbart|geregelt|bestimmt|ergibt|angegeben|genannt)(?:\s+(?:ist|wurde|wird|haben))?",
    re.IGNORECASE,
)
ADJECTIVE = "~"  # before the adjectives among the words
_ORDINARY = 3  # letters; shorter words limit nothing
_STEM = 7  # letters by which a word is known in singular and plural
_ENDING = re.compile(r"e[nrms]?$")
_SAME_PRICE = {"mietpre": "miete", "mietzin": "miete", "mieten": "miete"}
_LETTERS = re.compile(r"[^\W\d_]+")
_ADJECTIVE = re.compile(r"\w{2,}(?:(?:lich|isch|ig|bar|sam|los|iert)(?:e[nrms]?)?|weise)")


@dataclass(frozen=True, slots=True)
class Scope:
    """The case a value speaks of: `words` of its sentence (adjectives marked), `cases` that set it apart (audiences, services, kinds of goods),
    whether a condition begins in its sentence, the `sentence` in the clause's text, the `sides` it names and, among the
    cases, the `services` of the headings.
    """

    words: frozenset[str]
    cases: frozenset[str]
    conditional: bool
    sentence: Span
    sides: frozenset[Party] = frozenset()
    services: frozenset[str] = frozenset()


def scope_of(provision: Provision, reading: Reading) -> Scope:
    """The scope of a value by the words of its sentence, its clause before it and the headings above it."""
    clause = reading.by_id[provision.clause]
    start, end = sentence_span(clause.text, provision.start, provision.end)
    first, last = _contrasted_part(clause.text, (start, end), provision.value)
    sentence = _HARMLESS.sub(" ", clause.text[first:last])
    words = frozenset(_limiting(sentence, provision.kind))
    cases = set(_CASES.findall(folded(sentence)))
    cases |= {f"before {case}" for case in _CASES.findall(folded(clause.text[:start]))}
    if _POINTS_BACK.search(sentence) or _FALLS_BACK.search(clause.text[start:end]):
        cases.add(f"{clause.id} {start}")
    services = {match[1] for heading in _headings(clause, reading) for match in _SERVICE.finditer(heading.casefold())}
    conditional = bool(_BEGINS_CONDITION.search(sentence) or _VERB_FIRST.match(sentence))
    sides = frozenset(side for side, pattern in _SIDES.items() if pattern.search(sentence))
    return Scope(words, frozenset(cases | services), conditional, (start, end), sides, frozenset(services))


def _contrasted_part(text: str, sentence: Span, value: ProvisionValue) -> Span:
    """The part of a sentence that states `value`, where it says one thing for open defects and another for hidden ones."""
    start, end = sentence
    marks = list(_CONTRASTED.finditer(text, start, end))
    if len({mark.lastgroup for mark in marks}) < len(_CONTRASTED.groupindex):
        return sentence
    ends = [text.rfind(",", start, mark.start()) for mark in marks[1:]]
    cuts = [start, *(cut for cut in ends if cut > start), end]
    return next((part for part in pairwise(cuts) if _states(text[slice(*part)], value)), sentence)


def _states(part: str, value: ProvisionValue) -> bool:
    length = getattr(value, "duration", None)
    found = (q for q in find_quantities(part) if q.kind is QuantityKind.DURATION)
    return any(length is not None and (q.value, q.unit) == (length.value, length.unit) for q in found)


def sentence_span(text: str, start: int, end: int) -> Span:
    """The whole sentences that `text[start:end]` touches."""
    touched = [(a, b) for a, b in sentence_spans(text) if a < end and b > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


@lru_cache(maxsize=16)
def _talk(kind: ProvisionKind) -> re.Pattern[str]:
    return re.compile(rf"(?:{_STOP}|{_TALK}|{_BY_KIND.get(kind, '(?!)')})")


def _limiting(sentence: str, kind: ProvisionKind) -> Iterator[str]:
    """The nouns and limiting adjectives of a sentence that not every sentence of its kind uses, inflection cut off."""
    talk = _talk(kind)
    verb_first = _VERB_FIRST.match(sentence) is not None
    for at, match in enumerate(_LETTERS.finditer(sentence)):
        printed = match[0]
        word = "".join(folded_words(printed))
        adjective = bool(_ADJECTIVE.fullmatch(word)) and (at == 0 or printed[0].islower())
        noun = not adjective and printed[0].isupper() and not (verb_first and at == 0)
        if not (noun or adjective) or len(word) < _ORDINARY:
            continue
        if not talk.fullmatch(word) and not _PARTIES.fullmatch(word) and number_word(word) is None:
            stem = "".join(plain_words(word))[:_STEM]
            yield _SAME_PRICE.get(stem, stem) if noun else ADJECTIVE + _ENDING.sub("", word)


def _headings(clause: Clause, reading: Reading) -> list[str]:
    headings = []
    here: Clause | None = clause
    while here is not None:
        headings.append(here.heading)
        here = reading.by_id.get(here.parent) if here.parent else None
    return headings
