"""Clause types: what a clause is about, in the standard terms of clause_library/types.toml.

Strategy: stems with weights (`clausetype_words`). A heading names subjects, and the headings above pass on part of
what they say; the clause's own text adds what it speaks of. So a paragraph takes its section's subject unless its own
words outweigh it, and under „Schlussbestimmungen“ every paragraph has its own. Too little evidence gives no type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from app.models.reading import Clause
from app.nlp.clausetype_words import HEADINGS, TEXTS, Stems, stems

HEADING = 2.0  # times the weight of a heading's strongest word: it is there to name the subject
INHERITED = 0.8  # part of a heading that its sub-clauses take over, again at every level
ENOUGH = 2.0  # evidence below that is no type: a single hint is chance
OUTRIGHT = 3.0  # evidence from which a clause speaks of a subject, whatever else it is about
TEXT_LIMIT = 3000  # characters looked at: the subject is named early, long clauses touch everything

Scores = dict[str, float]

_HEADINGS = stems(HEADINGS)
_TEXTS = stems(TEXTS)


def clause_types() -> tuple[str, ...]:
    """All types this module can give, in alphabetical order."""
    return tuple(sorted(_HEADINGS.keys() | _TEXTS.keys()))


def classify(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses with `type` (None where too little speaks for any), `confidence` (0..1, 0 without a type), `subjects`."""
    headings: dict[str, Scores] = {}
    classified = []
    for clause in clauses:
        above = headings.get(clause.parent, {}) if clause.parent else {}
        headings[clause.id] = _with_heading(clause, above)
        scores = _sum(headings[clause.id], _scores(_TEXTS, clause.text[:TEXT_LIMIT], sum))
        found, confidence = _best(scores)
        spoken_of = tuple(sorted(name for name, score in scores.items() if score >= OUTRIGHT or name == found))
        classified.append(replace(clause, type=found, confidence=confidence, subjects=spoken_of))
    return tuple(classified)


def _with_heading(clause: Clause, above: Mapping[str, float]) -> Scores:
    """What the clause's own heading and those above it say; parents come before their children."""
    own = {name: HEADING * score for name, score in _scores(_HEADINGS, clause.heading, max).items()}
    return _sum(own, {name: INHERITED * score for name, score in above.items()})


def _scores(words: Stems, text: str, join: Callable[[Iterable[float]], float]) -> Scores:
    """Weights of the stems that occur, joined per type; a heading's stems overlap, a text's add up."""
    folded = f" {' '.join(text.lower().split())} "
    found = {name: [weight for stem, weight in weighted if stem in folded] for name, weighted in words.items()}
    return {name: join(weights) for name, weights in found.items() if weights}


def _sum(first: Mapping[str, float], second: Mapping[str, float]) -> Scores:
    total: defaultdict[str, float] = defaultdict(float)
    for scores in (first, second):
        for name, score in scores.items():
            total[name] += score
    return dict(total)


def _best(scores: Mapping[str, float]) -> tuple[str | None, float]:
    """The strongest type, ties by name; confidence is its share against the runner-up."""
    order = sorted(scores.items(), key=lambda item: (-round(item[1], 6), item[0]))
    if not order or order[0][1] < ENOUGH:
        return None, 0.0
    runner_up = order[1][1] if len(order) > 1 else 0.0
    return order[0][0], round(order[0][1] / (order[0][1] + runner_up), 2)
