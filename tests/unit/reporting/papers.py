"""A Paper with everything a writer must handle: every block and tone, links both ways, hostile text, a table over several pages.

`sample_paper(lang)` is a believable report; `every_text(paper)` is what a foreign reader must find again in the written file.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Contents,
    Counts,
    Folded,
    Frame,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Text,
    Tone,
    characters,
    plain,
)
from app.wording.lang import Lang

MADE_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HOSTILE = (
    "\x00\x08\x1b[31m\x7f\x85<b>&amp;\"'</w:t><script>alert(1)</script> \u202egnp.exe\u202c \u2066x\u2069 \ufffe\uffff "
    "=1+1 {{x}} %s \\u0041 ]]> 😀 𝔄𝔊𝔅 e\u0301 Ärger\u00adnis\u200b\u2028neu\ud800"
)
LONG_WORD = "Haftungsbeschränkungsvereinbarung" * 9
ROWS = 90  # of the long table: more than a page holds, landscape or not


def png(width: int = 120, height: int = 40, color: tuple[int, int, int] = (31, 78, 121)) -> bytes:
    """A picture of one colour, the same bytes every time."""
    row = b"\0" + bytes(color) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def sample_paper(lang: Lang, *, landscape: bool = False, hostile: bool = True, logo: bytes | None = None) -> Paper:
    """A whole report; `hostile`: with texts that try to break a writer."""
    nasty = HOSTILE if hostile else ""
    return Paper(
        lang=lang,
        title=_in(lang, "Prüfbericht", "Review report"),
        subtitle=f"Allgemeine Einkaufsbedingungen{nasty}.docx",
        blocks=(*_cover(lang), *_findings(lang, nasty), *_annex(lang, nasty)),
        header=_in(lang, "Prüfbericht: Einkaufsbedingungen", "Review report: purchase terms") + nasty,
        footer=_in(lang, "Muster GmbH, vertraulich", "Muster GmbH, confidential") + nasty,
        logo=logo if logo is not None else png(),
        company=f"Muster & Söhne GmbH{nasty}",
        made_at=MADE_AT,
        landscape=landscape,
    )


def _in(lang: Lang, german: str, english: str) -> str:
    return german if lang == "de" else english


def _cover(lang: Lang) -> Iterator[Block]:
    def say(german: str, english: str) -> str:
        return _in(lang, german, english)

    yield Paragraph(plain(say("Zusammenfassung für die Unterschrift", "Summary to be signed")), Style.LEAD)
    yield Counts(
        (
            (3, say("Hoch", "High"), Tone.HIGH),
            (12, say("Mittel", "Medium"), Tone.MEDIUM),
            (0, say("Gering", "Low"), Tone.LOW),
        )
    )
    yield Paragraph(plain(say("Keine Rechtsberatung.", "No legal advice.")), Style.NOTICE)
    yield Paragraph(plain(say("Nicht vollständig gelesen: S. 4.", "Not read completely: p. 4.")), Style.WARNING)
    yield Table(
        ("", ""),
        (0.3, 0.7),
        (
            _row(say("Datei", "File"), "Einkaufsbedingungen.docx"),
            _row("SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        ),
        label_column=True,
        title=say("Angaben zum Dokument", "The document"),
    )
    yield Lines(
        (
            (say("Geprüft von", "Reviewed by"), "Mia Muster"),
            (say("Datum", "Date"), ""),
            (say("Unterschrift", "Signature"), ""),
        )
    )
    yield Contents(say("Inhalt", "Contents"))
    yield PageBreak()


def _findings(lang: Lang, nasty: str) -> Iterator[Block]:
    def say(german: str, english: str) -> str:
        return _in(lang, german, english)

    yield Heading(1, say("Hinweise", "Findings"), "findings")
    yield Paragraph(
        (
            Span(say("Siehe ", "See ")),
            Span(say("Hinweis 1", "finding 1"), link="f1"),
            Span(", "),
            Span(say("Hinweis 2", "finding 2"), link="f2", strong=True),
            Span(say(" und ", " and ")),
            Span("§ 8", link="clause-8"),
            Span("."),
        )
    )
    yield Heading(2, say("Schwerwiegend", "Grave"))
    yield Frame(
        (
            Heading(
                3, say("1. Haftung ausgeschlossen", "1. Liability excluded"), "f1", Span(say("Hoch", "High"), Tone.HIGH)
            ),
            Paragraph(plain(say("Die Klausel schließt jede Haftung aus.", "The clause excludes all liability."))),
            Paragraph(plain(f"„Jede Haftung ist ausgeschlossen.“{nasty}"), Style.QUOTE),
            Paragraph(plain("§ 8 Haftung › (2), S. 3"), Style.SOFT),
            Paragraph(plain(say("Unterschied zur Bezugsklausel", "Difference to the reference clause")), Style.TAG),
            Paragraph(
                (
                    Span("Der Lieferant haftet "),
                    Span("unbeschränkt", Tone.DELETED),
                    Span("nur bei Vorsatz", Tone.INSERTED),
                    Span(" bis "),
                    Span("10.000 €", Tone.FILLED, title="Betrag"),
                    Span(". "),
                    Span("§ 9 (2)", Tone.MOVED),
                    Span(nasty),
                ),
                Style.DIFF,
            ),
            Bullets(
                (plain(say("erstens", "first")), plain(LONG_WORD), plain(say("drittens", "third"), Tone.SOFT)),
                numbered=True,
            ),
            Bullets((plain("A\nB"), plain("C", link="findings"))),
        ),
        Tone.HIGH,
    )
    yield Frame(
        (
            Heading(3, say("2. Frist zu kurz", "2. Period too short"), "", Span(say("Mittel", "Medium"), Tone.MEDIUM)),
            Paragraph(tuple(Span(f"{tone.value} ", tone) for tone in Tone)),
            Heading(4, say("Entscheidung", "Decision")),
            Paragraph(plain(say("Verhandeln\nbis Freitag", "Negotiate\nby Friday"), strong=True)),
        ),
        Tone.MEDIUM,
        "f2",
    )
    yield Folded(
        say("Was nicht gelesen wurde", "What was not read"),
        (Paragraph(plain("S. 4"), Style.SMALL), Bullets((plain("Bild 1"),))),
    )


def _annex(lang: Lang, nasty: str) -> Iterator[Block]:
    yield Heading(1, _in(lang, "Obergrenzen und Fristen", "Caps and periods"))
    yield Table(
        (_in(lang, "Stelle", "Place"), _in(lang, "Wert", "Value"), _in(lang, "Ergebnis", "Result")),
        (0.25, 0.35, 0.4),
        tuple(_long_table(lang, nasty)),
        title=_in(lang, "Alle Werte", "All values"),
    )
    yield PageBreak()
    yield Heading(1, _in(lang, "Anhang: alle Klauseln", "Annex: all clauses") + nasty)
    yield Heading(2, "§ 8 Haftung", "clause-8")
    yield Paragraph(
        plain("Jede Haftung ist ausgeschlossen.\n\tAbgesetzt mit Tabulator.\r\nDritte Zeile."), anchor="clause-8-1"
    )
    yield Bullets((plain("Nr. 1"), plain("Nr. 2")), anchors=("n1", ""))
    yield Paragraph((Span("Nr. 1", link="n1"), Span(" "), Span("?", link="nowhere")))
    yield Table((), (1.0,), (TableRow((Cell((plain(""),)),)),))
    yield Lines(((_in(lang, "Bemerkung", "Remark"), ""),))


def _long_table(lang: Lang, nasty: str) -> Iterator[TableRow]:
    tones = list(Tone)
    for number in range(1, ROWS + 1):
        if number % 30 == 1:
            yield TableRow((Cell((plain(_in(lang, "Gruppe", "Group") + f" {number}"),)),), group=True)
        value = Cell((plain(f"{number} Monate"), plain("zum Quartalsende", Tone.SOFT)), tones[number % len(tones)])
        result = (Span(_in(lang, "siehe ", "see ")), Span("f1", link="f1"), Span(nasty if number == 7 else ""))
        yield TableRow((Cell((plain(f"§ {number}"),)), value, Cell((result,))))


def _row(*texts: str) -> TableRow:
    return TableRow(tuple(Cell((plain(text),)) for text in texts))


# --- what must be found again


def every_text(paper: Paper) -> Iterator[str]:
    """All texts of the blocks in reading order, control characters and all."""
    for block in paper.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
            yield from (block.tag.text,) if block.tag else ()
        case Paragraph():
            yield characters(block.text)
        case Bullets():
            yield from map(characters, block.items)
        case Table():
            yield from (block.title, *block.columns)
            yield from (characters(text) for row in block.rows for cell in row.cells for text in cell.texts)
        case Counts():
            yield from (text for number, label, _ in block.items for text in (str(number), label))
        case Lines():
            yield from (text for item in block.items for text in item)
        case Frame():
            yield from _inner(block.blocks)
        case Folded():
            yield block.title
            yield from _inner(block.blocks)
        case Contents():
            yield block.title


def _inner(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)


def all_links(paper: Paper) -> set[str]:
    """Anchors that a span of the paper leads to."""
    return {span.link for text in _all_spans(paper.blocks) for span in text if span.link}


def _all_spans(blocks: tuple[Block, ...]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Table():
                yield from (text for row in block.rows for cell in row.cells for text in cell.texts)
            case Frame() | Folded():
                yield from _all_spans(block.blocks)
