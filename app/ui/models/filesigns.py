"""Which files of the stored cases are gone or hold something else now. No Qt; reads files, so it belongs into a thread.

Strategy: a file that was not written since its case was made is the one that was read; only one written later is read and compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.ui.models.pasted import is_pasted

if TYPE_CHECKING:
    from app.storage.caserows import CaseEntry

_PIECE = 1 << 20


def file_signs(entries: Sequence[CaseEntry], stale: Callable[[], bool] = lambda: False) -> dict[str, str]:
    """Case → "missing" or "changed". `stale`: whether nobody waits for it any more."""
    signs: dict[str, str] = {}
    for entry in entries:
        if stale():
            break
        if not is_pasted(entry.path) and (sign := _sign(entry, stale)):
            signs[entry.id] = sign
    return signs


def _sign(entry: CaseEntry, stale: Callable[[], bool]) -> str:
    try:
        if not entry.path.is_file():
            return "missing"
        written = datetime.fromtimestamp(entry.path.stat().st_mtime, UTC)
        same = written <= entry.created or _hash(entry.path, stale) in (entry.sha256, None)
    except OSError:
        return "missing"
    return "" if same else "changed"


def _hash(path: Path, stale: Callable[[], bool]) -> str | None:
    """None where nobody waits for it any more."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if stale():
                return None
            found.update(piece)
    return found.hexdigest()
