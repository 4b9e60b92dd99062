"""The file a document was read from, byte for byte, as a copy of it needs; else why there is none. No Qt; reads files, so it belongs into a thread."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.models.source import SourceDocument
from app.reporting.formats import FORMATS
from app.ui.exporting.kinds import COPY


class NoSource(StrEnum):
    """Why no copy of the document can be written."""

    KIND = "kind"  # of this kind of document none is made
    MISSING = "missing"
    CHANGED = "changed"
    LOOKING = "looking"  # it is not known yet


@dataclass(frozen=True, slots=True)
class Source:
    """`content` is what was read, or None and `reason` says why."""

    content: bytes | None = None
    reason: NoSource | None = None


LOOKING = Source(None, NoSource.LOOKING)


def file_source(document: SourceDocument, path: Path, handed_in: bytes | None) -> Source:
    """`handed_in`: the bytes of a document that is no file."""
    form = FORMATS.get(COPY)
    if form is None or not form.possible(document):
        return Source(None, NoSource.KIND)
    content = handed_in if handed_in is not None else _read(path, document.size)
    if content is None:
        return Source(None, NoSource.MISSING)
    return Source(content) if _is(content, document) else Source(None, NoSource.CHANGED)


def kept_source(found: Source, document: SourceDocument, kept: bytes | None) -> Source:
    """With what the case keeps, where the file is of no use."""
    wanted = found.content is None and found.reason is not NoSource.KIND
    return Source(kept) if wanted and kept is not None and _is(kept, document) else found


def _read(path: Path, size: int) -> bytes | None:
    """No more than was read then: another file is another file after its first byte too many. A pipe would be waited for."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(size + 1)
    except OSError:
        return None


def _is(content: bytes, document: SourceDocument) -> bool:
    return hashlib.sha256(content).hexdigest() == document.sha256
