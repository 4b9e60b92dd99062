"""AGB-DE (Braun and Matthes, ACL 2024; CC BY-SA 4.0) as rows in document order.

Its two typos stand among the subtopics, which nothing here looks at.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from app.nlp.topicmodel.features import Ints, Row


@dataclass(frozen=True)
class Corpus:
    """Clauses with the first topic of each; the rows of a contract follow each other."""

    rows: tuple[Row, ...]
    topics: tuple[str, ...]
    labels: Ints
    contracts: Ints
    ids: Ints
    void: Ints

    @property
    def size(self) -> int:
        """Number of clauses."""
        return len(self.rows)


def read(folder: Path) -> Corpus:
    """The corpus; raises ValueError where the rows of a contract do not stand together."""
    with (folder / "clauses.csv").open(encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    first = [entry["topics"].split(",")[0].strip() for entry in entries]
    topics = tuple(sorted(set(first)))
    contracts = np.array([int(entry["contract"]) for entry in entries])
    if sum(a != b for a, b in pairwise(contracts)) + 1 != len(set(contracts.tolist())):
        raise ValueError("AGB-DE: the rows of a contract do not stand together")
    return Corpus(
        tuple(Row(entry["title"].strip(), entry["text"].strip()) for entry in entries),
        topics,
        np.array([topics.index(topic) for topic in first]),
        contracts,
        np.array([int(entry["id"]) for entry in entries]),
        np.array([int(float(entry["void"])) for entry in entries]),
    )


def authors_split(folder: Path, corpus: Corpus, name: str = "agb-de") -> tuple[Ints, Ints]:
    """Rows to train and to test on, as the authors split them."""
    split = json.loads((folder / "splits.json").read_text("utf-8"))[name]
    place = {int(number): row for row, number in enumerate(corpus.ids)}
    return tuple(np.array([place[int(i)] for i in split[part] if int(i) in place]) for part in ("train", "test"))  # type: ignore[return-value]
