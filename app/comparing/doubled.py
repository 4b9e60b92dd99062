"""Numbers printed twice, in figures and in words: `14 (vier) Tage` says two things at once.

Strategy: a number in one spelling, the other spelling in brackets (or after "in Worten") directly behind it, and a unit,
a currency or a per cent sign beside it; both spellings read by `nlp.numberwords`. What either of them does not read is
left alone: only two values that are known and differ are a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.nlp.numberwords import DIGITS, NUMBER_WORD, digits, number_word

_UNIT = (
    r"(?:(?:Kalender|Werk|Arbeits|Bank(?:arbeits)?|Geschäfts|Vertrags)?(?:tag|woche|monat|jahr|quartal|stunde|minute)(?:e[nrs]?|s|n)?"
    r"|Vierteljahre?n?|Prozent|v\.\s?H\.|%|‰|€|EURO?|CHF|Franken|USD|Cent)(?!\w)"
)
_SUM = r"(?:€|EURO?|CHF|USD)"
_ADJECTIVE = r"(?:(?:voll|ganz|weiter|aufeinanderfolgend|volle|ganze)\w*\s+){0,2}"
_NUMBER = rf"{DIGITS}|{NUMBER_WORD}(?:\s+Million(?:en)?(?:\s+{NUMBER_WORD})?)?"
_INSIDE = rf"[(\[]\s*(?:in\s+Worten:?\s*)?(?P<inner>{_NUMBER})(?:\s+(?P<unit_inside>{_UNIT}))?\s*[)\]]"
_DASHED = rf"[–-]\s?(?:in\s+Worten:?\s*)?(?P<dashed>{_NUMBER})\s?[–-](?=\s)"
_DOUBLED = re.compile(
    rf"(?<![\w.,§/])(?<!§\s)(?P<before>{_SUM}\s*)?(?P<outer>{_NUMBER})(?!\w)(?P<between>\s*{_UNIT})?\s*"
    rf"(?:{_INSIDE}|{_DASHED})\s*(?P<after>{_ADJECTIVE}{_UNIT})?",
    re.IGNORECASE,
)
# A number alone in brackets or between dashes: looked for first, because few clauses hold one.
_HINT = re.compile(rf"(?:[(\[]|[–-]\s?)\s*(?:in\s+Worten:?\s*)?(?:{_NUMBER})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubled:
    """A number printed twice at `[start, end)` of a text with two values: `first` and `second` as printed."""

    start: int
    end: int
    first: str
    second: str


def doubled_numbers(text: str) -> Iterator[Doubled]:
    """Places where figures and words differ."""
    if not _HINT.search(text):
        return
    for match in _DOUBLED.finditer(text):
        inner = match["inner"] or match["dashed"]
        if _has_unit(match) and not _two_units(match) and _differ(match["outer"], inner):
            end = len(match[0].rstrip()) + match.start()
            yield Doubled(match.start(), end, match["outer"], inner)


def _has_unit(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("before", "between", "unit_inside", "after")) or "worten" in match[0].casefold()


def _two_units(match: re.Match[str]) -> bool:
    """`eine Woche (7 Tage)` says the same twice in other units."""
    outside, inside = (match["between"] or "").strip().casefold(), (match["unit_inside"] or "").casefold()
    return outside[:1].isalpha() and inside[:1].isalpha() and outside[:3] != inside[:3]


def _differ(outer: str, inner: str) -> bool:
    """One is in figures, the other in words, and both are read."""
    if outer[0].isdecimal() == inner[0].isdecimal():
        return False
    values = [digits(n) if n[0].isdecimal() else number_word(_joined(n)) for n in (outer, inner)]
    return None not in values and values[0] != values[1]


def _joined(words: str) -> str:
    """`eine Million` as one number word."""
    return re.sub(r"^eine(?=million)", "ein", "".join(words.split()).casefold())
