"""What the program is doing right now, in a few words."""

from __future__ import annotations

import math
from typing import Final

from app.progress import ProgressParams
from app.wording.lang import Lang, Pair, filled

_SENTENCES: Final[dict[str, Pair]] = {
    "reading": ("Datei wird gelesen", "Reading the file"),
    "reading_page": ("Seite {page} von {pages} wird gelesen", "Reading page {page} of {pages}"),
    "recognising_page": ("Texterkennung: Seite {page} von {pages}", "Text recognition: page {page} of {pages}"),
    "converting": ("LibreOffice wandelt die Datei um", "LibreOffice converts the file"),
    "segmenting": ("Klauseln werden abgegrenzt", "Finding the clauses"),
    "understanding": ("Fristen und Haftungsregeln werden gesucht", "Looking for periods and liability rules"),
    "evaluating": ("Vergleich mit der Klauselbibliothek", "Comparing with the clause library"),
    "comparing": ("Fassungen werden verglichen", "Comparing the versions"),
    "evaluating_case": ("Vorgang {number} von {total} wird ausgewertet", "Evaluating case {number} of {total}"),
    "rendering": ("Seite {page} wird gezeichnet", "Drawing page {page}"),
    "comparing_pack": ("Das Paket wird mit der Bibliothek verglichen", "Comparing the pack with the library"),
    "writing": ("Bericht wird geschrieben", "Writing the report"),
    "done": ("Fertig", "Done"),
}

_SECONDS: Final[Pair] = ("noch wenige Sekunden", "a few seconds left")
_TENS: Final[Pair] = ("noch etwa {count} Sekunden", "about {count} seconds left")
_MINUTE: Final[Pair] = ("noch etwa 1 Minute", "about 1 minute left")
_MINUTES: Final[Pair] = ("noch etwa {count} Minuten", "about {count} minutes left")


def progress_sentence(code: str, params: ProgressParams, lang: Lang) -> str:
    """The sentence for a progress call."""
    return filled(_SENTENCES[code], params, lang)


def remaining_sentence(seconds: float, lang: Lang) -> str:
    """How long it will take, as roughly as anybody can know it."""
    if seconds < 8:
        return filled(_SECONDS, {}, lang)
    if seconds <= 50:
        return filled(_TENS, {"count": 10 * math.ceil(seconds / 10)}, lang)
    minutes = math.ceil(seconds / 60 - 0.25)
    return filled(_MINUTE if minutes <= 1 else _MINUTES, {"count": minutes}, lang)
