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
        "Der Text auf Seite {page} ist nicht zuverlässig lesbar (fehlerhafte Schrift im PDF).",
        "The text on page {page} cannot be read reliably (faulty font in the PDF).",
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
