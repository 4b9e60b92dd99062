"""What is a heading in a document that becomes drafts: Word's heading styles, else the clause tree.

Playbooks are written with heading styles and hardly ever numbered; contracts are numbered and printed bold, which the clause
tree knows how to read. Styles decide where they give at least half as many headings as the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importing.clauselists.items import Heading, Outline
from app.models.reading import Clause
from app.models.source import Line, SourceDocument, Span
from app.nlp.segmentation import Segmentation, segment
from app.nlp.segmentation.regions import CONTENTS

LONGEST = 150  # characters of a heading; some templates style whole paragraphs as headings
_LABEL = re.compile(
    r"(?:§+\s*\d+\s?[a-z]?|(?:Art\.|Artikel|Ziffer|Abschnitt|Kapitel|Teil)\s+[\dIVXA-Z]+|\d+(?:\.\d+)*|[IVX]+|[A-Z]|[a-z])[.):]?\s+(?=\S)"
)
_BARE_LETTER = re.compile(r"[A-Za-z]\s|[IVX]+\s")  # „A good title“: a letter without a sign is no label


def outline_of(source: SourceDocument) -> Outline:
    """Headings, labels, and what belongs to no clause."""
    tree = segment(source)
    headed = [clause for clause in tree.clauses if clause.heading_spans]
    styled = dict(_styled(source))
    labels = [span for clause in tree.clauses for span in clause.label_spans]
    if styled and 2 * len(styled) >= len(headed):
        taken = [(line.start, line.end) for line in source.lines if (line.start, line.end) in styled]
        free = [span for span in labels if not any(a <= span[0] < b for a, b in taken)]
        return Outline(styled, free, _left(tree, contents=True))
    further = [span for clause in headed for span in clause.heading_spans[1:]]
    headings = {clause.heading_spans[0]: Heading(clause.level, _title(clause)) for clause in headed}
    return Outline(headings, labels + further, _left(tree, contents=True), _left(tree, contents=False))


def _title(clause: Clause) -> str:
    return " ".join(clause.heading.split())


def _left(tree: Segmentation, *, contents: bool) -> dict[Span, str]:
    found = [one for one in tree.not_analysed if (one.reason == CONTENTS) is contents]
    return {span: one.reason for one in found for span in one.spans}


def _styled(source: SourceDocument) -> Iterator[tuple[Span, Heading]]:
    for line in source.lines:
        text = _without_label(source, line)
        if line.outline is not None and text and len(text) <= LONGEST and not _is_sentence(text):
            yield (line.start, line.end), Heading(line.outline, text)


def _without_label(source: SourceDocument, line: Line) -> str:
    text = source.text[line.label[1] if line.label else line.start : line.end].strip()
    found = _LABEL.match(text)
    if found and not _BARE_LETTER.fullmatch(found[0]):
        text = text[found.end() :]
    return " ".join(text.split())


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ";", ",")) and len(text) > LONGEST // 2
