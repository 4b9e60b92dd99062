"""The sheet of a paper: A4, upright or turned, with its margins, in twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.reporting.paper import Paper

CM: Final = 567  # twentieths of a point
_SHORT, _LONG = 11906, 16838  # A4
_MARGIN: Final = 2 * CM
_NARROW: Final = 15 * CM // 10  # where everything must fit on one page


@dataclass(frozen=True, slots=True)
class Sheet:
    """Its size and the margin on all sides."""

    width: int
    height: int
    margin: int
    turned: bool

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - 2 * self.margin


def sheet_of(paper: Paper) -> Sheet:
    """The sheet that a paper asks for."""
    width, height = (_LONG, _SHORT) if paper.landscape else (_SHORT, _LONG)
    return Sheet(width, height, _NARROW if paper.one_page else _MARGIN, paper.landscape)
