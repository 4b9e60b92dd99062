"""Writes the canonical text together with its map: runs, lines and blocks.

Strategy: readers hand in raw pieces in reading order; the writer repairs characters (NFC, nothing invisible), drops
white space at both ends of a line, puts one separator between lines and blocks and keeps the piecewise anchors. So no
reader ever counts offsets of the canonical text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.errors import ErrorCode, ExpectedError
from app.importing.repair import JOINER, MOST_MARKS, repair
from app.models.source import Block, BlockKind, Line, Run, RunKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Raw text of one place in the file: `element` of `part` from `offset` on. `mark` is free for the reader."""

    text: str
    kind: RunKind = RunKind.EXACT
    part: str | None = None
    element: str | None = None
    offset: int | None = None


@dataclass(slots=True)
class TextMap:
    """The growing canonical text. `limit`: most characters it may have (FILE_TOO_LARGE beyond)."""

    limit: int
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _block_start: int | None = None

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._parts)

    def write_line(self, pieces: Iterable[Piece], look: Line, *, separator: str = " ", label: int = 0) -> Line | None:
        """Append a line to the open block and return it with its span; None (and nothing written) if it is blank.

        `look` carries everything but the span; `separator` stands between it and the block's line before; its first
        `label` characters are an automatic number.
        """
        ready = _trimmed(_repaired(pieces))
        if not ready:
            return None
        self._separate(separator)
        start = self._length
        for piece in ready:
            self._put(piece)
        span = (start, min(start + label, self._length)) if label else None
        line = replace(look, start=start, end=self._length, block=len(self.blocks), label=span)
        self.lines.append(line)
        return line

    def close_block(self, kind: BlockKind = BlockKind.PARAGRAPH, table: int | None = None) -> None:
        """The lines since the last block are one; without any there is none. Blocks are numbered from 1."""
        if self._block_start is not None:
            number = len(self.blocks) + 1
            self.blocks.append(Block(self._block_start, self._length, kind, number, table))
        self._block_start = None

    def _separate(self, separator: str) -> None:
        if self._block_start is not None:
            self._write(separator)
            return
        if self._length:
            self._write("\n")
        self._block_start = self._length

    def _put(self, piece: Piece) -> None:
        start = self._length
        self._write(piece.text)
        self.runs.append(Run(start, self._length, piece.kind, None, piece.part, piece.element, piece.offset))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > self.limit:
            raise ExpectedError(
                ErrorCode.FILE_TOO_LARGE, {"size": self._length, "limit": self.limit, "unit": "characters"}
            )


def _repaired(pieces: Iterable[Piece]) -> list[Piece]:
    ready: list[Piece] = []
    for piece in pieces:
        for part in repair(piece.text):
            kind = RunKind.REPAIRED if part.changed and piece.kind is RunKind.EXACT else piece.kind
            offset = None if piece.offset is None else piece.offset + part.offset
            _append(ready, replace(piece, text=part.text, kind=kind, offset=offset))
    return ready


def _append(ready: list[Piece], piece: Piece) -> None:
    """Combining marks at the start of a run belong to the letter before them: it and they are one repaired piece."""
    marks = next((at for at, char in enumerate(piece.text) if not unicodedata.combining(char)), len(piece.text))
    if not marks or not ready or ready[-1].kind is RunKind.GENERATED:
        ready.append(piece)
        return
    if _marks_at_end(ready[-1].text) + marks > MOST_MARKS:
        ready.append(replace(piece, text=JOINER + piece.text, kind=RunKind.REPAIRED))
        return
    before = ready.pop()
    letter = _last_letter(before)
    kept = marks if piece.kind is RunKind.EXACT else len(piece.text)
    joined = unicodedata.normalize("NFC", before.text[letter:] + piece.text[:kept])
    parts = (
        replace(before, text=before.text[:letter]),
        replace(before, text=joined, kind=RunKind.REPAIRED, offset=_moved(before.offset, letter)),
        replace(piece, text=piece.text[kept:], offset=_moved(piece.offset, kept)),
    )
    ready.extend(part for part in parts if part.text)


def _marks_at_end(text: str) -> int:
    """Combining marks at the end, no more counted than one too many."""
    tail = text[-MOST_MARKS:]
    return next((n for n, char in enumerate(reversed(tail)) if not unicodedata.combining(char)), len(tail))


def _last_letter(piece: Piece) -> int:
    """Where the last letter with its marks begins; 0 in what is repaired, which is not cut."""
    if piece.kind is not RunKind.EXACT:
        return 0
    at = len(piece.text) - 1
    while at and unicodedata.combining(piece.text[at]):
        at -= 1
    return at


def _moved(offset: int | None, by: int) -> int | None:
    return None if offset is None else offset + by


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without white space at both ends."""
    first_shown = next((n for n, piece in enumerate(pieces) if piece.text.strip()), len(pieces))
    pieces = pieces[first_shown:]
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if not pieces:
        return pieces
    lead = len(pieces[0].text) - len(pieces[0].text.lstrip())
    first = pieces[0]
    offset = None if first.offset is None else first.offset + lead
    pieces[0] = replace(first, text=first.text[lead:], offset=offset)
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return pieces
