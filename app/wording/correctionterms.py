"""Labels of what a user's corrections of the clause tree do, and why one cannot be applied."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Table

CORRECTION_TERMS: Final[dict[str, Table]] = {
    "correction": {  # as it is said of a clause that was changed
        "merge": ("verbunden", "joined"),
        "split": ("geteilt", "split"),
        "level": ("Ebene geändert", "level changed"),
        "exclude": ("ausgenommen", "excluded"),
        "type": ("Art festgelegt", "type set"),
    },
    "not_analysed": {"excluded_by_user": ("Nicht zu den AGB gehörig", "No part of the terms")},  # head of a list
    "correction_done": {  # as it is listed under the name of the clause
        "merge": ("mit der Klausel davor verbunden", "joined with the clause before it"),
        "split": ("geteilt vor „{words}“", "split before “{words}”"),
        "level+1": ("eine Ebene tiefer gesetzt", "set one level deeper"),
        "level-1": ("eine Ebene höher gesetzt", "set one level higher"),
        "exclude": ("als nicht zu den AGB gehörig ausgenommen", "excluded as no part of the terms"),
        "type": ("Art festgelegt: {type}", "type set: {type}"),
        "type-": ("als Klausel ohne Art festgelegt", "set to be a clause without a type"),
    },
    "correction_refusal": {
        "no_such_clause": ("Die Klausel wurde nicht wiedergefunden.", "The clause was not found again."),
        "nothing_before": ("Davor steht keine Klausel.", "There is no clause before it."),
        "other_before": ("Davor steht jetzt eine andere Klausel.", "Another clause stands before it now."),
        "outermost": ("Die Klausel steht schon auf der obersten Ebene.", "The clause is on the top level already."),
        "no_unit_above": (
            "Davor steht auf dieser Ebene keine Klausel, unter die sie gehören könnte.",
            "No clause stands before it on this level under which it could be set.",
        ),
        "place_not_found": (
            "Die Stelle zum Teilen wurde im Text nicht eindeutig wiedergefunden.",
            "The place to split at was not clearly found again in the text.",
        ),
        "nothing_to_split": ("Die Klausel ist zu kurz zum Teilen.", "The clause is too short to be split."),
        "unknown_type": (
            "Diese Art von Klauseln gibt es nicht mehr.",
            "There is no such type of clause any more.",
        ),
        "unknown_action": (
            "Diese Version des Programms kennt die Änderung nicht.",
            "This version of the program does not know the change.",
        ),
    },
}
