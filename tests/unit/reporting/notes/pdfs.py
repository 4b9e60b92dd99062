"""PDFs written by hand, object by object, in every form a cross-reference can take; and analyses of them.

Strategy: the library that makes PDFs elsewhere knows one form only. Text is set in Helvetica, one line a string, so that what is drawn is known.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from hashlib import sha256

from pypdf import PdfReader, PdfWriter

from app.importing.options import ReadOptions
from app.importing.pdf import read_pdf
from app.models.analysis import Analysis, Finding, FindingKind, LibraryStamp, Severity
from app.models.facts import DealFacts
from app.models.provisions import Evidence
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.progress import silent

MADE_AT = datetime(2026, 11, 22, 22, 15, tzinfo=timezone(timedelta(hours=1)))
LINES = (
    "Allgemeine Bedingungen der Nordlicht GmbH",
    "Der Anbieter haftet nur bis 100 Euro.",
    "Rechnungen sind sofort zu bezahlen.",
    "Der Vertrag verlaengert sich um zwei Jahre.",
    "Einwendungen sind binnen drei Tagen zu erheben.",
)
QUOTES = (LINES[1], LINES[3])


@dataclass(frozen=True)
class Made:
    """How a PDF is made. `form`: table, stream (a cross-reference stream), packed (object streams too), hybrid.

    `annotations` of the first page: "", direct, apart (an array of its own), shared (by both pages), empty. `inherited`: sizes and
    resources stand at the tree.
    """

    form: str = "table"
    pages: int = 2
    rotate: int = 0
    crop: str = ""
    media: str = "0 0 595 842"
    annotations: str = ""
    inherited: bool = False
    more: str = ""  # entries of the catalogue
    page_more: str = ""


def pdf(made: Made = Made()) -> bytes:
    """The file."""
    return _written(_objects(made), made.form)


def _objects(made: Made) -> dict[int, bytes]:
    """Numbers: 1 catalogue, 2 tree, 3 font, 4 an old note, 5 a list of it, then a page and its content each."""
    own = f"/MediaBox [{made.media}] /Resources << /Font << /F1 3 0 R >> >>"
    above, below = (own, "") if made.inherited else ("", own)
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(made.pages))
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {made.more} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {made.pages} {above} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: "<< /Type /Annot /Subtype /Text /Rect [500 800 518 818] /Contents (alte Notiz \\)) /NM (alt) >>",
        5: "[ 4 0 R ]",
    }
    listed = {
        "direct": "/Annots [ 4 0 R << /Type /Annot /Subtype /Square /Rect [1 1 9 9] /Contents (eingebettet) >> ]",
        "apart": "/Annots 5 0 R",
        "shared": "/Annots 5 0 R",
        "empty": "/Annots [ ]",
        "null": "/Annots null",
    }.get(made.annotations, "")
    crop = f"/CropBox [{made.crop}]" if made.crop else ""
    turn = f"/Rotate {made.rotate}" if made.rotate else ""
    for n in range(made.pages):
        notes = listed if n == 0 or made.annotations == "shared" else ""
        objects[6 + 2 * n] = (
            f"<< /Type /Page /Parent 2 0 R {below} {turn} {crop} {notes} {made.page_more} /Contents {7 + 2 * n} 0 R >>"
        )
        objects[7 + 2 * n] = _content(n)
    return {number: value if isinstance(value, bytes) else value.encode() for number, value in objects.items()}


def _content(page: int) -> bytes:
    """The first line is another one on every page, so that no running header is seen in it."""
    lines = (f"Seite {page + 1} von vielen", *LINES) if page == 0 else (f"Schluss {page}", "Das Gericht ist in Kiel.")
    shown = "\n".join(f"BT /F1 12 Tf 90 {700 - 30 * n} Td ({line}) Tj ET" for n, line in enumerate(lines))
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(shown), shown.encode("cp1252"))


# --- the forms of a file


def _written(objects: dict[int, bytes], form: str) -> bytes:
    packed = {n: value for n, value in objects.items() if form in ("packed", "hybrid") and b"stream" not in value}
    packed.pop(1, None) if form == "hybrid" else None
    size = max(objects) + 1
    holder, lister = size, size + 1
    whole, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, value in objects.items():
        if number not in packed:
            places[number] = len(whole)
            whole += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    if packed:
        places[holder] = len(whole)
        whole += b"%d 0 obj\n%b\nendobj\n" % (holder, _packed(packed))
    if form == "table":
        return whole + _table(places, len(whole), b"/Size %d /Root 1 0 R" % size)
    places[lister] = len(whole)
    inside = {number: (holder, n) for n, number in enumerate(packed)}
    whole += _list(lister, places, inside)
    if form == "hybrid":
        rest, at = {n: place for n, place in places.items() if n != lister}, len(whole)
        whole += _table(rest, at, b"/Size %d /Root 1 0 R" % (lister + 1))
        more = b"/Size %d /Root 1 0 R /Prev %d /XRefStm %d" % (lister + 1, at, places[lister])
        return whole + b"xref\n0 0\ntrailer\n<< %b >>\nstartxref\n%d\n%%%%EOF\n" % (more, len(whole))  # as Word does
    return whole + b"startxref\n%d\n%%%%EOF\n" % places[lister]


def _packed(objects: dict[int, bytes]) -> bytes:
    head, body = b"", b""
    for number, value in objects.items():
        head += b"%d %d " % (number, len(body))
        body += value + b"\n"
    data = zlib.compress(head + body)
    about = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d" % (len(objects), len(head), len(data))
    return b"<< %b >>\nstream\n%b\nendstream" % (about, data)


def _list(own: int, places: dict[int, int], inside: dict[int, tuple[int, int]]) -> bytes:
    rows = b""
    for number in range(own + 1):
        if number in inside:
            holder, index = inside[number]
            rows += b"\x02" + holder.to_bytes(4, "big") + index.to_bytes(2, "big")
        elif number in places:
            rows += b"\x01" + places[number].to_bytes(4, "big") + b"\0\0"
        else:
            rows += b"\x00" + bytes(4) + b"\xff\xff"
    about = b"/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R /Length %d" % (own + 1, len(rows))
    return b"%d 0 obj\n<< %b >>\nstream\n%b\nendstream\nendobj\n" % (own, about, rows)


def _table(places: dict[int, int], at: int, trailer: bytes) -> bytes:
    size = max(places) + 1
    rows = b"0000000000 65535 f \n"
    for number in range(1, size):
        rows += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return b"xref\n0 %d\n%btrailer\n<< %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, rows, trailer, at)


# --- what happens to files


@cache
def encrypted(algorithm: str, *, user: str = "", owner: str = "chef", allowed: int = -4) -> bytes:
    """Encrypted by another hand; `allowed`: the permissions. pypdf takes vectors by chance: made once."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(Made(annotations="direct")))))
    writer.encrypt(user, owner, algorithm=algorithm, permissions_flag=allowed)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


SIGNED = "/AcroForm << /SigFlags 3 /Fields [ << /FT /Sig /T (Unterschrift) /V << /Type /Sig /Filter /Adobe.PPKLite >> >> ] >>"
UNSIGNED = "/AcroForm << /SigFlags 1 /Fields [ << /FT /Sig /T (Unterschrift) >> ] >>"


# --- analyses


def source_of(data: bytes, password: str | None = None) -> SourceDocument:
    """As the program reads it, without text recognition."""
    return read_pdf(data, "Vertrag.pdf", ReadOptions(password=password, text_recognition=False), silent)


def analysis_of(source: SourceDocument, quotes: Iterable[str] = QUOTES, *, nowhere: int = 0) -> Analysis:
    """Everything is one clause; a finding for each quote, and some about no place."""
    clause = Clause(
        "c1", "a1", "", "", source.text, ("1",), None, 0, body_spans=((0, len(source.text)),), page=1, type="payment"
    )
    findings = [_finding(n, clause, quote) for n, quote in enumerate(quotes)]
    missing = Finding("m", "m", FindingKind.MISSING, Severity.MEDIUM, "missing_type", {"type": "liability"})
    findings += [replace(missing, id=f"m{n}", anchor=f"m{n}", comment=f"Bitte ergänzen ({n}).") for n in range(nowhere)]
    reading = Reading(source, (clause,))
    return Analysis(reading, DealFacts(), LibraryStamp("Bibliothek", "0" * 64), findings=tuple(findings))


def _finding(number: int, clause: Clause, quote: str) -> Finding:
    start = clause.text.index(quote)
    return Finding(
        f"f{number}",
        f"anchor{number}",
        FindingKind.CONTRADICTION,
        list(Severity)[number % 4],
        "contradiction",
        clauses=(clause.id,),
        evidence=(Evidence(clause.id, start, start + len(quote), ""),),
    )


def fingerprint(data: bytes) -> str:
    """Of a source, as analyses know it."""
    return sha256(data).hexdigest()
