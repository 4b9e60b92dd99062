"""History, review, export and import of the clause library, as a user walks through them; German and English."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget

from app import paths
from app.errors import ErrorCode
from app.library.merging import Choice
from app.library.model import Status
from app.library.packs import Pack, write_pack
from app.settings import Settings, save_settings
from app.ui.library import review
from app.ui.library.approve_dialog import ApproveDialog
from app.ui.library.history import HistoryDialog
from app.ui.library.packs_export import ExportDialog
from app.ui.library.packs_import import import_from, import_news, starter_updates
from app.ui.library.packs_subscriptions import SubscriptionsDialog
from app.ui.library.packs_watch import PackWatch

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
MIA, KAI = "Mia Muster", "Kai Kunde"


def _some(desk, number=0):
    """A clause, by a number that no change of titles moves."""
    store = desk.session.store
    return store.last(sorted(entry.id for entry in store.entries())[number])


def _edit(desk, title, number=0, status=Status.DRAFT):
    last = _some(desk, number)
    clause = replace(last.clause, title=title, status=status)
    return desk.session.save(clause, base=last.clause.version, reason="anderer Titel")


def _open(qtbot, dialog: QWidget):
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


# --- history


def test_the_history_lists_every_version_and_shows_what_changed(desk, qtbot, parent):
    clause = _some(desk).clause
    _edit(desk, "Erster Titel")
    edited = desk.session.store.last(clause.id)
    desk.session.save(replace(edited.clause, title="Zweiter Titel"), base=edited.clause.version, reason="noch einmal")
    dialog = _open(qtbot, HistoryDialog(desk, clause.id, parent))
    assert dialog.list.count() == 3
    assert MIA in dialog.list.item(0).text()
    assert "noch einmal" in dialog.list.item(0).text()
    assert "Erster" in dialog.view.toPlainText()
    assert "Zweiter" in dialog.view.toPlainText()
    dialog.base.setCurrentIndex(dialog.base.findData(2))
    dialog.base.activated.emit(dialog.base.currentIndex())
    assert clause.title.split()[0] in dialog.view.toPlainText()


def test_an_old_version_comes_back_as_a_new_draft(desk, qtbot, parent):
    clause = _some(desk).clause
    _edit(desk, "Vertan")
    dialog = _open(qtbot, HistoryDialog(desk, clause.id, parent))
    assert not dialog.restore.isEnabled()
    dialog.list.setCurrentRow(1)
    dialog.restore.click()
    versions = desk.session.store.versions(clause.id)
    assert [v.clause.title for v in versions] == [clause.title, "Vertan", clause.title]
    assert versions[-1].clause.status is Status.DRAFT
    assert dialog.list.count() == 3


def test_a_clause_with_one_version_says_so(desk, qtbot, parent):
    dialog = _open(qtbot, HistoryDialog(desk, _some(desk).clause.id, parent))
    assert dialog.view.toPlainText()
    assert not dialog.base.isEnabled()


# --- review


def _answer(qtbot, dialog, reason):
    qtbot.addWidget(dialog)
    dialog.reason.setText(reason)
    dialog.accept()


def test_submit_approve_and_retire(desk, qtbot, parent, failures):
    clause = _edit(desk, "Neuer Titel").clause
    _answer(qtbot, review.submit(desk, clause.id, parent), "fertig")
    assert _some(desk).clause.status is Status.REVIEW

    own = _open(qtbot, ApproveDialog(desk, clause.id, parent))
    assert not own.approve.isEnabled()
    assert own.note.text()
    assert own.settings.isVisible()

    save_settings(Settings(user=KAI))
    second = _open(qtbot, ApproveDialog(desk, clause.id, parent))
    assert KAI in second.note.text()
    assert not second.settings.isVisible()
    assert "Neuer Titel" in second.changes.toPlainText()
    second.reason.setText("gelesen")
    second.approve.click()
    approved = desk.session.store.last(clause.id)
    assert (approved.clause.status, approved.author, approved.reason) == (Status.APPROVED, KAI, "gelesen")

    _answer(qtbot, review.retire(desk, clause.id, parent), "überholt")
    assert desk.session.store.last(clause.id).clause.status is Status.RETIRED
    assert clause.id not in {c.id for c in desk.session.store.library().clauses}
    assert not failures


def test_what_is_under_review_after_an_approval_changes_nothing_yet(desk):
    clause = _some(desk).clause
    desk.session.set_status(clause.id, Status.APPROVED, base=clause.version, reason="")
    edited = _edit(desk, "Schärfer", status=Status.REVIEW)
    titles = {c.id: c.title for c in desk.session.store.library().clauses}
    assert titles[clause.id] == clause.title
    assert edited.clause.title == "Schärfer"


# --- packs


def _exported(desk, qtbot, parent, path, clauses=()):
    dialog = _open(qtbot, ExportDialog(desk, clauses, parent))
    dialog.form.button(0 if path.suffix else 1).setChecked(True)
    dialog.what.button(1 if clauses else 0).setChecked(True)
    dialog.export_to(path)
    qtbot.waitUntil(dialog.said.isVisible, timeout=20_000)
    assert path.name in dialog.said.text()
    dialog.reject()


@pytest.mark.parametrize("name", ["klauseln.toml", "ordner"])
def test_export_then_import_brings_nothing_new(desk, qtbot, parent, tmp_path, name):
    _exported(desk, qtbot, parent, tmp_path / name)
    offering = import_from(desk, tmp_path / name, parent)
    qtbot.waitUntil(lambda: offering.message is not None, timeout=20_000)
    assert offering.dialog is None
    with qtbot.waitSignal(offering.finished):
        offering.message.accept()


def _pack(desk, *changes):
    """The first clauses as colleagues have changed them."""
    store = desk.session.store
    at = datetime(2026, 11, 20, tzinfo=UTC)
    revisions = []
    for number, title in enumerate(changes):
        last = _some(desk, number)
        clause = replace(last.clause, title=title, version=last.clause.version + 1)
        revisions.append(replace(last, clause=clause, author="Kollegin", at=at))
    return Pack("Kollegen", store.types(), tuple(sorted(revisions, key=lambda r: r.clause.id)))


def test_a_conflict_is_shown_side_by_side_and_decided_clause_by_clause(desk, qtbot, parent, tmp_path, failures):
    pack = _pack(desk, "Ihr Titel A", "Ihr Titel B")
    first, second = _some(desk, 0).clause.id, _some(desk, 1).clause.id
    _edit(desk, "Unser Titel A", 0)
    first_version = desk.session.store.last(first).clause.version
    write_pack(pack, tmp_path / "pack.toml")

    offering = import_from(desk, tmp_path / "pack.toml", parent)
    qtbot.waitUntil(lambda: offering.dialog is not None, timeout=20_000)
    dialog = offering.dialog
    assert set(dialog._items) == {first, second}
    dialog.list.setCurrentItem(dialog._items[first])
    shown = dialog.view.toPlainText()
    assert "Unser Titel A" in shown
    assert "Ihr Titel A" in shown
    assert "Kollegin" in shown
    dialog.choice.button(list(Choice).index(Choice.OURS)).click()
    dialog.list.setCurrentItem(dialog._items[second])
    dialog.choice.button(list(Choice).index(Choice.THEIRS)).click()
    with qtbot.waitSignal(offering.finished) as finished:
        dialog.take.click()
    assert finished.args == [1]
    assert desk.session.store.last(first).clause.version == first_version
    assert desk.session.store.last(second).clause.title == "Ihr Titel B"
    assert not failures


def test_what_was_decided_stays_where_the_library_refuses_it(desk, qtbot, parent, tmp_path, failures):
    write_pack(_pack(desk, "Ihr Titel A"), tmp_path / "pack.toml")
    offering = import_from(desk, tmp_path / "pack.toml", parent)
    qtbot.waitUntil(lambda: offering.dialog is not None, timeout=20_000)
    _edit(desk, "Inzwischen geändert")
    offering.dialog.take.click()
    assert [error.code for error in failures] == [ErrorCode.OFFER_OUTDATED]
    assert offering.dialog.isVisible()
    assert offering.dialog._summary.text()
    with qtbot.waitSignal(offering.finished):
        offering.dialog.reject()


def test_an_open_conflict_is_offered_again(desk, qtbot, parent, tmp_path):
    pack = _pack(desk, "Ihr Titel A", "Ihr Titel B")
    _edit(desk, "Unser Titel A", 0)
    _edit(desk, "Unser Titel B", 1)
    write_pack(pack, tmp_path / "pack.toml")
    for offered in (2, 1):
        offering = import_from(desk, tmp_path / "pack.toml", parent)
        qtbot.waitUntil(lambda offering=offering: offering.dialog is not None, timeout=20_000)
        dialog = offering.dialog
        assert len(dialog._items) == offered
        dialog.choice.button(0).click()
        with qtbot.waitSignal(offering.finished):
            dialog.take.click()


def test_a_damaged_pack_is_told_and_changes_nothing(desk, qtbot, parent, tmp_path):
    (tmp_path / "pack.toml").write_text("schema = 1\n[[clause]]\nid = 7\n", "utf-8")
    before = desk.session.store.revision()
    offering = import_from(desk, tmp_path / "pack.toml", parent)
    qtbot.waitUntil(lambda: offering.message is not None, timeout=20_000)
    assert "pack.toml" in offering.message.text()
    assert desk.session.store.revision() == before
    offering.message.accept()


def test_nothing_is_offered_of_a_starter_library_that_is_known(desk, qtbot, parent):
    offering = starter_updates(desk, parent, quiet=True)
    with qtbot.waitSignal(offering.finished, timeout=20_000) as finished:
        pass
    assert finished.args == [0]


# --- subscriptions


def test_a_subscribed_folder_announces_what_is_new_and_is_never_written(desk, qtbot, parent, tmp_path, failures):
    folder = tmp_path / "freigabe"
    write_pack(_pack(desk, "Ihr Titel A"), folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    dialog = _open(qtbot, SubscriptionsDialog(desk, parent))
    dialog.subscribe_to(folder)
    qtbot.waitUntil(lambda: bool(dialog._watch.found), timeout=30_000)
    assert dialog.list.topLevelItemCount() == 1
    assert "1" in dialog.list.topLevelItem(0).text(3)

    offering = import_news(desk, folder, parent)
    qtbot.waitUntil(lambda: offering.dialog is not None, timeout=20_000)
    offering.dialog.choice.button(list(Choice).index(Choice.THEIRS)).click()
    with qtbot.waitSignal(offering.finished):
        offering.dialog.take.click()
    assert _some(desk).clause.title == "Ihr Titel A" or "Ihr Titel A" in {e.title for e in desk.session.store.entries()}
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before

    dialog.remove.click()
    assert dialog.list.topLevelItemCount() == 0
    dialog.reject()
    assert not failures


def test_a_folder_that_is_no_pack_is_told(desk, qtbot, parent, tmp_path):
    dialog = _open(qtbot, SubscriptionsDialog(desk, parent))
    dialog.subscribe_to(tmp_path / "nicht-da")
    qtbot.waitUntil(lambda: bool(dialog.said.text()), timeout=20_000)
    assert dialog.list.topLevelItemCount() == 0
    dialog.reject()


def test_a_source_that_cannot_be_reached_keeps_no_other_from_being_told(desk, qtbot, tmp_path):
    write_pack(_pack(desk, "Ihr Titel A"), tmp_path / "da")
    for name in ("weg", "da"):
        desk.session.write(lambda store, _, at, name=name: store.subscribe(tmp_path / name, name, at))
    watch = PackWatch(desk)
    with qtbot.waitSignal(watch.announced, timeout=30_000) as announced:
        watch.look()
    told = {found.name: (found.count, found.error is None) for found in announced.args[0]}
    assert told == {"da": (1, True), "weg": (0, False)}
    watch.stop()


def test_what_has_left_a_subscribed_folder_is_said(desk, qtbot, parent, tmp_path):
    folder = tmp_path / "freigabe"
    pack = _pack(desk, "Ihr Titel A", "Ihr Titel B")
    write_pack(pack, folder)
    desk.session.write(lambda store, _, at: store.subscribe(folder, pack.name, at))
    for rest in (pack, replace(pack, revisions=pack.revisions[:1])):
        write_pack(rest, folder)
        offering = import_news(desk, folder, parent)
        qtbot.waitUntil(lambda offering=offering: bool(offering.dialog or offering.message), timeout=20_000)
        if offering.dialog:
            with qtbot.waitSignal(offering.finished):
                offering.dialog.take.click()
    assert desk.session.store.last(pack.revisions[1].clause.id).clause.title in offering.message.text()
    offering.message.accept()


# --- effect


def test_before_approval_the_effect_on_stored_cases_is_shown(desk, qtbot, parent, analysis, pdf, failures):
    from app.storage.casestore import CaseStore

    paths.user_cases().parent.mkdir(parents=True, exist_ok=True)
    with CaseStore(paths.user_cases()) as cases:
        cases.store(analysis, path=pdf, data=None, title="Wartung der Pumpen", at=desk.session.now())
    found = next(f for f in analysis.findings if f.limit is not None and f.reference)
    last = desk.session.store.last(found.reference)
    rules = tuple(rule for rule in last.clause.rules if rule.id != found.rule)
    approved = desk.session.set_status(last.clause.id, Status.APPROVED, base=last.clause.version, reason="")
    changed = replace(last.clause, rules=rules, status=Status.REVIEW)
    desk.session.save(changed, base=approved.clause.version, reason="ohne diese Grenze")
    save_settings(Settings(user=KAI))
    dialog = _open(qtbot, ApproveDialog(desk, found.reference, parent))
    qtbot.waitUntil(lambda: bool(dialog.effect.view.toPlainText()), timeout=60_000)
    _shows_one(dialog.effect)
    dialog.reject()

    retiring = review.retire(desk, found.reference, parent)
    qtbot.addWidget(retiring)
    qtbot.waitUntil(lambda: bool(retiring.effect.view.toPlainText()), timeout=60_000)
    _shows_one(retiring.effect)
    retiring.reject()
    assert not failures


def _shows_one(effect):
    case, *hints = effect.view.toPlainText().splitlines()
    assert case == "Wartung der Pumpen"
    assert hints
    assert "1" in effect.summary.text()


def test_what_took_effect_without_approval_is_compared_with_what_was_in_force_before(desk, qtbot, parent):
    """Nothing of the clause was ever approved, so the submitted version is in force: the approver must see the change."""
    clause = _edit(desk, "Kühner Titel").clause
    desk.session.set_status(clause.id, Status.REVIEW, base=clause.version, reason="")
    save_settings(Settings(user=KAI))
    dialog = _open(qtbot, ApproveDialog(desk, clause.id, parent))
    shown = dialog.changes.toPlainText()
    assert "Kühner Titel" in shown
    assert _some(desk).clause.positions[0].text[:40] not in shown
    dialog.reject()
