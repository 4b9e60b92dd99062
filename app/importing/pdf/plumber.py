"""A PDF page through pdfplumber, the second opinion: visible characters, hidden ones apart, rulings and ruled tables.

Pages come here whose fonts do not say what their characters are: pdfminer still tells the characters' codes, PDFium
does not. Strategy: pdfplumber's own page class is kept (it finds the tables), but our device records the text rendering mode,
which pdfplumber forgets, and characters are read from pdfminer's layout directly: pdfplumber's dictionary per
character costs as much as parsing the page. Visible means: upright, on the page, not drawn in mode 3 or 7, not white
on white, 2 points or larger.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTItem, LTPage, LTRect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from app.importing.pdf.fonts import mac_style, styled
from app.importing.pdf.frame import Box4, Matrix, common, inverse, multiply, transformed
from app.importing.pdf.geometry import Glyph, HiddenText, RawPage, Rule, Table
from app.importing.pdf.tables import real_tables
from app.importing.pdf.visibility import INVISIBLE_MODES, MIN_SIZE
from app.models.source import IgnoredReason, Page

READER = "pdfplumber"
_FILL_AND_STROKE = 2
_FONT, _CID = 1, 5  # places of the font and the character code among the arguments of render_char
_EMPTY_STREAM = 32  # bytes: nothing, compressed or encrypted, takes less
_WHITE = 0.97
_NO_DESCENT = 0.02  # of the size
_DESCENT = 0.21  # of the size, as most text faces have it
_DEEPEST = 0.4  # of the size: no text face reaches further below its baseline
_OCR_SHARE = 0.9  # of the characters are invisible and a picture lies below: the text layer of a scan
_PICTURE_SHARE = 0.5  # of the page that the picture covers


_names: WeakKeyDictionary[PDFFont, str] = WeakKeyDictionary()


def font_name(font: PDFFont) -> str:
    """The font's name, with ",Bold" and ",Italic" added where the font itself says so."""
    if font not in _names:
        _names[font] = _name(font)
    return _names[font]


def _name(font: PDFFont) -> str:
    name = font.fontname if isinstance(font.fontname, str) else ""
    flags, weight = resolve1(font.descriptor.get("Flags")), resolve1(font.descriptor.get("FontWeight"))
    return styled(
        name,
        flags if isinstance(flags, int) else 0,
        _embedded_style(resolve1(font.descriptor.get("FontFile2"))),
        weight if isinstance(weight, int | float) else 0,
    )


def _embedded_style(stream: object) -> int:
    try:
        return mac_style(stream.get_data()) if isinstance(stream, PDFStream) else 0
    except PDFException:
        return 0


class _Device(PDFPageAggregatorWithMarkedContent):
    """Remembers the rendering mode and the code of each character as `LTChar.render` and `LTChar.cid`."""

    mode = 0
    clip: Box4 | None = None

    def render_string(self, textstate: PDFTextState, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        self.mode = textstate.render
        super().render_string(textstate, *args, **kwargs)

    def render_char(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401 - handed on
        advance: float = super().render_char(*args, **kwargs)
        char: Any = self.cur_item._objs[-1]  # noqa: SLF001 - as pdfplumber's own class does it
        char.render, char.cid, char.clip = self.mode, args[_CID], self.clip
        char.fontname = font_name(args[_FONT])
        return advance


class _Interpreter(PDFPageInterpreter):
    """Keeps the clipping path's box, which pdfminer ignores: what lies outside is not printed."""

    device: _Device

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.clips: list[Box4 | None] = []

    def do_q(self) -> None:
        super().do_q()
        self.clips.append(self.device.clip)

    def do_Q(self) -> None:  # noqa: N802 - the operator's name
        if self.clips:
            self.device.clip = self.clips.pop()
        super().do_Q()

    def do_W(self) -> None:  # noqa: N802
        points = [(part[i], part[i + 1]) for part in self.curpath for i in range(1, len(part) - 1, 2)]
        if points:
            xs, ys = zip(*points, strict=True)
            box = transformed(self.ctm, (min(xs), min(ys), max(xs), max(ys)))
            self.device.clip = common(self.device.clip, box)

    def do_W_a(self) -> None:  # noqa: N802
        self.do_W()

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802, ANN401
        before = self.device.clip
        super().do_Do(xobjid_arg)
        self.device.clip = before


class _Page(PlumberPage):
    """pdfplumber's page over our device, with characters left out of its dictionaries."""

    @property
    def layout(self) -> LTPage:
        if not hasattr(self, "_layout"):
            device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=None)
            try:
                _Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            except MemoryError:
                raise  # want of memory is no damage of the page: the worker says so
            except Exception as error:  # a damaged page may raise anything in pdfminer, as in pdfplumber's own method
                raise PdfminerException(error) from error
            self._layout = device.get_result()
        return self._layout

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        if isinstance(obj, LTChar):
            return {"object_type": "char"}
        return super().process_object(obj)


class _Frame:
    """From pdfminer's coordinates (rotated, origin at the media box) to the page as displayed (crop box)."""

    def __init__(self, page: PDFPage) -> None:
        turn = _turn(page)
        crop = transformed(turn, page.cropbox)
        media = transformed(turn, page.mediabox)
        self.left = max(crop[0], media[0])
        self.upper = min(crop[3], media[3])
        self.width = min(crop[2], media[2]) - self.left
        self.height = self.upper - max(crop[1], media[1])
        if self.width <= 0 or self.height <= 0:  # a crop box beside the page is ignored, as viewers do
            self.left, self.upper = media[0], media[3]
            self.width, self.height = media[2] - media[0], media[3] - media[1]
        self.media_height = media[3] - media[1]
        self.to_user_space = inverse(multiply(turn, (1, 0, 0, -1, -self.left, self.upper)))

    def box(self, obj: LTComponent) -> Box4:
        """(x0, top, x1, bottom) of a pdfminer object."""
        return obj.x0 - self.left, self.upper - obj.y1, obj.x1 - self.left, self.upper - obj.y0

    def outside(self, box: Box4) -> bool:
        """Whether the box's centre lies off the page."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return not (0 <= x <= self.width and 0 <= y <= self.height)


class PlumberDocument:
    """The document once more through pdfplumber. It is not closed: that would build all of pdfplumber's pages."""

    def __init__(self, pdf: PDF, pages: Sequence[PDFPage]) -> None:
        self._pdf = pdf
        self._pages = pages

    @classmethod
    def opened(cls, data: bytes, password: str | None) -> PlumberDocument | None:
        """None where pdfminer cannot open what PDFium could."""
        try:
            pdf = PDF.open(io.BytesIO(data), password=password)
            return cls(pdf, list(open_pages(pdf)))
        except PdfminerException:
            return None

    def extract(self, number: int) -> RawPage | None:
        """A page (1-based), `damaged` where its content cannot be parsed; None where pdfminer does not find it."""
        return extract(self._pdf, self._pages[number - 1], number) if number <= len(self._pages) else None


def open_pages(pdf: PDF) -> Iterator[PDFPage]:
    """The pages of a document, as pdfminer finds them; raises PdfminerException where the page tree is damaged."""
    pages = PDFPage.create_pages(pdf.doc)
    while True:
        try:
            page = next(pages)
        except StopIteration:
            return
        except MemoryError:
            raise
        except Exception as error:  # hostile page trees raise anything; the caller reports one code
            raise PdfminerException(error) from error
        _mend(page)
        yield page


def _mend(page: PDFPage) -> None:
    """Where boxes are missing or broken pdfminer has defaults; pdfplumber reads the attributes and fails."""
    page.attrs |= {"MediaBox": list(page.mediabox), "CropBox": list(page.cropbox), "Rotate": page.rotate}
    for unused in ("TrimBox", "BleedBox", "ArtBox"):
        page.attrs.pop(unused, None)


def extract(pdf: PDF, page: PDFPage, number: int) -> RawPage:
    """Everything later steps need of a page; `damaged` where its content cannot be parsed."""
    frame = _Frame(page)
    info = Page(number, frame.width, frame.height, page.rotate, frame.to_user_space)
    plumber = _Page(pdf, page, number)
    try:
        return _extracted(plumber, frame, info)
    except PdfminerException:
        return RawPage(info, damaged=True)
    finally:
        plumber.close()


def _extracted(plumber: _Page, frame: _Frame, info: Page) -> RawPage:
    objects = list(_leaves(plumber.layout))
    if not objects and _is_undecodable(plumber.page_obj):
        return RawPage(info, damaged=True)
    chars = [o for o in objects if isinstance(o, LTChar)]
    ocr = _is_ocr_layer(chars, objects, frame)
    backgrounds = [frame.box(o) for o in objects if isinstance(o, LTComponent) and _hides_white(o)]
    glyphs: list[Glyph] = []
    hidden: list[HiddenText] = []
    for char in chars:
        box = frame.box(char)
        if _is_side(char):
            hidden.append(HiddenText(char.get_text(), *box, IgnoredReason.SIDE_TEXT))
        elif cause := "off_page" if frame.outside(box) else _hidden_cause(char, box, backgrounds, ocr):
            hidden.append(HiddenText(char.get_text(), *box, cause=cause))
        else:
            glyphs.append(_glyph(char, box, frame))
    rules, tables = _rulings(plumber, objects, frame)
    return RawPage(info, tuple(glyphs), _in_words(hidden), rules, tables, ocr, reader=READER)


def _in_words(chars: Sequence[HiddenText]) -> tuple[HiddenText, ...]:
    """Hidden characters that follow each other in the file for one reason, put together up to the next blank."""
    words: list[HiddenText] = []
    open_word = False
    for char in chars:
        if not char.text.strip():
            open_word = False
        elif open_word and (words[-1].reason, words[-1].cause) == (char.reason, char.cause):
            words[-1] = _joined(words[-1], char)
        else:
            words.append(char)
            open_word = True
    return tuple(words)


def _joined(a: HiddenText, b: HiddenText) -> HiddenText:
    box = min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom)
    return HiddenText(a.text + b.text, *box, a.reason, a.cause)


def _is_undecodable(page: PDFPage) -> bool:
    """Whether the page has content of which nothing could be decoded: pdfminer takes broken streams for empty ones."""
    streams = [s for s in map(resolve1, page.contents) if isinstance(s, PDFStream)]
    stored = sum(length for s in streams if isinstance(length := resolve1(s.get("Length", 0)), int))
    return stored > _EMPTY_STREAM * len(streams) and not any(s.get_data().strip() for s in streams)


def _leaves(container: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _leaves(item)
        else:
            yield item


def readable_box(box: Box4, baseline: float, size: float) -> Box4:
    """The box with the usual descent where the font states none or an absurd one: it would miss the letters."""
    if _NO_DESCENT * size < box[3] - baseline <= _DEEPEST * size:
        return box
    bottom = baseline + _DESCENT * size
    return box[0], bottom - (box[3] - box[1]), box[2], bottom


def _glyph(char: LTChar, box: Box4, frame: _Frame) -> Glyph:
    heavy = getattr(char, "render", 0) == _FILL_AND_STROKE
    baseline = frame.upper - char.matrix[5]
    box = readable_box(box, baseline, char.size)
    return Glyph(char.get_text(), *box, baseline, char.size, char.fontname, heavy, getattr(char, "cid", -1))


def _is_side(char: LTChar) -> bool:
    """Whether the character does not run from left to right."""
    a, b = char.matrix[0], char.matrix[1]
    return bool(a <= 0 or abs(b) > a)


def _hidden_cause(char: LTChar, box: Box4, backgrounds: list[Box4], ocr: bool) -> str:
    """Why nobody sees the character; empty if it is seen."""
    if max(char.size, char.x1 - char.x0) < MIN_SIZE:  # fonts drawn by procedures may have a size of one point
        return "tiny" if char.get_text().strip() else ""
    if _is_clipped(char):
        return "clipped"
    mode = getattr(char, "render", 0)
    if mode in INVISIBLE_MODES:
        return "" if ocr else "invisible"
    white = mode == 0 and _is_white(char.graphicstate.ncolor) and not _lies_on(box, backgrounds)
    return "white" if white else ""


def _is_clipped(char: LTChar) -> bool:
    clip: Box4 | None = getattr(char, "clip", None)
    if clip is None:
        return False
    x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
    return not (clip[0] - 1 <= x <= clip[2] + 1 and clip[1] - 1 <= y <= clip[3] + 1)


def _is_white(color: object) -> bool:
    parts = color if isinstance(color, tuple | list) else (color,)
    if not all(isinstance(p, int | float) for p in parts):
        return False  # a pattern or a named colour
    if len(parts) == 4:
        return all(p <= 1 - _WHITE for p in parts)
    return len(parts) in (1, 3) and all(p >= _WHITE for p in parts)


def _hides_white(item: LTItem) -> bool:
    """Whether white type can be read on it: a picture or an area filled with a colour."""
    if isinstance(item, LTImage):
        return True
    return isinstance(item, LTCurve) and bool(item.fill) and not _is_white(item.non_stroking_color)


def _lies_on(box: Box4, areas: list[Box4]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(a[0] <= x <= a[2] and a[1] <= y <= a[3] for a in areas)


def _is_ocr_layer(chars: list[LTChar], objects: list[LTItem], frame: _Frame) -> bool:
    invisible = sum(getattr(c, "render", 0) in INVISIBLE_MODES for c in chars)
    if not chars or invisible < _OCR_SHARE * len(chars):
        return False
    area = sum(o.width * o.height for o in objects if isinstance(o, LTImage))
    return bool(area >= _PICTURE_SHARE * frame.width * frame.height)


def _rulings(plumber: _Page, objects: list[LTItem], frame: _Frame) -> tuple[tuple[Rule, ...], tuple[Table, ...]]:
    shapes = [o for o in objects if isinstance(o, LTCurve)]
    rules = []
    for shape in shapes:
        x0, top, x1, bottom = frame.box(shape)
        if bottom - top <= 2.5 and x1 - x0 >= 5:
            rules.append(Rule(x0, x1, (top + bottom) / 2))
    if not any(isinstance(o, LTRect) or o.height > 5 for o in shapes):
        return tuple(rules), ()
    dx = -plumber.mediabox[0] - frame.left
    dy = -plumber.mediabox[1] - (frame.media_height - frame.upper)
    return tuple(rules), real_tables(plumber, dx, dy)


def _turn(page: PDFPage) -> Matrix:
    """The matrix pdfminer starts a page with (PDFPageInterpreter.process_page)."""
    x0, y0, x1, y1 = page.mediabox
    match page.rotate:
        case 90:
            return 0, -1, 1, 0, -y0, x1
        case 180:
            return -1, 0, 0, -1, x1, y1
        case 270:
            return 0, 1, -1, 0, y1, -x0
        case _:
            return 1, 0, 0, 1, -x0, -y0
