"""What a new analysis has changed is said quietly above the document, with the findings concerned; the reason is named."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from app import __version__
from app.models.analysis import LibraryStamp, Severity
from app.models.facts import DealFacts, Fact, FactSource, Perspective
from app.ui.models.changes import changes
from app.ui.panels.panel import Material
from app.ui.views.changes_bar import ChangesBar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
OTHER = LibraryStamp("Andere", "1" * 64)
SUPPLIER = Fact(Perspective.SUPPLIER, FactSource.USER)


class Document(QObject):
    """As much of an open document as the bar needs."""

    said = Signal(str)

    def __init__(self, context) -> None:
        super().__init__()
        self.context = context
        self.session = SimpleNamespace(busy=False)
        self.went = []

    def go_to(self, key: str) -> None:
        self.went.append(key)


@pytest.fixture
def document(theme, language):
    return Document(SimpleNamespace(theme=theme, language=language))


@pytest.fixture
def bar(document, qtbot):
    made = ChangesBar(document)
    qtbot.addWidget(made)
    return made


def show(bar, analysis, lang="de"):
    material = Material(analysis, DealFacts(), lang, "light")
    bar.show_prepared(bar.prepare(material), material)
    return bar.sentence if bar.isVisible() else ""


def without_first(analysis):
    return replace(analysis, findings=analysis.findings[1:], library=OTHER)


def graver(analysis):
    first = replace(analysis.findings[-1], severity=Severity.HIGH)
    assert analysis.findings[-1].severity is not Severity.HIGH
    return replace(analysis, findings=(*analysis.findings[:-1], first), library=OTHER)


def test_the_first_analysis_is_compared_with_nothing(bar, analysis):
    assert show(bar, analysis) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without_first, "Seit der letzten Auswertung (Bibliothek geändert): 1 Hinweis weggefallen"),
        (graver, "Seit der letzten Auswertung (Bibliothek geändert): 1 Hinweis schwerer"),
        (
            lambda a: replace(a, library=OTHER),
            "Seit der letzten Auswertung (Bibliothek geändert): keine anderen Hinweise",
        ),
        (replace, ""),
    ],
)
def test_a_new_analysis_is_compared_with_the_one_before(bar, analysis, change, said):
    show(bar, analysis)
    assert show(bar, change(analysis)) == said


def test_the_next_one_is_compared_with_the_last(bar, analysis):
    for one in (analysis, without_first(analysis)):
        show(bar, one)
    assert show(bar, replace(analysis, library=OTHER)) == "Seit der letzten Auswertung: 1 neuer Hinweis"


def test_what_was_stored_with_the_case_is_the_measure(bar, analysis):
    bar.remember(replace(without_first(analysis), library=analysis.library), "0.0.1")
    assert show(bar, analysis) == "Seit der letzten Auswertung (neue Programmversion): 1 neuer Hinweis"


def test_it_is_worded_again_in_another_language(bar, analysis):
    bar.remember(without_first(analysis), __version__)
    show(bar, analysis)
    assert show(bar, analysis, "en") == "Since the last analysis (library changed): 1 new finding"


def test_while_another_analysis_is_under_way_nothing_is_said(bar, document, analysis):
    bar.remember(analysis, __version__)
    document.session.busy = True
    assert show(bar, replace(without_first(analysis), facts=replace(analysis.facts, perspective=SUPPLIER))) == ""
    document.session.busy = False
    assert show(bar, without_first(analysis)).endswith("(Bibliothek geändert): 1 Hinweis weggefallen")


def test_that_other_facts_change_nothing_is_said_in_passing(bar, document, analysis):
    heard = []
    document.said.connect(heard.append)
    show(bar, analysis)
    other = replace(analysis, facts=replace(analysis.facts, perspective=SUPPLIER))
    for lang in ("de", "en"):
        assert show(bar, other, lang) == ""
    assert heard == ["Seit der letzten Auswertung (Angaben geändert): keine anderen Hinweise"], "once"


def test_closed_it_stays_closed_until_the_next_analysis(bar, analysis):
    show(bar, analysis)
    show(bar, without_first(analysis))
    last = without_first(analysis)
    show(bar, last)
    show(bar, analysis)
    bar.close_button.click()
    assert show(bar, analysis, "en") == ""
    assert show(bar, without_first(analysis)) != ""


def test_the_list_leads_to_findings_and_to_where_one_was(bar, document, analysis):
    new = without_first(graver(analysis))
    show(bar, analysis)
    show(bar, new)
    bar.show_button.click()
    assert bar.list.isVisibleTo(bar)
    for group in range(bar.list.rows.rowCount()):
        bar.list.setCurrentIndex(bar.list.rows.index(0, 0, bar.list.rows.index(group, 0)))
    gone = analysis.findings[0]
    assert document.went == [new.findings[-1].id, gone.clauses[0]]


def test_rows_say_from_which_severity_to_which(analysis):
    (group,) = changes(analysis, graver(analysis), "de").rows
    before = {"medium": "Mittel", "low": "Gering", "info": "Zur Information"}[analysis.findings[-1].severity.value]
    assert group.cells[0] == "Schwerer als vorher (1)"
    assert group.children[0].cells[2] == f"{before} → Hoch"


def test_of_very_many_the_first_are_listed_and_the_others_counted(analysis):
    many = [replace(analysis.findings[0], anchor=f"x{n}", id=f"n{n}") for n in range(200)]
    (group,) = changes(analysis, replace(analysis, findings=(*analysis.findings, *many)), "de").rows
    assert group.cells[0] == "Neu (200)"
    assert group.children[-1].cells[0] == "… und 140 weitere"
    assert len(group.children) == 61


# --- in the window


def test_other_facts_are_compared_in_the_window(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    qtbot.waitUntil(lambda: presenter.settled and presenter.document.material is not None, timeout=30_000)
    facts = replace(presenter.document.facts, perspective=SUPPLIER)
    with qtbot.waitSignal(presenter.session.analysed, timeout=30_000):
        presenter.document.change_facts(facts)
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    bar = presenter.page.changes
    assert bar.isVisible()
    assert "(Angaben geändert)" in bar.sentence
