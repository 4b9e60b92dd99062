"""`read_pdf` on pages drawn here: reading order, furniture, hyphens, labels, hidden text, rotation, broken files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.importing.pdf import read_pdf
from app.models.source import BlockKind, IgnoredReason, RunKind, SourceDocument
from app.progress import Progress, silent

WIDTH, HEIGHT = 595, 842
LEADING = 12
PROSE = (
    "Der Anbieter erbringt seine Leistungen mit der Sorgfalt",
    "eines ordentlichen Kaufmanns und teilt dem Kunden jede",
    "Verzögerung mit, sobald sie ihm bekannt geworden ist und",
    "der Kunde daraus Folgen für seinen Betrieb ziehen muss.",
)

Draw = Callable[[Canvas], None]


def made(*pages: Draw, **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=True, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, texts: tuple[str, ...] | list[str], x: float = 70, top: float = 100) -> float:
    """Draw one line below the other; the place of the next one."""
    for text in texts:
        canvas.drawString(x, HEIGHT - top, text)
        top += LEADING
    return top


def read(data: bytes, progress: Progress = silent, **options: object) -> SourceDocument:
    return read_pdf(data, "x.pdf", ReadOptions(**options), progress)


def printed(document: SourceDocument) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def prose(*texts: str) -> Draw:
    return lambda canvas: lines(canvas, texts) and None


def test_a_paragraph_is_one_block_and_its_lines_are_kept() -> None:
    document = read(made(prose(*PROSE)))
    assert document.text == " ".join(PROSE)
    assert printed(document) == list(PROSE)
    assert len(document.blocks) == 1


def test_every_run_points_to_its_word_on_the_page() -> None:
    document = read(made(prose("Haftung und Verjährung")))
    run = document.runs[2]
    assert document.text[run.start : run.end] == "Verjährung"
    assert run.kind is RunKind.EXACT
    assert run.box is not None
    assert (run.box.page, round(run.box.bottom)) == (1, 102)
    assert 126 < run.box.x0 < 129


def two_columns(canvas: Canvas) -> None:
    canvas.drawString(
        70, HEIGHT - 60, "Allgemeine Bedingungen für Wartung und Pflege von Programmen und Anlagen aller Art"
    )
    for i in range(12):
        lines(canvas, [f"Links {i} steht ein Satz, der weitergeht und"], 60, 100 + i * LEADING)
        lines(canvas, [f"Rechts {i} steht ein anderer, der ebenso lang"], 310, 100 + i * LEADING)


def test_two_columns_are_read_one_after_the_other_below_a_heading_over_both() -> None:
    document = read(made(two_columns))
    texts = printed(document)
    assert texts[0].startswith("Allgemeine")
    assert [t.split()[:2] for t in texts[1:]] == [["Links", str(i)] for i in range(12)] + [
        ["Rechts", str(i)] for i in range(12)
    ]
    assert document.pages[0].columns == 2
    assert [document.lines[1].column, document.lines[-1].column] == [0, 1]
    assert document.lines[-1].x0 == 0


def test_three_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 7)
        for i in range(14):
            for column, x in enumerate((40, 220, 400)):
                canvas.drawString(x, HEIGHT - 100 - i * 9, f"{column} {i} hier steht der Text einer Spalte, die schmal")

    document = read(made(draw))
    assert [line.split()[0] for line in printed(document)] == ["0"] * 14 + ["1"] * 14 + ["2"] * 14
    assert {line.column for line in document.lines} == {0, 1, 2}


def test_a_full_width_line_between_columns_is_read_between_them() -> None:
    def draw(canvas: Canvas) -> None:
        for part, top in enumerate((100, 300)):
            for i in range(8):
                lines(canvas, [f"Links {part}{i} steht ein Satz, der weitergeht"], 60, top + i * LEADING)
                lines(canvas, [f"Rechts {part}{i} steht ein anderer, ebenso lang"], 310, top + i * LEADING)
        canvas.drawString(
            60, HEIGHT - 250, "Zweiter Teil: Besondere Bestimmungen für die Miete von Geräten und Anlagen aller Art"
        )

    order = [t.split()[0][0] + t.split()[1][:1] for t in printed(read(made(draw)))]
    assert order == ["L0"] * 8 + ["R0"] * 8 + ["ZT"] + ["L1"] * 8 + ["R1"] * 8


def test_labels_in_the_margin_begin_the_line_of_their_text() -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(6):
            top = 100 + i * 3 * LEADING
            canvas.drawString(70, HEIGHT - top, f"({i + 1})")
            lines(canvas, PROSE[:2], 100, top)

    document = read(made(draw))
    assert document.pages[0].columns == 1
    assert printed(document)[:3] == ["(1) " + PROSE[0], PROSE[1], "(2) " + PROSE[0]]
    assert [line.x0 for line in document.lines[:3]] == [0, 30, 0]
    assert len(document.blocks) == 6


def test_two_columns_with_labels_in_the_margin_are_cut_between_the_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        for i in range(10):
            for x, side in ((50, "Links"), (310, "Rechts")):
                canvas.drawString(x, HEIGHT - 100 - i * 22, f"{i + 1}.")
                canvas.drawString(x + 18, HEIGHT - 100 - i * 22, f"{side} steht ein Satz, der in seiner Spalte in")
                canvas.drawString(x + 18, HEIGHT - 111 - i * 22, "der nächsten Zeile eingerückt weitergeht, ja.")

    texts = printed(read(made(draw)))
    assert [t for t in texts if t[0].isdigit()] == [
        f"{i + 1}. {side} steht ein Satz, der in seiner Spalte in" for side in ("Links", "Rechts") for i in range(10)
    ]


def furnished(number: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, HEIGHT - 40, "Muster GmbH, Bedingungen, Stand Mai")
        lines(canvas, [f"Seite {number} beginnt hier mit einem Satz.", *PROSE, f"Und endet auf {number} hier."])
        canvas.drawCentredString(WIDTH / 2, 30, f"- {number} -")

    return draw


def test_running_headers_and_page_numbers_are_left_out_but_listed() -> None:
    document = read(made(*map(furnished, (1, 2, 3))))
    assert "Muster GmbH" not in document.text
    assert "- 2 -" not in document.text
    assert "Seite 2 beginnt" in document.text
    reasons = [(i.reason, i.page) for i in document.ignored]
    assert reasons.count((IgnoredReason.HEADER, 2)) == 1
    assert reasons.count((IgnoredReason.PAGE_NUMBER, 3)) == 1
    assert all(i.box is not None for i in document.ignored)


def test_a_page_printed_twice_is_text_on_both() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE, top=60)

    document = read(made(draw, draw))
    assert printed(document) == [*PROSE, *PROSE]
    assert document.ignored == ()


def test_the_same_page_over_and_over_is_not_all_furniture() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE[:1], top=60)
        lines(canvas, PROSE[1:2], top=700)

    assert printed(read(made(draw, draw, draw))) == list(PROSE[:2]) * 3


def test_a_header_with_an_addition_on_one_page_is_a_header_there_too() -> None:
    def draw(number: int) -> Draw:
        def page(canvas: Canvas) -> None:
            addition = " – letzte Fassung" if number == 2 else ""
            canvas.drawString(70, HEIGHT - 40, "Bedingungen für Wartung und Pflege" + addition)
            lines(canvas, [f"Teil {'abc'[number]} beginnt.", *PROSE])

        return page

    assert [i.reason for i in read(made(*map(draw, range(3)))).ignored] == [IgnoredReason.HEADER] * 3


def test_a_clause_label_at_the_top_of_each_page_is_no_header() -> None:
    def draw(number: int) -> Draw:
        def page(canvas: Canvas) -> None:
            canvas.drawString(70, HEIGHT - 60, f"{number}.{number}.")
            canvas.drawString(110, HEIGHT - 60, f"{('Haftung', 'Miete', 'Ende')[number]} des Vertrages")
            lines(canvas, PROSE, 110, 72)

        return page

    document = read(made(*map(draw, range(3))))
    assert printed(document)[0] == "0.0. Haftung des Vertrages"
    assert document.ignored == ()


def test_a_page_number_alone_on_a_single_page_needs_a_word_or_its_place() -> None:
    document = read(made(lambda c: (lines(c, PROSE), c.drawString(280, 30, "Seite 1 von 1"))))
    assert [i.text for i in document.ignored] == ["Seite 1 von 1"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Der Kunde prüft jede Rechnung nach ihrem Eingang unverzüg-", "lich und rügt sie.", "unverzüglich"),
        ("Der Anbieter liefert nach Bestellung des Kunden die Hard-", "und Software.", "Hard- und Software"),
        ("Für den Vertrag der Parteien gilt ergänzend das gesamte EU-", "Recht.", "EU-Recht"),
    ],
)
def test_line_end_hyphens_are_undone_only_where_the_typesetter_put_them(first: str, second: str, text: str) -> None:
    assert text in read(made(prose(*PROSE, first, second))).text


def test_words_around_an_undone_hyphen_are_repaired_and_the_lines_keep_their_starts() -> None:
    document = read(made(prose("Der Kunde prüft jede Rechnung nach ihrem Eingang unverzüg-", "lich und rügt sie.")))
    first, second = document.lines
    assert document.text[first.start : first.end].endswith("unverzüg")
    assert document.text[second.start : second.end] == "lich und rügt sie."
    [run] = [r for r in document.runs if r.kind is RunKind.REPAIRED]
    assert document.text[run.start : run.end] == "unverzüg"


def test_a_hyphen_at_the_end_of_a_page_is_undone() -> None:
    document = read(
        made(prose(*PROSE[:3], "Der Kunde prüft seine Rechnungen nach Eingang unverzüg-"), prose("lich genau."))
    )
    assert "unverzüglich genau" in document.text


def test_bold_headings_and_bold_leads_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(70, HEIGHT - 100, "§ 8 Haftung")
        canvas.drawString(70, HEIGHT - 130, "1. Vorsatz:")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(150, HEIGHT - 130, "Der Anbieter haftet.")

    heading, lead = read(made(draw)).lines
    assert (heading.bold, heading.size, heading.gap) == (True, 12.0, None)
    assert (lead.bold, lead.bold_lead, lead.gap) == (False, len("1. Vorsatz:"), pytest.approx(1.5, abs=0.02))


def test_centred_underlined_and_full_lines_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawCentredString(200, HEIGHT - 80, "Bedingungen")
        lines(canvas, PROSE)
        canvas.drawString(70, HEIGHT - 170, "Zahlung")
        canvas.line(70, HEIGHT - 171.5, 105, HEIGHT - 171.5)

    look = read(made(draw)).lines
    assert [line.centered for line in look] == [True, False, False, False, False, False]
    assert [line.underlined for line in look] == [False] * 5 + [True]
    assert [line.full for line in look[1:4]] == [True, True, True]


def test_indented_text_is_not_centred_where_its_middle_happens_to_be_the_columns() -> None:
    def draw(canvas: Canvas) -> None:
        top = 100.0
        width = canvas.stringWidth("1. " + PROSE[0])
        for i in range(4):
            canvas.drawString(70, HEIGHT - top, f"{i + 1}. {PROSE[0]}")
            canvas.drawString(95, HEIGHT - top - LEADING, "ohne Verzug weiter.")
            if i == 3:  # as wide as the indentation leaves on the other side
                canvas.drawRightString(70 + width - 25, HEIGHT - top - LEADING, "bis zum Ende des Vertrages gilt.")
            top += 2 * LEADING

    document = read(made(draw))
    assert not any(line.centered for line in document.lines)
    assert len(document.blocks) == 4


def shifted(*shifts: tuple[float, float]) -> SourceDocument:
    """Pages of text that begin and end this many points further right than (70, 400)."""

    def page(left: float, right: float) -> Draw:
        def draw(canvas: Canvas) -> None:
            for i, text in enumerate(PROSE):
                canvas.drawString(70 + left, HEIGHT - 100 - i * LEADING, text.split()[0])
                canvas.drawRightString(400 + right, HEIGHT - 100 - i * LEADING, " ".join(text.split()[1:]))

        return draw

    return read(made(*(page(*s) for s in shifts)))


@pytest.mark.parametrize(
    ("shifts", "indentations"),
    [
        (((0, 0), (30, 0), (30, 0)), [0, 30, 30]),
        (((30, 0), (0, 2), (30, 0)), [30, 0, 30]),
        (((0, 0), (30, 30), (0, 0), (30, 30)), [0, 0, 0, 0]),
        (((-30, 30), (0, 0), (0, 0)), [0, 0, 0]),
        (((0, 0), (90, 0)), [0, 0]),
    ],
    ids=["first page", "one page of three", "mirrored margins", "wider text on one page", "too far off"],
)
def test_the_left_edge_is_the_outermost_of_the_pages_of_one_layout(
    shifts: tuple[tuple[float, float], ...], indentations: list[float]
) -> None:
    document = shifted(*shifts)
    assert [round(line.x0) for line in document.lines[:: len(PROSE)]] == indentations


def hidden(canvas: Canvas) -> None:
    lines(canvas, PROSE)
    canvas.setFillGray(1)
    canvas.drawString(70, 500, "weiß auf weiß")
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 1)
    canvas.drawString(70, 480, "winzig")
    canvas.setFont("Helvetica", 10)
    canvas.saveState()
    text = canvas.beginText(70, 460)
    text.setTextRenderMode(3)  # stays until the state is restored
    text.textOut("unsichtbar")
    canvas.drawText(text)
    canvas.restoreState()
    canvas.drawString(-300, 440, "daneben")
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(0, 0, 50, 50)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(70, 420, "abgeschnitten")
    canvas.restoreState()
    canvas.drawString(70, 400, "überdeckt")
    canvas.setFillGray(1)
    canvas.rect(60, 395, 200, 20, stroke=0, fill=1)


def test_what_nobody_sees_is_listed_as_hidden() -> None:
    document = read(made(hidden))
    assert document.text == " ".join(PROSE)
    assert {(i.reason, i.cause, i.text) for i in document.ignored} == {
        (IgnoredReason.HIDDEN, "white", "weiß auf weiß"),
        (IgnoredReason.HIDDEN, "tiny", "winzig"),
        (IgnoredReason.HIDDEN, "invisible", "unsichtbar"),
        (IgnoredReason.HIDDEN, "off_page", "daneben"),
        (IgnoredReason.HIDDEN, "clipped", "abgeschnitten"),
        (IgnoredReason.HIDDEN, "covered", "überdeckt"),
    }


def test_white_type_on_a_dark_area_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(60, HEIGHT - 110, 300, 20, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(70, HEIGHT - 104, "Haftung")

    assert read(made(draw)).text == "Haftung"


def test_text_along_the_side_is_no_text_of_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE)
        canvas.rotate(90)
        canvas.drawString(100, -30, "Form 4711")

    document = read(made(draw))
    assert [(i.reason, i.text) for i in document.ignored] == [(IgnoredReason.SIDE_TEXT, "Form 4711")]


# Where a page's displayed lower left corner lies; reportlab swaps the sides of pages turned by 90 and 270 degrees.
SHIFT = {0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_rotated_page_is_read_as_displayed(rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.translate(*SHIFT[rotation])
        canvas.rotate(rotation)
        canvas.drawString(70, 300, PROSE[0])
        canvas.drawString(70, 288, PROSE[1])

    document = read(made(draw))
    page = document.pages[0]
    assert document.text == " ".join(PROSE[:2])
    assert page.rotation == rotation
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    box = document.lines[0].box
    assert box is not None
    assert (round(box.x0), round(page.height - box.bottom)) == (70, 298)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_matrix_leads_back_to_user_space(rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        right, upper = (WIDTH, HEIGHT) if rotation in (0, 180) else (HEIGHT, WIDTH)
        canvas.setCropBox((20, 30, right - 10, upper - 5))
        canvas.translate(*SHIFT[rotation])
        canvas.rotate(rotation)
        canvas.drawString(100, 200, "Haftung")

    document = read(made(draw))
    a, b, c, d, e, f = document.pages[0].to_user_space
    box = document.lines[0].box
    assert box is not None
    x, y = a * box.x0 + c * box.bottom + e, b * box.x0 + d * box.bottom + f
    corner = {0: (100, 198), 90: (HEIGHT - 198, 100), 180: (WIDTH - 100, HEIGHT - 198), 270: (198, WIDTH - 100)}
    assert (round(x), round(y)) == corner[rotation]


def table(canvas: Canvas) -> None:
    rows = (("Leistung", "Preis"), ("Wartung je Monat", "120 Euro"), ("Anfahrt", "45 Euro"))
    lines(canvas, ["Es gelten diese Preise:"], top=80)
    canvas.grid([70, 250, 400], [HEIGHT - 100 - 20 * i for i in range(4)])
    for i, row in enumerate(rows):
        for x, cell in zip((75, 255), row, strict=True):
            canvas.drawString(x, HEIGHT - 114 - 20 * i, cell)
    lines(canvas, ["Alle Preise sind netto."], top=200)


def test_a_ruled_table_is_read_row_by_row() -> None:
    document = read(made(table))
    assert document.text.split("\n") == [
        "Es gelten diese Preise:",
        "Leistung\tPreis",
        "Wartung je Monat\t120 Euro",
        "Anfahrt\t45 Euro",
        "Alle Preise sind netto.",
    ]
    kinds = [(b.kind, b.table) for b in document.blocks]
    assert kinds[1:4] == [(BlockKind.TABLE_ROW, 0)] * 3
    assert kinds[4] == (BlockKind.PARAGRAPH, None)


def test_a_number_in_a_cell_begins_the_line_of_the_text_beside_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([70, 110, 500], [HEIGHT - 100 - 30 * i for i in range(3)])
        for i in range(2):
            canvas.drawString(75, HEIGHT - 112 - 30 * i, f"1.{i + 1}.")
            lines(canvas, PROSE[:2], 115, 112 + 30 * i)

    assert printed(read(made(draw))) == ["1.1. " + PROSE[0], PROSE[1], "1.2. " + PROSE[0], PROSE[1]]


def test_a_box_round_a_paragraph_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 150, 400, 80)
        lines(canvas, PROSE)

    assert {b.kind for b in read(made(draw)).blocks} == {BlockKind.PARAGRAPH}


def test_a_page_without_text_is_told_and_the_others_are_read() -> None:
    document = read(made(prose(*PROSE), lambda canvas: canvas.rect(10, 10, 50, 50) and None))
    assert document.unread_pages == (2,)
    assert [(w.code, w.page) for w in document.warnings if w.page] == [("page_without_text", 2)]
    assert not document.complete
    assert len(document.pages) == 2


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.rect(0, 0, 595, 842, stroke=0, fill=1)


@pytest.mark.parametrize("draw", [lambda _: None, lambda canvas: canvas.drawString(70, 700, " "), white])
def test_a_page_on_which_nothing_is_printed_is_read_and_no_word_is_lost_about_it(
    draw: Callable[[Canvas], None],
) -> None:
    document = read(made(prose(*PROSE), draw))
    assert (document.unread_pages, document.complete, len(document.pages)) == ((), True, 2)
    assert not [note for note in document.warnings if note.page == 2]


def test_blank_pages_beside_a_page_without_text_are_no_document() -> None:
    assert code_of(made(lambda canvas: canvas.rect(10, 10, 50, 50) and None, lambda _: None)) is ErrorCode.PDF_NO_TEXT
    assert code_of(made(lambda _: None)) is ErrorCode.PDF_NO_TEXT


def test_hidden_text_is_told_of() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE)
        canvas.setFillGray(1)
        canvas.drawString(75, 200, "Der Kunde haftet unbegrenzt.")

    document = read(made(draw))
    assert [dict(note.params) for note in document.warnings if note.code == "hidden_text"] == [{"count": 1}]
    assert "hidden_text" not in [note.code for note in read(made(prose(*PROSE))).warnings]


def code_of(data: bytes, **options: object) -> ErrorCode:
    with pytest.raises(ExpectedError) as caught:
        read(data, **options)
    return caught.value.code


def test_a_document_without_any_text_is_refused() -> None:
    assert code_of(made(lambda canvas: canvas.rect(10, 10, 50, 50) and None)) is ErrorCode.PDF_NO_TEXT


def test_a_document_whose_pages_cannot_be_decoded_is_damaged_and_not_a_scan() -> None:
    data = made(prose(*PROSE), prose(*PROSE))
    broken = re.sub(rb"(?<=stream\n)Ga[^~]+~>", lambda m: b"!" * (len(m[0]) - 2) + b"~>", data)
    assert broken != data
    assert code_of(broken) is ErrorCode.PDF_DAMAGED


def test_want_of_memory_is_not_told_as_a_damaged_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("app.importing.pdf.pdfium.drawings_of", exhausted)
    with pytest.raises(MemoryError):
        read(made(prose(*PROSE)))


def test_a_page_that_cannot_be_decoded_is_told_as_damaged() -> None:
    data = made(prose(*PROSE), prose(*PROSE[:2]))
    broken = re.sub(rb"(?<=stream\n)Ga[^~]+~>", lambda m: b"!" * (len(m[0]) - 2) + b"~>", data, count=1)
    document = read(broken)
    assert [(w.code, w.page) for w in document.warnings] == [("page_damaged", 1)]
    assert document.unread_pages == (1,)


def test_more_pages_than_allowed_are_refused() -> None:
    assert code_of(made(prose("a"), prose("b"), prose("c")), max_pages=2) is ErrorCode.TOO_MANY_PAGES


def test_more_characters_than_allowed_are_refused() -> None:
    assert code_of(made(prose(*PROSE)), max_characters=100) is ErrorCode.FILE_TOO_LARGE


def across(canvas: Canvas) -> None:
    canvas.rotate(90)
    for i in range(4):
        canvas.drawString(100, -100 - i * LEADING, PROSE[i])


def test_a_page_printed_across_is_read_and_its_boxes_stand_where_the_words_are() -> None:
    document = read(made(prose(*PROSE), across))
    assert (document.unread_pages, document.warnings) == ((), ())
    assert printed(document)[-4:] == list(PROSE[:4])
    page = document.pages[1]
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    [box] = document.boxes([(document.lines[-4].start, document.lines[-4].end)])
    assert (box.x1 - box.x0, round(HEIGHT - box.bottom)) == (pytest.approx(10, abs=3), 100)


def scanned(canvas: Canvas) -> None:
    picture = Image.new("L", (int(WIDTH), int(HEIGHT)), 200)
    pen = ImageDraw.Draw(picture)
    for i, line in enumerate(PROSE):
        pen.text((70, HEIGHT - 508 + 14.4 * i), line, fill=0)
    canvas.drawInlineImage(picture, 0, 0, WIDTH, HEIGHT)
    text = canvas.beginText(70, 500)
    text.setTextRenderMode(3)
    text.textLines("\n".join(PROSE))
    canvas.drawText(text)


def test_the_text_layer_of_a_scan_is_read_as_recognised_text() -> None:
    document = read(made(scanned))
    assert document.text == " ".join(PROSE)
    assert {r.kind for r in document.runs} == {RunKind.OCR}
    assert document.ocr_pages == (1,)
    assert [w.code for w in document.warnings] == ["ocr_text_layer"]


def test_marks_for_folding_do_not_begin_a_line() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE)
        canvas.drawString(10, HEIGHT - 112, "–")

    document = read(made(draw))
    assert printed(document) == list(PROSE)
    assert [i.reason for i in document.ignored] == [IgnoredReason.SIDE_TEXT]


def test_a_raised_number_behind_a_word_is_a_mark_of_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, HEIGHT - 100, "Der Preis")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(113, HEIGHT - 96, "1")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(120, HEIGHT - 100, "gilt netto.")
        canvas.drawString(70, HEIGHT - 112, "Er steigt nicht.")

    document = read(made(draw))
    assert printed(document) == ["Der Preis gilt netto.", "Er steigt nicht."]
    assert [(m.text, document.text[: m.at]) for m in document.marks] == [("1", "Der Preis")]


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\nnothing", b"%PDF-1.4\n%%EOF", made(prose(*PROSE))[:300], b""],
    ids=["no objects", "only a frame", "cut off", "empty"],
)
def test_damaged_files_are_refused(data: bytes) -> None:
    assert code_of(data) is ErrorCode.PDF_DAMAGED


@pytest.mark.parametrize(
    ("printed_box", "broken"),
    [(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBax [ 0 0 595 842 ]"), (b"/TrimBox [ 11 12", b"/TrimBox [ /A 12")],
)
def test_a_missing_page_size_or_a_broken_box_does_not_keep_the_page_from_being_read(
    printed_box: bytes, broken: bytes
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTrimBox((11, 12, 500, 800))
        lines(canvas, PROSE, top=200)

    data = made(draw, pageCompression=0)
    assert data.count(printed_box) == 1
    assert read(data.replace(printed_box, broken)).text == " ".join(PROSE)


def encrypted(password: str) -> bytes:
    return made(prose(*PROSE), encrypt=StandardEncryption(password, ownerPassword="Eigner", strength=128))


def test_an_empty_password_opens() -> None:
    assert read(encrypted("")).text == " ".join(PROSE)


def test_a_real_password_is_needed_and_opens() -> None:
    data = encrypted("geheim")
    assert code_of(data) is ErrorCode.PDF_ENCRYPTED
    assert code_of(data, password="falsch") is ErrorCode.PDF_ENCRYPTED
    assert read(data, password="geheim").text == " ".join(PROSE)


def test_progress_is_told_page_by_page_and_may_cancel() -> None:
    seen: list[tuple[float, object]] = []

    def progress(fraction: float, code: str, params: object) -> None:
        seen.append((fraction, params))
        if len(seen) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(made(prose("a"), prose("b"), prose("c")), progress)
    assert seen == [(0.0, {"page": 1, "pages": 3}), (1 / 3, {"page": 2, "pages": 3})]


def test_the_same_bytes_give_the_same_document() -> None:
    data = made(two_columns, furnished(2), table)
    assert read(data) == read(data)


def test_offsets_fit_the_text() -> None:
    document = read(made(two_columns, furnished(2), table))
    text = document.text
    assert "\n".join(text[b.start : b.end] for b in document.blocks) == text
    for line in document.lines:
        block = document.blocks[line.block]
        assert block.start <= line.start < line.end <= block.end
        assert not text[line.start].isspace()
    words = [text[r.start : r.end] for r in document.runs]
    assert words == text.split()
