"""How a unit begins that the user set apart: its printed label and heading are recognised, the rest is its text.

Strategy: the same grammar and looks as everywhere, but without the document's other units: the user has said that a unit begins here,
so a label needs no counter to go on. A number without any sign is one only over a heading; inside a line nothing is a heading.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from app.models.source import SourceDocument, Span
from app.nlp.segmentation.headings import numbered_heading_end
from app.nlp.segmentation.labels import labels_at, normalised
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.outline import Unit, labelled_unit
from app.nlp.segmentation.tree import Parts, name_spans


def opened(source: SourceDocument, lines: Sequence[TextLine], spans: tuple[Span, ...]) -> tuple[str, Parts]:
    """Printed label and parts of a unit with these spans."""
    start, end = spans[0]
    at = bisect_right(lines, start, key=lambda line: line.start) - 1
    own = _own_lines(lines, at, end)
    seen = [
        *own,
        *lines[at + len(own) : at + len(own) + 1],
    ]  # with what follows: a heading may stand alone over its sub-units
    column = start - lines[at].start
    unit = _inside_line(own[0], column) if column else _labelled(seen, len(own)) or _headed(seen, len(own))
    if unit is None:
        return "", Parts((), (), spans)
    label, heading = name_spans(own, unit)
    printed = normalised(own[0].text[unit.label[0] : unit.label[1]]) if unit.label else ""
    taken = max(b for _, b in (*label, *heading))
    return printed, Parts(label, heading, visible(source, [(max(a, taken), b) for a, b in spans if b > taken]))


def visible(source: SourceDocument, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without white space at their ends; those with nothing else are gone."""
    found = []
    for start, end in spans:
        text = source.text[start:end]
        if text.strip():
            found.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
    return tuple(found)


def _own_lines(lines: Sequence[TextLine], at: int, end: int) -> list[TextLine]:
    """The lines from `at` on up to the canonical offset `end`; the last one as far as it goes."""
    behind = bisect_right(lines, end - 1, key=lambda line: line.start)
    return [replace(line, text=line.text[: end - line.start]) for line in lines[at:behind]]


def _inside_line(line: TextLine, column: int) -> Unit | None:
    label = next(iter(labels_at(line.text[column:])), None)
    if label is None or label.bare:
        return None
    rest = column + label.rest
    return Unit(0, (column + label.start, column + label.end), None, (0, rest), column=column, after_label=rest)


def _labelled(lines: Sequence[TextLine], end: int) -> Unit | None:
    """With a label; the lines from `end` on are not its own."""
    label = next(iter(labels_at(lines[0].text)), None)
    if label is None:
        return None
    stops = frozenset(n for n, line in enumerate(lines) if n and (n >= end or labels_at(line.text)))
    unit = labelled_unit(lines, 0, label, stops)
    return None if label.bare and not unit.has_heading else unit


def _headed(lines: Sequence[TextLine], end: int) -> Unit | None:
    """With a heading that is a block of its own over further text; the lines from `end` on are not its own."""
    first = lines[0]
    if not first.starts_block or not first.text[:1].isupper():
        return None
    last = numbered_heading_end(lines, 0, first.text, frozenset({end}))
    if last is None or last + 1 >= len(lines) or not lines[last + 1].starts_block:
        return None
    return Unit(0, None, ((0, 0), (last, len(lines[last].text))), (last + 1, 0))
