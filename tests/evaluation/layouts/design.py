"""What a layout is, and how the terms are set in it.

Front matter and title go over the page's whole width, the terms through the columns below, page after page. Headings
keep with their first paragraph. What a layout adds to the terms themselves (footnote, table) counts as their text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlab.lib.pagesizes import A4

from scripts.samples.source import Unit
from tests.evaluation.layouts.furniture import Furniture
from tests.evaluation.layouts.setting import Frame, Printer, Type, Word, blank, lines_of, words_of
from tests.evaluation.layouts.texts import LONG, TITLE, Expected, expected, units_of

FOOTNOTE = "Unternehmer ist, wer in Ausübung seiner gewerblichen Tätigkeit handelt."
HIDDEN = "Dieser Satz steht weiß auf weiß und ist für niemanden zu sehen."
MARGIN_NOTE = "Hierzu das Merkblatt"
ROWS = (
    ("Stufe", "Reaktionszeit", "Zuschlag"),
    ("Normal", "acht Stunden", "keiner"),
    ("Dringend", "vier Stunden", "20 %"),
    ("Notfall", "eine Stunde", "50 %"),
)
NOTED, TABLED, HIDING = 2, 5, 9  # indexes of units


@dataclass(frozen=True)
class Head:
    """How headings look: `scale` of the body's size, white space between letters in points, a blank line above."""

    bold: bool = True
    scale: float = 1.1
    caps: bool = False
    spaced: float = 0.0
    centered: bool = False
    twice: bool = False
    underlined: bool = False
    scattered: bool = False  # a blank between letters, two between words
    above: float = 1.2


PLAIN, HEAD = Type(), Head()


@dataclass(frozen=True)
class Layout:
    """A way to print the terms. `columns`: relative widths; `margin`: what stands beside the text."""

    name: str
    scheme: str = "section"
    texts: Sequence[str] = LONG
    columns: Sequence[float] = (1.0,)
    gutter: float = 16
    type: Type = PLAIN
    leading: float = 1.22
    justified: bool = True
    hyphens: bool = True
    hanging: bool = True
    paper: tuple[float, float] = A4
    border: float = 56
    lie: str = ""
    head: Head = HEAD
    margin: str = ""  # heads left, heads right, notes left, notes right, counts left
    starts_at: float = 0.0  # share of the first page's height above the columns
    bottom: float = 60
    furniture: Sequence[Furniture] = ()
    front: Sequence[Callable[[Printer, Layout], None]] = ()
    back: Sequence[tuple[str, str]] = ()  # headings and paragraphs after the terms that are none of them
    framed: int = 0  # every which paragraph stands in a box
    table: str = ""  # ruled, open
    sentences: bool = False
    footnote: bool = False
    hidden: bool = False

    @property
    def units(self) -> list[Unit]:
        """The terms as numbered in this layout."""
        return units_of(self.scheme, self.texts)

    @property
    def step(self) -> float:
        """Distance of the baselines in points."""
        return self.type.size * self.leading

    def expected(self) -> list[Expected]:
        """The clauses, with what this layout sets into them."""
        added = {NOTED: f"1 {FOOTNOTE}"} if self.footnote else {}
        if self.margin.startswith("notes"):
            added |= {at: MARGIN_NOTE for i, at in enumerate(_paragraphs(self.units)) if i % 4 == 0}
        if self.table:
            added[TABLED] = " ".join(cell for row in ROWS for cell in row)
        return expected(self.units, added)


def _paragraphs(units: Sequence[Unit]) -> list[int]:
    return [at for at, unit in enumerate(units) if unit.level]


MARGIN = 116.0  # width of the margin's column with its gutter


def printed(layout: Layout) -> tuple[bytes, list[list[str]]]:
    """The PDF and its visible words by page."""
    total = len(_print(layout, 0).printed)
    printer = _print(layout, total)
    return printer.data(), printer.printed


def _print(layout: Layout, total: int) -> Printer:
    def begin(printer: Printer) -> None:
        for draw in layout.furniture:
            draw(printer, len(printer.printed), total)

    printer = Printer(layout.paper, layout.lie, begin)
    printer.flow_through(iter([Frame(layout.border, printer.width - layout.border, layout.border + 20, 1e6)]))
    for part in layout.front:
        part(printer, layout)
    _title(printer, layout)
    printer.top = max(printer.top, layout.starts_at * printer.height)
    printer.flow_through(_frames(printer, layout, printer.top))
    _terms(printer, layout)
    _after(printer, layout)
    return printer


def _title(printer: Printer, layout: Layout) -> None:
    kind = replace(layout.type.bold, size=max(11.0, layout.type.size * 1.5))
    for line in lines_of(words_of(TITLE, kind), printer.frame.x1 - printer.frame.x0):
        width = sum(w.width for w in line) + sum(blank(w) for w in line[1:])
        printer.line((printer.width - width) / 2, printer.top, line)
        printer.top += kind.size * 1.25
    printer.top += kind.size


def _frames(printer: Printer, layout: Layout, first: float) -> Iterator[Frame]:
    """The columns of the first page from `first` on, then those of each further page."""
    left = layout.border + (MARGIN if layout.margin.endswith("left") else 0)
    right = printer.width - layout.border - (MARGIN if layout.margin.endswith("right") else 0)
    room = right - left - layout.gutter * (len(layout.columns) - 1)
    note = layout.step * 4 if layout.footnote else 0.0  # at the foot of the first column
    while True:
        x = left
        for share in layout.columns:
            width = room * share / sum(layout.columns)
            yield Frame(x, x + width, first, printer.height - layout.bottom - note)
            x, note = x + width + layout.gutter, 0.0
        first = layout.border + 14
        printer.new_page()


def _terms(printer: Printer, layout: Layout) -> None:
    paragraphs = 0
    units = layout.units
    for at, (unit, following) in enumerate(pairwise([*units, None])):
        assert unit is not None
        if unit.level == 0:
            beside = layout.margin.startswith("heads")
            (_beside if beside else _heading)(printer, layout, unit, following)
            continue
        paragraphs += 1
        if layout.margin.startswith("notes") and paragraphs % 4 == 1:
            _margin_text(printer, layout, MARGIN_NOTE, replace(layout.type, size=layout.type.size * 0.85))
        if layout.margin.startswith("counts"):
            _margin_text(printer, layout, str(paragraphs), replace(layout.type, size=layout.type.size * 0.8))
        framed = bool(layout.framed) and paragraphs % layout.framed == 0
        _paragraph(printer, layout, unit, at, framed=framed)
        if at == TABLED and layout.table:
            _table(printer, layout)


def _heading(printer: Printer, layout: Layout, unit: Unit, following: Unit | None) -> None:
    head = layout.head
    kind = _head_type(layout)
    words = words_of(f"{unit.label} {unit.text.upper() if head.caps else unit.text}", kind)
    if head.scattered:
        words = [replace(word, text=" ".join(word.text) + " ") if word.text.isalpha() else word for word in words]
    lines = lines_of(words, printer.frame.x1 - printer.frame.x0)
    printer.top += layout.step * head.above
    printer.room_for(kind.size * 1.3 * len(lines) + layout.step * (2 if following else 0))
    for line in lines:
        width = sum(w.width for w in line) + sum(blank(w) for w in line[1:])
        x = (printer.frame.x0 + printer.frame.x1 - width) / 2 if head.centered else printer.frame.x0
        printer.line(x, printer.top, line)
        printer.top += kind.size * 1.25
    printer.top += layout.step * 0.2


def _head_type(layout: Layout) -> Type:
    head = layout.head
    kind = layout.type.bold if head.bold else layout.type
    size = layout.type.size * head.scale
    return replace(kind, size=size, spaced=head.spaced, twice=head.twice, underlined=head.underlined)


def _beside(printer: Printer, layout: Layout, unit: Unit, following: Unit | None) -> None:
    """A heading in the margin, its first line on the height of the first paragraph's."""
    del following
    printer.top += layout.step * layout.head.above
    printer.room_for(layout.step * 4)
    _margin_text(printer, layout, f"{unit.label} {unit.text}", _head_type(layout))


def _margin_text(printer: Printer, layout: Layout, text: str, kind: Type) -> None:
    printer.room_for(layout.step * 2)
    left = layout.margin.endswith("left")
    x = layout.border if left else printer.frame.x1 + 14
    for i, line in enumerate(lines_of(words_of(text, kind), MARGIN - 14)):
        printer.line(x, printer.top + i * kind.size * 1.15, line)


def _paragraph(printer: Printer, layout: Layout, unit: Unit, at: int, *, framed: bool) -> None:
    kind, step = layout.type, layout.step
    label = words_of(unit.label, kind)
    words = _sentences(unit.text, layout)
    if at == NOTED and layout.footnote:
        words.append(Word("1", replace(kind, size=kind.size * 0.6), rise=kind.size * 0.35, glued=True))
        _footnote(printer, layout)
    if at == HIDING and layout.hidden:
        words += words_of(HIDDEN, replace(kind, grey=1.0), hidden=True)
    indent = kind.size * 2.4 if label and layout.hanging else 0.0
    width = printer.frame.x1 - printer.frame.x0 - indent
    if label and not layout.hanging:
        words, label = [*label, *words], []
    lines = lines_of(words, width, hyphens=layout.hyphens)
    if framed:
        printer.top += step * 0.6
        printer.room_for(step * (len(lines) + 2))
        height = step * len(lines) + 6
        printer.canvas.rect(
            printer.frame.x0 - 5,
            printer.height - printer.top - height + step,
            printer.frame.x1 - printer.frame.x0 + 10,
            height + 2,
        )
    printer.paragraph(lines, step, indent, label, justified=layout.justified)
    for item in unit.items:
        lines = lines_of(words_of(item, kind), width - kind.size * 1.6, hyphens=layout.hyphens)
        printer.paragraph(lines, step, indent + kind.size * 1.6, [], justified=layout.justified)
    printer.top += step * (0.9 if framed else 0.4)


def _sentences(text: str, layout: Layout) -> list[Word]:
    """The words; with raised numbers before sentences where a paragraph has several."""
    words = words_of(text, layout.type)
    starts = [0, *(i + 1 for i, word in enumerate(words[:-1]) if word.text[-1] == "." and len(word.text) > 4)]
    if not layout.sentences or len(starts) < 2:
        return words
    small = replace(layout.type, size=layout.type.size * 0.6)
    for number, at in reversed(list(enumerate(starts, 1))):
        words[at] = replace(words[at], glued=True)
        words.insert(at, Word(str(number), small, rise=layout.type.size * 0.35))
    return words


def _footnote(printer: Printer, layout: Layout) -> None:
    kind = replace(layout.type, size=layout.type.size * 0.78)
    frame = printer.frame
    top = frame.bottom + layout.step * 1.6
    printer.canvas.line(
        frame.x0, printer.height - top + kind.size * 1.3, frame.x0 + 80, printer.height - top + kind.size * 1.3
    )
    mark = Word("1", replace(kind, size=kind.size * 0.65), rise=kind.size * 0.3)
    for i, line in enumerate(lines_of([mark, *words_of(FOOTNOTE, kind)], frame.x1 - frame.x0)):
        printer.line(frame.x0, top + i * kind.size * 1.2, line)


def _table(printer: Printer, layout: Layout) -> None:
    """Three columns, ruled or set apart by white space only."""
    step = layout.step * 1.4
    printer.room_for(step * (len(ROWS) + 1))
    frame = printer.frame
    width = (frame.x1 - frame.x0) / 3
    printer.top += step * 0.4
    for row in ROWS:
        for i, cell in enumerate(row):
            x = frame.x0 + i * width
            printer.line(x + 4, printer.top, words_of(cell, layout.type))
            if layout.table == "ruled":
                printer.canvas.rect(x, printer.height - printer.top - 4, width, step)
        printer.top += step
    printer.top += step * 0.6


def _after(printer: Printer, layout: Layout) -> None:
    for heading, text in layout.back:
        _heading(printer, layout, Unit(0, "", heading), None)
        _paragraph(printer, layout, Unit(1, "", text), -1, framed=False)
