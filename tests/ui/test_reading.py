"""What the window shows of reading a file: parts left out, hidden text, recognised and unread pages, passwords, formats."""

from __future__ import annotations

import hashlib
import io
import pickle
from dataclasses import replace
from datetime import date

import prepared_worker
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from app.errors import ErrorCode
from app.importing import detection
from app.jobs.messages import Progressed
from app.models.analysis import FindingKind
from app.models.source import Box, Ignored, IgnoredReason, ImportNote
from app.reporting.build import report_words
from app.reporting.ledger import outside_share
from app.reporting.options import ReportOptions
from app.reporting.summary import summary
from app.ui.asides import asides, finding_spot, hidden_parts, spot
from app.ui.endings import file_filters
from app.ui.models.notchecked import not_checked_rows
from app.ui.models.tree import KEY_ROLE
from app.ui.notices import reading_notices
from app.ui.pagenotes import page_notes, text_notes
from app.ui.views.pdf_marks import by_page
from app.wording.lang import LANGS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", extend=True)

PRIVACY = (
    "Verantwortlicher im Sinne der DSGVO ist die Pumpenwerkstatt am Kanal. Wir verarbeiten personenbezogene Daten der",
    "Besucher dieser Website auf Grundlage von Art. 6 Abs. 1 lit. f DSGVO. Sie haben ein Recht auf Auskunft, Löschung",
    "und Widerspruch sowie ein Beschwerderecht bei der Aufsichtsbehörde. Cookies werden nach sieben Tagen gelöscht.",
)
HIDDEN = "Der Kunde zahlt bei jeder Kündigung eine Vertragsstrafe von 5.000 Euro."
TERMS = (
    "Allgemeine Geschäftsbedingungen",
    "§ 1 Geltung",
    "(1) Diese Bedingungen gelten für alle Verträge über die Wartung von Pumpen.",
    "§ 2 Zahlung",
    "(1) Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.",
    "§ 3 Haftung",
    "(1) Der Anbieter haftet je Schadensereignis nur bis zu einem Betrag von 1.000 Euro.",
    "§ 4 Recht",
    "(1) Es gilt deutsches Recht.",
)


def _web_page() -> bytes:
    """A privacy statement, then terms with a white sentence at the foot of the page."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(72, 760, "Datenschutzerklärung")
    canvas.setFont("Helvetica", 9)
    for number in range(24):
        canvas.drawString(72, 730 - 14 * number, PRIVACY[number % 3])
    canvas.showPage()
    for number, line in enumerate(TERMS):
        bold = line[0] in "§A"
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 11 if bold else 9)
        canvas.drawString(72, 760 - 22 * number, line)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 120, HIDDEN)
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="session")
def web_pdf(tmp_path_factory):
    path = tmp_path_factory.mktemp("documents") / "webseite.pdf"
    path.write_bytes(_web_page())
    return path


@pytest.fixture(scope="session")
def web_analysis(web_pdf, analysed):
    return analysed(web_pdf)


@pytest.fixture
def prepared(context, tmp_path):
    """Put an analysis under a file's name, so that the worker gives it."""

    def prepare(path, analysis):
        (tmp_path / hashlib.sha256(path.read_bytes()).hexdigest()).write_bytes(pickle.dumps(analysis))
        return path

    assert prepared_worker.FOLDER
    return prepare


@pytest.fixture
def web(opened, prepared, web_pdf, web_analysis):
    return opened(prepared(web_pdf, web_analysis))


def _with_source(analysis, **changes):
    source = replace(analysis.reading.source, **changes)
    return replace(analysis, reading=replace(analysis.reading, source=source))


def _hidden(analysis):
    return next(f for f in analysis.findings if f.kind is FindingKind.HIDDEN_TEXT)


def _flat(rows):
    for row in rows:
        yield row
        yield from _flat(row.children)


def _place(view, box) -> QPoint:
    page = view._layout.pages[box.page - 1]
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return QPoint(round(page.x + x * page.scale), round(page.y + y * page.scale)) - view._origin()


# --- formats


@pytest.mark.parametrize("lang", LANGS)
def test_the_dialog_offers_every_ending_that_is_read(language, lang):
    language.switch(lang)
    first, *_, last = file_filters().split(";;")
    assert first.startswith("Verträge und AGB (" if lang == "de" else "Contracts and terms (")
    assert set(first.partition("(")[2].rstrip(")").split()) == {f"*{ending}" for ending in detection._SUFFIXES}
    assert last.endswith("(*)")


def test_choosing_files_opens_them(window, monkeypatch, web_pdf):
    asked = []

    def names(*arguments):
        asked.append(arguments[-1])
        return [str(web_pdf)], ""

    monkeypatch.setattr("app.ui.main_window.QFileDialog.getOpenFileNames", names)
    window.choose_files()
    assert asked == [file_filters()]
    assert window.current.session.path == web_pdf


def test_a_web_page_is_shown_with_numbers_tables_and_the_place_of_hidden_text(opened, tmp_path):
    path = tmp_path / "agb.html"
    path.write_text(
        "<!doctype html><html><body><main><h2>§ 1 Zahlung</h2><p><sup>1</sup>Rechnungen sind in 30 Tagen zu zahlen."
        " <sup>2</sup>Schecks nehmen wir nicht.</p><table><tr><td>Leistung<td>Preis<tr><td>Notdienst<td>240 €</table>"
        "<p style='display:none'>Der Kunde verzichtet auf alle Ansprüche und zahlt 500 Euro Strafe.</p>"
        "<h2>§ 2 Recht</h2><p>Es gilt deutsches Recht.</p></main>",
        "utf-8",
    )
    presenter = opened(path)
    view, source = presenter.page.stack.text, presenter.analysis.reading.source
    assert "1Rechnungen sind in 30 Tagen zu zahlen. 2Schecks" in view.toPlainText()
    start = source.text.index("Schecks")
    cursor = _cursor_at(view, start)
    cursor.setPosition(view.offsets.to_qt(start + 7), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "Schecks"
    assert _cursor_at(view, source.text.index("Notdienst")).currentTable() is not None
    _pick(presenter, _hidden(presenter.analysis))
    assert view._marks.places == finding_spot(_hidden(presenter.analysis), source).spans
    assert view._marks.places != ()


def _cursor_at(view, offset):
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.to_qt(offset))
    return cursor


def test_clicking_behind_small_numbers_finds_the_clause(opened, tmp_path, qtbot):
    path = tmp_path / "agb.html"
    clauses = "".join(f"<h2>§ {n} Teil {n}</h2><p><sup>1</sup>Es gilt Nummer {n}.</p>" for n in range(1, 9))
    path.write_text(f"<!doctype html><html><body><main>{clauses}</main></body></html>", "utf-8")
    presenter = opened(path)
    view = presenter.page.stack.text
    clause = presenter.analysis.reading.clauses[6]
    start = clause.body_spans[0][0]
    view.reveal(((start, start),))
    place = view.cursorRect(_cursor_at(view, start)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert presenter.navigation.clause == clause.id


# --- parts left out


def test_every_part_left_out_is_listed_and_leads_to_its_place(web_analysis):
    report = report_words(web_analysis, ReportOptions())
    rows = not_checked_rows(report, web_analysis, "de")
    titles = [row.cells[0] for row in rows]
    assert all(any(title.startswith(listing.title) for title in titles) for listing in report.unread)
    keys = {row.key for row in _flat(rows)}
    known = {aside.part.spans: "" for aside in asides(web_analysis) if not isinstance(aside.part, Ignored)}
    clauses = {clause.spans: clause.id for clause in web_analysis.reading.clauses}
    for aside in asides(web_analysis):
        key = clauses.get(getattr(aside.part, "spans", None), aside.key)
        assert key in keys
    assert known


def test_the_same_text_on_many_pages_is_one_row_that_starts_closed(analysis):
    places = [Ignored(IgnoredReason.FOOTER, f"Blatt {n} der Werkstatt", n, Box(n, 10, 800, 90, 810)) for n in (1, 2, 3)]
    changed = _with_source(analysis, ignored=tuple(places))
    group = not_checked_rows(report_words(changed, ReportOptions()), changed, "de")[-1]
    (row,) = group.children
    assert "S. 1–3" in row.cells[0].replace("\xa0", " ")
    assert row.closed
    assert len({child.key for child in row.children}) == 3


def test_a_long_list_starts_closed_and_the_others_open(opened, prepared, pdf, analysis):
    texts = "abcdefghijklmnopqrstuvwxyz"
    sides = [Ignored(IgnoredReason.SIDE_TEXT, f"Rand {a}{b}", 1, Box(1, 5, 5, 9, 9)) for a in texts for b in texts[:2]]
    one = Ignored(IgnoredReason.WATERMARK, "Entwurf", 1, Box(1, 5, 5, 9, 9))
    tree = opened(prepared(pdf, _with_source(analysis, ignored=(*sides, one)))).page.panel("unchecked").table
    lines = [tree.rows.line(row) for row in range(tree.rows.rowCount())]
    expanded = {line.row.cells[0].partition(" (")[0]: line.open for line in lines if line.folds}
    assert expanded["Ausgelassen: Randtext"] is False
    assert expanded["Ausgelassen: Wasserzeichen"] is True


def test_a_comment_shows_its_words_where_it_is_pinned(analysis):
    comment = Ignored(IgnoredReason.COMMENT, "Bitte streichen.", 2, Box(2, 10, 10, 30, 30), author="A. Muster")
    notes = page_notes(_with_source(analysis, ignored=(comment,)), "de")[2]
    assert notes.tip_at(20, 20) == "Ausgelassen: Kommentar (A. Muster)\nBitte streichen."
    assert notes.tip_at(200, 200) == ""


def test_authors_and_causes_are_named(analysis):
    ignored = (
        Ignored(IgnoredReason.COMMENT, "Bitte prüfen.", 1, author="A. Muster"),
        Ignored(IgnoredReason.HIDDEN, "Der Kunde haftet für alles.", 1, cause="white"),
    )
    changed = _with_source(analysis, ignored=ignored)
    shown = [row.cells[0] for row in _flat(not_checked_rows(report_words(changed, ReportOptions()), changed, "de"))]
    assert any("Bitte prüfen. (A. Muster)" in text for text in shown)
    assert any("Farbe des Papiers" in text for text in shown)


def test_surroundings_are_said_in_the_banner_and_veiled_with_the_reason(web):
    assert outside_share(web.analysis) > 0.3
    assert "Text außerhalb der Bedingungen" in str(summary(web.analysis, {}, "de", by="", on=date(2026, 1, 2)))
    assert "Bedingungen auf Seite 2 erkannt" in web.page.notices.sentence
    assert "grau markiert" in web.page.notices.sentence
    view = web.page.stack.pdf
    veil = max(view._marks.notes[1].veils, key=lambda v: len(v.boxes))
    box = veil.boxes[5]
    place = _place(view, box)
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "Text außerhalb der Bedingungen"
    image = view.viewport().grab().toImage()
    paper = image.pixelColor(_place(view, replace(box, x0=560.0, x1=562.0)))
    assert paper.lightness() == 255
    assert image.pixelColor(place).lightness() < 255


def test_the_button_of_the_banner_leads_to_the_list(web):
    web.page.notices.acted.emit()
    assert web.page.right.current == "unchecked"


def test_a_row_leads_to_its_place_and_a_click_on_the_place_to_its_row(web, qtbot):
    tree, view = web.page.panel("unchecked").table, web.page.stack.pdf
    source = web.analysis.reading.source
    title = next(a for a in asides(web.analysis) if getattr(a.part, "reason", "") == "preamble")
    web.page.show_panel("unchecked")
    tree.setCurrentIndex(tree.rows.index(tree.rows.open_to(title.key), 0))
    assert view._marks.places == by_page(spot(title.part, source).boxes)
    assert view.verticalScrollBar().value() > 0
    outside = next(a for a in asides(web.analysis) if getattr(a.part, "reason", "") == "surroundings")
    view.verticalScrollBar().setValue(0)
    box = spot(outside.part, source).boxes[0]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_place(view, box))
    assert tree.currentIndex().data(KEY_ROLE) == outside.key
    assert (web.navigation.aside, web.navigation.clause) == (outside.key, None)


def test_a_clause_no_rule_judged_is_listed_but_not_veiled(web_analysis):
    veiled = {span for aside in asides(web_analysis) if aside.veiled for span in getattr(aside.part, "spans", ())}
    clauses = {span for clause in web_analysis.reading.clauses for span in clause.spans}
    assert not veiled & clauses


def test_parts_left_out_are_grey_in_text(docx_analysis):
    clause = docx_analysis.reading.clauses[0]
    from app.models.reading import NotAnalysed

    part = NotAnalysed("surroundings", clause.spans, None, 1, "x")
    notes = text_notes(replace(docx_analysis, reading=replace(docx_analysis.reading, not_analysed=(part,))), "de")
    assert (notes[0].spans, notes[0].tip) == (clause.spans, "Text außerhalb der Bedingungen")


# --- hidden text


def _pick(presenter, finding) -> None:
    presenter.page.panel("findings").list.picked.emit(finding.id)


def test_hidden_text_is_shown_at_its_place_and_word_for_word(web):
    finding = _hidden(web.analysis)
    view = web.page.stack.pdf
    _pick(web, finding)
    ((box,),) = view._marks.places.values()
    assert box.page == 2
    assert 0 < _place(view, box).y() < view.viewport().height()
    detail = web.page.panel("findings").detail.pane.text.toPlainText()
    assert HIDDEN in detail
    assert "Farbe des Papiers" in detail
    image = view.viewport().grab().toImage()
    centre = _place(view, box)
    rows = [image.pixelColor(centre.x() + dx, centre.y() + dy) for dx in range(12) for dy in range(-16, 17)]
    assert any(colour.saturation() > 100 for colour in rows)


def test_clicking_the_place_of_hidden_text_selects_its_finding(web, qtbot):
    finding = _hidden(web.analysis)
    view = web.page.stack.pdf
    (box,) = finding_spot(finding, web.analysis.reading.source).boxes
    view._reveal(box)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_place(view, box))
    assert web.navigation.finding is finding


def test_hidden_text_in_pieces_is_found_again(analysis):
    pieces = [Ignored(IgnoredReason.HIDDEN, text, 1, Box(1, 10, top, 200, top + 8), cause="white")
              for text, top in (("Der Kunde haftet", 100.0), ("für alles.", 110.0), ("Anderes.", 400.0))]  # fmt: skip
    source = replace(analysis.reading.source, ignored=tuple(pieces))
    finding = replace(
        analysis.findings[0],
        kind=FindingKind.HIDDEN_TEXT,
        params={"quote": "Der Kunde haftet für alles.", "cause": "white"},
    )
    assert hidden_parts(finding, source) == tuple(pieces[:2])
    assert hidden_parts(replace(finding, kind=FindingKind.DEVIATION), source) == ()


def test_a_place_off_the_sheet_is_shown_at_its_edge(analysis):
    off = Ignored(IgnoredReason.HIDDEN, "Weit draußen.", 1, Box(1, -400, 50, -300, 60), cause="off_page")
    (box,) = spot(off, analysis.reading.source).boxes
    assert (box.x0, box.x1) == (0.0, 0.0)


# --- text recognition and unread pages


@pytest.fixture
def recognised(analysis):
    """Page 2 as if text recognition had read it, with an uncertain word; page 4 as if it could not be read."""
    source = analysis.reading.source
    first = next(n for n, run in enumerate(source.runs) if run.box and run.box.page == 2)
    runs = (*source.runs[:first], replace(source.runs[first], confidence=0.4), *source.runs[first + 1 :])
    return _with_source(
        analysis,
        runs=runs,
        ocr_pages=(2,),
        unread_pages=(4,),
        warnings=(
            ImportNote("ocr_page", {"share": 0.93}, 2),
            ImportNote("page_timeout", {}, 4),
            ImportNote("ocr_not_installed", {"count": 1}),
        ),
    )


def test_recognised_pages_are_told_from_others(recognised):
    notes = page_notes(recognised, "de")
    assert [page for page, note in notes.items() if note.recognised] == [2]
    assert [box.page for box in notes[2].uncertain] == [2]
    assert "nicht in angemessener Zeit" in notes[4].unread
    assert "reasonable time" in page_notes(recognised, "en")[4].unread


@pytest.mark.parametrize(
    ("pages", "sentence"),
    [((3,), "Seite 3 wurde mit Texterkennung gelesen"), ((1, 2, 5), "Die Seiten 1–2, 5 wurden mit Texterkennung gelesen")],
)  # fmt: skip
def test_the_banner_names_recognised_pages(language, analysis, pages, sentence):
    changed = _with_source(analysis, ocr_pages=pages)
    (notice,) = reading_notices(changed, report_words(changed, ReportOptions()), "de")
    assert notice.startswith(sentence)


def test_without_an_engine_the_pages_are_named_and_the_list_says_once_how_to_get_it(language, recognised):
    report = report_words(recognised, ReportOptions())
    notices = "\n".join(reading_notices(recognised, report, "de"))
    assert "Texterkennung könnte eingescannte Seiten lesen" in notices
    assert "S. 4" in notices.replace("\xa0", " ")
    listed = "\n".join(row.cells[0] for row in _flat(not_checked_rows(report, recognised, "de")))
    assert listed.count("tesseract-ocr-deu") == 1


def test_a_page_that_was_not_read_says_so_until_the_mouse_points_at_it(opened, prepared, pdf, recognised):
    presenter = opened(prepared(pdf, recognised))
    view = presenter.page.stack.pdf
    page = view._layout.pages[3]
    view.verticalScrollBar().setValue(page.y - 10)
    band = QPoint(page.x + 4, page.y + 6) - view._origin()
    assert view.viewport().grab().toImage().pixelColor(band).lightness() < 100
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(band),
        view.viewport().mapToGlobal(QPointF(band)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), move)
    assert view.viewport().grab().toImage().pixelColor(band).lightness() > 200


def test_a_note_on_a_page_leads_to_the_page(opened, prepared, pdf, recognised):
    presenter = opened(prepared(pdf, recognised))
    table = presenter.page.panel("unchecked").table
    table.setCurrentIndex(table.rows.index(table.rows.open_to("page:4"), 0))
    assert presenter.page.stack.pdf._marks.places.keys() == {4}
    assert presenter.page.stack.pdf.verticalScrollBar().value() > 0


@pytest.mark.parametrize(
    ("code", "params", "shown"),
    [
        ("recognising_page", {"page": 3, "pages": 12}, "Texterkennung: Seite 3 von 12"),
        ("converting", {}, "LibreOffice wandelt die Datei um"),
    ],
)
def test_progress_names_recognition_and_conversion(opened, pdf, code, params, shown):
    presenter = opened(pdf)
    presenter._show_progress(Progressed(1, 0.5, code, params))
    assert presenter.page.progress._label.text() == shown


# --- passwords


def _encrypted(password: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password, strength=128))
    canvas.drawString(72, 700, "§ 1 Zahlung")
    canvas.drawString(72, 680, "(1) Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.")
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def locked(opened, tmp_path, monkeypatch):
    """An encrypted document and the answers to come; `asked` collects the questions."""
    path = tmp_path / "geheim.pdf"
    path.write_bytes(_encrypted("sesam"))
    answers, asked = [], []

    def ask(*arguments):
        asked.append(arguments[2])
        return answers.pop(0) if answers else ("", False)

    monkeypatch.setattr("app.ui.dialogs.password_dialog.QInputDialog.getText", ask)
    return opened(path), answers, asked


def test_a_wrong_password_is_said_and_asked_for_again(locked, qtbot):
    presenter, answers, asked = locked
    assert "mit einem Passwort geschützt" in presenter.page.banner.sentence
    answers += [("falsch", True), ("sesam", True)]
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.analysis is not None, timeout=30_000)
    assert [("nicht richtig" in question) for question in asked] == [False, True]
    assert not presenter.page.banner.isVisible()


def test_after_three_tries_the_sentence_remains(locked, qtbot):
    presenter, answers, asked = locked
    answers += [(f"falsch {n}", True) for n in range(5)]
    presenter.page.banner.acted.emit()
    qtbot.waitUntil(lambda: presenter.password_tries == 3 and presenter.settled, timeout=30_000)
    assert len(asked) == 3
    assert "öffnet das PDF nicht" in presenter.page.banner.sentence
    assert presenter._error.code is ErrorCode.PDF_ENCRYPTED


def test_cancelling_the_question_leaves_everything_as_it_was(locked):
    presenter, answers, asked = locked
    before = presenter.page.banner.sentence
    answers.append(("", False))
    presenter.page.banner.acted.emit()
    assert len(asked) == 1
    assert (presenter.password_tries, presenter.session.busy) == (0, False)
    assert presenter.page.banner.sentence == before
    assert presenter.page.banner.isVisible()
