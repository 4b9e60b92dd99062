"""How far many files are, on standard error: files done, time left, what is being read."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable

from app.reporting.printable import printable
from app.wording.batch import batch_phrase, time_left
from app.wording.lang import Lang

_EVERY_S, _LOG_EVERY_S = 0.2, 30.0  # on a terminal, in a log
_GUESS_FROM = 4  # files; before, nobody knows how long one takes


class BatchTicker:
    """One line that rewrites itself on a terminal, a line now and then elsewhere; called in one thread at a time."""

    def __init__(self, total: int, lang: Lang, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._lang, self._clock = total, lang, clock
        self._terminal = sys.stderr.isatty()
        self._started = clock()
        self._next = self._started + (_EVERY_S if self._terminal else _LOG_EVERY_S)
        self._shown = False

    def show(self, done: int, name: str) -> None:
        """`done` files are ready, `name` is being read."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + (_EVERY_S if self._terminal else _LOG_EVERY_S)
        line = self.line(done, name, now - self._started)
        if self._terminal:
            sys.stderr.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
        else:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
        self._shown = True

    def line(self, done: int, name: str, elapsed: float) -> str:
        """`12 von 100 Dateien, noch etwa 3 Minuten: vertrag.pdf`."""
        parts = [batch_phrase("progress", self._lang, done=done, total=self._total)]
        if _GUESS_FROM <= done < self._total:
            parts.append(time_left(elapsed / done * (self._total - done), self._lang))
        return f"{', '.join(parts)}: {printable(name)}"

    def clear(self) -> None:
        """Wipe the line."""
        if self._shown and self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = False
