"""Clauses from Word and from tables, from the file to the drafts in the library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.importing.clauselists.model import Field
from app.library.model import Status
from app.ui.library.listimport import ListImport, SidesDialog
from app.ui.library.listimport_columns import ColumnsDialog
from app.ui.library.listimport_drafts import DraftsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

TABLE = (
    "Titel;Bevorzugte Fassung;Rückfall;Unannehmbar;Intern;Sonstiges\n"
    "Haftung des Anbieters;Der Anbieter haftet unbeschränkt.;Der Anbieter haftet bis 1 Mio. Euro.;Jede Haftung ist "
    "ausgeschlossen.;Nicht unter 1 Mio. gehen.;x\n"
    "Pausen;Die Kaffeepause dauert zehn Minuten.;;;;\n"
    ";;;;nur eine Notiz;\n"
)


def _wait_for(qtbot, job, kind):
    qtbot.waitUntil(lambda: isinstance(job.shown, kind), timeout=30_000)
    return job.shown


def test_a_table_becomes_drafts(desk, qtbot, parent, tmp_path, failures):
    file = tmp_path / "liste.csv"
    file.write_text(TABLE, "utf-8")
    before = {entry.id for entry in desk.session.store.entries()}
    job = ListImport(desk, file, parent)
    job.start_table()
    columns = _wait_for(qtbot, job, ColumnsDialog)
    assert [columns.table.cellWidget(n, 2).currentData() for n in range(6)] == [
        Field.TITLE, Field.PREFERRED, Field.FALLBACK, Field.UNACCEPTABLE, Field.GUIDANCE, None,
    ]  # fmt: skip
    columns.accept()
    drafts = _wait_for(qtbot, job, DraftsDialog)
    assert [item.text(0) for item in drafts._items()] == ["Haftung des Anbieters", "Pausen"]
    first, second = drafts._items()
    assert first.checkState(0) is Qt.CheckState.Checked

    second.setCheckState(0, Qt.CheckState.Checked)  # its subject is not known
    assert second.checkState(0) is Qt.CheckState.Unchecked
    drafts.list.setCurrentItem(second)
    drafts._choose_type("acceptance")
    assert second.checkState(0) is Qt.CheckState.Checked

    with qtbot.waitSignal(job.finished) as finished:
        drafts.accept()
    assert finished.args == [2]
    new = [entry for entry in desk.session.store.entries() if entry.id not in before]
    assert {entry.title for entry in new} == {"Haftung des Anbieters", "Pausen"}
    assert {entry.status for entry in new} == {Status.DRAFT}
    liability = desk.session.store.last(next(e.id for e in new if e.title.startswith("Haftung")))
    assert [p.rank.value for p in liability.clause.positions] == ["preferred", "fallback", "unacceptable"]
    assert not failures


def test_a_column_may_be_given_another_meaning(desk, qtbot, parent, tmp_path):
    file = tmp_path / "liste.csv"
    file.write_text(TABLE, "utf-8")
    job = ListImport(desk, file, parent)
    job.start_table()
    columns = _wait_for(qtbot, job, ColumnsDialog)
    box = columns.table.cellWidget(4, 2)
    box.setCurrentIndex(box.findData(Field.COMMENT))
    box.activated.emit(box.currentIndex())
    assert columns._columns.fields[4] is Field.COMMENT
    for number in range(6):
        columns._assign(number, None)
    assert not columns.go_on.isEnabled()
    columns.reject()


def test_a_word_file_becomes_drafts_and_what_is_left_out_is_listed(desk, qtbot, parent, tmp_path, failures):
    import docx

    document = docx.Document()
    document.add_paragraph("Stand November, nur für den Einkauf.")
    for heading, text in (
        ("Haftung", "Der Anbieter haftet für jede Fahrlässigkeit unbeschränkt."),
        ("Kündigung", "Der Kunde kann den Vertrag mit einer Frist von drei Monaten zum Monatsende kündigen."),
    ):
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    file = tmp_path / "leitfaden.docx"
    document.save(str(file))
    job = ListImport(desk, file, parent)
    job.start_word()
    _wait_for(qtbot, job, SidesDialog).accept()
    drafts = _wait_for(qtbot, job, DraftsDialog)
    assert [item.text(0) for item in drafts._items()] == ["Haftung", "Kündigung"]
    assert len(drafts.chosen()) == 2
    with qtbot.waitSignal(job.finished) as finished:
        drafts.accept()
    assert finished.args == [2]
    assert not failures


@pytest.mark.parametrize(("name", "content"), [("leer.csv", b""), ("kaputt.xlsx", b"PK\x03\x04 nichts")])
def test_a_file_that_holds_no_table_is_told(desk, qtbot, parent, tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    before = desk.session.store.revision()
    job = ListImport(desk, file, parent)
    job.start_table()
    message = _wait_for(qtbot, job, QMessageBox)
    assert message.text()
    with qtbot.waitSignal(job.finished) as finished:
        message.accept()
    assert finished.args == [0]
    assert desk.session.store.revision() == before
