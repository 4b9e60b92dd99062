"""Repeated sections: stretches of clauses that stand in the document more than once.

Strategy: a pair of equal clauses opens a run; the run goes on while a next pair lies at most MAX_GAP clauses further
on both sides. Runs long enough are sections; stretches that overlap are one stretch; stretches that some run links are
places of the same section.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.comparing.duplicates import MIN_WORDS
from app.comparing.folding import folded, plain_words
from app.comparing.parallel import replaced, same_side
from app.models.analysis import DuplicatePair
from app.models.reading import Clause

MAX_GAP = 12  # clauses without a partner inside a run: headings, short or edited clauses
MIN_PAIRS = 3
SHARED = 0.8  # of the longer clauses: two sets of terms of one house have some in common
SHIFT = 2  # clauses by which the same spot of two places may differ beyond their lengths
_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RepeatedSection:
    """Places (first and last clause index, inclusive) of one section in reading order.

    `spots`: pairs of clause indexes that stand at the same spot of two places, also those too short to be duplicates.
    `parallel`: the places are rules for two contracts, written after one model; nothing is told of them.
    """

    places: tuple[_Stretch, ...]
    spots: tuple[tuple[int, int], ...]
    parallel: bool = False

    def explains(self, first: int, second: int) -> bool:
        """Whether a pair of these clauses is due to the repetition: likeness inside of the first place is not."""
        start, end = self.places[0]
        return self._inside(first) and self._inside(second) and not (start <= first <= end and start <= second <= end)

    def _inside(self, clause: int) -> bool:
        return any(start <= clause <= end for start, end in self.places)


def repeated_sections(clauses: tuple[Clause, ...], pairs: tuple[DuplicatePair, ...]) -> list[RepeatedSection]:
    """The repeated sections in reading order."""
    index = {c.id: i for i, c in enumerate(clauses)}
    runs = [run for run in _runs(sorted((index[p.first], index[p.second]) for p in pairs)) if len(run) >= MIN_PAIRS]
    sections = []
    for group in _groups(runs):
        places = _extended(group, clauses)
        spots = {spot for run in runs for spot in _with_steps_between(run) if _same_spot(group, *spot)}
        own = [run for run in runs if places[0][0] <= run[0][0] <= places[-1][1]]
        sections.append(RepeatedSection(places, tuple(sorted(spots)), all(_parallel(run, clauses) for run in own)))
    return sections


def _parallel(run: list[tuple[int, int]], clauses: tuple[Clause, ...]) -> bool:
    """A party has another name throughout, or numbers start anew and a good part of the terms is another one."""
    texts = [(plain_words(clauses[i].text), plain_words(clauses[j].text)) for i, j in run]
    near = [pair for pair in texts if pair[0] != pair[1]]
    renamed = Counter(names for pair in near for names in {(x, y) for _, x, y in replaced(*pair) if same_side(x, y)})
    throughout = max(renamed.values(), default=0)
    if throughout >= MIN_PAIRS and throughout * 2 >= len(near):
        return True
    longer = min(sum(_long(c) for c in clauses[run[0][side] : run[-1][side] + 1]) for side in (0, 1))
    return len(run) < SHARED * longer and _restarts(clauses, *run[0])


def _long(clause: Clause) -> bool:
    return len(plain_words(clause.text)) >= MIN_WORDS


def _restarts(clauses: tuple[Clause, ...], i: int, j: int) -> bool:
    """Whether the outermost sections round the two clauses are two that bear the same number."""
    a, b = _outermost(clauses, i), _outermost(clauses, j)
    return a.id != b.id and bool(a.label) and a.label == b.label


def _outermost(clauses: tuple[Clause, ...], index: int) -> Clause:
    while clauses[index].parent is not None:
        index = next(n for n in range(index - 1, -1, -1) if clauses[n].id == clauses[index].parent)
    return clauses[index]


def _with_steps_between(run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs of a run and, where both sides go on by as many clauses, the clauses between them."""
    for (i, j), (next_i, next_j) in pairwise(run):
        steps = next_i - i if next_i - i == next_j - j else 1
        yield from ((i + n, j + n) for n in range(steps))
    yield run[-1]


def _same_spot(places: tuple[_Stretch, ...], i: int, j: int) -> bool:
    """The two clauses stand at the same spot of two places, but for what one of them lacks."""
    here = next(((first, last) for first, last in places if first <= i <= last), None)
    there = next(((first, last) for first, last in places if first <= j <= last), None)
    if here is None or there is None or here == there:
        return False
    lacking = abs((here[1] - here[0]) - (there[1] - there[0]))
    return abs((i - here[0]) - (j - there[0])) <= lacking + SHIFT


def _extended(places: tuple[_Stretch, ...], clauses: tuple[Clause, ...]) -> tuple[_Stretch, ...]:
    """The places with the equal clauses directly after and before them: headings and clauses too short to be pairs."""
    ends = [*(start for start, _ in places[1:]), len(clauses)]
    after = _equal_steps([range(last + 1, end) for (_, last), end in zip(places, ends, strict=True)], clauses)
    starts = [-1, *(last + after for _, last in places[:-1])]
    before = _equal_steps([range(first - 1, at, -1) for (first, _), at in zip(places, starts, strict=True)], clauses)
    return tuple((first - before, last + after) for first, last in places)


def _equal_steps(ways: list[range], clauses: tuple[Clause, ...]) -> int:
    """How many steps all ways can go while the clauses on them say the same."""
    steps = 0
    for here in zip(*ways, strict=False):
        if len({(folded(clauses[i].heading), folded(clauses[i].text)) for i in here}) != 1:
            break
        steps += 1
    return steps


def _runs(found: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Chains of pairs that go on in both places, each pair in the chain it continues most closely."""
    runs: list[list[tuple[int, int]]] = []
    open_runs: list[list[tuple[int, int]]] = []
    for i, j in found:
        open_runs = [run for run in open_runs if i - run[-1][0] <= MAX_GAP]
        ahead = [run for run in open_runs if _goes_on(run, i, j)]
        if ahead:
            best = min(ahead, key=lambda run: (abs((j - run[-1][1]) - (i - run[-1][0])), j - run[-1][1]))
            best.append((i, j))
        else:
            runs.append([(i, j)])
            open_runs.append(runs[-1])
    return runs


def _goes_on(run: list[tuple[int, int]], i: int, j: int) -> bool:
    """Further in both places, and still before the second place begins (a third copy opens runs of its own)."""
    last_i, last_j = run[-1]
    return last_i < i < run[0][1] and 0 < j - last_j <= MAX_GAP


def _groups(runs: list[list[tuple[int, int]]]) -> list[tuple[_Stretch, ...]]:
    stretches = _joined([s for run in runs for s in ((run[0][0], run[-1][0]), (run[0][1], run[-1][1]))])
    home = {i: n for n, (first, last) in enumerate(stretches) for i in range(first, last + 1)}
    group = list(range(len(stretches)))
    for run in runs:
        a, b = sorted((group[home[run[0][0]]], group[home[run[0][1]]]))
        group = [a if g == b else g for g in group]
    members: dict[int, list[_Stretch]] = defaultdict(list)
    for n, stretch in enumerate(stretches):
        members[group[n]].append(stretch)
    return [tuple(places) for places in members.values() if len(places) > 1]


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Overlapping stretches as one, in order."""
    joined: list[_Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined
