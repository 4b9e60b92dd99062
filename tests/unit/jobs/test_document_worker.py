"""The worker process and its client: answers, order, cancelling, dying, and leaving nothing behind.

That no process, thread or window is left is checked after every test by tests/conftest.py; shared memory here.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import fake_worker
import pytest

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.jobs.messages import Analysed, Failed, PageSizes, Progressed, Rendered
from app.jobs.rendering import MAX_PIXELS
from app.models.analysis import LibraryStamp
from app.models.facts import Audience, DealFacts, Fact
from app.models.reading import Correction

LIBRARY = Path("library")


@pytest.fixture(autouse=True)
def _no_segment_left():
    memory = Path("/dev/shm")
    ours = f"klausellupe_{os.getpid()}_*"
    before = set(memory.glob(ours)) if memory.is_dir() else set()
    yield
    if memory.is_dir():
        assert set(memory.glob(ours)) <= before


def test_an_analysis_comes_back_with_the_job_it_answers(talk):
    conversation = talk("quick")
    job = conversation.analyse()
    reply = conversation.next()
    assert isinstance(reply, Analysed)
    assert reply.job == job
    assert reply.analysis.reading.source.name == "quick"


def test_progress_comes_before_the_result(talk):
    conversation = talk("quick")
    conversation.analyse()
    assert conversation.next(progress=True) == Progressed(1, 0.5, "reading", {})


def test_a_file_is_read_in_the_worker(talk, tmp_path):
    file = tmp_path / "quick.txt"
    file.write_bytes(b"12345")
    conversation = talk("quick", file)
    conversation.analyse()
    assert conversation.next().analysis.reading.source.size == 5


def test_a_file_that_is_not_there_is_an_expected_error(talk, tmp_path):
    conversation = talk("quick", tmp_path / "none.txt")
    conversation.analyse()
    assert conversation.next().error.code is ErrorCode.FILE_NOT_FOUND


def test_a_folder_is_not_readable(talk, tmp_path):
    conversation = talk("quick", tmp_path)
    conversation.analyse()
    assert conversation.next().error.code is ErrorCode.FILE_NOT_READABLE


def test_an_expected_error_arrives_as_it_is(talk):
    conversation = talk("encrypted")
    conversation.analyse()
    error = conversation.next().error
    assert isinstance(error, ExpectedError)
    assert (error.code, error.params) == (ErrorCode.PDF_ENCRYPTED, {"name": "x.pdf"})


def test_a_bug_arrives_as_a_report_without_the_texts_of_errors(talk):
    conversation = talk("bug")
    conversation.analyse()
    error = conversation.next().error
    assert isinstance(error, BugError)
    assert "builtins.KeyError" in error.report
    assert "builtins.ValueError" in error.report
    assert "fake_worker.py" in error.report
    assert fake_worker.SECRET not in error.report


def test_want_of_memory_is_an_expected_error(talk):
    conversation = talk("memory")
    conversation.analyse()
    assert conversation.next().error.code is ErrorCode.WORKER_DIED


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_the_worker_may_not_take_all_memory(talk):
    conversation = talk("limits")
    conversation.analyse()
    assert conversation.next().error.params == {"reason": "memory"}


def test_after_a_failed_job_the_same_process_answers_the_next(talk):
    conversation = talk("bug")
    conversation.analyse()
    conversation.next()
    conversation.analyse()
    assert isinstance(conversation.next().error, BugError)


# --- evaluating again


def test_other_facts_are_evaluated_without_reading_again(talk):
    conversation = talk("quick")
    conversation.analyse()
    first = conversation.next().analysis
    facts = DealFacts(audience=Fact(Audience.B2C))
    job = conversation.client.evaluate(LIBRARY, facts)
    reply = conversation.next()
    assert reply.job == job
    assert reply.analysis.facts == facts
    assert reply.analysis.reading is first.reading


def test_no_part_of_an_analysis_is_lost_when_it_is_evaluated_again(talk):
    conversation = talk("quick")
    conversation.analyse()
    reading = conversation.next().analysis.reading
    conversation.client.evaluate(LIBRARY, DealFacts())
    analysis = conversation.next().analysis
    assert analysis == fake_worker.analysis_of(reading, DealFacts(), LibraryStamp(str(LIBRARY), "quick"))


def test_a_document_read_before_is_evaluated_without_reading_it_again(talk):
    reading = fake_worker.reading_of(b"text", "earlier")
    conversation = talk("crash", reading=reading)
    conversation.client.evaluate(LIBRARY, DealFacts())
    assert conversation.next().analysis.reading is reading


def test_a_new_process_evaluates_the_known_reading(talk):
    conversation = talk("quick")
    conversation.analyse()
    conversation.next()
    _kill(conversation)
    conversation.client.evaluate(LIBRARY, DealFacts())
    assert conversation.next().analysis.library.sha256 == "quick"


def _kill(conversation) -> None:
    session = conversation.client._session
    session.kill()
    deadline = time.monotonic() + 60
    while conversation.client._session is session and time.monotonic() < deadline:
        time.sleep(0.01)


# --- pages


def test_page_sizes_are_known_before_the_analysis(talk, pdf):
    conversation = talk("quick", pdf)
    job = conversation.analyse()
    assert conversation.next() == PageSizes(job, ((200.0, 100.0), (100.0, 200.0)))
    assert isinstance(conversation.next(), Analysed)


def test_a_page_is_drawn_as_displayed(talk, pdf):
    conversation = talk("quick", pdf)
    conversation.client.render(1, 40, 20)
    reply = conversation.next()
    assert isinstance(reply, Rendered)
    rows = [reply.pixels[row * 160 : row * 160 + 160] for row in range(20)]
    assert rows[5][:3] == b"\x00\x00\x00"
    assert rows[15][:3] == b"\xff\xff\xff"


def test_a_part_of_a_page_is_the_same_as_in_the_whole(talk, pdf):
    conversation = talk("quick", pdf)
    conversation.client.render(1, 400, 200)
    whole = conversation.next().pixels
    conversation.client.render(1, 400, 200, (30, 60, 100, 50))
    part = conversation.next()
    assert (part.width, part.height) == (100, 50)
    rows = [whole[(60 + row) * 1600 + 120 :][:400] for row in range(50)]
    assert part.pixels == b"".join(rows)
    assert len(set(rows)) > 1


def test_pages_are_drawn_between_the_pages_of_a_running_analysis(talk, pdf):
    conversation = talk("paged", pdf)
    conversation.analyse()
    assert isinstance(conversation.next(), PageSizes)
    conversation.client.render(2, 20, 40)
    reply = conversation.next()
    assert isinstance(reply, Rendered)
    assert (reply.page, len(reply.pixels)) == (2, 20 * 40 * 4)


def test_an_evaluation_waits_for_the_running_analysis(talk):
    conversation = talk("brief")
    first = conversation.analyse()
    conversation.next(progress=True)
    second = conversation.client.evaluate(LIBRARY, DealFacts())
    assert [conversation.next().job, conversation.next().job] == [first, second]


@pytest.mark.parametrize(("page", "width", "height"), [(3, 10, 10), (0, 10, 10), (1, MAX_PIXELS, 2)])
def test_a_page_that_cannot_be_drawn_fails_alone(talk, pdf, page, width, height):
    conversation = talk("quick", pdf)
    conversation.client.render(page, width, height)
    assert isinstance(conversation.next(), Failed)
    conversation.client.render(1, 10, 5)
    assert isinstance(conversation.next(), Rendered)


def test_a_damaged_pdf_has_no_pages_to_draw(talk):
    conversation = talk("quick", b"%PDF-1.7 nothing more")
    conversation.client.render(1, 10, 10)
    assert conversation.next().error.code is ErrorCode.PDF_DAMAGED


# --- understanding again with corrections


QUICKLY, SLOWLY, DEADLY = (Correction("merge", what) for what in ("quick", "paged", "crash"))


def test_what_was_read_is_understood_again_with_corrections(talk):
    conversation = talk("quick")
    conversation.analyse()
    first = conversation.next().analysis.reading
    job = conversation.client.understand((QUICKLY,), LIBRARY, DealFacts())
    reply = conversation.next()
    assert (type(reply), reply.job) == (Analysed, job)
    assert reply.analysis.reading.corrections == (QUICKLY,)
    assert reply.analysis.reading.source is first.source  # it did not travel


def test_what_is_evaluated_afterwards_is_the_corrected_reading(talk):
    conversation = talk("quick")
    conversation.analyse()
    conversation.next()
    conversation.client.understand((QUICKLY,), LIBRARY, DealFacts())
    corrected = conversation.next().analysis.reading
    conversation.client.evaluate(LIBRARY, DealFacts())
    assert conversation.next().analysis.reading is corrected


def test_a_document_that_was_read_before_is_understood_again_without_being_read(talk):
    known = replace(fake_worker.reading_of(b"text", "paged"), corrections=(SLOWLY,))
    conversation = talk("crash", reading=known)
    conversation.client.understand((QUICKLY,), LIBRARY, DealFacts())
    assert conversation.next().analysis.reading == replace(known, corrections=(QUICKLY,))


def test_corrections_go_with_an_analysis(talk):
    conversation = talk("quick")
    conversation.client.analyse(LIBRARY, DealFacts(), (QUICKLY,))
    assert conversation.next().analysis.reading.corrections == (QUICKLY,)


@pytest.mark.parametrize(("correction", "error"), [(SLOWLY, Cancelled), (DEADLY, ExpectedError)])
def test_where_understanding_again_is_cancelled_or_dies_the_former_reading_stays(talk, correction, error):
    conversation = talk("quick")
    conversation.analyse()
    first = conversation.next().analysis.reading
    job = conversation.client.understand((correction,), LIBRARY, DealFacts())
    if correction is SLOWLY:
        conversation.next(progress=True)
        conversation.client.cancel(job)
    reply = conversation.next()
    assert (type(reply.error), reply.job) == (error, job)
    conversation.client.evaluate(LIBRARY, DealFacts())
    reply = conversation.next()
    assert reply.analysis.reading is first
    assert reply.analysis.library.sha256 == "quick"  # the process evaluated what it shows


def test_a_waiting_correction_can_be_cancelled(talk):
    conversation = talk("paged")
    first = conversation.analyse()
    conversation.next(progress=True)
    second = conversation.client.understand((QUICKLY,), LIBRARY, DealFacts())
    _cancel_waiting(conversation, second, first)


# --- cancelling, stopping, dying


def test_a_running_analysis_can_be_cancelled(talk):
    conversation = talk("paged")
    job = conversation.analyse()
    conversation.next(progress=True)
    process = conversation.client._session
    conversation.client.cancel(job)
    assert isinstance(conversation.next().error, Cancelled)
    assert conversation.client._session is process  # it listened, nobody had to kill it


def test_a_waiting_evaluation_can_be_cancelled(talk):
    conversation = talk("paged")
    first = conversation.analyse()
    conversation.next(progress=True)
    second = conversation.client.evaluate(LIBRARY, DealFacts())
    _cancel_waiting(conversation, second, first)


def _cancel_waiting(conversation, waiting: int, running: int) -> None:
    """The one that runs goes on."""
    conversation.client.cancel(waiting)
    reply = conversation.next()
    assert (reply.job, type(reply.error)) == (waiting, Cancelled)
    going_on = conversation.next(progress=True)
    assert (type(going_on), going_on.job) == (Progressed, running)
    conversation.client.cancel(running)
    assert conversation.next().job == running


def test_a_worker_that_does_not_listen_is_killed_and_other_jobs_are_asked_again(talk, pdf, monkeypatch):
    monkeypatch.setattr("app.jobs.client._CANCEL_GRACE_S", 0.2)
    conversation = talk("deaf", pdf)
    job = conversation.analyse()
    assert isinstance(conversation.next(), PageSizes)
    conversation.client.render(1, 10, 5)
    conversation.client.cancel(job)
    replies = [conversation.next(), conversation.next()]
    assert isinstance(next(r for r in replies if r.job == job).error, Cancelled)
    assert isinstance(next(r for r in replies if r.job != job), Rendered)


def test_an_analysis_that_takes_too_long_is_ended(talk):
    conversation = talk("deaf")
    conversation.analyse(timeout=0.5)
    assert conversation.next().error.code is ErrorCode.WORKER_TIMEOUT


def test_a_dead_worker_fails_its_job_and_the_next_request_starts_another(talk, pdf):
    conversation = talk("crash", pdf)
    conversation.analyse()
    assert isinstance(conversation.next(), PageSizes)
    assert conversation.next().error.code is ErrorCode.WORKER_DIED
    conversation.client.render(1, 10, 5)
    assert isinstance(conversation.next(), Rendered)


@pytest.mark.parametrize("what", ["client.Session", "asked.SharedMemory"])
def test_where_the_system_gives_no_process_or_memory_the_job_fails(talk, pdf, monkeypatch, what):
    def refuse(*_, **__) -> None:
        raise OSError

    monkeypatch.setattr(f"app.jobs.{what}", refuse)
    conversation = talk("quick", pdf)
    conversation.client.render(1, 10, 5)
    assert conversation.next().error.code is ErrorCode.WORKER_DIED


def test_a_page_that_the_file_only_promises_is_damaged(talk, pdf):
    lying = pdf.replace(b"/Count 2", b"/Count 9")
    assert lying != pdf
    conversation = talk("quick", lying)
    conversation.analyse()
    assert len(conversation.next().sizes) == 9
    conversation.next()
    conversation.client.render(7, 10, 5)
    assert conversation.next().error.code is ErrorCode.PDF_DAMAGED


@pytest.mark.parametrize("name", ["paged", "deaf"])
def test_stopping_during_an_analysis_ends_the_worker_soon_and_says_nothing_more(talk, name):
    conversation = talk(name)
    conversation.analyse()
    conversation.next(progress=True)
    began = time.monotonic()
    conversation.client.stop()
    assert time.monotonic() - began < 9  # on its own it would go on for ten seconds, or sixty
    with pytest.raises(RuntimeError):
        conversation.analyse()


def test_a_worker_that_was_never_asked_stops(talk):
    talk("quick").client.stop()


def test_stopping_does_not_wait_if_not_told_to(talk):
    conversation = talk("deaf")
    conversation.analyse()
    conversation.next(progress=True)
    conversation.client.stop(wait=False)
    assert not conversation.client.ended  # a process that does not listen has a second


def test_the_worker_never_imports_qt(talk, pdf, tmp_path, monkeypatch):
    listing = tmp_path / "modules"
    monkeypatch.setenv(fake_worker.MODULES_FILE, str(listing))
    conversation = talk("quick", pdf, entry=fake_worker.main_that_reports_modules)
    conversation.analyse()
    conversation.next()
    conversation.client.render(1, 10, 5)
    conversation.next()
    conversation.client.stop()
    modules = listing.read_text(encoding="utf-8").split()
    assert "app.jobs.worker" in modules
    assert not [name for name in modules if name.startswith(("PySide6", "shiboken6"))]


def test_the_pipeline_is_not_imported_with_the_client():
    heavy = {"spacy", "pdfplumber", "docx", "pypdfium2", "app.pipeline"}
    code = "import sys, app.jobs.client; print(*sys.modules)"
    assert not heavy & set(_run(code).split())


def _run(code: str) -> str:
    import subprocess

    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
