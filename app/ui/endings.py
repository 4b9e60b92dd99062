"""Endings of the files that are read, for the dialog that opens them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.models.fileendings import OFFICE, PDF, READ, TEXT, WEB, WORD


def file_filters() -> str:
    """The choices of the dialog: everything that is read first, any file last."""
    named = (
        (QCoreApplication.translate("FileDialog", "Verträge und AGB"), READ),
        ("PDF", PDF),
        ("Word", WORD),
        ("OpenDocument, RTF", OFFICE),
        (QCoreApplication.translate("FileDialog", "Gespeicherte Webseiten"), WEB),
        (QCoreApplication.translate("FileDialog", "Text und Markdown"), TEXT),
    )
    filters = [f"{name} ({' '.join('*' + ending for ending in endings)})" for name, endings in named]
    return ";;".join([*filters, QCoreApplication.translate("FileDialog", "Alle Dateien (*)")])
