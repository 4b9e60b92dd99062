"""Errors: one root, expected failures (the world's fault) apart from bugs (ours).

An expected error carries a stable code of the catalogue and parameters; `app.wording` makes the sentence and the
advice in the language asked for. Errors travel between processes, so they pickle by code and parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

ErrorParams = Mapping[str, str | int | float]


class ErrorCode(StrEnum):
    """Catalogue of everything that may go wrong for reasons outside the program."""

    # reading a file
    FILE_NOT_FOUND = "file_not_found"
    FILE_NOT_READABLE = "file_not_readable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MANY_PAGES = "too_many_pages"
    FORMAT_UNKNOWN = "format_unknown"
    FORMAT_NOT_SUPPORTED = "format_not_supported"
    PDF_DAMAGED = "pdf_damaged"
    PDF_ENCRYPTED = "pdf_encrypted"
    PDF_NO_TEXT = "pdf_no_text"
    DOCX_DAMAGED = "docx_damaged"
    DOCX_ENCRYPTED = "docx_encrypted"
    ARCHIVE_BOMB = "archive_bomb"
    TEXT_UNDECODABLE = "text_undecodable"
    DOCUMENT_DAMAGED = "document_damaged"
    DOCUMENT_ENCRYPTED = "document_encrypted"
    CONVERTER_MISSING = "converter_missing"
    CONVERSION_FAILED = "conversion_failed"
    CONVERSION_TIMEOUT = "conversion_timeout"
    NO_TEXT = "no_text"
    # library
    LIBRARY_NOT_FOUND = "library_not_found"
    LIBRARY_INVALID = "library_invalid"
    OFFER_OUTDATED = "offer_outdated"  # a clause was changed here since a pack was compared
    LIBRARY_CHANGED = "library_changed"  # somebody saved another version meanwhile
    # databases
    STORE_LOCKED = "store_locked"
    STORE_NEWER = "store_newer"
    STORE_DAMAGED = "store_damaged"
    STORE_NOT_WRITABLE = "store_not_writable"
    STORE_ON_NETWORK = "store_on_network"
    CASE_NOT_FOUND = "case_not_found"
    CASE_OUTDATED = "case_outdated"  # its reading or analysis was stored by another version of the program
    CASE_DAMAGED = "case_damaged"
    # packs and lists brought into the library
    PACK_INVALID = "pack_invalid"
    PACK_NOT_FOUND = "pack_not_found"
    PACK_TOO_LARGE = "pack_too_large"
    PACK_TARGET_TAKEN = "pack_target_taken"
    TABLE_UNREADABLE = "table_unreadable"
    # output
    OUTPUT_NOT_WRITABLE = "output_not_writable"
    # writing into a Word file
    REPLACE_SOURCE_CHANGED = "replace_source_changed"
    REPLACE_GENERATED = "replace_generated"
    REPLACE_FIELD = "replace_field"
    REPLACE_HIDDEN = "replace_hidden"
    REPLACE_PARAGRAPHS = "replace_paragraphs"
    REPLACE_CHARACTERS = "replace_characters"
    REPLACE_INEXACT = "replace_inexact"
    # writing into a copy of the document
    SOURCE_CHANGED = "source_changed"
    COPY_NOT_POSSIBLE = "copy_not_possible"  # its format takes no notes
    COPY_FORBIDDEN = "copy_forbidden"  # the owner's password is needed to write notes into it
    COPY_DAMAGED = "copy_damaged"  # the source is built in a way that nothing can be added to it
    # a report's own picture
    LOGO_UNREADABLE = "logo_unreadable"
    # worker
    WORKER_DIED = "worker_died"
    WORKER_TIMEOUT = "worker_timeout"
    TASK_DIED = "task_died"  # work of its own process that is about no open document
    TASK_TIMEOUT = "task_timeout"


class KlausellupeError(Exception):
    """Root of all errors of the program."""


class Cancelled(KlausellupeError):
    """The user cancelled; raised from a progress call."""


class ExpectedError(KlausellupeError):
    """The world's fault: shown as one sentence and what to do."""

    def __init__(self, code: ErrorCode, params: ErrorParams | None = None) -> None:
        super().__init__(code, dict(params or {}))
        self.code = code
        self.params: dict[str, str | int | float] = dict(params or {})

    def __str__(self) -> str:
        return f"{self.code}: {self.params}"


class BugError(KlausellupeError):
    """Our fault: `report` is the traceback to copy, without document text."""

    def __init__(self, report: str) -> None:
        super().__init__(report)
        self.report = report
