"""What a file with pages says of itself: its page numbers, and what it could not show."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "page": ("Seite {page} von {pages}", "Page {page} of {pages}"),
    "lacking": (
        "Zeichen ohne Schriftbild in dieser Datei, im Text als \ufffd: {count} ({codes})",
        "Characters that this file has no letters for, shown as \ufffd: {count} ({codes})",
    ),
}


def paper_phrase(code: str, lang: str, **params: object) -> str:
    """The words of a code; a paper in another language has the English ones."""
    known: Lang = "de" if lang == "de" else "en"
    return filled(_PHRASES[code], params, known)
