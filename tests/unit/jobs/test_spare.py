"""A process that waits for a document; what is left behind is checked after every test by tests/conftest.py."""

from __future__ import annotations

import multiprocessing
import time

import fake_worker
import pytest

from app.jobs.messages import Analysed, Rendered
from app.jobs.spare import SpareWorker


@pytest.fixture
def spare(monkeypatch):
    monkeypatch.setattr("app.jobs.spare._PAUSE_S", 0.1)
    made = SpareWorker(fake_worker.main)
    yield made
    made.close()


def _process(conversation) -> int:
    return conversation.client._session._process.pid


def _next_ready(patience=60.0):
    """The process started after the one that was taken and killed."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        for child in multiprocessing.active_children():
            if child.is_alive():
                return child
        time.sleep(0.02)
    raise TimeoutError


def test_a_document_is_read_by_the_process_that_waits(talk, spare):
    conversation = talk("quick", spare=spare)
    conversation.analyse()
    assert isinstance(conversation.next(), Analysed)
    conversation.client.stop()


def test_every_document_has_a_process_of_its_own(talk, spare):
    conversations = [talk("quick", spare=spare) for _ in range(3)]
    for conversation in conversations:
        conversation.analyse()
        conversation.next()
    assert len({_process(conversation) for conversation in conversations}) == 3
    for conversation in conversations:
        conversation.client.stop()


def test_a_process_that_died_waiting_is_not_given_out(talk, spare):
    spare.take().kill()
    for idle in _next_ready(), *multiprocessing.active_children():
        idle.kill()
        idle.join()
    conversation = talk("quick", spare=spare)
    conversation.analyse()
    assert isinstance(conversation.next(), Analysed)
    conversation.client.stop()


def test_a_process_that_died_reading_a_page_is_replaced(talk, spare):
    conversation = talk("crashes_on_three", spare=spare)
    conversation.analyse()
    assert [note.page for note in conversation.next().analysis.reading.source.warnings] == [3]
    conversation.client.stop()


def test_whoever_looks_at_the_pages_sees_them_before_the_analysis_begins(talk, pdf):
    conversation = talk("deaf", pdf)
    conversation.analyse(viewed=True)
    conversation.next()
    conversation.client.render(1, 10, 5)
    assert isinstance(conversation.next(), Rendered)
