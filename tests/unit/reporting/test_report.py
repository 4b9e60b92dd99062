"""What the report says, whatever its form."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from app.comparing.diff import word_diff
from app.models.analysis import Analysis, Check, Comparison, DiffOp, Finding, Outcome
from app.models.provisions import Evidence, ProvisionKind
from app.models.reading import NotAnalysed
from app.models.source import Ignored, IgnoredReason, ImportNote
from app.reporting.places import clause_place, page_ranges, place_lines, shortened
from app.reporting.printable import printable
from app.reporting.reportmodel import FindingEntry, Place, Report, SummaryGroup
from app.reporting.totext import WIDTH
from app.wording.lang import LANGS, Lang
from tests.plain import plain
from tests.unit.reporting.report_example import (
    ANALYSIS,
    CLAUSES,
    CONTRADICTION_FINDING,
    DUPLICATE_FINDING,
    EMPTY,
    EXCLUSION_FINDING,
    FINDINGS,
    HOSTILE,
    LIABILITY_FINDING,
    MISSING_FINDING,
    NOTICE_FINDING,
    NUMBERING_FINDING,
    PROVISIONS,
    SECTIONS_FINDING,
    SOURCE,
    STATUTORY_FINDING,
    WORDING_FINDING,
)
from tests.unit.reporting.written import html_of, report_of, text_of

REPORT = report_of(ANALYSIS, "de")


def group(label: str, report: Report = REPORT) -> SummaryGroup:
    return next(g for g in report.summary if g.label == label)


def entry_of(finding: Finding) -> FindingEntry:
    return report_of(replace(ANALYSIS, findings=(finding,)), "de").findings[0]


# --- summary


def test_the_summary_opens_with_exclusion_and_cap_and_names_every_kind() -> None:
    labels = [g.label for g in REPORT.summary]
    assert labels[:2] == ["Haftungsausschluss", "Haftungsobergrenze"]
    assert len(labels) == len(ProvisionKind)


def test_kinds_without_values_are_listed_all_the_same() -> None:
    assert all(not g.rows for g in report_of(EMPTY, "de").summary)
    html, text = html_of(EMPTY, "de"), text_of(EMPTY, "de")
    assert html.count("nichts gefunden") == len(ProvisionKind)
    assert "Haftungsausschluss: nichts gefunden" in text


def test_a_value_comes_with_its_quote_place_and_verdict() -> None:
    row = group("Kündigungsfrist").rows[0]
    assert plain(row.value) == "6 Monate zum Ende der Laufzeit"
    assert row.quote.text == PROVISIONS[2].quote
    assert row.quote.places == (Place("§ 1 Laufzeit › (1)", 1),)
    assert row.verdict == "Hinweis 1 und 3"


@pytest.mark.parametrize(
    ("outcomes", "verdict"),
    [
        ((), "keine Vorgabe"),
        ((Outcome.NOT_APPLICABLE,), "keine Vorgabe"),
        ((Outcome.OK, Outcome.NOT_APPLICABLE), "innerhalb der Vorgaben"),
        ((Outcome.UNDECIDABLE,), "nicht entscheidbar"),
        ((Outcome.OK, Outcome.UNDECIDABLE), "nicht entscheidbar"),
    ],
)
def test_a_verdict_never_says_more_than_the_checks(outcomes: tuple[Outcome, ...], verdict: str) -> None:
    checks = tuple(Check(f"r{i}", outcome, provisions=("p0005",)) for i, outcome in enumerate(outcomes))
    report = report_of(replace(ANALYSIS, checks=checks, findings=()), "de")
    assert group("Haftungsobergrenze", report).rows[0].verdict == verdict


def test_a_value_with_a_finding_and_an_open_rule_says_both() -> None:
    checks = (Check("r", Outcome.UNDECIDABLE, ("annual_fee",), ("c0002",), ("p0003",)),)
    report = report_of(replace(ANALYSIS, checks=checks), "de")
    assert group("Kündigungsfrist", report).rows[0].verdict == "Hinweis 1 und 3; nicht entscheidbar"


def test_a_value_read_with_little_confidence_is_marked() -> None:
    row = group("Verjährungs- oder Gewährleistungsfrist").rows[0]
    assert row.unsure == "unsicher erkannt, bitte am Wortlaut prüfen"
    assert group("Zahlungsfrist").rows[0].unsure == ""
    assert html_of(ANALYSIS, "de").count("unsicher erkannt") == text_of(ANALYSIS, "de").count("unsicher erkannt") == 1


def test_a_fact_read_from_the_document_stands_beside_its_words() -> None:
    row = next(row for row in REPORT.facts if row.label == "Anwendbares Recht")
    assert [quote.text for quote in row.quotes] == ["Es gilt deutsches Recht."]
    assert all(not row.quotes for row in REPORT.facts if row.label != "Anwendbares Recht")
    for written in (html_of(ANALYSIS, "de"), text_of(ANALYSIS, "de")):
        assert "„Es gilt deutsches Recht.“" in written


# --- findings


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.code)
def test_every_finding_has_its_words_and_their_place(finding: Finding) -> None:
    entry = entry_of(finding)
    assert entry.quotes or entry.copies or entry.searched
    for quote in entry.quotes:
        assert quote.text
        assert all(place.page or place.paragraph for place in quote.places)


def test_contradicting_quotes_stand_beside_what_differs_and_are_not_said_twice() -> None:
    entry = entry_of(CONTRADICTION_FINDING)
    assert [plain(quote.value) for quote in entry.quotes] == [
        "6 Monate zum Ende der Laufzeit",
        "3 Monate zum Jahresende",
    ]
    assert all(quote.text not in " ".join(entry.paragraphs) for quote in entry.quotes)
    assert all(quote.text in entry.explanation for quote in entry.quotes)


def test_a_statutory_hint_is_told_in_paragraphs() -> None:
    entry = entry_of(LIABILITY_FINDING)
    paragraphs = (*entry.paragraphs, *entry.remarks)
    starts = ("Hinweis:", "Hinweis:", "Das Datum", "Anmerkung:", "Stand der Angabe:")
    assert len(paragraphs) == len(starts)
    assert all(p.startswith(start) for p, start in zip(paragraphs, starts, strict=True))
    assert " ".join(paragraphs) == entry.explanation
    assert len(entry.remarks) == 3
    assert [p.split(":")[0] for p in entry_of(STATUTORY_FINDING).paragraphs] == ["Hinweis", "Für uns heißt das"]


def test_changed_wording_is_quoted_once() -> None:
    entry = entry_of(WORDING_FINDING)
    assert [quote.text for quote in entry.quotes] == ["Verbraucher können den Vertrag binnen 14 Tagen widerrufen."]
    assert entry.further == ()


def test_a_word_is_quoted_within_its_sentence() -> None:
    word = Evidence("c0003", 32, 41, "changed")
    evidence = (word, Evidence("c0003", 0, 9, "changed"), *WORDING_FINDING.evidence, Evidence("c0012", 0, 9, "changed"))
    quotes = entry_of(replace(WORDING_FINDING, evidence=evidence)).quotes
    assert [quote.text for quote in quotes] == [
        "Verbraucher können den Vertrag binnen 14 Tagen widerrufen.",
        "Der Kunde",
    ]


def test_what_was_quoted_for_a_value_is_no_further_place() -> None:
    within = Evidence("c0002", PROVISIONS[2].start, PROVISIONS[2].end - 5, "value")
    entry = entry_of(replace(NOTICE_FINDING, evidence=(within, *NOTICE_FINDING.evidence)))
    assert [quote.text for quote in entry.further] == ["Der Vertrag läuft 24 Monate."]


def test_a_number_is_shown_with_the_first_words_and_leads_to_the_number() -> None:
    long = replace(NUMBERING_FINDING, evidence=(Evidence("c0008", 0, 120, "label"),))
    (quote,) = entry_of(long).quotes
    assert quote.text.endswith(" …")
    assert [(place.start, place.end) for place in quote.places] == [(0, 0)]


def test_equal_quotes_are_one_with_all_their_places() -> None:
    same = replace(DUPLICATE_FINDING, clauses=("c0008", "c0008", "c0009"))
    assert len(entry_of(same).quotes) == 2


def test_a_quote_leads_to_its_words() -> None:
    for finding in FINDINGS:
        for quote in entry_of(finding).quotes:
            for place in quote.places:
                if place.start < place.end and finding.evidence:
                    assert ANALYSIS.reading.by_id[place.clause].text[place.start : place.end] == quote.text


def test_a_section_sign_stays_with_its_number_in_the_text() -> None:
    assert not any(line.endswith("§") for line in text_of(ANALYSIS, "de").splitlines())


def test_a_repeated_section_is_one_entry_with_all_places() -> None:
    entry = entry_of(SECTIONS_FINDING)
    assert len(entry.copies) == 2
    assert entry.copies[0] == "Fassung 1: § 1 Laufzeit, S.\u00a01 bis § 1 Laufzeit › (2), S.\u00a01 (3 Klauseln)"
    assert not entry.quotes


def test_a_missing_clause_says_what_was_looked_for() -> None:
    assert entry_of(MISSING_FINDING).searched == (
        "Klauseln zum Thema „Vertraulichkeit“",
        "Regelungen der Art „Kündigungsfrist“",
    )


def test_the_diff_shows_reference_and_document() -> None:
    reference = entry_of(NOTICE_FINDING).reference
    assert reference is not None
    assert reference.status == "fachlich zu bestätigen"
    kept_or_new = "".join(p.text for p in reference.diff if p.op is not DiffOp.DELETE)
    kept_or_old = "".join(p.text for p in reference.diff if p.op is not DiffOp.INSERT)
    assert kept_or_new == reference.clause_text
    assert kept_or_old == reference.text


def test_wordings_that_share_nothing_are_not_compared_word_by_word() -> None:
    reference = entry_of(EXCLUSION_FINDING).reference
    assert reference is not None
    assert reference.diff == ()
    assert "so verschieden" in html_of(ANALYSIS, "de")


def test_a_limit_is_shown_where_the_sentences_do_not_say_it() -> None:
    assert entry_of(NOTICE_FINDING).values == ""
    values = entry_of(replace(NOTICE_FINDING, code="fixed_termination_date")).values
    assert plain(values) == "Dauer: 6 Monate · Vorgabe: höchstens 3 Monate"


def _copied(finding: Finding) -> Analysis:
    """The same clause, provision and finding twice."""
    clause, provision = CLAUSES[1], PROVISIONS[2]
    reading = replace(
        ANALYSIS.reading,
        clauses=(*CLAUSES, replace(clause, id="c0099", parent=None, label="§ 9")),
        provisions=(*PROVISIONS, replace(provision, id="p0099", clause="c0099")),
    )
    copy = replace(finding, id="f0099", clauses=("c0099",), provisions=("p0099",), evidence=())
    return replace(ANALYSIS, reading=reading, findings=(finding, copy))


def test_findings_that_say_the_same_of_the_same_words_are_one_entry_with_all_places() -> None:
    report = report_of(_copied(NOTICE_FINDING), "de")
    assert len(report.findings) == 1
    assert report.findings[0].quotes[0].places == (Place("§ 1 Laufzeit › (1)", 1), Place("§ 9", 1))
    assert "Hinweise: 2, Einträge: 1" in report.findings_note
    assert {s.value: count for s, _, count in report.counts}["high"] == 1


def test_the_same_words_in_another_context_stay_apart() -> None:
    analysis = _copied(NOTICE_FINDING)
    comparison = NOTICE_FINDING.comparison
    assert comparison is not None
    elsewhere = replace(analysis.findings[1], comparison=replace(comparison, clause_text="Ein anderer Zusammenhang."))
    report = report_of(replace(analysis, findings=(NOTICE_FINDING, elsewhere)), "de")
    assert len(report.findings) == 2


def test_equal_values_of_copies_are_one_row_of_the_summary() -> None:
    rows = group("Kündigungsfrist", report_of(_copied(NOTICE_FINDING), "de")).rows
    assert [row.quote.places for row in rows][:1] == [(Place("§ 1 Laufzeit › (1)", 1), Place("§ 9", 1))]
    assert rows[0].verdict == "Hinweis 1"


def test_findings_of_different_rules_stay_apart() -> None:
    other = replace(NOTICE_FINDING, id="f2", rule="another.rule")
    report = report_of(replace(ANALYSIS, findings=(NOTICE_FINDING, other)), "de")
    assert len(report.findings) == 2
    assert report.findings_note == ""


def test_chance_words_between_two_changes_do_not_break_the_diff_into_confetti() -> None:
    reference, clause = "Der Preis ist sofort fällig und zu zahlen.", "Die Ware ist heute fällig und zu zahlen."
    hunks = word_diff(reference, clause)
    comparison = Comparison("r", "R", "preferred", 0, 0.5, reference, clause, hunks)
    shown = entry_of(replace(NOTICE_FINDING, comparison=comparison)).reference
    assert shown is not None
    assert [(part.op.value, part.text) for part in shown.diff] == [
        ("delete", "Der Preis ist sofort"),
        ("insert", "Die Ware ist heute"),
        ("equal", " fällig und zu zahlen."),
    ]


def test_where_little_is_shared_both_texts_stand_beside_each_other_without_a_diff() -> None:
    reference = (
        "Der Anbieter haftet der Höhe nach bis zu einer Million Euro, gleich aus welchem Grund und für jeden Fall."
    )
    clause = "Ansprüche sind der Höhe nach auf den doppelten Preis der einzelnen Bestellung beschränkt."
    comparison = Comparison("r", "R", "preferred", 0, 0.2, reference, clause, word_diff(reference, clause))
    shown = entry_of(replace(NOTICE_FINDING, comparison=comparison)).reference
    assert shown is not None
    assert (shown.diff, shown.text, shown.clause_text) == ((), reference, clause)


def test_long_unchanged_text_is_cut_in_its_middle() -> None:
    text = " ".join(f"wort{i}" for i in range(200))
    comparison = Comparison("r", "R", "preferred", 0, 0.9, text, text + " neu", word_diff(text, text + " neu"))
    shown = entry_of(replace(NOTICE_FINDING, comparison=comparison)).reference
    assert shown is not None
    assert " […] " in shown.diff[0].text
    assert len(shown.diff[0].text) < 300


# --- what is open, what was not read


def test_values_that_no_rule_judges_are_announced() -> None:
    checks = (Check("r", Outcome.NOT_APPLICABLE, reason="governing_law"),)
    report = report_of(replace(ANALYSIS, checks=checks, findings=()), "de")
    assert any("nicht bewertet" in notice for notice in report.notices)
    assert report.checks[1] == "Nicht anwendbar, weil die Vorgabe für ein anderes Recht gilt: 1."
    assert not any("nicht bewertet" in notice for notice in REPORT.notices)


def test_undecidable_checks_name_the_fact_they_need_and_equal_ones_are_one_row() -> None:
    needs = [(plain(row.subject), row.needs) for row in REPORT.undecided]
    assert ("Haftungsobergrenze: 0,5 % des Preises je Woche", "der Auftragswert in Euro") in needs
    assert ("Vorgaben der Bibliothek: 2", "die Vertragsart") in needs
    assert len(needs) == 3


def test_an_incomplete_document_says_so_first() -> None:
    assert REPORT.completeness.startswith("Nicht vollständig gelesen: S.\u00a03")
    assert "Nicht vollständig gelesen" in text_of(ANALYSIS, "de")[:400]


def test_unread_parts_make_a_document_incomplete_without_pages() -> None:
    report = report_of(replace(ANALYSIS, reading=_reading(unread_pages=(), unread_parts=("diagrams",))), "de")
    assert not report.complete
    assert report.completeness.startswith("Nicht vollständig gelesen: eingebettete oder als Bild enthaltene Teile.")


def test_unread_pages_are_listed_even_if_no_stage_did() -> None:
    listed = [listing.title for listing in REPORT.unread]
    assert "Nicht geprüfte Teile: nicht lesbare Seite" in listed


def test_running_headers_are_collapsed_and_counted() -> None:
    header = next(listing for listing in REPORT.unread if "Kopfzeile" in listing.title)
    assert header.collapsed
    assert header.count == 2
    assert header.entries == (f"Muster AG {HOSTILE} (2-mal, S.\u00a01–2)",)


def test_a_running_footer_with_page_numbers_is_one_entry() -> None:
    footers = tuple(Ignored(IgnoredReason.FOOTER, f"AGB Seite {page} von 9", page) for page in range(1, 10))
    report = report_of(replace(ANALYSIS, reading=_reading(ignored=footers)), "de")
    footer = next(listing for listing in report.unread if "Fußzeile" in listing.title)
    assert footer.entries == ("AGB Seite 1 von 9 (9-mal mit wechselnden Zahlen, S.\u00a01–9)",)
    assert footer.count == 9


def test_the_same_unchecked_words_are_listed_once_with_their_pages() -> None:
    parts = tuple(NotAnalysed("no_reference", ((page, page + 1),), page, None, "Fernwartung") for page in (4, 21, 40))
    listing = report_of(replace(EMPTY, not_checked=parts), "de").unread[0]
    assert listing.entries == ("S.\u00a04, 21, 40: Fernwartung",)
    assert listing.count == 3


def test_pages_of_one_path_share_a_line() -> None:
    places = [Place("§ 1 › (2)", 4), Place("§ 2", 5), Place("§ 1 › (2)", 21)]
    assert place_lines(places, "de") == ("§ 1 › (2), S.\u00a04, 21", "§ 2, S.\u00a05")


def test_the_same_warning_on_many_pages_is_one_entry() -> None:
    notes = tuple(ImportNote("encoding_guessed", {"encoding": "x"}, page) for page in (1, 2, 3, 7))
    report = report_of(replace(ANALYSIS, reading=_reading(warnings=notes)), "de")
    warnings = report.unread[0]
    assert warnings.count == 1
    assert warnings.entries[0].endswith("(S.\u00a01–3, 7)")


def test_long_lists_are_collapsed_but_complete() -> None:
    parts = tuple(NotAnalysed("no_reference", ((i, i + 1),), 1, None, f"Klausel {i}") for i in range(40))
    report = report_of(replace(EMPTY, not_checked=parts), "de")
    assert report.unread[0].collapsed
    assert len(report.unread[0].entries) == 40


def test_library_clauses_in_review_are_announced_and_confirmed_ones_are_not() -> None:
    in_review = report_of(replace(ANALYSIS, findings=(NOTICE_FINDING,)), "de").notices
    approved = report_of(replace(ANALYSIS, findings=(EXCLUSION_FINDING,)), "de").notices
    assert any("fachlich zu bestätigen" in notice for notice in in_review)
    assert not any("fachlich zu bestätigen" in notice for notice in approved)


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_says_that_it_is_no_legal_advice_and_can_be_signed(lang: Lang) -> None:
    html = html_of(ANALYSIS, lang)
    assert {"de": "keine Rechtsberatung", "en": "not legal advice"}[lang] in html
    assert {"de": "Geprüft von", "en": "Reviewed by"}[lang] in html


def test_internal_guidance_stays_inside() -> None:
    assert "notfalls vier Monate" not in html_of(ANALYSIS, "de") + text_of(ANALYSIS, "de")


def test_facts_come_with_their_source() -> None:
    rows = {row.label: (plain(row.value), row.note) for row in REPORT.facts}
    assert rows["Unsere Rolle"] == ("Kunde", "eigene Angabe")
    assert rows["Anwendbares Recht"] == ("deutsches Recht", "aus dem Dokument")
    assert rows["Gegenüber wem"] == ("Unternehmer (B2B)", "Annahme des Programms")
    assert rows["Auftragswert"] == ("nicht angegeben", "")
    assert rows["Jahresvergütung"] == ("12.500,50 €", "eigene Angabe")


# --- form


class _Tags(HTMLParser):
    """Tags that stay open, attributes and the text of a page."""

    VOID = ("meta", "col", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("analysis", [ANALYSIS, EMPTY], ids=["example", "empty"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_well_formed_and_self_contained(analysis: Analysis, lang: Lang) -> None:
    page = _Tags()
    page.feed(html_of(analysis, lang))
    assert page.open == []
    assert not page.seen & {"script", "img", "link", "iframe"}
    assert all((value or "").startswith("#") for name, value in page.attributes if name in ("href", "src"))
    assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_links_lead_to_findings_that_exist() -> None:
    html = html_of(ANALYSIS, "de")
    targets = set(re.findall(r'href="#(\w+)"', html))
    assert targets
    assert targets <= set(re.findall(r'id="(\w+)"', html))


def test_text_of_the_document_is_escaped_everywhere() -> None:
    html = html_of(ANALYSIS, "de")
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 4


@pytest.mark.parametrize("lang", LANGS)
def test_text_fits_a_terminal(lang: Lang) -> None:
    assert max(len(line) for line in text_of(ANALYSIS, lang).splitlines()) <= WIDTH


def test_a_terminal_gets_no_control_characters() -> None:
    hostile = Ignored(IgnoredReason.COMMENT, "rot \x1b[31m \u202egrün")
    text = text_of(replace(ANALYSIS, reading=_reading(ignored=(hostile,))), "de")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert printable("a\x07b") == "a�b"


def test_text_marks_what_is_only_in_the_reference_and_only_in_the_document() -> None:
    text = " ".join(text_of(ANALYSIS, "de").split())
    assert "[-3-]{+6+} Monaten" in text


def _reading(**changes: object) -> object:
    return replace(ANALYSIS.reading, source=replace(SOURCE, **changes))  # type: ignore[arg-type]


# --- places


@pytest.mark.parametrize(("pages", "text"), [([], ""), ([4], "4"), ([1, 2, 3], "1–3"), ([7, 1, 2, 7, 9], "1–2, 7, 9")])
def test_pages_are_joined_to_ranges(pages: list[int], text: str) -> None:
    assert page_ranges(pages) == text


def test_a_place_without_pages_names_the_paragraph() -> None:
    clause = replace(CLAUSES[0], page=None, paragraph=12)
    assert place_lines([clause_place(clause, ANALYSIS.reading)], "de") == ("§ 1 Laufzeit, Textabsatz 12",)


def test_a_clause_without_label_and_heading_is_named_by_its_first_words() -> None:
    clause = replace(CLAUSES[2], label="", parent=None)
    assert clause_place(clause, ANALYSIS.reading) == Place("Verbraucher können den …", 1)


def test_excerpts_are_cut_at_a_word() -> None:
    assert shortened("eins zwei drei", 100) == "eins zwei drei"
    assert shortened("eins zwei  drei", 10) == "eins zwei …"
