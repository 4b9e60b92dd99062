"""The password of protected PDFs: from standard input, never from the arguments, which every user of the machine can see.

On a terminal it is asked for without echo, else it is the first line; the rest of the input is left alone.
"""

from __future__ import annotations

import getpass
import sys
from typing import Final

from app.cli.parsing import UsageError
from app.errors import ErrorCode, ExpectedError
from app.wording.commandline import text
from app.wording.errors import error_sentence
from app.wording.lang import Lang

_LONGEST: Final = 4096  # bytes


def read_password(lang: Lang) -> str:
    """The password. Raises UsageError where there is none."""
    found = _asked(lang) if sys.stdin is not None and sys.stdin.isatty() else _first_line()
    if not found:
        raise UsageError(text("no_password", lang), lang)
    return found


def _asked(lang: Lang) -> str:
    try:
        return getpass.getpass(text("password_prompt", lang), stream=sys.stderr)
    except EOFError:
        return ""


def _first_line() -> str:
    """Spaces at its ends may belong to it. Windows' shells write a byte order mark, and not always UTF-8."""
    if sys.stdin is None:
        return ""
    line = sys.stdin.buffer.readline(_LONGEST).rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def reading_sentence(error: ExpectedError, lang: Lang, *, password_given: bool) -> str:
    """Why a file was not read; what to do about a password is another thing here than in the window."""
    if error.code is ErrorCode.PDF_ENCRYPTED:
        return text("password_wrong" if password_given else "password_needed", lang)
    return error_sentence(error, lang)
