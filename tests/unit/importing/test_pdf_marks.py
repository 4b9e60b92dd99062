"""Raised numbers: of sentences, of footnotes, and powers; footnotes at the foot of the page."""

from __future__ import annotations

import re

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.models.source import BlockKind, MarkKind, SourceDocument
from tests.unit.importing.printed import Frame, Sheet, Terms, Type, words

BODY = Type(9)
TINY = 5.5


def printed(sheet: Sheet, *lines: str, x: float = 60, top: float = 100, body: Type = BODY) -> float:
    """Lines in which `^1^` is a small raised 1; the baseline of the next line."""
    for line in lines:
        left = x
        for i, part in enumerate(line.split("^")):
            kind = Type(TINY, font=body.font) if i % 2 else body
            sheet.line(left, top - (3.2 if i % 2 else 0), part, kind)
            left += stringWidth(part, kind.font, kind.size)
        top += body.step
    return top


def read(*lines: str) -> SourceDocument:
    sheet = Sheet()
    printed(sheet, *lines)
    return sheet.read()


def marks(document: SourceDocument) -> list[tuple[str, MarkKind, str]]:
    """Number, kind and the word behind (of a sentence) or before (of a note)."""
    found = []
    for mark in document.marks:
        if mark.kind is MarkKind.SENTENCE_NUMBER:
            word = document.text[mark.at :].split()[0]
        else:
            word = document.text[: mark.at].split()[-1]
        found.append((mark.text, mark.kind, word))
    return found


COUNTED = (
    "(1) ^1^Der Mieter zahlt die Miete am ersten Werktag. ^2^Er darf nur mit",
    "Forderungen aufrechnen, die anerkannt sind. ^3^Dies gilt nicht für solche",
    "aus demselben Vertrag.",
    "(2) ^1^Der Vermieter haftet bei Vorsatz. ^2^Im Übrigen haftet er nicht.",
)


@pytest.mark.parametrize("signs", [False, True], ids=["small digits", "characters"])
def test_the_numbers_of_sentences_become_marks(signs: bool) -> None:
    lines = [line.replace("^1^", "¹").replace("^2^", "²").replace("^3^", "³") if signs else line for line in COUNTED]
    document = read(*lines)
    plain = " ".join(line.replace("^1^", "").replace("^2^", "").replace("^3^", "") for line in COUNTED)
    assert words(document) == plain.split()
    number = MarkKind.SENTENCE_NUMBER
    expected = [("1", "Der"), ("2", "Er"), ("3", "Dies"), ("1", "Der"), ("2", "Im")]
    assert marks(document) == [(n, number, word) for n, word in expected]
    assert [document.text[m.at - 1 : m.at] for m in document.marks] == [" "] * 5


def test_a_sentence_number_at_the_end_of_a_line_belongs_to_the_sentence_on_the_next() -> None:
    document = read("(1) ^1^Der Mieter zahlt die Miete am ersten Werktag. ^2^", "Er darf nicht aufrechnen.")
    assert marks(document)[1] == ("2", MarkKind.SENTENCE_NUMBER, "Er")
    assert "Werktag. Er darf" in document.text


def test_a_mark_has_its_place_on_the_page() -> None:
    [mark, *_] = read(*COUNTED).marks
    assert mark.box is not None
    assert (mark.box.page, round(mark.box.bottom - mark.box.top)) == (1, 6)
    assert 60 < mark.box.x0 < 80


def test_one_raised_number_alone_counts_no_sentences() -> None:
    document = read("Der Mieter zahlt die Miete am ersten Werktag. ^1^Er darf nicht aufrechnen.")
    assert document.marks == ()
    assert "1" in words(document)


HEADED = (
    "1. Geltung",
    "^1^Diese Bedingungen gelten für jede Lieferung. ^2^Andere gelten nicht.",
    "2. Zahlung",
    "^1^Der Kunde zahlt sofort.",
)
LONE = (
    "Geltung",
    "^1^Diese Bedingungen gelten für jede Lieferung der Werkstatt.",
    "Zahlung",
    "^1^Der Kunde zahlt den vereinbarten Preis sofort bei Abholung.",
    "Verzug",
    "^1^Er haftet ohne Mahnung für jeden Schaden aus dem Verzug, auch wenn er ihn nicht zu vertreten hat.",
)


@pytest.mark.parametrize(("lines", "numbers"), [(HEADED, "121"), (LONE, "111")], ids=["counted", "only first ones"])
@pytest.mark.parametrize("signs", [False, True], ids=["small digits", "characters"])
def test_a_number_before_a_paragraph_below_its_heading_is_a_mark(
    lines: tuple[str, ...], numbers: str, signs: bool
) -> None:
    shown = [line.replace("^1^", "¹").replace("^2^", "²") if signs else line for line in lines]
    document = read(*shown)
    assert "".join(n for n, _, _ in marks(document)) == numbers
    assert words(document) == " ".join(lines).replace("^1^", "").replace("^2^", "").split()


def test_a_small_label_apart_from_its_text_is_no_mark() -> None:
    sheet = Sheet()
    for i, text in enumerate(("Der Mieter zahlt die Miete.", "Er haftet nicht.", "Die Kaution ist fällig.")):
        top = 100 + 30 * i
        sheet.line(60, top - 1.5, str(i + 1), Type(6.5))
        sheet.line(80, top, text, BODY)
    document = sheet.read()
    assert document.marks == ()
    assert document.text.split("\n")[1] == "2 Er haftet nicht."


def test_notes_at_the_foot_of_the_page_count_no_sentences() -> None:
    sheet = Sheet()
    printed(sheet, "Der Preis^1^ gilt netto und der Rabatt^2^ gilt nicht.", "Der Kunde zahlt.", top=100)
    printed(sheet, "^1^Zuzüglich der Steuer.", "^2^Auf Verlangen.", top=780, body=Type(7))
    assert {kind for _, kind, _ in marks(sheet.read())} == {MarkKind.FOOTNOTE}


def test_a_number_behind_a_heading_refers_to_a_note() -> None:
    document = read("§ 5 Preise^1^", "Der Preis gilt netto.")
    assert marks(document) == [("1", MarkKind.FOOTNOTE, "Preise")]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Der Preis^1^ gilt netto.", "Preis"),
        ("Alle Preise gelten netto.^1^ Der Kunde zahlt sofort.", "netto."),
        ("Der Kunde zahlt die Grundgebühr^1^, sobald er bestellt.", "Grundgebühr"),
        ("Der Preis¹ gilt netto.", "Preis"),
        ("Der Preis¹, gilt netto.", "Preis"),
    ],
)
def test_a_raised_number_close_behind_a_word_refers_to_a_note(line: str, word: str) -> None:
    document = read(line)
    assert [(n, k) for n, k, _ in marks(document)] == [("1", MarkKind.FOOTNOTE)]
    assert document.text == line.replace("^1^", "").replace("¹", "")
    assert marks(document)[0][2] == word


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Die Fläche hat 40 m^2^ und mehr.", "Die Fläche hat 40 m² und mehr."),
        ("Der Raum fasst 30 cm^3^ Wasser.", "Der Raum fasst 30 cm³ Wasser."),
        ("Es sind 10^3^ Stück zu liefern.", "Es sind 10³ Stück zu liefern."),
        ("Die Fläche hat 40 m² und 10³ Teile.", "Die Fläche hat 40 m² und 10³ Teile."),
    ],
)
def test_powers_stay(line: str, text: str) -> None:
    document = read(line)
    assert document.text == text
    assert document.marks == ()


def test_a_footnote_does_not_stand_inside_the_sentence_that_runs_over_the_page() -> None:
    terms, sheet = Terms(31), Sheet()
    first = " ".join(terms.clause(3) for _ in range(3))
    top = sheet.paragraph(Frame(60, 540, 0, 0), 80, first, BODY)
    top = printed(
        sheet,
        "Der Besteller bezahlt die gelieferten Gegenstände^1^ auf eigene Rechnung und verwahrt sie bis",
        top=top + 4,
    )
    printed(
        sheet,
        "^1^ Gegenstände sind bewegliche Sachen,",
        "auch solche, die erst herzustellen sind.",
        top=780,
        body=Type(7),
    )
    sheet.page()
    rest = "zur Abholung durch die Lieferantin, die ihm den Tag der Abholung rechtzeitig vorher meldet."
    sheet.paragraph(Frame(60, 540, 0, 0), 80, rest, BODY)
    document = sheet.read()
    note = "1 Gegenstände sind bewegliche Sachen, auch solche, die erst herzustellen sind."
    texts = [(document.text[b.start : b.end], b.kind) for b in document.blocks]
    assert texts[-1] == (note, BlockKind.NOTE)
    assert texts[-2][0].endswith("und verwahrt sie bis zur Abholung " + rest.split(" ", 2)[2])
    assert marks(document) == [("1", MarkKind.FOOTNOTE, "Gegenstände")]


def test_a_footnote_is_read_after_the_paragraph_that_refers_to_it() -> None:
    sheet = Sheet()
    top = printed(sheet, "1. Der Preis^1^ gilt netto.", top=100)
    printed(sheet, "2. Der Kunde zahlt sofort.", top=top + 6)
    printed(sheet, "^1^ Zuzüglich der Umsatzsteuer.", top=790, body=Type(7))
    document = sheet.read()
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.PARAGRAPH]
    assert document.text.split("\n")[1] == "1 Zuzüglich der Umsatzsteuer."


def test_small_print_without_a_reference_stays_where_it_is() -> None:
    sheet = Sheet()
    top = printed(sheet, "1. Der Preis gilt netto.", "2. Der Kunde zahlt sofort.", top=100)
    printed(sheet, "^1^ Zuzüglich der Umsatzsteuer.", top=top + 40, body=Type(7))
    document = sheet.read()
    assert document.text.endswith("Zuzüglich der Umsatzsteuer.")
    assert {b.kind for b in document.blocks} == {BlockKind.PARAGRAPH}


def shifted(sheet: Sheet, line: str, top: float, share: float, rise: float, size: float = 10) -> None:
    """A line in which `^1^` is raised and `_1_` lowered, in `share` of the size."""
    left = 60.0
    for sign, small, plain in re.findall(r"([\^_])(\w+?)[\^_]|([^\^_]+)", line):
        part = small or plain
        kind = Type(size * share if sign else size)
        lift = {"^": rise, "_": -rise / 2, "": 0.0}[sign]
        sheet.line(left, top - size * lift, part, kind)
        left += stringWidth(part, kind.font, kind.size)


@pytest.mark.parametrize("size", [10, 7])
@pytest.mark.parametrize("rise", [0.3, 0.4, 0.5])
@pytest.mark.parametrize("share", [0.5, 0.6, 0.7, 0.79, 0.8, 0.8333, 0.88])
def test_raised_and_lowered_figures_of_any_size_stay_in_their_line(share: float, rise: float, size: float) -> None:
    sheet = Sheet()
    before = ("Der Kunde lagert seine Kisten im Fach.", "Er zahlt die Miete für das Fach am Ersten.")
    for i, line in enumerate(before):
        sheet.line(60, 100 + 12 * i, line, Type(10))
    shifted(sheet, "Das Fach kostet 49^99^ Taler je m^2^ und die CO_2_-Abgabe trägt er.", 124, share, rise, size)
    sheet.line(60, 136, "Die Kisten holt er ab.", Type(10))
    document = sheet.read()
    assert "Das Fach kostet 49⁹⁹ Taler je m² und die CO₂-Abgabe trägt er." in document.text.replace("\n", " ")
    assert document.marks == ()


@pytest.mark.parametrize("share", [0.65, 0.8333])
def test_powers_stay_in_a_line_with_a_mark(share: float) -> None:
    sheet = Sheet()
    shifted(sheet, "Der Index^1^ gilt je m^2^, siehe Anlage, und für 10^6^ Taler.", 100, share, 0.35)
    document = sheet.read()
    assert document.text == "Der Index gilt je m², siehe Anlage, und für 10⁶ Taler."
    assert marks(document) == [("1", MarkKind.FOOTNOTE, "Index")]


def test_two_notes_stand_behind_the_paragraphs_that_refer_to_them() -> None:
    sheet = Sheet()
    printed(sheet, "1. Der Preis^1^ gilt netto.", top=100)
    printed(sheet, "2. Der Rabatt^2^ gilt nicht.", top=130)
    printed(sheet, "3. Der Kunde zahlt.", top=160)
    printed(sheet, "^1^ Zuzüglich der Steuer.", "^2^ Auf Verlangen.", top=780, body=Type(7))
    document = sheet.read()
    kinds = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert kinds == [
        (BlockKind.PARAGRAPH, "1. Der Preis gilt netto."),
        (BlockKind.NOTE, "1 Zuzüglich der Steuer."),
        (BlockKind.PARAGRAPH, "2. Der Rabatt gilt nicht."),
        (BlockKind.NOTE, "2 Auf Verlangen."),
        (BlockKind.PARAGRAPH, "3. Der Kunde zahlt."),
    ]


def test_notes_that_nothing_refers_to_count_no_sentences() -> None:
    sheet = Sheet()
    top = printed(sheet, "1. Der Preis gilt netto.", "2. Der Rabatt gilt nicht.", "3. Der Kunde zahlt sofort.", top=100)
    assert top < 700
    printed(sheet, "^1^ Zuzüglich der Steuer.", "^2^ Auf Verlangen.", top=780, body=Type(7))
    document = sheet.read()
    assert document.marks == ()
    assert document.text.endswith("1 Zuzüglich der Steuer.\n2 Auf Verlangen.")
