"""Labels of what is said about reading a document: formats, languages, what was left out and why."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Table

READING_TERMS: Final[dict[str, Table]] = {
    "ignored_reason": {
        "header": ("Kopfzeile", "header"),
        "footer": ("Fußzeile", "footer"),
        "letterhead": ("Briefkopf", "letterhead"),
        "page_number": ("Seitenzahl", "page number"),
        "watermark": ("Wasserzeichen", "watermark"),
        "side_text": ("Randtext", "text in the margin"),
        "hidden": ("verborgener Text", "hidden text"),
        "note": ("Fuß- oder Endnote", "footnote or endnote"),
        "comment": ("Kommentar", "comment"),
        "deleted": ("als gelöscht markierter Text", "text marked as deleted"),
        "placeholder": ("Platzhalter eines leeren Feldes", "placeholder of an empty field"),
    },
    "hidden_cause": {
        "": ("Er ist gespeichert, wird aber nicht gedruckt.", "It is stored but not printed."),
        "white": ("Er hat die Farbe des Papiers.", "It has the colour of the paper."),
        "invisible": ("Er ist unsichtbar gesetzt.", "It is set invisibly."),
        "tiny": ("Er ist zu klein zum Lesen.", "It is too small to be read."),
        "off_page": ("Er steht außerhalb des Blattes.", "It stands off the sheet."),
        "clipped": ("Er ist abgeschnitten.", "It is cut off."),
        "covered": ("Er ist überdeckt.", "It is covered by something else."),
        "hidden_font": ("Er ist als verborgen formatiert.", "It is formatted as hidden."),
        "not_displayed": ("Die Seite zeigt ihn nicht an.", "The page does not show it."),
    },
    "not_analysed_reason": {
        "preamble": ("Text vor der ersten Klausel", "text before the first clause"),
        "title": ("Titel", "title"),
        "table_of_contents": ("Inhaltsverzeichnis", "table of contents"),
        "signature": ("Unterschriftenfeld", "signature block"),
        "surroundings": ("Text außerhalb der Bedingungen", "text outside the terms"),
        "form": ("Formular oder Checkliste", "form or checklist"),
        "excluded_by_user": ("von Hand ausgenommen, nicht Teil der AGB", "excluded by hand, no part of the terms"),
        "language": ("Text in einer anderen Sprache", "text in another language"),
        "no_reference": (
            "kein Vergleich: keine Bezugsklausel zu diesem Thema in der Bibliothek",
            "not compared: no reference clause on this subject in the library",
        ),
        "no_rule": (
            "kein prüfbarer Wert: keine Vorgabe hat diese Klausel bewertet",
            "no value to check: no rule has judged this clause",
        ),
        "not_applicable": (
            "kein Vergleich: die Bezugsklauseln zu diesem Thema gelten für andere Angaben (Rolle, Kundenkreis, Recht)",
            "not compared: the reference clauses on this subject are for other facts (role, audience, law)",
        ),
        "table": (
            "Tabelle: Zeile für Zeile als Text gelesen, Werte in Spalten nicht sicher geprüft",
            "table: read as text row by row, values in columns not surely checked",
        ),
        "note": ("Fußnote außerhalb der Klauseln", "note outside of the clauses"),
        "low_confidence": (
            "unsicher erkannter Wert: bitte am Text prüfen",
            "value read with little confidence: please check it against the text",
        ),
        "not_in_matrix": (
            "Haftungsgrenze, die in keinem Feld der Haftungsmatrix steht",
            "liability cap that stands in no cell of the liability matrix",
        ),
        "unsure_type": (
            "kein Vergleich: Thema der Klausel nicht sicher erkannt",
            "not compared: the clause's subject is not sure",
        ),
        "statutory_law_at": (
            "Recht: Österreich – gesetzliche Prüfung nicht durchgeführt",
            "Law: Austria – no statutory check was made",
        ),
        "statutory_law_ch": (
            "Recht: Schweiz – gesetzliche Prüfung nicht durchgeführt",
            "Law: Switzerland – no statutory check was made",
        ),
        "statutory_law_other": (
            "Recht eines anderen Staates – gesetzliche Prüfung nicht durchgeführt",
            "Law of another country – no statutory check was made",
        ),
        "unread_page": ("nicht lesbare Seite", "page that could not be read"),
    },
    "media_type": {
        "application/pdf": ("PDF", "PDF"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("Word (DOCX)", "Word (DOCX)"),
        "text/plain": ("Text", "text"),
        "text/markdown": ("Markdown", "Markdown"),
        "text/html": ("Webseite (HTML)", "web page (HTML)"),
        "application/msword": ("Word (DOC)", "Word (DOC)"),
        "application/vnd.oasis.opendocument.text": ("OpenDocument (ODT)", "OpenDocument (ODT)"),
        "application/rtf": ("RTF", "RTF"),
    },
    "language": {
        "de": ("Deutsch", "German"),
        "en": ("Englisch", "English"),
        "other": ("andere Sprache", "another language"),
        "und": ("nicht erkannt", "not recognised"),
    },
}
