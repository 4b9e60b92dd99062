"""Courts and laws that a document chooses: two of them in one document are a contradiction.

Strategy: a sentence that agrees on a place of jurisdiction or on a governing law, the place or country it names, and for
whom it holds (businesses, consumers, everybody). What stands under another condition (`Hat der Kunde seinen Wohnsitz …`,
a list that a colon opens) is no choice for everybody and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.reading import Clause
from app.models.source import Span
from app.nlp.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Choice:
    """A court or law chosen in `clause` at `span` (the sentence): `what` is its folded name, `for_whom` "" for everybody."""

    subject: str
    what: str
    for_whom: str
    exclusive: bool
    clause: Clause
    span: Span


_CITY = r"(?!Gerichtsst)[A-ZÄÖÜ][a-zäöüß]+(?:(?:\s(?:am|an\sder|a\.\s?M\.|a\.\s?d\.|ob\sder|im)\s|[\s-])[A-ZÄÖÜ][a-zäöüß]+)?"
_BEFORE_CITY = r"(?:\b(?:ist|sind|sei|wird|werden|gilt|gelten|in|von|Gerichtsstand|(?:Amts|Land|Handels|Bezirks)?[Gg]erichte?n?)|[,:–-])\s+(?:ausschlie(?:ß|ss)lich\s+|stets\s+|allein\s+)?"
_AFTER_CITY = (
    r"(?=\s*(?:[.,;(/]|$|[–-]\s)|\s+(?:vereinbart|als|sofern|soweit|bestimmt|festgelegt|und\s+es|zuständig|ausschlie))"
)
_COURT = re.compile(rf"{_BEFORE_CITY}(?P<city>{_CITY}){_AFTER_CITY}")
_JURISDICTION = re.compile(
    r"Gerichtsst[aä]nd\w*|(?:Gerichte?|Amtsgericht|Landgericht)\b.{0,60}?\bzuständig|zuständig\w*.{0,40}\bGericht"
)
_NO_CITY = re.compile(
    r"(?:\w*(?:sitz|ort|amt|stand|kunde\w*|recht\w*|partei\w*|partner|kauf\w*|gericht\w*|streitigkeit\w*|vertrag\w*|niederlassung|hauptsitz|land|wahl)|"
    r"deutschland|österreich|schweiz|bundesrepublik|republik|eu|europa|person\w*|sonderverm\w*|unternehm\w*|verbraucher\w*|anbieter\w*|auftrag\w*|lieferant\w*|lieferung\w*|leistung\w*|ansprüche|klagen?|verfahren|wechsel|scheck\w*|urkund\w*|mahnverfahren|sie|es|der|die|das|er|für|bei|als|auch|wir)$",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"\s(?:deutschland|österreich|schweiz)$")
_LAWS = {
    "de": r"deutsche[nrsm]?|Bundesrepublik(?:\s+Deutschland)?|BRD|Deutschlands?",
    "at": r"österreichische[nrsm]?|Republik\s+Österreich|Österreichs?",
    "ch": r"schweizerische[nrsm]?|Schweizer(?:ische[nrsm]?)?|Schweiz(?:erischen\s+Eidgenossenschaft)?",
    "li": r"liechtensteinische[nrsm]?|Fürstentums?\s+Liechtenstein",
    "fr": r"französische[nrsm]?|Frankreichs?",
    "nl": r"niederländische[nrsm]?|Niederlande",
    "gb": r"englische[nrsm]?|Englands?",
    "ie": r"irische[nrsm]?|(?:Republik\s+)?Irlands?",
    "it": r"italienische[nrsm]?|Italiens?",
    "lu": r"luxemburgische[nrsm]?|Luxemburgs?",
}
_LAW = {
    law: re.compile(
        rf"\b(?:{names})\s+(?:materielle[ns]?\s+|Sach)?(?:R|r)echts?\b|\bRechts?\s+(?:\w+\s+)?(?:der|des|von|in)\s+(?:{names})\b"
    )
    for law, names in _LAWS.items()
}
_CHOSEN = re.compile(
    r"\b(?:gilt|gelten|unterlieg\w+|anwendbar|Anwendung|anzuwenden|unterste\w+|vereinbar\w+|maßgeb\w+|massgeb\w+|richten?\b)"
)
_BUSINESS = re.compile(r"Kaufl\w+|Kaufm\w+|Vollkauf\w+|Unternehmer\w*|Unternehmen\b|juristische\w* Person")
_CONDITION = re.compile(
    r"\b(?:Verbraucher\w*|Konsument\w*|Wohnsitz\w*|Aufenthalt\w*|gewöhnlich\w*|[Gg]egenüber|[Ff]alls|wenn|Wenn|[Ii]m Falle?|Ausland|keinen|abweichend|wahlweise|auch an|Wahl|Mahnverfahren|zwingende[nrsm]?|nicht)\b"
)
_OPENS_LIST = re.compile(r":\s*$")


def choices(clauses: tuple[Clause, ...]) -> Iterator[Choice]:
    """Every court and law that a sentence chooses for all or for all businesses."""
    for clause in clauses:
        text = clause.text
        if "Gericht" not in text and "echt" not in text:
            continue
        for start, end in sentence_spans(text):
            sentence = text[start:end]
            exclusive = bool(re.search(r"ausschlie(?:ß|ss)lich|[Aa]lleinig", sentence))
            for subject, what in _chosen(sentence):
                yield Choice(subject, what, _for_whom(sentence), exclusive, clause, (start, end))


def _chosen(sentence: str) -> Iterator[tuple[str, str]]:
    if _JURISDICTION.search(sentence) and not _conditional(sentence):
        cities = {m["city"] for m in _COURT.finditer(sentence) if not _NO_CITY.match(m["city"].split()[0])}
        if len(cities) == 1:
            yield "court", _COUNTRY.sub("", cities.pop().casefold())
    if _CHOSEN.search(sentence) and not _conditional(sentence):
        laws = {law for law, pattern in _LAW.items() if pattern.search(sentence)}
        if len(laws) == 1:
            yield "law", laws.pop()


def _conditional(sentence: str) -> bool:
    """Whether it holds in some case only; that a customer is a merchant is told apart by `for_whom`."""
    found = _CONDITION.search(sentence)
    return bool(_OPENS_LIST.search(sentence) or (found and not _BUSINESS.search(sentence)))


def _for_whom(sentence: str) -> str:
    return "business" if _BUSINESS.search(sentence) else ""
