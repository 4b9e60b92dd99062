"""The liability matrix in the report: every cell with its words, numbered below the table."""

from __future__ import annotations

from dataclasses import replace

from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.models.provisions import Party
from app.reporting.matrices import matrix_tables
from tests.unit.reporting.report_example import ANALYSIS, EMPTY
from tests.unit.reporting.written import html_of, text_of


def test_a_cell_says_how_far_and_points_to_its_words() -> None:
    (table,) = matrix_tables(ANALYSIS, "de")
    row = next(row for row in table.rows if row.label == "übrige Schäden und Pflichten")
    cell = row.cells[1]
    assert table.columns[1] == "grobe Fahrlässigkeit"
    assert cell.text == "begrenzt: 10.000\u00a0€ je Schadensereignis"
    assert [table.quotes[n - 1].text for n in cell.numbers] == [
        "Der Anbieter haftet je Schadensereignis nur bis zu 10.000 Euro"
    ]


def test_kinds_of_damage_without_any_rule_are_named_in_one_line() -> None:
    cells = tuple(
        LiabilityCell(f, d, Extent.EXCLUDED if d is Damage.OTHER else Extent.NOT_REGULATED)
        for f in Fault
        for d in Damage
    )
    reading = replace(ANALYSIS.reading, liability=(LiabilityMatrix(None, "c0004", cells),))
    (table,) = matrix_tables(replace(ANALYSIS, reading=reading), "de")
    assert len(table.rows) == 1
    assert table.silent.startswith("Nicht geregelt: Leben, Körper, Gesundheit")
    assert table.title.startswith("Haftung: Seite nicht genannt, im Abschnitt § 2")


def test_every_number_leads_to_a_quote_in_both_forms() -> None:
    page, text = html_of(ANALYSIS, "de"), text_of(ANALYSIS, "de")
    for number in (1, 2, 3):
        assert f'href="#m1-{number}"' in page
        assert f'id="m1-{number}"' in page
        assert f" [{number}] „" in text


def test_a_document_without_a_rule_says_so() -> None:
    assert "keine Regelung der Haftung erkannt" in text_of(EMPTY, "de")
    assert Party.SUPPLIER.value not in text_of(EMPTY, "de")
