"""A clause of a document becomes a reference clause, a position or an example; near-identical wordings are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import paths
from app.comparing.folding import folded_words
from app.importing.options import ReadOptions
from app.library.loader import load
from app.library.model import Position, PositionRank
from app.library.plain import clause_of, plain_clause
from app.library.problems import Problems
from app.models.facts import Audience, DealFacts, Fact
from app.pipeline.facts import assumed
from app.pipeline.stages import read, understand
from app.pipeline.taking import NEAR, Wordings, near_identical, taken_as, taken_as_new, wording_of

LIBRARY = load(paths.clause_library())
FACTS = assumed(date(2026, 11, 22))
TEXT = """Einkaufsbedingungen der Muster GmbH

§ 1 Geltungsbereich
(1) Diese Bedingungen gelten für alle Verträge.
(2) Andere Bedingungen gelten nicht.

§ 2 Gerichtsstand
Gerichtsstand ist Köln.

§ 3 Kündigung
(1) Der Kunde kann den Vertrag mit einer Frist von drei Monaten zum Monatsende kündigen.
(2) Die Kündigung bedarf der Textform.
"""
RANKS = list(PositionRank)


@pytest.fixture(scope="module")
def reading():
    return understand(read(TEXT.encode(), "x.txt", ReadOptions()))


def clause(reading, heading):
    return next(one for one in reading.clauses if one.heading == heading)


def refused(plain):
    problems = Problems()
    clause_of(plain, problems)
    return [(one.field, one.code.value) for one in problems.found]


def ranks(plain):
    return [(one["rank"], one["text"]) for one in plain["position"]]


def test_a_clause_is_taken_with_its_paragraphs(reading):
    assert wording_of(clause(reading, "Geltungsbereich"), reading) == (
        "Diese Bedingungen gelten für alle Verträge.\n\nAndere Bedingungen gelten nicht."
    )


def test_a_clause_becomes_a_valid_draft(reading):
    plain = taken_as_new(clause(reading, "Kündigung"), reading, FACTS, LIBRARY.types)
    assert refused(plain) == []
    assert {key: plain[key] for key in ("id", "title", "type", "perspective", "audience", "status", "version")} == {
        "id": "termination-customer-b2b-kuendigung",
        "title": "Kündigung",
        "type": "termination",
        "perspective": "customer",
        "audience": ["b2b", "merchants"],
        "status": "draft",
        "version": 1,
    }
    assert "x.txt" not in str(plain)


def test_an_id_that_is_taken_gets_a_number(reading):
    plain = taken_as_new(
        clause(reading, "Kündigung"), reading, FACTS, LIBRARY.types, taken=["termination-customer-b2b-kuendigung"]
    )
    assert plain["id"] == "termination-customer-b2b-kuendigung-2"


def test_a_type_that_the_library_does_not_know_is_left_open(reading):
    plain = taken_as_new(clause(reading, "Kündigung"), reading, FACTS, ())
    assert "type" not in plain


def test_a_clause_without_heading_is_named_by_its_first_words(reading):
    part = next(one for one in reading.clauses if one.text.startswith("Der Kunde kann"))
    assert taken_as_new(part, reading, FACTS, LIBRARY.types)["title"] == "Der Kunde kann den Vertrag mit einer Frist …"


@pytest.mark.parametrize(
    ("audience", "audiences"),
    [(Audience.B2C, ["b2c"]), (Audience.MERCHANTS, ["merchants"]), (None, None)],
)
def test_the_audience_comes_from_the_facts(reading, audience, audiences):
    plain = taken_as_new(clause(reading, "Kündigung"), reading, replace(FACTS, audience=Fact(audience)), LIBRARY.types)
    assert plain.get("audience") == audiences


def test_unknown_facts_give_a_draft_too(reading):
    assert taken_as_new(clause(reading, "Kündigung"), reading, DealFacts(), LIBRARY.types)["perspective"] == "customer"


BASE = {"id": "a", "position": [{"rank": "preferred", "text": "P"}, {"rank": "unacceptable", "text": "U"}]}
COURT = "Gerichtsstand ist Köln."


@pytest.mark.parametrize(
    ("rank", "as_example", "position", "expected"),
    [
        ("fallback", False, None, [("preferred", "P"), ("fallback", COURT), ("unacceptable", "U")]),
        ("preferred", False, None, [("preferred", "P"), ("preferred", COURT), ("unacceptable", "U")]),
        ("unacceptable", False, None, [("preferred", "P"), ("unacceptable", "U"), ("unacceptable", COURT)]),
        ("unacceptable", True, None, [("preferred", "P"), ("unacceptable", "U", COURT)]),
        ("fallback", True, None, [("preferred", "P"), ("fallback", COURT), ("unacceptable", "U")]),
        ("preferred", True, 0, [("preferred", "P", COURT), ("unacceptable", "U")]),
    ],
)
def test_a_clause_becomes_a_position_or_an_example(reading, rank, as_example, position, expected):
    before = str(BASE)
    taken = taken_as(
        PositionRank(rank), clause(reading, "Gerichtsstand"), reading, BASE, as_example=as_example, position=position
    )
    assert [(one["rank"], one["text"], *one.get("examples", [])) for one in taken["position"]] == expected
    assert str(BASE) == before


def test_the_same_example_is_not_added_twice(reading):
    court = clause(reading, "Gerichtsstand")
    once = taken_as(PositionRank.UNACCEPTABLE, court, reading, BASE, as_example=True)
    assert taken_as(PositionRank.UNACCEPTABLE, court, reading, once, as_example=True) == once


def test_fallbacks_stand_in_the_order_in_which_they_are_taken(reading):
    plain = taken_as(PositionRank.FALLBACK, clause(reading, "Gerichtsstand"), reading, BASE, as_example=False)
    plain = taken_as(PositionRank.FALLBACK, clause(reading, "Kündigung"), reading, plain, as_example=False)
    assert [rank for rank, _ in ranks(plain)] == ["preferred", "fallback", "fallback", "unacceptable"]
    assert ranks(plain)[1][1] == COURT


def test_a_position_taken_onto_a_clause_of_the_library_stays_valid(reading):
    for reference in LIBRARY.clauses[:10]:
        for rank in RANKS:
            onto = plain_clause(reference)
            taken = taken_as(rank, clause(reading, "Kündigung"), reading, onto, as_example=rank is RANKS[2])
            assert refused(taken) == []


# --- near-identical -------------------------------------------------------------------------------------------------------

REFERENCE = next(one for one in LIBRARY.clauses if len(one.positions) == 3)
WORDING = REFERENCE.positions[0].text


@pytest.mark.parametrize(
    ("text", "similarity"),
    [
        (WORDING, 1.0),
        (WORDING.upper().replace("ß", "SS"), 1.0),
        (WORDING.replace(" ", "\n"), 1.0),
        (WORDING + " Ergänzung am Ende.", None),
    ],
)
def test_a_wording_of_the_library_is_found_again(text, similarity):
    best = near_identical(text, LIBRARY.clauses)[0]
    assert (best.reference, best.index, best.rank, best.example) == (REFERENCE.id, 0, RANKS[0], None)
    assert best.similarity == similarity if similarity else NEAR <= best.similarity < 1


@pytest.mark.parametrize("text", ["", "   ", "§§", "Das Wetter ist heute schön und morgen wird es regnen."])
def test_another_text_is_near_to_nothing(text):
    assert near_identical(text, LIBRARY.clauses) == ()


def test_examples_are_compared_too():
    position = replace(REFERENCE.positions[2], examples=("Ganz anderer Wortlaut über Äpfel und Birnen.",))
    changed = replace(REFERENCE, positions=(*REFERENCE.positions[:2], position))
    best = near_identical("Ganz anderer Wortlaut über Äpfel und Birnen", [changed])[0]
    assert (best.index, best.example, best.rank, best.similarity) == (2, 0, PositionRank.UNACCEPTABLE, 1.0)


def test_ties_are_in_the_order_of_id_and_place():
    twin = replace(REFERENCE, id="aa", positions=(REFERENCE.positions[0], REFERENCE.positions[0]))
    found = near_identical(WORDING, [REFERENCE, twin])
    assert [(one.reference, one.index) for one in found[:3]] == [("aa", 0), ("aa", 1), (REFERENCE.id, 0)]


def test_no_clauses_are_near_to_nothing():
    assert near_identical(WORDING, ()) == ()


words = st.lists(
    st.sampled_from(["der", "kunde", "kann", "mit", "frist", "von", "drei", "monaten", "kündigen"]),
    min_size=1,
    max_size=14,
)


@settings(max_examples=120, deadline=None)
@given(words, words)
def test_similarity_is_twice_the_longest_common_sequence_over_both_lengths(one, two):
    reference = replace(REFERENCE, positions=(Position(PositionRank.PREFERRED, " ".join(one)),))
    found = near_identical(" ".join(two), Wordings([reference]))
    expected = round(2 * _common(one, two) / (len(one) + len(two)), 4)
    assert [near.similarity for near in found] == ([expected] if expected >= NEAR else [])


def _common(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        above = 0
        for n, y in enumerate(b, 1):
            above, row[n] = row[n], above + 1 if x == y else max(row[n], row[n - 1])
    return row[-1]


@pytest.mark.bench
def test_five_thousand_clauses_are_compared_in_a_blink(record_property):
    import time

    many = [
        replace(reference, id=f"{reference.id}-{n}", positions=tuple(_varied(p, n) for p in reference.positions))
        for n in range(5000 // len(LIBRARY.clauses) + 1)
        for reference in LIBRARY.clauses
    ][:5000]
    start = time.perf_counter()
    wordings = Wordings(many)
    built = time.perf_counter()
    assert near_identical(f"{WORDING} sowie 3.", wordings)
    record_property("build_s", round(built - start, 3))
    record_property("ask_s", round(time.perf_counter() - built, 3))
    assert time.perf_counter() - built < 0.5


def _varied(position, n):
    return replace(position, text=f"{position.text} Nummer {n} und {n * 7}.")


def test_folding_is_that_of_the_comparison():
    assert folded_words("Straße „X“") == folded_words("STRASSE x")
