"""Any sequence of corrections over our samples leaves a tree that holds together, and all other clauses as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.options import ReadOptions
from app.models.corrections import EXCLUDED, merge, possible, simplified, split, split_anchor, without
from app.models.reading import Clause, Correction, Reading
from app.models.source import SourceDocument
from app.nlp.segmentation import Segmentation, segment
from app.nlp.segmentation.corrections import corrected
from app.nlp.segmentation.lines import TextLine, text_lines
from app.paths import resources
from app.pipeline.stages import read

SAMPLES = tuple(sorted(path.name for path in (resources() / "samples").iterdir()))


@cache
def sample(name: str) -> SourceDocument:
    return read((resources() / "samples" / name).read_bytes(), name, ReadOptions(text_recognition=False))


@cache
def uncorrected(name: str) -> Segmentation:
    return segment(sample(name))


@cache
def lines_of(name: str) -> tuple[TextLine, ...]:
    return text_lines(sample(name))


def with_corrections(name: str, made: Sequence[Correction]) -> Segmentation:
    return corrected(sample(name), lines_of(name), uncorrected(name), made)


DRAWN = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=8)
MOVES = {"level_up": ("level", "-1"), "level_down": ("level", "+1"), "exclude": ("exclude", ""), "type": ("type", "limitation_of_liability")}  # fmt: skip


def drawn(name: str, numbers: list[tuple[int, int, int]]) -> tuple[list[Correction], Segmentation]:
    """Corrections that are possible one after the other, and the tree with them."""
    made: list[Correction] = []
    found = uncorrected(name)
    for clause_number, action_number, place in numbers:
        if not found.clauses:
            break
        clause = found.clauses[clause_number % len(found.clauses)]
        actions = sorted(possible(Reading(sample(name), found.clauses), clause.id))
        action = actions[action_number % len(actions)]
        if action == "split":
            edit = split(clause, _inside(clause, place))
        elif action == "merge":
            edit = merge(Reading(sample(name), found.clauses), clause)
        else:
            edit = Correction(MOVES[action][0], clause.anchor, MOVES[action][1])
        made.append(edit)
        found = with_corrections(name, made)
    return made, found


def _inside(clause: Clause, place: int) -> int:
    """The beginning of one of the words."""
    words = clause.text.split()
    skipped = place % len(words) if clause.label or clause.heading else 1 + place % (len(words) - 1)
    at = 0
    for word in words[:skipped]:
        at = clause.text.index(word, at) + len(word)
    return at


def after_any_corrections_the_tree_holds_together(name: str, numbers: list[tuple[int, int, int]]) -> None:
    source = sample(name)
    made, found = drawn(name, numbers)
    assert (found.corrections, found.lost_corrections) == (tuple(made), ())
    count: Counter[int] = Counter()
    for item in (*found.clauses, *found.not_analysed):
        for start, end in item.spans:
            count.update(range(start, end))
    assert [i for i, c in enumerate(source.text) if not c.isspace() and count[i] != 1] == []
    ids = [clause.id for clause in found.clauses]
    assert len(set(ids)) == len({c.anchor for c in found.clauses}) == len(ids)
    assert ids == sorted(ids)
    seen: dict[str, Clause] = {}
    end = 0
    for clause in found.clauses:
        above = seen[clause.parent] if clause.parent else None
        assert clause.level == (above.level + 1 if above else 0)
        assert clause.path == ((*above.path,) if above else ()) + (clause.label or clause.heading or "",)
        assert clause.text == "\n".join(source.text[a:b] for a, b in clause.body_spans)
        assert clause.spans
        assert clause.spans[0][0] >= end
        assert clause.boxes == source.boxes(clause.spans)
        first = source.line_at(clause.spans[0][0])
        assert first
        assert clause.page == first.page
        block = source.block_at(clause.spans[0][0])
        assert clause.paragraph == (block.paragraph if block else None)
        assert [source.text[a].strip() and source.text[b - 1].strip() for a, b in clause.spans].count("") == 0
        end = clause.spans[-1][1]
        seen[clause.id] = clause


def anchors_and_texts_of_other_clauses_stay(name: str, numbers: list[tuple[int, int, int]]) -> None:
    made, found = drawn(name, numbers)
    before = {c.anchor: c for c in uncorrected(name).clauses}
    left = {c.anchor: c for c in found.clauses}
    touched = {edit.anchor for edit in made} | {c.anchor for c in found.clauses if c.corrected}
    gone = before.keys() - left.keys() - touched
    excluded = [span for part in found.not_analysed if part.reason == EXCLUDED for span in part.spans]
    assert all(any(a <= before[anchor].spans[0][0] < b for a, b in excluded) for anchor in gone)
    for anchor in left.keys() & before.keys() - touched:
        old, new = before[anchor], left[anchor]
        assert (old.text, old.heading, old.label, old.spans) == (new.text, new.heading, new.label, new.spans)
    assert segment(sample(name), made) == found
    assert segment(sample(name)) == uncorrected(name)


def content(found: Segmentation) -> list[tuple[object, ...]]:
    """The tree without the marks of who changed it."""
    return [(c.anchor, c.level, c.parent, c.path, c.spans, c.text, c.type, c.type_source) for c in found.clauses]


def simplified_corrections_make_the_same_tree(name: str, numbers: list[tuple[int, int, int]]) -> None:
    made, found = drawn(name, numbers)
    undone: list[Correction] = []
    for edit in made:
        undone.append(edit)
        if edit.action == "split":
            undone += [Correction("merge", split_anchor(edit.anchor, edit.value), edit.anchor), edit]
        if (edit.action, edit.value) == ("level", "+1"):
            undone += [Correction("level", edit.anchor, "-1"), edit]
        if edit.action == "type":
            undone += [Correction("type", edit.anchor, "warranty"), edit]
    short = simplified(undone)
    assert content(with_corrections(name, undone)) == content(found) == content(with_corrections(name, short))
    assert len(short) <= len(made)


def a_clause_whose_changes_are_taken_back_is_as_it_was(name: str, numbers: list[tuple[int, int, int]]) -> None:
    made, found = drawn(name, numbers)
    changed = [c for c in found.clauses if c.corrected]
    if not changed:
        return
    clause = changed[numbers[0][2] % len(changed)]
    left = without(made, clause.anchor)
    again = with_corrections(name, left)
    assert len(left) < len(made)
    now = next((c for c in again.clauses if c.anchor == clause.anchor), None)
    before = next((c for c in uncorrected(name).clauses if c.anchor == clause.anchor), None)
    assert now is None or (now.corrected == () and before and (now.text, now.type) == (before.text, before.type))


ALWAYS = (
    after_any_corrections_the_tree_holds_together,
    anchors_and_texts_of_other_clauses_stay,
    simplified_corrections_make_the_same_tree,
    a_clause_whose_changes_are_taken_back_is_as_it_was,
)
Check = Callable[[str, list[tuple[int, int, int]]], None]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("check", ALWAYS)
@given(numbers=DRAWN)
@settings(max_examples=12, deadline=None, derandomize=True)
def test_after_any_corrections(name: str, check: Check, numbers: list[tuple[int, int, int]]) -> None:
    check(name, numbers)


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("check", ALWAYS)
@given(numbers=DRAWN)
@settings(max_examples=200, deadline=None)
def test_after_many_corrections(name: str, check: Check, numbers: list[tuple[int, int, int]]) -> None:
    check(name, numbers)
