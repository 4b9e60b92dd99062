"""Finds LibreOffice: on PATH, else where its installers put it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_NAMES: Final = ("soffice", "libreoffice")
_MAC: Final = "Applications/LibreOffice.app/Contents/MacOS/soffice"
_LINUX: Final = ("usr/lib/libreoffice", "usr/lib64/libreoffice", "opt/libreoffice*", "usr/local/lib/libreoffice")
# `soffice.com` waits for the end of the work; `soffice.exe` may return at once.
_WINDOWS: Final = "LibreOffice/program/soffice.com"
_WINDOWS_ROOTS: Final = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")


def find_program() -> Path | None:
    """LibreOffice's program, None where there is none."""
    for name in _NAMES:
        found = shutil.which(name)
        if found is not None:
            return _console(Path(found))
    return next((path for path in _usual_places() if path.is_file()), None)


def _console(program: Path) -> Path:
    """On Windows the form of the program that waits."""
    console = program.with_suffix(".com")
    return console if sys.platform == "win32" and console.is_file() else program


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(name) for name in _WINDOWS_ROOTS]
        yield from (Path(root) / _WINDOWS for root in roots if root)
    elif sys.platform == "darwin":
        yield from (Path("/") / _MAC, Path.home() / _MAC)
    else:
        for pattern in _LINUX:
            # The newest of several versions in /opt.
            yield from sorted(Path("/").glob(f"{pattern}/program/soffice"), reverse=True)
