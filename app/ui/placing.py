"""Places and quotes as printed: places in the report's words, quotation marks of the language."""

from __future__ import annotations

from dataclasses import replace

from app.models.reading import Clause, Reading
from app.reporting.places import STEP, clause_place, place_lines
from app.wording.lang import Lang

_STEPS = 2


def place_text(clause: Clause, reading: Reading, lang: Lang) -> str:
    """Labels and headings from the top, then the page or the paragraph."""
    return ", ".join(place_lines([clause_place(clause, reading)], lang))


def short_place(clause: Clause, reading: Reading, lang: Lang) -> str:
    """The same where there is little room: the last two steps of a long path."""
    place = clause_place(clause, reading)
    steps = place.path.split(STEP)
    return ", ".join(place_lines([replace(place, path=STEP.join(steps[-_STEPS:]))], lang))


def quoted(text: str, lang: Lang) -> str:
    """The text in the language's quotation marks."""
    return f"„{text}“" if lang == "de" else f"“{text}”"
