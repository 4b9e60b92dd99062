"""The draw is fair and repeatable, and a verdict is counted only when it is one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.analysis import Analysis, Finding, FindingKind, LibraryStamp, Severity
from app.models.facts import DealFacts
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from tests.evaluation.findingsample import (
    RIGHT,
    WRONG,
    Drawn,
    Verdict,
    draw,
    precision,
    quality_lines,
    read_verdicts,
    save_verdicts,
    sheet,
)

CLAUSE = Clause("c1", "a", "(3)", "", "Der Kunde zahlt sofort.", ("Zahlungsbedingungen", "§ 5", "(3)"), None, 2)
VERDICT = Verdict("001.txt f1", "001.txt", "§ 5 > (3)", "deviation", "short_payment", "low", RIGHT)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    source = SourceDocument.__new__(SourceDocument)
    return Analysis(Reading(source, (CLAUSE,)), DealFacts(), LibraryStamp("", ""))


def findings(analysis: Analysis, counts: dict[FindingKind, dict[str, int]]) -> list[Drawn]:
    return [
        Drawn(document, document, Finding(f"f{n}", "", kind, Severity.LOW, "code", clauses=("c1",)), analysis)
        for kind, documents in counts.items()
        for document, many in documents.items()
        for n in range(many)
    ]


MANY = {
    FindingKind.DEVIATION: {"long.txt": 500, "short.txt": 20},
    FindingKind.MISSING: {"short.txt": 100},
    FindingKind.NUMBERING: {"other.txt": 3},
}


def test_kinds_take_turns_and_a_rare_one_is_drawn_whole(analysis: Analysis) -> None:
    kinds = Counter(d.finding.kind for d in draw(findings(analysis, MANY), seed=1))
    assert kinds == {FindingKind.DEVIATION: 29, FindingKind.MISSING: 28, FindingKind.NUMBERING: 3}


def test_a_long_document_does_not_crowd_out_a_short_one(analysis: Analysis) -> None:
    documents = Counter(
        d.document for d in draw(findings(analysis, MANY), seed=1) if d.finding.kind is FindingKind.DEVIATION
    )
    assert documents["short.txt"] > 8


def test_a_seed_draws_the_same_again_and_another_seed_something_else(analysis: Analysis) -> None:
    def ids(seed: int) -> list[str]:
        return [d.id for d in draw(findings(analysis, MANY), seed)]

    assert ids(1) == ids(1) != ids(2)


def test_no_finding_is_drawn_twice_and_a_small_corpus_whole(analysis: Analysis) -> None:
    few = findings(analysis, {FindingKind.DEVIATION: {"a": 7, "b": 2}})
    drawn = draw(few, seed=1)
    assert sorted((d.document, d.finding.id) for d in drawn) == sorted((d.document, d.finding.id) for d in few)


def test_the_form_names_the_place_by_its_labels_without_headings(analysis: Analysis) -> None:
    assert findings(analysis, {FindingKind.MISSING: {"a": 1}})[0].verdict().clause == "§ 5 > (3)"


def test_the_sheet_shows_title_place_and_words(analysis: Analysis) -> None:
    finding = Finding("f1", "", FindingKind.NUMBERING, Severity.LOW, "code", clauses=("c1",))
    shown = "\n".join(sheet(7, Drawn("001.txt", "001_x.txt", finding, analysis)))
    assert "## 7. numbering · code · low" in shown
    assert "(3)" in shown
    assert "Der Kunde zahlt sofort." in shown


def test_verdicts_are_read_as_they_were_written(tmp_path: Path) -> None:
    save_verdicts([VERDICT], tmp_path / "seed-1.json")
    assert read_verdicts(tmp_path / "seed-1.json") == [VERDICT]


@pytest.mark.parametrize(
    ("verdict", "reason"), [("", ""), ("maybe", "so"), (WRONG, ""), (WRONG, "says „zahlt sofort“, which is not so")]
)
def test_an_empty_verdict_and_a_quoting_reason_are_refused(tmp_path: Path, verdict: str, reason: str) -> None:
    save_verdicts([replace(VERDICT, verdict=verdict, reason=reason)], tmp_path / "seed-1.json")
    with pytest.raises(ValueError, match=r"001\.txt f1"):
        read_verdicts(tmp_path / "seed-1.json")


def test_doubtful_verdicts_count_neither_way() -> None:
    verdicts = [VERDICT] * 8 + [replace(VERDICT, verdict=WRONG)] * 2 + [replace(VERDICT, verdict="doubtful")] * 5
    counted = precision(verdicts)
    assert (counted.right, counted.wrong, counted.doubtful, counted.share) == (8, 2, 5, 0.8)


def test_every_seed_has_a_column_and_every_kind_a_row(tmp_path: Path) -> None:
    save_verdicts([VERDICT], tmp_path / "seed-1.json")
    save_verdicts([replace(VERDICT, verdict=WRONG, reason="not so")], tmp_path / "seed-2.json")
    rows = quality_lines(tmp_path)
    assert "| deviation | 1.00 (1 / 0 / 0) | 0.00 (0 / 1 / 0) |" in rows
    assert "| missing | – | – |" in rows


def test_the_stored_verdicts_can_be_read() -> None:
    assert quality_lines()
