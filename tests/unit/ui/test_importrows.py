"""The list of files under way: each with its state, what is wrong with it and what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.ui.models.importrows import import_rows, together
from app.ui.models.queueing import Queue, Stage
from tests.plain import plain

DAMAGED = ExpectedError(ErrorCode.PDF_DAMAGED)


def queue(number_of: int = 1) -> Queue:
    return Queue().added(Path(f"/v/{n}.pdf") for n in range(1, number_of + 1))


def running() -> Queue:
    made = queue().changed(1, stage=Stage.RUNNING)
    for second in range(11):
        made = made.reported(1, second * 0.02, "reading_page", {"page": second, "pages": 50}, float(second))
    return made


@pytest.mark.parametrize(
    ("queue", "below", "possible"),
    [
        pytest.param(queue(), "wartet", "show cancel", id="waiting"),
        pytest.param(queue().changed(1, stage=Stage.RUNNING), "wird gelesen", "show cancel", id="just begun"),
        pytest.param(running(), "Seite 10 von 50 wird gelesen · noch etwa 40 Sekunden", "show cancel", id="under way"),
        pytest.param(queue().changed(1, stage=Stage.DONE, findings=41), "fertig: 41 Hinweise", "show", id="done"),
        pytest.param(queue().changed(1, stage=Stage.DONE), "fertig: keine Hinweise", "show", id="nothing found"),
        pytest.param(
            queue().failed(1, DAMAGED),
            "Das PDF ist beschädigt und kann nicht gelesen werden. Bitte besorgen Sie eine neue Kopie.",
            "show retry remove",
            id="failed",
        ),
        pytest.param(
            queue().failed(1, ExpectedError(ErrorCode.PDF_ENCRYPTED)),
            "Das PDF ist mit einem Passwort geschützt.",
            "password remove",
            id="locked",
        ),
        pytest.param(queue().failed(1, Cancelled()), "abgebrochen", "retry remove", id="cancelled"),
    ],
)
def test_a_row(queue, below, possible):
    (row,) = import_rows(queue, "de", 10.0)
    assert (plain(row.below), " ".join(row.possible)) == (below, possible)
    assert row.spoken.startswith("1.pdf: ")


def test_a_fault_of_ours_is_told_as_one():
    (row,) = import_rows(queue().failed(1, BugError("trace")), "en", 0.0)
    assert "The program made a mistake" in row.below


@pytest.mark.parametrize(
    ("done", "failed", "total", "de", "en"),
    [
        (1, 0, 3, "1 von 3 Dateien gelesen", "1 of 3 files read"),
        (1, 1, 3, "1 von 3 Dateien gelesen · 1 Datei konnte nicht gelesen werden", "1 of 3 files read · 1 file could not be read"),
        (3, 0, 3, "Alle 3 Dateien gelesen", "All 3 files read"),
        (1, 2, 3, "1 von 3 Dateien gelesen · 2 Dateien konnten nicht gelesen werden", "1 of 3 files read · 2 files could not be read"),
        (0, 1, 1, "Keine Datei gelesen · 1 Datei konnte nicht gelesen werden", "No file read · 1 file could not be read"),
        (1, 0, 1, "1 Datei gelesen", "1 file read"),
    ],
)  # fmt: skip
def test_all_together(done, failed, total, de, en):
    made = queue(total)
    for number in range(1, done + 1):
        made = made.changed(number, stage=Stage.DONE)
    for number in range(done + 1, done + failed + 1):
        made = made.failed(number, DAMAGED)
    assert (together(made, "de").text, together(made, "en").text) == (de, en)
    assert together(made, "de").failed == failed
    assert together(made, "de").busy == (done + failed < total)
