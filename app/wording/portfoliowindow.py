"""Words of the window in which many documents are reviewed: how far each is, short heads of columns, what a line says of all."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    # a document
    "waiting": ("wartet", "waiting"),
    "running": ("wird gelesen, {percent}", "being read, {percent}"),
    "complete": ("vollständig", "complete"),
    "incomplete": ("unvollständig", "incomplete"),
    "incomplete_pages": ("unvollständig, nicht gelesen: Seite {pages}", "incomplete, not read: page {pages}"),
    "failed": ("nicht gelesen", "not read"),
    "ended": ("nicht ausgewertet", "not reviewed"),
    "ended_long": (
        "Die Auswertung wurde abgebrochen, bevor dieses Dokument an der Reihe war. „Fehlende auswerten“ holt es nach.",
        "The review was cancelled before this document was done. “Review what is missing” makes up for it.",
    ),
    "locked": (
        "Die Datei ist mit einem Passwort geschützt. Mit der Eingabetaste öffnen Sie sie einzeln und geben es ein.",
        "The file is protected by a password. Press Enter to open it on its own and type the password.",
    ),
    # columns
    "name": ("Dokument", "Document"),
    "stage": ("Stand", "Status"),
    "worst": ("Schwerster Hinweis", "Gravest finding"),
    "high": ("Hoch", "High"),
    "medium": ("Mittel", "Medium"),
    "low": ("Gering", "Low"),
    "info": ("Info", "Info"),
    "number_of": ("Hinweise: {severity}", "Findings: {severity}"),
    "group": ("Gruppe", "Group"),
    "relation": ("Übereinstimmung", "Likeness"),
    "place": ("Stelle", "Place"),
    "text": ("Text", "Text"),
    # details
    "severities": ("Hinweise nach Gewichtung", "Findings by severity"),
    "at": ("Stelle: {place}", "Place: {place}"),
    "unchecked": ("Nicht geprüfte Teile: {count}", "Parts not checked: {count}"),
    "compared_with_first": (
        "unterstrichen: steht nur hier; gestrichen: steht nur in der ersten",
        "underlined: only here; struck: only in the first",
    ),
    # all of them
    "so_far": ("{done} von {total} Dokumenten", "{done} of {total} documents"),
    "so_far_left": ("{done} von {total} Dokumenten, {left}", "{done} of {total} documents, {left}"),
    "looking": ("Dateien werden gesucht …", "Looking for files …"),
    "comparing": ("Gleiche Klauseln werden gesucht …", "Looking for same clauses …"),
    "not_read": ("Nicht gelesen: {names}", "Not read: {names}"),
    "and_more": ("{names} und {count} weitere", "{names} and {count} more"),
    "not_reviewed": ("Abgebrochen, nicht ausgewertet: {count}", "Cancelled, not reviewed: {count}"),
    "nothing_found": (
        "Dort liegt kein Dokument, das gelesen werden kann.",
        "There is no document there that can be read.",
    ),
    "same_failed": (
        "Nach gleichen Klauseln konnte nicht gesucht werden. „Fehlende auswerten“ versucht es noch einmal.",
        "Same clauses could not be looked for. “Review what is missing” tries again.",
    ),
}


def portfolio_phrase(code: str, lang: Lang, **params: object) -> str:
    """The words of a code."""
    return filled(_PHRASES[code], params, lang)


def names_text(names: tuple[str, ...], lang: Lang, most: int = 4) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(names[:most])
    more = len(names) - most
    return portfolio_phrase("and_more", lang, names=shown, count=more) if more > 0 else shown
