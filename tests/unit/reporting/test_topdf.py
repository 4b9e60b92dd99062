"""Papers as PDF, read back with foreign readers: PDFium and poppler find the text, its order, the links and the outline."""

from __future__ import annotations

import ctypes
import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pypdf
import pypdfium2
import pytest
from pypdfium2 import raw

from app.reporting.paper import (
    Bullets,
    Cell,
    Contents,
    Counts,
    Folded,
    Frame,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Tone,
    plain,
)
from app.reporting.pdf.fonts import clean
from app.reporting.pdf.layout import page_count
from app.reporting.topdf import to_pdf
from app.wording.lang import Lang
from tests.unit.reporting import written
from tests.unit.reporting.internal_marks import COMMENT, found_marks, internal_options, marked_analysis, outward_options
from tests.unit.reporting.papers import MADE_AT, all_links, every_text, png, sample_paper

WORDS = "Der Lieferant haftet für Schäden nur bei Vorsatz und grober Fahrlässigkeit "


def paper(*blocks: object, **kinds: object) -> Paper:
    return Paper("de", "Bericht", "", blocks, **kinds)  # type: ignore[arg-type]


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("A", "B", "C")) -> Table:
    made = tuple(TableRow(tuple(Cell((plain(text),)) for text in row)) for row in rows)
    return Table(columns, (1 / len(columns),) * len(columns), made)


def pages(data: bytes) -> list[str]:
    """The text of each page as PDFium reads it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


def body(data: bytes) -> str:
    return "".join(pages(data))


def bare(text: str) -> str:
    """Letters alone: readers end lines where they like, PDFium leaves out a hyphen at the end of one, tones have signs."""
    drawn = clean(text).replace("\u200b", "").replace("\u00ad", "")
    return "".join(
        c for c in unicodedata.normalize("NFC", drawn) if not c.isspace() and c not in "-\ufffd\x02\ufffe▲◆●■✓?"
    )


def blocks_alone(paper: Paper) -> Paper:
    """Without what runs along every page, which stands between the words."""
    return replace(paper, header="", footer="")


# --- text


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_pdfium_finds_every_text_of_the_paper_in_order(lang: str, landscape: bool) -> None:
    made = blocks_alone(sample_paper(lang, landscape=landscape, hostile=False))  # type: ignore[arg-type]
    found, at = bare(body(to_pdf(made))), 0
    for text in every_text(made):
        place = found.find(bare(text), at)
        if place < 0 and len(text) > 60:  # goes on behind a page's number
            place = found.find(bare(text[:30]), at)
        assert place >= 0, text
        at = place


@pytest.mark.needs_tool("pdftotext")
def test_poppler_finds_every_text_of_a_hostile_paper() -> None:
    made = blocks_alone(sample_paper("de"))
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=to_pdf(made), capture_output=True, check=True)
    found = bare(_without_lacking(read.stdout.decode("utf-8")))
    for text in every_text(made):
        for line in clean(_without_lacking(text)).splitlines():
            assert bare(line) in found


def _without_lacking(text: str) -> str:
    return re.sub("[𝔄𝔊𝔅]", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "äöüßÄÖÜẞ „Zitat“ – § 309 Nr. 7 BGB … 10.000\u00a0€ ½ ² †",
        "Łódź Čeština Ελληνικά Кириллица ſ",
        "→ ✓ ☐ ∑ ≤ ≥ ▲ ◆",
        "😀 beyond the first plane",
    ],
)
def test_what_the_fonts_have_can_be_searched(text: str) -> None:
    assert bare(text) in bare(body(to_pdf(paper(Paragraph(plain(text))))))


def test_what_no_font_has_is_a_sign_and_is_counted() -> None:
    found = body(to_pdf(paper(Paragraph(plain("合同 A 合")))))
    assert "\ufffd\ufffd A \ufffd" in found
    assert "3 (U+5408, U+540C)" in found


def test_more_different_signs_than_one_font_table_holds() -> None:
    text = " ".join(chr(code) for code in range(0x100, 0x380) if unicodedata.category(chr(code)) in ("Lu", "Ll"))
    assert bare(text) in bare(body(to_pdf(paper(Paragraph(plain(text))))))


def test_control_characters_and_signs_that_turn_text_round_are_seen() -> None:
    found = body(to_pdf(paper(Paragraph(plain("a\x00b \u202egnp.exe c\ud800d")))))
    assert found.count("\ufffd") == 3


def test_markup_is_text() -> None:
    assert "<b>&amp;</b><font size=90>" in body(to_pdf(paper(Paragraph(plain("<b>&amp;</b><font size=90>")))))


def test_a_word_between_two_looks_is_not_torn() -> None:
    spans = (Span("x " * 40), *(Span("Kündi"), Span("gungsfrist ", Tone.INSERTED)) * 8)
    lines = [line for line in body(to_pdf(paper(Paragraph(spans)))).splitlines() if "Kündi" in line]
    assert all(line.rstrip().endswith("gungsfrist") for line in lines)
    assert sum(line.count("Kündigungsfrist") for line in lines) == 8


# --- what is hostile by its size


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("a cell of 20,000 characters", [("x", (WORDS * 300)[:20_000], "y"), ("1", "2", "3")]),
        ("a word of 5,000 characters", [("W" * 5000, "a", "b")]),
        ("a thousand line ends", [("\n" * 1000, "a", "b")]),
        ("more cells than columns", [("a", "b", "c", "d", "e")]),
        ("fewer cells than columns", [("a",)]),
        ("an empty row", [()]),
        ("no rows", []),
    ],
)
def test_no_cell_is_too_large_or_too_odd(name: str, rows: list[tuple[str, ...]]) -> None:
    found = bare(body(to_pdf(paper(table(*rows)))))
    for row in rows:
        for text in row:
            words = text.split()
            assert all(found.count(word[:20]) >= words.count(word) for word in map(bare, set(words)) if len(word) > 5)


def test_all_characters_of_a_huge_word_are_there() -> None:
    assert body(to_pdf(paper(Paragraph(plain("W" * 5000))))).count("W") == 5000


def test_3000_rows_are_complete_and_in_order_under_a_head_on_every_page() -> None:
    rows = [(f"Z{number:04}", "Wert", "gut") for number in range(3000)]
    read = pages(to_pdf(paper(table(*rows, columns=("Stelle", "Wert", "Urteil")))))
    assert re.findall(r"Z\d{4}", "".join(read)) == [row[0] for row in rows]
    assert all("Urteil" in page for page in read)
    assert len(read) > 50


def test_a_head_taller_than_a_page_is_not_repeated_for_ever() -> None:
    assert len(pages(to_pdf(paper(table(("a", "b"), columns=(WORDS * 200, "B")))))) < 40


def test_twenty_narrow_columns() -> None:
    found = body(to_pdf(paper(table(("Haftung",) * 20, columns=("Spalte",) * 20), landscape=True)))
    assert found.count("Haft") == found.count("Spalte") == bare(found).count("Haftung") == 20


def test_frames_within_frames_stay_on_the_page() -> None:
    inner: Frame = Frame((Paragraph(plain("innen")),), Tone.HIGH)
    for _ in range(60):
        inner = Frame((inner,), Tone.LOW)
    assert "innen" in body(to_pdf(paper(inner)))


@pytest.mark.parametrize(
    "block",
    [
        Frame(()),
        Folded("", ()),
        Bullets(()),
        Counts(()),
        Lines(()),
        Contents(""),
        PageBreak(),
        Paragraph(()),
        Heading(9, ""),
        Table((), (), ()),
        Table(("A",), (0,), ()),
        Counts(tuple((number, WORDS, Tone.HIGH) for number in range(40))),
        Heading(1, "Titel", tag=Span(WORDS * 9, Tone.HIGH)),
        Heading(1, WORDS * 40),
    ],
)
def test_every_empty_or_swollen_block_can_be_written(block: object) -> None:
    assert "Bericht" in body(to_pdf(paper(block)))


@pytest.mark.parametrize("label", ["Zur Information · Begriffsbestimmung", WORDS * 3])
def test_long_tags_and_figures_are_complete(label: str) -> None:
    found = bare(body(to_pdf(paper(Heading(3, "Titel", tag=Span(label, Tone.INFO)), Counts(((7, label, Tone.HIGH),))))))
    assert found.count(bare(label)) == 2


def test_a_paper_without_anything_has_a_page() -> None:
    assert len(pages(to_pdf(Paper("de", "", "", ())))) == 1


# --- pages


def test_pages_are_numbered_with_their_count() -> None:
    read = pages(to_pdf(paper(Paragraph(plain("a")), PageBreak(), Paragraph(plain("b")))))
    assert ["Seite 1 von 2" in read[0], "Seite 2 von 2" in read[1]] == [True, True]


def test_english_papers_are_numbered_in_english() -> None:
    assert "Page 1 of 1" in body(to_pdf(replace(paper(Paragraph(plain("a"))), lang="en")))


def test_page_breaks_make_no_empty_pages() -> None:
    made = paper(PageBreak(), PageBreak(), Paragraph(plain("a")), PageBreak(), PageBreak(), Paragraph(plain("b")))
    assert len(pages(to_pdf(made))) == 3  # the title has one of its own


def test_header_and_footer_run_along_every_page() -> None:
    made = paper(*(Paragraph(plain(WORDS * 20)) for _ in range(20)), header="Kopf", footer="Fuß")
    read = pages(to_pdf(made))
    assert len(read) > 2
    assert all("Kopf" in page and "Fuß" in page for page in read)


def test_an_endless_footer_takes_three_lines_and_says_that_there_is_more() -> None:
    assert "…" in body(to_pdf(paper(footer=WORDS * 50)))


@pytest.mark.parametrize("between", [(), (Paragraph(plain("Worum es geht."), Style.SOFT),)])
def test_no_heading_stands_alone_at_the_end_of_a_page(between: tuple[Paragraph, ...]) -> None:
    for count in range(44, 54):
        lines = Paragraph(plain("\n".join(["Zeile"] * count)))
        read = pages(to_pdf(paper(lines, Heading(1, "Überschrift"), *between, table(("Inhalt", "b", "c")))))
        where = [number for number, page in enumerate(read) if "Überschrift" in page]
        assert where == [number for number, page in enumerate(read) if "Inhalt" in page]


def test_no_finding_is_parted_from_its_heading_and_no_page_is_left_empty() -> None:
    quote = Paragraph(plain(WORDS * 2), Style.QUOTE)
    made = paper(*(Frame((Heading(3, f"Hinweis {n:03}"), quote), Tone.HIGH) for n in range(100)))
    read = pages(to_pdf(made))
    assert all(page.count("Hinweis ") == page.count("Der Lieferant") / 2 for page in read)
    assert {page.count("Hinweis ") for page in read[1:-1]} == {read[1].count("Hinweis ")}
    assert len(read) < 11


def test_landscape_pages_are_wider_than_tall() -> None:
    page = pypdfium2.PdfDocument(to_pdf(paper(landscape=True)))[0]
    assert page.get_width() > page.get_height()


def test_a_paper_of_one_page_is_set_smaller_until_it_fits() -> None:
    made = paper(Paragraph(plain(WORDS * 62)), *(Paragraph(plain("kurz")) for _ in range(20)))
    assert page_count(made) == 2
    assert len(pages(to_pdf(replace(made, one_page=True)))) == 1


# --- ways through the document


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from 1) of every entry."""
    document = pypdfium2.PdfDocument(data)
    return [(item.level, item.get_title(), _page(item.get_dest())) for item in document.get_toc()]


def _page(dest: pypdfium2.PdfDest | None) -> int:
    index = dest.get_index() if dest else None
    return -1 if index is None else index + 1


def links(data: bytes) -> Iterator[tuple[int, str, int]]:
    """Page, words and goal of every link, all read by PDFium."""
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page, words = document[number], document[number].get_textpage()
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, position, link):
            box = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, box)
            text = words.get_text_bounded(box.left, box.bottom, box.right, box.top)
            goal = raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link))
            yield number + 1, text.strip(), goal + 1


def test_the_outline_has_every_heading_on_its_page() -> None:
    data = to_pdf(sample_paper("de", hostile=False))
    read = pages(data)
    entries = outline(data)
    assert [title for _, title, _ in entries] == [
        *("Hinweise", "Schwerwiegend", "1. Haftung ausgeschlossen", "2. Frist zu kurz", "Entscheidung"),
        *("Obergrenzen und Fristen", "Anhang: alle Klauseln", "§ 8 Haftung"),
    ]
    assert [level for level, _, _ in entries] == [0, 1, 2, 2, 3, 0, 0, 1]
    assert all(title in read[page - 1] for _, title, page in entries)


def test_links_lead_to_the_page_of_their_goal() -> None:
    data = to_pdf(sample_paper("de", hostile=False))
    read = pages(data)
    goals = {"Hinweis 1": "1. Haftung", "Hinweis 2": "2. Frist", "§ 8": "§ 8 Haftung", "Nr. 1": "Nr. 1"}
    found = list(links(data))
    assert {text for _, text, _ in found} >= set(goals)
    assert all(goals[text] in read[goal - 1] for _, text, goal in found if text in goals)


def test_a_link_that_leads_nowhere_is_text() -> None:
    assert "nowhere" in all_links(sample_paper("de"))
    assert "?" not in {text for _, text, _ in links(to_pdf(sample_paper("de", hostile=False)))}


def test_the_contents_name_the_pages_of_the_headings_and_lead_there() -> None:
    chapters = [
        block
        for number in range(120)
        for block in (Heading(1 + number % 2, f"Abschnitt {number:03}"), Paragraph(plain(WORDS * (number % 30))))
    ]
    data = to_pdf(paper(Contents("Inhalt"), PageBreak(), *chapters))
    where = {title: page for _, title, page in outline(data)}
    text = "".join(pages(data)[:4])
    listed = {f"Abschnitt {name}": int(page) for name, page in re.findall(r"Abschnitt (\d{3}) *\s*(\d+)\s", text)}
    assert listed == where
    assert {text: goal for _, text, goal in links(data) if text in where} == where


def test_the_same_anchor_twice_leads_to_the_first() -> None:
    made = paper(
        Paragraph(plain("hin", link="a")), Paragraph(plain("eins"), anchor="a"), PageBreak(), Heading(1, "zwei", "a")
    )
    assert [goal for _, _, goal in links(to_pdf(made))] == [1]


# --- what the file says of itself


def test_title_company_time_and_language_stand_in_the_properties() -> None:
    zone = timezone(timedelta(hours=1))
    data = to_pdf(replace(paper(), subtitle="Datei.docx", company="Muster GmbH", made_at=MADE_AT.astimezone(zone)))
    facts = pypdf.PdfReader(io.BytesIO(data))
    assert facts.metadata is not None
    assert facts.metadata.title == "Bericht: Datei.docx"
    assert facts.metadata.author == "Muster GmbH"
    assert facts.metadata.creation_date == MADE_AT
    assert facts.trailer["/Root"]["/Lang"] == "de-DE"


def test_who_and_when_are_left_out_where_they_are_not_given() -> None:
    data = to_pdf(paper())
    facts = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert facts is not None
    assert set(facts) == {"/Title", "/Creator", "/Producer"}
    assert b"anonymous" not in data
    assert str(datetime.now().year).encode() not in data  # noqa: DTZ005 - any clock


@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_outward_report_holds_nothing_internal_as_pdf(lang: Lang) -> None:
    marked = marked_analysis()
    outward = to_pdf(written.paper(marked, outward_options(marked, lang)))
    assert found_marks(outward) == []
    assert COMMENT in body(outward)
    assert found_marks(to_pdf(written.paper(marked, internal_options(marked, lang)))) != []


def test_anchors_are_not_in_the_file() -> None:
    made = paper(Heading(1, "Titel", "rule:intern.haftung"), Paragraph(plain("hin", link="rule:intern.haftung")))
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(made)))
    assert all("intern" not in str(reader.get_object(number)) for number in range(1, len(reader.xref[0]) + 1))


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert to_pdf(sample_paper("de")) == to_pdf(sample_paper("de"))


def test_all_fonts_are_embedded_as_parts() -> None:
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(sample_paper("de"))))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert len({str(font["/BaseFont"]) for font in fonts}) >= 3
    assert all("+" in font["/BaseFont"] and "/ToUnicode" in font for font in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_there_is_no_script_and_no_address_to_fetch() -> None:
    assert not re.search(rb"/(JavaScript|JS|URI|Launch|OpenAction|AA|EmbeddedFile)\b", to_pdf(sample_paper("de")))


# --- how it looks


def ink(data: bytes) -> set[tuple[int, int, int]]:
    picture = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")
    return {colour for count, colour in picture.getcolors(1 << 24) if count > 8}


@pytest.mark.parametrize(
    ("tone", "colour"),
    [
        (Tone.INSERTED, (0xE5, 0xF5, 0xE9)),
        (Tone.DELETED, (0xFD, 0xEA, 0xEA)),
        (Tone.HIGH, (0xA6, 0x1B, 0x1B)),
        (Tone.MEDIUM, (0x9A, 0x52, 0x00)),
        (Tone.LOW, (0x1D, 0x5A, 0x96)),
        (Tone.GOOD, (0x14, 0x63, 0x2D)),
    ],
)
def test_tones_have_their_colours(tone: Tone, colour: tuple[int, int, int]) -> None:
    assert colour in ink(to_pdf(paper(Paragraph(plain("██████ Haftung ", tone), Style.DIFF))))


def test_the_logo_is_drawn() -> None:
    assert (31, 78, 121) in ink(to_pdf(paper(logo=png())))
    assert (31, 78, 121) not in ink(to_pdf(paper()))


def test_a_logo_of_any_shape_fits() -> None:
    for size in ((4000, 10), (10, 1000), (1, 1)):
        assert len(pages(to_pdf(paper(logo=png(*size))))) == 1


@pytest.mark.needs_tool("pdfinfo")
def test_poppler_has_no_complaint() -> None:
    assert shutil.which("pdfinfo")
    read = subprocess.run(["pdfinfo", "-"], input=to_pdf(sample_paper("de")), capture_output=True, check=True)
    assert read.stderr == b""


def test_a_report_leaves_the_librarys_settings_as_they_were() -> None:
    from reportlab import rl_config

    before = rl_config.useA85
    to_pdf(sample_paper("de"))
    assert rl_config.useA85 == before == 1
