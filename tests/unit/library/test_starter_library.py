"""The starter library as a playbook: how many reference clauses for whom, and what else than wordings and rules they hold.

Comments are read by the other side, so they are held against what only we may know: numbers, approvers, words of the
guidance. Examples count as the position they stand with, so the rules must see them as they see the position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, product

import pytest
from rapidfuzz import fuzz

from app import paths
from app.comparing.policy import check_rules
from app.library.loader import load
from app.library.model import Library, Position, PositionRank, ReferenceClause
from app.library.placeholders import PLACEHOLDER, misplaced_braces, names
from app.models.analysis import MatchRank, Severity
from app.models.facts import Audience, ContractKind, DealFacts, Fact, GoverningLaw, Perspective
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.nlp.liability import liability_matrices
from app.nlp.provisions import find_provisions
from tests.evaluation.positionmatches import Case, named

LIBRARY = load(paths.clause_library())

CORE = {
    "limits of liability": ("limitation_of_liability", "delay"),
    "notice periods": ("termination",),
    "objection deadlines": ("objection_deadline", "notice_of_defects", "acceptance", "change_of_terms"),
}
CORE_TYPES = {name for types in CORE.values() for name in types}
IN_ALL = 130
PER_KIND = 24
PER_KIND_AND_SIDE = 12
PER_KIND_AND_AUDIENCE = 12
PER_CELL = 6
EARLIEST_KNOWLEDGE = date(2026, 11, 22)


def each(clauses: tuple[ReferenceClause, ...] = LIBRARY.clauses) -> list[object]:
    return [pytest.param(clause, id=clause.id) for clause in clauses]


def of_kind(name: str) -> list[ReferenceClause]:
    return [clause for clause in LIBRARY.clauses if clause.type in CORE[name]]


def is_for(clause: ReferenceClause, audience: Audience) -> bool:
    return not clause.audiences or audience in clause.audiences


# --- how many, for whom -------------------------------------------------------------------------------------------------


def test_there_are_many_reference_clauses() -> None:
    assert len(LIBRARY.clauses) >= IN_ALL


@pytest.mark.parametrize("name", CORE)
def test_each_core_kind_has_many(name: str) -> None:
    assert len(of_kind(name)) >= PER_KIND


@pytest.mark.parametrize(("name", "side"), [*product(CORE, Perspective)])
def test_each_core_kind_has_a_dozen_for_purchase_and_for_sale(name: str, side: Perspective) -> None:
    assert sum(clause.perspective is side for clause in of_kind(name)) >= PER_KIND_AND_SIDE


@pytest.mark.parametrize(("name", "audience"), [*product(CORE, (Audience.B2B, Audience.B2C))])
def test_each_core_kind_has_a_dozen_towards_businesses_and_towards_consumers(name: str, audience: Audience) -> None:
    assert sum(is_for(clause, audience) for clause in of_kind(name)) >= PER_KIND_AND_AUDIENCE


@pytest.mark.parametrize(("name", "side", "audience"), [*product(CORE, Perspective, (Audience.B2B, Audience.B2C))])
def test_no_corner_is_thin(name: str, side: Perspective, audience: Audience) -> None:
    assert sum(clause.perspective is side and is_for(clause, audience) for clause in of_kind(name)) >= PER_CELL


# --- what the other side may read ---------------------------------------------------------------------------------------

INTERNAL = re.compile(
    r"Rückfall|intern|Untergrenze|Obergrenze|Schmerzgrenze|verhandelbar|notfalls|Freigabe|Leitfaden|Richtwert|"
    r"Geschäftsführung|Leitung (?:Recht|Einkauf|Vertrieb|Finanzen)|Abmahnrisiko|angreifbar|unannehmbar|Police",
    re.IGNORECASE,
)
NUMBERS = (
    "ein|eine|einem|einen|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|fünfzehn|zwanzig|dreißig"
)
MEASURES = "Stunden?|(?:Werk)?Tage?n?|Wochen?|Monate?n?|Quartale?n?|Jahre?n?|Prozent|Euro|Millionen?"
LIMIT = re.compile(rf"\d|\b(?:{NUMBERS}) (?:{MEASURES})\b")
VERDICT = re.compile(r"\b(?:unwirksam|nichtig|unzulässig|rechtswidrig|verboten)\b")


@pytest.mark.parametrize("clause", each())
def test_the_comment_is_one_or_two_polite_sentences(clause: ReferenceClause) -> None:
    sentences = re.findall(r"[^.?!]+[.?!](?:\s|$)", clause.comment)
    assert 1 <= len(sentences) <= 2
    assert 40 <= len(clause.comment) <= 320
    assert clause.comment.endswith(".")


@pytest.mark.parametrize("clause", each())
def test_the_comment_gives_nothing_away(clause: ReferenceClause) -> None:
    assert INTERNAL.findall(clause.comment) == []
    assert LIMIT.findall(clause.comment) == []
    assert VERDICT.findall(clause.comment) == []


@pytest.mark.parametrize("clause", each())
def test_the_comment_is_not_the_guidance(clause: ReferenceClause) -> None:
    assert fuzz.token_set_ratio(clause.comment, clause.guidance) < 75


def test_every_comment_is_written_for_its_clause() -> None:
    assert len({clause.comment for clause in LIBRARY.clauses}) == len(LIBRARY.clauses)


# --- who keeps and who consents -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("clause", each())
def test_it_is_said_who_keeps_a_clause_and_who_consents_to_a_deviation(clause: ReferenceClause) -> None:
    assert clause.owner
    assert clause.approvals
    assert len({approval.approver for approval in clause.approvals}) == len(clause.approvals)


@pytest.mark.parametrize("clause", each())
def test_a_grave_deviation_needs_consent_whatever_the_contract_is_worth(clause: ReferenceClause) -> None:
    without_threshold = [a for a in clause.approvals if a.contract_value is None]
    assert any(Severity.HIGH.rank <= approval.severity.rank for approval in without_threshold)


@pytest.mark.parametrize("clause", each(tuple(c for c in LIBRARY.clauses if c.audiences == (Audience.B2C,))))
def test_the_legal_department_sees_what_deviates_towards_consumers(clause: ReferenceClause) -> None:
    assert "Leitung Recht" in {approval.approver for approval in clause.approvals}


# --- wordings -----------------------------------------------------------------------------------------------------------


def test_every_position_we_never_sign_has_examples() -> None:
    bare = [
        clause.id
        for clause in LIBRARY.clauses
        for position in clause.positions
        if position.rank is PositionRank.UNACCEPTABLE and len(position.examples) < 2
    ]
    assert bare == []


@pytest.mark.parametrize("clause", each())
def test_examples_are_whole_sentences_and_stand_once(clause: ReferenceClause) -> None:
    wordings = [text for position in clause.positions for text in position.wordings]
    assert [text for text in wordings if len(text) < 25 or not text.endswith((".", "…"))] == []
    assert [(a, b) for a, b in combinations(wordings, 2) if fuzz.ratio(a, b) > 90] == []


@pytest.mark.parametrize("clause", each())
def test_placeholders_are_well_formed_german_names(clause: ReferenceClause) -> None:
    for position in clause.positions:
        for text in position.wordings:
            assert misplaced_braces(text) == ""
            assert [
                name for name in names(text) if not re.fullmatch(r"[A-ZÄÖÜ][\wäöüß-]+(?: [\wäöüßÄÖÜ-]+)*", name)
            ] == []


def test_a_wording_exists_once_in_the_library() -> None:
    """The same words for another side or audience would leave open which reference speaks."""
    texts = [text for clause in LIBRARY.clauses for position in clause.positions for text in position.wordings]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


ENGLISH = re.compile(r"\b(?:shall|the|and|of the|party|parties|agreement|contract|liability)\b", re.IGNORECASE)


@pytest.mark.parametrize("clause", each())
def test_texts_are_german(clause: ReferenceClause) -> None:
    texts = [clause.comment, clause.guidance, *(t for p in clause.positions for t in p.wordings)]
    assert [text for text in texts if ENGLISH.search(text)] == []


@pytest.mark.parametrize("clause", each(tuple(c for c in LIBRARY.clauses if c.legal_basis)))
def test_the_legal_basis_is_dated(clause: ReferenceClause) -> None:
    assert {basis.as_of for basis in clause.legal_basis} == {EARLIEST_KNOWLEDGE}


# --- examples and rules -------------------------------------------------------------------------------------------------

SEEN = 0.7
"""Share of the examples of what we never sign, in clauses with rules, in which the program finds a broken rule."""


@cache
def reading_of(text: str) -> Reading:
    source = SourceDocument("muster.txt", "", len(text), "text/plain", text, (), (), ())
    clauses = (Clause("c0001", "c0001", "", "", text, (), None, 1),)
    provisions = find_provisions(clauses)
    return Reading(source, clauses, provisions, liability=liability_matrices(clauses, provisions))


def cells_of(clause: ReferenceClause) -> Iterator[DealFacts]:
    for audience, kind in product(clause.audiences or tuple(Audience), clause.contract_kinds or tuple(ContractKind)):
        yield DealFacts(
            perspective=Fact(clause.perspective),
            audience=Fact(audience),
            governing_law=Fact(GoverningLaw.DE),
            contract_kind=Fact(kind),
        )


def breaks_a_rule(clause: ReferenceClause, text: str) -> list[str]:
    reading = reading_of(text)
    return sorted(
        {v.rule.id for cell in cells_of(clause) for v in check_rules(reading, LIBRARY, cell)[1] if v.provision}
    )


def examples(*ranks: PositionRank) -> list[tuple[ReferenceClause, Position, str]]:
    return [
        (clause, position, text)
        for clause in LIBRARY.clauses
        for position in clause.positions
        if position.rank in ranks
        for text in position.examples
    ]


ACCEPTABLE = examples(PositionRank.PREFERRED, PositionRank.FALLBACK)


@pytest.mark.parametrize(("clause", "position", "text"), ACCEPTABLE, ids=[f"{c.id} {p.rank}" for c, p, _ in ACCEPTABLE])
def test_no_rule_objects_to_an_example_of_what_we_would_sign(
    clause: ReferenceClause, position: Position, text: str
) -> None:
    assert breaks_a_rule(clause, text) == []


def test_most_examples_of_what_we_never_sign_break_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    looked_at = [(c, text) for c, _, text in examples(PositionRank.UNACCEPTABLE) if c.rules]
    unseen = [(c.id, text) for c, text in looked_at if not breaks_a_rule(c, text)]
    with capsys.disabled():
        print(f"\n\nExamples of what we never sign: {len(looked_at) - len(unseen)} of {len(looked_at)} break a rule")
    assert 1 - len(unseen) / len(looked_at) >= SEEN, unseen


# --- wordings and the matching ------------------------------------------------------------------------------------------

ELSEWHERE_SAID = {("objection-supplier-b2c-invoice", PositionRank.FALLBACK)}
"""Positions that break a rule which only asks a reader to look (a promised notice): nearest to no position, and why."""


def rank_of(clause: ReferenceClause, library: Library, text: str) -> str:
    """The position of the reference that the matching names for a clause of these words; placeholders are filled."""
    case = Case(clause.id, MatchRank.NONE, "", PLACEHOLDER.sub("Musterstadt", text))
    return named(case, library).value


def wordings() -> list[tuple[ReferenceClause, PositionRank, str]]:
    return [(c, p.rank, text) for c in LIBRARY.clauses for p in c.positions for text in p.wordings]


def test_every_wording_is_found_as_the_position_it_is_or_counts_as() -> None:
    other = [(c.id, rank, text) for c, rank, text in wordings() if rank_of(c, LIBRARY, text) != rank.value]
    assert [place for place in other if place[:2] not in ELSEWHERE_SAID] == []


def test_an_example_that_the_matching_does_not_know_never_crosses_the_line() -> None:
    """Without the examples it may be near to nothing; but what we never sign must not look like what we would sign."""
    positions = [tuple(replace(position, examples=()) for position in c.positions) for c in LIBRARY.clauses]
    clauses = tuple(replace(c, positions=own) for c, own in zip(LIBRARY.clauses, positions, strict=True))
    bare = replace(LIBRARY, sha256="without examples", clauses=clauses)
    bad = PositionRank.UNACCEPTABLE
    told = [(c.id, text, p.rank, rank_of(c, bare, text)) for c, p, text in examples(*PositionRank)]
    crossed = [t for t in told if t[3] != MatchRank.NONE.value and (t[2] is bad) is not (t[3] == bad.value)]
    assert crossed == []
