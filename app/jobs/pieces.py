"""Analyses travel between processes in pieces: whoever unpickles a long document at once keeps every other thread from running
for a second, the window's among them.

Strategy: before a message that holds an analysis or a reading, its long tuples are sent, so many elements at a time; the message itself
follows with the tuples empty, and the receiver puts them back. Nothing else of the conversation changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.jobs.messages import Analysed, Evaluate, Evaluated, Reply, Request, Understand, Understood

Message = TypeVar("Message", Request, Reply)

_AT_ONCE = 200  # elements: a few milliseconds
_SOURCE = ("runs", "lines", "blocks", "ignored")
_READING = ("clauses", "provisions", "not_analysed", *(f"source.{name}" for name in _SOURCE))
_ANALYSIS = (
    *("checks", "findings", "duplicates", "not_checked", "beside", "matches"),
    *(f"reading.{name}" for name in _READING),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some elements of the tuple at `path` of the message that follows."""

    path: str
    elements: tuple[Any, ...]


def in_pieces(message: Message) -> Iterator[Piece | Message]:
    """What is sent in place of a message: its pieces, then itself without them."""
    hollow: Any = message
    for path in _long_paths(message):
        elements = _at(hollow, path)
        if len(elements) > _AT_ONCE:
            for start in range(0, len(elements), _AT_ONCE):
                yield Piece(path, elements[start : start + _AT_ONCE])
            hollow = _put(hollow, path, ())
    yield hollow


class Gathered:
    """Puts messages together at the receiving end."""

    def __init__(self) -> None:
        self._pieces: defaultdict[str, list[Any]] = defaultdict(list)

    def take(self, received: Any) -> Any | None:  # noqa: ANN401 - a message or a piece of one
        """A whole message; None where more is to come."""
        if isinstance(received, Piece):
            self._pieces[received.path] += received.elements
            return None
        whole = received
        for path, elements in self._pieces.items():
            whole = _put(whole, path, tuple(elements))
        self._pieces.clear()
        return whole


def _long_paths(message: Request | Reply) -> tuple[str, ...]:
    match message:
        case Analysed() | Evaluated() | Understood():
            return tuple(f"analysis.{path}" for path in _ANALYSIS)
        case Evaluate(reading=reading) | Understand(reading=reading) if reading is not None:
            return tuple(f"reading.{path}" for path in _READING)
    return ()


def _at(whole: Any, path: str) -> Any:  # noqa: ANN401 - a tuple of whatever stands there
    for name in path.split("."):
        whole = getattr(whole, name)
    return whole


def _put(whole: Any, path: str, value: tuple[Any, ...]) -> Any:  # noqa: ANN401 - the same kind as `whole`
    name, _, rest = path.partition(".")
    return replace(whole, **{name: _put(getattr(whole, name), rest, value) if rest else value})
