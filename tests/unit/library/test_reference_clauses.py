"""The shipped reference clauses: coverage, completeness, and rules that neither repeat nor contradict each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, product

import pytest
from rapidfuzz import fuzz

from app import paths
from app.library.loader import load
from app.library.model import Comparator, PositionRank, ReferenceClause, Rule, Status
from app.models.facts import Audience, ContractKind, Perspective
from app.models.provisions import Duration, ProvisionKind, Unit
from app.wording.rules import RULES

LIBRARY = load(paths.clause_library())

CORE = {
    "liability": {ProvisionKind.LIABILITY_CAP, ProvisionKind.LIABILITY_EXCLUSION},
    "notice period": {ProvisionKind.NOTICE_PERIOD},
    "objection deadline": {ProvisionKind.OBJECTION_DEADLINE},
}
PER_CORE_KIND = 12
OTHER_SUBJECTS = 12
CORE_TYPES = {"limitation_of_liability", "termination", "objection_deadline", "notice_of_defects", "change_of_terms", "acceptance"}  # fmt: skip
NEARLY_THE_SAME = 85  # per cent of equal words
LIMITS = re.compile(r"begrenzt|höchstens|ausgeschlossen|bis zu [\d.]+ Euro")
DAYS = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WORKING_DAY: 1.4, Unit.WEEK: 7, Unit.MONTH: 30, Unit.QUARTER: 91, Unit.YEAR: 365}  # fmt: skip

Cell = tuple[Perspective, Audience, ContractKind | None]


def in_cell(clause: ReferenceClause, cell: Cell) -> bool:
    perspective, audience, kind = cell
    return (
        clause.perspective is perspective
        and (not clause.audiences or audience in clause.audiences)
        and (not clause.contract_kinds or kind in clause.contract_kinds)
    )


def cells() -> Iterator[Cell]:
    yield from product(Perspective, Audience, (None, *ContractKind))


def rules_in(cell: Cell) -> list[Rule]:
    return [rule for clause in LIBRARY.clauses if in_cell(clause, cell) for rule in clause.rules]


def about(clause: ReferenceClause, kinds: set[ProvisionKind]) -> bool:
    return any(rule.provision in kinds for rule in clause.rules)


# --- coverage -----------------------------------------------------------------------------------------------------------


def test_every_core_kind_is_covered_for_both_sides_and_every_audience(capsys: pytest.CaptureFixture[str]) -> None:
    table = {
        (name, p, a): sum(about(c, kinds) for c in LIBRARY.clauses if in_cell(c, (p, a, None)))
        for (name, kinds), p, a in product(CORE.items(), Perspective, Audience)
    }
    with capsys.disabled():
        print("\n\nReference clauses with rules, for any kind of contract")
        for (name, perspective, audience), number in table.items():
            print(f"  {name:20}{perspective:10}{audience:10}{number:3}")
    assert [cell for cell, number in table.items() if not number] == []


def test_every_core_kind_is_covered_for_every_kind_of_contract_too() -> None:
    """Rules for some kinds of contract leave the others to another reference."""
    gaps = [
        (name, cell)
        for (name, kinds), cell in product(CORE.items(), product(Perspective, Audience, ContractKind))
        if not any(about(c, kinds) for c in LIBRARY.clauses if in_cell(c, cell))
    ]
    assert gaps == []


@pytest.mark.parametrize("kind", ContractKind)
@pytest.mark.parametrize("perspective", Perspective)
@pytest.mark.parametrize("about_what", [ProvisionKind.CONTRACT_TERM, ProvisionKind.RENEWAL_TERM])
def test_term_and_renewal_are_limited_for_consumers_once_in_every_kind_of_contract(
    about_what: ProvisionKind, perspective: Perspective, kind: ContractKind
) -> None:
    rules = rules_in((perspective, Audience.B2C, kind))
    assert len([rule for rule in rules if rule.provision is about_what]) == 1


@pytest.mark.parametrize("kind", ContractKind)
@pytest.mark.parametrize("perspective", Perspective)
def test_notice_by_consumers_is_limited_once_in_every_kind_of_contract(
    perspective: Perspective, kind: ContractKind
) -> None:
    rules = rules_in((perspective, Audience.B2C, kind))
    limits = [r for r in rules if r.provision is ProvisionKind.NOTICE_PERIOD and r.field == "duration"]
    assert len([r for r in limits if r.obliged == "customer"]) == 1


@pytest.mark.parametrize("name", CORE)
def test_each_core_kind_has_enough_reference_clauses(name: str) -> None:
    assert sum(about(c, CORE[name]) for c in LIBRARY.clauses) >= PER_CORE_KIND


def test_other_usual_subjects_are_there_for_both_sides() -> None:
    sides = defaultdict(set)
    for clause in LIBRARY.clauses:
        sides[clause.type].add(clause.perspective)
    others = {name: found for name, found in sides.items() if name not in CORE_TYPES}
    assert len(others) >= OTHER_SUBJECTS
    assert {name for name, found in others.items() if found != set(Perspective)} == set()


# --- each clause --------------------------------------------------------------------------------------------------------


def each_clause() -> list[object]:
    return [pytest.param(clause, id=clause.id) for clause in LIBRARY.clauses]


@pytest.mark.parametrize("clause", each_clause())
def test_a_clause_has_one_preferred_wording_a_fallback_and_a_limit_of_the_acceptable(clause: ReferenceClause) -> None:
    ranks = Counter(position.rank for position in clause.positions)
    assert ranks[PositionRank.PREFERRED] == 1
    assert ranks[PositionRank.FALLBACK] >= 1
    assert ranks[PositionRank.UNACCEPTABLE] >= 1


@pytest.mark.parametrize("clause", each_clause())
def test_wordings_are_whole_sentences_and_differ(clause: ReferenceClause) -> None:
    for position in clause.positions:
        assert len(position.text) >= 60
        assert position.text.endswith((".", "…"))
    for first, second in combinations(clause.positions, 2):
        assert fuzz.token_set_ratio(first.text, second.text) < NEARLY_THE_SAME


@pytest.mark.parametrize("clause", each_clause())
def test_starter_clauses_say_who_they_are_for_and_that_they_await_review(clause: ReferenceClause) -> None:
    assert clause.status is Status.REVIEW
    assert clause.language == "de"
    assert len(clause.guidance) >= 60
    assert clause.tags


@pytest.mark.parametrize("clause", each_clause())
def test_rules_of_a_clause_bear_its_id(clause: ReferenceClause) -> None:
    assert [r.id for r in clause.rules if not r.id.startswith(clause.id + ".")] == []
    assert [r.id for r in clause.rules if not re.fullmatch(r"[a-z_]+", r.message)] == []


@pytest.mark.parametrize("clause", each_clause())
def test_a_legal_basis_names_a_section_or_article_of_a_statute(clause: ReferenceClause) -> None:
    statute = re.compile(
        r"(§§?|Art\.|Anlage) .*\b(BGB|HGB|ZPO|UrhG|ProdHaftG|GeschGehG|DSGVO|EGBGB|TKG|CISG|Rom-I-Verordnung|Verordnung \(EU\) \d{4}/\d+)$"
    )
    norms = [basis.norm for basis in clause.legal_basis] + ([clause.silence.norm] if clause.silence else [])
    assert [norm for norm in norms if not statute.match(norm)] == []


@pytest.mark.parametrize(
    "clause", [c for c in LIBRARY.clauses if c.type == "limitation_of_liability"], ids=lambda c: c.id
)
def test_no_limitation_we_would_sign_forgets_intent(clause: ReferenceClause) -> None:
    for position in clause.positions:
        if position.rank is not PositionRank.UNACCEPTABLE and LIMITS.search(position.text):
            assert "Vorsatz" in position.text


@pytest.mark.parametrize("name", ["liability-supplier-b2c", "liability-supplier-b2b", "liability-customer-b2c"])
@pytest.mark.parametrize("exception", ["Vorsatz", "grober Fahrlässigkeit", "Leben, Körper", "Produkthaftungsgesetz"])
def test_the_basic_limitation_names_every_exception(name: str, exception: str) -> None:
    clause = next(c for c in LIBRARY.clauses if c.id == name)
    wordings = [p.text for p in clause.positions if p.rank is not PositionRank.UNACCEPTABLE and "einfach" in p.text]
    forms = {"Leben, Körper": r"Leben, Körper (oder|und)", "grober Fahrlässigkeit": r"grobe[r]? Fahrlässigkeit"}
    assert any(re.search(forms.get(exception, exception), text) for text in wordings)


# --- norms --------------------------------------------------------------------------------------------------------------

LIABILITY = {"limitation_of_liability"}
SUBJECTS = {
    # norm: the subjects it is about; what it may stand beside
    "§ 14 ProdHaftG": LIABILITY,
    "§ 254 BGB": LIABILITY,
    "§ 271a BGB": {"payment"},
    "§ 276 Abs. 3 BGB": LIABILITY,
    "§ 278 BGB": LIABILITY | {"subcontracting"},
    "§ 286 BGB": {"delay"},
    "§ 307 Abs. 2 Nr. 2 BGB": LIABILITY,
    "§ 308 Nr. 1a BGB": {"payment"},
    "§ 308 Nr. 1b BGB": {"acceptance"},
    "§ 308 Nr. 5 BGB": {"acceptance", "change_of_terms", "objection_deadline", "price_change"},
    "§ 309 Nr. 1 BGB": {"price_change"},
    "§ 309 Nr. 2, 3 BGB": {"set_off"},
    "§ 309 Nr. 7 BGB": LIABILITY,
    "§ 309 Nr. 7 Buchst. b BGB": LIABILITY | {"delay"},
    "§ 309 Nr. 8 Buchst. a BGB": {"delay"},
    "§ 309 Nr. 8 Buchst. b BGB": {"notice_of_defects", "warranty"},
    "§ 309 Nr. 9 BGB": {"term", "termination"},
    "§ 309 Nr. 13 BGB": {"termination", "written_form"},
    "§ 313 BGB": {"force_majeure", "price_change"},
    "§ 314 BGB": {"termination"},
    "§ 377 HGB": {"notice_of_defects"},
    "§ 438 BGB": {"warranty"},
    "§ 476 Abs. 1 BGB": {"notice_of_defects"},
    "§ 476 Abs. 2 BGB": {"warranty"},
    "§ 573c BGB": {"termination"},
    "§ 580a BGB": {"termination"},
    "§ 580a Abs. 3 BGB": {"termination"},
    "§ 621 BGB": {"termination"},
    "§ 634a BGB": {"warranty"},
    "§ 640 BGB": {"acceptance"},
    "§ 640 Abs. 2 BGB": {"acceptance"},
}
ANYWHERE = ("§ 307 BGB", "§ 307 Abs. 1 BGB", "§ 310 Abs. 1 BGB")


def cites(norm: str) -> list[ReferenceClause]:
    return [c for c in LIBRARY.clauses if any(basis.norm == norm for basis in c.legal_basis)]


def test_a_norm_stands_beside_the_subjects_it_is_about() -> None:
    """A norm that is not in the table belongs to a single type."""
    types = defaultdict(set)
    for clause in LIBRARY.clauses:
        for basis in clause.legal_basis:
            types[basis.norm].add(clause.type)
    for norm, found in types.items():
        if norm not in ANYWHERE:
            assert found <= SUBJECTS.get(norm, found), norm
            assert norm in SUBJECTS or len(found) == 1, norm


def test_good_cause_is_no_basis_for_the_length_of_an_ordinary_notice() -> None:
    assert [c.id for c in cites("§ 314 BGB") if any(rule.field == "duration" for rule in c.rules)] == []


@pytest.mark.parametrize("norm", ["§ 308 Nr. 1a BGB", "§ 308 Nr. 1b BGB"])
def test_periods_that_a_user_of_terms_grants_himself_concern_those_who_wait(norm: str) -> None:
    assert {c.perspective for c in cites(norm)} <= {Perspective.SUPPLIER}


def test_the_limits_of_continuing_services_are_cited_for_no_rental() -> None:
    assert len(cites("§ 309 Nr. 9 BGB")) >= 6
    assert [c.id for c in cites("§ 309 Nr. 9 BGB") if not c.contract_kinds or "rental" in c.contract_kinds] == []
    assert [c.id for c in cites("§ 309 Nr. 9 BGB") if "01.03.2022" not in c.guidance] == []


def test_rules_for_consumers_are_cited_for_businesses_only_with_a_remark() -> None:
    """§ 310 Abs. 1 BGB: towards businesses §§ 308, 309 apply only through § 307, but for § 308 Nr. 1a and 1b."""
    bare = [
        (clause.id, basis.norm)
        for clause in LIBRARY.clauses
        if clause.audiences and Audience.B2C not in clause.audiences
        for basis in clause.legal_basis
        if re.match(r"§ 30[89] ", basis.norm) and "§ 310 Abs. 1 BGB" not in basis.source
    ]
    assert bare == []


VERDICT = re.compile(r"\b(?:unwirksam|nichtig|unzulässig|rechtswidrig|verboten|abmahnfähig|haltbar)\b")
HEDGE = re.compile(r"in aller Regel|Hinweis:|voraussichtlich|zu bestätigen")


@pytest.mark.parametrize("clause", each_clause())
def test_guidance_and_notes_point_out_and_do_not_judge(clause: ReferenceClause) -> None:
    for text in (clause.guidance, *(position.note for position in clause.positions)):
        judging = [part for part in re.split(r"(?<=[a-zäöü]{4})\. ", text) if VERDICT.search(part)]
        assert [part for part in judging if not HEDGE.search(part)] == []


# --- rules together -----------------------------------------------------------------------------------------------------


def both_look(first: Rule, second: Rule) -> bool:
    """Whether one provision can meet the conditions of both rules."""
    if first.provision is not second.provision:
        return False
    if first.obliged and second.obliged and first.obliged is not second.obliged:
        return False
    if left_out(first, second) or left_out(second, first):
        return False
    conditions = dict(second.where)
    return all(set(words) & set(conditions[name]) for name, words in first.where if name in conditions)


def left_out(first: Rule, second: Rule) -> bool:
    """Whether `unless` of the first rule leaves to the second what that one asks for."""
    exceptions = dict(first.unless)
    return any(set(words) <= set(exceptions[name]) for name, words in second.where if name in exceptions)


def measure(rule: Rule) -> str:
    """What is measured: a share or a multiple is as much the height of a cap as a sum is."""
    return "height" if rule.field in ("amount", "percent", "factor") else rule.field


def pairs() -> Iterator[tuple[Cell, Rule, Rule]]:
    for cell in cells():
        yield from ((cell, a, b) for a, b in combinations(rules_in(cell), 2) if both_look(a, b))


def test_no_value_is_held_against_two_rules_for_the_same_thing() -> None:
    repeated = {
        (a.id, b.id)
        for _, a, b in pairs()
        if measure(a) == measure(b) and {a.comparison, b.comparison} != {Comparator.AT_LEAST, Comparator.AT_MOST}
    }
    assert repeated == set()


def test_a_forbidden_provision_is_not_also_measured_unless_a_worse_state_of_it_weighs_more() -> None:
    measured = {
        (a.id, b.id)
        for _, a, b in pairs()
        if {a.comparison, b.comparison} & {Comparator.FORBIDDEN}
        and a.comparison is not b.comparison
        and not ({a.field, b.field} & {"duration", "immediate"} and "to" in dict(a.where) | dict(b.where))
        and not ({a.field, b.field} == {"", "carve_outs"} and a.severity is not b.severity)
    }
    assert measured == set()


def size(value: object) -> float:
    return value.value * DAYS[value.unit] if isinstance(value, Duration) else float(str(value))


def test_no_two_limits_leave_nothing_between_them() -> None:
    empty = set()
    for _, a, b in pairs():
        limits = {rule.comparison: rule.value for rule in (a, b)}
        both = a.field == b.field and set(limits) == {Comparator.AT_LEAST, Comparator.AT_MOST}
        if both and size(limits[Comparator.AT_LEAST]) > size(limits[Comparator.AT_MOST]):
            empty.add((a.id, b.id))
    assert empty == set()


def test_silence_on_a_subject_has_one_meaning_in_a_cell() -> None:
    for cell in cells():
        subjects = Counter(c.type for c in LIBRARY.clauses if c.silence and in_cell(c, cell))
        assert [name for name, number in subjects.items() if number > 1] == []


def test_silence_on_complaints_is_only_a_matter_where_goods_may_be_delivered() -> None:
    """§ 377 HGB is about goods; a contract for services needs no words on them."""
    silent = [c for c in LIBRARY.clauses if c.type == "notice_of_defects" and c.silence]
    assert {c.perspective for c in silent} == set(Perspective)
    goods = {ContractKind.PURCHASE, ContractKind.WORK, ContractKind.MIXED}
    assert [c.id for c in silent if set(c.contract_kinds) != goods] == []


def test_the_same_duty_is_judged_the_other_way_round_by_the_other_side() -> None:
    """A long notice of the customer harms the customer, a short one the supplier."""
    notice = {
        (perspective, rule.comparison)
        for perspective in Perspective
        for rule in rules_in((perspective, Audience.B2B, None))
        if rule.provision is ProvisionKind.NOTICE_PERIOD and rule.field == "duration" and rule.obliged == "customer"
    }
    assert notice == {(Perspective.CUSTOMER, Comparator.AT_MOST), (Perspective.SUPPLIER, Comparator.AT_LEAST)}


def test_every_message_has_a_sentence_of_its_own() -> None:
    assert {rule.message for clause in LIBRARY.clauses for rule in clause.rules if rule.message not in RULES} == set()
