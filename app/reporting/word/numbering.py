"""Real lists: the definitions of bullets and numbers, and one list more for every numbered list of a paper, which begins at 1 again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.reporting.word.elements import Element, w
from app.reporting.word.looks import LIST_INDENT

BULLETS: Final = 1
_NUMBERS: Final = 2


@dataclass(slots=True)
class Lists:
    """Gives every numbered list of a paper its own id."""

    _last: int = _NUMBERS

    def numbered(self) -> int:
        """The next one."""
        self._last += 1
        return self._last

    def elements(self) -> Iterator[Element]:
        """The numbering part's content, for all ids given."""
        yield _definition(BULLETS, "bullet", "•", "ListBullet")
        yield _definition(_NUMBERS, "decimal", "%1.", "ListNumber")
        yield from (w("num", w("abstractNumId", val=kind), numId=kind) for kind in (BULLETS, _NUMBERS))
        for number in range(_NUMBERS + 1, self._last + 1):
            anew = w("lvlOverride", w("startOverride", val=1), ilvl=0)
            yield w("num", w("abstractNumId", val=_NUMBERS), anew, numId=number)


def _definition(number: int, kind: str, shown: str, style: str) -> Element:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style),
        w("lvlText", val=shown),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=LIST_INDENT, hanging=LIST_INDENT)),
        ilvl=0,
    )
    return w("abstractNum", w("nsid", val=f"4B4C000{number}"), w("multiLevelType", val="singleLevel"), level, abstractNumId=number)  # fmt: skip
