"""The sales card: sorted as decided, in plain words, on one page however much there is, with nothing that is ours alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from app.models.analysis import Analysis, Finding, FindingKind, NeededApproval, Severity
from app.models.decisions import Decision, Verdict
from app.reporting.cardpoints import Group, card_points
from app.reporting.options import Reader, ReportOptions, Wording
from app.reporting.paper import Bullets, Frame, Heading, Paper, Paragraph, characters
from app.reporting.pdf.layout import page_count
from app.reporting.salescard import sales_card
from app.reporting.todocx import to_docx
from app.reporting.topdf import to_pdf
from app.wording import rules, sentences
from app.wording.lang import LANGS, Lang
from app.wording.salescard import PLAIN, plain_title
from tests.unit.reporting.compared import versions
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
from tests.unit.reporting.papers import png
from tests.unit.reporting.report_example import ANALYSIS

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
OPTIONS = ReportOptions(made_at=AT)
CLAUSES = tuple(clause.id for clause in ANALYSIS.reading.clauses)


def finding(
    number: int,
    severity: Severity = Severity.MEDIUM,
    clause: str | None = None,
    code: str = "deemed_consent",
    **more: object,
) -> Finding:
    """On a clause of its own, as far as there are enough."""
    fields = {"kind": FindingKind.DEVIATION, "clauses": (clause or CLAUSES[number % len(CLAUSES)],), **more}
    return Finding(id=f"f{number}", anchor=f"a{number}", severity=severity, code=code, **fields)  # type: ignore[arg-type]


def analysis(*findings: Finding) -> Analysis:
    return replace(ANALYSIS, findings=findings, offers=(), checks=(), not_checked=())


def decided(**verdicts: Verdict) -> dict[str, Decision]:
    return {anchor: Decision(anchor, verdict, "Mia", AT, note="NOTIZ") for anchor, verdict in verdicts.items()}


def many(count: int) -> Analysis:
    """Every finding on a clause of its own, with long sentences, long wordings and hostile names."""
    clause = ANALYSIS.reading.by_id["c0005"]
    clauses = tuple(
        replace(clause, id=f"k{n}", label=f"§ {n}", heading="Sehr lange Überschrift " * 9, parent=None)
        for n in range(count)
    )
    severities = list(Severity)
    findings = tuple(
        finding(
            n,
            severities[n % 4],
            f"k{n}",
            comment=f"{n}: " + "Wir bitten um eine längere Frist. " * 30,
            approvals=tuple(NeededApproval(f"<b>Leitung</b> {n} " + "x" * 300, 10.0) for _ in range(3)),
        )
        for n in range(count)
    )
    return replace(
        ANALYSIS, reading=replace(ANALYSIS.reading, clauses=clauses, provisions=()), findings=findings, checks=()
    )


def groups(paper: Paper) -> dict[str, list[str]]:
    """Title of each group without its number, with the first line of each of its points."""
    return {
        re.sub(r" \(\d+\)", "", frame.blocks[0].text): [line.split("\n")[0] for line in lines(frame)]
        for frame in paper.blocks
        if isinstance(frame, Frame) and isinstance(frame.blocks[0], Heading)
    }


def lines(frame: Frame) -> Iterator[str]:
    for block in frame.blocks:
        if isinstance(block, Bullets):
            yield from map(characters, block.items)


def words(paper: Paper) -> str:
    return "\n".join(_words(paper.blocks))


def _words(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Frame():
                yield from _words(block.blocks)
            case Heading():
                yield block.text
            case Paragraph():
                yield characters(block.text)
            case Bullets():
                yield from map(characters, block.items)


def pages(paper: Paper) -> int:
    return len(pypdfium2.PdfDocument(to_pdf(paper)))


# --- one page


@pytest.mark.parametrize("count", [0, 1, 5, 50, 5000])
@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("lang", LANGS)
def test_it_is_one_page_at_full_size_and_every_point_is_listed_or_counted(
    lang: Lang, reader: Reader, count: int
) -> None:
    options = replace(
        OPTIONS,
        lang=lang,
        reader=reader,
        logo=png(),
        footer="Muster GmbH " * 90,
        reviewer="M" * 400,
        company="Muster GmbH",
    )
    paper = sales_card(many(count), options)
    assert paper.one_page
    assert page_count(paper) == pages(paper) == 1
    listed = sum(len(points) for points in groups(paper).values())
    counted = [
        int(number)
        for number in re.findall(
            r"(?:und|and) (\d+) (?:weitere|more)|^(\d+)(?:: siehe|: see| Punkte| points)", words(paper), re.M
        )
        for number in number
        if number
    ]
    heads = [int(n) for n in re.findall(r"^\D+ \((\d+)\)$", words(paper), re.M)]
    assert listed + sum(counted) == sum(heads) == count
    assert listed > 3 or listed == count


def test_a_short_list_is_complete_with_what_to_say_and_to_propose() -> None:
    paper = sales_card(marked_analysis(), internal_options(marked_analysis()))
    assert COMMENT in words(paper)
    assert "siehe Bericht" not in words(paper)


@pytest.mark.slow
@pytest.mark.needs_tool("soffice")
@pytest.mark.parametrize("count", [5, 50])
def test_as_a_word_file_it_is_one_page_too(count: int, tmp_path) -> None:
    paper = sales_card(many(count), replace(OPTIONS, footer="Muster GmbH, Musterweg 1, 12345 Musterstadt", logo=png()))
    assert _pages_of_word(to_docx(paper), tmp_path) == 1


def _pages_of_word(content: bytes, folder) -> int:
    import subprocess

    (folder / "card.docx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, folder / "card.docx"], check=True, capture_output=True, timeout=100)
    return len(pypdfium2.PdfDocument((folder / "card.pdf").read_bytes()))


# --- what belongs where


@pytest.mark.parametrize(
    ("verdict", "title"),
    [
        (Verdict.ACCEPT, "Annehmen"),
        (Verdict.NEGOTIATE, "Verhandeln"),
        (Verdict.REJECT, "Verhandeln"),
        (Verdict.NEEDS_APPROVAL, "Freigabe nötig"),
    ],
)
def test_a_decision_says_where_a_point_belongs(verdict: Verdict, title: str) -> None:
    paper = sales_card(analysis(finding(1)), replace(OPTIONS, decided=decided(a1=verdict)))
    assert [name for name, points in groups(paper).items() if points] == [title]
    assert "nach Ihren Entscheidungen" in words(paper)


@pytest.mark.parametrize(
    ("severity", "approvers", "title"),
    [
        (Severity.HIGH, ("Recht",), "Freigabe nötig"),
        (Severity.HIGH, (), "Freigabe nötig"),
        (Severity.MEDIUM, ("Recht",), "Verhandeln"),
        (Severity.MEDIUM, (), "Verhandeln"),
        (Severity.LOW, ("Recht",), "Verhandeln"),
        (Severity.LOW, (), "Annehmen"),
        (Severity.INFO, (), "Annehmen"),
    ],
)
def test_without_a_decision_its_weight_and_the_consent_needed_do(
    severity: Severity, approvers: tuple[str, ...], title: str
) -> None:
    found = finding(1, severity, approvals=tuple(map(NeededApproval, approvers)))
    paper = sales_card(analysis(found), OPTIONS)
    assert [name for name, points in groups(paper).items() if points] == [title]
    assert "Noch ist nichts entschieden" in words(paper)
    assert all(name in words(paper) for name in approvers)


def test_the_users_own_severity_counts() -> None:
    own = {"a1": Decision("a1", None, "Mia", AT, severity=Severity.HIGH, reason="darum")}
    paper = sales_card(analysis(finding(1, Severity.LOW)), replace(OPTIONS, decided=own))
    assert groups(paper)["Freigabe nötig"]
    assert "darum" not in words(paper)


def test_where_only_some_are_decided_the_others_are_marked_as_suggestions() -> None:
    paper = sales_card(analysis(finding(1), finding(2)), replace(OPTIONS, decided=decided(a1=Verdict.NEGOTIATE)))
    assert "1 von 2 Hinweisen sind entschieden" in words(paper)
    assert ["Vorschlag" in line for line in groups(paper)["Verhandeln"]].count(True) == 1


def test_what_is_not_relevant_is_counted() -> None:
    paper = sales_card(analysis(finding(1), finding(2)), replace(OPTIONS, decided=decided(a1=Verdict.NOT_RELEVANT)))
    assert "Als nicht relevant eingestuft: 1." in words(paper)


def test_a_choice_of_findings_is_said() -> None:
    paper = sales_card(analysis(finding(1), finding(2)), replace(OPTIONS, chosen=frozenset({"a2"})))
    assert "Nur ausgewählte Hinweise: 1 von 2." in words(paper)
    assert len(groups(paper)["Verhandeln"]) == 1


def test_findings_on_one_clause_are_one_point_where_the_strictest_belongs() -> None:
    found = (
        finding(1, Severity.LOW, "c0005", code="short_payment"),
        finding(2, Severity.HIGH, "c0005", code="order_value_cap", comment="Bitte ändern."),
        finding(
            3, Severity.MEDIUM, "c0005", code="statutory", kind=FindingKind.STATUTORY, params={"title_de": "Verjährung"}
        ),
    )
    assert card_points(analysis(*found), OPTIONS).of(Group.APPROVE)[0].findings == 3
    (line,) = groups(sales_card(analysis(*found), OPTIONS))["Freigabe nötig"]
    assert line.startswith("Ersatz höchstens bis zum Auftragswert; Kurze Zahlungsfrist")
    assert line.endswith("auch rechtlich fraglich")


def test_what_is_meant_comes_before_slips_of_the_text() -> None:
    slip = finding(1, clause="c0002", code="duplicate_clause", kind=FindingKind.DUPLICATE, params={"copies": 2})
    same = replace(slip, id="f2", anchor="a2", clauses=("c0005",))
    paper = sales_card(analysis(slip, same, finding(3, clause="c0005", code="order_value_cap")), OPTIONS)
    first, second = groups(paper)["Verhandeln"]
    assert first.startswith("Ersatz höchstens bis zum Auftragswert; Dieselbe Klausel steht 2-mal da")
    assert second.startswith("Dieselbe Klausel")


def test_four_matters_on_one_clause_are_two_and_a_number() -> None:
    codes = ("order_value_cap", "immediate_payment", "immediate_complaint", "fixed_renewal")
    paper = sales_card(analysis(*(finding(n, clause="c0005", code=code) for n, code in enumerate(codes))), OPTIONS)
    assert "; dazu 2 weitere Hinweise" in groups(paper)["Verhandeln"][0]


def test_nothing_found_is_not_praised() -> None:
    paper = sales_card(analysis(), OPTIONS)
    assert "heißt nicht, dass alles in Ordnung ist" in words(paper)


# --- what it says


def test_it_names_document_date_library_reviewer_and_role() -> None:
    paper = sales_card(ANALYSIS, replace(OPTIONS, reviewer="Mia Muster"))
    assert paper.subtitle == ANALYSIS.reading.source.name
    assert all(
        word in words(paper) for word in ("22.11.2026", ANALYSIS.library.name, "Mia Muster", "keine Rechtsberatung")
    )


def test_english_dates_are_english() -> None:
    assert "22 November 2026" in words(sales_card(ANALYSIS, replace(OPTIONS, lang="en")))


def test_what_was_not_checked_stands_in_one_line() -> None:
    (line,) = [line for line in words(sales_card(ANALYSIS, OPTIONS)).splitlines() if line.startswith("Nicht geprüft")]
    assert "nicht lesbar" in line


def test_what_was_said_above_is_not_said_again() -> None:
    found = [finding(n, clause=CLAUSES[n], comment="Bitte um eine längere Frist.") for n in range(3)]
    made = words(sales_card(analysis(*found), OPTIONS))
    assert made.count("Bitte um eine längere Frist.") == 1
    assert made.count("Wie oben.") == 2


def test_no_wording_is_proposed_where_none_is_wanted() -> None:
    marked = marked_analysis()
    assert PREFERRED[:30] in words(sales_card(marked, outward_options(marked)))
    assert PREFERRED[:30] not in words(sales_card(marked, replace(outward_options(marked), proposals=Wording.NONE)))


def test_it_is_the_same_every_time() -> None:
    assert to_pdf(sales_card(many(60), OPTIONS)) == to_pdf(sales_card(many(60), OPTIONS))


@pytest.mark.parametrize("code", [*rules.RULES, *sentences.TITLES])
@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_has_plain_words_of_its_own(code: str, lang: Lang) -> None:
    shown = dict.fromkeys(("value", "target", "term", "copies", "kind", "first", "second", "title", "type"), "x")
    made = plain_title(code, "", shown, lang)
    assert "…" not in made
    assert made != plain_title("unknown", "", shown, lang) or code == "wording_unacceptable"
    assert len(made) < 70


def test_a_rule_that_nobody_knows_is_said_by_how_it_compares() -> None:
    assert (
        plain_title("new", "at_most", {"kind": "Vertragsstrafe", "value": "5 %"}, "de")
        == "Vertragsstrafe: 5 % ist uns zu viel"
    )
    assert plain_title("new", "", {"type": "Preise"}, "de") == "Preise: passt für uns so nicht"


def test_plain_words_name_no_limit_and_no_reference() -> None:
    assert not [
        code
        for code, pair in PLAIN.items()
        if re.search(r"\{(limit|bound|reference|old|new|sentence)\}", " ".join(pair))
    ]


# --- what it never says


@pytest.mark.parametrize("lang", LANGS)
def test_outward_nothing_internal_is_in_text_properties_or_structure(lang: Lang) -> None:
    marked = marked_analysis()
    paper = sales_card(marked, outward_options(marked, lang))
    assert found_marks(to_pdf(paper)) == []
    assert found_marks(to_docx(paper)) == []
    assert COMMENT in words(paper)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("undecided", [False, True])
def test_inward_no_position_no_limit_and_no_note_is_in_it(lang: Lang, undecided: bool) -> None:
    marked = marked_analysis()
    options = internal_options(marked, lang)
    paper = sales_card(marked, replace(options, decided={}) if undecided else options)
    said = "\n".join((paper.title, paper.subtitle, paper.header, paper.footer, paper.company, words(paper)))
    for named in ("approver-of-much", "approver", "library-file"):
        assert mark(named) in said or named != "library-file"
        said = said.replace(mark(named), "")
    assert MARK not in said
    assert not re.search(r"\b77\s", said)


@pytest.mark.parametrize("proposals", list(Wording))
def test_a_fallback_is_never_proposed(proposals: Wording) -> None:
    marked = marked_analysis()
    paper = sales_card(marked, replace(internal_options(marked), proposals=proposals))
    assert mark("fallback-offer") not in words(paper)


def test_outward_nothing_is_accepted_and_no_consent_is_named() -> None:
    found = [
        finding(n, severity, CLAUSES[n], approvals=(NeededApproval("Chefin"),)) for n, severity in enumerate(Severity)
    ]
    verdicts = decided(a0=Verdict.NEEDS_APPROVAL, a1=Verdict.ACCEPT, a2=Verdict.REJECT)
    paper = sales_card(analysis(*found), replace(OPTIONS, reader=Reader.OUTWARD, decided=verdicts))
    assert {name: len(points) for name, points in groups(paper).items()} == {
        "Darüber möchten wir sprechen": 3,
    }
    assert not re.search("Chefin|Freigabe|Annehmen|abgelehnt$|NOTIZ|Nicht geprüft", words(paper), re.M)
    assert "weder angenommen noch abgelehnt" in words(paper)


def test_outward_points_stand_in_the_order_of_the_document_and_not_of_their_weight() -> None:
    found = [finding(n, severity, CLAUSES[3 - n], code=f"code{n}") for n, severity in enumerate(Severity)]
    places = [ANALYSIS.reading.by_id[clause].label for clause in CLAUSES[:4]]
    made = analysis(*found)
    inward, outward = (words(sales_card(made, replace(OPTIONS, reader=reader))) for reader in Reader)
    assert _order(outward, places) == sorted(_order(outward, places))
    assert _order(inward, places) != sorted(_order(inward, places))


def _order(text: str, places: list[str]) -> list[int]:
    """Where the places are named, those that are."""
    return [text.index(place) for place in places if place in text]


def test_outward_a_value_is_not_called_short_or_limited() -> None:
    terms = versions().new  # the payment term is shorter than our limit
    inside, outside = (words(sales_card(terms, replace(OPTIONS, reader=reader))) for reader in Reader)
    assert "Kurze Zahlungsfrist: 10" in inside
    assert "Kurze" not in outside
    assert "Zahlungsfrist: 10" in outside
