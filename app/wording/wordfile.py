"""Names and fixed words of the Word files and papers we write, German and English: styles as Word lists them, the page number."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "page": ("Seite {page} von {pages}", "Page {page} of {pages}"),
    "logo": ("Logo", "Logo"),
    "lacking": (
        "Zeichen ohne Schriftbild in dieser Datei, im Text als \ufffd: {count} ({codes})",
        "Characters that this file has no letters for, shown as \ufffd: {count} ({codes})",
    ),
    # names of styles
    "lead": ("Vorspann", "Lead"),
    "soft": ("Nebentext", "Aside"),
    "small": ("Kleingedruckt", "Small print"),
    "notice": ("Anmerkung", "Notice"),
    "warning": ("Warnung", "Warning"),
    "quote": ("Wortlaut", "Quoted words"),
    "tag": ("Zwischenzeile", "Tag line"),
    "diff": ("Gegenüberstellung", "Word comparison"),
    "cell": ("Tabellentext", "Table text"),
    "cell_small": ("Tabellentext klein", "Table text small"),
    "head": ("Tabellenkopf", "Table head"),
    "group": ("Tabellengruppe", "Table group"),
    "gap": ("Abstand", "Gap"),
    "figure": ("Kennzahl", "Figure"),
    "company": ("Absender", "Company"),
    "table": ("Tabelle mit Linien", "Table with lines"),
    "bare": ("Tabelle ohne Linien", "Table without lines"),
    "tone_soft": ("Zeichen: Nebentext", "Characters: aside"),
    "tone_quote": ("Zeichen: Wortlaut", "Characters: quoted"),
    "tone_inserted": ("Zeichen: eingefügt", "Characters: inserted"),
    "tone_deleted": ("Zeichen: gestrichen", "Characters: deleted"),
    "tone_filled": ("Zeichen: ausgefüllt", "Characters: filled in"),
    "tone_moved": ("Zeichen: verschoben", "Characters: moved"),
    "tone_high": ("Zeichen: hoch", "Characters: high"),
    "tone_medium": ("Zeichen: mittel", "Characters: medium"),
    "tone_low": ("Zeichen: gering", "Characters: low"),
    "tone_info": ("Zeichen: Information", "Characters: information"),
    "tone_good": ("Zeichen: in Ordnung", "Characters: in order"),
    "tone_unsure": ("Zeichen: unsicher", "Characters: unsure"),
}


def file_phrase(code: str, lang: Lang, **params: object) -> str:
    """The words of a code."""
    return filled(_PHRASES[code], params, lang)
