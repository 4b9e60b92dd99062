"""What a page's first reading left out or hardly believes, read again by itself and enlarged.

Strategy: cut out of the sheet, with white round it and at twice to three times its size, a short label is read rightly that
among the columns was passed over or taken for letters. Each piece is read at several sizes; the text that was read most
surely over all of them counts. A label that was read before goes only where the new text is surer and looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from app.importing.ocr.engine import Engine, OcrWord
from app.importing.ocr.leftover import Box, left_over
from app.importing.ocr.sections import READ_AS

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALES: Final = (2.0, 2.5, 3.0)
_WHITE = 20  # pixels round a piece that is read
_MARGIN = 3  # pixels of the sheet round a box: the engine's boxes are a little narrow
_SURE = 0.6  # mean confidence of a text that is taken
_SURE_ALONE = 0.9  # of a block of one sign: a scrawl looks like some letter, too
_DOUBT = 0.7  # first words of which the engine is less sure are read again
_SHORT = 4  # characters of the longest label in doubt
_MOST = 120  # pieces: a page with more of them left out is a drawing
_LABEL = re.compile(r"\((?:\d{1,2}[a-z]?|[a-z]{1,2})\)|(?:\d{1,2}|[a-z]{1,2})\)|\d{1,2}\.")


@dataclass(frozen=True, slots=True)
class Again:
    """The words of the page with those that were found now, and how many signs stay unread."""

    words: tuple[OcrWord, ...]
    unread: int


def read_again(words: Sequence[OcrWord], image: Image, engine: Engine, dpi: int) -> Again:
    """The words with surer labels, and behind them, as lines of their own, what stood outside of all words."""
    blocks = left_over(words, np.asarray(image))
    doubtful = [i for i, word in enumerate(words) if _is_doubtful(word, words[i - 1] if i else None)]
    boxes = [_box(words[i]) for i in doubtful] + blocks[:_MOST]
    readings = _readings(boxes, image, engine, dpi)
    known = list(words)
    for i, read in zip(doubtful, readings, strict=False):
        known[i] = _surer(known[i], read)
    unread = sum(block.signs for block in blocks[_MOST:])
    for block, read in zip(blocks, readings[len(doubtful) :], strict=False):
        if _is_text(read, block.signs):
            known.extend(replace(w, line=known[-1].line + 1) for w in read[:1])
            known.extend(replace(w, line=known[-1].line) for w in read[1:])
        else:
            unread += block.signs
    return Again(tuple(known), unread)


def _is_doubtful(word: OcrWord, before: OcrWord | None) -> bool:
    """Whether a line begins with it and it may be a label read wrongly; section signs are put right elsewhere."""
    first = before is None or before.line != word.line
    sign = len(word.text) == 1 and word.text in READ_AS
    return first and not sign and word.confidence < _DOUBT and len(word.text) <= _SHORT


def _surer(word: OcrWord, read: Sequence[OcrWord]) -> OcrWord:
    """The label that was read now, if it is one and surer."""
    if len(read) != 1 or not _LABEL.fullmatch(read[0].text) or read[0].confidence <= max(word.confidence, _SURE):
        return word
    return replace(read[0], line=word.line, baseline=word.baseline, changed=word.changed or read[0].text != word.text)


def _is_text(words: Sequence[OcrWord], signs: int) -> bool:
    sure = _SURE if signs > 1 else _SURE_ALONE
    return _confidence(words) >= sure and any(c.isalnum() for w in words for c in w.text)


def _box(word: OcrWord) -> Box:
    return Box(int(word.x0), int(word.top), int(word.x1), int(word.bottom))


def _readings(boxes: Sequence[Box], image: Image, engine: Engine, dpi: int) -> list[tuple[OcrWord, ...]]:
    """The best reading of each piece, its places on the sheet."""
    pieces = [_piece(box, image, scale) for box in boxes for scale in _SCALES]
    read = engine.read_lines(pieces, dpi) if pieces else ()
    each = len(_SCALES)
    return [_best(box, read[i * each : (i + 1) * each]) for i, box in enumerate(boxes)]


def _piece(box: Box, image: Image, scale: float) -> Image:
    """The box of the sheet, enlarged, on white."""
    from PIL import Image as Images

    cut = image.crop((box.x0 - _MARGIN, box.top - _MARGIN, box.x1 + _MARGIN, box.bottom + _MARGIN))
    size = (max(1, round(cut.width * scale)), max(1, round(cut.height * scale)))
    piece = Images.new("L", (size[0] + 2 * _WHITE, size[1] + 2 * _WHITE), 255)
    piece.paste(cut.resize(size, Images.Resampling.LANCZOS), (_WHITE, _WHITE))
    return piece


def _best(box: Box, readings: Sequence[tuple[OcrWord, ...]]) -> tuple[OcrWord, ...]:
    """The reading whose text has the most confidence over all sizes; of equal texts the surest."""
    total: dict[str, float] = {}
    for words in readings:
        total[_text(words)] = total.get(_text(words), 0.0) + _confidence(words)
    at = max(range(len(readings)), key=lambda i: (total[_text(readings[i])], _confidence(readings[i])))
    return tuple(_placed(readings[at], box, _SCALES[at]))


def _text(words: Sequence[OcrWord]) -> str:
    return " ".join(w.text for w in words)


def _confidence(words: Sequence[OcrWord]) -> float:
    """Mean over the characters; 0 without any."""
    characters = sum(len(w.text) for w in words)
    return sum(w.confidence * len(w.text) for w in words) / characters if characters else 0.0


def _placed(words: Sequence[OcrWord], box: Box, scale: float) -> Iterator[OcrWord]:
    """The words where they stand on the sheet."""

    def x(value: float) -> float:
        return (value - _WHITE) / scale + box.x0 - _MARGIN

    def y(value: float) -> float:
        return (value - _WHITE) / scale + box.top - _MARGIN

    for word in words:
        symbols = tuple(replace(s, x0=x(s.x0), top=y(s.top), x1=x(s.x1), bottom=y(s.bottom)) for s in word.symbols)
        yield replace(
            word,
            x0=x(word.x0),
            top=y(word.top),
            x1=x(word.x1),
            bottom=y(word.bottom),
            baseline=y(word.baseline),
            symbols=symbols,
        )
