"""What goes to the terminal: names and texts come from strangers, and terminals obey escape sequences."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from app.reporting.printable import printable


def print_result(content: str | bytes) -> None:
    """UTF-8 on standard output whatever the terminal's locale, so that a redirected result is the file's bytes."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Lines of a result."""
    print_result("".join(f"{printable(line)}\n" for line in lines))


def say(message: str) -> None:
    """One message on standard error."""
    lines = [printable(line) for line in message.splitlines()]
    sys.stderr.write("\n".join(lines) + "\n")
