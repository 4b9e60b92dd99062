"""Which wordings of the library a clause may be a version of: a word index with BM25, built once for each library.

Strategy: every wording of a position (its text and its examples) is a unit of the index, and so is each paragraph of one that
has several, because documents number what the library writes as one text. The names of placeholders are no words of it;
what a clause puts in their place is read as said there (`filling`). A clause is looked up by its rarest words only, so that the time does not
grow with the words everybody uses; order and nearness are then told by the Indel similarity of the token ids.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from rapidfuzz.distance import Indel

from app.comparing.applying import Keyed
from app.comparing.filling import MOST, filled_in, without_placeholders
from app.comparing.vocabulary import Vocabulary
from app.comparing.wordsigns import Token, norms, tokens
from app.library.model import Library, Position, ReferenceClause
from app.library.placeholders import PLACEHOLDER
from app.models.facts import Perspective
from app.models.provisions import Party

RARE = 16  # words of a clause that are looked up
SHARED = 5  # of them that a unit must share to be scored: versions share most
DEALS = 8  # kinds of deals whose references are kept apart
VERIFIED = 8  # best candidates whose order of words is compared
SLACK = 0.1  # by which reading quantities may raise a similarity
_K1, _B = 1.2, 0.75  # BM25's usual constants
_PARAGRAPH = re.compile(r"\n+")


@dataclass(frozen=True)
class Unit:
    """A wording of a position (`paragraph` None) or one paragraph of it; `words` are its norms with their number.

    `index`: which position; `example`: which of its examples, None for its text; `row`: its norms in order; `line`: the same, a
    letter each.
    """

    reference: ReferenceClause
    index: int
    paragraph: int | None
    text: str
    words: Counter[str] = field(hash=False)
    example: int | None = None
    row: tuple[str, ...] = ()
    line: str = ""

    @property
    def position(self) -> Position:
        """The position it is, or belongs to."""
        return self.reference.positions[self.index]

    @property
    def place(self) -> tuple[str, int, int, int]:
        """Its place in the library, for ties."""
        paragraph, example = (-1 if part is None else part for part in (self.paragraph, self.example))
        return self.reference.id, self.index, paragraph, example

    @property
    def whole(self) -> str:
        """The wording it is, or is a paragraph of."""
        return self.position.text if self.example is None else self.position.examples[self.example]

    @cached_property
    def holes(self) -> int:
        """How many words placeholders may take at most."""
        return MOST * len(PLACEHOLDER.findall(self.text)) if "{{" in self.text else 0

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens; read only where a clause comes near."""
        return tokens(without_placeholders(self.text), we_of(self.reference))

    def filled_in(self, clause: str) -> Unit:
        """The wording with the clause's own words for its placeholders."""
        if not self.holes:
            return self
        text = filled_in(self.text, clause).text
        row = norms(without_placeholders(text), we_of(self.reference))
        return replace(self, text=text, words=Counter(row), row=row, line="")

    def at_most(self, own: Counter[str], length: int) -> float:
        """More than the similarity to a clause of these words can be: their order and its quantities not looked at."""
        shared = sum((own & self.words).values())
        taken = min(self.holes, length - shared)
        return 2 * (shared + taken) / max(1, length + self.words.total() + taken) + SLACK


class Candidates:
    """The index of one library."""

    def __init__(self, references: Sequence[ReferenceClause]) -> None:
        self.vocabulary = Vocabulary()
        self.units = [unit for reference in references for unit in _units(reference, self.vocabulary)]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            for word in unit.words:
                self._postings[word].append(number)
        self._of: dict[str, list[Unit]] = defaultdict(list)
        self._weighed: dict[tuple[str, int, int, int], dict[str, float]] = {}
        for unit in self.units:
            self._of[unit.reference.id].append(unit)
        self._weight_of: dict[str, float] = {}
        self._applying: dict[frozenset[str], _Places] = {}
        lengths = [unit.words.total() for unit in self.units]
        mean = sum(lengths) / max(1, len(self.units))
        self._long = [_K1 * (1 - _B + _B * length / mean) for length in lengths]

    def promising(self, words: Sequence[str], applying: frozenset[str], least: float) -> list[Unit]:
        """Units of the references in `applying` that share rare words with a clause and may be `least` similar to it."""
        own = Counter(words)
        rare = sorted((len(self._postings[w]), w) for w in own if w in self._postings)[:RARE]
        places = self._among(applying)
        shared: Counter[int] = Counter()
        for _, word in rare:
            shared.update(places.of(word))
        enough = min(SHARED, len(rare))
        weights = [(word, self._weight(word)) for _, word in rare]
        several = ((-self._score(n, weights), n) for n, count in shared.items() if count >= enough)
        best = heapq.nsmallest(VERIFIED, several)
        return [self.units[n] for _, n in best if self.units[n].at_most(own, len(words)) >= least]

    def _among(self, applying: frozenset[str]) -> _Places:
        """Where words stand in the references that apply; kept for the next document of such a deal."""
        if applying not in self._applying:
            if len(self._applying) >= DEALS:
                self._applying.clear()
            allowed = bytes(unit.reference.id in applying for unit in self.units)
            self._applying[applying] = _Places(self._postings, allowed)
        return self._applying[applying]

    def of(self, reference: str) -> Sequence[Unit]:
        """The wordings of a reference, in order."""
        return self._of.get(reference, ())

    def shared(self, own: Mapping[str, float], unit: Unit) -> float:
        """How much a clause and a wording have in common, 0..1: words weigh by how rare they are in the library."""
        theirs = self._weights(unit)
        common = sum(min(weight, theirs[word]) for word, weight in own.items() if word in theirs)
        both = sum(own.values()) + sum(theirs.values())
        return 2 * common / both if both else 0.0

    def weighed(self, words: Mapping[str, int]) -> dict[str, float]:
        """Words with their number times their weight."""
        return {word: count * self._weight(word) for word, count in words.items()}

    def _weights(self, unit: Unit) -> dict[str, float]:
        if not unit.line:  # filled in for one clause
            return self.weighed(unit.words)
        known = self._weighed.get(unit.place)
        if known is None:
            known = self._weighed[unit.place] = self.weighed(unit.words)
        return known

    def _weight(self, word: str) -> float:
        if word not in self._weight_of:
            places = len(self._postings[word]) if word in self._postings else 0
            weight = math.log(1 + (len(self.units) - places + 0.5) / (places + 0.5))
            if not places:
                return weight  # a word of one document
            self._weight_of[word] = weight
        return self._weight_of[word]

    def _score(self, number: int, rare: Sequence[tuple[str, float]]) -> float:
        """BM25 of a unit for the rare words of a clause and their weights, rounded."""
        words, long = self.units[number].words, self._long[number]
        score = 0.0
        for word, weight in rare:
            count = words.get(word)
            if count:
                score += weight * count * (_K1 + 1) / (count + long)
        return round(score, 6)


class _Places:
    """Where words stand in some of the units."""

    def __init__(self, postings: Mapping[str, list[int]], allowed: bytes) -> None:
        self._postings = postings
        self._allowed = allowed
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The units that have the word."""
        found = self._known.get(word)
        if found is None:
            allowed = self._allowed
            found = self._known[word] = [number for number in self._postings[word] if allowed[number]]
        return found


def rated(found: Sequence[Token], units: Sequence[Unit], clause: str = "") -> list[tuple[float, Unit]]:
    """The units with their similarity to a clause (Indel, on token ids), most similar first; ties by id."""
    vocabulary: dict[str, int] = {}

    def ids(row: Sequence[Token]) -> list[int]:
        return [vocabulary.setdefault(t.norm, len(vocabulary)) for t in row]

    own = ids(found)
    each = [(round(Indel.normalized_similarity(ids(unit.filled_in(clause).tokens), own), 4), unit) for unit in units]
    return sorted(each, key=lambda r: (-r[0], *r[1].place))


def _units(reference: ReferenceClause, vocabulary: Vocabulary) -> list[Unit]:
    units = []
    for index, position in enumerate(reference.positions):
        for example, text in enumerate(position.wordings, start=-1):
            place = (index, None if example < 0 else example)
            paragraphs = _PARAGRAPH.split(text.strip())
            units.append(_unit(reference, place, None, text, vocabulary))
            if len(paragraphs) > 1:
                units += [_unit(reference, place, n, p, vocabulary) for n, p in enumerate(paragraphs)]
    return units


def _unit(
    reference: ReferenceClause, place: tuple[int, int | None], paragraph: int | None, text: str, vocabulary: Vocabulary
) -> Unit:
    words = norms(without_placeholders(text), we_of(reference))
    return Unit(reference, place[0], paragraph, text, Counter(words), place[1], words, vocabulary.line(words))


def we_of(reference: ReferenceClause) -> Party:
    """Whom `wir` stands for in a reference: the side it is written for."""
    return Party.SUPPLIER if reference.perspective is Perspective.SUPPLIER else Party.CUSTOMER


def candidates_of(library: Library) -> Candidates:
    """The library's index; libraries of one content share it."""
    return _cached(Keyed(library))


@lru_cache(maxsize=4)
def _cached(keyed: Keyed) -> Candidates:
    return Candidates(keyed.library.clauses)
