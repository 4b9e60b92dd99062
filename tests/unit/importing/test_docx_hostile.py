from __future__ import annotations

import contextlib
import random
import warnings
import zipfile
from io import BytesIO

import pytest
from lxml.etree import fromstring, tostring

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.importing.docx import package
from app.importing.docx.tables import MAX_DEPTH
from app.importing.options import ReadOptions
from app.importing.reader import read
from tests.unit.importing.made import blocks, notes, opened
from tests.unit.importing.word import NS, abstract, docx, lvl, num, p, r, style, table, zipped

GOOD = docx(p("Text"))


def refused(data: bytes, options: ReadOptions | None = None) -> ErrorCode:
    with pytest.raises(ExpectedError) as caught:
        opened(data, options=options)
    return caught.value.code


def document(xml: str) -> bytes:
    return docx("", members={"word/document.xml": xml.encode()})


def without(*names: str) -> bytes:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist() if name not in names})


def test_a_document_without_its_optional_parts_is_read():
    assert opened(without("word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml")).text == "Text"


@pytest.mark.parametrize(
    "data",
    [
        GOOD[: len(GOOD) // 2],
        document("<w:document"),
        document(f"<w:document {NS}/>"),
        document(f"<w:styles {NS}><w:body/></w:styles>"),
        document("kein XML"),
        docx(p("a"), styles="<w:style"),
    ],
    ids=["cut off", "not closed", "no body", "other root", "no XML", "styles broken"],
)
def test_damaged_files_are_refused(data):
    assert refused(data) is ErrorCode.DOCX_DAMAGED


def test_a_member_that_does_not_unpack_is_damage():
    data = bytearray(GOOD)
    start = data.index(b"word/document.xml") + len("word/document.xml")
    data[start + 5 : start + 25] = b"\xff" * 20
    assert refused(bytes(data)) is ErrorCode.DOCX_DAMAGED


ENTITIES = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_entities_is_refused(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}<w:document {NS}><w:body>{p("&a;&b;")}</w:body></w:document>'
    assert refused(docx("", members={"word/document.xml": xml.encode(encoding)})) is ErrorCode.DOCX_DAMAGED


def test_entities_in_another_part_are_refused_too():
    assert refused(docx(p("a"), members={"_rels/.rels": f"{ENTITIES}<a>&b;</a>".encode()})) is ErrorCode.DOCX_DAMAGED


def test_utf_16_parts_are_read():
    xml = f'<?xml version="1.0" encoding="utf-16"?><w:document {NS}><w:body>{p("Gewähr")}</w:body></w:document>'
    assert opened(docx("", members={"word/document.xml": xml.encode("utf-16")})).text == "Gewähr"


def test_strict_files_are_read():
    strict = NS.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    body = p("a", ppr='<w:ind w:start="36pt"/>')
    source = opened(document(f"<w:document {strict}><w:body>{body}</w:body></w:document>"))
    assert (source.text, source.lines[0].x0) == ("a", 36.0)


# --- ZIP ----------------------------------------------------------------------------------------------------------------------


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_MEMBERS", 20)
    assert refused(docx(p("a"), members={f"word/media/{n}": b"" for n in range(20)})) is ErrorCode.ARCHIVE_BOMB


def test_a_file_that_unpacks_to_too_much_is_refused():
    assert refused(docx(p("a"), members={"word/media/x": b"\0" * (60 * 1024 * 1024)})) is ErrorCode.ARCHIVE_BOMB


def test_a_part_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 2000)
    assert refused(docx(p("a" * 3000))) is ErrorCode.ARCHIVE_BOMB


def test_an_encrypted_member_asks_for_the_password():
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert refused(bytes(data)) is ErrorCode.DOCX_ENCRYPTED


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data.replace("ä.xml".encode(), b"\xff\xff.xml"), id="name in no encoding"),
        pytest.param(lambda data: _in_directory(data, 6, b"\x63"), id="version of the future"),
        pytest.param(lambda data: _in_directory(data, 10, b"\x63"), id="method unknown"),
        pytest.param(lambda data: _in_directory(data, 10, b"\x0e"), id="method that does not fit"),
    ],
)
def test_archives_that_no_reader_unpacks_are_damage(damage):
    good = docx(p("a"), members={"ä.xml": b""})
    assert opened(good).text == "a"
    assert refused(damage(good)) is ErrorCode.DOCX_DAMAGED


def _in_directory(data: bytes, offset: int, value: bytes) -> bytes:
    """`value` at `offset` of the directory's entry, and of the member's own header, of the main part."""
    changed = bytearray(data)
    entry = data.rindex(b"word/document.xml") - 46
    changed[entry + offset : entry + offset + 1] = value
    header = data.index(b"word/document.xml") - 30
    changed[header + offset - 2 : header + offset - 1] = value
    return bytes(changed)


def test_any_byte_may_be_wrong_without_a_crash():
    dice = random.Random(7)
    good = docx(p("a"), members={"ä.xml": b""})
    for _ in range(500):
        data = bytearray(good)
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with contextlib.suppress(ExpectedError):
            opened(bytes(data))


@pytest.mark.parametrize("name", ["WORD/Document.xml", "word/document.xml", "word\\document.xml", "/word/document.xml"])
def test_two_members_with_the_name_of_one_part_are_damage(name):
    stream = BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings(action="ignore"):
        archive.writestr(name, "<w:document/>")
    assert refused(stream.getvalue()) is ErrorCode.DOCX_DAMAGED


def test_relations_never_lead_outside():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="http://127.0.0.1/styles.xml" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/numbering" Target="../../../../etc/passwd"/>'
        '<Relationship Id="c" Type="x/image" Target="NULL"/></Relationships>'
    )
    assert opened(docx(p("a"), members={"word/_rels/document.xml.rels": relations.encode()})).text == "a"


# --- size and depth -------------------------------------------------------------------------------------------------------------


def test_more_characters_than_allowed_are_refused():
    assert refused(docx(p("a" * 50)), ReadOptions(max_characters=49)) is ErrorCode.FILE_TOO_LARGE
    assert opened(docx(p("a" * 50)), options=ReadOptions(max_characters=50)).text == "a" * 50


def test_tables_nested_too_deep_are_read_as_paragraphs():
    body = p("innen")
    for _ in range(MAX_DEPTH + 2):
        body = table([p("außen") + body + p()])
    source = opened(docx(body))
    assert blocks(source) == ["außen"] * (MAX_DEPTH + 2) + ["innen"]
    assert "tables_too_deep" in notes(source)


def test_xml_nested_without_end_is_damage_not_a_crash():
    body = "<w:sdt><w:sdtContent>" * 5000 + p("a") + "</w:sdtContent></w:sdt>" * 5000
    assert refused(docx(body)) is ErrorCode.DOCX_DAMAGED


def test_xml_nested_as_deep_as_the_parser_allows_is_read():
    blocks_deep = "<w:sdt><w:sdtContent>" * 110 + p("a") + "</w:sdtContent></w:sdt>" * 110
    inline_deep = p("<w:hyperlink>" * 230 + r("b") + "</w:hyperlink>" * 230)
    assert opened(docx(blocks_deep + inline_deep)).text == "a\nb"


def test_numbers_out_of_range_do_no_harm():
    numbering = abstract(1, lvl(0, "decimal", "%1.", start=10**30), lvl(99, "decimal", "%2")) + num(1, 1)
    body = p("a", num=1, level=77) + p("b", num=1, level=-3) + p("c", ppr='<w:ind w:left="1e999" w:hanging="nan"/>')
    body += p("d", ppr='<w:outlineLvl w:val="x"/><w:jc/>') + p(r("e", '<w:sz w:val="-"/><w:b w:val=""/>'))
    source = opened(docx(body, numbering=numbering))
    assert blocks(source) == ["a", "1.\tb", "c", "d", "e"]
    assert source.lines[2].x0 == 0.0


@pytest.mark.parametrize(
    "body", ["<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "<w:p/>"]
)
def test_empty_elements_are_nothing(body):
    assert opened(docx(body + p("a") + body)).text == "a"


def test_comments_and_instructions_in_the_xml_are_no_text():
    assert opened(docx(f"<!-- geheim --><?word x?>{p('a')}")).text == "a"


@pytest.mark.parametrize("content", [p("Text"), p()], ids=["text", "empty paragraphs"])
def test_cancelling_is_passed_on(content):
    def cancel(fraction, code, params):
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(docx(content * 200), "a.docx", ReadOptions(), progress=cancel)


def test_a_long_chain_of_styles_takes_no_long_time():
    styles = "".join(style(f"S{n}", base=f"S{n + 1}") for n in range(20_000))
    assert len(opened(docx(p("a", style="S0") * 500, styles=styles)).blocks) == 500


HIDDEN_MARK = "<w:rPr><w:vanish/></w:rPr>"
OPEN_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
WHITE = '<w:color w:val="FFFFFF"/>'
MASS = 2000


@pytest.mark.parametrize(
    ("body", "length"),
    [
        (p("a", ppr=HIDDEN_MARK) * MASS, MASS),
        (p("a", ppr="<w:rPr><w:del/></w:rPr>") * MASS, MASS),
        (p("a") + p(OPEN_FIELD * MASS + r("b") * MASS), MASS + 2),
        (p("a") + p(r("b", WHITE) * MASS), 1),
        (
            p("a")
            + p(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" * 100
                + r("b")
                + "</w:sdtContent></w:sdt>" * 100
            ),
            1,
        ),
        (table(*[["(1) eins und eins", "(1) one and one"]] * MASS), 2 * MASS * 16 + MASS),
    ],
    ids=["hidden marks", "deleted marks", "open fields", "white runs", "empty fields in empty fields", "versions"],
)
def test_markup_in_masses_takes_no_long_time(body, length):
    assert len(opened(docx(body)).text) >= length


def test_any_element_may_stand_anywhere_without_a_crash():
    dice = random.Random(11)
    note = f'<w:footnote w:id="2">{p(r("Fuß"))}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = [
        p(r("a") + reference),
        table(["b", "c"]),
        p("d", ppr=HIDDEN_MARK),
        f"<w:sdt><w:sdtContent>{p('e')}</w:sdtContent></w:sdt>",
    ]
    for _ in range(150):
        root = fromstring(f"<w:body {NS}>{''.join(dice.choices(parts, k=5))}</w:body>".encode())
        elements = list(root.iter())[1:]
        for moved, target in zip(dice.sample(elements, 4), dice.sample(elements, 4), strict=True):
            if moved not in list(target.iterancestors()) and moved is not target:
                target.append(moved)
        inner = "".join(tostring(element, encoding="unicode") for element in root)
        with contextlib.suppress(ExpectedError):
            opened(docx(p("z") + inner, footnotes=note))


# --- counted limits -----------------------------------------------------------------------------------------------------------


def too_large(data: bytes) -> dict[str, str | int | float]:
    with pytest.raises(ExpectedError) as caught:
        opened(data)
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE
    return caught.value.params


def counted(body: str, parts: dict[str, bytes] | None = None) -> tuple[int, int]:
    """Elements and blocks of a document with this body."""
    found = package.Package(docx(body, members=parts))
    opened_parts = [found.root(name) for name in ("word/document.xml", *(parts or ()))]
    assert None not in opened_parts
    return found._elements, found._blocks


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p("a") + "<w:p/>" * 6, 7),
        (table(["a", "b"], ["c", "d"]), 1 + 2 + 4 + 4),
        (f"<w:p>{'<w:r><w:br/><w:t>a</w:t></w:r>' * 5}</w:p>", 6),
    ],
    ids=["paragraphs", "table", "breaks"],
)
def test_paragraphs_lines_rows_and_cells_are_counted(body, blocks, monkeypatch):
    assert counted(body)[1] == blocks
    monkeypatch.setattr(package, "MAX_BLOCKS", blocks)
    assert opened(docx(body)).text
    monkeypatch.setattr(package, "MAX_BLOCKS", blocks - 1)
    assert too_large(docx(body)) == {"size": blocks, "limit": blocks - 1, "unit": "paragraphs"}


def test_elements_are_counted_before_they_are_parsed(monkeypatch):
    small, large = counted(p("a"))[0], counted(p("a") + f"<w:p>{r('a') * 10}</w:p>")[0]
    assert large - small == 1 + 10 * 3
    monkeypatch.setattr(package, "MAX_ELEMENTS", large)
    monkeypatch.setattr(package, "_parsed", lambda blob: pytest.fail("parsed"))
    data = document(f"<w:document {NS}><w:body>{p('a') * large}</w:body></w:document>")
    params = _first_refusal(data)
    assert (params["unit"], params["limit"]) == ("elements", large)


def _first_refusal(data: bytes) -> dict[str, str | int | float]:
    with pytest.raises(ExpectedError) as caught:
        package.Package(data).root("word/document.xml")
    return caught.value.params


def test_all_parts_count_together():
    note = f"<w:footnotes {NS}><w:footnote><w:p/><w:p/></w:footnote></w:footnotes>".encode()
    alone, both = counted("<w:p/>"), counted("<w:p/>", {"word/footnotes.xml": note})
    assert both == (alone[0] + 4, alone[1] + 3)  # a note is counted, and its paragraphs


def test_utf_16_is_counted_too():
    xml = f'<?xml version="1.0" encoding="utf-16"?><w:document {NS}><w:body>{p("a") * 9}</w:body></w:document>'
    assert abs(counted_in(xml.encode("utf-16")) - counted_in(xml.replace("utf-16", "utf-8").encode())) <= 1


def counted_in(xml: bytes) -> int:
    found = package.Package(docx("", members={"word/document.xml": xml}))
    found.root("word/document.xml")
    return found._elements


def test_a_label_that_nobody_could_print_is_cut_and_told_of():
    lists = abstract(1, lvl(0, "decimal", "%1" + "x" * 5000)) + num(1, 1)
    source = opened(docx(p("Text", num=1, level=0) * 3, numbering=lists))
    assert len(source.text) < 3 * 300
    assert source.text.endswith("Text")
    assert notes(source)["numbering_cut"] == {"limit": 255}
    fitting = abstract(1, lvl(0, "decimal", "%1" + "x" * 253)) + num(1, 1)
    assert notes(opened(docx(p("Text", num=1, level=0), numbering=fitting))) == {}
