"""Long values travel between processes without stopping the other threads of this one.

Strategy: a pickle is made and read in one go, and no other thread runs meanwhile: for a long analysis, more than a second. Made into and
read from a file that is written in Python, it gives way after every frame of the pickle (64 KiB, a millisecond). The pickle itself is an
ordinary one. What is only long in bytes goes through in one piece: copying them costs nothing.
"""

from __future__ import annotations

import pickle
from multiprocessing.reduction import ForkingPickler
from typing import Any

_PROTOCOL = 5  # frames came with 4


class _Written:
    """A file that only grows."""

    def __init__(self) -> None:
        self.parts: list[bytes | memoryview] = []

    def write(self, part: bytes | memoryview) -> int:
        self.parts.append(bytes(part))
        return len(part)


class _Read:
    """A file that is read once."""

    def __init__(self, content: bytes) -> None:
        self._left = memoryview(content)

    def read(self, size: int) -> bytes:
        part, self._left = self._left[:size], self._left[size:]
        return bytes(part)

    def readline(self) -> bytes:
        """Only the oldest pickles have lines."""
        raise pickle.UnpicklingError


def packed(value: object) -> bytes:
    """The pickle of a value."""
    file = _Written()
    ForkingPickler(file, _PROTOCOL).dump(value)
    return b"".join(file.parts)


def unpacked(content: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """The value of a pickle that a process of ours made."""
    return pickle.Unpickler(_Read(content)).load()  # noqa: S301 - as multiprocessing does
