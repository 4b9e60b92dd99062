"""What pages show beside clauses: parts left out, hidden text, recognised and unread pages. Words and boxes by page, no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.models.analysis import Analysis, Severity
from app.models.reading import NotAnalysed
from app.models.source import Box, Ignored, IgnoredReason, SourceDocument, Span
from app.reporting.places import shortened
from app.ui.asides import asides, finding_spot, spot
from app.ui.models.notchecked import reason_text
from app.wording.imports import note_sentence
from app.wording.lang import Lang

UNCERTAIN = 0.8  # confidence of text recognition below which a word is underlined
_TIP = 600  # characters of a comment
_REACH = 2.0  # points round a box that still count as on it


@dataclass(frozen=True, slots=True)
class Veil:
    """A part left out: grey, with the reason as a tip; `key` of the aside."""

    key: str
    boxes: tuple[Box, ...]
    tip: str


@dataclass(frozen=True, slots=True)
class HiddenSpot:
    """Where hidden text stands; `finding`: id."""

    finding: str
    severity: Severity
    boxes: tuple[Box, ...]
    tip: str


@dataclass(slots=True)
class PageNotes:
    """Of one page. `unread`: sentences why it was not read; `recognised`: whether text recognition read it."""

    veils: list[Veil] = field(default_factory=list)
    hidden: list[HiddenSpot] = field(default_factory=list)
    uncertain: list[Box] = field(default_factory=list)
    recognised: bool = False
    unread: str | None = None

    def tip_at(self, x: float, y: float) -> str:
        """What there is to say about a point of the page (in points)."""
        marked = [(m.boxes, m.tip) for m in self.hidden] + [(m.boxes, m.tip) for m in self.veils]
        return next((tip for boxes, tip in marked if any(_on(box, x, y) for box in boxes)), "")

    def key_at(self, x: float, y: float) -> tuple[str, str]:
        """(finding, aside) at a point, each "" where there is none."""
        for hidden in self.hidden:
            if any(_on(box, x, y) for box in hidden.boxes):
                return hidden.finding, ""
        return "", next((v.key for v in self.veils if any(_on(box, x, y) for box in v.boxes)), "")


def page_notes(analysis: Analysis, lang: Lang) -> dict[int, PageNotes]:
    """The notes of every page that has any."""
    notes: defaultdict[int, PageNotes] = defaultdict(PageNotes)
    source = analysis.reading.source
    for page, veil in _veils(analysis, lang):
        notes[page].veils.append(veil)
    for finding in analysis.findings:
        tip = str(finding.params.get("quote", ""))
        for page, boxes in _by_page(finding_spot(finding, source).boxes):
            notes[page].hidden.append(HiddenSpot(finding.id, finding.severity, boxes, tip))
    for run in source.runs:
        if run.box is not None and run.confidence is not None and run.confidence < UNCERTAIN:
            notes[run.box.page].uncertain.append(run.box)
    for page in source.ocr_pages:
        notes[page].recognised = True
    for page in source.unread_pages:
        notes[page].unread = "\n".join(_sentences(source, page, lang))
    return dict(notes)


@dataclass(frozen=True, slots=True)
class TextNote:
    """The same on a text without pages: a part left out (`severity` None) or the place of hidden text."""

    key: str
    spans: tuple[Span, ...]
    tip: str
    severity: Severity | None = None


def text_notes(analysis: Analysis, lang: Lang) -> tuple[TextNote, ...]:
    """Hidden text first, then the parts of the text that were left out."""
    source = analysis.reading.source
    found = []
    for finding in analysis.findings:
        spans = finding_spot(finding, source).spans
        if spans:
            found.append(TextNote(finding.id, spans, str(finding.params["quote"]), finding.severity))
    left_out = [(aside, aside.part) for aside in asides(analysis) if aside.veiled]
    parts = ((aside, part) for aside, part in left_out if isinstance(part, NotAnalysed) and part.spans)
    return (*found, *(TextNote(aside.key, part.spans, reason_text(part, lang)) for aside, part in parts))


def _veils(analysis: Analysis, lang: Lang) -> Iterator[tuple[int, Veil]]:
    source = analysis.reading.source
    for aside in asides(analysis):
        if not aside.veiled or (isinstance(aside.part, NotAnalysed) and not aside.part.spans):
            continue
        tip = _tip(aside.part, lang)
        for page, boxes in _by_page(spot(aside.part, source).boxes):
            yield page, Veil(aside.key, boxes, tip)


def _tip(part: NotAnalysed | Ignored, lang: Lang) -> str:
    """The reason; of a comment its words too, which the page does not show."""
    if isinstance(part, Ignored) and part.reason is IgnoredReason.COMMENT:
        return f"{reason_text(part, lang)}\n{shortened(part.text, _TIP)}"
    return reason_text(part, lang)


def _by_page(boxes: tuple[Box, ...]) -> Iterator[tuple[int, tuple[Box, ...]]]:
    pages: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        pages[box.page].append(box)
    return ((page, tuple(found)) for page, found in pages.items())


def _sentences(source: SourceDocument, page: int, lang: Lang) -> Iterator[str]:
    return (note_sentence(note, lang) for note in source.warnings if note.page == page)


def _on(box: Box, x: float, y: float) -> bool:
    return box.x0 - _REACH <= x <= box.x1 + _REACH and box.top - _REACH <= y <= box.bottom + _REACH
