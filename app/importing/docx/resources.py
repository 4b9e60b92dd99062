"""What the readers of all parts of a Word document share, and what they have found."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.importing.docx.asides import Item
from app.importing.docx.drawings import Drawn
from app.importing.docx.names import Element
from app.importing.docx.notes import Notes
from app.importing.docx.numbering import Counters, Numbering, Place
from app.importing.docx.sheet import Sheet
from app.importing.docx.styles import Styles
from app.importing.docx.writing import Writer
from app.progress import Progress

Boxes = list[tuple[Element, str]]


@dataclass(slots=True)
class Findings:
    """What was met on the way and belongs into notes; `comments`: where their marks stand, by id."""

    changes: int = 0
    symbols: int = 0
    drawn: Drawn = field(default_factory=Drawn)
    too_deep: bool = False
    texts_lost: int = 0
    comments: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resources:
    """What the readers of all parts of a document share; `backdrop`: the page paints behind all of them."""

    styles: Styles
    numbering: Numbering
    notes: Notes
    sheet: Sheet
    contents: set[Element]
    writer: Writer
    progress: Progress
    findings: Findings = field(default_factory=Findings)
    counters: Counters = field(default_factory=Counters)
    backdrop: bool = False


@dataclass(slots=True)
class Carried:
    """Text that flows into the next paragraph; `lead`: the paragraph whose number and look the whole has."""

    items: list[Item] = field(default_factory=list)
    boxes: Boxes = field(default_factory=list)
    lead: tuple[Element, Place | None] | None = None

    def __bool__(self) -> bool:
        return bool(self.items or self.boxes)
