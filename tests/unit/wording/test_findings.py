"""Findings in words: what was found, what it is held against, no verdict."""

from __future__ import annotations

import pytest

from app.models.analysis import Finding, FindingKind, Limit, Severity
from app.wording import rules
from app.wording.findings import explanation, title
from app.wording.lang import LANGS, Lang
from tests.plain import plain

NOTICE = Limit("r", "duration", 24.0, "at_most", 3.0, "month", "month")


def finding(
    code: str, what: FindingKind = FindingKind.DEVIATION, limit: Limit | None = None, **params: object
) -> Finding:
    return Finding("f1", "a", what, Severity.HIGH, code, params=params, limit=limit)  # type: ignore[arg-type]


def test_a_title_names_the_value_and_its_limit() -> None:
    assert plain(title(finding("long_notice", limit=NOTICE, kind="notice_period"), "de")).endswith(
        "24 Monate, Vorgabe höchstens 3 Monate"
    )


def test_a_rule_with_its_own_message_uses_it() -> None:
    given = finding("long_notice", limit=NOTICE, kind="notice_period", comparison="at_most")
    assert plain(title(given, "de")) == "Kündigungsfrist: 24 Monate, Vorgabe höchstens 3 Monate"
    assert "läuft der Vertrag nach einer Kündigung weiter" in plain(explanation(given, "de"))
    assert plain(title(given, "en")) == "Notice period: 24 months, limit at most 3 months"


@pytest.mark.parametrize(
    ("comparison", "german_title", "german"),
    [
        ("at_most", "Kündigungsfrist: 24 Monate, Vorgabe höchstens 3 Monate", "liegt über der Vorgabe"),
        ("at_least", "Kündigungsfrist: 24 Monate, Vorgabe mindestens 3 Monate", "liegt unter der Vorgabe"),
        ("equals", "Kündigungsfrist: Dauer abweichend (24 Monate)", "nach der Vorgabe 3 Monate"),
        ("one_of", "Kündigungsfrist: Dauer abweichend (24 Monate)", "eines von: 3 Monate"),
    ],
)
def test_a_message_nobody_has_worded_falls_back_to_its_comparison(
    comparison: str, german_title: str, german: str
) -> None:
    limit = Limit("r", "duration", 24.0, comparison, 3.0, "month", "month")
    given = finding("house_rule_7", limit=limit, kind="notice_period", comparison=comparison)
    assert plain(title(given, "de")) == german_title
    assert german in plain(explanation(given, "de"))


@pytest.mark.parametrize(
    ("code", "german"),
    [
        ("value_above_limit", "über der Vorgabe"),
        ("value_below_limit", "unter der Vorgabe"),
        ("value_not_allowed", "eines von"),
        ("provision_forbidden", "sieht eine solche Regelung nicht vor"),
        ("provision_required_missing", "keine gefunden"),
    ],
)
def test_generic_codes_speak_for_themselves(code: str, german: str) -> None:
    assert german in plain(explanation(finding(code, limit=NOTICE, kind="notice_period"), "de"))


def test_a_missing_clause_says_what_applies_instead_and_for_whom_that_is_good() -> None:
    given = finding(
        "missing_clause",
        FindingKind.MISSING,
        type="limitation_of_liability",
        effect="Der Anbieter haftet unbeschränkt.",
        norm="§ 276 BGB",
        good_for="customer",
    )
    assert plain(title(given, "de")) == "Keine Regelung gefunden: Haftungsbeschränkung"
    assert "Der Anbieter haftet unbeschränkt. (§ 276 BGB)" in plain(explanation(given, "de"))
    assert explanation(given, "de").endswith("Das ist eher günstig für: Kunde.")


def test_silence_that_is_good_for_nobody_praises_nobody() -> None:
    given = finding("missing_clause", FindingKind.MISSING, type="scope", effect="E.", norm="§ 1", good_for=None)
    assert "günstig" not in plain(explanation(given, "de"))


@pytest.mark.parametrize(("changed", "warned"), [(0, False), (2, True)])
def test_copies_with_other_numbers_are_pointed_out(changed: int, warned: bool) -> None:
    given = finding(
        "repeated_sections", FindingKind.DUPLICATE, copies=3, clauses=40, exact=30, near=9, changed_numbers=changed
    )
    assert plain(title(given, "de")) == "Derselbe Abschnitt steht 3-mal im Dokument"
    assert ("Zahlen voneinander abweichen: 2" in explanation(given, "de")) is warned


def test_similarity_is_a_percentage() -> None:
    given = finding("duplicate_clause", FindingKind.DUPLICATE, relation="near", similarity=0.9667, copies=2)
    assert "nahezu wortgleich (geringste Übereinstimmung 97 %)" in plain(explanation(given, "de"))
    assert "nearly identical (lowest similarity 97%)" in plain(explanation(given, "en"))


def test_of_the_same_words_no_percentage_is_said() -> None:
    given = finding("duplicate_clause", FindingKind.DUPLICATE, relation="exact", similarity=1.0, copies=2)
    assert plain(explanation(given, "de")).startswith("Diese Klauseln sind wortgleich. Bitte")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_at_least_its_name(kind: FindingKind, lang: Lang) -> None:
    assert title(finding("something_new", kind), lang)
    assert explanation(finding("something_new", kind), lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", sorted(rules.RULES))
def test_no_rule_leaves_a_gap_in_its_sentence(code: str, lang: Lang) -> None:
    given = finding(code, limit=NOTICE, kind="notice_period", comparison="at_most", reference="Kündigung")
    assert "…" not in title(given, lang) + explanation(given, lang)


@pytest.mark.parametrize("word", ["unwirksam ist", "verboten", "rechtswidrig", "nichtig"])
def test_no_rule_passes_judgement(word: str) -> None:
    assert not [code for code, rule in rules.RULES.items() if word in rule.explanation[0] + rule.title[0]]
