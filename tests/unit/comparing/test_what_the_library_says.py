"""What a library says apart from wordings: its own sentence, whose consent a deviation needs, on which days it is valid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.comparing.applying import applicability
from app.comparing.evaluation import evaluate_reading
from app.library.model import Approval, Comparator, ReferenceClause
from app.models.analysis import Analysis, Finding, NeededApproval, Outcome, Severity
from app.models.facts import DealFacts, Fact, FactSource
from app.models.provisions import Duration, NoticePeriod, Party, ProvisionKind, Unit
from app.reporting.formats import written
from app.reporting.options import ReportOptions
from app.wording.approvals import approval_text
from app.wording.findings import explanation, paragraphs, title
from app.wording.lang import LANGS, Lang
from tests.unit.comparing.made import FACTS, library, reading, reference, rule, with_values

LIMIT = rule(
    ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(3, Unit.MONTH), obliged=Party.CUSTOMER
)
SENTENCE = "Länger als ein {Quartal} binden wir uns nicht; die Technik veraltet."


def analysis_of(own: ReferenceClause, facts: DealFacts = FACTS) -> Analysis:
    notice = ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(9, Unit.MONTH), by=Party.CUSTOMER)
    return evaluate_reading(with_values(reading("Kündbar mit neun Monaten Frist."), notice), library(own), facts)


def finding_of(own: ReferenceClause, facts: DealFacts = FACTS) -> Finding:
    (finding,) = analysis_of(own, facts).findings
    return finding


def report(name: str, analysis: Analysis, lang: Lang) -> str:
    return written(name, analysis, ReportOptions(lang=lang)).content.decode()


# --- sentences


@pytest.mark.parametrize("lang", LANGS)
def test_the_keepers_sentence_is_said_in_place_of_ours_and_the_title_stays(lang: Lang) -> None:
    plain, own = (finding_of(reference(r)) for r in (LIMIT, replace(LIMIT, sentence=SENTENCE)))
    assert title(own, lang) == title(plain, lang)
    assert explanation(own, lang).startswith(SENTENCE)
    assert paragraphs(own, lang)[0] == SENTENCE
    assert SENTENCE not in explanation(plain, lang)


@pytest.mark.parametrize("name", ["json", "html", "text"])
def test_reports_say_the_keepers_sentence_and_nothing_internal(name: str) -> None:
    own = replace(
        reference(replace(LIMIT, sentence=SENTENCE)),
        guidance="Nur für uns.",
        approvals=(Approval("Frau Vorstand", Severity.LOW),),
    )
    for lang in LANGS:
        text = " ".join(report(name, analysis_of(own), lang).split())
        assert "veraltet" in text
        assert "Nur für uns" not in text
        assert "Vorstand" not in text


# --- consents


CONSENTS = [
    (Severity.HIGH, None, None, ("Recht",), ["Recht"]),
    (Severity.INFO, None, None, ("Recht",), ["Recht"]),
    (Severity.HIGH, 250_000.0, 300_000.0, ("Recht",), ["Recht"]),
    (Severity.HIGH, 250_000.0, 250_000.0, ("Recht",), ["Recht"]),
    (Severity.HIGH, 250_000.0, 249_999.0, (), []),
    (Severity.HIGH, 250_000.0, None, (), ["ab 250.000\u00a0€ Vertragswert: Recht (der Vertragswert ist nicht angegeben)"]),
]  # fmt: skip


@pytest.mark.parametrize(("from_", "least", "value", "approvers", "texts"), CONSENTS)
def test_a_consent_is_needed_from_a_severity_and_a_value_on(
    from_: Severity, least: float | None, value: float | None, approvers: tuple[str, ...], texts: list[str]
) -> None:
    own = replace(reference(LIMIT), approvals=(Approval("Recht", from_, least),))
    facts = replace(FACTS, contract_value=Fact(value, FactSource.USER))
    finding = finding_of(own, facts)
    assert finding.severity is Severity.HIGH
    assert finding.approvers == approvers
    assert [approval_text(needed, "de") for needed in finding.approvals] == texts


def test_a_slighter_deviation_needs_no_consent() -> None:
    own = replace(reference(replace(LIMIT, severity=Severity.LOW)), approvals=(Approval("Recht", Severity.MEDIUM),))
    assert finding_of(own).approvals == ()


def test_the_same_approver_is_named_once_and_the_comment_goes_with_the_finding() -> None:
    twice = (Approval("Recht", Severity.LOW), Approval("Recht", Severity.HIGH))
    finding = finding_of(replace(reference(LIMIT), approvals=twice, comment="Bitte kürzer."))
    assert finding.approvals == (NeededApproval("Recht"),)
    assert finding.comment == "Bitte kürzer."


# --- days


DAYS = [
    (None, None, Outcome.OK),
    (date(2026, 11, 22), date(2026, 11, 22), Outcome.OK),
    (date(2026, 11, 23), None, Outcome.NOT_APPLICABLE),
    (None, date(2026, 11, 21), Outcome.NOT_APPLICABLE),
    (date(2026, 1, 1), None, Outcome.OK),
    (None, date(2027, 1, 1), Outcome.OK),
]


@pytest.mark.parametrize(("first", "last", "outcome"), DAYS)
def test_a_reference_applies_on_the_days_on_which_it_is_valid(
    first: date | None, last: date | None, outcome: Outcome
) -> None:
    own = replace(reference(LIMIT), valid_from=first, valid_to=last)
    applies = applicability(own, FACTS)
    assert (applies.outcome, applies.reason) == (outcome, "" if outcome is Outcome.OK else "validity")
    analysis = analysis_of(own)
    assert bool(analysis.findings) is (outcome is Outcome.OK)
    assert [c.reason for c in analysis.checks] == ["" if outcome is Outcome.OK else "validity"]
    assert bool(analysis.beside or analysis.matches) is False  # the clause is about another subject


def test_without_a_day_it_is_undecidable_whether_a_reference_is_valid() -> None:
    facts = replace(FACTS, as_of=Fact(None))
    assert applicability(reference(LIMIT), facts).outcome is Outcome.OK
    applies = applicability(replace(reference(LIMIT), valid_to=date(2030, 1, 1)), facts)
    assert (applies.outcome, applies.needs) == (Outcome.UNDECIDABLE, ("as_of",))


def test_a_report_counts_the_rules_that_are_not_valid_that_day() -> None:
    analysis = analysis_of(replace(reference(LIMIT), valid_to=date(2026, 1, 1)))
    assert "am Stichtag nicht gilt: 1" in " ".join(report("text", analysis, "de").split())
