"""Columns of a table from one description: label, width, form and where the value comes from, side by side.

So that no value lands under another's label, and a column that a reader shall not have is left out with its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.reporting.sheets import Column, Sheet, Shown, Value
from app.wording.lang import Lang
from app.wording.sheets import sheet_phrase

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """`code` of the label; `internal`: only for our own house."""

    code: str
    of: Callable[[T], Value]
    width: int = 14
    shown: Shown = Shown.TEXT
    internal: bool = False


def table(
    title: str,
    fields: Sequence[Field[T]],
    items: Iterable[T],
    lang: Lang,
    *,
    outward: bool = False,
    tone: Callable[[T], str] | None = None,
) -> Sheet:
    """One row an item; `title` is the code of the sheet's. Outward no row has a tone."""
    kept = [field for field in fields if not (outward and field.internal)]
    given = tuple(items)
    return Sheet(
        title=sheet_phrase(title, lang),
        columns=tuple(Column(sheet_phrase(field.code, lang), field.width, field.shown) for field in kept),
        rows=tuple(tuple(field.of(item) for field in kept) for item in given),
        tones=tuple(map(tone, given)) if tone and not outward else (),
    )
