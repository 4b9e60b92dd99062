"""Two wordings side by side: the pieces of a word diff in rows, so that what belongs together stands at one height.

Strategy: a row ends where a sentence ends in what both wordings share; a row that would be short takes the next sentence too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from app.models.analysis import Comparison, DiffOp
from app.reporting.references import reference_of
from app.reporting.reportmodel import DiffPart

ROW = 60  # characters a row holds at least before it may end
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n+")


class Mark(StrEnum):
    """What a piece is in its column."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one mark."""

    text: str
    mark: Mark = Mark.SAME


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """What stands beside each other."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


@dataclass(slots=True)
class _Open:
    left: list[Piece] = field(default_factory=list)
    right: list[Piece] = field(default_factory=list)

    def take(self, part: DiffPart) -> None:
        match part.op:
            case DiffOp.DELETE:
                self.left.append(Piece(part.text, Mark.GONE))
            case DiffOp.INSERT:
                self.right.append(Piece(part.text, Mark.NEW))
            case DiffOp.FILLED:
                self.left.append(Piece(f"[{part.name}]", Mark.FILLED))
                self.right.append(Piece(part.text, Mark.FILLED))
            case _:
                self.left.append(Piece(part.text))
                self.right.append(Piece(part.text))

    @property
    def long(self) -> bool:
        return max(_length(self.left), _length(self.right)) >= ROW

    def closed(self) -> AlignedRow:
        row = AlignedRow(_stripped(self.left), _stripped(self.right))
        self.left, self.right = [], []
        return row


def aligned(parts: Iterable[DiffPart]) -> tuple[AlignedRow, ...]:
    """The rows of a word diff; put together each column is its wording, but for white space at the ends of rows."""
    return tuple(row for row in _rows(parts) if row.left or row.right)


def _rows(parts: Iterable[DiffPart]) -> Iterator[AlignedRow]:
    row = _Open()
    for part in parts:
        if part.op is not DiffOp.EQUAL:
            row.take(part)
            continue
        *ended, last = _sentences(part.text)
        for sentence in ended:
            row.take(DiffPart(DiffOp.EQUAL, sentence))
            if row.long:
                yield row.closed()
        row.take(DiffPart(DiffOp.EQUAL, last))
    yield row.closed()


def _sentences(text: str) -> list[str]:
    """The text cut behind its sentences; the last part is what a change may follow in the same sentence."""
    cuts = [match.end() for match in _SENTENCE.finditer(text)]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _stripped(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Without white space at both ends and without empty pieces."""
    kept = [piece for piece in pieces if piece.text]
    if kept:
        kept[0] = Piece(kept[0].text.lstrip(), kept[0].mark)
        kept[-1] = Piece(kept[-1].text.rstrip(), kept[-1].mark)
    return tuple(piece for piece in kept if piece.text)


def differences(one: str, other: str) -> tuple[DiffPart, ...]:
    """What differs between two places of a document, as the report shows changed wordings; empty where too little is shared."""
    from app.comparing.diff import word_diff  # loads RapidFuzz

    comparison = Comparison("", "", "preferred", 0, 0.0, one, other, word_diff(one, other))
    return reference_of(comparison, "", "de").diff
