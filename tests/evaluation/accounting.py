"""The sum check: every word an independent reader finds is somewhere in ours, and ours has no word that it lacks.

Words are compared as multisets page by page. What remains is settled where both sides have the same letters and only
join or split words differently (`Ver-` `trag` / `Vertrag`): first among neighbours, then among all that is left of a
page, then, for a word that goes over the page's end, with the next. Words that remain are lost or invented.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from tests.evaluation.folding import is_word, letters

_LONGEST = 24  # neighbours that may make up one word of the other side
_MOST_LEFT = 1500  # beyond that a page is another text: no puzzle to be solved
_LIKE = 55.0  # similarity in percent of a word and the same word with characters replaced
Grams = dict[str, list[tuple[str, ...]]]
Found = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Account:
    """Words of the independent reader (`total`), those of them we lack, and those of ours that it lacks; with page."""

    total: int
    lost: Found
    invented: Found
    respaced: Found = ()  # words that the two sides join or split differently, hyphenation apart

    @property
    def lost_share(self) -> float:
        """Share of the reader's words that are nowhere in ours."""
        return len(self.lost) / self.total if self.total else 0.0

    @property
    def invented_share(self) -> float:
        """Words of ours that the reader has not, as a share of its words."""
        return len(self.invented) / self.total if self.total else float(bool(self.invented))


def account(
    reader: Sequence[Sequence[str]],
    ours: Sequence[Sequence[str]],
    *,
    may: Sequence[str] = (),
    unprinted: Sequence[Sequence[str]] = (),
    repaired: Sequence[Sequence[str]] = (),
) -> Account:
    """Compare the tokens of both sides, page by page.

    `may`: words of the file that need not be read. `unprinted`: words of ours that are listed as hidden; they explain
    a word of the reader and are not invented where it has none. `repaired`: words of ours in which characters were
    replaced on purpose; each explains one similar word of the reader.
    """
    sheets = [_Sheet(_at(reader, n), _at(ours, n)) for n in range(max(len(reader), len(ours), len(unprinted)))]
    for number, sheet in enumerate(sheets):
        sheet.lost -= Counter(_at(unprinted, number))
        sheet.extra -= Counter(may)
        sheet.settle_neighbours()
        sheet.settle_rest(_Sheet((), ()), fewest=1)
    for sheet, following in pairwise(sheets):
        sheet.settle_rest(following, fewest=2)
    for number, sheet in enumerate(sheets):
        sheet.settle_repaired(_at(repaired, number))
    return Account(
        sum(is_word(token) for page in reader for token in page),
        _by_page([sheet.lost for sheet in sheets]),
        _by_page([sheet.extra for sheet in sheets]),
        _by_page([sheet.respaced for sheet in sheets]),
    )


def _at(pages: Sequence[Sequence[str]], number: int) -> Sequence[str]:
    return pages[number] if number < len(pages) else ()


def _by_page(bags: Sequence[Counter[str]]) -> Found:
    return tuple(
        (page, token) for page, bag in enumerate(bags, 1) for token in sorted(bag.elements()) if is_word(token)
    )


class _Sheet:
    """One page: both streams of tokens and what is not yet explained on either side."""

    def __init__(self, reader: Sequence[str], ours: Sequence[str]) -> None:
        self.reader, self.ours = reader, ours
        self.lost = Counter(reader) - Counter(ours)
        self.extra = Counter(ours) - Counter(reader)
        self.respaced: Counter[str] = Counter()

    def settle_neighbours(self) -> None:
        """Explain neighbours by neighbours of the other side with the same letters, the shortest first."""
        theirs = _grams(self.reader, self.lost)
        ours = _grams(self.ours, self.extra)
        pairs = [(gram, other) for key in ours for gram in ours[key] for other in theirs.get(key, ())]
        for gram, other in sorted(pairs, key=lambda pair: (len(pair[0]) + len(pair[1]), pair)):
            while _has(self.extra, gram) and _has(self.lost, other):
                self.extra -= Counter(gram)
                self.lost -= Counter(other)
                if not any(token.endswith("-") for token in (*gram, *other)):
                    self.respaced[" ".join(other) + " | " + " ".join(gram)] += 1

    def settle_repaired(self, repaired: Sequence[str]) -> None:
        """Explain each word that was repaired on purpose by the reader's word or pieces that resemble it."""
        for word in (Counter(repaired) & self.extra).elements():
            pieces = _pieces(word, self.lost)
            if pieces:
                self.lost -= Counter(pieces)
                self.extra -= Counter([word])

    def settle_rest(self, after: _Sheet, fewest: int) -> None:
        """Explain words whose parts stand apart on the other side: at the end of a column or page and the next start.

        `fewest`: of how many parts. A whole word that stands on another page is no hyphenated one: it is misplaced.
        """
        for mine, theirs in (("extra", "lost"), ("lost", "extra")):
            whole, parts = getattr(self, mine) + getattr(after, mine), getattr(self, theirs) + getattr(after, theirs)
            if parts.total() > _MOST_LEFT:
                continue
            for word in sorted(whole.elements(), key=len, reverse=True):
                pieces = _puzzle(letters(word), +parts)
                if len(pieces) >= fewest and is_word(word):
                    parts -= Counter(pieces)
                    self._take(after, mine, [word])
                    self._take(after, theirs, pieces)

    def _take(self, after: _Sheet, side: str, taken: Sequence[str]) -> None:
        for token in taken:
            home = self if getattr(self, side)[token] else after
            setattr(home, side, getattr(home, side) - Counter([token]))


def _pieces(word: str, lost: Counter[str]) -> list[str]:
    """A similar token, or what is left of a word on both sides of a character that the file does not name."""
    best = max(lost, key=lambda token: (fuzz.ratio(token, word), token), default="")
    first = max((t for t in lost if word.startswith(t)), key=len, default="")
    last = max((t for t in lost if word.endswith(t) and len(t) + len(first) <= len(word)), key=len, default="")
    if fuzz.ratio(first + last, word) > fuzz.ratio(best, word):
        return [piece for piece in (first, last) if piece]
    return [best] if fuzz.ratio(best, word) >= _LIKE else []


def _puzzle(whole: str, parts: Counter[str]) -> list[str]:
    """Tokens of `parts` whose letters, one after another, are `whole`; empty where there are none."""
    for token in sorted(parts, key=len, reverse=True):
        start = letters(token)
        if not start or not whole.startswith(start):
            continue
        if start == whole:
            return [token]
        rest = _puzzle(whole[len(start) :], parts - Counter([token]))
        if rest:
            return [token, *rest]
    return []


def _grams(stream: Sequence[str], bag: Counter[str]) -> Grams:
    """Runs of neighbours that are all unexplained, by their letters."""
    found: Grams = defaultdict(list)
    for gram in dict.fromkeys(_runs(stream, bag)):
        found[letters("".join(gram))].append(gram)
    found.pop("", None)
    return found


def _runs(stream: Sequence[str], bag: Counter[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(stream)):
        for length in range(1, _LONGEST + 1):
            gram = tuple(stream[start : start + length])
            if len(gram) < length or not bag[gram[-1]]:
                break
            if _has(bag, gram):
                yield gram


def _has(bag: Counter[str], gram: Sequence[str]) -> bool:
    return all(bag[word] >= count for word, count in Counter(gram).items())
