"""A TOML table read with care: every access is checked, every mistake is noted, nothing is raised.

A faulty value is replaced by a harmless stand-in of the right type so that reading goes on and finds the other
mistakes too. The stand-ins never leave: a library with a single problem is refused as a whole.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import TypeVar

from app.library.problems import ProblemCode, Problems

_NEVER = datetime.min.replace(tzinfo=UTC)
_MOST = 1_000_000_000
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Table:
    """One TOML table with its place (file, entry) for messages; `finish()` complains about keys nobody asked for."""

    def __init__(self, data: dict[str, object], file: str, entry: str, problems: Problems, prefix: str = "") -> None:
        self.data = data
        self.file = file
        self.entry = entry
        self.prefix = prefix
        self._problems = problems
        self._asked: dict[str, None] = {}

    def note(self, field: str, code: ProblemCode, found: object = "", allowed: Iterable[str] = ()) -> None:
        """Note a problem in a field of this table."""
        self._problems.add(self.file, self.entry, self.prefix + field, code, found, allowed)

    def has(self, key: str) -> bool:
        """Whether the key is there (and from now on known)."""
        self._asked[key] = None
        return key in self.data

    def raw(self, key: str) -> object:
        """The value as it stands, None where the key is absent."""
        self._asked[key] = None
        return self.data.get(key)

    def text(self, key: str, *, required: bool = True) -> str:
        """Folded text; a required text may not be empty."""
        value = self._typed(key, str, "text", required=required)
        text = "" if value is None else folded(self._clean(key, value))
        if required and value is not None and not text:
            self.note(key, ProblemCode.EMPTY)
        return text

    def line(self, key: str, *, required: bool = True) -> str:
        """Like `text`, for names and titles: one line."""
        return self.text(key, required=required).replace("\n", " ")

    def whole(self, key: str, lowest: int) -> int:
        """A whole number that is not below `lowest`, nor larger than anybody counts."""
        value = self._typed(key, int, "whole number")
        if value is None:
            return lowest
        if not lowest <= value <= _MOST:
            self.note(key, ProblemCode.NOT_ALLOWED, value, [f">= {lowest}" if value < lowest else f"<= {_MOST}"])
        return value

    def flag(self, key: str) -> bool:
        """`true` or `false`; absent means false."""
        return bool(self._typed(key, bool, "true, false", required=False))

    def day(self, key: str) -> date:
        """A TOML date such as 2026-11-22."""
        return self._typed(key, date, "date such as 2026-11-22") or date.min

    def optional_day(self, key: str) -> date | None:
        """Like `day`, None where the key is absent."""
        return self.day(key) if self.has(key) else None

    def instant(self, key: str) -> datetime:
        """A TOML date and time with its offset such as 2026-11-22T15:00:00Z, in UTC without fractions of a second."""
        value = self._typed(key, datetime, "time such as 2026-11-22T15:00:00Z")
        if value is not None and value.tzinfo is None:
            self.note(key, ProblemCode.WRONG_TYPE, value, ["time such as 2026-11-22T15:00:00Z"])
        try:
            return value.astimezone(UTC).replace(microsecond=0) if value else _NEVER
        except OverflowError:  # the last hours of the calendar, seen from elsewhere
            self.note(key, ProblemCode.NOT_ALLOWED, value, ["time such as 2026-11-22T15:00:00Z"])
            return _NEVER

    def optional_instant(self, key: str) -> datetime | None:
        """Like `instant`, None where the key is absent."""
        return self.instant(key) if self.has(key) else None

    def number(self, key: str) -> float:
        """A number that is not negative."""
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            code = ProblemCode.MISSING if value is None else ProblemCode.WRONG_TYPE
            self.note(key, code, "" if value is None else value, ["number"])
            return 0.0
        if not 0 <= value <= sys.float_info.max:
            self.note(key, ProblemCode.NOT_ALLOWED, value, [">= 0"])
            return 0.0
        return float(value)

    def optional_number(self, key: str) -> float | None:
        """Like `number`, None where the key is absent."""
        return self.number(key) if self.has(key) else None

    def choice(self, key: str, options: type[E]) -> E:
        """One member of an enumeration by its value."""
        value = self._typed(key, str, _words(options))
        found = self._member(key, value, options) if value is not None else None
        return found or next(iter(options))

    def optional_choice(self, key: str, options: type[E]) -> E | None:
        """Like `choice`, None where the key is absent."""
        return self.choice(key, options) if self.has(key) else None

    def choices(self, key: str, options: type[E]) -> tuple[E, ...]:
        """Members of an enumeration, each once; absent or empty means no restriction."""
        members = (self._member(key, word, options) for word in self.words(key))
        return tuple(member for member in members if member is not None)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of different texts of one line; absent means empty."""
        return tuple(dict.fromkeys(text.replace("\n", " ") for text in self.texts(key)))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of different texts, folded like `text`; absent means empty."""
        value = self._typed(key, list, "list of texts", required=False) or []
        texts = tuple(folded(self._clean(key, text)) for text in value if isinstance(text, str))
        if len(texts) != len(value):
            self.note(key, ProblemCode.WRONG_TYPE, value, ["list of texts"])
        if len(set(texts)) != len(texts):
            self.note(key, ProblemCode.NOT_ALLOWED, value, ["each once"])
        if not all(texts):
            self.note(key, ProblemCode.EMPTY)
        return texts

    def table(self, key: str) -> Table | None:
        """A sub-table, None where it is absent."""
        value = self._typed(key, dict, f"[{key}]", required=False)
        return None if value is None else self._sub(value, key)

    def tables(self, key: str) -> tuple[Table, ...]:
        """An array of tables; absent means empty."""
        value = self._typed(key, list, f"[[{key}]]", required=False) or []
        return tuple(
            self._sub(item, f"{key} {number}")
            for number, item in enumerate(value, 1)
            if self._is_table(item, key, number)
        )

    def finish(self) -> None:
        """Complain about every key that was never asked for."""
        for key in self.data:
            if key not in self._asked:
                self.note(key, ProblemCode.UNKNOWN_KEY, key, sorted(self._asked))

    def _typed(self, key: str, kind: type[T], allowed: str, *, required: bool = True) -> T | None:
        value = self.raw(key)
        if value is None:
            if required:
                self.note(key, ProblemCode.MISSING, "", [allowed])
            return None
        # bool is an int and datetime is a date for Python, not for a reader of the file
        if type(value) is kind:
            return value
        self.note(key, ProblemCode.WRONG_TYPE, value, [allowed])
        return None

    def _clean(self, key: str, text: str) -> str:
        """Characters that steer a terminal, turn the direction of writing or are half of one stand in no library."""
        if found := STEERING.search(text):
            self.note(key, ProblemCode.CHARACTER, f"U+{ord(found[0]):04X}")
        return text

    def _member(self, key: str, word: str, options: type[E]) -> E | None:
        members: dict[str, E] = _members(options)
        if word in members:
            return members[word]
        self.note(key, ProblemCode.NOT_ALLOWED, word, [member.value for member in options])
        return None

    def _sub(self, data: dict[str, object], name: str) -> Table:
        return Table(data, self.file, self.entry, self._problems, f"{self.prefix}{name}.")

    def _is_table(self, item: object, key: str, number: int) -> bool:
        if not isinstance(item, dict):
            self.note(f"{key} {number}", ProblemCode.WRONG_TYPE, item, [f"[[{self.prefix}{key}]]"])
        return isinstance(item, dict)


def folded(text: str) -> str:
    """Line breaks inside a paragraph are the author's layout; an empty line separates paragraphs."""
    if "\n" not in text:
        return " ".join(text.split())
    paragraphs = (" ".join(part.split()) for part in _EMPTY_LINE.split(text.strip()))
    return "\n".join(filter(None, paragraphs))


def one_line(text: str) -> str:
    """A text as `Table.line` would read it back, without what it would refuse: for words that come from a keyboard."""
    return " ".join(STEERING.sub(" ", text).split())


def paragraphs(text: str) -> str:
    """The same as `Table.text` would: every line a paragraph."""
    return "\n".join(filter(None, map(one_line, text.splitlines())))


@cache
def _words(options: type[StrEnum]) -> str:
    return ", ".join(member.value for member in options)


@cache
def _members(options: type[E]) -> dict[str, E]:
    return {member.value: member for member in options}
