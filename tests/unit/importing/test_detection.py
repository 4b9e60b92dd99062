from __future__ import annotations

import pytest

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import Format, as_named, detect, mismatch
from tests.unit.importing.odf import doc, odt, para, rtf
from tests.unit.importing.word import zipped

MHTML = b'From: <Saved by a browser>\r\nSubject: AGB\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (doc(), Format.DOC),
        (doc()[:512] + doc()[1024:], Format.DOC),  # without its directory
        (odt(para("x")), Format.ODT),
        (odt(para("x"), kind="text-template"), Format.ODT),
        (rtf("x"), Format.RTF),
        (b"\r\n {\\rtf1 x}", Format.RTF),
        (b"<!DOCTYPE html><html></html>", Format.HTML),
        (b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- x -->\n<HTML lang=de>", Format.HTML),
        ("<html><p>ä".encode("utf-16"), Format.HTML),
        (b"<div class='agb'><p>Text</p></div>", Format.HTML),
        (b"<!-- saved --><h1>AGB</h1>", Format.HTML),
        (MHTML, Format.HTML),
        (b"<p>ohne Ende", Format.TEXT),
        (b"<Kunde> ist, wer bestellt </Kunde>", Format.TEXT),
        ("§ 1 Geltung der Bedingungen".encode("utf-16-le"), Format.TEXT),
        ("§ 1 Geltung der Bedingungen".encode("utf-16-be"), Format.TEXT),
        (b"Betreff: Vertrag\r\nContent-Type der Anlage: beliebig", Format.TEXT),
    ],
)
def test_formats_are_told_by_content(data, expected):
    assert detect(data) is expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "ODS"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text-master"}), "ODM"),
    ],
)
def test_what_is_not_read_is_named(data, name):
    with pytest.raises(ExpectedError) as caught:
        detect(data)
    assert (caught.value.code, caught.value.params) == (ErrorCode.FORMAT_NOT_SUPPORTED, {"format": name})


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("agb.md", Format.TEXT, Format.MARKDOWN),
        ("AGB.MARKDOWN", Format.TEXT, Format.MARKDOWN),
        ("agb.txt", Format.TEXT, Format.TEXT),
        ("agb.html", Format.TEXT, Format.TEXT),
        ("agb.md", Format.PDF, Format.PDF),
        ("agb.md", Format.HTML, Format.HTML),
    ],
)
def test_a_name_only_tells_markdown_from_text(name, found, expected):
    assert as_named(name, found) is expected


@pytest.mark.parametrize(
    ("name", "found", "wrong"),
    [
        ("a.dot", Format.DOC, False),
        ("a.ott", Format.ODT, False),
        ("a.mhtml", Format.HTML, False),
        ("a.doc", Format.RTF, True),
    ],
)
def test_names_promise_formats(name, found, wrong):
    assert (mismatch(name, found) is not None) is wrong


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "data", [b"A: b\r\n" * 200_000, b"<!---->" * 200_000, b" " * 2_000_000 + b"<p>", b"<div " * 100_000]
)
def test_hostile_beginnings_take_no_time(data):
    assert detect(data + b"x") is Format.TEXT
