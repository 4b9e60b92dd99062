"""What is repeated: groups, the strip with its bands and ribbons, versions side by side, and that they follow each other."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent

from app.comparing.evaluation import evaluate_reading
from app.models.analysis import Analysis, DuplicatePair, Finding, FindingKind, LibraryStamp, Severity
from app.models.facts import DealFacts
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.ui.models.bands import MOST_RIBBONS, SMALL, Window, drawn, picture_of
from app.ui.models.columns import Mark
from app.ui.models.duplicates import (
    Group,
    copy_text,
    duplicate_groups,
    duplicate_rows,
    duplicates_sentence,
    letter_of,
)
from app.ui.models.near import beside, shown_pairs
from app.ui.passages import passages_in
from app.ui.views.bands_view import BandsView
from app.ui.views.near_duplicates import NearDuplicates
from tests.unit.comparing.made import FACTS, library

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

TEXT = "Der Anbieter liefert die Ware binnen {0} Tagen nach Zugang der Bestellung an die Anschrift des Kunden aus, Satz {1}."


def _clause(number: int, text: str) -> Clause:
    id_ = f"c{number:04d}"
    anchor = hashlib.sha256(id_.encode()).hexdigest()[:16]
    return Clause(id_, anchor, f"{number}.", "", text, (f"{number}.",), None, 0, page=1 + (number - 1) // 4)


def _analysis(texts, pairs=(), findings=()) -> Analysis:
    clauses = tuple(_clause(n, text) for n, text in enumerate(texts, start=1))
    source = SourceDocument("m.txt", "0" * 64, 1, "text/plain", "", (), (), ())
    made = Analysis(Reading(source, clauses), DealFacts(), LibraryStamp("m", "0"))
    return replace(made, duplicates=tuple(pairs), findings=tuple(findings))


def _pair(a: int, b: int, relation: str = "exact", similarity: float = 1.0) -> DuplicatePair:
    return DuplicatePair(f"c{a:04d}", f"c{b:04d}", relation, similarity)


def _ids(*numbers: int) -> tuple[str, ...]:
    return tuple(f"c{n:04d}" for n in numbers)


def _repeated(*sections: tuple[str, ...], id_: str = "f1") -> Finding:
    params = {"copies": len(sections), "clauses": len(sections[0]), "exact": 0, "near": 0, "changed_numbers": 0}
    first = tuple(section[0] for section in sections)
    return Finding(
        id_, id_, FindingKind.DUPLICATE, Severity.LOW, "repeated_sections", params, clauses=first, sections=sections
    )


def _same(*clauses: str, id_: str = "f2") -> Finding:
    return Finding(id_, id_, FindingKind.DUPLICATE, Severity.LOW, "duplicate_clause", {}, clauses=clauses)


PLAIN = [TEXT.format(n, n) for n in range(12)]


# --- groups


@pytest.mark.parametrize(("number", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
def test_letters_never_end(number, letter):
    assert letter_of(number) == letter


def test_a_repeated_section_is_one_group_with_its_copies():
    given = _analysis(PLAIN, [_pair(1, 5), _pair(2, 6)], [_repeated(_ids(1, 2, 3), _ids(5, 6, 7))])
    (group,) = duplicate_groups(given)
    assert group.copies == (_ids(1, 2, 3), _ids(5, 6, 7))
    assert (group.letter, group.name(1), group.finding, len(group.exact), group.pairs) == ("A", "A2", "f1", 2, ())


def test_sections_come_before_clauses_and_clauses_in_reading_order():
    findings = [_same(*_ids(9, 10)), _repeated(_ids(3, 4), _ids(5, 6)), _same(*_ids(1, 12), id_="f3")]
    assert [g.copies[0][0] for g in duplicate_groups(_analysis(PLAIN, (), findings))] == list(_ids(3, 1, 9))


def test_pairs_without_a_finding_are_groups_of_their_own_joined_by_common_clauses():
    groups = duplicate_groups(_analysis(PLAIN, [_pair(1, 4), _pair(4, 8), _pair(2, 3, "near", 0.9)]))
    assert [g.copies for g in groups] == [(_ids(1), _ids(4), _ids(8)), (_ids(2), _ids(3))]
    assert all(g.finding == "" for g in groups)


def test_what_is_alike_within_later_copies_is_not_told_again():
    """A pair inside of the second copy is the same pair as that inside of the first."""
    section = _repeated(_ids(1, 2, 3), _ids(5, 6, 7))
    pairs = [_pair(1, 5), _pair(2, 6), _pair(1, 2, "near", 0.9), _pair(5, 6, "near", 0.9)]
    groups = duplicate_groups(_analysis(PLAIN, pairs, [section, _same(*_ids(1, 2))]))
    assert [g.copies[0] for g in groups] == [_ids(1, 2, 3), _ids(1)]


def test_clauses_that_have_their_equal_in_the_other_copy_are_no_versions_of_each_other():
    section = _repeated(_ids(1, 2, 3), _ids(5, 6, 7))
    pairs = [_pair(1, 5), _pair(2, 6), _pair(1, 6, "near", 0.9), _pair(3, 7, "near", 0.95)]
    (group,) = duplicate_groups(_analysis(PLAIN, pairs, [section]))
    assert [(p.first, p.second) for p in group.pairs] == [_ids(3, 7)]


def test_a_contradiction_between_copies_is_named_and_one_within_a_copy_is_not():
    section = _repeated(_ids(1, 2, 3), _ids(5, 6, 7))
    across = Finding("f8", "f8", FindingKind.CONTRADICTION, Severity.MEDIUM, "edited_copy", {}, clauses=_ids(3, 7))
    within = replace(across, id="f9", clauses=_ids(1, 2))
    given = _analysis(PLAIN, [], [section, across, within])
    (group,) = duplicate_groups(given)
    assert group.contradictions == (across,)
    (row,) = duplicate_rows((group,), given, "de")
    named = next(r for r in row.children if r.children)
    assert named.cells[0] == "Widersprüche zwischen den Fassungen (1)"
    assert [(r.key, r.severity) for r in named.children] == [("f8", Severity.MEDIUM)]


def test_every_pair_of_a_real_evaluation_is_explained_by_a_group():
    texts = [
        TEXT.format(14, "eins"),
        "Kurz.",
        TEXT.format(14, "eins"),
        TEXT.format(30, "eins"),
        "Es gilt deutsches Recht.",
    ]
    clauses = tuple(_clause(n, text) for n, text in enumerate(texts, start=1))
    source = SourceDocument("m.txt", "0" * 64, 1, "text/plain", "", (), (), ())
    made = evaluate_reading(Reading(source, clauses), library(), FACTS)
    assert made.duplicates
    groups = duplicate_groups(made)
    together = [{clause for copy in group.copies for clause in copy} for group in groups]
    assert all(any({p.first, p.second} <= clauses for clauses in together) for p in made.duplicates)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_rows_lead_to_copies_and_pairs(lang):
    given = _analysis(PLAIN, [_pair(1, 5), _pair(2, 6, "near", 0.91)], [_repeated(_ids(1, 2), _ids(5, 6))])
    (row,) = duplicate_rows(duplicate_groups(given), given, lang)
    assert row.cells[0].startswith("A · 2 ")
    assert [child.key for child in row.children] == ["copy:0:0", "copy:0:1", "pair:0:0"]
    assert "91" in row.children[2].cells[0]


def test_copies_say_from_where_to_where_they_go():
    assert copy_text(_ids(1, 2, 3, 4, 5), _analysis(PLAIN), "de").replace("\xa0", " ").endswith(", S. 1–2, 5 Klauseln")


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([], "In den gelesenen Teilen wiederholt sich keine Klausel."),
        ([_pair(1, 2)], "Eine Wiederholung; 2 von 12 Klauseln stehen mehr als einmal im Dokument."),
        ([_pair(1, 2), _pair(3, 4)], "2 Wiederholungen; 4 von 12 Klauseln stehen mehr als einmal im Dokument."),
    ],
)
def test_how_much_is_repeated_in_a_sentence(pairs, sentence):
    given = _analysis(PLAIN, pairs)
    assert duplicates_sentence(duplicate_groups(given), given, "de") == sentence


# --- bands and ribbons


def test_clauses_take_the_room_of_their_text():
    given = _analysis(["x" * 97, "x" * 297], [_pair(1, 2)])
    first, second = picture_of(duplicate_groups(given), given.reading).bands
    assert (first.start, first.end, second.start, second.end) == (0.0, 0.25, 0.25, 1.0)
    assert (first.lane, first.group, second.copy) == (1, 0, 1)


def test_each_copy_is_linked_to_the_next_of_its_group_only():
    given = _analysis(PLAIN, [_pair(1, 4), _pair(4, 8), _pair(2, 3)])
    picture = picture_of(duplicate_groups(given), given.reading)
    assert [(r.group, r.first, r.second) for r in picture.ribbons] == [(0, 0, 1), (0, 1, 2), (1, 3, 4)]


def test_pages_begin_where_their_first_clause_stands():
    picture = picture_of((), _analysis(PLAIN).reading)
    assert [tick.page for tick in picture.ticks] == [1, 2, 3]
    assert [tick.at for tick in picture.ticks] == [picture.starts[n] for n in (0, 4, 8)]


def test_a_document_without_clauses_has_an_empty_picture():
    picture = picture_of((), _analysis([]).reading)
    assert (picture.bands, picture.starts) == ((), ())
    assert drawn(picture, Window(0, 1, 100)).bands == ()


def test_a_clause_in_a_section_is_found_before_the_section_and_near_misses_count():
    given = _analysis(PLAIN, [], [_repeated(_ids(1, 2, 3), _ids(7, 8, 9)), _same(*_ids(2, 12))])
    picture = picture_of(duplicate_groups(given), given.reading)
    inside = picture.starts[1] + 0.001
    assert picture.bands[picture.band_at(inside)].lane == 1
    assert picture.bands[picture.band_at(0.001)].lane == 0
    gap = picture.starts[4]
    assert picture.band_at(gap) is None
    assert picture.band_at(gap, slack=0.5) is not None


def test_the_clause_at_a_place():
    picture = picture_of((), _analysis(PLAIN).reading)
    assert [picture.clause_at(place) for place in (0.0, picture.starts[5], 1.0)] == [0, 5, 11]


def _many(count: int):
    """Each clause of the first half stands in the second half once more."""
    given = _analysis(
        [f"Klausel {n} " + "Wort " * 30 for n in range(count)], [_pair(n, n + count // 2) for n in range(1, count // 2)]
    )
    return picture_of(duplicate_groups(given), given.reading)


def test_thousands_of_bands_cost_no_more_than_there_are_pixels():
    picture = _many(8000)
    whole = drawn(picture, Window(0, 1, 600))
    assert sum(band.count for band in whole.bands) == len(picture.bands)
    assert len(whole.bands) <= 600 / SMALL + 2
    assert len(whole.ribbons) <= MOST_RIBBONS
    assert sum(r.count for r in whole.ribbons) + whole.left_out == len(picture.ribbons)


def test_what_is_closer_is_shown_apart_and_what_is_out_of_sight_is_not_drawn():
    picture = _many(8000)
    near = drawn(picture, Window(0.1, 0.105, 600))
    assert all(band.count == 1 for band in near.bands)
    assert all(-50 < band.top < 650 for band in near.bands)
    assert len(near.bands) < 60


def test_a_window_goes_from_shares_to_pixels_and_back():
    window = Window(0.25, 0.75, 200)
    assert (window.y(0.25), window.y(0.5), window.y(0.75)) == (0, 100, 200)
    assert window.place(window.y(0.6)) == pytest.approx(0.6)


# --- side by side


def _near_analysis():
    texts = [TEXT.format(14, "eins"), PLAIN[3], TEXT.format(30, "eins"), TEXT.format(14, "eins")]
    return _analysis(texts, [_pair(1, 3, "near", 0.95), _pair(1, 4)])


def test_only_pairs_that_differ_are_worth_a_look():
    given = _near_analysis()
    (group,) = duplicate_groups(given)
    assert shown_pairs(group) == (_ids(1, 3),)
    exact = Group("A", (_ids(1), _ids(4)))
    assert shown_pairs(exact) == (_ids(1, 4),)
    assert shown_pairs(Group("A", (_ids(1, 2), _ids(3, 4)))) == ()


def test_what_differs_is_marked_alike_on_both_sides_and_both_places_are_known():
    given = _near_analysis()
    (group,) = duplicate_groups(given)
    pair = beside(group, 0, given, "de")
    marked = {
        piece.text for row in pair.rows for side in (row.left, row.right) for piece in side if piece.mark is Mark.NEW
    }
    assert marked == {"14", "30"}
    assert (pair.left.name, pair.right.name, pair.equal, pair.comparable) == ("A1", "A2", False, True)
    assert passages_in(pair.right.key)[0].clause == "c0003"


def test_equal_clauses_are_said_to_be_equal():
    given = _near_analysis()
    pair = beside(Group("A", (_ids(1), _ids(4))), 0, given, "de")
    assert pair.equal
    assert not any(piece.mark is not Mark.SAME for row in pair.rows for piece in row.left)


@pytest.fixture
def near(qtbot, context):
    widget = NearDuplicates(context)
    qtbot.addWidget(widget)
    return widget


def test_the_places_are_links_and_document_text_is_escaped(near, qtbot):
    given = _analysis([PLAIN[1] + " <b>fett</b>", PLAIN[1]], [_pair(1, 2, "near", 0.97)])
    (group,) = duplicate_groups(given)
    near.show_pair(beside(group, 0, given, "de"), 0, 1, "de")
    assert "<b>fett</b>" in near.words.toPlainText()
    assert near.words.toHtml().count("href=") == 2
    assert not near.next.isVisibleTo(near)


def test_buttons_step_within_the_pairs(near):
    given = _near_analysis()
    (group,) = duplicate_groups(given)
    steps = []
    near.stepped.connect(steps.append)
    near.show_pair(beside(group, 0, given, "de"), 0, 3, "de")
    assert (near.previous.isEnabled(), near.next.isEnabled()) == (False, True)
    near.next.click()
    assert steps == [1]
    assert near.head.text() == "A1 und A2: Paar 1 von 3"


# --- the strip


@pytest.fixture
def strip(qtbot, theme):
    widget = BandsView(theme)
    qtbot.addWidget(widget)
    given = _analysis(PLAIN, [_pair(1, 4), _pair(4, 8), _pair(2, 6)])
    groups = duplicate_groups(given)
    picture = picture_of(groups, given.reading)
    names = tuple(groups[b.group].name(b.copy) for b in picture.bands)
    widget.resize(300, 600)
    widget.show_picture(picture, names, names)
    widget.show()
    with qtbot.waitExposed(widget):
        pass
    widget.went = []
    widget.picked.connect(widget.went.append)
    return widget


def test_a_click_on_a_band_leads_to_it(strip, qtbot):
    for band in (0, 2, 4):
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.area_of(band).center().toPoint())
    assert strip.went == [0, 2, 4]
    assert strip.accessibleDescription() == "B2"


def test_beside_the_bands_nothing_is_picked(strip, qtbot):
    qtbot.mouseClick(
        strip.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(strip.area_of(0).center().x(), 595).toPoint()
    )
    assert strip.went == []


def test_the_arrow_keys_walk_in_reading_order_and_from_copy_to_copy(strip, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(strip, key)
    assert strip.went == [0, 3, 0, 1, 2]


def test_zooming_keeps_what_is_under_the_mouse(strip):
    before = strip.window_.place(200)
    where = QPointF(100, 200)
    args = (where, strip.mapToGlobal(where), QPointF(0, 0).toPoint(), QPointF(0, 120).toPoint())
    event = QWheelEvent(
        *args, Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    strip.wheelEvent(event)
    assert strip.zoom > 1
    assert strip.window_.place(200) == pytest.approx(before, abs=0.02)
    strip.show_all()
    assert strip.zoom == 1


def test_a_band_out_of_sight_is_scrolled_to(strip):
    strip.zoom_by(20, 0)
    strip.select(2)
    place, window = strip._picture.bands[2].start, strip.window_
    assert window.top <= place <= window.bottom


def test_what_is_hovered_stands_out(strip, qtbot):
    plain = strip.grab().toImage()
    qtbot.mouseMove(strip.viewport(), strip.area_of(3).center().toPoint())
    assert strip.grab().toImage() != plain


# --- the panel


@pytest.fixture
def panel(opened, docx_file):
    presenter = opened(docx_file)
    presenter.page.show_panel("duplicates")
    return presenter.page.panel("duplicates"), presenter


def _show(panel, presenter, given):
    material = replace(presenter.document.material, analysis=given)
    presenter.document.material = material
    panel.show_prepared(panel.prepare(material), material)


def test_a_document_that_repeats_nothing_says_so(panel):
    duplicates, presenter = panel
    _show(duplicates, presenter, replace(presenter.analysis, duplicates=(), findings=()))
    assert duplicates.said.text() == "In den gelesenen Teilen wiederholt sich keine Klausel."
    assert not duplicates.splitter.isVisible()
    assert duplicates.badge() == ""


def test_strip_list_versions_and_document_follow_each_other(panel):
    duplicates, presenter = panel
    ids = [c.id for c in presenter.analysis.reading.clauses if c.text]
    pairs = (DuplicatePair(ids[0], ids[1], "near", 0.9), DuplicatePair(ids[2], ids[3], "near", 0.9))
    _show(duplicates, presenter, replace(presenter.analysis, duplicates=pairs, findings=()))
    assert duplicates.badge() == "2"
    duplicates.bands.picked.emit(3)
    assert presenter.navigation.clause == ids[3]
    assert duplicates.list.rows.line(duplicates.list.currentIndex().row()).row.key == "copy:1:1"
    assert duplicates.near.head.text() == "B1 und B2"
    row = duplicates.list.rows.row_of("copy:0:0")
    duplicates.list.setCurrentIndex(duplicates.list.rows.index(row, 0))
    assert presenter.navigation.clause == ids[0]
    assert duplicates.bands.current == 0
    assert duplicates.near.head.text() == "A1 und A2"
