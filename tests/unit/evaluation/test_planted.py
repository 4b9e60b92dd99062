"""The planted faults are where they say, and the measure knows a finding that names them from one that does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.models.analysis import Finding, FindingKind, Severity
from tests.evaluation.planted.catalogue import all_faults
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.measure import analysed_terms, clean_analysis
from tests.evaluation.planted.terms import Terms, clean_terms, printed, read_terms

SOURCE = """title: Bedingungen
scheme: {scheme}
footer: unten
perspective: customer
user_of_terms: theirs
audience: b2b
contract_kind: service

== [first] Gegenstand
-- Es gilt {{second.two}}.
== [second] Zahlung
-- [one] Gezahlt wird monatlich.
+1
-- [two] Mit {{first}} hat das nichts zu tun.
.. a) gar nichts
"""


def terms(tmp_path: Path, scheme: str = "section") -> Terms:
    path = tmp_path / "made.terms"
    path.write_text(SOURCE.format(scheme=scheme), "utf-8")
    return read_terms(path)


@pytest.mark.parametrize(
    ("scheme", "labels", "first", "last"),
    [
        ("section", ["§ 1", "", "§ 2", "(1)", "(3)"], "Es gilt § 2 Abs. 3.", "Mit § 1 hat das nichts zu tun."),
        ("decimal", ["1.", "1.1", "2.", "2.1", "2.3"], "Es gilt Ziffer 2.3.", "Mit Ziffer 1 hat das nichts zu tun."),
    ],
)
def test_labels_and_references_follow_the_scheme(
    tmp_path: Path, scheme: str, labels: list[str], first: str, last: str
) -> None:
    units = printed(terms(tmp_path, scheme)).units
    assert [unit.label for unit in units] == labels
    assert (units[1].text, units[4].text, units[4].items) == (first, last, ["a) gar nichts"])


def test_an_unknown_line_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "made.terms"
    path.write_text("title: x\n\n=> [a] b\n", "utf-8")
    with pytest.raises(ValueError, match=r"=> \[a\]"):
        read_terms(path)


def test_words_that_are_not_there_cannot_be_changed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="jährlich"):
        terms(tmp_path).reworded("second.one", "jährlich im Voraus", "nie")


def test_what_is_put_in_or_taken_out_moves_the_numbers_of_the_rest(tmp_path: Path) -> None:
    more = terms(tmp_path).inserted("first.new", "Noch etwas.")
    assert [u.label for u in printed(more).units] == ["§ 1", "(1)", "(2)", "§ 2", "(1)", "(3)"]
    less = more.without("second.one")
    assert printed(less).labels["second.two"] == ("§ 2",)


def test_every_planted_document_differs_from_the_clean_one_and_names_places_that_it_has() -> None:
    clean = {name: printed(base).document("txt") for name, base in clean_terms().items()}
    for fault in all_faults():
        assert fault.document() != clean[fault.terms.name], fault.name
        assert set(fault.places) <= set(fault.printed.labels) or fault.one_of, fault.name
        assert fault.places or fault.says, fault.name


def finding(kind: FindingKind, *clauses: str, norm: str = "") -> Finding:
    return Finding("f1", "", kind, Severity.LOW, "code", clauses=clauses, legal_basis=(norm,) if norm else ())


BASE = clean_terms()["itservice"]
FAULT = Fault("x", FindingKind.CONTRADICTION, BASE, ("fees.due", "term.notice"))


@pytest.mark.parametrize(
    ("kind", "places", "found"),
    [
        (FindingKind.CONTRADICTION, ("fees.due", "term.notice"), True),
        (FindingKind.CONTRADICTION, ("fees.due", "term.notice", "liability.cap"), True),
        (FindingKind.CONTRADICTION, ("fees.due",), False),
        (FindingKind.CONTRADICTION, (), False),
        (FindingKind.DUPLICATE, ("fees.due", "term.notice"), False),
    ],
)
def test_a_fault_is_found_by_a_finding_of_its_kind_that_names_all_its_places(
    kind: FindingKind, places: tuple[str, ...], found: bool
) -> None:
    analysis = clean_analysis(BASE)
    ids = {clause.path: clause.id for clause in analysis.reading.clauses}
    named = [ids[printed(BASE).labels[place]] for place in places]
    assert FAULT.found_by(finding(kind, *named), analysis) is found


def test_one_place_is_enough_where_the_fault_says_so_and_the_norm_must_be_named() -> None:
    analysis = clean_analysis(BASE)
    clause = next(c.id for c in analysis.reading.clauses if c.path == printed(BASE).labels["fees.due"])
    any_place = replace(FAULT, one_of=True, says=("309 Nr. 3",))
    assert any_place.found_by(finding(FindingKind.CONTRADICTION, clause, norm="§ 309 Nr. 3 BGB"), analysis)
    assert not any_place.found_by(finding(FindingKind.CONTRADICTION, clause, norm="§ 309 Nr. 5 BGB"), analysis)


def test_the_facts_of_the_header_are_the_users() -> None:
    facts = analysed_terms(BASE, printed(BASE).document("txt"), "txt").facts
    assert (facts.perspective.value, facts.audience.value, facts.contract_kind.value) == ("supplier", "b2b", "service")
