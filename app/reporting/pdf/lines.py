"""Texts broken into lines.

Strategy: a text becomes words and gaps; a word may have several looks and is never torn between them. Words are put on a line as long
as they fit; one that is wider than a whole line is broken between its characters, with a hyphen that is drawn and is no character,
so that the word can still be found. Lines may end at spaces, behind hyphens and slashes between letters and at soft hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.reporting.paper import Span, Text, Tone
from app.reporting.pdf.fonts import BREAK, SOFT_HYPHEN, Fonts, Run, clean
from app.reporting.pdf.look import Look, toned
from app.reporting.tones import sign
from app.wording.numbers import NO_BREAK

_PART: Final = re.compile(rf"\n| +|{BREAK}|{SOFT_HYPHEN}|[^ \n{BREAK}{SOFT_HYPHEN}]+")
_AFTER_HYPHEN: Final = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_])")
_HYPHEN: Final = 0.4  # room for it, in sizes


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font and look; `width` in points."""

    run: Run
    look: Look

    @property
    def width(self) -> float:
        """In points."""
        return self.run.width * self.look.size


@dataclass(frozen=True, slots=True)
class Line:
    """`torn`: a word goes on in the next line without a character that says so."""

    pieces: tuple[Piece, ...]
    torn: bool = False

    @property
    def width(self) -> float:
        """In points."""
        return sum(piece.width for piece in self.pieces)


class Setter:
    """Sets texts; `anchors`: where links may lead, `factor`: of all sizes."""

    def __init__(self, fonts: Fonts, anchors: frozenset[str] = frozenset(), factor: float = 1.0) -> None:
        self.fonts = fonts
        self.anchors = anchors
        self.factor = factor

    def lines(self, text: Text, look: Look, width: float) -> list[Line]:
        """At least one, which may be empty."""
        breaker = _Breaker(self.fonts, max(width, look.size))
        for part, how in self._parts(text, look):
            breaker.take(part, how)
        return breaker.finished()

    def widest(self, text: Text, look: Look) -> float:
        """The width of the widest word."""
        words = _Breaker(self.fonts, 0)
        best = 0.0
        for part, how in self._parts(text, look):
            best = max(best, words.grown(part, how))
        return best

    def _parts(self, text: Text, look: Look) -> Iterator[tuple[str, Look]]:
        for span in signed(text):
            how = toned(look, span, self.anchors)
            for part in _PART.findall(_AFTER_HYPHEN.sub(BREAK, clean(span.text))):
                yield part, how


def signed(text: Text) -> Iterator[Span]:
    """With the sign of a judgement before its first words."""
    before = Tone.PLAIN
    for span in text:
        shown = sign(span.tone) if span.tone is not before and span.text.strip() else ""
        before = span.tone if span.text.strip() else before
        yield replace(span, text=f"{shown}{NO_BREAK}{span.text}") if shown else span


class _Breaker:
    """Takes parts in order; what is on the current line, the gap behind it and the word that is still growing."""

    def __init__(self, fonts: Fonts, width: float) -> None:
        self._fonts = fonts
        self._width = width
        self._lines: list[Line] = []
        self._line: list[Piece] = []
        self._used = 0.0  # of the width
        self._gap: list[Piece] = []
        self._word: list[Piece] = []
        self._soft = False  # a soft hyphen stands behind what is on the line

    def grown(self, part: str, look: Look) -> float:
        """The width of the word so far, for those who only measure."""
        if part[0] in f"\n {BREAK}{SOFT_HYPHEN}":
            self._word = []
        else:
            self._word += self._pieces(part, look)
        return _width(self._word)

    def take(self, part: str, look: Look) -> None:
        """The next part."""
        if part == "\n":
            self._place_word()
            self._end_line()
        elif part in (BREAK, SOFT_HYPHEN):
            self._place_word()
            self._soft = part == SOFT_HYPHEN and bool(self._line)
        elif part[0] == " ":
            self._place_word()
            self._gap += self._pieces(part, look)
        else:
            self._word += self._pieces(part, look)

    def finished(self) -> list[Line]:
        """All lines."""
        self._place_word()
        self._end_line()
        return self._lines

    def _pieces(self, part: str, look: Look) -> list[Piece]:
        return [Piece(run, look) for run in self._fonts.runs(part, strong=look.strong)]

    def _place_word(self) -> None:
        if not self._word:
            return
        word, self._word = self._word, []
        if self._used + _width(self._gap) + _width(word) > self._width:
            if self._line:
                self._end_line(torn=self._soft and not self._gap)
            self._gap = []
        self._soft = False
        if _width(word) > self._width:
            word = self._torn(word)
        self._used += _width(self._gap) + _width(word)
        self._line += [*self._gap, *word]
        self._gap = []

    def _end_line(self, *, torn: bool = False) -> None:
        self._lines.append(Line(tuple(_joined(self._line)), torn))
        self._line, self._gap, self._used = [], [], 0.0

    def _torn(self, word: list[Piece]) -> list[Piece]:
        """Full lines of a word that is too wide for any; what is left of it."""
        rest: list[Piece] = []
        used, before = 0.0, ""
        for piece in word:
            for char in piece.run.text:
                one = replace(piece, run=Run(piece.run.face, char, piece.run.face.widths[char] / 1000))
                if rest and used + one.width + _HYPHEN * piece.look.size > self._width:
                    self._line = rest
                    self._end_line(torn=before.isalpha() and char.isalpha())
                    rest, used = [], 0.0
                rest.append(one)
                used, before = used + one.width, char
        return rest


def _width(pieces: list[Piece]) -> float:
    return sum(piece.run.width * piece.look.size for piece in pieces)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours of one font and look as one."""
    held: list[Piece] = []
    for piece in pieces:
        if held and (piece.look is not held[0].look or piece.run.face is not held[0].run.face):
            yield _one(held)
            held = []
        held.append(piece)
    if held:
        yield _one(held)


def _one(pieces: list[Piece]) -> Piece:
    text = "".join(piece.run.text for piece in pieces)
    return Piece(Run(pieces[0].run.face, text, sum(piece.run.width for piece in pieces)), pieces[0].look)
