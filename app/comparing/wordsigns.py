"""The words of a wording as tokens that can be compared, and what a word does to a sentence.

Strategy: quantities become one token each (`zwei Wochen` is `14 Tage`), party names become the side they stand for, words
lose their endings and umlauts, synonyms and trivial words (articles, `jeweils`) fall together or away. A token that turns
a sentence round carries a sign: negation, modality, party, number, logic (`und`/`oder`) or restriction (`ausschließlich`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.models.provisions import Party, Unit
from app.nlp.numberwords import number_word
from app.nlp.provisions.parties import CUSTOMER, SUPPLIER
from app.nlp.quantities import Quantity, QuantityKind, find_quantities


class Sign(StrEnum):
    """What a word does to its sentence; NONE: it is a word like others."""

    NONE = ""
    NEGATION = "negation"
    PARTY = "party"
    MODALITY = "modality"
    NUMBER = "number"
    LOGIC = "logic"
    RESTRICTION = "restriction"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or quantity at `[start, end)` of a text: `norm` is what it is compared by, `sign` what it does."""

    start: int
    end: int
    norm: str
    sign: Sign


_WORD = re.compile(r"\d[\d.,/]*\d|[^\W_]+|[%€§]")
_LABEL = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s+", re.MULTILINE)
_SIDES = {
    Party.SUPPLIER: re.compile(rf"(?:{SUPPLIER})"),
    Party.CUSTOMER: re.compile(rf"(?:{CUSTOMER})"),
}
_WE = re.compile(r"(?:wir|uns|unser(?:e[nmrs]?)?)$")
_NEGATION = re.compile(
    r"(?:nicht|kein(?:e[nmrs]?|erlei|esfalls)?|keinesfalls|ohne|nie|niemals|nichts|weder|ausgeschlossen)$"
)
_MODALITY = {
    "may": re.compile(r"(?:kann|koennen|koennte|darf|duerfen|duerfte|berechtigt|befugt)$"),
    "must": re.compile(r"(?:muss|muessen|verpflichtet|schuldet|schulden|bedarf|beduerfen)$"),
    "should": re.compile(r"soll(?:en|te|ten)?$"),
}
_LOGIC = {"und": "und", "sowie": "und", "oder": "oder", "beziehungsweise": "oder", "bzw": "oder"}
_RESTRICTION = re.compile(
    r"(?:ausschliesslich\w*|nur|lediglich|allein|einzig|unverzueglich\w*|sofort\w*|umgehend|schriftlich\w*|schriftform|textform|"
    r"mindestens|hoechstens|maximal|spaetestens|fruehestens|jederzeit|unwiderruflich|unbeschraenkt\w*|unbegrenzt\w*|vorher\w*|vorherig\w*|nachtraeglich\w*|sofern|soweit|vor|nach|bis|ausser|ausserhalb|innerhalb)$"
)
_TRIVIAL = re.compile(
    r"(?:der|die|das|den|dem|des|ein|eine[rnms]?|dieser?|dieses|diese[nm]|jener?|jene[nms]|sich|es|er|sie|ihm|ihn|ihr|ihre[nmrs]?|sein|seine[nmrs]?|deren|dessen|"
    r"welche[rnms]?|solche[rnms]?|ist|sind|wird|werden|wurde|wurden|worden|hat|haben|sei|seien|zu|von|vom|zum|zur|in|im|an|am|auf|bei|beim|fuer|mit|durch|aus|"
    r"auch|dabei|hierbei|hierzu|dazu|dafuer|hierfuer|jeweils|jeweilige[nrms]?|etwa|etwaige[nrms]?|gegebenenfalls|ggf|insoweit|insofern|dann|so|dass|als|wie|"
    r"entsprechende?[nrms]?|genannte?[nrms]?|hiermit|somit|damit|daher|danach|dann|bereits|noch|abs|zudem|ferner|weiterhin|ausserdem|darueber|hinaus|uebrigen)$"
)
_SYNONYMS = {
    "binnen": "innerhalb", "maximal": "hoechstens", "wenigstens": "mindestens", "leicht": "einfach", "sofort": "unverzueglich",
    "umgehend": "unverzueglich", "lediglich": "nur", "allein": "nur", "einzig": "nur", "entgelt": "verguet", "honorar": "verguet",
    "lieferant": "anbiet", "schaed": "schad", "erstatt": "ersetz", "agb": "geschaeftsbedingung", "schriftform": "schrift",
    "schriftlich": "schrift", "einvernehmlich": "gemeinsam", "ausserordentlich": "fristlos", "unterauftragnehm": "subunternehm",
    "abmach": "vereinbar", "abred": "vereinbar", "fall": "fall", "faell": "fall", "faelle": "fall", "kuendbar": "kuendig",
    "gekuendigt": "kuendig", "gezahlt": "zahl", "bezahl": "zahl", "zahlbar": "zahl", "gegeb": "geb", "verlaengert": "verlaenger",
}  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_STEM = re.compile(r"(?<=\w{3})(?:ungen|ung|e[nrsm]?|s|n|t)$")
_CODE = 3  # letters; a longer word in capitals is a word like others
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_UNITS = frozenset(unit.value for unit in Unit)


def tokens(text: str, we: Party | None = None) -> tuple[Token, ...]:
    """The tokens of `text` in order, trivial words left out; `we` is the side that `wir` stands for."""
    return _tokens(text, we)


@lru_cache(maxsize=4096)
def norms(text: str, we: Party | None = None) -> tuple[str, ...]:
    """What words are compared by, quantities not read: cheaper than `tokens`, for a first look."""
    return tuple(norm for word in _WORD.findall(text) if (norm := _sense(word, we)[0]))


@lru_cache(maxsize=4096)
def _tokens(text: str, we: Party | None) -> tuple[Token, ...]:
    quantities = find_quantities(text)
    starts = [q.start for q in quantities]
    labels = [m.span() for m in _LABEL.finditer(text)]
    found = [Token(q.start, q.end, _quantity(q), Sign.NUMBER) for q in quantities]
    for match in _WORD.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < quantities[at].end:
            continue
        if any(a <= match.start() < b for a, b in labels):
            continue
        found += _token(match, we)
    return tuple(sorted(found, key=lambda t: t.start))


def _token(match: re.Match[str], we: Party | None) -> Iterator[Token]:
    norm, sign = _sense(match[0], we)
    if norm:
        yield Token(match.start(), match.end(), norm, sign)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().translate(_UMLAUTS)


@lru_cache(maxsize=32768)
def _sense(printed: str, we: Party | None) -> tuple[str, Sign]:
    """Norm and sign of a word; an empty norm for trivial ones."""
    plain = _plain(printed)
    if printed.isupper() and len(printed) > _CODE:
        printed = printed.capitalize()
    party = next((p for p, pattern in _SIDES.items() if pattern.fullmatch(printed)), None)
    ours = party is None and bool(_WE.match(plain))
    party = we if ours else party
    if ours or party is not None:
        return (f"party:{party.value}", Sign.PARTY) if party else ("", Sign.NONE)
    if plain[0].isdecimal():
        return plain, Sign.NUMBER
    if _NEGATION.match(plain):
        return "nicht", Sign.NEGATION
    for mode, pattern in _MODALITY.items():
        if pattern.match(plain):
            return f"mode:{mode}", Sign.MODALITY
    if plain in _LOGIC:
        return _LOGIC[plain], Sign.LOGIC
    if _TRIVIAL.match(plain):
        return "", Sign.NONE
    value = number_word(printed)
    if value is not None and value > 1:
        return f"{value:g}", Sign.NUMBER
    return stem(plain), Sign.RESTRICTION if _RESTRICTION.match(plain) else Sign.NONE


def stem(plain: str) -> str:
    """A word without its endings, synonyms folded."""
    cut = plain
    for _ in range(2):
        cut = _STEM.sub("", cut)
    return _SYNONYMS.get(plain) or _SYNONYMS.get(cut) or cut


def figure(value: float, unit: str, *, percent: bool = False) -> str:
    """The norm of a token of this value: a duration, a sum of money (unit: its currency) or a percentage."""
    if percent:
        return f"{QuantityKind.PERCENT.value}:{value:g}"
    return _duration(value, Unit(unit), "") if unit in _UNITS else f"{QuantityKind.MONEY.value}:{value:g}{unit}"


def _quantity(quantity: Quantity) -> str:
    """The same for equal quantities in other words: `14 Tage` and `zwei Wochen`."""
    if quantity.kind is not QuantityKind.DURATION:
        return f"{quantity.kind.value}:{quantity.value:g}{quantity.unit}"
    return _duration(quantity.value, Unit(quantity.unit), quantity.printed)


def _duration(value: float, unit: Unit, printed: str) -> str:
    for name, family in (("day", _DAYS), ("month", _MONTHS)):
        if unit in family:
            return f"{value * family[unit]:g} {name}"
    return f"{value:g} {unit.value} {printed.casefold()[:5]}"
