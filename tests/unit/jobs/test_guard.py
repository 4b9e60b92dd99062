"""What a silent process is busy with, and how long it may be silent; without a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Cancelled
from app.jobs.guard import Guard, Limits, Step
from app.jobs.messages import Began, Failed, PageSizes, Progressed, Rendered

LIMITS = Limits(page_s=20, recognition_s=180, drawing_s=10, stage_s=300)


class Heard:
    """A guard with a clock of the test's own that has heard some replies, one a second."""

    def __init__(self, *replies) -> None:
        self.now = 0.0
        self.guard = Guard(LIMITS, lambda: self.now)
        for reply in replies:
            self.now += 1
            self.guard.hear(reply)

    @property
    def patience(self):
        return None if self.guard.deadline is None else self.guard.deadline - self.now


def reading(page, code="reading_page", job=1):
    return Progressed(job, 0.5, code, {"page": page, "pages": 9})


@pytest.mark.parametrize(
    ("replies", "step", "patience"),
    [
        ((), None, None),
        ((Began(1),), Step(1), 300),
        ((Began(1), reading(4)), Step(1, page=4, code="reading_page"), 20),
        ((Began(1), reading(4), reading(5)), Step(1, page=5, code="reading_page"), 20),
        ((Began(1), reading(4, "recognising_page")), Step(1, page=4, code="recognising_page"), 180),
        ((Began(1), reading(4), Progressed(1, 0.9, "evaluating", {})), Step(1, code="evaluating"), 300),
        ((Began(1), PageSizes(1, ())), Step(1), 300),
        ((Began(1), reading(4), Began(2, drawing=True)), Step(2, drawing=True), 10),
        (
            (Began(1), reading(4), Began(2, drawing=True), Rendered(2, 1, 9, 9)),
            Step(1, page=4, code="reading_page"),
            20,
        ),
        ((Began(1), reading(4), Failed(1, Cancelled())), None, None),
        ((Began(1), reading(4), Failed(7, Cancelled())), Step(1, page=4, code="reading_page"), 20),
    ],
)
def test_the_step_and_the_patience_with_it(replies, step, patience):
    heard = Heard(*replies)
    assert heard.guard.step == step
    assert heard.patience == patience


def test_every_sign_of_life_begins_the_wait_anew():
    heard = Heard(Began(1), reading(1))
    heard.now += 15
    heard.guard.hear(reading(1))
    assert heard.patience == 20


def test_the_codes_are_those_the_readers_report():
    importing = Path(__file__).parents[3] / "app/importing"
    sources = "".join(path.read_text("utf-8") for path in importing.rglob("*.py"))
    assert '"reading_page"' in sources
