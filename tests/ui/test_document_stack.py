"""The document in its tab: pages and text in turn, legend, pages as thumbnails, the number of the page, a scroll bar with marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from app.models.analysis import FindingKind, Severity
from app.ui.finding_tips import FindingTips
from app.ui.models.pages import ROW_ROLE, PageNames, page_rows
from app.ui.models.weighed import weighed
from app.ui.overlays import findings_by_clause
from app.ui.views.legend import Legend
from app.ui.views.marked_scroll_bar import Mark, MarkedScrollBar, MarkKind
from app.ui.views.page_box import PageBox
from app.wording.terms import term
from tests.unit.reporting.report_example import ANALYSIS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise|grabbing", extend=True)


# --- the tab


@pytest.fixture
def tab(opened, pdf, qtbot):
    presenter = opened(pdf)
    qtbot.waitUntil(lambda: presenter.page.settled)
    return presenter


def test_pages_become_text_and_pages_again_at_the_same_place(tab, window, qtbot):
    stack = tab.page.stack
    stack.pdf.go_to_page(4)
    place = stack.pdf.place()
    window.actions_["text_view"].trigger()
    assert stack.view is stack.text
    assert window.actions_["text_view"].isChecked()
    qtbot.waitUntil(lambda: stack.text.ready and tab.document.page == (4, 5))
    assert stack.text.place() <= place
    window.actions_["text_view"].trigger()
    assert stack.view is stack.pdf
    assert not window.actions_["text_view"].isChecked()
    assert stack.pdf.page == 4


def test_the_text_shows_the_clause_that_was_selected_on_the_pages(tab, qtbot):
    tab.page.stack.toggle_text()
    last = tab.analysis.reading.clauses[-1].id
    tab.navigation.go_to_clause(last)
    qtbot.waitUntil(lambda: tab.page.stack.text.ready)
    assert tab.page.stack.pdf._marks.clause == last
    tab.page.stack.toggle_text()
    assert tab.page.stack.pdf.page == 5


def test_copying_is_possible_once_words_are_selected(tab, window):
    assert not window.actions_["copy"].isEnabled()
    tab.page.stack.pdf.select_all()
    assert window.actions_["copy"].isEnabled()
    window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text() == tab.analysis.reading.source.text


def test_a_document_without_pages_is_text_and_nothing_else(opened, docx_file, window):
    presenter = opened(docx_file)
    stack = presenter.page.stack
    assert stack.view is stack.text
    assert not window.actions_["text_view"].isEnabled()
    assert not window.actions_["go_page"].isEnabled()
    stack.toggle_text()
    assert stack.view is stack.text


def test_the_legend_is_switched_in_the_menu_and_stays_as_it_was(tab, window, context, qtbot):
    legend = tab.page.stack.legend
    assert not legend.isVisible()
    window.actions_["legend"].trigger()
    assert legend.isVisible()
    assert window.actions_["legend"].isChecked()
    another = Legend(context)
    qtbot.addWidget(another)
    assert another.asked
    legend._close.click()
    assert not legend.isVisible()
    assert not window.actions_["legend"].isChecked()


# --- legend


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_legend_explains_every_bar_and_every_sign(context, lang, qtbot):
    context.language.switch(lang)
    legend = Legend(context)
    qtbot.addWidget(legend)
    said = [label.text() for label in legend.findChildren(QLabel)]
    for severity in Severity:
        assert term("severity", severity.value, lang) in said
    for kind in FindingKind:
        assert term("finding_kind", kind.value, lang) in said


def test_every_sign_of_the_legend_looks_different(context, qtbot):
    legend = Legend(context)
    qtbot.addWidget(legend)
    legend.resize(900, 400)
    legend.ask(wanted=True)
    samples = [w for w in legend.findChildren(object) if type(w).__name__ == "_Sample"]
    drawn = [
        sample.grab().toImage().convertToFormat(sample.grab().toImage().Format.Format_Grayscale8) for sample in samples
    ]
    assert len(samples) == len(Severity) + len(FindingKind) + 7
    assert all(one != other for n, one in enumerate(drawn) for other in drawn[:n])  # without colour too


# --- pages


def test_a_page_has_the_worst_finding_and_the_count(analysis):
    rows = page_rows(analysis, PageNames("S. {0}", "S. {0}, 1", "S. {0}, {1}"))
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    for row in rows:
        here = [
            f
            for c, found in findings_by_clause(analysis).items()
            for f in found
            if analysis.reading.by_id[c].page == row.number
        ]
        ids = {f.id for f in here}
        assert row.count == len(ids)
        assert row.severity == min((f.severity for f in here), key=lambda s: s.rank, default=None)
        assert row.spoken == (f"S. {row.number}, {len(ids)}" if ids else f"S. {row.number}")


def test_thumbnails_come_lead_to_their_page_and_follow_the_document(tab, qtbot):
    tab.page.show_panel("pages")
    panel, pdf = tab.page.panel("pages"), tab.page.stack.pdf
    qtbot.waitUntil(lambda: tab.document.images.thumbnail(1) is not None, timeout=10_000)
    assert panel.model.rowCount() == 5
    panel.list.setCurrentIndex(panel.model.index(3))
    assert pdf.page == 4
    pdf.go_to_page(2)
    assert panel.list.currentIndex().row() == 1
    assert panel.list.currentIndex().data(ROW_ROLE).number == 2
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert pdf.page == 3
    assert panel.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).startswith("Seite 3")


def test_nobody_asks_for_thumbnails_that_nobody_sees(tab, qtbot):
    tab.page.show_panel("pages")
    qtbot.waitUntil(lambda: bool(tab.document.images._thumbnails), timeout=10_000)
    tab.page.show_panel("outline")
    assert not tab.document.images._thumbnails


def test_own_severities_stand_on_pages(tab, qtbot):
    finding = next(f for f in tab.analysis.findings if f.severity is not Severity.HIGH and f.clauses)
    tab.document.review.decide(finding, severity=Severity.HIGH, reason="uns wichtig")
    qtbot.waitUntil(lambda: _bars(tab).get(finding.clauses[0]) is MarkKind.HIGH)
    tab.document.undo.undo()
    worst = findings_by_clause(tab.analysis)[finding.clauses[0]][0].severity
    qtbot.waitUntil(lambda: _bars(tab).get(finding.clauses[0]) is MarkKind.of(worst))


def _bars(tab):
    return {mark.key: mark.kind for mark in tab.page.stack.pdf.bar.marks if mark.key}


def test_without_own_severities_the_analysis_is_the_same(analysis):
    assert weighed(analysis, {}) is analysis


# --- to a page


def test_a_number_leads_to_its_page(tab, qtbot):
    box = tab.page.stack.page_box
    tab.page.stack.commands()["go_page"]()
    assert (box._number.maximum(), box._number.value()) == (5, 1)
    box._number.lineEdit().setText("4")
    qtbot.keyClick(box._number, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert tab.page.stack.pdf.page == 4


def test_a_page_that_is_not_there_is_the_last(qtbot, qapp):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    box = PageBox(parent)
    box.open_at(parent, 2, 3)
    with qtbot.waitSignal(box.wanted, check_params_cb=lambda page: page == 3):
        box._number.setValue(99)
        box._go()


# --- tips


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_tip_names_severity_title_and_kind_of_each_finding(theme, lang):
    tips = FindingTips(ANALYSIS, lang, theme)
    for clause, findings in findings_by_clause(ANALYSIS).items():
        tip = tips.tip(clause)
        for finding in findings[:5]:
            assert term("severity", finding.severity.value, lang) in tip
            assert term("finding_kind", finding.kind.value, lang) in tip
    assert tips.tip("none") == ""


# --- the scroll bar


@pytest.fixture
def bar(theme, qtbot):
    made = MarkedScrollBar(theme)
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 400)
    made.setRange(0, 900)
    made.setPageStep(100)
    made.show()
    return made


def _y(bar, position):
    groove = bar._groove()
    return QPoint(bar.width() // 2, round(groove.top() + position * groove.height()))


def test_a_click_near_a_mark_goes_there(bar, qtbot):
    bar.set_marks((Mark(0.5, MarkKind.HIGH, "Hoch", "c1"), Mark(0.8, MarkKind.HIT)))
    with qtbot.waitSignal(bar.mark_clicked, check_params_cb=lambda key: key == "c1"):
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=_y(bar, 0.5) + QPoint(0, 3))
    with qtbot.assertNotEmitted(bar.mark_clicked):
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=_y(bar, 0.8))
    assert bar.value() <= 800 <= bar.value() + bar.pageStep()


def test_beside_marks_and_on_the_slider_it_is_a_scroll_bar(bar, qtbot):
    bar.set_marks((Mark(0.02, MarkKind.HIGH, "Hoch", "c1"),))
    with qtbot.assertNotEmitted(bar.mark_clicked):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=_y(bar, 0.02))  # the slider lies over it
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=_y(bar, 0.7))
    assert bar.value() > 0


def test_the_tip_names_what_is_near(bar, monkeypatch):
    bar.set_marks((Mark(0.5, MarkKind.HIGH, "Hoch · § 3", "c1"), Mark(0.503, MarkKind.LOW, "Gering · § 4", "c2")))
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda *what: shown.append(what[1]))
    for position in (0.5, 0.9):
        place = _y(bar, position)
        QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    assert shown == ["Hoch · § 3\nGering · § 4", ""]


def test_marks_differ_without_colour(bar):
    drawn = []
    for kind in MarkKind:
        bar.set_marks((Mark(0.5, kind),))
        image = bar.grab().toImage()
        drawn.append(image.convertToFormat(image.Format.Format_Grayscale8))
    assert all(one != other for n, one in enumerate(drawn) for other in drawn[:n])
