"""Words of a search and where they stand: folding, the query for the index, hits in the text as written.

Strategy: a text is folded in two spellings, with its umlauts written out (`kuendigung`) and with them dropped (`kundigung`),
which reads `ae`, `oe`, `ue` as umlauts too. A word is found if either of its own spellings stands in either. Thus it does not
matter how the searcher or the author writes umlauts, and a word that merely contains `ue` (`neu`, `aktuell`) is still found
by every part of it. Case and ß (`ss`) never matter. The index knows sequences of three letters; shorter words are looked for
in the texts themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from app.models.source import Span

SHORTEST: Final = 3  # letters that the index needs

_TERM: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WRITTEN_OUT: Final = re.compile(r"(?<![aeiouyq])(?:ae|oe|ue)(?!u)")
_SPELT: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_DROPPED: Final = {"ä": "a", "ö": "o", "ü": "u", "ß": "ss"}


@dataclass(frozen=True, slots=True)
class _Fold:
    """A folded text; letter i of it was written by letter `places[i]` of the original."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> str:
    """The text with umlauts and ß written out, in small letters, words apart by one space."""
    return _spelt(text).text


def dropped(text: str) -> str:
    """The same with `a`, `o`, `u` for umlauts, however they are written."""
    return _dropped(text).text


def indexed(text: str) -> str:
    """Both spellings, as the index holds them; once where they do not differ."""
    return "\n".join(dict.fromkeys((folded(text), dropped(text))))


def terms(query: str) -> tuple[tuple[str, ...], ...]:
    """For every word or quoted phrase of a query its spellings; all must be found."""
    found = (match[1] if match[1] is not None else match[2] for match in _TERM.finditer(query))
    spellings = (tuple(dict.fromkeys((folded(word), dropped(word)))) for word in found)
    return tuple(dict.fromkeys(spelt for spelt in spellings if spelt[0]))


def match_expression(query: str) -> str:
    """The query in FTS5's language, "" where no word is long enough for the index."""
    groups = (" OR ".join(f'"{_quoted(s)}"' for s in term) for term in terms(query) if _long(term))
    return " AND ".join(f"({group})" for group in groups)


def short_terms(query: str) -> tuple[tuple[str, ...], ...]:
    """The words that the index cannot find."""
    return tuple(term for term in terms(query) if not _long(term))


def marked(text: str, query: str) -> tuple[Span, ...]:
    """Where the words of a query stand in a text as written: spans in order that do not overlap."""
    words = terms(query)
    hits = {
        span for fold in (_spelt(text), _dropped(text)) for term in words for word in term for span in _hits(fold, word)
    }
    merged: list[Span] = []
    for start, end in sorted(hits):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _long(term: tuple[str, ...]) -> bool:
    return all(len(spelling) >= SHORTEST for spelling in term)


def _quoted(word: str) -> str:
    return word.replace('"', '""')


def _hits(fold: _Fold, word: str) -> Iterator[Span]:
    at = fold.text.find(word)
    while at >= 0:
        yield fold.places[at], fold.places[at + len(word) - 1] + 1
        at = fold.text.find(word, at + 1)


def _spelt(text: str) -> _Fold:
    return _fold(text, lambda letter: _SPELT.get(letter, letter))


def _dropped(text: str) -> _Fold:
    """Written-out umlauts lose their `e`, but not those that were just written out by nobody."""
    fold = _fold(text, lambda letter: _DROPPED.get(letter, letter))
    gone = {match.end() - 1 for match in _WRITTEN_OUT.finditer(fold.text)}
    kept = [i for i in range(len(fold.text)) if i not in gone]
    return _Fold("".join(fold.text[i] for i in kept), tuple(fold.places[i] for i in kept))


def _fold(text: str, spell: Callable[[str], str]) -> _Fold:
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in _small(sign):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            for written in spell(letter):
                letters.append(written)
                places.append(place)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return _Fold("".join(letters), tuple(places))


def _small(sign: str) -> str:
    """One sign in small letters: compatible forms alike, without soft hyphens; white space is one space."""
    if sign.isspace():
        return " "
    if sign in "\u00ad\u200b":
        return ""
    if sign.isascii():
        return sign.lower()
    if sign in "ßẞ":
        return "ß"
    return unicodedata.normalize("NFKC", sign).casefold()
