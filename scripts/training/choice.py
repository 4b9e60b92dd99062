"""From the corpus to a trained setting: features, the choice of a setting on training rows, held-out scores for curves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from app.nlp.clausetypes import (
    HEADING,
    INHERITED,
    Evidence,
    Voice,
    evidence_of,
    heading_scores,
    rule_features,
    text_scores,
    topic_voice,
)
from app.nlp.topicmodel.features import Ints
from app.nlp.topicmodel.model import UNIT
from scripts.training import ridge
from scripts.training.corpus import Corpus
from scripts.training.folds import Fold
from scripts.training.ridge import GRID, Floats, Setting, Space

Folder = Callable[[Ints], list[Fold]]


@dataclass(frozen=True)
class Prepared:
    """What does not depend on a training part: counts, neighbours, scores and voices of the rules."""

    corpus: Corpus
    counts: dict[str, sparse.csr_matrix]
    roles: dict[str, Ints]
    rules: Ints
    voices: tuple[Voice | None, ...]


@dataclass(frozen=True)
class Choice:
    """The setting that did best on folds of the training part, its solution, and the model's voices on those folds."""

    setting: Setting
    space: Space
    duals: Floats
    held_out: tuple[Voice, ...]
    tried: tuple[tuple[Setting, float], ...]


def prepare(corpus: Corpus) -> Prepared:
    """Features of all rows; nothing here looks at a label."""
    bags = ridge.bags_of(corpus)
    counted = {name: ridge.counts(bags[name], ridge.BITS[name]) for name in bags}
    voices = tuple(_paragraph(row.title, row.text).voice for row in corpus.rows)
    return Prepared(corpus, counted, ridge.neighbours(corpus), rule_features(corpus.rows), voices)


def _paragraph(title: str, text: str) -> Evidence:
    """A row of the corpus is a paragraph under the title of its section."""
    above = {name: INHERITED * HEADING * score for name, score in heading_scores(title).items()}
    return evidence_of(above, {}, text_scores(text))


def choose(prepared: Prepared, train: Ints, folds: Folder) -> Choice:
    """Try every setting on folds of `train` alone; train the best one on all of it."""
    corpus = prepared.corpus
    labels, classes = corpus.labels[train], len(corpus.topics)
    space = ridge.space(prepared.counts, prepared.roles, prepared.rules, train)
    kernels = {name: kernel[train] for name, kernel in space.kernels(train).items()}
    inner = folds(corpus.contracts[train])
    tried = []
    for setting in GRID:
        scores = _held_out(ridge.mixed(kernels, setting), labels, classes, inner, setting, robust=False)
        tried.append((setting, float((scores.argmax(1) == labels).mean())))
    best = max(tried, key=lambda pair: pair[1])[0]
    kernel = ridge.mixed(kernels, best)
    scores = _held_out(kernel, labels, classes, inner, best, robust=True)
    voices = tuple(topic_voice(np.rint(row * UNIT).astype(np.int64), corpus.topics) for row in scores)
    return Choice(best, space, ridge.solve(kernel, labels, classes, best.ridge), voices, tuple(tried))


def _held_out(
    kernel: Floats, labels: Ints, classes: int, inner: list[Fold], setting: Setting, *, robust: bool
) -> Floats:
    """Scores of every training row from a model that has not seen its fold."""
    scores = np.zeros((len(labels), classes))
    for train, test in inner:
        duals = ridge.solve(kernel[np.ix_(train, train)], labels[train], classes, setting.ridge, robust=robust)
        scores[test] = kernel[np.ix_(test, train)] @ duals
    return scores
