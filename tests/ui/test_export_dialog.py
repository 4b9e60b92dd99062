"""The dialog that takes the result out of the program: every kind with real files, and everything that can go wrong on the way."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.reporting.copyresult import CopyReason, LeftOut
from app.reporting.formats import FORMATS, Written
from app.reporting.options import Reader, Wording
from app.settings import Keep, Settings, save_settings
from app.ui.exporting.choices import Scope
from app.ui.exporting.kinds import KINDS
from app.ui.exporting.saving import Saved
from app.ui.textsize import apply_text_size
from tests.ui.looking import by_tab, cut_off, nameless

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)", extend=True)

NAMES = tuple(kind.name for kind in KINDS)
STARTS = {
    "docx": b"PK",
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "card": b"%PDF-",
    "mail": b"",
    "json": b"{",
    "text": b"",
}


@pytest.fixture
def document(pdf, tmp_path):
    """The PDF in a folder of its own."""
    return _copied(pdf, tmp_path)


def _copied(path: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "Vertrag"
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(path, folder))


@pytest.fixture
def dialog(window, opened, document, qtbot):
    opened(document)
    return _opened(window, qtbot)


def _opened(window, qtbot, action: str = "export"):
    window.actions_[action].trigger()
    found = window.exporter.dialog
    qtbot.waitExposed(found)
    qtbot.waitUntil(lambda: found.source_known, timeout=10_000)
    return found


def _previewed(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.previewer.busy, timeout=60_000)


def _saved(dialog, qtbot) -> Path:
    path = dialog.target.path
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.saving, timeout=60_000)
    return path


# --- every kind


@pytest.mark.parametrize(
    ("ending", "names"), [(".pdf", NAMES), (".docx", ("copy", "mail", "card"))], ids=["pdf", "docx"]
)
def test_every_kind_is_previewed_and_written(window, opened, pdf, docx_file, tmp_path, qtbot, ending, names):
    document = _copied(pdf if ending == ".pdf" else docx_file, tmp_path)
    opened(document)
    for action in ("next", "negotiate", "next", "accept"):  # what is decided is in it too
        window.actions_[action].trigger()
    dialog = _opened(window, qtbot)
    for name in names:
        dialog.kinds.choose(name)
        assert dialog.kinds.kind.name == name
        if dialog.form.internal.isEnabled():
            dialog.form.internal.click()
        _previewed(dialog, qtbot)
        assert dialog.preview.view is not dialog.preview.message, f"{name}: {dialog.preview.message.text()}"
        path = _saved(dialog, qtbot)
        assert not dialog.bar.complains, f"{name}: {dialog.bar.sentence.text()}"
        starts = document.read_bytes()[:4] if name == "copy" else STARTS[name]
        assert path.read_bytes().startswith(starts), name
        assert path.suffix == (ending if name == "copy" else FORMATS[dialog.format].suffix)
        assert str(path) in window.statusBar().currentMessage()
    assert len(list(document.parent.iterdir())) == len(names) + 1, "nothing else is left there"


def test_pages_are_drawn(dialog, qtbot):
    dialog.kinds.choose("pdf")
    _previewed(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.preview.pages.drawn, timeout=30_000)
    assert len(dialog.preview.pages.sizes) > 1


def test_tables_show_the_first_rows(dialog, qtbot, analysis):
    dialog.kinds.choose("xlsx")
    _previewed(dialog, qtbot)
    tables = dialog.preview.tables
    assert tables.count() >= 5
    dialog.kinds.choose("csv")
    _previewed(dialog, qtbot)
    assert tables.count() == 1


def test_a_mail_shows_subject_and_files(dialog, qtbot):
    dialog.kinds.choose("mail")
    _previewed(dialog, qtbot)
    text = dialog.preview.text.toPlainText()
    assert text.startswith("Betreff: ")
    assert "Anlage: " in text


def test_a_copy_lists_what_goes_where(dialog, qtbot, analysis):
    dialog.kinds.choose("copy")
    qtbot.waitUntil(lambda: bool(dialog.preview.titles), timeout=10_000)
    _previewed(dialog, qtbot)
    said = _plain(dialog.preview.below.toPlainText())
    assert dialog.preview.view is dialog.preview.pages, "a PDF is seen as it will be"
    assert all(_plain(title) in said for title in dialog.preview.titles.values())


def _plain(text: str) -> str:
    """The field has no no-break spaces."""
    return text.replace("\u00a0", " ")


def test_menu_entries_open_the_dialog_with_their_kind(window, opened, document, qtbot):
    opened(document)
    for action, kind in (("export_card", "card"), ("export_copy", "copy")):
        dialog = _opened(window, qtbot, action)
        assert dialog.kinds.kind.name == kind
        dialog.reject()
        qtbot.waitUntil(lambda: window.exporter.dialog is None, timeout=5_000)


def test_what_leaves_the_house_says_so(dialog):
    dialog.kinds.choose("mail")
    assert not dialog.form.internal.isEnabled()
    assert dialog.wish().options.reader is Reader.OUTWARD
    dialog.kinds.choose("json")
    assert dialog.form.internal.isEnabled()
    assert dialog.wish().options.reader is Reader.INTERNAL
    dialog.form.outward.click()
    assert dialog.wish().options.reader is Reader.OUTWARD
    assert "Leitfäden" in dialog.form.reader_note.text()


def test_a_fallback_for_the_other_side_is_warned_of(dialog):
    dialog.kinds.choose("pdf")
    form = dialog.form
    form.proposals.setCurrentIndex(form.proposals.findData(Wording.NEAREST))
    assert form.fallback_note.isHidden()
    form.outward.click()
    assert not form.fallback_note.isHidden()


# --- which findings


def test_findings_are_ticked_one_by_one(dialog, qtbot, analysis):
    form = dialog.form
    form.scope.setCurrentIndex(form.scope.findData(Scope.PICKED))
    qtbot.waitUntil(lambda: form.picker.model.rowCount() == len(analysis.findings), timeout=10_000)
    assert dialog.wish().options.chosen == frozenset()
    assert "kein Hinweis" in form.nothing_note.text()
    first = form.picker.model.index(0)
    form.picker.model.setData(first, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.wish().options.chosen) == 1
    form.picker.words.setText("haftung")
    assert 0 < form.picker.model.rowCount() < len(analysis.findings)
    form.picker.none.click()
    form.picker.all.click()
    assert form.picker.model.rowCount() <= len(dialog.wish().options.chosen) <= form.picker.model.rowCount() + 1
    assert form.nothing_note.text().endswith(str(len(analysis.findings)))


def test_the_space_bar_ticks(dialog, qtbot, analysis):
    form = dialog.form
    form.scope.setCurrentIndex(form.scope.findData(Scope.PICKED))
    qtbot.waitUntil(lambda: form.picker.model.rowCount() > 0, timeout=10_000)
    form.picker.list.setCurrentIndex(form.picker.model.index(0))
    qtbot.keyClick(form.picker.list, Qt.Key.Key_Space)
    assert len(form.picker.ticked) == 1
    qtbot.wait(300)
    assert form.picker.list.currentIndex().row() == 0, "the list stays where it is"
    qtbot.keyClick(form.picker.list, Qt.Key.Key_Space)
    assert form.picker.ticked == frozenset()


# --- the preview


def test_only_the_last_of_many_changes_is_previewed(dialog, qtbot, monkeypatch):
    _previewed(dialog, qtbot)
    made = []
    monkeypatch.setattr(
        "app.ui.exporting.previewer.isolated", lambda _f, *args, **_k: made.append(args) or _refused(ErrorCode.NO_TEXT)
    )
    dialog.kinds.choose("json")
    for _ in range(5):
        dialog.form.outward.click()
        dialog.form.internal.click()
    _previewed(dialog, qtbot)
    assert len(made) == 1
    assert made[0][2].reader is Reader.INTERNAL


def _refused(code: ErrorCode):
    raise ExpectedError(code, {"name": "x"})


def test_what_goes_wrong_is_said_in_place(dialog, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.exporting.previewer.isolated", lambda *_a, **_k: _refused(ErrorCode.TASK_TIMEOUT))
    dialog.kinds.choose("json")
    _previewed(dialog, qtbot)
    assert dialog.preview.view is dialog.preview.message
    assert dialog.preview.message.text()
    assert dialog.save.isEnabled()


def test_a_bug_in_a_preview_is_a_sentence(dialog, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.exporting.previewer.isolated", lambda *_a, **_k: 1 / 0)
    dialog.kinds.choose("json")
    _previewed(dialog, qtbot)
    assert "Fehler im Programm" in dialog.preview.message.text()


# --- writing


def test_nothing_is_overwritten_unasked(dialog, qtbot):
    dialog.kinds.choose("text")
    path = dialog.target.path
    path.write_text("von gestern")
    _saved(dialog, qtbot)
    assert path.read_text() == "von gestern"
    box = dialog.findChild(QMessageBox)
    assert path.name in box.text()
    assert box.defaultButton() is box.escapeButton()
    replace = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.DestructiveRole)
    replace.click()
    qtbot.waitUntil(lambda: not dialog.saving, timeout=30_000)
    assert path.read_text() != "von gestern"
    assert "Gespeichert" in dialog.bar.sentence.text()


def test_a_file_that_came_meanwhile_is_not_overwritten(dialog, qtbot, monkeypatch):
    dialog.kinds.choose("text")
    path = dialog.target.path

    def made(*_args, **_how):
        path.write_text("schneller")
        return Written(b"zu spaet")

    monkeypatch.setattr("app.ui.exporting.saving.isolated", made)
    _saved(dialog, qtbot)
    assert path.read_text() == "schneller"
    assert dialog.findChild(QMessageBox) is not None


def test_the_document_itself_is_never_overwritten(window, opened, tmp_path, qtbot):
    path = tmp_path / "vertrag.txt"
    path.write_text("1. Die Zahlung ist innerhalb von 14 Tagen fällig.", "utf-8")
    opened(path)
    dialog = _opened(window, qtbot)
    dialog.kinds.choose("text")
    dialog.target.name.setText("vertrag")
    assert dialog.target.path == path
    _saved(dialog, qtbot)
    assert "14 Tagen fällig" in path.read_text("utf-8")
    assert "nicht überschrieben" in dialog.bar.sentence.text()


def test_a_cancelled_file_is_not_written(dialog, qtbot, monkeypatch):
    def until_stopped(*_args, stop, **_how):
        stop.wait(10)
        raise Cancelled

    monkeypatch.setattr("app.ui.exporting.saving.isolated", until_stopped)
    dialog.kinds.choose("html")
    path = dialog.target.path
    dialog.save.click()
    assert dialog.saving
    assert not dialog.kinds.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.saving, timeout=10_000)
    assert "nichts geschrieben" in dialog.bar.sentence.text()
    assert not path.exists()
    assert dialog.isVisible()


def test_a_folder_that_is_gone_is_told(dialog, qtbot, tmp_path):
    dialog.target.folder.setText(str(tmp_path / "weg"))
    dialog.kinds.choose("html")
    _saved(dialog, qtbot)
    assert "Diesen Ordner gibt es nicht" in dialog.bar.sentence.text()


def test_a_folder_that_may_not_be_written_to_is_told(dialog, qtbot, monkeypatch):
    def forbidden(path, _content):
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(path)})

    monkeypatch.setattr("app.ui.exporting.saving.write_atomically", forbidden)
    dialog.kinds.choose("json")
    _saved(dialog, qtbot)
    assert dialog.bar.complains
    assert dialog.save.isEnabled(), "another folder can be tried"


def test_a_disk_that_fails_while_looking_is_told(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(Path, "is_dir", lambda _: _fail())
    dialog.kinds.choose("json")
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.saving, timeout=10_000)
    monkeypatch.undo()
    assert dialog.bar.complains


def _fail():
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("name", ["a/b", "..\\b", "", "con", "Bericht."])
def test_a_name_that_cannot_be_is_told_before(dialog, name):
    dialog.target.name.setText(name)
    assert not dialog.save.isEnabled()
    assert dialog.bar.complains
    dialog.target.name.setText("Bericht")
    assert dialog.save.isEnabled()
    assert not dialog.bar.complains


def test_the_proposed_name_follows_the_pattern_until_the_user_gives_one(window, opened, document, qtbot):
    save_settings(Settings(user="Mia Muster", file_pattern="{reviewer} {kind}"))
    opened(document)
    dialog = _opened(window, qtbot)
    dialog.kinds.choose("pdf")
    assert dialog.target.path.name == "Mia Muster Bericht.pdf"
    dialog.kinds.choose("xlsx")
    assert dialog.target.path.name == "Mia Muster Tabelle.xlsx"
    dialog.target.name.clear()
    qtbot.keyClicks(dialog.target.name, "Meiner.xlsx")
    assert dialog.target.path.name == "Meiner.xlsx"
    dialog.kinds.choose("json")
    assert dialog.target.path.name == "Meiner.xlsx.json"


def test_what_is_not_as_wished_in_a_copy_is_told(dialog, qtbot, monkeypatch, analysis):
    anchor = analysis.findings[0].anchor
    made = Written(b"%PDF-", (LeftOut(anchor, CopyReason.PLACE_UNKNOWN), LeftOut("?", CopyReason.NO_PLACE)))
    monkeypatch.setattr("app.ui.exporting.saving.isolated", lambda *_a, **_k: made)
    qtbot.waitUntil(lambda: bool(dialog.preview.titles), timeout=10_000)
    dialog.kinds.choose("copy")
    _saved(dialog, qtbot)
    told = dialog.bar.told.toPlainText()
    assert _plain(dialog.preview.titles[anchor]) in _plain(told)
    assert told.count("•") == 2


# --- the source


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (lambda path: path.unlink(), "nicht mehr an ihrem Ort"),
        (lambda path: path.write_bytes(path.read_bytes() + b"\n"), "geändert"),
        (lambda path: path.write_bytes(b"something else"), "geändert"),
    ],
)
def test_a_copy_of_a_file_that_is_gone_or_changed_says_why_not(window, opened, document, qtbot, happens, said):
    opened(document)
    happens(document)
    dialog = _opened(window, qtbot, "export_copy")
    assert said in dialog.preview.message.text()
    assert said in dialog.bar.sentence.text()
    assert not dialog.save.isEnabled()
    dialog.kinds.choose("pdf")
    assert dialog.save.isEnabled(), "everything else needs no file"


def test_what_the_case_keeps_stands_in_for_the_file(window, opened, document, qtbot):
    save_settings(Settings(keep=Keep.DOCUMENT))
    content, kept = document.read_bytes(), []
    sha256 = opened(document).analysis.reading.source.sha256
    window.cases._cases.document(sha256, kept.append)  # asked after it was stored
    qtbot.waitUntil(lambda: kept == [content], timeout=10_000)
    document.write_bytes(b"something else")
    dialog = _opened(window, qtbot, "export_copy")
    assert dialog.wish().source == content
    assert dialog.save.isEnabled()


def test_of_other_kinds_of_documents_no_copy_is_made(window, opened, tmp_path, qtbot):
    path = tmp_path / "vertrag.txt"
    path.write_text("1. Die Zahlung ist innerhalb von 14 Tagen fällig.", "utf-8")
    opened(path)
    dialog = _opened(window, qtbot, "export_copy")
    assert "nur für Word" in dialog.preview.message.text()


# --- the dialog as a whole


def test_choices_are_kept_per_kind_and_remembered_when_something_was_written(window, dialog, qtbot):
    dialog.kinds.choose("html")
    dialog.form.outward.click()
    dialog.form.annex.setChecked(False)
    dialog.kinds.choose("json")
    assert not dialog.wish().options.outward
    dialog.kinds.choose("html")
    assert dialog.wish().options.outward
    _saved(dialog, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: window.exporter.dialog is None, timeout=5_000)
    again = _opened(window, qtbot)
    assert again.kinds.kind.name == "html"
    assert again.wish().options.outward
    assert not again.form.annex.isChecked()


def test_a_document_that_is_closed_takes_its_dialog_with_it(window, dialog, qtbot):
    window.tabs.close_current()
    qtbot.waitUntil(lambda: window.exporter.dialog is None, timeout=10_000)


def test_the_clock_is_the_windows_not_the_writers(dialog):
    said = dialog.wish().options.made_at
    assert said.tzinfo is not None
    assert abs((datetime.now(UTC) - said).total_seconds()) < 60


def test_what_the_settings_say_of_the_company_is_told(window, opened, document, qtbot):
    save_settings(Settings(user="Mia Muster", company="Muster GmbH", footer="Köln"))
    opened(document)
    options = _opened(window, qtbot).wish().options
    assert (options.reviewer, options.company, options.footer) == ("Mia Muster", "Muster GmbH", "Köln")


@pytest.fixture(params=[100, 200])
def percent(request, qapp):
    apply_text_size(request.param)
    yield request.param
    apply_text_size(100)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_nothing_is_cut_off_and_everything_has_a_name(percent, lang, language, request, qtbot):
    language.switch(lang)
    dialog = request.getfixturevalue("dialog")
    dialog.resize(*{100: (1024, 700), 200: (1880, 1000)}[percent])
    found = set()
    for name in NAMES:
        dialog.kinds.choose(name)
        found |= _faults(dialog)
    form = dialog.form
    dialog.kinds.choose("pdf")
    form.outward.click()
    form.proposals.setCurrentIndex(form.proposals.findData(Wording.NEAREST))
    for scope in Scope:
        form.scope.setCurrentIndex(form.scope.findData(scope))
        found |= _faults(dialog)
    dialog.bar.say_saved(Path("Bericht.pdf"), ("Ein Hinweis: Die Stelle wurde nicht gefunden.",))
    assert found | _faults(dialog) == set()


def _faults(dialog) -> set[str]:
    for _ in range(4):
        QApplication.processEvents()
    return cut_off(dialog) | {f"{what} has no name" for what in nameless(dialog)}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_no_letter_means_two_things(lang, language, request):
    language.switch(lang)
    dialog = request.getfixturevalue("dialog")
    form = dialog.form
    dialog.bar.say_saved(Path("x.pdf"), ())
    letters = {}
    for name in NAMES:
        dialog.kinds.choose(name)
        form.scope.setCurrentIndex(form.scope.findData(Scope.PICKED))
        dialog.bar.say_saved(Path("x.pdf"), ())
        dialog.cancel.setText(dialog.tr("S&chließen"))
        QApplication.processEvents()
        texts = [w.text() for kind in (QLabel,) for w in dialog.findChildren(kind) if w.isVisible() and w.buddy()]
        texts += [b.text() for b in dialog.findChildren(_buttons()) if b.isVisible()]
        found = Counter(_letter(text) for text in texts if "&" in text)
        letters[name] = {letter for letter, number in found.items() if number > 1}
    assert {name: twice for name, twice in letters.items() if twice} == {}


def _buttons():
    from PySide6.QtWidgets import QAbstractButton

    return QAbstractButton


def _letter(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].casefold()


def test_tab_reaches_everything_and_gets_around(dialog, qtbot):
    dialog.kinds.choose("pdf")
    _previewed(dialog, qtbot)
    dialog.kinds.setFocus()
    reached = set(by_tab(dialog))
    form, target = dialog.form, dialog.target
    wanted = {dialog.kinds, form.scope, form.proposals, form.annex, form.language, form.reviewer, dialog.preview.pages}
    assert wanted | {target.name, target.folder, target.choose, dialog.save, dialog.cancel} <= reached


def test_a_saved_file_is_opened_outside(dialog, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr("app.ui.exporting.saved_bar.open_outside", shown.append)
    dialog.bar.say_saved(tmp_path / "a.pdf", ())
    dialog.bar.open.click()
    dialog.bar.show_folder.click()
    assert shown == [tmp_path / "a.pdf", tmp_path]


def test_the_result_of_another_dialog_is_not_told(dialog):
    dialog.writing.tell(None, Saved(Path("x")))
    assert dialog.bar.isHidden()


def test_the_password_goes_along_where_the_file_is_needed_and_nowhere_else(dialog, window):
    session = window.current.session
    session._options = replace(session._options, password="sesam")
    for kind, password in (("copy", "sesam"), ("mail", "sesam"), ("pdf", None)):
        dialog.kinds.choose(kind)
        wish = dialog.wish()
        assert wish.options.password == password, kind
        assert "sesam" not in repr(wish.options)
