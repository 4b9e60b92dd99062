from __future__ import annotations

import pytest

from app.importing.docx.formats import bullet, formatted, is_exact, letter, roman
from tests.unit.importing.made import labels, lines, notes, opened
from tests.unit.importing.word import abstract, docx, lvl, num, p, start_at, style, style_num, table

CONTRACT = abstract(
    1,
    lvl(0, "decimal", "§ %1"),
    lvl(1, "decimal", "%1.%2"),
    lvl(2, "lowerLetter", "%3)"),
    lvl(3, "lowerRoman", "(%4)"),
)


def numbered(*places: tuple[int, int], numbering: str) -> bytes:
    """One paragraph for each `(list, level)`."""
    return docx("".join(p("Text", num=list_id, level=level) for list_id, level in places), numbering=numbering)


def printed(data: bytes) -> str:
    """All labels in one line; a dash where a paragraph has none."""
    return " | ".join(label or "–" for label in labels(opened(data)))


def one_level(fmt: str, text: str, *, extra: str = "", start: int = 1) -> str:
    return abstract(1, lvl(0, fmt, text, extra=extra, start=start)) + num(1, 1)


def test_levels_are_printed_with_the_numbers_above_them():
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 0), (1, 1), (1, 2)]
    assert (
        printed(numbered(*places, numbering=CONTRACT + num(1, 1))) == "§ 1 | 1.1 | 1.2 | a) | b) | (i) | § 2 | 2.1 | a)"
    )


def test_a_level_without_one_above_counts_the_one_above_as_begun():
    assert printed(numbered((1, 1), (1, 1), (1, 0), (1, 1), numbering=CONTRACT + num(1, 1))) == "1.1 | 1.2 | § 2 | 2.1"


def test_a_skipped_level_is_begun_too():
    assert printed(numbered((1, 0), (1, 2), (1, 1), numbering=CONTRACT + num(1, 1))) == "§ 1 | a) | 1.2"


def test_lists_of_one_definition_count_together_until_one_starts_anew():
    numbering = CONTRACT + num(1, 1) + num(2, 1) + num(3, 1, start_at(0, 1))
    places = [(1, 0), (2, 0), (1, 0), (3, 0), (3, 0), (1, 0)]
    assert printed(numbered(*places, numbering=numbering)) == "§ 1 | § 2 | § 3 | § 1 | § 2 | § 3"


def test_a_start_override_is_used_again_whenever_the_level_restarts():
    numbering = CONTRACT + num(1, 1) + num(2, 1, start_at(1, 5))
    assert printed(numbered((1, 0), (1, 1), (2, 1), (2, 1), (1, 0), (2, 1), numbering=numbering)) == (
        "§ 1 | 1.1 | 1.5 | 1.6 | § 2 | 2.5"
    )


def test_a_level_that_never_restarts_counts_on():
    levels = (lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "(%2)", extra='<w:lvlRestart w:val="0"/>'))
    numbering = abstract(1, *levels) + num(1, 1)
    assert printed(numbered((1, 0), (1, 1), (1, 0), (1, 1), numbering=numbering)) == "I. | (1) | II. | (2)"


def test_a_level_may_restart_after_a_certain_level_only():
    levels = (
        lvl(0, "upperRoman", "%1."),
        lvl(1, "decimal", "(%2)"),
        lvl(2, "lowerLetter", "%3)", extra='<w:lvlRestart w:val="1"/>'),
    )
    numbering = abstract(1, *levels) + num(1, 1)
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert printed(numbered(*places, numbering=numbering)) == "I. | (1) | a) | (2) | b) | II. | a)"


def test_legal_numbering_prints_roman_parents_as_digits():
    levels = (lvl(0, "upperRoman", "Artikel %1"), lvl(1, "decimal", "%1.%2", extra="<w:isLgl/>"))
    assert printed(numbered((1, 0), (1, 1), numbering=abstract(1, *levels) + num(1, 1))) == "Artikel I | 1.1"


def test_an_overridden_level_looks_as_the_list_says_but_counts_with_the_definition():
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1)", start=3)}</w:lvlOverride>'
    numbering = one_level("decimal", "%1.") + num(2, 1, override)
    assert printed(numbered((1, 0), (2, 0), (1, 0), numbering=numbering)) == "1. | II) | 3."


def test_numbers_come_from_the_style_and_its_base():
    styles = (
        style("Normal")
        + style("H1", name="heading 1", base="Normal", ppr=style_num(1))
        + style("H2", name="heading 2", base="H1", ppr=style_num(None, 1))
        + style("H3", base="H2")
    )
    numbering = abstract(1, lvl(0, "decimal", "§ %1", style="H1"), lvl(1, "decimal", "(%2)", style="H2")) + num(1, 1)
    body = p("a", style="H1") + p("b", style="H2") + p("c", style="H3") + p("d", style="H1") + p("e", style="H2")
    assert printed(docx(body, styles=styles, numbering=numbering)) == "§ 1 | (1) | (2) | § 2 | (1)"


def test_the_level_of_a_style_is_the_one_linked_to_it():
    styles = style("Normal") + style("H1", ppr=style_num(1)) + style("H2", ppr=style_num(1))
    numbering = abstract(1, lvl(0, "decimal", "§ %1", style="H1"), lvl(1, "decimal", "(%2)", style="H2")) + num(1, 1)
    assert printed(docx(p("a", style="H1") + p("b", style="H2"), styles=styles, numbering=numbering)) == "§ 1 | (1)"


def test_list_zero_takes_the_number_of_the_style_away():
    styles = style("Normal") + style("H1", ppr=style_num(1))
    body = p("a", style="H1") + p("b", style="H1", num=0) + p("c", style="H1")
    assert printed(docx(body, styles=styles, numbering=one_level("decimal", "%1."))) == "1. | – | 2."


def test_a_definition_may_be_linked_through_a_list_style():
    styles = style("Normal") + style("Liste", kind="numbering", ppr=style_num(1))
    numbering = (
        abstract(1, lvl(0, "decimal", "%1)"), link='<w:styleLink w:val="Liste"/>')
        + abstract(2, link='<w:numStyleLink w:val="Liste"/>')
        + num(1, 1)
        + num(2, 2)
    )
    body = p("a", num=2, level=0) + p("b", num=1, level=0)
    assert printed(docx(body, styles=styles, numbering=numbering)) == "1) | 2)"


def test_links_and_styles_in_a_circle_end():
    styles = style("A", base="B", ppr=style_num(2)) + style("B", base="A")
    numbering = abstract(2, link='<w:numStyleLink w:val="A"/>') + num(2, 2)
    assert printed(docx(p("a", style="A"), styles=styles, numbering=numbering)) == "–"


@pytest.mark.parametrize("numbering", ["", num(1, 7), abstract(1)], ids=["no list", "no definition", "no instance"])
def test_a_number_that_leads_nowhere_is_no_number(numbering):
    assert printed(docx(p("a", num=1, level=0), numbering=numbering)) == "–"


def test_an_empty_numbered_paragraph_shows_and_counts_its_number():
    body = p("a", num=1, level=0) + p("", num=1, level=0) + p("b", num=1, level=0)
    assert lines(opened(docx(body, numbering=one_level("decimal", "%1.")))) == ["1.\ta", "2.", "3.\tb"]


@pytest.mark.parametrize(
    ("suff", "expected"), [("tab", "§ 1\tText"), ("space", "§ 1 Text"), ("nothing", "§ 1 Text"), ("", "§ 1\tText")]
)
def test_label_and_text_are_kept_apart(suff, expected):
    numbering = abstract(1, lvl(0, "decimal", "§ %1", suff=suff)) + num(1, 1)
    assert lines(opened(numbered((1, 0), numbering=numbering))) == [expected]


def test_bullets_are_printed_as_they_look():
    levels = (lvl(0, "bullet", "\uf0b7"), lvl(1, "bullet", "o"), lvl(2, "bullet", "-"))
    numbering = abstract(1, *levels) + num(1, 1)
    assert printed(numbered((1, 0), (1, 1), (1, 2), numbering=numbering)) == "• | ◦ | -"


@pytest.mark.parametrize(
    ("font", "char", "expected"),
    [
        ("Wingdings", "§", "▪"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings", "Ø", "➢"),
        ("Symbol", "·", "•"),
        ("Symbol", "\uf0b7", "•"),
        ("Courier New", "o", "◦"),
        ("Arial", "–", "–"),
    ],
)
def test_a_bullet_is_what_its_font_shows(font, char, expected):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:pPr>'
    numbering = abstract(1, lvl(0, "bullet", char).replace("<w:pPr>", fonts)) + num(1, 1)
    assert printed(numbered((1, 0), numbering=numbering)) == expected


def test_a_picture_as_bullet_is_a_bullet():
    level = lvl(0, "bullet", "").replace("<w:pPr>", '<w:lvlPicBulletId w:val="0"/><w:pPr>')
    assert printed(numbered((1, 0), numbering=abstract(1, level) + num(1, 1))) == "•"


def test_an_override_is_spent_where_the_list_begins():
    numbering = CONTRACT + num(1, 1, start_at(0, 5))
    assert printed(numbered((1, 0), (1, 0), (1, 0), numbering=numbering)) == "§ 5 | § 6 | § 7"


def test_text_boxes_are_numbered_apart():
    inner = p("A", num=1, level=0) + p("B", num=1, level=0)
    box = f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    body = p("a", num=1, level=0) + box + p("b", num=1, level=0)
    assert printed(docx(body, numbering=one_level("decimal", "%1."))) == "1. | 1. | 2. | 2."


def test_cells_are_numbered_row_by_row():
    body = table(*[[p(f"{row}{column}", num=1, level=0) for column in "ab"] for row in (1, 2)])
    assert lines(opened(docx(body, numbering=one_level("decimal", "%1.")))) == ["1.\t1a\t2.\t1b", "3.\t2a\t4.\t2b"]


def test_formats_that_are_only_approximated_are_noted():
    source = opened(numbered((1, 0), numbering=one_level("aiueo", "%1.")))
    assert labels(source) == ["1."]
    assert notes(source) == {"numbering_approximated": {"format": "aiueo"}}


@pytest.mark.parametrize(
    ("custom", "label", "noted"),
    [
        ("01, 02", "1", True),
        ("001, 002, 003, ...", "001", False),
        ("0001, 0002", "0001", False),
        ("a, ç, d", "1", True),
    ],
)
def test_a_format_that_only_new_word_knows_is_read_or_noted(custom, label, noted):
    custom = f'<w:numFmt w:val="custom" w:format="{custom}"/>'
    level = lvl(0, "decimal", "%1").replace(
        '<w:numFmt w:val="decimal"/>',
        f'<mc:AlternateContent><mc:Choice Requires="w14">{custom}</mc:Choice></mc:AlternateContent>',
    )
    source = opened(numbered((1, 0), numbering=abstract(1, level) + num(1, 1)))
    assert (labels(source), "numbering_approximated" in notes(source)) == ([label], noted)


def test_the_indentation_of_a_numbered_paragraph_is_where_its_number_stands():
    source = opened(numbered((1, 0), (1, 1), numbering=CONTRACT + num(1, 1)))
    assert [(line.x0, line.list_level) for line in source.lines] == [(0.0, 0), (36.0, 1)]


@pytest.mark.parametrize(
    ("number", "fmt", "expected"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (12, "decimalZero", "12"),
        (4, "lowerLetter", "d"),
        (26, "upperLetter", "Z"),
        (27, "upperLetter", "AA"),
        (28, "lowerLetter", "bb"),
        (0, "lowerLetter", "0"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "upperRoman", "0"),
        (3, "ordinal", "3."),
        (3, "decimalEnclosedParen", "(3)"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "none", ""),
        (7, "decimalZero3", "007"),
        (1, "cardinalText", "Eins"),
        (21, "cardinalText", "Einundzwanzig"),
        (101, "cardinalText", "Einhunderteins"),
        (2000, "cardinalText", "Zweitausend"),
        (10**6, "cardinalText", "1000000"),
        (1, "ordinalText", "Erste"),
        (3, "ordinalText", "Dritte"),
        (7, "ordinalText", "Siebte"),
        (12, "ordinalText", "Zwölfte"),
        (28, "ordinalText", "Achtundzwanzigste"),
        (100, "ordinalText", "Einhundertste"),
        (107, "ordinalText", "Einhundertsiebte"),
        (0, "ordinalText", "0."),
        (4, "chicago", "§"),
        (6, "chicago", "††"),
    ],
)
def test_numbers_in_their_format(number, fmt, expected):
    assert formatted(number, fmt) == expected
    assert is_exact(fmt)


def test_hostile_start_values_do_not_make_long_labels():
    assert max(map(len, (roman(10**9), letter(10**9)))) == 10


def test_unknown_bullets_are_bullets():
    assert bullet("\uf123") == "•"
