"""Calibration curves: margins of rules and model on contracts not trained on, with the share that was right."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from sklearn.isotonic import IsotonicRegression

from app.nlp.clausetypes import Voice, overruled
from app.nlp.topicmodel.calibration import NAMES, Calibration, Curve
from app.nlp.topicmodel.topics import BROADER, TYPE_OF

LEAST = 40  # cases a step of a curve rests on at least
HIGHEST = 0.99  # no curve promises more


def fit(rules: Sequence[Voice | None], model: Sequence[Voice], truth: Sequence[str]) -> Calibration:
    """Curves of rows with their topics' types as the truth; types finer than a topic count as that topic's."""
    pairs = [(broad(rule), topic, truth_) for rule, topic, truth_ in zip(rules, model, truth, strict=True)]
    spoken = [(rule, topic, right) for rule, topic, right in pairs if rule is not None and known(rule)]
    alone = curve([(rule.margin, rule.type == right) for rule, _, right in spoken])
    asked = curve([(topic.margin, topic.type == right) for _, topic, right in pairs])
    agree, by_rule, by_model = [], [], []
    for rule, topic, right in spoken:
        sure, likely = alone(rule.margin), asked(topic.margin)
        if rule.type == topic.type:
            agree.append(((sure + likely) / 2, rule.type == right))
        elif overruled(sure, likely):
            by_model.append((likely, topic.type == right))
        else:
            by_rule.append((sure, rule.type == right))
    silent = curve([(topic.margin, topic.type == right) for rule, topic, right in pairs if rule is None])
    return Calibration(alone, asked, curve(agree), silent, curve(by_rule), curve(by_model))


def broad(voice: Voice | None) -> Voice | None:
    """A voice by the type under which the corpus files it."""
    return Voice(BROADER.get(voice.type, voice.type), voice.margin, voice.source) if voice else None


def known(voice: Voice) -> bool:
    """The corpus knows such a type."""
    return voice.type in TYPE_OF.values()


def curve(cases: Sequence[tuple[float, bool]]) -> Curve:
    """The rising step function nearest to the cases; steps of few cases are joined."""
    if len(cases) < LEAST:
        return Curve((0.0,), (round(float(np.mean([right for _, right in cases])) if cases else 0.5, 3),))
    scores, right = np.array([score for score, _ in cases]), np.array([float(ok) for _, ok in cases])
    order = np.argsort(scores, kind="stable")
    edges = np.unique(scores[order][::LEAST])
    bins = np.searchsorted(edges, scores, "right") - 1
    sizes = np.bincount(bins, minlength=len(edges))
    shares = (np.bincount(bins, right, len(edges)) + 1) / (sizes + 2)
    rising = IsotonicRegression(y_max=HIGHEST).fit_transform(np.arange(len(edges)), shares, sample_weight=sizes)
    return Curve(tuple(round(float(e), 4) for e in edges), tuple(round(float(s), 3) for s in rising))


def written(curves: Calibration) -> str:
    """The shipped file."""
    rows = {
        name: [list(step) for step in zip(getattr(curves, name).scores, getattr(curves, name).shares, strict=True)]
        for name in NAMES
    }
    return json.dumps(rows, indent=1) + "\n"
