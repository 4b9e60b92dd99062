"""The terms that a document defines: names it gives (`nachfolgend „Kunde“`) and meanings (`„Werktage“ sind …`).

Strategy: a few forms in which German terms define, quoted or clearly introduced. Names are also looked for outside the
clauses (title, preamble), because parties are mostly named there. A term answers to its inflected forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.models.reading import Clause, Reading

_OPEN, _CLOSE = '[„"»“‚«]', '[“"«”’‘»]'
_TERM = r"[A-ZÄÖÜ][\w*&.-]*(?:[ ][\w*&.-]+){0,3}"
_QUOTED = rf"{_OPEN}\s?(?:der |die |das |den )?{_TERM}?\s?{_CLOSE}"
_INNER = re.compile(rf"{_OPEN}\s?(?:der |die |das |den )?({_TERM}?)\s?{_CLOSE}")
_FROM_HERE = r"(?:[Nn]achfolgend|[Nn]achstehend|[Ii]m\s+(?:[Ff]olgenden|Nachfolgenden|Weiteren)|[Ff]ortan|[Kk]ünftig|[Ii]n\s+weiterer\s+Folge|[Kk]urz)"
_FILLING = r"(?:[:,]|\s{1,3}|kurz|auch|nur|gemeinsam|zusammen(?:fassend)?|jeweils|als|der|die|das|einheitlich|insgesamt|genannt|bezeichnet){0,12}"
_NAMED = re.compile(
    rf"\b{_FROM_HERE}{_FILLING}{_QUOTED}(?:\s*(?:,|oder|und|bzw\.)\s*{_QUOTED})*"
    rf"|\(\s*(?:(?:der|die|das|den|kurz|auch|gemeinsam|zusammen)\s+){{0,3}}{_QUOTED}\s*\)"
    rf"|\b(?:heißt|heißen|nennen\s+wir|werden?|wird)\s+(?:{_FROM_HERE}\s+)?(?:gemeinsam\s+|zusammen\s+|kurz\s+|als\s+)*{_QUOTED}"
    rf"|\b{_FROM_HERE}{_FILLING}(?P<bare>[A-ZÄÖÜ][\w*-]+)\s*(?=(?:genannt|bezeichnet)\b|\)|[-–])"
)
_MEANS = (
    r"(?:(?:bezeichne[tn]|bedeute[tn]|mein(?:t|en)|umfass(?:t|en)|steh(?:t|en)\s+für)(?=\s+\w)(?!\s+(?:wird|werden|und|oder)\b)|"
    r"(?:ist|sind)\s+(?:jede[rs]?|alle[s]?|sämtliche|ein|eine|der|die|das|nur|solche|ausschließlich|insbesondere|diejenigen?|derjenige|dasjenige|wer)\b)"
)
_OF_THESE = r"im\s+Sinne\s+(?:dieser|dieses|der\s+vorliegenden)\s+(?:\w+\s+){0,2}?[A-ZÄÖÜ]\w+"
_MEANT = re.compile(
    rf"{_QUOTED}\s+(?:{_OF_THESE}\s+)?{_MEANS}|(?:^|[.;]\s+|\n)(?P<bare>{_TERM})\s+{_OF_THESE}\s+{_MEANS}"
)
_COUNTED = re.compile(
    rf"\b[Aa]ls\s+{_QUOTED}\s+(?:gilt|gelten)\s+(?!(?:nicht|der|die|das)\b)\S|\b[Uu]nter\s+(?:eine[mr]\s+|dem\s+|der\s+)?{_QUOTED}\s+(?:versteh|ist\b|sind\b)"
)
_TOGETHER = re.compile(rf"\(\s*(?:gemeinsam|zusammen)\s+(?:(?:der|die|das|den|kurz|auch)\s+){{0,2}}{_QUOTED}\s*\)")
_LISTED = re.compile(rf"^\W{{0,3}}{_QUOTED}\s*(?::|–|-|=)\s+\S", re.MULTILINE)
_END = re.compile(r"[.;](?=\s|$)|\n")
LONGEST = 400  # characters of a definition that are shown

_ENDING = re.compile(r"(?:en|em|er|es|e|n|s|in|innen|\*in|\*innen)$")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term defined at `text[start:end]` of a clause, or outside all clauses; `meaning` is "" where it is only named."""

    term: str
    meaning: str
    clause: Clause | None
    start: int
    end: int

    @property
    def key(self) -> str:
        """The same for all inflected forms of the term."""
        return stem(self.term)


@lru_cache(maxsize=4096)
def stem(term: str) -> str:
    """The words of a term without their endings, small."""
    return " ".join(_short(word) for word in term.split())


def _short(word: str) -> str:
    cut = _ENDING.sub("", word)
    return (cut if len(cut) >= 3 else word).casefold()


_UMLAUTS = {"a": "[aä]", "o": "[oö]", "u": "[uü]"}  # Notfall, Notfälle


@lru_cache(maxsize=512)
def used(term: str, *, umlauts: bool = False) -> re.Pattern[str]:
    """The term in any inflected form, compounds that begin with it included; with `umlauts` those of plurals, too."""
    forms = _UMLAUTS if umlauts else {}
    words = (rf"{''.join(forms.get(c, re.escape(c)) for c in _short(word))}\w{{0,3}}" for word in term.split())
    return re.compile(rf"(?<!\w){'[ -]'.join(words)}", re.IGNORECASE)


def definitions_in(reading: Reading) -> list[Definition]:
    """All definitions of the document in reading order, those outside its clauses first."""
    inside = [span for clause in reading.clauses for span in clause.spans]
    found = [Definition(*item, None, 0, 0) for item in _outside(reading, inside)]
    for clause in reading.clauses:
        if clause.language == "de":
            found += [Definition(t, meaning, clause, a, b) for t, meaning, a, b in _defined(clause.text)]
    return found


def _outside(reading: Reading, inside: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    at = 0
    for start, end in [*sorted(inside), (len(reading.source.text), len(reading.source.text))]:
        if start > at:
            for term, _, _, _ in _defined(reading.source.text[at:start]):
                yield term, ""
        at = max(at, end)


def _defined(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Term, meaning and span of every definition in the text."""
    for match in _NAMED.finditer(text):
        for term in [match["bare"]] if match["bare"] else _INNER.findall(match[0]):
            meaning = _before(text, match.start()) if _TOGETHER.match(match[0]) else ""
            yield term.strip(), meaning, match.start(), match.end()
    for pattern in (_MEANT, _COUNTED, _LISTED):
        for match in pattern.finditer(text):
            term = match.groupdict().get("bare") or _INNER.findall(match[0])[0]
            end = _END.search(text, match.end())
            stop = min(end.start() if end else len(text), match.start() + LONGEST)
            start = match.start() + len(match[0]) - len(match[0].lstrip(" .;\n"))
            yield term.strip(), text[start:stop], start, stop


def _before(text: str, at: int) -> str:
    """The part of the sentence before `at`: what is named together there."""
    ends = [mark.end() for mark in _END.finditer(text, max(0, at - LONGEST), at)]
    return text[ends[-1] if ends else max(0, at - LONGEST) : at].strip()
