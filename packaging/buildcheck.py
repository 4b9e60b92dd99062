"""Tries what a build may lack although it starts: modules and data that are loaded only when they are needed.

`klausellupe --check-build` runs it in the built program and names what failed; the slow tests look at its exit code.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime


def holidays() -> None:
    """Of all Bundesländer, and those of parts."""
    from app.deadlines.workdays import Workdays
    from app.settings import STATES

    assert Workdays("BY").holiday(date(2026, 1, 6)) == "Heilige Drei Könige"
    assert Workdays("SN").in_parts(date(2026, 6, 4)) == "Fronleichnam"
    assert all(Workdays(state).holiday(date(2026, 12, 25)) for state in STATES)


def calendar_file() -> None:
    """Written, with its time in UTC."""
    from app.deadlines.toics import Entry, to_ics

    assert b"20260107" in to_ics([Entry(("a",), date(2026, 1, 7), "Frist", "")], datetime(2026, 1, 1, tzinfo=UTC))


def language() -> None:
    """The tokenizer of German."""
    from app.nlp.pipeline import build

    assert len(build()("Die Frist beträgt 14 Tage.")) == 6


def spreadsheet() -> None:
    """Written and read."""
    import io

    import openpyxl

    stored = io.BytesIO()
    openpyxl.Workbook().save(stored)
    openpyxl.load_workbook(stored, read_only=True).close()


def word() -> None:
    """With its template."""
    import docx

    docx.Document()


def recognition() -> None:
    """The engine itself; its models are the system's."""
    if sys.platform != "darwin":
        import tesserocr

        tesserocr.tesseract_version()


def markdown() -> None:
    """Parsed."""
    from markdown_it import MarkdownIt

    assert "<h1>" in MarkdownIt("commonmark").enable("table").render("# Frist")


def report() -> None:
    """A PDF with its fonts, that of the spare characters too."""
    from app.reporting.paper import Paper, Paragraph, plain
    from app.reporting.topdf import to_pdf

    assert to_pdf(Paper("de", "Prüfbericht", "", (Paragraph(plain("§ 1 ✓")),))).startswith(b"%PDF")


def data() -> None:
    """Every kind of file that is shipped."""
    from app import paths

    kinds = ("icons/klausellupe.svg", "themes/dark.toml", "translations/klausellupe_en.qm", "templates/report.css")
    assert [
        k for k in (*kinds, "models/topics-agb-de.npz", "samples/beratung.txt") if not (paths.resources() / k).is_file()
    ] == []
    assert any(paths.clause_library().rglob("*.toml"))


def pictures() -> None:
    """Icons can be drawn."""
    from PySide6.QtSvg import QSvgRenderer

    from app import paths

    assert QSvgRenderer(str(paths.resources() / "icons" / "klausellupe.svg")).isValid()


CHECKS: tuple[Callable[[], None], ...] = (
    *(holidays, calendar_file, language, spreadsheet, word, report, recognition, markdown, data, pictures),
)


def main() -> int:
    """1 if a check failed."""
    failed = 0
    for check in CHECKS:
        try:
            check()
        except Exception:
            failed = 1
            sys.stderr.write(f"FAILED {check.__name__}\n{traceback.format_exc()}")
        else:
            sys.stdout.write(f"ok {check.__name__}\n")
    return failed
