"""Hostile PDFs, written object by object: no library would write them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from random import Random

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_LINES = (
    b"1. Der Kunde zahlt binnen 14 Tagen.",
    b"2. Der Anbieter haftet unbeschraenkt.",
    b"3. Es gilt deutsches Recht.",
)


class Pdf:
    """Objects by number (1-based); 1 is the catalogue, 2 the page tree, 3 the font."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
        self.kids: list[int] = []
        self.tree = b""

    def add(self, content: bytes) -> int:
        self.objects.append(content)
        return len(self.objects)

    def stream(self, data: bytes, extra: bytes = b"") -> int:
        return self.packed(zlib.compress(data, 9), b"/Filter /FlateDecode " + extra)

    def packed(self, data: bytes, extra: bytes) -> int:
        return self.add(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data))

    def page(self, contents: int, resources: bytes = b"", extra: bytes = b"/MediaBox [0 0 595 842]") -> int:
        number = self.add(
            b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> %s >> >>"
            % (extra, contents, resources)
        )
        self.kids.append(number)
        return number

    def honest_page(self) -> int:
        return self.page(self.stream(text(_LINES)))

    def bytes(self, trailer: bytes = b"") -> bytes:
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        self.objects[1] = self.tree or b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(self.kids), kids)
        parts, places, at = [b"%PDF-1.7\n"], [], 9
        for number, content in enumerate(self.objects, start=1):
            places.append(at)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
            at += len(parts[-1])
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(self.objects) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
        parts.append(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, at))
        return b"".join(parts)


def text(lines: Iterable[bytes], size: float = 10, leading: float = 14) -> bytes:
    """A content stream with one line of type below the other."""
    shown = b"\n".join(b"(%s) Tj T*" % line for line in lines)
    return b"BT /F1 %g Tf %g TL 60 780 Td\n%s\nET" % (size, leading, shown)


def between_honest_pages(make: Callable[[Pdf], object]) -> bytes:
    """Page 1 and 3 are terms, what is hostile stands between."""
    pdf = Pdf()
    pdf.honest_page()
    make(pdf)
    pdf.honest_page()
    return pdf.bytes()


def _bomb(piece: bytes, times: int) -> bytes:
    """`piece` repeated, packed without ever being held in memory."""
    packer = zlib.compressobj(9)
    block = piece * max(1, (1 << 20) // len(piece))
    full, rest = divmod(len(piece) * times, len(block))
    return b"".join(packer.compress(block) for _ in range(full)) + packer.compress(block[:rest]) + packer.flush()


def path_objects() -> bytes:
    return between_honest_pages(
        lambda pdf: pdf.page(pdf.packed(_bomb(b"0 0 9 9 re f\n", 5_000_000), b"/Filter /FlateDecode"))
    )


def spaces() -> bytes:
    twice = zlib.compress(_bomb(b" ", 1 << 30), 9)
    return between_honest_pages(lambda pdf: pdf.page(pdf.packed(twice, b"/Filter [/FlateDecode /FlateDecode]")))


def form_draws_itself() -> bytes:
    def make(pdf: Pdf) -> None:
        own = len(pdf.objects) + 1
        pdf.stream(
            b"q /X Do Q /X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % own,
        )
        pdf.page(pdf.stream(b"/X Do " + text(_LINES)), b"/XObject << /X %d 0 R >>" % own)

    return between_honest_pages(make)


def forms_that_multiply() -> bytes:
    """Ten levels of forms that draw the next ten times: 10^10 words."""

    def make(pdf: Pdf) -> None:
        font = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
        form = pdf.stream(text([b"laugh"]), font)
        for _ in range(10):
            resources = b"/Resources << /XObject << /X %d 0 R >> >>" % form
            form = pdf.stream(b"/X Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + resources)
        pdf.page(pdf.stream(b"/X Do"), b"/XObject << /X %d 0 R >>" % form)

    return between_honest_pages(make)


def glyph_shows_itself() -> bytes:
    def make(pdf: Pdf) -> None:
        own = len(pdf.objects) + 2
        glyph = pdf.stream(b"500 0 d0 BT /T 1 Tf (a) Tj ET")
        pdf.add(
            b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 97"
            b" /Widths [500] /Encoding << /Differences [97 /a] >> /CharProcs << /a %d 0 R >>"
            b" /Resources << /Font << /T %d 0 R >> >> >>" % (glyph, own)
        )
        pdf.page(pdf.stream(b"BT /T 12 Tf 50 700 Td (aaaa) Tj ET"), b"/Font << /T %d 0 R >>" % own)

    return between_honest_pages(make)


def pattern_paints_itself() -> bytes:
    def make(pdf: Pdf) -> None:
        own = len(pdf.objects) + 1
        pdf.stream(
            b"/Pattern cs /P scn 0 0 9 9 re f",
            b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .001 /YStep .001"
            b" /Resources << /Pattern << /P %d 0 R >> >>" % own,
        )
        pdf.page(pdf.stream(b"/Pattern cs /P scn 0 0 500 800 re f"), b"/Pattern << /P %d 0 R >>" % own)

    return between_honest_pages(make)


def kids_loop() -> bytes:
    pdf = Pdf()
    page = pdf.honest_page()
    pdf.tree = b"<< /Type /Pages /Count 3 /Kids [%d 0 R 2 0 R %d 0 R] >>" % (page, page)
    return pdf.bytes()


def deep_page_tree() -> bytes:
    pdf = Pdf()
    page = pdf.honest_page()
    first = len(pdf.objects) + 1
    for number in range(first, first + 50_000):
        kid = number + 1 if number < first + 49_999 else page
        pdf.add(b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % kid)
    pdf.tree = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % first
    return pdf.bytes()


def page_tree_that_multiplies() -> bytes:
    """Ten levels of nodes that name the next ten times: 10^10 pages."""
    pdf = Pdf()
    node = pdf.honest_page()
    for level in range(1, 11):
        node = pdf.add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (10**level, b"%d 0 R " % node * 10))
    pdf.tree = b"<< /Type /Pages /Count 10000000000 /Kids [%d 0 R] >>" % node
    return pdf.bytes()


def count_lies(count: int) -> Callable[[], bytes]:
    def make() -> bytes:
        pdf = Pdf()
        pdf.tree = b"<< /Type /Pages /Count %d /Kids [%d 0 R] >>" % (count, pdf.honest_page())
        return pdf.bytes()

    return make


def same_page_often() -> bytes:
    pdf = Pdf()
    pdf.kids = [pdf.honest_page()] * 100_000
    return pdf.bytes()


def too_many_pages() -> bytes:
    pdf = Pdf()
    contents = pdf.stream(text(_LINES))
    for _ in range(2001):
        pdf.page(contents)
    return pdf.bytes()


def table_names_itself_before() -> bytes:
    """The chain of cross-reference tables is a ring."""
    plain = Pdf()
    plain.honest_page()
    at = int(plain.bytes().rsplit(b"startxref\n", 1)[1].split()[0])
    return plain.bytes(b"/Prev %d /XRefStm %d" % (at, at))


def no_table() -> bytes:
    """Ten thousand objects and a table that is nowhere: everything must be searched."""
    pdf = Pdf()
    pdf.honest_page()
    for _ in range(10_000):
        pdf.add(b"<< /A [1 2 3] >>")
    whole = pdf.bytes()
    return whole[: whole.rindex(b"xref\n0 ")] + b"trailer << /Root 1 0 R >>\nstartxref\n999999999\n%%EOF"


def object_stream_bomb() -> bytes:
    def make(pdf: Pdf) -> None:
        packed = _bomb(b"0 0 ", 1 << 28)
        pdf.packed(packed, b"/Type /ObjStm /N 100000000 /First 536870912 /Filter /FlateDecode")
        pdf.honest_page()

    return between_honest_pages(make)


def table_stream_bomb() -> bytes:
    """A cross-reference stream that says there are two thousand million objects."""
    pdf = Pdf()
    pdf.honest_page()
    whole = pdf.bytes()
    body = whole[: whole.rindex(b"xref\n0 ")]
    packed = _bomb(b"\x01\x00\x00\x00\x10\x00", 1 << 26)
    head = (
        b"99 0 obj\n<< /Type /XRef /W [1 4 1] /Index [0 2000000000] /Size 2000000000 /Root 1 0 R /Filter /FlateDecode"
    )
    stream = head + b" /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    return body + stream + b"startxref\n%d\n%%%%EOF" % len(body)


def character_map_bomb() -> bytes:
    def make(pdf: Pdf) -> None:
        ranges = b"".join(b"<%04X> <FFFF> <0041>\n" % (i % 256) for i in range(100))
        cmap = b"begincmap\n" + (b"100 beginbfrange\n" + ranges + b"endbfrange\n") * 2000
        cmap += b"1 beginbfrange <00000000> <FFFFFFFF> <00000041> endbfrange endcmap"
        unicode = pdf.stream(cmap)
        font = pdf.add(_FONT[:-2] + b"/ToUnicode %d 0 R >>" % unicode)
        pdf.page(pdf.stream(text(_LINES).replace(b"/F1", b"/F9")), b"/Font << /F9 %d 0 R >>" % font)

    return between_honest_pages(make)


def width_table_bomb() -> bytes:
    def make(pdf: Pdf) -> None:
        own = len(pdf.objects) + 1
        pdf.add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [ << /Type /Font"
            b" /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
            b" /Supplement 0 >> /W [0 2000000000 500] >> ] >>"
        )
        pdf.page(pdf.stream(text(_LINES).replace(b"/F1", b"/F9")), b"/Font << /F9 %d 0 R >>" % own)

    return between_honest_pages(make)


def picture(filters: bytes, data: bytes) -> Callable[[], bytes]:
    def make_picture(pdf: Pdf) -> None:
        image = pdf.packed(
            data,
            b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
            b" /Filter " + filters,
        )
        pdf.page(pdf.stream(b"q 500 0 0 700 40 40 cm /I Do Q"), b"/XObject << /I %d 0 R >>" % image)

    return lambda: between_honest_pages(make_picture)


def nested_in_contents() -> bytes:
    deep = b"[" * 1_000_000 + b"]" * 1_000_000
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(deep + b" TJ " + text(_LINES))))


def nested_in_page() -> bytes:
    deep = b"[" * 100_000 + b"]" * 100_000
    return between_honest_pages(
        lambda pdf: pdf.page(pdf.stream(text(_LINES)), extra=b"/MediaBox [0 0 595 842] /X " + deep)
    )


def saved_states() -> bytes:
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(b"q " * 2_000_000 + text(_LINES))))


def contents_name_themselves() -> bytes:
    def make(pdf: Pdf) -> None:
        own = len(pdf.objects) + 1
        pdf.add(b"[%d 0 R %d 0 R]" % (own, own))
        pdf.page(own)

    return between_honest_pages(make)


def number_refers_to_itself() -> bytes:
    def make(pdf: Pdf) -> None:
        own = len(pdf.objects) + 1
        pdf.add(b"%d 0 R" % own)
        pdf.page(pdf.stream(text(_LINES)), extra=b"/MediaBox %d 0 R /Rotate %d 0 R" % (own, own))

    return between_honest_pages(make)


def page_box(box: bytes, extra: bytes = b"") -> Callable[[], bytes]:
    return lambda: between_honest_pages(
        lambda p: p.page(p.stream(text(_LINES)), extra=b"/MediaBox [%s] %s" % (box, extra))
    )


def endless_text() -> bytes:
    line = b"Der Kunde schuldet dem Anbieter eine Verguetung. " * 20
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(text([line] * 6000, leading=0.1))))


def words_in_one_place() -> bytes:
    shown = b"BT /F1 10 Tf " + b"1 0 0 1 100 400 Tm (Haftung) Tj " * 60_000 + b"ET"
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(shown)))


def words_everywhere() -> bytes:
    random = Random(7)
    places = ((random.randrange(590), random.randrange(840)) for _ in range(100_000))
    shown = b"BT /F1 4 Tf " + b"".join(b"1 0 0 1 %d %d Tm (x) Tj " % place for place in places) + b"ET"
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(shown)))


def _rulings(count: int) -> Iterator[bytes]:
    for number in range(count):
        x, y = 20 + 550 * number / count, 20 + 800 * number / count
        yield b"%.3f 20 m %.3f 820 l S 20 %.3f m 570 %.3f l S\n" % (x, x, y, y)


def grid() -> bytes:
    shown = b".1 w " + b"".join(_rulings(3000)) + text(_LINES)
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(shown)))


def clips() -> bytes:
    shown = b"".join(b"q 0 0 %d 800 re W n " % (i % 500 + 1) for i in range(300_000))
    return between_honest_pages(lambda pdf: pdf.page(pdf.stream(shown + text(_LINES))))


def fields_loop() -> bytes:
    pdf = Pdf()
    page = pdf.honest_page()
    own = len(pdf.objects) + 1
    pdf.add(b"<< /FT /Tx /T (a) /V (b) /Parent %d 0 R /Kids [%d 0 R %d 0 R] >>" % (own, own, own))
    pdf.objects[0] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%d 0 R] >> >>" % own
    pdf.objects[page - 1] = pdf.objects[page - 1][:-2] + b"/Annots [%d 0 R %d 0 R] >>" % (own, own)
    return pdf.bytes()


def annotations() -> bytes:
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (Haftung) >> "
    return between_honest_pages(
        lambda pdf: pdf.page(pdf.stream(text(_LINES)), extra=b"/MediaBox [0 0 595 842] /Annots [%s]" % (note * 200_000))
    )


def signature_only() -> bytes:
    return b"%PDF-1.7\n" + b"\n" * 1000


def garbage_behind_signature() -> bytes:
    return b"%PDF-1.7\n" + Random(3).randbytes(3_000_000)


def unknown_encryption() -> bytes:
    pdf = Pdf()
    pdf.honest_page()
    own = pdf.add(b"<< /Filter /Standard /V 99 /R 99 /Length 99999999 /O (a) /U (b) /P -1 >>")
    return pdf.bytes(b"/Encrypt %d 0 R /ID [(a) (b)]" % own)


CASES: dict[str, Callable[[], bytes]] = {
    "five_million_paths.pdf": path_objects,
    "gigabyte_of_spaces.pdf": spaces,
    "form_draws_itself.pdf": form_draws_itself,
    "forms_that_multiply.pdf": forms_that_multiply,
    "glyph_shows_itself.pdf": glyph_shows_itself,
    "pattern_paints_itself.pdf": pattern_paints_itself,
    "kids_loop.pdf": kids_loop,
    "deep_page_tree.pdf": deep_page_tree,
    "page_tree_that_multiplies.pdf": page_tree_that_multiplies,
    "huge_count.pdf": count_lies(2**31 - 1),
    "huger_count.pdf": count_lies(10**30),
    "negative_count.pdf": count_lies(-5),
    "same_page_often.pdf": same_page_often,
    "too_many_pages.pdf": too_many_pages,
    "ring_of_tables.pdf": table_names_itself_before,
    "no_table.pdf": no_table,
    "object_stream_bomb.pdf": object_stream_bomb,
    "table_stream_bomb.pdf": table_stream_bomb,
    "character_map_bomb.pdf": character_map_bomb,
    "width_table_bomb.pdf": width_table_bomb,
    "picture_of_zeros.pdf": picture(b"/FlateDecode", _bomb(b"\0", 1 << 28)),
    "jbig2_garbage.pdf": picture(b"/JBIG2Decode", b"\0\1\2\3" * 5000),
    "jpx_garbage.pdf": picture(b"/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff\x4f\xff\x51" * 5000),
    "nested_in_contents.pdf": nested_in_contents,
    "nested_in_page.pdf": nested_in_page,
    "saved_states.pdf": saved_states,
    "contents_name_themselves.pdf": contents_name_themselves,
    "number_refers_to_itself.pdf": number_refers_to_itself,
    "page_without_end.pdf": page_box(b"0 0 1e38 1e38"),
    "page_without_area.pdf": page_box(b"0 0 0 0"),
    "page_upside_down.pdf": page_box(b"600 800 -1 -1", b"/Rotate 37 /UserUnit 1e9"),
    "page_of_words.pdf": page_box(b"/a (b) null [1]"),
    "endless_text.pdf": endless_text,
    "words_in_one_place.pdf": words_in_one_place,
    "words_everywhere.pdf": words_everywhere,
    "grid_of_rulings.pdf": grid,
    "clips.pdf": clips,
    "fields_loop.pdf": fields_loop,
    "annotations.pdf": annotations,
    "signature_only.pdf": signature_only,
    "garbage.pdf": garbage_behind_signature,
    "unknown_encryption.pdf": unknown_encryption,
}
