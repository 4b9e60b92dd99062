"""Every pair read, compared and scored: links of clauses, what became of them, values; and what no change may miss.

A clause is known by the labels on the way to it. A link is an old and a new clause that one change names together.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from app.comparing.versions import compare_versions
from app.importing.options import ReadOptions
from app.library.loader import load
from app.library.model import Library
from app.models.analysis import Analysis
from app.models.reading import Reading
from app.models.versions import ChangeKind, ClauseChange, VersionComparison
from app.nlp.numberwords import digits, number_word
from app.nlp.quantities import find_quantities
from app.paths import clause_library
from app.pipeline.analyse import analyse
from scripts.samples.source import Sample
from tests.evaluation.planted.terms import WRITERS, Printed, Terms, printed
from tests.evaluation.versionpairs.draft import Label, Part, Truth, truth
from tests.evaluation.versionpairs.pairs import VersionPair

SAME = (ChangeKind.UNCHANGED, ChangeKind.TRIVIAL)
LAYOUTS = {"two": ("pdf", "two-column")}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found, missed and invented."""

    found: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def f1(self) -> float:
        """1 where there was nothing to find and nothing was found."""
        total = 2 * self.found + self.missed + self.extra
        return 2 * self.found / total if total else 1.0

    @property
    def recall(self) -> float:
        """Share of what there was to find."""
        total = self.found + self.missed
        return self.found / total if total else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.missed + other.missed, self.extra + other.extra)


@dataclass
class Figures:
    """Totals over many pairs; `wrong`: what went wrong, by pair."""

    pairs: int = 0
    links: Tally = Tally()
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    moves: Tally = Tally()
    values: Tally = Tally()
    trivial_of_substance: int = 0
    sums: int = 0
    mirrored: int = 0
    unreadable: int = 0
    wrong: list[str] = field(default_factory=list)


def measured(found: Iterable[VersionPair], told: Callable[[str], None] = lambda _: None) -> Figures:
    """All pairs; `told` hears what is wrong as it is found."""
    figures = Figures()
    for pair in found:
        before = len(figures.wrong)
        measure(pair, figures)
        for line in figures.wrong[before:]:
            told(line)
    return figures


def measure(pair: VersionPair, figures: Figures) -> None:
    """One pair into the totals."""
    old_printed, new_printed, so = truth(pair.old, pair.new)
    old = _analysis(pair.old, pair.formats[0])
    new = _analysed(new_printed, pair.formats[1], pair.old)
    found = compare_versions(old, new)
    title = f"{pair.name} [{'→'.join(pair.formats)}]"
    old_ids, new_ids = _paths(old.reading), _paths(new.reading)
    missing = [p for p in old_printed.labels.values() if p not in old_ids]
    missing += [p for p in new_printed.labels.values() if p not in new_ids]
    figures.unreadable += len(missing)
    figures.wrong += [f"{title}: not read as a clause: {path}" for path in missing]
    figures.pairs += 1
    figures.sums += found.adds_up
    figures.mirrored += mirrored(found, compare_versions(new, old))
    _Scorer(found, so, title, figures, old_ids, new_ids).score()


def mirrored(there: VersionComparison, back: VersionComparison) -> bool:
    """Whether the comparison read backwards says the same."""
    turned = {
        ChangeKind.ADDED: ChangeKind.REMOVED,
        ChangeKind.REMOVED: ChangeKind.ADDED,
        ChangeKind.SPLIT: ChangeKind.MERGED,
        ChangeKind.MERGED: ChangeKind.SPLIT,
    }
    return Counter({turned.get(kind, kind): n for kind, n in back.counts.items()}) == there.counts


class _Scorer:
    def __init__(
        self,
        found: VersionComparison,
        so: Truth,
        title: str,
        figures: Figures,
        old_ids: dict[Label, str],
        new_ids: dict[Label, str],
    ) -> None:
        self.found, self.so, self.title, self.figures = found, so, title, figures
        self.old_path = {clause: path for path, clause in old_ids.items()}
        self.new_path = {clause: path for path, clause in new_ids.items()}
        self.ids = new_ids
        self.of_new = {self.new_path.get(c): change for change in found.changes for c in change.new}

    def score(self) -> None:
        links = {
            (self.old_path.get(a, ()), self.new_path.get(b, ()))
            for change in self.found.changes
            for a in change.old
            for b in change.new
        }
        so = self.so.links
        self.figures.links += Tally(len(links & so), len(so - links), len(links - so))
        self._wrong("missed link", self.so.links - links)
        self._wrong("wrong link", links - self.so.links)
        for path, parts in self.so.parts.items():
            change = self.of_new.get(path)
            if change is not None:
                self._kind(path, parts, change)
                self._moved(path, parts, change)
                for part in parts:
                    self._value(part, change)

    def _wrong(self, what: str, found: Iterable[object]) -> None:
        self.figures.wrong += [f"{self.title}: {what}: {item}" for item in sorted(map(str, found))]

    def _kind(self, path: Label, parts: tuple[Part, ...], change: ClauseChange) -> None:
        if len(change.new) > 1 and not self.found.new.reading.by_id[self.ids[path]].text:
            return  # a heading told with its paragraphs
        paths = [self.new_path[clause] for clause in change.new if clause in self.new_path]
        expected = _expected([part for path in paths for part in self.so.parts.get(path, ())] or parts)
        got = ChangeKind.UNCHANGED if change.kind in SAME and expected is ChangeKind.UNCHANGED else change.kind
        if expected is ChangeKind.TRIVIAL and change.kind is ChangeKind.UNCHANGED:
            got = ChangeKind.TRIVIAL  # white space, that no version shows
        self.figures.kinds[expected, got] += 1
        if expected is ChangeKind.CHANGED and change.kind in SAME:
            self.figures.trivial_of_substance += 1
        if expected is not got:
            note = ", ".join(part.note for part in parts if part.note)
            self._wrong(f"{expected} called {change.kind} ({note})", [path])

    def _moved(self, path: Label, parts: tuple[Part, ...], change: ClauseChange) -> None:
        if any(part.moved is None or not part.origins for part in parts) or len(change.old) + len(change.new) > 2:
            return
        expected = any(part.moved for part in parts)
        found = change.moved
        self.figures.moves += Tally(expected and found, expected and not found, found and not expected)
        if expected != change.moved:
            self._wrong("move missed" if expected else "move invented", [path])

    def _value(self, part: Part, change: ClauseChange) -> None:
        if part.value is None:
            return
        before, after = (_number(printed) for printed in part.value)
        told = list(_told(self.found, change))
        hit = (before, after) in told
        self.figures.values += Tally(int(hit), int(not hit))
        if not hit:
            self._wrong(f"value {part.value} not told, but {told}", [change.new])


def _expected(parts: Sequence[Part]) -> ChangeKind:
    """What becomes of a clause that holds these parts; a heading over its only paragraph is one clause with it."""
    became = {part.became for part in parts if part.origins} or {ChangeKind.ADDED}
    order = (ChangeKind.MERGED, ChangeKind.SPLIT, ChangeKind.CHANGED, ChangeKind.TRIVIAL, ChangeKind.ADDED)
    return next((kind for kind in order if kind in became), ChangeKind.UNCHANGED)


def _number(printed: str) -> float:
    quantities = find_quantities(printed)
    if quantities:
        return quantities[0].value
    return number_word(printed) or (digits(printed) if printed[0].isdigit() else 0.0)


def _told(found: VersionComparison, change: ClauseChange) -> Iterator[tuple[float, float]]:
    """Pairs of numbers a change tells of: values of provisions and other figures."""
    old, new = found.old.provisions_by_id, found.new.provisions_by_id
    for value in change.values:
        if value.old and value.new:
            numbers = zip(_numbers(old[value.old].value), _numbers(new[value.new].value), strict=False)
            yield from ((a, b) for a, b in numbers if a != b)
    for figure in change.figures:
        yield _number(change.old_text[slice(*figure.old)]), _number(change.new_text[slice(*figure.new)])


def _numbers(value: object) -> list[float]:
    duration = getattr(value, "duration", None)
    found = [duration.value if duration else None] + [getattr(value, n, None) for n in ("amount", "percent", "factor")]
    return [float(number) if number is not None else -1.0 for number in found]


# --- reading


@lru_cache(maxsize=1)
def _library() -> Library:
    return load(clause_library())


_read: dict[tuple[str, str], Analysis] = {}


def _analysis(terms: Terms, kind: str) -> Analysis:
    """The first version, read once in each format."""
    if (terms.name, kind) not in _read:
        _read[terms.name, kind] = _analysed(printed(terms), kind, terms)
    return _read[terms.name, kind]


def _analysed(document: Printed, kind: str, terms: Terms) -> Analysis:
    suffix, layout = LAYOUTS.get(kind, (kind, "one-column"))
    sample = Sample({**document.terms.keys, "layout": layout}, list(document.units))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"terms.{suffix}"
        WRITERS[suffix](sample, path)
        return analyse(path.read_bytes(), path.name, _library(), terms.facts, ReadOptions())


def _paths(reading: Reading) -> dict[Label, str]:
    return {clause.path: clause.id for clause in reading.clauses}
