"""Which numbered items are enumerations inside a paragraph and not clauses of their own.

Strategy: items are judged in groups (same parent, same kind of number). A paragraph owns the list that it introduces;
a heading owns paragraphs. What tells them apart is the parent (heading or paragraph, does its text end with a colon)
and the items (whole sentences or fragments).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.nlp.segmentation.candidates import ENUMERATING
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.outline import PARAGRAPHS, Unit

LONG_ITEM = 60  # characters from which an item may be a paragraph
EDGE = 3  # points (characters) within which labels stand on one edge
_SENTENCE_END = (".", "!", "?", ".“", ".”", '."', ".)")


def enumerated(lines: Sequence[TextLine], units: Sequence[Unit]) -> frozenset[int]:
    """Indexes of the units (nested, numbered ones only) that belong to the paragraph that introduces them."""
    texts = [
        own_text(lines, unit, units[i + 1].line if i + 1 < len(units) else len(lines)) for i, unit in enumerate(units)
    ]
    dropped: set[int] = set()
    for (parent, _), group in _groups(units).items():
        if parent is None:
            if _is_loose_list(lines, units, texts, group):
                dropped.update(group)
            continue
        if parent in dropped or _is_list(lines, units, texts, parent, group):
            dropped.update(group)
    return frozenset(dropped)


def _is_loose_list(
    lines: Sequence[TextLine], units: Sequence[Unit], texts: Sequence[str], group: Sequence[int]
) -> bool:
    """Lettered pieces of a sentence that begins in a paragraph without a number."""
    first = units[group[0]].line
    if units[group[0]].family not in ENUMERATING or not first or lines[first - 1].ends_sentence:
        return False
    return not any(units[i].has_heading for i in group) and all(texts[i][:1].islower() for i in group[:-1])


def _groups(units: Sequence[Unit]) -> Mapping[tuple[int | None, str], list[int]]:
    groups: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        if unit.label is not None:
            groups[unit.parent, unit.family].append(index)
    return groups


def own_text(lines: Sequence[TextLine], unit: Unit, end: int) -> str:
    """The unit's own text up to the line `end`, lines joined by one space."""
    first, at = unit.body
    parts = [lines[n].text[at if n == first else 0 :] for n in range(first, end)]
    return " ".join(part.strip() for part in parts).strip()


def _is_list(
    lines: Sequence[TextLine], units: Sequence[Unit], texts: Sequence[str], parent: int, group: Sequence[int]
) -> bool:
    above, introduction = units[parent], texts[parent]
    if _dotted(lines, units[group[0]]) or sum(units[i].has_heading for i in group) * 2 > len(group):
        return False
    paragraphs = sum(_is_paragraph(texts[i]) for i in group) * 2 > len(group)
    lettered = units[group[0]].family in ENUMERATING
    if paragraphs and _are_paragraphs_elsewhere(units, group):
        return False
    if above.has_heading or not introduction:
        if not introduction:
            return lettered and not paragraphs
        return ((lettered or not paragraphs) and introduction.endswith(":")) or (lettered and not paragraphs)
    if introduction.endswith(_SENTENCE_END) and paragraphs:
        return lettered and not _same_edge(lines, units, parent, group[0])
    return True


def _are_paragraphs_elsewhere(units: Sequence[Unit], group: Sequence[int]) -> bool:
    """Bracketed numbers count paragraphs where they do so under headings of the document."""
    family = units[group[0]].family
    if family not in PARAGRAPHS:
        return False
    others = (u.parent for i, u in enumerate(units) if u.family == family and i not in group)
    return any(parent is not None and units[parent].has_heading for parent in others)


def _dotted(lines: Sequence[TextLine], unit: Unit) -> bool:
    if unit.label is None:
        return False
    start, end = unit.label
    return "." in lines[unit.line].text[start:end].rstrip(".)")


def _is_paragraph(text: str) -> bool:
    whole = text.endswith(_SENTENCE_END) or (len(text) >= LONG_ITEM and not text.endswith((",", ";")))
    return bool(text) and not text[0].islower() and whole


def _same_edge(lines: Sequence[TextLine], units: Sequence[Unit], parent: int, item: int) -> bool:
    """The item's label stands where the labels of its parent's level stand on that page: no list of the parent's."""
    above, line = units[parent], lines[units[item].line].line
    peers = (u for u in units if (u.family, u.level) == (above.family, above.level))
    near = [lines[u.line].line for u in peers if lines[u.line].line.page == line.page]
    return any(abs(peer.x0 - line.x0) < EDGE and peer.column == line.column for peer in near)
