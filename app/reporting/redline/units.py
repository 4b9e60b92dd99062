"""The lines of the text that is to be changed, as Word has them: which paragraph each stands in and which runs it is made of.

A unit is a canonical line without the automatic number it begins with. One that several paragraphs share (the cells of a row, a heading
that runs into its text) can only stay as it is. What separates units (ends of lines) belongs to none and is not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.importing.docx.names import Element, w
from app.importing.docx.places import paragraph_of
from app.models.source import Run, RunKind, Span
from app.reporting.copyresult import CopyReason
from app.reporting.redline.document import Document
from app.reporting.redline.model import Refused

_PARAGRAPH = w("p")


@dataclass(frozen=True, slots=True)
class Unit:
    """Canonical `[start, end)` of a part. `alone`: nothing else of the text stands in the paragraph; `shared`: by several of them.

    `runs` are those that are written there; `label`: the automatic number before it.
    """

    part: str
    paragraph: Element
    start: int
    end: int
    runs: tuple[Run, ...]
    alone: bool
    label: str = ""
    shared: bool = False


def units(document: Document, spans: Iterable[Span]) -> list[Unit]:
    """The units of these spans in order; Refused where text is printed that is written nowhere."""
    found = [unit for start, end in spans for unit in _of_span(document, start, end)]
    if not found:
        raise Refused(CopyReason.CHANGE_GENERATED)
    return found


def _of_span(document: Document, start: int, end: int) -> Iterator[Unit]:
    at = start
    for line in document.source.text[start:end].split("\n"):
        runs = document.source.runs_in(at, at + len(line)) if line else ()
        paragraphs = [paragraph for run in runs if (paragraph := _paragraph(document, run)) is not None]
        unit = _unit(document, paragraphs[0], list(runs), at, at + len(line)) if paragraphs else None
        if unit is not None:
            yield replace(unit, shared=len(set(paragraphs)) > 1)
        at += len(line) + 1


def _unit(document: Document, paragraph: Element, runs: list[Run], start: int, end: int) -> Unit | None:
    text = document.source.text
    first = next((at for at, run in enumerate(runs) if run.kind is not RunKind.GENERATED), len(runs))
    written = [run for run in runs[first:] if run.kind is not RunKind.GENERATED or text[run.start : run.end].strip()]
    if not written or written[0].part is None:
        return None
    label = "".join(text[run.start : run.end] for run in runs[:first])
    begin, stop = max(start, written[0].start), min(end, written[-1].end)
    whole = _alone(document, paragraph, begin, stop)
    return Unit(written[0].part, paragraph, begin, stop, tuple(written), whole, label.strip())


def _alone(document: Document, paragraph: Element, start: int, end: int) -> bool:
    """Whether the paragraph holds no other text; what precedes it on its line may be its automatic number."""
    source = document.source
    line = source.line_at(start)
    begin = start if line is None or line.label is None else line.label[0]
    near = [*source.runs_in(max(0, begin - 2), begin), *source.runs_in(end, end + 2)]
    return not any(_paragraph(document, run) is paragraph for run in near)


def _paragraph(document: Document, run: Run) -> Element | None:
    element = document.element(run)
    if element is None or element.tag == _PARAGRAPH:
        return element
    return paragraph_of(element)
