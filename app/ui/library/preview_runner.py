"""How the clause that is being edited meets the open document, worked out in a thread a moment after the last change.

Only the last question counts: while one is answered, a newer one waits, and what it replaces is never shown. One clause is judged
in a fraction of a second, too short for a process of its own and too long for the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.library.model import ClauseType, ReferenceClause, Status
from app.models.analysis import Analysis

if TYPE_CHECKING:
    from app.pipeline.effect import Meeting

PAUSE_MS = 400
Meet = Callable[[Analysis, ReferenceClause, tuple[ClauseType, ...]], "Meeting"]


def meet(analysis: Analysis, clause: ReferenceClause, types: tuple[ClauseType, ...]) -> Meeting:
    """As if the clause were in force."""
    from app.pipeline.effect import meeting

    return meeting(analysis.reading, analysis.facts, replace(clause, status=Status.APPROVED), types)


class PreviewRunner(QObject):
    """`met`: the meeting and the document it is about; `failed`: the evaluation met a mistake of the program."""

    met = Signal(object, object)  # Meeting, Analysis
    failed = Signal()
    _arrived = Signal(int, object, object)  # number of the question, answer or None, analysis

    def __init__(self, meet: Meet = meet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meet = meet
        self._number = 0
        self._next: tuple[Analysis, ReferenceClause, tuple[ClauseType, ...]] | None = None
        self._thread: threading.Thread | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._start)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._next is not None or self._thread is not None

    def ask(self, analysis: Analysis, clause: ReferenceClause, types: tuple[ClauseType, ...]) -> None:
        """A newer question."""
        self._number += 1
        self._next = (analysis, clause, types)
        self._soon.start()

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._number += 1
        self._next = None
        self._soon.stop()

    def stop(self) -> None:
        """At the end: nothing runs on."""
        self.forget()
        if self._thread is not None:
            self._thread.join()
        self._thread = None

    def _start(self) -> None:
        if self._thread is not None or self._next is None:
            return  # the answer that is on its way starts the next
        question, self._next = self._next, None
        self._thread = threading.Thread(target=self._work, args=(self._number, *question), name="klausellupe-preview")
        self._thread.start()

    def _work(self, number: int, analysis: Analysis, clause: ReferenceClause, types: tuple[ClauseType, ...]) -> None:
        """In the thread."""
        answer: object = None
        try:
            answer = self._meet(analysis, clause, types)
        finally:
            self._arrived.emit(number, answer, analysis)

    def _take(self, number: int, answer: object, analysis: Analysis) -> None:
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        if number == self._number and answer is None:
            self.failed.emit()
        elif number == self._number:
            self.met.emit(answer, analysis)
        if self._next is not None and not self._soon.isActive():
            self._start()
