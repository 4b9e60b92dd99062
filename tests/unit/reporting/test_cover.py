"""The cover and what else a file has on top of the panels: who, when, what was checked, what was weighed by hand, all clauses."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.models.analysis import Check, Limit, Offer, Outcome, Severity, SubjectCheck
from app.models.decisions import Decision, Verdict
from app.reporting.analysishash import analysis_hash
from app.reporting.build import report_words
from app.reporting.options import ReportOptions, Wording
from app.wording.lang import LANGS, Lang
from tests.plain import plain
from tests.unit.reporting.report_example import ANALYSIS, CLAUSES, EMPTY
from tests.unit.reporting.written import html_of, json_of, report_of, text_of

FIRST, SECOND = ANALYSIS.findings[:2]
AT = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1), "MEZ"))
WEIGHED = Decision(
    FIRST.anchor, Verdict.ACCEPT, "Mia Muster", datetime(2026, 11, 21, tzinfo=UTC), severity=Severity.INFO, reason="so"
)


def rows_of(**rest: object) -> dict[str, str]:
    return {row.label: plain(row.value) for row in report_of(ANALYSIS, **rest).document}  # type: ignore[arg-type]


def test_the_document_is_named_so_that_it_cannot_be_mistaken() -> None:
    rows = rows_of()
    assert rows["Datei"] == ANALYSIS.reading.source.name
    assert rows["SHA-256"] == "ab" * 32
    assert rows["Format"] == "PDF, 123,5 kB, 3 Seiten"


def test_everything_that_made_the_analysis_is_named() -> None:
    rows = rows_of()
    assert rows["Klauselbibliothek"] == f"Musterbibliothek\nSHA-256 {'cd' * 32}"
    assert rows["Gesetzeshinweise"] == f"Musterregeln\nSHA-256 {'ef' * 32}"
    assert rows["Programm"].startswith("Klausellupe ")
    facts = {row.label: row.value for row in report_of(ANALYSIS).facts}
    assert facts["Unsere Rolle"] == "Kunde"


def test_the_time_is_the_one_that_was_given_and_none_without() -> None:
    assert "Erstellt am" not in rows_of()
    assert rows_of(made_at=AT)["Erstellt am"] == "22.11.2026, 09:30 Uhr (MEZ)"
    assert html_of(ANALYSIS) == html_of(ANALYSIS)


def test_the_checksum_is_that_of_the_plain_json_whatever_the_report_says() -> None:
    written = hashlib.sha256(json_of(ANALYSIS).encode()).hexdigest()
    assert analysis_hash(ANALYSIS) == written
    chosen = report_of(ANALYSIS, "en", {FIRST.anchor: WEIGHED}, chosen=frozenset({FIRST.anchor}), made_at=AT)
    assert chosen.cover is not None
    assert chosen.cover.analysis_hash == written


def test_another_analysis_has_another_checksum() -> None:
    assert analysis_hash(ANALYSIS) != analysis_hash(replace(ANALYSIS, findings=ANALYSIS.findings[1:]))


def test_a_severity_changed_by_hand_is_marked_with_the_old_one_and_counts() -> None:
    report = report_of(ANALYSIS, "de", {FIRST.anchor: WEIGHED})
    assert report.cover is not None
    (line,) = report.cover.changed
    assert "Zur Information, vom Programm: Hoch (Mia Muster, 21.11.2026; Begründung: so)" in line
    before = {severity: count for severity, _, count in report_of(ANALYSIS).counts}
    after = {severity: count for severity, _, count in report.counts}
    assert after[Severity.INFO] == before[Severity.INFO] + 1
    assert after[Severity.HIGH] == before[Severity.HIGH] - 1
    marked = "Gewichtung von Hand geändert, vom Programm: Hoch"
    assert text_of(ANALYSIS, "de", {FIRST.anchor: WEIGHED}).count(marked) == 1


def test_findings_are_ordered_and_numbered_as_the_user_weighs_them() -> None:
    entries = report_of(ANALYSIS, "de", {FIRST.anchor: WEIGHED}).findings
    assert [entry.severity.rank for entry in entries] == sorted(entry.severity.rank for entry in entries)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert next(e for e in entries if e.anchor == FIRST.anchor).severity is Severity.INFO


def test_the_same_severity_by_hand_is_no_change() -> None:
    same = replace(WEIGHED, severity=FIRST.severity)
    report = report_of(ANALYSIS, "de", {FIRST.anchor: same})
    assert report.cover is not None
    assert report.cover.changed == ()


def test_the_reviewer_stands_on_the_line_and_the_rest_is_left_to_the_pen() -> None:
    report = report_of(ANALYSIS, reviewer="Mia Muster", made_at=AT)
    assert report.cover is not None
    assert dict(report.cover.sign) == {
        "Ergebnis und Bemerkungen": "",
        "Geprüft von": "Mia Muster",
        "Datum": "22.11.2026",
        "Unterschrift": "",
    }
    empty = report_of(ANALYSIS, made_at=AT).cover
    assert empty is not None
    assert not any(value for _, value in empty.sign)


def test_the_scope_says_what_was_not_checked() -> None:
    cover = report_of(ANALYSIS).cover
    assert cover is not None
    told = " ".join(cover.scope)
    assert "Gelesen: 12 Klauseln. Angewandt: 9 Vorgaben" in told
    assert "Nicht vollständig gelesen" in told
    assert "Text in einer anderen Sprache: 1" in told
    assert "Nicht geprüfte Teile: keine." in (report_of(EMPTY).cover or cover).scope


# --- selection, orphans, limits, subjects, annex


def test_what_was_not_chosen_is_counted_and_marked_in_the_table_of_values() -> None:
    report = report_of(ANALYSIS, chosen=frozenset({SECOND.anchor}))
    assert report.selection == "Auswahl: 1 von 13 Hinweisen stehen in diesem Bericht, 12 nicht."
    verdicts = {plain(row.value): row.verdict for group in report.summary for row in group.rows}
    assert verdicts["6 Monate zum Ende der Laufzeit"] == "Hinweis, nicht in diesem Bericht"
    assert "12 nicht" in text_of(ANALYSIS, chosen=frozenset({SECOND.anchor}))
    assert report_of(ANALYSIS).selection == ""


def test_a_decision_whose_finding_is_gone_is_not_lost() -> None:
    orphan = replace(WEIGHED, anchor="gone", quote="alte Worte", place="§ 9", note="gilt noch")
    for written in (html_of, text_of):
        told = " ".join(written(ANALYSIS, orphans=(orphan,)).split())
        for said in ("Entscheidungen ohne Hinweis", "alte Worte", "§ 9", "gilt noch", "Mia Muster, 21.11.2026"):
            assert said in told
    assert "Entscheidungen ohne Hinweis" not in html_of(ANALYSIS)


def test_a_decision_that_was_withdrawn_is_no_orphan() -> None:
    withdrawn = Decision("gone", None, "Mia", AT)
    assert report_of(ANALYSIS, orphans=(withdrawn,)).orphans == ()


def test_a_value_stands_beside_what_our_rules_ask() -> None:
    limit = Limit("r", "duration", 6.0, "at_most", 3.0, "month", "month")
    check = Check("r", Outcome.FINDING, provisions=("p0003",), limit=limit)
    report = report_of(replace(ANALYSIS, checks=(check,)))
    row = next(r for g in report.summary for r in g.rows if plain(r.value).startswith("6 Monate"))
    assert [plain(text) for text in row.limits] == ["höchstens 3 Monate"]
    assert "Vorgabe: höchstens 3" in plain(html_of(replace(ANALYSIS, checks=(check,))))


@pytest.mark.parametrize(
    ("subject", "row"),
    [
        (SubjectCheck("payment", True, Outcome.OK, ("c0008",)), ("Zahlungsbedingungen (verlangt)", "Vorhanden")),
        (SubjectCheck("export", True, Outcome.FINDING), ("Exportkontrolle (verlangt)", "Fehlt")),
        (
            SubjectCheck("export", False, Outcome.NOT_APPLICABLE, reason="not_required"),
            ("Exportkontrolle", "Nicht enthalten"),
        ),
    ],
)
def test_subjects_say_whether_they_are_covered(subject: SubjectCheck, row: tuple[str, str]) -> None:
    (told,) = report_of(replace(ANALYSIS, subjects=(subject,))).coverage
    assert (told.label, told.value) == row
    assert bool(told.note) == bool(subject.clauses)


def test_missing_subjects_come_first_and_many_places_are_counted() -> None:
    subjects = (
        SubjectCheck("payment", True, Outcome.OK, tuple(clause.id for clause in CLAUSES[:6])),
        SubjectCheck("export", True, Outcome.FINDING),
    )
    first, second = report_of(replace(ANALYSIS, subjects=subjects)).coverage
    assert first.value == "Fehlt"
    assert second.note.endswith("(+3)")


@pytest.mark.parametrize("lang", LANGS)
def test_the_annex_holds_every_clause_word_for_word_if_wanted(lang: Lang) -> None:
    told = " ".join(text_of(ANALYSIS, lang).split())
    for clause in CLAUSES:
        assert " ".join(clause.text.split()) in told
    assert len(report_of(ANALYSIS, lang).annex) == len(CLAUSES)
    assert report_of(ANALYSIS, lang, annex=False).annex == ()


def test_panels_get_the_same_words_without_cover_and_annex() -> None:
    words, whole = report_words(ANALYSIS, ReportOptions()), report_of(ANALYSIS)
    assert (words.cover, words.annex) == (None, ())
    assert words.findings == whole.findings
    assert words.summary == whole.summary


def test_a_wording_is_offered_where_the_reference_clause_does_not_show_it_already() -> None:
    offers = (
        Offer("c0002", "termination.customer", 0, "preferred", "Drei Monate genügen [Wem].", ("Wem",)),
        Offer("", "confidentiality.customer", 0, "preferred", "Beide schweigen."),
        Offer("c0003", "withdrawal.customer", 0, "preferred", ANALYSIS.findings[7].comparison.reference_text),
    )
    offered = {e.title: e.proposed for e in report_of(replace(ANALYSIS, offers=offers)).findings if e.proposed}
    assert {(one.text, one.gaps) for one in offered.values()} == {
        ("Drei Monate genügen [Wem].", "Wem"),
        ("Beide schweigen.", ""),
    }
    assert "Noch einzusetzen: Wem" in text_of(replace(ANALYSIS, offers=offers))
    assert not any(e.proposed for e in report_of(replace(ANALYSIS, offers=offers), proposals=Wording.NONE).findings)
