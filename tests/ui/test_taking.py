"""A clause of a document taken over into the library, and how an edited clause meets the document; German and English."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMainWindow

from app.library.model import PositionRank, Status
from app.library.plain import plain_clause
from app.pipeline import knownclauses
from app.pipeline.knownclauses import look_up
from app.storage.libraryreader import LibraryReader
from app.ui.library import clause_window
from app.ui.library.desk import DocumentInFront
from app.ui.library.editing import changed, judged
from app.ui.library.editor import ClauseEditor
from app.ui.library.editor_start import draft_of
from app.ui.library.preview_runner import PreviewRunner
from app.ui.library.taking import Taking, take_clause, wording_place
from app.ui.library.taking_dialog import TakingDialog
from app.ui.library.taking_lookup import Lookup
from app.ui.library.wiring import take

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", extend=True)
WANTED = "Der Kunde kann den Vertrag mit einer Frist von einem Monat kündigen."


def _clause(desk, identifier, text, *, kind="termination", fallback="", status="review", perspective="customer"):
    """A reference clause with a limit of three months for our own notice."""
    rule = {"id": f"{identifier}.1", "provision": "notice_period", "field": "duration", "comparison": "at_most"}
    rule |= {
        "value": {"value": 3, "unit": "month"},
        "severity": "medium",
        "message": "long_notice",
        "obliged": "customer",
    }
    plain = {
        "id": identifier,
        "title": f"Titel von {identifier}",
        "type": kind,
        "perspective": perspective,
        "language": "de",
        "version": 1,
        "status": status,
        "guidance": "G",
        "position": [
            {"rank": "preferred", "text": text},
            *([{"rank": "fallback", "text": fallback}] if fallback else []),
        ],
        "rule": [rule],
    }
    made = judged(plain).clause
    assert made is not None
    assert desk.session.save(made, base=0, reason="Anfang") is not None
    return made


@pytest.fixture
def bench(desk, analysis):
    """The desk with the document in front."""
    document = DocumentInFront("wartung.pdf", analysis)
    return replace(desk, document=lambda: document)


@pytest.fixture
def notice(analysis):
    """The document's clause on notice."""
    return next(clause for clause in analysis.reading.clauses if "zwölf Monaten" in clause.text)


@pytest.fixture
def home_window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    yield window
    clause_window.close_editors()


def _dialog(window):
    return next(d for d in window.findChildren(TakingDialog) if d.isVisible())


def _editor(clause=None) -> ClauseEditor:
    editors = [window.editor for window in clause_window._open]
    return next(e for e in editors if clause is None or e.clause_id == clause)


def _only(bench, monkeypatch, *clauses):
    """A library of these clauses alone, as far as taking looks at it."""
    revisions = {c.id: bench.session.store.last(c.id) for c in clauses}
    monkeypatch.setattr(LibraryReader, "ours", lambda store: revisions)


def _take(bench, clause, how, window, qtbot):
    """Take it, and wait for what the library has on it."""
    take(bench, clause, how, window)
    qtbot.waitUntil(lambda: not any(lookup.busy for lookup in window.findChildren(Lookup)), timeout=10_000)


def _looked_up(bench, clause, how):
    """What the library has on it."""
    return look_up(bench.session.path, Taking.of(bench, bench.document(), clause, how).question())


# --- what is known before anything is asked


def test_those_on_the_subject_stand_first_and_the_nearest_before_the_others(bench, notice, monkeypatch):
    subject = notice.type
    far = _clause(bench, "far", "Etwas ganz anderes steht hier.", kind=subject)
    near = _clause(bench, "near", WANTED, kind=subject)
    theirs = _clause(bench, "theirs", WANTED, kind=subject, perspective="supplier")
    other = _clause(bench, "other", WANTED, kind="payment")
    _only(bench, monkeypatch, far, near, theirs, other)
    ordered = _looked_up(bench, notice, "fallback").references
    assert [c.id for c in ordered] == ["near", "far", "theirs", "other"]


def test_what_is_retired_is_not_offered(bench, notice, monkeypatch):
    gone = _clause(bench, "gone", WANTED)
    bench.session.set_status("gone", Status.RETIRED, base=1, reason="alt")
    _only(bench, monkeypatch, gone)
    assert _looked_up(bench, notice, "fallback").references == ()


# --- as a new reference


def test_a_clause_becomes_a_draft_in_the_editor_and_nothing_is_saved(bench, notice, home_window, monkeypatch, qtbot):
    _only(bench, monkeypatch)
    before = bench.session.store.revision()
    _take(bench, notice, "reference", home_window, qtbot)
    editor = _editor()
    assert editor.editing.at("position", 0, "text") == notice.text
    assert editor.editing.at("position", 0, "rank") == "preferred"
    assert editor.editing.changed
    assert editor.editing.base == 0
    assert bench.session.store.revision() == before
    assert editor.may_close()
    assert bench.session.store.draft(editor.clause_id) is not None


def test_nearly_the_same_wording_is_said_first_with_its_differences(bench, notice, home_window, monkeypatch, qtbot):
    _only(bench, monkeypatch, _clause(bench, "known", notice.text.replace("zwölf", "drei")))
    _take(bench, notice, "reference", home_window, qtbot)
    dialog = _dialog(home_window)
    assert "Titel von known" in dialog.warning.accessibleName()
    shown = dialog.warning.toPlainText()
    assert "drei" in shown
    assert "zwölf" in shown
    assert not clause_window._open
    dialog.accept()
    assert _editor().editing.at("position", 0, "text") == notice.text


def test_the_known_clause_can_be_opened_instead(bench, notice, home_window, monkeypatch, qtbot):
    _only(bench, monkeypatch, _clause(bench, "known", notice.text))
    _take(bench, notice, "reference", home_window, qtbot)
    _dialog(home_window).known.click()
    assert _editor("known").editing.base == 1
    assert not _editor("known").editing.changed


def test_without_a_document_nothing_happens(desk, notice, home_window):
    take_clause(desk, notice, "reference", home_window)
    assert not clause_window._open
    assert home_window.findChildren(TakingDialog) == []


# --- onto a known reference


def test_a_clause_becomes_a_fallback_of_the_reference_that_is_picked(bench, notice, home_window, monkeypatch, qtbot):
    known = _clause(bench, "known", WANTED, kind=notice.type, fallback="Der Kunde kündigt mit zwei Monaten.")
    _only(bench, monkeypatch, known)
    _take(bench, notice, "fallback", home_window, qtbot)
    dialog = _dialog(home_window)
    assert dialog.go_on.isEnabled()
    dialog.accept()
    editor = _editor("known")
    assert [p["rank"] for p in editor.editing.at("position")] == ["preferred", "fallback", "fallback"]
    assert editor.editing.at("position", 2, "text") == notice.text
    assert editor.editing.base == 1
    assert bench.session.store.last("known").clause.version == 1


def test_an_unacceptable_wording_is_an_example_of_the_one_that_is_there(bench, notice, home_window, monkeypatch, qtbot):
    known = _clause(bench, "known", WANTED, kind=notice.type)
    with_bad = plain_clause(known)
    with_bad["position"].append({"rank": "unacceptable", "text": "Der Kunde kann nie kündigen."})
    clause = judged(with_bad).clause
    bench.session.save(clause, base=1, reason="unannehmbar ergänzt")
    _only(bench, monkeypatch, clause)
    _take(bench, notice, "unacceptable", home_window, qtbot)
    dialog = _dialog(home_window)
    assert dialog.example.isChecked()
    dialog.accept()
    assert _editor("known").editing.at("position", 1, "examples") == [notice.text]


def test_a_wording_of_its_own_can_be_asked_for(bench, notice, home_window, monkeypatch, qtbot):
    _only(bench, monkeypatch, _clause(bench, "known", WANTED, kind=notice.type))
    _take(bench, notice, "unacceptable", home_window, qtbot)
    dialog = _dialog(home_window)
    dialog.example.setChecked(False)
    dialog.accept()
    assert _editor("known").editing.at("position", 1, "rank") == PositionRank.UNACCEPTABLE


def test_a_draft_of_the_reference_is_taken_up_not_overwritten(bench, notice, home_window, monkeypatch, qtbot):
    known = _clause(bench, "known", WANTED, kind=notice.type)
    _only(bench, monkeypatch, known)
    plain = changed(plain_clause(known), ("title",), "Mein Entwurf")
    bench.session.store.keep_draft(draft_of("known", 1, plain, bench.session.now()))
    _take(bench, notice, "fallback", home_window, qtbot)
    _dialog(home_window).accept()
    editor = _editor("known")
    assert editor.editing.at("title") == "Mein Entwurf"
    assert editor.editing.at("position", 1, "text") == notice.text
    assert editor.notice.isHidden()


def test_an_editor_that_is_open_takes_the_wording_in_beside_what_was_typed(
    bench, notice, home_window, monkeypatch, qtbot
):
    known = _clause(bench, "known", WANTED, kind=notice.type)
    _only(bench, monkeypatch, known)
    clause_window.open_editor(bench, "known", home_window)
    _editor("known")._take(changed(plain_clause(known), ("title",), "Getippt"), ("title",), True)
    _take(bench, notice, "fallback", home_window, qtbot)
    _dialog(home_window).accept()
    assert len(clause_window._open) == 1
    editor = _editor("known")
    assert editor.editing.at("title") == "Getippt"
    assert editor.editing.at("position", 1, "text") == notice.text
    editor.undo()
    assert editor.editing.at("position", 1) is None
    assert editor.editing.at("title") == "Getippt"


def test_the_search_leaves_what_it_finds_and_picks_the_first(bench, notice, home_window, monkeypatch, qtbot):
    one = _clause(bench, "one", WANTED, kind=notice.type)
    two = _clause(bench, "two", "Ein Wort wie Zwetschgenkuchen.", kind="payment")
    _only(bench, monkeypatch, one, two)
    _take(bench, notice, "fallback", home_window, qtbot)
    dialog = _dialog(home_window)
    dialog.search.setText("zwetschgen")
    assert dialog.tree.chosen() == "two"
    dialog.search.setText("gibtesnicht")
    assert dialog.tree.chosen() is None
    assert not dialog.go_on.isEnabled()
    dialog.search.setText("")
    assert dialog.tree.chosen() == "one"


def test_the_dialog_is_there_before_the_library_was_looked_through(bench, notice, home_window, monkeypatch, qtbot):
    may_go_on = threading.Event()
    monkeypatch.setattr(knownclauses, "look_up", lambda *asked: may_go_on.wait(60) and look_up(*asked))
    take(bench, notice, "fallback", home_window)
    dialog = _dialog(home_window)
    assert dialog.tree.topLevelItemCount() == 1
    assert not dialog.go_on.isEnabled()
    dialog.search.setText("kündigung")
    may_go_on.set()
    qtbot.waitUntil(dialog.go_on.isEnabled)
    assert dialog.tree.chosen() in bench.session.store.search("kündigung")
    dialog.reject()


# --- how the clause meets the document


@pytest.fixture
def previewed(bench, qtbot):
    """The editor on a clause with the preview open and answered."""
    opened = []

    def open_(clause) -> ClauseEditor:
        editor = ClauseEditor(bench, clause)
        qtbot.addWidget(editor)
        editor.show()
        with qtbot.waitSignal(editor.preview.shown, timeout=20_000):
            editor.head.preview.click()
        opened.append(editor)
        return editor

    yield open_
    for editor in opened:
        assert editor.may_close()


def test_the_preview_shows_finding_limit_and_place(bench, previewed, notice):
    _clause(bench, "known", notice.text, kind=notice.type)
    text = previewed("known").preview.view.toPlainText().replace("\u00a0", " ")
    german = bench.context.language.code == "de"
    assert ("12 Monate" if german else "12 months") in text
    assert ("Kündigungsfrist höchstens 3 Monate" if german else "Notice period at most 3 months") in text
    assert ("S. 4" if german else "p. 4") in text


def test_the_preview_follows_what_is_typed(bench, previewed, notice, qtbot):
    _clause(bench, "known", notice.text, kind=notice.type)
    editor = previewed("known")
    assert editor.preview.view.toPlainText().count("12") > 0
    plain = changed(editor.editing.plain, ("rule", 0, "value", "value"), 24)
    with qtbot.waitSignal(editor.preview.shown, timeout=20_000):
        editor._take(plain, ("rule", 0, "value"), False)
    findings = editor.preview._said[0].findings
    assert findings == ()


def test_a_clause_for_the_other_side_says_that_it_does_not_apply(bench, previewed, notice):
    _clause(bench, "known", notice.text, kind=notice.type, perspective="supplier")
    text = previewed("known").preview.view.toPlainText()
    german = bench.context.language.code == "de"
    assert ("Unsere Rolle" if german else "Our role") in text


def test_with_a_mistake_or_without_a_document_the_preview_says_what_is_needed(bench, desk, notice, qtbot):
    _clause(bench, "known", notice.text)
    for where in (bench, desk):
        editor = ClauseEditor(where, "known")
        qtbot.addWidget(editor)
        editor.show()
        editor._take(changed(editor.editing.plain, ("title",), ""), ("title",), False)
        editor.head.preview.click()
        assert editor.preview.state.text()
        assert editor.preview.view.toPlainText() == ""
        assert not editor.preview.runner.busy
        assert editor.may_close()
        desk.session.store.drop_draft("known")


def test_only_the_last_question_is_answered(analysis, qtbot):
    may_go_on, asked, answers = threading.Event(), [], []

    def meet(analysis, clause, types):
        asked.append(clause)
        may_go_on.wait(60)
        return f"answer to {clause}"

    runner = PreviewRunner(meet)
    runner.met.connect(lambda answer, _: answers.append(answer))
    runner.ask(analysis, "first", ())
    qtbot.waitUntil(lambda: asked == ["first"])
    runner.ask(analysis, "second", ())
    runner.ask(analysis, "third", ())
    may_go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert asked == ["first", "third"]
    assert answers == ["answer to third"]


def test_stopping_leaves_no_thread_and_gives_no_answer(analysis, qtbot):
    asked, may_go_on, answers = threading.Event(), threading.Event(), []

    def meet(analysis, clause, types):
        asked.set()
        may_go_on.wait(60)
        return "late"

    runner = PreviewRunner(meet)
    runner.met.connect(lambda answer, _: answers.append(answer))
    runner.ask(analysis, "first", ())
    qtbot.waitUntil(asked.is_set)
    may_go_on.set()
    runner.stop()
    qtbot.wait(50)
    assert not runner.busy
    assert answers == []


@pytest.mark.parametrize(
    ("text", "place"),
    [("a", ("position", 0, "text")), ("c", ("position", 1, "examples", 1)), ("b", ("position", 2, "text")), ("x", ())],
)
def test_what_was_taken_is_found_where_it_stands_last(text, place):
    plain = {"position": [{"text": "a"}, {"text": "b", "examples": ["d", "c"]}, {"text": "b"}]}
    assert wording_place(plain, text) == place
