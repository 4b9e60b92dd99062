"""What files are called by what they are: a short word in their names.

What is for the other side has other names than what must not leave: the one cannot be sent in place of the other by its name.
"""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Pair, pick

_REPORT: Final[Pair] = ("Bericht", "Report")
_CARD: Final[Pair] = ("Vertriebskarte", "Sales card")
_KINDS: Final[dict[str, Pair]] = {
    "docx": _REPORT,
    "pdf": _REPORT,
    "html": _REPORT,
    "text": _REPORT,
    "xlsx": ("Tabelle", "Table"),
    "csv": ("Hinweise", "Findings"),
    "json": ("Daten", "Data"),
    "card": _CARD,
    "card-docx": _CARD,
    "copy": ("Anmerkungen intern", "Annotated internal"),
    "mail": ("E-Mail", "E-mail"),
}
_COMMENTS: Final[Pair] = ("Stellungnahme", "Comments")
_POINTS: Final[Pair] = ("Unsere Punkte", "Our points")
_OUTWARD: Final[dict[str, Pair]] = {
    "docx": _COMMENTS,
    "pdf": _COMMENTS,
    "html": _COMMENTS,
    "text": _COMMENTS,
    "xlsx": ("Stellungnahme Tabelle", "Comments table"),
    "csv": ("Stellungnahme Liste", "Comments list"),
    "json": ("Stellungnahme Daten", "Comments data"),
    "card": _POINTS,
    "card-docx": _POINTS,
    "copy": ("Anmerkungen", "Annotated"),
    "mail": ("E-Mail", "E-mail"),
}
_EXAMPLE: Final[Pair] = ("Einkaufsbedingungen", "Terms of purchase")


def file_kind(format_name: str, lang: Lang, *, outward: bool = False) -> str:
    """By name of the format."""
    return pick((_OUTWARD if outward else _KINDS)[format_name], lang)


def example_document(lang: Lang) -> str:
    """A document's name to show a pattern by."""
    return pick(_EXAMPLE, lang)
