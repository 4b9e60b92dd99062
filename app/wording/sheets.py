"""Titles, column labels and fixed sentences of tables to calculate with (Excel, CSV), German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "empty": ("Leer", "Empty"),
    "cut": (
        "[gekürzt: Eine Zelle fasst höchstens 32.767 Zeichen]",
        "[cut: a cell holds at most 32,767 characters]",
    ),
    "rows_cut": (
        "Weitere {count} Zeilen fehlen: Ein Tabellenblatt fasst nicht mehr.",
        "{count} more rows are missing: a sheet holds no more.",
    ),
}


def sheet_phrase(code: str, lang: Lang, **params: object) -> str:
    """The label or sentence of a code."""
    return filled(_PHRASES[code], params, lang)
