"""Saved web pages: what a browser prints of them, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ErrorCode, ExpectedError
from app.importing.html import read_html
from app.importing.html.source import parsed
from app.importing.options import ReadOptions
from app.models.source import BlockKind, IgnoredReason, MarkKind, RunKind, SourceDocument
from app.progress import silent
from tests.unit.importing.made import blocks, ignored, labels, lines, notes


def page(body: str, *, head: str = "", limit: int = 100_000) -> SourceDocument:
    return read(
        f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), limit=limit
    )


def read(data: bytes, *, limit: int = 100_000) -> SourceDocument:
    return read_html(data, "agb.html", ReadOptions(max_characters=limit), silent)


TERMS = "<p>" + "Der Kunde zahlt das Entgelt im Voraus und ohne Abzug. " * 20 + "</p>"


# --- text ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Eins\n   zwei</p><p>Drei</p>", ["Eins zwei", "Drei"]),
        ("<p>Ver<b>trag</b>s <i>recht</i></p>", ["Vertrags recht"]),
        ("<p>f&uuml;r &amp; &sect;&nbsp;5 &euro;</p>", ["für & § 5 €"]),
        ("<p>Eins<br>zwei<br><br>drei</p>", ["Eins zwei", "drei"]),
        ("<div>Eins<div>zwei</div>drei</div>", ["Eins", "zwei", "drei"]),
        ("<p>Haf&shy;tung<wbr> gilt</p>", ["Haftung gilt"]),
        ("<pre>a  b\n  c\n\nd</pre>", ["a  b c", "d"]),
        ("<dl><dt>Kunde<dd>wer kauft</dl>", ["Kunde", "wer kauft"]),
        ("<p>a<!-- nie --><script>x='<p>nie'</script><style>p{}</style><template>nie</template>b</p>", ["ab"]),
        (
            "<p>Name <input value='Muster'> <input type=hidden value=nie><select><option>A<option selected>B</select></p>",
            ["Name Muster B"],
        ),
        ("<button>Ja</button><button>Nein</button>", ["Ja Nein"]),
        ("<p>Eins<p>Zwei<ul><li>Drei", ["Eins", "Zwei", "•\tDrei"]),
        ("<details><summary>§ 1</summary>Inhalt</details>", ["§ 1", "Inhalt"]),
        ("<p><ruby>漢<rt>kan</rt></ruby></p>", ["漢"]),
    ],
)
def test_text_is_what_a_browser_prints(body, expected):
    assert blocks(page(body)) == expected


def test_headings_keep_level_and_type():
    source = page(
        "<h1>AGB</h1><h3>§ 1 <em>Geltung</em></h3><p><b>Lead.</b> Text</p><p style='font-size:9pt;text-align:center'>klein</p>"
    )
    assert [line.outline for line in source.lines] == [0, 2, None, None]
    assert [line.size for line in source.lines] == [24.0, 14.04, 12.0, 9.0]
    assert [line.bold for line in source.lines] == [True, True, False, False]
    assert [line.bold_lead for line in source.lines] == [0, 0, 5, 0]
    assert [line.centered for line in source.lines] == [False, False, False, True]
    assert [line.gap for line in source.lines] == [None, 0.83, 0.83, 0.83]


def test_white_space_above_follows_the_margins():
    source = page(
        "<p>a</p><p style='margin:0'>b</p><p style='margin-top:2em;margin-bottom:0'>c</p><div>d</div><br><p>e</p>"
    )
    assert [line.gap for line in source.lines] == [None, 0.83, 1.67, 0.0, 1.83]


def test_rules_of_the_page_itself_hold_if_they_are_simple():
    head = "<style>.f{font-weight:700} p.z{text-align:center} div p{font-style:italic} @media print{.f{display:none}}</style>"
    source = page("<p class=f>Fett</p><p class=z>Mitte</p><div><p>so</p></div>", head=head)
    assert [(line.bold, line.centered, line.italic) for line in source.lines] == [
        (True, False, False),
        (False, True, False),
        (False, False, False),
    ]


# --- lists --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=5><li>a<li value=9>b<li>c</ol>", ["5.", "9.", "10."]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."]),
        ("<ol type=a start=26><li>a<li>b</ol>", ["z.", "aa."]),
        ("<ol type=I><li>a<li>b<li>c<li>d</ol>", ["I.", "II.", "III.", "IV."]),
        ("<ol style='list-style: lower-roman inside'><li>a<li type=A>b</ol>", ["i.", "B."]),
        ("<ol style='list-style:none'><li>a</ol>", [""]),
        ("<ol style=\"list-style-type:'§ '\"><li>a</ol>", ["§"]),
        ("<ul><li>a<ul><li>b<ul><li>c<ul><li>d</ul></ul></ul></ul>", ["•", "◦", "▪", "▪"]),
        ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", ["1.", "a.", "b.", "2."]),
        ("<ol><li><p>a</p><p>b</p><li>c</ol>", ["1.", "", "2."]),
        ("<ol><li><ol><li>a</ol></ol>", ["1.\t1."]),
        ("<ol><li>a<li></ol>", ["1.", "2."]),
        ("<ul><li>a<li></ul>", ["•"]),
        ("<ol><li>§ 1 a<li>§ 2 b</ol>", ["", ""]),
        ("<ul><li>(1) a<li>(2) b</ul>", ["", ""]),
        ("<ol start=99999999999999999999><li>a</ol>", ["999999999."]),
        ("<ol type=i start=0><li>a</ol>", ["0."]),
    ],
)
def test_numbers_of_lists_are_those_a_browser_prints(body, expected):
    source = page(body)
    assert labels(source) == expected
    for run in source.runs:
        if source.lines[0].label and run.start == source.lines[0].start:
            assert run.kind is RunKind.GENERATED


def test_levels_and_indentation_of_lists():
    source = page("<ol><li>a<ol><li>b</ol></ol><p>c</p>")
    assert [line.list_level for line in source.lines] == [0, 1, None]
    assert [line.x0 for line in source.lines] == [30.0, 60.0, 0.0]
    assert lines(source) == ["1.\ta", "1.\tb", "c"]


def test_numbers_made_by_style_rules_are_told_of():
    assert "numbers_by_style" in notes(page("<p>x</p>", head="<style>li::before{content: counters(i, '.')}</style>"))
    assert "numbers_by_style" not in notes(page("<p>x</p>", head="<style>li{color:red}</style>"))


# --- tables -------------------------------------------------------------------------------------------------------------------


def test_a_row_of_data_is_a_line():
    source = page(
        "<table><caption>Preise</caption><tr><th>Leistung<th>Preis<tr><td>Wartung<br>im Jahr<td> 10&nbsp;€ </table>"
    )
    assert blocks(source) == ["Preise", "Leistung\tPreis", "Wartung im Jahr\t10 €"]
    assert [block.kind for block in source.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW]
    assert [block.table for block in source.blocks] == [None, 0, 0]


def test_a_table_that_places_text_is_read_cell_by_cell():
    assert blocks(page("<table><tr><td><p>Eins</p><p>Zwei</p><td><h2>Drei</h2><p>Vier</p></table>")) == [
        "Eins",
        "Zwei",
        "Drei",
        "Vier",
    ]
    assert blocks(page("<table><tr><td>Eins<tr><td>Zwei</table>")) == ["Eins", "Zwei"]


def test_a_label_in_a_cell_of_its_own_stands_before_its_text():
    source = page(f"<table><tr><td>§ 3<td>{TERMS}<tr><td>§ 4<td>Kurz</table>")
    assert [block[:9] for block in blocks(source)] == ["§ 3\tDer K", "§ 4\tKurz"]


def test_tables_in_tables():
    assert blocks(page("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>")) == ["a", "b\tc", "d"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<title>AGB</title><main><p>1. Eins</p><p>2. Zwei</p></main>", "1. Eins\n2. Zwei"),
        ("<html><head><title>AGB</title><article>Eins</article>", "Eins"),
        ("<title>AGB</title><section>Eins</section>Zwei<p>Drei</p>", "Eins\nZwei\nDrei"),
        ("<title>AGB</title><eigen-es>Eins</eigen-es><script>x</script><main>Zwei</main>", "Eins\nZwei"),
        ("<title>AGB</title><meta charset=utf-8><style>p{}</style><main>Eins</main>", "Eins"),
    ],
)
def test_a_page_whose_body_begins_without_saying_so_is_read(source, text):
    read = read_html(f"<!doctype html>{source}".encode(), "agb.html", ReadOptions(), silent)
    assert "\n".join(blocks(read)) == text


# --- marks --------------------------------------------------------------------------------------------------------------------


def test_small_numbers_before_sentences_are_marks_and_exponents_text():
    source = page("<p><sup>1</sup>Der Raum hat 5 m<sup>2</sup>. <sup>2</sup> Er ist hell. ³Mehr nicht.</p>")
    assert source.text == "Der Raum hat 5 m². Er ist hell. Mehr nicht."
    assert [(mark.text, source.text[mark.at :][:4]) for mark in source.marks] == [
        ("1", "Der "),
        ("2", "Er i"),
        ("3", "Mehr"),
    ]
    assert {mark.kind for mark in source.marks} == {MarkKind.SENTENCE_NUMBER}


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("49<sup>99</sup> EUR", "49⁹⁹ EUR"),
        ("49 <sup>99</sup> EUR", "49 ⁹⁹ EUR"),
        ("49<sup>99 EUR</sup>", "49⁹⁹ EUR"),
        ("49,<sup>99</sup> EUR", "49,99 EUR"),
        ("49<sup>,99</sup> EUR", "49,99 EUR"),
        ("10<sup>6</sup> EUR", "10⁶ EUR"),
        ("10<sup>-3</sup> g", "10⁻³ g"),
        ("3<sup>1</sup>/<sub>2</sub> Monate", "3¹/2 Monate"),
        ("100 EUR<sup>1,2)</sup> netto", "100 EUR¹,²) netto"),
        ("1<sup>st</sup> Level", "1st Level"),
        ("CO<sub>2</sub>-Preis", "CO2-Preis"),
    ],
)
def test_raised_figures_do_not_run_into_the_number_before_them(printed, text):
    assert page(f"<p>Der Preis beträgt {printed}.</p>").text == f"Der Preis beträgt {text}."


def test_figures_of_a_line_that_is_raised_as_a_whole_are_plain():
    assert page("<p><sup>Stand <b>12</b></sup></p>").text == "Stand 12"


def test_a_number_that_links_to_a_note_is_a_mark():
    source = page("<p>Preis<sup><a href='#n1'>1</a></sup> gilt</p><p><a id=n1>1</a> Netto</p>")
    assert blocks(source) == ["Preis gilt", "1 Netto"]
    assert [(mark.at, mark.text, mark.kind) for mark in source.marks] == [(5, "1", MarkKind.FOOTNOTE)]


# --- what is not part of the terms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("element", "cause"),
    [
        ("<p hidden>Geheim</p>", "not_displayed"),
        ("<p style='display: none !important'>Geheim</p>", "not_displayed"),
        ("<p class=weg>Geheim</p>", "not_displayed"),
        ("<noscript>Geheim</noscript>", "not_displayed"),
        ("<dialog>Geheim</dialog>", "not_displayed"),
        ("<span style='visibility:hidden'>Geheim</span>", "invisible"),
        ("<span style='opacity:0.0'>Geheim</span>", "invisible"),
        ("<span style='font-size:0'>Geheim</span>", "tiny"),
        ("<div style='position:absolute; left:-9999px'>Geheim</div>", "off_page"),
        ("<div style='text-indent:-9999px'>Geheim</div>", "off_page"),
    ],
)
def test_text_that_no_browser_shows_is_set_aside_and_told_of(element, cause):
    source = page(f"<p>Vor</p>{element}<p>Nach</p>", head="<style>.weg{display:none}</style>")
    assert blocks(source) == ["Vor", "Nach"]
    assert [(item.text, item.cause, item.reason) for item in source.ignored] == [
        ("Geheim", cause, IgnoredReason.HIDDEN)
    ]
    assert notes(source)["hidden_on_page"] == {"count": 1}


@pytest.mark.parametrize(
    "element", ["<p aria-hidden=true>Da</p>", "<p style='opacity:.5'>Da</p>", "<dialog open>Da</dialog>"]
)
def test_text_that_is_shown_stays_or_is_listed(element):
    source = page(f"{TERMS}{element}")
    assert "Da" in (blocks(source)[-1], *ignored(source, IgnoredReason.SIDE_TEXT))


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ("<nav>Start <a>AGB</a></nav>", IgnoredReason.HEADER),
        ("<header><h1>Firma</h1></header>", IgnoredReason.HEADER),
        ("<div role=navigation>Menü</div>", IgnoredReason.HEADER),
        ("<footer>Impressum</footer>", IgnoredReason.FOOTER),
        ("<div role=contentinfo>Impressum</div>", IgnoredReason.FOOTER),
        ("<div title='footer'><p>Seite 1</p></div>", IgnoredReason.FOOTER),
        ("<aside>Werbung</aside>", IgnoredReason.SIDE_TEXT),
        ("<div id='cookie-banner'>Wir nutzen Cookies</div>", IgnoredReason.SIDE_TEXT),
        ("<div class='x cmp consent'>Zustimmen</div>", IgnoredReason.SIDE_TEXT),
        ("<div role=dialog>Newsletter</div>", IgnoredReason.SIDE_TEXT),
    ],
)
def test_furniture_of_a_page_is_listed_with_its_reason(element, reason):
    source = page(f"{element}{TERMS}")
    assert len(blocks(source)) == 1
    assert len(ignored(source, reason)) == 1


@pytest.mark.parametrize(
    "body",
    [
        f"<header>{TERMS}</header>",
        f"<main><header><p>AGB</p></header>{TERMS}</main>",
        f"<footer>{TERMS}</footer><p>x</p>",
    ],
)
def test_what_holds_the_terms_is_no_furniture(body):
    assert page(body).ignored == ()


def test_lines_outside_the_pages_main_part_say_so():
    source = page(f"<p>Vorher</p><main>{TERMS}</main><div>Nachher</div>")
    assert [line.style for line in source.lines] == ["p outside main", "p", "div outside main"]


def test_struck_text_is_deleted_text():
    source = page("<p>Es gilt <del>alt</del> <ins>neu</ins></p>")
    assert source.text == "Es gilt neu"
    assert ignored(source, IgnoredReason.DELETED) == ["alt"]


def test_embedded_pages_are_not_loaded_and_that_is_said():
    source = page("<p>Text</p><iframe src='http://127.0.0.1:1/x'>Ersatz</iframe>")
    assert not source.complete
    assert notes(source)["embedded_files"] == {"count": 1}
    assert page("<p>x</p><iframe width=0 height=0></iframe>").complete


# --- characters ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>Größe 5 €".encode(),
        "\ufeff<html><p>Größe 5 €".encode(),
        "<html><p>Größe 5 €".encode("utf-16"),
        "<html><meta charset=windows-1252><p>Größe 5 €".encode("cp1252"),
        "<html><meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><p>Größe 5 €".encode("cp1252"),
        "<?xml version='1.0' encoding='ISO-8859-15'?><html><p>Größe 5 €".encode("iso-8859-15"),
        "<html><meta charset=utf-8><p>Größe 5 €".encode("cp1252"),
        "<html><meta charset=gibtesnicht><p>Größe 5 €".encode("cp1252"),
    ],
)
def test_encodings(data):
    assert read(data).text == "Größe 5 €"


def test_a_page_in_a_mime_message():
    data = (
        b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: image/png\r\n\r\nx\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>Gr=C3=B6=\r\n=C3=9Fe</p></html>\r\n--b--\r\n"
    )
    assert read(data).text == "Größe"


def test_a_message_without_a_page_is_refused():
    with pytest.raises(ExpectedError) as caught:
        read(b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--")
    assert caught.value.code is ErrorCode.DOCUMENT_DAMAGED


# --- hostile pages ------------------------------------------------------------------------------------------------------------


def test_entities_of_the_pages_own_are_never_used():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    assert read(f"{bomb}<html><p>&b; &x;</p>".encode()).text == "&b; &x;"


def test_deep_nesting_is_read_as_far_as_the_parser_goes_and_else_refused():
    assert read(b"<html>" + b"<div>" * 1500 + b"<p>Text" + b"</div>" * 1500).text == "Text"
    with pytest.raises(ExpectedError) as caught:
        read(b"<html>" + b"<div>" * 100_000 + b"<p>Text")
    assert caught.value.code is ErrorCode.DOCUMENT_DAMAGED


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "body",
    [
        "<p " + "a" * 5_000_000 + "=1>Text</p>",
        f"<p style='{'x:y;' * 200_000}' class='{'c ' * 200_000}'>Text</p>",
        "<ol><li>" * 600 + "Text",
        "<b><i>" * 900 + "Text",
        "<table><tr><td>" * 300 + "Text",
        "<nav>" * 900 + "Text",
        "<p></p>" * 100_000 + "Text",
        "<style>" + "@media x{" * 50_000 + "</style>Text",
        "<style>" + "a{" * 100_000 + "</style>Text",
    ],
    ids=["attribute", "style", "lists", "marks", "tables", "navs", "paragraphs", "at-rules", "rules"],
)
def test_monstrous_pages_end(body):
    assert page(body).text.endswith("Text")


def test_more_characters_than_allowed_are_refused():
    with pytest.raises(ExpectedError) as caught:
        page("<p>Zwölf Zeichen</p>", limit=5)
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE


# --- places -------------------------------------------------------------------------------------------------------------------

MARKUP = st.text(alphabet="aä \n1.", max_size=12)
TAGS = st.sampled_from(
    ["p", "b", "div", "ul", "ol", "li", "table", "tr", "td", "sup", "br", "span", "h2", "pre", "del", "nav"]
)


@st.composite
def markup(draw) -> str:
    parts = draw(st.lists(st.one_of(MARKUP, TAGS.map("<{}>".format), TAGS.map("</{}>".format)), max_size=30))
    return "".join(parts)


@given(markup())
def test_every_exact_run_is_found_at_its_place(body):
    data = f"<html><body>{body}</body></html>".encode()
    source = read(data)
    root = parsed(data)[0]
    for run in source.runs:
        if run.kind is RunKind.EXACT:
            element = root.xpath(run.element)[0]
            assert run.offset is not None
            content = "".join(element.itertext())
            assert content[run.offset :][: run.end - run.start] == source.text[run.start : run.end]


@given(markup())
def test_no_letter_is_lost(body):
    source = read(f"<html><body>{body}</body></html>".encode())
    root = parsed(f"<html><body>{body}</body></html>".encode())[0]
    printed = source.text + "".join(item.text for item in source.ignored)
    wanted = "".join(root.itertext())
    assert sum(map(str.isalpha, printed)) >= sum(map(str.isalpha, wanted))


# --- tags without end ---------------------------------------------------------------------------------------------------------


@pytest.mark.timeout(20)
def test_a_tag_with_more_attributes_than_any_program_writes_is_refused():
    with pytest.raises(ExpectedError) as caught:
        page(f"<p {' '.join(f'a{n}={n}' for n in range(200_000))}>Text</p>")
    assert caught.value.code is ErrorCode.DOCUMENT_DAMAGED


@pytest.mark.parametrize(
    "body",
    [
        f"<p data-x='{'a b ' * 5000}' title=\"{'a=1 ' * 5000}\">",
        f"<!-- <p {'wort ' * 5000} -->",
        f"<script>if (a<b) {{ {'c = d; ' * 5000} }}</script>",
        f"<p {' '.join(f'a{n}' for n in range(900))}>",
    ],
    ids=["quoted", "comment", "script", "nine hundred"],
)
def test_much_text_in_a_tag_is_no_attributes(body):
    assert page(f"{body}Text").text == "Text"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("body", ['<a "', "<a '", "<a <", "<!--", "<script>", "<a b='\""])
def test_tags_that_do_not_end_are_gone_through_once(body):
    assert parsed(f"<html><body>Text {body * 100_000}".encode())
