"""The order check: five words in a row of a clause stand in a row for an independent reader too.

Both sides are compared by letters, so that joined and split words do no harm. poppler is sure of the lines within a
block and less so of the order of blocks; where the file's own order keeps its lines together, that order counts too
(it is what the author's program wrote). Each stream is searched as it is and without what the program lists as page
furniture, because a sentence that goes over the page's end is interrupted there in print.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.reading import Reading
from app.models.source import Box, Span
from tests.evaluation.folding import REPAIRED, bare, is_word, tokens
from tests.evaluation.ours import units, unread_pages, variants
from tests.evaluation.readers import Independent, Printed

SHINGLE = 5
_WHOLE_PAIRS = 0.7
_ANY_WORD = ".{0,40}?"
Pages = Sequence[Sequence[Printed]]


@dataclass(frozen=True)
class Order:
    """How many shingles were looked for, and those that the reader has nowhere, with the clause's id."""

    total: int
    astray: tuple[tuple[str, str], ...]

    @property
    def share(self) -> float:
        """Share of shingles found; 1 where a document is too short to have any."""
        return 1 - len(self.astray) / self.total if self.total else 1.0


def order(reading: Reading, reader: Independent) -> Order:
    """Look for every shingle of every clause in the reader's stream of letters."""
    streams = _streams(reading, reader)
    unread = unread_pages(reading)
    total = 0
    astray: list[tuple[str, str]] = []
    for clause in reading.clauses:
        if not {box.page for box in clause.boxes} & unread:
            for spans in units(reading, clause):
                count, missing = _missing(reading, spans, streams)
                total += count
                astray += [(clause.id, shingle) for shingle in missing]
    return Order(total, tuple(astray))


def _missing(reading: Reading, spans: Sequence[Span], streams: Sequence[str]) -> tuple[int, list[str]]:
    """Number of shingles and those not found, in the best of the ways in which a text may be printed."""
    best: tuple[int, list[str]] | None = None
    for text in variants(reading, spans):
        expected = shingles(text)
        missing = [shingle for shingle in expected if not in_order(shingle, streams)]
        if best is None or len(missing) < len(best[1]):
            best = len(expected), missing
        if not missing:
            break
    return best or (0, [])


def shingles(text: str) -> list[str]:
    """Every run of five words of a text."""
    stream = [token for token in tokens(text) if is_word(token)]
    return [" ".join(stream[i : i + SHINGLE]) for i in range(len(stream) - SHINGLE + 1)]


def in_order(shingle: str, streams: Sequence[str]) -> bool:
    """Whether one of the streams of letters has the shingle's letters in a row; a repaired word stands for any."""
    wanted = bare(shingle)
    if REPAIRED not in wanted:
        return any(wanted in stream for stream in streams)
    pattern = re.compile(_ANY_WORD.join(map(re.escape, wanted.split(REPAIRED))))
    return any(pattern.search(stream) for stream in streams)


def _streams(reading: Reading, reader: Independent) -> tuple[str, ...]:
    furniture: dict[int, list[Box]] = {}
    boxes = [*(i.box for i in reading.source.ignored), *(m.box for m in reading.source.marks)]
    for box in boxes:
        if box is not None:
            furniture.setdefault(box.page, []).append(box)
    orders = [reader.pages, *([reader.stored] if keeps_lines(reader) else [])]
    return tuple(stream for pages in orders for stream in (_letters(pages, {}), _letters(pages, furniture)))


def keeps_lines(reader: Independent) -> bool:
    """Whether the file's own order is the order of reading: it does not tear the lines of a block apart."""
    stored = _letters(reader.stored, {})
    return sum(pair in stored for pair in reader.pairs) >= _WHOLE_PAIRS * len(reader.pairs)


def _letters(pages: Pages, furniture: Mapping[int, Sequence[Box]]) -> str:
    words = (
        word.text
        for number, page in enumerate(pages, 1)
        for word in page
        if is_word(word.text) and not any(_inside(word, box) for box in furniture.get(number, ()))
    )
    return bare("".join(words))


def _inside(word: Printed, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
