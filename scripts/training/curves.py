"""Calibration curves: margins of rules and model on documents not trained on, with the share that was right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from app.nlp.clausetypes import Voice, familiar
from app.nlp.topicmodel.calibration import KINDS, NAMES, Calibration, Curve, Curves
from app.nlp.topicmodel.topics import BROADER, TYPE_OF

LEAST = 40  # cases a step of a curve rests on at least
MANY = 400  # cases from which a curve is taken as it is
FEW = 20  # cases below which there is no curve, but one share
CLEAR = 12.0  # margins beyond are as clear as that: a logistic line would be bent by single ones
HIGHEST = 0.99  # no curve promises more

Floats = NDArray[np.floating]


@dataclass(frozen=True)
class Case:
    """A clause: what rules and model say, and whether each is right; None where the truth cannot tell (a type that the
    corpus does not know).
    """

    rule: Voice | None
    topic: Voice | None
    rule_right: bool | None
    topic_right: bool


@dataclass(frozen=True)
class Document:
    """The cases of one document; its kind is seen from the voices of all its clauses."""

    familiar: bool
    cases: tuple[Case, ...]


def documents(
    contracts: Sequence[int], rules: Sequence[Voice | None], model: Sequence[Voice], truth: Sequence[str]
) -> Iterator[Document]:
    """Contracts of the corpus, their topics' types as the truth; types finer than a topic count as that topic's."""
    for contract in dict.fromkeys(contracts):
        rows = [row for row, other in enumerate(contracts) if other == contract]
        cases = tuple(_case(rules[row], model[row], truth[row]) for row in rows)
        yield Document(familiar(case.rule for case in cases), cases)


def _case(rule: Voice | None, topic: Voice, truth: str) -> Case:
    rule_right = broad(rule) == truth if rule and broad(rule) in TYPE_OF.values() else None
    return Case(rule, topic, rule_right, topic.type == truth)


def broad(voice: Voice) -> str:
    """The type under which the corpus files it."""
    return BROADER.get(voice.type, voice.type)


def fit(corpus: Iterable[Document], business: Iterable[Document]) -> Calibration:
    """Curves of familiar documents from the corpus, of the others from business terms."""
    return Calibration(one(d for d in corpus if d.familiar), one(d for d in business if not d.familiar))


def one(found: Iterable[Document]) -> Curves:
    """One set of curves."""
    cases = [case for document in found for case in document.cases]
    spoken = [(c.rule, c.topic, c.rule_right, c.topic_right) for c in cases if c.rule and c.rule_right is not None]
    asked = [(c.rule, c.topic, c.topic_right) for c in cases if c.topic]
    sure = curve([(rule.margin, right) for rule, _, right, _ in spoken])
    likely = curve([(topic.margin, right) for _, topic, right in asked])
    agree, by_rule, by_model = [], [], []
    for rule, topic, rule_right, topic_right in spoken:
        if topic is None:
            continue
        if broad(rule) == topic.type:
            agree.append(((sure(rule.margin) + likely(topic.margin)) / 2, rule_right))
        else:
            by_rule.append((rule.margin, rule_right))
            by_model.append((topic.margin, topic_right))
    silent = [(topic.margin, right) for rule, topic, right in asked if rule is None]
    # Too few disputes to learn from: as sure as without one.
    disputed = (curve(by_rule), curve(by_model)) if len(by_rule) >= LEAST else (sure, likely)
    return Curves(sure, likely, curve(agree), curve(silent), *disputed)


def curve(cases: Sequence[tuple[float, bool]]) -> Curve:
    """How the share that is right rises with the score: steps as they are, a logistic line through few cases."""
    if len(cases) < FEW or len({right for _, right in cases}) < 2:
        return Curve((0.0,), (round((sum(right for _, right in cases) + 1) / (len(cases) + 2), 3),))
    scores, right = np.array([score for score, _ in cases]), np.array([float(ok) for _, ok in cases])
    edges, shares = _steps_of(scores, right) if len(cases) >= MANY else _line_through(scores, right)
    rising = np.minimum(np.maximum.accumulate(shares), HIGHEST)
    return Curve(tuple(round(float(e), 4) for e in edges), tuple(round(float(s), 3) for s in rising))


def _steps_of(scores: Floats, right: Floats) -> tuple[Floats, Floats]:
    """The rising step function nearest to the cases; steps of few cases are joined."""
    edges = np.unique(np.sort(scores, kind="stable")[::LEAST])
    bins = np.searchsorted(edges, scores, "right") - 1
    sizes = np.bincount(bins, minlength=len(edges))
    shares = (np.bincount(bins, right, len(edges)) + 1) / (sizes + 2)
    return edges, IsotonicRegression().fit_transform(np.arange(len(edges)), shares, sample_weight=sizes)


def _line_through(scores: Floats, right: Floats) -> tuple[Floats, Floats]:
    """The logistic curve of the cases at twentieths of them."""
    scores = np.minimum(scores, CLEAR)[:, None]
    edges = np.unique(np.quantile(scores, np.linspace(0, 1, 21)))
    return edges, LogisticRegression(C=100).fit(scores, right).predict_proba(edges[:, None])[:, 1]


def written(found: Calibration) -> str:
    """The shipped file."""
    rows = {kind: {name: _steps(getattr(getattr(found, kind), name)) for name in NAMES} for kind in KINDS}
    return json.dumps(rows, indent=1) + "\n"


def _steps(found: Curve) -> list[list[float]]:
    return [list(step) for step in zip(found.scores, found.shares, strict=True)]
