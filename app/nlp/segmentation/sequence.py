"""Which label candidates are labels: a beam search for the best continued counters.

Strategy: a candidate is never believed for its form alone. Walking through the candidates in reading order, every
state of the beam is a stack of open counters (outermost first); a candidate may continue one of them, open a new one
below, or be no label at all. Continuity, local look (`Candidate.prior`) and likeness with the counter's last label are
added up, and the best chain wins as a whole: a cross reference at a line start breaks a chain and loses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from app.nlp.segmentation.labels import Label

BEAM = 12  # states kept; more changes nothing on real documents
DEEPEST = 9  # open counters; bounds what a hostile document can cost

CONTINUES = 1.6  # the next number of an open counter
OPENS = 0.3  # a first number below the open counters
LEAPS = 0.4  # lost for each level that is jumped over downwards
CARRIES = 1.0  # 1.4 → 2.1 where the level above bears no number of its own
THROUGH = 1.2  # § 14 → II. → § 15: the counter runs on through the parts
BORROWS = 0.9  # § 8 → 9. in the same type: the author changed the form, not the counter
REPEATS = -0.7  # the same number twice: a slip of the author
RESTARTS = -0.9  # a counter begins again on its own level
SKIPS = -0.8  # a number was left out; each further one:
SKIPS_MORE = -0.5
JUMPS = -3.2  # a counter opens in the middle
SKIPS_DOTTED = -0.7  # numbers were left out, but the prefix is the open one's
BACK = -3.5  # a counter runs backwards
BACK_IN_HEADING = -2.0  # the same before a section's heading words: the author miscounted
KNOWN_PLACE = 0.5  # the family was opened under the same kind of parent before
OTHER_PLACE = -0.7
POPS = 0.35  # lost for each open counter that is closed by opening another
FRESH_POPS = 0.15  # the same behind something set off
EMPTY_HEADING = 1.2  # lost for closing a heading right on the next line
REJECTS = 0.5  # share of a positive prior that is lost by not believing it


class Shape(IntEnum):
    """What stands behind a label, from the outside in."""

    HEADING = 0
    SENTENCE = 1
    FRAGMENT = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What equal labels share: left edge (points or characters), weight, size, centring, shape of the text behind them.

    Left edges are only sure within a page.
    """

    x0: float
    bold: bool
    size: float | None
    centered: bool
    capitals: bool = False
    shape: Shape = Shape.SENTENCE
    page: int | None = None

    def unlike(self, other: Look) -> float:
        """Penalty (0 or less) for labels of one counter that look different."""
        penalty = 0.0
        if abs(self.x0 - other.x0) > 9 and not (self.centered or other.centered):
            penalty -= 0.5 if self.page == other.page else 0.2
        if self.bold != other.bold:
            penalty -= 0.5
        if self.size and other.size and abs(self.size - other.size) > 0.8:
            penalty -= 0.6
        if self.capitals != other.capitals:
            penalty -= 0.5
        if self.shape != other.shape:
            penalty -= 0.4
        return penalty


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line start that may be a label: its readings, how much its surroundings speak for one, its look.

    `prior`: one for each reading. `fresh`: something set off stands right before it, so that counters may begin anew.
    `introduced`: the line before ends with a colon, so that a list may begin within. `parted`: an unnumbered heading
    stands right before it, so that it is no list in the words above that.
    """

    line: int
    readings: tuple[Label, ...]
    priors: tuple[float, ...]
    look: Look
    fresh: bool = False
    introduced: bool = False
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """A believed label and its level among the counters, 0 outermost."""

    candidate: Candidate
    label: Label
    level: int


@dataclass(frozen=True, slots=True)
class _Open:
    """An open counter: its family, last number, its look and the line it stands on."""

    family: str
    numbers: tuple[int, ...]
    look: Look
    line: int

    @property
    def heads(self) -> bool:
        """Whether heading words stand behind the last number."""
        return self.look.shape is Shape.HEADING


# Kinds of labels from the outside in: a kind is rarely found inside one that usually stands further in.
RANKS = {
    "teil": 0, "anlage": 0, "kapitel": 1, "abschnitt": 1, "A": 2, "I": 2, "artikel": 3, "§": 3, "ziffer": 4, "1": 4, "1)": 5,
    "(1)": 5, "absatz": 5,
}  # fmt: skip
INNER_RANK = 6  # of letters and small Roman numbers
OUTER_ONLY = {"teil", "anlage"}  # never stand inside anything
UPSIDE_DOWN = -1.0
SECTIONS = {"§", "artikel"}

_Stack = tuple[_Open, ...]
_Places = Mapping[tuple[str, str], _Open]  # (family, family above) → the counter as it was left there
_Path = tuple["_Path | None", Chosen]


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    stack: _Stack
    places: _Places
    path: _Path | None


def choose(candidates: Sequence[Candidate]) -> tuple[Chosen, ...]:
    """The candidates that are labels, in order, with their levels."""
    beam = [_State(0.0, (), {}, None)]
    for candidate in candidates:
        beam = _best(_steps(beam, candidate))
    return _unwind(beam[0].path)


def _unwind(path: _Path | None) -> tuple[Chosen, ...]:
    found: list[Chosen] = []
    while path is not None:
        path, chosen = path
        found.append(chosen)
    return tuple(reversed(found))


def _steps(beam: Sequence[_State], candidate: Candidate) -> Iterator[_State]:
    rejection = -REJECTS * max(0.0, *candidate.priors)
    for state in beam:
        yield _State(state.score + rejection, state.stack, state.places, state.path)
        for label, prior in zip(candidate.readings, candidate.priors, strict=True):
            yield from _believed(state, candidate, label, prior)


def _best(states: Iterator[_State]) -> list[_State]:
    """The best state for each stack, best first; ties keep the order in which they were made."""
    kept: dict[tuple[tuple[str, tuple[int, ...]], ...], _State] = {}
    for state in states:
        key = tuple((o.family, o.numbers) for o in state.stack)
        if key not in kept or state.score > kept[key].score + 1e-9:
            kept[key] = state
    return sorted(kept.values(), key=lambda s: -round(s.score, 6))[:BEAM]


def _believed(state: _State, candidate: Candidate, label: Label, prior: float) -> Iterator[_State]:
    for level, points in _places_for(state, candidate, label):
        stack = (*state.stack[:level], _Open(label.family, label.numbers, candidate.look, candidate.line))
        above = stack[level - 1].family if level else ""
        places = {**state.places, (label.family, above): stack[level]}
        if level < len(state.stack) and _borrowed(state.stack[level], candidate, label):
            before = state.stack[level].family  # the counter may go on in its old form as well
            places[before, above] = replace(stack[level], family=before)
        yield _State(state.score + points + prior, stack, places, (state.path, Chosen(candidate, label, level)))


def _places_for(state: _State, candidate: Candidate, label: Label) -> Iterator[tuple[int, float]]:
    """Levels the label may take, with the points for it."""
    for level, counter in enumerate(state.stack):
        if counter.family != label.family:
            if _borrowed(counter, candidate, label):
                yield level, BORROWS
        elif _below(counter.numbers, label.numbers):
            yield level + 1, _entry(label.numbers[len(counter.numbers) :])
        elif _parent_of_next(counter.numbers, label.numbers) and not _open_at(state.stack[:level], label):
            yield level, CARRIES
        elif len(label.numbers) == len(counter.numbers):
            yield level, _next_in(counter, candidate, label)
    yield from _openings(state, candidate, label)


def _below(last: tuple[int, ...], now: tuple[int, ...]) -> bool:
    return len(now) > len(last) and now[: len(last)] == last


def _entry(inner: tuple[int, ...]) -> float:
    """Points for going down to `1.1` or `1.1.1` below `1.`; the deeper, the less expected."""
    return (CONTINUES if max(inner) <= 1 else SKIPS_DOTTED) - LEAPS * (len(inner) - 1)


def _next_in(counter: _Open, candidate: Candidate, label: Label) -> float:
    """Points for `label` as the counter's next, likeness included."""
    fresh = candidate.fresh or (candidate.look.bold and not counter.look.bold)
    points = _step(counter.numbers, label.numbers, fresh)
    if points == BACK and label.family in SECTIONS and candidate.look.shape is Shape.HEADING:
        points = BACK_IN_HEADING
    return points + counter.look.unlike(candidate.look)


def _parent_of_next(last: tuple[int, ...], now: tuple[int, ...]) -> bool:
    """`2.` after `1.2` where no `1.` was printed."""
    return len(now) < len(last) and _next(last[: len(now)], now)


def _open_at(stack: _Stack, label: Label) -> bool:
    return any(o.family == label.family and len(o.numbers) == len(label.numbers) for o in stack)


def _borrowed(counter: _Open, candidate: Candidate, label: Label) -> bool:
    """The next number in another form, but in the same heavy type or before heading words as a section's."""
    if counter.family == label.family or not (
        len(label.numbers) == 1 and label.numbers[0] > 1 and _next(counter.numbers, label.numbers)
    ):
        return False
    section = counter.family in SECTIONS and counter.heads
    return (counter.look.bold or section) and counter.look.unlike(candidate.look) == 0


def _next(last: tuple[int, ...], now: tuple[int, ...]) -> bool:
    return last[:-1] == now[:-1] and last[-1] + 1 == now[-1]


def _step(last: tuple[int, ...], now: tuple[int, ...], fresh: bool) -> float:
    """Points for `now` after `last` in one counter (as many components)."""
    if last[:-1] != now[:-1]:
        if now[:-1] == (*last[:-2], last[-2] + 1):
            return CARRIES if now[-1] == 1 else SKIPS
        return RESTARTS if now[-1] == 1 and now > last else BACK
    ahead = now[-1] - last[-1]
    if ahead == 1:
        return CONTINUES
    if ahead == 0:
        return OPENS if fresh and now[-1] == 1 else REPEATS
    if now[-1] == 1:
        return OPENS if fresh else RESTARTS
    if ahead > 1:
        return SKIPS_DOTTED if len(now) > 1 else max(JUMPS, SKIPS + SKIPS_MORE * (ahead - 2))
    return BACK


def _openings(state: _State, candidate: Candidate, label: Label) -> Iterator[tuple[int, float]]:
    """Levels on which the label may open a counter of its own."""
    depth = len(state.stack)
    base = _opening_points(state, label)
    for level in range(min(depth, DEEPEST), -1, -1):
        below = state.stack[level - 1] if level else None
        if level < depth and state.stack[level].family == label.family:
            continue  # that would be a step of the counter there
        outer = next((o for o in reversed(state.stack[:level]) if o.family == label.family), None)
        if outer is not None and not _nested(outer, candidate, label):
            continue
        if below is not None and label.family in OUTER_ONLY:
            continue
        points = _place_points(state, candidate, label, below, base)
        yield level, points - _closing_cost(state.stack[level:], candidate, label)


def _closing_cost(closed: _Stack, candidate: Candidate, label: Label) -> float:
    """Points lost for closing counters by opening another; a heading without any text yet is hardly closed."""
    each = 0.0 if label.family in OUTER_ONLY else FRESH_POPS if candidate.fresh else POPS
    empty = bool(closed) and closed[-1].heads and closed[-1].line == candidate.line - 1
    return each * len(closed) + (EMPTY_HEADING if empty and label.family not in OUTER_ONLY else 0.0)


def _rank(family: str) -> int:
    return RANKS.get(family, INNER_RANK)


def _place_points(state: _State, candidate: Candidate, label: Label, below: _Open | None, base: float) -> float:
    """`base` for opening under `below`, better where the same family stood there before."""
    if below is not None and not below.heads and _rank(below.family) > _rank(label.family):
        base += UPSIDE_DOWN
    last = state.places.get((label.family, below.family if below else ""))
    if last is None:
        known = any(family == label.family for family, _ in state.places)
        return base + (OTHER_PLACE if known and not (below and below.heads) else 0.0)
    if any(o.family == label.family and o.numbers == last.numbers for o in state.stack):
        return base + KNOWN_PLACE  # still open: that counter goes on by itself
    through = THROUGH if _next(last.numbers, label.numbers) else REPEATS if last.numbers == label.numbers else base
    return max(base + KNOWN_PLACE, through + last.look.unlike(candidate.look))


def _nested(below: _Open, candidate: Candidate, label: Label) -> bool:
    """A list with the same kind of number inside a numbered unit stands further in or in lighter type."""
    look, outer = candidate.look, below.look
    lighter = (outer.bold, outer.capitals) > (look.bold, look.capitals)
    lighter = lighter or (look.shape > outer.shape and not candidate.parted)
    lighter = lighter or bool(outer.size and look.size and outer.size > look.size + 0.8)
    heavier = look.bold and not outer.bold
    within = lighter or look.x0 > outer.x0 + 6 or candidate.introduced
    return len(label.numbers) == 1 and not heavier and within


def _opening_points(state: _State, label: Label) -> float:
    if len(label.numbers) > 1:
        # `3.1` under `§ 3` or `Artikel 3`
        fits = any(o.numbers[-1:] == label.numbers[-2:-1] for o in state.stack)
        return (OPENS + 0.8 if fits else OPENS - 0.6) if label.first else (SKIPS if fits else JUMPS)
    return OPENS if label.first else JUMPS
