"""Just enough of PDF's syntax to change one entry of a dictionary and leave every other byte of it as it is.

Strategy: a pattern for the tokens, a count of what is open. What was parsed and written again would not be the same: names need not be text,
strings can be encrypted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile(
    rb"(?P<space>[\x00\t\n\x0c\r ]+|%[^\r\n]*)|(?P<open><<|\[)|(?P<close>>>|\])|(?P<hex><[^<>]*>)|(?P<string>\()"
    rb"|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)|(?P<word>[^\x00\t\n\x0c\r ()<>\[\]{}/%]+)|(?P<brace>[{}])"
)
_IN_STRING: Final = re.compile(rb"[()]|\\.", re.DOTALL)
_REFERENCE: Final = re.compile(rb"(\d+)[\x00\t\n\x0c\r ]+(\d+)[\x00\t\n\x0c\r ]+R(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])")
_DEEPEST: Final = 200  # levels; nobody nests so deep

Token = tuple[str, int, int]
"""Kind, start, end."""


class SyntaxProblem(Exception):
    """The bytes are no PDF value."""


def value_end(data: bytes, at: int) -> int:
    """Where the value that begins at or after `at` ends. Raises SyntaxProblem."""
    depth = 0
    for kind, start, end in _tokens(data, at):
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif depth == 0 and kind == "word" and (reference := _REFERENCE.match(data, start)):
            return reference.end()
        if depth == 0:
            return end
        if not 0 < depth <= _DEEPEST:
            break
    raise SyntaxProblem


def value(data: bytes, at: int) -> bytes:
    """The bytes of the value that begins at or after `at`."""
    start = next(_tokens(data, at))[1]
    return data[start : value_end(data, at)]


def entries(dictionary: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name of each entry of `<<…>>`, and where it begins (with its name) and ends."""
    _, start, at = next(_tokens(dictionary, 0))
    if dictionary[start:at] != b"<<":
        raise SyntaxProblem
    while True:
        kind, start, end = next(_tokens(dictionary, at))
        if kind == "close":
            return
        if kind != "name":
            raise SyntaxProblem
        at = value_end(dictionary, end)
        yield dictionary[start:end], start, at


def with_entry(dictionary: bytes, name: bytes, content: bytes) -> bytes:
    """The dictionary with this entry in place of what it had under this name."""
    parts, at = [], 0
    for known, start, end in entries(dictionary):
        if known == name:
            parts.append(dictionary[at:start])
            at = end
    kept = b"".join((*parts, dictionary[at:])).rstrip()
    if not kept.endswith(b">>"):
        raise SyntaxProblem
    return kept[:-2] + b"\n" + name + b" " + content + b"\n>>"


def entry(dictionary: bytes, name: bytes) -> bytes | None:
    """The bytes of an entry's value; of several the last, as readers do. None where there is none."""
    found = None
    for known, start, end in entries(dictionary):
        if known == name:
            found = dictionary[start + len(name) : end].strip()
    return found


def with_elements(array: bytes, elements: bytes) -> bytes:
    """The array with more elements at its end."""
    whole = value(array, 0)
    if not (whole.startswith(b"[") and whole.endswith(b"]")):
        raise SyntaxProblem
    return whole[:-1] + b" " + elements + b"]"


def reference(content: bytes) -> tuple[int, int] | None:
    """Number and generation, where the value is a reference."""
    found = _REFERENCE.fullmatch(content.strip())
    return (int(found[1]), int(found[2])) if found else None


def _tokens(data: bytes, at: int) -> Iterator[Token]:
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None or found.lastgroup is None:
            break
        kind, start, at = found.lastgroup, found.start(), found.end()
        if kind == "string":
            at = _string_end(data, at)
        if kind != "space":
            yield kind, start, at
    raise SyntaxProblem


def _string_end(data: bytes, at: int) -> int:
    depth = 1
    for found in _IN_STRING.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise SyntaxProblem
