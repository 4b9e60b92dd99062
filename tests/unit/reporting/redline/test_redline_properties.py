"""Whatever the file and whatever the change: rejecting all gives the file back, accepting all what was asked for, and Word's rules hold."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from app.models.source import RunKind, SourceDocument, Span
from app.reporting.copyresult import CopyReason
from app.reporting.redline.model import Author, Edit, Redlined
from app.reporting.redline.redline import redline
from tests.evaluation.documents import SHARED
from tests.unit.importing.made import opened
from tests.unit.reporting.redline.acceptreject import ME, W, accepted, part, rejected
from tests.unit.reporting.redline.generated import ADDED, SEEDS, document, edits, remarks
from tests.unit.reporting.wordrules import broken_rules

AUTHOR = Author(ME, "EM", datetime(2026, 11, 22, 12, 30, tzinfo=UTC))
FOUND = [*sorted(Path("resources/samples").glob("*.docx")), *sorted(SHARED.glob("*/**/*.docx"))]
REAL = list({path.stat().st_size: path for path in FOUND}.values())  # some lie there twice


def files() -> list[object]:
    made = [pytest.param((lambda seed=seed: document(seed), seed), id=f"made-{seed}") for seed in SEEDS]
    return made + [pytest.param((path.read_bytes, at), id=f"real-{at}") for at, path in enumerate(REAL)]


@pytest.fixture(scope="module", params=files())
def written(request) -> tuple[bytes, SourceDocument, list[Edit], Redlined]:
    make, seed = request.param
    data = make()
    source = opened(data)
    asked = edits(source, seed)
    return data, source, asked, redline(data, source, asked, remarks(source, seed), AUTHOR)


def test_rejecting_all_gives_the_original_back(written):
    _, source, _, made = written
    back = opened(rejected(made.content))
    assert back.text == source.text
    assert [(b.start, b.end, b.kind) for b in back.blocks] == [(b.start, b.end, b.kind) for b in source.blocks]
    # Look and number of each line included; which of two sizes a line has that is half and half depends on where runs begin.
    assert [replace(line, size=0) for line in back.lines] == [replace(line, size=0) for line in source.lines]


def test_accepting_all_gives_what_was_proposed(written):
    _, source, asked, made = written
    done = [edit for edit in asked if made.edits[edit.key] is None]
    found, wanted = words(opened(accepted(made.content))), expected(source, done)
    assert sorted(found) == sorted(wanted)
    assert _without_added(found) == _without_added(wanted)
    assert opened(made.content).text == opened(accepted(made.content)).text  # as the import reads open changes


def test_everything_keeps_the_rules_of_word(written):
    data, _, _, made = written
    before = {rule.replace(" t is", " delText is") for rule in broken_rules(data)} | set(broken_rules(data))
    assert sorted(set(broken_rules(made.content)) - before) == []


def test_every_remark_and_every_edit_is_accounted_for(written):
    _, _, asked, made = written
    assert made.edits.keys() == {edit.key for edit in asked}
    texts = [one for one in part(made.content, "word/comments.xml") if one.get(f"{W}author") == ME]
    assert len(texts) == len(made.remarks) == 13


def test_all_other_parts_keep_their_bytes(written):
    data, _, _, made = written
    before, after = (zipfile.ZipFile(BytesIO(one)) for one in (data, made.content))
    kept = set(before.namelist()) - {"word/comments.xml", "[Content_Types].xml"}
    kept -= {"word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"}
    assert {name: before.read(name) for name in kept} == {name: after.read(name) for name in kept}


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_the_same_copy_has_the_same_bytes(seed):
    data = document(seed)
    source = opened(data)
    first, again = (redline(data, source, edits(source, seed), remarks(source, seed), AUTHOR).content for _ in range(2))
    assert first == again


def test_what_cannot_be_written_is_refused_for_every_reason_and_most_can_be():
    reasons: Counter[CopyReason | None] = Counter()
    for seed in SEEDS:
        data = document(seed)
        source = opened(data)
        reasons += Counter(redline(data, source, edits(source, seed), (), AUTHOR).edits.values())
    in_the_way = ("protected", "generated", "field", "tracked", "object", "hidden", "paragraphs")
    assert {CopyReason(f"change_{name}") for name in in_the_way} <= reasons.keys()
    assert reasons[None] / reasons.total() > 0.5  # the files are made of what stands in the way
    assert reasons[CopyReason.CHANGE_INEXACT] / reasons.total() < 0.05


def words(source: SourceDocument) -> list[str]:
    """What is written, without automatic numbers."""
    return _words(source, [(0, len(source.text))])


def expected(source: SourceDocument, done: list[Edit]) -> list[str]:
    found: list[str] = []
    at = 0
    for edit in sorted(done, key=lambda edit: edit.spans):
        for start, end in edit.spans:
            found += [*_words(source, [(at, start)]), *(edit.text.split())]
            at = end
    return [*found, *_words(source, [(at, len(source.text))])]


def _without_added(found: list[str]) -> list[str]:
    """A new paragraph is read behind the notes of the one before, not before them."""
    text = " ".join(found)
    return text.replace(ADDED, "").split()


def _words(source: SourceDocument, spans: list[Span]) -> list[str]:
    made = list(source.text)
    for run in source.runs:
        if run.kind is RunKind.GENERATED:
            made[run.start : run.end] = " " * (run.end - run.start)
    return [word for start, end in spans for word in "".join(made[start:end]).split()]
