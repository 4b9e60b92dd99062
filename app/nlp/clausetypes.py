"""Clause types: what a clause is about, in the standard terms of clause_library/types.toml.

Strategy: stems with weights (`clausetype_words`) first. A heading names subjects, and the headings above pass on part
of what they say; the clause's own text adds what it speaks of. So a paragraph takes its section's subject unless its own
words outweigh it, and under „Schlussbestimmungen“ every paragraph has its own. A small trained model (`topicmodel`)
is asked as well: it knows the subjects of consumer terms only, so it counts fully in documents that hardly speak of
others, and elsewhere types it does not know stay with the rules; where both speak and differ, the one that was right
more often at such a margin in such documents decides. Too little evidence gives no type.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.models.corrections import BY_USER
from app.models.reading import Clause
from app.nlp.clausetype_words import HEADINGS, TEXTS, stems
from app.nlp.topicmodel import calibration
from app.nlp.topicmodel.features import Ints, Row
from app.nlp.topicmodel.model import UNIT, TopicModel
from app.nlp.topicmodel.topics import BROADER, RARE, TYPE_OF
from app.nlp.umlauts import unfold

HEADING = 2.0  # times the weight of a heading's strongest word: it is there to name the subject
INHERITED = 0.8  # part of a heading that its sub-clauses take over, again at every level
ENOUGH = 2.0  # evidence below that is no type: a single hint is chance
FINER = 2.5  # evidence in a text from which it names a finer subject than its heading
OUTRIGHT = 3.0  # evidence from which a clause speaks of a subject, whatever else it is about
TEXT_LIMIT = 3000  # characters looked at: the subject is named early, long clauses touch everything
LIKELY = 0.5  # where the rules are silent a model's type is taken if it is rather right than wrong
STRANGE = 0.125  # part of a document's clauses that may be of types the model does not know, if it is to count fully
LEAD_RARE = 0.2  # how much more often the model must be right to overrule a type it hardly knows, where it counts fully
CLEARLY = 0.4  # by so much surer without a dispute, rules are not overruled: a clear heading stays
LEAD_OTHER = 0.1  # the same for types that it knows in other documents; the rest it does not overrule there

Scores = dict[str, float]

Matchers = dict[str, tuple[tuple[str, re.Pattern[str] | None, float], ...]]


def _matchers(table: str) -> Matchers:
    return {name: tuple((w, _gap(w), weight) for w, weight in weighted) for name, weighted in stems(table).items()}


def _gap(stem: str) -> re.Pattern[str] | None:
    return re.compile(r"\w{0,40}".join(re.escape(part) for part in stem.split("*"))) if "*" in stem else None


_HEADINGS = _matchers(HEADINGS)
_TEXTS = _matchers(TEXTS)
_NAMES = tuple(sorted(_HEADINGS.keys() | _TEXTS.keys()))
_KNOWN = frozenset(TYPE_OF.values())


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
    without a type) and `subjects`. Without a model the rules decide alone. What the user said of a clause stays.
    """
    read = spelled(clauses)
    evidence = rule_evidence(read)
    topics = model_voices(read, model) if model else {}
    known = familiar(evidence[clause.id].voice for clause in clauses if clause.text.strip())
    return tuple(_classified(clause, evidence[clause.id], topics.get(clause.id), known) for clause in clauses)


def spelled(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """With umlauts also where the whole document writes `ae`, `oe`, `ue`."""
    if any(letter in clause.text for clause in clauses for letter in "äöüÄÖÜ"):
        return clauses
    return tuple(replace(c, heading=unfold(c.heading).text, text=unfold(c.text).text) for c in clauses)


def familiar(voices: Iterable[Voice | None]) -> bool:
    """The rules' voices of a document's clauses name hardly a subject that the model's corpus does not know: the document
    is of the kind it learnt from, be it for consumers or for businesses. A handful of clauses is too few to tell.
    """
    strange = [_broad(voice) not in _KNOWN for voice in voices if voice]
    return sum(strange) + 1 <= STRANGE * (len(strange) + 1)


def _classified(clause: Clause, evidence: Evidence, topic: Voice | None, known: bool) -> Clause:
    if clause.type_source == BY_USER:
        return _as_said(clause, evidence)
    rule = evidence.voice
    found, confidence = decide(rule, topic, calibration.load(), known)
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


def _as_said(clause: Clause, evidence: Evidence) -> Clause:
    """With the user's type in place of the one that the rules saw; a clause of no type has no subjects."""
    seen = {evidence.voice.type} if evidence.voice else set()
    subjects = ((evidence.subjects - seen) | {clause.type}) if clause.type else set()
    return replace(clause, confidence=1.0, subjects=tuple(sorted(subjects)))


def decide(
    rule: Voice | None, topic: Voice | None, shares: calibration.Calibration, known: bool
) -> tuple[Voice | None, float]:
    """The voice that counts and how often such a type is right; `known`: the document is `familiar`."""
    curves = shares.of(known)
    if rule is None:
        alone = curves.model_alone(topic.margin) if topic else 0.0
        return (topic, alone) if alone >= LIKELY else (None, 0.0)
    if topic is None:
        return rule, curves.rules(rule.margin)
    sure, likely, name = curves.rules(rule.margin), curves.model(topic.margin), _broad(rule)
    if name == topic.type:
        return rule, curves.agree((sure + likely) / 2)
    # How disputes about a type end is only known for the corpus's own types.
    by_rule = curves.rules_disputed(rule.margin) if name in _KNOWN else sure
    by_model = curves.model_disputed(topic.margin)
    if by_model - by_rule > _lead(name, known) and sure - likely < CLEARLY:
        return topic, by_model
    return rule, by_rule


def _lead(name: str, known: bool) -> float:
    """By so much more often than the rules the model must be right to overrule a type of theirs."""
    if known:
        return LEAD_RARE if name in RARE else 0.0
    return LEAD_OTHER if name in _KNOWN - RARE else math.inf


def _broad(voice: Voice) -> str:
    return BROADER.get(voice.type, voice.type)


def rule_evidence(clauses: Iterable[Clause]) -> dict[str, Evidence]:
    """What the rules see, by clause; parents come before their children."""
    found: dict[str, Evidence] = {}
    for clause in clauses:
        parent = found.get(clause.parent) if clause.parent else None
        above = _sum(parent.heading, parent.above) if parent else {}
        found[clause.id] = evidence_of(
            {name: INHERITED * score for name, score in above.items()},
            {name: HEADING * score for name, score in heading_scores(clause.heading).items()},
            text_scores(clause.text),
        )
    return found


def evidence_of(above: Scores, heading: Scores, text: Scores) -> Evidence:
    """Where a text names a finer subject, a heading of the broader one speaks for it too: „Aufrechnung“ under „Zahlung“."""
    named = [
        fine for fine, broad in BROADER.items() if text.get(fine, 0.0) >= FINER and text[fine] > text.get(broad, 0.0)
    ]
    return Evidence(_passed_on(above, named), _passed_on(heading, named), text)


def _passed_on(scores: Scores, named: Iterable[str]) -> Scores:
    gained = {fine: max(scores.get(fine, 0.0), scores.get(BROADER[fine], 0.0)) for fine in named}
    return scores | {fine: score for fine, score in gained.items() if score}


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


def _scores(words: Matchers, text: str, join: Callable[[Iterable[float]], float]) -> Scores:
    folded = f" {' '.join(text.lower().split())} "
    found = {
        name: [weight for stem, gap, weight in weighted if (gap.search(folded) if gap else stem in folded)]
        for name, weighted in words.items()
    }
    return {name: join(weights) for name, weights in found.items() if weights}


def _sum(first: Mapping[str, float], second: Mapping[str, float]) -> Scores:
    total: defaultdict[str, float] = defaultdict(float)
    for scores in (first, second):
        for name, score in scores.items():
            total[name] += score
    return dict(total)
