"""Kernel ridge regression on the model's own features, and its weights as the integers that ship.

The kernel is a weighted sum of blocks, each a product of normalised bags, so its solution is a linear model and the
weights of a bucket are X^T a. Rows the fit itself contradicts (leave-one-out, closed form) count less: equal texts of
the corpus carry different topics in one pair of six. Choices (`Setting`) are made by the caller on training rows only.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from app.nlp.topicmodel.features import PIECE_BITS, TITLE_BITS, WORD_BITS, Bag, Ints, fold, pieces, title_pieces, words
from app.nlp.topicmodel.model import UNIT, Block, TopicModel
from scripts.training.corpus import Corpus

Floats = NDArray[np.floating]
FREQUENCY = np.array([0, *(round(8 * (1 + np.log(count))) for count in range(1, 256))], np.int64)
DOUBTED = 0.35  # weight of a training row whose neighbours speak for another topic


@dataclass(frozen=True)
class Setting:
    """Weights of the kernel's blocks, and the ridge."""

    title: float = 0.3
    near: float = 0.2
    sections: float = 0.15
    rules: float = 0.2
    ridge: float = 0.8


GRID = tuple(
    Setting(title, near, sections)
    for title, (near, sections) in product((0.15, 0.4, 1.0), ((0.1, 0.1), (0.2, 0.2), (0.4, 0.4)))
)


@dataclass(frozen=True)
class Space:
    """All rows in feature space, the rarity of a bucket learnt from the training rows alone."""

    rarity: dict[str, NDArray[np.uint8]]
    bags: dict[str, sparse.csr_matrix]
    neighbours: dict[str, Ints]
    roles: dict[str, sparse.csr_matrix]
    rules: Floats

    def kernels(self, columns: Ints) -> dict[str, Floats]:
        """Products of all rows with the rows `columns`, one a block and role; a neighbour's are those of its own row."""
        found: dict[str, Floats] = {"rules": (self.rules @ self.rules[columns].T / 64).astype(np.float32)}
        for name, matrix in self.bags.items():
            own = (matrix @ matrix.T).toarray().astype(np.float32)
            found[name] = own[:, columns]
            for role, index in self.neighbours.items():
                if role.split("_")[0] == name:
                    there = (index >= 0).astype(np.float32)
                    found[role] = own[np.ix_(index, index[columns])] * np.outer(there, there[columns])
        return found


def bags_of(corpus: Corpus) -> dict[str, list[Bag]]:
    """The bags of every row: words, pieces, pieces of the title."""
    folded = [fold(row.text) for row in corpus.rows]
    return {
        "words": [words(text) for text in folded],
        "pieces": [pieces(text, PIECE_BITS) for text in folded],
        "titles": [title_pieces(row.title) for row in corpus.rows],
    }


def counts(bags: list[Bag], bits: int) -> sparse.csr_matrix:
    """Worth of the counts, one row a bag."""
    starts = np.cumsum([0, *(len(bag.buckets) for bag in bags)])
    worth = FREQUENCY[np.minimum(np.concatenate([bag.counts for bag in bags]), 255)]
    shape = (len(bags), 1 << bits)
    return sparse.csr_matrix((worth.astype(np.float64), np.concatenate([b.buckets for b in bags]), starts), shape)


def neighbours(corpus: Corpus) -> dict[str, Ints]:
    """For each role the row that plays it, -1 for none: the clauses and the sections before and after."""
    size, contracts = corpus.size, corpus.contracts
    titles = [row.title for row in corpus.rows]
    before = np.array([i - 1 if i and contracts[i - 1] == contracts[i] else -1 for i in range(size)])
    after = np.array([i + 1 if i + 1 < size and contracts[i + 1] == contracts[i] else -1 for i in range(size)])
    above, below = np.full(size, -1), np.full(size, -1)
    for i in range(size):
        if before[i] >= 0:
            above[i] = above[i - 1] if titles[i - 1] == titles[i] else i - 1
    for i in reversed(range(size)):
        if after[i] >= 0:
            below[i] = below[i + 1] if titles[i + 1] == titles[i] else i + 1
    return {"pieces_before": before, "pieces_after": after, "titles_before": above, "titles_after": below}


def space(raw: dict[str, sparse.csr_matrix], roles: dict[str, Ints], rules: Ints, train: Ints) -> Space:
    """The rows as the model at run time sees them, in floating point."""
    rarity, bags = {}, {}
    for name, matrix in raw.items():
        occurs = np.bincount(matrix[train].indices, minlength=matrix.shape[1])
        weight = np.rint(16 * (np.log((1 + len(train)) / (1 + occurs)) + 1))
        rarity[name] = np.where(occurs > 0, weight, 0).astype(np.uint8)
        scaled = matrix @ sparse.diags(rarity[name].astype(np.float64))
        length = np.floor(np.sqrt(np.asarray(scaled.multiply(scaled).sum(1)).ravel()))
        bags[name] = sparse.csr_matrix(sparse.diags(1 / np.maximum(length, 1)) @ scaled)
    every = dict(bags)
    for role, index in roles.items():
        chosen = bags[role.split("_")[0]][np.maximum(index, 0)]
        every[role] = sparse.csr_matrix(sparse.diags((index >= 0).astype(np.float64)) @ chosen)
    return Space(rarity, bags, roles, every, rules.astype(np.float64))


def block_weights(setting: Setting) -> dict[str, float]:
    """Weight of each block in the kernel."""
    near, sections = setting.near, setting.sections
    return {
        "words": 1.0, "pieces": 1.0, "titles": setting.title, "rules": setting.rules,
        "pieces_before": near, "pieces_after": near, "titles_before": sections, "titles_after": sections,
    }  # fmt: skip


def mixed(kernels: dict[str, Floats], setting: Setting) -> Floats:
    """The kernel of a setting."""
    weights = block_weights(setting)
    return sum((np.float32(weights[name]) * kernel for name, kernel in kernels.items()), np.zeros(1, np.float32))


def targets(labels: Ints, classes: int) -> Floats:
    """One column a topic; the offset stands for the prior of a rare topic."""
    wanted = np.full((len(labels), classes), -0.1, np.float32)
    wanted[np.arange(len(labels)), labels] = 1.9
    return wanted


def solve(kernel: Floats, labels: Ints, classes: int, ridge: float, *, robust: bool = True) -> Floats:
    """Dual weights of the training rows; `robust` counts rows less that the first fit contradicts."""
    wanted = targets(labels, classes)
    factor = cho_factor(kernel + np.float32(ridge) * np.eye(len(labels), dtype=np.float32), check_finite=False)
    duals = cho_solve(factor, wanted, check_finite=False)
    if not robust:
        return duals
    spread = np.diag(cho_solve(factor, np.eye(len(labels), dtype=np.float32), check_finite=False))
    believed = (wanted - duals / spread[:, None]).argmax(1) == labels
    weights = np.where(believed, 1.0, DOUBTED)
    return cho_solve(
        cho_factor(kernel + np.diag((ridge / weights).astype(np.float32)), check_finite=False),
        wanted,
        check_finite=False,
    )


def quantised(space_: Space, train: Ints, duals: Floats, setting: Setting, topics: tuple[str, ...]) -> TopicModel:
    """The integer model of dual weights."""
    weights = block_weights(setting)

    def block(name: str) -> Block:
        roles = [role for role in space_.roles if role.split("_")[0] == name]
        raw = [space_.roles[role][train].T @ duals * weights[role] for role in roles]
        scaled = [part * space_.rarity[name][:, None] for part in raw]
        steps = [max(float(np.abs(part).max()), 1e-9) / 127 for part in scaled]
        whole = [np.rint(part / step).astype(np.int8) for part, step in zip(scaled, steps, strict=True)]
        multipliers = np.array([round(step * UNIT) for step in steps], np.int64)
        return Block(np.concatenate(whole, 1), space_.rarity[name], multipliers)

    rules = np.rint(space_.rules[train].T @ duals * (setting.rules / 64 * UNIT)).astype(np.int64)
    return TopicModel(topics, block("words"), block("pieces"), block("titles"), rules, FREQUENCY, "")


BITS = {"words": WORD_BITS, "pieces": PIECE_BITS, "titles": TITLE_BITS}
