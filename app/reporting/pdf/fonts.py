"""The fonts of a PDF, chosen character by character, and how wide a text is.

Strategy: Liberation Sans is the text; DejaVu Sans stands in for single characters that it lacks; what neither has, and what must not
be written (control characters, signs that turn text round), becomes a sign that can be seen, and is counted.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.paths import resources

REPLACEMENT: Final = "\ufffd"
BREAK: Final = "\u200b"  # a line may end here
SOFT_HYPHEN: Final = "\u00ad"  # the same, with a hyphen
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn text round
_LINE_ENDS: Final = frozenset("\n\x0b\x0c\x85\u2028\u2029")
_FORBIDDEN: Final = frozenset({"Cc", "Cs", "Cn", "Co"})
_FILES: Final = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "DejaVuSans.ttf")
_MOST_DIFFERENT: Final = 12  # characters that are named where fonts lack them


class _Font(TTFont):  # type: ignore[misc]  # no types
    """WORKAROUND: reportlab writes characters beyond U+FFFF into the table of the text as five digits, which no reader understands."""

    def addObjects(self, doc: object) -> None:  # noqa: N802 - reportlab's name
        """As reportlab does, with a table that readers understand."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{_subset_tag(number)}+{self.face.name.decode('ascii')}"
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _unicode_table(name, subset)  # type: ignore[attr-defined]


def _subset_tag(number: int) -> str:
    return f"{number:06}".translate(str.maketrans("0123456789", "ABCDEFGIJK"))


def _unicode_table(name: str, subset: list[int]) -> str:
    """Which character each code of a font stands for; at most 100 a block, as the standard asks."""
    pairs = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset) if char
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange\n<00> <FF>\nendcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@dataclass(frozen=True, eq=False)
class Face:
    """A font of the program: its name for reportlab, the characters it has with their widths (thousandths of its size)."""

    name: str
    widths: dict[str, float]


@cache
def _face(file: str) -> Face:
    name = f"klausellupe-{Path(file).stem}"
    font = _Font(name, str(resources() / "fonts" / file))
    pdfmetrics.registerFont(font)
    return Face(name, {chr(code): float(font.face.charWidths[code]) for code in font.face.charToGlyph})


@dataclass(frozen=True, eq=False, slots=True)
class Run:
    """Characters of one font; `width` at size 1."""

    face: Face
    text: str
    width: float


class Fonts:
    """The fonts of one document. `lacking`: how often each character was asked for that no font has."""

    def __init__(self) -> None:
        self.lacking: Counter[str] = Counter()
        self._runs: dict[tuple[str, bool], tuple[Run, ...]] = {}

    def runs(self, text: str, *, strong: bool = False) -> tuple[Run, ...]:
        """`text` (clean, see below) piece by piece of one font; words come again and again, so they are remembered."""
        key = (text, strong)
        if (known := self._runs.get(key)) is None:
            known = self._runs[key] = tuple(self._measured(text, strong=strong))
        return known

    def width(self, text: str, size: float, *, strong: bool = False) -> float:
        """In points."""
        return size * sum(run.width for run in self.runs(text, strong=strong))

    def _measured(self, text: str, *, strong: bool) -> list[Run]:
        face = _face(_FILES[strong])
        if text.isascii() or all(char in face.widths for char in text):
            return [Run(face, text, sum(map(face.widths.__getitem__, text)) / 1000)]
        return [
            Run(piece, chars, sum(map(piece.widths.__getitem__, chars)) / 1000)
            for piece, chars in self._pieces(text, face)
        ]

    def _pieces(self, text: str, first: Face) -> list[tuple[Face, str]]:
        pieces: list[tuple[Face, str]] = []
        for char in text:
            face, shown = self._choice(char, first)
            if pieces and pieces[-1][0] is face:
                pieces[-1] = (face, pieces[-1][1] + shown)
            else:
                pieces.append((face, shown))
        return pieces

    def _choice(self, char: str, first: Face) -> tuple[Face, str]:
        spare = _face(_FILES[2])
        for face in (first, spare):
            if char in face.widths:
                return face, char
        self.lacking[char] += 1
        return spare, REPLACEMENT

    def lacking_codes(self) -> str:
        """The first of them as U+4E2D (中 itself cannot be shown)."""
        codes = [f"U+{ord(char):04X}" for char in sorted(self.lacking)]
        more = ["…"] if len(codes) > _MOST_DIFFERENT else []
        return ", ".join([*codes[:_MOST_DIFFERENT], *more])


def clean(text: str) -> str:
    """What may be drawn: line ends are "\\n", tabs spaces; places to break stay; what must not be drawn is a sign.

    Nothing else is changed, so what is searched in the file is what stands in the document.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n").replace("\r", "\n")))


@cache
def _shown(char: str) -> str:
    if char in _LINE_ENDS:
        return "\n"
    if char == "\t":
        return "    "
    if char in (SOFT_HYPHEN, BREAK):
        return char
    if char in _BIDI or unicodedata.category(char) in _FORBIDDEN:
        return REPLACEMENT
    return char
