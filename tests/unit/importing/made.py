"""Reads what the other files of this folder build, and looks at the result."""

from __future__ import annotations

from app.importing.options import ReadOptions
from app.importing.reader import read
from app.models.source import IgnoredReason, SourceDocument
from app.progress import silent


def opened(data: bytes, name: str = "agb.docx", options: ReadOptions | None = None) -> SourceDocument:
    """The document in `data`."""
    return read(data, name, options or ReadOptions(), progress=silent)


def blocks(source: SourceDocument) -> list[str]:
    """The text of each block."""
    return [source.text[block.start : block.end] for block in source.blocks]


def lines(source: SourceDocument) -> list[str]:
    """The text of each line."""
    return [source.text[line.start : line.end] for line in source.lines]


def labels(source: SourceDocument) -> list[str]:
    """The automatic number of each line, empty where there is none."""
    return [source.text[slice(*line.label)] if line.label else "" for line in source.lines]


def ignored(source: SourceDocument, reason: IgnoredReason) -> list[str]:
    """The texts left out for this reason."""
    return [item.text for item in source.ignored if item.reason is reason]


def notes(source: SourceDocument) -> dict[str, dict[str, object]]:
    """The notes' parameters by code."""
    return {note.code: dict(note.params) for note in source.warnings}
