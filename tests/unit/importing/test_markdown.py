"""Markdown: what is printed of it, and where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.markdown import read_markdown
from app.importing.options import ReadOptions
from app.models.source import BlockKind, IgnoredReason, MarkKind, RunKind, SourceDocument
from app.progress import silent
from tests.unit.importing.made import blocks, ignored, labels, lines, notes, opened


def md(text: str) -> SourceDocument:
    return read_markdown(text.encode(), "agb.md", ReadOptions(max_characters=100_000), silent)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# AGB #\n\nText", ["AGB", "Text"]),
        ("AGB\n===\nText", ["AGB", "Text"]),
        ("Eins\nzwei\n\ndrei", ["Eins zwei", "drei"]),
        ("**Fett**, *schräg* und `Code`", ["Fett, schräg und Code"]),
        ("Siehe [§ 5](#haftung) und <https://muster.de> ![Bild](b.png)", ["Siehe § 5 und https://muster.de"]),
        (r"5 \* 3 &amp; &sect; 7 \# x", ["5 * 3 & § 7 # x"]),
        ("- Eins\n- Zwei", ["•\tEins", "•\tZwei"]),
        ("> Zitat", ["Zitat"]),
        ("    eingerückt\n    weiter", ["eingerückt weiter"]),
        ("```\na\n\nb\n```", ["a", "b"]),
        ("a\n\n---\n\nb", ["a", "b"]),
        ("Eins  \nzwei<br>drei", ["Eins zwei drei"]),
        ("<div><p>Eins</p>\n<p>Zwei</p></div>\n\nDrei", ["Eins", "Zwei", "Drei"]),
        ("[id]: http://x.de\n\nText [Verweis][id]", ["Text Verweis"]),
        ("2.1 Preise\n2.2 Haftung", ["2.1 Preise 2.2 Haftung"]),
    ],
)
def test_text_is_what_is_printed(text, expected):
    assert blocks(md(text)) == expected


def test_headings_have_levels_and_are_bold():
    source = md("# AGB\n\n### § 1 *Geltung*\n\n**Lead.** Text\n\nHaftung\n---")
    assert [line.outline for line in source.lines] == [0, 2, None, 1]
    assert [line.bold for line in source.lines] == [True, True, False, True]
    assert source.lines[2].bold_lead == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n2. b", ["1.", "2."]),
        ("3) a\n3) b", ["3)", "4)"]),
        ("1. a\n   1. b\n   2. c\n2. d", ["1.", "1.", "2.", "2."]),
        ("1. a\n\n   b\n2. c", ["1.", "", "2."]),
        ("- a\n  - b", ["•", "•"]),
    ],
)
def test_numbers_are_counted_as_printed(text, expected):
    assert labels(md(text)) == expected


def test_a_table_row_is_a_line():
    source = md("| Leistung | Preis |\n|---|---:|\n| **Wartung** | 10 € |")
    assert blocks(source) == ["Leistung\tPreis", "Wartung\t10 €"]
    assert {block.kind for block in source.blocks} == {BlockKind.TABLE_ROW}
    assert [line.bold for line in source.lines] == [True, False]


def test_a_wrapped_line_goes_on_and_a_short_one_ends():
    source = md("Der Kunde zahlt das vereinbarte Entgelt\nim Voraus und ohne jeden Abzug, so oft es\nfällig wird.")
    assert [line.full for line in source.lines] == [True, True, False]
    assert [line.block for line in source.lines] == [0, 0, 0]


def test_what_is_not_printed_is_listed():
    source = md("---\ntitle: AGB\n---\nText <!-- geheim --> hier\n\n<!-- mehr -->\n\n~~alt~~ neu")
    assert blocks(source) == ["Text hier", "neu"]
    assert ignored(source, IgnoredReason.HIDDEN) == ["title: AGB", "geheim", "mehr"]
    assert ignored(source, IgnoredReason.DELETED) == ["alt"]


def test_small_numbers_are_marks():
    source = md("<sup>1</sup>Satz eins. <sup>2</sup>Satz zwei hat 5 m<sup>2</sup>.\n\n<p><sup>1</sup>Noch einer</p>")
    assert blocks(source) == ["Satz eins. Satz zwei hat 5 m².", "Noch einer"]
    assert [(mark.at, mark.text) for mark in source.marks] == [(0, "1"), (11, "2"), (31, "1")]
    assert {mark.kind for mark in source.marks} == {MarkKind.SENTENCE_NUMBER}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_runs_point_into_the_file_whatever_its_line_ends(ends):
    text = "# AGB\n\n1. **Erstens** gilt\n   das.\n\n| a | b |\n|---|---|\n| c | d |\n".replace("\n", ends)
    source = md(text)
    for run in source.runs:
        if run.kind is RunKind.EXACT:
            assert run.offset is not None
            assert text[run.offset :][: run.end - run.start] == source.text[run.start : run.end]
    assert [run.offset for run in source.runs if run.kind is RunKind.GENERATED and run.offset is not None] == [
        text.index("1.")
    ]


def test_what_is_nested_too_deep_for_the_parser_is_read_as_text():
    text = ">" * 200 + " Tief\n\nText"
    assert "Tief" in md(text).text
    assert "Stern" in md("*a " * 300 + "Stern" + "*" * 300).text
    assert md(text).media_type == "text/markdown"


def test_old_encodings_are_told_of():
    source = opened("Größe".encode("cp1252"), "agb.md")
    assert source.text == "Größe"
    assert notes(source) == {"encoding_guessed": {"encoding": "Windows-1252"}}


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text", ["[" * 20_000, "*a " * 20_000, "- " * 500 + "x", "|a" * 10_000 + "\n" + "|-" * 10_000, "`" * 50_000]
)
def test_monstrous_files_end(text):
    assert md(text + "\n\nText").text.endswith("Text")


@given(st.text(alphabet="aä *_#->1.)|`[]()<!\\&;~\n\r\t", max_size=120))
def test_every_exact_run_is_found_in_the_file(text):
    source = md(text)
    for run in source.runs:
        if run.kind is RunKind.EXACT and run.element is None:
            assert run.offset is not None
            assert text[run.offset :][: run.end - run.start] == source.text[run.start : run.end]


@given(st.text(alphabet="aä *_#->1.)|`\n", max_size=120))
def test_no_letter_is_lost(text):
    source = md(text)
    printed = source.text + "".join(item.text for item in source.ignored)
    assert sum(map(str.isalpha, printed)) >= sum(map(str.isalpha, text)) - _of_fences(text)
    assert all(line.strip() for line in lines(source))


def _of_fences(text: str) -> int:
    """Letters of a fence's info string are printed nowhere."""
    return sum(
        sum(map(str.isalpha, line))
        for line in text.split("\n")
        if "```" in line or line.lstrip(" >-").startswith("```")
    )
