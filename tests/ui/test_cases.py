"""Cases in the window: kept, listed, reopened as left, deleted without a trace."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtWidgets import QMessageBox

from app import paths
from app.errors import Cancelled, ErrorCode, ExpectedError
from app.models.facts import DealFacts, Fact, FactSource, Perspective, UserOfTerms
from app.pipeline.facts import settled
from app.settings import Keep, Settings, save_settings
from app.storage.casestore import CaseStore
from app.ui.casefile import said_by_user
from app.ui.factchoices import assumed_today, chosen
from app.ui.library.usage_dialog import _ID, UsageDialog
from app.ui.main_window import MainWindow
from app.ui.session import wait_for_all
from tests.ui.test_reading import _encrypted

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def file(tmp_path, pdf):
    return shutil.copy(pdf, tmp_path / "wartung.pdf")


@pytest.fixture
def sitting(context, qtbot):
    """Windows one after the other, as the user comes and goes."""
    made = []

    def new():
        window = MainWindow(context)
        made.append(window)
        window.show()
        return window

    yield new
    for window in made:
        window.close()
        window.deleteLater()
    wait_for_all()


def _analysed(window, file, qtbot):
    window.open_files([file])
    presenter = window.current
    qtbot.waitUntil(lambda: presenter.settled and presenter.analysis is not None, timeout=30_000)
    return presenter


def _stored():
    with CaseStore(paths.user_cases()) as cases:
        return cases.cases()


def _reopened(window, qtbot):
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    window.empty.cases.select_first()
    window.empty.cases.act("open")
    qtbot.waitUntil(lambda: window.current is not None, timeout=10_000)
    presenter = window.current
    qtbot.waitUntil(lambda: presenter.analysis is not None and presenter.settled, timeout=30_000)
    return presenter


def test_a_case_reopens_as_it_was_left(sitting, file, qtbot):
    first = sitting()
    presenter = _analysed(first, file, qtbot)
    facts = presenter.session.facts
    presenter.session.evaluate(type(facts)(**{n: getattr(facts, n) for n in facts.__dataclass_fields__} | {
        "perspective": Fact(Perspective.SUPPLIER, FactSource.USER)
    }))  # fmt: skip
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    finding = presenter.analysis.findings[-1]
    presenter.navigation.go_to_finding(finding.id)
    presenter.page.show_panel("liability")
    first.close()

    presenter = _reopened(sitting(), qtbot)
    assert presenter.analysis.facts.perspective == Fact(Perspective.SUPPLIER, FactSource.USER)
    assert presenter.navigation.finding.anchor == finding.anchor
    assert presenter.page.right.current == "liability"
    assert presenter.view is presenter.page.stack.pdf
    assert len(_stored()) == 1


def test_opening_the_file_again_is_the_same_case(sitting, file, qtbot):
    first = sitting()
    presenter = _analysed(first, file, qtbot)
    presenter.navigation.go_to_finding(presenter.analysis.findings[-1].id)
    anchor = presenter.navigation.finding.anchor
    first.close()

    presenter = _analysed(sitting(), file, qtbot)
    qtbot.waitUntil(lambda: presenter.navigation.finding is not None, timeout=10_000)
    assert presenter.navigation.finding.anchor == anchor
    assert len(_stored()) == 1


@pytest.mark.parametrize(("keep", "pages"), [(Keep.PATH, False), (Keep.DOCUMENT, True)])
def test_when_the_file_is_gone_the_kept_document_or_the_read_text_is_shown(sitting, file, qtbot, keep, pages):
    save_settings(Settings(keep=keep))
    first = sitting()
    found = len(_analysed(first, file, qtbot).analysis.findings)
    first.close()
    file.unlink()

    window = sitting()
    presenter = _reopened(window, qtbot)
    assert len(presenter.analysis.findings) == found
    assert (presenter.view is presenter.page.stack.pdf) is pages
    assert bool(window.statusBar().currentMessage()) is not pages
    presenter.navigation.go_to_finding(presenter.analysis.findings[0].id)


def test_a_file_that_holds_something_else_now_is_told(sitting, file, docx_file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    shutil.copy(docx_file, file)

    window = sitting()
    presenter = _reopened(window, qtbot)
    assert presenter.view is presenter.page.stack.text
    assert window.statusBar().currentMessage()


def test_nothing_is_stored_when_the_user_wants_nothing_stored(sitting, file, qtbot):
    save_settings(Settings(keep=Keep.NOTHING))
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    assert not paths.user_cases().exists()


def test_a_deleted_case_is_gone_from_list_and_disk(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    folder = paths.user_cases().parent
    assert any(b"wartung.pdf" in path.read_bytes() for path in folder.rglob("*") if path.is_file())

    window = sitting()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    window.empty.cases.select_first()
    window.empty.cases.act("delete")
    question = window.cases.question
    assert "wartung.pdf" in question.text()
    next(b for b in question.buttons() if question.buttonRole(b) is QMessageBox.ButtonRole.DestructiveRole).click()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 0, timeout=10_000)
    window.close()
    assert not [path for path in folder.rglob("*") if path.is_file() and b"wartung.pdf" in path.read_bytes()]


def test_a_case_that_is_open_comes_to_the_front(sitting, file, docx_file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    window = sitting()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    presenter = _analysed(window, file, qtbot)
    _analysed(window, docx_file, qtbot)
    window.cases.open(next(entry.id for entry in _stored() if entry.name == "wartung.pdf"))
    assert window.current is presenter
    assert len(window.tabs) == 2


def test_cases_that_were_not_opened_for_long_are_deleted_at_the_start(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    with CaseStore(paths.user_cases()) as cases:
        cases._db.conn.execute("UPDATE cases SET opened = '2020-01-01T00:00:00+00:00'")
        cases._db.conn.commit()
    save_settings(Settings(retention_days=30))
    window = sitting()
    qtbot.waitUntil(lambda: not _stored(), timeout=10_000)
    assert window.empty.cases.count() == 0


def test_how_often_clauses_were_met_is_counted_and_those_never_met_are_listed(sitting, file, qtbot):
    window = sitting()
    qtbot.waitUntil(lambda: window.library.desk.usage() == {}, timeout=10_000)
    presenter = _analysed(window, file, qtbot)
    met = {finding.reference for finding in presenter.analysis.findings if finding.reference}
    window.tabs.close_current()
    qtbot.waitUntil(lambda: bool(window.library.desk.usage()), timeout=10_000)
    assert met <= set(window.library.desk.usage())

    session = window.library.desk.session
    if not session.is_open:
        with qtbot.waitSignal(session.ready, timeout=20_000):
            session.prepare()
    looked_at = []
    dialog = UsageDialog(window.library.desk, looked_at.append, window)
    everything = dialog.list.topLevelItemCount()
    assert dialog.list.topLevelItem(0).data(0, _ID) in window.library.desk.usage()
    dialog.shown.setCurrentIndex(1)
    found = dialog.list.topLevelItemCount()
    dialog.shown.setCurrentIndex(2)
    assert found
    assert found + dialog.list.topLevelItemCount() == everything
    first = dialog.list.topLevelItem(0)
    assert first.data(0, _ID) not in window.library.desk.usage()
    dialog.list.itemActivated.emit(first, 0)
    assert looked_at == [first.data(0, _ID)]
    dialog.reject()
    session.close()


@pytest.mark.parametrize("terms", [UserOfTerms.OURS, UserOfTerms.THEIRS, None])
@pytest.mark.parametrize("side", [Perspective.SUPPLIER, Perspective.CUSTOMER, None])
def test_the_facts_of_a_case_settle_to_the_same_facts_again(side, terms):
    """Our own terms turn the side that the document names; once more would turn it back."""
    said = chosen(assumed_today(), "user_of_terms", terms)
    document = DealFacts(perspective=Fact(side, FactSource.DOCUMENT) if side else Fact())
    once = settled(said, document)
    assert settled(said_by_user(once), document) == once


# --- a document that is not as it was


def _outdate():
    """As after an update of the program: what was read is of no use any more."""
    with CaseStore(paths.user_cases()) as cases:
        cases._db.conn.execute("UPDATE contents SET reading = ?", [b"something else"])
        cases._db.conn.commit()


@pytest.mark.parametrize("tries", [("sesam",), ("falsch", "sesam")])
def test_the_pages_of_a_locked_document_ask_for_its_password_again(sitting, tmp_path, qtbot, monkeypatch, tries):
    answers = [("sesam", True), *((word, True) for word in tries)]
    monkeypatch.setattr(
        "app.ui.dialogs.password_dialog.QInputDialog.getText", lambda *_: answers.pop(0) if answers else ("", False)
    )
    file = tmp_path / "geheim.pdf"
    file.write_bytes(_encrypted("sesam"))
    first = sitting()
    first.open_files([file])
    qtbot.waitUntil(first.current.page.banner.isVisible, timeout=30_000)
    first.current.page.banner.acted.emit()
    qtbot.waitUntil(lambda: first.current.analysis is not None, timeout=30_000)
    first.close()

    presenter = _reopened(sitting(), qtbot)
    qtbot.waitUntil(lambda: "mit einem Passwort geschützt" in presenter.page.banner.sentence, timeout=30_000)
    assert presenter.page.banner.isVisible()
    assert presenter.analysis is not None
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.document.images.image(1) is not None, timeout=30_000)
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    assert not answers
    assert not presenter.page.banner.isVisible()


@pytest.mark.parametrize(("keep", "opens"), [(Keep.PATH, False), (Keep.DOCUMENT, True)])
def test_a_case_of_another_version_is_read_again_from_what_is_left(sitting, file, qtbot, keep, opens):
    save_settings(Settings(keep=keep))
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    _outdate()
    file.unlink()

    window = sitting()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    window.cases.open(_stored()[0].id)
    if opens:
        qtbot.waitUntil(lambda: window.current is not None and window.current.analysis is not None, timeout=30_000)
        assert window.current.view is window.current.page.stack.pdf
        window.close()
        with CaseStore(paths.user_cases()) as cases:
            assert cases.document(cases.cases()[0].id), "the only copy of the document must stay"
    else:
        qtbot.waitUntil(lambda: "Vorgang" in window.statusBar().currentMessage(), timeout=10_000)
        assert window.current is None


def test_after_cancelling_a_case_without_its_file_can_be_evaluated_again(sitting, file, qtbot):
    first = sitting()
    found = len(_analysed(first, file, qtbot).analysis.findings)
    first.close()
    file.unlink()
    presenter = _reopened(sitting(), qtbot)
    presenter._show_error(Cancelled())
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    assert presenter._error is None
    assert len(presenter.analysis.findings) == found


def test_the_file_that_took_the_place_of_a_case_opens_beside_it(sitting, file, docx_file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    shutil.copy(docx_file, file)
    window = sitting()
    presenter = _reopened(window, qtbot)
    window.open_files([file])
    assert window.current is not presenter
    assert len(window.tabs) == 2


# --- what comes too late, twice or not at all


def test_a_case_asked_for_twice_opens_once(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    window = sitting()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    arrived = []
    window.cases._cases._arrived.connect(arrived.append)
    window.empty.cases.select_first()
    for _ in range(2):
        window.empty.cases.act("open")
    qtbot.waitUntil(lambda: len(arrived) == 2, timeout=10_000)
    qtbot.wait(50)
    assert len(window.tabs) == 1


def test_a_case_that_comes_after_the_window_was_closed_opens_nothing(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    window = sitting()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    window.cases.open(_stored()[0].id)
    window.close()
    qtbot.wait(100)
    assert len(window.tabs) == 0


def test_a_case_found_after_its_document_was_closed_changes_nothing(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot)
    first.close()
    window = sitting()
    window.open_files([file])
    known = window.cases._files[window.current]
    with CaseStore(paths.user_cases()) as cases:
        case = cases.open(_stored()[0].id)
    window.tabs.close_current()
    known._resume(type("Found", (), {"case": case})())
    assert len(window.tabs) == 0


def test_a_case_closed_before_it_was_shown_is_where_it_was(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot).page.show_panel("liability")
    first.close()
    _outdate()
    window = sitting()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    window.cases.open(_stored()[0].id)
    qtbot.waitUntil(lambda: window.current is not None, timeout=10_000)
    window.close()
    assert _stored()[0].as_left["panel"] == "liability"


def test_what_the_user_wished_is_refused_aloud_each_time(sitting, file, qtbot):
    window = sitting()
    told = []
    window.cases._cases.failed.connect(told.append)
    for _ in range(2):
        window.cases.open("0" * 64)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    assert {error.code for error in told} == {ErrorCode.CASE_NOT_FOUND}


def test_what_cannot_be_stored_is_told_once(sitting, analysis, file, qtbot, monkeypatch):
    def refuse(*_, **__):
        raise ExpectedError(ErrorCode.STORE_LOCKED, {"holder": "x"})

    monkeypatch.setattr(CaseStore, "store", refuse)
    window = sitting()
    cases, told, asked = window.cases._cases, [], []
    cases.failed.connect(told.append)
    for _ in range(3):
        cases.keep(analysis, file)
    cases._ask(lambda store: store.count(), asked.append)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert len(told) == 1


def test_who_wants_nothing_stored_any_more_changes_no_case(sitting, file, qtbot):
    first = sitting()
    _analysed(first, file, qtbot).page.show_panel("liability")
    first.close()
    save_settings(Settings(keep=Keep.NOTHING))
    second = sitting()
    _reopened(second, qtbot).page.show_panel("overview")
    second.close()
    assert _stored()[0].as_left["panel"] == "liability"


def test_a_library_changed_while_a_document_is_read_is_used_for_it(sitting, file, qtbot):
    window = sitting()
    window.open_files([file])
    presenter = window.current
    analysed = []
    presenter.session.analysed.connect(analysed.append)
    assert presenter.analysis is None
    window._evaluate_again()
    qtbot.waitUntil(lambda: len(analysed) == 2 and presenter.settled, timeout=30_000)
