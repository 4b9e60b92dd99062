"""OpenDocument, RTF and OLE2 files written by hand, for what a word processor would not write."""

from __future__ import annotations

import struct

from tests.unit.importing.word import zipped

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("style", "style"))
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{inner}</manifest:file-entry>'
    "</manifest:manifest>"
)
_LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-prefix="§ "/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
)


def odt(*paragraphs: str, kind: str = "text", locked: bool = False) -> bytes:
    """A text document with these body elements; list style `L` prints `§ 1` and `a)`."""
    content = (
        f'<office:document-content {_NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2">'
        f"<office:automatic-styles>{_LISTS}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(paragraphs)}</office:text></office:body></office:document-content>"
    )
    inner = '<manifest:encryption-data manifest:checksum="x"/>' if locked else ""
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
            "META-INF/manifest.xml": _MANIFEST.format(inner=inner, kind=kind).encode(),
            "content.xml": content.encode(),
        }
    )


def para(text: str) -> str:
    """A paragraph."""
    return f"<text:p>{text}</text:p>"


def rtf(body: str) -> bytes:
    """A rich text file."""
    return rf"{{\rtf1\ansi\ansicpg1252 {body}\par}}".encode("cp1252")


def doc(*, locked: bool = False, damaged: bool = False) -> bytes:
    """The beginning of an old Word file: header, directory entry and file information block, without any text."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 22 + struct.pack("<H", 9) + b"\0" * 480
    name = "WordDocument\0".encode("utf-16-le").ljust(0x74, b"\0")
    directory = (name + struct.pack("<I", 9999 if damaged else 1)).ljust(512, b"\0")
    block = struct.pack("<H8xH", 0xA5EC, 0x0100 if locked else 0).ljust(512, b"\0")
    return header + directory + block
