"""Places and quotes as printed: places in the report's words, quotation marks of the language."""

from __future__ import annotations

from app.models.reading import Clause, Reading
from app.reporting.places import clause_place, place_lines
from app.wording.lang import Lang


def place_text(clause: Clause, reading: Reading, lang: Lang) -> str:
    """Labels and headings from the top, then the page or the paragraph."""
    return ", ".join(place_lines([clause_place(clause, reading)], lang))


def quoted(text: str, lang: Lang) -> str:
    """The text in the language's quotation marks."""
    return f"„{text}“" if lang == "de" else f"“{text}”"
