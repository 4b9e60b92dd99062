"""A small PDF and a worker with a fake pipeline whose replies a test can wait for."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from queue import SimpleQueue

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # spawned workers inherit it and find fake_worker

import fake_worker

from app.importing.options import ReadOptions
from app.jobs.client import DocumentWorker
from app.jobs.messages import Document, Progressed
from app.models.facts import DealFacts

LIBRARY = Path("library")
FACTS = DealFacts()


class Conversation:
    """A client and its replies."""

    def __init__(self, content: bytes | Path, name: str, entry=fake_worker.main, **options) -> None:
        self.replies: SimpleQueue = SimpleQueue()
        self.client = DocumentWorker(Document(content, name, ReadOptions()), self.replies.put, entry=entry, **options)

    def analyse(self, **options) -> int:
        return self.client.analyse(LIBRARY, FACTS, **options)

    def next(self, *, progress: bool = False):
        """The next reply (that is no progress)."""
        while True:
            reply = self.replies.get(timeout=60)
            if progress or not isinstance(reply, Progressed):
                return reply


@pytest.fixture
def talk():
    """Make conversations; their workers are stopped at the end."""
    made: list[Conversation] = []

    def make(name: str, content: bytes | Path = b"text", **options) -> Conversation:
        made.append(Conversation(content, name, **options))
        return made[-1]

    yield make
    for conversation in made:
        conversation.client.stop()


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """Two pages: the first black above, the second upright as displayed by its rotation."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 100), invariant=True)
    canvas.rect(0, 50, 200, 50, fill=1)
    canvas.showPage()
    canvas.setPageSize((100, 200))
    canvas.setPageRotation(90)
    canvas.drawString(20, 20, "Seite zwei")
    canvas.save()
    return buffer.getvalue()
