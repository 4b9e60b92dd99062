"""Clause types: what a clause is about, in the standard terms of clause_library/types.toml.

Strategy: stems with weights (`clausetype_words`) first. A heading names subjects, and the headings above pass on part
of what they say; the clause's own text adds what it speaks of. So a paragraph takes its section's subject unless its own
words outweigh it, and under „Schlussbestimmungen“ every paragraph has its own. A small trained model (`topicmodel`)
is asked as well: it knows the subjects of consumer terms only, so types it does not know stay with the rules; where
both speak and differ, the one that was right more often at such a margin decides. Too little evidence gives no type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.models.reading import Clause
from app.nlp.clausetype_words import HEADINGS, TEXTS, Stems, stems
from app.nlp.topicmodel import calibration
from app.nlp.topicmodel.features import Ints, Row
from app.nlp.topicmodel.model import UNIT, TopicModel
from app.nlp.topicmodel.topics import BROADER, RARE, TYPE_OF

HEADING = 2.0  # times the weight of a heading's strongest word: it is there to name the subject
INHERITED = 0.8  # part of a heading that its sub-clauses take over, again at every level
ENOUGH = 2.0  # evidence below that is no type: a single hint is chance
OUTRIGHT = 3.0  # evidence from which a clause speaks of a subject, whatever else it is about
TEXT_LIMIT = 3000  # characters looked at: the subject is named early, long clauses touch everything
LIKELY = 0.8  # where the rules are silent a model's type is taken if it is right that often: it learnt from shops only
DISSENT = 0.1  # by so much more often than the rules the model must be right to overrule them

Scores = dict[str, float]

_HEADINGS = stems(HEADINGS)
_TEXTS = stems(TEXTS)
_NAMES = tuple(sorted(_HEADINGS.keys() | _TEXTS.keys()))
_JUDGED = frozenset(TYPE_OF.values()) - RARE


@dataclass(frozen=True, slots=True)
class Voice:
    """A type that the rules or the model speak for: `margin` over the next one, `source` as in `Clause.type_source`."""

    type: str
    margin: float
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules see in a clause: the headings above, its own heading, its text."""

    above: Scores
    heading: Scores
    text: Scores

    @property
    def all(self) -> Scores:
        """All evidence per type."""
        return _sum(_sum(self.heading, self.above), self.text)

    @property
    def voice(self) -> Voice | None:
        """The strongest type, ties by name; None where there is too little."""
        order = sorted(self.all.items(), key=lambda item: (-round(item[1], 6), item[0]))
        if not order or order[0][1] < ENOUGH:
            return None
        name, score = order[0]
        parts = {"heading": self.heading, "wording": self.text, "section": self.above}
        source = max(parts, key=lambda part: parts[part].get(name, 0.0))
        return Voice(name, round(score - (order[1][1] if len(order) > 1 else 0.0), 2), source)

    @property
    def subjects(self) -> set[str]:
        """All types the clause clearly speaks of."""
        return {name for name, score in self.all.items() if score >= OUTRIGHT}


def clause_types() -> tuple[str, ...]:
    """All types this module can give, in alphabetical order."""
    return _NAMES


def classify(clauses: tuple[Clause, ...], model: TopicModel | None = None) -> tuple[Clause, ...]:
    """The clauses with `type` (None where too little speaks for any), `type_source`, `confidence` (0..1, calibrated; 0
    without a type) and `subjects`. Without a model the rules decide alone.
    """
    evidence = rule_evidence(clauses)
    topics = model_voices(clauses, model) if model else {}
    return tuple(_classified(clause, evidence[clause.id], topics.get(clause.id)) for clause in clauses)


def _classified(clause: Clause, evidence: Evidence, topic: Voice | None) -> Clause:
    rule = evidence.voice
    found, confidence = decide(rule, topic, calibration.load())
    subjects = evidence.subjects | {voice.type for voice in (rule, found) if voice}
    if found is None:
        return replace(clause, type=None, confidence=0.0, subjects=tuple(sorted(subjects)), type_source="")
    return replace(
        clause,
        type=found.type,
        confidence=round(confidence, 2),
        subjects=tuple(sorted(subjects)),
        type_source=found.source,
    )


def decide(rule: Voice | None, topic: Voice | None, curves: calibration.Calibration) -> tuple[Voice | None, float]:
    """The voice that counts and how often such a type is right."""
    likely = curves.model(topic.margin) if topic else 0.0
    if rule is None:
        alone = curves.model_alone(topic.margin) if topic else 0.0
        return (topic, alone) if alone >= LIKELY else (None, 0.0)
    sure = curves.rules(rule.margin)
    if topic is None:
        return rule, sure
    if BROADER.get(rule.type, rule.type) == topic.type:
        return rule, curves.agree((sure + likely) / 2)
    if rule.type not in _JUDGED:
        return rule, sure
    if overruled(sure, likely):
        return topic, curves.model_disputed(likely)
    return rule, curves.rules_disputed(sure)


def overruled(sure: float, likely: float) -> bool:
    """The model counts more than the rules, by how often each is right at its margin."""
    return likely - sure > DISSENT


def rule_evidence(clauses: Iterable[Clause]) -> dict[str, Evidence]:
    """What the rules see, by clause; parents come before their children."""
    found: dict[str, Evidence] = {}
    for clause in clauses:
        parent = found.get(clause.parent) if clause.parent else None
        above = _sum(parent.heading, parent.above) if parent else {}
        found[clause.id] = Evidence(
            {name: INHERITED * score for name, score in above.items()},
            {name: HEADING * score for name, score in heading_scores(clause.heading).items()},
            text_scores(clause.text),
        )
    return found


def model_voices(clauses: Sequence[Clause], model: TopicModel) -> dict[str, Voice]:
    """The model's type of every clause that has a text."""
    headings: dict[str, str] = {}
    for clause in clauses:
        headings[clause.id] = clause.heading or (headings.get(clause.parent, "") if clause.parent else "")
    asked = [clause for clause in clauses if clause.text.strip()]
    rows = [Row(headings[clause.id], clause.text) for clause in asked]
    if not rows:
        return {}
    return {
        c.id: topic_voice(scores, model.topics)
        for c, scores in zip(asked, model.scores(rows, rule_features(rows)), strict=True)
    }


def topic_voice(scores: Ints, topics: Sequence[str]) -> Voice:
    """The type of the strongest topic, its margin over the strongest topic of another type."""
    order = sorted(zip((-scores).tolist(), topics, strict=True))
    best = TYPE_OF[order[0][1]]
    next_one = next(score for score, topic in order if TYPE_OF[topic] != best)
    return Voice(best, (next_one - order[0][0]) / UNIT, "model")


def rule_features(rows: Sequence[Row]) -> Ints:
    """Twice the scores of heading and text for every type: what the model is told of the rules (whole numbers)."""
    features = np.zeros((len(rows), 2 * len(_NAMES)), np.int64)
    headings = {title: heading_scores(title) for title in dict.fromkeys(row.title for row in rows)}
    for place, row in enumerate(rows):
        for half, scores in enumerate((headings[row.title], text_scores(row.text))):
            for name, score in scores.items():
                features[place, half * len(_NAMES) + _NAMES.index(name)] = round(2 * min(score, 8.0))
    return features


def heading_scores(heading: str) -> Scores:
    """What a heading names: its stems overlap, the strongest counts."""
    return _scores(_HEADINGS, heading, max)


def text_scores(text: str) -> Scores:
    """What a text speaks of: its stems add up."""
    return _scores(_TEXTS, text[:TEXT_LIMIT], sum)


def _scores(words: Stems, text: str, join: Callable[[Iterable[float]], float]) -> Scores:
    folded = f" {' '.join(text.lower().split())} "
    found = {name: [weight for stem, weight in weighted if stem in folded] for name, weighted in words.items()}
    return {name: join(weights) for name, weights in found.items() if weights}


def _sum(first: Mapping[str, float], second: Mapping[str, float]) -> Scores:
    total: defaultdict[str, float] = defaultdict(float)
    for scores in (first, second):
        for name, score in scores.items():
            total[name] += score
    return dict(total)
