"""The words of the document that deal facts were read from, as rich text whose links lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from html import escape

from app.models.analysis import Analysis
from app.models.facts import DealFacts, Fact, FactSource
from app.reporting.places import evidence_quote, shortened
from app.ui.passages import passage_key, passage_of
from app.ui.placing import quoted, short_place
from app.ui.theme import Theme
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_QUOTED = 70  # characters; the whole quote is marked in the document


def fact_sources(analysis: Analysis, theme: Theme, lang: Lang) -> str:
    """A line for each fact that holds because the document says so, "" where there is none."""
    soft = theme.hex("palette", "soft")
    lines = "<br>".join(line for f in fields(DealFacts) for line in _lines(f.name, analysis, theme, lang))
    return f"<span style='color:{soft}'>{lines}</span>" if lines else ""


def _lines(name: str, analysis: Analysis, theme: Theme, lang: Lang) -> Iterator[str]:
    fact: Fact[object] = getattr(analysis.facts, name)
    if fact.source is not FactSource.DOCUMENT:
        return
    for evidence in fact.evidence[:1]:
        quote = evidence_quote(evidence, analysis.reading)
        key = passage_key([passage_of(evidence)])
        place = short_place(analysis.reading.by_id[evidence.clause], analysis.reading, lang)
        link = f"<a style='color:{theme.hex('palette', 'accent')}' href='{escape(key)}'>{escape(place)}</a>"
        said = escape(phrase("read_from", lang, fact=term("fact", name, lang), place="\0")).replace("\0", link)
        yield f"{said}: {escape(quoted(shortened(quote.text, _QUOTED), lang))}"
