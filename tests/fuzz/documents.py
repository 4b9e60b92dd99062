"""What is damaged: our samples and gold documents, and, where ../shared lies beside, its corpus and annotated set.

A document is named by its set and its place in it only: whose terms they are does not matter here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from app.paths import resources
from tests.evaluation.documents import OURS, SHARED

_READ = {".pdf", ".docx", ".txt", ".md", ".html", ".htm"}
_CONVERTED = {".doc", ".odt", ".rtf"}  # by LibreOffice, a second each
_MOST_BYTES = 600_000
_SHARED_SETS = {"corpus": "corpus", "gold": "gold/dev"}


def documents() -> list[tuple[str, bytes]]:
    """Name and content of every document, in a fixed order."""
    return [*_named("sample", resources() / "samples"), *_named("own", OURS), *_made(), *_shared()]


def converted() -> list[tuple[str, bytes]]:
    """Documents in formats that LibreOffice converts."""
    folder = SHARED / "corpus"
    return list(_named("old", folder, _CONVERTED)) if folder.is_dir() else []


def _shared() -> Iterator[tuple[str, bytes]]:
    for name, place in _SHARED_SETS.items():
        folder = SHARED / place
        if folder.is_dir():
            yield from _named(name, folder)


def _named(name: str, folder: Path, kinds: set[str] = _READ) -> Iterator[tuple[str, bytes]]:
    files = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in kinds and path.is_file())
    for number, path in enumerate(files, start=1):
        data = path.read_bytes()
        if 0 < len(data) <= _MOST_BYTES:
            yield f"{name}-{number:03}{path.suffix.lower()}", data


def _made() -> Iterator[tuple[str, bytes]]:
    """With what the samples do not have: Word's lists, tables, notes; a PDF with rulings, pictures and a form field."""
    yield "made-001.docx", _word()
    yield "made-002.pdf", _drawn()
    yield "made-003.html", _page()


def _word() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Allgemeine Bedingungen", 0)
    for number in range(1, 6):
        document.add_heading(f"§ {number} Haftung", 1)
        for style in ("List Number", "List Number 2", "List Bullet", "Normal"):
            document.add_paragraph(f"Der Anbieter haftet nach Absatz {number} unbeschränkt.", style=style)
    table = document.add_table(3, 3)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = "10 %"
    table.cell(0, 0).merge(table.cell(0, 2))
    document.sections[0].header.paragraphs[0].text = "Muster GmbH"
    document.sections[0].footer.paragraphs[0].text = "Seite 1"
    paragraph = document.add_paragraph("Mit Kommentar.")
    document.add_comment(paragraph.runs, "Bitte prüfen", author="A", initials="A")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _drawn() -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for page in range(1, 4):
        canvas.setFont("Helvetica", 9)
        for line in range(40):
            canvas.drawString(
                60 + 250 * (line // 20), 760 - 18 * (line % 20), f"{line}. Der Kunde zahlt in {page} Tagen."
            )
        canvas.grid([60, 160, 260, 360], [100, 120, 140, 160])
        canvas.setFont("Times-Roman", 5)
        canvas.drawString(65, 105, "10 %")
        canvas.acroForm.textfield(name=f"f{page}", value="Ort", x=400, y=100, width=80, height=20)
        canvas.linkURL("https://example.org", (60, 700, 200, 710))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page() -> bytes:
    items = "".join(
        f"<h2>§ {n} Zahlung</h2><ol><li>Zahlbar binnen {n} Tagen.<li>Ohne Abzug.</ol>" for n in range(1, 20)
    )
    table = "<table><tr><th>Stufe<th>Preis<tr><td colspan=2>100 &euro;</table>"
    return f"<!DOCTYPE html><html><head><title>AGB</title></head><body>{items}{table}</body></html>".encode()
