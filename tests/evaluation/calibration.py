"""Whether confidences mean what they say: of all that is said with 0.9, nine in ten should be right.

The expected calibration error is the mean distance between confidence and share right over ten bins of equal width,
weighted by the number of items in each. Contracts are the unit: what was fitted on a contract is not measured on it, so
the caller hands in pairs of contracts that were held out, and `worst_contract` says how far a single one may be off.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.evaluation.documents import gold_documents
from tests.evaluation.scoring import score_provisions

BINS = 10
BAR = 0.05
ENOUGH = 20  # items from which a single contract says something


class Pair(NamedTuple):
    """A confidence 0..1 and whether what was said with it is right."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """A bin of confidences: how many, their mean, and the share that is right."""

    items: int
    confidence: float
    right: float


def reliability(pairs: Iterable[Pair], bins: int = BINS) -> list[Bin]:
    """The bins that hold anything, from low to high confidence."""
    filled: dict[int, list[Pair]] = {}
    for pair in pairs:
        if not 0 <= pair.confidence <= 1:
            raise ValueError(f"confidence {pair.confidence}")
        filled.setdefault(min(int(pair.confidence * bins), bins - 1), []).append(pair)
    return [_bin(filled[n]) for n in sorted(filled)]


def _bin(pairs: Sequence[Pair]) -> Bin:
    n = len(pairs)
    return Bin(n, sum(p.confidence for p in pairs) / n, sum(p.right for p in pairs) / n)


def calibration_error(pairs: Iterable[Pair], bins: int = BINS) -> float:
    """The expected calibration error; 0 where there is nothing."""
    found = reliability(pairs, bins)
    total = sum(b.items for b in found)
    return sum(b.items * abs(b.confidence - b.right) for b in found) / total if total else 0.0


def worst_contract(contracts: Mapping[str, Sequence[Pair]]) -> tuple[str, float]:
    """The contract with `ENOUGH` items whose mean confidence is farthest from its share right; ("", 0) without one."""
    far = [(name, abs(_bin(p).confidence - _bin(p).right)) for name, p in contracts.items() if len(p) >= ENOUGH]
    return max(far, key=lambda found: (found[1], found[0]), default=("", 0.0))


def provision_pairs(gold: Sequence[dict[str, Any]], analysis: dict[str, Any]) -> list[Pair]:
    """A pair for each provision of the measured kinds; those that only match a doubtful item are left out."""
    pairs: list[Pair] = []
    for provision in analysis["provisions"]:
        scores = score_provisions(list(gold), {"clauses": analysis["clauses"], "provisions": [provision]}).values()
        right, wrong = any(s.found for s in scores), any(s.extra for s in scores)
        if right or wrong:
            pairs.append(Pair(provision["confidence"], right))
    return pairs


def gold_pairs(folder: Path, analyses: Path) -> dict[str, list[Pair]]:
    """Pairs of every annotated document whose analysis lies in `analyses` as JSON."""
    return {
        stem: provision_pairs(gold["provisions"], json.loads((analyses / f"{stem}.json").read_text("utf-8")))
        for stem, _, gold in gold_documents(folder)
    }


def lines(sets: Mapping[str, Mapping[str, Sequence[Pair]]]) -> list[str]:
    """A row for each set of contracts, as Markdown."""
    rows = ["## Calibration", "", INTRODUCTION, "", "| set | contracts | items | confidence | right | error | bar |"]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, contracts in sets.items():
        pairs = [pair for found in contracts.values() for pair in found]
        if pairs:
            whole = _bin(pairs)
            figures = f"{whole.confidence:.3f} | {whole.right:.3f} | {calibration_error(pairs):.3f} | {BAR:.2f}"
            rows.append(f"| {name} | {len(contracts)} | {len(pairs)} | {figures} |")
    worst = [f"{name}: {found[0]} {found[1]:.3f}" for name, c in sets.items() if (found := worst_contract(c))[0]]
    return [*rows, "", f"Farthest single contract of {ENOUGH} items or more: {'; '.join(worst) or 'none'}.", ""]


INTRODUCTION = (
    "How far confidence and share right lie apart (expected calibration error, ten bins). Provisions of the dev set were "
    "tuned on, so their row forecasts nothing."
)
