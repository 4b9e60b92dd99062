"""Decisions and corrections live with the case: after reopening, after another version's reading, after a kill."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import paths
from app.errors import ErrorCode
from app.models.decisions import Decision, Verdict
from app.models.reading import Correction
from app.settings import Keep, Settings, save_settings
from app.storage.casestore import CaseStore
from app.ui.cases import Cases
from app.ui.review_keeping import Kept
from tests.ui.test_cases import _analysed, _outdate, _reopened, _stored, sitting  # noqa: F401 - a fixture

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
HERE = Path(__file__).parent


@pytest.fixture
def file(tmp_path, pdf):
    return shutil.copy(pdf, tmp_path / "wartung.pdf")


def _decide(presenter, qtbot):
    """One verdict, and a note that is still being written when the window closes."""
    review, findings = presenter.document.review, presenter.analysis.findings
    review.decide(findings[0], verdict=Verdict.REJECT, assignee="Jan")
    qtbot.waitUntil(lambda: review.kept is Kept.STORED, timeout=10_000)
    review.write_note(findings[1], "zu kurz")
    return review.decided[findings[0].anchor], findings[1].anchor


def test_what_was_decided_is_there_again(sitting, file, qtbot):  # noqa: F811
    save_settings(Settings(user="Mia Muster"))
    first = sitting()
    made, noted = _decide(_analysed(first, file, qtbot), qtbot)
    first.close()
    assert _stored()[0].decided == 1, "a note alone decides nothing"

    second = sitting()
    review = _reopened(second, qtbot).document.review
    assert review.decided[made.anchor] == made
    assert review.decided[noted].note == "zu kurz"
    assert review.assignees() == ("Jan",)
    assert review.kept is Kept.NOTHING_NEW
    second.close()

    review = _analysed(sitting(), file, qtbot).document.review
    qtbot.waitUntil(lambda: made.anchor in review.decided, timeout=10_000)
    assert review.decided[made.anchor] == made


def test_decisions_outlive_the_reading_of_another_version(sitting, file, qtbot):  # noqa: F811
    first = sitting()
    made, _ = _decide(_analysed(first, file, qtbot), qtbot)
    first.close()
    _outdate()
    presenter = _reopened(sitting(), qtbot)
    assert presenter.document.review.decided[made.anchor] == made


def test_where_nothing_is_stored_decisions_end_with_the_document(sitting, file, qtbot):  # noqa: F811
    save_settings(Settings(keep=Keep.NOTHING))
    window = sitting()
    presenter = _analysed(window, file, qtbot)
    presenter.document.review.decide(presenter.analysis.findings[0], verdict=Verdict.ACCEPT)
    assert presenter.document.review.kept is Kept.NOWHERE
    assert presenter.document.review.progress().decided == 1
    window.close()
    assert not paths.user_cases().exists()


@pytest.mark.parametrize("anew", [False, True], ids=["reopened", "file opened again"])
def test_corrections_are_laid_over_the_document_again(sitting, file, qtbot, anew):  # noqa: F811
    first = sitting()
    presenter = _analysed(first, file, qtbot)
    clause = next(c for c in presenter.analysis.reading.clauses if c.label == "(2)")
    presenter.navigation.go_to_clause(clause.id)
    presenter.document.corrections.retype(clause, "confidentiality")
    qtbot.waitUntil(lambda: presenter.analysis.reading.corrections != (), timeout=30_000)
    first.close()
    with CaseStore(paths.user_cases()) as cases:
        stored = cases.corrections(_stored()[0].id)
    assert stored == (Correction("type", clause.anchor, "confidentiality"),)

    window = sitting()
    presenter = _analysed(window, file, qtbot) if anew else _reopened(window, qtbot)
    qtbot.waitUntil(lambda: presenter.analysis.reading.corrections == stored, timeout=30_000)
    assert presenter.document.corrections.made == stored


def test_corrections_that_were_not_laid_over_again_stay_in_the_case(sitting, file, qtbot):  # noqa: F811
    first = sitting()
    presenter = _analysed(first, file, qtbot)
    clause = next(c for c in presenter.analysis.reading.clauses if c.label == "(2)")
    presenter.document.corrections.retype(clause, "confidentiality")
    qtbot.waitUntil(lambda: presenter.analysis.reading.corrections != (), timeout=30_000)
    first.close()

    second = sitting()
    second.open_files([file])
    session, given_up = second.current.session, []

    def give_up(busy: bool) -> None:
        if busy and session.corrections and not given_up:
            given_up.append(session.corrections)
            session.cancel()

    session.busy_changed.connect(give_up)
    qtbot.waitUntil(lambda: given_up != [] and not session.busy, timeout=30_000)
    assert second.current.document.corrections.made == ()
    session.go_on()  # the button of the banner
    qtbot.waitUntil(
        lambda: session.analysis is not None and session.analysis.reading.corrections == given_up[0], timeout=30_000
    )
    second.close()
    with CaseStore(paths.user_cases()) as cases:
        assert cases.corrections(_stored()[0].id) == given_up[0]


def test_a_kill_right_after_the_bar_says_stored_loses_nothing(analysis, tmp_path):
    pickled = tmp_path / "analysis"
    pickled.write_bytes(pickle.dumps(analysis))
    command = [sys.executable, str(HERE / "deciding_process.py"), str(pickled)]
    path = os.pathsep.join((str(HERE.parents[1]), os.environ["PYTHONPATH"]))
    environment = {**os.environ, "PYTHONPATH": path}
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        for said in program.stdout:
            if int(said) == 3:
                break
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait(10)
        program.stdout.close()
    with CaseStore(paths.user_cases()) as cases:
        log = cases.decisions(cases.cases()[0].id)
    assert [decision.note for decision in log[:3]] == ["Nr. 0", "Nr. 1", "Nr. 2"]
    assert [decision.anchor for decision in log[:3]] == [finding.anchor for finding in analysis.findings[:3]]


def test_a_case_that_was_deleted_meanwhile_stores_nothing_and_the_bar_says_so(analysis, qtbot):
    cases, refused = Cases(), []
    decision = Decision("a", Verdict.ACCEPT, "", datetime(2026, 11, 22, tzinfo=UTC))
    cases.keep(analysis, Path("wartung.pdf"))
    cases.delete(analysis.reading.source.sha256)
    assert cases.decide(analysis.reading.source.sha256, [decision], lambda: refused.append(None), refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    assert refused[0].code is ErrorCode.CASE_NOT_FOUND
    cases.close()


# --- the walk


def test_from_finding_to_finding_by_keyboard_and_back(window, opened, pdf, qtbot):
    save_settings(Settings(user="Mia Muster"))
    presenter = opened(pdf)
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    actions, findings, review = window.actions_, presenter.analysis.findings, presenter.document.review
    presenter.document.go_to(findings[0].id)
    actions["accept"].trigger()
    second = presenter.navigation.finding
    assert second.anchor != findings[0].anchor, "on to the next that is open"
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    actions["reject"].trigger()
    assert {review.decision(findings[0]).verdict, review.decision(second).verdict} == {Verdict.ACCEPT, Verdict.REJECT}
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    actions["undo"].trigger()
    assert presenter.navigation.finding.anchor == second.anchor, "undoing leads back to it"
    assert review.decision(second) is None
    qtbot.waitUntil(lambda: presenter.settled and actions["redo"].isEnabled(), timeout=10_000)
    actions["redo"].trigger()
    assert review.decision(second).verdict is Verdict.REJECT
    actions["undecide"].trigger()
    assert review.decision(second) is None
    assert review.progress().decided == 1


def test_what_was_in_sight_is_in_sight_again(sitting, file, qtbot):  # noqa: F811
    first = sitting()
    presenter = _analysed(first, file, qtbot)
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    presenter.navigation.go_to_finding(presenter.analysis.findings[0].id)
    selected = presenter.view.place()
    presenter.view.go_to_place(
        presenter.analysis.reading.clauses[len(presenter.analysis.reading.clauses) // 2].spans[0][0]
    )
    left = presenter.view.place()
    assert left != selected
    first.close()

    presenter = _reopened(sitting(), qtbot)
    qtbot.waitUntil(lambda: bool(presenter.settled and presenter.view.place() == left), timeout=10_000)


def test_who_goes_on_at_once_is_not_taken_back_to_what_was_in_sight(sitting, file, qtbot):  # noqa: F811
    first = sitting()
    presenter = _analysed(first, file, qtbot)
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    left = presenter.view.place()
    first.close()

    presenter = _reopened(sitting(), qtbot)
    presenter.navigation.go_to_finding(presenter.analysis.findings[-1].id)
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    assert presenter.view.place() != left
