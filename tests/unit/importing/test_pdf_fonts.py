"""Weight and slant of fonts without a telling name."""

from __future__ import annotations

import struct
from types import SimpleNamespace

import pytest
from pdfminer.pdftypes import PDFStream

from app.importing.pdf.plumber import font_name


def truetype(mac_style: int) -> PDFStream:
    head = bytes(44) + struct.pack(">H", mac_style) + bytes(8)
    tables = struct.pack(">4sHHHH", b"\0\1\0\0", 2, 0, 0, 0)
    tables += struct.pack(">4sIII", b"cmap", 0, 0, 0) + struct.pack(">4sIII", b"head", 0, 44, len(head))
    return PDFStream({}, tables + head)


class Font(SimpleNamespace):
    __hash__ = object.__hash__


@pytest.mark.parametrize(
    ("descriptor", "name"),
    [
        ({"FontFile2": truetype(0)}, "CIDFont+F1"),
        ({"FontFile2": truetype(1)}, "CIDFont+F1,Bold"),
        ({"FontFile2": truetype(3)}, "CIDFont+F1,Bold,Italic"),
        ({"FontFile2": PDFStream({}, b"\0\1\0\0\0\7broken")}, "CIDFont+F1"),
        ({"FontWeight": 700}, "CIDFont+F1,Bold"),
        ({"FontWeight": 400, "Flags": 6}, "CIDFont+F1"),
        ({"Flags": 1 << 18}, "CIDFont+F1,Bold"),
        ({"Flags": 1 << 6}, "CIDFont+F1,Italic"),
        ({}, "CIDFont+F1"),
    ],
)
def test_the_embedded_font_tells_its_weight(descriptor: dict[str, object], name: str) -> None:
    assert font_name(Font(fontname="CIDFont+F1", descriptor=descriptor)) == name
