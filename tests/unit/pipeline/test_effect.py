"""What a changed clause changes in stored cases, and how one clause meets a document."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.jobs.task import run_task
from app.library.loader import load
from app.library.model import Approval, Comparator, ReferenceClause, Status
from app.models.analysis import Finding, FindingKind, Outcome, Severity
from app.models.facts import Perspective
from app.models.provisions import Duration
from app.paths import clause_library
from app.pipeline.effect import CaseEffect, Effect, effect, effect_on_cases, library_with, meeting
from app.storage.casestore import CaseStore, StoredReading
from tests.unit.storage.analysedsamples import NAMES, analysed

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LIBRARY = load(clause_library())


def _deviation() -> tuple[str, Finding, ReferenceClause]:
    """A sample with a period that is too long or too short, and the clause whose rule says so."""
    clauses = {clause.id: clause for clause in LIBRARY.clauses}
    for name in NAMES:
        for finding in analysed(name).findings:
            rules = {rule.id: rule for c in LIBRARY.clauses for rule in c.rules}
            rule = rules.get(finding.rule or "")
            if finding.kind is FindingKind.DEVIATION and rule and isinstance(rule.value, Duration) and not finding.also:
                return name, finding, clauses[finding.reference or ""]
    raise AssertionError("no sample has such a finding")


NAME, FOUND, CLAUSE = _deviation()


def stored(name: str = NAME) -> StoredReading:
    return StoredReading(f"id of {name}", name, analysed(name).reading, analysed(name).facts)


def with_rule(**changes) -> ReferenceClause:
    """The clause with another rule in the place of the broken one."""
    rules = tuple(replace(rule, **changes) if rule.id == FOUND.rule else rule for rule in CLAUSE.rules)
    return replace(CLAUSE, rules=rules)


def difference(clause: ReferenceClause, *readings: StoredReading) -> Effect:
    return effect(readings or (stored(),), LIBRARY, library_with(LIBRARY, clause))


def of(findings) -> list[tuple[str, str]]:
    return [(finding.anchor, finding.rule) for finding in findings]


SAME = (FOUND.anchor, FOUND.rule)


def generous() -> ReferenceClause:
    """The limit is moved so far that nothing breaks it."""
    rule = next(rule for rule in CLAUSE.rules if rule.id == FOUND.rule)
    assert isinstance(rule.value, Duration)
    value = 10_000.0 if rule.comparison is Comparator.AT_MOST else 0.0
    return with_rule(value=replace(rule.value, value=value))


# --- what changes


def test_without_a_change_nothing_changes():
    (case,) = difference(CLAUSE).cases
    assert case == CaseEffect(f"id of {NAME}", NAME, (), (), ())


def test_a_finding_vanishes_when_its_limit_is_moved():
    (case,) = difference(generous()).cases
    assert of(case.vanished) == [SAME]
    assert (case.appeared, case.changed) == ((), ())


def test_a_finding_appears_when_the_limit_is_moved_back():
    before, after = library_with(LIBRARY, generous()), LIBRARY
    (case,) = effect([stored()], before, after).cases
    assert of(case.appeared) == [SAME]
    assert (case.vanished, case.changed) == ((), ())


def test_a_finding_changes_with_the_severity_of_its_rule():
    severity = Severity.LOW if FOUND.severity is not Severity.LOW else Severity.HIGH
    (case,) = difference(with_rule(severity=severity)).cases
    ((before, after),) = case.changed
    assert (before.severity, after.severity) == (FOUND.severity, severity)
    assert (case.appeared, case.vanished) == ((), ())


def test_a_finding_changes_with_its_limit():
    rule = next(rule for rule in CLAUSE.rules if rule.id == FOUND.rule)
    nearer = 0.5 if rule.comparison is Comparator.AT_MOST else 2.0
    (case,) = difference(with_rule(value=replace(rule.value, value=rule.value.value * nearer))).cases
    assert SAME in of(after for _, after in case.changed)
    assert all(before.limit != after.limit for before, after in case.changed)


def test_a_finding_changes_with_the_consent_it_needs():
    (case,) = difference(replace(CLAUSE, approvals=(Approval("Frau Sonderbar", Severity.INFO),))).cases
    assert SAME in of(after for _, after in case.changed)
    assert {after.approvers for _, after in case.changed} == {("Frau Sonderbar",)}


def test_a_rule_with_a_new_id_is_no_new_finding():
    (case,) = difference(with_rule(id=f"{FOUND.rule}.neu")).cases
    assert (case.appeared, case.vanished, case.changed) == ((), (), ())


@pytest.mark.parametrize(
    "change",
    [{"guidance": "anders"}, {"status": Status.APPROVED}, {"version": 99}, {"tags": ("neu",)}, {"owner": "Anna"}],
    ids=str,
)
def test_what_no_reader_of_the_document_sees_is_no_change(change):
    (case,) = difference(replace(CLAUSE, **change)).cases
    assert (case.appeared, case.vanished, case.changed) == ((), (), ())


@pytest.mark.parametrize("status", [Status.RETIRED, Status.DRAFT])
def test_without_the_clause_its_findings_vanish(status):
    (case,) = difference(replace(CLAUSE, status=status)).cases
    assert SAME in of(case.vanished)


def test_a_new_clause_comes_into_the_order_of_ids():
    new = replace(CLAUSE, id="aaa")
    library = library_with(LIBRARY, new)
    assert library.clauses[0] == new
    assert len(library.clauses) == len(LIBRARY.clauses) + 1


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_depends_on_the_library_is_left_out(name):
    """Without any clause, everything vanishes that the analysis had from the library, and nothing else."""
    (case,) = effect([stored(name)], LIBRARY, replace(LIBRARY, clauses=())).cases
    own = {rule.id for clause in LIBRARY.clauses for rule in clause.rules} | {
        c.id + "#required" for c in LIBRARY.clauses
    }
    expected = {a for f in analysed(name).findings for a in _anchors(f, own | {None})}
    assert {finding.anchor for finding in case.vanished} == expected
    assert (case.appeared, case.changed) == ((), ())


def _anchors(finding: Finding, rules: set[str | None]) -> set[str]:
    inner = {anchor for f in finding.also for anchor in _anchors(f, rules)}
    return inner | ({finding.anchor} if finding.reference and finding.rule in rules else set())


# --- the cases


def test_every_case_is_there_also_without_a_change():
    found = difference(generous(), *(stored(name) for name in NAMES))
    assert [case.title for case in found.cases] == list(NAMES)


def test_a_case_that_cannot_be_read_is_listed_and_stops_nothing():
    problem = ExpectedError(ErrorCode.CASE_OUTDATED)
    found = difference(generous(), StoredReading("1", "Alt", None, None, problem), stored())
    assert found.unread == (("Alt", problem),)
    assert len(found.cases) == 1


def test_the_same_question_has_the_same_answer():
    readings = [stored(name) for name in NAMES]
    assert difference(generous(), *readings) == difference(generous(), *readings)


def test_progress_names_the_case_and_may_cancel():
    seen = []
    effect([stored(), stored()], LIBRARY, LIBRARY, total=2, progress=lambda *step: seen.append(step))
    assert seen == [
        (0.0, "evaluating_case", {"number": 1, "total": 2}),
        (0.5, "evaluating_case", {"number": 2, "total": 2}),
    ]

    def cancel(*_step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        effect([stored()], LIBRARY, LIBRARY, progress=cancel)


def test_the_effect_travels_between_processes():
    found = difference(generous())
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.fixture
def cases(tmp_path) -> Path:
    path = tmp_path / "cases.sqlite"
    with CaseStore(path) as store:
        for name in NAMES:
            store.store(analysed(name), path=Path(name), data=None, title=name, at=NOW)
        store._db.conn.execute("UPDATE contents SET reading = x'00' WHERE case_id != ?", [_sha(NAME)])
    return path


def _sha(name: str) -> str:
    return analysed(name).reading.source.sha256


def test_the_stored_cases_are_evaluated_in_a_process_of_its_own(cases):
    found = run_task(effect_on_cases, cases, clause_library(), generous())
    (case,) = found.cases
    assert (case.case, of(case.vanished)) == (_sha(NAME), [SAME])
    assert [title for title, _ in found.unread] == sorted(set(NAMES) - {NAME})
    assert {error.code for _, error in found.unread} == {ErrorCode.CASE_DAMAGED}


# --- one clause and one document


def test_a_clause_meets_a_document():
    found = meeting(analysed(NAME).reading, analysed(NAME).facts, CLAUSE, LIBRARY.types)
    assert found.applies.outcome is Outcome.OK
    assert FOUND.anchor in {finding.anchor for finding in found.findings}
    assert {finding.reference for finding in found.findings} == {CLAUSE.id}
    assert FOUND.rule in {check.rule for check in found.checks if check.outcome is Outcome.FINDING}
    assert {match.reference for match in found.matches} == {CLAUSE.id}


def test_a_clause_that_does_not_apply_says_why():
    side = Perspective.SUPPLIER if CLAUSE.perspective is Perspective.CUSTOMER else Perspective.CUSTOMER
    found = meeting(analysed(NAME).reading, analysed(NAME).facts, replace(CLAUSE, perspective=side), LIBRARY.types)
    assert (found.applies.outcome, found.applies.reason) == (Outcome.NOT_APPLICABLE, "perspective")
    assert found.findings == ()


def test_a_clause_that_is_valid_no_more_says_so():
    over = replace(CLAUSE, valid_to=date(2000, 1, 1))
    assert meeting(analysed(NAME).reading, analysed(NAME).facts, over, LIBRARY.types).applies.reason == "validity"
