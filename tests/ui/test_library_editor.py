"""The editor of a reference clause, from its snapshots to a walk through the window; German and English."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from app.errors import ErrorCode, ExpectedError
from app.library.model import Comparator, PositionRank, Status
from app.library.plain import plain_clause
from app.library.problems import ProblemCode
from app.library.rulefields import FIELDS, FieldType
from app.models.provisions import ProvisionKind
from app.ui.library import positions_order as order
from app.ui.library import rules_choices as choices
from app.ui.library.editing import Editing, changed, judged, place_of, shown, value_at, written
from app.ui.library.editor import ClauseEditor
from app.ui.library.editor_fields import NumberField
from app.ui.library.editor_mistakes import mistake_sentence
from app.ui.library.editor_numbers import number_of, number_shown
from app.ui.library.editor_save import ConflictDialog, SaveDialog, review_takes_effect
from app.wording.rulewords import rule_sentence, word_label

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
MIA = "Mia Muster"
NOTICE = "notice"
PLAIN = {
    "id": "c",
    "title": "T",
    "type": "payment",
    "perspective": "customer",
    "language": "de",
    "version": 1,
    "status": "draft",
    "guidance": "G",
    "position": [
        {"rank": "preferred", "text": "P"},
        {"rank": "fallback", "text": "F"},
        {"rank": "unacceptable", "text": "U"},
    ],
}


# --- snapshots, without a window


class _Clock:
    def __init__(self):
        self.time = 0.0

    def __call__(self):
        return self.time


def test_a_snapshot_is_never_changed_in_place_and_shares_what_stayed():
    new = changed(PLAIN, ("position", 0, "text"), "anders")
    assert value_at(PLAIN, ("position", 0, "text")) == "P"
    assert value_at(new, ("position", 0, "text")) == "anders"
    assert new["position"][1] is PLAIN["position"][1]


@pytest.mark.parametrize("nothing", ["", None, [], {}, False])
def test_what_is_empty_is_left_out(nothing):
    assert "tags" not in changed(PLAIN | {"tags": ["x"]}, ("tags",), nothing)


def test_a_limit_may_be_no():
    assert changed({"rule": [{"id": "r"}]}, ("rule", 0, "value"), False)["rule"][0]["value"] is False


def test_an_emptied_table_goes_with_its_last_entry():
    assert "silence" not in changed(PLAIN | {"silence": {"norm": "§ 1"}}, ("silence", "norm"), "")


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("title", ("title",)),
        ("position 2.text", ("position", 1, "text")),
        ("rule 1.value.unit", ("rule", 0, "value", "unit")),
        ("rule 3.where.subject", ("rule", 2, "where", "subject")),
        ("silence", ("silence",)),
    ],
)
def test_a_problem_names_its_place(field, place):
    assert place_of(field) == place


@given(st.text(alphabet=st.sampled_from("ab \n\t"), max_size=30))
@settings(max_examples=80, deadline=None)
def test_written_text_shows_as_it_was_written(text):
    assert shown(written(text)) == "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def test_typing_in_one_place_is_one_step_until_a_pause():
    clock = _Clock()
    editing = Editing(PLAIN, 1, now=clock)
    for text in ("a", "ab", "abc"):
        editing.set(("title",), text, typing=True)
    clock.time += 10
    editing.set(("title",), "abcd", typing=True)
    editing.set(("guidance",), "g", typing=True)
    assert editing.undo() == ("guidance",)
    editing.undo()
    assert editing.at("title") == "abc"
    editing.undo()
    assert editing.plain == PLAIN
    assert not editing.can_undo


def test_a_choice_is_a_step_of_its_own():
    editing = Editing(PLAIN, 1, now=_Clock())
    editing.set(("perspective",), "supplier")
    editing.set(("perspective",), "customer")
    editing.undo()
    assert editing.at("perspective") == "supplier"


_edits = st.lists(
    st.tuples(st.sampled_from(["title", "guidance", "owner", "undo", "redo"]), st.sampled_from(["", "x", "y"]))
)


@given(_edits)
@settings(max_examples=100, deadline=None)
def test_undo_of_everything_ends_at_the_beginning_and_redo_at_the_end(edits):
    editing = Editing(PLAIN, 1, now=_Clock())
    for name, text in edits:
        if name in ("undo", "redo"):
            getattr(editing, name)()
        else:
            editing.set((name,), text)
    while editing.can_redo:
        editing.redo()
    end = editing.plain
    while editing.can_undo:
        editing.undo()
    assert editing.plain == PLAIN
    assert not editing.changed
    while editing.can_redo:
        editing.redo()
    assert editing.plain == end


def test_a_clause_without_mistakes_is_a_clause_and_another_names_them():
    assert judged(PLAIN).clause is not None
    found = judged(changed(changed(PLAIN, ("title",), ""), ("position", 1, "text"), "a {{b"))
    assert found.clause is None
    assert {m.place for m in found.mistakes} == {("title",), ("position", 1, "text")}


@pytest.mark.parametrize(("examples", "wrong"), [(["a", ""], 1), (["a", "b", "a"], 2), (["", "b"], 0)])
def test_of_several_examples_the_wrong_one_is_named(examples, wrong):
    found = judged(changed(PLAIN, ("position", 0, "examples"), examples))
    assert [m.place for m in found.mistakes] == [("position", 0, "examples", wrong)]


@pytest.mark.parametrize("code", list(ProblemCode))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_mistake_has_a_sentence_without_code(code, lang, qapp):
    (mistake,) = judged(changed(PLAIN, ("title",), "")).mistakes
    sentence = mistake_sentence(replace(mistake, problem=replace(mistake.problem, code=code)), lang)
    assert sentence.endswith(".")
    assert "_" not in sentence


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("1.000.000", "de", 1_000_000),
        ("2,5", "de", 2.5),
        ("2,", "de", 2),
        ("1000", "de", 1000),
        ("12 €", "de", 12),
        ("5 %", "de", 5),
        ("", "de", None),
        ("1.5", "de", "1.5"),
        ("drei", "de", "drei"),
        ("-3", "de", "-3"),
        ("1,000.5", "en", 1000.5),
        ("2,5", "en", "2,5"),
        ("9" * 40, "de", "9" * 40),
    ],
)
def test_numbers_are_read_as_they_are_written_in_either_language(text, lang, number):
    assert number_of(text, lang) == number


@given(st.floats(min_value=0, max_value=1e9).map(lambda number: round(number, 2)), st.sampled_from(["de", "en"]))
@settings(max_examples=80, deadline=None)
def test_a_number_shows_as_it_is_read(number, lang):
    assert number_of(number_shown(number, lang), lang) == number


# --- the order of wordings


def test_a_wording_is_added_behind_those_of_its_rank():
    plain, index = order.added(PLAIN, PositionRank.FALLBACK, "neu")
    assert index == 2
    assert [p["text"] for p in order.positions(plain)] == ["P", "F", "neu", "U"]
    assert order.number(plain, 2) == ("fallback", 2, 2)


def test_wordings_change_places_within_their_rank_only():
    plain, _ = order.added(PLAIN, PositionRank.FALLBACK, "neu")
    assert order.moved(plain, 2, -1)[0]["position"][1]["text"] == "neu"
    assert order.moved(plain, 1, -1) == (plain, 1)
    assert not order.can_move(plain, 2, 1)


def test_another_rank_is_another_place():
    plain, index = order.ranked(PLAIN, 2, "fallback")
    assert index == 2
    assert [p["rank"] for p in order.positions(plain)] == ["preferred", "fallback", "fallback"]


# --- rules: only what the language allows

_LIMITS = [
    (kind, part, comparison)
    for kind in choices.kinds()
    for part in choices.parts(kind)
    for comparison in choices.comparisons(kind, part)
]


def _chosen(kind, part, comparison):
    rule = choices.new_rule("c", [])
    for name, value in (("provision", kind.value), ("field", part), ("comparison", comparison.value)):
        rule = choices.with_choice(rule, name, value)
    return rule


def _filled(rule, kind, part, comparison):
    match choices.field_type(kind, part):
        case FieldType.NUMBER:
            return choices.with_choice(rule, "value", 2.5)
        case FieldType.DURATION:
            return choices.with_choice(rule, "value", {"value": 3, "unit": "month"})
        case FieldType.WORD if comparison is Comparator.EQUALS:
            return choices.with_choice(rule, "value", choices.words(kind, part)[0])
        case FieldType.WORD | FieldType.WORDS:
            return choices.with_choice(rule, "value", list(choices.words(kind, part)[:2]))
        case _:
            return rule


def _mistakes(rule):
    return [m.place for m in judged(PLAIN | {"rule": [rule]}).mistakes]


@pytest.mark.parametrize(("kind", "part", "comparison"), _LIMITS)
def test_every_choice_of_the_form_filled_in_is_a_rule(kind, part, comparison):
    rule = _filled(_chosen(kind, part, comparison), kind, part, comparison)
    assert (rule["provision"], rule.get("field", ""), rule["comparison"]) == (kind, part, comparison)
    assert _mistakes(rule) == []


@pytest.mark.parametrize(("kind", "part", "comparison"), _LIMITS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_choice_of_the_form_has_a_sentence_without_codes(kind, part, comparison, lang):
    rule = _chosen(kind, part, comparison)
    for made in (rule, _filled(rule, kind, part, comparison)):
        assert "_" not in rule_sentence(choices.sketch(made), lang)


def test_all_fields_of_the_rule_language_are_offered():
    assert {(kind, part) for kind, part, _ in _LIMITS if part} == {
        (k, f) for k, fields in FIELDS.items() for f in fields
    }


_choice = st.one_of(
    st.tuples(st.just("provision"), st.sampled_from([k.value for k in ProvisionKind])),
    st.tuples(st.just("field"), st.sampled_from(["", *sorted({f for fields in FIELDS.values() for f in fields})])),
    st.tuples(st.just("comparison"), st.sampled_from([c.value for c in Comparator])),
    st.tuples(
        st.just("value"),
        st.sampled_from([1.0, "abc", True, False, ["intent"], ["per"], "invoice", {"value": 2, "unit": "day"}, None]),
    ),
    st.tuples(st.just("obliged"), st.sampled_from([None, "customer", "supplier"])),
    st.tuples(
        st.sampled_from(["where", "unless"]), st.sampled_from([{}, {"subject": ["invoice"]}, {"fault": ["intent"]}])
    ),
)


@given(st.lists(_choice, max_size=8))
@settings(max_examples=200, deadline=None)
def test_no_sequence_of_choices_ends_in_what_the_library_refuses_but_a_limit_still_to_be_given(picks):
    rule = choices.new_rule("c", [])
    for name, value in picks:
        rule = choices.with_choice(rule, name, value)
    assert all(place[:3] == ("rule", 0, "value") for place in _mistakes(rule))


@pytest.mark.parametrize(
    ("rule", "de", "en"),
    [
        (
            {"provision": "notice_period", "field": "duration", "comparison": "at_most", "obliged": "customer"}
            | {"value": {"value": 3, "unit": "month"}, "severity": "medium"},
            "Kündigungsfrist höchstens 3 Monate, wenn der Kunde kündigt – mittel",
            "Notice period at most 3 months, where the customer gives notice – medium",
        ),
        (
            {"provision": "liability_exclusion", "comparison": "forbidden", "severity": "high"},
            "Haftungsausschluss nicht zulässig – hoch",
            "Exclusion of liability not accepted – high",
        ),
        (
            {
                "provision": "liability_cap",
                "field": "amount",
                "comparison": "at_least",
                "value": 1e6,
                "severity": "info",
            },
            "Haftungsobergrenze: Betrag mindestens 1.000.000 € – zur Information",
            "Liability cap: amount at least €1,000,000 – for information",
        ),
        (
            {
                "provision": "payment_term",
                "field": "immediate",
                "comparison": "equals",
                "value": False,
                "severity": "low",
            },
            "Zahlungsfrist: nicht „unverzüglich“ – gering",
            "Payment term: not “without delay” – low",
        ),
        (
            {"provision": "payment_term", "field": "duration", "comparison": "at_least", "severity": "low"},
            "Zahlungsfrist mindestens … – gering",
            "Payment term at least … – low",
        ),
    ],
)
def test_a_rule_reads_as_a_sentence(rule, de, en):
    said = [rule_sentence(choices.sketch(rule), lang).replace("\u00a0", " ") for lang in ("de", "en")]
    assert said == [de, en]


# --- in the window


@pytest.fixture
def editor_on(desk, qtbot):
    """An editor, shown; the library knows a clause `NOTICE` in version 1."""
    rule = {"id": "notice.1", "provision": "notice_period", "field": "duration", "comparison": "at_most"}
    rule |= {
        "value": {"value": 3, "unit": "month"},
        "severity": "medium",
        "message": "long_notice",
        "obliged": "customer",
    }
    clause = judged(PLAIN | {"id": NOTICE, "type": "termination", "status": "review", "rule": [rule]}).clause
    assert desk.session.save(clause, base=0, reason="Anfang") is not None
    opened = []

    def open_(clause=None, **wishes) -> ClauseEditor:
        editor = ClauseEditor(desk, clause, **wishes)
        qtbot.addWidget(editor)
        editor.resize(1100, 800)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        opened.append(editor)
        return editor

    yield open_
    for editor in opened:
        assert editor.may_close()


def _row(editor, *place):
    return next(row for page in editor.pages.pages for form in page.forms() if (row := form.rows.get(place)))


def _type(qtbot, editor, text, *place):
    editor.reveal(place)
    target = _row(editor, *place).field.target
    target.selectAll()
    if not text:
        qtbot.keyClick(target, Qt.Key.Key_Delete)
    for letter in text:  # QTest itself knows ASCII only
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def _pick(editor, code, *place):
    box = _row(editor, *place).field.box
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def _dialog(editor, kind):
    return next(d for d in editor.findChildren(kind) if d.isVisible())


def _save(editor, reason, *, draft=False):
    editor.save()
    dialog = _dialog(editor, SaveDialog)
    dialog.reason.setCurrentText(reason)
    (dialog.draft if draft else dialog.review).setChecked(True)
    dialog.accept()


def _store(desk):
    return desk.session.store


def test_a_new_clause_is_written_and_saved(desk, editor_on, qtbot):
    editor = editor_on(type_id="payment")
    _type(qtbot, editor, "Zahlung in Ruhe", "title")
    _type(qtbot, editor, "Rechnungen sind nach 45 Tagen zu zahlen.", "position", 0, "text")
    _type(qtbot, editor, "So wollen wir es.", "guidance")
    assert editor.mistakes.list.count() == 0
    _save(editor, "neu angelegt")
    saved = _store(desk).last(editor.clause_id)
    assert (saved.clause.title, saved.clause.version, saved.author) == ("Zahlung in Ruhe", 1, MIA)
    assert (saved.reason, saved.clause.status) == ("neu angelegt", Status.REVIEW)
    assert saved.clause.positions[0].text == "Rechnungen sind nach 45 Tagen zu zahlen."
    assert not editor.editing.changed
    assert _store(desk).draft(editor.clause_id) is None


def test_an_edit_is_the_next_version_and_the_one_before_stays(desk, editor_on, qtbot):
    before = _store(desk).last(NOTICE)
    editor = editor_on(NOTICE)
    editor.pages.names.setCurrentRow(2)
    _type(qtbot, editor, "6", "rule", 0, "value")
    _save(editor, "sechs Monate")
    after = _store(desk).last(NOTICE)
    assert after.clause.version == before.clause.version + 1
    assert after.clause.rules[0].value.value == 6
    assert _store(desk).version(NOTICE, before.clause.version) == before


def test_a_changed_approved_clause_is_never_approved_by_saving(desk, editor_on, qtbot):
    last = _store(desk).last(NOTICE)
    approved = desk.session.save(
        replace(last.clause, status=Status.APPROVED), base=last.clause.version, reason="freigegeben"
    )
    assert approved.clause.status is Status.APPROVED
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Anderer Titel", "title")
    editor.save()
    assert _dialog(editor, SaveDialog).review.isChecked()
    _dialog(editor, SaveDialog).reject()
    _save(editor, "Titel")
    assert _store(desk).last(NOTICE).clause.status is Status.REVIEW


def test_a_new_clause_is_not_called_wrong_before_it_is_saved(editor_on):
    editor = editor_on(type_id="payment")
    assert editor.mistakes.isHidden()
    editor.save()
    assert editor.mistakes.list.count() == 2
    assert editor.findChildren(SaveDialog) == []


def test_a_mistake_is_marked_at_its_field_its_page_and_in_the_list_that_leads_there(editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Das gilt {{Betrag}} und {{kaputt", "position", 1, "text")
    row = _row(editor, "position", 1, "text")
    assert "{{Name}}" in row.mistake.text()
    assert row.field.target.accessibleDescription()
    assert "▲ 1" in editor.pages.names.item(1).text()
    editor.pages.names.setCurrentRow(0)
    editor.mistakes.list.itemActivated.emit(editor.mistakes.list.item(0))
    assert editor.pages.names.currentRow() == 1
    assert editor.pages.positions.tabs.currentIndex() == 1
    assert row.field.target.hasFocus()
    _type(qtbot, editor, "Das gilt {{Betrag}}.", "position", 1, "text")
    assert editor.mistakes.isHidden()
    assert row.mistake.isHidden()


def test_what_is_no_number_is_said_beside_the_field(editor_on, qtbot, desk):
    editor = editor_on(NOTICE)
    editor.pages.names.setCurrentRow(4)
    editor.pages.pages[4].add_item()
    _type(qtbot, editor, "Leitung Recht", "approval", 0, "approver")
    _type(qtbot, editor, "viel", "approval", 0, "contract_value")
    assert _row(editor, "approval", 0, "contract_value").mistake.text()
    _type(qtbot, editor, "50000", "approval", 0, "contract_value")
    assert editor.mistakes.isHidden()
    assert editor.editing.at("approval", 0, "contract_value") == 50000


def test_a_required_subject_asks_what_holds_without_it(editor_on, qtbot):
    editor = editor_on(NOTICE)
    flag = _row(editor, "required").field.box
    flag.click()
    assert _row(editor, "silence", "effect").mistake.text()
    _type(qtbot, editor, "Es gilt das Gesetz.", "silence", "effect")
    assert _row(editor, "silence", "norm").mistake.text()
    _type(qtbot, editor, "§ 580a BGB", "silence", "norm")
    assert editor.mistakes.isHidden()


def test_undo_and_redo_go_over_all_fields_and_lead_to_the_place(editor_on, qtbot):
    editor = editor_on(NOTICE)
    before = editor.editing.plain
    _type(qtbot, editor, "Neu", "title")
    _pick(editor, "supplier", "perspective")
    editor.pages.positions.add_fallback.click()
    assert editor.pages.positions.tabs.count() == 4
    editor.pages.names.setCurrentRow(0)
    qtbot.keyClick(_row(editor, "title").field.target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.pages.names.currentRow() == 1
    assert editor.pages.positions.tabs.count() == 3
    editor.undo()
    assert _row(editor, "perspective").field.box.currentData() == "customer"
    editor.undo()
    assert editor.editing.plain == before
    assert _row(editor, "title").field.target.text() == before["title"]
    for _ in range(3):
        editor.redo()
    assert editor.pages.positions.tabs.count() == 4
    assert _row(editor, "title").field.target.text() == "Neu"


@pytest.mark.parametrize(
    "keys",
    [
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_both_keys_redo(editor_on, qtbot, keys):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Neu", "title")
    target = _row(editor, "title").field.target
    qtbot.keyClick(target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert target.text() != "Neu"
    qtbot.keyClick(target, *keys)
    assert target.text() == "Neu"


def test_typing_keeps_the_cursor_and_a_new_paragraph(editor_on, qtbot):
    editor = editor_on(NOTICE)
    editor.pages.names.setCurrentRow(3)
    text = _row(editor, "guidance").field.target
    text.selectAll()
    qtbot.keyClicks(text, "Eins ")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "zwei")
    assert text.toPlainText() == "Eins \nzwei"
    assert editor.editing.at("guidance") == "Eins\n\nzwei"
    assert text.textCursor().atEnd()


def test_a_placeholder_is_put_in_at_the_cursor_with_its_name_selected(editor_on):
    editor = editor_on(NOTICE)
    editor.reveal(("position", 0, "text"))
    field = _row(editor, "position", 0, "text").field
    cursor = field.text.textCursor()
    cursor.setPosition(1)
    field.text.setTextCursor(cursor)
    field.insert_placeholder("Betrag")
    assert field.text.toPlainText()[1:11] == "{{Betrag}}"
    assert field.text.textCursor().selectedText() == "Betrag"
    assert "{{Betrag}}" in editor.editing.at("position", 0, "text")


def test_wordings_are_tabs_that_are_added_moved_ranked_and_removed(editor_on, qtbot):
    editor = editor_on(NOTICE)
    page = editor.pages.positions
    page.add_fallback.click()
    assert page.tabs.currentIndex() == 2
    _type(qtbot, editor, "Zweiter Rückfall", "position", 2, "text")
    page.earlier.click()
    assert page.tabs.currentIndex() == 1
    assert editor.editing.at("position", 1, "text") == "Zweiter Rückfall"
    assert not page.earlier.isEnabled()
    _pick(editor, "unacceptable", "position", 1, "rank")
    assert editor.editing.at("position", 3, "text") == "Zweiter Rückfall"
    assert page.tabs.currentIndex() == 3
    page.remove.click()
    assert page.tabs.count() == 3


def test_another_wording_of_a_position_is_added_and_removed(editor_on, qtbot):
    editor = editor_on(NOTICE)
    editor.reveal(("position", 0, "text"))
    editor.pages.positions.tabs.currentWidget().widget().more.click()
    assert _row(editor, "position", 0, "examples", 0).mistake.text()
    _type(qtbot, editor, "Ein weiterer Wortlaut.", "position", 0, "examples", 0)
    assert editor.editing.at("position", 0, "examples") == ["Ein weiterer Wortlaut."]
    _row(editor, "position", 0, "examples", 0).findChild(QPushButton).click()
    assert editor.editing.at("position", 0, "examples") is None


def test_a_rule_is_made_by_choices_and_its_sentence_follows(editor_on, qtbot, desk):
    editor = editor_on(NOTICE)
    editor.pages.names.setCurrentRow(2)
    page = editor.pages.rules
    number = len(editor.editing.at("rule"))
    page.add_button.click()
    card = page.cards[number]
    assert _row(editor, "rule", number, "provision").field.target.hasFocus()
    _pick(editor, "liability_cap", "rule", number, "provision")
    _pick(editor, "amount", "rule", number, "field")
    _pick(editor, "at_least", "rule", number, "comparison")
    _type(qtbot, editor, "250000", "rule", number, "value")
    _pick(editor, "high", "rule", number, "severity")
    _pick(editor, "supplier", "rule", number, "obliged")
    german = "Haftungsobergrenze: Betrag mindestens 250.000 €, wenn der Anbieter haftet – hoch"
    english = "Liability cap: amount at least €250,000, where the supplier is liable – high"
    wanted = german if desk.context.language.code == "de" else english
    assert card.sentence.text().replace("\u00a0", " ") == wanted
    assert editor.mistakes.isHidden()


def test_a_restriction_is_added_ticked_and_gone_with_its_last_word(editor_on):
    editor = editor_on(NOTICE)
    editor.pages.names.setCurrentRow(2)
    editor.pages.rules.show_plain(editor.editing.plain)
    form = editor.pages.rules.cards[0].form
    form._add_condition(("where", "to"))
    boxes = _row(editor, "rule", 0, "where", "to").field.boxes
    assert [code for code, box in boxes.items() if box.isChecked()] == ["end_of_year"]
    boxes["any_time"].click()
    assert editor.editing.at("rule", 0, "where", "to") == ["end_of_year", "any_time"]
    for code in ("end_of_year", "any_time"):
        _row(editor, "rule", 0, "where", "to").field.boxes[code].click()
    assert editor.editing.at("rule", 0, "where") is None


def test_the_wheel_scrolls_and_changes_nothing(editor_on):
    editor = editor_on(NOTICE)
    box = _row(editor, "perspective").field.box
    before = box.currentData()
    where = box.rect().center()
    down = QWheelEvent(
        where.toPointF(),
        box.mapToGlobal(where).toPointF(),
        where * 0,
        where * 0 + type(where)(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, down)
    assert box.currentData() == before


# --- drafts


def test_a_draft_is_kept_after_a_moment_and_offered_again(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "", "title")
    assert _store(desk).draft(NOTICE) is None
    qtbot.waitUntil(lambda: _store(desk).draft(NOTICE) is not None, timeout=5000)
    assert "title" not in _store(desk).draft(NOTICE).plain
    again = editor_on(NOTICE)
    assert again.notice.isVisible()
    assert not again.pages.isEnabled()
    assert again.notice.buttons[0].hasFocus()
    again.continue_draft()
    assert again.editing.at("title") is None
    assert again.editing.changed
    assert again.mistakes.isVisible()


def test_a_draft_is_kept_on_closing_and_can_be_discarded(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Halb fertig", "title")
    assert editor.may_close()
    assert _store(desk).draft(NOTICE).plain["title"] == "Halb fertig"
    again = editor_on(NOTICE)
    again.notice.buttons[1].click()
    assert _store(desk).draft(NOTICE) is None
    assert again.pages.isEnabled()
    assert again.editing.at("title") != "Halb fertig"


def test_taking_everything_back_leaves_no_draft(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Neu", "title")
    editor.keep_draft()
    assert _store(desk).draft(NOTICE) is not None
    editor.undo()
    editor.keep_draft()
    assert _store(desk).draft(NOTICE) is None


def test_a_new_clause_that_was_only_kept_as_a_draft_goes_on(desk, editor_on, qtbot):
    editor = editor_on(type_id="payment")
    _type(qtbot, editor, "Nur ein Entwurf", "title")
    assert editor.may_close()
    again = editor_on(editor.clause_id)
    assert again.editing.at("title") == "Nur ein Entwurf"
    assert again.pages.isEnabled()


def test_where_the_draft_cannot_be_kept_closing_asks_once(desk, editor_on, qtbot, monkeypatch):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Neu", "title")
    monkeypatch.setattr(desk.session, "quietly", lambda action: False)
    assert not editor.may_close()
    assert editor.notice.isVisible()
    assert editor.may_close()


def test_a_draft_that_cannot_be_kept_is_said_and_not_called_safe(desk, editor_on, qtbot, monkeypatch):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Neu", "title")
    editor.keep_draft()
    state = editor.head.state.text()

    def refuse(_):
        raise ExpectedError(ErrorCode.STORE_LOCKED, {"holder": "Kai Kunde"})

    monkeypatch.setattr(type(_store(desk)), "keep_draft", lambda _, draft: refuse(draft))
    _type(qtbot, editor, "Neuer", "title")
    editor.keep_draft()
    assert editor.notice.isVisible()
    assert len(editor.head.state.text()) < len(state), "it must not say that the draft is kept"
    monkeypatch.undo()


def test_a_text_that_comes_in_is_an_unsaved_change(desk, editor_on):
    plain = plain_clause(_store(desk).last(NOTICE).clause)
    editor = editor_on(NOTICE, plain=changed(plain, ("title",), "Wie früher"), base=plain["version"])
    assert editor.editing.changed
    assert not editor.editing.can_undo
    assert _row(editor, "title").field.target.text() == "Wie früher"


# --- others


def _other_saves(desk, title):
    from app.storage.librarystore import LibraryStore

    with LibraryStore(desk.session.path) as other:
        last = other.last(NOTICE)
        other.save(
            replace(last.clause, title=title),
            base=last.clause.version,
            author="Kai Kunde",
            reason="eilig",
            at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        )


def test_what_another_saved_meanwhile_is_shown_and_nothing_is_lost(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Meiner", "title")
    _other_saves(desk, "Seiner")
    _save(editor, "meine Änderung")
    dialog = _dialog(editor, ConflictDialog)
    text = dialog.view.toPlainText()
    assert "Meiner" in text
    assert "Seiner" in text
    dialog.reject()
    assert _store(desk).draft(NOTICE).plain["title"] == "Meiner"
    editor.show_conflict()
    _dialog(editor, ConflictDialog).ours.click()
    assert _store(desk).last(NOTICE).clause.title == "Meiner"
    assert [v.clause.title for v in _store(desk).versions(NOTICE)][-2:] == ["Seiner", "Meiner"]


def test_an_earlier_reason_does_not_sign_a_later_conflict(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Meiner", "title")
    _save(editor, "meine Änderung")
    _other_saves(desk, "Seiner")
    _type(qtbot, editor, "Wieder meiner", "title")
    editor.show_conflict()
    _dialog(editor, ConflictDialog).ours.click()
    assert _store(desk).last(NOTICE).clause.title == "Seiner"
    assert _dialog(editor, SaveDialog).isVisible()


def test_the_others_version_can_be_taken_over(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Meiner", "title")
    _other_saves(desk, "Seiner")
    desk.session.look()
    assert "Kai Kunde" in editor.notice.label.text()
    editor.notice.buttons[0].click()
    _dialog(editor, ConflictDialog).theirs.click()
    assert _row(editor, "title").field.target.text() == "Seiner"
    assert not editor.editing.changed
    assert _store(desk).draft(NOTICE) is None


def test_without_changes_of_ones_own_the_newer_version_is_just_shown(desk, editor_on):
    editor = editor_on(NOTICE)
    _other_saves(desk, "Seiner")
    desk.session.look()
    assert _row(editor, "title").field.target.text() == "Seiner"


# --- everybody can use it


def test_another_language_shows_the_same_clause(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Neu", "title")
    editor.pages.names.setCurrentRow(2)
    before = _row(editor, "audience").field.boxes["b2b"].text()
    desk.context.language.switch("en" if desk.context.language.code == "de" else "de")
    assert editor.pages.names.currentRow() == 2
    assert editor.editing.at("title") == "Neu"
    assert _row(editor, "audience").field.boxes["b2b"].text() != before


def test_every_field_has_a_name_for_the_screen_reader_and_is_reached_by_tab(editor_on):
    editor = editor_on(NOTICE)
    for number in range(len(editor.pages.pages)):
        editor.pages.names.setCurrentRow(number)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox):
            for widget in editor.pages.stack.currentWidget().findChildren(kind):
                if (
                    not widget.isVisible()
                    or isinstance(widget.parent(), QComboBox)
                    or widget.objectName() == "qt_spinbox_lineedit"
                ):
                    continue
                assert widget.accessibleName(), (number, widget)
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_ctrl_and_a_number_leads_to_a_page(editor_on, qtbot):
    editor = editor_on(NOTICE)
    qtbot.keyClick(editor, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert editor.pages.names.currentRow() == 2


def test_at_twice_the_size_every_page_can_be_scrolled(editor_on, qapp):
    usual = qapp.font()
    large = qapp.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    try:
        editor = editor_on(NOTICE)
        editor.resize(900, 600)
        assert editor.minimumSizeHint().width() <= 1400
        for number, page in enumerate(editor.pages.pages):
            editor.pages.names.setCurrentRow(number)
            assert page.width() <= editor.width()
    finally:
        qapp.setFont(usual)


def test_reasons_are_remembered(desk, editor_on, qtbot):
    editor = editor_on(NOTICE)
    _type(qtbot, editor, "Neu", "title")
    _save(editor, "Vorgabe der Leitung")
    _type(qtbot, editor, "Noch neuer", "title")
    editor.save()
    assert _dialog(editor, SaveDialog).reason.itemText(0) == "Vorgabe der Leitung"
    assert not _dialog(editor, SaveDialog).save.isEnabled()


def test_days_are_days(editor_on):
    editor = editor_on(NOTICE)
    field = _row(editor, "valid_from").field
    field.day.picked.emit(date(2027, 1, 1))
    assert editor.editing.at("valid_from") == date(2027, 1, 1)


def test_the_state_without_a_window_needs_no_qt():
    import subprocess

    names = ("editing", "positions_order", "rules_choices", "editor_numbers")
    code = f"import {', '.join(f'app.ui.library.{n}' for n in names)}, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("typed", "left"), [("30000", "30.000"), ("2,50", "2,5"), ("viel", "viel"), ("", "")])
def test_a_number_that_is_left_stands_there_as_readers_write_it(qtbot, typed, left):
    field = NumberField("de", "€")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, typed)
    field.line.editingFinished.emit()
    assert field.line.text() == left


@pytest.mark.parametrize(
    ("statuses", "at_once"),
    [((), True), ((Status.REVIEW,), True), ((Status.APPROVED,), False), ((Status.APPROVED, Status.DRAFT), False)],
)
def test_saving_for_review_says_whether_it_is_in_force_at_once(desk, editor_on, statuses, at_once):
    editor_on(NOTICE)
    last = _store(desk).last(NOTICE)
    versions = [replace(last, clause=replace(last.clause, status=status)) for status in statuses]
    assert review_takes_effect(versions) is at_once


def test_what_a_share_is_of_is_named_alone_as_it_is_called():
    assert [word_label("of", word, "de") for word in ("annual_fee", "delayed_part")] == [
        "Jahresvergütung",
        "verspäteter Teil",
    ]
