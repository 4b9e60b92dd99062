"""Workbooks opened by a foreign reader: LibreOffice finds every cell, computes nothing and repairs nothing."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from app.reporting.options import ReportOptions
from app.reporting.portfolio.formats import PORTFOLIO_FORMATS
from app.reporting.reportbook import findings_sheet, report_book
from app.reporting.tocsv import to_csv
from app.reporting.toxlsx import to_xlsx
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.books import FORMULAS, sample_book
from tests.unit.reporting.internal_marks import MADE_AT
from tests.unit.reporting.portfolio_example import example
from tests.unit.reporting.report_example import ANALYSIS

pytestmark = [pytest.mark.slow, pytest.mark.needs_tool("soffice")]

_ALL_SHEETS = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"  # ;"UTF-8, as shown
_GERMAN_CSV = "59,34,76,1,,1031,false,true"


def converted(folder: Path, name: str, content: bytes, to: str, *options: str) -> list[Path]:
    """What LibreOffice makes of a file."""
    (folder / name).write_bytes(content)
    soffice = shutil.which("soffice")
    assert soffice
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *options]
    command += ["--convert-to", to, "--outdir", str(folder / "out"), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return sorted((folder / "out").iterdir())


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), delimiter=";"))


def test_every_cell_is_found_and_nothing_is_computed(tmp_path: Path) -> None:
    made = converted(tmp_path, "buch.xlsx", to_xlsx(sample_book("de")), _ALL_SHEETS)
    sheets = {path.stem.removeprefix("buch-"): table(path) for path in made}
    first = sheets["Hinweise"]
    assert first[0] == ["Text", "Langer Text", "Anzahl", "Betrag", "Anteil", "Tag", "Zeit", "Ja?"]
    assert first[1][:2] == ["Haftung", "Der Anbieter haftet\nnur bis 10.000 €."]
    assert first[1][5] == "31.12.2026"
    assert first[1][6].startswith("22.11.2026 10:30")
    hostile = next(rows for rows in sheets.values() if rows[0][0] == "=Kopf")
    assert [row[0] for row in hostile[1:]] == [text.replace("\r", "\n") for text in FORMULAS]
    assert all("_x0041_" in row[1] for row in hostile[1:])


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_prints(lang: Lang, tmp_path: Path) -> None:
    content = to_xlsx(report_book(ANALYSIS, ReportOptions(lang=lang, made_at=MADE_AT)))
    (made,) = converted(tmp_path, "bericht.xlsx", content, "pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_a_portfolio_prints(tmp_path: Path) -> None:
    content = PORTFOLIO_FORMATS["xlsx"].write(example(), ReportOptions(made_at=MADE_AT))
    (made,) = converted(tmp_path, "dokumente.xlsx", content, "pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_german_numbers_of_a_csv_are_read_as_numbers_and_texts_are_never_run(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    content = to_csv(sample_book("de").sheets[0])
    (made,) = converted(
        tmp_path, "hinweise.csv", content, "xlsx", f"--infilter=Text - txt - csv (StarCalc):{_GERMAN_CSV}"
    )
    sheet = load_workbook(made).worksheets[0]
    row = [cell.value for cell in sheet[2]]
    assert row[2:4] == [3, 10000.5]
    assert row[4] == pytest.approx(0.125)
    assert sheet["F2"].is_date
    formulas = to_csv(sample_book("de").sheets[2])
    made = converted(tmp_path, "boese.csv", formulas, "xlsx", f"--infilter=Text - txt - csv (StarCalc):{_GERMAN_CSV}")[
        0
    ]
    cells = [cell for row in load_workbook(made).worksheets[0].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


def test_findings_as_csv_open(tmp_path: Path) -> None:
    content = to_csv(findings_sheet(ANALYSIS, ReportOptions(made_at=MADE_AT)))
    (made,) = converted(
        tmp_path, "hinweise.csv", content, "ods", f"--infilter=Text - txt - csv (StarCalc):{_GERMAN_CSV}"
    )
    assert made.stat().st_size > 1000
