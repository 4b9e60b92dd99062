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

    `password` opens an encrypted PDF.
    """

    password: str | None = None
    max_bytes: int = 100 * MEGABYTE
    max_pages: int = 2000
    max_characters: int = 5_000_000


Reader = Callable[[bytes, str, ReadOptions, Progress], SourceDocument]
"""`(data, name, options, progress)`: one format; raises ExpectedError with the code of what is wrong with the file."""
