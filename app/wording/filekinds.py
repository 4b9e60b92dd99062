"""What files are called by what they are: a short word in their names."""

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
    "copy": ("Anmerkungen", "Annotated"),
    "mail": ("E-Mail", "E-mail"),
}
_EXAMPLE: Final[Pair] = ("Einkaufsbedingungen", "Terms of purchase")


def file_kind(format_name: str, lang: Lang) -> str:
    """By name of the format."""
    return pick(_KINDS.get(format_name, _REPORT), lang)


def example_document(lang: Lang) -> str:
    """A document's name to show a pattern by."""
    return pick(_EXAMPLE, lang)
