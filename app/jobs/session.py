"""One run of a worker process and the pipe to it, seen from the asking side: of a document or of a task.

Strategy: one thread sends, one receives; both may block without the other noticing, so two full pipes cannot wait for
each other. The receiver also waits for the process's end and for `wake`, which interrupts it when a deadline changed.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar, cast

from app.jobs.messages import Reply, Request
from app.jobs.pieces import Gathered, Piece, in_pieces
from app.jobs.process import OUT_OF_MEMORY, interrupts_held_back

Entry = Callable[[Connection], None]
"""What the process runs: a function of a module, without Qt in its imports."""

Told = TypeVar("Told")
Heard = TypeVar("Heard")

_GOODBYE_S = 0.5  # between the end of the pipe and the end of the process


class Conversation(Generic[Told, Heard]):
    """A started process. `send` in one thread, `receive`, `kill` and `end` in another, `wake` in any."""

    def __init__(self, entry: Entry) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other_end = context.Pipe()
        self._alarm, self._bell = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(
            target=entry, args=(other_end,), name="klausellupe-worker", daemon=True
        )
        self._sending, self._ringing = threading.Lock(), threading.Lock()
        with interrupts_held_back():
            self._process.start()
        other_end.close()

    def send(self, request: Told) -> bool:
        """False if the process is gone."""
        with self._sending:
            try:
                self._put(request)
            except OSError:
                return False
            return True

    def receive(self, timeout: float | None) -> Heard | None:
        """The next reply, None after `timeout` seconds or `wake`. EOFError if the process is gone and all is read."""
        ready = connection.wait([self._pipe, self._alarm, self._process.sentinel], timeout)
        if self._alarm in ready:
            self._alarm.recv()
        if self._pipe in ready or (self._process.sentinel in ready and self._pipe.poll()):
            return self._next()
        if self._process.sentinel in ready:
            raise EOFError
        return None

    def _next(self) -> Heard | None:
        try:
            return self._take()
        except OSError as error:
            raise EOFError from error

    def _put(self, request: Told) -> None:
        self._pipe.send(request)

    def _take(self) -> Heard:
        return cast(Heard, self._pipe.recv())

    def wake(self) -> None:
        """Make a waiting `receive` return."""
        with self._ringing:
            if not self._bell.closed:
                self._bell.send(None)

    def kill(self) -> None:
        """At once; `receive` then raises EOFError."""
        self._process.kill()

    def wait_for_end(self) -> None:
        """For the thread that started the process: Linux ends a worker with this very thread, not with its process."""
        connection.wait([self._process.sentinel])

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.is_alive()

    @property
    def ran_out_of_memory(self) -> bool:
        """After `end`: whether the process gave up by itself for want of memory."""
        return self._process.exitcode == OUT_OF_MEMORY

    def end(self) -> None:
        """After EOFError: nothing of process and pipes is left."""
        connection.wait([self._process.sentinel], _GOODBYE_S)
        self._process.kill()
        self._process.join()
        with self._sending, self._ringing:
            for end in (self._pipe, self._alarm, self._bell):
                end.close()


class Session(Conversation[Request | Piece, Reply]):
    """With the worker process of a document."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self._gathered = Gathered()

    def send(self, request: Request | Piece) -> bool:
        """What is long goes in pieces."""
        if isinstance(request, Piece):
            return super().send(request)
        return all(super(Session, self).send(piece) for piece in in_pieces(request))

    def _next(self) -> Reply | None:
        reply: Reply | None = self._gathered.take(super()._next())
        return reply
