"""Words and phrases in the canonical text, found as a reader would: letter case, line breaks and invisible hyphens make no difference.

The text is folded once, piece by piece; a search is then a plain search in the folded text. Where folding changes the length (`ä` is
`ae`, `ß` is `ss`, white space is one blank, a soft hyphen nothing) the place is noted, so that every hit leads back to exact offsets of
the canonical text. Everything long is a generator that pauses with `None`, so that a window can go on between two steps.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from app.models.source import Span

MOST = 2000  # hits; whoever has more should say more
_PIECE = 1 << 15  # characters folded at a time
_REACH = 1 << 20  # folded characters searched at a time
_TRIES = 2000  # places looked at between two pauses
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ß": "ss", "ẞ": "ss"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_FOLDED = {**_LETTERS, **_LIGATURES, "İ": "i"}  # of all letters only İ gets longer when it is made small
_ALIKE = (("-", "‐‑–—−"), ('"', "„“”‟«»"), ("'", "‚‘’‛"))  # nobody can type these
_BLANKS = rf"[\s{_UNSEEN}]{{2,}}|[^\S ]|[{_UNSEEN}]"
_CHANGED = {True: re.compile(_BLANKS), False: re.compile(f"{_BLANKS}|[{''.join(_FOLDED)}]")}


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for. `exact`: capitals, umlauts and ß count as typed."""

    words: str
    whole: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Hits:
    """Where it stands, in order; `more`: there are more than are listed."""

    spans: tuple[Span, ...] = ()
    more: bool = False


def fold(text: str, *, exact: bool = False) -> str:
    """The text as it is compared."""
    return _made_alike(_CHANGED[exact].sub(_replacement, text), exact=exact)


def _replacement(found: re.Match[str]) -> str:
    changed = found[0]
    return _FOLDED.get(changed) or (" " if any(character.isspace() for character in changed) else "")


def _made_alike(text: str, *, exact: bool) -> str:
    """Character for character."""
    for plain, printed in _ALIKE:
        for character in printed:
            text = text.replace(character, plain)
    return text if exact else text.lower().replace("ς", "σ")  # which of the two stands depends on what follows


class FoldedText:
    """A text made ready for searching by `steps`."""

    def __init__(self, text: str, *, exact: bool) -> None:
        self._text = text
        self._exact = exact
        self._folded: str | None = None
        self._from: list[int] = []  # of each change: where it begins and ends in the folded text and in the text
        self._to: list[int] = []
        self._begin: list[int] = []
        self._end: list[int] = []

    def steps(self) -> Iterator[None]:
        """Fold; nothing to do the second time."""
        if self._folded is not None:
            return
        pieces: list[str] = []
        start = length = 0
        while start < len(self._text):
            end = self._cut(start + _PIECE)
            changes = list(_CHANGED[self._exact].finditer(self._text, start, end))
            piece = fold(self._text[start:end], exact=self._exact)
            self._note(changes, length - start)
            pieces.append(piece)
            start, length = end, length + len(piece)
            yield None
        self._folded = "".join(pieces)

    def _cut(self, at: int) -> int:
        """Never inside white space."""
        while at < len(self._text) and not self._text[at].isalnum():
            at += 1
        return min(at, len(self._text))

    def _note(self, changes: list[re.Match[str]], shift: int) -> None:
        for change in changes:
            begin, end = change.span()
            width = len(_replacement(change))
            self._from.append(begin + shift)
            self._to.append(begin + shift + width)
            self._begin.append(begin)
            self._end.append(end)
            shift += width - (end - begin)

    def find(self, query: Query) -> Iterator[Span | None]:
        """The hits in order, none over another; `None`: a pause."""
        yield from self.steps()
        wanted = fold(normalize("NFC", query.words), exact=self._exact).strip()
        if not wanted:
            return
        for at in self._places(wanted):
            if at is None or (query.whole and not self._is_whole(at, at + len(wanted))):
                yield None
            else:
                yield self._span(at, at + len(wanted))

    def _places(self, wanted: str) -> Iterator[int | None]:
        """Where it begins in the folded text; a hit in the middle of an `ä` is none."""
        text = self._folded or ""
        at = 0
        while at < len(text):
            found = text.find(wanted, at, at + _REACH + len(wanted))
            if found < 0:
                at += _REACH
                yield None
            elif self._span(found, found + len(wanted)) is None:
                at = found + 1
                yield None
            else:
                at = found + len(wanted)
                yield found

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._folded or ""
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (_in_word(before) and _in_word(text[start])) and not (_in_word(after) and _in_word(text[end - 1]))

    def _span(self, start: int, end: int) -> Span | None:
        """In the text; None if one of them is in the middle of a character."""
        first, last = bisect_right(self._from, start) - 1, bisect_left(self._from, end) - 1
        begin = self._begin_at(first, start)
        if last < 0:
            return None if begin is None else (begin, end)
        if begin is None or self._to[last] > end:
            return None
        return begin, self._end[last] + end - self._to[last]

    def _begin_at(self, change: int, start: int) -> int | None:
        """Behind what was left out before it."""
        if change < 0:
            return start
        if self._to[change] <= start:
            return self._end[change] + start - self._to[change]
        return self._begin[change] if self._from[change] == start else None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


class Searchable:
    """One text for many searches: folded at the first of each kind."""

    def __init__(self, text: str) -> None:
        self._ways = {exact: FoldedText(text, exact=exact) for exact in (False, True)}

    def search(self, query: Query) -> Generator[None, None, Hits]:
        """Pauses; returns the hits."""
        spans: list[Span] = []
        for tries, span in enumerate(self._ways[query.exact].find(query)):
            if span is None:
                yield None
            elif len(spans) == MOST:
                return Hits(tuple(spans), more=True)
            else:
                spans.append(span)
            if tries % _TRIES == 0:
                yield None
        return Hits(tuple(spans))


def first_from(hits: tuple[Span, ...], offset: int) -> int | None:
    """The first hit at or behind a place, from the start again if there is none; None without hits."""
    if not hits:
        return None
    return bisect_left(hits, (offset, offset)) % len(hits)
