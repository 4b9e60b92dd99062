"""HTML and text of a paper in which everything occurs: nothing is lost, nothing hostile gets through, links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import html5lib
import pytest

from app.reporting.paper import Heading, Paper, Paragraph, Span, Style, Table, TableRow, Tone, plain
from app.reporting.printable import printable_lines
from app.reporting.tohtml import to_html
from app.reporting.totext import WIDTH, to_text
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.papers import HOSTILE, all_links, every_text, png, sample_paper
from tests.unit.reporting.report_example import ANALYSIS
from tests.unit.reporting.written import html_of

NOT_IN_TEXT = ("Inhalt", "Contents", "Stelle", "Place")  # of pages, and the first column's label
_SPACES = re.compile(r"\s+")


def words(text: str) -> str:
    return _SPACES.sub(" ", printable_lines(text)).strip()


def shown(page: bytes) -> str:
    """What a browser would show, read by a foreign reader that forgives nothing."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return words(" ".join(parser.parse(page.decode()).find("body").itertext()))


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_of_a_paper_is_on_the_page(lang: Lang) -> None:
    made = sample_paper(lang)
    page = shown(to_html(made)).replace(" ", "")
    for text in every_text(made):
        assert words(text).replace(" ", "") in page


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_of_a_paper_is_in_the_text(lang: Lang) -> None:
    made = sample_paper(lang, hostile=False)
    text = re.sub(r"[\s\[\]{}+-]|Betrag:", "", to_text(made).decode())
    for said in every_text(made):
        assert re.sub(r"[\s\[\]{}+-]", "", said) in text or said in NOT_IN_TEXT


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_itself_parses_strictly(lang: Lang) -> None:
    assert shown(html_of(ANALYSIS, lang).encode())


def test_links_lead_to_places_of_the_page_and_others_are_no_links() -> None:
    page = to_html(sample_paper("de")).decode()
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
    assert "nowhere" in all_links(sample_paper("de"))
    assert "nowhere" not in targets
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_nothing_on_the_page_is_loaded_or_run() -> None:
    page = to_html(sample_paper("de")).decode()
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!#|data:image/)', page) == []
    assert "default-src &#x27;none&#x27;" in page


@pytest.mark.parametrize("write", [to_html, to_text])
def test_control_characters_and_halves_of_characters_do_not_get_through(write) -> None:
    content = write(sample_paper("de")).decode()
    assert not set(content) & set("\x00\x08\x1b\x7f\x85\u202e\u2066\ufffe\uffff")
    assert "😀" in content


@pytest.mark.parametrize("lang", LANGS)
def test_the_text_fits_a_terminal(lang: Lang) -> None:
    assert max(map(len, to_text(sample_paper(lang)).decode().splitlines())) <= WIDTH


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert to_html(sample_paper("de")) == to_html(sample_paper("de"))
    assert to_text(sample_paper("de")) == to_text(sample_paper("de"))


def test_the_logo_is_in_the_file_and_its_kind_is_told() -> None:
    page = to_html(sample_paper("de", logo=png())).decode()
    assert 'src="data:image/png;base64,' in page
    jpeg = to_html(Paper("de", "T", "S", (), logo=b"\xff\xd8\xff\xe0")).decode()
    assert 'src="data:image/jpeg;base64,' in jpeg
    assert "<img" not in to_html(Paper("de", "T", "S", ())).decode()


def _only(*blocks: object) -> Paper:
    return Paper("de", "Titel", "", blocks)  # type: ignore[arg-type]


def lines_of(*blocks: object) -> list[str]:
    return to_text(_only(*blocks)).decode().splitlines()[2:]


def test_the_text_marks_what_went_and_came() -> None:
    diff = (Span("a ", Tone.DELETED), Span("b", Tone.INSERTED), Span(" 3 ", Tone.FILLED, title="Zahl"))
    assert lines_of(Paragraph(diff, Style.DIFF)) == ["  [-a -]{+b+}[Zahl:  3 ]"]


def test_short_values_stand_beside_their_labels_and_long_ones_below() -> None:
    assert lines_of(_table(("Ort", "hier", "Notiz"))) == ["Ort:                        hier (Notiz)"]
    long = "wort " * 60
    stacked = lines_of(_table(("Ort", long, "Notiz")))
    assert stacked[0] == "    Ort:"
    assert stacked[-1] == "      C: Notiz"


def _table(*rows: tuple[str, ...]) -> Table:
    cells = (TableRow(tuple(_cell(text) for text in row)) for row in rows)
    return Table(("A", "B", "C"), (0.3, 0.4, 0.3), tuple(cells), label_column=True)


def _cell(text: str):
    from app.reporting.paper import Cell

    return Cell((plain(text),))


def test_headings_are_underlined_up_to_the_second_level() -> None:
    assert lines_of(Heading(1, "Eins"), Heading(2, "Zwei"), Heading(3, "Drei")) == [
        *("", "Eins", "----"),
        *("", "Zwei", "...."),
        "Drei",
    ]


def test_hostile_headings_stay_text() -> None:
    page = to_html(_only(Heading(1, HOSTILE, 'x" onclick="y'))).decode()
    assert "<b>" not in page.split("<body>")[1]
    assert 'onclick="' not in page


def _attributes(page: str) -> Iterator[str]:
    yield from re.findall(r" ([a-z-]+)=", page)


def test_no_element_acts() -> None:
    assert not [name for name in _attributes(to_html(sample_paper("de")).decode()) if name.startswith("on")]
