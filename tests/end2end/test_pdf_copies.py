"""Copies of real PDFs with notes: every byte and every page of the original stays, the highlights lie on their words, readers open them."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from rapidfuzz import fuzz

from app.errors import ExpectedError
from app.models.analysis import Analysis
from app.reporting.notes.copying import annotated_copy
from app.reporting.notes.marks import note_name
from app.reporting.notes.places import passages
from app.reporting.notes.texts import entry_of
from app.reporting.options import Reader, ReportOptions
from app.reporting.selection import selected
from tests.evaluation.documents import SHARED, analysed

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.pdf"))
SHARED_PDFS = [path for name in ("gold/dev", "corpus") for path in sorted((SHARED / name).glob("*.pdf"))]
OPTIONS = ReportOptions(reviewer="Mia Muster")
OUTWARD = replace(OPTIONS, reader=Reader.OUTWARD)
ALIKE = 85  # per cent: boxes are a little higher than their words, and signs differ
MOST_PAGES = 6  # of a document are drawn


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def pixels(document: pypdfium2.PdfDocument, page: int) -> bytes:
    return bytes(document[page].render(scale=0.6, draw_annots=False).to_numpy().tobytes())


def drawn_alike(before: bytes, after: bytes) -> bool:
    old, new = pypdfium2.PdfDocument(before), pypdfium2.PdfDocument(after)
    try:
        pages = range(min(len(old), MOST_PAGES))
        return len(old) == len(new) and all(pixels(old, page) == pixels(new, page) for page in pages)
    finally:
        old.close()
        new.close()


def expected(analysis: Analysis, options: ReportOptions) -> dict[str, str]:
    """The words each highlight should lie on, by its name; not those of text recognition, which PDFium does not see."""
    source, found = analysis.reading.source, {}
    for finding in selected(analysis, options):
        entry = entry_of(finding, analysis, options)
        spans = [span for passage in passages(finding, entry, analysis.reading) for span in passage]
        runs = dict.fromkeys(run for start, end in spans for run in source.runs_in(start, end) if run.box)
        for page in {run.box.page for run in runs if run.box} - set(source.ocr_pages):
            on_it = [source.text[run.start : run.end] for run in runs if run.box and run.box.page == page]
            found[note_name(finding.anchor, page, ())] = letters("".join(on_it))
    return found


def seen(copy: bytes) -> Iterator[tuple[str, str]]:
    """Name of each highlight of ours and what PDFium finds within its quads."""
    document = pypdfium2.PdfDocument(copy)
    try:
        for number, page in enumerate(PdfReader(io.BytesIO(copy)).pages):
            for note in (note.get_object() for note in page.get("/Annots", ())):
                if note.get("/Subtype") == "/Highlight" and str(note.get("/NM")).startswith("klausellupe-"):
                    yield str(note["/NM"]), _words(document, number, [float(n) for n in note["/QuadPoints"]])
    finally:
        document.close()


def _words(document: pypdfium2.PdfDocument, page: int, numbers: list[float]) -> str:
    text = document[page].get_textpage()
    quads = [numbers[n : n + 8] for n in range(0, len(numbers), 8)]
    return letters("".join(text.get_text_bounded(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in quads))


def amiss(wanted: dict[str, str], found: dict[str, str]) -> list[tuple[str, str]]:
    """Highlights that lie elsewhere: their words are not below them, or much more than them is."""
    pairs = [(wanted[name], words) for name, words in found.items() if wanted.get(name)]
    return [(words, below) for words, below in pairs if fuzz.ratio(words, below) < ALIKE]


def poppler_says(content: bytes, folder: Path) -> str:
    (folder / "x.pdf").write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-l", str(MOST_PAGES), str(folder / "x.pdf"), "-"], capture_output=True, check=False, timeout=60
    )
    return done.stderr.decode(errors="replace")


def readable(path: Path) -> Analysis | None:
    """None for those that the program does not read."""
    try:
        return analysed(path)
    except ExpectedError:
        return None


def check(path: Path, analysis: Analysis, folder: Path) -> int:
    """Inside and outward; how many highlights were looked at."""
    data, looked_at = path.read_bytes(), 0
    for options in (OPTIONS, OUTWARD):
        made = annotated_copy(data, analysis, options)
        assert made.content.startswith(data)
        assert annotated_copy(data, analysis, options) == made
        assert not made.left_out
        told = {*made.placed, *(left.anchor for left in made.nearby)}
        assert told == {finding.anchor for finding in selected(analysis, options)}
        assert drawn_alike(data, made.content)
        found = dict(seen(made.content))
        assert amiss(expected(analysis, options), found) == []
        assert poppler_says(made.content, folder) == poppler_says(data, folder)
        looked_at += len(found)
    return looked_at


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_samples(path: Path, tmp_path: Path) -> None:
    assert check(path, analysed(path), tmp_path) >= 8


@pytest.mark.slow
@pytest.mark.allow_log("^pypdf")  # from the reader of these tests
@pytest.mark.needs_tool("pdftotext")
@pytest.mark.skipif(not SHARED_PDFS, reason="../shared is not here")
def test_real_documents(tmp_path: Path) -> None:
    readings = [(path, analysis) for path in SHARED_PDFS if (analysis := readable(path))]
    looked_at = sum(check(path, analysis, tmp_path) for path, analysis in readings)
    assert len(readings) >= 75
    assert looked_at >= 400
