"""What the strip above a document says about reading it: unread parts, text recognition, text round the terms."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.models.analysis import Analysis
from app.reporting.ledger import outside_share
from app.reporting.places import page_ranges
from app.reporting.reportmodel import Report
from app.wording.lang import Lang
from app.wording.numbers import percent_text

CONSIDERABLE = 0.1  # share of the text outside the terms from which it is worth a sentence
_NO_ENGINE = "ocr_not_installed"


def reading_notices(analysis: Analysis, report: Report, lang: Lang) -> tuple[str, ...]:
    """Sentences, gravest first; none where everything was read and is part of the terms."""
    return tuple(_notices(analysis, report, lang))


def _notices(analysis: Analysis, report: Report, lang: Lang) -> Iterator[str]:
    source = analysis.reading.source
    if not report.complete:
        yield report.completeness
    if any(note.code == _NO_ENGINE for note in source.warnings):
        yield _without_engine()
    if source.ocr_pages:
        yield _recognised(source.ocr_pages)
    share = outside_share(analysis)
    if share >= CONSIDERABLE:
        yield _outside(analysis, percent_text(round(share * 100), lang))


def _without_engine() -> str:
    """Short: the sentence that says how stands in the list, once."""
    return QCoreApplication.translate(
        "Notices",
        "Eine Texterkennung könnte eingescannte Seiten lesen; wie Sie sie installieren, steht unter „Nicht geprüft“.",
    )


def _recognised(pages: tuple[int, ...]) -> str:
    one = QCoreApplication.translate(
        "Notices", "Seite {0} wurde mit Texterkennung gelesen – bitte mit dem Bild vergleichen."
    )
    several = QCoreApplication.translate(
        "Notices", "Die Seiten {0} wurden mit Texterkennung gelesen – bitte mit dem Bild vergleichen."
    )
    return (one if len(pages) == 1 else several).format(page_ranges(pages))


def _outside(analysis: Analysis, share: str) -> str:
    pages = {box.page for clause in analysis.reading.clauses for box in clause.boxes}
    if not analysis.reading.source.pages or not pages:
        return QCoreApplication.translate(
            "Notices", "{0} des Textes gehört nicht zu den Bedingungen; er ist grau gesetzt und nicht geprüft."
        ).format(share)
    one = QCoreApplication.translate(
        "Notices", "Bedingungen auf Seite {0} erkannt; der übrige Text ({1}) ist grau markiert und nicht geprüft."
    )
    several = QCoreApplication.translate(
        "Notices", "Bedingungen auf den Seiten {0} erkannt; der übrige Text ({1}) ist grau markiert und nicht geprüft."
    )
    return (one if len(pages) == 1 else several).format(page_ranges(pages), share)
