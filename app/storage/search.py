"""Words of a search and where they stand: folding, the query for the index, hits in the text as written.

Strategy: a text is folded in two spellings, with its umlauts written out (`kuendigung`) and with them dropped (`kundigung`),
which takes `ae`, `oe`, `ue` for umlauts too. A word is found if either of its own spellings stands in either. Thus it does not
matter how the searcher or the author writes umlauts, and a word that merely contains `ue` (`neu`, `aktuell`) is still found
by every part of it. Case and ß (`ss`) never matter. The index knows sequences of three signs, spaces too. Shorter words are
looked for with the space before them, one letter with that behind it too: `AG` stands in every `Vertrag`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.models.source import Span

_BEFORE_A_WORD: Final = " ("

_TERM: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_GERMAN_QUOTES: Final = str.maketrans("„“”«»", '"""""')
_WRITTEN_OUT: Final = re.compile(r"(?<![aeiouyq])([aou])e(?!u)")
_CLUSTER: Final = re.compile(r"(?s).[\u0300-\u036f]*")
_UNSEEN: Final = ("Cc", "Cf", "Cs")  # control and format characters, soft hyphens, halves of characters


class _Letters(dict[int, str]):
    """Folded forms of letters for `str.translate`, found out once."""

    def __init__(self, after: str) -> None:
        """`after`: what follows the plain letter of an umlaut."""
        self._umlauts = str.maketrans({"ä": f"a{after}", "ö": f"o{after}", "ü": f"u{after}"})

    def __missing__(self, code: int) -> str:
        self[code] = form = self._form(chr(code))
        return form

    def _form(self, sign: str) -> str:
        """Compatible forms alike, small, ß as ss; white space as a space, nothing for what is not seen."""
        if sign.isspace():
            return " "
        if unicodedata.category(sign) in _UNSEEN:
            return ""
        return unicodedata.normalize("NFKC", sign).casefold().translate(self._umlauts)


_SPELT: Final = _Letters("e")
_DROPPED: Final = _Letters("")


@dataclass(frozen=True, slots=True)
class _Fold:
    """A folded text; letter i of it was written by the letter from `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def folded(text: str) -> str:
    """The text with umlauts and ß written out, in small letters, words apart by one space."""
    return _translated(text, _SPELT)


def dropped(text: str) -> str:
    """The same with `a`, `o`, `u` for umlauts, however they are written."""
    return _WRITTEN_OUT.sub(r"\1", _translated(text, _DROPPED))


def indexed(text: str) -> str:
    """Both spellings, as the index holds them; once where they do not differ."""
    return "\n".join(f" {spelling} " for spelling in dict.fromkeys((folded(text), dropped(text))))


def terms(query: str) -> tuple[tuple[str, ...], ...]:
    """For every word or quoted phrase of a query its spellings; all must be found."""
    found = (
        match[1] if match[1] is not None else match[2] for match in _TERM.finditer(query.translate(_GERMAN_QUOTES))
    )
    spellings = (tuple(dict.fromkeys((folded(word), dropped(word)))) for word in found)
    return tuple(dict.fromkeys(spelt for spelt in spellings if spelt[0]))


def match_expression(query: str) -> str:
    """The query in FTS5's language, "" where there is nothing to look for."""
    groups = ((sought for spelling in term for sought in _sought(spelling)) for term in terms(query))
    return " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)


def marked(text: str, query: str) -> tuple[Span, ...]:
    """Where the words of a query stand in a text as written: spans in order that do not overlap."""
    merged: list[Span] = []
    for start, end in sorted(_hits(text, query)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hits(text: str, query: str) -> Iterator[Span]:
    spellings = [spelling for term in terms(query) for spelling in term]
    for fold in (_spelt(text), _dropped(text)) if spellings else ():
        for spelling in spellings:
            for sought in _sought(spelling):
                yield from _found(fold, sought, spelling)


def _found(fold: _Fold, sought: str, word: str) -> Iterator[Span]:
    padded = f" {fold.text} "
    at = padded.find(sought)
    while at >= 0:
        first = at + sought.index(word) - 1
        yield fold.starts[first], fold.ends[first + len(word) - 1]
        at = padded.find(sought, at + 1)


def _sought(spelling: str) -> tuple[str, ...]:
    """What the index can find: at least three signs."""
    if len(spelling) > 2:
        return (spelling,)
    behind = " " if len(spelling) == 1 else ""
    return tuple(f"{before}{spelling}{behind}" for before in _BEFORE_A_WORD)


def _quoted(sought: str) -> str:
    return '"{}"'.format(sought.replace('"', '""'))


def _translated(text: str, letters: _Letters) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(letters).split())


def _spelt(text: str) -> _Fold:
    return _fold(text, _SPELT)


def _dropped(text: str) -> _Fold:
    fold = _fold(text, _DROPPED)
    gone = {match.end() - 1 for match in _WRITTEN_OUT.finditer(fold.text)}
    kept = [i for i in range(len(fold.text)) if i not in gone]
    parts = ((fold.text[i], fold.starts[i], fold.ends[i + 1] if i + 1 in gone else fold.ends[i]) for i in kept)
    return _joined(parts)


def _fold(text: str, letters: _Letters) -> _Fold:
    """Letter by letter, as `_translated` does at once; a letter and its accents are one."""
    parts: list[tuple[str, int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        for letter in unicodedata.normalize("NFC", cluster[0]).translate(letters):
            if letter != " " or (parts and parts[-1][0] != " "):
                parts.append((letter, cluster.start(), cluster.end()))
    return _joined(parts)


def _joined(parts: Iterable[tuple[str, int, int]]) -> _Fold:
    known = list(parts)
    return _Fold("".join(part[0] for part in known), tuple(p[1] for p in known), tuple(p[2] for p in known))
