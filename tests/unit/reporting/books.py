"""A Book with everything a writer of tables must handle: every kind of value, hostile texts, titles that clash."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from app.reporting.sheets import Book, Column, Sheet, Shown
from app.wording.lang import Lang

MADE_AT = datetime(2026, 11, 22, 10, 30, tzinfo=timezone(timedelta(hours=1)))
FORMULAS = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+49 30 123456",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    '=HYPERLINK("http://x.example";"Klick")',
    "＝1+1",
    "\n=1+1",
)
HOSTILE = "\x00\x08\x1b[31m\x7f<b>&amp;\"';\r\n\u202egnp.exe\u202c \ufffe 😀 𝔄𝔊𝔅 _x0041_ Ärger\ud800"
LONG = "Wort " * 8000


def sample_book(lang: Lang) -> Book:
    """Two sheets of the same title, one of hostile texts."""
    columns = (
        Column("Text"),
        Column("Langer Text", 40, Shown.LONG_TEXT),
        Column("Anzahl", 10, Shown.WHOLE),
        Column("Betrag", 14, Shown.DECIMAL),
        Column("Anteil", 10, Shown.PERCENT),
        Column("Tag", 14, Shown.DAY),
        Column("Zeit", 18, Shown.MOMENT),
        Column("Ja?", 8),
    )
    rows = (
        ("Haftung", "Der Anbieter haftet\nnur bis 10.000 €.", 3, 10000.5, 0.125, date(2026, 12, 31), MADE_AT, True),
        (None, None, None, None, None, None, None, None),
        ("Frist", LONG, 1_234_567, -0.5, 1.0, date(2027, 1, 1), MADE_AT, False),
    )
    hostile = Sheet("[a]:*?/\\ 'b'", (Column("=Kopf"), Column("Wert")), tuple((f, HOSTILE) for f in FORMULAS))
    return Book(
        lang=lang,
        title="Prüfbericht =1+1",
        sheets=(
            Sheet("Hinweise", columns, rows, ("high", "", "low")),
            Sheet("hinweise", columns, ()),
            hostile,
            Sheet("Ein sehr langer Titel, der nicht in eine Lasche passt", (Column("A"),), (("x",),)),
        ),
        company="Muster & Söhne GmbH",
        made_at=MADE_AT,
    )
