"""Payment terms, limitation periods, contract and renewal terms, withdrawal periods.

Strategy: these kinds carry one duration each and differ by the noun or verb that governs it; a table of triggers with
what must not stand near is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import ProvisionKind, RenewalTerm, Term
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.lexemes import words
from app.nlp.quantities import Quantity, QuantityKind

# Confidence per frame: our estimate of how often it is right, after reading its finds on terms outside the gold set.
PAYMENT, PAYMENT_AT_ONCE, LIMITATION, FIRST_TERM, TERM_BEFORE_NOTICE, RENEWAL, RENEWAL_INDEFINITE, WITHDRAWAL = (
    0.9, 0.8, 0.9, 0.85, 0.75, 0.9, 0.85, 0.9,
)  # fmt: skip


def find_terms(view: View) -> Iterator[Candidate]:
    """Candidates for the further kinds in a clause."""
    for sentence in view.sentences:
        yield from _payment(sentence, view)
        yield from _limitation(sentence, view)
        yield from _first_term(sentence, view)
        yield from _renewal(sentence)
        yield from _withdrawal(sentence, view)


_PAY = words(
    r"""
    zahlbar\w* fällig\w* zu_(?:be)?zahlen (?:be)?zahlt\b bezahlen zu_begleichen beglichen auszugleichen
    zu_entrichten zu_überweisen zahlungsziel\w* zahlungsfrist\w* zahlungsbedingung\w* rein_netto netto\b
    ohne_(?:jeden_)?abzug (?:rest|an|schluss)?zahlung(?:en)?\b rechnungsausgleich ausgeglichen zu_leisten
    begleichung eingezahlt einzuzahlen zahlen\b bezahlung leistet\b gutgeschrieben
    """
)  # fmt: skip
_BILL = words(
    r"""
    rechnung\w* \w*rechnungen entgelt\w* vergütung\w* kaufpreis\w* \w*zahlung\w* \w*betrag\w* forderung\w*
    honorar\w* gebühr\w* \w*preis\w* \w*kosten miete\w* netto zahlungsziel\w* zahlbar
    """
)
_NO_PAYMENT = words(
    r"""
    verzug\w* mahn\w* skonto\w* rückzahl\w* rückerstatt\w* erstatt\w* zurück(?:zu)?zahl\w* gutschrift\w* widerruf\w*
    verjähr\w* (?:ge)?kündig\w* (?:fällig|zahlbar)_(?:ge)?stell\w* abzuführen abführ\w* zurückzu\w* zurückerstatt\w* zahl(?:t|en)\b[^.;]{0,80}\bzurück\b storn\w* gutschein\w* lastschrift\w*_(?:wird|erfolgt) pre-?notification\w* vorabankündigung\w*
    abbuchung\w* liefer(?:zeit|frist)\w* nachfrist\w* rücktritt\w* zurücktreten mängel\w* zinsen
    reservier\w* beanstand\w* einwendung\w* widerspr\w* storn\w* eigentum\w* zahlungserinnerung\w* auszahlung\w* versend\w* verschick\w* liefert\b liefern\b
    lieferung(?:en)?_erfolg\w* geht\b[^.;]*\bzu\b ausgeliefert
    """
)  # fmt: skip
_WITHIN = re.compile(
    r"\b(?:inner(?:t|halb)|binnen|in|spätestens|längstens|zahlungsziel\w*|zahlungsfrist\w*|frist|ziel|netto|beträgt|nach|bis|von|zahlbar|fällig)\b(?:\s+(?:von|spätestens|längstens|beträgt|sofern|einer|eines|einem|der|frist|ablauf|nach|maximal|zu|jedoch|ist|sind|weiteren|:)){0,5}\s*$|\(\s*$",
    re.IGNORECASE,
)
_FROM_BILL = re.compile(
    r"^\s*(?:\w+\s+){0,3}?(?:nach|ab|seit)\s+(?:\w+\s+){0,3}?\w*(?:rechnung|erhalt|zugang|lieferung|fälligkeit|datum|ausstellung|versand|eingang|leistung|vertragsschluss|abnahme|bestellung|zustellung|warenerhalt|auftragsbestätigung)\w*|^\s*(?:rein\s+)?(?:netto|ohne\s+abzug|zahlbar)|^\s*(?:zur\s+)?zahl|^\s*ziel\b",
    re.IGNORECASE,
)
_FULL_PRICE = re.compile(r"\bohne\s+(?:(?:\w+\s+)?abzug(?:\s+von\s+skonto)?|skonto)\b", re.IGNORECASE)
_SKONTO = re.compile(r"^[^.;]{0,60}?\bskonto|^[^.;]{0,40}?\babzug\s+von\b|^[^.;]{0,20}?\babzüglich", re.IGNORECASE)
_PAY_AT_ONCE = re.compile(
    r"\b(?:sofort|umgehend|unverzüglich|unmittelbar)\w*\b[^.;]{0,70}\b(?:fällig\w*|zahlbar\w*|zu\s+(?:be)?zahlen|zur\s+zahlung|zu\s+begleichen|zu\s+leisten|zu\s+entrichten|netto)"
    r"|\b(?:fällig\w*|zahlbar\w*|zahlung\w*\s+(?:ist|sind|hat|haben|erfolgt))\b[^.;]{0,50}\b(?:sofort|umgehend|unverzüglich|unmittelbar\s+(?:nach|mit))\b"
    r"|\b(?:mit|bei|nach)\s+(?:dem\s+|der\s+)?(?:zugang|erhalt|eingang|zustellung|stellung|rechnungsstellung|rechnungserhalt|rechnungszugang|rechnungslegung)(?:\s+der\s+(?:\w+\s+)?rechnung)?\s+(?:\w+\s+){0,3}?(?:fällig|zahlbar)"
    r"|\b(?:fällig|zahlbar)\s+(?:\w+\s+){0,2}?(?:mit|bei|nach)\s+(?:dem\s+)?(?:zugang|erhalt|eingang|zustellung|stellung|rechnungsstellung|rechnungserhalt|rechnungszugang)",
    re.IGNORECASE,
)


_RETENTION = words(r"vorbehaltsware\w* eigentumsvorbehalt\w* pflichtverletzung\w*")


def _payment(sentence: Sentence, view: View) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    paying = _PAY.search(text) and (_BILL.search(text) or _BILL.search(view.around.heading))
    if not paying or _RETENTION.search(text):
        return
    found = False
    for quantity in sentence.of(QuantityKind.DURATION):
        if _payment_time(sentence, quantity):
            found = True
            yield candidate(
                sentence,
                ProvisionKind.PAYMENT_TERM,
                Term(quantity.duration),
                (quantity.start, quantity.end),
                "payment_within",
                PAYMENT,
            )
    match = _PAY_AT_ONCE.search(sentence.text)
    if match and not found and not _blocked(sentence.text[: match.end() + 30]):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield candidate(sentence, ProvisionKind.PAYMENT_TERM, Term(None, True), at, "payment_at_once", PAYMENT_AT_ONCE)


def _blocked(text: str) -> bool:
    """Default, refunds and cancellation speak of payment too; `Skonto` alone is no obstacle here."""
    match = _NO_PAYMENT.search(text)
    while match and match[0].casefold().startswith("skonto"):
        match = _NO_PAYMENT.search(text, match.end())
    return match is not None


def _payment_time(sentence: Sentence, quantity: Quantity) -> bool:
    before, after = sentence.before(quantity, 220), sentence.after(quantity, 160)
    if quantity.unit in ("hour", "year") or not (_WITHIN.search(before) or _FROM_BILL.search(after)):
        return False
    if re.match(r"\s*(?:\w+\s+)?vor\b", after) or re.search(r"\bvor\s*$", before):
        return False
    clause = re.split(r"[;:]|,(?=\s*(?:zahlbar|fällig)\b)", before)[-1]
    rest = re.split(r"[;:]|\boder\b|\bansonsten\b|\bbei\s+zahlung\b", after)[0]
    if _SKONTO.search(_FULL_PRICE.sub(" ", rest)) or re.search(
        r"\bskonto\b(?![^,;]*\boder\b)[^,;]{0,40}$", clause, re.IGNORECASE
    ):
        return False
    return (
        not _blocked(f"{clause} {rest}")
        and not re.search(r"verzug", after, re.IGNORECASE)
        and bool(_PAY.search(f"{sentence.lead} {before} {after}"))
    )


_LIMITATION = words(
    r"""
    verjähr\w* \w*verjährung(?:sfrist|szeit)?\w*
    (?:gewährleistungs|mängelhaftungs|sachmängel\w*|haftungs|ausschluss|rügeausschluss)(?:frist|zeit|dauer|zeitraum)\w*
    gewährleistung(?:spflicht)?\b (?:sach)?mängelhaftung\b gewährleist(?:en|et)\b gerichtlich_geltend für_(?:sach)?mängel_hafte[nt]\b (?:haften|haftet)_[^.;]{0,40}\bfür_die_dauer_von
    gewährleistungsansprüche\w* mängelansprüche\w* gewähr\b mängelrechte\w*
    (?:rechte|ansprüche)_[^.;,]{0,60}\b(?:mängeln?|mangel\w*|gewährleistung)\b
    """
)  # fmt: skip
_LIMITATION_VERB = words(
    r"""
    leiste(?:n|t)\b haften_wir gewährleist(?:en|et)\b geltend_gemacht geltend_zu_machen
    verjähr\w* beträgt betragen endet enden frist\w* begrenzt beschränkt dauer\b dauert läuft \w*frist\w*
    gewähr\w*_für erlisch\w* erlöschen innerhalb verkürzt für_die_dauer reduziert gilt_(?:eine|für) auf\b von\b
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


def _limitation(sentence: Sentence, view: View) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    about = _LIMITATION.search(text) or (
        re.search(
            r"verjährung|gewährleistungsfrist", view.around.headings[0] if view.around.headings else "", re.IGNORECASE
        )
        and re.search(r"\bfrist\b", text, re.IGNORECASE)
    )
    if not about:
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        before, after = sentence.before(quantity, 260), sentence.after(quantity, 110)
        near = f"{before[-150:]} {after}"
        if quantity.unit in ("hour", "working_day", "day", "week") and quantity.value < 30:
            continue
        strong = re.search(
            r"verjähr|gewährleistungs(?:frist|zeit|dauer)|mängelhaftungsfrist|gerichtlich\s+geltend|(?:mängel|gewährleistungs)anspr[uü]ch\w*[^.;]*\bgeltend\s+gemacht",
            f"{sentence.lead} {sentence.text}",
            re.IGNORECASE,
        )
        if not strong and _NO_LIMITATION.search(near):
            continue
        if _APPEARS.search(after):
            continue
        if re.search(r"\b(?:älter\s+als|mehr\s+als|länger\s+als|seit)\s*$", before, re.IGNORECASE) or re.search(
            r"\bverlängert\b[^.;]*\bum\s+$", before
        ):
            continue
        if _LIMITATION_VERB.search(near):
            yield candidate(
                sentence,
                ProvisionKind.LIMITATION_PERIOD,
                Term(quantity.duration),
                (quantity.start, quantity.end),
                "limitation",
                LIMITATION,
            )


_TERM_NOUN = re.compile(
    r"\b(?:mindest(?:vertrags|miet|bezugs|abnahme)?-?(?:laufzeit|dauer|zeit)|mindestvertragslaufzeit|(?:vertrags|erst|grund|anfangs|fest|miet|abonnement|abo|regel)?-?laufzeit|vertragsdauer|vertragszeit|erstvertragslaufzeit|grundmietzeit|mindestmietzeit|mietdauer|mietzeit|mindestbezugszeit\w*|laufzeiten|dauer\s+(?:des|der)\s+\w*(?:vertrag|miet|abonnement|mitgliedschaft)\w*|(?:mindest)?vertragsbindung|bindungsfrist|(?:erste\s+)?vertragsperiode)\b",
    re.IGNORECASE,
)
_TERM_VERB = re.compile(
    r"\b(?:abgeschlossen|geschlossen|eingegangen|läuft|laufen|befristet|fest|gilt|gelten|dauert|besteht|vereinbart|unkündbar|beträgt|betragen)\b",
    re.IGNORECASE,
)
_FOR_TERM = re.compile(
    r"\b(?:auf|für|über)\s+(?:(?:die|eine)\s+)?(?:(?:feste|bestimmte|unkündbare)\w*\s+)?(?:(?:dauer|zeit|laufzeit|zeitraum|mindestdauer|mindestlaufzeit|vertragslaufzeit)\s+)?(?:von\s+)?(?:zunächst\s+|mindestens\s+|jeweils\s+)?$"
    r"|\b(?:läuft|laufen|dauert|dauern|gilt|gelten)\s+(?:\w+\s+)?(?:zunächst|mindestens|wenigstens|fest)\s+$|\bvertrag\w*\s+(?:läuft|laufen|dauert)\s+$",
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


def _first_term(sentence: Sentence, view: View) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    for quantity in sentence.of(QuantityKind.DURATION):
        if quantity.unit in ("hour", "working_day") or re.match(
            r"\s*(?:\w+\s+){0,2}?(?:vor|kündigungsfrist)\b", sentence.after(quantity, 40), re.IGNORECASE
        ):
            continue
        before, after = sentence.before(quantity, 160), sentence.after(quantity, 120)
        if "weiter" in sentence.text[quantity.start - sentence.start : quantity.end - sentence.start].casefold():
            continue
        if _NOT_TERM_BEFORE.search(before) and not _AFTER_YEAR.search(before):
            continue
        rule = _term_rule(text, before, after)
        if rule:
            confidence = TERM_BEFORE_NOTICE if rule == "term_before_notice" else FIRST_TERM
            yield candidate(
                sentence,
                ProvisionKind.CONTRACT_TERM,
                Term(quantity.duration),
                (quantity.start, quantity.end),
                rule,
                confidence,
            )


_BOUND = re.compile(
    r"^\s*(?:lang\s+)?(?:fest\s+|beiderseits\s+)?(?:unkündbar|nicht\s+(?:ordentlich\s+)?kündbar)\b", re.IGNORECASE
)
_IN_THE_FIRST = re.compile(r"\b(?:in\s+den|während\s+der)\s+ersten\s+$|\bwährend\s+des\s+ersten\s*$", re.IGNORECASE)
_BY_PRONOUN = re.compile(r"\b(?:er|es|sie|dieser)\s+(?:wird|werden)\b[^.;,]*$", re.IGNORECASE)
_CLOSED = re.compile(r"^[^.;,]{0,40}\b(?:abgeschlossen|geschlossen|eingegangen)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:frühestens|erstmals|erst)\s*$", re.IGNORECASE)


_AFTER_THE_END = re.compile(r"^\s*nach\s+(?:\w+\s+)?(?:beendigung|ende|ablauf|auslaufen)\b", re.IGNORECASE)
_NO_TERMINATION = re.compile(
    r"kündigung\w*[^.;]*\bausgeschlossen|\bnicht\b[^.;]*kündbar|^[^.;]*\bausgeschlossen\b", re.IGNORECASE
)


def _term_rule(text: str, before: str, after: str) -> str | None:
    close = re.split(r"[;,]", before)[-1]
    if re.search(
        r"gewährleist|verjähr|garantie|liefer|geheimhalt|wettbewerb|aufbewahr|speicher|verlänger|verzug|\\bzahlung|zahlungs(?:frist|ziel)",
        close,
        re.IGNORECASE,
    ):
        return None
    reach = re.split(r";", before)[-1][-110:] if re.search(r"\bbeträgt\b", before[-110:]) else close[-90:]
    noun = _TERM_NOUN.search(reach)
    if (
        noun
        and not _AFTER_THE_END.search(after)
        and not re.search(r"kündig|nach\s+ablauf|\bvor\b", reach[noun.end() :], re.IGNORECASE)
    ):
        return "contract_term"
    if re.match(
        r"\s*(?:\w+\s+)?(?:mindest)?\w*(?:laufzeit|vertragsdauer|vertragslaufzeit)\b", after, re.IGNORECASE
    ) and not _AFTER_YEAR.search(before):
        return "contract_term"
    if (
        _FOR_TERM.search(before)
        and _TERM_VERB.search(f"{before} {after}")
        and _CONTRACT.search(f"{before[-120:]} {after[:60]}")
    ):
        return "contract_term"
    if _FOR_TERM.search(before) and _BY_PRONOUN.search(before) and _CLOSED.search(after):
        return "contract_term"
    if _BOUND.search(after) or (_IN_THE_FIRST.search(before) and _NO_TERMINATION.search(after)):
        return "term_before_notice"
    if (
        _AFTER_YEAR.search(before)
        and re.search(r"unbefristet|unbestimmte", text, re.IGNORECASE)
        and re.search(r"kündig|gekündigt|kündbar", text, re.IGNORECASE)
    ):
        return "term_before_notice"
    if (
        _NOT_BEFORE.search(before)
        and re.match(r"\s*nach\b", after)
        and re.search(r"kündig|kündbar", text, re.IGNORECASE)
    ):
        return "term_before_notice"
    if (
        _AFTER_YEAR.search(before)
        and re.search(r"\bkündigung\b|kündbar|gekündigt", f"{before[-100:]} {after[:60]}", re.IGNORECASE)
        and re.search(r"erst|frühestens|erfolgt", f"{before[-40:]}", re.IGNORECASE)
    ):
        return "term_before_notice"
    return None


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
_FURTHER = re.compile(r"\bweiter(?:e[nrs]?)?\b", re.IGNORECASE)
_FIRST_OF_TWO = re.compile(r"\b(?:auf|für)\b[^.;,]*$", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\bauf\s+un(?:bestimmte\s+(?:zeit|dauer)|befristete\s+(?:zeit|dauer))\b|\bunbefristet\w*", re.IGNORECASE
)
_LENGTH_OF_RENEWAL = re.compile(
    r"\bverlängerungs(?:zeitraum|laufzeit|periode|dauer|zeit)\w*\b[^.;]{0,40}\b(?:beträgt|umfasst|von|ist)\s+(?:jeweils\s+)?(?:weitere\s+)?$",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"\b(?:kein\w*\s+(?:einverständnis|automatische\w*|zustimmung)|nicht\s+einverstanden)\b", re.IGNORECASE
)


def _renewal_length(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.unit not in ("week", "month", "quarter", "year") and quantity.value < 28:
        return False
    before, after = sentence.before(quantity, 120), sentence.after(quantity)
    printed = sentence.text[quantity.start - sentence.start : quantity.end - sentence.start]
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
            yield candidate(
                sentence,
                ProvisionKind.RENEWAL_TERM,
                RenewalTerm(quantity.duration),
                (quantity.start, quantity.end),
                "renewal",
                RENEWAL,
            )
    match = _INDEFINITE.search(sentence.text)
    if match and not _UNWANTED.search(sentence.text):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield candidate(
            sentence, ProvisionKind.RENEWAL_TERM, RenewalTerm(None, True), at, "renewal_indefinite", RENEWAL_INDEFINITE
        )


_WITHDRAW = words(r"widerruf(?:srecht|sfrist)?\w* widerrufen")
_NO_WITHDRAWAL = words(
    r"""
    zurückzuzahlen zurück(?:zu)?(?:send|geb|zahl)\w* rückzahlung\w* erstatt\w* absenden absend\w* verlänger\w*
    erlischt\w* einwilligung\w* rückgabe\w* schick\w* garantie\w* nimmt annahme\w* annehm\w* abholen ablauf_der_frist
    """
)


_WITHDRAWAL_TIME = re.compile(r"\b(?:inner(?:t|halb)|binnen|in|bis\s+zu)\b[^.;]{0,25}$", re.IGNORECASE)
_WITHDRAW_VERB = words(r"widerrufen\b widerruf\b widerrufsrecht")
_DECLARED = re.compile(r"\bwiderruf\s+(?:kann|muss|ist)\b[^.;,]*$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"widerrufs(?:recht|frist|zeit)\w*\b[^.;|]{0,40}\||\|\s*(?:\w+\s+)?widerruf(?:s(?:recht|frist)|\b)", re.IGNORECASE
)


_SENT_BACK = words(r"widerspr\w* zurückzu(?:send|zahl|geb|gewähr)\w* zu_erstatten")


_NO_RIGHT_BEFORE = re.compile(r"\bkeine?n?\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NO_RIGHT_BEHIND = re.compile(
    r"^[^.;,]{0,60}\b(?:nicht\s+(?:zu|eingeräumt|gewährt|vereinbart)\b|(?:besteht|bestehen|gilt|gelten)\s+(?:\w+\s+){0,2}nicht\b|ausgeschlossen\b)",
    re.IGNORECASE,
)


def _withdrawal(sentence: Sentence, view: View) -> Iterator[Candidate]:
    if not _WITHDRAW.search(sentence.text) or _SENT_BACK.search(sentence.text):
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        before, after = sentence.before(quantity, 200), sentence.after(quantity, 160)
        near = f"{before[-140:]} {after}"
        if quantity.unit == "hour" or _NO_WITHDRAWAL.search(near) or not _WITHDRAW.search(near):
            continue
        if _NO_RIGHT_BEFORE.search(before) or _NO_RIGHT_BEHIND.search(after):
            continue
        if (
            _WITHDRAWAL_TIME.search(before) and (_WITHDRAW_VERB.search(after) or _DECLARED.search(before))
        ) or _ATTACHED.search(f"{before[-60:]}|{after[:40]}"):
            at = quantity.start, quantity.end
            yield candidate(
                sentence, ProvisionKind.WITHDRAWAL_PERIOD, Term(quantity.duration), at, "withdrawal", WITHDRAWAL
            )
