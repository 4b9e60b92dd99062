"""The words of a page through PDFium's text page: position, size and font, and which of them nobody sees.

Strategy: PDFium names every character and puts blanks where the type leaves room, so a page's text comes in one call and
only the two ends of each word are asked for their place: a tenth of the cost of all characters. What PDFium calls one
word is cut where the baseline or the room between two text objects says so. Look and visibility belong to the text object
(one `Tj` of the page) and are asked for once. Words with signs that fonts misuse are read character by character.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

import pypdfium2.raw as pdfium

from app.importing.pdf import native
from app.importing.pdf.faces import Face, Faces
from app.importing.pdf.frame import Frame
from app.importing.pdf.geometry import Glyph, Word
from app.importing.pdf.words import SPACE_RATIO, words_of
from app.importing.repair import clean

_TOKEN = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_HYPHEN = "\ufffe"  # PDFium's sign for a hyphen at a line's end; it leaves out the line break behind it
_PLAIN = re.compile(r"[!-_a-~À-ÖØ-öø-ſЀ-ӿ§€–—„“”‚‘’…«»•°©®™²³]+\ufffe?")  # signs that need no repair
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # codes that fonts give to glyphs they do not name
_NO_ROOM = 0.1  # of the size
_NARROWEST = 0.015  # of the size: a blank squeezed by kerning
_SAME_BASELINE = 0.12  # of the size
_FILL_AND_STROKE = 2  # text rendering mode: bold to the eye
_OVERLAP = 0.5  # points
_UPRIGHT = 10.0  # degrees: what is turned less runs from left to right

_Piece = tuple[int, int, int]  # start, end in the text; address of the text object


@dataclass(frozen=True, slots=True)
class Style:
    """What a text object says of its characters. `mode`: text rendering mode (PDF 32000-1, table 106); `fill`: RGBA.

    `angle`: degrees the text is turned on the page as displayed, counter-clockwise, -180 to 180.
    """

    face: Face
    size: float
    angle: float
    mode: int
    fill: tuple[int, int, int, int]
    usual: bool = True  # letters of an upright page, from left to right


class Printed(NamedTuple):
    """A word, the style it begins in, and the addresses of the text objects of its first and last character."""

    word: Word
    style: Style
    first: int
    last: int


class TextPage:
    """The text of one page. `texts`: its text objects in the order of drawing; `faces`: the document's fonts so far.

    `unmapped`: how many characters have no meaning in their font.
    """

    def __init__(self, page: int, frame: Frame, texts: Sequence[int], faces: Faces) -> None:
        self._frame = frame
        self._faces = faces
        self._texts = texts
        self._order = {obj: i for i, obj in enumerate(texts)}
        self._handle = pdfium.FPDFText_LoadPage(ctypes.cast(page, pdfium.FPDF_PAGE))
        self._text = native.address(self._handle)
        self._styles: dict[int, Style] = {}
        self._within: set[int] = set()  # objects inside words
        self._fonts: dict[int, Face] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = ctypes.byref(self._x), ctypes.byref(self._y)
        self._rect = pdfium.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._float = ctypes.c_float()
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._colours = [ctypes.byref(c) for c in self._colour]
        self.text, self.unmapped = self._characters() if self._text else ("", 0)

    @property
    def objects(self) -> set[int]:
        """The addresses of all text objects that words were read from."""
        return self._within.union(self._styles)

    def close(self) -> None:
        """Free PDFium's memory."""
        pdfium.FPDFText_ClosePage(self._handle)

    def words(self) -> list[Printed]:
        """All words in the order of the file, hidden ones too."""
        found: list[Printed] = []
        after = -1  # the end of the last word in PDFium's text
        handle, object_of = self._text, native.char_object
        tokens = [(token.group(), *token.span()) for token in _TOKEN.finditer(self.text)]
        objects = [object_of(handle, start) for _, start, _ in tokens]
        for (text, start, end), first, following in zip_longest(tokens, objects, objects[1:]):
            # Where the next word begins in the same object, this one ends in it.
            last = first if end - start == 1 or following == first else object_of(handle, end - 1)
            quick = self._quick(text, start, end, first, last)
            if quick:
                words = [quick]
            elif first == last:
                words = self._printed([(start, end, first)])
            else:
                words = [word for pieces in self._pieces(start, end) for word in self._printed(pieces)]
            if words and found and start == after and self.text[after - 1] == _HYPHEN:
                words[0] = self._without_soft_hyphen(found, words[0], after - 1)
            elif words and found and start - after == 1:
                before = found[-1].word
                if words[0].word.x0 - before.x1 <= SPACE_RATIO * before.size and self._is_one(
                    found[-1], words[0], after
                ):
                    words[0] = _joined(found.pop(), words[0])
            found.extend(words)
            after = end
        return found

    def _characters(self) -> tuple[str, int]:
        """One sign for each character of PDFium's count, and how many have no meaning."""
        count = native.char_count(self._text)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
        if len(text) == count and not _CONTROL.search(text):
            return text, 0
        codes = [native.char_unicode(self._text, i) for i in range(count)]
        unmapped = sum(
            _CONTROL.match(chr(c)) is not None and not native.char_is_generated(self._text, i)
            for i, c in enumerate(codes)
            if c < ord(" ")
        )
        return "".join(_character(code) for code in codes), unmapped

    # --- what belongs together

    def _without_soft_hyphen(self, found: list[Printed], following: Printed, hyphen: int) -> Printed:
        """The word that goes on behind a hyphen on the same line; one that takes no room was never printed."""
        a, b = found[-1].word, following.word
        x, _ = self._first(hyphen)
        if abs(b.baseline - a.baseline) > 1 or not -0.5 * a.size < b.x0 - x <= SPACE_RATIO * a.size + self._advance(
            hyphen
        ):
            return following
        soft = b.x0 - x <= _NO_ROOM * a.size and a.text.endswith("-")
        before = found.pop()
        return _joined(before._replace(word=replace(a, text=a.text[:-1])) if soft else before, following)

    def _is_one(self, a: Printed, b: Printed, between: int) -> bool:
        """Whether PDFium put a blank into a word where there is no room for one: none was drawn there."""
        left, right = a.word, b.word
        if right.x0 - left.x1 < -0.5 * left.size or abs(right.baseline - left.baseline) > 1:
            return False
        if not native.char_is_generated(self._text, between):
            return False
        return not self._blank_between(a.last, b.first, between - 1, right.x0 - _NARROWEST * left.size)

    def _blank_between(self, a: int, b: int, end: int, before: float) -> bool:
        """Whether a text object of blanks, which PDFium leaves out, was drawn between two others.

        `end`: the last character of `a`; type drawn twice is left out as well, but begins further left. `before`: x before
        which a blank begins; a soft hyphen that is not drawn begins where the next letter does.
        """
        left_out = self._texts[self._order.get(a, 0) + 1 : self._order.get(b, 0)]
        if not left_out:
            return False
        after = self._first(end)[0] + _OVERLAP
        return any(after < self._begins(obj) <= before for obj in left_out)

    def _begins(self, obj: int) -> float:
        """X of the object's first character as displayed."""
        native.object_matrix(obj, ctypes.byref(self._matrix))
        return self._frame.point(self._matrix.e, self._matrix.f)[0]

    def _pieces(self, start: int, end: int) -> Iterator[list[_Piece]]:
        """Runs (start, end, object) of one text object, gathered as far as they stand close on one baseline."""
        gathered: list[_Piece] = []
        for run in self._runs(start, end):
            if gathered and not self._touch(gathered[-1], run):
                yield gathered
                gathered = []
            gathered.append(run)
        if gathered:
            yield gathered

    def _runs(self, start: int, end: int) -> Iterator[_Piece]:
        begun = start
        before = native.char_object(self._text, start)
        for index in range(start + 1, end):
            obj = native.char_object(self._text, index)
            if obj != before:
                yield begun, index, before
                begun, before = index, obj
        yield begun, end, before

    def _touch(self, a: _Piece, b: _Piece) -> bool:
        """Whether run `b` goes on where `a` ends."""
        _, right, baseline = self._last(a[1] - 1)
        left, other = self._first(b[0])
        size = self._style(a[2], a[0]).size
        larger = max(size, self._style(b[2], b[0]).size)
        if abs(other - baseline) > _SAME_BASELINE * larger or not -larger < left - right <= SPACE_RATIO * size:
            return False
        return not self._blank_between(a[2], b[2], a[1] - 1, left - _NARROWEST * size)

    # --- places

    def _first(self, index: int) -> tuple[float, float]:
        """X where the character begins, and its baseline."""
        native.char_origin(self._text, index, *self._at)
        return self._frame.point(self._x.value, self._y.value)

    def _last(self, index: int) -> tuple[float, float, float]:
        """X where the character begins and ends, and its baseline."""
        x, baseline = self._first(index)
        native.char_box(self._text, index, self._rect_ref)
        r = self._rect
        box = self._frame.box(r.left, r.bottom, r.right, r.top)
        return min(x, box[0]), box[2], baseline

    # --- words

    def _printed(self, pieces: Sequence[_Piece]) -> list[Printed]:
        start, end, first = pieces[0][0], pieces[-1][1], pieces[0][2]
        style = self._style(first, start)
        text = self.text[start:end]
        if len(pieces) > 1 and not style.face.signs and abs(style.angle) < _UPRIGHT and _PLAIN.fullmatch(text):
            return [Printed(self._plain(text.replace(_HYPHEN, "-"), pieces), style, first, pieces[-1][2])]
        glyphs = [g for piece in pieces for g in self._glyphs(*piece)]
        if abs(style.angle) >= _UPRIGHT:
            return [Printed(_turned(glyphs), style, first, pieces[-1][2])]
        return [Printed(word, style, first, pieces[-1][2]) for word in words_of(glyphs)]

    def _quick(self, text: str, start: int, end: int, first: int, last: int) -> Printed | None:
        """A word of plain signs in one face of an upright page; None for all others. Nearly all words come this way."""
        style = self._styles.get(first) or self._style(first, start)
        if not style.usual or not _PLAIN.fullmatch(text):
            return None
        native.char_origin(self._text, start, *self._at)
        frame, face, size = self._frame, style.face, style.size
        x0, baseline = self._x.value - frame.left, frame.upper - self._y.value
        if first != last and not self._goes_on(style, baseline, first, last, end - start, end - 1):
            return None
        native.char_box(self._text, end - 1, self._rect_ref)
        x1 = self._rect.right - frame.left
        if x1 - x0 - self._expected(face.widths, size, text, start) * size > SPACE_RATIO * size:
            return None  # wider than its characters: there is room for a blank, or it is set apart
        bottom = baseline + face.descent * size
        bold = face.bold or style.mode == _FILL_AND_STROKE
        if text[-1] == _HYPHEN:
            text = text[:-1] + "-"
        x1 = x1 if x1 > x0 else x0
        word = Word(text, x0, bottom - size, x1, bottom, baseline, size, bold, face.italic, False, None, face.name)
        return Printed(word, style, first, last)

    def _goes_on(self, style: Style, baseline: float, first: int, last: int, length: int, index: int) -> bool:
        """Whether a word of one object for each character ends as it begins, without a blank between."""
        objects = self._order.get(last, -1) - self._order.get(first, 0) + 1
        other = self._styles.get(last) or self._style(last, index)
        if objects != length or other.face is not style.face or other.size != style.size or not other.usual:
            return False
        for place in range(index, index - length + 1, -1):  # a raised figure may stand between two others
            native.char_origin(self._text, place, *self._at)
            if abs(self._frame.upper - self._y.value - baseline) > _SAME_BASELINE * style.size:
                return False
        self._within.update(self._texts[self._order[first] : self._order[last]])
        return True

    def _expected(self, widths: dict[str, float], size: float, text: str, start: int) -> float:
        """The width of the characters in units of the size."""
        try:
            return sum(map(widths.__getitem__, text))
        except KeyError:
            for index, char in enumerate(text, start):
                if char not in widths:
                    widths[char] = self._advance(index) / size if size else 0.0
            return sum(map(widths.__getitem__, text))

    def _advance(self, index: int) -> float:
        """Points the character takes."""
        x0, x1, _ = self._last(index)
        return x1 - x0

    def _plain(self, text: str, pieces: Sequence[_Piece]) -> Word:
        """A word of plain signs that several objects draw."""
        x0, baseline = self._first(pieces[0][0])
        x1 = self._last(pieces[-1][1] - 1)[1]
        styles = [(self._style(p[2], p[0]), p[1] - p[0]) for p in pieces]
        style = max((s for s, _ in styles), key=lambda s: s.size)
        bold = 2 * sum(n for s, n in styles if s.face.bold or s.mode == _FILL_AND_STROKE) > len(text)
        italic = 2 * sum(n for s, n in styles if s.face.italic) > len(text)
        bottom = baseline + style.face.descent * style.size
        return Word(
            text,
            x0,
            bottom - style.size,
            max(x0, x1),
            bottom,
            baseline,
            style.size,
            bold,
            italic,
            font=style.face.name,
        )

    def _glyphs(self, start: int, end: int, obj: int) -> list[Glyph]:
        style = self._style(obj, start)
        below = style.face.descent * style.size
        glyphs: list[Glyph] = []
        for index in range(start, end):
            x0, x1, baseline = self._last(index)
            char = "-" if self.text[index] == _HYPHEN else self.text[index]
            if glyphs and x0 == glyphs[-1].x0:  # one glyph that stands for several characters
                glyphs[-1] = replace(glyphs[-1], text=glyphs[-1].text + char)
                continue
            bottom = baseline + below
            glyphs.append(
                Glyph(
                    char,
                    x0,
                    bottom - style.size,
                    x1,
                    bottom,
                    baseline,
                    style.size,
                    style.face.name,
                    style.mode == _FILL_AND_STROKE,
                )
            )
        return glyphs

    # --- looks

    def _style(self, obj: int, index: int) -> Style:
        style = self._styles.get(obj)
        if style is None:
            style = self._styles[obj] = self._read_style(obj, index)
        return style

    def _read_style(self, obj: int, index: int) -> Style:
        m = self._matrix
        native.char_matrix(self._text, index, ctypes.byref(m))
        native.text_size(obj, ctypes.byref(self._float))
        size = abs(self._float.value) * math.hypot(m.c, m.d)
        way = math.copysign(1.0, self._float.value)  # a negative size turns the type round
        angle = math.degrees(math.atan2(way * m.b, way * m.a)) - self._frame.rotation
        native.object_fill(obj, *self._colours)
        angle = (angle + 180) % 360 - 180
        face = self._face(native.text_font(obj))
        usual = self._frame.plain and abs(angle) < _UPRIGHT and not face.signs
        red, green, blue, alpha = self._colour
        fill = red.value, green.value, blue.value, alpha.value
        return Style(face, size, angle, native.text_mode(obj), fill, usual)

    def _face(self, font: int) -> Face:
        face = self._fonts.get(font)
        if face is None:
            face = self._fonts[font] = self._faces.read(font)
        return face


def _turned(glyphs: Sequence[Glyph]) -> Word:
    """Type that does not run from left to right, with the box around it."""
    return Word(
        clean("".join(g.text for g in glyphs)),
        min(g.x0 for g in glyphs),
        min(g.top for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in glyphs),
        glyphs[0].baseline,
        glyphs[0].size,
        font=glyphs[0].font,
    )


def _joined(a: Printed, b: Printed) -> Printed:
    """Two parts of one word."""
    word = replace(
        a.word,
        text=a.word.text + b.word.text,
        x1=b.word.x1,
        top=min(a.word.top, b.word.top),
        bottom=max(a.word.bottom, b.word.bottom),
    )
    return Printed(word, a.style, a.first, b.last)


def _character(code: int) -> str:
    """PDFium's code as a sign; what has no meaning is one the words are cut at."""
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd" if code else " "
