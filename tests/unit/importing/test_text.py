from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ErrorCode, ExpectedError
from app.importing import text
from app.importing.options import ReadOptions
from app.importing.text import read_text
from app.models.source import IgnoredReason, RunKind, SourceDocument
from app.progress import silent
from tests.unit.importing.made import blocks, ignored, lines, notes

WRAPPED = """\
§ 5 Haftung

(1) Der Anbieter haftet unbeschränkt für Schäden, die er
    vorsätzlich oder grob fahrlässig verursacht; das gilt
    auch für seine gesetzlichen Vertreter.
(2) Bei einfacher Fahrlässigkeit ist die Haftung auf den ver-
    tragstypischen Schaden begrenzt; Hard- und Software sowie
    die Co. KG bleiben außen vor.

Ende der Bedingungen
"""


def opened(text: str, *, limit: int = 10_000) -> SourceDocument:
    return read_text(text.encode(), "agb.txt", ReadOptions(max_characters=limit), silent)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    source = read_text("Gewährleistung für 5 € – „neu“".encode(encoding), "a.txt", ReadOptions(), silent)
    assert source.text == "Gewährleistung für 5 € – „neu“"
    expected = {"encoding_guessed": {"encoding": "Windows-1252"}} if encoding == "cp1252" else {}
    assert notes(source) == expected


def test_bytes_that_are_no_text_in_any_encoding_are_refused():
    with pytest.raises(ExpectedError) as caught:
        read_text(b"abc \x81\x8d\xff", "a.txt", ReadOptions(), silent)
    assert caught.value.code is ErrorCode.TEXT_UNDECODABLE


def test_a_broken_utf_16_file_is_not_taken_for_another_encoding():
    with pytest.raises(ExpectedError) as caught:
        read_text(b"\xff\xfeA\x00\x00\xd8", "a.txt", ReadOptions(), silent)
    assert caught.value.code is ErrorCode.TEXT_UNDECODABLE


def test_line_ends_of_all_systems():
    assert blocks(opened("a\r\nb\rc\nd\u2028e\x0cf")) == ["a", "b", "c", "d", "e", "f"]


def test_a_file_with_a_paragraph_a_line_keeps_its_lines_apart():
    long = "Der Kunde zahlt das vereinbarte Entgelt im Voraus. " * 6
    source = opened(f"1. Preise\n{long}\n2. Haftung\n{long}")
    assert blocks(source) == ["1. Preise", long.strip(), "2. Haftung", long.strip()]
    assert [block.paragraph for block in source.blocks] == [1, 2, 3, 4]


def test_short_lines_are_no_wrapped_paragraph():
    assert blocks(opened("Muster GmbH\nMusterweg 1\n12345 Musterstadt\nTelefon 123")) == [
        "Muster GmbH",
        "Musterweg 1",
        "12345 Musterstadt",
        "Telefon 123",
    ]


def test_hard_wrapped_lines_are_joined_and_hyphens_undone():
    source = opened(WRAPPED)
    assert blocks(source) == [
        "§ 5 Haftung",
        "(1) Der Anbieter haftet unbeschränkt für Schäden, die er vorsätzlich oder grob fahrlässig verursacht; das gilt "
        "auch für seine gesetzlichen Vertreter.",
        "(2) Bei einfacher Fahrlässigkeit ist die Haftung auf den vertragstypischen Schaden begrenzt; Hard- und Software "
        "sowie die Co. KG bleiben außen vor.",
        "Ende der Bedingungen",
    ]
    assert [line.x0 for line in source.lines] == [0, 0, 4, 4, 0, 4, 4, 0]
    assert [line.gap for line in source.lines] == [None, 1, 0, 0, 0, 0, 0, 1]


def test_lines_of_proportional_type_are_joined_though_they_differ_in_length():
    source = opened(
        "3. Fristen und Termine\n"
        "3.1 Die Kündigungsfrist beträgt drei Monate zum Ende eines Quartals, wenn nichts\n"
        "anderes vereinbart ist. Liefertermine sind\n"
        "nur verbindlich, wenn wir sie schriftlich bestätigt haben; im Zweifel gilt der spätere\n"
        "Termin.\n"
        "3.2 Gerät der Kunde mit der Zahlung in Verzug, so werden alle Forderungen aus der\n"
        "laufenden Geschäftsverbindung sofort fällig.\n"
        "4. Haftung\n"
    )
    assert [block[:12] for block in blocks(source)] == ["3. Fristen u", "3.1 Die Künd", "3.2 Gerät de", "4. Haftung"]
    assert [line.full for line in source.lines] == [False, True, False, True, False, True, False, False]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("den ver-", "tragstypischen", "den vertragstypischen"),
        ("Hard-", "und Software", "Hard- und Software"),
        ("Muster GmbH & Co.-", "KG", "Muster GmbH & Co.-KG"),
        ("EC-", "Karte", "EC-Karte"),
        ("zum 1. Januar -", "spätestens", "zum 1. Januar - spätestens"),
        ("Seite 1-", "bis zwei", "Seite 1- bis zwei"),
    ],
)
def test_hyphens_at_line_ends(first, second, expected):
    filler = "Der Anbieter haftet für alle Schäden, die auf "
    width = len(filler + first)
    text = f"{filler}{first}\n{second} {'x' * (width - len(second) - 1)}\n{'y' * width}\nEnde"
    assert expected in blocks(opened(text))[0]


# --- Markdown -----------------------------------------------------------------------------------------------------------------


def test_markdown_headings_are_look_not_text():
    source = opened("# AGB\n\n## § 1 Geltung\n\nText\n\nHaftung\n-------\n\nText #2")
    assert lines(source) == ["AGB", "§ 1 Geltung", "Text", "Haftung", "Text #2"]
    assert [line.outline for line in source.lines] == [0, 1, None, 1, None]
    assert [line.bold for line in source.lines] == [True, True, False, True, False]


@pytest.mark.parametrize(
    ("raw", "text", "bold", "lead"),
    [
        ("**§ 8 Haftung**", "§ 8 Haftung", True, 0),
        ("**Haftung:** Wir haften.", "Haftung: Wir haften.", False, 8),
        ("__Haftung__", "Haftung", True, 0),
        ("5 * 3 ** 2", "5 * 3 ** 2", False, 0),
        ("**", "**", False, 0),
        ("Name: ________", "Name: ________", False, 0),
    ],
)
def test_bold_marks_are_look_not_text(raw, text, bold, lead):
    (line,) = opened(raw).lines
    assert (opened(raw).text, line.bold, line.bold_lead) == (text, bold, lead)


def test_text_without_its_marks_is_called_repaired():
    kinds = [run.kind for run in opened("**Haftung:** Wir haften.").runs]
    assert kinds == [RunKind.REPAIRED, RunKind.REPAIRED]


def test_a_sentence_above_a_drawn_line_is_no_heading():
    assert [line.bold for line in opened("Stand Januar 2026.\n----\nText").lines] == [False, False]


def test_drawn_lines_part_paragraphs():
    assert blocks(opened("a\n-----\n* * *\n=====\nb")) == ["a", "b"]


# --- properties -----------------------------------------------------------------------------------------------------------------


def test_more_characters_than_allowed_are_refused():
    with pytest.raises(ExpectedError) as caught:
        opened("x" * 11, limit=10)
    assert caught.value.params["unit"] == "characters"


@given(st.text(alphabet="aä b-#*§1.()\u0308\u00a0\u00ad\u202eﬁ\n\r\t", max_size=200))
def test_every_exact_run_is_found_in_the_file(raw):
    data = raw.encode()
    source = read_text(data, "a.txt", ReadOptions(), silent)
    for run in source.runs:
        if run.kind is RunKind.EXACT:
            assert run.offset is not None
            assert raw[run.offset : run.offset + run.end - run.start] == source.text[run.start : run.end]


@given(st.text(max_size=200))
def test_the_map_covers_the_text(raw):
    source = read_text(raw.encode("utf-8", "ignore"), "a.txt", ReadOptions(), silent)
    assert [source.text[block.start : block.end] for block in source.blocks] == [
        text for text in source.text.split("\n") if text
    ]
    for line in source.lines:
        text = source.text[line.start : line.end]
        assert text == text.strip() != ""
        assert source.blocks[line.block].start <= line.start < line.end <= source.blocks[line.block].end


# --- encodings without a mark -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1252", "Windows-1252"),
        ("cp850", "DOS (CP850)"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
    ],
)
def test_an_encoding_that_is_only_likely_is_told_of(encoding, name):
    text = "§ 5 Gewährleistung für Händler. Die Größe ist übliche Ware, Änderungen möglich."
    source = read_text(text.encode(encoding), "a.txt", ReadOptions(), silent)
    assert source.text == text
    assert notes(source) == {"encoding_guessed": {"encoding": name}}


def test_quotation_marks_of_windows_are_no_umlauts_of_dos():
    text = "Der „kunde“ zahlt „jede“ Rechnung"
    assert read_text(text.encode("cp1252"), "a.txt", ReadOptions(), silent).text == text


# --- pages --------------------------------------------------------------------------------------------------------------------

PAGES = """\
Lieferbedingungen der Muster GmbH
1. Der Lieferer haftet für alle Schäden, die er bei der
Lieferung der Ware an den Sachen des Bestellers
Seite 1 von 3
\fLieferbedingungen der Muster GmbH
schuldhaft verursacht; weitere Rechte bleiben ihm so
lange erhalten, bis er bezahlt ist.

Seite 2 von 3
\fLieferbedingungen der Muster GmbH

2. Es gilt das Recht am Sitz des Lieferers, soweit das
zulässig vereinbart werden kann.
Seite 3 von 3
"""


def test_furniture_of_pages_is_listed_and_sentences_go_on_behind_it():
    source = opened(PAGES)
    assert blocks(source) == [
        "Lieferbedingungen der Muster GmbH",
        "1. Der Lieferer haftet für alle Schäden, die er bei der Lieferung der Ware an den Sachen des Bestellers "
        "schuldhaft verursacht; weitere Rechte bleiben ihm so lange erhalten, bis er bezahlt ist.",
        "2. Es gilt das Recht am Sitz des Lieferers, soweit das zulässig vereinbart werden kann.",
    ]
    assert ignored(source, IgnoredReason.PAGE_NUMBER) == ["Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"]
    assert ignored(source, IgnoredReason.HEADER) == ["Lieferbedingungen der Muster GmbH"] * 2


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("a\n- 1 -\nb\n- 2 -\nc", ["- 1 -", "- 2 -"]),
        ("a\n1/2\nb\n2/2\nc", ["1/2", "2/2"]),
        ("a\nSeite 4\nb\nSeite 5\nc", ["Seite 4", "Seite 5"]),
        (
            "a\nMuster AG | Seite 1 von 2\nb\nMuster AG | Seite 2 von 2",
            ["Muster AG | Seite 1 von 2", "Muster AG | Seite 2 von 2"],
        ),
        ("a\nSeite 1 von 1", ["Seite 1 von 1"]),
        ("a\n1/2\nb", []),
        ("a\n- 2 -\nb\n- 5 -", []),
        ("siehe Seite 3 von 7 der Anlage\nb", []),
        ("a\n1.\nb\n2.\nc", []),
        ("Kopf\n\fText eins\n\fText zwei\n\fText drei", []),
    ],
)
def test_page_numbers_are_told_by_form_and_by_counting_on(text, left_out):
    assert [item.text for item in opened(text).ignored] == left_out


@given(st.text(alphabet="aB 12/-\n\f", max_size=120))
def test_no_character_is_lost_among_pages(raw):
    source = read_text(raw.encode(), "a.txt", ReadOptions(), silent)
    printed = source.text + "".join(item.text for item in source.ignored)
    assert sum(map(str.isalnum, printed)) == sum(map(str.isalnum, raw))


@pytest.mark.timeout(30)
@pytest.mark.parametrize("raw", ["\f" * 200_000 + "x", "Kopf\nText\n\f" * 20_000, "1/2\n2/2\n" * 30_000 + "x"])
def test_monstrous_files_end(raw):
    assert opened(raw, limit=1_000_000).text


def test_white_space_without_end_is_refused_before_it_is_looked_at():
    with pytest.raises(ExpectedError) as caught:
        opened("Text" + "\n" * 400, limit=100)
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE
    assert caught.value.params == {"size": 404, "limit": 400, "unit": "characters"}


def test_too_many_lines_are_refused(monkeypatch):
    monkeypatch.setattr(text, "MAX_LINES", 10)
    assert opened("a\r\n" * 10).text.count("a") == 10
    with pytest.raises(ExpectedError) as caught:
        opened("a\r\n" * 11)
    assert caught.value.params == {"size": 11, "limit": 10, "unit": "lines"}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("zero", ["", "\u200b"], ids=["bare", "with zero widths between"])
def test_a_letter_with_marks_without_end_is_read(zero):
    source = opened("a" + f"\u0301{zero}" * 100_000, limit=1_000_000)
    assert source.text.count("\u0301") >= 99_999
