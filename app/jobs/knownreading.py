"""What was read of a document, on the asking side of its worker.

A reading is large, so it travels once: a process that has not made it itself gets it with the first request that needs it, and answers
leave out what is known here already. Used by both threads of the client, guarded by its lock.
"""

from __future__ import annotations

from dataclasses import replace

from app.jobs.messages import Analysed, Evaluate, Evaluated, Understand, Understood, put_together
from app.jobs.session import Session
from app.models.reading import Reading


class KnownReading:
    """The last reading, and the process that has it too."""

    def __init__(self, reading: Reading | None) -> None:
        self._reading = reading
        self._informed: Session | None = None

    def complete(self, request: Evaluate | Understand, session: Session) -> Evaluate | Understand:
        """With the reading, for a process that has none."""
        if session is self._informed:
            return request
        self._informed = session
        return replace(request, reading=self._reading)

    def learn(self, reply: Analysed | Evaluated | Understood, session: Session) -> Analysed:
        """The whole analysis; its reading is the one that holds from now on."""
        if not isinstance(reply, Analysed):
            if self._reading is None:
                raise RuntimeError("the worker cannot have known more")
            reply = put_together(reply, self._reading)
        self._reading, self._informed = reply.analysis.reading, session
        return reply
