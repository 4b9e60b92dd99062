"""The commented copy of a Word file: what is said to whom, which wording is proposed, and what is told of the rest."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest

from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.analysis import Analysis, Severity
from app.models.decisions import Decision, Verdict
from app.paths import clause_library
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed
from app.reporting.copyresult import CopyReason, CopyResult
from app.reporting.options import Reader, ReportOptions, Wording
from app.reporting.redline.commented import commented_copy
from tests.evaluation.documents import AS_OF
from tests.unit.importing.made import opened
from tests.unit.reporting.internal_marks import COMMENT, MARK, facts_with_figures, found_marks, marked_library
from tests.unit.reporting.redline.acceptreject import ME, W, accepted, changes, part, rejected
from tests.unit.reporting.wordrules import broken_rules

SAMPLE = Path("resources/samples/wartung-automatische-nummern.docx")
MADE_AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
OUTWARD = ReportOptions(reader=Reader.OUTWARD, reviewer=ME, company="Muster GmbH", made_at=MADE_AT)
INTERNAL = replace(OUTWARD, reader=Reader.INTERNAL)


@cache
def analysed() -> Analysis:
    return analyse(SAMPLE.read_bytes(), SAMPLE.name, load(clause_library()), assumed(AS_OF), ReadOptions())


@cache
def marked() -> Analysis:
    library = marked_library(load(clause_library()))
    return analyse(SAMPLE.read_bytes(), SAMPLE.name, library, facts_with_figures(assumed(AS_OF)), ReadOptions())


def copied(options: ReportOptions, analysis: Analysis | None = None) -> CopyResult:
    return commented_copy(SAMPLE.read_bytes(), analysis or analysed(), options)


def comments(result: CopyResult) -> list[str]:
    """The text of each comment."""
    root = part(result.content, "word/comments.xml")
    return ["\n".join("".join(p.itertext()) for p in one.iter(f"{W}p")) for one in root]


def decided(verdict: Verdict | None = None, severity: Severity | None = None, **only: str) -> ReportOptions:
    """With the same decision on every finding (or that with this anchor)."""
    anchors = [only["anchor"]] if only else [finding.anchor for finding in analysed().findings]
    made = {a: Decision(a, verdict, "Konto", MADE_AT, note="Nur für uns", severity=severity) for a in anchors}
    return replace(INTERNAL, decided=made)


@pytest.mark.parametrize("options", [OUTWARD, INTERNAL, replace(OUTWARD, lang="en"), replace(INTERNAL, lang="en")])
def test_every_finding_has_its_comment_and_the_file_keeps_the_rules(options):
    result = copied(options)
    assert set(result.placed) == {finding.anchor for finding in analysed().findings}
    assert sorted(set(broken_rules(result.content)) - set(broken_rules(SAMPLE.read_bytes()))) == []
    assert opened(rejected(result.content)).text == analysed().reading.source.text


def test_the_wordings_of_the_library_are_proposed_as_changes():
    result = copied(OUTWARD)
    assert len(result.proposed) >= 5
    text = opened(accepted(result.content)).text
    offered = [o for o in analysed().offers if o.rank == "preferred" and o.clause]
    assert sum(offer.text in text for offer in offered) >= len(result.proposed) - 1
    assert any("im Text als Änderung eingetragen" in said for said in comments(result))


def test_without_proposals_nothing_is_changed():
    result = copied(replace(OUTWARD, proposals=Wording.NONE))
    assert (result.proposed, changes(result.content), result.left_out) == ((), [], ())
    assert opened(result.content).text == analysed().reading.source.text


def test_only_the_chosen_findings_are_in_it():
    chosen = analysed().findings[0].anchor
    result = copied(replace(OUTWARD, chosen=frozenset([chosen])))
    assert result.placed == (chosen,)
    assert len(comments(result)) == 1


@pytest.mark.parametrize("lang", ["de", "en"])
def test_nothing_internal_leaves(lang):
    result = copied(replace(OUTWARD, lang=lang), marked())
    assert found_marks(result.content) == []
    assert any(COMMENT in said for said in comments(result))
    assert MARK in str(found_marks(copied(replace(INTERNAL, lang=lang), marked()).content))  # the marks do their work


def test_decisions_are_in_the_copy_for_the_own_house_alone():
    options = decided(Verdict.NEGOTIATE)
    assert any("Nur für uns" in said for said in comments(copied(options)))
    outward = copied(replace(options, reader=Reader.OUTWARD)).content
    assert not any(word in text(outward) for word in ("Nur für uns", "Konto"))


def text(content: bytes) -> str:
    archive = zipfile.ZipFile(BytesIO(content))
    return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_what_was_accepted_is_not_changed():
    result = copied(decided(Verdict.ACCEPT))
    assert result.proposed == ()
    assert {left.reason for left in result.left_out} == {CopyReason.SETTLED}


def test_of_two_wordings_for_a_clause_that_of_the_graver_finding_is_written():
    offers = {offer.reference: offer for offer in analysed().offers if offer.rank == "preferred" and offer.clause}
    (first, second), clause = list(offers.values())[:2], next(iter(offers.values())).clause
    low, high = (
        replace(f, id=f"f{n}", anchor=f"a{n}", severity=severity, clauses=(clause,), reference=offer.reference, also=())
        for n, (offer, severity) in enumerate(((first, Severity.LOW), (second, Severity.HIGH)))
        for f in [next(f for f in analysed().findings if f.reference == first.reference)]
    )
    analysis = replace(analysed(), findings=(low, high), offers=(first, replace(second, clause=clause)))
    result = copied(INTERNAL, analysis)
    assert result.proposed == (high.anchor,)
    assert [(left.anchor, left.reason) for left in result.left_out] == [(low.anchor, CopyReason.OTHER_PROPOSAL)]
    raised = replace(INTERNAL, decided={low.anchor: Decision(low.anchor, None, "", MADE_AT, severity=Severity.HIGH)})
    assert copied(raised, replace(analysis, findings=(low, replace(high, severity=Severity.LOW)))).proposed == ("a0",)


def test_a_clause_with_parts_of_its_own_is_not_replaced():
    offer = next(offer for offer in analysed().offers if offer.rank == "preferred" and offer.clause)
    reading = analysed().reading
    child = replace(reading.by_id[offer.clause], id="c9999", parent=offer.clause, body_spans=())
    analysis = replace(analysed(), reading=replace(reading, clauses=(*reading.clauses, child)))
    reasons = {left.reason for left in copied(OUTWARD, analysis).left_out}
    assert reasons == {CopyReason.HAS_PARTS}


@pytest.mark.parametrize(
    ("reviewer", "company", "name", "initials"),
    [
        ("Erika Muster", "Firma AG", "Erika Muster", "EM"),
        ("", "Firma für Alles AG", "Firma für Alles AG", "FFA"),
        ("", "", "Klausellupe", "K"),
        ("<b>&\x07\u202e", "", "<b>&", "<"),
    ],
)
def test_the_author_is_the_given_name_and_never_the_account(reviewer, company, name, initials):
    result = copied(replace(OUTWARD, reviewer=reviewer, company=company))
    root = part(result.content, "word/comments.xml")
    assert {(one.get(f"{W}author"), one.get(f"{W}initials")) for one in root} == {(name, initials)}
    assert {one.get(f"{W}author") for one in part(result.content).iter(f"{W}ins", f"{W}del")} == {name}


def test_the_same_copy_has_the_same_bytes():
    assert copied(OUTWARD) == copied(OUTWARD)


def test_it_must_be_the_file_that_was_analysed():
    with pytest.raises(ExpectedError) as refused:
        commented_copy(SAMPLE.read_bytes() + b" ", analysed(), OUTWARD)
    assert refused.value.code is ErrorCode.SOURCE_CHANGED


def test_another_reader_finds_the_comments_with_their_words():
    found = list(docx.Document(BytesIO(copied(OUTWARD).content)).comments)
    assert len(found) == len(comments(copied(OUTWARD)))
    assert {(one.author, one.initials, one.timestamp) for one in found} == {(ME, "EM", MADE_AT)}


def test_what_a_clause_settles_besides_its_finding_stays() -> None:
    text = opened(accepted(copied(OUTWARD).content)).text
    assert "Die jährliche Wartungspauschale ist im Voraus zu entrichten. Rechnungen sind 30 Tage" in text
    assert "Einsätze werden nach Aufwand abgerechnet. Rechnungen sind 30 Tage" in text


def test_outward_the_numbers_of_comments_tell_nothing_of_their_weight():
    placed = [analysed().reading.by_id[f.clauses[0]].paragraph for f in _placed(OUTWARD) if f.clauses]
    assert placed == sorted(placed)
    assert placed != [analysed().reading.by_id[f.clauses[0]].paragraph for f in _placed(INTERNAL) if f.clauses]


def _placed(options: ReportOptions):
    """In the order of the comments' numbers, which is that of the result."""
    by_anchor = {finding.anchor: finding for finding in analysed().findings}
    return [by_anchor[anchor] for anchor in copied(options).placed]


def test_comments_that_were_there_before_are_told_before_they_go_out():
    assert copied(OUTWARD).about == ()
    again = copied(OUTWARD).content  # with comments and tracked changes in it
    read = analyse(again, SAMPLE.name, load(clause_library()), assumed(AS_OF), ReadOptions())
    assert commented_copy(again, read, OUTWARD).about == (CopyReason.OLD_REMARKS,)
    assert commented_copy(again, read, INTERNAL).about == ()
