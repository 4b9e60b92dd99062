"""Text that is in the file and that nobody sees on paper."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from app.models.source import IgnoredReason
from tests.unit.importing.made import blocks, ignored, notes, opened
from tests.unit.importing.word import abstract, docx, lvl, num, p, r, style, table, zipped

WHITE = '<w:color w:val="FFFFFF"/>'
BLUE = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
VANISH = "<w:vanish/>"
OFF = '<w:vanish w:val="0"/>'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def causes(body: str, **parts: str) -> list[tuple[str, str]]:
    source = opened(docx(body, **parts))
    return [(item.cause, item.text) for item in source.ignored if item.reason is IgnoredReason.HIDDEN]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tbl><w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc></w:tr></w:tbl>"


def row(properties: str, content: str) -> str:
    return f"<w:tbl><w:tr><w:trPr>{properties}</w:trPr><w:tc>{content}</w:tc></w:tr></w:tbl>"


def box(inner: str, *, x: int = 0, origin: str = "page", fill: str = "", frame: str = "", extra: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:anchor {WP} {frame}><wp:positionH relativeFrom="{origin}"><wp:posOffset>{x}</wp:posOffset>'
        f'</wp:positionH><wp:extent cx="1270000" cy="1270000"/>{extra}<wps:wsp><wps:spPr {A}>{fill}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>"
    )


def vml(look: str, inner: str, attributes: str = "") -> str:
    content = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return f'<w:r><w:pict><v:shape style="{look}" {attributes}>{content}</v:shape></w:pict></w:r>'


DARK = '<a:solidFill><a:srgbClr val="203864"/></a:solidFill>'
NAVY = 'fillcolor="#1F3864"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
OUTLINE = f'<w14:textOutline {W14} w14:w="9525"><w14:solidFill/></w14:textOutline>'
FLOATING = f"<w:r><w:drawing><wp:anchor {WP}>{{}}</wp:anchor></w:drawing></w:r>"
PICTURE = '<pic:pic xmlns:pic="p"><pic:blipFill/></pic:pic>'


def group(fill: str, inner: str) -> str:
    """A shape without text, and a text box without fill."""
    shapes = f"<wps:wsp><wps:spPr {A}>{fill}</wps:spPr></wps:wsp><wps:wsp><wps:spPr {A}><a:noFill/></wps:spPr>"
    return FLOATING.format(f"<g>{shapes}<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></g>")


STYLES = style("Normal") + style("Weg", rpr=VANISH) + style("C", kind="character", rpr=VANISH)
STYLES += style("Umriss", kind="character", rpr=WHITE + "<w:outline/>")
STYLES += style("Weiß", rpr=WHITE) + style("Kasten", ppr=BLUE)


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (p(r("x", VANISH)), "hidden_font"),
        (p("x", style="Weg"), "hidden_font"),
        (p(r("x", '<w:rStyle w:val="C"/>')), "hidden_font"),
        (p(r("x", WHITE)), "white"),
        (p(r("x", '<w:color w:val="FEFEFE"/>')), "white"),
        (p("x", style="Weiß"), "white"),
        (p(r("x", WHITE), ppr='<w:shd w:val="clear" w:fill="FFFFFF"/>'), "white"),
        (p(r("x", WHITE + '<w:highlight w:val="white"/>')), "white"),
        (cell(p(r("x", '<w:color w:val="1F3864"/>')), BLUE), "white"),
        (p(box(p(r("x", WHITE)), fill="<a:noFill/>")), "white"),
        (p(box("", frame='behindDoc="1"', fill="<a:noFill/>") + r("x", WHITE)), "white"),
        (p(box(p(r("x", WHITE)), fill='<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>')), "white"),
        (p(vml("width:90pt", p(r("x", WHITE)), 'fillcolor="white [3201]"')), "white"),
        (p(group("<a:noFill/>", p(r("x", WHITE)))), "white"),
        (p(r("x", WHITE + '<w:outline w:val="0"/>')), "white"),
        (p(r("x", WHITE + OUTLINE.replace("solidFill", "noFill"))), "white"),
        (p(vml("position:absolute;z-index:-1", "", 'fillcolor="white"') + r("x", WHITE)), "white"),
        (p(r("x", '<w:sz w:val="2"/>')), "tiny"),
        (p(r("x", '<w:w w:val="1"/>')), "tiny"),
        (p("x", ppr='<w:spacing w:line="20" w:lineRule="exact"/>'), "tiny"),
        (row('<w:trHeight w:val="10" w:hRule="exact"/>', p("x")), "tiny"),
        (row("<w:hidden/>", p("x")), "hidden_font"),
        (p(box(p("x"), x=-1_300_000)), "off_page"),
        (p(box(p("x"), x=12_700_000, origin="column")), "off_page"),
        (p(vml("position:absolute;margin-left:-9999pt;width:90pt", p("x"))), "off_page"),
        (p(vml("visibility:hidden", p("x"))), "hidden_font"),
        (p(box(p("x"), extra='<wp:docPr id="1" name="a" hidden="1"/>')), "hidden_font"),
        (p("x", ppr='<w:framePr w:w="2000" w:x="-20000"/>'), "off_page"),
    ],
)
def test_text_that_nobody_sees_is_kept_apart_with_its_cause(body, cause):
    assert causes(p("vor") + body, styles=STYLES) == [(cause, "x")]
    source = opened(docx(p("vor") + body + p("nach"), styles=STYLES))
    assert source.text == "vor\nnach"
    assert notes(source) == {"hidden_text": {"count": 1}}
    assert source.complete


@pytest.mark.parametrize(
    "body",
    [
        p(r("x", OFF), style="Weg"),
        p(r("x", WHITE + BLUE)),
        p(r("x", WHITE + '<w:highlight w:val="black"/>')),
        p(r("x", WHITE), ppr=BLUE),
        p(r("x", WHITE), style="Kasten"),
        cell(p(r("x", WHITE)), BLUE),
        table([cell(p(r("x", WHITE))) + p()]).replace("<w:tcPr/>", f"<w:tcPr>{BLUE}</w:tcPr>"),
        p(r("x", '<w:color w:val="auto"/>'), style="Weiß"),
        p(r("x", '<w:color w:val="808080"/>')),
        p(box(p(r("x", WHITE)), fill="<a:gradFill/>")),
        p(box(p(r("x", WHITE)), fill='<a:solidFill><a:srgbClr val="203864"/></a:solidFill>')),
        p(vml("width:90pt", p(r("x", WHITE)), 'fillcolor="#1f3864"')),
        p(box(p("y"), frame='behindDoc="1"', fill="<a:gradFill/>") + r("x", WHITE)),
        p(box("", fill=DARK) + box(p(r("x", WHITE)), fill="<a:noFill/>")),
        p(FLOATING.format(PICTURE) + box(p(r("x", WHITE)), fill="<a:noFill/>")),
        p(group(DARK, p(r("x", WHITE)))),
        p(vml("position:absolute;z-index:-1", "", NAVY) + r("x", WHITE)),
        p(r("x", WHITE + "<w:outline/>")),
        p(r("x", WHITE + OUTLINE)),
        p(r("x", '<w:rStyle w:val="Umriss"/>')),
        cell(p(r("x", WHITE)), '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'),
        cell(p(r("x", WHITE))).replace("<w:tr>", f"<w:tr><w:tblPrEx>{BLUE}</w:tblPrEx>"),
        p("x", ppr='<w:spacing w:line="240" w:lineRule="exact"/>'),
        row('<w:trHeight w:val="10"/>', p("x")),
        p(box(p("x"), x=-1_000_000)),
        p(r("x", "<w:webHidden/>")),
        p(r("x", '<w:sz w:val="8"/>')),
    ],
)
def test_text_that_can_be_seen_stays(body):
    assert causes(body, styles=STYLES) == []
    assert "x" in opened(docx(body, styles=STYLES)).text


SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
LOGO = '<wp:extent cx="1270000" cy="635000"/>'
BAND = '<wp:extent cx="7560000" cy="1270000"/>'


@pytest.mark.parametrize(
    ("header", "seen"),
    [
        (p(FLOATING.format(PICTURE)), True),
        (p(FLOATING.format(BAND + PICTURE)), True),
        (p(FLOATING.format(LOGO + PICTURE)), False),
        (p(FLOATING.format(PICTURE).replace("anchor", "inline")), False),
        (p(vml("position:absolute", "", NAVY)), True),
        (
            p(vml("position:absolute", "", 'fillcolor="silver"').replace("<v:textbox>", "<v:textpath/><v:textbox>")),
            False,
        ),
    ],
)
def test_what_a_header_paints_lies_behind_the_text(header, seen):
    source = opened(docx(p("vor") + p(r("x", WHITE)) + SECTION, header1=header))
    assert ("x" in source.text) == seen


@pytest.mark.parametrize(("colour", "seen"), [("1F3864", True), ("FFFFFF", False), ("auto", False)])
def test_white_text_on_a_coloured_page_is_seen(colour, seen):
    data = docx(p("vor") + p(r("x", WHITE)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    page = f'<w:background w:color="{colour}"/><w:body>'.encode()
    files["word/document.xml"] = files["word/document.xml"].replace(b"<w:body>", page)
    assert ("x" in opened(zipped(files)).text) == seen


def test_white_text_in_a_style_that_paints_table_cells_stays():
    painted = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{BLUE}</w:tcPr></w:tblStylePr>'
    styles = STYLES + style("T", kind="table").replace("</w:style>", f"{painted}</w:style>")
    body = table([p(r("Preis", WHITE)), "b"]).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    assert opened(docx(body, styles=styles)).text == "Preis\tb"


def test_hidden_text_has_its_place():
    source = opened(docx(p("Erstens.") + p(r("Die Haftung") + r(" entfällt", VANISH) + r(" ist begrenzt."))))
    (item,) = source.ignored
    assert source.text[: item.at] == "Erstens.\nDie Haftung"
    assert (item.part, item.paragraph, item.text) == ("word/document.xml", 2, "entfällt")


def test_hidden_passages_apart_are_listed_apart():
    body = p(r("a") + r("eins", VANISH) + r("b") + r("zwei", VANISH) + r("drei", VANISH))
    assert causes(body) == [("hidden_font", "eins"), ("hidden_font", "zweidrei")]


def test_a_paragraph_hidden_with_its_mark_is_no_white_space_and_prints_nothing():
    body = p("a") + p(r("x", VANISH), ppr=f"<w:rPr>{VANISH}</w:rPr>") + p("b")
    source = opened(docx(body))
    assert blocks(source) == ["a", "b"]
    assert source.lines[1].gap == 0.0
    assert ignored(source, IgnoredReason.HIDDEN) == ["x"]


def test_a_paragraph_hidden_by_its_style_takes_no_number():
    numbering = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
    body = "".join(p(text, num=1, level=0, style=name) for text, name in (("a", ""), ("x", "Weg"), ("b", "")))
    assert blocks(opened(docx(body, styles=STYLES, numbering=numbering))) == ["1.\ta", "2.\tb"]


@pytest.mark.parametrize("mark", ["<w:vanish/><w:specVanish/>", "<w:vanish/>"])
def test_a_heading_runs_into_its_text_where_its_mark_is_hidden(mark):
    styles = style("Normal") + style("H1", name="heading 1", rpr="<w:b/>")
    body = p("Haftung. ", style="H1", ppr=f"<w:rPr>{mark}</w:rPr>") + p("Wir haften nur bei Vorsatz.") + p("Ende")
    source = opened(docx(body, styles=styles))
    assert blocks(source) == ["Haftung. Wir haften nur bei Vorsatz.", "Ende"]
    assert (source.lines[0].style, source.lines[0].outline, source.lines[0].bold_lead) == ("heading 1", 0, 8)


def test_hidden_rows_with_several_cells_lose_nothing():
    body = table([p("a"), p("b") + p("c")]).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")
    assert causes(p("vor") + body) == [("hidden_font", "a"), ("hidden_font", "b c")]


# --- placeholders, watermarks, first letters ---------------------------------------------------------------------------------


def control(content: str, *, empty: bool = True) -> str:
    shown = "<w:showingPlcHdr/>" if empty else ""
    return f"<w:sdt><w:sdtPr>{shown}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


CELL = f"<w:tc>{p('Betrag')}</w:tc>"


@pytest.mark.parametrize(
    ("body", "text", "asked"),
    [
        (p(r("Beginn: ") + control(r("Datum wählen"))), "Beginn:", ["Datum wählen"]),
        (p(r("Beginn: ") + control(r("1. Mai"), empty=False)), "Beginn: 1. Mai", []),
        (p("a") + control(p("Klicken Sie hier")), "a", ["Klicken Sie hier"]),
        (table(["a", control(p("Betrag"))]), "a", ["Betrag"]),
        (table(["a", "b"]).replace("<w:tc><w:tcPr/>" + p("b") + "</w:tc>", control(CELL)), "a", ["Betrag"]),
        (p("a") + control(p("Wort " * 60)), "a\n" + ("Wort " * 60).strip(), []),
    ],
)
def test_what_an_empty_field_asks_for_is_no_text(body, text, asked):
    source = opened(docx(body))
    assert (source.text, ignored(source, IgnoredReason.PLACEHOLDER)) == (text, asked)
    assert source.complete


LETTERING = (
    '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject"><v:textpath string="ENTWURF"/></v:shape></w:pict></w:r>'
)


DRAWN = box(p("ENTWURF"), extra='<wp:docPr id="1" name="PowerPlusWaterMarkObject1"/>')


@pytest.mark.parametrize("lettering", [LETTERING, DRAWN, f"<w:r>{LETTERING}</w:r>"], ids=["VML", "text box", "wrapped"])
def test_a_watermark_is_listed_as_one(lettering):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    source = opened(docx(p("a") + section, header1=p(r("Kopf") + lettering)))
    assert ignored(source, IgnoredReason.WATERMARK) == ["ENTWURF"]
    assert ignored(source, IgnoredReason.HEADER) == ["Kopf"]


@pytest.mark.parametrize(
    ("section", "settings", "listed"),
    [("", "", []), ("<w:titlePg/>", "", ["Kopf"])],
)
def test_a_header_of_the_first_page_is_listed_where_it_is_printed(section, settings, listed):
    body = p("a") + f'<w:sectPr><w:headerReference w:type="first" r:id="header1"/>{section}</w:sectPr>'
    assert ignored(opened(docx(body, header1=p("Kopf"), settings=settings)), IgnoredReason.HEADER) == listed


@pytest.mark.parametrize(("switch", "listed"), [("", []), ("<w:evenAndOddHeaders/>", ["Kopf"])])
def test_a_header_of_even_pages_is_listed_where_it_is_printed(switch, listed):
    body = p("a") + '<w:sectPr><w:headerReference w:type="even" r:id="header1"/></w:sectPr>'
    assert ignored(opened(docx(body, header1=p("Kopf"), settings=switch)), IgnoredReason.HEADER) == listed


def test_a_text_box_in_a_header_is_listed_once():
    inner = f"<w:txbxContent>{p('Musterstraße 1')}</w:txbxContent>"
    box_twice = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = p("a") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    source = opened(docx(body, header1=p(r("Kopf") + box_twice)))
    assert ignored(source, IgnoredReason.HEADER) == ["Kopf\nMusterstraße 1"]


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_a_dropped_initial_is_joined_to_its_word(kind):
    body = p("vor") + p("D", ppr=f'<w:framePr w:dropCap="{kind}" w:lines="3"/>') + p("er Vertrag beginnt.")
    assert blocks(opened(docx(body))) == ["vor", "Der Vertrag beginnt."]
