"""`segment`: the document's lines become the clause tree (docs: what a clause is stands in GUIDELINES terms).

Strategy: `lines` (look) → `webpage` (what stands round the terms) and `notes` are set aside → `headings` and `candidates` (evidence) → `sequence` (which labels are believed) →
`outline` with `enumerations` and `regions` (what is a unit) → `tree` (spans, anchors) → `corrections` (the user's, laid over the tree).
"""

from __future__ import annotations

from collections.abc import Sequence
from weakref import ref

from app.models.reading import Correction
from app.models.source import SourceDocument
from app.nlp.segmentation.corrections import corrected
from app.nlp.segmentation.decide import decide
from app.nlp.segmentation.lines import TextLine, text_lines
from app.nlp.segmentation.notes import with_all_lines
from app.nlp.segmentation.regions import CONTENTS
from app.nlp.segmentation.tree import Segmentation, build
from app.nlp.segmentation.webpage import surrounding_lines

__all__ = ["Segmentation", "segment"]


def segment(source: SourceDocument, corrections: Sequence[Correction] = ()) -> Segmentation:
    """The clauses of `source` and what belongs to none of them; every character that is no white space is in one.

    `corrections`: the user's, in their order; without them it is the tree as the program reads it.
    """
    if not corrections:
        return _read(source)[1]
    lines, found = _uncorrected(source)
    return corrected(source, lines, found, corrections)


_Tree = tuple[Sequence[TextLine], Segmentation]
_last: list[tuple[ref[SourceDocument], _Tree]] = []  # none or one: a user corrects the same document again and again


def _uncorrected(source: SourceDocument) -> _Tree:
    """The lines, and the tree as the program reads it; kept for the last corrected document as long as that is there."""
    for known, tree in _last:
        if known() is source:
            return tree
    tree = _read(source)
    _last[:] = [(ref(source, lambda _: _last.clear()), tree)]
    return tree


def _read(source: SourceDocument) -> _Tree:
    lines = text_lines(source)
    aside = surrounding_lines(lines)
    numbers = [n for n, line in enumerate(lines) if not line.note and n not in aside]
    outline = decide([lines[n] for n in numbers])
    skipped = {numbers[n]: CONTENTS for n in outline.skipped} | dict(aside)
    return lines, build(source, lines, with_all_lines(outline.units, numbers), skipped)
