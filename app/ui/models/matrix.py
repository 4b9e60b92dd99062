"""The liability matrix as rows of the overview: a kind of damage each, its extents by degree of fault in one line."""

from __future__ import annotations

from itertools import groupby

from app.models.analysis import Analysis
from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.reporting.matrices import cell_text, matrix_title
from app.ui.models.rows import Row
from app.ui.placing import place_text, quoted
from app.wording.lang import Lang, sentence_start
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.terms import term


def matrix_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """One row a matrix with its kinds of damage below; one that says so where nothing regulates liability."""
    if not analysis.reading.liability:
        return (Row((phrase("matrix", lang),), strong=True, children=(Row((phrase("nothing_found", lang),)),)),)
    return tuple(_matrix(matrix, analysis, lang) for matrix in analysis.reading.liability)


def _matrix(matrix: LiabilityMatrix, analysis: Analysis, lang: Lang) -> Row:
    rows = tuple(_damage(matrix, damage, analysis, lang) for damage in Damage)
    return Row(
        (f"{phrase('matrix', lang)} · {matrix_title(matrix, analysis.reading, lang)}",), strong=True, children=rows
    )


def _damage(matrix: LiabilityMatrix, damage: Damage, analysis: Analysis, lang: Lang) -> Row:
    cells = [matrix.cell(fault, damage) for fault in Fault]
    places = [place for cell in cells for place in cell.evidence]
    clause = analysis.reading.by_id[places[0].clause] if places else None
    label = sentence_start(term("matrix_damage", damage.value, lang))
    return Row(
        cells=(label, _extents(cells, lang), place_text(clause, analysis.reading, lang) if clause else ""),
        key=clause.id if clause else "",
        tip="\n".join([label, *(line for cell in cells for line in _told(cell, analysis, lang))]),
    )


def _extents(cells: list[LiabilityCell], lang: Lang) -> str:
    """`Vorsatz: unbegrenzt; grobe und leichte Fahrlässigkeit: begrenzt`; one word where all are alike."""
    groups = [(extent, [c.fault for c in same]) for extent, same in groupby(cells, key=lambda c: c.extent)]
    if len(groups) == 1:
        return term("extent", groups[0][0].value, lang)
    return "; ".join(_group(extent, faults, lang) for extent, faults in groups)


def _group(extent: Extent, faults: list[Fault], lang: Lang) -> str:
    names = list_text([term("fault", fault.value, lang) for fault in faults], lang)
    return f"{sentence_start(names)}: {term('extent', extent.value, lang)}"


def _told(cell: LiabilityCell, analysis: Analysis, lang: Lang) -> list[str]:
    """The cell with its words, for the tip."""
    texts = [analysis.reading.by_id[p.clause].text[p.start : p.end] for p in cell.evidence]
    head = f"{sentence_start(term('fault', cell.fault.value, lang))}: {cell_text(cell, analysis, lang)}"
    return [head, *(quoted(text, lang) for text in dict.fromkeys(texts))]
