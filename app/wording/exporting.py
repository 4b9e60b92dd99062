"""What is said of a copy with notes before it is written."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

PHRASES: Final[Table] = {
    "placed": ("An der Stelle im Dokument ({count}):", "At their place in the document ({count}):"),
    "proposed": (
        "Davon mit unserer Fassung als Änderung im Text ({count}):",
        "Of these with our wording as a change in the text ({count}):",
    ),
    "told": ("Anders als gewünscht ({count}):", "Other than wished ({count}):"),
    "finding": ("Hinweis", "Finding"),
    "nothing_placed": (
        "In diese Kopie wird nichts geschrieben. Wählen Sie andere Hinweise.",
        "Nothing is written into this copy. Choose other findings.",
    ),
}


def export_phrase(code: str, lang: Lang, **params: object) -> str:
    """The phrase `code` with its parameters."""
    return filled(PHRASES[code], params, lang)
