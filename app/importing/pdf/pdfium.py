"""A PDF through PDFium: pages with their words, hidden text, rulings and tables.

Strategy: `textpage` gives the words, `drawings` what else is drawn, `visibility` what nobody sees. A page whose text
mostly runs across is read as if it were turned; the boxes are turned back at the end. All calls happen in the document's
worker process: PDFium is not thread-safe and the file is hostile.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from app.errors import ErrorCode, ExpectedError
from app.importing.pdf import native
from app.importing.pdf.annotations import flatten, has_printed, remarks
from app.importing.pdf.doubles import drawn_once
from app.importing.pdf.drawings import Drawings, drawings_of
from app.importing.pdf.faces import Faces
from app.importing.pdf.frame import Frame
from app.importing.pdf.geometry import HiddenText, RawPage, Word
from app.importing.pdf.printout import Printout
from app.importing.pdf.rulings import ruled_tables
from app.importing.pdf.textpage import Printed, TextPage
from app.importing.pdf.visibility import Visibility
from app.models.source import IgnoredReason, Page

READER = "pdfium"
TOO_COMPLEX = "page_too_complex"
A4 = (595.0, 842.0)
MAX_CHARACTERS = 200_000  # of a page: the densest small print has 20,000
_STRAIGHT = 10.0  # degrees: what is turned less runs from left to right
_ACROSS_SHARE = 0.6  # of the characters run one way: the page is printed across


@dataclass(frozen=True, slots=True)
class _Content:
    words: list[Printed]
    unmapped: int


class PdfiumDocument:
    """An open PDF. Raises ExpectedError PDF_ENCRYPTED or PDF_DAMAGED."""

    def __init__(self, data: bytes, name: str, password: str | None) -> None:
        try:
            self.document: Any = pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
            code = ErrorCode.PDF_ENCRYPTED if locked else ErrorCode.PDF_DAMAGED
            raise ExpectedError(code, {"name": name}) from error
        if self.document.get_formtype() != pdfium.FORMTYPE_NONE:
            self.document.init_forms()  # fields without a look of their own get one
        self._faces = Faces()

    def __len__(self) -> int:
        return len(self.document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in points of a page (1-based) as displayed."""
        try:
            width, height = self.document.get_page_size(number - 1)
        except pypdfium2.PdfiumError:
            return A4  # nobody knows the size of a page that is not there
        return width, height

    def close(self) -> None:
        """Free PDFium's memory."""
        self.document.close()

    def extract(self, number: int) -> RawPage:
        """Everything later steps need of a page (1-based); `damaged` where PDFium cannot load it."""
        page = pdfium.FPDF_LoadPage(self.document, number - 1)
        if not page:
            return RawPage(Page(number, *self.size(number)), damaged=True)
        try:
            frame = frame_of(page)
            notes = tuple(remarks(page, frame, number))
            if has_printed(page) and flatten(page):
                pdfium.FPDF_ClosePage(page)
                page = pdfium.FPDF_LoadPage(self.document, number - 1)
                if not page:
                    return RawPage(Page(number, *self.size(number)), damaged=True)
            return replace(self._extracted(native.address(page), frame, number), notes=notes)
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)

    def _extracted(self, page: int, frame: Frame, number: int) -> RawPage:
        shown = Page(number, frame.width, frame.height, frame.rotation, frame.to_user_space)
        drawings = drawings_of(page, frame)
        if not drawings.complete:
            return RawPage(shown, skipped=TOO_COMPLEX)
        content = self._content(page, frame, drawings.texts)
        if content is None:
            return RawPage(shown, skipped=TOO_COMPLEX)
        turn = _turn(content.words)
        if turn:
            frame = Frame(frame.bounds, frame.rotation + turn)
            drawings = drawings_of(page, frame)
            content = self._content(page, frame, drawings.texts) or content
        printout = Printout(page, frame, turn)
        visibility = Visibility(frame, drawings, content.words, printout)
        words, hidden = _sorted_out(content.words, visibility)
        return RawPage(
            replace(shown, width=frame.width, height=frame.height),
            words=tuple(words),
            hidden=tuple(hidden),
            rules=drawings.rules(),
            tables=ruled_tables(drawings.shapes) if words else (),
            ocr=visibility.ocr,
            picture=drawings.picture_share(frame),
            shown=shown if turn else None,
            turn=turn,
            unmapped=content.unmapped,
            replaced=visibility.replaced,
            blank=not content.words and _shows_nothing(drawings, printout, frame),
            reader=READER,
        )

    def _content(self, page: int, frame: Frame, texts: Sequence[int]) -> _Content | None:
        """None where the page has more characters than any page has."""
        text = TextPage(page, frame, texts, self._faces)
        try:
            if len(text.text) > MAX_CHARACTERS:
                return None
            return _Content(drawn_once(text.words(), texts, text.objects), text.unmapped)
        finally:
            text.close()


def frame_of(page: Any) -> Frame:  # noqa: ANN401 - PDFium has no types
    """What viewers display of the page: its crop box as far as it lies on the media box, rotated."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame((box.left, box.bottom, box.right, box.top), 90 * pdfium.FPDFPage_GetRotation(page))


def _shows_nothing(drawings: Drawings, printout: Printout, frame: Frame) -> bool:
    """Whether nothing can be seen on a page without words; a picture that is not drawn may be a damaged one."""
    return not (any(a.picture for a in drawings.areas) or printout.shows_something((0, 0, frame.width, frame.height)))


def _turn(words: Sequence[Printed]) -> int:
    """Degrees the page must be turned clockwise to read most of its text; 0 where it stands upright."""
    ways = {0: 0, 90: 0, 180: 0, 270: 0}
    for printed in words:
        ways[round(printed.style.angle / 90) % 4 * 90] += len(printed.word.text)
    most = max(ways, key=lambda way: (ways[way], -way))
    return most if most and ways[most] > _ACROSS_SHARE * sum(ways.values()) else 0


def _sorted_out(printed: Sequence[Printed], visibility: Visibility) -> tuple[list[Word], list[HiddenText]]:
    """Words to be read, and what is hidden or stands across."""
    words: list[Word] = []
    hidden: list[HiddenText] = []
    for item in printed:
        w = item.word
        if item.style.usual:
            x0, top, x1, bottom = visibility.seen_within(item)
            if x0 <= w.x0 and w.x1 <= x1 and top <= w.top and w.bottom <= bottom:
                words.append(w)
                continue
        reason, cause = _left_out(item, visibility)
        if reason is None:
            words.append(w)
        else:
            hidden.append(HiddenText(w.text, w.x0, w.top, w.x1, w.bottom, reason, cause))
    return words, hidden


def _left_out(printed: Printed, visibility: Visibility) -> tuple[IgnoredReason | None, str]:
    cause = visibility.cause(printed)
    if cause:
        return IgnoredReason.HIDDEN, cause
    if printed.style.usual:
        return None, ""
    angle = abs(printed.style.angle)
    if angle <= _STRAIGHT:
        return None, ""
    if min(abs(angle - 90), abs(angle - 180)) <= _STRAIGHT:
        return IgnoredReason.SIDE_TEXT, ""
    return IgnoredReason.WATERMARK, ""
