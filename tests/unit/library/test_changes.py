"""Differences between two versions: each is found, told where it stands, and said in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from app import paths
from app.library.changes import FieldChange, field_changes
from app.library.merging import content_sha
from app.library.model import (
    Approval,
    LegalBasis,
    Position,
    PositionRank,
    ReferenceClause,
    Rule,
    Silence,
    Status,
)
from app.library.packs import read_pack
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind
from app.models.provisions import Duration, Unit
from app.wording.changes import LABELS, field_label, shown
from app.wording.lang import LANGS
from tests.unit.library import anyclause

CLAUSES = {r.clause.id: r.clause for r in read_pack(paths.clause_library()).revisions}
CLAUSE = CLAUSES["termination-customer-b2b-own"]
PREFERRED, FALLBACK, UNACCEPTABLE = CLAUSE.positions
RULE = CLAUSE.rules[0]

moderate = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def the_change(new: ReferenceClause, old: ReferenceClause = CLAUSE) -> FieldChange:
    [change] = field_changes(old, new)
    return change


def fallbacks(*texts: str) -> ReferenceClause:
    return replace(CLAUSE, positions=(PREFERRED, *(Position(PositionRank.FALLBACK, text) for text in texts)))


def with_rule(rule: Rule | None) -> ReferenceClause:
    return replace(CLAUSE, rules=(rule,) if rule else ())


def test_a_version_is_the_same_as_itself() -> None:
    assert field_changes(CLAUSE, CLAUSE) == ()


def test_the_number_of_the_version_is_no_change() -> None:
    assert field_changes(CLAUSE, replace(CLAUSE, version=9)) == ()


@pytest.mark.parametrize(
    ("new", "label", "before", "after"),
    [
        (replace(CLAUSE, title="Neu"), "Überschrift", CLAUSE.title, "Neu"),
        (replace(CLAUSE, status=Status.APPROVED), "Stand", None, "freigegeben"),
        (replace(CLAUSE, audiences=()), "Gegenüber wem", None, "alle"),
        (replace(CLAUSE, audiences=(Audience.B2C,)), "Gegenüber wem", None, "Verbraucher (B2C)"),
        (replace(CLAUSE, contract_kinds=(ContractKind.SAAS, ContractKind.RENTAL)), "Vertragsarten", "alle", None),
        (replace(CLAUSE, type="payment"), "Thema", "Kündigung", None),
        (replace(CLAUSE, required=True), "Muss geregelt sein", "nein", "ja"),
        (replace(CLAUSE, owner="Anna"), "Zuständig", "", "Anna"),
        (replace(CLAUSE, valid_from=date(2026, 11, 22)), "Gilt ab", "", "22.11.2026"),
        (replace(CLAUSE, tags=("frist", "neu")), "Schlagwörter", "kündigungsfrist", "frist, neu"),
        (replace(CLAUSE, guidance="Eins.\nZwei."), "Leitfaden (intern)", CLAUSE.guidance, "Eins.\nZwei."),
        (replace(CLAUSE, comment="Bitte."), "Kommentar für die andere Seite", "", "Bitte."),
        (with_rule(None), "Vorgabe", "Kündigungsfrist höchstens 3 Monate", ""),
        (with_rule(replace(RULE, value=Duration(6, Unit.WEEK))), "Vorgabe", None, "Kündigungsfrist höchstens 6 Wochen"),
        (with_rule(replace(RULE, severity=Severity.HIGH)), "Vorgabe", "– mittel", "– hoch"),
        (with_rule(replace(RULE, message="x")), f"Vorgabe „{RULE.id}“: Kennwort des Satzes", "long_notice", "x"),
        (with_rule(replace(RULE, sentence="Zu lang.")), f"Vorgabe „{RULE.id}“: Satz für den Bericht", "", "Zu lang."),
        (replace(CLAUSE, approvals=(Approval("Leitung", Severity.HIGH, 5000),)), "Freigabe einer Abweichung", "", "5.000"),
        (replace(CLAUSE, legal_basis=(LegalBasis("§ 1 X", date(2026, 1, 2), "Q"),)), "Rechtsgrundlage", None, "§ 1 X (Stand 02.01.2026): Q"),
    ],
)  # fmt: skip
def test_a_change_is_said_in_german(new: ReferenceClause, label: str, before: str | None, after: str | None) -> None:
    change = field_changes(CLAUSE, new)[0]
    said = shown(change, "de")
    assert field_label(change, "de") == label
    assert before is None or before in said[0].replace("\u00a0", " ")
    assert after is None or after in said[1].replace("\u00a0", " ")


def test_silence_is_told_part_by_part() -> None:
    new = replace(CLAUSE, silence=Silence("Es gilt § 621 BGB.", "§ 621 BGB", None, Severity.LOW))
    found = [(c.field, *shown(c, "de")) for c in field_changes(CLAUSE, new)]
    assert found == [
        ("silence.effect", "", "Es gilt § 621 BGB."),
        ("silence.norm", "", "§ 621 BGB"),
        ("silence.severity", "", "Gering"),
    ]


# --- wordings


def test_a_changed_wording_shows_both_texts() -> None:
    change = the_change(replace(CLAUSE, positions=(PREFERRED, replace(FALLBACK, text="Anders."), UNACCEPTABLE)))
    assert (change.field, change.before, change.after) == ("position.text", FALLBACK.text, "Anders.")
    assert field_label(change, "de") == "Rückfallfassung"


def test_a_new_fallback_between_others_is_new_and_the_others_unchanged() -> None:
    change = the_change(fallbacks("A", "B", "C"), fallbacks("A", "C"))
    assert (change.before, change.after, field_label(change, "de")) == ("", "B", "Rückfallfassung 2")


def test_a_fallback_that_went_has_its_old_number() -> None:
    change = the_change(fallbacks("A", "C"), fallbacks("A", "B", "C"))
    assert (change.before, change.after, field_label(change, "de")) == ("B", "", "Rückfallfassung 2")


def test_a_note_and_an_example_are_changes_of_their_wording() -> None:
    new = replace(FALLBACK, note="Prüfen.", examples=("Beispiel.",))
    found = field_changes(CLAUSE, replace(CLAUSE, positions=(PREFERRED, new, UNACCEPTABLE)))
    assert [(field_label(c, "de"), c.after) for c in found] == [
        ("Rückfallfassung: Anmerkung", "Prüfen."),
        ("Rückfallfassung: Beispiel", "Beispiel."),
    ]


def test_values_that_words_do_not_tell_apart_are_shown_as_they_stand() -> None:
    change = the_change(with_rule(replace(RULE, value=Duration(3.000001, Unit.MONTH))))
    before, after = shown(change, "de")
    assert before != after


# --- any clause


@moderate
@given(anyclause.clauses("a"), anyclause.clauses("a"))
def test_two_versions_differ_in_a_field_exactly_where_their_content_differs(
    a: ReferenceClause, b: ReferenceClause
) -> None:
    b = replace(b, status=a.status)
    assert bool(field_changes(a, b)) == (content_sha(a) != content_sha(b))
    assert all(change.before != change.after for change in field_changes(a, b))


@moderate
@given(anyclause.clauses("a"), anyclause.clauses("a"))
def test_every_change_has_a_label_and_two_different_sides_in_both_languages(
    a: ReferenceClause, b: ReferenceClause
) -> None:
    for change in field_changes(a, b):
        for lang in LANGS:
            assert field_label(change, lang)
            before, after = shown(change, lang)
            assert before != after


def test_labels_are_complete_and_different() -> None:
    assert len(set(LABELS.values())) == len(LABELS)
