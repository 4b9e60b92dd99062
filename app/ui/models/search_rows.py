"""Hits as rows: under the clause and the page they stand on, with the words around them. Pure; long lists pause."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.models.reading import Reading
from app.models.source import Span
from app.reporting.places import STEP, clause_place
from app.ui.models.clause_spans import ClauseSpans
from app.ui.models.sight import Sight
from app.wording.lang import Lang
from app.wording.report import phrase

_BEFORE, _AFTER = 32, 80  # characters round a hit: it must be in sight in a narrow list
_STEPS = 2  # of a path: the last ones


@dataclass(frozen=True, slots=True)
class GroupRow:
    """`clause`: label and heading, "" where the text belongs to none; `page`: "S. 3" or ""."""

    clause: str
    page: str
    count: int


@dataclass(frozen=True, slots=True)
class HitRow:
    """`index`: among the hits."""

    index: int
    before: str
    words: str
    after: str


class SearchPlaces:
    """Where the hits in one document stand: made in a thread."""

    def __init__(self, reading: Reading, lang: Lang) -> None:
        self._reading, self._lang = reading, lang
        self._clauses = ClauseSpans(reading.clauses)
        self._sight = Sight(reading.source)

    def rows(self, hits: tuple[Span, ...]) -> Generator[None, None, tuple[GroupRow | HitRow, ...]]:
        """In the order of the text; pauses."""
        found: list[GroupRow | HitRow] = []
        for (clause, page), same in groupby(enumerate(hits), lambda hit: self._place(hit[1][0])):
            rows = list(self._hit_rows(list(same)))
            found.append(GroupRow(self._path(clause), self._page(page), len(rows)))
            found += rows
            yield None
        return tuple(found)

    def _place(self, offset: int) -> tuple[str | None, int | None]:
        return self._clauses.at(offset), self._sight.page_of(offset)

    def _path(self, clause: str | None) -> str:
        if clause is None:
            return ""
        return STEP.join(clause_place(self._reading.by_id[clause], self._reading).path.split(STEP)[-_STEPS:])

    def _page(self, page: int | None) -> str:
        return phrase("page_short", self._lang, pages=str(page)) if page is not None else ""

    def _hit_rows(self, hits: list[tuple[int, Span]]) -> Iterator[HitRow]:
        text = self._reading.source.text
        for index, (start, end) in hits:
            yield HitRow(index, _before(text, start), _line(text[start:end]), _after(text, end))


def _before(text: str, start: int) -> str:
    """The words before, from the beginning of one."""
    paragraph = text.rfind("\n", max(0, start - _BEFORE), start) + 1
    low = max(paragraph, start - _BEFORE)
    words = text[low:start]
    if low == start - _BEFORE and low > 0:
        cut = words.find(" ") + 1
        words = "… " + words[cut:].lstrip()
    return _line(words, blank_behind=words[-1:].isspace())


def _after(text: str, end: int) -> str:
    """The words behind, to the end of one."""
    paragraph = text.find("\n", end, end + _AFTER)
    high = paragraph if paragraph >= 0 else min(len(text), end + _AFTER)
    words = text[end:high]
    if paragraph < 0 and high < len(text):
        words = words[: words.rfind(" ")] if " " in words else words
        words += " …"
    return (" " if words[:1].isspace() else "") + _line(words)


def _line(text: str, *, blank_behind: bool = False) -> str:
    return " ".join(text.split()) + (" " if blank_behind else "")
