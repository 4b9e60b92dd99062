"""Paragraphs of another language inside German clauses: nothing there is analysed, so they are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten

from app.models.reading import Clause, NotAnalysed
from app.nlp.language import language_of

FEWEST_WORDS = 12  # below that a product name or a quoted title could pass for another language
EXCERPT = 80
_PARAGRAPH = re.compile(r"[^\n]+")


def foreign_paragraphs(clauses: Iterable[Clause]) -> Iterator[NotAnalysed]:
    """The paragraphs of German clauses that are clearly in another language."""
    for clause in clauses:
        if clause.language != "de":
            continue
        for match in _PARAGRAPH.finditer(clause.text):
            if len(match[0].split()) >= FEWEST_WORDS and language_of(match[0]) in ("en", "other"):
                spans = clause.canonical(*match.span())
                excerpt = shorten(match[0], EXCERPT, placeholder=" …")
                yield NotAnalysed("language", spans, clause.page, clause.paragraph, excerpt)
