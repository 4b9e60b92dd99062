"""What the model sees of a clause: hashed words and pieces of words, and the scores of the written rules.

Strategy: a text is folded (lower case, every digit 0, anything else a blank) and turned into bags of bucket numbers
with counts: words and pairs of words, and the pieces of 3 to 5 letters inside a word. The hashes are plain 64-bit
arithmetic; nothing here is a floating-point number, and no word can be read back from a bucket.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

WORD_BITS, PIECE_BITS, TITLE_BITS = 16, 17, 15
TEXT_LIMIT = 3000  # characters looked at; the subject is named early
_SIZES = (3, 4, 5)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: Fibonacci hashing
_BASE = np.uint64(1_000_003)
_BLANK = 32
_DIGIT, _OTHER = re.compile(r"\d"), re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Bag:
    """Bucket numbers in ascending order with how often each occurs."""

    buckets: Ints
    counts: Ints


@dataclass(frozen=True, slots=True)
class Row:
    """A clause as the model is asked: the heading it stands under and its own text, in the order of the document."""

    title: str
    text: str


def fold(text: str) -> str:
    """Lower case, digits as 0, words parted and surrounded by one blank."""
    words = _OTHER.sub(" ", _DIGIT.sub("0", text[:TEXT_LIMIT].lower().replace("ß", "ss")))
    return f" {words.strip()} "


def words(text: str) -> Bag:
    """Words and pairs of neighbouring words of a folded text."""
    single = np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in text.split()], np.uint64)
    pairs = single[:-1] * _BASE + single[1:] + np.uint64(1)
    return _bag(np.concatenate([single, pairs]), WORD_BITS)


def pieces(text: str, bits: int) -> Bag:
    """Pieces of 3 to 5 letters of a folded text; a blank only begins or ends a piece."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    found = [_pieces(letters, size) for size in _SIZES if len(letters) >= size]
    return _bag(np.concatenate(found) if found else np.zeros(0, np.uint64), bits)


@lru_cache(maxsize=256)
def title_pieces(title: str) -> Bag:
    """Pieces of a heading; many clauses share one."""
    return pieces(fold(title), TITLE_BITS)


def _pieces(letters: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    count = len(letters) - size + 1
    hashes = np.full(count, size, np.uint64)
    inside = np.ones(count, np.bool_)
    for place in range(size):
        part = letters[place : place + count]
        hashes = hashes * _BASE + part
        if 0 < place < size - 1:
            inside &= part != _BLANK
    return hashes[inside]


def _bag(hashes: NDArray[np.uint64], bits: int) -> Bag:
    mixed: NDArray[Any] = (hashes ^ (hashes >> np.uint64(29))) * _MULTIPLIER
    buckets, counts = np.unique(mixed >> np.uint64(64 - bits), return_counts=True)
    return Bag(buckets.astype(np.int64), counts.astype(np.int64))
