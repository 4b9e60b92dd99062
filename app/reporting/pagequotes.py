"""Words of the document on paper: between quotation marks, with their place below."""

from __future__ import annotations

from typing import Final

from app.reporting.paper import Paragraph, Span, Style, Tone
from app.reporting.places import place_lines
from app.reporting.reportmodel import Quote
from app.wording.lang import Lang

_MARKS: Final = {"de": ("„", "“"), "en": ("“", "”")}


def quoted(text: str, lang: Lang) -> str:
    """`text` between the language's quotation marks."""
    opening, closing = _MARKS[lang]
    return f"{opening}{text}{closing}"


def places_text(quote: Quote, lang: Lang) -> str:
    """All places of a quote in one line."""
    return "; ".join(place_lines(quote.places, lang))


def quote_paragraph(quote: Quote, lang: Lang) -> Paragraph:
    """What was read there, the words, and their place on a line of its own."""
    value = (Span(f"{quote.value}\n", strong=True),) if quote.value else ()
    place = (Span(f"\n{places_text(quote, lang)}", Tone.SOFT),) if quote.places else ()
    return Paragraph((*value, Span(quoted(quote.text, lang)), *place), Style.QUOTE)
