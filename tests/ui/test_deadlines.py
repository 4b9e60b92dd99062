"""The panel of deadlines: a day entered for a period, what comes of it, kept with the case, written as a calendar file."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from app.models.deadlines import Given
from app.models.provisions import Duration, NoticePeriod, Provision, ProvisionKind, Term, Unit
from app.settings import Settings, load_settings, save_settings
from app.ui.models.deadline_page import entries, steps_html
from app.ui.models.deadlines import (
    Entered,
    Period,
    computed,
    days_as_state,
    days_from_state,
    deadlines,
    header,
    periods,
    rows,
    usual,
    without_day,
)
from app.ui.opened import OpenDocument
from app.ui.panels.deadlines import DeadlinesPanel
from app.ui.panels.panel import Material
from app.ui.session import DocumentSession, wait_for_all

DAY = date(2026, 3, 20)


# --- without a window


def test_all_periods_of_the_document_are_rows_by_kind(analysis):
    found = periods(analysis, "de")
    assert [(p.provision.kind.value, p.value) for p in found] == [
        ("notice_period", "12\xa0Monate zum Jahresende"),
        ("objection_deadline", "2\xa0Tage"),
        ("payment_term", "30\xa0Tage"),
    ]
    assert found[1].party == "Kunde"
    assert found[1].short_place == "§ 2 (2)"
    groups = rows(found, {}, {}, "de")
    assert [g.cells[0] for g in groups] == ["Kündigungsfristen", "Widerspruchs- und Rügefristen", "Zahlungsfristen"]
    assert groups[0].children[0].cells[1:] == ("Gewünschtes Vertragsende", "")
    assert len(header("de")) == len(header("en")) == 3


def test_an_entered_day_gives_a_result_with_its_weekday(analysis):
    found = periods(analysis, "de")
    days = {p.key: usual(p, DAY) for p in found}
    done = deadlines(found, days, "NW")
    row = rows(found, days, done, "de")[1].children[0]
    assert row.cells[1] == "Beginn der Frist\nFr, 20.03.2026"
    assert row.cells[2].splitlines() == ["Mo, 23.03.2026", "letzter Tag", "⚠ bitte beachten"]
    assert rows(found, days, done, "en")[2].children[0].cells[2].splitlines()[0] == "Mon, 20 April 2026"


def test_keys_find_a_period_again_in_another_analysis(analysis, docx_analysis):
    assert [p.key for p in periods(analysis, "de")] == [p.key for p in periods(docx_analysis, "en")]


def _period(value, kind) -> Period:
    return Period(
        "k",
        Provision("p", kind, "c", 0, 9, "<Zitat>", value, "r", 1.0),
        "30 Tage",
        "",
        "§ 1, S. 1",
        "§ 1",
        "quote:c:0:9",
    )


def test_without_a_length_no_day_is_asked_for_and_the_row_says_so():
    period = _period(Term(immediate=True), ProvisionKind.PAYMENT_TERM)
    assert without_day(period).steps[0].code == "due_at_once"
    row = rows((period,), {}, {}, "de")[0].children[0]
    assert row.cells[1:] == ("", "nicht zu berechnen")
    assert deadlines((period,), {"k": usual(period, DAY)}, "") == {}


def test_days_are_kept_as_json_and_damage_is_left_out():
    days = {"a:payment_term:0": Entered(Given.EVENT, DAY), "b": Entered(Given.WISHED_END, DAY)}
    assert days_from_state(days_as_state(days)) == days
    damaged = {
        "a": ["event", "2026-13-01"],
        "b": ["nothing", "2026-01-01"],
        "c": 5,
        "d": ["event"],
        "e": [1, 2],
        "f": "ab",
    }
    assert days_from_state(damaged) == {}
    assert days_from_state([1]) == days_from_state(None) == {}


def test_the_steps_are_numbered_warnings_stand_apart_and_nothing_of_the_document_is_markup():
    period = _period(NoticePeriod(Duration(1, Unit.MONTH), "end_of_month"), ProvisionKind.NOTICE_PERIOD)
    html = steps_html(computed(period, usual(period, date(2026, 6, 15)), "NW"), "de", soft="#555555", warning="#aa5500")
    assert "<h3>Sonntag, 31.05.2026</h3>" in html
    assert html.index("<ol>") < html.index("Bitte beachten") < html.index("nicht an amtlicher Stelle")
    assert "Bitte oben das Datum eingeben" in steps_html(None, "de", soft="#555555", warning="#aa5500")
    (entry,) = entries((period,), {"k": computed(period, usual(period, date(2026, 6, 15)), "NW")}, "a.pdf", "ff", "de")
    assert entry.title == "Kündigungsfrist 30 Tage (§ 1) – a.pdf"
    assert entry.day == date(2026, 5, 31)
    assert "„<Zitat>“" in entry.description


# --- the panel


@pytest.fixture
def panel(context, analysis, pdf, qtbot):
    session = DocumentSession(pdf, lambda: None, analysis.facts, entry=context.entry)
    document = OpenDocument(pdf, context, session)
    session.analysis = analysis
    document.navigation.show(analysis)
    made = DeadlinesPanel(document)
    made.resize(460, 700)
    qtbot.addWidget(made)
    show(made, analysis)
    yield made
    session.close()
    wait_for_all()
    document.deleteLater()


def show(panel, analysis):
    material = Material(analysis, analysis.facts, panel.document.lang, "light")
    panel.show_prepared(panel.prepare(material), material)


def payment(panel) -> str:
    return next(p.key for p in panel._periods if p.provision.kind is ProvisionKind.PAYMENT_TERM)


def enter(panel, key, day=DAY):
    panel.table.select(key)
    panel._pick(key)
    panel.form.day.enter(day)


def cell(panel, column):
    return panel.table.currentIndex().siblingAtColumn(column).data()


def test_the_first_period_is_shown_with_the_name_of_the_day_it_needs(panel):
    assert panel.form.heading.text() == "12\xa0Monate zum Jahresende"
    assert panel.form.day.accessibleName() == "Gewünschtes Vertragsende"
    assert panel.form.choice.isVisibleTo(panel)
    assert "Bitte oben das Datum eingeben" in panel.form.steps.toPlainText()


def test_entering_a_day_computes_at_once(panel, qtbot):
    with qtbot.waitSignal(panel.entered_changed):
        enter(panel, payment(panel))
    assert cell(panel, 2).splitlines()[:2] == ["Mo, 20.04.2026", "letzter Tag"]  # the 19th is a Sunday
    assert "20.03.2026 ist der Tag des Ereignisses" in panel.form.steps.toPlainText()
    assert panel.badge() == "1"


def test_the_day_may_count_itself(panel):
    enter(panel, payment(panel), date(2026, 3, 2))
    assert cell(panel, 2).splitlines()[0] == "Mi, 01.04.2026"
    panel.form.choice.setCurrentIndex(1)
    panel.form.choice.activated.emit(1)
    assert cell(panel, 2).splitlines()[0] == "Di, 31.03.2026"


def test_a_day_can_be_taken_back(panel):
    enter(panel, payment(panel))
    panel.form.day.enter(None)
    assert panel.badge() == ""
    assert panel.impossible() == {"export_deadlines"}


def test_entering_a_day_can_be_undone_and_done_again(panel, qtbot):
    enter(panel, payment(panel))
    with qtbot.waitSignal(panel.document.panel_wanted, check_params_cb=lambda name: name == "deadlines"):
        panel.document.undo.undo()
    assert panel.badge() == ""
    panel.document.undo.redo()
    assert cell(panel, 2).splitlines()[0] == "Mo, 20.04.2026"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_keyboard_goes_from_the_state_through_table_and_day_to_the_file(panel):
    panel.show()
    enter(panel, payment(panel))
    panel.state_box.setFocus()
    seen = [panel.state_box]
    while len(seen) < 7:
        seen[-1].window().focusNextChild()
        seen.append(panel.window().focusWidget())
    form, calendar = panel.form, panel.calendar
    assert seen == [panel.state_box, panel.table, form.choice, form.day, form.steps, calendar.box, calendar.button]


def test_a_row_leads_to_its_words(panel, qtbot):
    panel._pick(payment(panel))
    period = panel._period(payment(panel))
    assert panel.document.navigation.clause == period.provision.clause


def test_the_state_is_a_setting_and_computes_again(panel):
    save_settings(Settings(user="Mia"))
    enter(panel, payment(panel), date(2025, 12, 7))  # 30 days: Epiphany
    assert cell(panel, 2).splitlines()[0] == "Di, 06.01.2026"
    assert "bitte beachten" in cell(panel, 2)
    panel.state_box.setCurrentIndex(panel.state_box.findData("BY"))
    panel.state_box.activated.emit(panel.state_box.currentIndex())
    assert cell(panel, 2).splitlines() == ["Mi, 07.01.2026", "letzter Tag"]
    assert load_settings()[0] == Settings(user="Mia", state="BY")


def test_the_setting_holds_when_the_panel_is_made_anew(panel, analysis):
    save_settings(Settings(state="SN"))
    show(panel, analysis)
    assert panel.state_box.currentText() == "Sachsen"


def test_entered_days_come_back_with_the_case_before_or_after_the_document(panel, analysis, context, pdf, qtbot):
    enter(panel, payment(panel))
    state = panel.state()
    other = DeadlinesPanel(panel.document)
    qtbot.addWidget(other)
    other.restore(state)
    show(other, analysis)
    assert other.badge() == "1"
    other.restore(None)
    assert other.state() == state


def test_the_calendar_file_holds_what_was_computed(panel, tmp_path, qtbot):
    enter(panel, payment(panel))
    with qtbot.waitSignal(panel.document.said) as told:
        panel.export_to(tmp_path / "fristen.ics")
    assert "fristen.ics" in told.args[0]
    (event,) = Calendar.from_ical((tmp_path / "fristen.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 4, 20)
    assert str(event["summary"]) == "Zahlungsfrist 30\xa0Tage (§ 2 (1)) – wartung.pdf"
    assert "innerhalb von 30 Tagen nach Zugang" in str(event["description"])
    assert len(event.walk("VALARM")) == 2


def test_no_reminders_if_none_are_wanted(panel, tmp_path):
    enter(panel, payment(panel))
    panel.calendar.restore("")
    panel.export_to(tmp_path / "fristen.ics")
    assert Calendar.from_ical((tmp_path / "fristen.ics").read_bytes()).walk("VALARM") == []


def test_a_file_that_cannot_be_written_is_said(panel, tmp_path, qtbot):
    enter(panel, payment(panel))
    with qtbot.waitSignal(panel.document.failed):
        panel.export_to(tmp_path / "no folder" / "fristen.ics")


def test_a_document_without_periods_says_so(panel, analysis):
    from dataclasses import replace

    empty = replace(analysis, reading=replace(analysis.reading, provisions=()))
    show(panel, empty)
    assert panel.nothing.isVisibleTo(panel)
    assert "keine Fristen gefunden" in panel.nothing.text()


def test_in_english_everything_is_english(panel, analysis):
    panel.document.context.language.switch("en")
    show(panel, analysis)
    enter(panel, payment(panel))
    assert cell(panel, 2).splitlines()[0] == "Mon, 20 April 2026"
    assert "is the day of the event" in panel.form.steps.toPlainText()
