"""The document's lines as segmentation sees them: text, look relative to the body, place in the flow.

Strategy: everything that is asked of a line more than once is answered here once, relative to the document's own
body type (its commonest size and weight), so that the deciding modules know no absolute sizes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.models.source import BlockKind, Line, SourceDocument

_SENTENCE_END = re.compile(r"[.!?:;…][\"“”»«')\]]*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\S)")
_HEADING_STYLE = re.compile(r"heading|überschrift|berschrift|titre|title|titel", re.IGNORECASE)

SIZE_STEP = 0.6  # points: smaller differences are rounding of the same type
WIDE_GAP = 0.9  # line heights of white space above that set a line apart
LARGER = 1.07  # times the body size: a heading's step


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with its text; `start` is the canonical offset of the text's first character.

    `starts_block`: first line of its block. `follows_open`: the line before runs to the right edge and does not end
    a sentence, so this one probably goes on with it. `larger`, `heavier`: than the body; `table`: in a table;
    `capitals`: printed in capitals throughout; `note`: of a footnote or endnote.
    """

    start: int
    line: Line
    text: str
    starts_block: bool
    follows_open: bool
    larger: bool
    heavier: bool
    table: bool
    capitals: bool
    note: bool = False

    @property
    def end(self) -> int:
        """Canonical offset after the text's last character."""
        return self.start + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sign that ends a sentence or introduces a list stands at the end."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def words(self) -> int:
        """Number of words of two letters or more."""
        return len(_WORD.findall(unspaced(self.text)))

    @property
    def styled(self) -> bool:
        """A heading by the word processor's own word."""
        return self.line.outline is not None or bool(_HEADING_STYLE.search(self.line.style))


def unspaced(text: str) -> str:
    """`text` with words in spaced letters (`H a f t u n g`) drawn together, for counting words."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def block_end(lines: Sequence[TextLine], first: int) -> int:
    """The line behind the block that line `first` belongs to."""
    end = first + 1
    while end < len(lines) and not lines[end].starts_block:
        end += 1
    return end


def is_capitals(text: str) -> bool:
    """Whether (nearly) all letters are capitals, and there are enough to tell."""
    small = sum(map(str.islower, text)) - text.count("ß")
    letters = sum(map(str.isalpha, text))
    return letters >= 4 and small <= 0.1 * letters


def text_lines(source: SourceDocument) -> tuple[TextLine, ...]:
    """The lines that hold something, in reading order."""
    size, bold = body_type(source)
    found: list[TextLine] = []
    before: TextLine | None = None  # of the running text: notes interrupt nothing
    for line in source.lines:
        raw = source.text[line.start : line.end]
        if raw.strip():
            found.append(_text_line(source, line, raw, before, size, bold))
            before = before if found[-1].note else found[-1]
    return tuple(found)


def _text_line(
    source: SourceDocument, line: Line, raw: str, before: TextLine | None, size: float | None, bold: bool
) -> TextLine:
    return TextLine(
        start=line.start + len(raw) - len(raw.lstrip()),
        line=line,
        text=raw.strip(),
        starts_block=before is None or before.line.block != line.block,
        follows_open=before is not None and not before.ends_sentence and _runs_on(before.line, line),
        larger=size is not None and line.size is not None and line.size >= max(size * LARGER, size + SIZE_STEP),
        heavier=line.bold and not bold,
        table=source.blocks[line.block].kind is BlockKind.TABLE_ROW,
        capitals=is_capitals(raw),
        note=source.blocks[line.block].kind is BlockKind.NOTE,
    )


def _runs_on(before: Line, line: Line) -> bool:
    """The line before reaches the right edge, is printed in the same type, and no white space lies between."""
    alike = before.bold == line.bold and abs((before.size or 0) - (line.size or 0)) <= SIZE_STEP
    return before.full and alike and (line.gap is None or line.gap < WIDE_GAP)


def body_type(source: SourceDocument) -> tuple[float | None, bool]:
    """Size and weight that most characters have; notes are printed smaller and do not count."""
    count: Counter[tuple[float | None, bool]] = Counter()
    for line in source.lines:
        if source.blocks[line.block].kind is BlockKind.NOTE:
            continue
        count[None if line.size is None else round(line.size * 2) / 2, line.bold] += line.end - line.start
    if not count:
        return None, False
    return min(count, key=lambda key: (-count[key], key[0] or 0.0, key[1]))
