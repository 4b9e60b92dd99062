"""Liability caps that are measured by the price: percentages, delay damages, multiples of a fee, the order's value.

Strategy: the noun beside the number (or alone behind `auf`, `bis zu`) says what the cap is measured by; a period in it
(`Jahresvergütung`, `pro Vertragsjahr`) makes it a multiple of that period's fee. Interest, discounts, storage costs,
penalties and the scales of cancellation are measured alike and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import LiabilityCap, Party
from app.nlp.numberwords import number_word
from app.nlp.provisions.capscene import Scene, is_floor, limited, per_of
from app.nlp.provisions.context import Candidate, Sentence
from app.nlp.provisions.lexemes import LIABILITY, LIMIT, PENALTY, words
from app.nlp.quantities import Quantity, QuantityKind

_FEE = r"(?:vergütung|vergütungen|entgelt|entgelte|entgelts|entgeltes|gebühr|gebühren|miete|mieten|mietzins\w*|pauschale|pauschalen|honorar|honorare|honorars|beitrag|beiträge|beitrags|umsatz|umsätze|umsatzes|preis|preises|preise|rate|raten|zahlung|zahlungen|lizenzgebühr\w*|nutzungsgebühr\w*|nutzungsentgelt\w*|servicegebühr\w*|wartungs\w+|auftragswert\w*|auftragsvolumen\w*|volumen\w*|vertragswert\w*)"


_PERIODIC = re.compile(
    rf"\b(?P<month>(?:netto)?monat(?:s|lich\w*\s*(?:netto|brutto|gesamt|grund)?-?)(?:\w*{_FEE}|\s+\w*{_FEE}))\b"
    rf"|\b(?P<year>(?:netto)?jahres\w*{_FEE}|jährlich\w*\s+(?:zu\s+zahlende\w*\s+)?\w*{_FEE})\b"
    rf"|\b(?P<quarter>quartals\w*{_FEE}|(?:viertel|quartals)\w*lich\w*\s+\w*{_FEE})\b"
    rf"|\b(?P<span>(?:pro|je|im|in\s+(?:dem|diesem|einem)|eines|des|einem)\s+(?:\w+\s+){{0,3}}?(?:vertrags|kalender|geschäfts|abrechnungs)?jahr(?:e?s)?)\b[^.;]{{0,60}}?\b\w*{_FEE}\b"
    rf"|\b(?P<twelve>(?:letzten|vorangegangenen|vorausgehenden|vorhergehenden|vergangenen)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?(?:vertrags)?monate)\w*\b[^.;]{{0,60}}?\b\w*{_FEE}\b"
    rf"|\b(?P<before>(?:in|während|innerhalb)\s+(?:den|der)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?(?:kalender|vertrags)?monate[n]?\s+vor)\b[^.;]{{0,80}}?\b\w*{_FEE}\b"
    rf"|\b\w*{_FEE}\b[^.;]{{0,60}}?\b(?P<ahead>(?:in|während|innerhalb)\s+(?:den|der)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?(?:kalender|vertrags)?monate[n]?\s+vor)\b"
    rf"|\b\w*{_FEE}\b[^.;]{{0,60}}?\b(?P<behind>(?:letzten|vorangegangenen|vorausgehenden|vorhergehenden|vergangenen)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?(?:vertrags)?monate\w*)"
    rf"|\b\w*{_FEE}\b[^.;]{{0,40}}?\b(?P<peryear>(?:pro|je)\s+(?:vertrags|kalender)?jahr|eines\s+(?:vertrags|kalender)?jahres|(?:im|in\s+(?:dem|diesem|einem))\s+(?:\w+\s+)?(?:vertrags|kalender|geschäfts)jahr)\b"
    rf"|\b(?:betrage?s?|beträge|summe|zahlungen)\b,?\s+(?:\w+,?\s+)?(?:den|die|welche[nr]?)\b[^.;]{{0,60}}?\b(?P<paid>(?:letzten|vorangegangenen|vorausgehenden|vorhergehenden|vergangenen)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?monate\w*|(?:vertrags|kalender)jahr\w*)\b[^.;]{{0,60}}?zahlt",
    re.IGNORECASE,
)


_ORDER_VALUE = re.compile(
    r"(?:\b(?:auf|bis|maximal|höchstens|max\.|übersteig\w*|überschreit\w*|entspr\w+|in\s+höhe|höher\s+als|mehr\s+als|mit\s+der\s+höhe|wert\w*|beläuft)\b[^.;:]{0,110}?\b|\bmit\s+(?:dem|der)\s+(?:\w+\s+){0,2}?)"
    r"(?P<noun>\w*(?:auftrags|vertrags|bestell|projekt|rechnungs|liefer|waren|kauf|reise|ticket|eintritts|teilnahme|kurs|seminar|miet|anzeigen|werk|netto|leistungs|lizenz|fracht|gesamt|einzel|buchungs|service|nutzungs|kosten)\w*"
    r"(?:wert|wertes|werts|summe|volumen|volumens|preis|preises|preise|betrag|betrags|betrages|kosten|gebühr|gebühren|entgelt|entgelts|entgeltes|honorar|honorars|vergütung|zins|zinses)"
    r"|(?:\w*betrag(?:e?s)?|\w*beträge|\w*summe|\w*gebühren|\w*entgelte?|\w*vergütung|zahlung(?:en)?)(?:\s+(?:beschränkt|begrenzt))?,?\s+(?:den|die|das|welche[ns]?)\b[^.;]{0,80}\b(?:\w*gezahlt|bezahlt|entrichtet|zahlt|geleistet)\w*"
    r"|(?:\w*zahlten?|entrichteten?|geleisteten?)\s+(?:\w+\s+)?(?:\w*beträge?n?|\w*betrag(?:e?s)?|\w*summen?|zahlung(?:en)?)"
    r"|(?:\w*vergütung|entgelt(?:e?s|e)?|honorar(?:e?s)?|gegenleistung|kaufpreis(?:es)?|preis(?:es)?|auftragswert(?:e?s)?|nettowert(?:e?s)?|wert(?:e?s)?\s+(?:des|der)\s+(?:\w+\s+)?(?:auftrag\w*|ware\w*|lieferung\w*|vertrag\w*|leistung\w*|bestellung)|höhe\s+(?:des|der)\s+(?:\w+\s+)?(?:auftrag(?:e?s)?|bestellung|lieferung|buchung)))\b",
    re.IGNORECASE,
)


_NOT_VALUE = words(
    r"""
    minderung herabsetz\w* rückzahl\w* rückerstatt\w* erstattung\w* rückgäng\w* nacherfüllung nachbesserung\w*
    ersatzlieferung\w* haftungsumfang fälligkeit
    """
)


_NOT_PERCENT = words(
    r"""
    zins\w* basiszins\w* skonto\w* rabatt\w* anzahlung\w* abschlag\w* lager\w* umsatzsteuer\w* mehrwertsteuer\w*
    mwst stornier\w* storno\w* provision\w* übersicherung sicherheit\w* preiserhöhung\w* aufschlag\w*
    verfügbarkeit\w* selbstbehalt\w* selbstbeteiligung\w* annahmeverzug\w* zahlungsverzug\w* gutschrift\w* rücktrittsgebühr\w* freigabe\w* freizugeben
    mehr-_oder_minder\w* mehrlieferung\w* einlagerung\w*
    """
)  # fmt: skip


_AT_MOST = words(
    r"""
    höchstens maximal\w* max\. insgesamt im_ganzen bis_zu nicht_mehr_als obergrenze begrenz\w* beschränk\w* höchst\w*
    """
)


_EACH = re.compile(
    r"\b(?:je|jede[nrsm]?|pro|für\s+jede[nrsm]?)\b[^.;,]{0,50}?\b(?P<unit>(?:\w+s)?woche|kalenderwoche|werktag|arbeitstag|kalendertag|tag|monat)\w*",
    re.IGNORECASE,
)


_OF = (
    ("annual_fee", words(rf"(?:netto)?jahres\w*{_FEE} jährlich\w*_\w+ \w*{_FEE}_(?:pro|eines)_\w*jahre?s?")),
    ("monthly_fee", words(rf"(?:netto)?monat(?:s|lich)\w*\s*\w*{_FEE}")),
    ("remuneration", words(r"\w*vergütung\w* \w*entgelt\w* \w*honorar\w* \w*gebühr\w*")),
    ("price", words(
    r"""
    \w*prei(?:s|ses|se)\b \w*wert(?:e?s)?\b \w*summe\b \w*betrag(?:e?s)?\b \w*volumens?\b
    """
)),
)  # fmt: skip


_COMPENSATION = re.compile(
    r"entschädigung|\banspr(?:u|ü)ch\w*\s+(?:(?:de[rs]|von)\s+(?:\w+\s+)?\w+\s+)?(?:wegen|aus|bei)\b|ersatz\b|ersatzes\b|schadens?ersatz|pauschal|verzugs(?:schaden|haftung)|haft(?:ung|e[nt])|\b(?:kann|können|darf|ist\s+berechtigt)\b[^;]*\b(?:verlangen|fordern|beanspruchen|geltend\s+(?:zu\s+)?machen)\b",
    re.IGNORECASE,
)


_RESCINDED = words(
    r"rücktritt\w* zurücktr\w* tritt_[^.;]{0,60}?\bzurück kündig\w* absag\w* sag(?:t|en)\b[^.;]{0,120}?\bab\b abmeld\w* meldet\b[^.;]{0,120}?\bab\b nichtantritt\w* nichterschein\w* no-show"
)
_HAFT = re.compile("haft", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s*(?:\(\w+\)\s*)?$", re.IGNORECASE
)


_SUPPLIER_PAYS = words(r"zahl(?:t|en)\b vergüte(?:t|n)\b schulde(?:t|n)\b leiste(?:t|n)\b")


def percentages(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    """`auf 20 % des Auftragswertes begrenzt`."""
    if scene.delay or PENALTY.search(sentence.text):
        return
    if _RESCINDED.search(sentence.text) and not _HAFT.search(f"{sentence.lead} {sentence.text}"):
        return  # what the customer pays for cancelling
    for percent in sentence.of(QuantityKind.PERCENT):
        if _NOT_PERCENT.search(sentence.text) or is_floor(sentence, percent) or not limited(sentence, percent):
            continue
        value = _full_price(scene, percent, _of(sentence, percent), per_of(sentence, percent))
        yield scene.item(sentence, value, (percent.start, percent.end), "cap_percentage")


def _full_price(scene: Scene, percent: Quantity, of: str | None, per: str | None) -> LiabilityCap:
    """100 % of the price is the order value, 100 % of a year's fee its single."""
    if percent.value == 100 and of in (None, "price", "remuneration"):
        return scene.cap("order_value", per=per)
    if percent.value % 100 == 0 and of is not None:
        return scene.cap("multiple", factor=percent.value / 100, of=of, per=per)
    return scene.cap("percentage", percent=percent.value, of=of, per=per)


def _of(sentence: Sentence, quantity: Quantity) -> str | None:
    """What a percentage refers to: the nearest noun behind it, else anywhere in the sentence."""
    period = _PERIODIC.search(sentence.after(quantity, 120))
    if period:
        return _period_of(period)
    for text in (sentence.after(quantity, 90), sentence.text):
        hits = [(m.start(), i, name) for i, (name, pattern) in enumerate(_OF) if (m := pattern.search(text))]
        if hits:
            return min(hits)[2]
    return None


def delay_damages(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    """`0,5 % je Woche, höchstens 5 %`: lump-sum damages for the supplier's delay."""
    near = f"{sentence.previous} {sentence.lead} {sentence.text}"
    if scene.liable is Party.CUSTOMER and not LIABILITY.search(near):
        return  # lump sums the customer owes
    paid = scene.liable is Party.SUPPLIER and _SUPPLIER_PAYS.search(near)
    if not (paid or _COMPENSATION.search(near)) or _NOT_PERCENT.search(sentence.text) or PENALTY.search(near):
        return
    for percent in sentence.of(QuantityKind.PERCENT):
        per = _each(sentence, percent)
        if per is None:
            continue
        value = scene.cap("percentage", percent=percent.value, of=_of(sentence, percent) or "price", per=per)
        yield scene.item(sentence, value, (percent.start, percent.end), "cap_delay_damages")


# Nothing but these between the rate and the number: the ceiling of the scale.
_CEILING = re.compile(
    r"\b(?:insgesamt|höchstens|maximal|max\.|nicht\s+mehr\s+als)\s+(?:(?:jedoch|aber|höchstens|maximal|bis\s+zu|auf|mit|von)\s+)*$",
    re.IGNORECASE,
)


def _each(sentence: Sentence, percent: Quantity) -> str | None:
    """Per week or day where the text says so near the percentage; `total` for the ceiling of the scale; else None."""
    before = sentence.before(percent, 110)
    cut = max((q.end for q in sentence.of(QuantityKind.PERCENT) if q.end < percent.start), default=sentence.start)
    before = before[-max(0, percent.start - cut) :]
    if (_AT_MOST.search(before[-60:]) and not _EACH.search(before[-60:])) or _CEILING.search(before):
        return "total"
    rest = [q.start for q in sentence.of(QuantityKind.PERCENT) if q.start > percent.start]
    after = sentence.text[percent.end - sentence.start : (min(rest) - sentence.start) if rest else None]
    each = _EACH.search(before) or _EACH.search(after[:120])
    if each:
        unit = each["unit"].casefold()
        return "week" if "woche" in unit else "month" if unit.startswith("monat") else "day"
    return "total" if _AT_MOST.search(f"{before} {after[:40]}") else None


def multiples(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    """`das Zweifache der Jahresvergütung`, `die im Vertragsjahr gezahlten Entgelte`."""
    text = sentence.text
    for match in _PERIODIC.finditer(text):
        before = text[max(0, match.start() - 140) : match.start()]
        if not (
            LIMIT.search(f"{before}{match[0]}") or LIMIT.search(text[match.end() : match.end() + 90])
        ) or _NOT_VALUE.search(before):
            continue
        if sentence.of(QuantityKind.PERCENT) or (scene.insurance and "vergütung" not in match[0].casefold()):
            continue
        at = sentence.start + match.start(), sentence.start + match.end()
        factor = _factor(sentence, match.start())
        value = scene.cap("multiple", factor=factor, of=_period_of(match))
        yield scene.item(sentence, value, at, "cap_multiple")
    for quantity in sentence.of(QuantityKind.FACTOR):
        behind = sentence.after(quantity, 60)
        if _PERIODIC.search(behind) or not limited(sentence, quantity):
            continue
        noun = next((name for name, pattern in reversed(_OF) if pattern.search(behind)), None)
        if noun:
            single = quantity.value == 1 and noun in ("price", "remuneration")
            value = scene.cap("order_value") if single else scene.cap("multiple", factor=quantity.value, of=noun)
            yield scene.item(sentence, value, (quantity.start, quantity.end), "cap_multiple")


def _period_of(match: re.Match[str]) -> str:
    if match["month"]:
        return "monthly_fee"
    if match["quarter"]:
        return "quarterly_fee"
    return "annual_fee"


def _factor(sentence: Sentence, at: int) -> float:
    """How many times the fee: `drei Monatsmieten`, `das Doppelte der Jahresvergütung`; one where nothing is said."""
    count = _COUNT.search(sentence.text[max(0, at - 25) : at])
    if count:
        return float(count[1]) if count[1].isdigit() else number_word(count[1]) or 1.0
    near = [q for q in sentence.of(QuantityKind.FACTOR) if 0 <= sentence.start + at - q.end < 40]
    return near[-1].value if near else 1.0


def order_values(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    """`auf den Auftragswert`, `bis zur Höhe der vereinbarten Vergütung`."""
    if sentence.of(QuantityKind.PERCENT) or _NOT_VALUE.search(sentence.text) or scene.insurance:
        return
    for match in _ORDER_VALUE.finditer(sentence.text):
        window = match[0]
        low, high = sentence.start + match.start(), sentence.start + match.end()
        busy = any(low <= q.start < high for q in sentence.quantities if q.kind is not QuantityKind.DURATION)
        limited = LIMIT.search(f"{sentence.text[: match.start()]} {window}") or LIMIT.search(
            sentence.text[match.end() :][:90]
        )
        if busy or not limited or _PERIODIC.search(sentence.text, match.start()):
            continue
        at = sentence.start + match.start("noun"), high
        yield scene.item(sentence, scene.cap("order_value", per=None), at, "cap_order_value")
        return
