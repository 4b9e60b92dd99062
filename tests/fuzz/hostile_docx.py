"""Hostile Word files: bombs of the ZIP, of the XML and of what Word's markup means."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_TERMS = "".join(f"<w:p><w:r><w:t>{n}. Der Kunde zahlt binnen {n} Tagen.</w:t></w:r></w:p>" for n in range(1, 4))

Parts = Mapping[str, str | bytes]


def relations(*targets: tuple[str, str]) -> str:
    """`(kind, target)` of each relation."""
    items = "".join(f'<Relationship Id="r{n}" Type="{_R}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(targets))
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def body(markup: str, before: str = "") -> str:
    return f"{before}<w:document {_W}><w:body>{markup}{_TERMS}</w:body></w:document>"


def package(document: str | bytes, more: Parts | None = None, *, links: tuple[tuple[str, str], ...] = ()) -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relations(*links),
        **(more or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def of(markup: Callable[[], str]) -> Callable[[], bytes]:
    return lambda: package(body(markup()))


def nested(tag: str, depth: int, inner: str = "") -> Callable[[], bytes]:
    return of(lambda: f"<w:{tag}>" * depth + inner + f"</w:{tag}>" * depth)


def _table(inner: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"


def nested_tables(depth: int) -> Callable[[], bytes]:
    head, tail = _table("|").split("|")
    return of(lambda: head * depth + tail * depth)


def with_numbering(numbering: str, paragraph: str, times: int = 3) -> Callable[[], bytes]:
    number = f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:t>Der Kunde haftet.</w:t></w:r></w:p>"
    part = f"<w:numbering {_W}>{numbering}</w:numbering>"
    return lambda: package(body(number * times), {"word/numbering.xml": part}, links=(("numbering", "numbering.xml"),))


def level(start: int, form: str, shown: str = "%1.", ilvl: int = 0) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def many_lists() -> str:
    return "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/></w:num>' for n in range(2, 600_000)) + level(
        1, "decimal"
    )


def with_styles(styles: Callable[[], str]) -> Callable[[], bytes]:
    paragraph = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>Der Kunde haftet.</w:t></w:r></w:p>'
    return lambda: package(
        body(paragraph * 3),
        {"word/styles.xml": f"<w:styles {_W}>{styles()}</w:styles>"},
        links=(("styles", "styles.xml"),),
    )


def style_chain(length: int, *, ring: bool) -> Callable[[], bytes]:
    def styles() -> str:
        last = 0 if ring else length
        return "".join(
            f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1 if n + 1 < length else last}"/></w:style>'
            for n in range(length)
        )

    return with_styles(styles)


def style_list_ring() -> bytes:
    """A list that is defined by a style that is defined by the list."""
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s0"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    styles = (
        f'<w:styles {_W}><w:style w:type="numbering" w:styleId="s0"><w:pPr>{_NUMBERED}</w:pPr></w:style></w:styles>'
    )
    paragraph = f"<w:p><w:pPr>{_NUMBERED}</w:pPr><w:r><w:t>Der Kunde haftet.</w:t></w:r></w:p>"
    return package(
        body(paragraph),
        {"word/numbering.xml": numbering, "word/styles.xml": styles},
        links=(("numbering", "numbering.xml"), ("styles", "styles.xml")),
    )


def notes(count: int) -> Callable[[], bytes]:
    def make() -> bytes:
        refs = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(1, count))
        texts = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:t>Note</w:t></w:r><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p></w:footnote>'
            for n in range(1, count)
        )
        part = f"<w:footnotes {_W}>{texts}</w:footnotes>"
        return package(
            body(f"<w:p>{refs}</w:p>"), {"word/footnotes.xml": part}, links=(("footnotes", "footnotes.xml"),)
        )

    return make


_ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def laughs() -> bytes:
    dtd = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{_ENTITIES}]>'
    return package(body("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", dtd))


def outside(address: str) -> Callable[[], bytes]:
    dtd = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{address}">]>'
    return lambda: package(body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", dtd))


def dtd_in(encoding: str) -> Callable[[], bytes]:
    dtd = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "ha">{_ENTITIES}]>'
    return lambda: package(body("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", dtd).encode(encoding))


def relation_ring() -> bytes:
    links = (("officeDocument", "document.xml"), ("footnotes", "document.xml"), ("numbering", "document.xml"))
    more = (("styles", "document.xml"), ("header", "document.xml"), ("comments", "_rels/document.xml.rels"))
    return package(body(""), links=links + more)


def hundred_thousand_relations() -> bytes:
    return package(body(""), links=tuple(("image", f"media/{n}.png") for n in range(100_000)))


def traversal() -> bytes:
    names = (
        "../../../../tmp/evil",
        "/etc/evil",
        "C:\\evil",
        "word/../../evil",
        "..\\..\\evil",
        "word/\0evil",
        "a" * 60_000,
    )
    return package(body(""), dict.fromkeys(names, "x"), links=(("header", "../../../../../../etc/passwd"),))


def duplicate_members() -> bytes:
    buffer = io.BytesIO(package(body("")))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", body("<w:p><w:r><w:t>Anderer Vertrag</w:t></w:r></w:p>"))
    return buffer.getvalue()


def wrong_checksum() -> bytes:
    data = bytearray(package(body("")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("word/document.xml")
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            place = data.find(struct.pack("<I", info.CRC), at, at + 40)
            if place >= 0:
                data[place : place + 4] = b"\xde\xad\xbe\xef"
    return bytes(data)


def patched(offset: int, value: bytes) -> Callable[[], bytes]:
    """A field of the main part's directory entry says something else; `offset` in the entry (APPNOTE.TXT 4.3.12)."""

    def make() -> bytes:
        data = bytearray(package(body("")))
        at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
        data[at + offset : at + offset + len(value)] = value
        return bytes(data)

    return make


def members(count: int) -> Callable[[], bytes]:
    return lambda: package(body(""), {f"word/part{n}.xml": "<a/>" for n in range(count)})


def zeros(name: str, megabytes: int) -> Callable[[], bytes]:
    def make() -> bytes:
        buffer = io.BytesIO(package(body("")))
        with (
            zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open(name, "w") as member,
        ):
            for _ in range(megabytes):
                member.write(bytes(1 << 20))
        return buffer.getvalue()

    return make


def run(inner: str) -> str:
    return f"<w:p><w:r>{inner}</w:r></w:p>"


CASES: dict[str, Callable[[], bytes]] = {
    "million_paragraphs.docx": of(lambda: run("<w:t>a</w:t>") * 1_000_000),
    "million_empty_paragraphs.docx": of(lambda: "<w:p/>" * 5_000_000),
    "million_runs.docx": of(lambda: "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 1_500_000 + "</w:p>"),
    "million_tabs.docx": of(lambda: run("<w:tab/>" * 3_000_000)),
    "million_breaks.docx": of(lambda: run("<w:br/>" * 3_000_000)),
    "million_hyphens.docx": of(lambda: run("<w:softHyphen/><w:noBreakHyphen/>" * 1_000_000)),
    "endless_run.docx": of(lambda: run(f"<w:t>{'Haftung ' * 6_000_000}</w:t>")),
    "nested_tables.docx": nested_tables(100_000),
    "tables_at_the_parsers_limit.docx": nested_tables(80),
    "nested_controls.docx": nested("sdt", 100_000),
    "controls_at_the_parsers_limit.docx": of(
        lambda: "<w:sdt><w:sdtContent>" * 120 + _TERMS + "</w:sdtContent></w:sdt>" * 120
    ),
    "nested_insertions.docx": nested("ins", 240, run("<w:t>a</w:t>")),
    "nested_fields.docx": of(lambda: "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 300_000 + "</w:p>"),
    "fields_without_begin.docx": of(
        lambda: "<w:p>" + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 300_000 + "</w:p>"
    ),
    "wide_table.docx": of(lambda: "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 500_000 + "</w:tr></w:tbl>"),
    "long_table.docx": of(lambda: "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 300_000 + "</w:tbl>"),
    "endless_span.docx": of(
        lambda: '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    ),
    "odd_numbers.docx": of(
        lambda: (
            '<w:p><w:pPr><w:ind w:left="1e999" w:hanging="NaN" w:firstLine="99999999999999999999"/><w:outlineLvl w:val="-7"/>'
            '</w:pPr><w:r><w:rPr><w:sz w:val="NaN"/></w:rPr><w:t>a</w:t></w:r></w:p>'
        )
    ),
    "million_attributes.docx": of(lambda: "<w:p " + " ".join(f'a{n}="x"' for n in range(500_000)) + "/>"),
    "endless_attribute.docx": of(lambda: f'<w:p><w:pPr><w:pStyle w:val="{"x" * 30_000_000}"/></w:pPr></w:p>'),
    "endless_comment.docx": of(lambda: f"<!--{'x' * 40_000_000}-->"),
    "many_lists.docx": with_numbering(many_lists(), _NUMBERED),
    "letters_without_end.docx": with_numbering(level(2_000_000_000, "lowerLetter"), _NUMBERED),
    "roman_without_end.docx": with_numbering(level(2_000_000_000, "upperRoman"), _NUMBERED),
    "number_without_end.docx": with_numbering(level(10**4000, "decimal"), _NUMBERED),
    "negative_number.docx": with_numbering(level(-5, "upperRoman"), _NUMBERED),
    "label_without_end.docx": with_numbering(level(1, "decimal", "%1" * 1_000_000), _NUMBERED, 2000),
    "level_out_of_range.docx": with_numbering(
        level(1, "decimal", "%9%0%10.", 99_999), _NUMBERED.replace('"0"', '"99999"')
    ),
    "style_ring.docx": style_chain(3, ring=True),
    "style_chain.docx": style_chain(200_000, ring=False),
    "style_and_list_ring.docx": style_list_ring,
    "notes_in_notes.docx": notes(100_000),
    "billion_laughs.docx": laughs,
    "entity_file.docx": outside("file:///etc/passwd"),
    "entity_address.docx": outside("http://127.0.0.1:9/x"),
    "dtd_utf16.docx": dtd_in("utf-16"),
    "dtd_utf32.docx": dtd_in("utf-32"),
    "dtd_ebcdic.docx": dtd_in("cp037"),
    "dtd_utf7.docx": dtd_in("utf-7"),
    "relation_ring.docx": relation_ring,
    "many_relations.docx": hundred_thousand_relations,
    "traversal.docx": traversal,
    "duplicate_members.docx": duplicate_members,
    "wrong_checksum.docx": wrong_checksum,
    "size_lies_small.docx": patched(24, struct.pack("<I", 10)),
    "size_lies_large.docx": patched(24, struct.pack("<I", 0x7FFFFFFF)),
    "packed_size_lies.docx": patched(20, struct.pack("<I", 0x7FFFFFFF)),
    "offset_lies.docx": patched(42, struct.pack("<I", 0x7FFFFFFF)),
    "unknown_method.docx": patched(10, struct.pack("<H", 99)),
    "thousand_parts.docx": members(1000),
    "too_many_parts.docx": members(10_001),
    "media_bomb.docx": zeros("word/media/image1.png", 600),
    "part_bomb.docx": zeros("word/styles.xml", 400),
    "not_xml.docx": lambda: package("Guten Tag"),
    "no_body.docx": lambda: package(f"<w:document {_W}/>"),
    "another_root.docx": lambda: package("<html><body>Guten Tag</body></html>"),
}
