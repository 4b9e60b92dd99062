"""The liability matrix as rows: a kind of damage each, its extents by degree of fault beside it, each cell leading to its words."""

from __future__ import annotations

from app.models.analysis import Analysis
from app.models.liability import Damage, Fault, LiabilityCell, LiabilityMatrix
from app.reporting.matrices import cell_text, matrix_title
from app.ui.models.rows import Row
from app.ui.passages import passage_key, passage_of
from app.ui.placing import place_text, quoted
from app.wording.lang import Lang, sentence_start
from app.wording.report import phrase
from app.wording.terms import term

_LONG_WORDS = (
    "ausge-schlossen",
    "Wieder-herstellungs-aufwand",
    "vorher-seh-barer",
    "vertrags-typischer",
    "Vertrags-pflichten",
    "Produkt-haftung",
    "Daten-verlust",
    "entgan-gener",
    "Ver-schweigen",
    "Schadens-ereignis",
    "Jahres-vergütung",
    "Versiche-rung",
    "unbe-grenzt",
    "Ausnah-men",
    "mindes-tens",
    "Gesund-heit",
    "wesent-licher",
    "Fahr-lässig-keit",
    "Verlet-zung",
    "restor-ing",
    "conceal-ment",
)


def matrix_header(lang: Lang) -> tuple[str, ...]:
    """Titles of the columns, the degrees of fault in two lines."""
    faults = (breakable(sentence_start(term("fault", fault.value, lang)).replace(" ", "\n")) for fault in Fault)
    return (phrase("damage", lang), *faults)


def matrix_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """One row a matrix with its kinds of damage below."""
    return tuple(_matrix(matrix, analysis, lang) for matrix in analysis.reading.liability)


def _matrix(matrix: LiabilityMatrix, analysis: Analysis, lang: Lang) -> Row:
    rows = tuple(_damage(matrix, damage, analysis, lang) for damage in Damage)
    return Row((matrix_title(matrix, analysis.reading, lang),), strong=True, children=rows)


def _damage(matrix: LiabilityMatrix, damage: Damage, analysis: Analysis, lang: Lang) -> Row:
    cells = [matrix.cell(fault, damage) for fault in Fault]
    places = [place for cell in cells for place in cell.evidence]
    label = sentence_start(term("matrix_damage", damage.value, lang))
    return Row(
        cells=(breakable(label), *(breakable(cell_text(cell, analysis, lang)) for cell in cells)),
        keys=(passage_key(map(passage_of, places)), *(passage_key(map(passage_of, cell.evidence)) for cell in cells)),
        tones=("", *(cell.extent.value for cell in cells)),
        tips=(label, *(_tip(cell, label, analysis, lang) for cell in cells)),
    )


def breakable(text: str) -> str:
    """Long words with soft hyphens: columns are narrow, and a view cuts what it cannot break."""
    for word in _LONG_WORDS:
        text = text.replace(word.replace("-", ""), word.replace("-", "\u00ad"))
    return text


def _tip(cell: LiabilityCell, label: str, analysis: Analysis, lang: Lang) -> str:
    """The cell with its words and their places, a paragraph a clause."""
    fault = term("fault", cell.fault.value, lang)
    paragraphs = [f"{label}, {fault}: {cell_text(cell, analysis, lang)}"]
    for id_ in dict.fromkeys(place.clause for place in cell.evidence):
        clause = analysis.reading.by_id[id_]
        texts = (clause.text[p.start : p.end] for p in cell.evidence if p.clause == id_)
        lines = [*(quoted(text, lang) for text in dict.fromkeys(texts)), place_text(clause, analysis.reading, lang)]
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)
