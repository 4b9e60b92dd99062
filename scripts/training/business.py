"""Business terms whose clauses a reader typed before the program saw them: curves for documents unlike the corpus.

Annotations are document ids, anchors of clauses and types; the first type is the reader's, the others are those the
clause may bear as well, null is none. The documents lie in ../shared/corpus; several may share a number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from app.importing.options import ReadOptions
from app.models.reading import Clause
from app.nlp.clausetypes import familiar, model_voices, rule_evidence, spelled
from app.nlp.segmentation import segment
from app.nlp.topicmodel.model import TopicModel
from app.pipeline.stages import read
from scripts.training.curves import Case, Document
from tests.evaluation.documents import ROOT, SHARED
from tests.evaluation.imported import document_id

FOLDER = SHARED / "corpus"
FITTED = ROOT / "tests/evaluation/types_b2b.json"
FRESH = ROOT / "tests/evaluation/types_b2b_fresh.json"

Annotated = tuple[dict[str, list[str | None]], tuple[Clause, ...]]


@lru_cache(maxsize=2)
def annotated(file: Path) -> tuple[Annotated, ...]:
    """Annotations by anchor and the clauses of each annotated document."""
    wanted: dict[str, dict[str, list[str | None]]] = json.loads(file.read_text("utf-8"))
    return tuple(
        (found, clauses)
        for path in sorted(FOLDER.iterdir())
        if document_id(path) in wanted
        for clauses in [segment(read(path.read_bytes(), path.name, ReadOptions())).clauses]
        for found in [{a: t for a, t in wanted[document_id(path)].items() if a in {c.anchor for c in clauses}}]
        if found
    )


def documents(model: TopicModel, file: Path = FITTED) -> Iterator[Document]:
    """Cases of the annotated clauses with the reader's own type as the truth."""
    for expected, clauses in annotated(file):
        read_in = spelled(clauses)
        evidence, topics = rule_evidence(read_in), model_voices(read_in, model)
        cases = []
        for clause in clauses:
            if clause.anchor in expected:
                truth, rule, topic = expected[clause.anchor][0], evidence[clause.id].voice, topics.get(clause.id)
                right = rule.type == truth if rule else None
                cases.append(Case(rule, topic, right, topic is not None and topic.type == truth))
        yield Document(familiar(evidence[c.id].voice for c in clauses if c.text.strip()), tuple(cases))
