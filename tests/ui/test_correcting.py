"""A document's corrections in its session: understood again in the worker, the last list wins, cancelling keeps what was there."""

from __future__ import annotations

from datetime import date

import pytest

from app import paths
from app.errors import Cancelled
from app.models.corrections import TYPE, correction, merge, possible
from app.pipeline.facts import assumed
from app.ui.session import DocumentSession, Stored

FACTS = assumed(date(2026, 1, 2))


@pytest.fixture
def session_of(context, pdf):
    """Make sessions on the PDF; they are closed at the end."""
    made = []

    def make(**options) -> DocumentSession:
        made.append(DocumentSession(pdf, paths.clause_library, FACTS, entry=context.entry, **options))
        return made[-1]

    yield make
    for session in made:
        session.close()
        session.wait()


@pytest.fixture
def edits(analysis):
    """A type and a merge, of different clauses."""
    reading = analysis.reading
    joining = next(c for c in reading.clauses[1:] if "merge" in possible(reading, c.id))
    return correction(reading.clauses[0], TYPE, "limitation_of_liability"), merge(reading, joining)


def analysed(session, qtbot, do):
    """What comes of doing it."""
    with qtbot.waitSignal(session.analysed, timeout=20_000) as heard:
        do()
    return heard.args[0]


def test_a_correction_is_understood_and_evaluated_and_taken_back(session_of, qtbot, edits, analysis):
    session = session_of()
    analysed(session, qtbot, session.analyse)
    found = analysed(session, qtbot, lambda: session.correct(edits))
    assert found.reading.corrections == edits
    assert len(found.reading.clauses) == len(analysis.reading.clauses) - 1
    assert found.reading.clauses[0].type == "limitation_of_liability"
    assert {c.clauses[0] for c in found.checks if c.clauses} <= set(found.reading.by_id)
    again = analysed(session, qtbot, lambda: session.correct(()))
    assert again.reading == analysis.reading


def test_while_one_list_is_laid_over_only_the_last_of_the_next_ones_counts(session_of, qtbot, edits, analysis, pdf):
    session = session_of(stored=Stored(pdf, analysis.reading, analysis), corrections=edits[:1])
    heard = []
    session.analysed.connect(lambda found: heard.append(found.reading.corrections))
    session.resume()
    session.correct(())
    session.correct(edits)
    session.evaluate(FACTS)
    qtbot.waitUntil(lambda: heard[-1:] == [edits] and not session.busy, timeout=20_000)
    assert heard == [(), edits[:1], edits]
    assert session.corrections == edits


def test_a_cancelled_correction_leaves_what_was_there(session_of, qtbot, edits):
    session = session_of()
    before = analysed(session, qtbot, session.analyse)
    with qtbot.waitSignal(session.failed, timeout=20_000) as heard:
        session.correct(edits)
        session.cancel()
    assert isinstance(heard.args[0], Cancelled)
    assert (session.corrections, session.analysis) == ((), before)
    again = analysed(session, qtbot, lambda: session.evaluate(FACTS))
    assert again.reading is before.reading


def test_a_case_is_understood_again_where_it_was_corrected_since(session_of, qtbot, edits, analysis, pdf):
    session = session_of(stored=Stored(pdf, analysis.reading), corrections=edits)
    found = analysed(session, qtbot, session.resume)
    assert found.reading.corrections == edits
    reopened = session_of(stored=Stored(pdf, found.reading), corrections=edits)
    assert analysed(reopened, qtbot, reopened.resume).reading is found.reading
