"""Clause types of B2B terms that a reader set by hand before the program saw them (document id, clause anchor, type).

The first type is the reader's; the others are those the clause may bear as well. Rules alone, model alone, both.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from app.importing.options import ReadOptions
from app.models.reading import Clause
from app.nlp.clausetypes import classify, model_voices, rule_evidence
from app.nlp.segmentation import segment
from app.nlp.topicmodel.model import TopicModel, load
from app.pipeline.stages import read
from tests.evaluation.documents import ROOT, SHARED
from tests.evaluation.imported import document_id

ANNOTATED = ROOT / "tests/evaluation/types_b2b.json"
Typed = Callable[[tuple[Clause, ...]], dict[str, str | None]]


def documents() -> Iterator[tuple[dict[str, list[str | None]], tuple[Clause, ...]]]:
    """Annotations by anchor and the clauses of each annotated document; several documents may share a number."""
    wanted: dict[str, dict[str, list[str | None]]] = json.loads(ANNOTATED.read_text("utf-8"))
    for path in sorted((SHARED / "corpus").iterdir()):
        expected = wanted.get(document_id(path), {})
        if expected:
            clauses = segment(read(path.read_bytes(), path.name, ReadOptions())).clauses
            found = {a: types for a, types in expected.items() if a in {c.anchor for c in clauses}}
            if found:
                yield found, clauses


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


def measure() -> tuple[int, dict[str, tuple[int, int]], list[tuple[float, bool]]]:
    """Clauses found; for each way how many are the reader's type and how many one of the possible; calibration cases."""
    model = load()
    if model is None:
        raise SystemExit("no model: make train")
    strict: Counter[str] = Counter()
    possible: Counter[str] = Counter()
    cases: list[tuple[float, bool]] = []
    total = 0
    for expected, clauses in documents():
        total += len(expected)
        chosen = [c for c in clauses if c.anchor in expected]
        for way, typed in voices(model).items():
            found = typed(clauses)
            strict[way] += sum(found.get(c.id) == expected[c.anchor][0] for c in chosen)
            possible[way] += sum(found.get(c.id) in expected[c.anchor] for c in chosen)
        sure = {c.id: c for c in classify(clauses, model)}
        cases += [(sure[c.id].confidence, sure[c.id].type == expected[c.anchor][0]) for c in chosen if sure[c.id].type]
    return total, {way: (strict[way], possible[way]) for way in strict}, cases


def lines() -> list[str]:
    """The figures as Markdown."""
    total, ways, cases = measure()
    shares = ", ".join(
        f"{way} {strict / total:.3f} ({possible / total:.3f})" for way, (strict, possible) in ways.items()
    )
    return [
        f"B2B terms: {total} clauses of twelve documents, types set by a reader before the program saw them. The reader's "
        f"type found (or one the clause may bear as well): {shares}. Calibration error against the reader's own type "
        f"{calibration_error(cases):.3f}: the curves come from consumer terms.",
        "",
    ]
