"""The trained topic model at run time: integer weights from resources/models, integer arithmetic throughout.

A clause's score for a topic is a sum over blocks: its words, its pieces of words, its heading, the neighbours' pieces,
the headings of the sections before and after, the written rules. Each block is normalised by the integer square root
of its own length. Ties go to the topic first in alphabetical order. Without the file there is no model (`load` gives
None) and the rules decide alone.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app import paths
from app.nlp.topicmodel.features import PIECE_BITS, Bag, Ints, Row, fold, pieces, title_pieces, words

UNIT = 1 << 20  # a score of 1.0
NAME = "topics-agb-de"


@dataclass(frozen=True, slots=True)
class Block:
    """Weights of one bag: `weights[bucket, topics of each role]`, rarity per bucket, one multiplier a role."""

    weights: NDArray[np.int8]
    rarity: NDArray[np.uint8]
    multipliers: Ints


@dataclass(frozen=True, slots=True)
class TopicModel:
    """Topics in alphabetical order; `frequency[count]`: what a count is worth; `rules`: weights of the rule scores."""

    topics: tuple[str, ...]
    words: Block
    pieces: Block
    titles: Block
    rules: Ints
    frequency: Ints
    fingerprint: str

    @property
    def name(self) -> str:
        """Name and the beginning of the fingerprint, as a reading keeps them."""
        return f"{NAME} {self.fingerprint[:12]}"

    def scores(self, rows: Sequence[Row], rules: Ints) -> Ints:
        """Scores of `rows` (one document, in order) for every topic in units of 1/`UNIT`; `rules`: their rule scores."""
        folded = [fold(row.text) for row in rows]
        total = rules @ self.rules
        near = np.stack([self._block(self.pieces, pieces(text, PIECE_BITS)) for text in folded])
        total += np.stack([self._block(self.words, words(text)) for text in folded])[:, 0] + near[:, 0]
        total[1:] += near[:-1, 1]
        total[:-1] += near[1:, 2]
        return total + self._titles(rows)

    def _titles(self, rows: Sequence[Row]) -> Ints:
        """Own heading, and those of the sections before and after."""
        known = {row.title: self._block(self.titles, title_pieces(row.title)) for row in rows}
        total = np.stack([known[row.title][0] for row in rows])
        above, below = section_neighbours([row.title for row in rows])
        for place, (before, after) in enumerate(zip(above, below, strict=True)):
            if before is not None:
                total[place] += known[before][1]
            if after is not None:
                total[place] += known[after][2]
        return total

    def _block(self, block: Block, bag: Bag) -> Ints:
        """Contribution of one bag, for each role (own, of the row before, of the row after) and topic."""
        roles = len(block.multipliers)
        worth = self.frequency[np.minimum(bag.counts, len(self.frequency) - 1)]
        length = math.isqrt(int(((worth * block.rarity[bag.buckets]) ** 2).sum())) or 1
        summed = (worth @ block.weights[bag.buckets].astype(np.int64)).reshape(roles, -1)
        return np.asarray(summed * block.multipliers[:, None] // length)


def section_neighbours(titles: Sequence[str]) -> tuple[list[str | None], list[str | None]]:
    """For every row the heading of the section before its own and of the one after."""
    return _before(titles), _before(titles[::-1])[::-1]


def _before(titles: Sequence[str]) -> list[str | None]:
    found: list[str | None] = [None] * min(1, len(titles))
    for one, two in pairwise(titles):
        found.append(one if one != two else found[-1])
    return found


@lru_cache(maxsize=2)
def load(path: Path | None = None) -> TopicModel | None:
    """The shipped model, None where its file is missing."""
    path = path or paths.resources() / "models" / f"{NAME}.npz"
    if not path.is_file():
        return None
    data = path.read_bytes()
    with np.load(path, allow_pickle=False) as arrays:
        named = {
            name: Block(arrays[f"{name}_weights"], arrays[f"{name}_rarity"], arrays[f"{name}_multipliers"])
            for name in ("words", "pieces", "titles")
        }
        return TopicModel(
            topics=tuple(str(arrays["topics"]).split()),
            **named,
            rules=arrays["rules"],
            frequency=arrays["frequency"],
            fingerprint=hashlib.sha256(data).hexdigest(),
        )
