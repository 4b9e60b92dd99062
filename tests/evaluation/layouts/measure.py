"""Prints each layout, reads it back and compares it with what was set: clause tree, whole texts, words.

A clause's text is right if it is, letter by letter, the text that was set: nothing of the page around in it, nothing
of it elsewhere, in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.importing.options import ReadOptions
from app.models.reading import Clause, Reading
from app.pipeline.stages import read, understand
from app.progress import silent
from tests.evaluation import ours
from tests.evaluation.accounting import account
from tests.evaluation.folding import tokens
from tests.evaluation.layouts.design import Layout, printed
from tests.evaluation.layouts.texts import Expected
from tests.evaluation.scans import NOISY, picture_pdf, rendered, scanned
from tests.evaluation.scoring import ClauseScores, score_clauses, squash


@dataclass(frozen=True)
class LayoutFigures:
    """What was found of one layout. `wrong`: the clauses whose text is another, as set and as found."""

    name: str
    pages: int
    scores: ClauseScores
    texts: float
    words: int
    lost: tuple[tuple[int, str], ...]
    invented: tuple[tuple[int, str], ...]
    wrong: tuple[tuple[str, str], ...]

    @property
    def lost_share(self) -> float:
        """Share of the printed words that are nowhere in ours."""
        return len(self.lost) / self.words

    @property
    def invented_share(self) -> float:
        """Words that were not printed, as a share of those that were."""
        return len(self.invented) / self.words


def measure(layout: Layout) -> LayoutFigures:
    """One layout as a PDF with text."""
    data, words = printed(layout)
    return compared(layout, reading_of(data), words)


def measure_scan(layout: Layout) -> LayoutFigures:
    """The same printed, copied and scanned."""
    data, words = printed(layout)
    pictures = [scanned(page, NOISY, seed) for seed, page in enumerate(rendered(data))]
    return compared(layout, reading_of(picture_pdf(pictures)), words)


def reading_of(data: bytes) -> Reading:
    """The clause tree of a PDF."""
    return understand(read(data, "layout.pdf", ReadOptions(), progress=silent), progress=silent)


def compared(layout: Layout, reading: Reading, words: Sequence[Sequence[str]]) -> LayoutFigures:
    """The reading against what was set."""
    wanted = layout.expected()
    clauses = [{n: getattr(c, n) for n in ("id", "label", "heading", "text", "parent")} for c in reading.clauses]
    sums = account(
        [[token for word in page for token in tokens(word)] for page in words],
        ours.said(reading),
        unprinted=ours.unprinted(reading),
    )
    wrong = _wrong(wanted, reading.clauses)
    return LayoutFigures(
        layout.name,
        len(words),
        score_clauses([want.gold for want in wanted], clauses),
        1 - len(wrong) / len(wanted),
        sums.total,
        sums.lost,
        sums.invented,
        wrong,
    )


def _wrong(wanted: Sequence[Expected], clauses: Sequence[Clause]) -> tuple[tuple[str, str], ...]:
    """The clauses whose text is not found as it was set, with the one that resembles it most."""
    found = {squash(text): text for text in (f"{c.label} {c.heading} {c.text}" for c in clauses)}
    texts = [f"{want.gold['label']} {want.text}" for want in wanted]
    return tuple((text, _nearest(text, list(found.values()))) for text in texts if squash(text) not in found)


def _nearest(text: str, found: Sequence[str]) -> str:
    return max(found, key=lambda other: fuzz.ratio(text, other), default="")
