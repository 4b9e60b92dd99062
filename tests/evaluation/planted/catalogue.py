"""All planted faults: every kind of finding with at least ten documents."""

from __future__ import annotations

from random import Random

from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.hidden import hidden_text
from tests.evaluation.planted.statutes import statutory
from tests.evaluation.planted.structure import definitions, duplicates, missing, numbering, references
from tests.evaluation.planted.terms import clean_terms
from tests.evaluation.planted.values import contradictions, deviations

SEED = 4


def all_faults(seed: int = SEED) -> list[Fault]:
    """One fault a document; the seed decides where structural faults are planted."""
    base = clean_terms()
    random = Random(seed)
    return [
        *deviations(base),
        *missing(base),
        *contradictions(base),
        *duplicates(base, random),
        *references(base, random),
        *numbering(base, random),
        *definitions(base),
        *statutory(base),
        *hidden_text(base),
    ]
