"""One conversion: a temporary folder, LibreOffice under its supervisor in it, the DOCX that comes out.

Everything that LibreOffice reads and writes lies in the folder; it is removed whatever happens. A supervisor stands between,
because a worker that is killed could neither end LibreOffice nor clean up; it hears of our end by its standard input.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.importing.conversion.profile import environment, write_profile
from app.importing.conversion.supervisor import TIMED_OUT
from app.progress import Progress

TIME_LIMIT_S: Final = 120.0  # the first start on a slow machine takes twenty
_EVERY_S: Final = 0.1
_EXPECTED_S: Final = 5.0  # progress stands at half of the conversion's share then
_SUPERVISOR: Final = Path(__file__).with_name("supervisor.py")
_DOCUMENT: Final = "document"  # the original's name may be anything


def converted(
    program: Path, data: bytes, suffix: str, limit: int, progress: Progress, *, seconds: float = TIME_LIMIT_S
) -> bytes:
    """`data` (a file with `suffix`) as DOCX of `limit` bytes at the most; CONVERSION_FAILED or CONVERSION_TIMEOUT."""
    with tempfile.TemporaryDirectory(prefix="klausellupe-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = prepare(folder, data, suffix)
        code = _supervised(folder, command(program, folder, source), seconds, progress)
        if code == TIMED_OUT:
            raise ExpectedError(ErrorCode.CONVERSION_TIMEOUT)
        return _result(folder, limit)


def prepare(folder: Path, data: bytes, suffix: str) -> Path:
    """Fill the folder; the path of the document in it."""
    write_profile(folder / "profile")
    for inner in ("in", "out", "home"):
        (folder / inner).mkdir(mode=0o700)
    source = folder / "in" / f"{_DOCUMENT}{suffix}"
    source.write_bytes(data)
    return source


def command(program: Path, folder: Path, source: Path) -> list[str]:
    """What to run."""
    return [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]


def _supervised(folder: Path, wanted: list[str], seconds: float, progress: Progress) -> int:
    process = subprocess.Popen(  # noqa: S603 - our own script
        [*_supervisor(), str(folder), str(seconds), *wanted],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(folder / "home", dict(os.environ)),
        start_new_session=True,  # Ctrl+C in the terminal is not for it
    )
    try:
        return _wait(process, progress)
    finally:
        if process.stdin is not None:
            process.stdin.close()  # it ends LibreOffice if it still runs, and itself
        process.wait()


def _supervisor() -> list[str]:
    """A built program has no Python but itself (packaging/entry.py)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--supervise"]
    return [sys.executable, "-I", "-S", str(_SUPERVISOR)]


def _wait(process: subprocess.Popen[bytes], progress: Progress) -> int:
    """The exit code. Progress may raise Cancelled."""
    waited = 0.0
    while True:
        progress(waited / (waited + _EXPECTED_S), "converting", {})
        try:
            return process.wait(_EVERY_S)
        except subprocess.TimeoutExpired:
            waited += _EVERY_S


def _result(folder: Path, limit: int) -> bytes:
    """What LibreOffice wrote: it ends with 0 also where it could not load the document."""
    result = folder / "out" / f"{_DOCUMENT}.docx"
    if not result.is_file():
        raise ExpectedError(ErrorCode.CONVERSION_FAILED)
    size = result.stat().st_size
    if size > limit:
        raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": size, "limit": limit, "unit": "bytes"})
    return result.read_bytes()
