"""Names that a file can have everywhere: what the user typed is refused with a reason, never changed behind their back. No Qt."""

from __future__ import annotations

from enum import StrEnum

from app.reporting.filenames import FORBIDDEN, LONGEST, RESERVED


class NameProblem(StrEnum):
    """What is wrong with a name."""

    EMPTY = "empty"
    CHARACTER = "character"
    ENDING = "ending"
    LONG = "long"
    RESERVED = "reserved"


def name_problem(name: str, suffix: str) -> NameProblem | None:
    """None where it can be written on Linux, macOS and Windows."""
    if not name.strip(" ."):
        return NameProblem.EMPTY
    if any(c in FORBIDDEN or not c.isprintable() for c in name):
        return NameProblem.CHARACTER
    if name != name.strip() or name.endswith("."):
        return NameProblem.ENDING
    if len((name + suffix).encode("utf-8", "replace")) > LONGEST:
        return NameProblem.LONG
    return NameProblem.RESERVED if name.partition(".")[0].casefold() in RESERVED else None


def without_suffix(name: str, suffix: str) -> str:
    """What was typed, without an ending that is added anyway."""
    return name[: -len(suffix)] if suffix and name.casefold().endswith(suffix) else name
