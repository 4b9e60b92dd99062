"""Liability caps: limits of what a party owes, by amount, percentage, multiple, foreseeable damage and the like.

Strategy: a sentence qualifies by a word of liability and a word of limitation (in itself, its lead or, for a second
sentence, the one before). Each basis then has its own small test. Insurance that is only stated, penalties,
interest, discounts, storage costs and deductibles are no caps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.provisions import LiabilityCap, Party, ProvisionKind
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.direction import liable_party
from app.nlp.provisions.lexemes import (
    DAMAGE,
    DAMAGES,
    DELAY,
    governing_faults,
    INSURANCE,
    LIABILITY,
    LIMIT,
    PENALTY,
    named,
    words,
)
from app.nlp.quantities import Quantity, QuantityKind

# Confidence per frame: how often the frame is right on terms it was not written with, rounded down.
AMOUNT, PERCENTAGE, DELAY_DAMAGES, MULTIPLE, FORESEEABLE, RESTORATION, ORDER_VALUE, INSURED = (
    0.9, 0.85, 0.9, 0.85, 0.9, 0.85, 0.8, 0.75,
)  # fmt: skip

_FORESEE = re.compile(
    r"(?<!un)(?<!nicht )\b(?:vorherseh|vorausseh)bare[nrms]?\b|\b(?:vorherseh|vorausseh)bar\b(?!\s+(?:war|ist|sind)\s+nicht)"
    r"|\bvorher(?:zu)?gesehen\b|\bvoraus(?:zu)?gesehen\b|\bvoraus(?:zu)?sehen\b|\bvorher(?:zu)?sehen\b|\bvertragstypisch\w*|\btypischerweise\b|\btypischer\s+weise\b"
    r"|\btypische[nrms]?\b|\b(?:zu\s+)?rechnen\s+(?:muss|müssen|mussten?|war|ist)|\bgerechnet\s+werden\s+(?:muss|musste|konnte|kann)",
    re.IGNORECASE,
)
_UNFORESEEN = re.compile(
    r"\b(?:nicht\s+(?:vorhersehbar|voraussehbar|vertragstypisch|typisch)|un(?:vorhersehbar|voraussehbar)|atypisch|untypisch)\w*[^.;]{0,40}sch[aä]d",
    re.IGNORECASE,
)
_RESTORATION = words(
    r"""
    (?:daten)?wieder(?:herstellung|beschaffung)s-?(?:aufwand|aufwands|aufwandes|aufwendungen|kosten)\b
    (?:aufwand|aufwands|aufwandes|kosten|aufwendungen)_(?:für|zur|der|an|die|zu_deren)_(?:\w+_){0,3}?(?:wiederherstellung|wiederbeschaffung|rekonstruktion|reproduktion)
    (?:aufwand|kosten)\w*[^.;]{0,60}\b(?:wiederherstellung|wiederherzustellen|rekonstruktion)
    """
)
_FEE = r"(?:vergütung|entgelt|entgelte|entgelts|entgeltes|gebühr|gebühren|miete|mieten|mietzins\w*|pauschale|pauschalen|honorar|honorare|honorars|beitrag|beiträge|beitrags|umsatz|umsätze|umsatzes|preis|preises|preise|rate|raten|zahlung|zahlungen|lizenzgebühr\w*|nutzungsgebühr\w*|nutzungsentgelt\w*|servicegebühr\w*|wartungs\w+|auftragswert\w*|auftragsvolumen\w*|vertragswert\w*)"
_PERIODIC = re.compile(
    rf"\b(?P<month>(?:netto)?monat(?:s|lich\w*\s*(?:netto|brutto|gesamt|grund)?-?)(?:\w*{_FEE}|\s+\w*{_FEE}))\b"
    rf"|\b(?P<year>(?:netto)?jahres\w*{_FEE}|jährlich\w*\s+(?:zu\s+zahlende\w*\s+)?\w*{_FEE})\b"
    rf"|\b(?P<quarter>quartals\w*{_FEE}|(?:viertel|quartals)\w*lich\w*\s+\w*{_FEE})\b"
    rf"|\b(?P<span>(?:pro|je|im|in\s+(?:dem|einem)|eines|des|einem)\s+(?:\w+\s+){{0,3}}?(?:vertrags|kalender|geschäfts|abrechnungs)?jahr(?:e?s)?)\b[^.;]{{0,60}}?\b\w*{_FEE}\b"
    rf"|\b(?P<twelve>(?:letzten|vorangegangenen|vorausgehenden|vorhergehenden|vergangenen)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?(?:vertrags)?monate)\w*\b[^.;]{{0,60}}?\b\w*{_FEE}\b"
    rf"|\b\w*{_FEE}\b[^.;]{{0,60}}?\b(?P<behind>(?:letzten|vorangegangenen|vorausgehenden|vorhergehenden|vergangenen)\s+(?:zwölf|12)\s+(?:\(\w+\)\s+)?(?:vertrags)?monate\w*)"
    rf"|\b\w*{_FEE}\b[^.;]{{0,40}}?\b(?P<peryear>(?:pro|je)\s+(?:vertrags|kalender)?jahr|eines\s+(?:vertrags|kalender)?jahres|im\s+(?:\w+\s+)?(?:vertrags|kalender|geschäfts)jahr)\b",
    re.IGNORECASE,
)
_ORDER_VALUE = re.compile(
    r"\b(?:auf|bis|maximal|höchstens|max\.|übersteig\w*|überschreit\w*|entspr\w+|in\s+höhe|nicht\s+(?:höher|mehr)\s+als|wert\w*|beläuft)\b[^.;:]{0,110}?\b"
    r"(?P<noun>\w*(?:auftrags|vertrags|bestell|projekt|rechnungs|liefer|waren|kauf|reise|ticket|eintritts|teilnahme|kurs|seminar|miet|anzeigen|werk|netto|leistungs|lizenz|fracht|gesamt|einzel|buchungs|service|nutzungs|kosten)\w*"
    r"(?:wert|wertes|werts|summe|volumen|volumens|preis|preises|preise|betrag|betrags|betrages|kosten|gebühr|gebühren|entgelt|entgelts|entgeltes|honorar|honorars|vergütung|zins|zinses)"
    r"|(?:\w*vergütung|entgelt(?:e?s|e)?|honorar(?:e?s)?|gegenleistung|kaufpreis(?:es)?|preis(?:es)?|auftragswert(?:e?s)?|nettowert(?:e?s)?|wert(?:e?s)?\s+(?:des|der)\s+(?:\w+\s+)?(?:auftrag\w*|ware\w*|lieferung\w*|vertrag\w*|leistung\w*|bestellung)))\b",
    re.IGNORECASE,
)
_NOT_VALUE = words(
    r"""
    minderung herabsetz\w* rückzahl\w* rückerstatt\w* erstattung\w* rückgäng\w* nacherfüllung nachbesserung\w*
    ersatzlieferung\w* haftungsumfang fälligkeit
    """
)
_NO_CAP_BEFORE = re.compile(
    r"\b(?:mindestens|wenigstens|mindestbetrag|ab|über|mehr\s+als|selbstbehalt\w*|selbstbeteiligung\w*|mindest\w*|geringer\s+als|unter|mahngebühr\w*|bearbeitungsgebühr\w*)\b(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_NOT_PERCENT = words(
    r"""
    zins\w* basiszins\w* skonto\w* rabatt\w* anzahlung\w* abschlag\w* lager\w* umsatzsteuer\w* mehrwertsteuer\w*
    mwst stornier\w* storno\w* provision\w* übersicherung sicherheit\w* preiserhöhung\w* aufschlag\w*
    verfügbarkeit\w* annahmeverzug\w* zahlungsverzug\w* gutschrift\w* rücktrittsgebühr\w* freigabe\w* freizugeben
    mehr-_oder_minder\w* mehrlieferung\w* einlagerung\w*
    """
)  # fmt: skip
_AT_MOST = words(
    r"""
    höchstens maximal\w* max\. insgesamt bis_zu nicht_mehr_als obergrenze begrenz\w* beschränk\w* höchst\w*
    """
)
_EACH = re.compile(
    r"\b(?:je|jede[nrsm]?|pro|für\s+jede[nrsm]?)\b[^.;,]{0,50}?\b(?P<unit>woche|kalenderwoche|werktag|arbeitstag|kalendertag|tag|monat)\w*",
    re.IGNORECASE,
)

_PER = (
    ("event", words(
    r"""
    (?:je|pro|für_jede[ns]?|je_einzelne[nms]?|jede[nms]?|im|einzelne[nsr]?|den_einzelnen|einen_einzelnen|einem|einen|jeweils_je|jeweiligen|desselben|dasselbe)_(?:\w+_){0,2}?(?:schadens?fall\w*|schadens?ereignis\w*|haftungsfall\w*|ereignis\w*|versicherungsfall\w*|einzelfall\w*|schadens?(?:verursachend\w*|stiftend\w*)_\w+|verletzungs\w+|fall|vorfall|schaden)\b
    je_schadenverursachende\w* einzelschaden\w*
    """
)),
    ("year", words(
    r"""
    (?:je|pro|im|innerhalb_eines|in_einem|für_jedes)_(?:\w+_)?(?:vertrags|kalender|versicherungs|geschäfts)?jahr\w*
    jährlich p\.\s?a\.
    """
)),
    ("contract", words(r"(?:je|pro)_(?:einzel)?(?:auftrag|vertrag|vertragsverhältnis|bestellung)\w*")),
    ("claimant", words(
    r"""
    (?:je|pro)_(?:geschädigte\w*|endnutzer\w*|nutzer\w*|person\w*|kunde\w*|anspruchsteller\w*|teilnehmer\w*)
    gegenüber_dem_einzelnen
    """
)),
    ("total", words(
    r"""
    insgesamt gesamthaftung\w* in_summe summe_aller alle_schadensfälle sämtliche\w*_(?:schadens|ansprüche)\w*
    gesamtbetrag\w*
    """
)),
)  # fmt: skip


def find_caps(view: View) -> Iterator[Candidate]:
    """Candidates for liability caps in a clause."""
    for sentence in view.sentences:
        if not (sentence.quantities or LIMIT.search(sentence.text) or _UNFORESEEN.search(sentence.text)):
            continue
        scene = _scene(sentence, view)
        if scene.delay:
            yield from _delay_damages(sentence, scene)
        if scene.liability:
            yield from _limits(sentence, scene)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a sentence and its surroundings are about."""

    liability: bool
    delay: bool
    insurance: bool
    liable: Party | None
    fault: tuple[str, ...]
    damage: tuple[str, ...]

    def cap(self, basis: str, **parts: float | str | None) -> LiabilityCap:
        return LiabilityCap(basis, liable=self.liable, fault=self.fault, damage=self.damage, **parts)  # type: ignore[arg-type]


_CARRIES_ON = re.compile(
    r"^(?:\W*)(?:(?:Sie|Diese|Dieser|Er|Dies|Es)\b|(?:In|Bei)\s+(?:diesem|diesen|dem|solchen)|Insoweit|Hierbei|Dabei|Gegenüber|Im\s+Falle?|Maximal|Höchstens|Bei\b|Für\b|Der\s+Höhe|Die\s+Höhe|Jedoch|Im\s+Übrigen)"
)


def _scene(sentence: Sentence, view: View) -> _Scene:
    own = f"{sentence.lead} {sentence.text}"
    near = f"{sentence.previous} {own}"
    heading = view.around.heading
    carried = bool(_CARRIES_ON.match(sentence.text) and LIABILITY.search(f"{sentence.previous} {heading}"))
    liability = bool(LIABILITY.search(own)) or carried
    delay = bool(DELAY.search(near) or DELAY.search(heading)) and bool(sentence.of(QuantityKind.PERCENT))
    context = f"{view.around.before} {view.text}"
    liable = liable_party(own, context, view.around)
    return _Scene(liability, delay, bool(INSURANCE.search(own)), liable, governing_faults(own), named(DAMAGES, own))


def _limits(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    if not LIMIT.search(text):
        yield from _unforeseen(sentence, scene)
        return
    yield from _amounts(sentence, scene)
    yield from _percentages(sentence, scene)
    yield from _multiples(sentence, scene)
    yield from _foreseeable(sentence, scene)
    yield from _unforeseen(sentence, scene)
    yield from _restoration(sentence, scene)
    yield from _order_values(sentence, scene)


def _amounts(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    for money in sentence.of(QuantityKind.MONEY):
        if (
            _NO_CAP_BEFORE.search(sentence.before(money, 50))
            or PENALTY.search(sentence.text)
            or not _limited(sentence, money)
        ):
            continue
        basis, rule, confidence = "amount", "cap_amount", AMOUNT
        if scene.insurance:
            if not re.search(r"\bhaft(?:e[nt]|ung)\b", sentence.text, re.IGNORECASE):
                continue
            basis, rule, confidence = "insurance_cover", "cap_insurance", INSURED
        value = scene.cap(basis, amount=money.value, currency=money.unit, per=_per(sentence, money))
        yield candidate(sentence, ProvisionKind.LIABILITY_CAP, value, (money.start, money.end), rule, confidence)


def _limited(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a word of limitation stands before the quantity or closely behind it."""
    before = f"{sentence.lead} {sentence.before(quantity)}"
    return bool(LIMIT.search(before) or LIMIT.search(sentence.after(quantity, 90)))


def _per(sentence: Sentence, quantity: Quantity) -> str | None:
    """What the amount is counted for: named behind it up to the next amount, else before it, else overall."""
    behind = [q.start for q in sentence.quantities if q.start > quantity.start and q.kind is quantity.kind]
    before = [q.end for q in sentence.quantities if q.end < quantity.start and q.kind is quantity.kind]
    low = max(before, default=sentence.start) - sentence.start
    high = min(behind, default=sentence.end) - sentence.start
    after_text = (
        re.split(
            r"\b(?:und|sowie|jedoch|aber|maximal|höchstens)\b", sentence.text[quantity.end - sentence.start : high]
        )[0]
        if behind
        else sentence.text[quantity.end - sentence.start : high]
    )
    before_text = sentence.text[low : quantity.start - sentence.start]
    for text in (after_text[:90], before_text[-90:]):
        hits = [(m.start(), name) for name, pattern in _PER if (m := pattern.search(text))]
        if hits:
            names = {name for _, name in hits}
            if "total" in names and "contract" in names:
                return "contract"
            return min(hits)[1]
    return None


def _percentages(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    if scene.delay or PENALTY.search(sentence.text):
        return
    for percent in sentence.of(QuantityKind.PERCENT):
        if (
            _NOT_PERCENT.search(sentence.text)
            or _NO_CAP_BEFORE.search(sentence.before(percent, 50))
            or not _limited(sentence, percent)
        ):
            continue
        value = _full_price(scene, percent, _of(sentence, percent), _per(sentence, percent))
        yield candidate(
            sentence, ProvisionKind.LIABILITY_CAP, value, (percent.start, percent.end), "cap_percentage", PERCENTAGE
        )


def _full_price(scene: _Scene, percent: Quantity, of: str | None, per: str | None) -> LiabilityCap:
    """100 % of the price is the order value, 100 % of a year's fee its single."""
    if percent.value == 100 and of in (None, "price", "remuneration"):
        return scene.cap("order_value", per=per)
    if percent.value % 100 == 0 and of is not None:
        return scene.cap("multiple", factor=percent.value / 100, of=of, per=per)
    return scene.cap("percentage", percent=percent.value, of=of, per=per)


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


def _of(sentence: Sentence, quantity: Quantity) -> str | None:
    """What a percentage refers to: the nearest noun behind it, else anywhere in the sentence."""
    for text in (sentence.after(quantity, 90), sentence.text):
        hits = [(m.start(), i, name) for i, (name, pattern) in enumerate(_OF) if (m := pattern.search(text))]
        if hits:
            return min(hits)[2]
    return None


_COMPENSATION = re.compile(
    r"entschädigung|ersatz\b|ersatzes\b|schadens?ersatz|pauschal|verzugs(?:schaden|haftung)|haft(?:ung|e[nt])",
    re.IGNORECASE,
)


def _delay_damages(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    """`0,5 % je Woche, höchstens 5 %`: lump-sum damages for the supplier's delay."""
    near = f"{sentence.previous} {sentence.lead} {sentence.text}"
    if not _COMPENSATION.search(near) or _NOT_PERCENT.search(sentence.text) or PENALTY.search(near):
        return
    for percent in sentence.of(QuantityKind.PERCENT):
        per = _each(sentence, percent)
        if per is None:
            continue
        value = scene.cap("percentage", percent=percent.value, of=_of(sentence, percent) or "price", per=per)
        yield candidate(
            sentence,
            ProvisionKind.LIABILITY_CAP,
            value,
            (percent.start, percent.end),
            "cap_delay_damages",
            DELAY_DAMAGES,
        )


def _each(sentence: Sentence, percent: Quantity) -> str | None:
    """Per week or day where the text says so near the percentage; `total` for the ceiling of the scale; else None."""
    before = sentence.before(percent, 110)
    cut = max((q.end for q in sentence.of(QuantityKind.PERCENT) if q.end < percent.start), default=sentence.start)
    before = before[-max(0, percent.start - cut) :]
    if _AT_MOST.search(before[-60:]) and not _EACH.search(before[-60:]):
        return "total"
    rest = [q.start for q in sentence.of(QuantityKind.PERCENT) if q.start > percent.start]
    after = sentence.text[percent.end - sentence.start : (min(rest) - sentence.start) if rest else None]
    each = _EACH.search(before) or _EACH.search(after[:120])
    if each:
        unit = each["unit"].casefold()
        return "week" if "woche" in unit else "month" if unit.startswith("monat") else "day"
    return "total" if _AT_MOST.search(f"{before} {after[:40]}") else None


def _multiples(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    text = sentence.text
    for match in _PERIODIC.finditer(text):
        before = text[max(0, match.start() - 140) : match.start()]
        if not (LIMIT.search(before) or LIMIT.search(text[match.end() : match.end() + 90])) or _NOT_VALUE.search(
            before
        ):
            continue
        if sentence.of(QuantityKind.PERCENT) or (scene.insurance and "vergütung" not in match[0].casefold()):
            continue
        at = sentence.start + match.start(), sentence.start + match.end()
        factor = _factor(sentence, match.start())
        value = scene.cap("multiple", factor=factor, of=_period_of(match))
        yield candidate(sentence, ProvisionKind.LIABILITY_CAP, value, at, "cap_multiple", MULTIPLE)
    for quantity in sentence.of(QuantityKind.FACTOR):
        behind = sentence.after(quantity, 60)
        if _PERIODIC.search(behind) or not _limited(sentence, quantity):
            continue
        noun = next((name for name, pattern in reversed(_OF) if pattern.search(behind)), None)
        if noun:
            value = scene.cap("multiple", factor=quantity.value, of=noun)
            yield candidate(
                sentence, ProvisionKind.LIABILITY_CAP, value, (quantity.start, quantity.end), "cap_multiple", MULTIPLE
            )


def _period_of(match: re.Match[str]) -> str:
    if match["month"]:
        return "monthly_fee"
    if match["quarter"]:
        return "quarterly_fee"
    return "annual_fee"


_COUNT = re.compile(
    r"\b(\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s*(?:\(\w+\)\s*)?$", re.IGNORECASE
)


def _factor(sentence: Sentence, at: int) -> float:
    """How many times the fee: `drei Monatsmieten`, `das Doppelte der Jahresvergütung`; one where nothing is said."""
    from app.nlp.numberwords import number_word

    count = _COUNT.search(sentence.text[max(0, at - 25) : at])
    if count:
        return float(count[1]) if count[1].isdigit() else number_word(count[1]) or 1.0
    near = [q for q in sentence.of(QuantityKind.FACTOR) if 0 <= sentence.start + at - q.end < 40]
    return near[-1].value if near else 1.0


def _foreseeable(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    text = sentence.text
    for match in _FORESEE.finditer(text):
        around = text[max(0, match.start() - 160) : match.end() + 160]
        if _RESTORATION.search(text[match.start() : match.end() + 40]) or not DAMAGE.search(around):
            continue
        before = f"{sentence.lead} {text[: match.start()]}"
        if not (LIMIT.search(before) or re.search(r"begrenz|beschränk|limitier", text[match.end() :], re.IGNORECASE)):
            continue
        at = sentence.start + match.start(), sentence.start + match.end()
        yield candidate(
            sentence, ProvisionKind.LIABILITY_CAP, scene.cap("foreseeable_damage"), at, "cap_foreseeable", FORESEEABLE
        )
        return


def _unforeseen(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    """Excluding what could not be foreseen caps at what could."""
    match = _UNFORESEEN.search(sentence.text)
    if match and re.search(
        r"ausgeschlossen|haft\w+[^.;]*\bnicht\b|nicht\b[^.;]*haft|keine\s+haftung", sentence.text, re.IGNORECASE
    ):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield candidate(
            sentence, ProvisionKind.LIABILITY_CAP, scene.cap("foreseeable_damage"), at, "cap_unforeseen", 0.6
        )


def _restoration(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
    match = _RESTORATION.search(sentence.text)
    if (
        match
        and re.search(r"daten|datei|programm", f"{sentence.previous} {sentence.text}", re.IGNORECASE)
        and LIMIT.search(sentence.text)
    ):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield candidate(
            sentence, ProvisionKind.LIABILITY_CAP, scene.cap("restoration_effort"), at, "cap_restoration", RESTORATION
        )


def _order_values(sentence: Sentence, scene: _Scene) -> Iterator[Candidate]:
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
        yield candidate(
            sentence,
            ProvisionKind.LIABILITY_CAP,
            scene.cap("order_value", per=None),
            at,
            "cap_order_value",
            ORDER_VALUE,
        )
        return
