"""A screen of its own for a bench (Xvfb): what is drawn there is drawn as on a desk, but nobody sees it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def display(home: Path, size: str = "1920x1080") -> Iterator[dict[str, str]]:
    """The environment for programs that show their windows there, with an empty home of their own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        yield _environment(home) | {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


def _environment(home: Path) -> dict[str, str]:
    ours = ("XDG_", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | {"HOME": str(home)}
