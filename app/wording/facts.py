"""Words around the deal facts in the window, German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "from_settings": ("aus Ihren Einstellungen", "from your settings"),
    "not_stated": ("Im Dokument nicht gefunden", "Not found in the document"),
    "not_looked_for": ("Wird im Dokument nicht gesucht", "Not looked for in the document"),
    "waiting": ("{count} Prüfungen brauchen diese Angabe", "{count} checks need this fact"),
    "waiting_once": ("1 Prüfung braucht diese Angabe", "1 check needs this fact"),
    "document_says": ("Im Dokument steht: {value}", "The document says: {value}"),
    "needed": ("{count} Prüfungen brauchen: {fact}", "{count} checks need: {fact}"),
    "needed_once": ("1 Prüfung braucht: {fact}", "1 check needs: {fact}"),
    "intro": (
        "Von diesen Angaben hängt ab, welche Vorgaben gelten. Jede Änderung bewertet das Dokument sofort neu.",
        "These facts decide which rules apply. Every change evaluates the document again at once.",
    ),
}


def fact_phrase(code: str, lang: Lang, **params: object) -> str:
    """The sentence or label of a code."""
    return filled(_PHRASES[code], params, lang)
