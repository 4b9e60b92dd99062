"""Folding of searched words and texts, and where the hits stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.search import dropped, folded, indexed, marked, match_expression

SPELLINGS = ("Kündigung", "Kuendigung", "Kundigung", "KÜNDIGUNG", "Ku\u0308ndigung")


@pytest.mark.parametrize(
    ("text", "spelt", "bare"),
    [
        ("Kündigung", "kuendigung", "kundigung"),
        ("Kuendigung", "kuendigung", "kundigung"),
        ("STRAẞE", "strasse", "strasse"),
        ("Größe", "groesse", "grosse"),
        ("neue Steuer, Quelle", "neue steuer, quelle", "neue steuer, quelle"),  # no umlauts written out
        ("  zwei\n\tWörter ", "zwei woerter", "zwei worter"),
        ("Ver\u00adtrag", "vertrag", "vertrag"),
        ("ﬁnal 49²", "final 492", "final 492"),
        ("Café", "café", "café"),
        ("", "", ""),
    ],
)
def test_texts_are_folded(text: str, spelt: str, bare: str) -> None:
    assert (folded(text), dropped(text)) == (spelt, bare)


@pytest.mark.parametrize("query", SPELLINGS)
@pytest.mark.parametrize("text", SPELLINGS)
def test_it_does_not_matter_how_umlauts_are_written(text: str, query: str) -> None:
    assert marked(f"Die {text} gilt.", query) == ((4, 4 + len(text)),)


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Die Kündigungsfrist der Kündigung", "kündigung", ["Kündigung", "Kündigung"]),
        ("eine neue Frist", "neu", ["neu"]),
        ("aktuelle Preise", "uell", ["uell"]),
        ("aktuelle Preise", "elle", ["elle"]),
        ("Straße", "strasse", ["Straße"]),
        ("Strasse", "straße", ["Strasse"]),
        ("Maßstab", "maß", ["Maß"]),
        ("der Vertrag der AG (AG) in Magdeburg", "ag", ["AG", "AG"]),  # short words: only where a word begins
        ("nach § 309 BGB (§ 307)", "§", ["§", "§"]),
        ("Haftung für Vorsatz, für Haftung", '"haftung für"', ["Haftung für"]),
        ("Haftung für Vorsatz", "„für vorsatz“", ["für Vorsatz"]),
        ("Haftung für Vorsatz", "vorsatz haftung", ["Haftung", "Vorsatz"]),
        ("abcdabcd", "abcd cda", ["abcdabcd"]),  # hits that meet are one
        ("🙂 Frist", "frist", ["Frist"]),
        ("Frist", "", []),
        ("Frist", '""', []),
        ("Frist", "tag", []),
    ],
)
def test_hits_are_marked_in_the_text_as_written(text: str, query: str, hits: list[str]) -> None:
    assert [text[start:end] for start, end in marked(text, query)] == hits


GERMAN = st.text(st.sampled_from("abeioustzäöüßÄÖÜ \n-§éﬁ\u0308\u00ad"), max_size=30)


@given(GERMAN, st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if "\u0308" in (text[start : start + 1], text[start + len(part) : start + len(part) + 1]):
        return  # a letter was torn from its accent
    if len(folded(part)) > 2 and len(dropped(part)) > 2:
        assert marked(text, f'"{part}"')


@given(GERMAN, GERMAN)
def test_marks_are_in_order_and_apart(text: str, query: str) -> None:
    ends = [0]
    for start, end in marked(text, query):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(st.text(max_size=20))
def test_any_query_is_a_proper_expression(query: str) -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'trigram')")
        connection.execute("INSERT INTO texts VALUES (?)", [indexed(query)])
        if expression := match_expression(query):
            connection.execute("SELECT rowid FROM texts WHERE texts MATCH ?", [expression]).fetchall()
    finally:
        connection.close()
