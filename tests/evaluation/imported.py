"""The three measures of the import on one document, with the figures of the document beside them.

Documents go by an id that says nothing of their authors: number and suffix, or the first digits of their hash. What
was lost, invented or astray, in words, goes to build/quality only.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import ExpectedError
from app.models.analysis import Analysis
from app.models.reading import Reading
from tests.evaluation import ours
from tests.evaluation.accounting import Account, account
from tests.evaluation.documents import analysed
from tests.evaluation.order import Order, order
from tests.evaluation.readback import ReadBack, read_back
from tests.evaluation.readers import Independent, NoReaderError, Printed, read_independently
from tests.evaluation.visibility import seen

LOST_BAR, INVENTED_BAR, ORDER_BAR, BACK_BAR = 0.002, 0.001, 0.99, 0.98
FORMATS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md", ".html", ".htm")


@dataclass(frozen=True)
class ImportFigures:
    """What the import made of a document. Measures are None where nothing could be compared."""

    document: str
    error: str = ""
    pages: int = 0
    columns: int = 0
    clauses: int = 0
    ignored: int = 0
    warnings: int = 0
    words: int = 0
    lost: float | None = None
    invented: float | None = None
    order: float | None = None
    back: float | None = None
    below: int = 0
    seconds: float = 0.0
    readers: tuple[tuple[str, int], ...] = ()
    unread: tuple[int, ...] = ()
    details: dict[str, Any] = field(default_factory=dict, hash=False, compare=False)

    @property
    def faults(self) -> tuple[str, ...]:
        """The measures that miss their bar."""
        checks = {
            "lost": self.lost is not None and self.lost > LOST_BAR,
            "invented": self.invented is not None and self.invented > INVENTED_BAR,
            "order": self.order is not None and self.order < ORDER_BAR,
            "back": self.back is not None and self.back < BACK_BAR,
        }
        return tuple(name for name, missed in checks.items() if missed)


def document_id(path: Path) -> str:
    """A name for tables: the leading number of a file's name or, without one, digits of its hash; and its format."""
    number = re.match(r"[a-z]?\d+(?=[_.])", path.name)
    short = number[0] if number else hashlib.sha256(path.read_bytes()).hexdigest()[:6]
    return short + path.suffix


def measure_import(path: Path, name: str) -> tuple[ImportFigures, Analysis | None]:
    """Read and analyse a file with ours, read it with an independent reader, and compare."""
    started = time.perf_counter()
    try:
        analysis = analysed(path)
    except ExpectedError as error:
        return ImportFigures(name, error=error.code), None
    seconds = time.perf_counter() - started
    try:
        reader = read_independently(path)
    except NoReaderError as error:
        return _figures(name, analysis.reading, seconds, {"reader": str(error)}), analysis
    return compared(name, path, analysis.reading, reader, seconds), analysis


def compared(name: str, path: Path, reading: Reading, reader: Independent, seconds: float) -> ImportFigures:
    """All measures of one reading against what the independent reader found."""
    sums, shingles = _account(path, reading, reader), order(reading, reader)
    back = read_back(reading, path) if path.suffix == ".pdf" else ReadBack(())
    return _figures(
        name,
        reading,
        seconds,
        _details(sums, shingles, back),
        words=sums.total,
        lost=sums.lost_share if sums.total else None,
        invented=sums.invented_share if sums.total else None,
        order=shingles.share if shingles.total else None,
        back=back.mean if back.similar else None,
        below=len(back.below),
    )


def _account(path: Path, reading: Reading, reader: Independent) -> Account:
    """The sum check; poppler joins letters to words in two ways, and the one that explains more counts.

    Hidden words explain the reader's words only where the drawn page shows nothing at their place.
    """
    unread = ours.unread_pages(reading)

    def checked(pages: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        return [() if number in unread else page for number, page in enumerate(pages, 1)]

    said, repaired = ours.said(reading), ours.repaired(reading)
    hidden = ours.unprinted(reading, seen(reading.source, path))
    found = [
        account(
            checked([_texts(page) for page in pages]),
            checked(said),
            may=reader.may,
            unprinted=hidden,
            repaired=repaired,
        )
        for pages in (reader.pages, reader.stored)
        if pages
    ]
    return min(found, key=lambda sums: len(sums.lost) + len(sums.invented))


def _texts(page: tuple[Printed, ...]) -> list[str]:
    return [word.text for word in page]


def _figures(name: str, reading: Reading, seconds: float, details: dict[str, Any], **measures: Any) -> ImportFigures:
    source = reading.source
    return ImportFigures(
        name,
        pages=len(source.pages),
        columns=max((page.columns for page in source.pages), default=0),
        clauses=len(reading.clauses),
        ignored=len(source.ignored),
        warnings=len(source.warnings),
        seconds=seconds,
        readers=tuple(sorted(Counter(page.reader for page in source.pages if page.reader).items())),
        unread=source.unread_pages,
        details=details,
        **measures,
    )


def _details(sums: Account, shingles: Order, back: ReadBack) -> dict[str, Any]:
    return {
        "lost": sums.lost,
        "invented": sums.invented,
        "respaced": sums.respaced,
        "astray": shingles.astray,
        "below": back.below,
    }


def write_details(figures: ImportFigures, folder: Path) -> None:
    """The words behind the figures, for whoever looks for the cause."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(figures.details, ensure_ascii=False, indent=1)
    (folder / f"{figures.document.replace('/', '-')}.json").write_text(text + "\n", "utf-8")
