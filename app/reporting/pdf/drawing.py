"""Pages drawn into a PDF: text, colours, links, outline, running header and footer, and what the file says of itself.

Names of places are numbers of our own: anchors may hold what is not meant for every reader. The same pages give the same bytes: no
clock, no random ids.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from app.reporting.paper import Paper
from app.reporting.pdf.boxes import Mark
from app.reporting.pdf.fonts import BREAK, SOFT_HYPHEN, clean
from app.reporting.pdf.layout import Layout
from app.reporting.pdf.lines import Line, Piece, Setter
from app.reporting.pdf.look import EDGE, LEADING, MARGIN, RULE, RUNNING, SOFT, Look
from app.wording.wordfile import file_phrase

_UNSEEN: Final = str.maketrans("", "", BREAK + SOFT_HYPHEN)
_LONGEST_TITLE: Final = 300  # of an entry of the outline
_DASHES: Final = {"dashed": (3, 2), "dotted": (0.8, 1.2)}


def drawn(layout: Layout) -> bytes:
    """The whole file."""
    with _bytes_as_they_are():
        return _Drawing(layout).file()


@contextmanager
def _bytes_as_they_are() -> Iterator[None]:
    """No ASCII around compressed bytes: a quarter smaller. It is a setting of the whole library, which others use too."""
    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        yield
    finally:
        rl_config.useA85 = before


class _File(Canvas):  # type: ignore[misc]  # no types
    """A canvas that says of its making only what it is told."""

    def describe(self, paper: Paper) -> None:
        """Title, company and time."""
        self._doc.info = _Info(paper)
        self.setViewerPreference("DisplayDocTitle", "true")


class _Info(PDFInfo):  # type: ignore[misc]  # no types
    """Without the entries that nobody gave: reportlab writes "anonymous" and a time of its own."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.entries = {
            "Title": ": ".join(_plain(text) for text in (paper.title, paper.subtitle) if text),
            "Author": _plain(paper.company),
            "Creator": "Klausellupe",
            "Producer": "ReportLab",
            "CreationDate": _moment(paper.made_at) if paper.made_at else "",
            "ModDate": _moment(paper.made_at) if paper.made_at else "",
        }
        self.title = self.entries["Title"]

    def format(self, document: object) -> bytes:
        """As PDF."""
        entries = {name: PDFString(value) for name, value in self.entries.items() if value}
        written: bytes = PDFDictionary(entries).format(document)
        return written


def _moment(at: datetime) -> str:
    zone = at.strftime("%z")
    shift = f"{zone[:3]}'{zone[3:5]}'" if zone else ""
    return f"{at:D:%Y%m%d%H%M%S}{shift}"


def _plain(text: str) -> str:
    return " ".join(clean(text).translate(_UNSEEN).split())


class _Drawing:
    """The pen of `boxes`, for every page in turn."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._setter = Setter(layout.fonts)
        self._stored = io.BytesIO()
        lang = {"de": "de-DE", "en": "en-GB"}.get(layout.paper.lang, layout.paper.lang)
        font = layout.fonts.runs(" ")[0].face.name  # else the library declares one that it does not embed
        self._file = _File(
            self._stored, pagesize=layout.size, pageCompression=1, invariant=1, lang=lang, initialFontName=font
        )
        self._file.describe(layout.paper)
        self._page = 0
        self._places = _places(layout)
        self._drawn: set[str] = set()
        self._level = -1

    def file(self) -> bytes:
        for number, page in enumerate(self._layout.pages, start=1):
            self._page = number
            for top, box in page.boxes:
                y = self._layout.top - top
                for mark in box.marks:
                    self._mark(mark, y)
                box.draw(self, y)
            self._running()
            self._file.showPage()
        if self._level >= 0 and not self._layout.paper.one_page:
            self._file.showOutline()
        self._file.save()
        return self._stored.getvalue()

    # --- places

    def _mark(self, mark: Mark, y: float) -> None:
        if mark.anchor in self._drawn:
            return
        self._drawn.add(mark.anchor)
        name = self._name(mark.anchor)
        self._file.bookmarkPage(name, fit="XYZ", left=0, top=round(y + 6), zoom=0)
        if mark.level:
            self._level = min(mark.level - 1, self._level + 1)
            title = _plain(mark.title)
            short = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE] + "…"
            self._file.addOutlineEntry(short or "–", name, self._level, closed=self._level > 0)

    def _name(self, anchor: str) -> str:
        return f"p{self._places[anchor][0]}"

    def _link(self, anchor: str, x: float, y: float, width: float, height: float) -> None:
        if anchor in self._places:
            self._file.linkRect("", self._name(anchor), (x, y, x + width, y + height), relative=0, thickness=0)

    # --- what boxes ask for

    def line_of_text(self, line: Line, x: float, baseline: float) -> None:
        """Grounds first, then the text in one go, then what is drawn over and under it."""
        start = x
        for piece in line.pieces:
            if piece.look.back:
                self.fill(x, baseline - piece.look.size * 0.27, piece.width, piece.look.size * 1.2, piece.look.back)
            x += piece.width
        self._words(line, start, baseline)
        x = start
        for piece in line.pieces:
            self._signs(piece, x, baseline)
            x += piece.width
        if line.torn and line.pieces:
            look = line.pieces[-1].look
            self._stroke(x + 0.5, baseline + look.size * 0.26, look.size * 0.26, look.ink, look.size * 0.075)

    def _words(self, line: Line, x: float, baseline: float) -> None:
        text = self._file.beginText(x, baseline)
        for piece in line.pieces:
            text.setFont(piece.run.face.name, piece.look.size)
            text.setFillColor(HexColor(piece.look.ink))
            text.textOut(piece.run.text)
        self._file.drawText(text)

    def _signs(self, piece: Piece, x: float, baseline: float) -> None:
        look, width = piece.look, piece.width
        if look.struck:
            self._stroke(x, baseline + look.size * 0.27, width, look.ink, look.size * 0.07)
        if look.under:
            ink, down = (RULE if look.under == "link" else look.ink), look.size * 0.16
            self._stroke(x, baseline - down, width, ink, look.size * 0.065, _DASHES.get(look.under))
        if look.link:
            self._link(look.link, x, baseline - look.size * 0.25, width, look.size * 1.1)

    def _stroke(
        self, x: float, y: float, width: float, colour: str, thick: float, dash: tuple[float, float] | None = None
    ) -> None:
        self._file.setStrokeColor(HexColor(colour))
        self._file.setLineWidth(thick)
        if dash:
            self._file.setDash(*dash)
        self._file.line(x, y, x + width, y)
        if dash:
            self._file.setDash()

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle."""
        self._file.setFillColor(HexColor(colour))
        self._file.rect(x, y, width, height, stroke=0, fill=1)

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = 0.5) -> None:
        """A level line."""
        self._stroke(x, y, width, colour, thickness)

    def chip(self, x: float, y: float, width: float, height: float, colour: str, *, full: bool) -> None:
        """A rectangle with round corners."""
        self._file.setFillColor(HexColor(colour))
        self._file.setStrokeColor(HexColor(colour))
        self._file.setLineWidth(0.8)
        self._file.roundRect(x, y, width, height, height / 2, stroke=1, fill=int(full))

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Its pixels alone."""
        self._file.drawImage(ImageReader(io.BytesIO(data)), x, y, width, height, mask="auto")

    def page_number_of(self, anchor: str, right: float, baseline: float, dots_from: float) -> None:
        """The number at the right edge, dots up to it, all of it a link."""
        line = self._set(str(self._places[anchor][1]), Look(link=anchor))
        end = right - line.width
        self._stroke(dots_from + 5, baseline, max(0.0, end - dots_from - 10), SOFT, 0.6, (0.6, 2.4))
        self.line_of_text(line, end, baseline)

    # --- header and footer

    def _running(self) -> None:
        layout, step = self._layout, RUNNING.size * LEADING
        y = layout.size[1] - EDGE - RUNNING.size
        for number, line in enumerate(layout.header):
            self.line_of_text(line, MARGIN, y - number * step)
        for number, line in enumerate(layout.footer):
            self.line_of_text(line, MARGIN, EDGE + (len(layout.footer) - 1 - number) * step)
        numbered = file_phrase("page", layout.paper.lang, page=self._page, pages=len(layout.pages))
        count = self._set(numbered, RUNNING)
        self.line_of_text(count, layout.size[0] - MARGIN - count.width, EDGE)

    def _set(self, text: str, look: Look) -> Line:
        return Line(tuple(Piece(run, look) for run in self._layout.fonts.runs(text, strong=look.strong)))


def _places(layout: Layout) -> dict[str, tuple[int, int]]:
    """Number and page of every place, the first of each name."""
    places: dict[str, tuple[int, int]] = {}
    for anchor, page in _marks(layout):
        places.setdefault(anchor, (len(places), page))
    return places


def _marks(layout: Layout) -> Iterator[tuple[str, int]]:
    for number, page in enumerate(layout.pages, start=1):
        for _, box in page.boxes:
            yield from ((mark.anchor, number) for mark in box.marks)
