"""The JSON keeps its description."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest

from app import paths
from app.models.analysis import Analysis, Check, Limit, Outcome, SubjectCheck
from app.models.decisions import Decision, Verdict
from tests.plain import plain
from tests.unit.reporting.report_example import ANALYSIS, EMPTY
from tests.unit.reporting.written import json_of

SCHEMA = json.loads((paths.resources() / "schema" / "analysis-1.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json_of(ANALYSIS, "de"))
    return loaded


def test_the_schema_itself_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("analysis", [ANALYSIS, EMPTY], ids=["example", "empty"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_analysis_fits_the_schema(analysis: Analysis, lang: Any) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json_of(analysis, lang)))


@pytest.mark.parametrize(
    "field",
    [
        *("schema", "tool", "facts", "document", "complete", "clauses", "provisions", "checks", "findings"),
        *("duplicates", "beside", "warnings", "ignored", "surroundings", "not_checked"),
    ],
)
def test_the_schema_misses_a_field_that_is_gone(field: str, written: dict[str, Any]) -> None:
    without = {key: value for key, value in written.items() if key != field}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(without)


def test_the_schema_misses_a_part_of_a_value_that_is_gone(written: dict[str, Any]) -> None:
    broken = json.loads(json.dumps(written))
    cap = next(p for p in broken["provisions"] if p["kind"] == "liability_cap")
    del cap["value"]["per"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(broken)


def test_the_same_analysis_gives_the_same_text() -> None:
    assert json_of(ANALYSIS, "de") == json_of(ANALYSIS, "de")
    assert json_of(ANALYSIS, "de").endswith("}\n")


def test_the_tool_can_be_named_to_repeat_the_analysis(written: dict[str, Any]) -> None:
    tool = written["tool"]
    assert tool["name"] == "klausellupe"
    assert tool["library"] == {"name": "Musterbibliothek", "sha256": "cd" * 32}
    assert tool["rules"] == {"name": "Musterregeln", "sha256": "ef" * 32}
    assert tool["model"] == "probe sha256:0123456789abcdef"
    assert tool["version"]


def test_facts_carry_their_source_and_unknown_ones_are_null(written: dict[str, Any]) -> None:
    facts = written["facts"]
    place = {"clause": "c0011", "start": 68, "end": 92, "part": "governing_law"}
    assert facts["perspective"] == {"value": "customer", "source": "user", "evidence": []}
    assert facts["governing_law"] == {"value": "de", "source": "document", "evidence": [place]}
    assert facts["contract_kind"] == {"value": None, "source": "default", "evidence": []}
    assert facts["contract_date"] == {"value": "2026-03-01", "source": "user", "evidence": []}
    assert facts["annual_fee"] == {"value": 12500.5, "source": "user", "evidence": []}


def test_the_liability_matrix_has_every_cell_with_its_words(written: dict[str, Any]) -> None:
    (matrix,) = written["liability"]
    assert (matrix["liable"], matrix["scope"], len(matrix["cells"])) == ("supplier", None, 27)
    cells = {(c["fault"], c["damage"]): c for c in matrix["cells"]}
    assert cells["gross_negligence", "other"]["extent"] == "limited"
    assert cells["gross_negligence", "other"]["provisions"] == ["p0005"]
    assert cells["gross_negligence", "delay"] == {
        "fault": "gross_negligence",
        "damage": "delay",
        "extent": "not_regulated",
        "provisions": [],
        "evidence": [],
    }


def test_a_quote_is_its_clauses_text_at_its_offsets(written: dict[str, Any]) -> None:
    texts = {clause["id"]: clause["text"] for clause in written["clauses"]}
    assert written["provisions"]
    for provision in written["provisions"]:
        assert texts[provision["clause"]][provision["start"] : provision["end"]] == provision["quote"]


def test_values_have_all_their_keys_and_whole_numbers_are_whole(written: dict[str, Any]) -> None:
    by_id = {p["id"]: p["value"] for p in written["provisions"]}
    assert by_id["p0005"] == {
        "basis": "amount",
        "amount": 10000,
        "currency": "EUR",
        "percent": None,
        "factor": None,
        "of": None,
        "per": "event",
        "liable": "supplier",
        "fault": [],
        "damage": [],
        "carve_outs": [],
    }
    assert isinstance(by_id["p0005"]["amount"], int)
    assert by_id["p0009"] == {
        "duration": {"value": 10, "unit": "working_day", "unit_printed": "Werktagen"},
        "immediate": False,
        "subject": "invoice",
        "deemed_consent": True,
        "by": "customer",
        "start": None,
        "form": None,
    }
    assert by_id["p0002"] == {
        "duration": {"value": 12, "unit": "month", "unit_printed": "Monate"},
        "indefinite": False,
    }


def test_boxes_are_rounded(written: dict[str, Any]) -> None:
    assert written["clauses"][0]["boxes"] == [{"page": 1, "x0": 72.12, "top": 100, "x1": 500, "bottom": 112.5}]


def test_a_finding_brings_its_words_and_the_reference_but_no_internal_guidance(written: dict[str, Any]) -> None:
    finding = written["findings"][0]
    assert plain(finding["title"]) == "Kündigungsfrist: 6 Monate, Vorgabe höchstens 3 Monate"
    assert finding["reference_title"] == "Kündigung durch den Kunden"
    assert finding["reference_position"] == "preferred"
    assert finding["comparison"]["hunks"]
    assert "notfalls vier Monate" not in json.dumps(written, ensure_ascii=False)


def test_hunks_turn_the_reference_into_the_clause(written: dict[str, Any]) -> None:
    comparison = written["findings"][0]["comparison"]
    reference, clause = comparison["reference_text"], comparison["clause_text"]
    assert "".join(reference[h["a0"] : h["a1"]] for h in comparison["hunks"]) == reference
    assert "".join(clause[h["b0"] : h["b1"]] for h in comparison["hunks"]) == clause


def test_what_was_not_read_or_checked_is_listed(written: dict[str, Any]) -> None:
    assert written["complete"] is False
    assert [part["reason"] for part in written["surroundings"]] == ["surroundings"]
    assert [part["reason"] for part in written["not_checked"]] == ["unread_page", "title", "language", "no_reference"]
    assert written["not_checked"][0]["page"] == 3
    assert written["warnings"][0]["message"].startswith("Seite 3")
    assert {item["reason"] for item in written["ignored"]} == {"header", "page_number", "comment"}


def test_sentences_follow_the_language_and_nothing_else_does() -> None:
    german, english = json.loads(json_of(ANALYSIS, "de")), json.loads(json_of(ANALYSIS, "en"))
    assert plain(english["findings"][0]["title"]) == "Notice period: 6 months, limit at most 3 months"
    for field in ("clauses", "provisions", "checks", "facts", "document", "duplicates", "not_checked"):
        assert german[field] == english[field]


def test_what_a_rule_asks_and_which_subjects_are_covered_fit_the_schema() -> None:
    limit = Limit("r", "duration", None, "at_most", 3, "", "month")
    check = Check("r", Outcome.UNDECIDABLE, ("obliged",), limit=limit)
    subject = SubjectCheck("payment", True, Outcome.FINDING)
    told = json.loads(json_of(replace(ANALYSIS, checks=(check,), subjects=(subject,)), "de"))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    assert (told["checks"][0]["limit"]["found"], told["checks"][0]["limit"]["limit"]) == (None, 3)
    assert told["subjects"] == [
        {"subject": "payment", "required": True, "outcome": "finding", "clauses": [], "needs": [], "reason": ""}
    ]
    told["subjects"][0]["outcome"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(told)


def test_what_a_user_chose_stands_in_export_and_nowhere_without_a_choice(written: dict[str, Any]) -> None:
    assert "export" not in written
    first = ANALYSIS.findings[0].anchor
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    chosen = json.loads(json_of(ANALYSIS, chosen=frozenset({first}), made_at=at, reviewer="Mia Muster"))
    jsonschema.Draft202012Validator(SCHEMA).validate(chosen)
    assert [finding["anchor"] for finding in chosen["findings"]] == [first]
    assert chosen["export"] == {
        "made_at": "2026-11-22T09:30:00+00:00",
        "reviewer": "Mia Muster",
        "findings_left_out": len(ANALYSIS.findings) - 1,
    }


def test_half_a_character_becomes_a_question_mark() -> None:
    source = replace(ANALYSIS.reading.source, name="a\ud800.pdf")
    broken = replace(ANALYSIS, reading=replace(ANALYSIS.reading, source=source))
    assert json.loads(json_of(broken))["document"]["name"] == "a?.pdf"


def test_decisions_without_a_finding_are_told_in_export() -> None:
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    orphan = Decision("gone", Verdict.REJECT, "Mia", at, quote="alte Worte", place="§ 9")
    told = json.loads(json_of(ANALYSIS, orphans=(orphan, replace(orphan, verdict=None))))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    (one,) = told["export"]["orphans"]
    assert (one["anchor"], one["quote"], one["place"], one["decision"]["verdict"]) == (
        *("gone", "alte Worte", "§ 9"),
        "reject",
    )
