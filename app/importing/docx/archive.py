"""The ZIP of a Word file with some members exchanged: names, order, times and all other members stay as they are."""

from __future__ import annotations

import copy
import zipfile
from io import BytesIO

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import UNPACKING
from app.importing.docx.package import part_name


def member(data: bytes, name: str) -> bytes:
    """The bytes of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return next(archive.read(info) for info in archive.infolist() if part_name(info.filename) == part_name(name))


def rewritten(data: bytes, changed: dict[str, bytes]) -> bytes:
    """`data` with the parts in `changed` exchanged; DOCX_DAMAGED where one of the others cannot be unpacked."""
    blobs = {part_name(name): blob for name, blob in changed.items()}
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as made:
        made.comment = archive.comment
        for info in archive.infolist():
            blob = blobs.get(part_name(info.filename))
            made.writestr(copy.copy(info), _unpacked(archive, info) if blob is None else blob)
    return stream.getvalue()


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(info)
    except UNPACKING as error:
        raise ExpectedError(ErrorCode.DOCX_DAMAGED, {"part": info.filename}) from error
