"""What is marked on the pages of one document, apart from the images: what the view was told, by page. Painting reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.models.source import Box, SourceDocument, Span
from app.ui.models.sight import hits_between
from app.ui.overlays import Overlay, clause_at
from app.ui.page_text import DocumentText
from app.ui.pagenotes import PageNotes
from app.ui.text_selecting import TextSelecting

_NO_SOURCE = SourceDocument("", "", 0, "", "", (), (), ())
NOTHING = DocumentText(_NO_SOURCE)

ByPage = Mapping[int, tuple[Box, ...]]


@dataclass
class PdfMarks:
    """`pointed`: the clause under the mouse; `pointed_page`: nothing covers that page."""

    text: DocumentText = NOTHING
    selecting: TextSelecting = field(default_factory=lambda: TextSelecting(NOTHING))
    overlays: Mapping[int, tuple[Overlay, ...]] = field(default_factory=dict)
    notes: Mapping[int, PageNotes] = field(default_factory=dict)
    clause: str | None = None
    quotes: ByPage = field(default_factory=dict)
    places: ByPage = field(default_factory=dict)
    focus: ByPage = field(default_factory=dict)
    several: bool = False  # quotes: the one in focus is underlined
    hits: tuple[Span, ...] = ()
    current: int | None = None
    pointed: str | None = None
    pointed_page: int = 0

    def show_text(self, text: DocumentText) -> None:
        """The words of another reading; what was selected in another text is forgotten."""
        if text.source.text != self.text.source.text:
            self.hits, self.current = (), None
            self.selecting = TextSelecting(text)
        self.text = text

    def clause_at(self, page: int, x: float, y: float) -> str | None:
        """At a point of a page, in points."""
        return clause_at(self.overlays.get(page, ()), x, y)

    def note_at(self, page: int, x: float, y: float) -> tuple[str, str]:
        """(finding, aside) at a point, each "" where there is none."""
        return self.notes[page].key_at(x, y) if page in self.notes else ("", "")

    def note_tip(self, page: int, x: float, y: float) -> str:
        """What there is to say about a part left out."""
        return self.notes[page].tip_at(x, y) if page in self.notes else ""

    def first_box(self, clause: str | None) -> Box | None:
        """Where a clause begins."""
        boxes = (o.boxes[0] for overlays in self.overlays.values() for o in overlays if o.clause == clause)
        return min(boxes, key=lambda box: box.page, default=None) if clause else None

    def hit_boxes(self, page: int) -> Iterable[tuple[tuple[Box, ...], bool]]:
        """What was searched for on a page: its boxes, and whether it is the current one."""
        words = self.text.page(page)
        for index in hits_between(self.hits, *words.span):
            yield words.boxes(*self.hits[index]), index == self.current

    def selected_boxes(self, page: int) -> tuple[Box, ...]:
        """The selected words of a page."""
        span = self.selecting.span
        return self.text.page(page).boxes(*span) if span else ()

    def caret(self, page: int) -> Box | None:
        """The end of the selection that moves, where something is selected."""
        head = self.selecting.head
        if head is None or self.selecting.span is None or self.text.page_of(head) != page:
            return None
        return self.text.page(page).caret(head)


def by_page(boxes: Sequence[Box]) -> ByPage:
    """The boxes of each page."""
    found: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        found[box.page].append(box)
    return {page: tuple(here) for page, here in found.items()}
