"""What every engine of text recognition gives, and which one is there.

Engines are optional. Tesseract with its German model, which the system's package or installer brings, is as exact as
rapidocr once the section signs are put right, several times faster and needs a third of the memory; rapidocr (an extra of
the package) needs nothing of the system and comes before Tesseract with the English model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Symbol:
    """A recognised character and its place in pixels."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A recognised word; places in pixels of the picture, origin top left, `baseline` in the word's middle.

    `confidence` 0..1; `line`: number of the printed line in the engine's order; `symbols`: one for each character, or
    none if the engine knows no places of characters. `changed`: the text is not what the engine read.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    line: int
    baseline: float
    symbols: tuple[Symbol, ...] = ()
    changed: bool = False


class Engine(Protocol):
    """Reads pictures of printed pages that stand upright."""

    @property
    def name(self) -> str:
        """Name and version, as in `tesseract 5.5.4`."""

    @property
    def language(self) -> str:
        """Code of the language it was trained for: `de`, `en` or `latin` for many at once."""

    @property
    def sections(self) -> bool:
        """Whether it knows the section sign; else `sections.repaired` finds it."""

    def read(self, image: Image, dpi: int) -> tuple[OcrWord, ...]:
        """The words line by line; raises RecognitionTimeout after the time limit of a page."""

    def read_lines(self, images: Sequence[Image], dpi: int) -> tuple[tuple[OcrWord, ...], ...]:
        """The words of each picture of no more than one line."""


class RecognitionTimeout(Exception):
    """A page took longer than its time limit."""


@cache
def engine() -> Engine | None:
    """The best engine that is installed, None without one: measured in docs/ocr.md."""
    from app.importing.ocr import rapid, tesseract

    found = tesseract.installed()
    return found if found and found.language == "de" else rapid.installed() or found
