"""The checker of Word files: it says nothing of a sound file and names what was broken in a damaged one."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from app.reporting.todocx import to_docx
from tests.unit.reporting.papers import sample_paper
from tests.unit.reporting.wordrules import broken_rules

DOCUMENT = "word/document.xml"
BODY = b"<w:body>"
REVISION = b'<w:p><w:ins w:id="%d" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
NESTED = b'<w:p><w:%s w:id="901" w:author="a"><w:%s w:id="902" w:author="a"><w:r/></w:%s></w:%s></w:p>'


@pytest.fixture(scope="module")
def sound():
    return to_docx(sample_paper("de"))


def damaged(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or old in data
            if name != part or new:
                written.writestr(name, data.replace(old, new, 1) if name == part else data)
    return target.getvalue()


def test_a_sound_file_breaks_no_rule(sound):
    assert broken_rules(sound) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("word/footer1.xml", b"", b"", "word/footer1.xml, which is not there"),
        ("[Content_Types].xml", b'PartName="/word/styles.xml"', b'PartName="/word/other.xml"', "other.xml, which is not there"),
        ("word/_rels/document.xml.rels", b'Target="styles.xml"', b'Target="gone.xml"', "gone.xml is not there"),
        (DOCUMENT, b'r:embed="', b'r:embed="x', "relation x"),
        (DOCUMENT, b'<w:bookmarkEnd w:id="1"/>', b'<w:bookmarkEnd w:id="2"/>', "bookmark's end id 2 2 times"),
        (DOCUMENT, b'w:anchor="_Toc000001"', b'w:anchor="_Toc999999"', "hyperlink _Toc999999 is not there"),
        (DOCUMENT, b'<w:pStyle w:val="Heading1"/>', b'<w:pStyle w:val="Nowhere"/>', "pStyle Nowhere is not there"),
        (DOCUMENT, b'w:fldCharType="end"', b'w:fldCharType="separate"', "a field that does not end"),
        (DOCUMENT, BODY, BODY + b"<w:r><w:t>x</w:t></w:r>", "r in body"),
        (DOCUMENT, BODY, BODY + REVISION % 7 + REVISION % 7, "revision id 7 2 times"),
        (DOCUMENT, BODY, BODY + b"<w:p><w:r><w:delText>x</w:delText></w:r></w:p>", "deleted text outside a deletion"),
        (DOCUMENT, BODY, BODY + NESTED % (b"ins", b"ins", b"ins", b"ins"), "ins in ins"),
        (DOCUMENT, BODY, BODY + NESTED % (b"del", b"ins", b"ins", b"del"), "ins in del"),
        (DOCUMENT, BODY, BODY + NESTED % (b"del", b"del", b"del", b"del"), "del in del"),
        ("word/footer1.xml", b"<w:p>", b'<w:p><w:commentRangeStart w:id="1"/>', "commentRangeStart outside the main text"),
        (DOCUMENT, BODY, BODY + b"<w:p><w:r><w:t> x</w:t></w:r></w:p>", "white space of t is not kept"),
        (DOCUMENT, BODY, BODY + b"<w:p><w:pPr><w:ind/><w:keepNext/></w:pPr></w:p>", "children of pPr in a wrong order"),
        (DOCUMENT, BODY, BODY + b"<w:p><w:r/><w:pPr/></w:p>", "pPr is not the first child of p"),
        (DOCUMENT, BODY, BODY + b"<w:tbl><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>", "does not end with a paragraph"),
        (DOCUMENT, BODY, BODY + b'<w:p><w:commentRangeEnd w:id="1"/></w:p>', "comment 1 ends before it begins"),
        (DOCUMENT, BODY, BODY + b'<w:p><w:commentRangeStart w:id="1"/></w:p>', "commentRangeStart 1 without a comment"),
        ("word/numbering.xml", b'<w:abstractNumId w:val="1"', b'<w:abstractNumId w:val="9"', "a list without a definition"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(sound, part, old, new, said):
    assert said in "\n".join(broken_rules(damaged(sound, part, old, new)))
