"""How well text recognition reads pages of our own: `python -m tests.evaluation.recognition` prints the table.

A page is typeset, rendered at 300 dpi, treated like a scan, put into a PDF as a picture and read as the importer does.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from app.importing.ocr.engine import Engine, engine
from app.importing.pdf.geometry import Word
from app.importing.pdf.recognise import Recognised, recognise_page
from tests.evaluation.scans import (
    CLEAN,
    FACES,
    NOISY,
    WORSE,
    Face,
    Noise,
    paragraphs,
    picture_pdf,
    rendered,
    scanned,
    typeset,
)

SIGN = "§"
TEXTS = ("paragraphs", "decimals")
NOISES = (("clean", CLEAN), ("noisy", NOISY), ("worse", WORSE))


@dataclass(frozen=True)
class Reading:
    """Characters printed and read wrongly; section signs printed, found and invented; seconds and pages."""

    printed: int = 0
    wrong: int = 0
    signs: int = 0
    found: int = 0
    invented: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def error_rate(self) -> float:
        return self.wrong / self.printed

    @property
    def recall(self) -> float:
        return self.found / self.signs

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.invented) if self.found + self.invented else 1.0

    def __add__(self, other: Reading) -> Reading:
        mine, others = vars(self), vars(other)
        return Reading(**{name: mine[name] + others[name] for name in mine})


def compared(printed: str, read: str) -> Reading:
    """The texts character by character, blanks counted, their number not."""
    printed, read = " ".join(printed.split()), " ".join(read.split())
    edits = Levenshtein.editops(printed, read)
    lost = {e.src_pos for e in edits if e.tag != "insert"}
    gained = {e.dest_pos for e in edits if e.tag != "delete"}
    signs = [i for i, c in enumerate(printed) if c == SIGN]
    found = sum(i not in lost for i in signs)
    invented = sum(c == SIGN and i in gained for i, c in enumerate(read))
    return Reading(len(printed), len(edits), len(signs), found, invented)


def recognised(pdf: bytes, reader: Engine) -> list[Recognised]:
    """Every page of a PDF through text recognition, whatever text it has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [recognise_page(page, reader) for page in document]
    finally:
        document.close()


def text_of(pages: Iterable[Recognised]) -> str:
    """The words in the engine's order."""
    return " ".join(word.text for page in pages for word in page.words)


def scan_of(texts: Sequence[str], face: Face, noise: Noise, columns: int = 1, turn: int = 0) -> bytes:
    """A PDF of scanned pages."""
    pictures = rendered(typeset(texts, face, columns))
    return picture_pdf([scanned(p, noise, seed) for seed, p in enumerate(pictures)], turn=turn)


def read_scan(name: str, face: Face, noise: Noise, reader: Engine) -> Reading:
    """One of our texts in one type with one kind of noise."""
    pdf = scan_of(paragraphs(name), face, noise)
    begun = time.perf_counter()
    pages = recognised(pdf, reader)
    seconds = time.perf_counter() - begun
    read = compared(" ".join(paragraphs(name)), text_of(pages))
    return read + Reading(pages=len(pages), seconds=seconds)


def place(word: Word, page: Recognised) -> tuple[float, float]:
    """The word's middle on the page as displayed."""
    a, b, c, d, e, f = page.to_page
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return a * x + c * y + e, b * x + d * y + f


def main() -> int:
    reader = engine()
    if reader is None:
        print("No engine of text recognition is installed.")
        return 1
    print(f"{reader.name}, language {reader.language}\n")
    print("| type | scan | wrong characters | § found | § invented | s/page |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for face in FACES:
        for label, noise in NOISES:
            r = sum((read_scan(name, face, noise, reader) for name in TEXTS), Reading())
            print(
                f"| {face.name} {face.size} pt | {label} | {r.wrong} of {r.printed} ({r.error_rate:.2%}) "
                f"| {r.found} of {r.signs} | {r.invented} | {r.seconds / r.pages:.1f} |",
                flush=True,
            )
    print(f"\nMost memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
