from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import Format, detect
from app.importing.options import ReadOptions
from app.importing.reader import read
from app.progress import silent
from tests.unit.importing.made import notes, opened
from tests.unit.importing.word import docx, p, zipped

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
WORD = docx(p("Text"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\r\nMIME junk\r\n" * 20 + b"%PDF-1.4\n", Format.PDF),
        (WORD, Format.DOCX),
        ("§ 1 Geltung".encode(), Format.TEXT),
        ("\ufeff§ 1 Geltung".encode(), Format.TEXT),
        ("§ 1 Geltung".encode("cp1252"), Format.TEXT),
        ("§ 1 Geltung".encode("utf-16"), Format.TEXT),
        (b"Zeile 1\r\n\x0cSeite 2\x1a", Format.TEXT),
    ],
)
def test_formats_are_told_by_content(data, expected):
    assert detect(data) is expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\0", "JPEG"),
        (OLE2, "OLE2"),
        (zipped({"mimetype": b"application/epub+zip"}), "EPUB"),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "XLSX"),
        (zipped({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "PPTX"),
        (zipped({"a.txt": b"x"}), "ZIP"),
        (b"PK\x03\x04 cut off", "ZIP"),
    ],
)
def test_known_formats_that_are_not_read_are_named(data, name):
    with pytest.raises(ExpectedError) as caught:
        detect(data)
    assert (caught.value.code, caught.value.params) == (ErrorCode.FORMAT_NOT_SUPPORTED, {"format": name})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ErrorCode.FILE_EMPTY),
        (b" \r\n\t", ErrorCode.FILE_EMPTY),
        (b"\xef\xbb\xbf", ErrorCode.FILE_EMPTY),
        (b"\0" * 100, ErrorCode.FILE_EMPTY),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), ErrorCode.DOCX_ENCRYPTED),
        (bytes(range(256)) * 4, ErrorCode.FORMAT_UNKNOWN),
        (b"\x7fELF\x02\x01\x01\0\0\0", ErrorCode.FORMAT_UNKNOWN),
        (docx(p()), ErrorCode.NO_TEXT),
        ("\u200b\ufeff \u200b".encode(), ErrorCode.NO_TEXT),
    ],
)
def test_what_cannot_be_read_says_why(data, code):
    with pytest.raises(ExpectedError) as caught:
        read(data, "a.txt", ReadOptions(), progress=silent)
    assert caught.value.code is code


def test_files_beyond_the_limit_are_refused_before_they_are_looked_at():
    assert opened(b"x" * 100, options=ReadOptions(max_bytes=100)).text
    with pytest.raises(ExpectedError) as caught:
        opened(b"x" * 101, options=ReadOptions(max_bytes=100))
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE
    assert caught.value.params == {"size": 101, "limit": 100, "unit": "bytes"}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("agb.docx", WORD, None),
        ("AGB.DOCX", WORD, None),
        ("agb", WORD, None),
        ("agb.bak", WORD, None),
        ("agb.pdf", WORD, {"expected": "PDF", "found": "DOCX"}),
        ("agb.odt", WORD, {"expected": "ODT", "found": "DOCX"}),
        ("agb.docx", b"Text", {"expected": "DOCX", "found": "Text"}),
        ("agb.md", b"Text", None),
        ("agb.txt", b"<html><p>Text", {"expected": "Text", "found": "HTML"}),
    ],
)
def test_a_name_that_promises_another_format_is_noted(name, data, expected):
    assert notes(opened(data, name)).get("name_mismatch") == expected


def test_the_document_knows_its_file():
    source = opened(b"Text", "agb.txt")
    assert (source.name, source.size, source.media_type) == ("agb.txt", 4, "text/plain")
    assert source.sha256 == "71988c4d8e0803ba4519f0b2864c1331c14a1890bf8694e251379177bfedb5c3"


@pytest.mark.parametrize("data", [WORD, b"Text"], ids=["DOCX", "text"])
def test_a_document_travels_between_processes_and_is_the_same_each_time(data):
    source = opened(data, "a")
    assert pickle.loads(pickle.dumps(source)) == source == opened(data, "a")


def test_reading_text_loads_neither_docx_nor_pdf_libraries():
    code = (
        "import sys; from app.importing.reader import read; from app.importing.options import ReadOptions;"
        "from app.progress import silent; read(b'Text', 'a.txt', ReadOptions(), progress=silent);"
        "print([m for m in ('lxml', 'docx', 'pdfplumber', 'pypdfium2') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
