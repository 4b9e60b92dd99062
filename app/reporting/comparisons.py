"""Comparisons of two documents as files, in all forms; a writer is imported when it is asked for.

The functions can be called in another process: a window builds no report in its own.
"""

from __future__ import annotations

from typing import Final

from app.models.forms import FormsComparison
from app.models.versions import VersionComparison
from app.reporting.options import ReportOptions
from app.reporting.paper import Paper
from app.reporting.sheets import Book

SUFFIXES: Final = {
    "docx": ".docx",
    "pdf": ".pdf",
    "html": ".html",
    "xlsx": ".xlsx",
    "csv": ".csv",
    "json": ".json",
    "text": ".txt",
}


def version_file(name: str, comparison: VersionComparison, options: ReportOptions) -> bytes:
    """Two versions in the form `name` of SUFFIXES."""
    match name:
        case "json":
            from app.reporting.versions.asjson import version_json

            return version_json(comparison, options)
        case "xlsx" | "csv":
            from app.reporting.versions.book import CHANGES, version_book

            return _tables(name, version_book(comparison, options), CHANGES)
    from app.reporting.versions.pages import version_paper

    return paper_file(name, version_paper(comparison, options))


def form_file(name: str, comparison: FormsComparison, options: ReportOptions) -> bytes:
    """Two companies' terms in the form `name` of SUFFIXES."""
    match name:
        case "json":
            from app.reporting.forms.asjson import forms_json

            return forms_json(comparison, options)
        case "xlsx" | "csv":
            from app.reporting.forms.book import SUBJECTS, forms_book

            return _tables(name, forms_book(comparison, options), SUBJECTS)
    from app.reporting.forms.pages import forms_paper

    return paper_file(name, forms_paper(comparison, options))


def paper_file(name: str, paper: Paper) -> bytes:
    """A paper in the form `name`: docx, pdf, html or text."""
    match name:
        case "docx":
            from app.reporting.todocx import to_docx

            return to_docx(paper)
        case "pdf":
            from app.reporting.topdf import to_pdf

            return to_pdf(paper)
        case "html":
            from app.reporting.tohtml import to_html

            return to_html(paper)
    from app.reporting.totext import to_text

    return to_text(paper)


def _tables(name: str, book: Book, main: int) -> bytes:
    """The whole book, or of a CSV file, which holds one table, the main one."""
    if name == "xlsx":
        from app.reporting.toxlsx import to_xlsx

        return to_xlsx(book)
    from app.reporting.tocsv import to_csv

    return to_csv(book.sheets[main], book.lang)
