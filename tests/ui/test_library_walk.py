"""A clause's life through the library window: edited, submitted, approved by a second person, retired, brought back.

Everything is started where the user starts it: by the window's own actions; in German and in English.
"""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.library.model import Status
from app.settings import Settings, save_settings
from app.ui.library.approve_dialog import ApproveDialog
from app.ui.library.clause_window import ClauseWindow
from app.ui.library.editor_save import SaveDialog
from app.ui.library.history import HistoryDialog
from app.ui.library.packs_watch import PackWatch
from app.ui.library.reason_dialog import ReasonDialog
from app.ui.library.window import LibraryWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise", extend=True)
CLAUSE, MIA, KAI = "acceptance-customer-b2b", "Mia Muster", "Kai Zweit"
TITLE = "Abnahme nach unserer Art"


@pytest.fixture
def window(desk, qtbot, monkeypatch):
    monkeypatch.setattr(PackWatch, "look", lambda self: None)
    made = LibraryWindow(desk)
    made.resize(1300, 800)
    made.show()
    with qtbot.waitExposed(made):
        pass
    yield made
    made.close()
    made.deleteLater()


def _visible(kind):
    """The dialog or window that an action has opened."""
    return next(
        (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()), None
    )


def _opened(qtbot, window, action, kind):
    window.look_at(CLAUSE)
    window._show_clause()
    assert window.actions_[action].isEnabled()
    window.actions_[action].trigger()
    qtbot.waitUntil(lambda: _visible(kind) is not None, timeout=10_000)
    return _visible(kind)


def _row(window):
    return window.browsing.row(CLAUSE)


def _edit(qtbot, window, title, reason):
    host = _opened(qtbot, window, "edit", ClauseWindow)
    editor = host.editor
    qtbot.waitUntil(lambda: editor.editing is not None, timeout=10_000)
    editor.editing.set(("title",), title)
    editor.save()
    dialog = next(d for d in editor.findChildren(SaveDialog) if d.isVisible())
    dialog.reason.setCurrentText(reason)
    dialog.review.setChecked(True)
    dialog.accept()
    host.close()
    qtbot.waitUntil(lambda: _visible(ClauseWindow) is None)


def _approve(qtbot, window, reason):
    dialog = _opened(qtbot, window, "approve", ApproveDialog)
    dialog.reason.setText(reason)
    allowed = dialog.approve.isEnabled()
    (dialog.approve.click if allowed else dialog.reject)()
    qtbot.waitUntil(lambda: _visible(ApproveDialog) is None)
    return allowed


def _retire(qtbot, window, reason):
    dialog = _opened(qtbot, window, "retire", ReasonDialog)
    dialog.reason.setText(reason)
    dialog.accept()
    qtbot.waitUntil(lambda: _visible(ReasonDialog) is None)


def _restore(qtbot, window, row):
    dialog = _opened(qtbot, window, "history", HistoryDialog)
    dialog.list.setCurrentRow(row)
    dialog.restore.click()
    dialog.reject()
    qtbot.waitUntil(lambda: _visible(HistoryDialog) is None)


def test_the_life_of_a_clause(desk, window, qtbot, failures):
    before = desk.session.store.last(CLAUSE).clause
    _edit(qtbot, window, TITLE, "klarer Titel")
    assert (_row(window).title, _row(window).status, _row(window).author) == (TITLE, Status.REVIEW, MIA)
    assert TITLE in window.detail.text.toPlainText()

    assert not _approve(qtbot, window, "selbst gelesen")  # whoever changed it may not
    save_settings(Settings(user=KAI))
    assert _approve(qtbot, window, "gelesen")
    assert (_row(window).status, _row(window).author) == (Status.APPROVED, KAI)
    assert not window.actions_["approve"].isVisible()

    _retire(qtbot, window, "überholt")
    assert CLAUSE not in {row.id for row in window.browsing.shown}
    assert CLAUSE not in {clause.id for clause in desk.session.store.library().clauses}

    _restore(qtbot, window, len(desk.session.store.versions(CLAUSE)) - 1)
    assert (_row(window).title, _row(window).status) == (before.title, Status.DRAFT)
    statuses = [version.clause.status for version in desk.session.store.versions(CLAUSE)]
    assert statuses[-4:] == [Status.REVIEW, Status.APPROVED, Status.RETIRED, Status.DRAFT]
    assert not failures

    window.show_day(date(2020, 1, 1))
    assert window.browsing.all == ()
