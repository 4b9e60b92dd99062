"""Files built to do harm: refused as the import refuses them, or copied without being made worse."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from app.errors import ErrorCode, ExpectedError
from app.importing.docx import package
from app.importing.docx.archive import rewritten
from app.reporting.copyresult import CopyReason
from app.reporting.redline.model import Author, Edit, Redlined, Remark
from app.reporting.redline.redline import redline
from tests.unit.importing.made import opened
from tests.unit.importing.word import docx, p, r, zipped
from tests.unit.reporting.redline.acceptreject import ME, W, part, rejected

GOOD = docx(p("eins zwei"))
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]><x>&a;&b;</x>'


def copied(data: bytes) -> Redlined:
    source = opened(data)
    remark = Remark("r", ((0, 4),), ("Bitte <b>&amp; ändern\x00\ufffe.",))
    return redline(data, source, [Edit("e", ((5, 9),), "drei")], [remark], Author(ME, "EM"))


def without(*names: str) -> bytes:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist() if name not in names})


@pytest.mark.parametrize("name", [TYPES, RELATIONS])
def test_parts_with_entities_are_refused(name):
    with pytest.raises(ExpectedError) as refused:
        copied(rewritten(GOOD, {name: ENTITIES}))
    assert refused.value.code is ErrorCode.DOCX_DAMAGED


def test_a_file_without_content_types_is_refused():
    with pytest.raises(ExpectedError) as refused:
        copied(without(TYPES))
    assert refused.value.code is ErrorCode.DOCX_DAMAGED


def test_missing_relations_are_made():
    assert b"comments.xml" in zipfile.ZipFile(BytesIO(copied(without(RELATIONS)).content)).read(RELATIONS)


def test_a_part_larger_than_any_contract_is_refused(monkeypatch):
    source = opened(GOOD)
    monkeypatch.setattr(package, "MAX_PART", 100)
    with pytest.raises(ExpectedError) as refused:
        redline(GOOD, source, [Edit("e", ((5, 9),), "drei")], (), Author(ME, "EM"))
    assert refused.value.code is ErrorCode.ARCHIVE_BOMB


def test_a_comment_holds_nothing_that_xml_does_not():
    (comment,) = part(copied(GOOD).content, "word/comments.xml")
    assert "".join(comment.itertext()) == "Bitte <b>&amp; ändern."


def test_runs_that_stand_in_no_paragraph_get_their_comment_at_the_beginning():
    data = docx(p("eins") + r("lose Worte") + p("zwei"))
    source = opened(data)
    at = source.text.index("lose")
    made = redline(
        data, source, [Edit("e", ((at, at + 4),), "x")], [Remark("r", ((at, at + 4),), ("x",))], Author(ME, "EM")
    )
    assert made.remarks == {"r": CopyReason.AT_BEGINNING}
    assert made.edits["e"] is not None


def test_numbers_that_are_none_are_left_alone():
    body = (
        p('<w:ins w:id="" w:author="x"><w:r><w:t>eins</w:t></w:r></w:ins>' + r(" zwei"))
        + '<w:p><w:bookmarkStart w:id="99999999999"/></w:p>'
    )
    data = docx(body)
    made = copied(data)
    assert opened(rejected(made.content)).text == opened(data).text
    assert [one.get(f"{W}id") for one in part(made.content).iter(f"{W}ins") if one.get(f"{W}author") == "x"] == [""]


def test_the_deepest_of_words_are_still_found():
    inner = r("eins zwei")
    for _ in range(60):
        inner = f"<w:smartTag>{inner}</w:smartTag>"
    made = copied(docx(p(inner)))
    assert (made.edits, made.remarks) == ({"e": None}, {"r": None})
