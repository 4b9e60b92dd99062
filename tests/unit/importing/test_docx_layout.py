"""Headings, tables of contents, tables and what other programs than Word write."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from app.models.source import BlockKind, IgnoredReason
from tests.unit.importing.made import blocks, ignored, labels, lines, notes, opened
from tests.unit.importing.word import abstract, docx, lvl, num, p, r, style, table, zipped

LIST = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
TWO_LISTS = abstract(1, lvl(0, "decimal", "§ %1", suff="space")) + abstract(2, lvl(0, "decimal", "§ %1", suff="space"))
TWO_LISTS += num(1, 1) + num(2, 2)
DE = "Der Anbieter haftet für Schäden nur bei Vorsatz und grober Fahrlässigkeit seiner Vertreter. " * 2
LONG = DE * 2
EN = "The provider is liable for damages only in case of intent or gross negligence of its agents. " * 2


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 0),
        ("Heading 2", 1),
        ("Überschrift 3", 2),
        ("überschrift 1", 0),
        ("Titre 2", 1),
        ("Überschrift", None),
        ("heading", None),
        ("Standard 1", None),
    ],
)
def test_headings_are_known_by_their_style_in_any_language(name, level):
    assert opened(docx(p("a", style="S"), styles=style("S", name=name))).lines[0].outline == level


@pytest.mark.parametrize(("style_id", "level"), [("Heading1", 0), ("berschrift2", 1), ("Standard", None)])
def test_headings_are_known_without_a_style_sheet(style_id, level):
    assert opened(docx(p("a", style=style_id))).lines[0].outline == level


def test_a_style_based_on_a_heading_is_one():
    styles = style("H1", name="heading 1") + style("Meine", base="H1")
    assert opened(docx(p("a", style="Meine"), styles=styles)).lines[0].outline == 0


# --- tables of contents -------------------------------------------------------------------------------------------------------


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


PAGE = mark("begin") + code(" PAGEREF _Toc1 \\h ") + mark("separate") + r("2") + mark("end")
ENTRY = r("1 Geltung") + "<w:r><w:tab/></w:r>" + PAGE
TOC = p(mark("begin") + code(' TOC \\o "1-3" \\h ') + mark("separate") + ENTRY) + p(r("2 Haftung") + PAGE)
GALLERY = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'


@pytest.mark.parametrize(
    "contents",
    [
        TOC + p(mark("end")),
        TOC + p(mark("end") + r("1 Geltung")).replace("1 Geltung", ""),
        f"<w:sdt>{GALLERY}<w:sdtContent>{p('1 Geltung')}{p('2 Haftung')}</w:sdtContent></w:sdt>",
    ],
)
def test_lines_of_a_table_of_contents_say_so(contents):
    source = opened(docx(p("vor") + contents + p("1 Geltung")))
    assert [line.style for line in source.lines] == ["", "toc", "toc", ""]


def test_text_behind_the_end_of_a_table_of_contents_is_none_of_it():
    source = opened(docx(TOC + p(mark("end")) + p(PAGE + r(" Seiten"))))
    assert [line.style for line in source.lines] == ["toc", "toc", ""]


def test_a_table_of_contents_by_style_keeps_its_name():
    assert opened(docx(p("a", style="T"), styles=style("T", name="toc 1"))).lines[0].style == "toc 1"


# --- lines and tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ['<w:br w:type="page"/>', "<w:br/>"])
def test_a_number_stands_before_its_text_not_before_a_break(kind):
    source = opened(docx(p(f"<w:r>{kind}<w:t>Haftung</w:t></w:r>", num=1, level=0), numbering=LIST))
    assert lines(source) == ["1.\tHaftung"]
    assert labels(source) == ["1."]


def versions(*rows: tuple[str, str]) -> str:
    return table(*map(list, rows))


PARALLEL = [("§ 1 Geltung", "§ 1 Scope"), ("(1) " + DE, "(1) " + EN), ("§ 2 Haftung", "§ 2 Liability")]
PARALLEL += [("(1) " + DE, "(1) " + EN), ("Ohne Nummer.", "Without number.")]


def test_two_versions_of_one_text_side_by_side_are_read_one_after_the_other():
    source = opened(docx(p("vor") + versions(*PARALLEL) + p("nach")))
    expected = ["vor", *(one.strip() for one, _ in PARALLEL), *(two.strip() for _, two in PARALLEL), "nach"]
    assert blocks(source) == expected
    assert {block.kind for block in source.blocks} == {BlockKind.PARAGRAPH}


def test_a_row_that_spans_both_versions_stands_between_them():
    spanning = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Teil B / Part B") + "</w:tc></w:tr></w:tbl>"
    body = versions(*PARALLEL).replace("</w:tbl>", spanning)
    assert blocks(opened(docx(body)))[-1] == "Teil B / Part B"


@pytest.mark.parametrize(
    ("second", "expected"),
    [(2, ["§ 1", "§ 2", "§ 3", "§ 1", "§ 2", "§ 3"]), (1, ["§ 1", "§ 3", "§ 5"])],
    ids=["list of its own", "one list"],
)
def test_versions_numbered_by_word_are_read_through_unless_one_list_counts_across(second, expected):
    rows = [[p(DE, num=1, level=0), p(EN, num=second, level=0)] for _ in range(3)]
    assert labels(opened(docx(table(*rows), numbering=TWO_LISTS))) == expected


def test_a_table_of_data_whose_columns_count_alike_keeps_its_rows():
    rows = [[f"{n}. Quartal", f"{n}. Rate"] for n in range(1, 5)]
    assert blocks(opened(docx(table(*rows)))) == ["\t".join(row) for row in rows]


def test_a_text_box_in_an_empty_cell_is_read():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Kasten')}</w:txbxContent></v:textbox></w:pict></w:r>"
    source = opened(docx(table([p(box), "b"])))
    assert "Kasten" in blocks(source)
    assert source.complete


REGIONS = "".join(
    f'<w:tblStylePr w:type="{name}"><w:rPr><w:b/></w:rPr></w:tblStylePr>' for name in ("firstRow", "lastCol")
)


@pytest.mark.parametrize(
    ("look", "bold"),
    [
        ('w:firstRow="1"', [True, True, False, False]),
        ('w:lastColumn="1"', [False, True, False, True]),
        ('w:val="0020"', [True, True, False, False]),
        ('w:val="04A0" w:firstRow="0"', [False] * 4),
        ("", [False] * 4),
    ],
)
def test_cells_are_bold_where_the_style_of_the_table_says_so(look, bold):
    styles = style("Normal") + style("T", kind="table").replace("</w:style>", f"{REGIONS}</w:style>")
    properties = f'<w:tblPr><w:tblStyle w:val="T"/><w:tblLook {look}/></w:tblPr>'
    long = [[p(f"{name} {LONG}") for name in row] for row in ("ab", "cd")]
    source = opened(docx(table(*long).replace("<w:tblPr/>", properties) + p("e"), styles=styles))
    assert [line.bold for line in source.lines] == [*bold, False]


# --- other programs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("a.dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        ("a.dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_documents_with_macros_and_templates_are_read(name, content_type):
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
    data = docx(p("Text"), members={"[Content_Types].xml": types.encode(), "word/vbaProject.bin": b"\xd0\xcf"})
    source = opened(data, name)
    assert source.text == "Text"
    assert notes(source) == {}


def test_the_main_part_may_have_any_name():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/doc/main2.xml"/></Relationships>'
    )
    with zipfile.ZipFile(BytesIO(docx(p("Text")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["doc/main2.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = relations.encode()
    source = opened(zipped(files))
    assert (source.text, source.runs[0].part) == ("Text", "doc/main2.xml")


def test_deleted_text_boxes_are_listed_once():
    inner = f"<w:txbxContent>{p('<w:del><w:r><w:delText>alt</w:delText></w:r></w:del>')}</w:txbxContent>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = opened(docx(p("a") + p(f"<w:del>{twice}</w:del>")))
    assert ignored(source, IgnoredReason.DELETED) == ["alt"]
