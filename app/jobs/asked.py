"""A job without an answer, on the asking side: where it went, until when, and the memory that its pixels come back in."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing.shared_memory import SharedMemory

from app.errors import Cancelled, KlausellupeError
from app.jobs.messages import Job, Render, Rendered
from app.jobs.session import Session

_numbers = count()


def _new_name() -> str:
    """Names of segments say whose they are; macOS takes 31 characters."""
    return f"klausellupe_{os.getpid()}_{next(_numbers)}_{secrets.token_hex(2)}"


@dataclass(slots=True)
class Asked:
    """At `deadline` the process is killed and the job fails with `overdue`."""

    request: Job
    session: Session | None = None
    segment: SharedMemory | None = None
    deadline: float | None = None
    overdue: KlausellupeError | None = None
    sizes_known: bool = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return isinstance(self.overdue, Cancelled)

    def with_memory(self, request: Render) -> Render:
        """The request with a segment of ours, the same for every process that is asked. Raises OSError."""
        width, height = request.bitmap
        self.segment = self.segment or SharedMemory(_new_name(), create=True, size=width * height * 4)
        return replace(request, segment=self.segment.name)

    def with_pixels(self, reply: Rendered) -> Rendered:
        """The reply with what was drawn."""
        if self.segment is None or self.segment.buf is None:
            return reply
        return replace(reply, pixels=bytes(self.segment.buf[: reply.width * reply.height * 4]))

    def release(self) -> None:
        """Nothing stays in the system's memory."""
        if self.segment is not None:
            self.segment.close()
            self.segment.unlink()
