"""What a user changed in the clause tree is marked and listed in every report; without changes nothing is said of them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from app import paths
from app.models.analysis import Analysis
from app.models.corrections import EXCLUDED, Refusal
from app.models.reading import Correction, LostCorrection, NotAnalysed
from app.wording.corrections import changed_by_hand, correction_text, lost_text
from app.wording.lang import Lang
from app.wording.terms import term
from tests.unit.reporting.report_example import ANALYSIS, EMPTY
from tests.unit.reporting.written import html_of, json_of, report_of, text_of

SPLIT = Correction("split", "a1", "17:Der Kunde haftet für jeden Schaden, den er zu vertreten hat", "§ 8 Haftung")
LOST = LostCorrection(Correction("merge", "a9", "a8", "§ 12"), "other_before")


def corrected() -> Analysis:
    """The example with a finding's clause that was split and typed by hand, and a part that was excluded."""
    found = next(finding for finding in ANALYSIS.findings if finding.clauses)
    clauses = tuple(
        replace(c, corrected=("split", "type"), type="warranty", type_source="user", confidence=1.0)
        if c.id == found.clauses[0]
        else c
        for c in ANALYSIS.reading.clauses
    )
    reading = replace(
        ANALYSIS.reading,
        clauses=clauses,
        corrections=(SPLIT, Correction("level", "a2", "+1", "§ 9")),
        lost_corrections=(LOST,),
        not_analysed=(NotAnalysed(EXCLUDED, ((0, 9),), 1, None, "§ 1 Grußwort", "a3"),),
    )
    return replace(ANALYSIS, reading=reading)


CORRECTED = corrected()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", "von Hand geändert: geteilt, Art: Gewährleistung"),
        ("de", "Von Hand geänderte Gliederung"),
        ("de", "§ 8 Haftung: geteilt vor „Der Kunde haftet für jeden Schaden, den …“"),
        ("de", "§ 9: eine Ebene tiefer gesetzt"),
        ("de", "§ 12: mit der Klausel davor verbunden – Davor steht jetzt eine andere Klausel."),
        ("de", "Nicht geprüfte Teile: von Hand ausgenommen, nicht Teil der AGB (1)"),
        ("de", "§ 1 Grußwort"),
        ("de", "1 von Hand festgelegt"),
        ("en", "changed by hand: split, type: Warranty for defects"),
        ("en", "Clause structure changed by hand"),
        ("en", "§ 12: joined with the clause before it – Another clause stands before it now."),
    ],
)
def test_reports_mark_and_list_what_was_changed(lang: Lang, said: str) -> None:
    for report in (text_of(CORRECTED, lang), html_of(CORRECTED, lang)):
        assert said in " ".join(report.replace("\n", " ").split())


def test_a_findings_clause_is_marked_beside_it() -> None:
    entry = report_of(CORRECTED, "de").findings[0]
    assert any("von Hand geändert: geteilt" in remark for remark in entry.remarks)


@pytest.mark.parametrize(("write", "words"), [(text_of, "von Hand"), (html_of, "von Hand"), (json_of, '"correct')])
def test_without_changes_nothing_is_said(write: Any, words: str) -> None:
    assert words in write(CORRECTED, "de")
    assert words not in write(EMPTY, "de")


def test_the_json_fits_its_description_and_holds_everything() -> None:
    written = json.loads(json_of(CORRECTED, "de"))
    schema = json.loads((paths.resources() / "schema" / "analysis-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(written)
    assert written["corrections"][1] == {"action": "level", "anchor": "a2", "value": "+1", "place": "§ 9"}
    assert [lost["reason"] for lost in written["lost_corrections"]] == ["other_before"]
    assert [c["corrected"] for c in written["clauses"] if "corrected" in c] == [["split", "type"]]
    assert [part["anchor"] for part in written["not_checked"] if "anchor" in part] == ["a3"]
    broken = {**written, "corrections": [{"action": "level"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(broken)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Correction("merge", "a"), "mit der Klausel davor verbunden"),
        (Correction("split", "a", "3:{x} %s"), "geteilt vor „{x} %s“"),
        (Correction("level", "a", "-1"), "eine Ebene höher gesetzt"),
        (Correction("exclude", "a"), "als nicht zu den AGB gehörig ausgenommen"),
        (Correction("type", "a", "warranty"), "Art festgelegt: Gewährleistung"),
        (Correction("type", "a", ""), "als Klausel ohne Art festgelegt"),
        (Correction("erase", "a"), "erase"),
    ],
)
def test_every_correction_has_its_words(one: Correction, said: str) -> None:
    assert correction_text(one, "de") == said


def test_a_lost_correction_without_a_name_begins_like_a_sentence() -> None:
    lost = LostCorrection(Correction("merge", "a"), "no_such_clause")
    assert lost_text(lost, "en") == "Joined with the clause before it – The clause was not found again."


def test_a_clause_that_nobody_changed_is_not_marked() -> None:
    assert changed_by_hand(ANALYSIS.reading.clauses[0], "de") == ""


@pytest.mark.parametrize("reason", list(Refusal))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_refusal_has_a_sentence(reason: Refusal, lang: Lang) -> None:
    assert term("correction_refusal", reason.value, lang).endswith(".")
