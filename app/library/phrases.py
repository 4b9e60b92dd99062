"""Phrases of the rule pack: a small language for word sequences, so that rules stay data and cannot hang the program.

Grammar (clause_library/rules/README.md): words stand for themselves, `*` for any letters, `(a|b c)` for alternatives,
`(…)?` for an optional part, `..` for up to six words between, `...` for any number in the sentence, `{user}` and
`{other}` for a party. Strategy: a sentence is reduced to its folded words with their offsets; the parts of a phrase between its gaps are
regular expressions over such words, and their matches are chained, so that time grows with the sentence and never with
its powers. `hints` tell beforehand where a phrase cannot be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.models.provisions import Party
from app.models.source import Span

_WORD = re.compile(r"\d(?:[\d.,]*\d)?|[^\W_]+|[§%€]")
_PIECE = re.compile(r"\.{2,3}|\{(?:user|other)\}|\)\?|[()|]|[\w*§%€ß]+(?:[.,]\d+)*")
_FOLD = str.maketrans({"ß": "ss"})
_GAPS = {"..": 6, "...": 10_000}  # words between
_INNER_GAP = r"(?:\S+ ){0,6}?"  # inside of alternatives
_ARTICLE = r"(?:(?:de[rmns]|die|das|einem?|eine[rns]?|unser\w*) )?"
_SIDES = {"{user}": "user", "{other}": "other"}
_LITERAL = re.compile(r"[^\W\d_]{4,}")
_WHOLE = re.compile(r"[^\W_][\w.,]+")  # a word without stars, of two signs or more
LONGEST = 600  # characters of a phrase
MOST_STARS = 2  # of a word
DEEPEST = 3  # brackets in brackets


@dataclass(frozen=True)
class Words:
    """The folded words of a text: `line` holds each followed by a blank, `places` their spans in the text."""

    line: str
    places: tuple[Span, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins in `line`."""
        starts, at = [], 0
        for word in self.line.split(" ")[:-1]:
            starts.append(at)
            at += len(word) + 1
        return tuple(starts)

    def span(self, first: int, end: int) -> Span:
        """The text's span of the words from `first` up to `end` (exclusive)."""
        return self.places[first][0], self.places[end - 1][1]


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """The folded words of a text (a sentence)."""
    found = [(m[0].casefold().translate(_FOLD), m.span()) for m in _WORD.finditer(text)]
    return Words("".join(f"{word} " for word, _ in found), tuple(span for _, span in found))


class PhraseError(ValueError):
    """A phrase that the grammar does not allow."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to be looked for: parts with the words allowed between them.

    `hints`: plain pieces of which every match holds one, whole words with the blank behind them; empty where no piece is sure.
    """

    source: str
    parts: tuple[re.Pattern[str], ...]
    gaps: tuple[int, ...]
    hints: tuple[str, ...]
    with_party: bool

    def may_be_in(self, words: Words) -> bool:
        """Whether it is worth looking: party words apart, which are told later."""
        return not self.hints or any(hint in words.line for hint in self.hints)

    def find(self, words: Words) -> Span | None:
        """The span of the first match in the text of `words`, None where there is none."""
        chains = _matches(self.parts[0], words)
        for part, gap in zip(self.parts[1:], self.gaps, strict=True):
            if not chains:
                return None
            chains = _continued(chains, _matches(part, words), gap)
        return words.span(*chains[0]) if chains else None


def _matches(part: re.Pattern[str], words: Words) -> list[Span]:
    """Half-open spans of words."""
    starts = words.starts
    return [(bisect_left(starts, m.start()), bisect_left(starts, m.end())) for m in part.finditer(words.line)]


def _continued(chains: list[Span], following: list[Span], gap: int) -> list[Span]:
    """Chains that go on with one of `following` at most `gap` words later; time grows with their number only."""
    found: list[Span] = []
    at = 0
    for start, end in following:
        while at < len(chains) and chains[at][1] < start - gap:
            at += 1
        if at < len(chains) and chains[at][1] <= start:
            found.append((chains[at][0], end))
    return found


@lru_cache(maxsize=4096)
def compiled(source: str, user: Party | None = None) -> Phrase:
    """The phrase for terms used by `user` (needed for `{user}` and `{other}` only). Raises PhraseError."""
    pieces = _pieces(source.casefold().translate(_FOLD))
    _check_cost(source, pieces)
    parts, gaps, depth = [""], [], 0
    for piece in pieces:
        depth += (piece == "(") - (piece in (")", ")?"))
        if depth < 0 or (piece == "..." and depth):
            raise PhraseError(source)
        if piece in _GAPS and not depth:
            gaps.append(_GAPS[piece])
            parts.append("")
        else:
            parts[-1] += _part(piece, user)
    if depth or not all(parts):
        raise PhraseError(source)
    patterns = tuple(re.compile(rf"(?<!\S){part}") for part in parts)
    if any(pattern.match("") for pattern in patterns):
        raise PhraseError(source)
    return Phrase(source, patterns, tuple(gaps), _hints(pieces), any(p in _SIDES for p in pieces))


def _check_cost(source: str, pieces: list[str]) -> None:
    """What would stand anywhere, or cost more than the sentence is long, is no phrase: lone and many stars, rows of gaps in
    brackets, brackets in brackets in brackets.
    """
    depth = deepest = gaps = 0
    for piece in pieces:
        depth += (piece == "(") - (piece in (")", ")?"))
        deepest = max(deepest, depth)
        gaps = 0 if piece in ("(", "|", ")", ")?") else gaps + (piece == "..")
        if (depth and gaps > 1) or not piece.strip("*") or piece.count("*") > MOST_STARS:
            raise PhraseError(source)
    if deepest > DEEPEST or len(source) > LONGEST:
        raise PhraseError(source)


def _pieces(folded: str) -> list[str]:
    pieces = _PIECE.findall(folded)
    if re.sub(r"[\s,;:/\-–'\"„“.!&]", "", _PIECE.sub("", folded)):
        raise PhraseError(folded)
    return pieces


def _part(piece: str, user: Party | None) -> str:
    match piece:
        case "..":
            return _INNER_GAP
        case "(":
            return "(?:"
        case "|" | ")" | ")?":
            return piece
        case "{user}" | "{other}":
            return _ARTICLE + _party(piece, user) + " "
    return re.escape(piece).replace(r"\*", r"\S*") + " "


def _party(piece: str, user: Party | None) -> str:
    if user is None:
        return "(?:supplier|customer)"
    other = Party.CUSTOMER if user is Party.SUPPLIER else Party.SUPPLIER
    return (user if piece == "{user}" else other).value


def _hints(pieces: list[str]) -> tuple[str, ...]:
    """The longest plain piece outside of brackets, or one of each alternative where those are longer."""
    units = [unit for unit in _units(pieces) if all(unit)]
    return max(units, key=lambda unit: min(map(len, unit)), default=())


def _units(pieces: list[str]) -> Iterator[tuple[str, ...]]:
    """For every part that must be there, the longest plain piece of each of its alternatives ("" where it has none)."""
    depth, options = 0, [""]
    for piece in pieces:
        if piece == "(":
            depth, options = depth + 1, options if depth else [""]
        elif piece in (")", ")?"):
            depth -= 1
            if depth == 0 and piece == ")":
                yield tuple(options)
        elif piece == "|" and depth == 1:
            options.append("")
        elif depth <= 1 and piece not in _SIDES:
            letters = f"{piece} " if _WHOLE.fullmatch(piece) else max(_LITERAL.findall(piece), key=len, default="")
            if depth:
                options[-1] = max(options[-1], letters, key=len)
            else:
                yield (letters,)
