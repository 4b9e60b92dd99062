"""Text in no clause compared: titles, preambles, what stands before, between and behind the terms.

Strategy: what no clause covers is cut into blocks as printed. Blocks that say the same are paired in order, then those that are alike in
the gaps between; every block is told of once, also where nothing has changed, so that no character is dropped silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

from app.comparing.versions.assignment import assigned
from app.comparing.versions.meaning import joined, norms, senses
from app.comparing.versions.texts import compared
from app.models.reading import Reading
from app.models.source import Span
from app.models.versions import ChangeKind, OutsideChange

ALIKE = 0.5
LARGEST = 300  # blocks of a side whose likeness is measured, each with each


@dataclass(frozen=True, slots=True)
class _Block:
    span: Span
    text: str

    @property
    def key(self) -> str:
        return joined(senses(self.text)) or self.text


def outside_changes(old: Reading, new: Reading) -> tuple[OutsideChange, ...]:
    """In the order of the new version, what is gone where it stood."""
    left, right = list(_blocks(old)), list(_blocks(new))
    pairs = _equal(left, right)
    pairs |= _alike(left, right, pairs)
    back = {b: a for a, b in pairs.items()}
    found: list[tuple[tuple[int, int], OutsideChange]] = []
    for b, block in enumerate(right):
        mate = left[back[b]] if b in back else None
        found.append(((b, 1), _change(mate, block)))
    last = -1  # what is gone stands behind the counterpart of the nearest block before it that has one
    for a, block in enumerate(left):
        last = pairs.get(a, last)
        if a not in pairs:
            found.append(((last, 2), _change(block, None)))
    changes = [change for _, change in sorted(found, key=lambda item: item[0])]
    return tuple(_in_runs(changes, old.source.text, new.source.text))


def _in_runs(changes: Sequence[OutsideChange], old: str, new: str) -> Iterator[OutsideChange]:
    """Blocks in a row that all came, or all went, as one."""
    run: list[OutsideChange] = []
    for change in changes:
        if run and not _continues(run[-1], change, old, new):
            yield _as_one(run)
            run = []
        run.append(change)
    if run:
        yield _as_one(run)


def _continues(last: OutsideChange, change: OutsideChange, old: str, new: str) -> bool:
    if last.kind is not change.kind or (last.old and last.new):
        return False
    return _follows(last.new, change.new, new) if last.new else _follows(last.old, change.old, old)


def _as_one(run: Sequence[OutsideChange]) -> OutsideChange:
    if len(run) == 1:
        return run[0]
    before, after = "\n".join(c.old_text for c in run if c.old), "\n".join(c.new_text for c in run if c.new)
    return _change_of(tuple(s for c in run for s in c.old), tuple(s for c in run for s in c.new), before, after)


def _follows(before: Sequence[Span], after: Sequence[Span], text: str) -> bool:
    """Whether nothing stands between two stretches."""
    return not text[before[-1][1] : after[0][0]].strip()


def _blocks(reading: Reading) -> Iterator[_Block]:
    """Lines of the canonical text that no clause covers."""
    text = reading.source.text
    at = 0
    for start, end in [*sorted(span for clause in reading.clauses for span in clause.spans), (len(text), len(text))]:
        yield from _lines(text, at, start)
        at = max(at, end)


def _lines(text: str, start: int, end: int) -> Iterator[_Block]:
    at = start
    for line in text[start:end].split("\n"):
        bare = line.strip()
        if bare:
            first = at + line.index(bare[0])
            yield _Block((first, first + len(bare)), bare)
        at += len(line) + 1


def _equal(left: Sequence[_Block], right: Sequence[_Block]) -> dict[int, int]:
    keys = [block.key for block in left], [block.key for block in right]
    pairs = {
        a: b
        for op in Levenshtein.opcodes(*keys)
        if op.tag == "equal"
        for a, b in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
    }
    taken = set(pairs.values())
    free: dict[str, list[int]] = {}
    for b, key in enumerate(keys[1]):
        if b not in taken:
            free.setdefault(key, []).append(b)
    for a, key in enumerate(keys[0]):  # elsewhere, such as a title that became a footer
        if a not in pairs and free.get(key):
            pairs[a] = free[key].pop(0)
    return pairs


def _alike(left: Sequence[_Block], right: Sequence[_Block], pairs: dict[int, int]) -> dict[int, int]:
    these = [a for a in range(len(left)) if a not in pairs][:LARGEST]
    taken = set(pairs.values())
    those = [b for b in range(len(right)) if b not in taken][:LARGEST]
    gains = {}
    for a in these:
        for b in those:
            like = Indel.normalized_similarity(norms(left[a].text), norms(right[b].text), score_cutoff=ALIKE)
            if like >= ALIKE:
                gains[a, b] = round(like, 4)
    return dict(assigned(gains))


def _change(old: _Block | None, new: _Block | None) -> OutsideChange:
    spans = (old.span,) if old else (), (new.span,) if new else ()
    return _change_of(*spans, old.text if old else "", new.text if new else "")


def _change_of(old: tuple[Span, ...], new: tuple[Span, ...], before: str, after: str) -> OutsideChange:
    found = compared(before, after)
    kind = found.kind if old and new else ChangeKind.ADDED if new else ChangeKind.REMOVED
    return OutsideChange(old, new, found.hunks, kind, before, after, found.substantive)
