"""Files handed over together: two at once, in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.ui.models.dropped import dropped
from app.ui.models.queueing import Queue, Stage

A, B, C, D = (Path(f"/{name}.pdf") for name in "abcd")


def queue(*stages: Stage) -> Queue:
    made = Queue().added(Path(f"/{number}.pdf") for number in range(1, len(stages) + 1))
    for number, stage in enumerate(stages, 1):
        made = made.changed(number, stage=stage)
    return made


W, R, X, F = Stage.WAITING, Stage.RUNNING, Stage.DONE, Stage.FAILED


@pytest.mark.parametrize(
    ("stages", "begin"),
    [
        pytest.param((), (), id="nothing"),
        pytest.param((W,), (1,), id="one"),
        pytest.param((W, W, W), (1, 2), id="two at once"),
        pytest.param((R, W, W), (2,), id="one runs"),
        pytest.param((R, R, W), (), id="two run"),
        pytest.param((R, R, R, W), (), id="one more was asked for by the user"),
        pytest.param((X, R, F, W, W), (4,), id="what has ended makes room"),
    ],
)
def test_what_begins_now(stages, begin):
    assert queue(*stages).to_start() == begin


def test_a_file_is_not_read_twice_at_once_but_again_after_it_failed():
    made = Queue().added([A, B, A])
    assert [entry.path for entry in made.imports] == [A, B]
    assert made.added([B, C]).imports[-1].path == C
    again = made.changed(1, stage=Stage.FAILED).added([A])
    assert [(entry.path, entry.stage) for entry in again.imports] == [(B, W), (A, W)]


@pytest.mark.parametrize(
    ("error", "stage"),
    [
        (ExpectedError(ErrorCode.PDF_DAMAGED), Stage.FAILED),
        (ExpectedError(ErrorCode.PDF_ENCRYPTED), Stage.LOCKED),
        (BugError("report"), Stage.FAILED),
        (Cancelled(), Stage.CANCELLED),
    ],
)
def test_what_comes_of_an_error(error, stage):
    failed = queue(R).failed(1, error)
    assert failed[1].stage is stage
    assert failed[1].error is error
    assert not failed.busy


def test_progress_and_remaining_time_of_each_and_of_all():
    made = queue(R, W, X)
    for second in range(11):
        made = made.reported(1, second * 0.05, "reading", {}, float(second))
    assert made[1].fraction == pytest.approx(0.5)
    assert made[1].estimate.remaining(10.0) == pytest.approx(10, abs=1)
    assert made.fraction == pytest.approx(0.5), "half of one, nothing of one, all of one"


def test_a_late_report_about_a_file_that_was_removed_is_dropped():
    assert queue(R).without([1]).reported(1, 0.5, "reading", {}, 1.0) == Queue()


# --- what was dropped


@pytest.fixture
def folder(tmp_path):
    for name in ("b.PDF", "a.docx", "unter/c.txt", "bild.png", ".versteckt.pdf", "~$a.docx", ".git/d.pdf"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    return tmp_path


def test_of_a_folder_the_files_that_can_be_read_are_taken(folder):
    found = dropped([folder])
    assert [path.relative_to(folder).as_posix() for path in found.files] == ["a.docx", "b.PDF", "unter/c.txt"]
    assert (found.too_many, found.nothing) == (False, False)


def test_a_file_that_was_named_is_always_tried(folder):
    named = folder / "bild.png"
    assert dropped([named, folder / "b.PDF", named]).files == (named, folder / "b.PDF")


def test_there_is_a_limit_that_is_told(folder):
    found = dropped([folder], limit=2)
    assert len(found.files) == 2
    assert found.too_many


def test_a_folder_with_nothing_to_read_is_told(tmp_path):
    assert dropped([tmp_path]).nothing
    assert not dropped([]).nothing
