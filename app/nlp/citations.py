"""Citations of law (`§ 309 Nr. 7 BGB`, `Art. 28 DSGVO`) and references inside the document (`Ziffer 4.2`).

Strategy: one pattern reads the chain of places (`§ 4 Abs. 2 Satz 1 lit. b`); the name of a statute behind it tells law
from reference, in a list for all its members. `places_of` reads the chain into the numbers it names. Whether a
reference leads anywhere is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation at `[start, end)`; `law` is the statute's short name, "" for a reference inside the document."""

    start: int
    end: int
    law: str

    @property
    def internal(self) -> bool:
        """Whether it points into the document itself."""
        return not self.law


@dataclass(frozen=True, slots=True)
class Place:
    """One place a reference names: `unit` of its first number (section, number, paragraph, attachment), `path` from
    the outside in (`§ 4.2 Abs. 3` is 4, 2, 3; letters small), `sentence` where it names one.
    """

    unit: str
    path: tuple[str, ...]
    sentence: int | None = None


_UNITS = r"(?:Mio|Mrd|Tsd|T?EUR|Euro|€|%|CHF|Prozent|\w*[Tt]age?n?\b|Wochen?|Monate?|Jahre?|Stunden?)"
# A letter of its own belongs to the number (`§ 126 b BGB`), but none with a bracket (`§ 4 a)`).
_LETTER = r"(?: [a-z](?=\s+(?:(?i:abs|satz|nr)\b|[A-ZÄÖÜ]\w*[A-ZÄÖÜ]|,|und\b|ff)))"
_NUMBER = rf"(?:\d+(?:\.\d+)*[a-z]?{_LETTER}?|[IVX]+)(?![\w%€])(?!\.\d)(?!\s*{_UNITS})"
_JOINT = r"\s*(?:,|/|und|oder|sowie|bzw\.|bis|–|-)\s*"
_FOLLOWING = r"(?:\s*ff?\.?(?!\w))?"
_LIST = rf"{_NUMBER}{_FOLLOWING}(?:{_JOINT}{_NUMBER}{_FOLLOWING})*"
_PART = (
    r"(?:Absatz|Absätze[n]?|Abs\.?|Satz|Sätze[n]?|S\.|Halbsatz|Halbs\.|Hs\.|Nummern?|Nrn?\.|Buchstaben?|Buchst\.|lit\.|Alt\.|"
    r"Unterabs\.|UAbs\.|Ziffern?|Ziff\.|Z(?=\s\d))"
)
_LETTERS = rf"[a-z](?:\s*\))?(?!\w)(?:{_JOINT}[a-z](?:\s*\))?(?!\w))*"
_BRACKETED = rf"\(\d{{1,2}}\)(?:{_JOINT}\(\d{{1,2}}\))*|[a-z]\)(?:{_JOINT}[a-z]\))*"
_CHAIN = rf"(?:,?\s*(?:und\s+|oder\s+|i\.\s?V\.\s?m\.\s+)?{_PART}\s*(?:{_LIST}|{_BRACKETED}|{_LETTERS})|\s*(?:{_BRACKETED}))*"
_HEAD = (
    r"(?:§{1,2}|Paragra(?:ph|f)(?:en)?|Artikel[ns]?|Art\.|Ziffern?|Ziff\.|Nummern?|Nrn?\.|Punkte?n?|Pkt\.|Abschnitte?[ns]?|Klauseln?|"
    r"Absatz|Absätze[n]?|Abs\.|Anlagen?|Anhang|Anhänge[n]?|Kapiteln?)"
)
_SHORT_LAWS = (
    r"AGBG|CISG|AEUV|EuGVÜ|OR|ZGB|ABGB|BGB|HGB|UGB|StGB|SGB|ZPO|InsO|GewO|VOB(?:/B)?|ADSp|"
    r"(?!AGB|AG\b|KG\b|OHG\b|UG\b)[A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{0,12}(?:G|VO)"
)
_LONG_LAWS = (
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]*(?:[Gg]esetz(?:es|e|buch(?:s|es|e)?)?|[Oo]rdnung|[Vv]erordnung|[Rr]ichtlinie|[Kk]onvention)|"
    r"(?:Bürgerlichen|Einführungs)\w*\s*Gesetz\w*|UN-Kaufrechts?|Gesetz(?:es)?\s+(?:über|zur|gegen)"
)
_LAW = re.compile(
    rf"\s*(?:\([^()]{{1,60}}\)\s*)?(?:des|der|d\.|vom)?\s*(?:[IVX]{{1,4}}\s+)?(?:(?:deutschen|österreichischen|schweizerischen|schweizer)\s+)?(?P<law>(?:{_SHORT_LAWS}|{_LONG_LAWS}))(?!\w)"
)
_CITATION = re.compile(rf"(?<!\w)(?:{_HEAD}\s*{_LIST}|(?:Anlagen?|Anhang|Anhänge[n]?)\s+[A-H](?!\w)){_CHAIN}")
_LAW_NAME = re.compile(rf"\b(?:{_SHORT_LAWS}|{_LONG_LAWS})(?!\w)")
_RELATIVE = re.compile(
    r"\b(?:vorstehend|vorgenannt|nachfolgend|nachstehend|vorhergehend|vorangehend|obig|genannt|folgend)e[nrms]?\s+"
    r"(?:Absatz(?:es)?|Absätze[n]?|Ziffern?|Satz(?:es)?|Sätze[n]?|Regelung(?:en)?|Bestimmung(?:en)?|Klauseln?|Paragra(?:ph|f)en|"
    r"Abschnitte?[ns]?|Nummern?)\b",
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    rf"\s*(?:\([^()]{{1,60}}\))?\s*(?:(?:,|;|und|oder|sowie|bzw\.|i\.\s?V\.\s?m\.|in Verbindung mit)\s*)?(?:{_NUMBER})?\s*"
)


def find_citations(text: str) -> tuple[Citation, ...]:
    """All citations and references of `text` in order; in a list the last statute's name holds for all."""
    found = [_with_law(text, m.start(), m.end()) for m in _CITATION.finditer(text)]
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        if this.internal and following.law and _CONTINUED.fullmatch(text, this.end, following.start):
            found[i] = Citation(this.start, this.end, following.law)
    found += [Citation(m.start(), m.end(), "") for m in _RELATIVE.finditer(text)]
    found.sort(key=lambda c: (c.start, -c.end))
    return tuple(c for i, c in enumerate(found) if i == 0 or c.start >= found[i - 1].end)


def names_law(text: str) -> bool:
    """Whether `text` holds the name of a statute, cited or not."""
    return _LAW_NAME.search(text) is not None


def _with_law(text: str, start: int, end: int) -> Citation:
    law = _LAW.match(text, end)
    return Citation(start, law.end(), law["law"]) if law else Citation(start, end, "")


_KINDS = (
    ("section", re.compile(r"§|Para|Art")),
    ("attachment", re.compile(r"Anl|Anh")),
    ("paragraph", re.compile(r"Abs[aä.]|Abs$|UAbs|Unterabs")),
    ("sentence", re.compile(r"S[aä]tz|S\.")),
    ("other", re.compile(r"H(?:alb)?s|Alt")),
    ("letter", re.compile(r"Buchst|lit")),
    ("number", re.compile(r"")),
)
_TOKEN = re.compile(
    rf"(?P<unit>{_HEAD}|{_PART})|(?P<to>bis\b|–|-)|(?P<more>,|/|und\b|oder\b|sowie\b|bzw\.|i\.\s?V\.\s?m\.|ff?\b\.?)|"
    r"(?<![^\W\d_])(?P<number>\(?(?:\d+(?:\.\d+)*(?:\s?[a-z](?![\w).]))?|[IVX]+(?!\w)|[A-Ha-z](?!\w))\)?)"
)
_Path = tuple[tuple[str, str], ...]  # kinds of units and their numbers, from the outside in
_LONGEST_RANGE = 30  # members a range is written out to


def places_of(reference: str) -> tuple[Place, ...]:
    """The places a reference names, lists and ranges one by one; () where it names none by number."""
    found: list[Place] = []
    members: list[_Path] = []
    base: _Path = ()
    for kind, numbers in _steps(reference):
        if kind == "sentence":
            found += [*map(_place, members[:-1]), *(_place(base, int(n)) for n in numbers if base and n.isdigit())]
            members = []
        elif kind != "other":
            outer = _outside(base, kind)
            found += map(_place, members if outer != base else members[:-1])
            members = [(*outer, (kind, number)) for number in numbers]
            base = members[-1]
    return tuple(dict.fromkeys([*found, *map(_place, members)]))


def _outside(path: _Path, kind: str) -> _Path:
    """`path` before its first part of this kind: `Abs. 1 und Abs. 3` are neighbours."""
    kinds = [k for k, _ in path]
    return path[: kinds.index(kind)] if kind in kinds else path


def _place(path: _Path, sentence: int | None = None) -> Place:
    return Place(path[0][0], tuple(part for _, number in path for part in number.split(".")), sentence)


def _steps(reference: str) -> Iterator[tuple[str, list[str]]]:
    """Units with their numbers in order; a number in brackets or a lone letter begins a unit of its own."""
    kind, ranged = "", False
    numbers: list[str] = []
    for token in _TOKEN.finditer(reference):
        own = _own_unit(token["number"] or "", kind)
        if token["unit"] or own:
            if numbers:
                yield kind, numbers
            kind, numbers, ranged = own or _kind(token["unit"]), [], False
        if token["to"]:
            ranged = True
        elif token["number"]:
            number = token["number"].strip("()").replace(" ", "")
            numbers += _between(numbers[-1], number) if ranged and numbers else [number]
            ranged = False
    if numbers:
        yield kind, numbers


def _kind(unit: str) -> str:
    return next(kind for kind, pattern in _KINDS if pattern.match(unit))


def _own_unit(number: str, kind: str) -> str:
    if number.startswith("(") and number[1:2].isdigit() and kind != "paragraph":
        return "paragraph"
    return "letter" if number.strip("()").isalpha() and number.islower() and kind != "letter" else ""


def _between(first: str, last: str) -> list[str]:
    """The members of a range after its first."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return [last]
