"""The report on two versions: the sums hold, values stand first, nothing is missing, every form says the same."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import html5lib
import openpyxl
import pypdfium2
import pytest

from app.models.versions import ChangeKind
from app.pipeline.compare import compare
from app.reporting.comparisons import SUFFIXES, version_file
from app.reporting.options import Reader, ReportOptions
from app.reporting.paper import Heading, Tone
from app.reporting.versions.diffs import diff_text, words_around
from app.reporting.versions.pages import version_paper
from app.reporting.versions.rows import version_report
from tests.unit.reporting.compared import MADE_AT, OLD, analysed, versions
from tests.unit.reporting.wordrules import broken_rules

GERMAN = ReportOptions(made_at=MADE_AT, reviewer="M. Muster")
REPORT = version_report(versions(), GERMAN)


def test_the_counts_add_up_to_both_documents() -> None:
    assert versions().adds_up
    assert sum(row.old for row in REPORT.counts) == len(versions().old.reading.clauses)
    assert sum(row.new for row in REPORT.counts) == len(versions().new.reading.clauses)


def test_every_change_is_told_once_and_every_clause_in_some() -> None:
    assert [entry.number for entry in REPORT.changes] == list(range(1, len(versions().changes) + 1))
    kinds = {entry.kind for entry in REPORT.changes}
    assert {ChangeKind.UNCHANGED, ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED} <= kinds


def test_changed_values_say_what_became_of_them() -> None:
    told = {(entry.label, entry.old, entry.new) for entry in REPORT.values}
    assert ("Kündigungsfrist", "3\xa0Monate zum Jahresende", "6\xa0Monate zum Jahresende") in told
    assert ("Zahlungsfrist", "30\xa0Tage", "10\xa0Tage") in told
    for entry in REPORT.values:
        for value, quote in ((entry.old, entry.old_quote), (entry.new, entry.new_quote)):
            assert bool(value) is (quote is not None)
            assert quote is None or (quote.text and quote.places)


def test_a_clause_that_stands_elsewhere_says_so() -> None:
    moved = [entry for entry in REPORT.changes if "steht jetzt an anderer Stelle" in entry.remarks]
    assert moved
    assert any(remark.startswith("3.1 heißt jetzt 2.1") for entry in REPORT.changes for remark in entry.remarks)


def test_what_the_library_says_now_stands_in_the_risk_alone() -> None:
    assert {entry.how for entry in REPORT.risk} >= {"appeared"}
    outward = replace(GERMAN, reader=Reader.OUTWARD)
    assert version_report(versions(), outward).risk == ()
    for name in ("text", "json", "html"):
        said = version_file(name, versions(), outward).decode()
        assert versions().new.library.name not in said
        assert versions().new.library.sha256[:12] not in said
        for finding in versions().new.findings:
            assert not finding.comparison or finding.comparison.reference not in said


def test_the_same_versions_say_so() -> None:
    same = compare(analysed(OLD, "alt.txt"), analysed(OLD, "neu.txt"))
    report = version_report(same, GERMAN)
    assert not report.values
    assert not report.risk
    assert not any(entry.of_substance for entry in report.changes)
    assert "Wörter und Zahlen sind in beiden Fassungen dieselben" in version_file(
        "text", same, GERMAN
    ).decode().replace("\n", " ")


def test_a_file_that_was_not_read_whole_is_told_first() -> None:
    old = versions().old
    source = replace(old.reading.source, unread_parts=("image",))
    half = replace(versions(), old=replace(old, reading=replace(old.reading, source=source)))
    assert version_report(half, GERMAN).incomplete
    assert "nicht vollständig gelesen" in version_file("text", half, GERMAN).decode().replace("\n", " ")
    assert REPORT.incomplete == ""


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", SUFFIXES)
def test_every_form_is_always_the_same_bytes(name: str, lang) -> None:
    options = replace(GERMAN, lang=lang)
    assert version_file(name, versions(), options) == version_file(name, versions(), options)


def test_foreign_readers_find_values_and_new_words_in_every_form() -> None:
    added = "Der Kunde wirbt keine Mitarbeiter der Werkstatt ab"
    assert added in " ".join(version_file("text", versions(), GERMAN).decode().split())
    page = html5lib.parse(version_file("html", versions(), GERMAN).decode(), namespaceHTMLElements=False)
    assert added in "".join(page.itertext())
    assert page.find(".//ins") is not None
    assert not [b for b in page.iter("b") if "zahlt sonst" in (b.text or "")]  # the document's own markup is text
    pdf = pypdfium2.PdfDocument(version_file("pdf", versions(), GERMAN))
    assert added in " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    pdf.close()
    assert broken_rules(version_file("docx", versions(), GERMAN)) == []
    book = openpyxl.load_workbook(io.BytesIO(version_file("xlsx", versions(), GERMAN)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(added in cell for cell in cells)
    assert "6\xa0Monate zum Jahresende" in cells


def test_the_csv_has_a_row_for_every_change() -> None:
    text = version_file("csv", versions(), GERMAN).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 1 + len(REPORT.changes) + len(REPORT.outside)


def test_json_hunks_rebuild_the_new_text() -> None:
    said = json.loads(version_file("json", versions(), GERMAN))
    assert said["adds_up"] is True
    for change in said["changes"]:
        rebuilt = "".join(
            change["old_text"][h["old"][0] : h["old"][1]]
            if h["op"] == "equal"
            else change["new_text"][h["new"][0] : h["new"][1]]
            for h in change["hunks"]
        )
        assert rebuilt == change["new_text"] or not change["hunks"]


def test_links_lead_to_changes_that_are_there() -> None:
    paper = version_paper(versions(), GERMAN)
    anchors = {block.anchor for block in _all(paper.blocks) if isinstance(block, Heading)}
    assert {f"change-{entry.number}" for entry in REPORT.values} <= anchors


def _all(blocks):
    for block in blocks:
        yield block
        yield from _all(getattr(block, "blocks", ()))


def test_a_diff_shows_both_texts_whole() -> None:
    for change in versions().changes:
        spans = diff_text(change.old_text, change.new_text, change.hunks)
        new = "".join(span.text for span in spans if span.tone is not Tone.DELETED)
        if "[…]" not in new and change.hunks:
            assert new == change.new_text


@pytest.mark.parametrize(
    ("text", "place", "around"),
    [
        ("binnen 5 Tagen", (7, 8), "binnen 5 Tagen"),
        ("a " * 60 + "5" + " b" * 60, (120, 121), "… " + "a " * 29 + "5" + " b" * 29 + " …"),
    ],
)
def test_words_around_a_figure_are_whole(text: str, place: tuple[int, int], around: str) -> None:
    assert words_around(text, place) == around


def test_a_value_that_is_another_and_as_grave_is_told_with_the_former_one() -> None:
    old = analysed(OLD.replace("innerhalb von 30 Tagen", "innerhalb von 5 Tagen"), "alt.txt")
    new = analysed(OLD.replace("innerhalb von 30 Tagen", "innerhalb von 7 Tagen"), "neu.txt")
    report = version_report(compare(old, new), GERMAN)
    assert [(entry.how, entry.was) for entry in report.risk] == [("otherwise", "vorher 5\xa0Tage")]
