"""What the placeholders of a wording stand for in a clause: `{{Betrag}}` matches any text of a sentence, up to MOST words.

Strategy: first the words between the placeholders are looked for one after the other from the first word to the last, all
ways at once; so a clause that says nothing else fills the wording without a rest, whatever words it puts in. Where that
fails the words are aligned by edit distance, and a placeholder takes what stands between the words that stayed. A
placeholder that took nothing stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from app.comparing.folding import folded_words
from app.library.placeholders import PLACEHOLDER
from app.models.source import Span
from app.nlp.sentences import sentence_spans

MOST = 12  # words that one placeholder may take
_WORD = re.compile(r"\d(?:[\d.,]*\d)?|\w+|[§%€$]")
_HOLES = re.compile(rf"\w*{PLACEHOLDER.pattern}\w*")  # an ending such as the genitive's belongs to what is put in
_HOLE = ""  # the norm of a placeholder; no word has it
_Fill = tuple[int, int]  # words of the clause that a placeholder took


@dataclass(frozen=True, slots=True)
class Filled:
    """A wording as the clause fills it in: its text, and pairs of places, of the placeholder and of what it took."""

    text: str
    places: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text with their places; a placeholder is one."""

    norms: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def holes(self) -> list[int]:
        return [at for at, norm in enumerate(self.norms) if norm == _HOLE]


def without_placeholders(text: str) -> str:
    """The wording's own words; offsets are not kept."""
    return _HOLES.sub(" ", text) if "{{" in text else text


def at_most_filled(clause: str, wording: str, holes: int) -> float:
    """What the similarity of two lines (`vocabulary`) can be once `holes` words of the clause stand for placeholders."""
    shared = (len(clause) + len(wording) - Indel.distance(clause, wording)) // 2
    taken = min(holes, len(clause) - shared)
    return 2 * (shared + taken) / max(1, len(clause) + len(wording) + taken)


@lru_cache(maxsize=1024)
def filled_in(wording: str, clause: str) -> Filled:
    """The wording with its placeholders replaced by what stands for them in the clause."""
    if not PLACEHOLDER.search(wording):
        return Filled(wording)
    own, found = _wording_words(wording), _words(clause)
    taken = _exact(own, found, clause) or _aligned(own, found, clause)
    places = tuple((own.spans[hole], _span(found, fill)) for hole, fill in sorted(taken.items()))
    return Filled(_put_in(wording, clause, places), places)


def _put_in(wording: str, clause: str, places: Sequence[tuple[Span, Span]]) -> str:
    parts, at = [], 0
    for (start, end), (low, high) in places:
        parts += [wording[at:start], clause[low:high]]
        at = end
    return "".join([*parts, wording[at:]])


def _span(words: _Words, fill: _Fill) -> Span:
    return words.spans[fill[0]][0], words.spans[fill[1] - 1][1]


@lru_cache(maxsize=256)
def _words(text: str) -> _Words:
    return _read((m.group(), m.span()) for m in _WORD.finditer(text))


@lru_cache(maxsize=4096)
def _wording_words(text: str) -> _Words:
    """As `_words`, each placeholder as a word of its own."""
    holes = [m.span() for m in _HOLES.finditer(text)]
    edges = [0, *(edge for hole in holes for edge in hole), len(text)]
    pieces = list(pairwise(edges))  # own words, hole, own words, …
    found: list[tuple[str, Span]] = []
    for number, (start, end) in enumerate(pieces):
        if number % 2:
            found.append((_HOLE, (start, end)))
        else:
            found += [(m.group(), m.span()) for m in _WORD.finditer(text, start, end)]
    return _read(found)


def _read(found: Iterator[tuple[str, Span]] | list[tuple[str, Span]]) -> _Words:
    pairs = list(found)
    return _Words(tuple(" ".join(folded_words(w)) if w else _HOLE for w, _ in pairs), tuple(s for _, s in pairs))


def _exact(own: _Words, found: _Words, clause: str) -> dict[int, _Fill]:
    """What each placeholder took where the clause says nothing else; the shortest fills first, nothing where it does not fit."""
    ends = _sentence_ends(clause)
    ways: dict[int, tuple[_Fill, ...]] = {0: ()}  # where in the clause we may stand: how we came there
    for norm in own.norms:
        if not ways:
            return {}
        if norm != _HOLE:
            ways = {at + 1: way for at, way in ways.items() if at < len(found.norms) and found.norms[at] == norm}
            continue
        further: dict[int, tuple[_Fill, ...]] = {}
        for at, way in ways.items():
            for to in range(at + 1, min(at + MOST, ends[at] if at < len(ends) else at) + 1):
                further.setdefault(to, (*way, (at, to)))
        ways = further
    whole = ways.get(len(found.norms))
    return dict(zip(own.holes, whole, strict=True)) if whole is not None else {}


@lru_cache(maxsize=256)
def _sentence_ends(text: str) -> list[int]:
    """For each word, the number of the first word behind its sentence."""
    starts = [start for start, _ in sentence_spans(text)]
    sentence = [bisect_right(starts, start) for start, _ in _words(text).spans]
    ends = [len(sentence)] * len(sentence)
    for at in range(len(sentence) - 2, -1, -1):
        ends[at] = ends[at + 1] if sentence[at] == sentence[at + 1] else at + 1
    return ends


def _aligned(own: _Words, found: _Words, clause: str) -> dict[int, _Fill]:
    """What stands where a placeholder does in the version that the clause is."""
    ends = _sentence_ends(clause)
    taken: dict[int, _Fill] = {}
    for i0, i1, j0, j1 in _edits(own.norms, found.norms):
        holes = [at for at in range(i0, i1) if own.norms[at] == _HOLE]
        if len(holes) != 1:
            continue
        low, high = j0 + holes[0] - i0, j1 - (i1 - holes[0] - 1)
        if low < high <= min(low + MOST, ends[low]):
            taken[holes[0]] = (low, high)
    return taken


def _edits(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches between words that stayed."""
    i = j = 0
    for block in Indel.editops(a, b).as_matching_blocks():
        if i < block.a or j < block.b:
            yield i, block.a, j, block.b
        i, j = block.a + block.size, block.b + block.size
