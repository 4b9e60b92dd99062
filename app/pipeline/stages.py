"""The three steps from bytes to an analysis, each a function of its inputs alone.

`read` is slow and isolated in a worker, `understand` makes the clause tree and the provisions, `evaluate` is fast
and runs again whenever the library or the facts change. Importers and spaCy are imported when a step is called.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.comparing.evaluation import evaluate_reading
from app.importing.options import ReadOptions
from app.library.model import Library
from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.models.reading import Correction, Reading
from app.models.source import SourceDocument
from app.pipeline.facts import settled
from app.progress import Progress, part_of, silent


def read(data: bytes, name: str, options: ReadOptions, *, progress: Progress = silent) -> SourceDocument:
    """The file's text, look and places. Raises ExpectedError where the file cannot be read."""
    from app.importing.reader import read as read_file

    return read_file(data, name, options, progress=progress)


def understand(
    source: SourceDocument, corrections: Sequence[Correction] = (), *, progress: Progress = silent
) -> Reading:
    """Clause tree, clause types, provisions and what the document says about the deal.

    `corrections` of the user are laid over the tree; those that cannot be applied are listed in the reading. Without them it is the
    program's own reading again.
    """
    from app.nlp.clausetypes import classify
    from app.nlp.dealfacts import document_facts
    from app.nlp.foreign import foreign_paragraphs
    from app.nlp.language import language_of
    from app.nlp.liability import liability_matrices
    from app.nlp.provisions import find_provisions
    from app.nlp.segmentation import segment
    from app.nlp.topicmodel import model as topics

    progress(0.0, "segmenting", {})
    found = segment(source, corrections)
    progress(0.3, "understanding", {})
    model = topics.load()
    clauses = classify(found.clauses, model)
    provisions = find_provisions(clauses, part_of(progress, 0.3, 1.0))
    progress(1.0, "understanding", {})
    return Reading(
        source=source,
        clauses=clauses,
        provisions=provisions,
        language=language_of(source.text),
        document_facts=document_facts(clauses),
        corrections=found.corrections,
        lost_corrections=found.lost_corrections,
        not_analysed=(*found.not_analysed, *foreign_paragraphs(clauses)),
        model=model.name if model else "",
        liability=liability_matrices(clauses, provisions),
    )


def evaluate(reading: Reading, library: Library, facts: DealFacts, *, progress: Progress = silent) -> Analysis:
    """Every rule of the library on the reading, under the facts that hold."""
    progress(0.0, "evaluating", {})
    analysis = evaluate_reading(reading, library, settled(facts, reading.document_facts))
    progress(1.0, "evaluating", {})
    return analysis
