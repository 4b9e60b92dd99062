"""Which position of a reference a clause is closest to: wording, figures, what turns it round, and policy above all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.evaluation import evaluate_reading
from app.library.model import Comparator, Library, Position, PositionRank, ReferenceClause
from app.models.analysis import MatchRank, PositionMatch
from app.models.facts import Fact, FactSource, Perspective
from app.models.provisions import Duration, NoticePeriod, Party, ProvisionKind, Unit
from app.wording.lang import LANGS
from app.wording.matches import match_text
from tests.unit.comparing.made import FACTS, library, reading, reference, rule, with_values

WANTED = (
    "Der Kunde kann den Wartungsvertrag mit einer Frist von einem Monat zum Ende eines Quartals in Textform kündigen."
)
SECOND = "Nach Ablauf der Mindestlaufzeit kündigt der Kunde die Wartung mit einer Frist von drei Monaten durch eingeschriebenen Brief."
THIRD = "Eine Beendigung der Wartung durch den Kunden ist jährlich zum 31. Dezember unter Einhaltung von sechs Monaten zulässig."
NEVER = "Der Kunde ist an die Wartung für die gesamte Lebensdauer der Anlage gebunden; ein Kündigungsrecht steht ihm nicht zu."
EXAMPLE = "Solange die Anlage betrieben wird, bleibt der Kunde an diesen Vertrag gebunden, ohne ihn beenden zu dürfen."
LIMIT = rule(
    ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(3, Unit.MONTH), obliged=Party.CUSTOMER
)


def position_set(**changes: object) -> ReferenceClause:
    own = reference(LIMIT, id_="notice", positions=(WANTED, SECOND, THIRD))
    never = Position(PositionRank.UNACCEPTABLE, NEVER, examples=(EXAMPLE,))
    return replace(own, positions=(*own.positions, never), **changes)  # type: ignore[arg-type]  # any field


def matched(text: str, shelf: Library | None = None, months: float | None = None) -> PositionMatch:
    read = reading(text, types=("termination",), subjects=("termination",))
    if months is not None:
        notice = NoticePeriod(Duration(months, Unit.MONTH), by=Party.CUSTOMER)
        read = with_values(read, (ProvisionKind.NOTICE_PERIOD, notice))
    (match,) = evaluate_reading(read, shelf or library(position_set()), FACTS).matches
    return match


CASES = [
    ("preferred", None, WANTED),
    ("preferred", None, "Mit einer Frist von einem Monat zum Quartalsende kann der Auftraggeber den Wartungsvertrag in Textform kündigen."),
    ("fallback", 1, SECOND.replace("die Wartung", "den Wartungsvertrag")),
    ("fallback", 2, "Der Kunde darf die Wartung jährlich zum 31. Dezember beenden, wenn er sechs Monate einhält."),
    ("unacceptable", None, NEVER.replace("gebunden;", "gebunden, und")),
    ("unacceptable", None, EXAMPLE),
    ("none", None, "Der Anbieter hinterlegt den Schlüssel zur Anlage bei einem Notar."),
    ("none", None, WANTED.replace("kann den", "kann den nicht verlängerten").replace("kündigen", "nicht kündigen")),
    ("none", None, WANTED.replace("Der Kunde", "Der Anbieter")),
]  # fmt: skip


@pytest.mark.parametrize(("rank", "number", "text"), CASES)
def test_a_clause_is_closest_to_a_position(rank: str, number: int | None, text: str) -> None:
    match = matched(text)
    assert (match.rank.value, match.fallback) == (rank, number)
    assert not any("{" in match_text(match, lang) for lang in LANGS)


def test_an_example_is_named() -> None:
    match = matched(EXAMPLE)
    assert (match.position, match.example) == (3, 0)
    assert "Beispiel 1" in match_text(match, "de")


def test_policy_beats_similarity() -> None:
    text = WANTED.replace("einem Monat", "neun Monaten")
    match = matched(text, months=9)
    assert (match.rank, match.position) == (MatchRank.NONE, 0)
    assert match.similarity > 0.8
    assert "9\u00a0Monate, Vorgabe höchstens 3\u00a0Monate" in match_text(match, "de")
    assert matched(WANTED, months=1).rank is MatchRank.PREFERRED


TURNED = [
    ("Eine Verneinung kam hinzu („nicht“)", WANTED.replace("kündigen", "nicht kündigen")),
    ("Eine Verneinung unserer Fassung fehlt („nicht“)", NEVER.replace("nicht ", "")),
    ("Die Seiten sind vertauscht (unsere Fassung: „Der Kunde“", WANTED.replace("Der Kunde", "Der Anbieter")),
    ("Können und Müssen sind vertauscht (unsere Fassung: „kann“, hier: „muss“)", WANTED.replace("kann", "muss")),
]


@pytest.mark.parametrize(("sentence", "text"), TURNED)
def test_what_turns_a_wording_round_is_said(sentence: str, text: str) -> None:
    assert sentence.replace("Der Kunde", "Kunde") in match_text(matched(text), "de")


def test_a_fallback_may_state_the_value_that_a_rule_is_against_the_preferred_wording_may_not() -> None:
    strict = replace(LIMIT, value=Duration(2, Unit.WEEK))
    shelf = library(position_set(rules=(strict,)))
    assert matched(SECOND, shelf, months=3).rank is MatchRank.FALLBACK
    assert matched(WANTED, shelf, months=1).rank is MatchRank.NONE


def test_of_two_positions_in_the_same_words_the_one_with_the_clauses_figure_is_meant() -> None:
    longer = Position(PositionRank.FALLBACK, WANTED.replace("einem Monat", "zwei Monaten"))
    own = reference(id_="notice", positions=(WANTED,))
    shelf = library(replace(own, positions=(*own.positions, longer)))
    assert matched(WANTED, shelf).rank is MatchRank.PREFERRED
    assert matched(longer.text, shelf).rank is MatchRank.FALLBACK
    assert (
        matched(longer.text.replace("zwei Monaten", "60 Tagen"), shelf).rank is MatchRank.PREFERRED
    )  # neither: the first


def test_a_placeholder_is_no_difference() -> None:
    own = reference(
        id_="notice", positions=(WANTED.replace("einem Monat", "{{Frist}}").replace("Der Kunde", "{{Kunde}}"),)
    )
    match = matched(WANTED.replace("Der Kunde", "Die Muster Handels GmbH"), library(own))
    assert (match.rank, match.similarity) == (MatchRank.PREFERRED, 1.0)
    assert "Monat" not in match_text(match, "de")  # what is filled in is neither the same nor another figure


def test_only_references_that_apply_are_matched() -> None:
    other = position_set(id="theirs", perspective=Perspective.SUPPLIER)
    read = reading(WANTED, types=("termination",), subjects=("termination",))
    assert evaluate_reading(read, library(other), FACTS).matches == ()
    supplier = replace(FACTS, perspective=Fact(Perspective.SUPPLIER, FactSource.USER))
    assert [m.reference for m in evaluate_reading(read, library(other, position_set()), supplier).matches] == ["theirs"]


def test_a_clause_near_to_several_references_matches_them_all_in_order() -> None:
    twin = position_set(id="another")
    read = reading(WANTED, types=("termination",), subjects=("termination",))
    assert [m.reference for m in evaluate_reading(read, library(position_set(), twin), FACTS).matches] == [
        "another",
        "notice",
    ]


def test_matches_decide_no_finding() -> None:
    read = reading(SECOND, types=("termination",), subjects=("termination",))
    assert [f.kind for f in evaluate_reading(read, library(position_set(rules=())), FACTS).findings] == []
