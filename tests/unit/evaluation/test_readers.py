"""The independent reader of Word files finds what LibreOffice's text leaves out, and marks what is not printed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.evaluation.readers import NoReaderError, read_independently

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.fixture
def document(tmp_path: Path) -> Path:
    body = paragraph(run("Der Kunde zahlt"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run(" sofort."))
    body += paragraph(
        run("Offen"), run(" verborgen", "<w:vanish/>"), f'<w:del w:id="1">{deleted(" gestrichen")}</w:del>'
    )
    section = f'<w:sectPr><w:headerReference xmlns:r="{OFFICE}" w:type="default" r:id="rId1"/></w:sectPr>'
    notes = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="1">'
    notes += paragraph("<w:r><w:footnoteRef/></w:r>", run(" Fußnote hier")) + "</w:footnote>"
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}{section}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {W}>{paragraph(run('Kopfzeile oben'))}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relations("header", "header1.xml", "footnotes", "footnotes.xml"),
    }
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def deleted(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def content_types() -> str:
    names = {"document": "document.main", "header1": "header", "footnotes": "footnotes"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{CONTENT}.{kind}+xml"/>' for part, kind in names.items()
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{default}{overrides}</Types>'


def relations(*kinds_and_targets: str) -> str:
    pairs = zip(kinds_and_targets[::2], kinds_and_targets[1::2], strict=True)
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


@pytest.mark.needs_tool("soffice")
def test_headers_and_notes_are_read_and_hidden_and_deleted_words_need_not_be(document: Path) -> None:
    found = read_independently(document)
    words = [word.text for word in found.pages[0]]
    assert {"Der", "zahlt1", "Kopfzeile", "Fußnote", "Offen"} <= set(words)
    assert not {"verborgen", "gestrichen"} & set(words)
    assert {"verborgen", "gestrichen"} <= set(found.may)


def test_a_text_file_is_its_own_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\ufeff§ 1 Geltung – „Kunde“", "utf-8")
    assert [word.text for word in read_independently(path).pages[0]] == ["§", "1", "Geltung", "-", '"Kunde"']


@pytest.mark.needs_tool("pdftotext")
def test_a_file_that_poppler_cannot_read_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(NoReaderError):
        read_independently(path)
