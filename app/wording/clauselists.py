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
