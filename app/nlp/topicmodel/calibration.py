"""How often a type is right, given how clearly the rules and the model speak for it.

Strategy: isotonic curves (steps of a rising score with the share that was right), fitted by `make train` on documents
that the model had not seen, and shipped as data: one set for documents of the kind it learnt from, one for all others.
Who decides is read from them as well: the voice that was right more often at such a margin.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app import paths

NAMES = ("rules", "model", "agree", "model_alone", "rules_disputed", "model_disputed")
KINDS = ("familiar", "other")


@dataclass(frozen=True, slots=True)
class Curve:
    """`shares[i]` holds from `scores[i]` on; the first share also below."""

    scores: tuple[float, ...]
    shares: tuple[float, ...]

    def __call__(self, score: float) -> float:
        """The share that was right at such a score."""
        return self.shares[max(0, bisect_right(self.scores, score) - 1)]


@dataclass(frozen=True, slots=True)
class Curves:
    """Curves of one kind of document, each by the voice's own margin; `agree` by the mean of both voices' shares."""

    rules: Curve
    model: Curve
    agree: Curve
    model_alone: Curve
    rules_disputed: Curve
    model_disputed: Curve


@dataclass(frozen=True, slots=True)
class Calibration:
    """Curves for documents whose subjects the model knows, and for the others."""

    familiar: Curves
    other: Curves

    def of(self, familiar: bool) -> Curves:
        """The curves of such a document."""
        return self.familiar if familiar else self.other


_SURE = Curve((0.0, 2.0, 4.0), (0.45, 0.65, 0.85))
_NEVER = Curve((0.0,), (0.0,))
_ROUGH = Curves(_SURE, _NEVER, Curve((0.0,), (0.65,)), _NEVER, _SURE, _NEVER)
ROUGH = Calibration(_ROUGH, _ROUGH)
"""Without the file: the rules' measured shares, rounded down; the model is not believed, for nobody knows how often it is right."""


@lru_cache(maxsize=2)
def load(path: Path | None = None) -> Calibration:
    """The shipped curves; `ROUGH` where their file is missing."""
    path = path or paths.resources() / "models" / "calibration.json"
    if not path.is_file():
        return ROUGH
    data = json.loads(path.read_text("utf-8"))
    return Calibration(*(_curves(data[kind]) for kind in KINDS))


def _curves(data: Mapping[str, Sequence[tuple[float, float]]]) -> Curves:
    return Curves(*(Curve(tuple(s for s, _ in data[name]), tuple(share for _, share in data[name])) for name in NAMES))
