"""What stands around terms on a page: headers, footers, page numbers, letterheads, watermarks, text on the edge.

Each maker gives a function that draws its part on one page, `number` of `total`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.evaluation.layouts.setting import Printer, Type, words_of

Furniture = Callable[[Printer, int, int], None]
FIRM = "Wolkenkuckuck Datenhaus AG"
SMALL = Type(size=7)
_BLOCKS = (
    (FIRM, "Hafenweg 12", "24999 Musterhaven", "Telefon 04000 123456"),
    ("Vorstand: Erika Muster", "Aufsichtsrat: Max Beispiel", "Amtsgericht Musterhaven", "HRB 4711"),
    (
        "Musterbank Musterhaven",
        "IBAN DE00 1234 5678 9012 3456 78",
        "USt-IdNr. DE000000000",
        "www.wolkenkuckuck.example",
    ),
)


def numbers(form: str, at: str = "middle", *, above: bool = False) -> Furniture:
    """Page numbers; `form` such as "Seite {n} von {m}"."""

    def draw(printer: Printer, number: int, total: int) -> None:
        x = {"left": 50.0, "middle": printer.width / 2, "right": printer.width - 50}[at]
        printer.text(x, 28 if above else printer.height - 24, form.format(n=number, m=total), SMALL, at=at)

    return draw


def header(left: str, right: str = "") -> Furniture:
    """A running header over a ruling."""

    def draw(printer: Printer, number: int, total: int) -> None:
        del number, total
        printer.text(50, 36, left, SMALL)
        printer.text(printer.width - 50, 36, right, SMALL, at="right")
        printer.canvas.line(50, printer.height - 40, printer.width - 50, printer.height - 40)

    return draw


def footer(text: str) -> Furniture:
    """A running footer on the left."""

    def draw(printer: Printer, number: int, total: int) -> None:
        del number, total
        printer.text(50, printer.height - 24, text, SMALL)

    return draw


def footer_columns(printer: Printer, number: int, total: int) -> None:
    """The sender's particulars in three columns at the foot."""
    del number, total
    for i, block in enumerate(_BLOCKS):
        _block(printer, 50 + i * (printer.width - 100) / 3, printer.height - 46, block, Type(size=6))


def letterhead(printer: Printer, number: int, total: int) -> None:
    """The sender on the first page: large name, particulars on the right."""
    del total
    if number == 1:
        printer.text(50, 50, "WOLKENKUCKUCK", Type("Helvetica-Bold", 18, grey=0.35))
        printer.text(50, 63, "Datenhaus AG", Type(size=9, grey=0.35))
        _block(printer, printer.width - 180, 40, [*_BLOCKS[0], *_BLOCKS[2][2:]], Type(size=7.5))


def _block(printer: Printer, x: float, top: float, lines: Sequence[str], kind: Type) -> None:
    for i, line in enumerate(lines):
        printer.text(x, top + i * kind.size * 1.2, line, kind)


def watermark(text: str, angle: float, size: float = 80) -> Furniture:
    """A large pale word behind the text, through the middle of the page."""

    def draw(printer: Printer, number: int, total: int) -> None:
        del number, total
        kind = Type("Helvetica-Bold", size, grey=0.86)
        printer.canvas.saveState()
        printer.canvas.translate(printer.width / 2, printer.height / 2)
        printer.canvas.rotate(angle)
        printer.line(-kind.width(text) / 2, printer.height, words_of(text, kind))
        printer.canvas.restoreState()

    return draw


def edge(text: str, *, right: bool = False) -> Furniture:
    """Small print up the edge of the page."""

    def draw(printer: Printer, number: int, total: int) -> None:
        del number, total
        printer.canvas.saveState()
        printer.canvas.translate(printer.width - 18 if right else 24, printer.height / 2 - 120)
        printer.canvas.rotate(90)
        printer.line(0, printer.height, words_of(text, replace(SMALL, size=6)))
        printer.canvas.restoreState()

    return draw


def letter_folds(printer: Printer, number: int, total: int) -> None:
    """Marks for folding and punching at the left edge, no words."""
    del number, total
    for top in (297.0, 421.0, 595.0):
        printer.canvas.line(10, printer.height - top, 22, printer.height - top)
