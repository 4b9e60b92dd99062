"""The pages of a PDF in their view, without a window round it: zoom, mouse, keys, marks, what is asked of the worker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from app.models.analysis import Severity
from app.ui.finding_tips import FindingTips
from app.ui.overlays import bar_places, findings_by_clause, overlays_by_page
from app.ui.page_images import PageImages
from app.ui.page_text import DocumentText
from app.ui.views.marked_scroll_bar import MarkKind
from app.ui.views.pdf_view import PdfView


class Worker(list):
    """Draws every page red as soon as it is asked, but for those it refuses."""

    def __init__(self):
        self.refused = {}  # page → whether the process died of it
        self.images = None

    def __call__(self, piece):
        self.append(piece)

    def work(self):
        while self:
            piece = self.pop(0)
            if piece.page in self.refused:
                self.images.give_up(piece, self.refused[piece.page])
            else:
                image = QImage(*piece.size, QImage.Format.Format_RGB32)
                image.fill(Qt.GlobalColor.red)
                self.images.keep(piece, image)


@pytest.fixture
def worker(qapp):
    made = Worker()
    made.images = PageImages(made)
    return made


@pytest.fixture
def view(worker, theme, analysis, qtbot):
    made = PdfView(theme, worker.images)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_text(DocumentText(analysis.reading.source))
    tips = FindingTips(analysis, "de", theme)
    made.show_overlays(overlays_by_page(analysis), analysis.reading.source.pages, bar_places(analysis, "de"), tips.tip)
    with qtbot.waitExposed(made):
        pass
    qtbot.waitUntil(lambda: bool(made.bar.marks))
    return made


def _spot(view, box, *, at=0.5):
    """A place of the viewport on a box of page."""
    page = view._layout.pages[box.page - 1]
    area = view._area(page)
    x = box.x0 + (box.x1 - box.x0) * at
    return QPoint(round(area.x() + x * page.scale), round(area.y() + (box.top + box.bottom) / 2 * page.scale))


def _word(analysis, word):
    source = analysis.reading.source
    start = source.text.index(word)
    return source.runs_in(start, start + len(word))[0].box


def _drag(qtbot, view, start, end):
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for spot in ((start + end) / 2, end):
        move = QPointF(spot)
        event = _mouse(QEvent.Type.MouseMove, move, view)
        QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def _mouse(kind, spot, view):
    buttons = Qt.MouseButton.LeftButton
    return QMouseEvent(kind, spot, view.viewport().mapToGlobal(spot), buttons, buttons, Qt.KeyboardModifier.NoModifier)


def _wheel(view, spot, notches, modifiers=Qt.KeyboardModifier.ControlModifier):
    event = QWheelEvent(
        QPointF(spot),
        view.viewport().mapToGlobal(QPointF(spot)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


# --- zoom and pages


def test_ctrl_and_the_wheel_zoom_around_the_mouse(view):
    view._set_zoom(1.0)
    spot = QPoint(300, 200)
    before = view._on_page(spot)
    _wheel(view, spot, 2)
    assert view.percent == pytest.approx(1.44)
    page, x, y = view._on_page(spot)
    assert (page, x, y) == (before[0], pytest.approx(before[1], abs=1), pytest.approx(before[2], abs=1))
    _wheel(view, spot, -0.5)  # a pad gives parts of a notch
    assert 1.2 < view.percent < 1.44


def test_two_fingers_on_a_pad_zoom_around_them(view):
    view._set_zoom(1.0)
    spot = QPointF(300, 200)
    before = view._on_page(spot.toPoint())
    place = view.viewport().mapToGlobal(spot)
    pad = QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    QApplication.sendEvent(view.viewport(), QNativeGestureEvent(kind, pad, 2, spot, spot, place, 0.5, QPointF()))
    assert view.percent == pytest.approx(1.5)
    assert view._on_page(spot.toPoint()) == (before[0], *(pytest.approx(point, abs=1) for point in before[1:]))


def test_the_wheel_alone_scrolls(view):
    _wheel(view, QPoint(300, 200), -1, Qt.KeyboardModifier.NoModifier)
    assert view.bar.value() > 0
    assert view.percent == pytest.approx(_width_zoom(view))


def _width_zoom(view):
    view.fit()
    return view.percent


def test_the_zoom_has_ends(view):
    for _ in range(40):
        view.zoom_in()
    assert view.percent == pytest.approx(16)
    for _ in range(60):
        view.zoom_out()
    assert view.percent == pytest.approx(0.1)


def test_a_whole_page_fits_and_stays_the_page_that_is_read(view):
    view.go_to_page(3)
    view.fit_page()
    assert view.page == 3
    assert view._layout.pages[2].height <= view.viewport().height()


def test_another_width_keeps_the_place(view):
    view.go_to_page(4)
    place = view.place()
    view.resize(900, 500)
    assert view.place() == place
    assert view.page == 4


def test_the_page_that_is_read_is_told_once(view, qtbot):
    told = []
    view.page_changed.connect(lambda *page: told.append(page))
    view.go_to_page(2)
    view.bar.setValue(view.bar.value() + 3)
    view.go_to_page(99)
    assert told == [(2, 5), (5, 5)]


def test_text_and_pages_stand_at_the_same_place(view, analysis):
    offset = analysis.reading.source.text.index("§ 3 Haftung")
    view.go_to_place(offset)
    assert view.place() == offset
    assert analysis.reading.by_id[view.visible_clause()].label == "§ 3"


# --- what is asked of the worker


def test_the_pages_in_sight_are_asked_for_first_then_their_neighbours(view, worker):
    worker.work()
    view.go_to_page(3)
    assert worker[0].page == 3
    worker.work()
    assert view._images.image(4) is not None  # comes when one reads on
    assert view._images.image(2) is not None
    assert view._images.image(5) is None


def test_high_resolution_is_asked_for_as_it_is_shown(view, worker, monkeypatch):
    worker.work()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view._want()
    page = view._layout.pages[0]
    assert (worker[0].width, worker[0].height) == (2 * page.width, 2 * page.height)


def test_close_up_the_parts_in_sight_are_drawn_sharp(view, worker, qtbot):
    worker.work()
    view._set_zoom(12.0)
    qtbot.waitUntil(lambda: bool(worker))
    assert {piece.clip[2:] <= (1024, 1024) for piece in worker} == {True}
    worker.work()
    page = view._visible()[0]
    assert all(view._images.tile(piece) for piece in view._pieces() if piece.clip and piece.page == page.number)
    assert view.grab().toImage().pixelColor(300, 200) == Qt.GlobalColor.red


def test_while_the_wheel_turns_nothing_is_drawn_for_the_sizes_in_between(view, worker, qtbot):
    worker.work()
    for _ in range(5):
        view.zoom_in()
    assert not worker
    qtbot.waitUntil(lambda: bool(worker))


def test_a_page_that_cannot_be_drawn_says_so_and_has_another_try_by_click(view, worker, qtbot):
    worker.refused = {1: False}
    worker.work()
    drawn = view.grab().toImage()
    assert drawn.pixelColor(20, 250) != Qt.GlobalColor.red
    worker.refused = {}
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().center())
    worker.work()
    assert view._images.image(1) is not None
    assert not view._images.failed(1)


def test_f5_tries_a_page_again_and_is_the_windows_key_otherwise(view, worker, qtbot):
    worker.refused = {1: False}
    worker.work()
    assert _override(view, Qt.Key.Key_F5)
    worker.refused = {}
    qtbot.keyClick(view, Qt.Key.Key_F5)
    worker.work()
    assert not view._images.failed(1)
    assert not _override(view, Qt.Key.Key_F5)


def _override(view, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


# --- mouse


def test_a_click_selects_the_clause_and_no_words(view, analysis, qtbot):
    box = _word(analysis, "Einwendungen")
    clause = next(c for c in analysis.reading.clauses if "Einwendungen" in c.text)
    with qtbot.waitSignal(view.clause_clicked, check_params_cb=lambda found: found == clause.id):
        _click_at(qtbot, view, box)
    assert view.selected_text() == ""


def test_a_click_does_not_move_what_was_clicked(view, analysis, qtbot):
    clause = next(c for c in analysis.reading.clauses if "Einwendungen" in c.text)
    view.clause_clicked.connect(lambda found: view.select(found, (), (), analysis.reading.clauses[0].boxes[:1]))
    view.go_to_page(2)
    before = view.bar.value()
    spot = _spot(view, _word(analysis, "Einwendungen"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (view._marks.clause, view.bar.value()) == (clause.id, before)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.selected_text() == "Einwendungen"
    view.bar.mark_clicked.emit(clause.id)  # from afar it is brought into sight
    assert view.page == 1


def _click_at(qtbot, view, box, **how):
    view._reveal(box)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_spot(view, box), **how)


def test_dragging_selects_words_and_leaves_the_clause_alone(view, analysis, qtbot):
    first, last = _word(analysis, "Rechnungen"), _word(analysis, "Tagen")
    view._reveal(first)
    with qtbot.assertNotEmitted(view.clause_clicked):
        _drag(qtbot, view, _spot(view, first, at=0.01), _spot(view, last, at=0.99))
    assert view.selected_text() == "Rechnungen sind innerhalb von 30 Tagen"
    view.copy()
    assert QGuiApplication.clipboard().text() == "Rechnungen sind innerhalb von 30 Tagen"


def test_a_selection_dragged_beyond_the_view_scrolls_it(view, analysis, qtbot, monkeypatch):
    view.go_to_page(1)
    box = _word(analysis, "Diese")
    below = QPoint(200, view.viewport().height() + 60)
    monkeypatch.setattr("app.ui.views.pdf_view.QCursor.pos", lambda: view.viewport().mapToGlobal(below))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=_spot(view, box))
    QApplication.sendEvent(view.viewport(), _mouse(QEvent.Type.MouseMove, QPointF(below), view))
    qtbot.waitUntil(lambda: view.page >= 3)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert "Rechnungen sind innerhalb" in view.selected_text()
    stopped = view.bar.value()
    qtbot.wait(80)
    assert view.bar.value() == stopped


def test_two_clicks_take_a_word_and_three_the_paragraph(view, analysis, qtbot):
    box = _word(analysis, "Rechnungen")
    view._reveal(box)
    spot = _spot(view, box)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.selected_text() == "Rechnungen"
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.selected_text().startswith("(1) Rechnungen")
    assert view.selected_text().endswith("zu zahlen.")


def test_shift_and_a_click_go_on_from_the_last_click(view, analysis, qtbot):
    _click_at(qtbot, view, _word(analysis, "Rechnungen"))
    box = _word(analysis, "Tagen")
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, _spot(view, box, at=0.99)
    )
    assert view.selected_text().endswith("sind innerhalb von 30 Tagen")


def test_keys_go_on_from_the_last_click(view, analysis, qtbot):
    _click_at(qtbot, view, _word(analysis, "Rechnungen"))
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Right, shift | ctrl)
    qtbot.keyClick(view, Qt.Key.Key_Right, shift)
    assert len(view.selected_text()) > 1
    assert _override_with(view, Qt.Key.Key_Right, shift)


def _override_with(view, key, modifiers):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_ctrl_a_takes_all(view, analysis, qtbot):
    with qtbot.waitSignal(view.selection_changed):
        qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text() == analysis.reading.source.text
    assert view.has_selection()


def test_the_pointer_says_what_the_mouse_does(view, analysis, qtbot):
    box = _word(analysis, "Einwendungen")
    view._reveal(box)
    for spot, shape in (
        (_spot(view, box), Qt.CursorShape.IBeamCursor),
        (QPoint(2, 2), Qt.CursorShape.ArrowCursor),
    ):
        QApplication.sendEvent(view.viewport(), _hover(spot, view))
        assert view.viewport().cursor().shape() is shape


def _hover(spot, view):
    none = Qt.MouseButton.NoButton
    place = view.viewport().mapToGlobal(QPointF(spot))
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(spot), place, none, none, Qt.KeyboardModifier.NoModifier)


def test_pointing_at_a_clause_lightens_it_and_tells_its_findings(view, analysis, monkeypatch):
    clause, findings = next(iter(findings_by_clause(analysis).items()))
    box = analysis.reading.by_id[clause].boxes[0]
    view._reveal(box)
    spot = _spot(view, box)
    QApplication.sendEvent(view.viewport(), _hover(spot, view))
    assert view._marks.pointed == clause
    tip, told = view._tip_at(spot)
    assert told == clause
    assert tip.count("<tr>") == min(len(findings), 5)
    shown = []
    monkeypatch.setattr(
        QToolTip, "showText", lambda *what: shown.append(what[1])
    )  # it raises itself, which offscreen cannot
    event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), event)
    assert shown == [tip]
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view._marks.pointed is None
    assert view._tip_at(QPoint(1, 1)) == ("", None)


# --- marks


def test_the_scroll_bar_marks_every_clause_with_findings_where_it_stands(view, analysis):
    marked = {mark.key: mark for mark in view.bar.marks}
    assert marked.keys() == findings_by_clause(analysis).keys()
    for clause, mark in marked.items():
        box = analysis.reading.by_id[clause].boxes[0]
        assert mark.position == pytest.approx((box.page - 1 + box.top / 842) / 5, abs=0.02)
        assert mark.kind is MarkKind.of(findings_by_clause(analysis)[clause][0].severity)


def test_hits_of_the_search_are_marked_on_pages_and_scroll_bar(view, analysis, qtbot):
    text = analysis.reading.source.text
    hits = tuple((at, at + 6) for at in range(len(text)) if text.startswith("Kunde", at))
    before = len(view.bar.marks)
    view.show_hits(hits, 1)
    heights = {(box.page, box.top) for box in (view._marks.text.word_box(start) for start, _ in hits)}
    qtbot.waitUntil(lambda: len(view.bar.marks) == before + len(heights) + 1)
    kinds = [mark.kind for mark in view.bar.marks]
    assert (kinds.count(MarkKind.HIT), kinds.count(MarkKind.CURRENT_HIT)) == (len(heights), 1)
    here = [(page, current) for page in range(1, 6) for _, current in view._marks.hit_boxes(page)]
    assert len(here) == len(hits)
    assert [current for _, current in here].index(True) == 1
    view.reveal(hits[-1:])
    assert view.page == view._marks.text.page_of(hits[-1][0])
    view.show_hits((), None)
    qtbot.waitUntil(lambda: len(view.bar.marks) == before)


def test_the_selected_clause_is_framed_on_the_scroll_bar(view, analysis, qtbot):
    view.select(analysis.reading.clauses[-1].id, ())
    qtbot.waitUntil(lambda: view.bar.marks[-1].kind is MarkKind.SELECTED)
    assert view.page == 5


def test_the_signs_of_a_clause_stand_where_nothing_is_printed(analysis):
    for overlays in overlays_by_page(analysis).values():
        for overlay in overlays:
            if overlay.kinds:
                assert overlay.severity is not None
                assert overlay.room[0] == pytest.approx(overlay.boxes[0].x0)
                assert overlay.room[1] > 0


def test_every_mark_is_drawn_in_every_state(view, analysis, worker):
    """What is painted is looked at in pictures; here it must paint at all and change something."""
    worker.work()
    plain = view.grab().toImage()
    clause = next(c for c, f in findings_by_clause(analysis).items() if f[0].severity is Severity.HIGH)
    view.select(clause, analysis.reading.by_id[clause].boxes)
    view._marks.selecting.select_all()
    view.show_hits(analysis.reading.by_id[clause].spans, 0)
    assert view.grab().toImage() != plain
