"""The samples of our own, from the file to the findings: what is planted is found, and every quote is verbatim."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import jsonschema
import pytest

from app.library.loader import load
from app.models.analysis import Analysis, FindingKind, Outcome
from app.models.facts import ContractKind, Fact, FactSource, Perspective, UserOfTerms
from app.models.provisions import LiabilityCap
from app.models.source import SourceDocument
from app.paths import clause_library, resources
from app.pipeline.stages import evaluate
from app.reporting.options import ReportOptions
from app.reporting.tojson import to_json
from app.wording.lang import LANGS, Lang
from tests.evaluation.documents import OURS, analysed, gold_documents
from tests.evaluation.scoring import CORE, FURTHER, Score, score_clauses, score_provisions

SAMPLES = {document.name: (document, gold) for _, document, gold in gold_documents(OURS)}
every_sample = pytest.mark.parametrize("name", sorted(SAMPLES))


@cache
def analysis_of(name: str) -> Analysis:
    return analysed(SAMPLES[name][0])


def test_every_shipped_sample_has_a_gold_file() -> None:
    assert sorted(SAMPLES) == sorted(p.name for p in (resources() / "samples").iterdir())


@every_sample
def test_every_clause_and_label_of_a_sample_is_found_and_nothing_else(name: str) -> None:
    found = json.loads(to_json(analysis_of(name), ReportOptions()))["clauses"]
    clauses, labels, _ = score_clauses(SAMPLES[name][1]["clauses"], found)
    assert (clauses.missed, clauses.extra, labels.missed) == ([], [], [])


@every_sample
def test_every_provision_of_a_sample_is_found_and_nothing_else(name: str) -> None:
    scores = score_provisions(SAMPLES[name][1]["provisions"], json.loads(to_json(analysis_of(name), ReportOptions())))
    total = sum((scores[kind] for kind in CORE + FURTHER), Score())
    assert (total.missed, total.extra) == ([], [])


@every_sample
def test_every_quote_is_the_clauses_text_at_its_offsets_and_the_documents_text_at_its_place(name: str) -> None:
    reading = analysis_of(name).reading
    assert reading.provisions
    for provision in reading.provisions:
        clause = reading.by_id[provision.clause]
        assert clause.text[provision.start : provision.end] == provision.quote
        assert "\n".join(reading.source.text[a:b] for a, b in reading.quote_spans(provision)) == provision.quote
        assert len(provision.quote) <= 300


@every_sample
def test_every_clause_of_a_page_has_boxes_on_that_page(name: str) -> None:
    reading = analysis_of(name).reading
    if not reading.source.pages:
        pytest.skip("no pages in this format")
    for clause in reading.clauses:
        assert clause.boxes
        assert clause.boxes[0].page == clause.page


@every_sample
@pytest.mark.parametrize("lang", LANGS)
def test_the_json_fits_its_schema(name: str, lang: Lang) -> None:
    schema = json.loads((resources() / "schema/analysis-1.schema.json").read_text("utf-8"))
    written = json.loads(to_json(analysis_of(name), ReportOptions(lang=lang)))
    jsonschema.validate(written, schema)
    assert written["beside"]


@every_sample
def test_the_same_file_gives_the_same_bytes(name: str) -> None:
    assert to_json(analysed(SAMPLES[name][0]), ReportOptions()) == to_json(analysis_of(name), ReportOptions())


def deviations(name: str) -> set[tuple[str, str, str]]:
    """Label path, kind of provision and message of the deviations."""
    analysis = analysis_of(name)
    clauses = analysis.reading.by_id
    return {
        (" ".join(clauses[f.clauses[0]].path), str(f.params["kind"]), f.code)
        for f in analysis.findings
        if f.kind is FindingKind.DEVIATION
    }


def places(name: str) -> set[tuple[str, str]]:
    return {(path, kind) for path, kind, _ in deviations(name)}


def test_the_planted_faults_of_the_delivery_terms_are_found() -> None:
    assert {
        ("§ 3 (2)", "payment_term"),
        ("§ 3 (3)", "objection_deadline"),
        ("§ 7 (1)", "objection_deadline"),
        ("§ 8 (2)", "limitation_period"),
        ("§ 9 (3)", "liability_cap"),
        ("§ 10 (1)", "liability_cap"),
        ("§ 11 (2)", "notice_period"),
        ("§ 12", "objection_deadline"),
    } <= places("lieferbedingungen.pdf")


def test_the_cap_that_stands_twice_with_another_amount_is_a_contradiction_and_told_once() -> None:
    analysis = analysis_of("lieferbedingungen.pdf")
    clauses = analysis.reading.by_id
    found = [f for f in analysis.findings if f.kind in (FindingKind.CONTRADICTION, FindingKind.DUPLICATE)]
    assert [[" ".join(clauses[c].path) for c in f.clauses] for f in found] == [["§ 9 (3)", "§ 10 (1)"]]
    assert found[0].kind is FindingKind.CONTRADICTION


def test_the_full_exclusion_of_the_maintenance_terms_is_found_and_the_ordinary_one_is_not() -> None:
    found = places("wartung-automatische-nummern.docx")
    assert ("Anhang: Bedingungen für Notdiensteinsätze § 3", "liability_exclusion") in found
    assert ("§ 4 (3)", "liability_exclusion") not in found


def test_nothing_is_missing_until_the_contract_is_known_to_need_it() -> None:
    analysis = analysis_of("wartung-automatische-nummern.docx")
    facts = replace(analysis.facts, contract_kind=Fact(ContractKind.MAINTENANCE, FactSource.USER))
    again = evaluate(analysis.reading, load(clause_library()), facts)
    assert missing(analysis) == set()
    assert missing(again) == {"data_protection"}


def missing(analysis: Analysis) -> set[str]:
    return {str(f.params["type"]) for f in analysis.findings if f.kind is FindingKind.MISSING}


def test_short_terms_have_the_three_deviations_that_were_planted() -> None:
    assert deviations("beratung.txt") == {
        ("2. 2.1", "payment_term", "short_payment"),
        ("3. 3.1", "liability_cap", "order_value_cap"),
        ("4. 4.1", "notice_period", "short_notice"),
    }


def test_the_other_side_of_the_table_sees_other_deviations() -> None:
    analysis = analysis_of("lieferbedingungen.pdf")
    facts = replace(
        analysis.facts,
        perspective=Fact(Perspective.SUPPLIER, FactSource.USER),
        user_of_terms=Fact(UserOfTerms.OURS, FactSource.USER),
    )
    ours = evaluate(analysis.reading, load(clause_library()), facts)
    assert "low_cap" in {f.code for f in analysis.findings}
    assert "low_cap" not in {f.code for f in ours.findings}


def test_every_rule_of_the_library_has_an_outcome() -> None:
    rules = {rule.id for clause in load(clause_library()).clauses for rule in clause.rules}
    checks = analysis_of("hosting-zweispaltig.pdf").checks
    assert rules <= {c.rule for c in checks}
    assert all(c.needs for c in checks if c.outcome is Outcome.UNDECIDABLE)


def test_page_furniture_is_out_of_the_text_but_listed() -> None:
    source: SourceDocument = analysis_of("lieferbedingungen.pdf").reading.source
    ignored = " ".join(i.text for i in source.ignored)
    assert "Seite 2 von 3" in ignored
    assert "Hafenweg" in ignored
    assert "Hafenweg" not in source.text
    assert "Seite 2" not in source.text


def test_words_broken_at_a_line_end_are_whole_again() -> None:
    text = analysis_of("hosting-zweispaltig.pdf").reading.source.text
    assert "öffentlich-rechtliche Sondervermögen" in text


def test_a_sum_for_each_event_stays_one_though_the_customer_is_named_behind_it() -> None:
    caps = [p.value for p in analysis_of("lieferbedingungen.pdf").reading.provisions if p.kind.value == "liability_cap"]
    assert {cap.amount: cap.per for cap in caps if isinstance(cap, LiabilityCap) and cap.amount} == {
        50_000.0: "event",
        25_000.0: "event",
    }
