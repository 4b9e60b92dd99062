"""The ZIP of a Word file with some members exchanged or added: names, order, times and all other members stay as they are."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import UNPACKING
from app.importing.docx.package import part_name

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the same copy has the same bytes


def member(data: bytes, name: str) -> bytes:
    """The bytes of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return next(archive.read(info) for info in archive.infolist() if part_name(info.filename) == part_name(name))


def rewritten(data: bytes, changed: Mapping[str, bytes], added: Mapping[str, bytes] | None = None) -> bytes:
    """`data` with the parts in `changed` exchanged and those `added` at the end; DOCX_DAMAGED where one of the others cannot be unpacked."""
    blobs = {part_name(name): blob for name, blob in changed.items()}
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as made:
        made.comment = archive.comment
        for info in archive.infolist():
            blob = blobs.get(part_name(info.filename))
            made.writestr(copy.copy(info), _unpacked(archive, info) if blob is None else blob)
        for name, blob in (added or {}).items():
            made.writestr(_new_member(name), blob)
    return stream.getvalue()


def _new_member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(info)
    except UNPACKING as error:
        raise ExpectedError(ErrorCode.DOCX_DAMAGED, {"part": info.filename}) from error
