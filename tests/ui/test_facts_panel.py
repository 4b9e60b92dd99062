"""The deal facts: what may be said, where each comes from, what it contradicts, which checks wait; in the panel at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.models.analysis import Check, Outcome
from app.models.facts import Audience, DealFacts, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.pipeline.facts import assumed, settled
from app.settings import Settings, save_settings
from app.ui.factchoices import CHOICES, NAMES, assumed_today, chosen, usual, wished, without_word
from app.ui.models.factrows import fact_rows, needs
from app.ui.passages import Passage, passage_key, passage_of
from app.ui.views.facts_form import FactsForm
from tests.unit.reporting.report_example import ANALYSIS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

AS_OF = date(2026, 1, 2)
USUAL = assumed(AS_OF)


def rows(facts=USUAL, analysis=ANALYSIS, wished=(), lang="de"):
    return {row.name: row for row in fact_rows(facts, analysis, dict(wished), lang)}


# --- what may be said


def test_the_users_word_can_be_given_and_taken_back():
    mine = chosen(USUAL, "perspective", Perspective.SUPPLIER)
    assert mine.perspective == Fact(Perspective.SUPPLIER, FactSource.USER)
    assert chosen(mine, "perspective", None) == USUAL


def test_what_the_document_says_holds_without_a_word_of_the_user():
    document = DealFacts(governing_law=Fact(GoverningLaw.AT, FactSource.DOCUMENT))
    facts = chosen(USUAL, "governing_law", GoverningLaw.CH)
    assert without_word(facts, "governing_law", document).value is GoverningLaw.AT


def test_the_settings_are_assumed_of_every_new_deal_and_yield_to_the_document():
    assert assumed_today() == assumed(assumed_today().as_of.value)
    save_settings(Settings(perspective="supplier", audience="b2c"))
    assert assumed_today().perspective == Fact(Perspective.SUPPLIER)
    assert chosen(chosen(usual(AS_OF), "audience", Audience.MERCHANTS), "audience", None).audience == Fact(Audience.B2C)
    document = DealFacts(audience=Fact(Audience.B2B, FactSource.DOCUMENT))
    assert without_word(usual(AS_OF), "audience", document).value is Audience.B2B


def test_settings_that_no_version_knows_are_not_assumed(monkeypatch):
    monkeypatch.setattr("app.ui.factchoices.load_settings", lambda: (Settings(audience="aliens"), ()))
    assert wished() == {}


# --- rows


def _law(analysis=ANALYSIS):
    return replace(analysis, reading=replace(analysis.reading, document_facts=analysis.facts))


def test_a_fact_read_from_the_document_names_its_words_and_leads_there():
    row = rows(analysis=_law())["governing_law"]
    assert row.source == "aus dem Dokument"
    assert row.words.quote == "„Es gilt deutsches Recht.“"
    assert row.words.key == passage_key([Passage("c0011", 68, 92)])
    assert not row.mine


def test_the_users_word_against_the_documents_shows_both():
    row = rows(chosen(USUAL, "governing_law", GoverningLaw.AT), _law())["governing_law"]
    assert (row.value, row.mine, row.source) == (GoverningLaw.AT, True, "eigene Angabe")
    assert row.conflict == "Im Dokument steht: deutsches Recht"
    assert row.words.key == passage_key([Passage("c0011", 68, 92)])


def test_the_users_word_that_the_document_confirms_is_no_conflict():
    row = rows(chosen(USUAL, "governing_law", GoverningLaw.DE), _law())["governing_law"]
    assert (row.mine, row.conflict) == (True, "")


def test_who_we_are_is_turned_where_the_terms_are_ours_and_no_conflict_then():
    """The document names the side that wrote it."""
    document = DealFacts(perspective=Fact(Perspective.CUSTOMER, FactSource.DOCUMENT))
    analysis = replace(ANALYSIS, reading=replace(ANALYSIS.reading, document_facts=document))
    ours = chosen(USUAL, "user_of_terms", UserOfTerms.OURS)
    assert rows(ours, analysis)["perspective"].value is settled(ours, document).perspective.value
    mine = chosen(ours, "perspective", settled(ours, document).perspective.value)
    assert rows(mine, analysis)["perspective"].conflict == ""


@pytest.mark.parametrize(
    ("name", "given", "source"),
    [
        ("perspective", (), "Annahme des Programms"),
        ("perspective", (("perspective", Perspective.CUSTOMER),), "aus Ihren Einstellungen"),
        ("user_of_terms", (("perspective", Perspective.CUSTOMER),), "Annahme des Programms"),
        ("contract_kind", (), "Im Dokument nicht gefunden"),
        ("contract_value", (), "Wird im Dokument nicht gesucht"),
    ],
)
def test_every_fact_says_where_it_comes_from(name, given, source):
    bare = replace(ANALYSIS, reading=replace(ANALYSIS.reading, document_facts=DealFacts()))
    assert rows(USUAL, bare, given)[name].source == source


def test_checks_that_wait_are_counted_by_the_fact_they_need():
    def lacking(*names):
        return Check("r", Outcome.UNDECIDABLE, needs=names)

    checks = (
        lacking("contract_value", "duration"),
        lacking("contract_value"),
        lacking("audience"),
        Check("r", Outcome.OK, needs=("annual_fee",)),
    )
    analysis = replace(ANALYSIS, checks=checks)
    assert [need.sentence for need in needs(analysis, "de")] == [
        "2 Prüfungen brauchen: Auftragswert",
        "1 Prüfung braucht: Gegenüber wem",
    ]
    assert rows(analysis=analysis)["contract_value"].waiting == "2 Prüfungen brauchen diese Angabe"
    assert not rows(analysis=analysis)["annual_fee"].waiting


# --- the form


@pytest.fixture
def form(context, qtbot):
    made = FactsForm(context)
    qtbot.addWidget(made)
    return made


def show(form, facts=USUAL, analysis=ANALYSIS, lang="de"):
    form.show_rows(fact_rows(facts, analysis, {}, lang), needs(analysis, lang), lang)


@pytest.mark.parametrize("name", CHOICES)
def test_what_is_chosen_is_a_value_of_the_fact_and_no_text(name, form, qtbot):
    """Rules ask which value it *is*: a text that looks the same would be none of them."""
    show(form)
    box = form.fields[name].editor
    for number, value in enumerate(CHOICES[name]):
        box.setCurrentIndex(number)
        with qtbot.waitSignal(form.said) as said:
            box.activated.emit(number)
        assert said.args[0] == name
        assert said.args[1] is value


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_field_has_a_name_and_says_where_its_value_comes_from(form, lang):
    show(form, lang=lang)
    for name in NAMES:
        field = form.fields[name]
        assert field.editor.accessibleName() == field.label.text()
        assert field.editor.accessibleDescription()
        assert field.note.text()


def test_only_the_users_word_can_be_taken_back(form, qtbot):
    show(form, chosen(USUAL, "contract_value", 5000.0))
    assert not form.fields["contract_value"].reset.isHidden()
    assert form.fields["perspective"].reset.isHidden()
    with qtbot.waitSignal(form.said) as said:
        form.fields["contract_value"].reset.click()
    assert said.args == ["contract_value", None]


def test_what_is_shown_is_not_said(form):
    said = []
    form.said.connect(lambda *args: said.append(args))
    full = chosen(chosen(USUAL, "contract_value", 5000.0), "contract_date", AS_OF)
    show(form, full)
    show(form)
    assert not said


def test_a_wish_of_the_checks_leads_into_the_field(form, qtbot):
    show(form, analysis=replace(ANALYSIS, checks=(Check("r", Outcome.UNDECIDABLE, needs=("contract_value",)),)))
    form.show()
    with qtbot.waitExposed(form):
        pass
    form.needs.linkActivated.emit("contract_value")
    assert form.focusWidget() is form.fields["contract_value"].editor


def test_amounts_are_written_as_the_language_does(form):
    facts = chosen(USUAL, "contract_value", 1234567.5)
    show(form, facts)
    assert form.fields["contract_value"].editor.text() == "1.234.567,50 €"
    show(form, facts, lang="en")
    assert form.fields["contract_value"].editor.text() == "1,234,567.50 €"


# --- in the window


def _panel(presenter):
    return presenter.page.panel("facts")


def _settled(presenter, qtbot, condition):
    qtbot.waitUntil(lambda: bool(presenter.settled and condition()), timeout=10_000)


def test_another_perspective_is_evaluated_at_once_and_can_be_undone(opened, pdf, qtbot):
    presenter = opened(pdf)
    before = presenter.analysis
    field = _panel(presenter).form.fields["perspective"]
    qtbot.waitUntil(lambda: "Annahme" in field.note.text())
    field.editor.setCurrentIndex(list(Perspective).index(Perspective.SUPPLIER))
    field.editor.activated.emit(field.editor.currentIndex())
    _settled(presenter, qtbot, lambda: presenter.analysis.facts.perspective.source is FactSource.USER)
    assert presenter.analysis.facts.perspective.value is Perspective.SUPPLIER
    assert presenter.analysis.reading is before.reading
    assert "eigene Angabe" in field.note.text()
    presenter.document.undo.undo()
    _settled(presenter, qtbot, lambda: presenter.analysis.facts == before.facts)
    assert field.reset.isHidden()
    presenter.document.undo.redo()
    _settled(presenter, qtbot, lambda: not field.reset.isHidden())
    field.reset.click()
    _settled(presenter, qtbot, lambda: presenter.analysis.facts == before.facts)


def test_a_value_and_a_date_are_the_users_word_and_can_be_taken_back(opened, pdf, qtbot):
    presenter = opened(pdf)
    fields = _panel(presenter).form.fields
    qtbot.waitUntil(lambda: bool(fields["contract_date"].note.text()))
    assert fields["contract_date"].editor.placeholderText() == "nicht angegeben"
    fields["contract_value"].editor.setValue(50_000)
    fields["contract_date"].editor.enter(date(2021, 5, 4))
    _settled(presenter, qtbot, lambda: presenter.analysis.facts.contract_date.value == date(2021, 5, 4))
    assert presenter.analysis.facts.contract_value.value == 50_000
    assert fields["contract_date"].editor.text() == "04.05.2021"
    fields["contract_date"].editor.enter(None)
    _settled(presenter, qtbot, lambda: presenter.analysis.facts.contract_date.value is None)


def test_the_words_a_fact_was_read_from_are_shown_in_the_document(opened, pdf, qtbot):
    presenter = opened(pdf)
    field = _panel(presenter).form.fields["governing_law"]
    qtbot.waitUntil(lambda: "aus dem Dokument" in field.note.text())
    law = passage_of(presenter.analysis.facts.governing_law.evidence[0])
    assert passage_key([law]) in field.note.text()
    field.note.linkActivated.emit(passage_key([law]))
    assert presenter.navigation.current == law
