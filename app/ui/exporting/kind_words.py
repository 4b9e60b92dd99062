"""What the kinds are called and what each is for, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.exporting.source import NoSource


def kind_titles() -> dict[str, str]:
    """By name of the kind."""
    return {
        "docx": QCoreApplication.translate("ExportKinds", "Bericht (Word)"),
        "pdf": QCoreApplication.translate("ExportKinds", "Bericht (PDF)"),
        "html": QCoreApplication.translate("ExportKinds", "Bericht (HTML)"),
        "xlsx": QCoreApplication.translate("ExportKinds", "Tabelle (Excel)"),
        "csv": QCoreApplication.translate("ExportKinds", "Tabelle (CSV)"),
        "card": QCoreApplication.translate("ExportKinds", "Vertriebskarte"),
        "copy": QCoreApplication.translate("ExportKinds", "Kopie mit Anmerkungen"),
        "mail": QCoreApplication.translate("ExportKinds", "E-Mail-Entwurf"),
        "json": QCoreApplication.translate("ExportKinds", "Daten (JSON)"),
        "text": QCoreApplication.translate("ExportKinds", "Text"),
    }


def kind_sentences() -> dict[str, str]:
    """By name of the kind; `copy` has one for each kind of document."""
    return {
        "docx": QCoreApplication.translate(
            "ExportKinds", "Zum Weiterbearbeiten, mit Deckblatt und Unterschriftszeile."
        ),
        "pdf": QCoreApplication.translate("ExportKinds", "Zum Unterschreiben, Ablegen und Verschicken."),
        "html": QCoreApplication.translate("ExportKinds", "Eine Seite zum Lesen in jedem Browser."),
        "xlsx": QCoreApplication.translate("ExportKinds", "Werte, Hinweise und Klauseln zum Sortieren und Rechnen."),
        "csv": QCoreApplication.translate("ExportKinds", "Die Hinweise als einfache Liste für andere Programme."),
        "card": QCoreApplication.translate(
            "ExportKinds", "Eine Seite für das Gespräch: annehmen, verhandeln, freigeben."
        ),
        "copy.docx": QCoreApplication.translate(
            "ExportKinds", "Ihr Word-Dokument mit Kommentaren und unseren Fassungen als Änderungen."
        ),
        "copy.pdf": QCoreApplication.translate("ExportKinds", "Ihr PDF mit Markierungen und Notizen an den Stellen."),
        "copy": QCoreApplication.translate("ExportKinds", "Das Dokument selbst, mit den Hinweisen an ihren Stellen."),
        "mail": QCoreApplication.translate(
            "ExportKinds", "Was wir geändert haben möchten, mit dem Bericht als Anlage."
        ),
        "json": QCoreApplication.translate("ExportKinds", "Alles, was gefunden wurde, für eigene Programme."),
        "text": QCoreApplication.translate("ExportKinds", "Reiner Text für Notizen und Akten."),
    }


def no_source_sentences() -> dict[NoSource, str]:
    """Why no copy can be made, and what helps."""
    return {
        NoSource.KIND: QCoreApplication.translate("ExportKinds", "Gibt es nur für Word-Dokumente (.docx) und PDF."),
        NoSource.MISSING: QCoreApplication.translate(
            "ExportKinds",
            "Die Datei liegt nicht mehr an ihrem Ort. Legen Sie sie dorthin zurück und öffnen Sie sie erneut.",
        ),
        NoSource.CHANGED: QCoreApplication.translate(
            "ExportKinds",
            "Die Datei hat sich seit der Auswertung geändert. Schließen Sie das Dokument und öffnen Sie die Datei erneut.",
        ),
        NoSource.LOOKING: QCoreApplication.translate("ExportKinds", "Die Datei wird gesucht …"),
    }
