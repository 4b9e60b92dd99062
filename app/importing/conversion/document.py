"""Reads a DOC, ODT or RTF file: converted to DOCX first. Name, size, hash and media type stay those of the original."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from app.errors import ErrorCode, ExpectedError
from app.importing.conversion.content import check, clock_fields, linked
from app.importing.conversion.opendocument import Prepared, prepared
from app.importing.conversion.program import find_program
from app.importing.conversion.run import converted
from app.importing.detection import MEDIA_TYPES, Format
from app.importing.options import ReadOptions
from app.models.source import IgnoredReason, ImportNote, SourceDocument
from app.progress import Progress, part_of

_PROGRAM = "LibreOffice"
_SUFFIXES = {Format.DOC: ".doc", Format.ODT: ".odt", Format.RTF: ".rtf"}
_CONVERTING = 0.7  # of the time


def read_converted(
    data: bytes, name: str, options: ReadOptions, progress: Progress, *, found: Format
) -> SourceDocument:
    """The document in `data`; CONVERTER_MISSING without LibreOffice, CONVERSION_FAILED where it cannot read the file."""
    check(data, found)
    program = find_program()
    if program is None:
        raise ExpectedError(ErrorCode.CONVERTER_MISSING, {"format": str(found)})
    ready = prepared(data) if found is Format.ODT else Prepared(data, ())
    first, second = part_of(progress, 0.0, _CONVERTING), part_of(progress, _CONVERTING, 1.0)
    try:
        docx = converted(program, ready.data, _SUFFIXES[found], options.max_bytes, first)
        source = _read(docx, name, options, second)
    except ExpectedError as error:
        error.params.setdefault("format", str(found))
        raise
    return _as_original(source, data, found, docx, ready)


def _read(docx: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    from app.importing.docx import read_docx

    try:
        return read_docx(docx, name, options, progress)
    except ExpectedError as error:
        if error.code is ErrorCode.DOCX_DAMAGED:  # the user has no DOCX that could be damaged
            raise ExpectedError(ErrorCode.CONVERSION_FAILED) from error
        raise


def _as_original(source: SourceDocument, data: bytes, found: Format, docx: bytes, ready: Prepared) -> SourceDocument:
    links = linked(data, found)
    counts = {
        "linked_content": links,
        "dates_of_today": clock_fields(docx),
        "hidden_text": _newly_hidden(source, ready),
    }
    notes = [ImportNote("converted", {"format": str(found), "program": _PROGRAM})]
    notes += [ImportNote(code, {"count": count}) for code, count in counts.items() if count]
    return replace(
        source,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=MEDIA_TYPES[found],
        ignored=(*ready.hidden, *source.ignored),
        warnings=(*notes, *(note for note in source.warnings if note.code != "hidden_text" or not ready.hidden)),
        unread_parts=(*(("linked_content",) if links else ()), *source.unread_parts),
    )


def _newly_hidden(source: SourceDocument, ready: Prepared) -> int:
    """How many hidden passages there are, if the reader of the DOCX did not see all of them."""
    seen = sum(item.reason is IgnoredReason.HIDDEN for item in source.ignored)
    return len(ready.hidden) + seen if ready.hidden else 0
