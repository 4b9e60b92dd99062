"""Scanned pages of our own making through the importer with the real engine; `tests.evaluation.recognition` has more."""

from __future__ import annotations

import ctypes
import io
from dataclasses import astuple, replace

import pytest
from PIL import ImageDraw

from app.errors import ErrorCode, ExpectedError
from app.importing.ocr.engine import Engine, RecognitionTimeout
from app.importing.ocr.tesseract import Tesseract, installed
from app.importing.options import ReadOptions
from app.importing.pdf import reader, scans
from app.importing.pdf.reader import read_pdf
from app.models.source import Box, RunKind, SourceDocument
from app.progress import silent
from tests.evaluation.layouts.catalogue import SCANS
from tests.evaluation.layouts.measure import measure_scan
from tests.evaluation.recognition import TEXTS, Reading, compared, read_scan, recognised, scan_of
from tests.evaluation.scans import CLEAN, FACES, NOISY, WORSE, Face, Noise, paragraphs, picture_pdf, rendered, typeset

needs_engine = pytest.mark.needs_tool("tesseract")
SERIF, SANS, CONDENSED = FACES


def tesseract() -> Tesseract:
    found = installed()
    assert found is not None, "tesserocr or the German model is missing"
    assert found.language == "de"
    return found


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Tesseract:
    """The importer with Tesseract, whatever else is installed."""
    found = tesseract()
    using(found, monkeypatch)
    return found


def using(found: Engine | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "engine", lambda: found)


def read(pdf: bytes, *, text_recognition: bool = True) -> SourceDocument:
    return read_pdf(pdf, "scan.pdf", ReadOptions(text_recognition=text_recognition), silent)


def codes(document: SourceDocument) -> list[str]:
    return [note.code for note in document.warnings]


# --- how well ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@needs_engine
@pytest.mark.timeout(300)
@pytest.mark.parametrize("noise", [CLEAN, NOISY, WORSE], ids=["clean", "noisy", "worse"])
@pytest.mark.parametrize("face", FACES, ids=lambda f: f.name)
def test_hardly_a_character_is_wrong_and_section_signs_are_told_from_eights(face: Face, noise: Noise) -> None:
    total = sum((read_scan(name, face, noise, tesseract()) for name in TEXTS), Reading())
    assert total.error_rate <= 0.003
    assert total.recall >= 0.95
    assert total.precision >= 0.98


@pytest.mark.slow
@needs_engine
@pytest.mark.timeout(300)
@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("noise", [CLEAN, NOISY], ids=["clean", "noisy"])
def test_columns_of_small_print_come_out_in_the_order_of_the_page_with_text(
    columns: int, noise: Noise, german: Tesseract
) -> None:
    texts = paragraphs("long") + paragraphs("paragraphs")
    printed = read(typeset(texts, CONDENSED, columns)).text
    scan = read(scan_of(texts, CONDENSED, noise, columns))
    assert scan.pages[0].columns == columns
    assert compared(printed, scan.text).error_rate <= 0.005


@pytest.mark.slow
@needs_engine
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_sheet_that_lay_across_or_upside_down_is_read_and_its_boxes_lie_on_it(turn: int, german: Tesseract) -> None:
    texts = paragraphs("decimals")[:6]
    upright = read(scan_of(texts, SANS, CLEAN))
    turned = read(scan_of(texts, SANS, CLEAN, turn=turn))
    assert compared(upright.text, turned.text).error_rate <= 0.01
    width, height = turned.pages[0].width, turned.pages[0].height
    assert (width > height) is (turn != 180)
    assert upright.runs[0].box is not None
    assert turned.runs[0].box is not None
    expected = on_turned_sheet(upright.runs[0].box, turn, width, height)
    assert astuple(turned.runs[0].box) == pytest.approx(astuple(expected), abs=1.5)


def on_turned_sheet(box: Box, turn: int, width: float, height: float) -> Box:
    """Where a box of the upright sheet lies once the sheet has been turned counter-clockwise."""
    match turn:
        case 90:
            return Box(box.page, box.top, height - box.x1, box.bottom, height - box.x0)
        case 180:
            return Box(box.page, width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        case _:
            return Box(box.page, width - box.bottom, box.x0, width - box.top, box.x1)


@pytest.mark.slow
@needs_engine
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["headings in the left margin", "3 columns"])
def test_labels_that_stand_alone_or_in_small_print_are_all_read(name: str, german: Tesseract) -> None:
    (layout,) = (layout for layout in SCANS if layout.name == name)
    figures = measure_scan(layout)
    assert figures.scores.clauses.f1 == 1.0
    assert not [word for _, word in figures.lost if word.startswith("(")]


# --- what is said -----------------------------------------------------------------------------------------------------


@needs_engine
def test_a_scan_is_read_with_places_confidence_and_a_note(german: Tesseract) -> None:
    document = read(scan_of(paragraphs("decimals"), SERIF, NOISY))
    assert compared(" ".join(paragraphs("decimals")), document.text).error_rate <= 0.003
    assert document.ocr_pages == (1,)
    assert document.complete
    assert document.pages[0].reader == german.name
    assert codes(document)[0] == "ocr_page"
    assert {run.kind for run in document.runs} == {RunKind.OCR}
    assert all(run.confidence is not None and 0 <= run.confidence <= 1 for run in document.runs)
    headings = [document.text[line.start : line.end] for line in document.lines if line.bold]
    assert "8 Gewährleistung" in headings


@needs_engine
def test_boxes_of_a_skewed_sheet_lie_where_the_words_are_printed(german: Tesseract) -> None:
    texts = paragraphs("decimals")
    skewed = rendered(typeset(texts, SERIF))[0].rotate(1.2, fillcolor=255)
    document = read(picture_pdf([skewed]))
    for run in document.runs[::7]:
        box = run.box
        assert box is not None
        place = tuple(round(v * 300 / 72) for v in (box.x0, box.top, box.x1, box.bottom))
        assert skewed.crop(place).getextrema()[0] < 100, document.text[run.start : run.end]
    first, last = document.runs[0].box, document.runs[3].box
    assert first is not None
    assert last is not None
    assert last.top < first.top - 2, "a sheet turned counter-clockwise rises to the right"


@needs_engine
def test_only_pages_without_text_are_recognised(german: Tesseract) -> None:
    import pypdfium2

    both = pypdfium2.PdfDocument(typeset(paragraphs("decimals")[:6], SERIF))
    both.import_pages(pypdfium2.PdfDocument(scan_of(paragraphs("decimals")[6:12], SERIF, CLEAN)))
    document = read(saved(both))
    assert document.ocr_pages == (2,)
    assert [page.reader for page in document.pages] == ["pdfium", german.name]
    assert {run.kind for run in document.runs if run.box and run.box.page == 1} == {RunKind.EXACT}


@needs_engine
def test_a_picture_of_a_page_under_a_stamp_is_recognised_and_the_stamp_read_once(german: Tesseract) -> None:
    texts = paragraphs("decimals")
    document = read(stamped(scan_of(texts, SERIF, CLEAN), "Eingegangen am 4. Mai"))
    assert document.ocr_pages == (1,)
    found = document.text + " ".join(item.text for item in document.ignored)
    assert found.count("Eingegangen") == 1
    assert "Reisekosten werden mit 0,88 EUR je Kilometer erstattet" in document.text


@pytest.mark.slow
@needs_engine
def test_a_photograph_under_a_title_is_no_scan(german: Tesseract) -> None:
    import numpy as np
    from PIL import Image

    photograph = Image.fromarray(np.random.default_rng(1).integers(0, 255, (880, 620), np.uint8)).resize((2480, 3508))
    document = read(stamped(picture_pdf([photograph]), "Allgemeine Bedingungen der Musterwerk GmbH"))
    assert document.ocr_pages == ()
    assert document.text.strip() == "Allgemeine Bedingungen der Musterwerk GmbH"


def stamped(pdf: bytes, text: str) -> bytes:
    """The PDF with a text of its own at the top of its first page."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    stamp = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", 12)
    wide = ctypes.create_string_buffer((text + "\0").encode("utf-16-le"))
    pdfium.FPDFText_SetText(stamp, ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort)))
    pdfium.FPDFPageObj_Transform(stamp, 1, 0, 0, 1, 60, page.get_height() - 30)
    pdfium.FPDFPage_InsertObject(page, stamp)
    page.gen_content()
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


@needs_engine
def test_a_page_whose_text_is_garbage_is_read_from_its_picture(
    german: Tesseract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "is_garbled", lambda texts: True)  # as if its fonts named every letter wrongly
    document = read(typeset(paragraphs("decimals"), SERIF))
    assert document.ocr_pages == (1,)
    assert {run.kind for run in document.runs} == {RunKind.OCR}
    assert compared(" ".join(paragraphs("decimals")), document.text).error_rate <= 0.003


def test_without_an_engine_a_scan_is_refused_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    using(None, monkeypatch)
    with pytest.raises(ExpectedError) as caught:
        read(scan_of(["Der Kunde zahlt."], SERIF, CLEAN))
    assert caught.value.code is ErrorCode.PDF_NO_TEXT


def mixed() -> bytes:
    import pypdfium2

    both = pypdfium2.PdfDocument(typeset(paragraphs("decimals")[:6], SERIF))
    both.import_pages(pypdfium2.PdfDocument(scan_of(["Der Kunde zahlt."], SERIF, CLEAN)))
    return saved(both)


@needs_engine
def test_signs_that_nobody_can_read_are_counted(german: Tesseract) -> None:
    (page,) = rendered(typeset(paragraphs("decimals")[:6], SANS))
    draw = ImageDraw.Draw(page)
    for x in (400, 900, 1400):
        draw.line([(x, 3000), (x + 20, 2980), (x + 4, 2975), (x + 25, 3010), (x + 9, 3008), (x + 9, 2972)], 0, 3)
    document = read(picture_pdf([page]))
    said = {note.code: note.params for note in document.warnings}
    assert said["ocr_left_out"] == {"page": 1, "count": 3}
    assert read(picture_pdf([page.crop((0, 0, page.width, 2900))])).text == document.text


def test_without_an_engine_the_pages_are_named_and_how_to_get_one_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    using(None, monkeypatch)
    document = read(mixed())
    assert document.unread_pages == (2,)
    assert codes(document) == ["page_without_text", "ocr_not_installed"]


def test_text_recognition_that_is_not_wanted_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    using(None, monkeypatch)
    assert codes(read(mixed(), text_recognition=False)) == ["page_without_text"]


def test_a_page_that_takes_too_long_is_named_and_stays_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        name, language, sections = "slow 1", "de", True

        def read(self, image: object, dpi: int) -> tuple[()]:
            raise RecognitionTimeout

    monkeypatch.setattr(scans, "engine", Slow)
    document = read(mixed())
    assert document.unread_pages == (2,)
    assert codes(document) == ["page_without_text", "ocr_timeout"]


@needs_engine
def test_the_english_model_alone_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    using(replace(tesseract(), model="eng"), monkeypatch)
    assert "ocr_english_only" in codes(read(mixed()))


@needs_engine
def test_the_engine_stops_at_its_time_limit() -> None:
    impatient = replace(tesseract(), seconds=0.05)
    with pytest.raises(RecognitionTimeout):
        recognised(scan_of(paragraphs("paragraphs"), CONDENSED, CLEAN), impatient)
