"""What the import could not do or had to guess, as one sentence each.

The page is not part of the sentence where the note carries one: the faces name it.
"""

from __future__ import annotations

from typing import Final

from app.models.source import ImportNote
from app.wording.lang import Lang, Pair, filled
from app.wording.numbers import number_text, percent_text
from app.wording.terms import term

_SENTENCES: Final[dict[str, Pair]] = {
    "name_mismatch": (
        "Der Dateiname lässt {expected} erwarten, der Inhalt ist {found}; gelesen wurde nach dem Inhalt.",
        "The file name suggests {expected}, the content is {found}; it was read by its content.",
    ),
    "encoding_guessed": (
        "Die Zeichenkodierung der Textdatei steht nicht fest; angenommen wurde {encoding}. Bitte prüfen Sie Umlaute.",
        "The text file's encoding is not certain; {encoding} was assumed. Please check special characters.",
    ),
    "page_without_text": (
        "Seite {page} enthält keinen lesbaren Text, vermutlich ein Bild oder Scan. Sie wurde nicht ausgewertet.",
        "Page {page} holds no readable text, probably an image or a scan. It was not analysed.",
    ),
    "garbled_text": (
        "Der Text von Seite {page} ist unbrauchbar gespeichert (Schrift ohne Zeichentabelle) und wurde nicht ausgewertet.",
        "The text of page {page} is stored unusably (a font without a table of characters) and was not analysed.",
    ),
    "page_damaged": (
        "Seite {page} ist beschädigt und konnte nicht gelesen werden.",
        "Page {page} is damaged and could not be read.",
    ),
    "page_turned": (
        "Der Text von Seite {page} steht quer zur Seite und wurde nicht gelesen.",
        "The text of page {page} runs across the page and was not read.",
    ),
    "ocr_text_layer": (
        "Seite {page} ist ein Bild; gelesen wurde die darunter gespeicherte Texterkennung. Bitte mit Fehlern rechnen.",
        "Page {page} is a picture; what was read is the text recognition stored beneath it. Please expect mistakes.",
    ),
}


def note_sentence(note: ImportNote, lang: Lang) -> str:
    """The sentence for an import note."""
    shown: dict[str, object] = {"page": note.page if note.page is not None else "…"}
    for name, value in note.params.items():
        shown[name] = _shown(name, value, lang)
    return filled(_SENTENCES[note.code], shown, lang)


def _shown(name: str, value: str | float, lang: Lang) -> str:
    if name == "share" and isinstance(value, int | float):
        return percent_text(round(value * 100), lang)
    if isinstance(value, int | float):
        return number_text(value, lang)
    return term("language", value, lang) if name == "language" else value
