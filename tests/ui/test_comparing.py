"""Two documents side by side: read, compared, walked through, swapped, saved, closed; what cannot be read says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.reporting.paper import Span, Tone
from app.settings import Settings
from app.ui.comparing.follow import follow
from app.ui.comparing.markup import row_markup
from app.ui.comparing.pair import PairRow, forms_pair, slim, versions_pair
from app.ui.comparing.window import CompareWindow
from app.ui.factchoices import assumed_today
from app.ui.session import DocumentSession, Stored, wait_for_all
from tests.unit.reporting.compared import NEW, OLD, OTHERS
from tests.unit.reporting.compared import analysed as made

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def document(path: Path, text: str, context):
    """A file that is open already: nothing is read again."""
    path.write_text(text, encoding="utf-8")
    analysis = made(text, path.name)
    stored = Stored(path, analysis.reading, analysis)
    return DocumentSession(
        path, context.library.effective, assumed_today(), entry=context.entry, stored=stored
    ), analysis


@pytest.fixture
def pair_window(context, tmp_path, qtbot):
    """Old and new version."""
    made_windows = []

    def open_(old: str = OLD, new: str = NEW, *, forms: bool = False) -> CompareWindow:
        window = CompareWindow(
            document(tmp_path / "alt.txt", old, context),
            document(tmp_path / "neu.txt", new, context),
            context,
            forms=forms,
        )
        made_windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.settled, timeout=60_000)
        return window

    yield open_
    for window in made_windows:
        window.close()
    wait_for_all()


def test_changed_values_stand_first_and_a_row_marks_both_places(pair_window, qtbot) -> None:
    window = pair_window()
    first = window.pair.rows[0]
    assert "→" in first.title
    assert window.rows.current == 0
    assert "<s" in row_markup(first, window._context.theme)
    assert window.old.text._marks.hits == window.pair.old_marks
    text = window.old.analysis.reading.source.text
    assert any(word in text[a:b] for a, b in first.old for word in ("drei", "30"))


def test_keys_lead_from_change_to_change(pair_window) -> None:
    window = pair_window()
    window._steps["next"].trigger()
    assert window.rows.current == 1
    window._steps["previous"].trigger()
    window._steps["previous"].trigger()
    assert window.rows.current == 0


def test_the_list_is_filtered_by_words_and_group(pair_window) -> None:
    window = pair_window()
    window.rows.words.setText("abwerb")
    shown = [window.pair.rows[item.data(0, 256)] for item in window.rows._items()]
    assert shown
    assert all("bwerb" in row.title + row.note for row in shown)
    window.rows.words.clear()
    window.rows.groups.setCurrentIndex(1)
    assert {window.pair.rows[item.data(0, 256)].group for item in window.rows._items()} == {window.pair.rows[0].group}


def test_swapped_what_came_goes(pair_window, qtbot) -> None:
    window = pair_window()
    added = {row.title for row in window.pair.rows if row.tone is Tone.INSERTED}
    window.swap()
    qtbot.waitUntil(lambda: window.settled, timeout=60_000)
    assert added
    assert added <= {row.title for row in window.pair.rows if row.tone is Tone.DELETED}
    assert window.old.session.path.name == "neu.txt"


def test_two_equal_versions_say_so(pair_window) -> None:
    window = pair_window(OLD, OLD)
    assert window.pair.rows == ()
    assert "Wörter und Zahlen sind in beiden Fassungen dieselben" in window.detail.toPlainText()


def test_two_companies_terms_stand_beside_each_other(pair_window) -> None:
    window = pair_window(OLD, OTHERS, forms=True)
    assert window.pair.rows[0].group == "widersprechen sich"
    assert not window._steps["follow"].isVisible()
    assert any("Ohne Einigung gälte" in "".join(span.text for span in line) for line in window.pair.rows[0].lines)


def test_a_file_that_is_not_open_is_read_first(context, tmp_path, qtbot) -> None:
    other = tmp_path / "neu.txt"
    other.write_text(NEW, encoding="utf-8")
    session = DocumentSession(other, context.library.effective, assumed_today(), entry=context.entry)
    window = CompareWindow(document(tmp_path / "alt.txt", OLD, context), (session, None), context)
    qtbot.waitUntil(lambda: window.settled, timeout=60_000)
    assert window.new.analysis is not None
    window.close()


def test_a_file_that_cannot_be_read_says_why(context, tmp_path, qtbot) -> None:
    session = DocumentSession(tmp_path / "fehlt.pdf", context.library.effective, assumed_today(), entry=context.entry)
    window = CompareWindow(document(tmp_path / "alt.txt", OLD, context), (session, None), context)
    window.show()
    qtbot.waitUntil(window.new.banner.isVisible, timeout=60_000)
    assert window.new.banner.sentence
    assert window.pair is None
    window.close()


def test_the_comparison_is_saved(pair_window, tmp_path, qtbot) -> None:
    window, target = pair_window(), tmp_path / "vergleich.html"
    window.saver.save_to(window.pair.comparison, target, Settings(user="M. Muster"))
    qtbot.waitUntil(lambda: "Gespeichert" in window.statusBar().currentMessage(), timeout=60_000)
    said = target.read_text(encoding="utf-8")
    assert "Vergleich zweier Fassungen" in said
    assert "M. Muster" in said


def test_a_compared_document_is_never_written_over(pair_window, tmp_path, qtbot) -> None:
    window = pair_window()
    document = window.new.session.path
    before = document.read_bytes()
    window.saver.save_to(window.pair.comparison, document, Settings())
    qtbot.waitUntil(lambda: bool(window.statusBar().currentMessage()), timeout=60_000)
    assert "eines der Dokumente" in window.statusBar().currentMessage()
    assert document.read_bytes() == before


def test_an_ending_that_is_added_overwrites_nothing_unasked(pair_window, tmp_path, monkeypatch) -> None:
    window, asked = pair_window(), []
    (tmp_path / "bericht.pdf").write_bytes(b"mein Vertrag")
    given = (str(tmp_path / "bericht"), "PDF-Bericht (*.pdf)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: given)
    answer = lambda *words: asked.append(words) or QMessageBox.StandardButton.No  # noqa: E731
    monkeypatch.setattr(QMessageBox, "question", answer)
    window.saver.choose(window.pair.comparison, tmp_path / "vorschlag", "")
    assert len(asked) == 1
    assert (tmp_path / "bericht.pdf").read_bytes() == b"mein Vertrag"


def test_for_the_other_side_nothing_of_our_library_is_in_it(pair_window, tmp_path, qtbot) -> None:
    window, target = pair_window(), tmp_path / "extern.txt"
    window.saver.save_to(window.pair.comparison, target, Settings(), outward=True)
    qtbot.waitUntil(lambda: "Gespeichert" in window.statusBar().currentMessage(), timeout=60_000)
    said = target.read_text(encoding="utf-8")
    assert window.pair.comparison.new.library.name not in said
    assert "Was das für uns ändert" not in said


def test_a_folder_that_is_gone_is_told(pair_window, tmp_path, qtbot) -> None:
    window = pair_window()
    window.saver.save_to(window.pair.comparison, tmp_path / "weg" / "vergleich.json", Settings())
    qtbot.waitUntil(lambda: bool(window.statusBar().currentMessage()), timeout=60_000)
    assert "Gespeichert" not in window.statusBar().currentMessage()


def test_another_language_words_everything_anew(pair_window, context, qtbot) -> None:
    window = pair_window()
    context.language.switch("en")
    qtbot.waitUntil(lambda: window.settled and window.pair.rows[0].group == "Changed values", timeout=60_000)
    assert "both" not in window.windowTitle()


# --- without a window


@pytest.mark.parametrize(
    ("points", "offset", "to_new", "there"),
    [
        ([(0, 0), (100, 200)], 50, True, 100),
        ([(0, 0), (100, 200)], 100, False, 50),
        ([(0, 0), (100, 200)], 500, True, 200),
        ([(10, 40)], 3, True, 0),
        ([], 7, True, 0),
        ([(0, 0), (10, 90), (20, 20), (30, 30)], 25, True, 25),  # what was moved leads nobody astray
    ],
)
def test_the_other_side_follows_by_clauses(points, offset: int, to_new: bool, there: int) -> None:
    assert follow(points).across(offset, to_new=to_new) == there


def test_words_of_a_document_are_no_markup(theme) -> None:
    row = PairRow("g", "<b>x</b>", "", Tone.PLAIN, (), (), ((Span("<img src=x>", Tone.INSERTED),),))
    said = row_markup(row, theme)
    assert "<img" not in said
    assert "<b>x" not in said


def test_slim_documents_give_the_same_rows() -> None:
    old, new = made(OLD, "alt.txt"), made(NEW, "neu.txt")
    assert versions_pair(old, new, "de").rows == versions_pair(slim(old), slim(new), "de").rows
    assert slim(old).reading.source.runs == ()


def test_every_subject_is_a_row() -> None:
    from app import paths

    pair = forms_pair(made(OLD, "a.txt"), made(OTHERS, "b.txt"), paths.clause_library(), "en")
    assert len(pair.rows) == len(pair.comparison.subjects) + 1  # and what holds for all of them
    assert pair.rows[-1].old
