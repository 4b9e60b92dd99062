"""A small typesetter: words with their own type, broken into lines, set through frames and pages.

Every word it draws is written down with its page, so that what is printed is known without any reader. Heights count
from the top of the page, in points.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_BREAK = re.compile(r"(?<=\w\w[aeiouäöülmn])(?=[bdfgklmnprstvwz][aeiouäöü]\w)")


@dataclass(frozen=True)
class Type:
    """Font and size; `spaced`: white space between letters, `grey` 0 black to 1 white, `twice`: drawn twice for weight."""

    font: str = "Helvetica"
    size: float = 9.5
    spaced: float = 0.0
    grey: float = 0.0
    twice: bool = False
    underlined: bool = False

    def width(self, text: str) -> float:
        """The width of a word in points."""
        return float(stringWidth(text, self.font, self.size)) + self.spaced * len(text)

    @property
    def bold(self) -> Type:
        """The same in bold."""
        return replace(self, font={"Times-Roman": "Times-Bold"}.get(self.font, f"{self.font}-Bold"))


@dataclass(frozen=True)
class Word:
    """A word as it is set; `rise` above the line, `glued` to the word before, `hidden`: nobody can see it."""

    text: str
    type: Type
    rise: float = 0.0
    glued: bool = False
    hidden: bool = False

    @property
    def width(self) -> float:
        return self.type.width(self.text)


@dataclass(frozen=True)
class Frame:
    """A place for lines: edges, first and last height."""

    x0: float
    x1: float
    top: float
    bottom: float


def words_of(text: str, kind: Type, rise: float = 0.0, *, hidden: bool = False) -> list[Word]:
    """The words of a text in one type."""
    return [Word(word, kind, rise, hidden=hidden) for word in text.split()]


def lines_of(words: Sequence[Word], width: float, *, hyphens: bool = False, first: float = 0.0) -> list[list[Word]]:
    """Lines that fit into `width`; the first one is shorter by `first`."""
    lines: list[list[Word]] = [[]]
    room = width - first
    for word in words:
        gap = 0.0 if word.glued or not lines[-1] else blank(word)
        if lines[-1] and word.width + gap > room:
            parts = _broken(word, room - gap) if hyphens and not word.glued else (word,)
            lines[-1].extend(parts[:-1])
            lines.append([parts[-1]])
            room = width - parts[-1].width
        else:
            lines[-1].append(word)
            room -= word.width + gap
    return lines


def blank(word: Word) -> float:
    """The white space before a word."""
    return word.type.width(" ")


def _broken(word: Word, room: float) -> tuple[Word, ...]:
    """The word in two parts, the first no wider than `room`, or whole."""
    for match in reversed(list(_BREAK.finditer(word.text))):
        head = replace(word, text=word.text[: match.start()] + "-")
        if head.width <= room:
            return head, replace(word, text=word.text[match.start() :])
    return (word,)


class Printer:
    """A PDF in the making; `printed` holds the visible words of each page."""

    def __init__(
        self, paper: tuple[float, float], lie: str = "", begin: Callable[[Printer], None] | None = None
    ) -> None:
        self._buffer = io.BytesIO()
        self.width, self.height = paper
        self._lie, self._begin = lie, begin
        sheet = (paper[1], paper[0]) if lie == "across" else paper  # with /Rotate reportlab turns the sheet itself
        self.canvas = Canvas(self._buffer, pagesize=sheet, invariant=True)
        self.printed: list[list[str]] = []
        self._frames: Iterator[Frame] = iter(())
        self.frame = Frame(0, 0, 0, 0)
        self.top = 0.0
        self.new_page()

    def new_page(self) -> None:
        """Begin a page; `lie` "rotated": /Rotate 90, "across": the print itself lies on its side."""
        if self.printed:
            self.canvas.showPage()
        self.printed.append([])
        if self._lie:
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
            self.canvas.setPageRotation(90 if self._lie == "rotated" else 0)
        if self._begin:
            self._begin(self)

    def flow_through(self, frames: Iterator[Frame]) -> None:
        """Set what follows into these frames, one after the other."""
        self._frames = frames
        self.next_frame()

    def next_frame(self) -> None:
        """Go on in the next column or page."""
        self.frame = next(self._frames)
        self.top = self.frame.top

    def room_for(self, height: float) -> None:
        """Go on in the next frame if less than `height` is left in this one."""
        if self.top + height > self.frame.bottom:
            self.next_frame()

    def line(self, x: float, top: float, line: Sequence[Word], right: float | None = None) -> None:
        """A line with its baseline at `top`; with `right` its words are spread up to there."""
        gaps = sum(not word.glued for word in line[1:])
        natural = sum(word.width + (0 if word.glued or not i else blank(word)) for i, word in enumerate(line))
        spare = (right - x - natural) / gaps if right is not None and gaps else 0.0
        for i, word in enumerate(line):
            x += 0 if word.glued or not i else blank(word) + spare
            self.word(x, top, word)
            x += word.width

    def word(self, x: float, top: float, word: Word) -> None:
        """One word at its place, written down unless it is hidden."""
        kind = word.type
        self.canvas.setFillGray(kind.grey)
        for shift in (0.0, 0.35)[: 1 + kind.twice]:
            out = self.canvas.beginText(x + shift, self.height - top + word.rise)
            out.setFont(kind.font, kind.size)
            out.setCharSpace(kind.spaced)
            out.textOut(word.text)
            self.canvas.drawText(out)
        if kind.underlined:
            self.canvas.line(x, self.height - top - 1.5, x + word.width, self.height - top - 1.5)
        if not word.hidden:
            self.printed[-1].append(word.text)

    def text(self, x: float, top: float, text: str, kind: Type, *, at: str = "left") -> None:
        """A line of text; `at`: which part of it `x` names (left, middle, right)."""
        words = words_of(text, kind)
        width = sum(word.width for word in words) + sum(blank(word) for word in words[1:])
        self.line(x - {"left": 0, "middle": width / 2, "right": width}[at], top, words)

    def paragraph(
        self, lines: Sequence[Sequence[Word]], step: float, indent: float, label: Sequence[Word], *, justified: bool
    ) -> None:
        """Lines through the frames, `step` apart; the label hangs at the left edge beside the first."""
        for i, line in enumerate(lines):
            self.room_for(0)
            if label and not i:
                self.line(self.frame.x0, self.top, label)
            right = self.frame.x1 if justified and i < len(lines) - 1 else None
            self.line(self.frame.x0 + indent, self.top, line, right)
            self.top += step

    def data(self) -> bytes:
        """The file; nothing can be drawn afterwards."""
        self.canvas.save()
        return self._buffer.getvalue()
