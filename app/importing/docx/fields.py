"""What a field prints whose result is not in the file: numbers that Word counts, boxes to tick, lists to choose from.

Strategy: only these kinds are made; every other field prints the result that Word stored, or nothing. AUTONUM counts
within its heading level, AUTONUMLGL prints the levels above, LISTNUM goes one level deeper with each one in a paragraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from app.importing.docx.formats import formatted
from app.importing.docx.names import VAL, Element, child, number, switch, value, w

LEVELS = 9
_BODY = LEVELS - 1  # text that is no heading
_TICKED, _EMPTY = "☒", "☐"
_SWITCH = re.compile(r'\\([a-z*])\s*("[^"]*"|[^\s\\]+)?', re.IGNORECASE)
_OUTLINE = (
    ("upperRoman", "%."), ("upperLetter", "%."), ("decimal", "%."), ("lowerLetter", "%)"), ("decimal", "(%)"),
    ("lowerLetter", "(%)"), ("lowerRoman", "(%)"), ("lowerLetter", "(%)"), ("lowerRoman", "(%)"),
)  # fmt: skip
_NUMBERS = (
    ("decimal", "%)"), ("lowerLetter", "%)"), ("lowerRoman", "%)"), ("decimal", "(%)"), ("lowerLetter", "(%)"),
    ("lowerRoman", "(%)"), ("decimal", "%."), ("lowerLetter", "%."), ("lowerRoman", "%."),
)  # fmt: skip
_LISTS = {"outlinedefault": _OUTLINE, "legaldefault": ()}
_LEGAL = {"autonumlgl", "legaldefault"}


@dataclass(slots=True)
class OpenField:
    """A field being read. `at`: how many items its paragraph had before it."""

    begin: Element
    at: int
    in_result: bool = False
    instruction: str = ""


@dataclass(slots=True)
class FieldNumbers:
    """Counts through a part; `paragraph` is told of each paragraph before its fields."""

    _counts: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * LEVELS))
    _level: int = _BODY
    _in_paragraph: int = 0

    def paragraph(self, outline: int | None) -> None:
        """A paragraph of this 0-based heading level begins."""
        self._level = _BODY if outline is None else min(outline, _BODY)
        self._in_paragraph = 0

    def printed(self, found: OpenField) -> str:
        """What a field without a stored result prints."""
        words = found.instruction.split()
        kind = words[0].lower() if words else ""
        if kind == "formcheckbox":
            return _box(child(found.begin, "ffData", "checkBox"))
        if kind == "formdropdown":
            return _choice(child(found.begin, "ffData", "ddList"))
        switches = {name.lower(): text.strip('"') for name, text in _SWITCH.findall(found.instruction)}
        if kind == "listnum":
            return self._list_number(words[1:2], switches)
        return self._number(kind, switches) if kind in {"autonum", "autonumlgl", "autonumout"} else ""

    def _number(self, kind: str, switches: dict[str, str]) -> str:
        counts = self._count(kind, self._level, None)
        if kind == "autonumout":
            return _formatted(_OUTLINE[self._level], counts[self._level])
        if kind == "autonumlgl":
            return _legal(counts[: self._level + 1], "" if "e" in switches else switches.get("s") or ".")
        return f"{counts[self._level]}{switches.get('s') or '.'}"

    def _list_number(self, name: list[str], switches: dict[str, str]) -> str:
        self._in_paragraph += 1
        said = number(switches.get("l"))
        level = min(max((self._in_paragraph if said is None else said) - 1, 0), LEVELS - 1)
        listed = name[0].strip('"').lower() if name and not name[0].startswith("\\") else "numberdefault"
        counts = self._count(listed, level, number(switches.get("s")))
        if listed in _LEGAL:
            return _legal(counts[: level + 1], ".")
        return _formatted(_LISTS.get(listed, _NUMBERS)[level], counts[level])

    def _count(self, name: str, level: int, start: int | None) -> list[int]:
        counts = self._counts[name]
        counts[level] = counts[level] + 1 if start is None else start
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return counts


def _formatted(shape: tuple[str, str], count: int) -> str:
    number_format, text = shape
    return text.replace("%", formatted(count, number_format))


def _legal(counts: list[int], end: str) -> str:
    """The numbers of the levels in use, from the top."""
    return ".".join(str(count) for count in counts if count) + end


def _box(box: Element | None) -> str:
    checked = child(box, "checked")
    state = switch(child(box, "default") if checked is None else checked)
    return _TICKED if state else _EMPTY


def _choice(choices: Element | None) -> str:
    """The entry chosen, else the one chosen beforehand, else the first."""
    entries = [] if choices is None else [entry.get(VAL, "") for entry in choices.findall(w("listEntry"))]
    index = number(value(choices, "result")) or number(value(choices, "default")) or 0
    return entries[index] if 0 <= index < len(entries) else ""
