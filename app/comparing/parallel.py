"""Rules of the same words for two subjects: parallel, not copies of each other.

Strategy: the words that stand for each other in two clauses tell: another noun where a clause names what it is about, two
compounds set against each other, the other side of the contract, a word that only one clause's headings name (`Vertragsschluss` and
`Vertragsschluss bei Kursen`). Where that is so for most of two sections' clauses, the sections are parallel as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from app.comparing.folding import plain_words
from app.models.reading import Clause
from app.nlp.provisions.parties import CUSTOMER, SUPPLIER

OPENING = 4  # words in which a clause names what it is about
TOPIC = 8  # words in which one of two contrasted subjects is named; further down a changed word is an edit
SAME_STEM = 4  # letters
NAMED = 5  # letters of a word that a heading must hold to name it
IN_PLACE = 0.25  # share of changed words up to which a change is a word for a word and no sentence that moved
HEAD, MODIFIER = 6, 3  # letters of the head that two compounds share, and of what stands before it in each

_SIDES = [re.compile(rf"(?:{side})", re.IGNORECASE) for side in (SUPPLIER, CUSTOMER)]
_AUDIENCES = ("verbraucher", "unternehmer", "kaufmann", "kaufleute")
Words = tuple[str, ...]


class Headed(NamedTuple):
    """The folded headings that a clause stands under: its own, and all of them from below."""

    own: str
    above: str


class Headings:
    """The headings of every clause."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._clauses = clauses
        self._by_id = {c.id: c for c in clauses}

    def of(self, index: int) -> Headed:
        """The headings of the clause at `index`."""
        found = []
        clause: Clause | None = self._clauses[index]
        while clause is not None:
            found.append(" ".join(plain_words(clause.heading)))
            clause = self._by_id.get(clause.parent or "")
        return Headed(found[0], " ".join(found))


def parallel(a: Words, b: Words, over_a: Headed, over_b: Headed) -> bool:
    """Whether two clauses that are much alike are rules for two subjects."""
    if _another_subject(a, b):
        return True
    changed = [(at, x, y) for at, x, y in replaced(a, b) if not same_side(x, y)]
    if any(_side(x) and _side(y) for _, x, y in changed):
        return True
    contrasts = [at for at, x, y in changed if _contrasted(x, y)]
    if contrasts and (contrasts[0] < TOPIC or len(contrasts) > 1):
        return True
    least = 1 if _set_apart(over_a, over_b) else 2
    return any(_named(x, over_a, over_b) + _named(y, over_b, over_a) >= least for _, x, y in changed)


def _named(word: str, over: Headed, others: Headed) -> bool:
    """Whether the headings name the word, and those of the other clause do not."""
    return word[:NAMED] in over.above and word[:NAMED] not in others.above


def _set_apart(a: Headed, b: Headed) -> bool:
    """One clause's headings are those of the other and more (`… bei Kursen`), or each has a heading of its own."""
    words, others = set(a.above.split()), set(b.above.split())
    more = bool(words and others) and (words < others or others < words)
    return more or bool(a.own and b.own and a.own != b.own)


def _contrasted(x: str, y: str) -> bool:
    """`Aktionsgutschein` and `Geschenkgutschein`: one head, two modifiers."""
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(x), reversed(y), strict=False)))
    return head >= HEAD and min(len(x), len(y)) - head >= MODIFIER


def replaced(a: Words, b: Words) -> Iterator[tuple[int, str, str]]:
    """Words that stand for each other one by one, with their place in `a`, in copies that keep their order."""
    if Levenshtein.normalized_distance(a, b) > IN_PLACE:
        return
    for op in Levenshtein.opcodes(a, b):
        if op.tag == "replace" and op.src_end - op.src_start == op.dest_end - op.dest_start:
            changed = zip(a[op.src_start : op.src_end], b[op.dest_start : op.dest_end], strict=True)
            for at, (x, y) in enumerate(changed, start=op.src_start):
                if len(x) >= SAME_STEM <= len(y) and x[:SAME_STEM] != y[:SAME_STEM]:
                    yield at, x, y


def _another_subject(a: Words, b: Words) -> bool:
    for at, (x, y) in enumerate(zip(a[:OPENING], b[:OPENING], strict=True)):
        other = x[:SAME_STEM] != y[:SAME_STEM] and len(x) >= SAME_STEM <= len(y) and not same_side(x, y)
        behind = zip(a[at + 1 : at + 4], b[at + 1 : at + 4], strict=True)
        if other and sum(p == q for p, q in behind) > 1:
            return True
    return False


def same_side(x: str, y: str) -> bool:
    """Two names of one party; consumers and businesses are two kinds of customers."""
    if any(w.startswith(_AUDIENCES) for w in (x, y)):
        return False
    return _side(x) is not None and _side(x) is _side(y)


def _side(word: str) -> re.Pattern[str] | None:
    """The side of a contract that a word names, umlauts written out or not."""
    printed = word.replace("ae", "ä")
    return next((side for side in _SIDES if side.fullmatch(word) or side.fullmatch(printed)), None)


class Parallels:
    """Sections that are parallel as a whole: most of the near pairs between them are rules for two subjects."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        index = {c.id: i for i, c in enumerate(clauses)}
        self._ways: list[tuple[int, ...]] = []
        for i, clause in enumerate(clauses):  # parents come before their children
            above = self._ways[index[clause.parent]] if clause.parent in index else ()
            self._ways.append((*above, i))
        self._counted: Counter[tuple[int, int]] = Counter()

    def note(self, pairs: Iterable[tuple[int, int]], apart: bool) -> None:
        """Near pairs of clauses, by index, and whether they are rules for two subjects."""
        for pair in pairs:
            self._counted[self._homes(*pair)] += 1 if apart else -1

    def hold(self, i: int, j: int) -> bool:
        """Whether a pair stands in two parallel sections."""
        homes = self._homes(i, j)
        return homes != (i, j) and self._counted[homes] > 0

    def _homes(self, i: int, j: int) -> tuple[int, int]:
        """The outermost sections that hold one of the two and not the other."""
        ways = zip(self._ways[i], self._ways[j], strict=False)
        return next(((a, b) for a, b in ways if a != b), (i, j))
