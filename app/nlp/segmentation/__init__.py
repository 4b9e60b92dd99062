"""`segment`: the document's lines become the clause tree (docs: what a clause is stands in GUIDELINES terms).

Strategy: `lines` (look) → `headings` and `candidates` (evidence) → `sequence` (which labels are believed) →
`outline` with `enumerations` and `regions` (what is a unit) → `tree` (spans, anchors). Deciding and building are
apart, so that a user's corrections can be laid over the outline.
"""

from __future__ import annotations

from app.models.source import SourceDocument
from app.nlp.segmentation.decide import decide
from app.nlp.segmentation.lines import text_lines
from app.nlp.segmentation.notes import numbers_without_notes, units_with_notes
from app.nlp.segmentation.tree import Segmentation, build

__all__ = ["Segmentation", "segment"]


def segment(source: SourceDocument) -> Segmentation:
    """The clauses of `source` and what belongs to none of them; every character that is no white space is in one."""
    lines = text_lines(source)
    numbers = numbers_without_notes(lines)
    outline = decide([lines[n] for n in numbers])
    skipped = frozenset(numbers[n] for n in outline.skipped)
    return build(source, lines, units_with_notes(outline.units, numbers), skipped)
