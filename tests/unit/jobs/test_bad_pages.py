"""A page that brings the worker down or never ends is left out and named; everything else is done."""

from __future__ import annotations

from pathlib import Path

import fake_worker
import pytest

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.jobs.blocking import analyse_file
from app.jobs.guard import Limits
from app.jobs.messages import Analysed, Failed, PageSizes, Rendered
from app.models.facts import DealFacts
from app.models.source import ImportNote
from app.wording.imports import note_sentence

IMPATIENT = Limits(
    page_s=1.5, recognition_s=30, drawing_s=1.5, stage_s=30
)  # one page takes nothing, on a loaded machine a little
TIMEOUT, CRASHED = "page_timeout", "page_crashed"


def _analyse(name: str, limits: Limits = IMPATIENT):
    return analyse_file(b"text", name, Path("library"), DealFacts(), entry=fake_worker.main, limits=limits)


def _notes(analysis) -> list[tuple[int, str]]:
    return [(note.page, note.code) for note in analysis.reading.source.warnings]


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("hangs_on_three", [(3, TIMEOUT)]),
        ("crashes_on_three", [(3, CRASHED)]),
        ("takes_all_memory_on_three", [(3, CRASHED)]),
        ("hangs_and_crashes", [(3, TIMEOUT), (4, CRASHED), (9, CRASHED)]),
    ],
)
def test_bad_pages_are_left_out_and_the_rest_is_read_for_the_command_line(name, left_out):
    assert _notes(_analyse(name)) == left_out


def test_bad_pages_are_left_out_and_the_rest_is_read_for_the_window(talk):
    conversation = talk("crashes_on_three", limits=IMPATIENT)
    job = conversation.analyse()
    reply = conversation.next()
    assert isinstance(reply, Analysed)
    assert reply.job == job
    assert _notes(reply.analysis) == [(3, CRASHED)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("crashes_everywhere", ErrorCode.WORKER_DIED),
        ("crashes_nowhere_else", ErrorCode.WORKER_DIED),
        ("crashes_after_the_pages", ErrorCode.WORKER_DIED),
        ("deaf", ErrorCode.WORKER_TIMEOUT),
    ],
)
def test_where_leaving_pages_out_does_not_help_the_file_is_given_up(name, code):
    with pytest.raises(ExpectedError) as caught:
        _analyse(name, Limits(page_s=1.5, stage_s=5.0, restarts=2))
    assert caught.value.code is code


def test_a_document_gets_so_many_processes_and_no_more():
    with pytest.raises(ExpectedError):
        _analyse("crashes_everywhere", Limits(restarts=3))
    assert len(_notes(_analyse("crashes_everywhere", Limits(restarts=4)))) == 4


def test_recognising_a_page_may_take_longer_than_reading_one():
    assert _notes(_analyse("recognises_slowly")) == []


def test_a_long_document_may_take_longer_than_a_page():
    assert _notes(_analyse("lasting", Limits(page_s=2, stage_s=30))) == []


def test_what_was_cancelled_is_not_begun_again(talk):
    conversation = talk("hangs_on_three", limits=IMPATIENT)
    job = conversation.analyse()
    conversation.next(progress=True)
    conversation.client.cancel(job)
    assert isinstance(conversation.next().error, Cancelled)


def test_the_sizes_of_the_pages_are_announced_once(talk, pdf):
    conversation = talk("crashes_on_three", pdf, limits=IMPATIENT)
    conversation.analyse()
    assert isinstance(conversation.next(), PageSizes)
    assert isinstance(conversation.next(), Analysed)


def test_pages_asked_for_before_the_crash_are_drawn_after_it(talk, pdf):
    conversation = talk("hangs_on_three", pdf, limits=IMPATIENT)
    conversation.analyse()
    conversation.next()
    assert conversation.next(progress=True).params["page"] < 4  # then it hangs
    conversation.client.render(1, 10, 5)
    assert {type(conversation.next()), type(conversation.next())} == {Rendered, Analysed}


# --- drawing


def test_a_page_that_brings_the_drawing_down_fails_alone(talk, pdf):
    conversation = talk("brief", pdf, entry=fake_worker.main_that_crashes_drawing, limits=IMPATIENT)
    conversation.analyse()
    assert isinstance(conversation.next(), PageSizes)
    bad = conversation.client.render(2, 10, 5)
    good = conversation.client.render(1, 10, 5)
    replies = {reply.job: reply for reply in (conversation.next(), conversation.next(), conversation.next())}
    assert replies[bad].error.code is ErrorCode.WORKER_DIED
    assert isinstance(replies[good], Rendered)
    assert _notes(replies[1].analysis) == []


def test_a_page_that_is_never_drawn_is_given_up(talk, pdf):
    conversation = talk("quick", pdf, entry=fake_worker.main_that_hangs_drawing, limits=IMPATIENT)
    conversation.client.render(1, 10, 5)
    reply = conversation.next()
    assert isinstance(reply, Failed)
    assert reply.error.code is ErrorCode.WORKER_TIMEOUT


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("code", [TIMEOUT, CRASHED])
def test_what_was_left_out_is_said(code, lang):
    assert "7" in note_sentence(ImportNote(code, {"page": 7}, 7), lang)
