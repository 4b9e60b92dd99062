"""The forms a report can take, by name, and the one way to write a file.

A file appears whole or not at all: it is written under a temporary name in the same folder and then renamed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis
from app.reporting.tohtml import to_html
from app.reporting.tojson import to_json
from app.reporting.totext import to_text
from app.wording.lang import Lang


@dataclass(frozen=True, slots=True)
class Format:
    """A writer and the suffix of its files."""

    suffix: str
    write: Callable[[Analysis, Lang], str]


FORMATS: Final[dict[str, Format]] = {
    "json": Format(".json", to_json),
    "html": Format(".html", to_html),
    "text": Format(".txt", to_text),
}


def write_atomically(path: Path, content: str) -> None:
    """Write UTF-8 with `\\n` line ends. Raises ExpectedError OUTPUT_NOT_WRITABLE and leaves nothing behind."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(path)}) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8", "replace"))
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(path)}) from error
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    """A temporary file is private, a report gets the rights of any new file. The mask is only read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
