"""Endings of the files that are read, for the dialog that opens them. What a file is, its content decides."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

PDF = (".pdf",)
WORD = (".docx", ".docm", ".dotx", ".doc", ".dot")
OFFICE = (".odt", ".ott", ".rtf")
WEB = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
TEXT = (".txt", ".text", ".md", ".markdown")


def file_filters() -> str:
    """The choices of the dialog: everything that is read first, any file last."""
    named = (
        (QCoreApplication.translate("FileDialog", "Verträge und AGB"), (*PDF, *WORD, *OFFICE, *WEB, *TEXT)),
        ("PDF", PDF),
        ("Word", WORD),
        ("OpenDocument, RTF", OFFICE),
        (QCoreApplication.translate("FileDialog", "Gespeicherte Webseiten"), WEB),
        (QCoreApplication.translate("FileDialog", "Text und Markdown"), TEXT),
    )
    filters = [f"{name} ({' '.join('*' + ending for ending in endings)})" for name, endings in named]
    return ";;".join([*filters, QCoreApplication.translate("FileDialog", "Alle Dateien (*)")])
