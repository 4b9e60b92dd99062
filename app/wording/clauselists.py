"""Sentences about clauses that were brought in from a file or taken from a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.wording.lang import Lang, Pair, filled

_ORIGIN: Final[Pair] = (
    "Aus einem Dokument übernommen{place}. Bitte ergänzen: Warum wollen wir das so, und wann geben wir nach?",
    "Taken from a document{place}. Please add: why do we want it so, and when do we give way?",
)
_PAGE: Final[Pair] = ("Seite {page}", "page {page}")


def origin_in_document(path: Sequence[str], page: int | None, lang: Lang) -> str:
    """Internal guidance of a clause just taken: where it stood. The document's name stays out of the library."""
    parts = [*path[-2:], *([filled(_PAGE, {"page": page}, lang)] if page else [])]
    return filled(_ORIGIN, {"place": f" ({', '.join(filter(None, parts))})" if any(parts) else ""}, lang)


_FROM_FILE: Final[Pair] = (
    "Aus einer Datei übernommen ({place}). Bitte ergänzen: Warum wollen wir das so, und wann geben wir nach?",
    "Taken from a file ({place}). Please add: why do we want it so, and when do we give way?",
)


def origin_in_file(number: int, sheet: str, *, is_row: bool, lang: Lang) -> str:
    """Internal guidance of a draft whose file says none."""
    return filled(_FROM_FILE, {"place": _place(number, number, sheet, is_row=is_row, lang=lang)}, lang)


_PLACES: Final[dict[bool, tuple[Pair, Pair]]] = {
    True: (("Zeile {first}", "row {first}"), ("Zeilen {first}–{last}", "rows {first}–{last}")),
    False: (("Absatz {first}", "paragraph {first}"), ("Absätze {first}–{last}", "paragraphs {first}–{last}")),
}
_SHEET: Final[Pair] = ("Tabelle „{sheet}“, {place}", "sheet “{sheet}”, {place}")


def _place(first: int, last: int, sheet: str, *, is_row: bool, lang: Lang) -> str:
    place = filled(_PLACES[is_row][first != last], {"first": first, "last": last}, lang)
    return filled(_SHEET, {"sheet": sheet, "place": place}, lang) if sheet else place
