"""Payment terms: within what time an invoice or a price is to be paid.

Strategy: a verb of paying, the thing that is paid, and a duration behind `innerhalb`, `binnen`, `Ziel` or before `nach
Rechnungserhalt`; or `sofort fällig`. Default, refunds, discounts and cancellation speak of payment too and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import Party, ProvisionKind, Term
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import before as text_before
from app.nlp.provisions.periods import period, phrase
from app.nlp.quantities import Quantity, QuantityKind


def find_payment_terms(view: View) -> Iterator[Candidate]:
    """Candidates for payment terms in a clause."""
    for sentence in view.sentences:
        yield from _payment(sentence, view)


_PAY = words(
    r"""
    zahlbar\w* fällig\w* zu_(?:be)?zahlen (?:be)?zahlt\b bezahlen zu_begleichen beglichen begleich(?:t|en)\b auszugleichen
    anzuweisen zu_entrichten entricht(?:et|en)\b zu_überweisen zahlungsziel\w* zahlungsfrist\w* zahlungsbedingung\w* zahlungskondition\w* rein_netto netto\b
    ohne_(?:jeden_)?abzug (?:rest|an|schluss)?zahlung(?:en)?\b rechnungsausgleich ausgeglichen zu_leisten
    begleichung eingezahlt einzuzahlen zahlen\b bezahlung leistet\b gutgeschrieben \w*konto\b[^.;]{0,60}\b(?:eingeh\w*|einzugehen|eingegangen) überweis(?:t|en)\b
    """
)  # fmt: skip
_BILL = words(
    r"""
    rechnung\w* \w*rechnungen \w*entgelt\w* \w*vergütung\w* kaufpreis\w* (?:miet|pacht)zins\w* \w*beitr[aä]g\w* \w*zahlung\w* \w*betrag\w* forderung\w*
    \w*honorar\w* \w*gebühr\w* \w*preis\w* \w*kosten miete\w* netto zahlungsziel\w* zahlungskondition\w* zahlbar
    """
)
_NO_PAYMENT = words(
    r"""
    verzug\w* mahn\w* skonto\w* rückzahl\w* rückerstatt\w* erstatt\w* zurück(?:zu)?zahl\w* gutschrift\w* widerruf\w*
    verjähr\w* (?:ge)?kündig\w* (?:fällig|zahlbar)_(?:ge)?stell\w* abzuführen abführ\w* zurückzu\w* zurückerstatt\w* zahl(?:t|en)\b[^.;]{0,80}\bzurück\b storn\w* gutschein\w* lastschrift\w*_(?:wird|erfolgt) pre-?notification\w* vorabankündigung\w*
    abbuchung\w* liefer(?:zeit|frist)\w* nachfrist\w* rücktritt\w* zurücktreten mängel\w* zinsen
    reservier\w* beanstand\w* einwendung\w* widerspr\w* storn\w* eigentum\w* zahlungserinnerung\w* auszahlung\w* versend(?!ung)\w* verschick\w* liefert\b liefern\b
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
_FULL_PRICE = re.compile(
    r"\bskonto\s+(?:wird|ist|kann)\s+nicht\b|\bkein\w*\s+skonto\b|\bohne\s+(?:(?:\w+\s+)?abzug(?:\s+von\s+skonto)?|skonto)\b",
    re.IGNORECASE,
)
_SKONTO = re.compile(r"^[^.;]{0,60}?\bskonto|^[^.;]{0,40}?\babzug\s+von\b|^[^.;]{0,20}?\babzüglich", re.IGNORECASE)
_PAY_AT_ONCE = re.compile(
    r"\b(?:sofort(?!-|überweis|kauf)|umgehend|unverzüglich|unmittelbar)\w*\b[^.;]{0,70}\b(?:fällig\w*|zahlbar\w*|zu\s+(?:be)?zahlen|zur\s+zahlung|zu\s+begleichen|zu\s+leisten|zu\s+entrichten|netto)"
    r"|\b(?:fällig\w*|zahlbar\w*|zahlung\w*\s+(?:ist|sind|hat|haben|erfolgt))\b[^.;]{0,50}\b(?:sofort(?!-)|umgehend|unverzüglich|unmittelbar\s+(?:nach|mit))\b"
    r"|\b(?:mit|bei|nach)\s+(?:dem\s+|der\s+)?(?:zugang|erhalt|eingang|zustellung|stellung|rechnungsstellung|rechnungserhalt|rechnungszugang|rechnungslegung)(?:\s+der\s+(?:\w+\s+)?\w*rechnung)?\s+(?:\w+\s+){0,5}?(?:fällig|zahlbar)"
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
            value = Term(quantity.duration, by=_payer(sentence, view))
            yield period(sentence, ProvisionKind.PAYMENT_TERM, value, quantity, "payment_within")
    match = _PAY_AT_ONCE.search(sentence.text)
    if (
        match
        and not found
        and not _blocked(sentence.text[: match.end()] + sentence.text[match.end() :][:30].split(";")[0])
    ):
        at = sentence.start + match.start(), sentence.start + match.end()
        value = Term(None, True, _payer(sentence, view))
        yield phrase(sentence, ProvisionKind.PAYMENT_TERM, value, at, "payment_at_once")


_PAYS = (
    r"(?:zahlt|zahlen|bezahlt|begleicht|begleichen|leistet|leisten|überweist|überweisen|entrichtet|vergütet|vergüten)"
)
_SUPPLIER_PAYS = re.compile(
    rf"\b(?:der|die|das)\s+SUPPLIER\s+(?:\w+\s+){{0,2}}?{_PAYS}\b|\b{_PAYS}\s+(?:der|die|das)\s+SUPPLIER\b|\b(?:durch|von)\s+(?:den|dem|die|der)\s+SUPPLIER\s+(?:zu\s+)?(?:be)?zahl",
    re.IGNORECASE,
)


def _payer(sentence: Sentence, view: View) -> Party:
    """Who buys pays; where the sentence says that the other side pays, it does."""
    plain = view.around.roles.normalised(sentence.text)
    return Party.SUPPLIER if _SUPPLIER_PAYS.search(plain) else Party.CUSTOMER


def _blocked(text: str) -> bool:
    """Default, refunds and cancellation speak of payment too; `Skonto` alone is no obstacle here."""
    match = _NO_PAYMENT.search(text)
    while match and match[0].casefold().startswith("skonto"):
        match = _NO_PAYMENT.search(text, match.end())
    return match is not None


_VOR_BEHIND = re.compile(r"\s*(?:\w+\s+)?vor(?:her)?\b")
_VOR_BEFORE = re.compile(r"\bvor\s*$")
# How long something lasts is no time to pay in.
_LASTING = re.compile(
    r"\b(?:für|während)\s+(?:die\s+|eine[nr]?\s+)?(?:dauer|zeit|zeitraum\w*)\b[^.;,]{0,30}$", re.IGNORECASE
)
_OWN_PART = re.compile(r"[;:]|,(?=\s*(?:zahlbar|fällig)\b)")
_NEXT_PART = re.compile(
    r"[;:]|\boder\b|\bansonsten\b|\bandernfalls\b|\bbei\s+zahlung\b|,\s*(?:inner(?:t|halb)|binnen)\b"
)
_SKONTO_BEFORE = re.compile(r"\bskonto\b(?![^,;]*\boder\b)[^,;]{0,40}$", re.IGNORECASE)


def _payment_time(sentence: Sentence, quantity: Quantity) -> bool:
    before, after = text_before(sentence, quantity, 220), sentence.after(quantity, 160)
    if quantity.unit in ("hour", "year") or not (_WITHIN.search(before) or _FROM_BILL.search(after)):
        return False
    if _VOR_BEHIND.match(after) or _VOR_BEFORE.search(before) or _LASTING.search(before):
        return False
    clause = _OWN_PART.split(before)[-1]
    rest = _NEXT_PART.split(after)[0]
    if _SKONTO.search(_FULL_PRICE.sub(" ", rest)) or _SKONTO_BEFORE.search(clause):
        return False
    return (
        not _blocked(f"{clause} {rest}")
        and "verzug" not in after.casefold()
        and bool(_PAY.search(f"{sentence.lead} {before} {after}"))
    )
