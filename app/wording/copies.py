"""What a user is told of a commented copy: which notes stand elsewhere and which wordings were not written into the text."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Pair, filled

_REASONS: Final[dict[str, Pair]] = {
    "no_place": (
        "Der Hinweis betrifft keine einzelne Stelle; er steht am Anfang des Dokuments.",
        "The finding is about no single passage; it stands at the beginning of the document.",
    ),
    "at_beginning": (
        "Die Stelle wurde in der Datei nicht wiedergefunden; der Kommentar steht am Anfang des Dokuments.",
        "The passage was not found again in the file; the comment stands at the beginning of the document.",
    ),
    "at_footnote_mark": (
        "In einer Fußnote kann kein Kommentar stehen; er steht am Fußnotenzeichen.",
        "A footnote can hold no comment; it stands at the footnote's mark.",
    ),
    "at_anchor": (
        "In einem Textfeld kann kein Kommentar stehen; er steht an dem Absatz, zu dem das Textfeld gehört.",
        "A text box can hold no comment; it stands at the paragraph the box belongs to.",
    ),
    "at_control": (
        "Die Worte stehen am Anfang eines Formularfeldes; der Kommentar steht am Absatz dahinter.",
        "The words stand at the beginning of a form field; the comment stands at the paragraph behind it.",
    ),
    "at_page": (
        "Die Worte sind auf der Seite nicht zu sehen; die Anmerkung steht am Rand der Seite.",
        "The words cannot be seen on the page; the note stands at the page's edge.",
    ),
    "at_paragraph": (
        "Die Worte selbst sind in der Datei nicht als Text geschrieben; der Kommentar steht an ihrem Absatz.",
        "The words themselves are not written as text in the file; the comment stands at their paragraph.",
    ),
    "place_unknown": (
        "Die Stelle wurde in der Datei nicht wiedergefunden.",
        "The passage was not found again in the file.",
    ),
    "other_proposal": (
        "In der Klausel ist schon die Fassung zu einem anderen Hinweis eingetragen; diese Fassung steht im Kommentar.",
        "The clause already holds the wording of another finding; this wording stands in the comment.",
    ),
    "settled": (
        "Nach Ihrer Entscheidung bleibt die Klausel, wie sie ist; die Fassung steht im Kommentar.",
        "By your decision the clause stays as it is; the wording stands in the comment.",
    ),
    "has_parts": (
        "Die Klausel hat eigene Unterpunkte, zu denen die Fassung nicht passt; sie steht im Kommentar.",
        "The clause has parts of its own that the wording does not fit; it stands in the comment.",
    ),
    "same_wording": (
        "Die Klausel hat schon diesen Wortlaut.",
        "The clause already has this wording.",
    ),
    "change_protected": (
        "Die Datei ist gegen Änderungen geschützt; die Fassung steht im Kommentar.",
        "The file is protected against changes; the wording stands in the comment.",
    ),
    "change_generated": (
        "An der Stelle stehen automatische Nummern; die Fassung steht im Kommentar.",
        "There are automatic numbers in this passage; the wording stands in the comment.",
    ),
    "change_field": (
        "An der Stelle steht Text, den Word berechnet; die Fassung steht im Kommentar.",
        "There is text in this passage that Word computes; the wording stands in the comment.",
    ),
    "change_form": (
        "Die Stelle gehört zu einem Formularfeld; die Fassung steht im Kommentar.",
        "The passage belongs to a form field; the wording stands in the comment.",
    ),
    "change_tracked": (
        "An der Stelle stehen schon nachverfolgte Änderungen; die Fassung steht im Kommentar.",
        "There are tracked changes in this passage already; the wording stands in the comment.",
    ),
    "change_object": (
        "An der Stelle steht ein Bild, eine Formel oder Ähnliches; die Fassung steht im Kommentar.",
        "There is a picture, a formula or the like in this passage; the wording stands in the comment.",
    ),
    "change_hidden": (
        "An der Stelle steht Text, der nicht gedruckt wird; die Fassung steht im Kommentar.",
        "There is text in this passage that is not printed; the wording stands in the comment.",
    ),
    "change_paragraphs": (
        "Die Klausel steht in mehreren Tabellenzellen oder Teilen der Seite; die Fassung steht im Kommentar.",
        "The clause stands in several table cells or parts of the page; the wording stands in the comment.",
    ),
    "change_overlaps": (
        "An der Stelle ist schon eine andere Fassung eingetragen; diese Fassung steht im Kommentar.",
        "Another wording is already entered in this passage; this wording stands in the comment.",
    ),
    "change_characters": (
        "Die Fassung enthält Zeichen, die eine Word-Datei nicht fassen kann.",
        "The wording holds characters that a Word file cannot hold.",
    ),
    "change_inexact": (
        "Die Fassung ließ sich nicht genau so eintragen; sie steht im Kommentar.",
        "The wording could not be entered exactly like this; it stands in the comment.",
    ),
    "to_fill_in": (
        "In der vorgeschlagenen Fassung ist noch etwas einzusetzen; es steht dort in eckigen Klammern.",
        "Something is still to be filled in in the proposed wording; it stands there in square brackets.",
    ),
    "not_copied": (
        "In das Dokument lassen sich keine Anmerkungen schreiben (geschützt oder beschädigt); die E-Mail enthält nur den Bericht.",
        "No notes can be written into the document (protected or damaged); the e-mail holds the report alone.",
    ),
    "old_remarks": (
        "In der Datei standen schon Kommentare oder nachverfolgte Änderungen; sie stehen auch in der Kopie. Bitte prüfen Sie, ob die andere "
        "Seite sie sehen darf.",
        "There were comments or tracked changes in the file already; they stand in the copy, too. Please check whether the other side may "
        "see them.",
    ),
    "signed": (
        "Das Dokument ist elektronisch unterschrieben. Die Anmerkungen kamen danach dazu; PDF-Programme melden das als Änderung.",
        "The document is signed electronically. The notes were added after that; PDF programs will report it as a change.",
    ),
}
_PHRASES: Final[dict[str, Pair]] = {
    "in_text": ("(im Text als Änderung eingetragen)", "(entered in the text as a change)"),
    "also_at": ("Betrifft auch: {places}", "Also concerns: {places}"),
    "see_page": ("Siehe die Anmerkung auf Seite {page}.", "See the note on page {page}."),
}


def copy_reason(code: str, lang: Lang) -> str:
    """The sentence for a `CopyReason`."""
    return filled(_REASONS[code], {}, lang)


def copy_phrase(code: str, lang: Lang, **params: object) -> str:
    """What a note in a copy says besides the finding."""
    return filled(_PHRASES[code], params, lang)
