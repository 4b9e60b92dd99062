"""What PDFium gives of a page: fields and notes, type drawn twice, blanks between objects, forms, limits."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.colors import blue, red
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.importing.pdf import drawings, pdfium
from app.importing.pdf.pdfium import PdfiumDocument
from app.importing.reader import read
from app.models.source import IgnoredReason, SourceDocument
from app.progress import silent

Draw = Callable[[Canvas], object]
SENTENCE = "Der Kunde zahlt innerhalb von 14 Tagen."


def made(*pages: Draw, **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=0, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def opened(data: bytes, **options: object) -> SourceDocument:
    return read(data, "agb.pdf", ReadOptions(text_recognition=False, **options), progress=silent)


def words(data: bytes) -> list[str]:
    document = PdfiumDocument(data, "agb.pdf", None)
    try:
        return [w.text for w in document.extract(1).words]
    finally:
        document.close()


def sentence(canvas: Canvas) -> None:
    canvas.drawString(70, 700, SENTENCE)


def test_a_form_field_is_read_in_its_place() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Kündigungsfrist:")
        canvas.acroForm.textfield(name="frist", value="3 Monate", x=160, y=695, width=120, height=16, fontSize=10)
        canvas.drawString(300, 700, "zum Quartalsende")

    assert opened(made(draw)).text == "Kündigungsfrist: 3 Monate zum Quartalsende"


def test_a_note_stuck_on_the_page_is_listed_as_a_comment() -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.textAnnotation("Bitte mit dem Einkauf klären.", Rect=[70, 600, 90, 620])

    document = opened(made(draw))
    assert document.text == SENTENCE
    assert [(i.reason, i.text, i.page) for i in document.ignored] == [
        (IgnoredReason.COMMENT, "Bitte mit dem Einkauf klären.", 1)
    ]


@pytest.mark.parametrize("shift", [0.0, 0.3], ids=["at one place", "a little aside"])
def test_type_drawn_twice_is_read_once_and_is_bold(shift: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 720, "Haftung und Haftung")
        canvas.drawString(70 + shift, 720, "Haftung und Haftung")
        sentence(canvas)

    lines = opened(made(draw)).lines
    assert [line.bold for line in lines] == [True, False]
    assert words(made(draw))[:4] == ["Haftung", "und", "Haftung", "Der"]


def test_a_blank_drawn_on_its_own_parts_words_that_stand_close() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(70, 700)
        text.setFont("Helvetica", 10)
        text.setCharSpace(0)
        text.setHorizScale(40)  # a narrow blank: PDFium leaves it out
        for part in ("5", " ", "Prozent"):
            text.textOut(part)
        canvas.drawText(text)

    assert words(made(draw)) == ["5", "Prozent"]


def test_letters_drawn_one_by_one_are_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        x = 70.0
        for char in "Gewährleistung":
            canvas.drawString(x, 700, char)
            x += canvas.stringWidth(char, "Helvetica", 10)

    assert words(made(draw)) == ["Gewährleistung"]


def test_text_in_a_form_that_is_moved_stands_where_it_is_printed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("kopf")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "Versetzt gedruckt")
        canvas.endForm()
        canvas.translate(200, 300)
        canvas.doForm("kopf")

    document = PdfiumDocument(made(draw), "agb.pdf", None)
    page = document.extract(1)
    document.close()
    assert [w.text for w in page.words] == ["Versetzt", "gedruckt"]
    assert (round(page.words[0].x0), round(page.page.height - page.words[0].baseline)) == (200, 300)
    assert page.hidden == ()


def test_slanted_type_behind_the_text_is_a_watermark() -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "ENTWURF")
        canvas.restoreState()

    document = opened(made(draw))
    assert document.text == SENTENCE
    assert [(i.reason, i.text) for i in document.ignored] == [(IgnoredReason.WATERMARK, "ENTWURF")]


def test_type_in_a_gradient_is_read_though_it_has_no_colour_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(70, 600)
        text.setTextRenderMode(7)  # the letters become the clipping path
        canvas.saveState()
        canvas.setFont("Helvetica-Bold", 20)
        text.setFont("Helvetica-Bold", 20)
        text.textOut("Vertrag")
        canvas.drawText(text)
        canvas.linearGradient(70, 590, 200, 620, (red, blue))
        canvas.restoreState()
        sentence(canvas)

    assert "Vertrag" in opened(made(draw)).text


@pytest.mark.parametrize(("state", "hidden"), [("OFF", ["Verdeckte Klausel"]), ("ON", [])])
def test_text_on_a_layer_is_hidden_where_the_layer_is_switched_off(state: str, hidden: list[str]) -> None:
    document = opened(layered(state))
    assert [i.text for i in document.ignored if i.cause == "invisible"] == hidden
    assert ("Verdeckte Klausel" in document.text) is not bool(hidden)


def layered(state: str) -> bytes:
    """A page with one line on a layer; reportlab knows none, so the objects are written by hand."""
    content = b"BT /F1 10 Tf 70 700 Td (Sichtbarer Satz.) Tj ET /OC /L BDC BT /F1 10 Tf 70 650 Td (Verdeckte Klausel) Tj ET EMC"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</" + state.encode() + b"[5 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
        b"/BaseFont/Helvetica>>>>/Properties<</L 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/OCG/Name(Ebene)>>",
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (i, text) for i, text in enumerate(objects, start=1))
    return b"%PDF-1.5\n" + body + b"trailer<</Root 1 0 R/Size 6>>\n"


def test_a_page_with_more_characters_than_a_page_can_have_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "MAX_CHARACTERS", 50)
    document = opened(made(sentence, lambda canvas: [canvas.drawString(70, 700 - 12 * i, SENTENCE) for i in range(3)]))
    assert (document.text, document.unread_pages) == (SENTENCE, (2,))
    assert [(w.code, w.page) for w in document.warnings] == [("page_too_complex", 2)]


def test_a_page_with_more_objects_than_a_page_can_have_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "MAX_OBJECTS", 20)
    lines = made(sentence, lambda canvas: [canvas.line(70, i, 90, i) for i in range(30)] + [sentence(canvas)])
    assert opened(lines).unread_pages == (2,)


def test_a_page_the_guard_skipped_is_not_touched() -> None:
    document = opened(made(sentence, sentence), skipped=((2, "page_timeout"),))
    assert (document.text, document.unread_pages) == (SENTENCE, (2,))
    assert [(w.code, w.page) for w in document.warnings] == [("page_timeout", 2)]


@pytest.mark.parametrize(
    ("user", "password", "code"),
    [
        ("", None, None),
        ("geheim", "geheim", None),
        ("geheim", None, ErrorCode.PDF_ENCRYPTED),
        ("a", "b", ErrorCode.PDF_ENCRYPTED),
    ],
)
def test_an_encrypted_document_opens_with_its_password(user: str, password: str | None, code: ErrorCode | None) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = made(sentence, encrypt=StandardEncryption(user, ownerPassword="eigner", strength=128))
    if code is None:
        assert opened(data, password=password).text == SENTENCE
        return
    with pytest.raises(ExpectedError) as caught:
        opened(data, password=password)
    assert caught.value.code is code


def test_a_damaged_cross_reference_table_is_repaired() -> None:
    data = made(sentence)
    start = data.index(b"\nxref\n")
    broken = data[:start] + b"\nxref\n0 1\n0000000000 65535 f \n" + data[data.index(b"trailer", start) :]
    assert opened(broken).text == SENTENCE


def test_hidden_words_that_stand_far_apart_are_two_texts() -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.setFillGray(1)
        for y, text in ((600, "Erste Zeile"), (588, "geht weiter"), (100, "Weit darunter")):
            canvas.drawString(70, y, text)

    assert [i.text for i in opened(made(draw)).ignored] == ["Erste Zeile geht weiter", "Weit darunter"]


def raw(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """A page with this content, its objects written by hand; `more`: objects from number 5 on."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
        b"/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>" + resources + b">>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *more,
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (i, text) for i, text in enumerate(objects, start=1))
    return b"%PDF-1.5\n" + body + b"trailer<</Root 1 0 R/Size 9>>\n"


def shown(text: str, y: int = 700) -> bytes:
    return b"BT /F1 10 Tf 70 %d Td (%s) Tj ET " % (y, text.encode("latin-1"))


@pytest.mark.parametrize(
    "drawn_later",
    [
        b"1 g 60 690 300 30 re 62 692 296 26 re f* ",
        b"q 0 0 5 5 re W n 1 g 0 0 595 842 re f Q ",
        b"1 g 60 640 m 400 760 l 400 761 l 60 641 l f ",
        b"1 g 60 690 300 30 re f 0 g " + shown(SENTENCE),
    ],
    ids=["a frame", "a field cut to its clip", "a slanting line", "a field, and the text once more"],
)
def test_what_only_seems_to_cover_the_text_hides_nothing(drawn_later: bytes) -> None:
    document = opened(raw(shown(SENTENCE) + drawn_later))
    assert (document.text, document.ignored) == (SENTENCE, ())


def test_invisible_type_under_the_same_type_hides_nothing() -> None:
    assert opened(raw(b"3 Tr " + shown(SENTENCE) + b"0 Tr " + shown(SENTENCE))).text == SENTENCE


def test_an_old_name_under_a_field_with_a_new_one_is_covered() -> None:
    document = opened(
        raw(shown("Alte Firma GmbH") + b"1 g 60 690 300 30 re f 0 g " + shown("Neue Firma AG") + shown(SENTENCE, 600))
    )
    assert document.text == f"Neue Firma AG\n{SENTENCE}"
    assert [(i.text, i.cause) for i in document.ignored] == [("Alte Firma GmbH", "covered")]


def test_replacement_text_is_not_read_for_what_is_printed() -> None:
    marked = b"/Span<</ActualText(Wir haften unbeschraenkt.)>>BDC " + shown("Die Haftung ist ausgeschlossen.") + b"EMC "
    assert opened(raw(marked)).text == "Die Haftung ist ausgeschlossen."


def test_a_negative_size_turns_the_type_round_once() -> None:
    assert opened(raw(b"BT /F1 -10 Tf -1 0 0 -1 70 700 Tm (" + SENTENCE.encode() + b") Tj ET")).text == SENTENCE


def test_a_page_of_another_scale_is_not_tiny() -> None:
    assert opened(raw(b"0.1 0 0 0.1 0 0 cm " + shown(SENTENCE))).text == SENTENCE


def test_a_soft_hyphen_inside_a_line_joins_its_word() -> None:
    text = opened(raw(b"BT /F1 10 Tf 70 700 Td (Haf) Tj (\xad) Tj (tungs) Tj (\xad) Tj (ausschluss) Tj ET ")).text
    assert text.replace("-", "") == "Haftungsausschluss"


@pytest.mark.parametrize(("alpha", "hidden"), [(0, True), (1, False)])
def test_text_in_a_transparent_form_is_hidden_if_nothing_of_it_is_seen(alpha: int, hidden: bool) -> None:
    inner = shown("Verdeckte Klausel", 600)
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency>>/Resources<</Font<</F1<</Type/Font"
    form += b"/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length %d>>stream\n%s\nendstream" % (len(inner), inner)
    resources = b"/XObject<</X 5 0 R>>/ExtGState<</G<</ca %d>>>>" % alpha
    document = opened(raw(shown(SENTENCE) + b"q /G gs /X Do Q", resources, form))
    assert [(i.text, i.cause) for i in document.ignored] == ([("Verdeckte Klausel", "invisible")] if hidden else [])


def test_a_line_to_write_on_inside_a_form_is_seen() -> None:
    inner = shown("Name: ________", 600)
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency>>/Resources<</Font<</F1<</Type/Font"
    form += b"/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length %d>>stream\n%s\nendstream" % (len(inner), inner)
    document = opened(raw(b"/X Do", b"/XObject<</X 5 0 R>>", form))
    assert (document.text, document.ignored) == ("Name: ________", ())


def test_a_raised_figure_between_two_others_is_a_word_of_its_own() -> None:
    letters = ((70, 700, 10, "5"), (75.6, 703.5, 8, "1"), (80.1, 700, 10, ","))
    data = raw(b"".join(b"BT /F1 %g Tf %g %g Td (%s) Tj ET " % (size, x, y, c.encode()) for x, y, size, c in letters))
    assert words(data) == ["5", "1", ","]


def test_a_page_without_words_has_none() -> None:
    assert words(raw(b"0 0 10 10 re f ")) == []
