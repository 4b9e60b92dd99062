from __future__ import annotations

import pytest

from app.models.source import BlockKind, IgnoredReason, RunKind
from tests.unit.importing.made import blocks, ignored, labels, lines, notes, opened
from tests.unit.importing.word import abstract, docx, lvl, num, p, r, style, style_num, table

LIST = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
LONG = "Der Anbieter haftet für Schäden nur bei Vorsatz und grober Fahrlässigkeit seiner Vertreter. " * 3
DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="x"/></w:rPr>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="x"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="2" w:author="x">{r(text)}</w:ins>'


def field(result: str, instruction: str = " REF _Ref1 \\h ") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + r(result) + mark.format("end")


def text_box(inner: str) -> str:
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("Die Haftung ") + r("ist begrenzt."), "Die Haftung ist begrenzt."),
        (f'<w:hyperlink r:id="rId9">{r("hier")}</w:hyperlink>', "hier"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Feld')}</w:sdtContent></w:sdt>", "Feld"),
        (f"<w:smartTag>{r('Köln')}</w:smartTag>", "Köln"),
        (r("höchstens ") + deleted("10.000") + inserted("25.000") + r(" EUR"), "höchstens 25.000 EUR"),
        (r("siehe ") + field("Ziffer 4") + r("."), "siehe Ziffer 4."),
        (f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>', "7"),
        ("<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t></w:r>", "E-Mail"),
        ("<w:r><w:t>Haf</w:t><w:softHyphen/><w:t>tung</w:t></w:r>", "Haftung"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> Punkt</w:t></w:r>', "• Punkt"),
        ("<w:r><w:t>§\u00a08\u200b \u202aHaftung\u202c</w:t></w:r>", "§ 8 Haftung"),
        ("<w:r><w:t>Verta</w:t></w:r><w:r><w:t>\u0308ge</w:t></w:r>", "Vertäge"),
        ("<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>", "x=5"),
        (r("vor ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("nach"), "vor nach"),
        ("<w:moveFrom>" + r("alt") + "</w:moveFrom><w:moveTo>" + r("neu") + "</w:moveTo>", "neu"),
    ],
)
def test_what_is_printed_of_a_paragraph(content, expected):
    assert opened(docx(p(content))).text == expected


def test_a_field_over_several_paragraphs_keeps_its_result_only():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    start = (
        mark.format("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + mark.format("separate") + r("1 Geltung")
    )
    assert blocks(opened(docx(p(start) + p("2 Haftung") + p(mark.format("end")) + p("Text")))) == [
        "1 Geltung",
        "2 Haftung",
        "Text",
    ]


def test_a_field_whose_end_is_deleted_does_not_swallow_the_rest():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = p(r("a") + mark.format("begin") + "<w:del>" + mark.format("end") + "</w:del>" + r("b")) + p("c")
    assert blocks(opened(docx(body))) == ["ab", "c"]


def test_every_run_leads_back_to_its_characters():
    body = p(r("Die ") + "<w:hyperlink>" + r("Haftung\u00a0hier") + "</w:hyperlink>") + p("a", num=1, level=0)
    source = opened(docx(body, numbering=LIST))
    found = [(source.text[run.start : run.end], run.element, run.offset, run.kind) for run in source.runs]
    assert found == [
        ("Die ", "body/p[1]/r[1]", 0, RunKind.EXACT),
        ("Haftung", "body/p[1]/hyperlink[1]/r[1]", 0, RunKind.EXACT),
        (" ", "body/p[1]/hyperlink[1]/r[1]", 7, RunKind.REPAIRED),
        ("hier", "body/p[1]/hyperlink[1]/r[1]", 8, RunKind.EXACT),
        ("1.", "body/p[2]", 0, RunKind.GENERATED),
        ("\t", "body/p[2]", 0, RunKind.GENERATED),
        ("a", "body/p[2]/r[1]", 0, RunKind.EXACT),
    ]
    assert {run.part for run in source.runs} == {"word/document.xml"}


def test_offsets_in_a_run_count_tabs_and_breaks():
    source = opened(docx(p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")))
    assert [(source.text[run.start : run.end], run.offset) for run in source.runs] == [("a\tb", 0), ("c", 4)]


def test_a_line_break_makes_a_line_and_two_make_a_block():
    source = opened(docx(p("<w:r><w:t>Haftung</w:t><w:br/><w:t>Wir haften.</w:t><w:br/><w:br/><w:t>Ende</w:t></w:r>")))
    assert lines(source) == ["Haftung", "Wir haften.", "Ende"]
    assert blocks(source) == ["Haftung Wir haften.", "Ende"]
    assert [line.block for line in source.lines] == [0, 0, 1]


def test_empty_paragraphs_are_white_space():
    source = opened(docx(p("a") + p() + p("  ") + p("b")))
    assert blocks(source) == ["a", "b"]
    assert [line.gap for line in source.lines] == [None, 2.0]
    assert [block.paragraph for block in source.blocks] == [1, 2]


# --- tracked changes, hidden text, notes -------------------------------------------------------------------------------------


def test_deleted_text_is_listed_and_the_changes_are_counted():
    source = opened(docx(p(r("auf ") + deleted("10.000") + inserted("25.000"))))
    assert ignored(source, IgnoredReason.DELETED) == ["10.000"]
    assert notes(source) == {"tracked_changes": {"count": 2}}


def test_a_paragraph_whose_mark_is_deleted_flows_into_the_next_and_has_no_number():
    body = p(deleted("weg"), num=1, level=0, ppr=DELETED_MARK) + p("eins", num=1, level=0)
    body += p("halb ", num=1, level=0, ppr=DELETED_MARK) + p("und halb", num=1, level=0)
    assert lines(opened(docx(body, numbering=LIST))) == ["1.\teins", "2.\thalb und halb"]


def test_a_last_paragraph_whose_mark_is_deleted_is_still_printed():
    assert lines(opened(docx(p("eins") + p("zwei", ppr=DELETED_MARK)))) == ["eins", "zwei"]


def test_hidden_text_is_listed_not_printed():
    styles = style("Normal") + style("Geheim", kind="character", rpr="<w:vanish/>")
    body = p(r("a") + r("x1", "<w:vanish/>") + r("x2", '<w:rStyle w:val="Geheim"/>') + r("b", '<w:vanish w:val="0"/>'))
    source = opened(docx(body, styles=styles))
    assert source.text == "ab"
    assert ignored(source, IgnoredReason.HIDDEN) == ["x1x2"]
    assert "hidden_text" in notes(source)


def test_comments_headers_and_footers_are_listed():
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    source = opened(
        docx(
            p("Text") + section,
            comments=f'<w:comment w:id="0">{p("Bitte prüfen")}</w:comment>',
            header1=p("Muster GmbH"),
            footer1=p(field("1", " PAGE ")),
        )
    )
    assert source.text == "Text"
    assert ignored(source, IgnoredReason.COMMENT) == ["Bitte prüfen"]
    assert ignored(source, IgnoredReason.HEADER) == ["Muster GmbH"]
    assert ignored(source, IgnoredReason.FOOTER) == ["1"]
    assert notes(source) == {"comments": {"count": 1}}


def test_unknown_symbols_are_noted():
    source = opened(docx(p('<w:r><w:t>a</w:t><w:sym w:font="X" w:char="F123"/></w:r>')))
    assert source.text == "a\ufffd"
    assert notes(source) == {"unknown_symbols": {"count": 1}}
    assert source.complete


RUBY = f"<w:r><w:t>Die </w:t><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('Haf')}</w:rubyBase></w:ruby><w:t>tung</w:t></w:r>"
IN_RUN = "<w:r><mc:AlternateContent><mc:Choice><w:t>eins</w:t></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:smartTag>{p('Köln')}</w:smartTag>", ["Köln"]),
        (f"<w:neu>{p('a')}<w:neuer>{p('b')}</w:neuer></w:neu>", ["a", "b"]),
        (f"<w:neu>{r('a')}{r('b')}</w:neu>", ["ab"]),
        (r("a"), ["a"]),
        (p(f"<w:neu>{r('a')}</w:neu>"), ["a"]),
        (p("<w:r><w:neu><w:t>a</w:t></w:neu><w:t>b</w:t></w:r>"), ["ab"]),
        (p("<w:hyperlink><w:t>a</w:t></w:hyperlink>"), ["a"]),
        (p(RUBY), ["Die Haftung"]),
        (p(IN_RUN), ["eins"]),
        (
            f"<w:tbl><w:neu><w:tr><w:neu><w:tc>{p('a')}</w:tc></w:neu><w:tc>{p('b')}</w:tc></w:tr></w:neu></w:tbl>",
            ["a\tb"],
        ),
        (f"<w:neu>{deleted('weg')}</w:neu>{p('a')}", ["a"]),
    ],
)
def test_text_is_read_in_whatever_it_is_wrapped(body, expected):
    assert blocks(opened(docx(body))) == expected


def picture(centimetres: tuple[float, float] | None = None) -> str:
    extent = (
        '<wp:extent cx="{:.0f}" cy="{:.0f}"/>'.format(*(360_000 * side for side in centimetres or ()))
        if centimetres
        else ""
    )
    graphic = f'<a:graphic {A}><a:graphicData uri="x/picture"><pic:pic {PIC}/></a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:inline {WP}>{extent}{graphic}</wp:inline></w:drawing></w:r>"


def vml(style: str) -> str:
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata/></v:shape></w:pict></w:r>'


A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
OLE = '<w:r><w:object><v:shape style="width:450pt;height:700pt"><v:imagedata/></v:shape></w:object></w:r>'
DIAGRAM = f'<w:r><w:drawing><a:graphic {A}><a:graphicData uri="http://x/2006/diagram"/></a:graphic></w:drawing></w:r>'
SHAPE_TEXT = f"<w:r><w:drawing><a:txBody {A}><a:p><a:r><a:t>Text</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"
LETTERING = '<w:r><w:pict><v:shape><v:textpath string="Entwurf"/></v:shape></w:pict></w:r>'
SCAN, LOGO, PHOTO = picture((16.0, 22.6)), picture((5.0, 2.0)), picture((16.0, 9.0))


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        ('<w:altChunk r:id="rId5"/>', {"embedded_files": 1}),
        ('<w:subDoc r:id="rId5"/>', {"embedded_files": 1}),
        (p('<w:subDoc r:id="rId5"/>') + p(OLE), {"embedded_files": 2}),
        (table([p(OLE)]), {"embedded_files": 1}),
        (p(text_box(p(OLE))), {"embedded_files": 1}),
        ("<w:t>a</w:t>" + p("<w:t>b</w:t>"), {"text_lost": 1}),
        (table(["a", "b"]).replace("<w:tc>", "<w:tc><w:r><w:t>c</w:t></w:r>"), {"text_lost": 2}),
        ("<mc:AlternateContent><w:neu><w:t>a</w:t></w:neu></mc:AlternateContent>", {"text_lost": 1}),
        (p(RUBY) + p(IN_RUN) + p(text_box(p("a"))) + f"<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{p('b')}", {}),
        (p(DIAGRAM) + p(SHAPE_TEXT) + p(LETTERING), {"diagrams": 2}),
        (p(SCAN) * 3, {"picture_pages": 3}),
        (p(vml("width:450pt;height:23cm")), {"picture_pages": 1}),
        (p(LOGO) + p(PHOTO) + p(vml("width:300pt;height:200pt")) + p(vml("")), {}),
    ],
)
def test_parts_that_are_not_read_are_noted_and_leave_the_document_incomplete(body, unread):
    source = opened(docx(p("Vertrag " * 300) + body))
    found = {code: params["count"] for code, params in notes(source).items()}
    assert found == unread
    assert source.unread_parts == tuple(unread)
    assert source.complete is not bool(unread)


@pytest.mark.parametrize(
    ("text", "pictures", "pages"),
    [("Anlage 1", [PHOTO], 1), ("Anlage 1", [picture()] * 4, 4), ("Anlage 1", [LOGO], 0), ("Wort " * 101, [PHOTO], 0)],
)
def test_pictures_with_hardly_any_text_may_be_scanned_pages(text, pictures, pages):
    source = opened(docx(p(text) + p("".join(pictures))))
    assert notes(source).get("picture_pages", {}).get("count", 0) == pages


def test_a_text_box_is_read_once_after_its_paragraph():
    inner = p("Kasten") + p(text_box(p("im Kasten")))
    assert blocks(opened(docx(p(r("Anker ") + text_box(inner) + r("Ende")) + p("danach")))) == [
        "Anker Ende",
        "Kasten",
        "im Kasten",
        "danach",
    ]


# --- look -------------------------------------------------------------------------------------------------------------------


def test_the_look_of_a_heading_comes_from_its_style():
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Normal")
        + style("Base", base="Normal", rpr='<w:b/><w:sz w:val="28"/>', ppr='<w:jc w:val="center"/>')
        + style("H1", name="heading 1", base="Base", ppr='<w:outlineLvl w:val="0"/>')
    )
    heading, text = opened(docx(p("Haftung", style="H1") + p("Text"), styles=styles)).lines
    assert (heading.bold, heading.size, heading.centered, heading.outline) == (True, 14.0, True, 0)
    assert heading.style == "heading 1"
    assert (text.bold, text.size, text.centered, text.outline, text.style) == (False, 11.0, False, None, "Normal")


@pytest.mark.parametrize(
    ("name", "ppr", "expected"),
    [
        ("heading 3", "", 2),
        ("Überschrift", '<w:outlineLvl w:val="1"/>', 1),
        ("heading 2", '<w:outlineLvl w:val="9"/>', None),
        ("Body", "", None),
    ],
)
def test_the_heading_level_of_a_style(name, ppr, expected):
    assert opened(docx(p("a", style="S"), styles=style("S", name=name, ppr=ppr))).lines[0].outline == expected


def test_character_style_and_paragraph_style_toggle_each_other():
    styles = style("B", rpr="<w:b/>") + style("C", kind="character", rpr="<w:b/>")
    body = p(r("fett"), style="B") + p(r("mager", '<w:rStyle w:val="C"/>'), style="B") + p(r("x", "<w:b/>"), style="B")
    assert [line.bold for line in opened(docx(body, styles=styles)).lines] == [True, False, True]


def test_a_bold_beginning_is_measured_with_its_number():
    body = p(r("Haftung.", "<w:b/>") + r(" Wir haften nur bei Vorsatz."), num=1, level=0)
    (line,) = opened(docx(body, numbering=LIST)).lines
    assert (line.bold, line.bold_lead) == (False, len("1.\tHaftung."))


def test_a_number_alone_is_no_bold_beginning():
    (line,) = opened(docx(p("Wir haften.", num=1, level=0), numbering=LIST)).lines
    assert line.bold_lead == 0


def test_bold_italic_and_underlined_are_what_nearly_all_letters_are():
    body = p(r("Haftungsbeschränkung", '<w:b/><w:i/><w:u w:val="single"/>') + r(":"))
    (line,) = opened(docx(body)).lines
    assert (line.bold, line.italic, line.underlined, line.bold_lead) == (True, True, True, 0)


def test_indentation_counts_leading_tabs():
    body = p("<w:r><w:tab/><w:t>a</w:t></w:r>") + p("b", ppr='<w:ind w:left="400" w:hanging="200"/>')
    assert [line.x0 for line in opened(docx(body)).lines] == [35.4, 10.0]


def test_the_indentation_of_a_style_wins_over_that_of_its_list():
    styles = style("H1", ppr=style_num(1) + '<w:ind w:left="200" w:firstLine="0"/>')
    (line,) = opened(docx(p("a", style="H1"), styles=styles, numbering=LIST)).lines
    assert line.x0 == 10.0


# --- tables -----------------------------------------------------------------------------------------------------------------


def test_a_data_table_is_read_row_by_row():
    source = opened(docx(p("vor") + table(["Leistung", "Preis"], ["Hosting", "10 EUR"]) + p("nach")))
    assert blocks(source) == ["vor", "Leistung\tPreis", "Hosting\t10 EUR", "nach"]
    assert [block.kind for block in source.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
        BlockKind.PARAGRAPH,
    ]
    assert [block.table for block in source.blocks] == [None, 0, 0, None]


def test_cells_with_much_text_are_read_as_paragraphs():
    source = opened(docx(table([p("Haftung") + p(LONG), p("Preise") + p("Es gelten die Listenpreise.")])))
    assert blocks(source) == ["Haftung", LONG.strip(), "Preise", "Es gelten die Listenpreise."]


def test_a_table_of_one_column_places_text():
    source = opened(docx(table(["eins"], ["zwei"])))
    assert [block.kind for block in source.blocks] == [BlockKind.PARAGRAPH] * 2


@pytest.mark.parametrize("label", ["2.1", "§ 3", "(4)", "IV.", "a)"])
def test_a_label_in_the_cell_before_belongs_to_the_text(label):
    assert blocks(opened(docx(table([label, LONG])))) == [f"{label}\t{LONG.strip()}"]


def test_an_automatic_number_in_the_cell_before_belongs_to_the_text():
    body = table([p("", num=1, level=0), LONG], [p("", num=1, level=0), LONG])
    source = opened(docx(body, numbering=LIST))
    assert blocks(source) == [f"1.\t{LONG.strip()}", f"2.\t{LONG.strip()}"]
    assert labels(source) == ["1.", "2."]


def test_in_a_table_of_labels_and_texts_short_texts_are_paragraphs_too():
    source = opened(docx(table(["1.1", LONG], ["1.2", "Kurzer Satz."], ["", "Nachsatz."])))
    assert blocks(source) == [f"1.1\t{LONG.strip()}", "1.2\tKurzer Satz.", "Nachsatz."]
    assert {block.kind for block in source.blocks} == {BlockKind.PARAGRAPH}


def test_a_numbered_price_list_keeps_its_rows():
    source = opened(docx(table(["1", "Hosting", "10 EUR"], ["2", LONG, "20 EUR"])))
    assert blocks(source) == ["1\tHosting\t10 EUR", f"2\t{LONG.strip()}", "20 EUR"]


def test_a_word_in_the_cell_before_is_a_paragraph():
    assert blocks(opened(docx(table(["Haftung", LONG])))) == ["Haftung", LONG.strip()]


@pytest.mark.parametrize(("below", "expected"), [("", "2"), ("auch Text", "auch Text\t2")])
def test_merged_cells_are_printed_once_and_no_text_in_them_is_passed_over(below, expected):
    merged = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Preise") + "</w:tc>"
    start = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Hosting") + "</w:tc>"
    on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p(below) + "</w:tc>"
    cell = "<w:tc>{}</w:tc>".format
    body = f"<w:tbl><w:tr>{merged}</w:tr><w:tr>{start}{cell(p('1'))}</w:tr><w:tr>{on}{cell(p('2'))}</w:tr></w:tbl>"
    assert blocks(opened(docx(body))) == ["Preise", "Hosting\t1", expected]


def test_a_table_in_a_table_and_content_controls_are_read():
    nested = p("außen") + table(["innen 1", "innen 2"]) + p()
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{nested}</w:tc><w:tc>{p('rechts')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent><w:tbl>{row}</w:tbl></w:sdtContent></w:sdt>"
    assert blocks(opened(docx(body))) == ["außen", "innen 1\tinnen 2", "rechts"]


def test_a_deleted_row_is_listed():
    row = f"<w:tr><w:trPr><w:del w:id='1' w:author='x'/></w:trPr><w:tc>{p(deleted('alt'))}</w:tc></w:tr>"
    source = opened(docx(p("a") + f"<w:tbl>{row}</w:tbl>"))
    assert (source.text, ignored(source, IgnoredReason.DELETED)) == ("a", ["alt"])
