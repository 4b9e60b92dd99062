"""The layouts: what the documents of the corpus hardly show, one thing at a time and a few together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.pagesizes import A3, A5, landscape

from tests.evaluation.layouts.design import Head, Layout
from tests.evaluation.layouts.furniture import (
    FIRM,
    edge,
    footer,
    footer_columns,
    header,
    letter_folds,
    letterhead,
    numbers,
    watermark,
)
from tests.evaluation.layouts.setting import Printer, Type, words_of
from tests.evaluation.layouts.texts import SHORT

A4_ACROSS = landscape((595.28, 841.89))
SERIF = Type("Times-Roman", 10)
TINY = Type(size=6.3)
TWO, THREE = (1.0, 1.0), (1.0, 1.0, 1.0)

_COOKIES = (
    "Wir verwenden Cookies und ähnliche Techniken, um unsere Seiten sicher und zuverlässig anzubieten. Einige sind notwendig, "
    "andere helfen uns, das Angebot zu verbessern. Sie können Ihre Einwilligung jederzeit widerrufen.",
    "Alle akzeptieren Nur notwendige Einstellungen",
    "Startseite Produkte Preise Hilfe Anmelden",
)
_PRIVACY = (
    (
        "Datenschutzerklärung",
        "Wir freuen uns über Ihr Interesse an unserer Website. Der Schutz Ihrer Privatsphäre ist uns wichtig.",
    ),
    (
        "Server-Logfiles",
        "Beim Aufruf unserer Website werden durch den Browser automatisch Informationen an den Server gesendet, darunter "
        "die IP-Adresse, Datum und Uhrzeit des Zugriffs. Rechtsgrundlage ist Art. 6 Abs. 1 Satz 1 lit. f DSGVO.",
    ),
    (
        "Cookies",
        "Unsere Website verwendet Cookies. Das sind kleine Dateien, die Ihr Browser auf Ihrem Endgerät speichert. Sie "
        "können das Speichern in den Einstellungen Ihres Browsers verhindern.",
    ),
)


def contents(printer: Printer, layout: Layout) -> None:
    """A table of contents with leader dots."""
    kind = layout.type
    printer.text(layout.border, printer.top, "Inhaltsverzeichnis", replace(kind.bold, size=kind.size * 1.2))
    printer.top += kind.size * 2
    for unit in (u for u in layout.units if u.level == 0):
        page = str(1 + int(unit.label.strip("§ .") or 1) // 8)
        entry = f"{unit.label} {unit.text}".strip()
        room = printer.frame.x1 - layout.border - kind.width(f"{entry}  {page}")
        dots = "." * int(room / kind.width("."))
        printer.text(layout.border, printer.top, f"{entry} {dots} {page}", kind)
        printer.top += kind.size * 1.3
    printer.top += kind.size * 2


def below_letterhead(printer: Printer, layout: Layout) -> None:
    """Room for the letterhead."""
    del layout
    printer.top = 125


def cookies(printer: Printer, layout: Layout) -> None:
    """A cookie notice and a menu above the terms, as a browser prints them."""
    for text in _COOKIES:
        lines = [words_of(part, layout.type) for part in _halves(text)]
        for line in lines:
            printer.line(layout.border, printer.top, line)
            printer.top += layout.step
        printer.top += layout.step


def _halves(text: str) -> Iterator[str]:
    words = text.split()
    for start in range(0, len(words), 14):
        yield " ".join(words[start : start + 14])


BROWSER = (
    header("Allgemeine Bedingungen | Wolkenkuckuck"),
    footer("https://www.wolkenkuckuck.example/bedingungen"),
    numbers("{n}/{m}", "right"),
)

_COLUMNS = (
    Layout("1 column, § and (1)"),
    Layout("1 column, ragged, 1.1", "decimal", justified=False, hyphens=False),
    Layout("1 column, labels run in", type=SERIF, hanging=False),
    Layout("2 columns", columns=TWO, type=replace(SERIF, size=8.5)),
    Layout("2 columns, ragged, 1.1", "decimal", columns=TWO, justified=False, hyphens=False, type=Type(size=8)),
    Layout("2 columns, narrow gutter", columns=TWO, gutter=9, type=Type(size=7)),
    Layout("2 columns, labels run in", "decimal", columns=TWO, hanging=False, type=Type(size=7.5)),
    Layout("2 columns of unequal width", columns=(1.0, 1.9), type=Type(size=8)),
    Layout("2 columns from mid-page", columns=TWO, starts_at=0.5, type=Type(size=8)),
    Layout("3 columns", columns=THREE, type=Type(size=7)),
    Layout("3 columns, ragged", columns=THREE, justified=False, type=Type(size=7)),
    Layout("3 columns, 6.3 pt, narrow gutter", columns=THREE, gutter=9, border=30, type=TINY, leading=1.12),
    Layout("3 columns, 1.1, run in", "decimal", columns=THREE, hanging=False, type=Type("Times-Roman", 7.5)),
    Layout("3 columns of unequal width", columns=(1.2, 1.0, 1.5), type=Type(size=7.5)),
    Layout("3 columns from mid-page", columns=THREE, starts_at=0.55, type=Type(size=7)),
    Layout("4 columns across", columns=(1.0,) * 4, paper=A4_ACROSS, border=36, type=Type(size=7)),
)
_MARGINS = (
    Layout("headings in the left margin", margin="heads left"),
    Layout("headings in the right margin", margin="heads right"),
    Layout("headings in the left margin, 1.1", "decimal", margin="heads left", type=SERIF, justified=False),
    Layout("notes in the right margin", margin="notes right"),
    Layout("notes in the left margin", "decimal", margin="notes left"),
    Layout("marginal numbers", margin="counts left"),
    Layout(
        "text up both edges",
        furniture=(edge("Formular 4711 Stand Oktober 2025"), edge("Nachdruck verboten", right=True)),
    ),
)
_FURNITURE = (
    Layout(
        "letterhead, footer in columns",
        front=(below_letterhead,),
        furniture=(letterhead, footer_columns, letter_folds),
        bottom=80,
        border=70,
    ),
    Layout(
        "letterhead over 2 columns",
        columns=TWO,
        front=(below_letterhead,),
        furniture=(letterhead, footer_columns),
        bottom=80,
        border=70,
        type=Type(size=8),
    ),
    Layout("header, Seite 1 von 3", furniture=(header(FIRM, "Bedingungen"), numbers("Seite {n} von {m}", "right"))),
    Layout(
        "header of 3 columns, - 1 -", columns=THREE, type=Type(size=7), furniture=(header(FIRM), numbers("- {n} -"))
    ),
    Layout("bare page number above", furniture=(numbers("{n}", above=True), footer("Stand: Oktober 2025"))),
    Layout(
        "footer, 1/3", "decimal", columns=TWO, type=Type(size=8), furniture=(footer(FIRM), numbers("{n}/{m}", "right"))
    ),
    Layout("diagonal watermark", furniture=(watermark("ENTWURF", 50),)),
    Layout("diagonal watermark, 3 columns", columns=THREE, type=Type(size=7), furniture=(watermark("MUSTER", 50),)),
    Layout("level watermark", furniture=(watermark("Muster", 0),)),
    Layout("level watermark, 2 columns", "decimal", columns=TWO, type=Type(size=8), furniture=(watermark("KOPIE", 0),)),
)
_PARTS = (
    Layout("boxes in the flow", framed=5),
    Layout("boxes in 2 columns", "decimal", columns=TWO, framed=4, type=Type(size=8)),
    Layout("raised sentence numbers", sentences=True),
    Layout("raised sentence numbers, 3 columns", columns=THREE, sentences=True, type=Type(size=7)),
    Layout("footnote", footnote=True),
    Layout("footnote in 2 columns", columns=TWO, footnote=True, type=Type(size=8)),
    Layout("ruled table", table="ruled"),
    Layout("open table", table="open"),
    Layout("open table in 2 columns", "decimal", columns=TWO, table="open", type=Type(size=7.5)),
    Layout("white sentence", hidden=True),
    Layout("table of contents", front=(contents,)),
    Layout("table of contents, 1.1", "decimal", front=(contents,)),
    Layout(
        "browser's print",
        front=(cookies,),
        back=_PRIVACY,
        furniture=BROWSER,
        justified=False,
        hyphens=False,
        hanging=False,
    ),
)
_HEADINGS = (
    Layout("headings only larger", head=Head(bold=False, scale=1.35)),
    Layout("headings only bold", "decimal", head=Head(scale=1.0)),
    Layout("headings only capitals", head=Head(bold=False, scale=1.0, caps=True)),
    Layout("headings only spaced", head=Head(bold=False, scale=1.0, spaced=2.2)),
    Layout("headings in scattered letters", head=Head(scattered=True)),
    Layout("headings only underlined", "decimal", head=Head(bold=False, scale=1.0, underlined=True)),
    Layout("headings only centred", head=Head(bold=False, scale=1.0, centered=True)),
    Layout("bold drawn twice", head=Head(bold=False, scale=1.0, twice=True)),
    Layout("bold over (1), no number", "headings"),
    Layout("bold over (1), 3 columns", "headings", columns=THREE, type=Type(size=7)),
    Layout("no number, bold", "plain", head=Head(scale=1.0)),
    Layout("no number, larger", "plain", head=Head(bold=False, scale=1.35)),
    Layout("no number, capitals", "plain", head=Head(bold=False, scale=1.0, caps=True)),
    Layout("no number, bold, 3 columns", "plain", columns=THREE, type=Type(size=7)),
)
_PAPER = (
    Layout("A5", paper=A5, border=36, bottom=40, type=Type(size=7.5)),
    Layout("A3 in 3 columns", columns=THREE, paper=A3, type=Type(size=9)),
    Layout("landscape, 3 columns", "decimal", columns=THREE, paper=A4_ACROSS, type=Type(size=7.5)),
    Layout("/Rotate 90", lie="rotated", furniture=(footer(FIRM), numbers("Seite {n}", "right"))),
    Layout("/Rotate 90, 3 columns", columns=THREE, lie="rotated", type=Type(size=7)),
    Layout("printed across", lie="across", furniture=(footer(FIRM), numbers("Seite {n}", "right"))),
    Layout("printed across, 2 columns", "decimal", columns=TWO, lie="across", type=Type(size=8)),
)
_TOGETHER = (
    Layout(
        "back of an invoice",
        columns=THREE,
        border=28,
        bottom=40,
        gutter=10,
        type=TINY,
        leading=1.1,
        head=Head(scale=1.0, above=0.5),
        furniture=(numbers("Seite {n} von {m}", "right"), edge("AGB 10/2025"), footer("Stand 10/2025")),
    ),
    Layout(
        "everything at once",
        "decimal",
        columns=TWO,
        type=Type(size=8),
        bottom=80,
        framed=6,
        sentences=True,
        footnote=True,
        table="ruled",
        furniture=(header(FIRM, "Bedingungen"), footer_columns, watermark("KOPIE", 50), numbers("{n}", "right")),
    ),
)
LAYOUTS = (*_COLUMNS, *_MARGINS, *_FURNITURE, *_PARTS, *_HEADINGS, *_PAPER, *_TOGETHER)
_SCANNED = (
    "1 column, § and (1)",
    "2 columns, ragged, 1.1",
    "2 columns from mid-page",
    "3 columns",
    "headings in the left margin",
    "letterhead over 2 columns",
    "boxes in the flow",
    "ruled table",
)
SCANS = tuple(replace(layout, texts=SHORT) for layout in LAYOUTS if layout.name in _SCANNED)
