"""What the program says stands in a document, in the form in which the checks compare it.

Only characters that a clause or a listed part covers count as said: canonical text that belongs to nothing is lost. So
is what a clause's own fields (label, heading, text) leave out of its spans; what they add is invented.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from app.models.reading import Clause, Reading
from app.models.source import BlockKind, Ignored, IgnoredReason, Run, RunKind, Span
from tests.evaluation.accounting import account
from tests.evaluation.folding import REPAIRED, bare, tokens

_WORD = re.compile(r"\S+")
_UNPRINTED = (IgnoredReason.HIDDEN, IgnoredReason.DELETED)
Pages = list[list[str]]


def said(reading: Reading) -> Pages:
    """The words of clauses, listed parts, furniture and marks, by page."""
    source = reading.source
    pages = _empty(reading)
    covered = _covered(reading)
    for match in _WORD.finditer(source.text):
        kept = "".join(c for i, c in enumerate(match[0], match.start()) if covered[i])
        pages[_page(source.runs_in(*match.span())) - 1] += tokens(kept)
    for ignored in source.ignored:
        if ignored.reason not in _UNPRINTED:
            pages[(ignored.page or 1) - 1] += tokens(ignored.text)
    for mark in source.marks:
        pages[(mark.box.page if mark.box else 1) - 1] += tokens(mark.text)
    for clause in reading.clauses:
        pages[(clause.page or 1) - 1] += _added(reading, clause)
    return pages


def unprinted(reading: Reading, seen: Container[Ignored] = ()) -> Pages:
    """The words listed as hidden or deleted, by page, without those that can be `seen` on the drawn page."""
    pages = _empty(reading)
    for ignored in reading.source.ignored:
        if ignored.reason in _UNPRINTED and ignored not in seen:
            pages[(ignored.page or 1) - 1] += tokens(ignored.text)
    return pages


def repaired(reading: Reading) -> Pages:
    """The words in which the program has replaced characters that the file names wrongly, by page."""
    pages = _empty(reading)
    for run in reading.source.runs:
        if (
            run.kind is RunKind.REPAIRED
            and run.box is not None
            and "\ufffd" not in reading.source.text[run.start : run.end]
        ):
            start, end = _around(reading.source.text, run.start, run.end)
            pages[run.box.page - 1] += tokens(reading.source.text[start:end])
    return pages


def unread_pages(reading: Reading) -> frozenset[int]:
    """Pages that no independent reader of the text layer can check: not read at all, or by text recognition."""
    return frozenset({*reading.source.unread_pages, *reading.source.ocr_pages})


def units(reading: Reading, clause: Clause) -> Iterator[tuple[Span, ...]]:
    """Heading and text of a clause, then each note in it: in print notes stand elsewhere."""
    spans = clause.heading_spans + clause.body_spans
    notes = [
        b
        for b in reading.source.blocks
        if b.kind is BlockKind.NOTE and any(s < b.end and b.start < e for s, e in spans)
    ]
    cuts = [(note.start, note.end) for note in notes]
    yield tuple(part for span in spans for part in _without(span, cuts))
    yield from ((cut,) for cut in cuts)


def _without(span: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    start = span[0]
    for first, last in cuts:
        if span[0] < last and first < span[1]:
            yield start, max(start, first)
            start = min(last, span[1])
    yield start, span[1]


def variants(reading: Reading, spans: Iterable[Span]) -> Iterator[str]:
    """The text of spans as it may be printed: as it is, with its marks, with `REPAIRED` for repaired words."""
    spans = sorted(spans)
    yield "\n".join(reading.source.text[a:b] for a, b in spans)
    marks = any(a <= mark.at < b for mark in reading.source.marks for a, b in spans)
    repaired = any(run.kind is RunKind.REPAIRED for span in spans for run in reading.source.runs_in(*span))
    if marks:
        yield "\n".join(_printed(reading, span, marks=True, repaired=False) for span in spans)
    if repaired:
        yield "\n".join(_printed(reading, span, marks=False, repaired=True) for span in spans)
    if marks and repaired:
        yield "\n".join(_printed(reading, span, marks=True, repaired=True) for span in spans)


def _printed(reading: Reading, span: Span, *, marks: bool, repaired: bool) -> str:
    source = reading.source
    changes = [(mark.at, mark.at, f" {mark.text} ") for mark in source.marks if marks and span[0] <= mark.at < span[1]]
    if repaired:
        runs = (run for run in source.runs_in(*span) if run.kind is RunKind.REPAIRED)
        changes += [(*_around(source.text, run.start, run.end), REPAIRED) for run in runs]
    text, at = "", span[0]
    for start, end, instead in sorted(changes):
        if start >= at:
            text += source.text[at:start] + instead
            at = min(end, span[1])
    return text + source.text[at : span[1]]


def _empty(reading: Reading) -> Pages:
    return [[] for _ in range(max(1, len(reading.source.pages)))]


def _covered(reading: Reading) -> bytearray:
    covered = bytearray(len(reading.source.text))
    for start, end in _listed(reading):
        covered[start:end] = b"\x01" * (end - start)
    return covered


def _listed(reading: Reading) -> Iterator[Span]:
    for clause in reading.clauses:
        yield from clause.spans
    for part in reading.not_analysed:
        yield from part.spans


def _page(runs: Iterable[Run]) -> int:
    """The page where a word begins; an automatic number has no box of its own."""
    return next((run.box.page for run in runs if run.box is not None and run.kind is not RunKind.GENERATED), 1)


def _around(text: str, start: int, end: int) -> Span:
    """The whole word or words that a run is part of."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _added(reading: Reading, clause: Clause) -> list[str]:
    """Words of a clause's fields that do not stand at its spans."""
    at_spans = _bare("\n".join(reading.source.text[a:b] for a, b in clause.spans))
    fields = _bare("\n".join((clause.label, clause.heading, clause.text)))
    if not Counter(fields) - Counter(at_spans):
        return []
    return [word for _, word in account([at_spans], [fields]).invented]


def _bare(text: str) -> list[str]:
    """Words without marks: a label is kept without the colon that is printed behind it."""
    return [word for token in tokens(text) if (word := bare(token))]
