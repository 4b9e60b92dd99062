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
    "group_by": ("Gruppieren nach", "Group by"),
    "sort_by": ("Sortieren nach", "Sort by"),
    "by_severity": ("Nach Gewichtung", "By severity"),
    "by_kind": ("Nach Art", "By kind"),
    "by_clause": ("Nach Abschnitt", "By section"),
    "by_subject": ("Nach Thema", "By subject"),
    "by_none": ("Ohne Gruppen", "No groups"),
    "severity": ("Gewichtung", "Severity"),
    "kind": ("Art", "Kind"),
    "clause": ("Reihenfolge im Dokument", "Order in the document"),
    "section": ("Abschnitt", "Section"),
    "subject": ("Thema", "Subject"),
    "none": ("Ohne Gruppen", "No groups"),
    "severities": ("Gewichtung", "Severity"),
    "kinds": ("Art", "Kind"),
    "subjects": ("Thema", "Subject"),
    "states": ("Stand der Entscheidung", "State of the decision"),
    "assignees": ("Zuständig", "Assigned to"),
    "filter": ("Filter", "Filter"),
    "filter_tip": ("Hinweise nach Eigenschaften auswählen", "Choose findings by their properties"),
    "filter_words": ("Hinweise filtern", "Filter findings"),
    "reset": ("Filter zurücksetzen", "Reset the filter"),
    "shown": ("{shown} von {total} gezeigt", "{shown} of {total} shown"),
    "remove": ("{label} nicht mehr filtern", "No longer filter by {label}"),
    "count": ("{label} ({count})", "{label} ({count})"),
    "list": ("Hinweise", "Findings"),
    "waiting": (
        "Die Hinweise erscheinen hier, sobald das Dokument ausgewertet ist.",
        "The findings appear here as soon as the document is evaluated.",
    ),
    "nothing_found": (
        "Keine Hinweise. Das heißt nicht, dass alles in Ordnung ist: Was nicht geprüft wurde, steht unter „Ungeprüft“.",
        "No findings. That does not mean that all is in order: what was not checked is listed under “Not checked”.",
    ),
    "nothing_matches": (
        "Kein Hinweis passt zum Filter. Alle {total} Hinweise sind ausgeblendet.",
        "No finding matches the filter. All {total} findings are hidden.",
    ),
    "show_unchecked": ("Ungeprüftes zeigen", "Show what was not checked"),
    "all_decided": ("Alle gezeigten Hinweise sind entschieden.", "All findings shown are decided."),
    "detail": ("Hinweis im Einzelnen", "The finding in full"),
    "choose_one": ("Wählen Sie einen Hinweis oder eine Klausel.", "Choose a finding or a clause."),
    "beside": ("&Nebeneinander", "Side &by side"),
    "beside_tip": (
        "Bezugsklausel und Dokument in zwei Spalten vergleichen",
        "Compare reference clause and document in two columns",
    ),
    "large": ("&Groß zeigen", "Show &large"),
    "large_tip": (
        "Den Hinweis in einem eigenen Fenster zeigen (Eingabetaste in der Liste)",
        "Show the finding in a window of its own (Return in the list)",
    ),
    "large_title": ("Hinweis – {name}", "Finding – {name}"),
    "menu_decide": ("&Entscheiden", "&Decide"),
    "menu_undecide": ("Entscheidung &zurücknehmen", "&Take the decision back"),
    "menu_clause": ("&Zur Klausel", "&Go to the clause"),
    "menu_copy": ("Wortlaut &kopieren", "&Copy the quote"),
    "menu_reference": ("&Bezugsklausel in der Bibliothek zeigen", "Show the &reference clause in the library"),
    "menu_take": ("Klausel in die Bibliothek &übernehmen …", "Take the clause into the &library …"),
    "menu_large": ("&Groß zeigen", "Show &large"),
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
