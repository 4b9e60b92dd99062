"""Selecting printed text as in an editor: an anchor that stays and a head that moves, by letters, words or paragraphs. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from app.models.source import Span
from app.ui.page_text import DocumentText

_NEXT_WORD = re.compile(r"\W*\w+|\W+$")
_LAST_WORD = re.compile(r"\w+\W*$")
_WORD_REACH = 200  # characters in which the next word is sought


class Unit(Enum):
    """What a click takes hold of, by the number of clicks."""

    LETTER = 1
    WORD = 2
    PARAGRAPH = 3


class Step(Enum):
    """Where a key moves the head."""

    LEFT = "left"
    RIGHT = "right"
    WORD_LEFT = "word_left"
    WORD_RIGHT = "word_right"
    UP = "up"
    DOWN = "down"
    LINE_START = "line_start"
    LINE_END = "line_end"
    START = "start"
    END = "end"


class TextSelecting:
    """The selection on the pages of one document."""

    def __init__(self, text: DocumentText) -> None:
        self._text = text
        self._unit = Unit.LETTER
        self._hold: Span | None = None  # what was taken hold of first
        self.head: int | None = None  # moves
        self._across: float | None = None  # where up and down go on, in points

    @property
    def span(self) -> Span | None:
        """What is selected, None for nothing."""
        if self._hold is None or self.head is None:
            return None
        span = min(self._hold[0], self.head), max(self._hold[1], self.head)
        return span if span[0] < span[1] else None

    @property
    def text(self) -> str:
        """The words selected."""
        return self._text.source.text[slice(*self.span)] if self.span else ""

    def clear(self) -> None:
        """Nothing is selected."""
        self._hold = self.head = None

    def select(self, span: Span) -> None:
        """This, from its start."""
        self._unit, self._across = Unit.LETTER, None
        self._hold, self.head = (span[0], span[0]), span[1]

    def select_all(self) -> None:
        """Everything that is printed."""
        self.select((0, len(self._text.source.text)))

    # --- by the mouse

    def press(self, offset: int, unit: Unit = Unit.LETTER) -> None:
        """Take hold of a letter, word or paragraph."""
        self._unit, self._across = unit, None
        self._hold = self._whole(offset)
        self.head = self._hold[1]

    def drag_to(self, offset: int) -> None:
        """Move the head, in whole words or paragraphs where they were taken hold of."""
        if self._hold is None:
            self.press(offset)
            return
        whole = self._whole(offset)
        self.head = whole[0] if offset < self._hold[0] else max(whole[1], self._hold[1])

    def _whole(self, offset: int) -> Span:
        match self._unit:
            case Unit.LETTER:
                return offset, offset
            case Unit.WORD:
                return self._text.word_at(offset)
            case Unit.PARAGRAPH:
                return self._text.paragraph_at(offset)

    # --- by keys

    def move(self, step: Step) -> bool:
        """Move the head from where a click or a selection has put it; False where there is none."""
        if self._hold is None or self.head is None:
            return False
        if self._unit is not Unit.LETTER:  # what was taken hold of is the fixed end now
            self._hold = (self._hold[1], self._hold[1]) if self.head < self._hold[1] else (self._hold[0],) * 2
            self._unit = Unit.LETTER
        if step not in (Step.UP, Step.DOWN):
            self._across = None
        moves: dict[Step, Callable[[int], int]] = {
            Step.LEFT: lambda at: at - 1,
            Step.RIGHT: lambda at: at + 1,
            Step.WORD_LEFT: self._word_left,
            Step.WORD_RIGHT: self._word_right,
            Step.UP: lambda at: self._other_line(at, -1),
            Step.DOWN: lambda at: self._other_line(at, 1),
            Step.LINE_START: lambda at: self._line(at)[0],
            Step.LINE_END: lambda at: self._line(at)[1],
            Step.START: lambda _: 0,
            Step.END: lambda _: len(self._text.source.text),
        }
        self.head = min(len(self._text.source.text), max(0, moves[step](self.head)))
        return True

    def _word_right(self, at: int) -> int:
        match = _NEXT_WORD.match(self._text.source.text, at, at + _WORD_REACH)
        return match.end() if match else at + 1

    def _word_left(self, at: int) -> int:
        match = _LAST_WORD.search(self._text.source.text[max(0, at - _WORD_REACH) : at])
        return at - len(match.group()) if match else at - 1

    def _line(self, at: int) -> Span:
        page = self._text.page(self._text.page_of(at))
        strip = page.strip_of(at)
        return page.bounds(strip) if strip else (at, at)

    def _other_line(self, at: int, by: int) -> int:
        """The same place across, on the line above or below, also of the page before or after."""
        number = self._text.page_of(at)
        page = self._text.page(number)
        strip, caret = page.strip_of(at), page.caret(at)
        if strip is None or caret is None:
            return at
        self._across = caret.x0 if self._across is None else self._across
        others = (
            page.strips[page.strips.index(strip) + 1 :] if by > 0 else page.strips[: page.strips.index(strip)][::-1]
        )
        middle = (strip.box.top + strip.box.bottom) / 2
        found = next((s for s in others if not s.box.top <= middle <= s.box.bottom), None)
        if found is None:
            page = self._text.page(self._text.next_page(number, by))
            found = next(iter(page.strips if by > 0 else page.strips[::-1]), None)
        if found is None:
            return len(self._text.source.text) if by > 0 else 0
        return page.offset_in(found, self._across)
