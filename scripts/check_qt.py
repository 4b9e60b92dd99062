"""Find out whether Qt can really be loaded here; print what is missing and exit with 1 if not.

Loading is the only honest test: package names differ between distributions, and a library that is there may itself lack
another one. Widgets are tried on the offscreen platform; where there is an X display its platform plugin is loaded too,
because Qt would abort the whole process over a missing library of it.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

_OPEN_APPLICATION = "from PySide6.QtWidgets import QApplication; QApplication([])"


def main() -> int:
    """Print the loader's complaint, if any; return the exit code."""
    complaint = _offscreen_complaint() or _display_complaint()
    if complaint:
        print(complaint)
    return int(bool(complaint))


def _offscreen_complaint() -> str:
    """Last line of what Qt says in a process of its own (it may abort instead of raising)."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, "-c", _OPEN_APPLICATION], env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode == 0:
        return ""
    lines = result.stderr.strip().splitlines()
    return lines[-1] if lines else f"exit code {result.returncode}"


def _display_complaint() -> str:
    if not sys.platform.startswith("linux") or not os.environ.get("DISPLAY"):
        return ""
    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    sys.exit(main())
