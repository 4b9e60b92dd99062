"""Clause types of B2B terms that a reader set by hand before the program saw them (document id, clause anchor, type).

The first type is the reader's; the others are those the clause may bear as well. Rules alone, model alone, both.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.models.reading import Clause
from app.nlp.clausetypes import classify, decide, model_voices, rule_evidence
from app.nlp.topicmodel import calibration
from app.nlp.topicmodel.model import TopicModel, load
from scripts.training import business, curves
from scripts.training.business import FITTED, FRESH, annotated

Typed = Callable[[tuple[Clause, ...]], dict[str, str | None]]


def voices(model: TopicModel) -> dict[str, Typed]:
    """The ways to a type that are compared."""

    def rules(clauses: tuple[Clause, ...]) -> dict[str, str | None]:
        return {name: found.voice.type if found.voice else None for name, found in rule_evidence(clauses).items()}

    def alone(clauses: tuple[Clause, ...]) -> dict[str, str | None]:
        return {name: voice.type for name, voice in model_voices(clauses, model).items()}

    def both(clauses: tuple[Clause, ...]) -> dict[str, str | None]:
        return {clause.id: clause.type for clause in classify(clauses, model)}

    return {"rules": rules, "model": alone, "both": both}


def calibration_error(cases: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: ten bins of equal width, weighted by their cases."""
    found: dict[int, list[tuple[float, bool]]] = {}
    for share, right in cases:
        found.setdefault(min(int(share * bins), bins - 1), []).append((share, right))
    gaps = [abs(sum(share for share, _ in cell) - sum(right for _, right in cell)) for cell in found.values()]
    return sum(gaps) / max(len(cases), 1)


def noise(cases: Sequence[tuple[float, bool]], draws: int = 500) -> float:
    """The calibration error to expect where every confidence is exactly right: with few cases it is not zero."""
    chance = random.Random(0)
    drawn = ([(share, chance.random() < share) for share, _ in cases] for _ in range(draws))
    return sum(calibration_error(case) for case in drawn) / draws


@dataclass(frozen=True)
class Measured:
    """Clauses found; for each way how many are the reader's type and how many one of the possible; calibration cases."""

    total: int
    ways: dict[str, tuple[int, int]]
    cases: list[tuple[float, bool]]


def measure(file: Path, model: TopicModel) -> Measured:
    """All ways on the documents of a file of annotations."""
    strict: Counter[str] = Counter()
    possible: Counter[str] = Counter()
    total = 0
    for expected, clauses in annotated(file):
        total += len(expected)
        chosen = [c for c in clauses if c.anchor in expected]
        for way, typed in voices(model).items():
            found = typed(clauses)
            strict[way] += sum(found.get(c.id) == expected[c.anchor][0] for c in chosen)
            possible[way] += sum(found.get(c.id) in expected[c.anchor] for c in chosen)
    return Measured(total, {way: (strict[way], possible[way]) for way in strict}, promises(file, model))


def promises(file: Path, model: TopicModel) -> list[tuple[float, bool]]:
    """Confidence and whether the type is the reader's; the curves of a document have not seen it."""
    own = tuple(business.documents(model, file))
    fitted = tuple(d for d in business.documents(model) if not d.familiar)
    shipped = calibration.load()
    cases = []
    for place, document in enumerate(own):
        others = fitted if file != FITTED else [d for d in own[:place] + own[place + 1 :] if not d.familiar]
        shares = calibration.Calibration(shipped.familiar, curves.one(others))
        for case in document.cases:
            found, sure = decide(case.rule, case.topic, shares, document.familiar)
            if found:
                cases.append((sure, bool(case.rule_right if found is case.rule else case.topic_right)))
    return cases


def lines() -> list[str]:
    """The figures as Markdown."""
    model = load()
    if model is None:
        raise SystemExit("no model: make train")
    sets = {"curves fitted on the other documents of the set": FITTED, "curves fitted on the first set": FRESH}
    found = ["Business terms, types set by a reader before the program saw them. Found is the reader's type (or one the",
             "clause may bear as well).", "",
             "| set | clauses | rules | model | both | calibration error | of a perfect one |",
             "| --- | --- | --- | --- | --- | --- | --- |"]  # fmt: skip
    for name, file in sets.items():
        m = measure(file, model)
        ways = " | ".join(f"{strict / m.total:.3f} ({possible / m.total:.3f})" for strict, possible in m.ways.values())
        found.append(f"| {name} | {m.total} | {ways} | {calibration_error(m.cases):.3f} | {noise(m.cases):.3f} |")
    return [*found, "", "Calibration is measured against the reader's own type. So few clauses make an error even of",
            "confidences that are exactly right: the last column, drawn at random with them.", ""]  # fmt: skip
