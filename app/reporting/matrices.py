"""The liability matrix as a table: kinds of damage down, degrees of fault across, each cell with the number of its quote.

Rows that the document does not regulate at all are named in one line instead of filling the table.
"""

from __future__ import annotations

from app.models.analysis import Analysis
from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.models.provisions import Evidence, LiabilityCap
from app.models.reading import Reading
from app.reporting.places import clause_place, evidence_quote
from app.reporting.reportmodel import MatrixCell, MatrixRow, MatrixTable
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import value_text


def matrix_tables(analysis: Analysis, lang: Lang) -> tuple[MatrixTable, ...]:
    """One table for every party and service that the document regulates."""
    return tuple(_table(matrix, analysis, lang) for matrix in analysis.reading.liability)


def _table(matrix: LiabilityMatrix, analysis: Analysis, lang: Lang) -> MatrixTable:
    places: dict[Evidence, int] = {}
    rows, silent = [], []
    for damage in Damage:
        cells = [matrix.cell(fault, damage) for fault in Fault]
        label = term("matrix_damage", damage.value, lang)
        if all(cell.extent is Extent.NOT_REGULATED for cell in cells):
            silent.append(label)
            continue
        shown = tuple(
            MatrixCell(cell_text(cell, analysis, lang), cell.extent, _numbers(cell.evidence, places)) for cell in cells
        )
        rows.append(MatrixRow(label, shown))
    return MatrixTable(
        title=matrix_title(matrix, analysis.reading, lang),
        columns=tuple(term("fault", fault.value, lang) for fault in Fault),
        rows=tuple(rows),
        silent=phrase("matrix_silent", lang, damages=list_text(silent, lang)) if silent else "",
        quotes=tuple(evidence_quote(place, analysis.reading) for place in places),
    )


def _numbers(evidence: tuple[Evidence, ...], places: dict[Evidence, int]) -> tuple[int, ...]:
    """The numbers of the quotes below the table, counted as they first appear."""
    return tuple(dict.fromkeys(places.setdefault(place, len(places) + 1) for place in _bare(evidence)))


def _bare(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    """The same words are one quote, whatever they show."""
    return [Evidence(place.clause, place.start, place.end, "") for place in evidence]


def cell_text(cell: LiabilityCell, analysis: Analysis, lang: Lang) -> str:
    """How far, with the caps where it is limited."""
    text = term("extent", cell.extent.value, lang)
    if cell.extent is Extent.LIMITED and cell.provisions:
        values = [analysis.provisions_by_id[p].value for p in cell.provisions]
        caps = [value_text(value, lang) for value in values if isinstance(value, LiabilityCap)]
        text = ": ".join(part for part in (text, "; ".join(dict.fromkeys(caps))) if part)
    return text


def matrix_title(matrix: LiabilityMatrix, reading: Reading, lang: Lang) -> str:
    """Who is liable, and in which section where the document separates its services."""
    party = term("party", matrix.liable.value, lang) if matrix.liable else phrase("party_unnamed", lang)
    title = phrase("matrix_of", lang, party=party)
    if matrix.scope is None:
        return title
    return phrase("matrix_for", lang, title=title, section=clause_place(reading.by_id[matrix.scope], reading).path)
