"""Limits and settings of reading a file, and the one shape every reader has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.models.source import SourceDocument
from app.progress import Progress

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a file may cost: `max_bytes` of the file, `max_pages` (PDF), `max_characters` of the canonical text.

    `password` opens an encrypted PDF. `text_recognition`: pages without text are read by an OCR engine if there is one.
    `skipped`: pages (1-based) that are not read, each with the code of the import note that says why (`page_timeout`,
    `page_crashed`): what the worker's guard hands in after a page brought the reader down.
    """

    password: str | None = None
    max_bytes: int = 100 * MEGABYTE
    max_pages: int = 2000
    max_characters: int = 5_000_000
    text_recognition: bool = True
    skipped: tuple[tuple[int, str], ...] = ()


Reader = Callable[[bytes, str, ReadOptions, Progress], SourceDocument]
"""`(data, name, options, progress)`: one format; raises ExpectedError with the code of what is wrong with the file."""
