"""How often a type is right, given how clearly the rules and the model speak for it.

Strategy: isotonic curves (steps of a rising score with the share that was right), fitted by `make train` on contracts
that the model had not seen, and shipped as data. Who decides is read from them as well: the voice that was right more
often at such a margin.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app import paths

NAMES = ("rules", "model", "agree", "model_alone", "rules_disputed", "model_disputed")


@dataclass(frozen=True, slots=True)
class Curve:
    """`shares[i]` holds from `scores[i]` on; the first share also below."""

    scores: tuple[float, ...]
    shares: tuple[float, ...]

    def __call__(self, score: float) -> float:
        """The share that was right at such a score."""
        return self.shares[max(0, bisect_right(self.scores, score) - 1)]


@dataclass(frozen=True, slots=True)
class Calibration:
    """`rules` and `model` by their own margin; `agree` by the mean of both shares; `model_alone`: the margin where the rules
    are silent; disputed: by the winner's share.
    """

    rules: Curve
    model: Curve
    agree: Curve
    model_alone: Curve
    rules_disputed: Curve
    model_disputed: Curve


@lru_cache(maxsize=2)
def load(path: Path | None = None) -> Calibration:
    """The shipped curves."""
    path = path or paths.resources() / "models" / "calibration.json"
    data = json.loads(path.read_text("utf-8"))
    curves = (Curve(tuple(s for s, _ in data[name]), tuple(share for _, share in data[name])) for name in NAMES)
    return Calibration(*curves)
