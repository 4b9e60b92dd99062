"""The user's corrections, laid over the clause tree in their order.

Strategy: the tree is built without them first and always the same, so every clause has the anchor that it had before; decisions
hang on it. A correction then changes the clauses in reading order and their levels, nothing else: it takes spans from one unit to
another or out of the tree, and a character is never lost or doubled. Parents, paths and ids are set anew at the end. A unit that a
split makes takes its anchor from the split (`split_anchor`). What cannot be applied is handed back with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.models import corrections as rules
from app.models.corrections import EXCLUDED, Refusal, name_of, refused, split_anchor, split_offset, subtree_end
from app.models.reading import Clause, Correction, LostCorrection, NotAnalysed
from app.models.source import SourceDocument, Span
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.newunit import opened, visible
from app.nlp.segmentation.tree import Parts, Segmentation, not_analysed, own_language, words_at


def corrected(
    source: SourceDocument, lines: Sequence[TextLine], found: Segmentation, corrections: Sequence[Correction]
) -> Segmentation:
    """The segmentation with the corrections; the same object where there are none."""
    if not corrections:
        return found
    overlay = _Overlay(source, lines, found)
    held: list[Correction] = []
    lost: list[LostCorrection] = []
    for one in corrections:
        named = overlay.named(one)
        refusal = overlay.apply(one)
        if refusal is None:
            held.append(named)
        else:
            lost.append(LostCorrection(named, refusal.value))
    left = tuple(sorted((*found.not_analysed, *overlay.excluded), key=lambda part: part.spans))
    return Segmentation(_linked(overlay.clauses), left, tuple(held), tuple(lost))


class _Overlay:
    """The clauses while they are corrected: their levels, spans and texts always hold, their parents do not."""

    def __init__(self, source: SourceDocument, lines: Sequence[TextLine], found: Segmentation) -> None:
        self.clauses = list(found.clauses)
        self.excluded: list[NotAnalysed] = []
        self._source = source
        self._lines = lines

    def named(self, one: Correction) -> Correction:
        """With the name of its clause, where it has none and the clause is there."""
        at = None if one.place else self._at(one.anchor)
        return one if at is None else replace(one, place=name_of(self.clauses[at]))

    def _at(self, anchor: str) -> int | None:
        return next((n for n, clause in enumerate(self.clauses) if clause.anchor == anchor), None)

    def apply(self, one: Correction) -> Refusal | None:
        """Carry it out, or say why not."""
        at = self._at(one.anchor)
        if at is None:
            return Refusal.NO_SUCH_CLAUSE
        if refusal := refused(self.clauses, at, one.action, one.value):
            return refusal
        if one.action == rules.TYPE and one.value and one.value not in _types():
            return Refusal.UNKNOWN_TYPE
        match one.action:
            case rules.MERGE:
                self._merge(at)
            case rules.SPLIT:
                self._split(at, one.value)
            case rules.LEVEL:
                self._move(at, int(one.value))
            case rules.EXCLUDE:
                self._exclude(at)
            case rules.TYPE:
                self._mark(at, rules.TYPE, type=one.value or None, type_source=rules.BY_USER)
        return None

    def _merge(self, at: int) -> None:
        before, joining = self.clauses[at - 1], self.clauses[at]
        if before.level < joining.level:  # the unit it stands in: what stood in the one now stands in the other
            self._shift(at + 1, subtree_end(self.clauses, at), -1)
        body = joined(self._source, (*before.body_spans, *joining.spans))
        before = _marked(before, rules.MERGE)
        self.clauses[at - 1 : at + 1] = [
            self._with_parts(before, Parts(before.label_spans, before.heading_spans, body), before.label)
        ]

    def _split(self, at: int, value: str) -> None:
        whole = self.clauses[at]
        offset = split_offset(whole, value)
        if offset is None:  # `refused` has asked already
            raise ValueError(value)
        head = visible(self._source, whole.canonical(0, offset))
        tail = visible(self._source, whole.canonical(offset, len(whole.text)))
        label, parts = opened(self._source, self._lines, tail)
        line, block = self._source.line_at(tail[0][0]), self._source.block_at(tail[0][0])
        made = replace(
            whole,
            anchor=split_anchor(whole.anchor, value),
            page=line.page if line else None,
            paragraph=block.paragraph if block else None,
            type=None,
            type_source="",
            corrected=(rules.SPLIT,),
        )
        self.clauses[at : at + 1] = [
            self._with_parts(
                _marked(whole, rules.SPLIT), Parts(whole.label_spans, whole.heading_spans, head), whole.label
            ),
            self._with_parts(made, parts, label),
        ]

    def _move(self, at: int, step: int) -> None:
        self._shift(at, subtree_end(self.clauses, at), step)
        self._mark(at, rules.LEVEL)

    def _exclude(self, at: int) -> None:
        end = subtree_end(self.clauses, at)
        gone = self.clauses[at:end]
        spans = joined(self._source, [span for clause in gone for span in clause.spans])
        self.excluded += not_analysed(self._source, EXCLUDED, spans, gone[0].anchor)
        del self.clauses[at:end]

    def _shift(self, first: int, end: int, step: int) -> None:
        for n in range(first, end):
            self.clauses[n] = replace(self.clauses[n], level=self.clauses[n].level + step)

    def _mark(self, at: int, action: str, **changes: str | None) -> None:
        self.clauses[at] = _marked(replace(self.clauses[at], **changes), action)  # type: ignore[arg-type]  # fields of text

    def _with_parts(self, clause: Clause, parts: Parts, label: str) -> Clause:
        """The clause with these spans, and all that follows from them."""
        source = self._source
        heading = words_at(source, parts.heading)
        text = "\n".join(source.text[a:b] for a, b in parts.body)
        spans = tuple(sorted(parts.label + parts.heading + parts.body))
        return replace(
            clause,
            label=label,
            heading=heading,
            text=text,
            label_spans=parts.label,
            heading_spans=parts.heading,
            body_spans=parts.body,
            boxes=source.boxes(spans),
            language=own_language(f"{heading}\n{text}", clause.language),
        )


def _types() -> tuple[str, ...]:
    from app.nlp.clausetypes import clause_types  # with numpy: not before it is asked

    return clause_types()


def _marked(clause: Clause, action: str) -> Clause:
    return replace(clause, corrected=tuple(dict.fromkeys((*clause.corrected, action))))


def joined(source: SourceDocument, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in reading order, those with only white space between them as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not source.text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _linked(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """With ids in reading order, and parents and paths by their levels."""
    found: list[Clause] = []
    above: list[Clause] = []
    for number, clause in enumerate(clauses):
        del above[clause.level :]
        parent = above[-1] if above else None
        path = (*(parent.path if parent else ()), clause.label or clause.heading or "")
        above.append(replace(clause, id=f"c{number + 1:04d}", parent=parent.id if parent else None, path=path))
        found.append(above[-1])
    return tuple(found)
