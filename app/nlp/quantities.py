"""Quantities in German contract prose: durations, money, percentages and multiples.

Strategy: find the unit first (rare, cheap), then read the number that stands before it (for money also behind it).
Numbers may be digits, words, both (`vierzehn (14)`), or part of a compound (`6-wöchig`, `Dreimonatsfrist`). Nothing
here judges what a quantity is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.models.provisions import Duration, Unit
from app.models.source import Span
from app.nlp.numberwords import DIGITS, NUMBER_WORD, digits, number_word


class QuantityKind(StrEnum):
    """What a quantity measures; also the label of its span in `doc.spans["quantities"]`."""

    DURATION = "duration"
    MONEY = "money"
    PERCENT = "percent"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `[start, end)`: `unit` is a `Unit`, an ISO 4217 currency, "%" or "x"; `printed` the unit's word.

    `word`: the span of a number word that contradicts the figure (`14 (vier) Tage` has the value 14); `lower`: the span
    of the number that begins a range (`8 bis 14 Tage` has the value 14).
    """

    kind: QuantityKind
    start: int
    end: int
    value: float
    unit: str
    printed: str = ""
    word: Span | None = None
    lower: Span | None = None

    @property
    def duration(self) -> Duration:
        """The duration; only for kind DURATION."""
        return Duration(self.value, Unit(self.unit), self.printed)


_ADJECTIVE = (
    r"(?:voll|ganz|weiter|aufeinander\s?folgend|zusammenhängend|angefangen|begonnen|komplett|laufend|vollendet|"
    r"zusätzlich|vollständig|kalendarisch)e?(?:[nrms])?"
)
_IN_BRACKETS = r"(?:\s*\(\s*(?:in\s+Worten:?\s*)?[\w.,-]+\s*\))?"
_NUMBER_BEFORE = re.compile(
    rf"(?<![\w§.,/])(?P<number>{DIGITS}|eine?[mnrs]?\s+halbe?[nrms]?|{NUMBER_WORD})(?!\w)\s*(?:[(\[\ufffd][^()\ufffd]{{1,30}}[)\]\ufffd])?\s*(?:{_ADJECTIVE}\s+){{0,2}}$",
    re.IGNORECASE,
)
# A small raised figure behind a number or a unit refers to a footnote; before a stroke it begins a fraction.
_NOTE = r"(?:[⁰¹²³⁴-⁹]{1,3}(?![/⁄\w]))?"
_LENGTH_BEFORE = re.compile(
    rf"(?:(?<![\w§.,/])(?P<number>\d{{0,2}}½|{DIGITS}|eine?[mnrs]?\s+halbe?[nrms]?|{NUMBER_WORD}){_NOTE}(?!\w)|\[\s?(?P<boxed>\d{{1,3}})\s?\])"
    rf"\s*(?:[(\[\ufffd](?:in\s+Worten:?\s+)?(?P<inner>[^()\ufffd]{{1,30}}?)[)\]\ufffd])?\s*(?:{_ADJECTIVE}\s+){{0,2}}$",
    re.IGNORECASE,
)
_ALTERNATIVE_BEFORE = re.compile(
    rf"(?<![\w§.,/])(?P<number>{DIGITS}|{NUMBER_WORD})(?!\w)\s*(?:,|oder|bzw\.|beziehungsweise|respektive|resp\.|und|bis|/|–|-)(?:\s*zu)?\s*$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?:bis(?:\s*zu)?|–|-)\s*$")
# `bei Neuware 24 und bei Gebrauchtware 12 Monate`: one unit for two cases.
_CASE = r"(?:für|bei|gegenüber|im\s+Falle?(?:\s+von)?)\s+[^.;:,\d]{1,50}"
_IN_TIME = r"(?:innerhalb\s+von|binnen|nach|innert)"
_OTHER_CASE_BEFORE = re.compile(
    rf"\b{_CASE}\s(?P<number>{DIGITS}|{NUMBER_WORD})(?!\w),?\s*(?:,|und|sowie|bzw\.|oder)\s+{_CASE}\s$"
    rf"|\b{_IN_TIME}\s+(?P<second>{DIGITS}|{NUMBER_WORD})(?!\w)\s*(?:,|und|sowie)\s+(?:\w+\s+){{1,4}}{_IN_TIME}\s+$",
    re.IGNORECASE,
)

_UNIT = re.compile(
    r"\b(?:(?P<working>(?:Werk|Arbeits|Bankarbeits|Bankwerk|Bank|Geschäfts|Börsen)tag(?:e[ns]?|s)?)"
    r"|(?P<day>(?:Kalender)?tag(?:e[ns]?|s)?|Tg\.)"
    r"|(?P<hour>Stunden?|Std\.?|(?<=24 )h|(?<=48 )h|(?<=72 )h)"
    r"|(?P<week>(?:Kalender)?wochen?)"
    r"|(?P<month>(?:Kalender|Vertrags|Abrechnungs)?monat(?:e[ns]?|s)?|Mon\.|Mte?\.)"
    r"|(?P<quarter>Quartal(?:e[ns]?|s)?|(?:Kalender)?vierteljahr(?:e[ns]?|s)?)"
    r"|(?P<half>Halbjahr(?:e[ns]?|s)?)"
    r"|(?P<year>(?:Kalender|Vertrags)?jahr(?:e[ns]?|s)?))(?![^\W⁰¹²³⁴-⁹1-9])(?![1-9]\w)",
    re.IGNORECASE,
)
# `6-wöchig`, `sechswöchige`, `14-Tage-Frist`, `Dreimonatsfrist`, `12-Monats-Zeitraum`, `halbjährig`.
_COMPOUND = re.compile(
    rf"(?<![\w.,])(?P<number>{DIGITS}|{NUMBER_WORD})[-\s]{{0,2}}(?:"
    r"(?P<adjective>stünd|(?:werk|arbeits)?täg|wöch|monat|jähr)ig(?:e[nrms]?)?"
    r"|(?P<noun>Stunden|(?:Werk|Arbeits)?Tage?s?|Wochen|Monats|Jahres)-?\w{0,20}(?:frist|zeitraum|periode|laufzeit|bindung|ziel|recht|vertrag|abo)(?:e?[ns])?"
    r")\b",
    re.IGNORECASE,
)
_BARE_COMPOUND = re.compile(r"\b(?P<noun>Tages|Wochen|Monats|Jahres)frist\b", re.IGNORECASE)
# How often becomes how long only beside `Frist`; `von Jahr zu Jahr` is a year each time.
_RHYTHM = re.compile(
    r"\b(?P<each>vierteljähr|halbjähr|jähr|monat|wöchent)(?:lich|ig)e?[nrms]?(?=\s+(?:\w+\s+)?(?:kündigungs)?frist(?:en)?\b)"
    r"|\bvon\s+(?P<unit>Jahr|Monat|Quartal|Woche)\s+zu\s+(?P=unit)\b|\b(?P<by>Jahr|Monat|Quartal|Woche)\s+(?:für|um)\s+(?P=by)\b",
    re.IGNORECASE,
)
# `am 14. Tag nach Zugang`: fourteen days.
_NTH = re.compile(
    r"\b(?:am|zum|mit\s+dem)\s+(?:(?P<number>\d{1,3})\.|(?P<word>dritten|siebten|(?:zwei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|fünfzehn)ten|zwanzigsten|drei(?:ß|ss)igsten))\s?(?P<unit>(?:Kalender|Werk|Arbeits|Bankarbeits)?tag)(?:e?s)?(?=\s+(?:nach|ab)\b)",
    re.IGNORECASE,
)
_RHYTHMS = {
    "vi": (1.0, Unit.QUARTER), "ha": (6.0, Unit.MONTH), "jä": (1.0, Unit.YEAR), "ja": (1.0, Unit.YEAR),
    "mo": (1.0, Unit.MONTH), "wö": (1.0, Unit.WEEK), "wo": (1.0, Unit.WEEK), "qu": (1.0, Unit.QUARTER),
}  # fmt: skip
_COMPOUND_UNITS = {
    "st": Unit.HOUR, "w": Unit.WEEK, "m": Unit.MONTH, "j": Unit.YEAR, "t": Unit.DAY, "werk": Unit.WORKING_DAY,
    "arbeits": Unit.WORKING_DAY,
}  # fmt: skip

RAISED = "⁰¹²³⁴-⁹"
_CURRENCY = re.compile(
    r"(?P<thousand>[Tk]\s?€|[TKk]\s?EUR|T\s?CHF)(?!\w)|(?P<million>M€|MEUR|MCHF)(?!\w)"
    rf"|(?<![A-Za-z])(?:(?P<eur>EURO?|Euros?)(?:\b|(?=[{RAISED}]))|(?P<eur2>€)|(?P<chf>CHF|SFr\.?|Fr\.|(?:Schweizer\s+)?Franken)"
    r"|(?P<usd>USD|US-Dollar|US-?\$|\$)|(?P<gbp>GBP|£)|(?P<xdr>SZR|Sonderziehungsrechte?n?))|(?<=\d)€"
)
_CODES = {
    "thousand": "EUR",
    "million": "EUR",
    "eur": "EUR",
    "eur2": "EUR",
    "chf": "CHF",
    "usd": "USD",
    "gbp": "GBP",
    "xdr": "XDR",
}
_SCALE = r"(?:\s*(?P<scale>Mio\.?|Mill\.|Millionen|Million|Mrd\.?|Milliarden?|Tsd\.?|Tausend|(?<=\d)k)(?!\w))?"
_MILLIONS = rf"(?:(?P<millions>{NUMBER_WORD})\s+Million(?:en)?\s+(?:und\s+)?)?"
# Two raised digits are cents, a single one is a footnote's mark, or the exponent of a ten.
_RAISED = rf"(?:\s?(?P<raised>[{RAISED}]{{1,2}})(?![{RAISED}\w]))?"
_MONEY_BEFORE = re.compile(
    rf"(?<![\w§.,/]){_MILLIONS}(?P<number>{DIGITS}|{NUMBER_WORD}){_RAISED}{_IN_BRACKETS}{_SCALE}\s*$", re.IGNORECASE
)
_MONEY_AFTER = re.compile(
    rf"\s*{_MILLIONS}(?P<number>{DIGITS}(?!\d*[.,]?\d)|{NUMBER_WORD}(?!\w)){_RAISED}(?![{RAISED}]){_SCALE}",
    re.IGNORECASE,
)
_SCALE_BEFORE = re.compile(r"(?<!\d)(?<!\d\s)\b(?P<scale>Mio\.?|Mrd\.?|Tsd\.?)\s*$", re.IGNORECASE)
_SCALES = {"mi": 1e6, "mr": 1e9, "ts": 1e3, "ta": 1e3, "k": 1e3}
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_IN_WORDS = re.compile(r"\s*[(\[]\s*(?:in\s+Worten:?\s*)?$|,?\s*in\s+Worten:?\s*$", re.IGNORECASE)

_PERCENT = re.compile(
    r"%(?!\s*-?punkt)|\b(?:Prozent(?!punkt)|v\.?\s?H\b\.?|vom\s+Hundert)|-?prozentig\w*", re.IGNORECASE
)
_FRACTION_BEFORE = re.compile(r"(?:(?<![\d.,/])(?P<over>\d)\s?/\s?(?P<under>[2-9])|½|¼|¾)\s*$")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_FACTOR = re.compile(
    rf"(?<![\w.,])(?:(?P<number>{DIGITS}|{NUMBER_WORD})-?fache?[nmrs]?(?!\s+(?:und\s+\w+\s+)?fahrlässig)|(?P<double>doppelten?|doppelte[smr])|(?:(?P<parts>ein(?:em|es)?|zwei|drei|vier)\s+)?(?P<part>Drittel[ns]?|Viertel[ns]?(?!\s*(?:jahr|stunde))|Fünftel[ns]?|Zehntel[ns]?)|(?P<half>Hälfte))\b",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_LOOK_BACK_CASES = 140


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of `text` in order; of overlapping ones the longer."""
    found = [*_durations(text), *_compounds(text), *_rhythms(text), *_money(text), *_percentages(text), *_factors(text)]
    found.sort(key=lambda q: (q.start, q.start - q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


def _value(printed: str) -> float | None:
    if printed.endswith("½"):
        return float(printed[:-1] or 0) + 0.5
    if " " in printed and not printed[0].isdigit():
        printed = printed.rsplit(maxsplit=1)[-1]  # `ein halbes`
    if printed[0].isdigit():
        return digits(printed)
    return number_word(printed)


def _before(pattern: re.Pattern[str], text: str, at: int, width: int = _LOOK_BACK) -> re.Match[str] | None:
    """The match of `pattern` (which ends in `$`) directly before `at`."""
    return pattern.search(text, max(0, at - width), at)


def _durations(text: str) -> Iterator[Quantity]:
    for unit in _UNIT.finditer(text):
        number = _before(_LENGTH_BEFORE, text, unit.start())
        if number is None:
            continue
        name = unit.lastgroup or ""
        value, word = _figure(number)
        start = number.start()
        yield from _alternatives(text, start, unit, name)
        found = replace(_duration(start, unit.end(), value, name, unit[0]), word=word)
        lower = _lower(text, start)
        yield replace(found, start=lower[0], lower=lower) if lower else found


def _figure(number: re.Match[str]) -> tuple[float, Span | None]:
    """The value; where figure and word contradict each other, the figure's, and the span of the word."""
    outer = number["boxed"] or number["number"]
    value = _value(outer) or 0.0
    inner = number["inner"].strip() if number["inner"] else ""
    if not re.fullmatch(rf"{DIGITS}|{NUMBER_WORD}", inner, re.IGNORECASE) or outer[0].isdigit() == inner[0].isdigit():
        return value, None
    other = _value(inner)
    if other is None or other == value:
        return value, None
    return (value, number.span("inner")) if outer[0].isdigit() else (other, number.span("number"))


def _alternatives(text: str, start: int, unit: re.Match[str], name: str) -> Iterator[Quantity]:
    """The other numbers of `12, 24 oder 36 Monate` and of `bei Neuware 24 und bei Gebrauchtware 12 Monate`; the lower
    end of a range is none.
    """
    case = _before(_OTHER_CASE_BEFORE, text, start, _LOOK_BACK_CASES)
    if case and case.lastgroup and (value := _value(case[case.lastgroup])):
        yield _duration(*case.span(case.lastgroup), value, name, unit[0])
    while other := _before(_ALTERNATIVE_BEFORE, text, start):
        if _RANGE.search(text, other.end("number"), start):
            return
        value = _value(other["number"])
        if not value:
            return
        yield _duration(other.start("number"), other.end("number"), value, name, unit[0])
        start = other.start("number")


def _lower(text: str, start: int) -> Span | None:
    """The number that begins a range which ends with the number at `start`."""
    other = _before(_ALTERNATIVE_BEFORE, text, start)
    if other is None or not _RANGE.search(text, other.end("number"), start) or not _value(other["number"]):
        return None
    return other.span("number")


def _rhythms(text: str) -> Iterator[Quantity]:
    for match in _RHYTHM.finditer(text):
        printed = match["each"] or match["unit"] or match["by"]
        value, unit = _RHYTHMS[printed[:2].casefold()]
        yield Quantity(QuantityKind.DURATION, match.start(), match.end(), value, unit, printed)
    for match in _NTH.finditer(text):
        name = "day" if match["unit"].casefold() in ("tag", "kalendertag") else "working"
        start = match.start("number") if match["number"] else match.start("word")
        yield _duration(start, match.end(), _nth(match["number"] or match["word"]), name, match["unit"])


def _nth(printed: str) -> float:
    """`14`, `dritten`, `zwanzigsten`."""
    if printed.isdigit():
        return float(printed)
    stem = re.sub(r"s?ten$", "", printed.casefold())
    return {"drit": 3.0, "sieb": 7.0, "ach": 8.0}.get(stem) or number_word(stem) or 0.0


def _duration(start: int, end: int, value: float, name: str, printed: str) -> Quantity:
    if name == "half":
        return Quantity(QuantityKind.DURATION, start, end, value * 6, Unit.MONTH, printed)
    if value % 1 == 0.5 and name == "year":
        return Quantity(QuantityKind.DURATION, start, end, value * 12, Unit.MONTH, printed)
    unit = Unit.WORKING_DAY if name == "working" else Unit(name)
    return Quantity(QuantityKind.DURATION, start, end, value, unit, printed)


def _compounds(text: str) -> Iterator[Quantity]:
    for match in _COMPOUND.finditer(text):
        value = _value(match["number"])
        word = (match["adjective"] or match["noun"]).casefold()
        unit = next(u for prefix, u in reversed(_COMPOUND_UNITS.items()) if word.startswith(prefix))
        if value:
            name = "working" if unit is Unit.WORKING_DAY else unit.value
            yield _duration(match.start(), match.end(), value, name, f"{word}ig" if match["adjective"] else word)
    for match in _BARE_COMPOUND.finditer(text):
        unit = _COMPOUND_UNITS[match["noun"][0].casefold()]
        yield Quantity(QuantityKind.DURATION, match.start(), match.end(), 1.0, unit, match["noun"])


def _money(text: str) -> Iterator[Quantity]:
    last: Quantity | None = None
    for currency in _CURRENCY.finditer(text):
        number = _before(_MONEY_BEFORE, text, currency.start())
        if number is None:
            number = _MONEY_AFTER.match(text, currency.end())
        if number is None or (value := _amount(text, currency, number)) is None:
            continue
        start, end = min(number.start(), currency.start()), max(number.end(), currency.end())
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if last and last.value == value and _IN_WORDS.fullmatch(text, last.end, start):
            continue  # `5.000 Euro (in Worten: fünftausend Euro)` is one sum
        last = Quantity(QuantityKind.MONEY, start, end, value, _code(currency), currency[0])
        yield last


def _code(currency: re.Match[str]) -> str:
    return "CHF" if currency[0].endswith("CHF") else _CODES[currency.lastgroup or "eur"]


def _amount(text: str, currency: re.Match[str], number: re.Match[str]) -> float | None:
    """The sum in whole units; None where the number is none."""
    value = _with_raised(number["number"], number["raised"])
    if value is None:
        return None
    scale = number["scale"] or ""
    if not scale and (before := _SCALE_BEFORE.search(text, max(0, currency.start() - 8), currency.start())):
        scale = before["scale"]
    value *= _SCALES.get(scale[:2].casefold(), 1.0)
    value *= {"thousand": 1e3, "million": 1e6}.get(currency.lastgroup or "", 1.0)
    return value + 1e6 * ((number_word(number["millions"]) or 0.0) if number["millions"] else 0.0)


def _with_raised(printed: str, raised: str | None) -> float | None:
    """`49⁹⁹` is 49.99, `100¹` is 100 with a footnote, `10⁶` no sum that anybody prints."""
    value = _value(printed)
    if not raised or value is None:
        return value
    if len(raised) == 2 and value % 1 == 0:
        return value + int(raised.translate(_RAISED_DIGITS)) / 100
    return None if value == 10 else value


def _percentages(text: str) -> Iterator[Quantity]:
    for sign in _PERCENT.finditer(text):
        fraction = _before(_FRACTION_BEFORE, text, sign.start())
        if fraction:
            part = _FRACTIONS.get(fraction[0].strip()) or int(fraction["over"]) / int(fraction["under"])
            yield Quantity(QuantityKind.PERCENT, fraction.start(), sign.end(), part, "%", sign[0])
            continue
        number = _before(_NUMBER_BEFORE, text, sign.start())
        if number is None or (value := _value(number["number"])) is None:
            continue
        yield Quantity(QuantityKind.PERCENT, number.start("number"), sign.end(), value, "%", sign[0])


_PARTS = {"dri": 3, "vie": 4, "fün": 5, "zeh": 10}


def _share(match: re.Match[str]) -> float:
    """Percent of `ein Drittel`, `drei Viertel`, `die Hälfte`, with two decimals."""
    if match["half"]:
        return 50.0
    many = number_word(match["parts"]) or 1.0 if match["parts"] else 1.0
    return int(many * 10_000 / _PARTS[match["part"][:3].casefold()]) / 100


def _factors(text: str) -> Iterator[Quantity]:
    for match in _FACTOR.finditer(text):
        if match["part"] or match["half"]:
            value = _share(match)
            yield Quantity(QuantityKind.PERCENT, match.start(), match.end(), value, "%", match[0])
            continue
        value = 2.0 if match["double"] else _value(match["number"]) or 0.0
        if value:
            yield Quantity(QuantityKind.FACTOR, match.start(), match.end(), value, "x", match[0])
