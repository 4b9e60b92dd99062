"""Progress on standard error: one line that rewrites itself on a terminal, a line now and then elsewhere.

Short work stays silent: nothing is shown in the first moments, and nothing is left on the line at the end.
"""

from __future__ import annotations

import shutil
import sys
import time

from app.progress import ProgressParams
from app.reporting.printable import printable
from app.wording.commandline import text
from app.wording.lang import Lang
from app.wording.progress import progress_sentence

_QUIET_S, _EVERY_S = 0.6, 0.1  # on a terminal
_LOG_QUIET_S, _LOG_EVERY_S = 10.0, 10.0  # in a log


class Ticker:
    """Shows progress of one file after another; `report` has the shape of `app.progress.Progress`."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._terminal = sys.stderr.isatty()
        self._name = ""
        self._next = 0.0
        self._shown = False

    def start(self, name: str) -> None:
        """A new file."""
        self.clear()
        self._name = printable(name)
        self._next = time.monotonic() + (_QUIET_S if self._terminal else _LOG_QUIET_S)

    def report(self, fraction: float, code: str, params: ProgressParams) -> None:
        """One progress call."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (_EVERY_S if self._terminal else _LOG_EVERY_S)
        doing = progress_sentence(code, params, self._lang)
        line = text("progress", self._lang, name=self._name, percent=round(fraction * 100), doing=doing)
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r\x1b[K{line[:width]}")
        else:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Wipe the line."""
        if self._shown and self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = False
