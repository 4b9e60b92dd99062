"""Lines and paragraphs to the canonical text with its runs, lines and blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.importing.pdf.geometry import PrintedLine, Word
from app.importing.pdf.hyphens import HYPHENS, Join, Vocabulary, join
from app.importing.pdf.paragraphs import Look
from app.models.source import Block, BlockKind, Box, Line, Mark, MarkKind, Run, RunKind

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Canonical:
    """The text and everything that points into it."""

    text: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class _Builder:
    """Grows the text word by word; offsets count code points."""

    ocr_pages: frozenset[int]
    known: Vocabulary
    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    waiting: list[Mark] = field(default_factory=list)  # numbers of the sentence that begins with the next word

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def add_numbers(self, line: PrintedLine, before: int) -> None:
        """The numbers that stand before a word of the line: a note's at the end of the text so far."""
        for number in line.numbers:
            if number.before == before:
                w = number.word
                mark = Mark(
                    self.length - number.back, number.text, number.kind, Box(line.page, w.x0, w.top, w.x1, w.bottom)
                )
                (self.marks if number.kind is MarkKind.FOOTNOTE else self.waiting).append(mark)

    def flush(self, start: int) -> None:
        """The sentence of the waiting numbers begins at `start`."""
        self.marks.extend(replace(mark, at=start) for mark in self.waiting)
        self.waiting.clear()

    def add_word(self, word: Word, page: int, *, last: bool) -> None:
        """A word and its run. Inside a line a soft hyphen shows only if the font draws it."""
        text = word.text
        if _SOFT_HYPHEN in text:
            text = _visible(text, last=last)
            if not text:
                return
        start = self.length
        self.parts.append(text)
        end = self.length = start + len(text)
        if self.waiting:
            self.flush(start)
        kind = RunKind.REPAIRED if word.repaired or text != word.text else RunKind.EXACT
        if word.confidence is not None or page in self.ocr_pages:
            kind = RunKind.OCR
        box = Box(page, word.x0, word.top, word.x1, word.bottom)
        self.runs.append(Run(start, end, kind, box, confidence=word.confidence))

    def drop_loose_hyphen(self) -> None:
        """Take back a hyphen that stands apart, its run and the blank before it."""
        self.parts[-2:] = []
        self.runs.pop()
        self.length = self.runs[-1].end
        self._repaired(self.length)

    def drop_hyphen(self) -> None:
        """Take the hyphen at the end of the text back."""
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        self._repaired(self.length)

    def _repaired(self, end: int) -> None:
        """The last run ends at `end` and its characters are no longer the file's; the last line ends there too."""
        run = self.runs[-1]
        kind = RunKind.OCR if run.kind is RunKind.OCR else RunKind.REPAIRED
        self.runs[-1] = replace(run, end=end, kind=kind)
        self.lines[-1] = replace(self.lines[-1], end=end)


def canonical(
    lines: Sequence[PrintedLine],
    looks: Sequence[Look],
    paragraphs: Sequence[tuple[int, int]],
    ocr_pages: frozenset[int] = frozenset(),
) -> Canonical:
    """Blocks joined by a line feed, the lines of a block by a space, the cells of a row by a tab."""
    builder = _Builder(ocr_pages, vocabulary(lines))
    for number, (first, last) in enumerate(paragraphs):
        if number:
            builder.add("\n")
        start = builder.length
        for i in range(first, last):
            if i > first:
                _continue(builder, lines[i - 1], lines[i])
            _add_line(builder, lines[i], looks[i], number)
        row = lines[first].row
        kind = BlockKind.TABLE_ROW if row else BlockKind.NOTE if lines[first].note else BlockKind.PARAGRAPH
        builder.blocks.append(Block(start, builder.length, kind, table=row[0] if row else None))
    builder.flush(builder.length)
    return Canonical(
        "".join(builder.parts),
        tuple(builder.blocks),
        tuple(builder.lines),
        tuple(builder.runs),
        tuple(builder.marks),
    )


def vocabulary(lines: Sequence[PrintedLine]) -> Vocabulary:
    """Words that stand inside a line: neither broken at its end nor the rest of one broken before."""
    return Vocabulary(w.text for line in lines for w in _inner(line.words))


def _inner(words: Sequence[Word]) -> Sequence[Word]:
    loose_hyphen = len(words) > 1 and words[-1].text in HYPHENS
    return words[1 : -2 if loose_hyphen else -1]


def _continue(builder: _Builder, before: PrintedLine, line: PrintedLine) -> None:
    if before.row != line.row:
        builder.add("\t")
        return
    match join([w.text for w in before.words[-2:]], line.text, builder.known):
        case Join.SPACE:
            builder.add(" ")
        case Join.DROP:
            builder.drop_hyphen()
        case Join.DROP_LOOSE:
            builder.drop_loose_hyphen()
        case Join.KEEP:
            pass


def _add_line(builder: _Builder, line: PrintedLine, look: Look, block: int) -> None:
    start = builder.length
    last = len(line.words) - 1
    for i, word in enumerate(line.words):
        if line.numbers:
            builder.add_numbers(line, i)
        if i:
            builder.add(" ")
        builder.add_word(word, line.page, last=i == last)
    if line.numbers:
        builder.add_numbers(line, last + 1)
    builder.lines.append(
        Line(
            start,
            builder.length,
            block,
            page=line.page,
            column=line.column,
            box=line.box,
            x0=look.x0,
            size=line.size,
            bold=look.bold,
            italic=look.italic,
            bold_lead=look.bold_lead,
            centered=look.centered,
            gap=look.gap,
            underlined=look.underlined,
            full=look.full,
        )
    )


def _visible(text: str, *, last: bool) -> str:
    """Fonts that name their hyphen "soft hyphen" draw it all the same; at a line's end `join` decides."""
    if last and text[-1] in HYPHENS:
        return text[:-1].replace(_SOFT_HYPHEN, "-") + "-"
    return text.replace(_SOFT_HYPHEN, "-")
