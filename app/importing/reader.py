"""Reads a file of any format: limits, detection by content, then the reader of that format.

The readers are imported when they are needed: pdfplumber and lxml cost start-up time that a text file must not pay.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import Format, as_named, detect, mismatch
from app.importing.options import Reader, ReadOptions
from app.models.source import ImportNote, SourceDocument
from app.progress import Progress


def read(data: bytes, name: str, options: ReadOptions, *, progress: Progress) -> SourceDocument:
    """The document in `data`; raises ExpectedError where it cannot be read.

    `name` is only shown, never trusted; but whether text is Markdown nothing else tells.
    """
    _check_size(data, options)
    found = as_named(name, detect(data))
    source = _reader(found)(data, name, options, progress)
    if not source.text.strip():
        raise ExpectedError(ErrorCode.NO_TEXT, {"format": str(found)})
    return _with_name_note(source, found)


def _check_size(data: bytes, options: ReadOptions) -> None:
    if not data:
        raise ExpectedError(ErrorCode.FILE_EMPTY)
    if len(data) > options.max_bytes:
        raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": len(data), "limit": options.max_bytes, "unit": "bytes"})


def _reader(found: Format) -> Reader:
    match found:
        case Format.PDF:
            from app.importing.pdf import read_pdf

            return read_pdf
        case Format.DOCX:
            from app.importing.docx import read_docx

            return read_docx
        case Format.DOC | Format.ODT | Format.RTF:
            from app.importing.conversion import read_converted

            return partial(read_converted, found=found)
        case Format.HTML:
            from app.importing.html import read_html

            return read_html
        case Format.MARKDOWN:
            from app.importing.markdown import read_markdown

            return read_markdown
        case Format.TEXT:
            from app.importing.text import read_text

            return read_text


def _with_name_note(source: SourceDocument, found: Format) -> SourceDocument:
    wrong = mismatch(source.name, found)
    if wrong is None:
        return source
    note = ImportNote("name_mismatch", {"expected": wrong.expected, "found": wrong.found})
    return replace(source, warnings=(note, *source.warnings))
