"""What leaves the house holds nothing that is ours alone; what is written for the other side is in it."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema
import pytest

from app import paths
from app.library.loader import load
from app.models.analysis import Analysis, FindingKind, Severity
from app.models.decisions import Verdict
from app.models.facts import Fact, FactSource, UserOfTerms
from app.paths import clause_library
from app.reporting.options import Reader, ReportOptions, Wording
from app.reporting.outward import outward_entries
from app.reporting.tohtml import to_html
from app.reporting.tojson import to_json
from app.reporting.totext import to_text
from app.wording.lang import LANGS, Lang
from app.wording.reportoutward import outward_paragraphs
from app.wording.terms import term
from tests.unit.reporting.internal_marks import (
    COMMENT,
    MARK,
    PREFERRED,
    found_marks,
    internal_options,
    mark,
    marked_analysis,
    outward_options,
)
from tests.unit.reporting.papers import every_text
from tests.unit.reporting.report_example import EMPTY
from tests.unit.reporting.written import paper

MARKED = marked_analysis()
SCHEMA = json.loads((paths.resources() / "schema" / "outward-1.schema.json").read_text("utf-8"))


def files(analysis: Analysis, options: ReportOptions) -> dict[str, bytes]:
    made = paper(analysis, options)
    return {"html": to_html(made), "text": to_text(made), "json": to_json(analysis, options)}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["html", "text", "json"])
def test_nothing_internal_leaves_the_house(name: str, lang: Lang) -> None:
    assert found_marks(files(MARKED, outward_options(MARKED, lang))[name]) == []


@pytest.mark.parametrize("name", ["html", "text", "json"])
def test_the_marks_would_be_found(name: str) -> None:
    found = " ".join(found_marks(files(MARKED, internal_options(MARKED))[name]))
    for inside in ("decision-note", "assignee", "by", "library-file", "sentence"):
        assert mark(inside) in found
    assert "77\N{NO-BREAK SPACE}Monat" in found or '": 77' in found
    assert found.startswith(("7.654.321", '": 77 7654321'))


def test_guidance_and_approvals_stand_in_no_report_at_all() -> None:
    inside = internal_options(MARKED)
    for content in files(MARKED, inside).values():
        assert not {mark("guidance"), mark("approver")} & set(found_marks(content))


@pytest.mark.parametrize("lang", LANGS)
def test_no_block_of_an_outward_paper_bears_a_mark_or_a_severity(lang: Lang) -> None:
    made = paper(MARKED, outward_options(MARKED, lang))
    texts = list(every_text(made))
    assert MARK not in " ".join(texts)
    labels = {term("severity", severity.value, lang) for severity in Severity}
    assert not labels & set(texts)
    assert not any(f"[{label}" in text or text.startswith(f"{label} (") for label in labels for text in texts)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_meant_for_the_other_side_is_in_it(lang: Lang) -> None:
    for content in files(MARKED, outward_options(MARKED, lang)).values():
        text = " ".join(content.decode().split())
        assert COMMENT in text
        assert PREFERRED in text
        assert "§ 308 Nr. 5 BGB" in text
        assert "Zwischen Unternehmen gilt die Vorschrift nicht unmittelbar" in text or lang == "en"
        assert "mit einer Frist von 6 Monaten zum Ende der Laufzeit" in text
        assert "Mia Muster" in text


def test_every_finding_has_a_comment_in_reading_order() -> None:
    entries = outward_entries(MARKED, outward_options(MARKED))
    assert {entry.anchor for entry in entries} == {finding.anchor for finding in MARKED.findings}
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    places = [entry.quotes[0].places[0].clause for entry in entries if entry.quotes and entry.quotes[0].places]
    assert [place for place in places if place] == sorted(place for place in places if place)


def test_a_fallback_is_offered_only_where_it_was_asked_for() -> None:
    outward = outward_options(MARKED)
    assert mark("fallback-offer") not in found_marks(to_json(MARKED, outward))
    nearest = replace(outward, proposals=Wording.NEAREST)
    assert set(found_marks(to_json(MARKED, nearest))) == {mark("fallback-offer")}
    without = json.loads(to_json(MARKED, replace(outward, proposals=Wording.NONE)))
    assert not any(comment["proposal"] for comment in without["comments"])


def test_a_choice_is_obeyed_and_not_counted_to_the_other_side() -> None:
    one = MARKED.findings[0].anchor
    options = replace(outward_options(MARKED), chosen=frozenset({one}))
    assert [entry.anchor for entry in outward_entries(MARKED, options)] == [one]
    text = files(MARKED, options)["text"].decode()
    assert "eine Auswahl und nicht abschließend" in " ".join(text.split())
    assert str(len(MARKED.findings)) not in text.split("Anmerkungen\n")[-1].split("Haftung, Fristen")[0].split()


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.NOT_RELEVANT])
def test_nothing_is_asked_for_what_was_accepted_or_put_aside(verdict: Verdict) -> None:
    options = outward_options(MARKED)
    settled = MARKED.findings[0].anchor
    decided = {**options.decided, settled: replace(options.decided[settled], verdict=verdict)}
    assert settled not in {e.anchor for e in outward_entries(MARKED, replace(options, decided=decided))}
    chosen = replace(options, decided=decided, chosen=frozenset({settled}))
    assert settled in {e.anchor for e in outward_entries(MARKED, chosen)}


def test_the_other_side_is_not_told_where_our_own_terms_are_weak() -> None:
    ours = replace(MARKED, facts=replace(MARKED.facts, user_of_terms=Fact(UserOfTerms.OURS, FactSource.USER)))
    options = outward_options(ours)
    hints = {f.anchor: f for f in ours.findings if f.kind is FindingKind.STATUTORY}
    assert not set(hints) & {entry.anchor for entry in outward_entries(ours, options)}
    chosen = outward_entries(ours, replace(options, chosen=frozenset(hints)))
    assert len(chosen) == len(hints)
    assert not any("unwirksam" in entry.explanation for entry in chosen)


def test_nothing_is_said_of_kinds_the_document_is_silent_on() -> None:
    silent = replace(MARKED, reading=replace(MARKED.reading, provisions=()), findings=())
    text = files(silent, ReportOptions(reader=Reader.OUTWARD))["text"].decode()
    assert "nichts gefunden" not in text
    assert "Haftung, Fristen" not in text
    assert "Keine Anmerkungen." in text


@pytest.mark.parametrize("analysis", [MARKED, EMPTY], ids=["marked", "empty"])
@pytest.mark.parametrize("lang", LANGS)
def test_outward_json_fits_its_schema_which_admits_nothing_else(analysis: Analysis, lang: Lang) -> None:
    told = json.loads(to_json(analysis, outward_options(analysis, lang)))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    told["library"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(told)


def test_the_schemas_objects_are_all_closed() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    text = json.dumps(SCHEMA)
    assert text.count('"additionalProperties": false') == text.count('"type": "object"')


@pytest.mark.parametrize("lang", LANGS)
def test_a_hint_of_the_shipped_rules_says_its_reason_and_not_what_it_means_for_us(lang: Lang) -> None:
    rules = load(clause_library()).rules
    assert rules is not None
    (hint,) = (finding for finding in MARKED.findings if finding.code == "statutory")
    for rule in rules.rules:
        why = {"why_de": rule.explanation.theirs_de, "why_en": rule.explanation.theirs_en}
        given = replace(hint, params={**hint.params, **why})
        said, reach = outward_paragraphs(given, lang, ours=False, proposed=False)
        assert "§ 307 BGB" in reach, "between businesses nobody may cite the norm without that"
        assert said
        assert not re.search(r"\bunser|\bour\b|[Ff]ür uns heißt|[Ff]or us this|lange nicht überprüft", said), rule.id
