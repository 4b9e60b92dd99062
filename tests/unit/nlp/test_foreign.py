"""A paragraph in another language inside a German clause is listed with its place."""

from __future__ import annotations

from app.nlp.foreign import foreign_paragraphs
from tests.unit.comparing.made import reading

GERMAN = (
    "Der Anbieter haftet unbeschränkt für Vorsatz und grobe Fahrlässigkeit seiner gesetzlichen Vertreter und Gehilfen."
)
ENGLISH = (
    "The supplier shall be liable without limitation for intent and gross negligence of its legal representatives."
)


def test_an_english_paragraph_is_found_at_its_place() -> None:
    read = reading(GERMAN, f"{GERMAN}\n{ENGLISH}")
    (part,) = foreign_paragraphs(read.clauses)
    assert part.reason == "language"
    assert [read.source.text[a:b] for a, b in part.spans] == [ENGLISH]


def test_german_and_short_foreign_words_are_not_listed() -> None:
    assert list(foreign_paragraphs(reading(GERMAN, f"{GERMAN}\nService Level Agreement for Hosting").clauses)) == []
