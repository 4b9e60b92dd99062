"""What the list of findings says beside their titles: headings of groups, counts, what the user has decided, read out as well."""

from __future__ import annotations

from typing import Final

from app.models.decisions import Verdict
from app.wording.lang import Lang, Table, filled, sentence_start
from app.wording.terms import term

PHRASES: Final[Table] = {
    "own_severity": ("eigene Gewichtung", "weighed by you"),
    "undecided": ("noch nicht entschieden", "not decided yet"),
    "group_count": ("{count} Hinweise", "{count} findings"),
    "group_one": ("1 Hinweis", "1 finding"),
    "group_open": ("{undecided} von {count} offen", "{undecided} of {count} open"),
    "expanded": ("aufgeklappt", "expanded"),
    "collapsed": ("zugeklappt", "collapsed"),
    "no_place": ("Ohne Stelle im Dokument", "Without a place in the document"),
    "no_subject": ("Ohne erkanntes Thema", "No subject recognised"),
    "assigned": ("zuständig: {assignee}", "assigned to: {assignee}"),
    "nobody": ("niemand zuständig", "assigned to nobody"),
    "noted": ("mit Notiz", "with a note"),
    "state_undecided": ("Noch offen", "Still open"),
    "state_decided": ("Entschieden", "Decided"),
    "words": ("„{words}“", "“{words}”"),
}


def list_phrase(code: str, lang: Lang, **params: object) -> str:
    """The phrase `code` with its parameters."""
    return filled(PHRASES[code], params, lang)


def state_text(state: str, lang: Lang) -> str:
    """A state findings are filtered by: undecided, decided, or a verdict."""
    if state in ("undecided", "decided"):
        return list_phrase(f"state_{state}", lang)
    return verdict_text(Verdict(state), lang)


def verdict_text(verdict: Verdict, lang: Lang) -> str:
    """A verdict as a label."""
    return sentence_start(term("verdict", verdict.value, lang))
