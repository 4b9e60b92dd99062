"""Builds the clause tree from the decided outline: spans, texts, paths, anchors, boxes.

Strategy: nothing is decided here. Every unit reaches from its line to the next unit's; label, heading and body are
spans of the canonical text; what belongs to no clause is listed as not analysed, so that no character is lost.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.reading import Clause, Correction, LostCorrection, NotAnalysed
from app.models.source import SourceDocument, Span
from app.nlp.language import language_of
from app.nlp.segmentation.labels import normalised
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.outline import Place, Unit

EXCERPT = 120  # characters shown of what is not analysed
OPENING = 60  # folded characters of the text that go into the anchor


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The clauses in reading order and what belongs to none of them; the user's corrections that held and the others."""

    clauses: tuple[Clause, ...]
    not_analysed: tuple[NotAnalysed, ...]
    corrections: tuple[Correction, ...] = ()
    lost_corrections: tuple[LostCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A unit's spans in the canonical text."""

    label: tuple[Span, ...]
    heading: tuple[Span, ...]
    body: tuple[Span, ...]


def build(
    source: SourceDocument, lines: Sequence[TextLine], units: Sequence[Unit], skipped: Mapping[int, str]
) -> Segmentation:
    """Clauses and leftovers for `units`; `skipped` lines belong to no unit and are listed with their reason."""
    clauses: list[Clause] = []
    made: dict[int, Clause] = {}
    seen: Counter[tuple[str, str]] = Counter()
    default = _document_language(source)
    for index, unit in enumerate(units):
        if not unit.reason:
            parts = _parts(lines, unit, _end(units, index, lines), skipped)
            above = made.get(unit.parent) if unit.parent is not None else None
            clause = _clause(source, lines[unit.line], unit.label, parts, above, len(clauses), seen, default)
            clauses.append(clause)
            made[index] = clause
    return Segmentation(tuple(clauses), _leftovers(source, lines, units, skipped))


def _end(units: Sequence[Unit], index: int, lines: Sequence[TextLine]) -> Place:
    return (units[index + 1].line, units[index + 1].column) if index + 1 < len(units) else (len(lines), 0)


def _parts(lines: Sequence[TextLine], unit: Unit, end: Place, skipped: Mapping[int, str]) -> Parts:
    label, heading = name_spans(lines, unit)
    return Parts(label, heading, _body(lines, unit.body, end, skipped))


def name_spans(lines: Sequence[TextLine], unit: Unit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where a unit's label and heading stand."""
    label: tuple[Span, ...] = ()
    if unit.label is not None:
        line = lines[unit.line]  # ornament and separator lie within the label's span, not in its text
        label = ((line.start + unit.column, line.start + len(line.text[: unit.after_label].rstrip())),)
    heading: tuple[Span, ...] = ()
    if unit.heading is not None:
        heading = ((_offset(lines, unit.heading[0]), _offset(lines, unit.heading[1])),)
    return label, heading


def _offset(lines: Sequence[TextLine], place: Place) -> int:
    return lines[place[0]].start + place[1]


def _body(lines: Sequence[TextLine], begin: Place, end: Place, skipped: Mapping[int, str]) -> tuple[Span, ...]:
    """Spans from `begin` up to `end`, interrupted where lines are skipped."""
    spans: list[Span] = []
    fresh = True
    for number in range(begin[0], min(end[0] + 1, len(lines))):
        first = begin[1] if number == begin[0] else 0
        span = None if number in skipped else _visible(lines[number], first, end[1] if number == end[0] else None)
        if span is None:
            fresh = fresh or number in skipped
        elif fresh:
            spans.append(span)
            fresh = False
        else:
            spans[-1] = spans[-1][0], span[1]
    return tuple(spans)


def _visible(line: TextLine, first: int, last: int | None) -> Span | None:
    """Canonical span of what can be seen in `text[first:last]`; None if there is nothing."""
    text = line.text[first:last]
    start = line.start + first + len(text) - len(text.lstrip())
    return (start, line.start + first + len(text.rstrip())) if text.strip() else None


def _clause(
    source: SourceDocument,
    line: TextLine,
    at: tuple[int, int] | None,
    parts: Parts,
    above: Clause | None,
    number: int,
    seen: Counter[tuple[str, str]],
    default: str,
) -> Clause:
    label = normalised(line.text[at[0] : at[1]]) if at else ""
    heading = words_at(source, parts.heading)
    text = "\n".join(source.text[a:b] for a, b in parts.body)
    path = (above.path if above else ()) + (label or heading or "",)
    opening = folded(f"{heading} {text[: 4 * OPENING]}")[:OPENING]
    key = folded("/".join(path)), opening
    seen[key] += 1
    spans = tuple(sorted(parts.label + parts.heading + parts.body))
    block = source.block_at(line.start)
    return Clause(
        id=f"c{number + 1:04d}",
        anchor=_anchor(*key, seen[key]),
        label=label,
        heading=heading,
        text=text,
        path=path,
        parent=above.id if above else None,
        level=above.level + 1 if above else 0,
        label_spans=parts.label,
        heading_spans=parts.heading,
        body_spans=parts.body,
        page=line.line.page,
        paragraph=block.paragraph if block else None,
        boxes=source.boxes(spans),
        language=own_language(f"{heading}\n{text}", above.language if above else default),
    )


def words_at(source: SourceDocument, spans: tuple[Span, ...]) -> str:
    """What stands there, on one line."""
    return " ".join(" ".join(source.text[a:b].split()) for a, b in spans)


def folded(text: str) -> str:
    """Letters and digits in lower case, compatibility forms resolved: what anchors compare."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum() or c == "/")


def _anchor(path: str, opening: str, ordinal: int) -> str:
    return hashlib.sha256(f"{path}\n{opening}\n{ordinal}".encode()).hexdigest()[:16]


def _document_language(source: SourceDocument) -> str:
    found = language_of(source.text)
    return "de" if found == "und" else found


def own_language(text: str, fallback: str) -> str:
    """The language of a text, the fallback where it is too short to tell."""
    found = language_of(text)
    return fallback if found == "und" else found


def _leftovers(
    source: SourceDocument, lines: Sequence[TextLine], units: Sequence[Unit], skipped: Mapping[int, str]
) -> tuple[NotAnalysed, ...]:
    """What belongs to no clause, with the reason, in reading order."""
    found: list[NotAnalysed] = []
    for index, unit in enumerate(units):
        if unit.reason:
            spans = _body(lines, (unit.line, unit.column), _end(units, index, lines), skipped)
            found.extend(not_analysed(source, unit.reason, spans))
    for first, last in _runs(skipped):
        found.extend(not_analysed(source, skipped[first], ((lines[first].start, lines[last].end),)))
    return tuple(sorted(found, key=lambda item: item.spans))


def _runs(skipped: Mapping[int, str]) -> list[tuple[int, int]]:
    """First and last of the lines that are skipped together for the same reason."""
    runs: list[tuple[int, int]] = []
    for number in sorted(skipped):
        if runs and runs[-1][1] + 1 == number and skipped[number - 1] == skipped[number]:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


def not_analysed(source: SourceDocument, reason: str, spans: tuple[Span, ...], anchor: str = "") -> list[NotAnalysed]:
    """These spans as a part that no rule looks at; none where they are empty."""
    if not spans:
        return []
    start, end = spans[0]
    line, block = source.line_at(start), source.block_at(start)
    excerpt = " ".join(source.text[start : min(end, start + 2 * EXCERPT)].split())[:EXCERPT]
    return [
        NotAnalysed(reason, spans, line.page if line else None, block.paragraph if block else None, excerpt, anchor),
    ]
