"""The one way to write a file: it appears whole or not at all.

It is written under a temporary name in the same folder and then renamed.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from app.errors import ErrorCode, ExpectedError


def write_atomically(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write bytes, or text as UTF-8 with `\\n` line ends; `private`: for the user's eyes only.

    Raises ExpectedError OUTPUT_NOT_WRITABLE and leaves nothing behind.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(path)}) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o600 if private else 0o666 & ~_umask())
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
