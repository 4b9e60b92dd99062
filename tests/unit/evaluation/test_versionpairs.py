"""The made pairs are what they claim to be, and a sample of them reaches the bars in every test run."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.evaluation.planted.terms import clean_terms
from tests.evaluation.versionpairs.draft import draft_of, keyed, truth
from tests.evaluation.versionpairs.measure import measured
from tests.evaluation.versionpairs.pairs import FRESH, SEED, SINGLE, pairs
from tests.evaluation.versionpairs.quality import LINKS_BAR, VALUES_BAR


def test_there_are_pairs_enough_of_every_edit() -> None:
    found = list(pairs(FRESH))
    done = [kind for pair in found for kind in pair.new.done]
    assert len(found) >= 200
    assert all(done.count(kind) >= 8 for kind in SINGLE)


def test_a_seed_always_makes_the_same_pairs_and_another_seed_others() -> None:
    first, again, other = (
        [(p.name, p.formats, p.new.as_terms()) for p in islice(pairs(seed), 40)] for seed in (SEED, SEED, FRESH)
    )
    assert first == again
    assert first != other


def test_a_draft_nobody_edited_links_every_part_to_itself() -> None:
    terms = keyed(clean_terms()["hosting"])
    before, after, so = truth(terms, draft_of(terms))
    assert before.units == after.units
    assert so.links == {(label, label) for label in before.labels.values()}
    assert not so.gone


@pytest.mark.parametrize("name", ["hosting", "saas"])
def test_a_sample_of_the_pairs_reaches_the_bars(name: str) -> None:
    sample = (p for p in pairs(SEED) if p.name.startswith(f"{name} "))
    figures = measured(pair for pair in sample if "pdf" not in pair.formats and "two" not in pair.formats)
    assert figures.pairs >= 5
    assert figures.links.f1 >= LINKS_BAR
    assert figures.values.recall >= VALUES_BAR
    assert figures.trivial_of_substance == 0
    assert figures.sums == figures.mirrored == figures.pairs
