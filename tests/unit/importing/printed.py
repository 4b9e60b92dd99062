"""Draws known terms in a layout and knows the words in the order a reader takes them.

Strategy: a `Sheet` is a PDF in the making. Text is set from invented clauses (seeded, no word that occurs everywhere the
same way), line by line, in a frame; each call returns what it drew, and the test says in which order that is read.
Heights count from the top of the page, in points.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.importing.options import ReadOptions
from app.importing.pdf import read_pdf
from app.models.source import SourceDocument
from app.progress import silent

WIDTH, HEIGHT = 595.0, 842.0

_SUBJECTS = (
    "Der Besteller",
    "Die Werkstatt",
    "Der Mieter",
    "Jede Partei",
    "Die Verwahrerin",
    "Der Frachtführer",
    "Ein Beauftragter",
    "Die Lieferantin",
)
_VERBS = ("prüft", "übergibt", "ersetzt", "verwahrt", "meldet", "bezahlt", "untersucht", "vergütet")
_OBJECTS = (
    "die gelieferten Gegenstände",
    "jede berechtigte Forderung",
    "den vereinbarten Werklohn",
    "alle notwendigen Unterlagen",
    "das überlassene Werkzeug",
    "sämtliche Reisekosten",
    "die Ersatzteile aus dem Lager",
)
_WHEN = (
    "binnen zehn Werktagen",
    "nach schriftlicher Aufforderung",
    "auf eigene Rechnung",
    "ohne schuldhaftes Zögern",
    "spätestens am Monatsende",
    "bei der nächsten Lieferung",
    "unbeschadet weiterer Rechte",
)
_TAILS = (
    "",
    "soweit nichts anderes vereinbart ist",
    "sofern die Ware unversehrt ist",
    "wenn der Schaden höher ausfällt",
    "es sei denn, ein Dritter hat ihn verursacht",
)


@dataclass(frozen=True)
class Type:
    """How text is set: size and distance of the baselines in points."""

    size: float = 9.0
    leading: float = 0.0
    font: str = "Helvetica"
    justified: bool = False

    @property
    def step(self) -> float:
        return self.leading or round(1.2 * self.size, 1)


@dataclass(frozen=True)
class Frame:
    """A place on the page; `bottom` is where the last baseline may stand."""

    x0: float
    x1: float
    top: float
    bottom: float


class Terms:
    """Endless invented clauses."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def sentence(self) -> str:
        pick = self._random.choice
        tail = pick(_TAILS)
        return f"{pick(_SUBJECTS)} {pick(_VERBS)} {pick(_OBJECTS)} {pick(_WHEN)}{', ' if tail else ''}{tail}."

    def clause(self, sentences: int = 0) -> str:
        return " ".join(self.sentence() for _ in range(sentences or self._random.randint(1, 4)))

    def clauses(self, count: int, first: int = 1) -> list[str]:
        return [f"{number}. {self.clause()}" for number in range(first, first + count)]

    def between(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)


def wrapped(text: str, width: float, kind: Type) -> list[str]:
    """The lines of a paragraph in a column of this width."""
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", kind.font, kind.size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class Sheet:
    """One PDF; `words` collects what was drawn in the order it was drawn."""

    def __init__(self, size: tuple[float, float] = (WIDTH, HEIGHT)) -> None:
        self._buffer = io.BytesIO()
        self.width, self.height = size
        self.canvas = Canvas(self._buffer, pagesize=size, invariant=True)

    def line(self, x: float, top: float, text: str, kind: Type = Type(), right: float | None = None) -> list[str]:
        """A line whose baseline is at `top`; with `right` its words are spread up to there."""
        spare = 0.0 if right is None else right - x - stringWidth(text, kind.font, kind.size)
        gaps = text.count(" ")
        out = self.canvas.beginText(x, self.height - top)
        out.setFont(kind.font, kind.size)
        out.setWordSpace(spare / gaps if gaps else 0.0)
        out.textOut(text)
        self.canvas.drawText(out)
        return text.split()

    def paragraph(self, frame: Frame, top: float, text: str, kind: Type = Type(), indent: float = 0.0) -> float:
        """A paragraph from the baseline `top` on; the baseline after it. `indent`: of all lines but the first."""
        lines = _hanging(text, frame, kind, indent)
        for i, line in enumerate(lines):
            x = frame.x0 + (indent if i else 0.0)
            last = i == len(lines) - 1
            self.line(x, top, line, kind, frame.x1 if kind.justified and not last else None)
            top += kind.step
        return top

    def flow(self, frames: Sequence[Frame], paragraphs: Iterable[str], kind: Type = Type(), gap: float = 3.0) -> str:
        """Paragraphs through the frames, lines going on in the next one; what was drawn, in reading order."""
        drawn: list[str] = []
        places = iter(frames)
        frame = next(places)
        top = frame.top
        for text in paragraphs:
            rest = text.split()
            while rest:
                if top > frame.bottom:
                    following = next(places, None)
                    if following is None:
                        return " ".join(drawn)
                    frame, top = following, following.top
                line = _fitting(rest, frame.x1 - frame.x0, kind)
                last = len(line) == len(rest)
                self.line(frame.x0, top, " ".join(line), kind, frame.x1 if kind.justified and not last else None)
                drawn += line
                rest = rest[len(line) :]
                top += kind.step
            top += gap
        return " ".join(drawn)

    def page(self) -> None:
        """End the page."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """The file."""
        if not self._buffer.tell():
            self.canvas.save()
        return self._buffer.getvalue()

    def read(self) -> SourceDocument:
        """The file as the program reads it."""
        return read_pdf(self.data(), "x.pdf", ReadOptions(), silent)


def _hanging(text: str, frame: Frame, kind: Type, indent: float) -> list[str]:
    first = _fitting(text.split(), frame.x1 - frame.x0, kind)
    rest = " ".join(text.split()[len(first) :])
    return [" ".join(first), *wrapped(rest, frame.x1 - frame.x0 - indent, kind)]


def _fitting(words: Sequence[str], width: float, kind: Type) -> list[str]:
    """The words that fit on a line, at least one."""
    line = [words[0]]
    for word in words[1:]:
        if stringWidth(" ".join([*line, word]), kind.font, kind.size) > width:
            break
        line.append(word)
    return line


def columns(
    count: int, top: float, bottom: float, gutter: float, x0: float = 50, x1: float = WIDTH - 50
) -> list[Frame]:
    """Equal columns side by side."""
    width = (x1 - x0 - gutter * (count - 1)) / count
    return [Frame(x0 + i * (width + gutter), x0 + i * (width + gutter) + width, top, bottom) for i in range(count)]


def words(document: SourceDocument) -> list[str]:
    """The canonical text word by word."""
    return document.text.split()
