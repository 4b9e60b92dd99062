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
        "Klauseln: {old} in der alten Fassung, {new} in der neuen; jede steht in genau einer der folgenden Gruppen.",
        "Clauses: {old} in the old version, {new} in the new one; each stands in exactly one of the following groups.",
    ),
    "group": ("Gruppe", "Group"),
    "in_old": ("alte Fassung", "old version"),
    "in_new": ("neue Fassung", "new version"),
    "total": ("Summe", "Total"),
    "same": (
        "Wörter und Zahlen sind in beiden Fassungen dieselben; anders sind höchstens Schreibweise, Satzzeichen, Nummern, Platz oder Aufteilung.",
        "Words and figures are the same in both versions; at most spelling, punctuation, numbers, place or division differ.",
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
        "Kein Hinweis kam hinzu, keiner fiel weg, und keiner wiegt schwerer oder leichter als vorher.",
        "No finding was added, none is gone, and none is graver or lighter than before.",
    ),
    "appeared": ("Neue Hinweise", "New findings"),
    "vanished": ("Entfallene Hinweise", "Findings that are gone"),
    "graver": ("Wiegt schwerer", "Graver now"),
    "lighter": ("Wiegt leichter", "Lighter now"),
    "otherwise": ("Anderer Wert, gleich schwer", "Another value, as grave"),
    "was": ("vorher {value}", "was {value}"),
    "changes": ("Inhaltliche Änderungen", "Changes of substance"),
    "no_changes": ("Keine inhaltliche Änderung gefunden.", "No change of substance was found."),
    "changes_intro": (
        "In der Reihenfolge der neuen Fassung; Entfallenes steht dort, wo es stand. Durchgestrichen: nur alte Fassung; unterstrichen: "
        "nur neue Fassung.",
        "In the order of the new version; what is gone stands where it stood. Struck out: old version only; underlined: new version "
        "only.",
    ),
    "minor": ("Kleinere Änderungen", "Minor changes"),
    "minor_intro": (
        "Schreibweise, Satzzeichen, Nummern, Platz und Aufteilung. Zahlen, Verneinungen und Wörter wie „kann“ und „muss“ gelten nie "
        "als unwesentlich. Ein Satzzeichen kann den Sinn ändern: Bitte lesen Sie auch diese Stellen.",
        "Spelling, punctuation, numbers, place and division. Figures, negations and words such as “may” and “must” never count as "
        "minor. A punctuation mark may change the sense: please read these places, too.",
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
    "kind.trivial": ("Nur Schreibweise oder Satzzeichen", "Spelling or punctuation only"),
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
