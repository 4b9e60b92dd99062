"""Headings and sentences of a comparison of two versions, German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "title": ("Vergleich zweier Fassungen", "Comparison of two versions"),
    "old": ("Alte Fassung", "Old version"),
    "new": ("Neue Fassung", "New version"),
    "made_at": ("Erstellt", "Made"),
    "read": ("Gelesen", "Read"),
    "documents": ("Dokumente", "Documents"),
    "overview": ("Überblick", "Overview"),
    "adds_up": (
        "Die alte Fassung hat {old} Klauseln, die neue {new}; jede steht in genau einer der folgenden Gruppen.",
        "The old version has {old} clauses, the new one {new}; each stands in exactly one of the following groups.",
    ),
    "group": ("Gruppe", "Group"),
    "in_old": ("alte Fassung", "old version"),
    "in_new": ("neue Fassung", "new version"),
    "total": ("Summe", "Total"),
    "same": (
        "Die beiden Fassungen sagen dasselbe: Nichts Inhaltliches hat sich geändert.",
        "Both versions say the same: nothing of substance has changed.",
    ),
    "values": ("Geänderte Werte", "Changed values"),
    "no_values": (
        "Kein Wert, den das Programm liest (Haftung, Fristen, Laufzeiten), hat sich geändert.",
        "No value that the program reads (liability, periods, terms) has changed.",
    ),
    "figures": ("Andere geänderte Zahlen", "Other changed figures"),
    "value": ("Wert", "Value"),
    "place": ("Fundstelle", "Place"),
    "nothing": ("nichts", "nothing"),
    "came": ("neu", "new"),
    "went": ("entfallen", "gone"),
    "risk": ("Was das für uns ändert", "What this changes for us"),
    "risk_intro": (
        "Hinweise nach unserer Klauselbibliothek und den Gesetzeshinweisen, alte Fassung gegen neue.",
        "Findings by our clause library and the statutory hints, old version against new.",
    ),
    "no_risk": (
        "Die Hinweise sind in beiden Fassungen dieselben.",
        "The findings are the same in both versions.",
    ),
    "appeared": ("Neue Hinweise", "New findings"),
    "vanished": ("Entfallene Hinweise", "Findings that are gone"),
    "graver": ("Wiegt schwerer", "Graver now"),
    "lighter": ("Wiegt leichter", "Lighter now"),
    "was": ("vorher {severity}", "was {severity}"),
    "changes": ("Inhaltliche Änderungen", "Changes of substance"),
    "no_changes": ("Keine Klausel wurde inhaltlich geändert.", "No clause was changed in substance."),
    "changes_intro": (
        "In der Reihenfolge der neuen Fassung; Entfallenes steht dort, wo es stand. Durchgestrichen: nur alte Fassung; unterstrichen: "
        "nur neue Fassung.",
        "In the order of the new version; what is gone stands where it stood. Struck out: old version only; underlined: new version "
        "only.",
    ),
    "minor": ("Änderungen ohne inhaltliche Bedeutung", "Changes without substance"),
    "minor_intro": (
        "Schreibweise, Satzzeichen, Nummern, Platz und Aufteilung. Zahlen, Verneinungen und Wörter wie „kann“ und „muss“ gelten nie "
        "als unwesentlich.",
        "Spelling, punctuation, numbers, place and division. Figures, negations and words such as “may” and “must” never count as "
        "minor.",
    ),
    "outside": ("Text außerhalb der Klauseln", "Text outside the clauses"),
    "unchanged": ("Unverändert", "Unchanged"),
    "unread_old": ("Nicht gelesen oder nicht geprüft: alte Fassung", "Not read or not checked: old version"),
    "unread_new": ("Nicht gelesen oder nicht geprüft: neue Fassung", "Not read or not checked: new version"),
    "incomplete": (
        "Eine der Dateien konnte nicht vollständig gelesen werden. Was dort steht, ist nicht verglichen.",
        "One of the files could not be read completely. What stands there has not been compared.",
    ),
    "moved": ("steht jetzt an anderer Stelle", "stands elsewhere now"),
    "renumbered": ("{old} heißt jetzt {new}", "{old} is now {new}"),
    "unlabelled": ("ohne Nummer", "without a number"),
    "redirected": (
        "Ein Verweis liest sich wie vorher, führt aber zu einer anderen Klausel: {quote}",
        "A reference reads as before but leads to another clause: {quote}",
    ),
    "kind.unchanged": ("Unverändert", "Unchanged"),
    "kind.trivial": ("Nur Schreibweise", "Spelling only"),
    "kind.changed": ("Geändert", "Changed"),
    "kind.split": ("Aufgeteilt", "Split"),
    "kind.merged": ("Zusammengelegt", "Merged"),
    "kind.added": ("Neu", "Added"),
    "kind.removed": ("Entfallen", "Removed"),
    "number": ("Nr.", "No."),
    "kind": ("Art", "Kind"),
    "text_old": ("Text alt", "Text old"),
    "text_new": ("Text neu", "Text new"),
    "substance": ("inhaltlich", "of substance"),
    "yes": ("ja", "yes"),
    "no": ("nein", "no"),
    "remarks": ("Bemerkungen", "Remarks"),
    "entry": ("Angabe", "Entry"),
}


def version_phrase(code: str, lang: Lang, **params: object) -> str:
    """A heading or sentence."""
    return filled(_PHRASES[code], params, lang)
