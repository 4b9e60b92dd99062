"""What goes into a copy of a Word file and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.models.source import Span
from app.reporting.copyresult import CopyReason


@dataclass(frozen=True, slots=True)
class Edit:
    """Canonical spans, joined by line ends, that shall read as `text`; `key` names it in the result."""

    key: str
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: its paragraphs and the canonical spans it is about, none where it is about the document.

    `fallback`: what it is about where the spans themselves are not written in the file.
    """

    key: str
    spans: tuple[Span, ...]
    lines: tuple[str, ...]
    fallback: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """Who comments and proposes. `at`: local time, as Word keeps it; None where nothing shall say when."""

    name: str
    initials: str
    at: datetime | None = None

    @property
    def date(self) -> str:
        """Word writes the time on the wall and calls it UTC; "" where it is not told."""
        return "" if self.at is None else self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Redlined:
    """The file, and by key what kept a remark from its words or an edit out of the text (None: nothing did)."""

    content: bytes
    remarks: dict[str, CopyReason | None]
    edits: dict[str, CopyReason | None]


class Refused(Exception):
    """An edit that cannot be written without doing harm; it never leaves this package."""

    def __init__(self, reason: CopyReason) -> None:
        super().__init__(reason)
        self.reason = reason
