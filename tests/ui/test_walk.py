"""The main story in one go: real files, the worker that users have, keys where users have keys; and a kill in the middle.

A document is dropped on the window, read, gone through, decided, corrected, exported; after closing and opening all is as it was left.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import sys
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app import paths
from app.models.decisions import Verdict
from app.models.facts import FactSource
from app.settings import Settings, save_settings
from app.storage.casestore import CaseStore
from app.ui.main_window import MainWindow
from app.ui.session import wait_for_all

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)", extend=True)

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
VERDICTS = (
    (Qt.Key.Key_1, Verdict.ACCEPT),
    (Qt.Key.Key_2, Verdict.NEGOTIATE),
    (Qt.Key.Key_3, Verdict.NEEDS_APPROVAL),
    (Qt.Key.Key_4, Verdict.REJECT),
    (Qt.Key.Key_5, Verdict.NOT_RELEVANT),
)


class Windows(QObject):
    """Notes which windows are shown: a widget that is shown before it has a parent is one for a moment, and takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, thing, event) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
            self.shown.add(type(thing).__name__)
        return False

    def end(self) -> None:
        QApplication.instance().removeEventFilter(self)


class User:
    """Somebody with a keyboard, and a mouse to drop files with."""

    def __init__(self, context, qtbot, monkeypatch, folder) -> None:
        self.context, self.qtbot, self.monkeypatch, self.folder = context, qtbot, monkeypatch, folder
        self.windows, self.seen = [], Windows()

    def sits_down(self):
        window = MainWindow(self.context)
        window.resize(1200, 760)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
        self.windows.append(window)
        return window

    @property
    def window(self):
        return self.windows[-1]

    @property
    def front(self):
        return self.window.current

    def drops(self, *files) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enters = QDragEnterEvent(QPointF(50, 50).toPoint(), *how)
        QApplication.sendEvent(self.window, enters)
        assert enters.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(50, 50), *how))

    def presses(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.focusWidget() is None:  # the platform of the tests gives nobody the focus after a dialog
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow, timeout=10_000)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def types(self, text) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def waits(self, until=lambda: True) -> None:
        """Until nothing is under way and everything shows what holds."""
        self.qtbot.waitUntil(
            lambda: bool(self.front is not None and self.front.analysis and self.front.settled and until()),
            timeout=60_000,
        )

    def names(self, ending):
        """The file that the next file dialog is answered with."""
        target = self.folder / f"ergebnis{ending}"
        self.monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
        return target

    def leaves(self) -> None:
        """Nothing of the window goes on: neither worker nor thread nor timer."""
        self.window.close()
        self.window.deleteLater()
        wait_for_all()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not multiprocessing.active_children()
        self.qtbot.waitUntil(lambda: not _running_timers(self.context), timeout=5_000)

    def reopens_the_case(self) -> None:
        cases = self.window.empty.cases
        self.qtbot.waitUntil(lambda: cases.count() == 1, timeout=10_000)
        cases.setFocus()
        cases.select_first()
        self.presses(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.front is not None, timeout=10_000)


def _running_timers(context) -> list[str]:
    """Of all objects Python knows; what lives as long as the program may have its own."""
    found = (thing for thing in gc.get_objects() if isinstance(thing, QTimer) and shiboken6.isValid(thing))
    return [repr(timer) for timer in found if timer.isActive() and not _belongs(timer, context)]


def _belongs(timer, context) -> bool:
    lasting = {id(QApplication.instance()), id(context.library), id(context.theme), id(context.language)}
    owner = timer.parent()
    while owner is not None and id(owner) not in lasting:
        owner = owner.parent()
    return owner is not None


@pytest.fixture
def user(real_context, qtbot, monkeypatch, tmp_path):
    save_settings(Settings(user="Mia Muster", tour_seen=True, state="NW"))
    somebody = User(real_context, qtbot, monkeypatch, tmp_path)
    somebody.sits_down()
    yield somebody
    somebody.leaves()
    somebody.seen.end()


# --- the story


def _goes_through_the_findings(user) -> None:
    """F8 from the first to the last, and not beyond."""
    seen = []
    for _ in user.front.analysis.findings:
        user.presses(Qt.Key.Key_F8)
        seen.append(user.front.navigation.finding.id)
    assert sorted(seen) == sorted(f.id for f in user.front.analysis.findings)
    user.presses(Qt.Key.Key_F8, SHIFT)
    assert user.front.navigation.finding.id == seen[-2]


def _decides(user) -> dict[str, Verdict]:
    """Every kind of decision, one with a note."""
    made = {}
    findings = user.front.analysis.findings[: len(VERDICTS)]
    for finding, (key, verdict) in zip(findings, VERDICTS, strict=False):
        user.front.document.go_to(finding.id)
        user.waits()
        user.presses(key, CTRL)
        made[finding.anchor] = verdict
        user.waits()
    user.front.document.go_to(findings[0].id)
    user.waits()
    user.presses(Qt.Key.Key_M, CTRL)
    user.types("bis Montag")
    user.presses(Qt.Key.Key_F6)
    user.front.document.review.end_note()
    review = user.front.document.review
    assert {a: d.verdict for a, d in review.decided.items() if d.verdict} == made
    assert review.decision(findings[0]).note == "bis Montag"
    assert review.progress().decided == len(made)
    return made


def _corrects(user):
    """Another subject for a clause, chosen by keys in the dialog."""
    clause = next(c for c in user.front.analysis.reading.clauses if "deutsches Recht" in c.text)
    user.front.navigation.go_to_clause(clause.id)
    user.waits()
    user.window.actions_["retype"].trigger()
    dialog = user.front.page.panel("outline").dialog
    user.qtbot.waitUntil(lambda: dialog.isVisible() and QApplication.focusWidget() is dialog._search, timeout=10_000)
    user.types("Vertraulich")
    user.presses(Qt.Key.Key_Return)
    user.waits(lambda: bool(user.front.analysis.reading.corrections))
    assert user.front.analysis.reading.by_id[user.front.navigation.clause].type == "confidentiality"
    return user.front.analysis.reading.corrections


def _changes_a_fact(user) -> None:
    user.presses(Qt.Key.Key_6, ALT)
    assert user.front.page.right.current == "facts"
    user.front.page.panel("facts").form.fields["contract_kind"].editor.setFocus()
    user.presses(Qt.Key.Key_Down)
    user.waits(lambda: user.front.analysis.facts.contract_kind.source is FactSource.USER)


def _computes_a_deadline(user) -> None:
    user.presses(Qt.Key.Key_3, ALT)
    panel = user.front.page.panel("deadlines")
    user.qtbot.waitUntil(lambda: bool(panel._periods), timeout=10_000)
    panel.table.setFocus()
    panel.form.day.enter(date(2027, 12, 31))
    target = user.names(".ics")
    user.window.actions_["export_deadlines"].trigger()
    assert "BEGIN:VEVENT" in target.read_text("utf-8")


def _searches(user) -> None:
    user.front.page.stack.view.setFocus()
    user.presses(Qt.Key.Key_F, CTRL)
    user.types("Frist")
    search = user.front.document.search
    user.qtbot.waitUntil(lambda: bool(search.marked), timeout=10_000)
    user.presses(Qt.Key.Key_Return)
    user.presses(Qt.Key.Key_F3)
    assert search.hit is not None
    user.presses(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() in (user.front.view, user.front.view.viewport())


def _copies(user) -> None:
    user.front.view.setFocus()
    user.presses(Qt.Key.Key_A, CTRL)
    user.presses(Qt.Key.Key_C, CTRL)
    assert "Es gilt deutsches Recht." in QApplication.clipboard().text()
    user.presses(Qt.Key.Key_C, CTRL | SHIFT)
    user.qtbot.waitUntil(lambda: "bis Montag" in QApplication.clipboard().text(), timeout=10_000)


def _exports(user) -> None:
    user.presses(Qt.Key.Key_S, CTRL)
    dialog = user.window.exporter.dialog
    user.qtbot.waitUntil(lambda: dialog.isVisible() and QApplication.focusWidget() is dialog.kinds, timeout=10_000)
    user.types("Bericht (HTML)")
    target = dialog.target.path
    user.presses(Qt.Key.Key_S, ALT)
    user.qtbot.waitUntil(lambda: target.is_file() and not dialog.saving, timeout=30_000)
    user.presses(Qt.Key.Key_Escape)
    user.qtbot.waitUntil(lambda: user.window.exporter.dialog is None, timeout=10_000)
    html = target.read_text("utf-8")
    assert "bis Montag" in html
    assert "Mia Muster" in html


def _look(front):
    """All that is to be as it was left."""
    panel = front.page.panel("deadlines")
    return {
        "decided": dict(front.document.review.decided),
        "corrections": front.analysis.reading.corrections,
        "facts": front.analysis.facts,
        "findings": sorted(f.anchor for f in front.analysis.findings),
        "finding": front.navigation.finding.anchor if front.navigation.finding else None,
        "clause": front.navigation.clause,
        "panel": front.page.right.current,
        "days": panel.state(),
        "done": {key: deadline.day for key, deadline in panel._done.items()},
    }


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_from_the_dropped_file_to_the_report_and_the_next_day(user, kind, request):
    source = request.getfixturevalue({"pdf": "pdf", "docx": "docx_file"}[kind])
    file = shutil.copy(source, user.folder / source.name)
    user.drops(file)
    user.waits()
    assert (user.front.view is user.front.page.stack.pdf) is (kind == "pdf")
    _goes_through_the_findings(user)
    _decides(user)
    _corrects(user)
    _changes_a_fact(user)
    _computes_a_deadline(user)
    _searches(user)
    _copies(user)
    _exports(user)
    user.front.document.go_to(user.front.analysis.findings[-1].id)
    user.front.page.show_panel("liability")
    user.waits()
    left = _look(user.front)
    assert left["decided"]
    assert left["done"]
    user.leaves()

    user.sits_down()
    user.reopens_the_case()
    user.waits(lambda: user.front.page.right.current == "liability")
    assert _look(user.front) == left
    assert date(2027, 12, 31).isoformat() in str(left["days"])
    with CaseStore(paths.user_cases()) as cases:
        assert len(cases.cases()) == 1
    assert user.seen.shown == {"MainWindow", "TypeDialog", "ExportDialog"}


# --- a kill in the middle


def _worker(front):
    session = front.session._worker._session
    return session._process.pid if session is not None else None


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_worker_killed_while_it_reads_is_told_and_the_file_read_again_on_demand(user, pdf):
    file = shutil.copy(pdf, user.folder / pdf.name)
    user.drops(file)
    front = user.front
    user.qtbot.waitUntil(lambda: _worker(front) is not None and front.session.busy, timeout=30_000)
    os.kill(_worker(front), signal.SIGKILL)
    user.qtbot.waitUntil(lambda: bool(front.page.banner.sentence) or front.analysis is not None, timeout=60_000)
    if front.analysis is None:
        assert front.page.banner.isVisible()
        front.page.banner.acted.emit()
    user.waits()
    assert front.page.banner.isHidden()
    assert front.analysis.findings


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_worker_killed_while_the_user_works_costs_nothing_of_the_work(user, pdf):
    """While scrolling, then before a correction: both start another worker, and what was decided stays."""
    user.drops(shutil.copy(pdf, user.folder / pdf.name))
    user.waits()
    front = user.front
    finding = front.analysis.findings[0]
    front.document.go_to(finding.id)
    user.waits()
    user.presses(Qt.Key.Key_4, CTRL)
    first = _worker(front)
    os.kill(first, signal.SIGKILL)
    for page in (5, 3, 4):
        front.document.page_wanted.emit(page)
        user.qtbot.wait(30)
    images = front.document.images
    user.qtbot.waitUntil(lambda: images.image(4) is not None, timeout=30_000)
    user.qtbot.waitUntil(lambda: not images._asked and _worker(front) not in (None, first), timeout=30_000)
    os.kill(_worker(front), signal.SIGKILL)
    _corrects(user)
    assert front.document.review.decision(finding).verdict is Verdict.REJECT
    assert front.page.banner.isHidden()


def test_closing_the_window_while_several_documents_are_read_ends_every_worker(user, pdf, docx_file, tmp_path):
    """Two are being read, the others wait; that no process and no thread is left is looked at after every test."""
    files = [shutil.copy(source, tmp_path / f"{n}-{source.name}") for n in range(3) for source in (pdf, docx_file)]
    user.drops(*files)
    user.qtbot.waitUntil(lambda: any(_worker(one) for one in user.window.tabs), timeout=30_000)
    assert user.window.imports.imports.busy
    user.window.close()
    wait_for_all()
    assert not multiprocessing.active_children()
    assert len(user.window.tabs) == 0
