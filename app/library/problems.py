"""What is wrong in a library: one record per problem, collected, and raised together as one expected error.

Whoever keeps a library wants to see all mistakes of a file set at once, each with its file, entry and field. A
problem is a code with what was found and what is allowed; `app.wording` makes the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from app.errors import ErrorCode, ExpectedError

_DETAILS = 50
_SHOWN = 200
_MANY = 1000


class ProblemCode(StrEnum):
    """Kinds of mistakes in a library file."""

    NOT_TOML = "not_toml"
    NOT_UTF8 = "not_utf8"
    SCHEMA_UNKNOWN = "schema_unknown"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    NOT_ALLOWED = "not_allowed"
    EMPTY = "empty"
    DUPLICATE_ID = "duplicate_id"
    WRONG_FILE = "wrong_file"
    NO_PREFERRED = "no_preferred"
    PHRASE = "phrase"
    PLACEHOLDER = "placeholder"
    CHARACTER = "character"
    OUTSIDE = "outside"


_MISSPELT = (ProblemCode.UNKNOWN_KEY, ProblemCode.NOT_ALLOWED)  # where a slip of the pen is likely


@dataclass(frozen=True, slots=True)
class Problem:
    """`entry` is an id or a place such as `clause 3`; `allowed` says what would be right, `did_you_mean` guesses."""

    file: str
    entry: str
    field: str
    code: ProblemCode
    found: str = ""
    allowed: str = ""
    did_you_mean: str = ""

    def line(self) -> str:
        """One line for a list of all problems; no sentence, the same in every language."""
        hints = [f"found: {self.found}" if self.found else "", f"allowed: {self.allowed}" if self.allowed else ""]
        hints.append(f"did you mean: {self.did_you_mean}" if self.did_you_mean else "")
        place = " > ".join(part for part in (self.file, self.entry, self.field) if part)
        return "; ".join([f"{place}: {self.code}", *filter(None, hints)])


class Problems:
    """Collects problems; nothing is raised before everything was looked at."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(
        self, file: str, entry: str, field: str, code: ProblemCode, found: object = "", allowed: Iterable[str] = ()
    ) -> None:
        """Note a problem; a near miss of an allowed word becomes a suggestion. Beyond `_MANY` nobody reads on."""
        if len(self._found) >= _MANY:
            return
        words, shown = list(allowed), _shown(found)
        near = get_close_matches(shown, words, n=1, cutoff=0.6) if code in _MISSPELT else []
        self._found.append(Problem(file, entry, field[:_SHOWN], code, shown, ", ".join(words), near[0] if near else ""))

    @property
    def found(self) -> tuple[Problem, ...]:
        """All problems noted so far, in order."""
        return tuple(self._found)

    def raise_if_any(self, code: ErrorCode = ErrorCode.LIBRARY_INVALID) -> None:
        """Raise `ExpectedError(code)`: params of the first problem, the number and a list of all."""
        if not self._found:
            return
        first = self._found[0]
        details = "\n".join(problem.line() for problem in self._found[:_DETAILS])
        raise ExpectedError(
            code,
            {
                "file": first.file,
                "entry": first.entry,
                "field": first.field,
                "problem": first.code.value,
                "found": first.found,
                "allowed": first.allowed,
                "did_you_mean": first.did_you_mean,
                "count": len(self._found),
                "details": details,
            },
        )


def _shown(found: object) -> str:
    try:
        return str(found)[:_SHOWN]
    except (ValueError, RecursionError):  # a number of thousands of digits, tables within tables
        return "…"
