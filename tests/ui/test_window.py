"""The window with real documents and a real worker process."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Severity
from app.ui import application
from app.ui.application import Faults
from app.ui.models.findings import ID_ROLE
from app.ui.models.tree import KEY_ROLE
from app.ui.panels.findings import PreparedFindings
from app.ui.passages import finding_passages, passage_key, passage_of
from app.ui.views.pdf_marks import by_page
from app.wording.findings import title

# The offscreen platform of the tests has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def _go(presenter, finding) -> None:
    presenter.page.panel("findings").list.picked.emit(finding.id)


def _finding_on_last_pages(presenter):
    return next(f for f in presenter.analysis.findings if f.provisions and _page(presenter, f) >= 3)


def _page(presenter, finding) -> int:
    return presenter.analysis.reading.by_id[finding.clauses[0]].page


# --- a PDF


def test_a_pdf_is_analysed_by_the_real_worker(real_window, pdf, analysis, qtbot):
    real_window.open_files([pdf])
    session = real_window.current.session
    qtbot.waitUntil(lambda: session.analysis is not None, timeout=30_000)
    assert [f.anchor for f in session.analysis.findings] == [f.anchor for f in analysis.findings]


def test_a_running_analysis_of_the_real_worker_can_be_cancelled(real_window, pdf, qtbot):
    real_window.open_files([pdf])
    presenter = real_window.current
    qtbot.waitUntil(lambda: presenter.view is not None, timeout=10_000)
    real_window.actions_["cancel"].trigger()
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    assert presenter.analysis is None
    assert "abgebrochen" in presenter.page.banner.sentence


def test_a_pdf_is_analysed_and_shown(opened, pdf, qtbot):
    presenter = opened(pdf)
    page = presenter.page
    assert page.stack.view is page.stack.pdf
    assert page.panel("outline").tree.rows.rowCount() == 5
    assert page.panel("findings").badge() == str(len(presenter.analysis.findings))
    qtbot.waitUntil(lambda: presenter._images.image(1) is not None, timeout=10_000)
    image = presenter._images.image(1)
    colours = {image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in range(0, 200, 2)}
    assert max(colours) == 255
    assert min(colours) < 100


def test_picking_a_finding_scrolls_the_page_and_selects_its_clause(opened, pdf, qtbot):
    presenter = opened(pdf)
    bar = presenter.page.stack.pdf.verticalScrollBar()
    before = bar.value()
    finding = _finding_on_last_pages(presenter)
    _go(presenter, finding)
    assert bar.value() > before
    selected = presenter.page.panel("outline").tree.currentIndex().data(Qt.ItemDataRole.UserRole)
    assert selected == finding.clauses[0]
    assert presenter.page.panel("findings").list.currentIndex().data(ID_ROLE) == finding.id
    assert (
        presenter.analysis.provisions_by_id[finding.provisions[0]].quote
        in presenter.page.panel("findings").detail.pane.text.toPlainText()
    )


def test_clicking_a_clause_on_the_page_selects_its_finding(opened, pdf, qtbot):
    presenter = opened(pdf)
    finding = _finding_on_last_pages(presenter)
    clause = presenter.analysis.reading.by_id[finding.clauses[0]]
    view = presenter.page.stack.pdf
    placed = view._layout.pages[clause.page - 1]
    view.verticalScrollBar().setValue(placed.y)
    box = clause.boxes[0]
    x = placed.x + (box.x0 + box.x1) / 2 * placed.scale
    y = placed.y + (box.top + box.bottom) / 2 * placed.scale - view.verticalScrollBar().value()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert presenter.navigation.clause == clause.id
    assert clause.id in presenter.navigation.finding.clauses
    assert presenter.page.panel("outline").tree.currentIndex().data(Qt.ItemDataRole.UserRole) == clause.id


def test_picking_in_the_outline_moves_page_and_findings(opened, pdf):
    presenter = opened(pdf)
    finding = _finding_on_last_pages(presenter)
    outline = presenter.page.panel("outline").tree
    outline.setCurrentIndex(outline.rows.index_of(finding.clauses[0]))
    assert presenter.page.stack.pdf.verticalScrollBar().value() > 0
    assert presenter.navigation.finding is not None


def test_a_clause_without_finding_says_so(opened, pdf):
    presenter = opened(pdf)
    presenter.navigation.go_to_clause(presenter.analysis.reading.clauses[0].id)
    assert "keinen Hinweis" in presenter.page.panel("findings").detail.pane.text.toPlainText()


def test_a_place_in_the_detail_leads_to_its_clause(opened, pdf):
    presenter = opened(pdf)
    last = presenter.analysis.reading.clauses[-1].id
    presenter.page.panel("findings").detail.pane.text.anchorClicked.emit(QUrl(f"clause:{last}"))
    assert presenter.navigation.clause == last


def test_a_value_in_the_overview_leads_to_its_words(opened, pdf):
    presenter = opened(pdf)
    provision = presenter.analysis.reading.provisions[-1]
    key = passage_key([passage_of(provision)])
    overview = presenter.page.panel("overview").values
    overview.setCurrentIndex(overview.rows.index(overview.rows.row_of(key), 0))
    assert presenter.navigation.current == passage_of(provision)
    quote = presenter.analysis.reading.quote_spans(provision)
    assert presenter.page.stack.pdf._marks.focus == by_page(presenter.analysis.reading.source.boxes(quote))


def test_a_cell_of_the_matrix_shows_its_words_and_leads_to_them(opened, pdf):
    presenter = opened(pdf)
    panel = presenter.page.panel("liability").matrix
    model = panel.table.rows
    cells = [model.index(row, column) for row in range(1, model.rowCount()) for column in (1, 2, 3)]
    regulated = next(cell for cell in cells if cell.data(KEY_ROLE))
    panel.table.setCurrentIndex(regulated)
    passages = presenter.navigation.passages
    assert passage_key(passages) == regulated.data(KEY_ROLE)
    clause = presenter.analysis.reading.by_id[passages[0].clause]
    assert clause.text[passages[0].start : passages[0].end] in panel.words.toPlainText()


def test_f7_goes_through_the_places_of_a_finding_and_keeps_the_place_in_its_detail(window, opened, docx_file):
    presenter = opened(docx_file)
    finding = next(f for f in presenter.analysis.findings if len(finding_passages(f, presenter.analysis)) > 1)
    _go(presenter, finding)
    first = presenter.navigation.current
    window.actions_["next_passage"].trigger()
    assert presenter.navigation.current != first
    assert presenter.navigation.finding is finding
    detail = presenter.page.panel("findings").detail.pane.text
    detail.verticalScrollBar().setValue(detail.verticalScrollBar().maximum())
    scrolled = detail.verticalScrollBar().value()
    window.actions_["previous_passage"].trigger()
    assert presenter.navigation.current == first
    assert detail.verticalScrollBar().value() == scrolled


def test_all_columns_of_the_matrix_are_in_sight(window, opened, pdf):
    presenter = opened(pdf)
    presenter.page.show_panel("liability")
    table = presenter.page.panel("liability").matrix.table
    for width in (1100, 1600):
        window.resize(width, 800)
        QApplication.processEvents()
        table.setCurrentIndex(table.rows.index(2, 3))
        assert sum(table.columnWidth(column) for column in range(4)) <= table.viewport().width()
        assert table.horizontalScrollBar().value() == 0


def test_f8_goes_through_the_findings(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    seen = []
    for _ in presenter.analysis.findings:
        window.actions_["next"].trigger()
        seen.append(presenter.navigation.finding.id)
    assert seen == [f.id for f in presenter.analysis.findings]
    window.actions_["previous"].trigger()
    assert presenter.navigation.finding.id == seen[-2]


def test_zoom_changes_the_pages_and_fit_fills_the_width(window, opened, pdf):
    presenter = opened(pdf)
    view = presenter.page.stack.pdf
    fitted = view.scale
    window.actions_["zoom_in"].trigger()
    assert view.scale == pytest.approx(fitted * 1.2)
    window.actions_["zoom_out"].trigger()
    assert view.scale == pytest.approx(fitted)
    window.actions_["zoom_in"].trigger()
    window.actions_["fit"].trigger()
    assert view.scale == pytest.approx(fitted)


# --- DOCX


def test_a_word_document_is_shown_with_its_own_characters(opened, docx_file):
    presenter = opened(docx_file)
    page = presenter.page
    assert presenter.view is page.stack.text
    assert page.stack.text.toPlainText() == presenter.analysis.reading.source.text


def test_a_long_text_opens_at_its_beginning(opened, tmp_path):
    path = tmp_path / "lang.txt"
    path.write_text(
        "\n\n".join(f"{n}. Die Zahlung ist innerhalb von {n} Tagen fällig." for n in range(1, 200)), "utf-8"
    )
    bar = opened(path).page.stack.text.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0


def _cursor_at(view, offset):
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.to_qt(offset))
    return cursor


def test_the_marks_in_a_word_document_are_on_the_clauses(opened, docx_file):
    presenter = opened(docx_file)
    view, reading = presenter.page.stack.text, presenter.analysis.reading
    high = next(f for f in presenter.analysis.findings if f.severity is Severity.HIGH and f.clauses)
    plain = next(
        c for c in reading.clauses if c.body_spans and all(c.id not in f.clauses for f in presenter.analysis.findings)
    )

    def ground(clause):
        start = clause.body_spans[0][0]
        view.reveal(((start, start),))
        place = view.cursorRect(_cursor_at(view, start)).topLeft()
        return view.viewport().grab().toImage().pixelColor(place.x(), place.y() + 1).name()

    assert ground(plain) == "#ffffff"
    assert ground(reading.by_id[high.clauses[0]]) != "#ffffff"


def test_clicking_a_word_paragraph_selects_its_finding(opened, docx_file, qtbot):
    presenter = opened(docx_file)
    view = presenter.page.stack.text
    finding = next(f for f in presenter.analysis.findings if f.clauses)
    clause = presenter.analysis.reading.by_id[finding.clauses[0]]
    presenter.navigation.go_to_clause(presenter.analysis.reading.clauses[0].id)
    start = clause.body_spans[0][0] + 5
    view.reveal(((start, start),))
    place = view.cursorRect(_cursor_at(view, start)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert presenter.navigation.clause == clause.id
    assert presenter.navigation.finding is not None


# --- errors, cancelling, closing


def test_a_damaged_file_is_a_quiet_sentence_and_no_good_news(opened, tmp_path):
    broken = tmp_path / "kaputt.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    presenter = opened(broken)
    assert presenter.page.banner.isVisible()
    assert "beschädigt" in presenter.page.banner.sentence
    assert not presenter.page.panel("findings").isVisible()
    assert not presenter.page.panel("outline").tree.isVisible()


def test_no_finding_says_which_rules_were_applied(opened, pdf):
    presenter = opened(pdf)
    panel = presenter.page.panel("findings")
    panel.show_prepared(PreparedFindings((), ("Angewandte Vorgaben: 7.",)), presenter.document.material)
    assert panel.nothing.isVisible()
    assert "Angewandte Vorgaben: 7." in panel.nothing.sentence.text()


def test_the_other_files_go_on(window, opened, tmp_path, pdf):
    broken = tmp_path / "leer.txt"
    broken.write_bytes(b"")
    opened(broken)
    assert opened(pdf).analysis is not None
    assert len(window.tabs) == 2


def test_a_retry_reads_the_file_again(opened, tmp_path, pdf, qtbot):
    late = tmp_path / "spaeter.pdf"
    presenter = opened(late)
    assert presenter.page.banner.isVisible()
    late.write_bytes(pdf.read_bytes())
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.analysis is not None, timeout=30_000)
    assert not presenter.page.banner.isVisible()
    assert presenter.page.panel("findings").isVisible()


def test_an_encrypted_pdf_opens_with_its_password(opened, tmp_path, monkeypatch, qtbot):
    locked = tmp_path / "geheim.pdf"
    locked.write_bytes(_encrypted("sesam"))
    monkeypatch.setattr("app.ui.dialogs.password_dialog.QInputDialog.getText", lambda *_: ("sesam", True))
    presenter = opened(locked)
    assert "Passwort" in presenter.page.banner._button.text()
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.analysis is not None, timeout=30_000)
    qtbot.waitUntil(lambda: presenter._images.image(1) is not None, timeout=10_000)


def _encrypted(password: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password, strength=128))
    canvas.drawString(72, 700, "§ 1 Zahlung")
    canvas.drawString(72, 680, "(1) Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.")
    canvas.save()
    return buffer.getvalue()


def test_cancelling_leaves_a_note_and_can_be_tried_again(window, pdf, qtbot):
    window.open_files([pdf])
    presenter = window.current
    window.actions_["cancel"].trigger()
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    assert presenter.analysis is None
    assert "abgebrochen" in presenter.page.banner.sentence
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.analysis is not None, timeout=30_000)


def test_closing_during_an_analysis_ends_the_worker(window, pdf, qtbot):
    window.open_files([pdf])
    worker = window.current.session._worker
    window.tabs.close_current()
    qtbot.waitUntil(lambda: worker.ended, timeout=10_000)
    assert window.tabs.currentWidget() is window.empty


def test_a_closed_document_hears_nothing_more(window, opened, pdf, qtbot):
    opened(pdf)
    window.actions_["zoom_in"].trigger()  # a page is on its way
    window.tabs.close_current()
    window.actions_.languages["en"].trigger()
    window.actions_.themes["dark"].trigger()
    window.actions_.themes["light"].trigger()
    qtbot.wait(300)  # an exception in the event loop fails the test


def test_progress_shows_only_after_a_while(window, pdf, qtbot):
    window.open_files([pdf])
    strip = window.current.page.progress
    assert not strip.isVisible()
    strip._timer.timeout.emit()
    assert strip.isVisible()
    qtbot.waitUntil(lambda: not window.current.session.busy, timeout=30_000)
    assert not strip.isVisible()


# --- window


def test_dropped_files_are_opened_once_each(window, pdf, docx_file, qtbot):
    for _ in range(2):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(pdf)), QUrl.fromLocalFile(str(docx_file)), QUrl("https://example.org/")])
        actions, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        window.dropEvent(QDropEvent(QPointF(5, 5), actions, data, button, key))
    assert len(window.tabs) == 2
    assert window.context.settings.recent() == (docx_file, pdf)
    presenters = list(window.tabs)
    qtbot.waitUntil(lambda: not any(p.session.busy for p in presenters), timeout=60_000)


def test_the_language_changes_while_the_window_is_open(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    window.actions_.languages["en"].trigger()
    page = presenter.page
    assert page.panel("overview").title() == "Overview"
    assert page.panel("findings").title() == "Findings"
    first = presenter.analysis.findings[0]
    rows = page.panel("findings").list.rows
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    assert rows.index(rows.row_of(first.id)).data() == title(first, "en") != title(first, "de")
    window.actions_.languages["de"].trigger()
    assert page.panel("overview").title() == "Übersicht"


def test_the_colours_change_while_the_window_is_open(window, opened, pdf):
    presenter = opened(pdf)
    _go(presenter, presenter.analysis.findings[0])
    before = presenter.page.panel("findings").detail.pane.text.toHtml()
    window.actions_.themes["dark"].trigger()
    assert presenter.page.panel("findings").detail.pane.text.toHtml() != before
    assert window.context.settings.theme() == "dark"
    window.actions_.themes["light"].trigger()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_dialog_opens_in_every_language(window, qtbot, lang):
    window.context.language.switch(lang)
    window.show_bug("Traceback\nbuiltins.KeyError")
    window.actions_["about"].trigger()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 2
    assert all(dialog.windowTitle() for dialog in dialogs)
    for dialog in dialogs:
        dialog.close()


def _said(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_everything_that_takes_the_focus_has_a_name(opened, pdf):
    page = opened(pdf).page
    nameless = set()
    for name in (*page.left.panels, *page.right.panels):
        page.show_panel(name)
        QApplication.processEvents()
        takes = (w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        own = (w for w in takes if not w.objectName().startswith("qt_"))  # the others are parts of Qt's own widgets
        nameless |= {(name, type(w).__name__, w.objectName()) for w in own if not _said(w)}
    assert nameless == set()


def test_the_shape_of_the_window_is_remembered(context, qtbot, home):
    from app.ui.main_window import MainWindow

    first = MainWindow(context)
    first.resize(700, 500)  # the offscreen screen has 800 × 800
    first.show()
    first.close()
    first.deleteLater()
    second = MainWindow(context)
    assert (second.width(), second.height()) == (700, 500)
    second.close()
    second.deleteLater()


def test_an_uncaught_exception_is_a_dialog_with_a_report(window, qtbot):
    faults = Faults(window)
    try:
        {}["Text aus dem Dokument"]
    except KeyError as error:
        faults._take(KeyError, error, error.__traceback__)
    dialog = window.findChildren(QDialog)[0]
    assert "builtins.KeyError" in dialog._text.toPlainText()
    assert "Text aus dem" not in dialog._text.toPlainText().split("builtins.KeyError")[1]
    dialog.close()


def test_an_expected_error_that_nobody_caught_is_told_by_its_sentence(window):
    error = ExpectedError(ErrorCode.CASE_NOT_FOUND)
    Faults(window)._take(ExpectedError, error, None)
    assert "nicht mehr gespeichert" in window.statusBar().currentMessage()
    assert not window.findChildren(QDialog)


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app.ui import application, main_window

really_open = main_window.MainWindow.open_files


def open_and_close(window, paths):
    really_open(window, paths)
    QTimer.singleShot(200, window.close)


main_window.MainWindow.open_files = open_and_close
sys.exit(application.run([Path(sys.argv[1])], lang="en"))
"""


def test_the_program_starts_and_ends_while_it_reads(pdf):
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(pdf)], capture_output=True, text=True, check=False, timeout=60
    )
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, said) == (0, [])


def test_without_a_display_a_sentence_names_the_command_line_instead_of_an_abort(monkeypatch, capsys):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert application.run([]) == 2
    assert "klausellupe analyze" in capsys.readouterr().err
