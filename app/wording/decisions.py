"""Words for what the user has decided, in reports and in the summary for a mail, German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "title": ("Prüfung: {name}", "Review: {name}"),
    "as_of": ("Stand: {date}", "As of {date}"),
    "as_of_by": ("Stand: {date}, {by}", "As of {date}, {by}"),
    "progress": ("{decided} von {total} Hinweisen entschieden", "{decided} of {total} findings decided"),
    "no_findings": ("Die angewandten Vorgaben haben keinen Hinweis ergeben.", "The rules applied gave no finding."),
    "group": ("{label} ({count})", "{label} ({count})"),
    "open": ("Noch offen: {count} ({parts})", "Still open: {count} ({parts})"),
    "of_severity": ("{label}: {count}", "{label}: {count}"),
    "put_aside": ("Als nicht relevant eingestuft: {count}", "Considered not relevant: {count}"),
    "place": ("Stelle: {place}", "Place: {place}"),
    "quote": ("Wortlaut: {quote}", "Wording: {quote}"),
    "note": ("Notiz: {note}", "Note: {note}"),
    "own_severity": (
        "Eigene Gewichtung: {own} statt {program} (Begründung: {reason})",
        "Own severity: {own} instead of {program} (reason: {reason})",
    ),
    "own_severity_alone": (
        "Eigene Gewichtung: {own} (Begründung: {reason})",
        "Own severity: {own} (reason: {reason})",
    ),
    "assignee": ("Zuständig: {assignee}", "Assigned to: {assignee}"),
    "decision": ("Entscheidung: {verdict}", "Decision: {verdict}"),
    "undecided": ("noch offen", "still open"),
    "signed": ("{by}, {date}", "{by}, {date}"),
    "nobody": ("ohne Namen", "no name"),
    "limits": ("Was nicht geprüft wurde", "What was not checked"),
    "unchecked": ("{title}: {count}", "{title}: {count}"),
    "undecidable": (
        "Nicht entscheidbare Vorgaben: {count} (es fehlt: {needs})",
        "Rules that cannot be decided: {count} (missing: {needs})",
    ),
}


def decision_phrase(code: str, lang: Lang, **params: object) -> str:
    """The sentence or label of a code."""
    return filled(_PHRASES[code], params, lang)
